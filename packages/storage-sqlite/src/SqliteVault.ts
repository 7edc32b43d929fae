/** The vault of a school: wrapped keys in a file of their own, so that a copy of the facts opens nothing. */
import { defaultTenant, StoreUnusable, Vault } from "@groeikring/storage"
import { aead, masterKey, nextMasterKey, replaceMasterKey } from "@groeikring/storage/node"
import { Effect, Layer } from "effect"
import { chmodSync, closeSync, existsSync, openSync } from "node:fs"
import type { DatabaseSync } from "node:sqlite"
import { attempt, open, transaction } from "./Database.ts"

/** How a store is opened: for the one school there is, with a master key of its own, when nothing is said. */
export interface Opening {
  /** The school or the board, as the board numbers it, where one file holds more than one. */
  readonly tenant?: string
  /** A key management service in the place of the environment and the file. */
  readonly masterKey?: Layer.Layer<Vault.MasterKey>
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

const keysIn = (where: string, db: DatabaseSync, tenant: string): Vault.Keys["Service"] => {
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
export const layer = (file: string, { masterKey: service, tenant = defaultTenant }: Opening = {}): Layer.Layer<Vault.Vault> => {
  if (file === ":memory:") return Vault.layerMemory
  const where = keysOf(file)
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
      return tenantsIn(db).length === 0
    })
    return Layer.merge(
      Layer.succeed(Vault.Keys, keysIn(where, db, tenant)),
      service ?? Layer.effect(Vault.MasterKey, masterKey(masterOf(file), isNew))
    )
  })
  return Layer.fresh(Vault.layer).pipe(Layer.provide(Layer.unwrap(opened)), Layer.provide(aead))
}

/** The file of the keys of a store, and that of its master key. */
export const keysOf = (file: string): string => `${file}.keys`
const masterOf = (file: string) => `${file}.master`

const tenantsIn = (db: DatabaseSync) =>
  db
    .prepare("SELECT tenant FROM roots ORDER BY tenant")
    .all()
    .map(({ tenant }) => String(tenant))

/**
 * Replaces the master key: with the one in `GROEIKRING_NEXT_MASTER_KEY`, else with a fresh one in its file. Answers with
 * the tenants whose root key is wrapped anew. No fact changes, and who has the store open goes on.
 *
 * **Gotchas** After a crash halfway, do it again: until then either key opens the store. A copy of the keys that was made
 * before still needs the old one. With a key management service, ask `rotate` of the vault.
 */
export const rotate = (file: string): Effect.Effect<ReadonlyArray<string>> =>
  Effect.gen(function* () {
    const keys = keysOf(file)
    // The old master key would be gone, and with it what it opens where the keys are now.
    if (!existsSync(keys)) return yield* Effect.die(new StoreUnusable(keys, "is not there", "Put it back first."))
    const tenants = yield* Effect.scoped(Effect.flatMap(open(keys, migrations), (db) => attempt(keys, () => tenantsIn(db))))
    const next = yield* nextMasterKey(masterOf(file))
    yield* Effect.forEach(tenants, (tenant) =>
      Effect.flatMap(Vault.Vault, (vault) => vault.rotate(next)).pipe(Effect.provide(layer(file, { tenant })))
    )
    yield* replaceMasterKey(masterOf(file))
    return tenants
  }).pipe(Effect.provide(aead))
