import { EventStore, StoreUnusable } from "@groeikring/storage"
import { Cause, Effect, Exit } from "effect"
import { existsSync } from "node:fs"
import { expect, inject, it } from "vitest"
import { PostgresStore } from "../src/index.ts"
import { at, freshDatabase, holding, master, query } from "./database.ts"
import { write } from "./writes.ts"

const trying = async (
  url: string,
  ask: (store: EventStore["Service"]) => Effect.Effect<unknown, unknown> = () => Effect.void,
  opening: PostgresStore.Opening = {}
) => {
  const exit = await Effect.runPromiseExit(
    Effect.provide(Effect.flatMap(EventStore, ask), PostgresStore.layer(url, { masterKey: master, ...opening }))
  )
  const problem = Exit.isFailure(exit) ? Cause.squash(exit.cause) : undefined
  if (problem !== undefined && !(problem instanceof StoreUnusable)) throw problem
  // Names and ports are another each time.
  return problem?.message.replace(/@127.0.0.1:\d+/, "@db.example").replaceAll(/school_[0-9a-f]{10}/g, "school")
}
const append = (store: EventStore["Service"]) => store.append(write("a", 0))

it("a server that is away", async () => {
  const url = await freshDatabase()
  const nowhere = new URL(url)
  nowhere.port = "1"
  expect(await trying(nowhere.href)).toMatchInlineSnapshot(
    `"postgres://school@db.example/school cannot be reached. Check that the server is running, and the host and the port in its address."`
  )
})

it("a user that is not there, or another password", async () => {
  const url = await freshDatabase()
  expect(await trying(at(url, { password: "te kort" }))).toMatchInlineSnapshot(
    `"postgres://school@db.example/school does not accept this user and password. Check both in its address."`
  )
  expect(await trying(at(url, { user: "niemand" }))).toContain("does not accept this user and password")
})

it("a database that is not there", async () => {
  expect(await trying(at(await freshDatabase(), { database: "nergens" }))).toMatchInlineSnapshot(
    `"postgres://school@db.example/nergens does not exist. Create this database, or check its name."`
  )
})

it("an address that is none, of which nothing is repeated: there may be a password in it", async () => {
  expect(await trying("app:geheim@db.example")).toMatchInlineSnapshot(
    `"What was given is no address of a database. Write it as postgres://user:password@host:5432/database, with what is special in a password percent-encoded."`
  )
  expect(await trying("mysql://app:geheim@db.example/school")).not.toContain("geheim")
})

it("a newer version", async () => {
  const url = await freshDatabase()
  await trying(url)
  await query(url, "UPDATE groeikring.schema_version SET version = 99")
  expect(await trying(url)).toMatchInlineSnapshot(
    `"postgres://school@db.example/school was written by a newer version. Update Groeikring, or open it with the version that wrote it."`
  )
})

it("a user without rights", async () => {
  const url = await freshDatabase()
  await trying(url)
  const other = at(await freshDatabase(), { database: new URL(url).pathname.slice(1) })
  expect(await trying(other)).toMatchInlineSnapshot(
    `"postgres://school@db.example/school may not be used by this user. Log in as the user who made it, or grant this one its rights."`
  )
  expect(await trying(other, undefined, { keys: url })).toContain("may not be used by this user")
})

it("a server that only reads: it answers questions, and says why it takes nothing", async () => {
  const url = await freshDatabase()
  await trying(url, append)
  const name = new URL(url).pathname.slice(1)
  for (const one of [name, `${name}_keys`])
    await query(inject("server"), `ALTER DATABASE ${one} SET default_transaction_read_only = on`)
  expect(
    await trying(url, (store) => Effect.map(store.readAll("", 10), (facts) => expect(facts).toHaveLength(1)))
  ).toBeUndefined()
  expect(await trying(url, (store) => store.append(write("b", 0)))).toMatchInlineSnapshot(
    `"postgres://school@db.example/school cannot be written: this server only reads. Give the address of the primary server."`
  )
})

it("no room for another connection", async () => {
  const url = await freshDatabase()
  await trying(url)
  await query(inject("server"), `ALTER ROLE ${new URL(url).username} CONNECTION LIMIT 0`)
  expect(await trying(url)).toMatchInlineSnapshot(
    `"postgres://school@db.example/school has no room for another connection. Allow fewer connections per process, or raise max_connections."`
  )
})

it("a statement that takes too long", async () => {
  const url = await freshDatabase()
  await trying(url, append)
  const held = (store: EventStore["Service"]) => Effect.scoped(Effect.andThen(holding(url), store.append(write("a", 1))))
  expect(await trying(url, held, { statementTimeout: "100 millis" })).toMatchInlineSnapshot(
    `"postgres://school@db.example/school does not answer in time. Try again; look in pg_stat_activity for what holds it up."`
  )
})

it("a database that does not keep all letters", async () => {
  const url = await freshDatabase()
  const name = new URL(url).username
  await query(inject("server"), `CREATE DATABASE ${name}_latin OWNER ${name} TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'`)
  expect(await trying(at(url, { database: `${name}_latin` }))).toMatchInlineSnapshot(
    `"postgres://school@db.example/school_latin does not keep its text as UTF-8. Create the database with ENCODING 'UTF8'."`
  )
})

it("keys that cannot be made beside the facts, and then no master key is made either", async () => {
  const url = await freshDatabase()
  await query(inject("server"), `ALTER ROLE ${new URL(url).username} NOCREATEDB`)
  const none = `${master}.none`
  expect(await trying(url, undefined, { masterKey: none })).toMatchInlineSnapshot(
    `"postgres://school@db.example/school_keys does not exist. Create this database, for the keys."`
  )
  expect(existsSync(none)).toBe(false)
})
