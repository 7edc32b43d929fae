/** The time at the school: it goes on while the school is open, and stands still while nobody is there. */
import { Clock, Context, Effect, Layer, Schedule } from "effect"
import { existsSync, readFileSync, writeFileSync } from "node:fs"

const fileOf = (store: string) => `${store}.clock`

/** When the school was last open; nothing when it never was. */
const lastOpen = (store: string): number | undefined => {
  if (!existsSync(fileOf(store))) return undefined
  const millis = Number(readFileSync(fileOf(store), "utf8"))
  return Number.isFinite(millis) ? millis : undefined
}

/** A clock that shows another time than that of the machine, and goes as fast. */
const shifted = (clock: Clock.Clock, by: number): Clock.Clock => {
  const nanos = BigInt(by) * 1_000_000n
  return {
    currentTimeMillisUnsafe: () => clock.currentTimeMillisUnsafe() + by,
    currentTimeMillis: Effect.map(clock.currentTimeMillis, (millis) => millis + by),
    currentTimeNanosUnsafe: () => clock.currentTimeNanosUnsafe() + nanos,
    currentTimeNanos: Effect.map(clock.currentTimeNanos, (now) => now + nanos),
    monotonicTimeNanosUnsafe: () => clock.monotonicTimeNanosUnsafe(),
    monotonicTimeNanos: clock.monotonicTimeNanos,
    sleep: (duration) => clock.sleep(duration)
  }
}

/** The clock of the school in this file. It begins at `begin`, and never stands before `latest`: what happened has happened. */
export const layer = (store: string, begin: number, latest: number): Layer.Layer<never> =>
  Layer.effectContext(
    Effect.gen(function* () {
      const clock = yield* Clock.Clock
      const millis = Math.max(lastOpen(store) ?? begin, latest)
      const ours = shifted(clock, Math.floor(millis - clock.currentTimeMillisUnsafe()))
      const keep = Effect.sync(() => writeFileSync(fileOf(store), String(ours.currentTimeMillisUnsafe())))
      yield* keep
      yield* Effect.addFinalizer(() => keep)
      yield* Effect.forkScoped(Effect.repeat(keep, Schedule.spaced("5 seconds")))
      return Context.make(Clock.Clock, ours)
    })
  )
