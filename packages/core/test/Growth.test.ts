/** What follows from somebody's own growth: each process rule told a fact, and where the needs of these machines come from. */
import { words } from "@groeikring/testkit"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { domain } from "../src/Domain.ts"
import * as Machine from "../src/Machine.ts"
import { growth } from "../src/processes/Growth.ts"
import { dateOf, startOf } from "../src/Vocabulary.ts"
import { asking, telling, type Things } from "./asking.ts"
import {
  agreementAt, asKeeper, asOwner, asPlanner, at, bram, day, dirk, draftFramework, entryAt, femke, frameworkAt, goal, grantEnd, group, hilde, kees,
  leader, offer, open, own, planEnd, popAt, profileAt, rate, sbl, share, show, six, talk
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
          _tag: "Open", sourceType: "CompetenceProfile", sourceId: "p1", grant: "voor-de-groep", to: group, until: grantEnd, files: [],
          rows: [{ ref: sbl("sbl-4"), fun: 4, skill: 3, applied: "None", learned: true }]
        }
      },
      { machine: "CompetenceProfile", id: "p1", as: "system", notBefore: grantEnd, command: { _tag: "Lapse", grant: "voor-de-groep" } }
    ])
  })

  it("of a portfolio and of a plan, in the words that the owner wrote for them", async () => {
    expect(await ask("PortfolioEntry", "e1", ...lastOf(entryAt("Granted")))).toMatchObject([
      { id: "e1/voor-hilde", as: femke, command: { sourceType: "PortfolioEntry", title: open.title, text: open.text, rows: [] } },
      { machine: "PortfolioEntry", command: { _tag: "Lapse", grant: "voor-hilde" } }
    ])
    expect(await ask("Pop", "pop-1", ...lastOf(popAt("Active")))).toMatchObject([
      { id: "pop-1/met-de-groep", as: femke, command: { sourceType: "Pop", part: "rust", text: share.text } },
      { machine: "Pop", command: { _tag: "Lapse", goal: "rust", grant: "met-de-groep" }, notBefore: planEnd }
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

  it("is suggested for the goal it was for, in a plan that runs, as long as there is a step to go", async () => {
    const steps = async (plan: object, goal: object = {}) => {
      const Pop = { "pop-1": { _tag: "Active", ownerId: femke, goals: [{ id: "rust", progress: 1, standing: "Active", ...goal }], ...plan } }
      return (await ask("Pap", "pap-1", { _tag: "PapReviewed" }, pap, { Pop })).flatMap((one) =>
        one._tag === "Suggest" && one.command._tag === "SetProgress" && "progress" in one.command ? [one.command.progress] : [])
    }
    for (const _tag of ["Draft", "Active", "InReview"]) expect(await steps({ _tag })).toEqual([2])
    expect(await steps({ _tag: "Renewed" })).toEqual([])
    expect(await steps({}, { progress: 3 })).toEqual([4])
    expect(await steps({}, { progress: 4 })).toEqual([])
    expect(await steps({}, { id: "ouders" })).toEqual([])
    expect(await steps({}, { standing: "Achieved" })).toEqual([])
    // Whoever took the step since by hand is not asked to take one more.
    expect(await steps({}, { progressAt: at - 1 })).toEqual([2])
    expect(await steps({}, { progressAt: at })).toEqual([])
    expect(await steps({}, { progressAt: at + day })).toEqual([])
  })

  it("counts for the competence of that name that was rated last, and for no other", async () => {
    const rating = (ref: object, applied: string, at: number) => ({ ref, applied, at, evidence: [] })
    const older = { competence: "sbl-4", of: { framework: "deck-2003", version: 1 } }
    const CompetenceProfile = { p1: { _tag: "Active", ownerId: femke, ratings: [rating(sbl("sbl-6"), "None", 9), rating(older, "None", 1), rating(sbl("sbl-4"), "Tried", 5)] } }
    const asked = await ask("Pap", "pap-1", { _tag: "PapReviewed" }, pap, { CompetenceProfile })
    expect(asked).toMatchObject([{ machine: "CompetenceProfile", command: { ref: sbl("sbl-4"), applied: "Practised" } }])
    // What was said since of how far it is applied is what was not known then; what was said of anything else is not.
    const since = async (before: string, now: string) => {
      const ratings = [rating(sbl("sbl-4"), before, 5), rating(sbl("sbl-4"), now, at + 1)]
      return (await ask("Pap", "pap-1", { _tag: "PapReviewed" }, pap, { CompetenceProfile: { p1: { ...CompetenceProfile.p1, ratings } } })).map((one) =>
        "command" in one && "applied" in one.command ? one.command.applied : one)
    }
    expect(await since("Tried", "Tried")).toEqual(["Practised"])
    expect(await since("None", "Tried")).toEqual([])
    expect(await since("Tried", "Practised")).toEqual([])
  })

  it("goes in a folder that is open, also while a copy of it is made", async () => {
    const kept = async (_tag: string) => (await ask("Pap", "pap-1", { _tag: "PapReviewed" }, pap, { Portfolio: { map: { _tag, ownerId: femke } } })).length
    expect([await kept("Open"), await kept("Exporting"), await kept("HandedOver")]).toEqual([1, 1, 0])
  })

  it("is worth a word of those who sit there when it is celebrated; whoever celebrates alone tells nobody", async () => {
    const told = async (session: object) =>
      (await ask("Pap", "pap-1", { _tag: "SuccessCelebrated" }, pap, { Intervision: { s3: { groupId: "g-midden", attendees: [femke, bram, dirk], ...session } } })).map((one) =>
        one._tag === "Tell" ? [one.to, one.card, one.notAfter] : [])
    expect(await told({ _tag: "ReviewingPaps", duePaps: [] })).toEqual([[bram, "GiveRecognition", at + 7 * day], [dirk, "GiveRecognition", at + 7 * day]])
    expect(await told({ _tag: "Held" })).toEqual([])
    expect(await ask("Pap", "pap-1", { _tag: "SuccessCelebrated" }, pap, {})).toEqual([])
    // With the word goes whom it is for, and where they can be told.
    const sitting = { _tag: "ReviewingPaps", groupId: "g-midden", attendees: [femke, bram] }
    const Intervision = { s3: { ...sitting, duePaps: [] } }
    const cards = async (profile: object) => await ask("Pap", "pap-1", { _tag: "SuccessCelebrated" }, pap, { Intervision, CompetenceProfile: { p1: profile } })
    expect(await cards(profileAt("Active").state)).toMatchObject([{ to: bram, from: femke, at: { machine: "CompetenceProfile", id: "p1" } }])
    expect((await cards({ _tag: "Closed", ownerId: femke })).map((one) => [one._tag === "Tell" && one.from, "at" in one])).toEqual([[femke, false]])
    // A plan that waited for a session that was stopped is on the table of the one after it; another session is none of its.
    const celebrated = async (pap4: string) =>
      (await ask("Pap", "pap-1", { _tag: "SuccessCelebrated" }, pap, {
        Intervision: { s3: { _tag: "Stopped", groupId: "g-midden" }, s4: { ...sitting, duePaps: [{ pap: pap4, owner: femke }] } }
      })).length
    expect([await celebrated("pap-1"), await celebrated("pap-2")]).toEqual([1, 0])
  })

  it("is something a buddy is asked for: the one who was asked hears by whom", async () => {
    expect(await ask("Pap", "pap-1", { _tag: "BuddyAsked", peer: bram }, pap)).toMatchObject([
      { _tag: "Suggest", to: bram, from: femke, machine: "Pap", id: "pap-1", command: { _tag: "AcceptBuddy" } }
    ])
  })

  it("[S8.15] is something a group is asked about: its other members hear by whom and of which goal, and say it in their own words", async () => {
    const shared = popAt("Active")
    shared.does({ ...share, goal: goal.goal, grant: "x" }, asPlanner(femke))
    const asked = { _tag: "FeedbackAsked", goal: goal.goal, groupId: "g-midden" }
    const others = six.filter((person) => person !== femke)
    expect(await ask("Pop", "pop-1", asked, shared.state)).toMatchObject(
      others.map((to) => ({
        _tag: "Suggest", to, from: femke, machine: "Pop", id: "pop-1", command: { _tag: "GiveFeedback", goal: goal.goal }, notAfter: at + 14 * day
      }))
    )
    expect(await ask("Pop", "pop-1", { ...asked, groupId: "g-weg" }, shared.state)).toEqual([])
  })

  it("[S2.4] is something a colleague is asked how they see it, for as long as they have not said so", async () => {
    const asked = { _tag: "OtherViewAsked", ownerId: femke, authorId: bram, ref: sbl("sbl-4") }
    expect(await ask("OtherView", "v1", asked, { ...asked, _tag: "Asked" })).toMatchObject([
      { _tag: "Suggest", to: bram, from: femke, machine: "OtherView", id: "v1", command: { _tag: "Share" }, whileIn: ["Asked"] }
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
      { to: femke, machine: "PortfolioEntry", id: "p1/r1", command: { _tag: "AcceptSuggestion", suggestedFrom: "Recognition", kind: "Recognition", on: dateOf(at), title: offer.words, competences: [sbl("sbl-4")] } }
    ])
    // Of two recognitions the one that was accepted, also when it is of no competence; without a folder, nothing.
    const { ref: _ref, ...general } = offer
    profile.does({ ...general, recognition: "r2" }, asOwner(dirk))
    profile.does({ _tag: "AcceptRecognition", recognition: "r2" }, asOwner(femke))
    expect(await ask("CompetenceProfile", "p1", ...lastOf(profile))).toMatchObject([{ id: "p1/r2", command: { competences: [] } }])
    expect(await ask("CompetenceProfile", "p1", ...lastOf(profile), {})).toEqual([])
  })

  it("that was kept is evidence of each competence that it shows, once", async () => {
    const kept = { _tag: "EntryKept", competences: [sbl("sbl-4")] }
    const rating = (competence: string, evidence: ReadonlyArray<string>) => ({ ref: sbl(competence), applied: "None", at: 1, evidence })
    const rated = async (evidence: ReadonlyArray<string>, _tag = "Active") => {
      const CompetenceProfile = { p1: { _tag, ownerId: femke, ratings: [rating("sbl-4", evidence), rating("sbl-6", [])] } }
      return (await ask("PortfolioEntry", "e1", kept, { ownerId: femke }, { CompetenceProfile })).map((one) => one._tag === "Suggest" && one.command)
    }
    expect(await rated(["e0"])).toEqual([{ _tag: "Rate", ref: sbl("sbl-4"), evidence: ["e0", "e1"] }])
    expect(await rated(["e0"], "Shared")).toHaveLength(1)
    expect(await rated(["e1"])).toEqual([])
    expect(await rated([], "Closed")).toEqual([])
  })

  it("is put on the table of the next talk with the one it is open to", async () => {
    const planned = (leaderId: string, on: string, _tag = "Planned") => ({ _tag, employeeId: femke, leaderId, on })
    const Conversation = { mei: planned(hilde, "2026-05-26"), jan: planned(hilde, "2026-01-27", "AgendaOpen"), kees: planned(kees, "2025-12-01"), oud: planned(hilde, "2025-10-01", "Signed") }
    const table = async (to: object) =>
      (await ask("Pop", "pop-1", { _tag: "GoalShared", goal: "rust", id: "g", text: share.text, until: 1e9, to }, { ownerId: femke, goals: [] }, { Conversation }))
        .flatMap((one) => one._tag === "Suggest" ? [one.id] : [])
    expect(await table(leader)).toEqual(["jan"])
    expect(await table({ kind: "Person", id: kees })).toEqual(["kees"])
    expect(await table({ kind: "Conversation", id: "mei" })).toEqual(["mei"])
    expect(await table({ kind: "Conversation", id: "oud" })).toEqual([])
    expect(await table({ kind: "Group", id: hilde })).toEqual([])
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

  it("a look back is a moment to keep the profile as it is", async () =>
    expect(await ask("Pop", "pop-1", { _tag: "PopReviewOpened", at }, { ownerId: femke })).toMatchObject([
      { _tag: "Tell", to: femke, card: "KeepQuadrant", whileIn: ["InReview"] }
    ]))

  it("[S3.8] time that was promised comes from what nobody earmarked in the year task that runs", async () => {
    const line = (minutes: number, earmarks: ReadonlyArray<object> = [], name = "Professionalisation") => ({ line: name, minutes, earmarks })
    const of = (purpose: string, minutes: number) => ({ purpose, minutes })
    const { state } = agreementAt("Agreed")
    const money = { id: "geld", goal: "ouders", kind: "Money", amount: 500, before: "2026-06-30" }
    const earmarked = async (lines: ReadonlyArray<object>, more: object = {}, _tag = "InYear") =>
      (await ask("PopAgreement", "a1", { _tag: "AgreementReached" }, { ...state, facilities: [{ id: "vervanging", kind: "Minutes", amount: 120, before: "2026-03-31" }, money], ...more }, { TimeBudget: { b: { _tag, personId: bram, lines } } }))
        // A suggestion does not carry the type of the command it is for.
        .flatMap((one) => one._tag === "Suggest" && one.command._tag === "ProposeReallocation" ? [(one.command as unknown as { readonly lines: ReadonlyArray<unknown> }).lines] : [])
    const session = of("Session", 60)
    expect(await earmarked([line(300), line(180, [session], "Professionalisation")])).toEqual([[line(300, [of("PopWork", 120)]), line(180, [session])]])
    // Exactly enough is enough; a line of something else, or one that is full, is passed.
    expect(await earmarked([line(900, [], "Lessons"), line(179, [session]), line(180, [session])])).toEqual([
      [line(900, [], "Lessons"), line(179, [session]), line(180, [session, of("PopWork", 120)])]
    ])
    expect(await earmarked([line(300, [session, of("PopWork", 30)])])).toEqual([[line(300, [session, of("PopWork", 150)])]])
    expect(await earmarked([line(100)])).toEqual([])
    expect(await earmarked([line(300)], {}, "Proposed")).toEqual([])
    expect(await earmarked([line(300)], { facilities: [money] })).toEqual([])
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
      { _tag: "Suggest", to: femke, machine: "Portfolio", id: "map-femke", command: { _tag: "Export", formats: ["Json", "Pdf"] } },
      { _tag: "Send", machine: "Staff", id: "s", command: { _tag: "EndEmployment", person: femke, today: "2026-07-31" }, notBefore: startOf("2026-08-01") }
    ])
    expect(await ask("Staff", "s", { _tag: "EmploymentEnding", person: dirk, on: "2026-07-31" }, staff.s)).toMatchObject([
      { machine: "Staff", command: { _tag: "EndEmployment", person: dirk } }
    ])
  })

  it("closes what is the leaver's own and hands the folder over; nothing of anybody else", async () => {
    const asked = await ask("Staff", "s", { _tag: "EmploymentEnded", person: femke }, staff.s)
    expect(asked.map((one) => ("command" in one ? `${one.machine}/${one.id} ${one.command._tag}` : ""))).toEqual([
      "PopGroup/g-midden Leave", "CompetenceProfile/p1 Close", "Pop/pop-1 Close", "Pop/pop-bram Close", "Portfolio/map-femke HandOver"
    ])
    // The end of the reading in a group is sent in the name of who leaves: nobody removes them.
    expect(asked[0]).toMatchObject({ as: femke })
    expect(await ask("Staff", "s", { _tag: "EmploymentEnded", person: bram }, staff.s)).toMatchObject([
      { machine: "PopGroup", id: "g-midden", as: bram, command: { _tag: "Leave" } },
      { machine: "PopAgreement", id: "a1", command: { _tag: "BeginRetention" } }
    ])
    const inTime = { TimeBudget: { b: { _tag: "InYear", personId: dirk, lines: [] }, oud: { _tag: "WagesOnly", personId: dirk } }, Pap: { p1: { _tag: "Closed", ownerId: dirk }, p2: { _tag: "Forgotten", ownerId: dirk }, p3: { _tag: "Closed", ownerId: femke } } }
    expect(await ask("Staff", "s", { _tag: "EmploymentEnded", person: dirk }, staff.s, inTime)).toMatchObject([
      { machine: "TimeBudget", id: "b", command: { _tag: "BeginRetention" } },
      { machine: "Pap", id: "p1", command: { _tag: "Forget" }, notBefore: at + 30 * day }
    ])
    expect(await ask("TimeBudget", "b", { _tag: "BudgetRetentionBegun", keepUntil: 12 }, { _tag: "InYear" })).toMatchObject([{ command: { _tag: "Reduce" }, notBefore: 12 }])
    expect(await ask("TimeBudget", "b", { _tag: "BudgetReduced" }, { _tag: "WagesOnly", schoolYear: "2025-2026" })).toMatchObject([
      { command: { _tag: "Destroy" }, notBefore: startOf("2026-08-01") + 2555 * day }
    ])
    expect(await ask("PopAgreement", "a1", { _tag: "AgreementRetentionBegun", keepUntil: 12 }, agreementAt("Agreed").state)).toMatchObject([
      { command: { _tag: "Destroy" }, notBefore: 12 }
    ])
  })

  it("closes nothing twice", async () => {
    const things = {
      Pop: { a: { _tag: "Closed", ownerId: dirk }, b: { _tag: "Erased", ownerId: dirk }, c: { _tag: "Completed", ownerId: dirk } },
      CompetenceProfile: { d: { _tag: "Closed", ownerId: dirk }, e: { _tag: "Erased", ownerId: dirk } },
      Portfolio: { f: { _tag: "HandedOver", ownerId: dirk }, g: { _tag: "Erased", ownerId: dirk } },
      PopAgreement: { h: { _tag: "Destroyed", ownerId: dirk }, i: { _tag: "Met", ownerId: dirk } }
    }
    expect((await ask("Staff", "s", { _tag: "EmploymentEnded", person: dirk }, staff.s, things)).map((one) => "id" in one && one.id)).toEqual(["c", "i"])
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
  const told = (machine: keyof typeof domain, question: { readonly id?: string; readonly actor?: string; readonly state?: object; readonly command?: object; readonly at?: number }, things: Things = school) =>
    telling(machine, { actor: femke, ...question }, things)
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
