/** Lines of text from a file and into one, a piece at a time, so that memory does not grow with the file. */
import { StoreUnusable } from "@groeikring/storage"
import { Effect, Stream } from "effect"
import { closeSync, createReadStream, existsSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs"
import { createInterface } from "node:readline"

const isThere = (file: string) => new StoreUnusable(file, "is there already", "Choose another name, or move it away first.")

/** The lines of a file. */
export const linesOf = (file: string): Stream.Stream<string> =>
  existsSync(file)
    ? Stream.orDie(
        Stream.fromAsyncIterable(
          createInterface({ input: createReadStream(file), crlfDelay: Infinity }),
          (cause) => new StoreUnusable(file, "cannot be read", "Give yourself permission to read it.", cause)
        )
      )
    : Stream.die(new StoreUnusable(file, "is not there", "Check its name."))

/** Writes a whole file under its name, or none: it is written beside, and then gets its name. Only its owner can read it. */
export const writeLines = <E, R>(file: string, lines: Stream.Stream<string, E, R>): Effect.Effect<void, E, R> =>
  Effect.suspend(() => {
    if (existsSync(file)) return Effect.die(isThere(file))
    const half = `${file}.half`
    return Effect.acquireUseRelease(
      Effect.sync(() => openSync(half, "w", 0o600)),
      (to) =>
        Effect.andThen(
          Stream.runForEachArray(lines, (some) =>
            Effect.sync(() => void writeSync(to, some.map((text) => `${text}\n`).join("")))
          ),
          Effect.sync(() => fsyncSync(to))
        ),
      (to, exit) =>
        Effect.sync(() => {
          closeSync(to)
          if (exit._tag === "Success") renameSync(half, file)
          else rmSync(half)
        })
    )
  })
