// Opens many new schools from a process of its own, each at a moment agreed with others: `node opener.ts FOLDER COUNT MOMENT`.
import { Effect } from "effect"
import { join } from "node:path"
import { SqliteStore } from "../src/index.ts"

const [folder, count, moment] = process.argv.slice(2)
for (let n = 0; n < Number(count); n++) {
  // Waits awake: a timer is not as exact as the race that is looked for.
  while (Date.now() < Number(moment) + n * 100);
  await Effect.runPromise(Effect.scoped(Effect.provide(Effect.void, SqliteStore.layer(join(folder!, `school-${n}.db`)))))
}
