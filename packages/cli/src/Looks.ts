/** Looking at the things of a machine: what is asked of the school, and how the answer is printed for people. */
import { Glossary, type Machine, type Refusal } from "@groeikring/core"
import { Effect, Result } from "effect"
import * as Front from "./Front.ts"
import { bold, complain, dashed, dim, green, json, line, listed, moment, nameOf, red, tell } from "./Output.ts"

type School = Parameters<Parameters<typeof Front.inSchool>[2]>[0]

export interface Given {
  readonly id: string
  readonly as: string
  readonly at: number
  readonly store: string
  readonly isJson: boolean
}

interface Look {
  readonly nl: string
  readonly en: string
  /** Is it about one thing, or about all of them? */
  readonly asksId: boolean
  /** Asks the school, and says how the answer is printed for people. */
  readonly ask: (school: School, machine: string, given: Given) => Effect.Effect<Answer, Refusal.Refusal>
}
interface Answer {
  readonly value: unknown
  readonly print: (desk: Front.Desk) => void
}

const asked =
  <A>(
    answer: (school: School, machine: string, id: string, viewer: Machine.Asked) => Effect.Effect<A, Refusal.Refusal>,
    print: (desk: Front.Desk, machine: string, value: A, id: string) => void
  ): Look["ask"] =>
  (school, machine, { as, at, id }) =>
    Effect.map(answer(school, machine, id, { actor: as, at }), (value) => ({
      value,
      print: (desk) => print(desk, machine, value, id)
    }))

export const all = {
  show: {
    nl: "Hoe het ervoor staat, voor zover jij het mag zien",
    en: "The state it is in, as far as you may see it",
    asksId: true,
    ask: asked(
      (school, machine, id, viewer) => school.show(machine, id, viewer),
      (desk, machine, { state, version }, id) => {
        const { domain, words } = desk
        const name = words.machines[machine]?.name ?? machine
        line(`${bold(`${name} ${id}`)}: ${Glossary.word(words, machine, "states", state._tag)} ${dim(`(${version})`)}`)
        const fields = listed(desk, machine, domain[machine]!.machine.spec.states[state._tag], state)
        if (fields !== "") line(fields)
      }
    )
  },
  history: {
    nl: "Wat er gebeurde, voor zover jij het mag weten",
    en: "What happened, as far as you may know it",
    asksId: true,
    ask: asked(
      (school, machine, id, viewer) => school.history(machine, id, viewer),
      ({ language, words }, machine, facts) => {
        const when = facts.map(({ at }) => moment(at, language))
        const width = Math.max(0, ...when.map(({ length }) => length))
        facts.forEach(({ actor, event }, n) => {
          const who = actor === undefined ? "…" : nameOf(actor)
          line(`${dim(when[n]!.padEnd(width))}  ${who} ${Glossary.word(words, machine, "events", event._tag)}`)
        })
      }
    )
  },
  possible: {
    nl: "Wat je nu kunt doen, en waarom de rest niet",
    en: "What you can do now, and why not the rest",
    asksId: true,
    ask: asked(
      (school, machine, id, viewer) => school.possible(machine, id, viewer),
      (desk, machine, possible) => {
        const commands = Object.entries(possible)
        const width = Math.max(0, ...commands.map(([command]) => dashed(command).length))
        for (const [command, can] of commands) {
          const label = `${dashed(command).padEnd(width)}  ${Glossary.word(desk.words, machine, "commands", command)}`
          if (can.can) {
            const flags = can.asks.map((field) => `--${dashed(field)}`).join(", ")
            line(`${green("✓")} ${label}${flags === "" ? "" : dim(`  (${flags})`)}`)
          } else line(`${red("✗")} ${label}\n  ${" ".repeat(width)}  ${dim(tell(desk, can.because, machine))}`)
        }
      }
    )
  },
  list: {
    nl: "De ids die jij mag zien",
    en: "The ids that you may see",
    asksId: false,
    ask: asked(
      (school, machine, _, viewer) => school.list(machine, viewer),
      (_, __, ids) => {
        for (const id of ids) line(id)
      }
    )
  }
} as const satisfies Readonly<Record<string, Look>>

export type Word = keyof typeof all
export const words = Object.keys(all) as ReadonlyArray<Word>
export const isLook = (word: string | undefined): word is Word => word !== undefined && Object.hasOwn(all, word)

/** Looks, and prints what there is to see. The desk is asked for only when there are words to find. */
export const look = Effect.fnUntraced(function* (
  rooms: Front.Rooms,
  machine: string,
  word: Word,
  given: Given,
  desk: Effect.Effect<Front.Desk>
) {
  const { ask }: Look = all[word]
  const answer = yield* Front.lookingInSchool(rooms, given.store, (school) => Effect.result(ask(school, machine, given)))
  if (Result.isFailure(answer)) {
    if (given.isJson) json({ ok: false, error: answer.failure })
    complain(tell(yield* desk, answer.failure, machine))
    return yield* Front.ended(Front.codes.refused)
  }
  if (given.isJson) json(answer.success.value)
  else answer.success.print(yield* desk)
})
