/** The store where a school outgrows one machine: many processes, many tenants, one PostgreSQL database. */
import {
  type Checkpoint,
  EventStore,
  type Fact,
  nameOf,
  Rows,
  type StreamName,
  type Vault,
  type Write,
  type Written
} from "@groeikring/storage"
import { Context, Effect, Layer, Stream } from "effect"
import { append } from "./Append.ts"
import { type Database, type Manners, open, type Row } from "./Database.ts"
import { texts } from "./Parameters.ts"
import { checkpointOf, isBefore, isCheckpoint, type Position, positionOf } from "./Position.ts"
import { rowsIn } from "./PostgresRows.ts"
import * as PostgresVault from "./PostgresVault.ts"
import { signals } from "./Signals.ts"
import { migrations, schema } from "./Tables.ts"

/** The columns of a fact, in the order in which `factOf` reads them. */
const columns = "f.version, f.transaction, f.place, f.at, f.type, f.data, f.boxes, f.actor, f.command, f.correlation, f.causation"
type FactRow = readonly [
  version: number,
  transaction: bigint,
  place: bigint,
  at: number,
  type: string,
  data: Fact["data"],
  boxes: Fact["boxes"] | null,
  actor: string | null,
  command: string,
  correlation: string | null,
  causation: string | null
]
const none: Fact["boxes"] = {}
const factOf = (stream: StreamName, row: FactRow): Fact => {
  const [version, transaction, place, at, type, data, boxes, actor, command, correlation, causation] = row
  const fact: { -readonly [K in keyof Fact]: Fact[K] } = {
    stream,
    version,
    position: checkpointOf(transaction, place),
    type,
    data,
    boxes: boxes ?? none,
    at,
    command,
    correlation: correlation ?? command
  }
  if (actor !== null) fact.actor = actor
  if (causation !== null) fact.causation = causation
  return fact
}

// Subqueries instead of joins where there is one right way: a join is planned by what the server knows of its tables, and of
// a young table it knows nothing.
const ofStream = `
  SELECT ${columns} FROM facts f
  WHERE tenant = $1 AND stream = (SELECT stream FROM streams WHERE tenant = $1 AND machine = $2 AND id = $3)
`
const read = `${ofStream} AND version > $4 ORDER BY version`
const writtenBy = `${ofStream} AND command = $4 ORDER BY version`

/** No transaction with a lower number can still add a fact before this one. */
const settled =
  "transaction < pg_snapshot_xmin(pg_current_snapshot())::text::bigint + (SELECT ahead FROM tenants WHERE tenant = $1)"
/** Facts after a position, and for each whether it is settled. */
const readAll = `
  SELECT
    machine, id, ${settled}, ${columns}
  FROM
    (
      SELECT * FROM facts WHERE tenant = $1 AND (transaction, place) > ($2::bigint, $3::bigint)
      ORDER BY transaction, place LIMIT $4
    ) f,
    LATERAL (SELECT machine, id FROM streams WHERE tenant = $1 AND stream = f.stream LIMIT 1) s
  ORDER BY transaction, place
`
const end = `SELECT transaction, place FROM facts WHERE tenant = $1 AND ${settled} ORDER BY transaction DESC, place DESC LIMIT 1`
type PageRow = readonly [machine: string, id: string, settled: boolean, ...FactRow]

const lock = `
  SELECT FROM unnest($2::text[], $3::text[]) AS asked (machine, id),
    LATERAL (SELECT FROM streams s WHERE tenant = $1 AND s.machine = asked.machine AND s.id = asked.id FOR UPDATE) l
`
const ids = "SELECT id FROM streams WHERE tenant = $1 AND machine = $2 ORDER BY stream"
const found = `
  SELECT id FROM links l, LATERAL (SELECT id FROM streams WHERE tenant = $1 AND stream = l.stream LIMIT 1) s
  WHERE tenant = $1 AND machine = $2 AND field = $3 AND value = $4 ORDER BY stream
`
const checkpoint = "SELECT position FROM checkpoints WHERE tenant = $1 AND reader = $2"
const saveCheckpoint = `
  INSERT INTO checkpoints (tenant, reader, position) VALUES ($1, $2, $3)
  ON CONFLICT (tenant, reader) DO UPDATE SET position = excluded.position
`

