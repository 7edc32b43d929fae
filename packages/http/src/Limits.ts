/** How much one person may ask in a while, and how long they may listen to how many streams. */
import { Refusal } from "@groeikring/core"
import { Clock, Effect, Schema } from "effect"

export class TooOften extends Refusal.refusal(
  "TooOften",
  ({ seconds }) => `That is more than this server answers one person. Wait ${seconds} seconds and go on.`,
  { seconds: Schema.Int }
) {}

export interface Allowance {
  /** Requests at once. */
  readonly burst: number
  /** Requests a second after that. */
  readonly perSecond: number
  /** Streams of events at the same time. */
  readonly streams: number
}
export const usual: Allowance = { burst: 200, perSecond: 50, streams: 8 }

/** A bucket per person that fills itself. Those that are full again are forgotten. */
export const limits = ({ burst, perSecond, streams }: Allowance) => {
  const buckets = new Map<string, { readonly left: number; readonly at: number }>()
  const listening = new Map<string, number>()
  const leftAt = (person: string, now: number) => {
    const bucket = buckets.get(person)
    // A clock that is set back takes nothing away.
    return bucket === undefined ? burst : Math.min(burst, bucket.left + (Math.max(0, now - bucket.at) / 1000) * perSecond)
  }
  return {
    /** Takes one request, or what is worth more of them, of what a person has left. */
    ask: Effect.fnUntraced(function* (person: string, price = 1) {
      const now = yield* Clock.currentTimeMillis
      if (buckets.size > 10_000) for (const one of buckets.keys()) if (leftAt(one, now) >= burst) buckets.delete(one)
      const left = leftAt(person, now)
      if (left < price) return yield* Effect.fail(new TooOften({ seconds: Math.ceil((price - left) / perSecond) }))
      buckets.set(person, { left: left - price, at: now })
    }),
    /** Takes one of the streams of a person, for as long as what they asked takes to answer. */
    listen: (person: string) =>
      Effect.acquireRelease(
        Effect.suspend(() => {
          const open = listening.get(person) ?? 0
          if (open >= streams) return Effect.fail(new TooOften({ seconds: 30 }))
          listening.set(person, open + 1)
          return Effect.void
        }),
        () =>
          Effect.sync(() => {
            const open = listening.get(person)! - 1
            if (open > 0) listening.set(person, open)
            else listening.delete(person)
          })
      )
  }
}
export type Limits = ReturnType<typeof limits>
