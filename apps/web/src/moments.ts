/** Days and moments as people at the school say them. */
import type { Language } from "./house.ts"

const timeZone = "Europe/Amsterdam"
const locales = { nl: "nl-NL", en: "en-GB" }
const said = (options: Intl.DateTimeFormatOptions) => {
  const made: Partial<Record<Language, Intl.DateTimeFormat>> = {}
  return (at: number | Date, language: Language): string =>
    (made[language] ??= new Intl.DateTimeFormat(locales[language], { timeZone, ...options })).format(at)
}
const long = said({ weekday: "long", day: "numeric", month: "long" })
const withYear = said({ day: "numeric", month: "long", year: "numeric" })
const hour = said({ hour: "2-digit", minute: "2-digit" })

/** A calendar day is the same everywhere: noon, so that no zone pushes it into another. */
const noon = (day: string) => new Date(`${day}T12:00:00Z`)
export const dayLong = (day: string, language: Language): string => long(noon(day), language)
export const dayYear = (day: string, language: Language): string => withYear(noon(day), language)
/** A moment in whole minutes. */
export const momentLong = (minutes: number, language: Language): string =>
  `${long(minutes * 60_000, language)}, ${hour(minutes * 60_000, language)}`
export const clockTime = (minutes: number, language: Language): string => hour(minutes * 60_000, language)
/** The last day on which something is open. */
export const lastDay = (until: number, language: Language): string => dayYear(dayOfMoment(until - 1), language)
export const dayOfMoment = (minutes: number): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(minutes * 60_000)
/** The moment at which a day is over at the school, that is two hours ahead of UTC in summer and one in winter. */
export const overAt = (day: string): number => {
  const midnight = Date.parse(`${day}T00:00:00Z`) / 60_000 + 24 * 60
  return dayOfMoment(midnight - 120) > day ? midnight - 120 : midnight - 60
}

const relative: Partial<Record<Language, Intl.RelativeTimeFormat>> = {}
/** How far off a day is: today, in 3 days, 2 weeks ago. */
export const howFar = (day: string, today: string, language: Language): string => {
  const days = Math.round((noon(day).getTime() - noon(today).getTime()) / 86_400_000)
  const format = (relative[language] ??= new Intl.RelativeTimeFormat(locales[language], { numeric: "auto" }))
  return Math.abs(days) < 14
    ? format.format(days, "day")
    : Math.abs(days) < 70
      ? format.format(Math.round(days / 7), "week")
      : format.format(Math.round(days / 30), "month")
}
const monthName = said({ month: "long", year: "numeric" })
export const monthOf = (day: string, language: Language): string => monthName(noon(day), language)
/** Minutes as hours: 90 is 1,5. */
export const hours = (minutes: number, language: Language): string => number(minutes / 60, language)
export const number = (value: number, language: Language, digits = 1): string =>
  new Intl.NumberFormat(locales[language], { maximumFractionDigits: digits }).format(value)
/** A part of a whole: 0.402 is 40,2%. */
export const percent = (share: number, language: Language): string =>
  new Intl.NumberFormat(locales[language], { style: "percent", maximumFractionDigits: 1 }).format(share)
/** People in a sentence: Anneke, Bram en Carla. */
export const listed = (names: ReadonlyArray<string>, language: Language): string =>
  new Intl.ListFormat(locales[language], { type: "conjunction" }).format(names)