/** So many milliseconds whoever reads all facts waits for those who are still writing, to find what was written before. */
const patience = 1_000

/** Whoever follows looks so often, also when no word comes. */
const polling = "1 second"

interface Page {
  readonly facts: ReadonlyArray<Fact>
  /** The last fact that is there and not settled. */
  readonly unsettled: Checkpoint | undefined
}

const storeIn = Effect.fnUntraced(function* (database: Database) {
  const { once, persistently, run, tenant, transaction } = database
  const { hear, tell } = yield* signals(database)
  const factsOf = ({ id, machine }: StreamName, rows: ReadonlyArray<Row>) => {
    const stream = { machine, id }
    return rows.map((row) => factOf(stream, row as FactRow))
  }

  const page = (after: string, limit: number): Effect.Effect<Page> =>
    Effect.suspend(() => run(readAll, [tenant, ...positionOf(after), limit])).pipe(
      Effect.map((rows) => {
        const facts: Array<Fact> = []
        const unsettled: Array<Fact> = []
        for (const [machine, id, isSettled, ...fact] of rows as ReadonlyArray<PageRow>)
          (isSettled ? facts : unsettled).push(factOf({ machine, id }, fact))
        return { facts, unsettled: unsettled.at(-1)?.position }
      })
    )

  /** The page again, until everything up to here is settled; or, when somebody takes their time, as far as it is. */
  const settling = Effect.fnUntraced(function* (after: Checkpoint, limit: number, goal: Checkpoint) {
    for (let waited = 0, pause = 1; ; waited += pause, pause *= 2) {
      yield* Effect.sleep(pause)
      const { facts, unsettled } = yield* page(after, limit)
      const isThere = unsettled === undefined || facts.length === limit || !isBefore(facts.at(-1)?.position ?? "", goal)
      if (isThere || waited >= patience) return facts
    }
  })

  const appendAll = (writes: ReadonlyArray<Write>) =>
    Effect.tap(
      persistently((isAgain) =>
        transaction(
          Effect.fnUntraced(function* (run) {
            // In one order, so that two who write to the same streams wait for each other in turn and not in a circle.
            const streams = writes.map(({ stream }) => stream).toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1))
            yield* run(lock, [tenant, texts(streams.map(({ machine }) => machine)), texts(streams.map(({ id }) => id))])
            let after: Position | undefined
            const all: Array<Written> = []
            for (const write of writes) {
              const written = yield* append(run, { tenant, write, isAgain, among: { after } })
              if (!written.repeated) after = positionOf(written.position)
              all.push(written)
            }
            return all
          })
        )
      ),
      tell
    )

  return EventStore.of({
    tenant,
    read: (stream, version = 0) =>
      Effect.map(run(read, [tenant, stream.machine, stream.id, version]), (rows) => factsOf(stream, rows)),
    append: (write) =>
      Effect.tap(
        persistently((isAgain) => append(once, { tenant, write, isAgain })),
        tell
      ),
    appendAll: (writes) => (writes.length === 0 ? Effect.succeed([]) : appendAll(writes)),
    writtenBy: (stream, command) =>
      Effect.map(run(writtenBy, [tenant, stream.machine, stream.id, command]), (rows) => factsOf(stream, rows)),
    find: (machine, by) =>
      Effect.map(by === undefined ? run(ids, [tenant, machine]) : run(found, [tenant, machine, by.field, by.value]), (rows) =>
        rows.map(([id]) => id as string)
      ),
    readAll: (after, limit) =>
      Effect.flatMap(page(after, limit), (first) =>
        first.unsettled === undefined ? Effect.succeed(first.facts) : settling(after, limit, first.unsettled)
      ),
    end: Effect.map(run(end, [tenant]), ([row]) => (row === undefined ? "" : checkpointOf(...(row as unknown as Position)))),
    isCheckpoint: (text) => Effect.succeed(isCheckpoint(text)),
    checkpoint: (reader) => Effect.map(run(checkpoint, [tenant, reader]), ([row]) => String(row?.[0] ?? "")),
    saveCheckpoint: (reader, at) => Effect.asVoid(run(saveCheckpoint, [tenant, reader, at])),
    follow: (after) =>
      Stream.unwrap(
        Effect.map(hear, (word) => {
          let seen = after
          let pause = 0
          const next = Effect.gen(function* () {
            const { facts, unsettled } = yield* page(seen, 500)
            seen = facts.at(-1)?.position ?? seen
            if (facts.length > 0) pause = 0
            else if (unsettled === undefined) yield* Effect.race(word, Effect.sleep(polling))
            else yield* Effect.sleep((pause = Math.min(2 * pause + 1, 100)))
            return facts
          })
          return Stream.flattenIterable(Stream.fromEffectRepeat(next))
        })
      )
  })
})

