/** What follows from somebody's own growth: each process rule told a fact. */
import { words } from "@groeikring/testkit"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { domain } from "../src/Domain.ts"
import * as Machine from "../src/Machine.ts"
import { dateOf } from "../src/Vocabulary.ts"
import { ask, lastOf } from "./growing.ts"
import { asKeeper, asOwner, asPlanner, at, bram, day, dirk, entryAt, femke, goal, grantEnd, group, hilde, kees, leader, offer, open, own, planEnd, popAt, profileAt, sbl, share, show, six } from "./growth.ts"

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
