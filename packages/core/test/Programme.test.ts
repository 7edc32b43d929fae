import { tell } from "@groeikring/testkit"
import { describe, expect, it } from "vitest"
import { Programme } from "../src/Programme.ts"

const hilde = "p-hilde"
const as = (actor: string, activeGroups = 1) => ({ leaders: [hilde], staff: ["p-bram"], pmr: [], activeGroups, actor, at: 0 })
const start = {
  _tag: "StartPilot", schoolYear: "2025-2026", schools: ["zwaluw"], bounds: { themes: ["klassenmanagement"], frameworks: [] },
  expectedResults: ["Result1", "Result2", "Result3", "Result4"], assumptions: [{ claim: "wellbeing", source: "Sheldon et al. 2001" }], informed: "brief"
} as const
const kickoff = { _tag: "HoldKickoff", on: "2025-09-02", instructionMinutes: 30, terms: ["intervisie"], practiceMinutes: 45, groupId: "g" } as const
const pilot = () => {
  const programme = tell(Programme)
  programme.does(start, as(hilde))
  return programme
}

describe("a programme", () => {
  it("[S0.2] for several schools is run by a bureau", () => {
    const programme = tell(Programme)
    expect(programme.cannot({ ...start, schools: ["zwaluw", "merel"] }, as(hilde))).toBe("OneSchoolWithoutBureau")
    programme.does({ ...start, schools: ["zwaluw", "merel"], bureau: "beerta" }, as(hilde))
    expect(programme.state).toMatchObject({ _tag: "Pilot", bureau: "beerta", schools: ["zwaluw", "merel"] })
  })
  it("[S5.5, S5.6] shows its bounds, and names an assumption with its source", () =>
    expect(pilot().state).toMatchObject({ bounds: start.bounds, assumptions: start.assumptions }))
  it("[S1.6, S1.7, S8.2, S8.3] kicks off with instruction and practice in a group", () => {
    const programme = pilot()
    expect(programme.cannot({ ...kickoff, terms: [] }, as(hilde))).toBe("KickoffWithoutInstruction")
    expect(programme.cannot({ ...kickoff, practiceMinutes: 0 }, as(hilde))).toBe("KickoffWithoutPractice")
    programme.does(kickoff, as(hilde))
    expect(programme.cannot(kickoff, as(hilde))).toBe("KickoffHeld")
  })
  it("[S8.1, S6.11, S8.7, S8.8] goes on when the team looked back, a group is active, and hours and cycle are there", () => {
    const programme = pilot()
    const move = { _tag: "MoveHorizon" } as const
    expect(programme.cannot(move, as(hilde))).toBe("NotEvaluated")
    programme.does({ _tag: "EvaluatePilot", document: "juni" }, as("p-bram"))
    expect(programme.cannot(move, as(hilde, 0))).toBe("NoActiveGroup")
    expect(programme.does(move, as(hilde))).toEqual(["MidTermReached"])
    programme.does({ _tag: "EvaluateHorizon", document: "jaar 2" }, as("p-bram"))
    expect(programme.cannot(move, as(hilde))).toBe("InfrastructureMissing")
    for (const part of ["HoursAgreed", "CycleConsented"] as const) programme.does({ _tag: "MarkInfrastructure", part, condition: "Present" }, as(hilde))
    expect(programme.does(move, as(hilde))).toEqual(["LongTermReached"])
  })
  it("counts a breach, and nothing else of it", () => {
    const programme = pilot()
    programme.does({ _tag: "CountBreach", part: "PausesRostered" }, as("system"))
    expect(programme.state).toMatchObject({ breaches: 1, infrastructure: { PausesRostered: "Breached", HoursAgreed: "Missing" } })
  })
})
