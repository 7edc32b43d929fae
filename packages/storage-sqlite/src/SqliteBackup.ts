/** Copies of the files of a school, each of one kind alone: never facts and keys in one. */
import { StoreUnusable } from "@groeikring/storage"
import { Effect } from "effect"
import { chmodSync, existsSync, readdirSync, renameSync, rmSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { attempt, open } from "./Database.ts"
import { keysOf } from "./SqliteVault.ts"

/** A whole copy under its name, or no copy: it is written beside, and then gets its name. */
const copy = (from: string, to: string) =>
  Effect.scoped(
    Effect.gen(function* () {
      if (from === to || existsSync(to)) return yield* isThere(to)
      if (!existsSync(from)) return yield* isMissing(from)
      const db = yield* open(from, undefined)
      const half = `${to}.half`
      yield* attempt(to, () => {
        rmSync(half, { force: true })
        db.prepare("VACUUM INTO ?").run(half)
        chmodSync(half, 0o600)
        renameSync(half, to)
      }).pipe(Effect.onError(() => Effect.sync(() => rmSync(half, { force: true }))))
    })
  )
const isThere = (file: string) =>
  Effect.die(new StoreUnusable(file, "is there already", "Choose another name, or move it away first."))
const isMissing = (file: string) => Effect.die(new StoreUnusable(file, "is not there", "Check its name."))

/**
 * Copies the facts of a store while others write to it. The copy is a store of its own, without the keys: it opens no
 * words but where the keys are.
 */
export const backup = (file: string, to: string): Effect.Effect<void> => copy(file, to)

/** Makes a store of a copy, where there is none yet. Its keys, when they are there, are left as they are. */
export const restore = (from: string, file: string): Effect.Effect<void> =>
  Effect.flatMap(check(from), (problems) =>
    problems.length > 0
      ? Effect.die(new StoreUnusable(from, "is damaged", "Take another copy.", undefined, problems))
      : copy(from, file)
  )

/** What SQLite finds wrong with a file: nothing, when it is whole. */
export const check = (file: string): Effect.Effect<ReadonlyArray<string>> =>
  Effect.scoped(
    Effect.gen(function* () {
      if (!existsSync(file)) return yield* isMissing(file)
      const db = yield* open(file, undefined)
      return yield* attempt(file, () => {
        const whole = db
          .prepare("PRAGMA integrity_check")
          .all()
          .map(({ integrity_check: said }) => String(said))
        const lost = db.prepare("PRAGMA foreign_key_check").all()
        return [
          ...whole.filter((said) => said !== "ok"),
          ...lost.map(({ parent, table }) => `a row of ${String(table)} names no row of ${String(parent)}`)
        ]
      })
    })
  )

const day = /^\d{4}-\d{2}-\d{2}$/
const prefixOf = (file: string) => `${basename(keysOf(file))}.of-`

/** A copy of the keys, and the day it was made (ISO). */
export interface KeysCopy {
  readonly file: string
  readonly day: string
}

/** The copies of the keys that lie beside a store, oldest first. */
export const keysCopies = (file: string): Effect.Effect<ReadonlyArray<KeysCopy>> =>
  attempt(file, () =>
    readdirSync(dirname(file))
      .filter((name) => name.startsWith(prefixOf(file)))
      .map((name) => ({ file: join(dirname(file), name), day: name.slice(prefixOf(file).length) }))
      .filter((copy) => day.test(copy.day))
      .toSorted((one, other) => (one.day < other.day ? -1 : 1))
  )

/**
 * Copies the keys of today beside them, once a day. Keep such copies where the facts are not, and no longer than their
 * term: until then they open what was erased since they were made.
 */
export const backupKeys = (file: string, today: string): Effect.Effect<KeysCopy> => {
  const to = `${keysOf(file)}.of-${today}`
  return Effect.as(
    Effect.suspend(() => (existsSync(to) ? Effect.void : copy(keysOf(file), to))),
    { file: to, day: today }
  )
}

/** Destroys the copies of the keys that were made before this day, and says which. */
export const expireKeys = (file: string, before: string): Effect.Effect<ReadonlyArray<KeysCopy>> =>
  Effect.flatMap(keysCopies(file), (copies) => {
    const old = copies.filter(({ day }) => day < before)
    return Effect.as(
      attempt(file, () => old.forEach((copy) => rmSync(copy.file))),
      old
    )
  })
