/** Appending and reading on a PostgreSQL server, which starts here; or on the one that TEST_PG_URL names. */
import { getPostgreSQLEventStore } from "@event-driven-io/emmett-postgresql"
import { EventStore, type NewFact, nameOf } from "@groeikring/storage"
import { PostgresStore } from "@groeikring/storage-postgres"
import { Effect, Exit, Layer, Scope } from "effect"
import { Client, Pool } from "pg"
import { startServer } from "../../packages/storage-postgres/test/server.ts"
import { writers } from "./large.ts"
import { goal, line, row, table } from "./report.ts"
import { type Contender, race, ratio } from "./rounds.ts"
import { fact } from "./stores.ts"

const bare = "pg by hand"
const ours = "Groeikring on PostgreSQL"
const emmett = "Emmett on PostgreSQL"
const streams = 200
const length = 50
let counted = 0

/** Each of so many lanes takes the next one, until all are done. */
const inLanes = async (times: number, lanes: number, one: (n: number) => Promise<unknown>) => {
  let n = 0
  await Promise.all(
    Array.from({ length: Math.min(lanes, times) }, async () => {
      while (n < times) await one(n++)
    })
  )
}

interface Peer {
  readonly name: string
  readonly append: (stream: string, facts: readonly [NewFact, ...Array<NewFact>]) => Promise<unknown>
  readonly read: (stream: string) => Promise<ReadonlyArray<{ readonly data: unknown }>>
  readonly close: () => Promise<void>
}

/** By hand: the same promises of version, command, order and being found in one statement, and no more. */
const bareOn = async (url: string): Promise<Peer> => {
  const pool = new Pool({ connectionString: url, max: 16 })
  await pool.query(`CREATE TABLE streams (stream text PRIMARY KEY, version int NOT NULL);
    CREATE TABLE facts (position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
      stream text NOT NULL, version int NOT NULL, command text NOT NULL UNIQUE, type text NOT NULL, data json NOT NULL,
      boxes json NOT NULL, actor text NOT NULL, UNIQUE (stream, version));
    CREATE TABLE links (field text NOT NULL, value text NOT NULL, stream text NOT NULL, PRIMARY KEY (field, value, stream))`)
  const append = `WITH begun AS (INSERT INTO streams VALUES ($1, cardinality($3::text[])) ON CONFLICT DO NOTHING RETURNING stream),
    linked AS (INSERT INTO links SELECT 'owner', 'p-femke', stream FROM begun)
    INSERT INTO facts (stream, version, command, type, data, boxes, actor)
    SELECT stream, n, $2 || n, type, data, boxes, actor
    FROM begun, unnest($3::text[], $4::json[], $5::json[], $6::text[]) WITH ORDINALITY AS f (type, data, boxes, actor, n) RETURNING position`
  const read = "SELECT version, type, data, boxes, actor, command FROM facts WHERE stream = $1 ORDER BY version"
  return {
    name: bare,
    append: (stream, facts) =>
      pool.query({
        name: "append",
        text: append,
        values: [
          stream,
          `c${stream} `,
          facts.map(({ type }) => type),
          facts.map(({ data }) => JSON.stringify(data)),
          facts.map(({ boxes }) => JSON.stringify(boxes)),
          facts.map(({ actor }) => actor)
        ]
      }),
    read: async (stream) => (await pool.query<{ data: unknown }>({ name: "read", text: read, values: [stream] })).rows,
    close: () => pool.end()
  }
}

const oursOn = async (url: string): Promise<Peer> => {
  const scope = await Effect.runPromise(Scope.make())
  const services = await Effect.runPromise(Layer.buildWithScope(PostgresStore.facts(url, { connections: 16 }), scope))
  const store = await Effect.runPromise(Effect.provide(Effect.service(EventStore), services))
  const named = (id: string) => ({ machine: "Plan", id })
  return {
    name: ours,
    append: (id, facts) =>
      Effect.runPromise(
        store.append({
          stream: named(id),
          expected: 0,
          facts,
          at: 29_290_000,
          command: `c${id}`,
          correlation: `c${id}`,
          links: { owner: ["p-femke"] }
        })
      ),
    read: (id) => Effect.runPromise(store.read(named(id))),
    close: () => Effect.runPromise(Scope.close(scope, Exit.void))
  }
}

