/** Where a group plan, a theme and a moment hear what they need to know. */
import { describe, expect, it } from "vitest"
import { telling } from "./asking.ts"
import { gopAt, themeAt } from "./group.ts"
import { femke, hilde, kees, profileAt, sbl } from "./growth.ts"
import { anneke, at, bram, carla, six } from "./session.ts"

const group = { kind: "Group", id: "g-midden" } as const
const namesake = { kind: "Person", id: "g-midden" } as const
const until = at + 1000
const goal = (id: string, ...shares: ReadonlyArray<object>) => ({ id, standing: "Active", shares })
const view = (ownerId: string, more: object = {}) => ({
  _tag: "Open", ownerId, granteeId: "g-midden", to: group, until, rows: [{ ref: sbl("sbl-4"), fun: 5, skill: 5, applied: "Tried", learned: true }], ...more
})
const school = {
  Staff: { s: { _tag: "Working", colleagues: [...six, hilde, kees, "p-lies"], posts: [{ person: hilde, function: "Director", fte: 1 }, { person: kees, function: "Hr", fte: 1 }], leadersOf: { [femke]: [hilde] }, council: ["p-lies"], leaving: [] } },
  PopGroup: { "g-midden": { _tag: "Active", members: six, schoolYear: "2025-2026", sponsor: hilde }, "g-rust": { _tag: "Paused", members: [bram], schoolYear: "2025-2026", sponsor: hilde } },
  Gop: { oud: { ...gopAt("Draft").state, schoolYear: "2024-2025" }, dicht: { ...gopAt("Draft").state, _tag: "Closed" }, nu: gopAt("Draft").state },
  Pop: {
    "pop-femke": {
      _tag: "Active",
      ownerId: femke,
      goals: [goal("gedeeld", { id: "a", to: group, until }), goal("aan-een-persoon", { id: "b", to: namesake, until }), goal("voorbij", { id: "c", to: group, until: at }), goal("voor-mij")]
    },
    weg: { _tag: "Erased", ownerId: femke }
  },
  CompetenceProfile: { p1: { ...profileAt("Active").state, ratings: [{ ref: sbl("sbl-4"), fun: 5, skill: 5, applied: "Tried", learned: true, evidence: [], at }, { ref: sbl("sbl-6"), fun: 5, skill: 2, applied: "None", learned: false, evidence: [], at }] } },
  SharedView: {
    a: view(anneke), b: view(bram), c: view(carla),
    // None of these is open to the group now.
    d: view(femke, { to: namesake }), e: view("p-dirk", { until: at }), f: view("p-esra", { _tag: "Closed" }), g: view("p-buiten")
  },
  IpbTheme: { open: themeAt("Adopted").state, dicht: { ...themeAt("Adopted").state, _tag: "Closed" }, ander: { ...themeAt("Raised").state, merged: ["mee"] } },
  GopText: { "gop-1": { _tag: "Standing", groupId: "g-midden", goals: [{ id: "startroutine" }] }, past: { _tag: "Past", groupId: "g-midden", goals: [] } },
  Pulse: { oktober: { _tag: "Reported" }, groep: { _tag: "Reported", groupId: "g-midden" }, februari: { _tag: "Closed" }, juni: { _tag: "Suppressed" } }
}
const told = (machine: "Gop" | "IpbTheme" | "RosteredMoment", question: object = {}) => telling(machine, { actor: femke, ...question }, school)

describe("a group plan hears", () => {
  it("who is in the group, who grants its time, its year, and the plan that it is at", async () => {
    expect(await told("Gop", { command: { _tag: "Open", groupId: "g-midden" } })).toMatchObject({ groupMembers: six, sponsors: [hilde], activeIn: "2025-2026", liveGop: "nu", openThemes: ["open", "ander"] })
    expect(await told("Gop", { command: { _tag: "Open", groupId: "g-rust" } })).toMatchObject({ groupMembers: [bram], activeIn: null, liveGop: null })
    expect(await told("Gop", { command: { _tag: "Open", groupId: "nergens" } })).toMatchObject({ groupMembers: [], sponsors: [], activeIn: null, liveGop: null, board: [] })
  })
  it("which goals are open to the group, and not to a person who is called as the group is; and what they do well and gladly", async () =>
    expect(await told("Gop", { state: gopAt("Draft").state })).toMatchObject({ sharedGoals: ["gedeeld"], talents: [sbl("sbl-4")] }))
  it("[S1.5] what members opened to the group itself, that is open now", async () =>
    expect(await told("Gop", { state: gopAt("Draft").state })).toMatchObject({ board: [{ ref: sbl("sbl-4"), sharers: 3, have: 3, talent: 3, need: 0 }] }))
})

describe("a theme hears", () => {
  it("who leads, who is human resources and the council", async () =>
    expect(await told("IpbTheme")).toMatchObject({ leaders: [hilde], hr: [kees], pmr: ["p-lies"], agreedGop: null, otherTheme: null, otherRaisers: [], takenIn: false }))
  it("what a group agreed, as long as that text stands", async () => {
    const raise = (gopText: string) => ({ command: { _tag: "Raise", from: { gopText, goals: [] } } })
    expect(await told("IpbTheme", raise("gop-1"))).toMatchObject({ agreedGop: { goals: ["startroutine"], members: six } })
    expect(await told("IpbTheme", raise("past"))).toMatchObject({ agreedGop: null })
    expect(await told("IpbTheme", raise("nergens"))).toMatchObject({ agreedGop: null })
  })
  it("the other theme while it is open, never itself, and whether it was taken in there", async () => {
    const merge = (other: string, id = "t") => told("IpbTheme", { id, command: { _tag: "Merge", other } })
    const { credited, gops, origins, raisers, tags } = themeAt("Raised").state as unknown as Record<string, unknown>
    expect(await merge("ander")).toMatchObject({ otherTheme: { credited, gops, origins, raisers, tags }, otherRaisers: raisers })
    expect(await merge("ander", "ander")).toMatchObject({ otherTheme: null })
    expect(await merge("open")).toMatchObject({ otherTheme: null, otherRaisers: [] })
    expect(await told("IpbTheme", { id: "mee", command: { _tag: "TakeIn", into: "ander" } })).toMatchObject({ takenIn: true })
    expect(await told("IpbTheme", { id: "niet-mee", command: { _tag: "TakeIn", into: "ander" } })).toMatchObject({ takenIn: false })
  })
  it("what it may lean on: agreed texts, and pulses of the school that were reported", async () =>
    expect(await told("IpbTheme")).toMatchObject({
      knownGrounds: [{ kind: "GopText", ref: "gop-1" }, { kind: "GopText", ref: "past" }, { kind: "Measurement", ref: "oktober" }]
    }))
})

describe("a moment hears", () => {
  it("which methods there are, which themes are open, and who takes part", async () => {
    const heard = await told("RosteredMoment", { state: { _tag: "Rostered", groupId: "g-rust", people: [anneke] } })
    expect(heard).toMatchObject({ openThemes: ["open", "ander"], participants: [bram, anneke], leaders: [hilde] })
    expect(heard["methods"]).toContain("socratic-dialogue")
    expect(await told("RosteredMoment")).toMatchObject({ participants: [] })
  })
})
