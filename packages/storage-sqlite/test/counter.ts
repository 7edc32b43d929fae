// Counts in one store from a process of its own until it is killed: `node counter.ts FILE NAME LANES`, so many at once. Says
// each command it has the answer of.
import { catchUp, EventStore, Rows } from "@groeikring/storage"
import { Effect } from "effect"
import { writeSync } from "node:fs"
import { SqliteStore } from "../src/index.ts"
import { count, totals } from "./tally.ts"

const [file, name, lanes] = process.argv.slice(2)
await Effect.runPromise(
  Effect.gen(function* () {
    const store = yield* EventStore
    const rows = yield* Rows
    const lane = Effect.fnUntraced(function* (own: string) {
      for (let n = 0; ; n++) {
        // One stream of all, and one of its own.
        const command = `${own} ${n}`
        yield* count(n % 2 === 0 ? "shared" : own, command, name!.split(" ")[0]!)
        writeSync(1, `${command}\n`)
        if (n % 10 === 9) yield* catchUp(totals, store, rows)
      }
    })
    const all = Array.from({ length: Number(lanes) }, (_, n) => lane(`${name} l${n}`))
    yield* Effect.all(all, { concurrency: "unbounded" })
  }).pipe(Effect.provide(SqliteStore.facts(file!)))
)
