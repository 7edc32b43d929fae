/** A story about one thing: who does what, one after the other, and what came of it. */
import { Machine } from "@groeikring/core"
import { Result } from "effect"
import { AssertionError } from "node:assert/strict"
import { given } from "./Given.ts"
import type { Told } from "./Laws.ts"
import { said, shown, tagOf } from "./Json.ts"

export interface Story<L extends Machine.Spec> {
  /** It happens. Answers with the names of the facts. */
  readonly does: <C extends Machine.Tag<L["commands"]>>(
    command: Machine.Tagged<C> & Machine.CommandOf<L, C>,
    context: Machine.Context<L, C>
  ) => ReadonlyArray<L["commands"][C]["emits"][number]>
  /** It is turned down, and nothing changes. Answers with the name of the refusal. */
  readonly cannot: <C extends Machine.Tag<L["commands"]>>(
    command: Machine.Tagged<C> & Machine.CommandOf<L, C>,
    context: Machine.Context<L, C>
  ) => (Machine.NotAllowed | Machine.IllegalCommand | Machine.RefusalOf<L, C>)["_tag"]
  readonly state: Machine.State<L> | Machine.Start
  readonly tag: string
  readonly history: ReadonlyArray<Machine.Event<L>>
  /** What was told and happened, to be told again. */
  readonly told: ReadonlyArray<Told<L>>
}

/**
 * Tells a story about one machine, from nothing or from the facts before it.
 *
 * **When to use** When a promise takes several steps. For one decision `given` says more with less.
 *
 * @example
 * ```ts
 * import { Pap } from "@groeikring/core"
 * import { tell } from "@groeikring/testkit"
 *
 * const asFemke = { actor: "p-femke", at: 0 }
 * const plan = { groupId: "g", fromSession: "s1", tipRefs: [] }
 * const pap = tell(Pap, { _tag: "PapStarted", ownerId: "p-femke", ...plan })
 * pap.cannot({ _tag: "MarkTried" }, asFemke) // => "IllegalCommand"
 * pap.tag // => "Draft"
 * ```
 */
export const tell = <L extends Machine.Spec>(
  machine: Machine.Machine<L>,
  ...before: ReadonlyArray<Machine.Event<L>>
): Story<L> => {
  let { state } = given(machine, ...before)
  const history = [...before]
  const told: Array<Told<L>> = []
  const scene = (actor: string, command: string) => `${actor} asks to ${command} while ${machine.name} is ${tagOf(state)}`
  return {
    does: function does(command, context) {
      const step = Machine.step(machine, state, command, context)
      if (Result.isFailure(step)) {
        const { message } = step.failure as Machine.Tagged<string> & { readonly message: string }
        throw new AssertionError({
          message: `${scene(context.actor, command._tag)}: it should happen, but it was refused with ${tagOf(step.failure)}: ${message}`,
          actual: said(step.failure),
          expected: machine.spec.commands[command._tag]!.emits,
          stackStartFn: does
        })
      }
      state = step.success.state
      told.push({ command, context: context })
      history.push(...(step.success.events as ReadonlyArray<Machine.Event<L>>))
      return step.success.events.map(tagOf)
    },
    cannot: function cannot(command, context) {
      const decided = Machine.decide(machine, state, command, context)
      if (Result.isSuccess(decided)) {
        const events = decided.success as ReadonlyArray<unknown>
        throw new AssertionError({
          message: `${scene(context.actor, command._tag)}: it should be refused, but ${events.map(tagOf).join(", ")} happened`,
          actual: events.map((event) => shown(machine, "Event", event)),
          expected: "a refusal",
          stackStartFn: cannot
        })
      }
      return tagOf(decided.failure) as never
    },
    get state() {
      return state
    },
    get tag() {
      return tagOf(state)
    },
    get history() {
      return [...history]
    },
    get told() {
      return [...told]
    }
  }
}
