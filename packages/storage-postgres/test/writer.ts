// Four writers in a process of their own: `node writer.ts ADDRESS NAME COUNT`. Says each fact it has the answer of.
import { EventStore } from "@groeikring/storage"
import { Effect } from "effect"
import { PostgresStore } from "../src/index.ts"
import { fact, write } from "./writes.ts"

const [url, name, count] = process.argv.slice(2)

const writer = Effect.fnUntraced(function* (store: EventStore["Service"], who: string) {
  const own = `own ${who}`
  // Goes on where it was, also when it was killed before it had the answer.
  const { length } = yield* store.read({ machine: "Plan", id: own })
  for (let n = length; n < Number(count); n++) {
    const facts = [{ ...fact(n), actor: who }] as const
    const everyones = write("everyone's", "Something", { facts, command: `${who} ${n} everyone's` })
    yield* store.appendAll([write(own, n, { facts, command: `${who} ${n}` }), everyones])
    process.stdout.write(`${who} ${n}\n`)
  }
})
const program = Effect.flatMap(EventStore, (store) =>
  Effect.forEach(["a", "b", "c", "d"], (one) => writer(store, `${name}-${one}`), { concurrency: "unbounded" })
)
await Effect.runPromise(Effect.provide(program, PostgresStore.facts(url!)))
