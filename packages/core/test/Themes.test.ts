/** What follows from what a group and a school learn together: each process rule told a fact. */
import { describe, expect, it } from "vitest"
import { processes } from "../src/Processes.ts"
import { startOf } from "../src/Vocabulary.ts"
import { asking, type Things } from "./asking.ts"
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

  it("an agreed goal is offered as a theme with the tags of what it leans on, and no longer once it was raised, under whatever id", async () => {
    const goal = { id: "start", text: start.text, themes: ["t-1"], actions: [], sign: start.sign, names: [] }
    const fact = { _tag: "GopTextShared", groupId: "g-midden", goals: [goal] }
    const asked = (IpbTheme: Things[string]) => ask("GopText", "gop-1", fact, fact, school(0, { IpbTheme }))
    const raised = (more: object) => ({ ...themeAt("Raised").state, tags: ["klassenmanagement"], gops: [], ...more })
    const open = await asked({ "t-1": raised({}), "t-2": raised({ tags: ["ouders"] }) })
    expect(open).toMatchObject(six.map((to) => ({ to, whileIn: ["Standing"], command: { tags: ["klassenmanagement"] } })))
    // Its key stays a person's own, whoever comes and goes.
    expect(open.map(({ key }) => key)).toEqual(
      six.map((to) => `P15 what a group agreed can be a theme of the school: GopText/gop-1@3 > ${to}: IpbTheme/gop-1/start Raise`)
    )
    const of = (gopText: string, goals: ReadonlyArray<string>) => ({ other: raised({ gops: [{ gopText, goals }] }) })
    expect(await asked(of("gop-1", ["start"]))).toEqual([])
    expect(await asked(of("gop-1", ["iets anders"]))).toHaveLength(6)
    expect(await asked(of("gop-2", ["start"]))).toHaveLength(6)
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
    const TimeBudget = { "b-anneke": { _tag: "InYear", personId: anneke, schoolYear: "2025-2026", lines: [], booked: [] } }
    const moment = { _tag: "Held", type: "PopWork", groupId: "g-midden", people: [], schoolYear: "2025-2026", minutes: 120, themeId: "t-1", method: "socratic-dialogue" }
    expect(await ask("RosteredMoment", "d1", { _tag: "MomentHeld" }, moment, school(0, { TimeBudget }))).toMatchObject([
      { machine: "TimeBudget", id: "b-anneke", command: { _tag: "Book", minutes: 120, purpose: "PopWork", ref: "d1" } }
    ])
    expect(await ask("RosteredMoment", "d1", { _tag: "MomentHeld" }, { ...moment, type: "Session" }, school(0, { TimeBudget }))).toEqual([])
  })
})

