/** What follows from somebody's own growth: each process rule told a fact, and where the needs of these machines come from. */
import { words } from "@groeikring/testkit"
import { Effect, Result } from "effect"
import { describe, expect, it } from "vitest"
import { domain } from "../src/Domain.ts"
import { Elsewhere } from "../src/Elsewhere.ts"
import * as Machine from "../src/Machine.ts"
import { growth } from "../src/processes/Growth.ts"
import { dateOf, startOf } from "../src/Vocabulary.ts"
import { asking, knowing, type Things } from "./asking.ts"
import {
  agreementAt, asKeeper, asOwner, asPlanner, at, bram, day, dirk, draftFramework, entryAt, femke, frameworkAt, goal, group, hilde, kees,
  leader, offer, open, own, popAt, profileAt, rate, sbl, share, show, six, talk
} from "./growth.ts"

const staff = {
  s: {
    _tag: "Working",
    colleagues: [...six, hilde, kees, "p-lies"],
    posts: [{ person: hilde, function: "Director", fte: 1 }, { person: kees, function: "Hr", fte: 1 }],
    leadersOf: { [femke]: [hilde], [bram]: [hilde] },
    council: ["p-lies"],
    leaving: []
  }
}
const school: Things = {
  Staff: staff,
  PopGroup: { "g-midden": { _tag: "Active", members: six }, "g-oud": { _tag: "Dissolved", members: [femke, "p-oud"] } },
  Conversation: {
    voortgang: { _tag: "Planned", employeeId: femke, leaderId: hilde, on: "2026-01-27", agenda: [] },
    afgezegd: { _tag: "Cancelled", employeeId: femke, leaderId: hilde, on: "2026-02-27" }
  },
  Portfolio: { "map-femke": { _tag: "Open", ownerId: femke }, "map-oud": { _tag: "Erased", ownerId: femke } },
  CompetenceFramework: { sbl1: frameworkAt("Published").state, sbl2: frameworkAt("Draft").state },
  CompetenceProfile: { p1: profileAt("Shared").state, weg: { _tag: "Erased", ownerId: femke } },
  PortfolioEntry: { e1: entryAt("Granted").state },
  Pop: { "pop-1": popAt("Active").state, "pop-bram": popAt("Active").state },
  PopAgreement: { a1: agreementAt("Agreed").state }
}

const ask = asking(growth, school)
const lastOf = (story: { readonly history: ReadonlyArray<object>; readonly state: object }) => [story.history.at(-1)!, story.state] as const

