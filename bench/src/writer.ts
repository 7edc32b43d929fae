// Appends for a while from a process of its own: `node writer.ts FILE NAME MILLISECONDS`. Says how many, and what went wrong.
import { EventStore } from "@groeikring/storage"
import { SqliteStore } from "@groeikring/storage-sqlite"
import { Effect } from "effect"
import { fact } from "./stores.ts"

const [file, name, time] = process.argv.slice(2)
const answer = await Effect.runPromise(
  Effect.gen(function* () {
    const store = yield* EventStore
    process.stdout.write("ready\n")
    yield* Effect.promise(() => new Promise((resolve) => process.stdin.once("data", resolve)))
    let [written, wrong] = [0, 0]
    for (const until = Date.now() + Number(time); Date.now() < until;) {
      const command = `${name}-${written + wrong}`
      const stream = { machine: "Plan", id: command }
      const exit = yield* Effect.exit(
        store.append({ stream, expected: 0, facts: [fact(written)], at: 1, command, correlation: command, links: {} })
      )
      if (exit._tag === "Success") written++
      else wrong++
    }
    return { written, wrong }
  }).pipe(Effect.provide(SqliteStore.facts(file!)))
)
process.stdout.write(`${JSON.stringify(answer)}\n`)
process.exit()