/**
 * Is a tenant known, and do the transactions of this server go on where its facts are? They do not when the facts came from
 * another server, which had counted further: then what is written from now on would come before what was.
 */
const entered = `
  SELECT last IS NULL OR last < pg_snapshot_xmax(pg_current_snapshot())::text::bigint + ahead
  FROM tenants, (SELECT max(transaction) AS last FROM facts WHERE tenant = $1) f WHERE tenant = $1
`
const enter = "INSERT INTO tenants (tenant, ahead) VALUES ($1, 0) ON CONFLICT DO NOTHING"
const goOn = `
  UPDATE tenants SET ahead = last + 1 - pg_snapshot_xmax(pg_current_snapshot())::text::bigint
  FROM (SELECT max(transaction) AS last FROM facts WHERE tenant = $1) f
  WHERE tenant = $1 AND last >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint + ahead
`

/** Only the facts, and what projections make of them. Their words are sealed by a vault: `layer` has both. */
export const facts = (url: string, manners: Manners = {}): Layer.Layer<EventStore | Rows> =>
  Layer.effectContext(
    Effect.gen(function* () {
      const database = yield* open(url, schema, migrations, manners)
      const { run, tenant } = database
      const [row] = yield* run(entered, [tenant])
      if (row?.[0] !== true) {
        yield* run(enter, [tenant])
        yield* run(goOn, [tenant])
      }
      return Context.make(EventStore, yield* storeIn(database)).pipe(Context.add(Rows, rowsIn(database)))
    })
  )

/** How a whole store is opened: its keys in a database beside that of the facts, when nothing is said. */
export interface Opening extends PostgresVault.Opening {
  /** The database of the keys: on the same server the one named `…_keys`, unless told. */
  readonly keys?: string
}

/**
 * A whole store: facts in the database at `url`, keys in another, and the master key from the environment or in a file.
 *
 * **When to use** Where several machines serve one school, or one database serves the schools of a board, or of many
 * boards under a `tenant` each.
 *
 * **Gotchas** Log in as an ordinary user: for a superuser there is no fence between tenants. What is wrong with a database
 * is found when the layer is built, and is a defect: a `StoreUnusable` that says what is the matter and what to do. A
 * connection that is lost later is made anew, and what was under way is tried again, for ten seconds. A transaction that
 * somebody keeps open anywhere on the server holds up whoever follows.
 *
 * @example
 * ```ts no-run
 * import { EventStore } from "@groeikring/storage"
 * import { PostgresStore } from "@groeikring/storage-postgres"
 * import { Effect } from "effect"
 *
 * const program = Effect.flatMap(EventStore, (store) => store.readAll("", 100))
 * const store = PostgresStore.layer("postgres://app:secret@db.example/school?sslmode=require", { tenant: "41234" })
 * await Effect.runPromise(Effect.provide(program, store)) // => []
 * ```
 */
export const layer = (url: string, { keys, ...opening }: Opening = {}): Layer.Layer<EventStore | Rows | Vault.Vault> =>
  // The facts first: beside a database that is no store, no keys are made.
  Layer.provideMerge(
    keys === undefined ? PostgresVault.beside(url, opening) : PostgresVault.layer(keys, opening),
    facts(url, opening)
  )
