/** Databases of a test, each with a user of its own, on the server of all tests. */
import * as PgConnection from "@effect/sql-pg/PgConnection"
import { Effect, Redacted } from "effect"
import { randomBytes } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { inject } from "vitest"

/** Runs statements one after the other, and answers with the rows of the last; rejects with what the server says. */
export const query = (url: string, ...statements: ReadonlyArray<string>): Promise<ReadonlyArray<PgConnection.Row>> =>
  Effect.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        const connection = yield* PgConnection.make({ url: Redacted.make(url) })
        let rows: ReadonlyArray<PgConnection.Row> = []
        for (const statement of statements) rows = (yield* connection.query(statement)).rows
        return rows
      })
    ).pipe(Effect.mapError(({ reason }) => reason.cause))
  )

/** The same server, as another user or in another database. */
export const at = (
  url: string,
  change: { readonly database?: string; readonly user?: string; readonly password?: string }
): string => {
  const address = new URL(url)
  if (change.database !== undefined) address.pathname = `/${change.database}`
  if (change.user !== undefined) address.username = change.user
  if (change.password !== undefined) address.password = change.password
  return address.href
}

/** A new empty database, owned by a new user who may make one more. */
export const freshDatabase = async (server: string = inject("server")): Promise<string> => {
  const name = `school_${randomBytes(5).toString("hex")}`
  await query(
    server,
    `CREATE ROLE ${name} LOGIN CREATEDB PASSWORD 'secret'`,
    `CREATE DATABASE ${name} OWNER ${name} TEMPLATE template0 ENCODING 'UTF8'`
  )
  return at(server, { database: name, user: name, password: "secret" })
}

/** A transaction that somebody keeps open: every stream is held by it, or whatever these statements hold. */
export const holding = Effect.fnUntraced(function* (url: string, ...statements: ReadonlyArray<string>) {
  const { query } = yield* PgConnection.make({
    url: Redacted.make(inject("server")),
    database: new URL(url).pathname.slice(1)
  })
  yield* query("BEGIN")
  for (const one of statements.length > 0 ? statements : ["SELECT FROM groeikring.streams FOR UPDATE"]) yield* query(one)
  return { release: query("COMMIT") }
})

/** Where the vaults of a test keep their master key. */
export const master = join(mkdtempSync(join(tmpdir(), "groeikring-")), "school.master")
process.on("exit", () => rmSync(dirname(master), { recursive: true, force: true }))
