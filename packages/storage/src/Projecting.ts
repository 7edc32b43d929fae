/** Projections at work: caught up with the facts before they are asked, and made again from nothing when that is asked. */
import { Effect, Schema } from "effect"
import type { EventStore, Fact, Links } from "./EventStore.ts"
import { changesOf, type Projection } from "./Projection.ts"
import type { Row, Rows } from "./Rows.ts"
import { eventOf } from "./Words.ts"

/** How many facts are folded in one turn. */
const page = 1_000

/** A row under its key. */
export interface Keyed<R> {
  readonly key: string
  readonly row: R
}

/** Folds every fact that was there and not folded yet. Safe beside others, and after a crash: rows and standing are one write. */
export const catchUp = Effect.fnUntraced(function* <R>(
  projection: Projection<R>,
  store: EventStore["Service"],
  rows: Rows["Service"]
) {
  const { name } = projection
  for (let folded = 0; ;) {
    const from = yield* rows.standing(name)
    const facts = yield* store.readAll(from, page)
    if (facts.length === 0) return folded
    const turn = yield* folding(projection, facts, rows)
    // When another process was first, this turn is taken again from where it stands now.
    if (yield* rows.turn(name, { from, to: facts.at(-1)!.position, ...turn })) {
      folded += facts.length
      // A page that is not full had the last of them; what is written meanwhile is for the next who asks.
      if (facts.length < page) return folded
    }
  }
})

const folding = Effect.fnUntraced(function* <R>(projection: Projection<R>, facts: ReadonlyArray<Fact>, kept: Rows["Service"]) {
  const changes = facts.flatMap((fact) => changesOf(projection, fact, eventOf))
  const keys = [...new Set(changes.flatMap((change) => Object.keys(change)))]
  const [decode, encode] = [rowDecoder(projection), rowEncoder(projection)]
  const before = yield* kept.get(projection.name, keys)
  const now = new Map<string, R | undefined>(before.map(({ key, value }) => [key, decode(value)]))
  for (const change of changes) for (const [key, fold] of Object.entries(change)) now.set(key, fold(now.get(key)))
  const rows = keys.flatMap((key): ReadonlyArray<Row> => {
    const row = now.get(key)
    return row === undefined ? [] : [{ key, value: encode(row), links: linksOf(projection, row) }]
  })
  return { rows, gone: keys.filter((key) => now.get(key) === undefined) }
})

const rowDecoder = <R>({ row }: Projection<R>) => Schema.decodeUnknownSync(row)

const rowEncoder = <R>({ row }: Projection<R>) => Schema.encodeSync(row)

const linksOf = <R>({ foundBy }: Projection<R>, row: R): Links =>
  Object.fromEntries(
    foundBy.map((field) => {
      const value: unknown = row[field]
      return [field, Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)]]
    })
  )

/** The rows of a projection as the facts have them now. */
export const rowsNow = Effect.fnUntraced(function* <R>(
  projection: Projection<R>,
  store: EventStore["Service"],
  rows: Rows["Service"],
  by?: { readonly field: string & keyof R; readonly value: string }
) {
  yield* catchUp(projection, store, rows)
  const decode = rowDecoder(projection)
  return (yield* rows.find(projection.name, by)).map(({ key, value }): Keyed<R> => ({ key, row: decode(value) }))
})

/** Makes a projection again from nothing, and says from how many facts. */
export const rebuild = Effect.fnUntraced(function* <R>(
  projection: Projection<R>,
  store: EventStore["Service"],
  rows: Rows["Service"]
) {
  yield* rows.clear(projection.name)
  return yield* catchUp(projection, store, rows)
})
