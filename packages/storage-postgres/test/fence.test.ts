import { EventStore, Rows, Vault } from "@groeikring/storage"
import { Effect, Layer } from "effect"
import { expect, it } from "vitest"
import { PostgresStore, PostgresVault } from "../src/index.ts"
import { freshDatabase, master, query } from "./database.ts"
import { write } from "./writes.ts"

const url = await freshDatabase()
/** Something in every table there is. */
const fill = (tenant: string) =>
  Effect.gen(function* () {
    const store = yield* EventStore
    const rows = yield* Rows
    const vault = yield* Vault.Vault
    const { position } = yield* store.append(write("a", 0, { links: { owner: ["p-1"] } }))
    yield* store.saveCheckpoint("reader", position)
    yield* rows.turn("shown", { from: "", to: position, rows: [{ key: "a", value: 1, links: { owner: ["p-1"] } }], gone: [] })
    yield* vault.seal({ machine: "Plan", id: "a", subject: "p-1", type: "Told", version: 1 }, ["woorden"])
    yield* vault.forget({ subject: "p-2" })
    yield* vault.forget({ stream: { machine: "Plan", id: "b" } })
  }).pipe(
    Effect.provide(Layer.merge(PostgresStore.facts(url, { tenant }), PostgresVault.layer(url, { masterKey: master, tenant }))),
    Effect.orDie,
    Effect.runPromise
  )
await fill("bestuur-a")
await fill("bestuur-b")

/** A connection as the application has it, where somebody types whatever they like. */
const typed = (tenant: string, ...statements: ReadonlyArray<string>) =>
  query(url, `SET groeikring.tenant = '${tenant}'`, ...statements)
const tables = (
  await query(
    url,
    "SELECT schemaname || '.' || tablename AS name FROM pg_tables WHERE schemaname LIKE 'groeikring%' AND tablename <> 'schema_version' ORDER BY 1"
  )
).map(({ name }) => String(name))

it("there are rows of two tenants in every table, and the user of the application is an ordinary one", async () => {
  expect(tables).toHaveLength(12)
  expect(await query(url, "SELECT rolsuper OR rolbypassrls AS walks FROM pg_roles WHERE rolname = current_user")).toEqual([
    { walks: false }
  ])
})

it.each(tables)("a connection of one tenant sees nothing of another in %s, whatever is typed there", async (table) => {
  const seen = await typed("bestuur-a", `SELECT DISTINCT tenant FROM ${table}`)
  expect(seen).toEqual([{ tenant: "bestuur-a" }])
  const theirs = await typed("bestuur-a", `SELECT count(*)::int AS n FROM ${table} WHERE tenant = 'bestuur-b'`)
  expect(theirs).toEqual([{ n: 0 }])
})

it.each(tables)("and it can neither change, nor remove, nor add anything of another in %s", async (table) => {
  const dropped = await typed(
    "bestuur-a",
    `WITH d AS (DELETE FROM ${table} WHERE tenant = 'bestuur-b' RETURNING 1) SELECT count(*)::int AS n FROM d`
  )
  expect(dropped).toEqual([{ n: 0 }])
  const taken = await typed(
    "bestuur-a",
    `WITH t AS (UPDATE ${table} SET tenant = 'bestuur-a' WHERE tenant = 'bestuur-b' RETURNING 1) SELECT count(*)::int AS n FROM t`
  )
  expect(taken).toEqual([{ n: 0 }])
  await expect(typed("bestuur-a", `UPDATE ${table} SET tenant = 'bestuur-b'`)).rejects.toThrow("row-level security")
  expect(await typed("bestuur-b", `SELECT DISTINCT tenant FROM ${table}`)).toEqual([{ tenant: "bestuur-b" }])
})

it.each(tables)("a connection that does not say whose it is sees nothing at all in %s", async (table) => {
  expect(await query(url, `SELECT count(*)::int AS n FROM ${table}`)).toEqual([{ n: 0 }])
})

it("the tenant leads every key, so that the tables can be spread", async () => {
  const leading = await query(
    url,
    `SELECT DISTINCT a.attname AS leads FROM pg_index i
     JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
     WHERE n.nspname LIKE 'groeikring%'`
  )
  expect(leading).toEqual([{ leads: "tenant" }])
})
