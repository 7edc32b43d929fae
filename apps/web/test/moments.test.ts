import { describe, expect, it } from "vitest"
import { clockTime, dayLong, dayOfMoment, hours, howFar, lastDay, listed } from "../src/moments.ts"

/** A moment in whole minutes. */
const at = (moment: string) => Date.parse(moment) / 60_000

describe("days and moments", () => {
  it("are those of the school, in summer and in winter", () => {
    expect(clockTime(at("2026-01-13T14:30:00Z"), "nl")).toBe("15:30")
    expect(clockTime(at("2026-06-13T14:30:00Z"), "en")).toBe("16:30")
    expect(dayOfMoment(at("2026-01-13T23:30:00Z"))).toBe("2026-01-14")
  })

  it("are said as people say them", () => {
    expect(dayLong("2026-01-13", "nl")).toBe("dinsdag 13 januari")
    expect(dayLong("2026-01-13", "en")).toBe("Tuesday 13 January")
    expect(hours(90, "nl")).toBe("1,5")
    expect(hours(90, "en")).toBe("1.5")
    expect(lastDay(at("2026-07-31T22:00:00Z"), "nl")).toBe("31 juli 2026")
    expect(lastDay(at("2026-04-23T13:20:00Z"), "en")).toBe("23 April 2026")
    expect(listed(["Anneke", "Bram", "Carla"], "nl")).toBe("Anneke, Bram en Carla")
  })

  it("are as far off as a person would say", () => {
    expect(howFar("2026-01-13", "2026-01-13", "nl")).toBe("vandaag")
    expect(howFar("2026-01-14", "2026-01-13", "nl")).toBe("morgen")
    expect(howFar("2026-01-10", "2026-01-13", "en")).toBe("3 days ago")
    expect(howFar("2026-02-10", "2026-01-13", "nl")).toBe("over 4 weken")
    expect(howFar("2026-06-12", "2026-01-13", "en")).toBe("in 5 months")
  })
})
