// Counts in one store from a process of its own until it is killed: `node counter.ts FILE NAME`. Says each command it has the answer of.
import { catchUp, EventStore, Rows } from "@groeikring/storage"
import { Effect } from "effect"
import { writeSync } from "node:fs"
import { SqliteStore } from "../src/index.ts"
import { count, totals } from "./tally.ts"

const [file, name] = process.argv.slice(2)
await Effect.runPromise(
  Effect.gen(function* () {
    const store = yield* EventStore
    const rows = yield* Rows
    for (let n = 0; ; n++) {
      // One stream of all, and one of its own.
      const command = `${name} ${n}`
      yield* count(n % 2 === 0 ? "shared" : name!, command, name!.split(" ")[0]!)
      writeSync(1, `${command}\n`)
      if (n % 10 === 9) yield* catchUp(totals, store, rows)
    }
  }).pipe(Effect.provide(SqliteStore.facts(file!)))
)
