/** Opening a SQLite file so that it keeps what it is given, and saying in words what is wrong when it cannot. */
import { type StoreProblem, StoreUnusable } from "@groeikring/storage"
import { Effect, type Scope } from "effect"
import type { DatabaseSync } from "node:sqlite"

/** SQLite's primary result codes, https://www.sqlite.org/rescode.html, as what happened and what to do. */
const problems: Record<number, readonly [problem: StoreProblem, advice: string]> = {
  5: ["is locked by another program for longer than five seconds", "Close that program, or try again."],
  6: ["is locked by another program for longer than five seconds", "Close that program, or try again."],
  8: ["cannot be written", "Give yourself permission to write it and its folder."],
  10: ["cannot be read or written: the disk answers with an error", "Check the disk, and restore a copy if needed."],
  11: ["is damaged", "Restore a copy."],
  13: ["cannot grow: the disk is full", "Make room and try again; what was written before is whole."],
  14: ["cannot be opened", "Check that its folder exists and that you may write there."],
  26: ["is not a database", "Choose another file, or restore a copy."]
}

const busy = 5
const codeOf = (cause: unknown) =>
  typeof cause === "object" && cause !== null && "errcode" in cause ? Number(cause.errcode) & 0xff : undefined

export const unusable = (file: string, cause: unknown): unknown => {
  const code = codeOf(cause)
  const known = code === undefined ? undefined : problems[code]
  return known === undefined ? cause : new StoreUnusable(file, known[0], known[1], cause)
}

/** Runs something on the file; what goes wrong is a defect with words. */
export const attempt = <A>(file: string, run: () => A): Effect.Effect<A> =>
  Effect.suspend(() => {
    try {
      return Effect.succeed(run())
    } catch (cause) {
      return Effect.die(unusable(file, cause))
    }
  })

/** All or nothing, and one writer at a time: `BEGIN IMMEDIATE` waits for its turn instead of failing halfway. */
export const transaction = <A>(db: DatabaseSync, run: () => A): A => {
  db.exec("BEGIN IMMEDIATE")
  try {
    const answer = run()
    db.exec("COMMIT")
    return answer
  } catch (cause) {
    if (db.isTransaction) db.exec("ROLLBACK")
    throw cause
  }
}

/**
 * Opens a file and brings it to the newest of these versions; without versions it is left as it is. Several processes may do so at once.
 *
 * Durable by default: write-ahead log with `synchronous=FULL`, so what was answered survives a power cut.
 */
export const open = (
  file: string,
  migrations: ReadonlyArray<string> | undefined,
  pragmas = ""
): Effect.Effect<DatabaseSync, never, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.andThen(
      // Loaded late: a command that needs no store does not pay for it.
      Effect.promise(() => import("node:sqlite")),
      ({ DatabaseSync }) =>
        attempt(file, () => {
          const db = new DatabaseSync(file, { timeout: 5000 })
          try {
            db.exec(`PRAGMA busy_timeout=5000; PRAGMA synchronous=FULL; ${pragmas}`)
            if (migrations === undefined) return db
            toWriteAhead(db)
            migrate(db, file, migrations)
            return db
          } catch (cause) {
            db.close()
            throw cause
          }
        })
    ),
    (db) => Effect.sync(() => db.close())
  )

/** Whoever opens a new file at the same moment has it for itself for a while, and for that SQLite does not wait by itself. */
const toWriteAhead = (db: DatabaseSync) => {
  const until = Date.now() + 5000
  for (;;) {
    try {
      return db.exec("PRAGMA journal_mode=WAL")
    } catch (cause) {
      if (codeOf(cause) !== busy || Date.now() > until) throw cause
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
    }
  }
}

const migrate = (db: DatabaseSync, file: string, migrations: ReadonlyArray<string>) => {
  const version = () => Number(db.prepare("PRAGMA user_version").get()!["user_version"])
  if (version() === migrations.length) return
  transaction(db, () => {
    // Read again: another process may have been first.
    const at = version()
    if (at > migrations.length) {
      throw new StoreUnusable(
        file,
        "was written by a newer version",
        "Update Groeikring, or open it with the version that wrote it."
      )
    }
    for (const migration of migrations.slice(at)) db.exec(migration)
    db.exec(`PRAGMA user_version=${migrations.length}`)
  })
}
