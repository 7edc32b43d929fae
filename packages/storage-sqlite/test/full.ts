// Fills a disk, makes room, and goes on: `node full.ts FOLDER`, in a folder on a small disk. Says how it went as JSON.
import { EventStore } from "@groeikring/storage"
import { Cause, Effect, Exit } from "effect"
import { rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { SqliteStore, StoreUnusable } from "../src/index.ts"
import { count } from "./tally.ts"

const folder = process.argv[2]!
const ballast = join(folder, "ballast")
writeFileSync(ballast, Buffer.alloc(200_000))

const report = await Effect.runPromise(
  Effect.gen(function* () {
    const store = yield* EventStore
    let answered = 0
    let problem = ""
    while (problem === "") {
      const exit = yield* Effect.exit(count("filling", `filling ${answered}`, "x".repeat(500)))
      if (Exit.isSuccess(exit)) answered++
      else {
        const defect = Cause.squash(exit.cause)
        problem = defect instanceof StoreUnusable ? defect.message.replace(folder, "…") : String(defect)
      }
    }
    const kept = (yield* store.readAll("", 100_000)).length
    rmSync(ballast)
    yield* count("filling", "after", "there is room")
    return { problem, lost: answered - kept, after: (yield* store.readAll("", 100_000)).length - kept }
  }).pipe(Effect.provide(SqliteStore.facts(join(folder, "school.db"))))
)
process.stdout.write(JSON.stringify(report))
