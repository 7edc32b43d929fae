/** How long something is kept, as a day: what was made before it is past its term. */
import type { Pack } from "@groeikring/core"
import { Vocabulary } from "@groeikring/core"

/** The day before which a thing of this kind is past the first of its terms, seen from a moment (minutes since 1970). */
export const lastDayOf = ({ terms }: Pack.Retention, at: number): string => {
  const days = terms.map(({ count, unit }) => {
    const day = new Date(at * 60_000)
    if (unit === "Days") day.setUTCDate(day.getUTCDate() - count)
    else if (unit === "Months") day.setUTCMonth(day.getUTCMonth() - count)
    else day.setUTCFullYear(day.getUTCFullYear() - count)
    return Math.floor(day.getTime() / 60_000)
  })
  return Vocabulary.dateOf(Math.max(...days))
}
