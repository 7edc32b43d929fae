/** The master key of a school that keeps it itself: in the environment, or in a file that only its owner can read. */
import { type Context, Effect } from "effect"
import type * as Aead from "effect/crypto/Aead"
import { randomBytes } from "node:crypto"
import { closeSync, existsSync, fsyncSync, linkSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { StoreUnusable } from "./StoreUnusable.ts"
import { MasterKey, masterKeyOf, MasterKeyMissing, MasterKeyWrong } from "./Vault.ts"

const variable = "GROEIKRING_MASTER_KEY"
const nextVariable = "GROEIKRING_NEXT_MASTER_KEY"
const nextOf = (file: string) => `${file}.next`

/**
 * The master key: 32 bytes in base64 from `GROEIKRING_MASTER_KEY` where that is set, else from `file`, which is made when
 * the vault is new. Dies with `MasterKeyMissing`, `MasterKeyWrong` or `StoreUnusable`.
 *
 * While a key is being replaced it opens what either of the two locked, so that no moment of a crash locks anybody out.
 */
export const masterKey = (
  file: string,
  isNew: boolean
): Effect.Effect<Context.Service.Shape<typeof MasterKey>, never, Aead.Aead> =>
  Effect.gen(function* () {
    const current = yield* Effect.flatMap(
      orDefect(() => given(variable, file, isNew)),
      masterKeyOf
    )
    if (process.env[nextVariable] === undefined && !existsSync(nextOf(file))) return current
    const next = yield* nextMasterKey(file)
    return MasterKey.of({
      wrap: current.wrap,
      unwrap: (wrapped, about) =>
        Effect.filterOrElse(
          current.unwrap(wrapped, about),
          (key) => key !== undefined,
          () => next.unwrap(wrapped, about)
        )
    })
  })

/**
 * The key that comes in the place of the master key: from `GROEIKRING_NEXT_MASTER_KEY` where that is set, else from a file
 * beside that of the master key, which is made when it is not there.
 */
export const nextMasterKey = (file: string) =>
  Effect.flatMap(
    orDefect(() => given(nextVariable, nextOf(file), true)),
    masterKeyOf
  )

/** Puts the next master key in the place of the master key, when all is wrapped with it. A key from the environment is replaced there. */
export const replaceMasterKey = (file: string): Effect.Effect<void> =>
  orDefect(() => {
    if (!existsSync(nextOf(file))) return
    renameSync(nextOf(file), file)
    syncFolderOf(file)
  })

/** What is wrong with a file is a defect, as with every other part of a store. */
const orDefect = <A>(run: () => A): Effect.Effect<A> =>
  Effect.suspend(() => {
    try {
      return Effect.succeed(run())
    } catch (cause) {
      return Effect.die(cause)
    }
  })

const given = (variable: string, file: string, isNew: boolean): Uint8Array => {
  const set = process.env[variable]
  if (set !== undefined) return checked(set, `The variable ${variable}`, "Give 32 bytes in base64.")
  if (!existsSync(file)) {
    if (!isNew) {
      throw new MasterKeyMissing(
        file,
        "is missing, and it is the key to the words of this school",
        `Put it back, or set ${variable}.`
      )
    }
    try {
      make(file)
    } catch (cause) {
      if (!existsSync(file))
        throw new StoreUnusable(file, "cannot be made", "Check that its folder exists and that you may write there.", cause)
    }
  }
  try {
    return checked(readFileSync(file, "utf8"), file, "Put the right file back.")
  } catch (cause) {
    if (cause instanceof StoreUnusable) throw cause
    throw new StoreUnusable(file, "cannot be read", "Give yourself permission to read it.", cause)
  }
}

const checked = (base64: string, what: string, advice: string) => {
  const key = Buffer.from(base64, "base64")
  if (key.length !== 32) throw new MasterKeyWrong(what, "does not hold a master key", advice)
  return key
}

/**
 * Writes the key beside its place, and then gives it its name. Of two processes that start at once one is first, and the
 * other never reads half a key; and it is on the disk before the first word is sealed with it.
 */
const make = (file: string) => {
  const beside = `${file}.${randomBytes(6).toString("hex")}`
  try {
    writeFileSync(beside, `${randomBytes(32).toString("base64")}\n`, { flag: "wx", mode: 0o600, flush: true })
    linkSync(beside, file)
  } finally {
    rmSync(beside, { force: true })
  }
  syncFolderOf(file)
}

/** So that the name of a file is on the disk too. A folder can be synced on Linux and macOS alone. */
const syncFolderOf = (file: string) => {
  if (process.platform === "win32") return
  const folder = openSync(dirname(file), "r")
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
