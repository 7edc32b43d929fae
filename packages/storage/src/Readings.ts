/**
 * Who read what is about you (domain 5.3, C12; AVG art. 15): kept for the one whom it concerns, who alone can ask for it.
 *
 * It lies beside what projections keep, as it holds no words, and is the one thing there that no fact says. The same person
 * who reads the same thing again on a day is noted once.
 */
import { Machine, Privacy, Vocabulary } from "@groeikring/core"
import { Effect, Schema } from "effect"
import type { AnyMachine, State } from "./AnyMachine.ts"
import type { Row, Rows } from "./Rows.ts"

const name = "readings"
/** So many readings are remembered as noted, so that a page that is drawn again costs nothing. */
const room = 10_000

/** Somebody read something that is about somebody else. */
export const Reading = Schema.Struct({
  /** The first time on that day. */
  at: Schema.Int,
  viewer: Schema.String,
  machine: Schema.String,
  id: Schema.String
})
export type Reading = typeof Reading.Type
const decode = Schema.decodeUnknownSync(Reading)

/** Whom a thing is about: whose it is, by the table of who sees what. A thing of many is about nobody. */
export const concerns = ({ name, spec }: AnyMachine, state: State): ReadonlyArray<string> =>
  [...new Set(Privacy.owners(name).map((role) => state[spec.roles[role] as never] as unknown))].filter(
    (person) => typeof person === "string"
  )

const monthOf = (at: number) => Vocabulary.dateOf(at).slice(0, 7)

/** `months` is how long a reading is kept. */
export const readings = (rows: Rows["Service"], months: number) => {
  const noted = new Set<string>()
  let cleanedIn = ""
  const turn = (rows_: ReadonlyArray<Row>, gone: ReadonlyArray<string>) =>
    rows.turn(name, { from: "", to: "", rows: rows_, gone })

  /** Notes that somebody read a thing, for each whom it is about; not for themselves, nor what the school does by itself. */
  const note = Effect.fnUntraced(function* (machine: AnyMachine, id: string, state: State, { actor: viewer, at }: Machine.Asked) {
    if (viewer === Machine.system) return
    const fresh = concerns(machine, state).flatMap((person): ReadonlyArray<Row> => {
      const day = Vocabulary.dateOf(at)
      const key = JSON.stringify([person, day, viewer, machine.name, id])
      const value: Reading = { at, viewer, machine: machine.name, id }
      return person === viewer || noted.has(key) ? [] : [{ key, value, links: { person: [person], month: [monthOf(at)] } }]
    })
    if (fresh.length === 0) return
    const known = new Set(
      (yield* rows.get(
        name,
        fresh.map(({ key }) => key)
      )).map(({ key }) => key)
    )
    yield* turn(
      fresh.filter(({ key }) => !known.has(key)),
      []
    )
    for (const { key } of fresh) {
      if (noted.size >= room) noted.clear()
      noted.add(key)
    }
  })

  /** What others read that is about this person, the oldest first. */
  const of = (person: string): Effect.Effect<ReadonlyArray<Reading>> =>
    Effect.map(rows.find(name, { field: "person", value: person }), (found) =>
      found.map(({ value }) => decode(value)).toSorted((one, other) => one.at - other.at)
    )

  /** Drops what was kept long enough. Looks once in a month, two years back. */
  const clean = Effect.fnUntraced(function* (at: number) {
    const now = monthOf(at)
    if (now === cleanedIn) return
    const [year, month] = now.split("-").map(Number) as [number, number]
    for (let ago = months + 1; ago <= months + 24; ago++) {
      const value = new Date(Date.UTC(year, month - 1 - ago)).toISOString().slice(0, 7)
      const old = yield* rows.find(name, { field: "month", value })
      if (old.length > 0)
        yield* turn(
          [],
          old.map(({ key }) => key)
        )
    }
    cleanedIn = now
  })

  return { note, of, clean }
}

/** Drops what is kept about somebody who is erased. */
export const forgetReadings = Effect.fnUntraced(function* (rows: Rows["Service"], person: string) {
  const old = yield* rows.find(name, { field: "person", value: person })
  if (old.length > 0) yield* rows.turn(name, { from: "", to: "", rows: [], gone: old.map(({ key }) => key) })
})
