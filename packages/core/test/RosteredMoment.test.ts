import { settings } from "@groeikring/pack-nl"
import { tell, words } from "@groeikring/testkit"
import { describe, expect, it } from "vitest"
import { RosteredMoment } from "../src/RosteredMoment.ts"
import { startOf } from "../src/Vocabulary.ts"

const [anneke, hilde] = ["p-anneke", "p-hilde"] as const
const day = 24 * 60
const known = { staff: [anneke, hilde, "p-bram"], leaders: [hilde], participants: [anneke], methods: ["socratic-dialogue"], openThemes: ["rust"], settings }
const on = "2026-02-10"
const as = (actor: string, at = startOf(on) + 15 * 60) => ({ ...known, actor, at })
const propose = {
  _tag: "Propose", type: "Session", schoolYear: "2025-2026", groupId: "g", sponsor: hilde, on, start: "15:30", minutes: 60
} as const
const rostered = (more: Partial<typeof propose> = {}) => {
  const moment = tell(RosteredMoment)
  moment.does({ ...propose, ...more }, as(anneke))
  moment.does({ _tag: "Roster" }, as(hilde))
  return moment
}

describe("[S6.5, S6.6, S6.8, S6.13] a moment", () => {
  it("of every kind is proposed by a colleague and rostered by who leads", () => {
    for (const type of ["Session", "Pause", "PopWork", "Talk"] as const) expect(rostered({ type: type as never }).tag).toBe("Rostered")
    const moment = tell(RosteredMoment)
    expect(moment.cannot(propose, as("p-x"))).toBe("NotAllowed")
    moment.does(propose, as(anneke))
    expect(moment.cannot({ _tag: "Roster" }, as(anneke))).toBe("NotAllowed")
  })

  it("[S8.7] of the cycle of talks stands in the roster as well, for the two whom it is about", () => {
    const { groupId: _, ...nobody } = propose
    const moment = tell(RosteredMoment)
    moment.does({ ...nobody, type: "Talk", people: [anneke, hilde] }, as(anneke))
    moment.does({ _tag: "Roster" }, as(hilde))
    expect(moment.state).toMatchObject({ _tag: "Rostered", type: "Talk", people: [anneke, hilde] })
    expect(RosteredMoment.spec.foundBy).toContain("people")
  })

  it("is for a group or for people", () => {
    const { groupId: _, ...nobody } = propose
    expect(tell(RosteredMoment).cannot(nobody, as(anneke))).toBe("MomentWithoutPeople")
    expect(tell(RosteredMoment).does({ ...nobody, people: [anneke] }, as(anneke))).toEqual(["MomentProposed"])
  })

  it("[S6.14, S6.15] that is a professional pause has no agenda: no daily business", () =>
    expect(tell(RosteredMoment).cannot({ ...propose, type: "Pause", agenda: [words("P4", "schoolreis", "stream")] }, as(anneke))).toBe("MomentHasAgenda"))

  it("is about a theme that is open, by a method of the library", () => {
    const work = { ...propose, type: "PopWork" as never, themeId: "rust", method: "socratic-dialogue" } as const
    expect(tell(RosteredMoment).cannot({ ...work, method: "ons-praatje" }, as(anneke))).toBe("NoSuchMethod")
    expect(tell(RosteredMoment).cannot({ ...work, themeId: "afgewezen" }, as(anneke))).toBe("NoSuchThemeYet")
    expect(tell(RosteredMoment).does(work, as(anneke))).toEqual(["MomentProposed"])
  })

  it("is held on its day, not before", () => {
    expect(rostered().cannot({ _tag: "Hold" }, as(anneke, startOf(on) - 1))).toBe("MomentNotOver")
    expect(rostered().does({ _tag: "Hold" }, as("system"))).toEqual(["MomentHeld"])
    expect(rostered().cannot({ _tag: "Hold" }, as("p-bram"))).toBe("NotAllowed")
  })
})

