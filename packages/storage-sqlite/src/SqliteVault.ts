/** The vault of a school: wrapped keys in a file of their own, so that a copy of the facts opens nothing. */
import { Vault } from "@groeikring/storage"
import { Effect, Layer } from "effect"
import * as Aead from "effect/crypto/Aead"
import * as SecureRandom from "effect/crypto/SecureRandom"
import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto"
import { chmodSync, closeSync, existsSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from "node:fs"
import { dirname } from "node:path"
import type { DatabaseSync } from "node:sqlite"
import { attempt, open, StoreUnusable, transaction } from "./Database.ts"

const migrations = [
  `
  CREATE TABLE keys (
    machine TEXT NOT NULL,
    id TEXT NOT NULL,
    subject TEXT NOT NULL,
    wrapped BLOB NOT NULL,
    PRIMARY KEY (machine, id, subject)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX keys_of_a_person ON keys (subject);
  CREATE TABLE forgotten_people (subject TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  CREATE TABLE forgotten_streams (machine TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (machine, id)) STRICT, WITHOUT ROWID;
  CREATE TABLE master (fingerprint TEXT NOT NULL) STRICT;
  `
]

/** Node's own AES-256-GCM: three times as fast as the Web Crypto of the same machine for words of this length. */
const aead = Aead.layerWebCryptoWith({
  implementations: {
    aes256Gcm: {
      encrypt: (key, nonce, plain, aad) => {
        const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(aad)
        return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
      },
      decrypt: (key, nonce, sealed, aad) => {
        const decipher = createDecipheriv("aes-256-gcm", key, nonce).setAAD(aad).setAuthTag(sealed.subarray(-16))
        try {
          return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
        } catch {
          return undefined
        }
      }
    }
  }
}).pipe(Layer.provide(SecureRandom.layerWebCrypto))

const variable = "GROEIKRING_MASTER_KEY"

/** There are keys, and the master key that they are wrapped with is not where it was. */
export class MasterKeyMissing extends StoreUnusable {
  override readonly name = "MasterKeyMissing"
}
/** What was given as the master key is none, or is not the one that the keys are wrapped with. */
export class MasterKeyWrong extends StoreUnusable {
  override readonly name = "MasterKeyWrong"
}

/** The master key: from the environment, or from a file that is made on first use and that only its owner can read. */
const masterKey = (file: string, isNew: boolean): Uint8Array => {
  const given = process.env[variable]
  if (given !== undefined) return checked(Buffer.from(given, "base64"), `The variable ${variable}`, "Give 32 bytes in base64.")
  if (!existsSync(file)) {
    if (!isNew) {
      throw new MasterKeyMissing(
        file,
        "is missing, and it is the key to the words of this school",
        `Put it back, or set ${variable}.`
      )
    }
    try {
      makeMasterKey(file)
    } catch (cause) {
      if (!existsSync(file))
        throw new StoreUnusable(file, "cannot be made", "Check that its folder exists and that you may write there.", cause)
    }
  }
  try {
    return checked(Buffer.from(readFileSync(file, "utf8"), "base64"), file, "Put the right file back.")
  } catch (cause) {
    if (cause instanceof StoreUnusable) throw cause
    throw new StoreUnusable(file, "cannot be read", "Give yourself permission to read it.", cause)
  }
}
/**
 * Writes the key beside its place, and then gives it its name. Of two processes that start at once one is first, and the
 * other never reads half a key; and it is on the disk before the first word is sealed with it.
 */
const makeMasterKey = (file: string) => {
  const beside = `${file}.${randomBytes(6).toString("hex")}`
  try {
    const made = openSync(beside, "wx", 0o600)
    writeSync(made, randomBytes(32).toString("base64") + "\n")
    fsyncSync(made)
    closeSync(made)
    linkSync(beside, file)
  } finally {
    rmSync(beside, { force: true })
  }
  // A folder can be synced on Linux and macOS alone.
  if (process.platform === "win32") return
  const folder = openSync(dirname(file), "r")
  fsyncSync(folder)
  closeSync(folder)
}
const checked = (key: Uint8Array, what: string, advice: string) => {
  if (key.length !== 32) throw new MasterKeyWrong(what, "does not hold a master key", advice)
  return key
}

/** A store whose keys were wrapped by another master key is found at the door, not at the first word. */
const fit = (db: DatabaseSync, file: string, master: Uint8Array) => {
  const fingerprint = createHash("sha256").update("groeikring master key").update(master).digest("hex").slice(0, 32)
  const known = transaction(db, () => {
    const row = db.prepare("SELECT fingerprint FROM master").get()
    if (row === undefined) db.prepare("INSERT INTO master VALUES (?)").run(fingerprint)
    return row?.["fingerprint"] ?? fingerprint
  })
  if (known !== fingerprint) {
    throw new MasterKeyWrong(
      file,
      "was locked with another master key",
      `Put back the key it was made with, or set ${variable} to it.`
    )
  }
}

/**
 * The pages of a deleted key are overwritten (`secure_delete`), and so is the log that still holds it. Another process
 * that is reading just now keeps that from happening; then it happens with the next key that goes, or on the next start.
 */
const emptyLog = (db: DatabaseSync) => db.exec("PRAGMA wal_checkpoint(TRUNCATE)")

const keysOf = (file: string, db: DatabaseSync): Vault.Keys["Service"] => {
  const isForgotten = db.prepare(
    "SELECT 1 FROM forgotten_people WHERE subject = ? UNION ALL SELECT 1 FROM forgotten_streams WHERE machine = ? AND id = ?"
  )
  const find = db.prepare("SELECT wrapped FROM keys WHERE machine = ? AND id = ? AND subject = ?")
  const keep = db.prepare("INSERT OR IGNORE INTO keys VALUES (?, ?, ?, ?)")
  const forgetPerson = db.prepare("INSERT OR IGNORE INTO forgotten_people VALUES (?)")
  const dropOfPerson = db.prepare("DELETE FROM keys WHERE subject = ?")
  const forgetStream = db.prepare("INSERT OR IGNORE INTO forgotten_streams VALUES (?, ?)")
  const dropOfStream = db.prepare("DELETE FROM keys WHERE machine = ? AND id = ?")
  const look = ({ id, machine, subject }: Vault.Owner) => {
    const row = find.get(machine, id, subject)
    return row !== undefined
      ? (row["wrapped"] as Uint8Array)
      : isForgotten.get(subject, machine, id) !== undefined
        ? ("Forgotten" as const)
        : undefined
  }
  return {
    find: (owner) => attempt(file, () => look(owner)),
    keep: (owner, wrapped) =>
      attempt(file, () =>
        transaction(db, () => {
          const kept = look(owner)
          if (kept === undefined) keep.run(owner.machine, owner.id, owner.subject, wrapped)
          return kept ?? wrapped
        })
      ),
    forget: (whose) =>
      attempt(file, () => {
        transaction(db, () => {
          if ("subject" in whose) {
            forgetPerson.run(whose.subject)
            dropOfPerson.run(whose.subject)
          } else {
            const { id, machine } = whose.stream
            forgetStream.run(machine, id)
            dropOfStream.run(machine, id)
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
export const layer = (file: string): Layer.Layer<Vault.Vault> => {
  if (file === ":memory:") return Vault.layerMemory
  const where = `${file}.keys`
  const opened = Effect.gen(function* () {
    const isNew = yield* attempt(where, () => !existsSync(where))
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
    const master = yield* attempt(where, () => {
      emptyLog(db)
      const key = masterKey(`${file}.master`, isNew || db.prepare("SELECT 1 FROM master").get() === undefined)
      fit(db, where, key)
      return key
    })
    return { db, master }
  })
  return Layer.fresh(Vault.layer).pipe(
    Layer.provide(
      Layer.unwrap(
        Effect.map(opened, ({ db, master }) =>
          Layer.merge(Layer.succeed(Vault.Keys, keysOf(where, db)), Layer.succeed(Vault.MasterKey, master))
        )
      )
    ),
    Layer.provide(aead)
  )
}
