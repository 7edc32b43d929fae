/** Where what is somebody's own hears what it needs to know. */
import { describe, expect, it } from "vitest"
import type { domain } from "../src/Domain.ts"
import { startOf } from "../src/Vocabulary.ts"
import { telling, type Things } from "./asking.ts"
import { school, staff } from "./growing.ts"
import { asPlanner, at, bram, day, dirk, draftFramework, entryAt, femke, frameworkAt, group, hilde, kees, leader, popAt, profileAt, rate, sbl, share, six, talk } from "./growth.ts"

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

  it("a framework: the last time that somebody rated themselves by this version of it, and by no other", async () => {
    const { state } = frameworkAt("Published")
    const rated = (at: number, of?: object) => ({ at, ref: { competence: "sbl-4", ...(of !== undefined && { of }) } })
    const sbl1 = { framework: "sbl-2006-po", version: 1 }
    const lastRatedAt = async (...ratings: ReadonlyArray<object>) =>
      (await told("CompetenceFramework", { id: "sbl1", state }, { ...school, CompetenceProfile: { p1: { _tag: "Active", ratings }, weg: { _tag: "Erased" } } }))["lastRatedAt"]
    expect(await lastRatedAt(rated(5, sbl1), rated(9, sbl1), rated(7, sbl1))).toBe(9)
    expect(await lastRatedAt(rated(5, { ...sbl1, version: 2 }), rated(6, { ...sbl1, framework: "eigen" }), rated(7))).toBe(null)
  })

  it("a framework: a version that was superseded was there as well, and one that was withdrawn was not", async () => {
    const { state } = frameworkAt("Published")
    const next = { command: { ...draftFramework, version: 2, predecessor: { framework: "sbl-2006-po", version: 1 } } }
    const before = async (_tag: string) => {
      const things = { ...school, CompetenceFramework: { sbl1: { ...state, _tag } } }
      const { predecessorCompetences } = await told("CompetenceFramework", { id: "x", ...next }, things)
      const { versionExists } = await told("CompetenceFramework", { id: "x", command: draftFramework }, things)
      return [versionExists, predecessorCompetences]
    }
    expect([await before("Published"), await before("Superseded")]).toEqual([[true, ["sbl-4", "sbl-6"]], [true, ["sbl-4", "sbl-6"]]])
    expect([await before("Draft"), await before("Withdrawn")]).toEqual([[false, []], [false, []]])
  })

  it("a programme: how many groups run", async () => {
    const PopGroup = { een: { _tag: "Active", members: six }, twee: { _tag: "Active", members: [] }, rust: { _tag: "Paused", members: [] }, weg: { _tag: "Dissolved", members: [] } }
    expect((await told("Programme", {}, { ...school, PopGroup }))["activeGroups"]).toBe(2)
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
    const over = { ...school, Pop: { oud: { ...popAt("Active").state, _tag: "Completed" }, weg: { _tag: "Erased", ownerId: femke } } }
    expect(await told("Pop", { id: "pop-2", actor: femke }, over)).toMatchObject({ livePop: null })
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
    expect(await told("PopAgreement", { state: agreed }, things)).toMatchObject({ popOwner: femke, invitedLeaders: [hilde], sharedGoals: [{ goal: "rust", leader: hilde }] })
    expect(await told("PopAgreement", {}, things)).toMatchObject({ popOwner: null, sharedGoals: [] })
  })
})
