/** A file that is whole or is not there: written beside, and then given its name. Only its owner can read it. */
import { StoreUnusable } from "@groeikring/storage"
import { Effect } from "effect"
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync } from "node:fs"
import { dirname, resolve } from "node:path"

const full: ReadonlyArray<string | undefined> = ["ENOSPC", "EDQUOT", "EFBIG"]
/** What a disk says is wrong, as people say it. */
const unusable = (file: string, cause: unknown): unknown =>
  !(cause instanceof Error && "code" in cause)
    ? cause
    : full.includes(String(cause.code))
      ? new StoreUnusable(file, "cannot grow: the disk is full", "Make room and try again; what was there is whole.", cause)
      : new StoreUnusable(file, "cannot be written", "Give yourself permission to write the file and its folder.", cause)
const orUnusable = <A>(file: string, act: () => A): A => {
  try {
    return act()
  } catch (cause) {
    throw unusable(file, cause)
  }
}

/** Makes a folder with those it is in. Node's own way never ends where the system makes none. */
const make = (folder: string): void => {
  if (existsSync(folder)) return
  make(dirname(folder))
  mkdirSync(folder)
}

/** A folder to put files in, made where it was not there. */
export const folderAt = (folder: string): Effect.Effect<void> =>
  Effect.sync(() => {
    orUnusable(folder, () => make(resolve(folder)))
    if (!statSync(folder).isDirectory()) throw new StoreUnusable(folder, "is a file and no folder", "Name a folder.")
  })

/** Something to write into that is no file, such as a pipe: it is written as it is. */
const isNoFile = (file: string) => existsSync(file) && !statSync(file).isFile()
const isFolder = (file: string) => existsSync(file) && statSync(file).isDirectory()

/** Writes a whole file, or none. */
export const wholeFile = <E, R>(file: string, write: (to: number) => Effect.Effect<void, E, R>): Effect.Effect<void, E, R> =>
  Effect.suspend(() => {
    if (isFolder(file)) return Effect.die(new StoreUnusable(file, "is a folder and no file", "Name a file in it."))
    const beside = isNoFile(file) ? undefined : `${file}.half`
    return Effect.acquireUseRelease(
      Effect.sync(() =>
        orUnusable(file, () => {
          if (beside !== undefined) make(dirname(resolve(file)))
          return openSync(beside ?? file, "w", 0o600)
        })
      ),
      (to) =>
        Effect.andThen(
          write(to),
          Effect.sync(() => void (beside !== undefined && fsyncSync(to)))
        ).pipe(Effect.catchDefect((cause) => Effect.die(unusable(file, cause)))),
      (to, exit) =>
        Effect.sync(() =>
          orUnusable(file, () => {
            closeSync(to)
            if (beside === undefined) return
            if (exit._tag === "Success") renameSync(beside, file)
            else rmSync(beside, { force: true })
          })
        )
    )
  })