const emmettOn = async (url: string): Promise<Peer> => {
  const store = getPostgreSQLEventStore(url)
  const named = (id: string) => nameOf({ machine: "Plan", id })
  const event = ({ data, type }: NewFact) => ({ type, data: data as Record<string, unknown> })
  return {
    name: emmett,
    append: (id, facts) => store.appendToStream(named(id), facts.map(event)),
    read: async (id) => (await store.readStream(named(id))).events,
    close: () => store.close()
  }
}

const appending = (peers: ReadonlyArray<Peer>, batch: number, lanes: number): ReadonlyArray<Contender> =>
  peers.map(({ append, name }) => ({
    name,
    run: (times) =>
      inLanes(times, lanes, (n) =>
        append(`s${++counted}`, Array.from({ length: batch }, (_, m) => fact(n + m)) as [NewFact, ...Array<NewFact>])
      )
  }))

const replaying = async (peers: ReadonlyArray<Peer>): Promise<ReadonlyArray<Contender>> => {
  const facts = Array.from({ length }, (_, n) => fact(n)) as [NewFact, ...Array<NewFact>]
  for (const { append } of peers) for (let n = 0; n < streams; n++) await append(`r${n}`, facts)
  let folded = 0
  return peers.map(({ name, read }) => ({
    name,
    run: async (times) => {
      for (let n = 0; n < times; n++)
        for (const { data } of await read(`r${n % streams}`)) folded += (data as { readonly n: number }).n
    }
  }))
}

export const onServer = async (rounds: number): Promise<void> => {
  const named = process.env["TEST_PG_URL"]
  const server = named === undefined ? await startServer() : undefined
  const url = named ?? server!.url
  try {
    const admin = new Client({ connectionString: url })
    await admin.connect()
    const databases: Array<string> = []
    const fresh = async () => {
      const name = `bench_${process.pid}_${databases.length}`
      databases.push(name)
      await admin.query(`CREATE DATABASE ${name}`)
      const address = new URL(url)
      address.pathname = `/${name}`
      return address.href
    }
    const peers = [await bareOn(await fresh()), await oursOn(await fresh()), await emmettOn(await fresh())]
    for (const [title, batch, lanes] of [
      ["Durable appends on a server, one fact to a new stream", 1, 1],
      ["Ten facts to a new stream", 10, 1],
      ["One fact to a new stream, four writers at once", 1, 4],
      ["One fact to a new stream, sixteen writers at once", 1, 16]
    ] as const) {
      const results = await race(appending(peers, batch, lanes), { rounds, slice: 0.2, warmUp: 0.4 })
      table(title, "a second", results)
      goal("of pg by hand", ratio(results, ours, bare), 0.9, true)
      goal("times Emmett on PostgreSQL", ratio(results, ours, emmett), 1.5, true)
    }
    const read = await race(await replaying(peers), { rounds, slice: 0.2, warmUp: 0.4 })
    table("Reading and folding streams of fifty facts", "streams a second", read)
    goal("of pg by hand", ratio(read, ours, bare), 0.9, true)
    goal("times Emmett on PostgreSQL", ratio(read, ours, emmett), 1.5, true)
    for (const { close } of peers) await close()

    line("\nProcesses that write to one database at once")
    for (const count of [1, 4]) {
      const { written, wrong } = await writers(await fresh(), count)
      row(written, `a second  ${count} together, ${wrong} errors`)
    }
    for (const name of databases) await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
    await admin.end()
  } finally {
    await server?.drop()
  }
}

if (import.meta.main) {
  await onServer(Number(process.env["ROUNDS"] ?? 9))
  process.exit()
}
