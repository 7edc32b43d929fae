/** What follows from what a group and a school learn together: each process rule told a fact. */
import { describe, expect, it } from "vitest"
import { processes } from "../src/Processes.ts"
import { asking } from "./asking.ts"
import { anneke, six } from "./session.ts"
import { gopAt, start, themeAt } from "./group.ts"
import { entryAt, group, hilde, popAt, profileAt, sbl } from "./growth.ts"

const team = { _tag: "Working", colleagues: [...six, hilde], posts: [{ person: hilde, function: "Director", fte: 1 }], leadersOf: {}, council: [], leaving: [] }
const midden = { _tag: "Active", members: six, schoolYear: "2025-2026" }
const ask = asking(processes, { PopGroup: { "g-midden": midden }, Staff: { s: team } })
const sharing = (ownerId: string) => ({ _tag: "Active", ownerId, goals: [{ id: "rust", competence: sbl("sbl-4"), shares: [{ id: "g", to: group, until: 1e9 }] }] })
const school = (n: number, more: object = {}) => ({
  PopGroup: { "g-midden": midden }, Staff: { s: team }, Pop: Object.fromEntries(six.slice(0, n).map((person) => [person, sharing(person)])), ...more
})
const fact = { _tag: "GoalShared", goal: "rust", id: "g", to: group, until: 1e9, competence: sbl("sbl-4") }
const toGop = (asked: ReadonlyArray<object>) => asked.filter((one) => "machine" in one && one.machine === "Gop")

describe("[S4.8] from a shared goal to a theme, and back as a focus", () => {
  it("three goals with one competence are suggested to the group as a plan, and two are not", async () => {
    const of = (n: number, more = {}) => ask("Pop", "pop-1", fact, sharing(anneke), school(n, more))
    expect(toGop(await of(2))).toEqual([])
    expect(toGop(await of(3))).toMatchObject(six.map((to) => ({ _tag: "Suggest", id: "g-midden/2025-2026", to, command: { _tag: "Open", groupId: "g-midden" } })))
    expect(toGop(await of(4, { Gop: { "gop-1": gopAt("Draft").state } }))).toMatchObject([
      { _tag: "Suggest", id: "gop-1", to: anneke, command: { _tag: "Contribute", kind: "PopGoal", ref: "rust", competence: sbl("sbl-4") } }
    ])
  })

  it("a plan is agreed by itself when the last one said yes, and its text goes to the team without who brought it", async () => {
    expect(await ask("Gop", "gop-1", { _tag: "GopConsented", by: anneke }, gopAt("Proposed").state)).toEqual([])
    expect(await ask("Gop", "gop-1", { _tag: "GopConsented", by: anneke }, gopAt("Consented").state)).toMatchObject([{ _tag: "Send", machine: "Gop", command: { _tag: "Agree" } }])
    const [text] = await ask("Gop", "gop-1", { _tag: "GopAgreed" }, gopAt("Agreed").state)
    expect(text).toMatchObject({ machine: "GopText", command: { _tag: "Share", version: 1 } })
    const goals = [{ id: start.id, text: start.text, themes: [], actions: start.actions, sign: start.sign, names: start.names }]
    expect(text).toMatchObject({ command: { goals } })
    expect(Object.keys((text as unknown as { command: { goals: ReadonlyArray<object> } }).command.goals[0]!)).toEqual(Object.keys(goals[0]!))
    const shared = { _tag: "GopTextShared", groupId: "g-midden", goals }
    expect(await ask("GopText", "gop-1", shared, shared)).toMatchObject(
      six.map((to) => ({ _tag: "Suggest", machine: "IpbTheme", to, command: { _tag: "Raise", origin: "Team", from: { gopText: "gop-1", goals: [start.id] } } }))
    )
  })

  it("themes with the same tag can be one, and an adopted theme is offered to every member as a focus", async () => {
    const IpbTheme = { "t-1": themeAt("Raised").state, "t-2": themeAt("Raised").state }
    expect(await ask("IpbTheme", "t-1", { _tag: "ThemeRaised" }, themeAt("Raised").state, school(0, { IpbTheme }))).toMatchObject([
      { _tag: "Suggest", id: "t-1", to: hilde, command: { _tag: "Merge", other: "t-2" } }
    ])
    expect(await ask("IpbTheme", "t-1", { _tag: "ThemesMerged", other: "t-2" }, themeAt("Raised").state)).toMatchObject([
      { _tag: "Send", id: "t-2", command: { _tag: "TakeIn", into: "t-1" } }
    ])
    const Intervision = {
      s7: { _tag: "Planned", groupId: "g-midden", on: "2026-05-12" },
      s6: { _tag: "Ready", groupId: "g-midden", on: "2026-03-24" }
    }
    expect(await ask("IpbTheme", "t-1", { _tag: "ThemeAdopted" }, themeAt("Adopted").state, school(0, { Intervision }))).toMatchObject(
      six.map((to) => ({ _tag: "Suggest", machine: "Intervision", id: "s6", to, command: { _tag: "LinkTheme", themeId: "t-1" } }))
    )
  })

  it("what a leaver brought goes along, and a moment about a theme books its time with everybody", async () => {
    const Gop = { "gop-1": gopAt("Draft").state }
    const left = await ask("PopGroup", "g-midden", { _tag: "MemberLeft", person: anneke }, midden, school(0, { Gop }))
    expect(toGop(left)).toMatchObject([{ command: { _tag: "LetGo", person: anneke } }])
    const TimeBudget = { "b-anneke": { _tag: "InYear", personId: anneke, schoolYear: "2025-2026" } }
    const moment = { _tag: "Held", type: "PopWork", groupId: "g-midden", people: [], schoolYear: "2025-2026", minutes: 120, themeId: "t-1", method: "socratic-dialogue" }
    expect(await ask("RosteredMoment", "d1", { _tag: "MomentHeld" }, moment, school(0, { TimeBudget }))).toMatchObject([
      { machine: "TimeBudget", id: "b-anneke", command: { _tag: "Book", minutes: 120, purpose: "PopWork", ref: "d1" } }
    ])
    expect(await ask("RosteredMoment", "d1", { _tag: "MomentHeld" }, { ...moment, type: "Session" }, school(0, { TimeBudget }))).toEqual([])
  })
})

