/** A database on a PostgreSQL server: statements that outlive a lost connection, and words for what is wrong with it. */
import { defaultTenant, StoreUnusable } from "@groeikring/storage"
import * as PgConnection from "@effect/sql-pg/PgConnection"
import * as PgPool from "@effect/sql-pg/PgPool"
import { Duration, Effect, Exit, Redacted, Schedule, type Scope } from "effect"
import { isSqlError, type SqlError } from "effect/sql/SqlError"
import { codeOf, isLost, placeOf, unusable } from "./Problem.ts"

/** A row as an array: no object is made only to be taken apart. */
export type Row = ReadonlyArray<unknown>

/** Runs one statement. */
export type Run<E = never> = (sql: string, parameters?: ReadonlyArray<unknown>) => Effect.Effect<ReadonlyArray<Row>, E>

/** How a process goes about with a database. */
export interface Manners {
  /** The school or the board, as the board numbers it; left out, the one school there is. */
  readonly tenant?: string
  /** How many connections a process opens at most: 10 unless told. */
  readonly connections?: number
  /** A statement that takes longer is stopped: 30 seconds unless told. */
  readonly statementTimeout?: Duration.Input
}

export interface Database {
  readonly tenant: string
  /** Where it is, without the password. */
  readonly place: string
  /** One statement, which is one transaction. Tried anew when the connection is lost. */
  readonly run: Run
  /** One statement, without another try. */
  readonly once: Run<SqlError>
  /** Several statements on one connection, all or nothing, without another try. */
  readonly transaction: <A, E>(body: (run: Run<SqlError>) => Effect.Effect<A, E>) => Effect.Effect<A, E | SqlError>
  /**
   * Does anew what a lost connection, or another writer, undid; what is wrong after that is a defect with words. A lost
   * connection leaves unknown what the try before came to.
   */
  readonly persistently: <A, E>(
    attempt: (isAgain: boolean) => Effect.Effect<A, E | SqlError>
  ) => Effect.Effect<A, Exclude<E, SqlError>>
  /** A connection of one's own, outside the pool. */
  readonly connection: Effect.Effect<PgConnection.PgConnection, SqlError, Scope.Scope>
}

/** So long somebody who was cut off tries anew: a server that restarts is back by then. */
const patience = Schedule.exponential("20 millis", 1.7).pipe(Schedule.jittered, Schedule.upTo({ duration: "10 seconds" }))

/** Two writers waited for each other, or wrote the same at once: the server undid one of them, who begins again. */
const isUndone = (error: SqlError) => ["40P01", "40001", "23505"].includes(codeOf(error) ?? "")

/** The oldest server that has everything that is asked of it here. */
const oldest = 15

/**
 * A pool of connections to the database at `url` (`postgres://user:password@host:port/database`), and its schema brought to
 * the newest of these versions. Several processes may do so at once. A database that is not there is a defect, unless
 * something can be done about it.
 */