describe("[S5.4] what an owner opens becomes a view for others", () => {
  it("of a profile, as it was chosen, sent in the owner's name; and it ends on its day", async () => {
    expect(await ask("CompetenceProfile", "p1", ...lastOf(profileAt("Shared")))).toMatchObject([
      {
        machine: "SharedView",
        id: "p1/voor-de-groep",
        as: femke,
        command: {
          _tag: "Open", sourceType: "CompetenceProfile", sourceId: "p1", grant: "voor-de-groep", to: group, until: at + 30 * day, files: [],
          rows: [{ ref: sbl("sbl-4"), fun: 4, skill: 3, applied: "None", learned: true }]
        }
      },
      { machine: "CompetenceProfile", id: "p1", as: "system", notBefore: at + 30 * day, command: { _tag: "Lapse", grant: "voor-de-groep" } }
    ])
  })

  it("of a portfolio and of a plan, in the words that the owner wrote for them", async () => {
    expect(await ask("PortfolioEntry", "e1", ...lastOf(entryAt("Granted")))).toMatchObject([
      { id: "e1/voor-hilde", as: femke, command: { sourceType: "PortfolioEntry", title: open.title, text: open.text, rows: [] } },
      { machine: "PortfolioEntry", command: { _tag: "Lapse", grant: "voor-hilde" } }
    ])
    expect(await ask("Pop", "pop-1", ...lastOf(popAt("Active")))).toMatchObject([
      { id: "pop-1/met-de-groep", as: femke, command: { sourceType: "Pop", part: "rust", text: share.text } },
      { machine: "Pop", command: { _tag: "Lapse", goal: "rust", grant: "met-de-groep" }, notBefore: startOf("2027-09-01") }
    ])
  })

  it("is closed when it is taken back, when it ends, and when what it is a view of goes", async () => {
    for (const [machine, events] of [
      ["CompetenceProfile", ["ViewRevoked", "ViewLapsed"]],
      ["PortfolioEntry", ["GrantRevoked", "GrantLapsed"]],
      ["Pop", ["GoalUnshared", "GoalShareLapsed"]]
    ] as const) {
      for (const _tag of events) {
        expect(await ask(machine, "x", { _tag, grant: "g1", goal: "rust" }, { ownerId: femke })).toMatchObject([
          { machine: "SharedView", id: "x/g1", as: "system", command: { _tag: "Close" } }
        ])
      }
    }
    const view = { ownerId: femke, sourceId: "x", granteeId: hilde }
    const SharedView = { "x/g1": { ...view, _tag: "Open" }, "x/g2": { ...view, _tag: "Closed" }, "y/g1": { ...view, _tag: "Open", sourceId: "y" } }
    for (const [machine, _tag] of [
      ["CompetenceProfile", "ProfileClosed"],
      ["CompetenceProfile", "ProfileErased"],
      ["PortfolioEntry", "EntryDeleted"],
      ["Pop", "PopClosed"],
      ["Pop", "PopErased"]
    ] as const) {
      const asked = await ask(machine, "x", { _tag, at }, { ownerId: femke }, { SharedView })
      expect(asked.filter((one) => "machine" in one && one.machine === "SharedView").map((one) => "id" in one && one.id)).toEqual(["x/g1"])
    }
  })
})

describe("[S3.7, S7.6] what a plan between two meetings brought", () => {
  const pap = {
    _tag: "Reviewed", ownerId: femke, groupId: "g-midden", fromSession: "s1", tipRefs: [], competenceRef: "sbl-4", popGoalRef: "rust",
    situation: words("P0", "de rekenles", "ownerId"), newBehaviour: words("P0", "één taak op het bord", "ownerId"),
    learned: words("P0", "het bord was te vol", "ownerId"), outcome: "DoneWorked", dueSession: { id: "s3", on: "2025-11-18" }
  }
  it("is suggested to its owner for the portfolio, the plan and the profile: nothing is stored by itself", async () => {
    const asked = await ask("Pap", "pap-1", { _tag: "PapReviewed" }, pap)
    expect(asked).toMatchObject([
      {
        _tag: "Suggest", to: femke, machine: "PortfolioEntry", id: "pap-1/result",
        command: { _tag: "AcceptSuggestion", kind: "PapResult", portfolioId: "map-femke", on: "2025-11-18", title: pap.situation, text: pap.learned, papRef: "pap-1", popGoalRef: "rust" }
      },
      { _tag: "Suggest", to: femke, machine: "Pop", id: "pop-1", command: { _tag: "SetProgress", goal: "rust", progress: 1 } },
      { _tag: "Suggest", to: femke, machine: "Pop", id: "pop-bram" },
      { _tag: "Suggest", to: femke, machine: "CompetenceProfile", id: "p1", command: { _tag: "Rate", ref: sbl("sbl-4"), applied: "Tried" } }
    ])
  })

  it("[S3.6] moves what was applied one step, and only when it was done", async () => {
    const applied = async (outcome: string, before: "None" | "Tried" | "Practised" | "Regular") => {
      const profile = profileAt("Active")
      profile.does({ _tag: "Rate", ref: sbl("sbl-4"), applied: before }, asOwner(femke))
      const asked = await ask("Pap", "pap-1", { _tag: "PapReviewed" }, { ...pap, outcome }, { CompetenceProfile: { p1: profile.state } })
      return asked.flatMap((one) => ("command" in one && "applied" in one.command ? [one.command.applied] : []))
    }
    expect(await applied("DoneWorked", "None")).toEqual(["Tried"])
    expect(await applied("DoneDifferently", "Tried")).toEqual(["Practised"])
    expect(await applied("DoneWorked", "Practised")).toEqual([])
    expect(await applied("TriedNotWorked", "None")).toEqual([])
    expect(await applied("NotTried", "None")).toEqual([])
  })

  it("[S7.7, S8.11] is a success to keep when it was celebrated; without a folder there is nothing to suggest", async () => {
    expect(await ask("Pap", "pap-1", { _tag: "SuccessCelebrated" }, pap)).toMatchObject([
      { to: femke, id: "pap-1/success", command: { kind: "Success", title: pap.newBehaviour } }
    ])
    expect(await ask("Pap", "pap-1", { _tag: "SuccessCelebrated" }, pap, {})).toEqual([])
    expect((await ask("Pap", "pap-1", { _tag: "PapReviewed" }, pap, {}))).toEqual([])
  })

  it("[S5.12] as well as a recognition that was accepted", async () => {
    const profile = profileAt("Active")
    profile.does(offer, asOwner(dirk))
    profile.does({ _tag: "AcceptRecognition", recognition: "r1" }, asOwner(femke))
    expect(await ask("CompetenceProfile", "p1", ...lastOf(profile))).toMatchObject([
      { to: femke, machine: "PortfolioEntry", id: "p1/r1", command: { _tag: "AcceptSuggestion", suggestedFrom: "Recognition", kind: "Recognition", on: dateOf(at), title: offer.words } }
    ])
  })
})

