/** The small words every machine of this domain uses. */
import { DateTime, Schema } from "effect"

/** Names that a record of people would trip over, and the one that belongs to the process rules. */
const reserved = ["system", "__proto__", ...Object.getOwnPropertyNames(Object.prototype)]

/**
 * An opaque name that the caller may choose, and that means nothing to a reader: what people read is a text, and never
 * this. The mark makes it a schema of its own, by which `Shape` tells it from a text.
 */
export const Id = Schema.NonEmptyString.annotate({ "@groeikring/opaque": true })
/** A person, by an opaque id: never by name in a fact. */
export const Person = Schema.NonEmptyString.check(
  Schema.makeFilter((person) => !reserved.includes(person) || "an id that is not reserved")
)
export const People = Schema.Array(Person)
/** Each of them once, in the order in which they came. */
export const unique = (people: ReadonlyArray<string>): ReadonlyArray<string> => [...new Set(people)]

export const daysIn = (year: number, month: number): number =>
  month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
const isDay = (text: string) => Number(text.slice(8)) <= daysIn(Number(text.slice(0, 4)), Number(text.slice(5, 7)))

/** A calendar day at the school, `2025-09-09`. Days compare as text. */
export const Day = Schema.String.check(
  Schema.isPattern(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/u, { expected: "a day, such as 2026-01-14" }),
  Schema.makeFilter((day) => isDay(day) || "a day that exists")
)
/** A time of the day on the clock of the school, `15:30`. */
export const Time = Schema.String.check(Schema.isPattern(/^([01]\d|2[0-3]):[0-5]\d$/u, { expected: "a time, such as 15:30" }))
/** A length of time in whole minutes. */
export const Minutes = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))
/** A moment: whole minutes since 1970-01-01T00:00Z. A zone is a matter of the edge. */
export const Instant = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))
/** A school year, 1 August to 31 July: `2025-2026`. */
export const SchoolYear = Schema.String.check(
  Schema.isPattern(/^\d{4}-\d{4}$/u, { expected: "a school year, such as 2025-2026" }),
  Schema.makeFilter((year) => Number(year.slice(5)) === Number(year.slice(0, 4)) + 1 || "two years in a row")
)
/** The school year a day falls in. */
export const schoolYearOf = (date: string): string => {
  const year = Number(date.slice(0, 4)) - (date.slice(5) < "08-01" ? 1 : 0)
  return [year, year + 1].map((one) => String(one).padStart(4, "0")).join("-")
}
/** The same words in the two languages of the domain. */
export const Both = Schema.Struct({ nl: Schema.NonEmptyString, en: Schema.NonEmptyString })
/** A field that may be left out. */
export const maybe: typeof Schema.optionalKey = Schema.optionalKey

export const day = 24 * 60
export const week = 7 * day

/** The moment a day begins, UTC (days from civil, after H. Hinnant). For terms in days and weeks, where hours do not matter. */
export const startOf = (date: string): number => {
  const month = Number(date.slice(5, 7))
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(date.slice(8)) - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return (era * 146097 + dayOfEra - 719468) * day
}

/** The day a moment falls on, UTC: the way back from `startOf`. */
export const dateOf = (instant: number): string => {
  const days = Math.floor(instant / day) + 719468
  const era = Math.floor(days / 146097)
  const dayOfEra = days - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = fromMarch + (fromMarch < 10 ? 3 : -9)
  const date = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(date).padStart(2, "0")].join("-")
}
/** Where a school is, by the clock: in the Netherlands, or in the Caribbean part of it. */
export const TimeZone = Schema.Literals(["Europe/Amsterdam", "America/Curacao"])
type TimeZone = (typeof TimeZone)["Type"]
/** The day it is at a place at this moment. */
export const dayAt = (instant: number, timeZone: TimeZone): string =>
  DateTime.formatIsoDate(DateTime.makeZonedUnsafe(instant * 60_000, { timeZone }))
/** The moment a day is over at a place. For terms that people see end: what is open until a day, is open that whole day. */
export const overAt = (date: string, timeZone: TimeZone): number =>
  DateTime.toEpochMillis(DateTime.makeZonedUnsafe(dateOf(startOf(date) + day), { timeZone, adjustForTimeZone: true })) / 60_000
/** The moment a school year is over. */
export const endOf = (schoolYear: string): number => startOf(`${schoolYear.slice(5)}-08-01`)
