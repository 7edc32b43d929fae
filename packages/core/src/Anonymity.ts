/**
 * Anonymity: what may be shown of a group without showing a person (domain 5.7, the k gate).
 *
 * Every number passes here. A unit is shown from `k` answers and enough response on; what remains hidden of a shown total
 * is never so little that it can be worked out. Below `detailFrom` answers there is only a mean, rounded to half points.
 */
import { Schema } from "effect"
import { Id } from "./Vocabulary.ts"

const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))
const Share = Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1 }))

/** How many it takes. A board may ask for more than five answers, never for fewer. */
export const Threshold = Schema.Struct({
  k: Schema.Int.check(Schema.isBetween({ minimum: 5, maximum: 10 })),
  /** The share of those invited that must have answered. */
  response: Share,
  /** From so many answers on: a mean to one decimal. Below it: half points, and no trend when few people changed. */
  detailFrom: Count,
  /** A unit in which no more people than this came or went gives them away by what changed. */
  fewChanged: Count,
  /** A smaller difference is no difference. */
  difference: Schema.Finite
})
export type Threshold = typeof Threshold["Type"]

/** How many of a unit were invited, and how many answered. */
export interface Response {
  readonly unit: string
  readonly invited: number
  readonly answers: number
}

/** What may be shown: the units, and the total over all of them. Of what is hidden there is no number at all. */
export interface Shown {
  readonly units: ReadonlyArray<string>
  readonly total: boolean
}

const sum = (numbers: ReadonlyArray<number>) => numbers.reduce((all, one) => all + one, 0)
const isEnough = ({ answers, invited }: Omit<Response, "unit">, { k, response }: Threshold) =>
  answers >= k && answers >= response * invited

/**
 * Which units may be shown, and may the total? When what is hidden could be worked out from the total, the smallest shown
 * unit is hidden too. A rest of one unit can be worked out however many answered, so it is never left alone.
 *
 * @example
 * const threshold = { k: 5, response: 0.4, detailFrom: 10, fewChanged: 2, difference: 0.5 }
 * const bouw = (unit: string, answers: number) => ({ unit, invited: answers, answers })
 * Anonymity.gate([bouw("midden", 5), bouw("boven", 9), bouw("onder", 3)], threshold) // => { units: ["boven"], total: true }
 */
export const gate = (responses: ReadonlyArray<Response>, threshold: Threshold): Shown => {
  const total = { invited: sum(responses.map(({ invited }) => invited)), answers: sum(responses.map(({ answers }) => answers)) }
  let shown = responses.filter((one) => isEnough(one, threshold))
  while (shown.length > 0) {
    // That a whole unit kept silent is a number too, so it is hidden among units in which somebody answered.
    const rest = responses.filter((one) => one.invited > 0 && !shown.includes(one))
    const answered = rest.filter(({ answers }) => answers > 0)
    if (rest.length === 0 || (answered.length > 1 && sum(answered.map(({ answers }) => answers)) >= threshold.k)) break
    const smallest = shown.reduce((least, one) => (one.answers < least.answers ? one : least))
    shown = shown.filter((one) => one !== smallest)
  }
  return { units: shown.map(({ unit }) => unit), total: isEnough(total, threshold) }
}

const rounded = (value: number, step: number) => Math.round(value / step) / Math.round(1 / step)

/** The mean of some answers as it may be shown: in half points when there are few, else to one decimal. */
export const mean = (values: ReadonlyArray<number>, { detailFrom }: Threshold): number =>
  rounded(sum(values) / values.length, values.length < detailFrom ? 0.5 : 0.1)

/** How many chose each answer, from so many answers on that nobody stands out; nothing below that. */
export const distribution = (values: ReadonlyArray<number>, { detailFrom }: Threshold): Readonly<Record<number, number>> | undefined => {
  if (values.length < detailFrom) return undefined
  const counts: Record<number, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

/** One unit at one moment: who was in it, how many answered, and the mean that was shown. */
export interface Moment {
  readonly unit: string
  readonly people: ReadonlyArray<string>
  readonly answers: number
  readonly mean: number
}

/** An arrow between two moments, or nothing: too few answers, another unit, few people who changed, or hardly a difference. */
export const trend = (before: Moment, after: Moment, threshold: Threshold): "Up" | "Down" | undefined => {
  const left = before.people.filter((person) => !after.people.includes(person)).length
  const joined = after.people.filter((person) => !before.people.includes(person)).length
  const changed = Math.max(left, joined)
  const least = Math.min(before.answers, after.answers)
  const difference = after.mean - before.mean
  const givesAway = changed > 0 && changed <= threshold.fewChanged && least < threshold.detailFrom
  if (before.unit !== after.unit || least < threshold.k || givesAway || Math.abs(difference) < threshold.difference) return undefined
  return difference > 0 ? "Up" : "Down"
}

/** May members of a group see together what some of them chose to share? It stays in the group. */
export const isShownInside = (sharers: number, sharersAtLeast: number): boolean => sharers >= sharersAtLeast

/** A shown mean of one scale in one unit; without a unit it is the total. */
export const Mean = Schema.Struct({
  unit: Schema.NullOr(Id),
  scale: Schema.NonEmptyString,
  answers: Count,
  mean: Schema.Finite
})