describe("[S4.2, S4.7] going on", () => {
  it("a renewed plan begins the next, with what was still open", async () => {
    const [asked] = await ask("Pop", "pop-1", ...lastOf(popAt("Renewed")))
    expect(asked).toMatchObject({
      machine: "Pop", id: "pop-2", as: "system",
      command: { _tag: "StartNext", ownerId: femke, renews: "pop-1", period: { from: "2026-09-01", until: "2028-08-31" }, goals: [{ id: "rust", shares: [] }] }
    })
    const command = asked !== undefined && "command" in asked ? asked.command : { _tag: "" }
    expect(Result.isSuccess(Machine.decide(domain.Pop.machine, Machine.Start, command as never, asPlanner("system") as never))).toBe(true)
  })

  it("a plan is looked back on after a year, and at its end", async () => {
    const active = { ownerId: femke, period: { from: "2025-09-01", until: "2027-08-31" }, goals: [] }
    expect(await ask("Pop", "pop-1", { _tag: "PopActivated", at }, active)).toMatchObject([{ command: { _tag: "OpenReview" }, notBefore: at + 365 * day }])
    expect(await ask("Pop", "pop-1", { _tag: "PopReviewClosed" }, { ...active, reviewedAt: at + 400 * day })).toMatchObject([
      { notBefore: startOf("2027-08-31") }
    ])
    expect(await ask("Pop", "pop-1", { _tag: "PopReviewClosed" }, active)).toMatchObject([{ notBefore: at + 365 * day }])
  })

  it("[S3.8] a promise that is not kept in time is missed, one after the other", async () => {
    const { state } = agreementAt("Agreed")
    const next = async (event: string, more: object) => {
      const [asked] = await ask("PopAgreement", "a1", { _tag: event }, { ...state, ...more })
      return asked
    }
    expect(await next("AgreementReached", {})).toMatchObject({ command: { facility: "vervanging" }, notBefore: startOf("2026-04-01") })
    expect(await next("FacilityBreached", { breached: ["vervanging"] })).toMatchObject({ command: { facility: "boek" }, notBefore: startOf("2026-07-01") })
    expect(await next("FacilityDelivered", { delivered: ["boek"] })).toMatchObject({ command: { facility: "vervanging" } })
    expect(await next("FacilityDelivered", { delivered: ["boek"], breached: ["vervanging"] })).toBeUndefined()
  })

  it("a published version supersedes the one it follows", async () => {
    const next = { ...draftFramework, _tag: "Published", version: 2, predecessor: { framework: "sbl-2006-po", version: 1 } }
    expect(await ask("CompetenceFramework", "sbl2", { _tag: "FrameworkPublished" }, next)).toMatchObject([
      { machine: "CompetenceFramework", id: "sbl1", as: "system", command: { _tag: "Supersede" } }
    ])
    expect(await ask("CompetenceFramework", "sbl1", ...lastOf(frameworkAt("Published")))).toEqual([])
  })
})

