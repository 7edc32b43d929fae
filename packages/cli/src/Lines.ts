/** Lines of text from a file and into one, a piece at a time, so that memory does not grow with the file. */
import { StoreUnusable } from "@groeikring/storage"
import { Effect, Stream } from "effect"
import { createReadStream, existsSync, statSync, writeSync } from "node:fs"
import { createInterface } from "node:readline"
import { wholeFile } from "./WholeFile.ts"

/** Asked before anything is made because of what is in a file. */
export const mustBeFile = (file: string): Effect.Effect<void> =>
  Effect.suspend(() =>
    !existsSync(file)
      ? Effect.die(new StoreUnusable(file, "is not there", "Check its name."))
      : statSync(file).isDirectory()
        ? Effect.die(new StoreUnusable(file, "is a folder and no file", "Name a file in it."))
        : Effect.void
  )

/** The lines of a file. */
export const linesOf = (file: string): Stream.Stream<string> =>
  Stream.suspend(() =>
    Stream.fromAsyncIterable(
      createInterface({ input: createReadStream(file), crlfDelay: Infinity }),
      (cause) => new StoreUnusable(file, "cannot be read", "Give yourself permission to read it.", cause)
    )
  ).pipe(Stream.orDie)

/** Asked of all files that will be made before the first of them is. */
export const mustBeFree = (...files: ReadonlyArray<string>): Effect.Effect<void> =>
  Effect.suspend(() => {
    const taken = files.find((file) => existsSync(file))
    return taken === undefined
      ? Effect.void
      : Effect.die(new StoreUnusable(taken, "is there already", "Choose another name, or move it away first."))
  })

/** Writes lines into a whole file under its name, or into none. */
export const writeLines = <E, R>(file: string, lines: Stream.Stream<string, E, R>): Effect.Effect<void, E, R> =>
  Effect.andThen(
    mustBeFree(file),
    wholeFile(file, (to) =>
      Stream.runForEachArray(lines, (some) => Effect.sync(() => void writeSync(to, some.map((text) => `${text}\n`).join(""))))
    )
  )
