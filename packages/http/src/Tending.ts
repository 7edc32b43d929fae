/** The clock of a server: the process rules do what is due, now and every minute. */
import { School } from "@groeikring/storage"
import { Clock, Effect, Layer, Schedule } from "effect"

export const tending: Layer.Layer<never, never, School> = Layer.effectDiscard(
  Effect.gen(function* () {
    const school = yield* School
    const tend = Effect.flatMap(Clock.currentTimeMillis, (millis) => school.tend(Math.floor(millis / 60_000))).pipe(
      Effect.catchCause((cause) => Effect.logError("The process rules could not do what was due", cause))
    )
    yield* Effect.forkScoped(Effect.repeat(tend, Schedule.spaced("1 minute")))
  })
)