describe("the edges of what a group and a school learn together", () => {
  it("a goal counts for the group it is open to, with the same competence, as long as it is open", async () => {
    const with3 = (third: object) => ({ ...school(2), Pop: { ...school(2).Pop, other: { ...sharing(six[2]!), ...third } } })
    const suggested = async (third: object) => toGop(await ask("Pop", "pop-1", fact, sharing(anneke), with3(third))).length
    const goal = sharing(six[2]!).goals[0]!
    const to = (share: object) => ({ goals: [{ ...goal, shares: [{ ...goal.shares[0]!, ...share }] }] })
    expect(await suggested({})).toBe(6)
    // Another goal beside it changes nothing.
    expect(await suggested({ goals: [{ ...goal, id: "los", competence: undefined, shares: [] }, { ...goal, shares: [...goal.shares, { id: "p", to: { kind: "Person", id: hilde }, until: 1e9 }] }] })).toBe(6)
    expect(await suggested({ goals: [{ ...goal, competence: sbl("sbl-6") }] })).toBe(0)
    expect(await suggested(to({ to: { kind: "Group", id: "g-boven" } }))).toBe(0)
    expect(await suggested(to({ to: { kind: "Person", id: "g-midden" } }))).toBe(0)
    expect(await suggested(to({ until: 0 }))).toBe(0)
    expect(await suggested({ _tag: "Erased", goals: [] })).toBe(0)
  })

  it("a goal without a competence, or one that is opened to a person, suggests nothing to a group", async () => {
    expect(toGop(await ask("Pop", "pop-1", { ...fact, competence: undefined }, sharing(anneke), school(3)))).toEqual([])
    expect(toGop(await ask("Pop", "pop-1", { ...fact, to: { kind: "Person", id: "g-midden" } }, sharing(anneke), school(3)))).toEqual([])
  })

  it("a plan of the group that is past its draft takes no more goals", async () =>
    expect(toGop(await ask("Pop", "pop-1", fact, sharing(anneke), school(3, { Gop: { "gop-1": gopAt("Agreed").state } })))).toEqual([]))

  it("the board is built anew when something is opened or closed to the group, as long as its plan is a draft", async () => {
    const view = { _tag: "Open", sourceId: "p1", granteeId: "g-midden" }
    const boards = async (event: string, gop: "Draft" | "Agreed") =>
      (await ask("SharedView", "p1/g", { _tag: event }, view, school(0, { Gop: { "gop-1": gopAt(gop).state } }))).map((one) => "command" in one && one.command._tag)
    expect(await boards("ViewOpened", "Draft")).toEqual(["BuildHaveNeedBoard"])
    expect(await boards("ViewClosed", "Draft")).toEqual(["BuildHaveNeedBoard"])
    expect(await boards("ViewOpened", "Agreed")).toEqual([])
  })

  it("a leaver's things are let go of in a draft and in a proposal, whether a goal or a quality; not of who brought nothing", async () => {
    const gop = (state: object) => ({ Gop: { "gop-1": { groupId: "g-midden", sources: [], offers: [], ...state } } })
    const leaves = async (state: object, person = anneke) =>
      toGop(await ask("PopGroup", "g-midden", { _tag: "MemberRemoved", person }, midden, school(0, gop(state)))).length
    expect(await leaves({ _tag: "Draft", sources: [{ by: anneke }] })).toBe(1)
    expect(await leaves({ _tag: "Proposed", offers: [{ by: six[1] }, { by: anneke }] })).toBe(1)
    expect(await leaves({ _tag: "Draft", sources: [{ by: six[1] }] })).toBe(0)
    expect(await leaves({ _tag: "Agreed", sources: [{ by: anneke }] })).toBe(0)
  })

  it("a text ends with its plan, once", async () => {
    const GopText = { "t-1": { _tag: "Standing", gopId: "gop-1" }, "t-2": { _tag: "Past", gopId: "gop-1" }, "t-3": { _tag: "Standing", gopId: "gop-2" } }
    expect(await ask("Gop", "gop-1", { _tag: "GopClosed" }, { _tag: "Closed" }, { GopText })).toMatchObject([{ id: "t-1", command: { _tag: "End" } }])
  })

  it("an agreed text becomes a theme without the name of the group, unless the group wants it there", async () => {
    const shared = { _tag: "GopTextShared", groupId: "g-midden", goals: [{ id: "rust", text: start.text, themes: [], actions: [], sign: start.sign, names: [] }] }
    expect((await ask("GopText", "gop-1", shared, shared)).map((one) => "command" in one && (one.command as { readonly credit?: boolean }).credit)).toEqual(six.map(() => false))
  })

  it("that two themes can be one is said to leaders and to who raised either, as long as the other is not adopted", async () => {
    const raised = (by: string, more: object = {}) => ({ ...themeAt("Raised").state, raisers: [by], ...more })
    const merges = async (other: object) =>
      (await ask("IpbTheme", "t-1", { _tag: "ThemeRaised" }, raised("p-a"), school(0, { IpbTheme: { "t-1": raised("p-a"), "t-2": other } })))
        .map((one) => "to" in one && one.to)
    expect(await merges(raised("p-b"))).toEqual([hilde, "p-a", "p-b"])
    expect(await merges(raised("p-b", { _tag: "UnderDiscussion" }))).toEqual([hilde, "p-a", "p-b"])
    expect(await merges(raised("p-b", { _tag: "Adopted" }))).toEqual([])
    expect(await merges(raised("p-b", { tags: ["iets anders"] }))).toEqual([])
  })

  it("a theme is offered for a meeting to come of groups that run, until its day is over", async () => {
    const groups = { PopGroup: { "g-midden": midden, "g-oud": { ...midden, _tag: "Dissolved" } } }
    const session = (groupId: string, on: string, _tag = "Planned") => ({ _tag, groupId, on })
    const Intervision = { s1: session("g-midden", "2025-09-09", "Held"), s2: session("g-midden", "2026-03-24"), s9: session("g-oud", "2026-01-06") }
    const asked = await ask("IpbTheme", "t-1", { _tag: "ThemeAdopted" }, themeAt("Adopted").state, { ...school(0), ...groups, Intervision })
    expect(asked.map((one) => "id" in one && [one.id, one._tag === "Suggest" && one.notAfter])).toEqual(six.map(() => ["s2", startOf("2026-03-25")]))
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
    const granted = { _tag: "EntryGranted", id: "voor-het-gesprek", to: { kind: "Conversation", id: "talk" }, until: 1e9 }
    const opened = async (to: object, talks: object = Conversation) =>
      (await ask("PortfolioEntry", "e1", { ...granted, to }, { ...kept.state, ownerId: "p-femke" }, { Conversation: talks as never })).filter(({ rule }) => rule.startsWith("P12"))
    expect(await opened(granted.to)).toMatchObject([
      { _tag: "Suggest", id: "talk", to: "p-femke", command: { _tag: "AttachEvidence", kind: "PortfolioEntry", ref: "e1" } }
    ])
    // Not to a talk of another id, nor to a person or a group of that id, nor when the agenda is closed.
    for (const to of [{ kind: "Conversation", id: "ander" }, { kind: "Person", id: "talk" }, { kind: "Group", id: "talk" }]) expect(await opened(to)).toEqual([])
    expect(await opened(granted.to, { talk: { ...Conversation.talk, _tag: "AgendaSet" } })).toEqual([])
    const line = (minutes: number) => ({ line: "Professionalisation", minutes, earmarks: [{ purpose: "PopWork", minutes: 60 }] })
    const agreed = { ownerId: anneke, leaderId: hilde, facilities: [{ id: "f", kind: "Minutes", amount: 120, before: "2026-03-31" }], delivered: [], breached: [] }
    const promised = async (minutes: number) =>
      (await ask("PopAgreement", "a", { _tag: "AgreementReached" }, agreed, { TimeBudget: { b: { _tag: "InYear", personId: anneke, lines: [line(minutes)] } } }))
        .filter(({ rule }) => rule.startsWith("P13"))
    expect(await promised(100)).toEqual([])
    const money = { ...agreed, facilities: [{ id: "boek", kind: "Money", amount: 45, before: "2026-03-31" }, { id: "plek", kind: "Room", amount: 2, before: "2026-03-31" }] }
    const budgets = { TimeBudget: { b: { _tag: "InYear", personId: anneke, lines: [line(100)] }, oud: { _tag: "Closed", personId: anneke, lines: [] } } }
    expect((await ask("PopAgreement", "a", { _tag: "AgreementReached" }, money, budgets)).filter(({ rule }) => rule.startsWith("P13"))).toMatchObject([
      { _tag: "Suggest", machine: "TimeBudget", id: "b", to: hilde, command: { _tag: "ReserveMoney", euros: 45, ref: "a/boek" } }
    ])
    expect(await promised(600)).toMatchObject([{ _tag: "Suggest", to: hilde, command: { _tag: "ProposeReallocation", lines: [{ ...line(600), earmarks: [{ purpose: "PopWork", minutes: 180 }] }] } }])
  })
})
