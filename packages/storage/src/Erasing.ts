/**
 * Forgetting a person who asks for it (AVG art. 17): their words go, everywhere and for ever, and the facts stay.
 *
 * What is destroyed is the keys. Whatever holds boxes, such as a copy of the facts, holds noise from then on. What is
 * derived holds no words to begin with: a row of a projection cannot, and an agenda holds places.
 */
import type { Domain, Machine } from "@groeikring/core"
import { Effect, Result } from "effect"
import { type AnyMachine, tagOf } from "./AnyMachine.ts"
import { EventStore, type Fact, nameOf, type StreamName } from "./EventStore.ts"
import { forgetReadings } from "./Readings.ts"
import { eachFact } from "./Reading.ts"
import { Rows } from "./Rows.ts"
import { Shelf } from "./Shelf.ts"
import { Vault, WordsHeld } from "./Vault.ts"

/** The stream in which the store itself notes whose words it erased: no machine of a domain, and no words in it. */
const noted = "Erasure"

/** What there is of a person's words, and what holds them. */
export interface Erasure {
  readonly person: string
  /** The things with words of this person in them, and in how many facts. */
  readonly things: ReadonlyArray<StreamName & { readonly facts: number }>
  /** Those that may not be erased now, and the state that holds them. */
  readonly held: ReadonlyArray<StreamName & { readonly state: string }>
}

/** What erasing somebody would destroy. Reads all facts; changes nothing. */
export const plan = Effect.fnUntraced(function* (domain: Domain.Domain, person: string) {
  const store = yield* EventStore
  const shelf = new Shelf(store)
  const things = new Map<string, StreamName & { facts: number }>()
  yield* eachFact(store, ({ boxes, stream }) =>
    Effect.sync(() => {
      if (boxes[person] === undefined) return
      const thing = things.get(nameOf(stream)) ?? { ...stream, facts: 0 }
      thing.facts++
      things.set(nameOf(stream), thing)
    })
  )
  const held: Array<Erasure["held"][number]> = []
  for (const { id, machine: name } of things.values()) {
    const machine: AnyMachine | undefined = domain[name]?.machine
    if (machine === undefined || machine.spec.holds.length === 0) continue
    const state = tagOf((yield* shelf.thing(machine, { machine: name, id })).state)
    if (machine.spec.holds.includes(state)) held.push({ machine: name, id, state })
  }
  const erasure: Erasure = { person, things: [...things.values()], held }
  return erasure
})

/**
 * Erases the words of a person, and notes as a fact that this was done, when, and by whom.
 *
 * **Gotchas** It cannot be undone. Copies of the keys made before still open copies of the facts: they have a term of
 * their own, after which this is true for every copy.
 */
export const erase = Effect.fnUntraced(function* (domain: Domain.Domain, person: string, { actor, at }: Machine.Asked) {
  const store = yield* EventStore
  const vault = yield* Vault
  const erasure = yield* plan(domain, person)
  if (erasure.held.length > 0) return yield* Effect.fail(new WordsHeld({ person, by: erasure.held }))
  // The keys first: a note of what did not happen would be believed.
  yield* vault.forget({ subject: person })
  yield* forgetReadings(yield* Rows, person)
  const stream = { machine: noted, id: person }
  for (let isNoted = false; !isNoted;) {
    const command = crypto.randomUUID()
    const { length } = yield* store.read(stream)
    const facts = [{ type: "WordsErased", data: {}, boxes: {}, actor }] as const
    const written = yield* Effect.result(
      store.append({ stream, expected: length, facts, at, command, correlation: command, links: {} })
    )
    isNoted = Result.isSuccess(written)
  }
  return erasure
})

/** Whom a fact says to forget, when it is a note of that. */
export const erasedBy = ({ stream: { id, machine } }: Fact): string | undefined => (machine === noted ? id : undefined)

/**
 * Forgets again whoever the facts say was forgotten, and everything that a fact forgets: for keys that were put back from
 * a copy. Answers with how many people that were.
 */
export const eraseAgain = Effect.fnUntraced(function* (domain: Domain.Domain) {
  const store = yield* EventStore
  const vault = yield* Vault
  const people = new Set<string>()
  yield* eachFact(
    store,
    Effect.fnUntraced(function* (fact) {
      const person = erasedBy(fact)
      if (person !== undefined) people.add(person)
      if (domain[fact.stream.machine]?.machine.spec.events[fact.type]?.forgets) yield* vault.forget({ stream: fact.stream })
    })
  )
  for (const person of people) yield* vault.forget({ subject: person })
  return people.size
})
