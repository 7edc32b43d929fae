// Opens a new store from a process of its own, at a moment agreed with others: `node opener.ts ADDRESS MASTER MOMENT`.
import { EventStore } from "@groeikring/storage"
import { Effect } from "effect"
import { PostgresStore } from "../src/index.ts"

const [url, masterKey, moment] = process.argv.slice(2)
// Waits awake: a timer is not as exact as the race that is looked for.
while (Date.now() < Number(moment));
const store = PostgresStore.layer(url!, { masterKey: masterKey! })
await Effect.runPromise(Effect.provide(Effect.asVoid(Effect.service(EventStore)), store))