export const open = Effect.fnUntraced(function* (
  url: string,
  schema: string,
  migrations: ReadonlyArray<string>,
  { connections = 10, statementTimeout = "30 seconds", tenant = defaultTenant }: Manners,
  whenMissing?: Effect.Effect<void, SqlError>
): Effect.fn.Return<Database, never, Scope.Scope> {
  const place = yield* Effect.sync(() => placeOf(url))
  const config: PgPool.Config = {
    url: Redacted.make(url),
    maxConnections: connections,
    applicationName: "groeikring",
    keepAlive: "30 seconds",
    maxMessageSize: 256 * 1024 * 1024,
    startupParameters: {
      search_path: schema,
      statement_timeout: String(Duration.toMillis(Duration.fromInputUnsafe(statementTimeout))),
      // What row-level security compares the tenant of a row with.
      "groeikring.tenant": tenant
    }
  }
  const defect = (error: SqlError) => Effect.die(unusable(place, error))
  const pool = yield* Effect.catch(PgPool.make(config), defect)
  const isPassing = (error: unknown) => isSqlError(error) && (isLost(error) || isUndone(error))
  const persistently = <A, E>(attempt: (isAgain: boolean) => Effect.Effect<A, E | SqlError>) =>
    attempt(false).pipe(
      Effect.catchIf(isPassing, () => Effect.retry(attempt(true), { schedule: patience, while: isPassing })),
      Effect.catch((error): Effect.Effect<never, Exclude<E, SqlError>> =>
        isSqlError(error) ? defect(error) : Effect.fail(error as Exclude<E, SqlError>)
      )
    )
  const once: Run<SqlError> = (sql, parameters) => pool.use((connection) => connection.queryValues(sql, parameters))
  const database: Database = {
    tenant,
    place,
    once,
    run: (sql, parameters) => persistently(() => once(sql, parameters)),
    transaction: (body) =>
      Effect.scoped(
        Effect.gen(function* () {
          const { queryValues } = yield* pool.reserve
          yield* Effect.acquireRelease(queryValues("BEGIN"), (_, exit) =>
            Exit.isSuccess(exit) ? Effect.void : Effect.ignore(queryValues("ROLLBACK"))
          )
          const answer = yield* body(queryValues)
          yield* queryValues("COMMIT")
          return answer
        })
      ),
    persistently,
    connection: PgConnection.make(config)
  }
  const about = once("SELECT current_setting('server_version_num')::int / 10000, current_setting('server_encoding')")
  // At the door nobody waits for a server that is away.
  const [[version, encoding]] = (yield* about.pipe(
    Effect.catchIf(
      (error) => whenMissing !== undefined && codeOf(error) === "3D000",
      () => Effect.andThen(whenMissing!, about)
    ),
    Effect.catch(defect)
  )) as unknown as readonly [[number, string]]
  if (version < oldest)
    return yield* Effect.die(new StoreUnusable(place, `is older than PostgreSQL ${oldest}`, `Use PostgreSQL ${oldest} or later.`))
  if (encoding !== "UTF8")
    return yield* Effect.die(
      new StoreUnusable(place, "does not keep its text as UTF-8", "Create the database with ENCODING 'UTF8'.")
    )
  yield* migrate(database, schema, migrations)
  return database
})

/** Brings the schema up to date. Of several processes one does it, and the others wait for it. */
const migrate = Effect.fnUntraced(function* (
  { persistently, place, run, transaction }: Database,
  schema: string,
  migrations: ReadonlyArray<string>
) {
  const versionIn = <E>(run: Run<E>) =>
    Effect.flatMap(run("SELECT version FROM schema_version"), ([row]) => {
      const at = Number(row?.[0] ?? 0)
      return at <= migrations.length
        ? Effect.succeed(at)
        : Effect.die(
            new StoreUnusable(
              place,
              "was written by a newer version",
              "Update Groeikring, or open it with the version that wrote it."
            )
          )
    })
  const [row] = yield* run("SELECT to_regclass('schema_version') IS NOT NULL")
  if (row?.[0] === true && (yield* versionIn(run)) === migrations.length) return
  const upgrade = transaction(
    Effect.fnUntraced(function* (run) {
      yield* run("SET LOCAL statement_timeout = 0")
      yield* run("SELECT pg_advisory_xact_lock(hashtext($1))", [`groeikring migrates ${schema}`])
      yield* run(`CREATE SCHEMA IF NOT EXISTS ${schema}`)
      yield* run("CREATE TABLE IF NOT EXISTS schema_version (version int NOT NULL)")
      // Read again: another process may have been first.
      const at = yield* versionIn(run)
      // A block takes many statements at once.
      for (const migration of migrations.slice(at)) yield* run(`DO $migration$ BEGIN ${migration} END $migration$`)
      yield* run("DELETE FROM schema_version")
      yield* run("INSERT INTO schema_version VALUES ($1)", [migrations.length])
    })
  )
  yield* persistently(() => upgrade)
})
