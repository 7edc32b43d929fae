/** Lines of text from a file and into one, a piece at a time, so that memory does not grow with the file. */
import { StoreUnusable } from "@groeikring/storage"
import { Effect, Stream } from "effect"
import { createReadStream, existsSync, writeSync } from "node:fs"
import { createInterface } from "node:readline"
import { wholeFile } from "./WholeFile.ts"

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

/** Writes lines into a whole file under its name, or into none. */
export const writeLines = <E, R>(file: string, lines: Stream.Stream<string, E, R>): Effect.Effect<void, E, R> =>
  Effect.suspend(() =>
    existsSync(file)
      ? Effect.die(isThere(file))
      : wholeFile(file, (to) =>
          Stream.runForEachArray(lines, (some) => Effect.sync(() => void writeSync(to, some.map((text) => `${text}\n`).join(""))))
        )
  )
