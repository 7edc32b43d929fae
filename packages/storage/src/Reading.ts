/** Reading all facts, a page at a time, so that memory does not grow with the store. */
import { Effect } from "effect"
import type { Checkpoint, EventStore, Fact } from "./EventStore.ts"

const page = 1_000

/** Visits every fact that is there in their order, from a checkpoint on, and says where it ended. */
export const eachFact = Effect.fnUntraced(function* <E, R>(
  store: EventStore["Service"],
  visit: (fact: Fact) => Effect.Effect<void, E, R>,
  from: Checkpoint = ""
) {
  for (let at = from; ;) {
    const facts = yield* store.readAll(at, page)
    for (const fact of facts) yield* visit(fact)
    at = facts.at(-1)?.position ?? at
    // A page that is not full had the last of them.
    if (facts.length < page) return at
  }
})
