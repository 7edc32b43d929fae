/** Where a group, its meetings and the plans between them hear what they need to know. */
import { methods } from "@groeikring/pack-nl"
import { describe, expect, it } from "vitest"
import { startOf } from "../src/Vocabulary.ts"
import { telling, type Things } from "./asking.ts"
import { anneke, bram, carla, dirk, femke, six } from "./session.ts"

const running = { _tag: "Active", members: six, schoolYear: "2025-2026", agreement: { rotation: "Alphabet", intervisionMinutes: 30 } }

describe("a group hears", () => {
  const budget = (personId: string, more: object) => ({
    _tag: "InYear", personId, schoolYear: "2025-2026", fte: 0.6, attendance: "Full",
    lines: [{ line: "Professionalisation", minutes: 3000, earmarks: [{ purpose: "Session", minutes: 288 }] }], ...more
  })
  const pap = (ownerId: string, _tag: string) => ({ _tag, ownerId, groupId: "g-midden" })
  const things = {
    TimeBudget: {
      heel: budget(anneke, { fte: 1 }), deel: budget(bram, {}), naarRato: budget(carla, { attendance: "ProRata" }),
      meer: budget("p-dirk", { attendance: "ProRata", fte: 1.2 }), niets: budget("p-esra", { attendance: "ProRata", fte: 0 }),
      concept: budget(femke, { _tag: "Proposed" }), oud: budget(femke, { schoolYear: "2024-2025" })
    },
    Pap: {
      bezig: pap(anneke, "Trying"), beloofd: pap(bram, "Committed"), verteld: pap(carla, "Reported"), besproken: pap(femke, "Reviewed"),
      klad: pap("p-dirk", "Draft"), weg: pap("p-esra", "Forgotten"), vanWieWegging: pap("p-buiten", "Committed")
    }
  }
  const told = () => telling("PopGroup", { id: "g-midden", actor: anneke, state: running }, things)

  it("[S6.4] what each may spend on sessions: whoever comes to a share of them has agreed to that share", async () =>
    expect((await told())["sessionMinutesAgreed"]).toEqual({ [anneke]: 288, [bram]: 288, [carla]: 480, "p-dirk": 288, "p-esra": 288 }))
  it("[S6.5] how many meetings of its own the roster has", async () => {
    const moment = (_tag: string, more: object = {}) => ({ _tag, type: "Session", groupId: "g-midden", ...more })
    const RosteredMoment = {
      staat: moment("Rostered"), geweest: moment("Held"), voorstel: moment("Proposed"), verdrongen: moment("Displaced"),
      pauze: moment("Rostered", { type: "Pause" }), ander: moment("Rostered", { groupId: "g-rust" })
    }
    expect(await telling("PopGroup", { id: "g-midden", actor: anneke, state: running }, { RosteredMoment })).toMatchObject({ sessionsRostered: 2 })
  })
  it("which plans of its members nobody has told of yet", async () =>
    expect((await told())["openPaps"]).toEqual(["bezig", "beloofd"]))
})

const session = (on: string, _tag: string, more: object = {}) => ({ _tag, groupId: "g-midden", momentId: "m1", on, attendees: six, endedAt: startOf(on) + 1000, ...more })
const held = (on: string, facilitator: string, _tag = "Held") => session(on, _tag, { facilitator })
const now = session("2025-11-18", "ChoosingCase")