describe("leaving", () => {
  it("is announced with an offer to take the folder along", async () => {
    expect(await ask("Staff", "s", { _tag: "EmploymentEnding", person: femke, on: "2026-07-31" }, staff.s)).toMatchObject([
      { _tag: "Suggest", to: femke, machine: "Portfolio", id: "map-femke", command: { _tag: "Export", formats: ["Json", "Pdf"] } }
    ])
    expect(await ask("Staff", "s", { _tag: "EmploymentEnding", person: dirk, on: "2026-07-31" }, staff.s)).toEqual([])
  })

  it("closes what is the leaver's own and hands the folder over; nothing of anybody else", async () => {
    const asked = await ask("Staff", "s", { _tag: "EmploymentEnded", person: femke }, staff.s)
    expect(asked.map((one) => ("command" in one ? `${one.machine}/${one.id} ${one.command._tag}` : ""))).toEqual([
      "CompetenceProfile/p1 Close", "Pop/pop-1 Close", "Pop/pop-bram Close", "Portfolio/map-femke HandOver"
    ])
    expect(await ask("Staff", "s", { _tag: "EmploymentEnded", person: bram }, staff.s)).toMatchObject([
      { machine: "PopAgreement", id: "a1", command: { _tag: "BeginRetention" } }
    ])
    expect(await ask("PopAgreement", "a1", { _tag: "AgreementRetentionBegun", keepUntil: 12 }, agreementAt("Agreed").state)).toMatchObject([
      { command: { _tag: "Destroy" }, notBefore: 12 }
    ])
  })

  it("erases it thirty days later, with every entry, and the views of others on it", async () => {
    for (const [machine, _tag] of [["CompetenceProfile", "ProfileClosed"], ["Pop", "PopClosed"], ["Portfolio", "PortfolioHandedOver"]] as const) {
      expect(await ask(machine, "x", { _tag, at }, { ownerId: femke })).toMatchObject([
        { machine, id: "x", as: "system", command: { _tag: "Erase" }, notBefore: at + 30 * day }
      ])
    }
    const PortfolioEntry = { e1: { _tag: "Kept", portfolioId: "map-femke" }, e2: { _tag: "Deleted", portfolioId: "map-femke" }, e3: { _tag: "Kept", portfolioId: "map-bram" } }
    expect(await ask("Portfolio", "map-femke", { _tag: "PortfolioErased" }, { ownerId: femke }, { PortfolioEntry })).toMatchObject([
      { machine: "PortfolioEntry", id: "e1", as: "system", command: { _tag: "Delete" } }
    ])
    const OtherView = { v1: { _tag: "Shared", ownerId: femke }, v2: { _tag: "TakenBack", ownerId: femke }, v3: { _tag: "Shared", ownerId: bram } }
    expect(await ask("CompetenceProfile", "p1", { _tag: "ProfileErased" }, { ownerId: femke }, { OtherView })).toMatchObject([
      { machine: "OtherView", id: "v1", command: { _tag: "TakeBack" } }
    ])
  })
})

