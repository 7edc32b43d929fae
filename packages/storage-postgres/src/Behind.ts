/** Work that goes on behind what asked for it. */
import { type Duration, Effect, Queue, type Scope } from "effect"

/**
 * Gives a way to ask for something: asked many times at once it is done once, with a rest after each time. What was asked
 * last is done before the scope closes.
 */
export const behind = (work: Effect.Effect<void>, rest: Duration.Input): Effect.Effect<Effect.Effect<void>, never, Scope.Scope> =>
  Effect.gen(function* () {
    const asked = yield* Queue.sliding<void>(1)
    yield* Effect.addFinalizer(() => Effect.flatMap(Queue.size(asked), (left) => (left > 0 ? work : Effect.void)))
    yield* Queue.take(asked).pipe(
      Effect.andThen(Effect.uninterruptible(work)),
      Effect.andThen(Effect.sleep(rest)),
      Effect.forever,
      Effect.forkScoped
    )
    return asked
  }).pipe(Effect.map((asked) => Effect.asVoid(Queue.offer(asked, undefined))))