describe("[S6.15] a moment that daily business takes", () => {
  it("gets another date within three weeks, or the infrastructure is breached", () => {
    const moment = rostered()
    moment.does({ _tag: "Displace" }, as(hilde))
    const displaced = startOf(on) + 15 * 60
    expect(moment.state).toMatchObject({ _tag: "Displaced", displacedAt: displaced, rosterBefore: displaced + 21 * day })
    expect(moment.cannot({ _tag: "MarkBreach" }, as("system", displaced + 21 * day - 1))).toBe("StillTimeToRoster")
    moment.does({ _tag: "ReRoster", on: "2026-02-17", start: "15:30", minutes: 60 }, as(hilde))
    expect(moment.state).toMatchObject({ _tag: "Rostered", on: "2026-02-17", displacements: 1, inTime: 1 })
    moment.does({ _tag: "Displace" }, as(hilde))
    moment.does({ _tag: "MarkBreach" }, as("system", displaced + 21 * day))
    expect(moment.state).toMatchObject({ _tag: "Breached", breached: true })
  })

  it("may still be held later, or be given up", () => {
    const moment = rostered()
    moment.does({ _tag: "Displace" }, as(hilde))
    moment.does({ _tag: "MarkBreach" }, as("system", startOf(on) + 40 * day))
    moment.does({ _tag: "ReRoster", on: "2026-04-01", start: "15:30", minutes: 60 }, as(hilde))
    expect(moment.state).toMatchObject({ _tag: "Rostered", displacements: 1, inTime: 0 })
    const late = rostered()
    late.does({ _tag: "Displace" }, as(hilde))
    const again = { _tag: "ReRoster", on: "2026-04-01", start: "15:30", minutes: 60 } as const
    expect(late.does(again, as(hilde, startOf(on) + 40 * day))).toEqual(["InfrastructureBreached", "MomentReRostered"])
    const lost = rostered()
    lost.does({ _tag: "Displace" }, as(hilde))
    lost.does({ _tag: "GiveUp" }, as(hilde))
    expect(lost.tag).toBe("Lost")
  })
})

it("a day begins where the calendar says, also over leap years", () => {
  for (const date of ["1970-01-01", "2000-02-29", "2024-03-01", "2025-09-09", "2100-12-31"]) {
    expect(startOf(date)).toBe(Date.parse(`${date}T00:00:00Z`) / 60_000)
  }
})

describe("every fact of a moment changes that alone", () => {
  it("is displaced, not yet breached; breached when its time is over; and goes on as it was on another day", () => {
    const moment = rostered()
    const before = moment.state
    moment.does({ _tag: "Displace" }, as(hilde, 1000))
    const rosterBefore = 1000 + settings.reRosterDays * day
    const displaced = { ...before, _tag: "Displaced", displacedAt: 1000, rosterBefore, breached: false, displacements: 1 }
    expect(moment.state).toEqual(displaced)
    expect(moment.cannot({ _tag: "MarkBreach" }, as("system", rosterBefore - 1))).toBe("StillTimeToRoster")
    moment.does({ _tag: "MarkBreach" }, as("system", rosterBefore))
    expect(moment.state).toEqual({ ...displaced, _tag: "Breached", breached: true })
    moment.does({ _tag: "ReRoster", on: "2026-02-17", start: "15:45", minutes: 45 }, as(hilde))
    expect(moment.state).toEqual({ ...before, on: "2026-02-17", start: "15:45", minutes: 45, displacements: 1, inTime: 0 })
  })

  it("is held from the first minute of its day on", () => {
    expect(rostered().cannot({ _tag: "Hold" }, as(anneke, startOf(on) - 1))).toBe("MomentNotOver")
    const moment = rostered()
    const before = moment.state
    moment.does({ _tag: "Hold" }, as(anneke, startOf(on)))
    expect(moment.state).toEqual({ ...before, _tag: "Held" })
  })
})