describe("a session hears", () => {
  const hears = (things: Things, question: object = {}) =>
    telling("Intervision", { id: "nu", actor: anneke, state: now, ...question }, { PopGroup: { "g-midden": running }, ...things })
  const amid = (sessions: Readonly<Record<string, object>>, question: object = {}) => hears({ Intervision: { ...sessions, nu: now } }, question)
  const plan = { _tag: "Plan", groupId: "g-midden", momentId: "m1", on: "2025-11-18" }

  it("[S7.12] who is in the group and whether it runs, of the one it is of or would be of", async () => {
    expect(await hears({})).toMatchObject({ groupMembers: six, groupIsActive: true, intervisionMinutes: 30 })
    const fresh = { state: { _tag: "Start" }, command: plan }
    expect(await hears({}, fresh)).toMatchObject({ groupMembers: six, groupIsActive: true })
    expect(await hears({ PopGroup: { "g-midden": { ...running, _tag: "Paused" } } }, fresh)).toMatchObject({ groupMembers: six, groupIsActive: false, intervisionMinutes: 0, rotation: [] })
    expect(await hears({}, { state: { _tag: "Start" } })).toMatchObject({ groupMembers: [], groupIsActive: false, openPaps: [], reviewedPaps: [] })
  })

  it("[S6.6] that its moment stands in the roster, for this group, on this day, for a session", async () => {
    const isRostered = async (moment: object, command: object = plan) =>
      (await hears({ RosteredMoment: { m1: { _tag: "Rostered", type: "Session", groupId: "g-midden", on: "2025-11-18", ...moment } } }, { command }))["momentIsRostered"]
    expect([await isRostered({}), await isRostered({}, { ...plan, _tag: "Replan" })]).toEqual([true, true])
    for (const other of [{ _tag: "Proposed" }, { type: "Pause" }, { groupId: "g-rust" }, { on: "2025-11-19" }]) {
      expect([other, await isRostered(other)]).toEqual([other, false])
    }
    expect(await isRostered({}, { _tag: "Cancel" })).toBe(false)
  })

  it("whose turn it is to lead: by alphabet, whoever led longest ago first; by lot or by who wants to, nobody's", async () => {
    const sessions = { a: held("2025-09-09", dirk), b: held("2025-10-07", anneke, "Purged"), c: held("2025-10-21", bram, "Cancelled") }
    expect((await amid(sessions))["rotation"]).toEqual(["p-bram", "p-carla", "p-esra", "p-femke", "p-dirk", "p-anneke"])
    // Nobody led yet: then the alphabet alone says, in whatever order they joined.
    const joined = { ...running, members: six.toReversed() }
    expect((await hears({ PopGroup: { "g-midden": joined } }))["rotation"]).toEqual(six)
    const draw = { ...running, agreement: { ...running.agreement, rotation: "Draw" } }
    expect((await hears({ PopGroup: { "g-midden": draw } }))["rotation"]).toEqual([])
  })

  it("[S7.16] which plans are due on its day or before it, and which were looked back on, also when they are gone", async () => {
    const pap = (_tag: string, on = "2025-11-18") => ({ _tag, groupId: "g-midden", ownerId: bram, dueSession: { id: "s", on } })
    const Pap = {
      beloofd: pap("Committed"), bezig: pap("Trying", "2025-10-07"), verteld: pap("Reported"), later: pap("Committed", "2025-12-16"), klad: pap("Draft"),
      besproken: pap("Reviewed"), dicht: pap("Closed"), verder: pap("Continued"), los: pap("Dropped"), weg: pap("Forgotten")
    }
    expect(await hears({ Pap })).toMatchObject({
      openPaps: ["beloofd", "bezig", "verteld"].map((pap) => ({ pap, owner: bram })),
      reviewedPaps: ["besproken", "dicht", "verder", "los", "weg"]
    })
  })

  it("[S7.2] how often the group met, and whether it was stopped the last time: a session that was held since closes that", async () => {
    const stopped = session("2025-10-07", "Stopped")
    const of = async (sessions: Readonly<Record<string, object>>) => {
      const { safetyStopOpen, sessionsHeld } = await amid(sessions)
      return [sessionsHeld, safetyStopOpen]
    }
    const first = held("2025-09-09", dirk)
    expect(await of({})).toEqual([0, false])
    expect(await of({ first, stopped })).toEqual([1, true])
    // The session that asks is not counted itself.
    expect(await hears({ Intervision: { first, stopped, nu: held("2025-11-18", bram) } })).toMatchObject({ sessionsHeld: 1, safetyStopOpen: true })
    expect(await of({ after: held("2025-10-21", bram, "Purged"), first, stopped })).toEqual([2, false])
    expect(await of({ first, stopped, next: session("2025-12-16", "Planned") })).toEqual([1, true])
  })

  it("when the next one is: the nearest after it that was not called off", async () => {
    const sessions = { far: session("2026-01-06", "Planned"), near: session("2025-12-16", "Planned"), off: session("2025-12-02", "Cancelled"), today: session("2025-11-18", "Planned") }
    expect((await amid(sessions))["nextSessionAt"]).toBe(startOf("2025-12-16"))
    expect((await amid({ before: held("2025-09-09", dirk) }))["nextSessionAt"]).toBe(null)
  })

  it("[S7.2] the method that is asked for, when it is in the library", async () => {
    const method = async (command?: object) => (await hears({}, { command }))["method"]
    expect(await method({ _tag: "ChooseMethod", method: "incident" })).toBe(methods.find(({ id }) => id === "incident"))
    expect([await method({ _tag: "ChooseMethod", method: "nergens" }), await method({ _tag: "Close" })]).toEqual([null, null])
  })

  it("[S1.2, S8.4] which themes the school adopted, and which competences were published", async () => {
    const theme = (_tag: string) => ({ _tag })
    const IpbTheme = { nieuw: theme("Raised"), gekozen: theme("Adopted"), loopt: theme("Active"), klaar: theme("Evaluated"), nee: theme("Declined") }
    const framework = (_tag: string, ...competences: ReadonlyArray<string>) => ({ _tag, framework: "f", version: 1, competences: competences.map((id) => ({ id })) })
    const CompetenceFramework = { een: framework("Published", "sbl-4", "sbl-6"), twee: framework("Published", "sbl-4"), klad: framework("Draft", "sbl-9") }
    expect(await hears({ IpbTheme, CompetenceFramework })).toMatchObject({ adoptedThemes: ["gekozen", "loopt"], competences: ["sbl-4", "sbl-6"] })
  })
})