describe("where the needs come from", () => {
  /** What a machine is told when somebody asks for something. */
  const told = async (machine: keyof typeof domain, question: { readonly id?: string; readonly actor?: string; readonly state?: object; readonly command?: object; readonly at?: number }, things: Things = school) => {
    const asked = { id: "x", actor: femke, at, state: Machine.Start, command: undefined, ...question }
    const table = domain[machine].answers as Readonly<Record<string, Effect.Effect<unknown, never, Elsewhere> | ((question: object) => Effect.Effect<unknown, never, Elsewhere>)>>
    const answers = await Promise.all(Object.entries(table).map(async ([need, answer]) => {
      const effect = typeof answer === "function" ? answer(asked) : answer
      return [need, await Effect.runPromise(Effect.provideService(effect, Elsewhere, knowing(things)))] as const
    }))
    const { settings: _, ...facts } = Object.fromEntries(answers)
    return facts
  }
  const everybody = [...six, hilde, kees, "p-lies"]
  const circle = { people: everybody.filter((person) => person !== femke), groups: ["g-midden"], conversations: [{ id: "voortgang", on: "2026-01-27" }] }
  const peers = six.filter((person) => person !== femke)

  it("a profile: who is in a group with its owner now, and what is published", async () => {
    expect(await told("CompetenceProfile", { state: profileAt("Active").state, command: rate })).toEqual({
      peers, staff: everybody, otherProfile: "p1", competenceIsPublished: true, circle
    })
    expect(await told("CompetenceProfile", { id: "p1", state: profileAt("Active").state, command: { ...rate, ref: sbl("sbl-9") } })).toMatchObject({
      otherProfile: null, competenceIsPublished: false
    })
    expect(await told("CompetenceProfile", {})).toMatchObject({ peers: [], circle: { groups: [], conversations: [] } })
  })

  it("a framework: other things of the version, what came before and what followed, and when it was last rated by", async () => {
    const { state } = frameworkAt("Published")
    expect(await told("CompetenceFramework", { id: "sbl2", command: draftFramework })).toEqual({
      staff: everybody, leaders: [hilde], hr: [kees], pmr: ["p-lies"],
      versionExists: true, predecessorCompetences: [], successor: null, lastRatedAt: null
    })
    const second = { ...draftFramework, version: 2, predecessor: { framework: "sbl-2006-po", version: 1 } }
    expect(await told("CompetenceFramework", { id: "sbl2", command: second })).toMatchObject({
      versionExists: false, predecessorCompetences: ["sbl-4", "sbl-6"]
    })
    const followed = { ...school, CompetenceFramework: { sbl1: state, sbl2: { ...state, ...second, _tag: "Published" } } }
    expect(await told("CompetenceFramework", { id: "sbl1", state }, followed)).toMatchObject({
      versionExists: false, successor: { framework: "sbl-2006-po", version: 2 }, lastRatedAt: at
    })
  })

  it("a function profile: what is published", async () =>
    expect(await told("FunctionProfile", {})).toMatchObject({ publishedCompetences: [sbl("sbl-4"), sbl("sbl-6")] }))

  it("the view of another: who is in a group with whoever asks", async () => {
    expect(await told("OtherView", {})).toEqual({ peersOfAsker: peers })
    expect(await told("OtherView", { actor: hilde })).toEqual({ peersOfAsker: [] })
  })

  it("a shared view: whose it is, and who reads it at this moment", async () => {
    const source = async (sourceType: string, sourceId: string) => (await told("SharedView", { command: { _tag: "Open", sourceType, sourceId } }))["sourceOwner"]
    expect([await source("CompetenceProfile", "p1"), await source("PortfolioEntry", "e1"), await source("Pop", "pop-1"), await source("Pop", "geen")])
      .toEqual([femke, femke, femke, null])
    expect(await told("SharedView", { command: { _tag: "Close" } })).toEqual({ sourceOwner: null, readers: [] })
    const readers = async (to: object, moment = at) =>
      (await told("SharedView", { at: moment, state: { _tag: "Open", to, until: at + day } }))["readers"]
    expect([await readers(leader), await readers(group), await readers(talk)]).toEqual([[hilde], six, [hilde]])
    expect([await readers(leader, at + day), await readers({ kind: "Conversation", id: "afgezegd" })]).toEqual([[], []])
    expect((await told("SharedView", { state: { _tag: "Closed" } }))["readers"]).toEqual([])
  })

  it("a portfolio and its entries: one folder of one's own, that is open", async () => {
    expect(await told("Portfolio", {})).toMatchObject({ otherPortfolio: "map-femke" })
    expect(await told("Portfolio", { id: "map-femke" })).toMatchObject({ otherPortfolio: null })
    const isOpen = async (actor: string, portfolioId: string) =>
      (await told("PortfolioEntry", { actor, command: { _tag: "Keep", portfolioId } }))["ownPortfolioIsOpen"]
    expect([await isOpen(femke, "map-femke"), await isOpen(bram, "map-femke"), await isOpen(femke, "map-oud"), await isOpen(femke, "geen")])
      .toEqual([true, false, false, false])
    expect(await told("PortfolioEntry", { state: entryAt("Kept").state, command: { _tag: "Delete" } })).toEqual({
      ownPortfolioIsOpen: false, leaders: [hilde], hr: [kees], circle
    })
  })

  it("a plan: the one that runs, and who may say something about a goal that is shared with them", async () => {
    expect(await told("Pop", { id: "pop-2", actor: femke })).toMatchObject({ livePop: "pop-1" })
    expect(await told("Pop", { id: "pop-1", actor: dirk, state: popAt("Active").state })).toEqual({
      livePop: null, circle, leadersOf: staff.s.leadersOf, groupMembers: peers, groupsOfActor: ["g-midden"], staff: everybody
    })
    expect(await told("Pop", { state: popAt("Active").state, at: startOf("2027-09-01") })).toMatchObject({ groupMembers: [] })
    expect(await told("Pop", { state: popAt("Closed").state })).toMatchObject({ groupMembers: [] })
  })

  it("an agreement: whose plan it is, and which goals are open to which leader", async () => {
    const pop = popAt("Active")
    pop.does({ ...share, grant: "met-hilde", to: leader }, asPlanner(femke))
    const things = { ...school, Pop: { "pop-1": pop.state } }
    expect(await told("PopAgreement", { command: { _tag: "Propose", popId: "pop-1" } }, things)).toEqual({
      hr: [kees], staff: everybody, popOwner: femke, invitedLeaders: [hilde], ownersLeaders: [], sharedGoals: [{ goal: "rust", leader: hilde }]
    })
    const agreed = { _tag: "Agreed", popId: "pop-1", ownerId: femke }
    expect(await told("PopAgreement", { state: agreed, at: startOf("2027-09-01") }, things)).toMatchObject({ ownersLeaders: [hilde], sharedGoals: [] })
    expect(await told("PopAgreement", {}, things)).toMatchObject({ popOwner: null, sharedGoals: [] })
  })
})

