/** What the shell looks up for a rule: the machines there are, and the facts from elsewhere that a command needs. */
import { type Domain, Elsewhere, type Machine } from "@groeikring/core"
import { Effect } from "effect"
import { type Options, UnknownMachine } from "./Answers.ts"
import type { AnyMachine } from "./AnyMachine.ts"
import type { EventStore } from "./EventStore.ts"
import type { Shelf } from "./Shelf.ts"
import type { Vault } from "./Vault.ts"
import { reader } from "./Words.ts"

type Spec = Machine.Spec

export const lookup = ({ domain, packs }: Options, store: EventStore["Service"], shelf: Shelf, vault: Vault["Service"]) => {
  const entryOf = (machine: string): Effect.Effect<Domain.Domain[string], UnknownMachine> =>
    Object.hasOwn(domain, machine)
      ? Effect.succeed(domain[machine]!)
      : Effect.fail(new UnknownMachine({ machine, known: Object.keys(domain) }))

  const found = (machine: AnyMachine, ids: ReadonlyArray<string>) =>
    Effect.forEach(ids, (id) => Effect.map(shelf.thing(machine, { machine: machine.name, id }), ({ state }) => ({ id, state })))
  // The store knows no types: that a state is one of this machine is known because it was replayed by it.
  const elsewhere: Elsewhere.Lookups = {
    packs,
    one: (machine, id) => Effect.map(shelf.thing(machine as never, { machine: machine.name, id }), ({ state }) => state as never),
    read: Effect.fnUntraced(function* (machine, id, words) {
      const stream = { machine: machine.name, id }
      const { boxes } = yield* shelf.thing(machine as never, stream)
      return yield* reader(vault, stream, boxes)(words)
    }),
    all: (machine, field, value) =>
      Effect.flatMap(store.find(machine.name, { field, value }), (ids) => found(machine as never, ids)),
    every: (machine) => Effect.flatMap(store.find(machine.name), (ids) => found(machine as never, ids))
  }

  /** Exactly those needs, for who asks them. */
  const answersTo = Effect.fnUntraced(function* (
    { name }: AnyMachine,
    needs: ReadonlyArray<string>,
    question: Elsewhere.Question<Spec>
  ) {
    const { answers } = yield* Effect.orDie(entryOf(name))
    const known: Record<string, unknown> = {}
    for (const need of new Set(needs)) {
      const answer = answers[need]!
      known[need] = yield* Effect.provideService(
        Effect.isEffect(answer) ? answer : answer(question),
        Elsewhere.Elsewhere,
        elsewhere
      )
    }
    return known
  })

  /** Who asks and when, and exactly those needs. */
  const contextFor = (machine: AnyMachine, needs: ReadonlyArray<string>, question: Elsewhere.Question<Spec>) =>
    // Whoever asks knows which needs it named, and thereby the type.
    Effect.map(answersTo(machine, needs, question), (known) => ({ ...known, actor: question.actor, at: question.at }) as never)

  return { answersTo, entryOf, contextFor, elsewhere }
}
export type Lookup = ReturnType<typeof lookup>

/** The needs that say who holds these roles. */
export const roleNeeds = ({ needs, roles }: Spec, held: ReadonlyArray<string>): ReadonlyArray<string> =>
  held.flatMap((role) => (roles[role] !== undefined && roles[role] in needs ? [roles[role]] : []))
