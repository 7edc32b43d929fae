import { given, tell } from "@groeikring/testkit"
import { describe, expect, it } from "vitest"
import { NoRegulationRunning } from "../src/conversation/Refusals.ts"
import { dueTalks, EmployeeCycle, NoSuchTalk, OneTalkAYear, SkipIsForTheOther } from "../src/EmployeeCycle.ts"
import * as Machine from "../src/Machine.ts"
import { startOf } from "../src/Vocabulary.ts"
import { bram, everybody, hilde, inYear, iris, kees, openYear, scheduled, system } from "./talk.ts"

const skip = (talk: string) => ({ _tag: "SkipTalk", talk }) as const
const close = { _tag: "CloseYear" } as const
const talks = [
  { id: "GoalSetting-1", type: "GoalSetting", from: "2025-09-01", until: "2025-10-31" },
  { id: "Progress-1", type: "Progress", from: "2026-01-01", until: "2026-02-28" },
  { id: "Performance-1", type: "Performance", from: "2026-05-01", until: "2026-06-30" }
] as const

describe("[S0.3, S6.12] the conversations of one employee in a school year", () => {
  it("are those of the regulation that runs, in its months", () => {
    given(EmployeeCycle).when(openYear, inYear(system, "2025-08-25", { runningCycle: null })).then(new NoRegulationRunning({ schoolYear: "2025-2026" }))
    const year = tell(EmployeeCycle)
    expect(year.cannot(openYear, inYear(bram))).toBe("NotAllowed")
    year.does(openYear, inYear(hilde))
    expect(year.cannot({ _tag: "ScheduleDefaultTalks" }, inYear(system, "2025-08-25", { runningCycle: null }))).toBe("NoRegulationRunning")
    given(EmployeeCycle, ...year.history).when({ _tag: "ScheduleDefaultTalks" }, inYear(system)).then({ _tag: "TalksScheduled", talks })
  })

  it("never fall outside the school year, however a regulation spreads them", () => {
    for (const schoolYear of ["2023-2024", "2025-2026"]) {
      for (let month = 1; month <= 12; month++) {
        const [talk] = dueTalks(schoolYear, [{ type: "Progress", months: [month] }])
        expect(talk!.from >= `${schoolYear.slice(0, 4)}-08-01` && talk!.until <= `${schoolYear.slice(5)}-07-31`).toBe(true)
        expect(new Date(startOf(talk!.until) * 60_000).toISOString().slice(0, 10)).toBe(talk!.until)
      }
    }
    expect(dueTalks("2023-2024", [{ type: "Progress", months: [2] }, { type: "Progress", months: [6, 1] }])).toEqual([
      { id: "Progress-1", type: "Progress", from: "2024-02-01", until: "2024-02-29" },
      { id: "Progress-2", type: "Progress", from: "2024-01-01", until: "2024-06-30" }
    ])
  })

  it("are seen by the two who have them, and nobody else", () => {
    const sees = (person: string) => Machine.seen(EmployeeCycle, scheduled().state, inYear(person)).size > 0
    expect(everybody.filter(sees)).toEqual([bram, hilde, iris])
  })
})

describe("a talk", () => {
  it("is skipped when both sides say so: two leaders are one side", () => {
    const year = scheduled()
    given(EmployeeCycle, ...year.history).when(skip("Career-1"), inYear(bram)).then(new NoSuchTalk())
    expect(year.cannot(skip("Progress-1"), inYear(kees))).toBe("NotAllowed")
    expect(year.does(skip("Progress-1"), inYear(hilde))).toEqual(["SkipProposed"])
    for (const leader of [hilde, iris]) given(EmployeeCycle, ...year.history).when(skip("Progress-1"), inYear(leader)).then(new SkipIsForTheOther())
    expect(year.does(skip("Progress-1"), inYear(bram))).toEqual(["TalkSkipped"])
    expect(year.state).toMatchObject({ skipped: ["Progress-1"], proposals: [] })
    expect(year.cannot(skip("Progress-1"), inYear(bram))).toBe("TalkSkippedAlready")
    expect(year.does(skip("GoalSetting-1"), inYear(bram))).toEqual(["SkipProposed"])
    expect(year.cannot(skip("GoalSetting-1"), inYear(bram))).toBe("SkipIsForTheOther")
  })

  it("about the work stays: the last one of the year cannot be skipped", () => {
    const year = scheduled()
    for (const person of [bram, hilde]) year.does(skip("Progress-1"), inYear(person))
    given(EmployeeCycle, ...year.history).when(skip("Performance-1"), inYear(bram)).then(new OneTalkAYear())
  })
})

describe("the end of the year", () => {
  const closing = (more: Parameters<typeof inYear>[2], day = "2026-08-01") => inYear(system, day, more)
  const year = scheduled()

  it("comes on the first of August, or when the employee leaves", () => {
    expect(year.cannot(close, closing({}, "2026-07-31"))).toBe("YearNotOver")
    expect(year.cannot(close, inYear(hilde, "2026-08-01"))).toBe("NotAllowed")
    given(EmployeeCycle, ...year.history).when(close, closing({ staff: [hilde] }, "2026-02-01")).then({ _tag: "CycleCompleted" })
  })

  it("finds it complete with a talk about the work, goals of their own on an agenda, and what was due", () => {
    given(EmployeeCycle, ...year.history)
      .when(close, closing({}))
      .then({ _tag: "CycleCompleted" })
      .is({ _tag: "Complete", employeeId: bram, schoolYear: "2025-2026", cycleId: "regeling-2025", talks, skipped: [] })
  })

  it.each([
    [{ heldTalks: ["GoalSetting"] as const }, ["TalkAboutWork", "DueTalks"]],
    [{ heldTalks: ["Progress", "Performance"] as const }, ["DueTalks"]],
    [{ popGoalsDiscussed: false }, ["PopGoals"]],
    [{ heldTalks: [], popGoalsDiscussed: false }, ["TalkAboutWork", "PopGoals", "DueTalks"]]
  ] as const)("says what it went without: %o", (more, missing) => {
    given(EmployeeCycle, ...year.history).when(close, closing(more)).then({ _tag: "CycleLeftIncomplete", missing })
  })

  it("does not miss a talk that both skipped, and counts each kind", () => {
    const skipped = scheduled()
    for (const person of [bram, hilde]) skipped.does(skip("GoalSetting-1"), inYear(person))
    given(EmployeeCycle, ...skipped.history).when(close, closing({ heldTalks: ["Performance", "Progress"] })).then({ _tag: "CycleCompleted" })
    given(EmployeeCycle, ...skipped.history)
      .when(close, closing({ heldTalks: ["Progress", "Progress"] }))
      .then({ _tag: "CycleLeftIncomplete", missing: ["DueTalks"] })
  })
})
