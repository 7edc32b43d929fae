/** What the shell looks up for a rule: the machines there are, and the facts from elsewhere that a command needs. */
import { type Domain, Elsewhere, type Machine } from "@groeikring/core"
import { Effect } from "effect"
import { type Options, UnknownMachine } from "./Answers.ts"
import type { AnyMachine } from "./AnyMachine.ts"
import type { EventStore } from "./EventStore.ts"
import type { Shelf } from "./Shelf.ts"

type Spec = Machine.Spec

export const lookup = ({ domain, packs }: Options, store: EventStore["Service"], shelf: Shelf) => {
  const entryOf = (machine: string): Effect.Effect<Domain.Domain[string], UnknownMachine> =>
    Object.hasOwn(domain, machine)
      ? Effect.succeed(domain[machine]!)
      : Effect.fail(new UnknownMachine({ machine, known: Object.keys(domain) }))

  const found = (machine: AnyMachine, ids: ReadonlyArray<string>) =>
    Effect.forEach(ids, (id) => Effect.map(shelf.thing(machine, { machine: machine.name, id }), ({ state }) => ({ id, state })))
  // The store knows no types: that a state is one of this machine is known because it was replayed by it.
  const elsewhere = Elsewhere.Elsewhere.of({
    packs,
    one: (machine, id) => Effect.map(shelf.thing(machine as never, { machine: machine.name, id }), ({ state }) => state as never),
    all: (machine, field, value) =>
      Effect.flatMap(store.find(machine.name, { field, value }), (ids) => found(machine as never, ids)),
    every: (machine) => Effect.flatMap(store.find(machine.name), (ids) => found(machine as never, ids))
  })

  /** Who asks and when, and exactly those needs. */
  const contextFor = Effect.fnUntraced(function* (
    { name }: AnyMachine,
    needs: ReadonlyArray<string>,
    question: Elsewhere.Question<Spec>
  ) {
    const { answers } = yield* Effect.orDie(entryOf(name))
    const known: Record<string, unknown> = { actor: question.actor, at: question.at }
    for (const need of new Set(needs)) {
      const answer = answers[need]!
      known[need] = yield* Effect.provideService(
        Effect.isEffect(answer) ? answer : answer(question),
        Elsewhere.Elsewhere,
        elsewhere
      )
    }
    // Whoever asks knows which needs it named, and thereby the type.
    return known as never
  })

  return { entryOf, contextFor, elsewhere }
}
export type Lookup = ReturnType<typeof lookup>

/** The needs that say who holds these roles. */
export const roleNeeds = ({ needs, roles }: Spec, held: ReadonlyArray<string>): ReadonlyArray<string> =>
  held.flatMap((role) => (roles[role] !== undefined && roles[role] in needs ? [roles[role]] : []))
