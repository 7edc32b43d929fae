import { given, tell } from "@groeikring/testkit"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { programme as rules } from "../src/processes/Programme.ts"
import * as Machine from "../src/Machine.ts"
import { InfrastructureMissing, KickoffHeld, Programme } from "../src/Programme.ts"
import { day, startOf } from "../src/Vocabulary.ts"
import { asking } from "./asking.ts"
import { at } from "./growth.ts"

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
  it("[S5.5] has bounds that a leader sets and every colleague sees: themes, frameworks, minutes and money", () => {
    const programme = pilot()
    const bounds = { themes: ["klassenmanagement", "rekenen"], frameworks: ["sbl-2006-po"], minutes: 1200, euros: 500 }
    expect(programme.cannot({ _tag: "SetBounds", bounds }, as("p-bram"))).toBe("NotAllowed")
    programme.does({ _tag: "SetBounds", bounds }, as(hilde))
    expect(programme.state).toMatchObject({ _tag: "Pilot", bounds, expectedResults: start.expectedResults })
    expect(Programme.spec.seenBy["Colleague"]).toContain("Facts")
  })
  it("[S5.6] records what it leans on as an assumption: one without a source is none, and there is no field for a promise", () => {
    expect(pilot().state).toMatchObject({ assumptions: start.assumptions })
    const read = (assumption: object) => Machine.commandFrom(Programme, { ...start, assumptions: [assumption] })
    expect(Result.isFailure(read({ claim: "wellbeing", source: "" }))).toBe(true)
    expect(Result.isFailure(read({ claim: "wellbeing" }))).toBe(true)
    expect(Result.isSuccess(read(start.assumptions[0]))).toBe(true)
  })
  it("[S1.6, S1.7, S8.2, S8.3] kicks off with instruction and practice in a group", () => {
    const programme = pilot()
    expect(programme.cannot({ ...kickoff, terms: [] }, as(hilde))).toBe("KickoffWithoutInstruction")
    expect(programme.cannot({ ...kickoff, practiceMinutes: 0 }, as(hilde))).toBe("KickoffWithoutPractice")
    programme.does(kickoff, as(hilde))
    expect(programme.cannot(kickoff, as(hilde))).toBe("KickoffHeld")
    expect(Machine.possible(Programme, programme.state, as(hilde)).HoldKickoff).toEqual(new KickoffHeld())
  })
  it("[S8.7, S8.8] comes to its long term with a consented cycle of talks and with hours in the year task: neither alone will do", () => {
    const midTerm = () => {
      const programme = pilot()
      programme.does({ _tag: "EvaluatePilot", document: "juni" }, as("p-bram"))
      programme.does({ _tag: "MoveHorizon" }, as(hilde))
      programme.does({ _tag: "EvaluateHorizon", document: "jaar 2" }, as("p-bram"))
      return programme
    }
    for (const [there, missing] of [["HoursAgreed", "CycleConsented"], ["CycleConsented", "HoursAgreed"]] as const) {
      const programme = midTerm()
      programme.does({ _tag: "MarkInfrastructure", part: there, condition: "Present" }, as(hilde))
      programme.does({ _tag: "MarkInfrastructure", part: missing, condition: "Planned" }, as(hilde))
      given(Programme, ...programme.history).when({ _tag: "MoveHorizon" }, as(hilde)).then(new InfrastructureMissing({ parts: [missing] }))
    }
  })
  it("[S8.1, S6.11] goes on when the team looked back, a group is active, and hours and cycle are there", () => {
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

describe("what follows", () => {
  const running = { Programme: { loopt: { _tag: "Pilot", schoolYear: "2025-2026" }, gestopt: { _tag: "Stopped", schoolYear: "2025-2026" } } }
  const ask = asking(rules, running)
  const moment = { _tag: "Displaced", type: "Pause", schoolYear: "2025-2026", sponsor: hilde, on: "2026-02-10", start: 900, minutes: 15 }

  it("from a displaced moment is another date to choose, and a breach when there is none in time", async () => {
    const before = startOf("2026-03-03")
    expect(await ask("RosteredMoment", "m", { _tag: "MomentDisplaced", rosterBefore: before }, moment)).toMatchObject([
      { _tag: "Suggest", to: hilde, notAfter: before, whileIn: ["Displaced"], command: { _tag: "ReRoster", on: "2026-02-17", start: 900, minutes: 15 } },
      { _tag: "Send", id: "m", command: { _tag: "MarkBreach" }, notBefore: before }
    ])
  })
  it("from a breach is a count in each programme that runs, and no word of whose moment it was", async () => {
    const counted = await ask("RosteredMoment", "m", { _tag: "InfrastructureBreached" }, moment)
    expect(counted.map((one) => one._tag === "Send" && [one.machine, one.id, one.command])).toEqual([
      ["Programme", "loopt", { _tag: "CountBreach", part: "PausesRostered" }]
    ])
    expect(await ask("RosteredMoment", "m", { _tag: "InfrastructureBreached" }, { ...moment, type: "Talk" })).toEqual([])
  })
  it("from a pulse of the school is a place on the agenda of the team, and its answers go in time", async () => {
    const reported = { _tag: "Reported", schoolYear: "2025-2026" }
    const purge = { machine: "PulseAnswers", id: "oktober", command: { _tag: "Purge" }, notBefore: at + 30 * day }
    expect(await ask("Pulse", "oktober", { _tag: "MeasurementReported" }, reported)).toMatchObject([
      { machine: "Programme", id: "loopt", command: { _tag: "TableMeasurement", pulse: "oktober" } },
      purge
    ])
    expect(await ask("Pulse", "oktober", { _tag: "MeasurementReported" }, { ...reported, groupId: "g" })).toMatchObject([purge])
    expect(await ask("Pulse", "oktober", { _tag: "MeasurementSuppressed" }, { ...reported, _tag: "Suppressed" })).toMatchObject([purge])
    expect(await ask("Pulse", "oktober", { _tag: "MeasurementClosed" }, { ...reported, _tag: "Closed" })).toMatchObject([{ command: { _tag: "Report" } }])
  })
})