describe("[S5.4] from grant to view", () => {
  it("everything that the rules ask for is possible when they ask it", async () => {
    const profile = profileAt("Active")
    profile.does({ _tag: "AddPersonalCompetence", personal: "muziek", name: words("P0", "muziek maken", "ownerId") }, asOwner(femke))
    profile.does({ _tag: "Rate", ref: own("muziek"), fun: 5, skill: 4 }, asOwner(femke))
    profile.does({ ...show, shows: [{ ref: own("muziek"), name: words("P2", "muziek maken", "ownerId") }] }, asOwner(femke))
    const entry = entryAt("Kept")
    entry.does({ ...open, _tag: "Grant" }, asKeeper(femke))
    const pop = popAt("Active")
    pop.does({ ...share, goal: goal.goal, grant: "x" }, asPlanner(femke))
    for (const [machine, story] of [["CompetenceProfile", profile], ["PortfolioEntry", entry], ["Pop", pop]] as const) {
      const [asked] = await ask(machine, "x", ...lastOf(story))
      const sent = asked?._tag === "Send" ? asked : undefined
      const known = { actor: sent?.as ?? "", at, sourceOwner: femke, readers: [] }
      const outcome = Machine.step(domain.SharedView.machine, Machine.Start, sent?.command as Machine.Command<Machine.Of<typeof domain.SharedView.machine>>, known)
      expect(Result.isSuccess(outcome)).toBe(true)
    }
  })
})
