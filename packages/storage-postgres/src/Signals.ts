/**
 * Word of new facts, within this process and between processes. It is only a word: whoever misses it looks again a second
 * later.
 *
 * It is sent behind the write and not in it: transactions that notify are committed one by one, and so would every write be.
 */
import { Effect, PubSub, RcRef, Schedule, type Scope, Stream } from "effect"
import { behind } from "./Behind.ts"
import type { Database } from "./Database.ts"

const channel = "groeikring"

/** Whoever listens and is cut off comes back, after longer and longer, for ever. */
const returning = Schedule.min([Schedule.exponential("100 millis"), Schedule.spaced("5 seconds")])

export interface Signals {
  /** There are new facts. */
  readonly tell: Effect.Effect<void>
  /** Waits for word of new facts, for as long as the scope lasts. */
  readonly hear: Effect.Effect<Effect.Effect<void>, never, Scope.Scope>
}

export const signals = Effect.fnUntraced(function* ({
  connection,
  once,
  tenant
}: Database): Effect.fn.Return<Signals, never, Scope.Scope> {
  const heard = yield* PubSub.sliding<void>(1)
  const send = yield* behind(Effect.ignore(once("SELECT pg_notify($1, $2)", [channel, tenant])), "20 millis")
  const listening = Effect.gen(function* () {
    const notifications = yield* (yield* connection).listen(channel)
    yield* Stream.runForEach(Stream.fromQueue(notifications), ({ payload }) =>
      payload === tenant ? PubSub.publish(heard, undefined) : Effect.void
    )
  })
  // A connection for it is opened with the first who listens, and closed behind the last.
  const listener = yield* RcRef.make({ acquire: Effect.forkScoped(Effect.retry(Effect.scoped(listening), returning)) })
  return {
    tell: Effect.andThen(PubSub.publish(heard, undefined), send),
    hear: Effect.map(Effect.andThen(RcRef.get(listener), PubSub.subscribe(heard)), PubSub.take)
  }
})
