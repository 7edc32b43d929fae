/** The vault of a school: wrapped keys in a file of their own, so that a copy of the facts opens nothing. */
import { defaultTenant, StoreUnusable, Vault } from "@groeikring/storage"
import { aead, masterKey } from "@groeikring/storage/node"
import { Effect, Layer } from "effect"
import { chmodSync, closeSync, openSync } from "node:fs"
import type { DatabaseSync } from "node:sqlite"
import { attempt, open, transaction } from "./Database.ts"

/** Whose store it is, where one file holds more than one school. */
export interface Tenancy {
  /** The school or the board, as the board numbers it; left out, the one school there is. */
  readonly tenant?: string
}

const migrations = [
  `
  CREATE TABLE roots (tenant TEXT PRIMARY KEY, wrapped BLOB NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE keys (
    tenant TEXT NOT NULL,
    machine TEXT NOT NULL,
    id TEXT NOT NULL,
    subject TEXT NOT NULL,
    wrapped BLOB NOT NULL,
    PRIMARY KEY (tenant, machine, id, subject)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX keys_of_a_person ON keys (tenant, subject);
  CREATE TABLE forgotten_people (tenant TEXT NOT NULL, subject TEXT NOT NULL, PRIMARY KEY (tenant, subject)) STRICT, WITHOUT ROWID;
  CREATE TABLE forgotten_streams (
    tenant TEXT NOT NULL,
    machine TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (tenant, machine, id)
  ) STRICT, WITHOUT ROWID;
  `
]

/**
 * The pages of a deleted key are overwritten (`secure_delete`), and so is the log that still holds it. Another process
 * that is reading just now keeps that from happening; then it happens with the next key that goes, or on the next start.
 */
const emptyLog = (db: DatabaseSync) => db.exec("PRAGMA wal_checkpoint(TRUNCATE)")

const keysOf = (where: string, db: DatabaseSync, tenant: string): Vault.Keys["Service"] => {
  const root = db.prepare("SELECT wrapped FROM roots WHERE tenant = ?")
  const keepRoot = db.prepare("INSERT OR IGNORE INTO roots VALUES (?, ?)")
  const replaceRoot = db.prepare("UPDATE roots SET wrapped = ? WHERE tenant = ? AND wrapped = ?")
  const isForgotten = db.prepare(
    `SELECT 1 FROM forgotten_people WHERE tenant = ?1 AND subject = ?2
    UNION ALL SELECT 1 FROM forgotten_streams WHERE tenant = ?1 AND machine = ?3 AND id = ?4`
  )
  const find = db.prepare("SELECT wrapped FROM keys WHERE tenant = ? AND machine = ? AND id = ? AND subject = ?")
  const keep = db.prepare("INSERT OR IGNORE INTO keys VALUES (?, ?, ?, ?, ?)")
  const forgetPerson = db.prepare("INSERT OR IGNORE INTO forgotten_people VALUES (?, ?)")
  const dropOfPerson = db.prepare("DELETE FROM keys WHERE tenant = ? AND subject = ?")
  const forgetStream = db.prepare("INSERT OR IGNORE INTO forgotten_streams VALUES (?, ?, ?)")
  const dropOfStream = db.prepare("DELETE FROM keys WHERE tenant = ? AND machine = ? AND id = ?")
  const look = ({ id, machine, subject }: Vault.Owner) => {
    const row = find.get(tenant, machine, id, subject)
    return row !== undefined
      ? (row["wrapped"] as Uint8Array)
      : isForgotten.get(tenant, subject, machine, id) !== undefined
        ? ("Forgotten" as const)
        : undefined
  }
  const rootNow = () => root.get(tenant)?.["wrapped"] as Uint8Array | undefined
  return {
    tenant,
    where,
    root: attempt(where, rootNow),
    keepRoot: (wrapped) =>
      attempt(where, () => {
        keepRoot.run(tenant, wrapped)
        return rootNow()!
      }),
    replaceRoot: (from, to) =>
      attempt(where, () => {
        const { changes } = replaceRoot.run(to, tenant, from)
        emptyLog(db)
        return changes === 1
      }),
    find: (owner) => attempt(where, () => look(owner)),
    keep: (owner, wrapped) =>
      attempt(where, () =>
        transaction(db, () => {
          const kept = look(owner)
          if (kept === undefined) keep.run(tenant, owner.machine, owner.id, owner.subject, wrapped)
          return kept ?? wrapped
        })
      ),
    forget: (whose) =>
      attempt(where, () => {
        transaction(db, () => {
          if ("subject" in whose) {
            forgetPerson.run(tenant, whose.subject)
            dropOfPerson.run(tenant, whose.subject)
          } else {
            const { id, machine } = whose.stream
            forgetStream.run(tenant, machine, id)
            dropOfStream.run(tenant, machine, id)
          }
        })
        emptyLog(db)
      })
  }
}

/**
 * Keys in `file.keys`, the master key from the environment or in `file.master`.
 *
 * **When to use** With a store of facts of your own; `SqliteStore.layer` has this one in it.
 *
 * **Gotchas** Whoever has the facts, the keys and the master key reads everything: keep copies of the three apart. A copy
 * of the keys that was made before somebody was forgotten still opens their words in any copy of the facts, so make few
 * of them, and let them grow old together.
 *
 * @example
 * ```ts
 * import { Vault } from "@groeikring/storage"
 * import { SqliteVault } from "@groeikring/storage-sqlite"
 * import { Effect } from "effect"
 *
 * const box = { machine: "Pap", id: "p1", subject: "p-femke", type: "PapCommitted", version: 2 }
 * const program = Effect.gen(function* () {
 *   const vault = yield* Vault.Vault
 *   return yield* vault.open(box, yield* vault.seal(box, ["bij de deur"]))
 * })
 * await Effect.runPromise(Effect.provide(program, SqliteVault.layer(":memory:"))) // => ["bij de deur"]
 * ```
 */
export const layer = (file: string, { tenant = defaultTenant }: Tenancy = {}): Layer.Layer<Vault.Vault> => {
  if (file === ":memory:") return Vault.layerMemory
  const where = `${file}.keys`
  const opened = Effect.gen(function* () {
    // SQLite gives its log the mode of the file, so the file is there before the log is.
    yield* attempt(where, () => {
      try {
        closeSync(openSync(where, "a", 0o600))
        chmodSync(where, 0o600)
      } catch (cause) {
        throw new StoreUnusable(where, "cannot be opened", "Check that its folder exists and that you may write there.", cause)
      }
    })
    const db = yield* open(where, migrations, "PRAGMA secure_delete=ON")
    const isNew = yield* attempt(where, () => {
      emptyLog(db)
      return db.prepare("SELECT 1 FROM roots").get() === undefined
    })
    return Layer.merge(
      Layer.succeed(Vault.Keys, keysOf(where, db, tenant)),
      Layer.effect(Vault.MasterKey, masterKey(`${file}.master`, isNew))
    )
  })
  return Layer.fresh(Vault.layer).pipe(Layer.provide(Layer.unwrap(opened)), Layer.provide(aead))
}
