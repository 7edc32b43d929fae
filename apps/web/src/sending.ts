/** What is asked of the school to do, and what is said when it did it, or why it did not. */
import type { Problem } from "@groeikring/http/client"
import { useHere, useNamed, useSay } from "./here.tsx"
import { type CommandName, type FieldsOf, isAway, type MachineName, type RefusalOf, saidOf, thingsOf } from "./school.ts"
import type { Suggestion } from "./things.ts"
import { type Undo, undoOf } from "./undo.ts"

interface Said<M extends MachineName> {
  readonly done?: string
  /** What takes it back, where that is not a command that always does. */
  readonly undo?: Undo<M>
  /** Who sends it says itself why it was refused. */
  readonly quiet?: boolean
}

/** Sends a command, and says what came of it. Answers with the refusal when there is one, people called by their names. */
export const useSend = () => {
  const { knowing, notify, school } = useHere()
  const say = useSay()
  const named = useNamed()
  const ask = async (machine: MachineName, id: string, command: string, fields: object): Promise<Problem | undefined> => {
    const answer = await thingsOf(school, machine)(id)[saidOf(command)]!(fields)
    if (answer.ok) {
      knowing.heard({ machine, id })
      return undefined
    }
    const { problem } = answer
    return {
      ...problem,
      detail: isAway(problem)
        ? say(
            "De school is even niet bereikbaar. Wat je schreef staat er nog; probeer het zo weer.",
            "The school cannot be reached for a moment. What you wrote is still here; try again soon."
          )
        : named(problem.detail)
    }
  }
  /** What cannot be done is not offered either. */
  const isOpen = async (machine: MachineName, id: string, command: string): Promise<boolean> => {
    const answer = await thingsOf(school, machine)(id).possible()
    return answer.ok && answer.value[command]?.can === true
  }
  return async <M extends MachineName, C extends CommandName<M>>(
    machine: M,
    id: string,
    command: C,
    fields: Partial<FieldsOf<M, C>> = {},
    { done, quiet = false, undo }: Said<M> = {}
  ): Promise<RefusalOf<M, C> | undefined> => {
    // What a command is refused with is said by its machine.
    const refused = (await ask(machine, id, command, fields)) as RefusalOf<M, C> | undefined
    if (refused !== undefined) {
      if (!quiet) notify({ kind: "refused", text: refused.detail })
      return refused
    }
    const inverse = undo ?? undoOf(machine, command, fields)
    const takesBack = inverse !== undefined && (await isOpen(machine, id, inverse.command)) ? inverse : undefined
    if (done !== undefined || takesBack !== undefined)
      notify({
        kind: "done",
        text: done ?? say("Gedaan.", "Done."),
        ...(takesBack !== undefined && {
          undo: async () => {
            const refused = await ask(machine, id, takesBack.command, takesBack.fields ?? {})
            if (refused !== undefined) notify({ kind: "refused", text: refused.detail })
          }
        })
      })
    return undefined
  }
}

/** Takes a suggestion as it is. */
export const useAccept = () => {
  const { knowing, notify, school } = useHere()
  const named = useNamed()
  return async ({ id, key, machine }: Suggestion, done: string): Promise<void> => {
    const answer = await school.accept(key)
    notify(answer.ok ? { kind: "done", text: done } : { kind: "refused", text: named(answer.problem.detail) })
    knowing.heard({ machine, id })
  }
}