describe("what an owner kept, opened and was promised", () => {
  it("is suggested as evidence, for the table and for the year task", async () => {
    const kept = entryAt("Kept")
    expect(await ask("PortfolioEntry", "e1", kept.history.at(-1)!, kept.state, { CompetenceProfile: { p1: profileAt("Active").state } })).toMatchObject([
      { _tag: "Suggest", id: "p1", command: { _tag: "Rate", ref: sbl("sbl-4"), evidence: ["e1"] } }
    ])
    const Conversation = { talk: { _tag: "Planned", employeeId: "p-femke", leaderId: hilde, on: "2026-01-27" } }
    const shared = await ask("Pop", "pop-1", { ...fact, to: { kind: "Person", id: hilde } }, popAt("Active").state, { Conversation })
    expect(shared.filter(({ rule }) => rule.startsWith("P12"))).toMatchObject([{ _tag: "Suggest", id: "talk", to: "p-femke", command: { _tag: "AttachEvidence", kind: "PopGoal", ref: "rust" } }])
    const line = (minutes: number) => ({ line: "Professionalisation", minutes, earmarks: [{ purpose: "PopWork", minutes: 60 }] })
    const agreed = { ownerId: anneke, leaderId: hilde, facilities: [{ id: "f", kind: "Minutes", amount: 120, before: "2026-03-31" }], delivered: [], breached: [] }
    const promised = async (minutes: number) =>
      (await ask("PopAgreement", "a", { _tag: "AgreementReached" }, agreed, { TimeBudget: { b: { _tag: "InYear", personId: anneke, lines: [line(minutes)] } } }))
        .filter(({ rule }) => rule.startsWith("P13"))
    expect(await promised(100)).toEqual([])
    expect(await promised(600)).toMatchObject([{ _tag: "Suggest", to: hilde, command: { _tag: "ProposeReallocation", lines: [{ ...line(600), earmarks: [{ purpose: "PopWork", minutes: 180 }] }] } }])
  })
})
