/** A small machine that counts, and rows that say how far each count is. */
import { Machine } from "@groeikring/core"
import { EventStore, Projection, type Write } from "@groeikring/storage"
import { Effect, Schema } from "effect"

const Tally = Machine.make(
  Machine.lifecycle("Tally", {
    states: { Counting: { total: Schema.Int } },
    events: { Counted: { from: ["Start", "Counting"], to: "Counting", payload: { by: Schema.String } } },
    commands: { Count: { by: ["Founder", "System"], emits: ["Counted"] } }
  }),
  {
    decide: { Count: (_, __, { actor }) => ({ _tag: "Counted", by: actor }) },
    evolve: { Counted: (tally) => ({ total: tally._tag === "Start" ? 1 : tally.total + 1 }) }
  }
)
export const totals = Projection.make(
  "totals",
  {
    row: Schema.Struct({ total: Schema.Int, by: Schema.Array(Schema.String) }),
    foundBy: ["by"],
    of: (id) => ({ machine: "Tally", id })
  },
  (fold) => [
    fold(Tally, {
      Counted: ({ by }, { id }) => ({
        [id]: (row) => ({ total: (row?.total ?? 0) + 1, by: [...new Set([...(row?.by ?? []), by])].toSorted() })
      })
    })
  ]
)

/** Counts one further in a stream under this command, whoever else counts there. */
export const count = (id: string, command: string, by: string): Effect.Effect<void, never, EventStore> =>
  Effect.gen(function* () {
    const store = yield* EventStore
    const stream = { machine: "Tally", id }
    const facts: Write["facts"] = [{ type: "Counted", data: { _tag: "Counted", by }, boxes: {}, actor: by }]
    const about = { stream, facts, at: 29_290_000, command, correlation: command, links: {} }
    const once = Effect.flatMap(store.read(stream), ({ length }) => store.append({ ...about, expected: length }))
    yield* Effect.retry(once, { times: 1_000 })
  }).pipe(Effect.orDie)
