import { Schema } from "effect"
import { describe, expect, it } from "vitest"
import { dateOf, Day, day, dayAt, daysIn, overAt, startOf } from "../src/Vocabulary.ts"

/** The calendar of the language itself. */
const calendar = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10)

describe("a day", () => {
  it("is told from its moment and back, every day of six centuries", () => {
    const [first, last] = ["1870-01-01", "2470-12-31"].map((date) => Date.parse(date) / 86_400_000) as [number, number]
    let wrong = 0
    for (let days = first; days <= last; days++)
      if (dateOf(days * day) !== calendar(days) || startOf(calendar(days)) !== days * day) wrong++
    expect(wrong).toBe(0)
  })

  it("lasts until its last minute", () => {
    expect(dateOf(startOf("2026-03-13") - 1)).toBe("2026-03-12")
    expect(dateOf(startOf("2026-03-14") - 1)).toBe("2026-03-13")
  })

  it("is over at midnight by the clock of the place, in summer, in winter, and on the days when the clock is put on or back", () => {
    const amsterdam = (date: string) => new Date(overAt(date, "Europe/Amsterdam") * 60_000).toISOString()
    expect(amsterdam("2026-01-31")).toBe("2026-01-31T23:00:00.000Z")
    expect(amsterdam("2026-07-31")).toBe("2026-07-31T22:00:00.000Z")
    expect(amsterdam("2026-03-28")).toBe("2026-03-28T23:00:00.000Z")
    expect(amsterdam("2026-03-29")).toBe("2026-03-29T22:00:00.000Z")
    expect(amsterdam("2026-10-25")).toBe("2026-10-25T23:00:00.000Z")
    expect(overAt("2026-07-31", "America/Curacao")).toBe(startOf("2026-08-01") + 4 * 60)
    for (const date of ["2026-03-29", "2026-07-31", "2026-10-25", "2026-12-31"]) {
      expect(dayAt(overAt(date, "Europe/Amsterdam") - 1, "Europe/Amsterdam")).toBe(date)
      expect(dayAt(overAt(date, "Europe/Amsterdam"), "Europe/Amsterdam")).toBe(dateOf(startOf(date) + day))
    }
  })

  it("is one that exists", () => {
    const isDay = Schema.is(Day)
    expect(["2024-02-29", "2000-02-29", "2026-02-28", "2026-04-30", "2026-12-31", "2026-01-01"].filter((date) => !isDay(date))).toEqual([])
    expect(["2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-32", "2026-01-00", "2026-1-1"].filter(isDay)).toEqual([])
    expect([2023, 2024, 1900, 2000].map((year) => daysIn(year, 2))).toEqual([28, 29, 28, 29])
  })
})
