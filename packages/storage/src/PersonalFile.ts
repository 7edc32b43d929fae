/**
 * What a school has of a person, for that person (AVG art. 15 and 20): a JSON document with a schema, for people and for
 * the next program. It is made through their own eyes, so it holds what they may see and no more.
 */
import { type Machine, Privacy, type Refusal } from "@groeikring/core"
import { Effect, Schema } from "effect"
import { Reading } from "./Readings.ts"
import type { Counter, Options, Told } from "./Answers.ts"

const Value = Schema.StructWithRest(Schema.Struct({ _tag: Schema.String }), [Schema.Record(Schema.String, Schema.Json)])

/** One thing, and what happened to it that is about this person. */
const Thing = Schema.Struct({
  machine: Schema.String,
  id: Schema.String,
  /** As it is now, where the thing is theirs. */
  state: Schema.optionalKey(Value),
  facts: Schema.Array(
    Schema.Struct({
      version: Schema.Int,
      /** ISO 8601, UTC. */
      at: Schema.String,
      /** Who did it, where that is told. */
      actor: Schema.optionalKey(Schema.String),
      event: Value
    })
  )
})

/** The shape of the document. */
export const PersonalFile = Schema.Struct({
  groeikring: Schema.Literal("person"),
  format: Schema.Literal(1),
  person: Schema.String,
  /** When it was made: ISO 8601, UTC. */
  at: Schema.String,
  things: Schema.Array(Thing),
  /** What others read of this person, in the time for which that is kept. */
  readings: Schema.Array(Schema.Struct({ ...Reading.fields, at: Schema.String }))
})
export type PersonalFile = typeof PersonalFile.Type

const instant = (at: number) => new Date(at * 60_000).toISOString()

/**
 * Makes the document. Of things that many share, such as the staff, only the facts that name this person are in it.
 *
 * **Gotchas** Words that were erased are not in it: nothing brings them back.
 */
export const personalFile: (
  school: Counter,
  domain: Options["domain"],
  who: Machine.Asked
) => Effect.Effect<PersonalFile, Refusal.Refusal> = Effect.fnUntraced(function* (
  { history, list, readings, show },
  domain,
  { actor: person, at }
) {
  const viewer = { actor: person, at }
  const things: Array<typeof Thing.Type> = []
  for (const [machine, entry] of Object.entries(domain)) {
    const owners = Privacy.ownerFields(entry.machine)
    for (const id of yield* list(machine, viewer)) {
      const { state } = yield* show(machine, id, viewer)
      const isTheirs = owners.some((field) => state[field] === person)
      const facts = (yield* history(machine, id, viewer)).filter((told) => isTheirs || names(person, told))
      if (facts.length === 0) continue
      things.push({
        machine,
        id,
        ...(isTheirs && { state }),
        facts: facts.map(({ actor, at, event, version }) => ({
          version,
          at: instant(at),
          ...(actor !== undefined && { actor }),
          event
        }))
      })
    }
  }
  const read = (yield* readings(viewer)).map((reading) => ({ ...reading, at: instant(reading.at) }))
  return { groeikring: "person", format: 1, person, at: instant(at), things, readings: read }
})

const names = (person: string, { actor, event }: Told) =>
  actor === person || JSON.stringify(event).includes(JSON.stringify(person))
