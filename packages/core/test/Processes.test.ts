/** Who triggers whom: each row of the table, told a fact. */
import { cao, methods, settings } from "@groeikring/pack-nl"
import { Effect, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { domain } from "../src/Domain.ts"
import { Elsewhere, type Found } from "../src/Elsewhere.ts"
import * as Machine from "../src/Machine.ts"
import * as Process from "../src/Process.ts"
import { processes } from "../src/Processes.ts"
import { startOf } from "../src/Vocabulary.ts"
import { holds, said } from "./asking.ts"
import { at, sessionAt, six } from "./session.ts"

const day = 24 * 60
type Things = Readonly<Record<string, ReadonlyArray<{ readonly id: string; readonly state: object }>>>

/** A school that knows these things, and nothing else. */
const knowing = (things: Things) =>
  Elsewhere.of({
    packs: { methods, settings, cao },
    one: (machine, id) => Effect.succeed((things[machine.name]?.find((thing) => thing.id === id)?.state ?? Machine.Start) as never),
    all: (machine, field, value) =>
      Effect.succeed((things[machine.name] ?? []).filter(({ state }) => holds(state[field as never], value)) as unknown as ReadonlyArray<Found<never>>),
    read: (_, __, words) => Effect.succeed(said(words)),
    every: (machine) => Effect.succeed((things[machine.name] ?? []) as unknown as ReadonlyArray<Found<never>>)
  })

const ask = (machine: keyof typeof domain, id: string, event: { readonly _tag: string }, state: object, things: Things = {}) => {
  const happened = { id, version: 3, at, state: state as never, settings }
  return Effect.runPromise(
    Effect.provideService(Process.reactions(processes, domain[machine].machine as never, event as never, happened), Elsewhere, knowing(things))
  )
}
const group = { _tag: "Active", schoolYear: "2025-2026", members: six }
/** Time enough for everything, unless told. */
const lines = (minutes = 480, spare = 200) => [
  { line: "Professionalisation", minutes: 5 * minutes + spare, earmarks: ["Session", "Pap", "Talk", "Pause", "PopWork"].map((purpose) => ({ purpose, minutes })) }
]
const budgets = six.map((personId) => ({ id: `b-${personId}`, state: { _tag: "InYear", personId, schoolYear: "2025-2026", lines: lines(), booked: [] } }))
const pap = {
  _tag: "Committed", ownerId: "p-femke", groupId: "g", fromSession: "s1", tipRefs: ["t1"], competenceRef: "sbl-4", firstOccasion: "2025-09-11",
  dueSession: { id: "s2", on: "2025-10-07" }
}

describe("[S4.8] the process rules", () => {
  it("an agreed year task begins on the first of August", async () =>
    expect(await ask("TimeBudget", "b", { _tag: "BudgetAgreed" }, { _tag: "Agreed", schoolYear: "2025-2026" })).toMatchObject([
      { _tag: "Send", machine: "TimeBudget", id: "b", command: { _tag: "BeginYear" }, as: "system", notBefore: startOf("2025-08-01") }
    ]))

  it("an active group plans its rostered sessions, and nothing else that is in the roster", async () => {
    const moment = (id: string, more: object) => ({ id, state: { _tag: "Rostered", type: "Session", groupId: "g", on: "2025-09-09", ...more } })
    const RosteredMoment = [moment("s1", {}), moment("s2", { _tag: "Held" }), moment("pauze", { type: "Pause" }), moment("elders", { groupId: "h" })]
    expect(await ask("PopGroup", "g", { _tag: "GroupActivated" }, group, { RosteredMoment })).toMatchObject([
      { machine: "Intervision", id: "s1", command: { _tag: "Plan", groupId: "g", momentId: "s1", on: "2025-09-09" } }
    ])
  })

  it("a session goes along with its moment: postponed when that is displaced, planned anew when it has another day", async () => {
    const moment = { _tag: "Displaced", type: "Session", groupId: "g", on: "2026-02-10" }
    const Intervision = [
      { id: "s5", state: { _tag: "Planned", groupId: "g", momentId: "m5" } },
      { id: "s4", state: { _tag: "Held", groupId: "g", momentId: "m5" } },
      { id: "s6", state: { _tag: "Planned", groupId: "g", momentId: "m6" } }
    ]
    const along = async (event: string, state: object, things: Things) =>
      (await ask("RosteredMoment", "m5", { _tag: event }, state, things)).filter(({ rule }) => rule === "A session goes along with its moment")
    expect(await along("MomentDisplaced", moment, { Intervision })).toMatchObject([
      { machine: "Intervision", id: "s5", command: { _tag: "Postpone" } }
    ])
    const postponed = [{ id: "s5", state: { _tag: "Postponed", groupId: "g", momentId: "m5" } }]
    const rostered = { ...moment, _tag: "Rostered", on: "2026-02-17" }
    expect(await along("MomentReRostered", rostered, { Intervision: postponed })).toMatchObject([
      { id: "s5", command: { _tag: "Replan", momentId: "m5", on: "2026-02-17" } }
    ])
    expect(await along("MomentDisplaced", { ...moment, groupId: undefined }, { Intervision })).toEqual([])
  })

  it("an opened session asks for the plans of those present", async () =>
    expect(await ask("Intervision", "s1", { _tag: "SessionOpened" }, sessionAt("Opened").state)).toMatchObject([{ id: "s1", command: { _tag: "BringPaps" } }]))

  it("chosen tips suggest a plan to the case giver, and to nobody else, for two days", async () => {
    const fact = { _tag: "TipsChosen", caseGiver: "p-femke", tips: ["t1"] }
    expect(await ask("Intervision", "s1", fact, sessionAt("TipsChosen").state)).toMatchObject([
      { _tag: "Suggest", to: "p-femke", notAfter: at + 2 * day, command: { _tag: "Start", groupId: "g", fromSession: "s1", tipRefs: ["t1"] } }
    ])
  })

  it("a committed plan books five minutes with its owner, and reminds them gently, as long as it is not tried", async () => {
    const asked = await ask("Pap", "p1", { ...pap, _tag: "PapCommitted" }, pap, { PopGroup: [{ id: "g", state: group }], TimeBudget: budgets })
    expect(asked).toMatchObject([
      { machine: "TimeBudget", id: "b-p-femke", command: { _tag: "Book", minutes: 5, purpose: "Pap", ref: "p1" } },
      { _tag: "Tell", to: "p-femke", card: "TryYourPlan", notBefore: startOf("2025-09-11"), whileIn: ["Committed"] },
      { _tag: "Tell", to: "p-femke", card: "LookBackSoon", notBefore: startOf("2025-10-04"), whileIn: ["Committed", "Trying"] }
    ])
  })

  it("time that does not fit any more is proposed to its owner, out of what nobody earmarked, and only as much as is missing", async () => {
    const budget = (personId: string, booked: number, spare: number) => ({
      id: `b-${personId}`,
      state: { _tag: "InYear", personId, schoolYear: "2025-2026", lines: lines(480, spare), booked: [{ purpose: "Session", minutes: booked, ref: "s0" }, { purpose: "Pap", minutes: 30, ref: "p0" }] }
    })
    const TimeBudget = [budget("p-anneke", 420, 200), budget("p-bram", 430, 200), budget("p-carla", 480, 59), budget("p-dirk", 480, 60)]
    const things = { PopGroup: [{ id: "g", state: group }], TimeBudget }
    const proposed = (asked: ReadonlyArray<Process.Keyed>) =>
      asked.flatMap((one) => one._tag === "Suggest" && one.machine === "TimeBudget" ? [[one.to, one.id, one.command]] : [])
    const held = { ...sessionAt("Held").state, minutes: 60 }
    // Nothing is asked twice: not of what was booked after all, and not while a proposal waits.
    const asOf = async (more: object) =>
      proposed(await ask("Intervision", "s1", { _tag: "SessionHeld", at } as never, sessionAt("Held").state, {
        ...things, TimeBudget: [{ id: "b", state: { ...budget("p-dirk", 480, 600).state, ...more } }]
      }))
    expect([(await asOf({})).length, (await asOf({ proposed: { by: "p-dirk", lines: [] } })).length]).toEqual([1, 0])
    expect(await asOf({ booked: [{ purpose: "Session", minutes: 480, ref: "s1" }, { purpose: "Pap", minutes: 5, ref: "p1" }] })).toEqual([])
    const more = (session: number, spare: number) => ({
      _tag: "ProposeReallocation",
      lines: lines(480, spare).map((line) => ({ ...line, earmarks: [...line.earmarks.filter(({ purpose }) => purpose !== "Session"), { purpose: "Session", minutes: session }] }))
    })
    expect(proposed(await ask("Intervision", "s1", { _tag: "SessionHeld", at } as never, held, things))).toEqual([
      ["p-bram", "b-p-bram", more(490, 200)], ["p-dirk", "b-p-dirk", more(540, 60)]
    ])
    const moment = { _tag: "Held", type: "Session", groupId: "g", people: [], schoolYear: "2025-2026", minutes: 60 }
    expect(proposed(await ask("RosteredMoment", "m1", { _tag: "MomentHeld" }, moment, things))).toEqual([])
    expect(proposed(await ask("RosteredMoment", "m1", { _tag: "MomentHeld" }, { ...moment, type: "Pause", minutes: 500 }, things))).toHaveLength(4)
    expect(proposed(await ask("Pap", "pap", { _tag: "PapCommitted", dueSession: pap.dueSession, firstOccasion: pap.firstOccasion } as never, pap, things))).toEqual([])
  })

  it("once there is time for it, what did not fit is booked: of each session they were in, and of a stopped one as it was rostered", async () => {
    const session = (_tag: string, more: object = {}) => ({ _tag, groupId: "g", momentId: "m", attendees: ["p-anneke", "p-bram"], minutes: 55, ...more })
    const things = {
      PopGroup: [{ id: "g", state: group }, { id: "oud", state: { ...group, schoolYear: "2024-2025" } }],
      RosteredMoment: [{ id: "m", state: { _tag: "Held", minutes: 60 } }],
      Intervision: [
        { id: "s1", state: session("Purged") }, { id: "s2", state: session("Held") }, { id: "s3", state: session("Stopped", { minutes: 22 }) },
        { id: "zonder", state: session("Held", { attendees: ["p-bram"] }) }, { id: "komt", state: session("Planned") }, { id: "vorig", state: session("Held", { groupId: "oud" }) }
      ]
    }
    const budget = { _tag: "InYear", personId: "p-anneke", schoolYear: "2025-2026", lines: lines(), booked: [{ purpose: "Session", minutes: 55, ref: "s1" }] }
    expect((await ask("TimeBudget", "b", { _tag: "TimeReallocated" }, budget, things)).map((one) => "command" in one && one.command)).toEqual([
      { _tag: "Book", minutes: 55, purpose: "Session", ref: "s2" },
      { _tag: "Book", minutes: 60, purpose: "Session", ref: "s3" }
    ])
  })

  it("who is absent keeps their plan", async () => {
    const opened = { ...sessionAt("Opened").state, on: "2025-10-07", attendees: six.filter((person) => person !== "p-carla") }
    const plan = (id: string, more: object) => ({ id, state: { ...pap, ownerId: "p-carla", ...more } })
    const Pap = [
      plan("pap-carla", {}), plan("trying", { _tag: "Trying" }), plan("reported", { _tag: "Reported" }), plan("draft", { _tag: "Draft" }),
      plan("later", { dueSession: { id: "s3", on: "2025-11-18" } }), plan("elsewhere", { groupId: "h" }), plan("present", { ownerId: "p-bram" })
    ]
    const asked = await ask("Intervision", "s2", { _tag: "PapsBrought", due: [] } as never, opened, { Pap })
    expect(asked).toMatchObject(["pap-carla", "trying", "reported"].map((id) => ({ _tag: "Send", machine: "Pap", id, command: { _tag: "CarryOver" } })))
  })

  it("a plan that goes on begins the next, with what it said", async () => {
    const words = { situation: "s", newBehaviour: "n", sign: "t" }
    const [next] = await ask("Pap", "p1", { _tag: "PapContinued", next: "p2" } as never, { ...pap, ...words, _tag: "Continued", next: "p2" })
    expect(next).toMatchObject({ id: "p2", as: "system", command: { _tag: "StartNext", ownerId: "p-femke", fromSession: "s2", earlier: words, competenceRef: "sbl-4" } })
  })

  it("a plan goes thirteen months after it was looked back on", async () => {
    const [asked] = (await ask("Pap", "p1", { _tag: "PapReviewed" }, pap)).filter((one) => one._tag === "Send")
    expect(asked).toMatchObject({ machine: "Pap", id: "p1", command: { _tag: "Forget" }, notBefore: at + settings.papKeptDays * day })
  })

  it("a plan that goes on takes along what it was for", async () => {
    const words = { situation: "s", newBehaviour: "n", sign: "t" }
    const next = async (more: object) => (await ask("Pap", "p1", { _tag: "PapContinued", next: "p2" } as never, { ...pap, ...words, ...more, _tag: "Continued", next: "p2" }))[0]
    expect(await next({ popGoalRef: "rust" })).toMatchObject({ command: { popGoalRef: "rust" } })
    expect(await next({})).not.toHaveProperty("command.popGoalRef")
  })

  it("a moment for everybody and for somebody besides books its time with them all, in the year it is of", async () => {
    const moment = { _tag: "Held", type: "PopWork", groupId: "g", people: ["p-gast"], schoolYear: "2025-2026", minutes: 45 }
    const things = {
      PopGroup: [{ id: "g", state: group }],
      TimeBudget: [...budgets, { id: "b-gast", state: { _tag: "InYear", personId: "p-gast", schoolYear: "2025-2026", lines: lines(), booked: [] } }, { id: "oud", state: { _tag: "InYear", personId: "p-gast", schoolYear: "2024-2025" } }]
    }
    const asked = await ask("RosteredMoment", "d1", { _tag: "MomentHeld" }, moment, things)
    expect(asked.map((one) => "id" in one && one.id)).toEqual([...budgets.map(({ id }) => id), "b-gast"])
  })

  it("lets go of the words of a meeting before, and never of one that is later or of today", async () => {
    const other = (id: string, on: string, _tag = "Held") => ({ id, state: { _tag, groupId: "g", on } })
    const held = sessionAt("Held").state
    const Intervision = [other("before", "2025-08-26"), other("today", "2025-09-09"), other("after", "2025-10-07"), other("gone", "2025-08-01", "Purged"), { id: "s1", state: held }]
    const asked = await ask("Intervision", "s1", { _tag: "SessionHeld", at } as never, held, { Intervision })
    expect(asked.flatMap((one) => one._tag === "Send" && one.command._tag === "PurgeContent" ? [one.id] : [])).toEqual(["s1", "before"])
  })

  it("a stopped session of a moment that is not known books nothing", async () => {
    const stopped = { _tag: "Stopped", groupId: "g", momentId: "m1", attendees: six, minutes: 22 }
    const asked = await ask("Intervision", "s1", { _tag: "SessionStopped", at } as never, stopped, { PopGroup: [{ id: "g", state: group }], TimeBudget: budgets })
    expect(asked.flatMap((one) => one._tag === "Send" ? [one.machine] : [])).toEqual(["RosteredMoment"])
    expect(asked.flatMap((one) => one._tag === "Tell" ? [one.notAfter] : [])).toEqual(six.map(() => at + settings.sessionRetention.atMostDays * day))
  })

  it("a pulse closes after its last day, when it has one; and a programme hears which part of it was breached", async () => {
    expect(await ask("Pulse", "p", { _tag: "MeasurementOpened" }, { closesOn: "2026-03-13" })).toMatchObject([
      { machine: "Pulse", id: "p", command: { _tag: "Close" }, notBefore: startOf("2026-03-14") }
    ])
    expect(await ask("Pulse", "p", { _tag: "MeasurementOpened" }, {})).toEqual([])
    const Programme = [{ id: "run", state: { _tag: "Running", schoolYear: "2025-2026" } }, { id: "stop", state: { _tag: "Stopped", schoolYear: "2025-2026" } }]
    const part = async (type: string) => (await ask("RosteredMoment", "m", { _tag: "InfrastructureBreached" }, { type, schoolYear: "2025-2026" }, { Programme })).map((one) => "command" in one && [one.command])
    expect(await part("Session")).toEqual([[{ _tag: "CountBreach", part: "SessionsRostered" }]])
    expect(await part("Pause")).toEqual([[{ _tag: "CountBreach", part: "PausesRostered" }]])
    expect(await part("PopWork")).toEqual([])
  })

  it("a held session books its time with everyone who was there, holds its moment, and lets words go in time", async () => {
    const before = { id: "s0", state: { _tag: "Held", groupId: "g", on: "2025-08-26" } }
    const later = { id: "s2", state: { _tag: "Planned", groupId: "g", on: "2025-10-07" } }
    const fact = { _tag: "SessionHeld", at: at + 60 }
    const held = sessionAt("Held").state
    const asked = await ask("Intervision", "s1", fact, held, { PopGroup: [{ id: "g", state: group }], TimeBudget: budgets, Intervision: [before, later, { id: "s1", state: held }] })
    expect(asked.filter(({ rule }) => rule.includes("time of a session"))).toHaveLength(6)
    expect(asked).toContainEqual(expect.objectContaining({ machine: "RosteredMoment", id: "m1", command: { _tag: "Hold" } }))
    expect(asked.flatMap((one) => (one._tag === "Send" && one.command._tag === "PurgeContent" ? [[one.id, one.notBefore]] : []))).toEqual([
      ["s1", at + 60 + 90 * day],
      ["s0", startOf("2025-09-09") + 14 * day]
    ])
  })

  it("a stopped session tells everyone who was there where to turn, and a leader nothing", async () => {
    const stopped = { _tag: "Stopped", groupId: "g", momentId: "m1", attendees: six, minutes: 22 }
    const moment = { id: "m1", state: { _tag: "Rostered", type: "Session", groupId: "g", minutes: 60 } }
    const things = { PopGroup: [{ id: "g", state: group }], TimeBudget: budgets, RosteredMoment: [moment] }
    const asked = await ask("Intervision", "s1", { _tag: "SessionStopped", at } as never, stopped, things)
    expect(asked.flatMap((one) => (one._tag === "Tell" ? [[one.to, one.card]] : []))).toEqual(six.map((person) => [person, "Confidant"]))
    // On the roster and in the year tasks it was a meeting like any other.
    expect(asked.flatMap((one) => (one._tag === "Send" ? [[one.machine, one.id, one.command]] : []))).toEqual([
      ...budgets.map(({ id }) => ["TimeBudget", id, { _tag: "Book", minutes: 60, purpose: "Session", ref: "s1" }]),
      ["RosteredMoment", "m1", { _tag: "Hold" }]
    ])
  })

  it("a stopped session lets go of the words of the meeting before, as any meeting does", async () => {
    const stopped = { _tag: "Stopped", groupId: "g", momentId: "m1", on: "2025-09-09", attendees: six, minutes: 22 }
    const before = { id: "s0", state: { _tag: "Held", groupId: "g", on: "2025-08-26" } }
    const asked = await ask("Intervision", "s1", { _tag: "SessionStopped", at } as never, stopped, { Intervision: [before, { id: "s1", state: stopped }] })
    expect(asked.flatMap((one) => (one._tag === "Send" && one.command._tag === "PurgeContent" ? [[one.id, one.notBefore]] : []))).toEqual([
      ["s0", startOf("2025-09-09") + 14 * day]
    ])
  })

  it("[S7.2] the same method for the fifth time in a row makes whoever leads hear that there are others", async () => {
    const before = (...methods: ReadonlyArray<string | undefined>) =>
      methods.map((methodId, n) => ({ id: `s${n}`, state: { _tag: "Purged", groupId: "g", endedAt: at - 100 + n, ...(methodId !== undefined && { methodId }) } }))
    const choosing = { _tag: "ChoosingCase", groupId: "g", facilitator: "p-dirk" }
    const told = async (...methods: ReadonlyArray<string | undefined>) =>
      await ask("Intervision", "now", { _tag: "MethodChosen", method: { id: "incident", steps: [] } } as never, choosing, {
        Intervision: [...before(...methods).toReversed(), { id: "now", state: choosing }, { id: "next", state: { _tag: "Planned", groupId: "g" } }]
      })
    expect(await told("gossip", "incident", "incident", "incident", "incident")).toMatchObject([
      { _tag: "Tell", to: "p-dirk", card: "TryAnotherMethod", whileIn: ["ChoosingCase"] }
    ])
    // A meeting without a case had no method, and says nothing of it.
    expect(await told("incident", "incident", undefined, "incident", "incident")).toHaveLength(1)
    expect(await told("incident", "incident", "incident", "incident", "gossip")).toEqual([])
    expect(await told("incident", "incident", "incident")).toEqual([])
  })

  it("a group that stays too small for six weeks ends by itself", async () => {
    const small = { ...group, members: six.slice(0, 2), smallSince: at }
    for (const _tag of ["MemberLeft", "MemberRemoved"]) {
      expect(await ask("PopGroup", "g", { _tag }, small)).toMatchObject([
        { _tag: "Send", machine: "PopGroup", id: "g", command: { _tag: "StartClosing" }, as: "system", notBefore: at + settings.smallGroupWeeks * 7 * day }
      ])
      expect(await ask("PopGroup", "g", { _tag }, { ...group, smallSince: null })).toEqual([])
    }
    const dissolve = { _tag: "Send", machine: "PopGroup", id: "g", command: { _tag: "Dissolve" }, as: "system" }
    const closing = { _tag: "Closing", members: six.slice(0, 2) }
    for (const _tag of ["GroupClosing", "MemberLeft"]) expect(await ask("PopGroup", "g", { _tag }, closing)).toMatchObject([dissolve])
    // A group that ends by its own choice says itself when it is over.
    expect(await ask("PopGroup", "g", { _tag: "GroupClosing" }, { _tag: "Closing", members: six.slice(0, settings.groupSize.min) })).toEqual([])
  })

  it("who comes to lead somebody of their own group is offered to leave it, and nobody else", async () => {
    const PopGroup = [
      { id: "g", state: { _tag: "Active", members: ["p-bram", "p-femke"] } },
      { id: "h", state: { _tag: "Active", members: ["p-bram", "p-dirk"] } },
      { id: "over", state: { _tag: "Dissolved", members: ["p-bram", "p-femke"] } }
    ]
    expect(await ask("Staff", "school", { _tag: "LeaderAppointed", person: "p-femke", leader: "p-bram" } as never, { _tag: "Working" }, { PopGroup })).toMatchObject([
      { _tag: "Suggest", machine: "PopGroup", id: "g", to: "p-bram", command: { _tag: "Leave" } }
    ])
    expect(await ask("Staff", "school", { _tag: "LeaderAppointed", person: "p-dirk", leader: "p-femke" } as never, { _tag: "Working" }, { PopGroup })).toEqual([])
  })

  it("the same fact asks for the same under the same keys, each its own", async () => {
    const things = { PopGroup: [{ id: "g", state: group }], TimeBudget: budgets }
    const told = () => ask("Intervision", "s1", { _tag: "SessionHeld", at } as never, sessionAt("Held").state, things)
    const [once, twice] = [await told(), await told()]
    expect(twice).toEqual(once)
    expect(new Set(once.map(({ key }) => key)).size).toBe(once.length)
  })

  it("every command that a rule can ask for is one of its machine", () => {
    for (const { event, machine } of processes) {
      expect(Object.keys(domain[machine as keyof typeof domain].machine.spec.events)).toContain(event)
      expect(Schema.isSchema(domain[machine as keyof typeof domain].machine.Event)).toBe(true)
    }
  })
})