describe("a plan hears", () => {
  const hears = (things: Things, question: object = {}) =>
    telling("Pap", { id: "pap-1", actor: femke, ...question }, { PopGroup: { "g-midden": running }, ...things })
  const start = { command: { _tag: "Start", groupId: "g-midden", fromSession: "s1" } }

  it("[S7.3] another plan of its owner in this group that is not looked back on yet", async () => {
    const pap = (_tag: string, more: object = {}) => ({ _tag, groupId: "g-midden", ownerId: femke, ...more })
    const livePap = async (Pap: Things[string]) => (await hears({ Pap }, start))["livePap"]
    for (const _tag of ["Draft", "Committed", "Trying", "Reported"]) expect(await livePap({ ander: pap(_tag) })).toBe("ander")
    for (const _tag of ["Reviewed", "Closed", "Continued", "Dropped", "Forgotten"]) expect(await livePap({ ander: pap(_tag) })).toBe(null)
    expect(await livePap({ "pap-1": pap("Draft"), elders: pap("Draft", { groupId: "g-rust" }), vanBram: pap("Draft", { ownerId: bram }) })).toBe(null)
  })

  it("[S7.15] whether the session came to the plans, and since when it is over", async () => {
    const step = async (_tag: string) => (await hears({ Intervision: { s1: { ...session("2025-09-09", _tag), endedAt: 900 } } }, start))["papStep"]
    for (const _tag of ["Planned", "Intervision", "TipParade", "Stopped"]) expect(await step(_tag)).toEqual({ reached: false, endedAt: null })
    for (const _tag of ["PapWriting", "Closing"]) expect(await step(_tag)).toEqual({ reached: true, endedAt: null })
    for (const _tag of ["Held", "Purged"]) expect(await step(_tag)).toEqual({ reached: true, endedAt: 900 })
    expect((await hears({}, { command: { _tag: "Commit" } }))["papStep"]).toEqual({ reached: false, endedAt: null })
  })

  it("[S7.16] the next session: after the one it came from, and once it is promised after the one it is due in", async () => {
    const Intervision = {
      s4: session("2026-01-06", "Planned"), s3: session("2025-11-18", "Planned"), s5: session("2026-02-10", "Planned"), s2: session("2025-10-07", "Cancelled"), s1: session("2025-09-09", "PapWriting"),
      elders: { ...session("2025-10-01", "Planned"), groupId: "g-rust" }
    }
    const next = async (state: object) => (await hears({ Intervision }, { state: { groupId: "g-midden", ownerId: femke, fromSession: "s1", ...state } }))["nextSession"]
    expect(await next({ _tag: "Draft" })).toEqual({ id: "s3", on: "2025-11-18" })
    expect(await next({ _tag: "Committed", dueSession: { id: "s3", on: "2025-11-18" } })).toEqual({ id: "s4", on: "2026-01-06" })
    expect(await next({ _tag: "Reported", dueSession: { id: "s5", on: "2026-02-10" } })).toBe(null)
    expect(await next({ _tag: "Forgotten" })).toBe(null)
    expect((await hears({ Intervision }, start))["nextSession"]).toBe(null)
  })

  it("[S7.16] that it is on the table of a session that looks back, its own and no other", async () => {
    const isOpen = async (_tag: string, pap: string) =>
      (await hears({ Intervision: { s0: session("2025-09-09", "Held"), s2: session("2025-10-07", _tag, { duePaps: [{ pap: "pap-x", owner: bram }, { pap, owner: femke }] }) } }, { state: { _tag: "Reported", groupId: "g-midden", ownerId: femke, dueSession: { id: "s2", on: "2025-10-07" } } }))["papReviewOpen"]
    expect([await isOpen("ReviewingPaps", "pap-1"), await isOpen("ReviewingPaps", "pap-2"), await isOpen("ChoosingCase", "pap-1")]).toEqual([true, false, false])
  })

  it("who is in the group it is of, or would be of", async () => {
    expect((await hears({}, start))["groupMembers"]).toEqual(six)
    expect((await hears({}, { state: { _tag: "Draft", groupId: "g-midden", ownerId: carla } }))["groupMembers"]).toEqual(six)
    expect((await hears({}))["groupMembers"]).toEqual([])
  })
})
