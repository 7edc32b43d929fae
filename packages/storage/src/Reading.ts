/** Reading all facts, a page at a time, so that memory does not grow with the store. */
import { Effect } from "effect"
import type { Checkpoint, EventStore, Fact } from "./EventStore.ts"

const page = 1_000

/** Visits every fact in their order, from a checkpoint on, and says where it ended. */
export const eachFact = Effect.fnUntraced(function* <E, R>(
  store: EventStore["Service"],
  visit: (fact: Fact) => Effect.Effect<void, E, R>,
  from: Checkpoint = ""
) {
  for (let at = from; ;) {
    const facts = yield* store.readAll(at, page)
    for (const fact of facts) yield* visit(fact)
    if (facts.length === 0) return at
    at = facts.at(-1)!.position
  }
})
