/**
 * Every way a machine can go: what walks by chance might pass by. The number of places and the depth are printed;
 * `EXPLORE=3` goes deeper, and takes minutes.
 */
import { methods, settings } from "@groeikring/pack-nl"
import { explore, type Explored, tellings, wayOf } from "@groeikring/testkit"
import { describe, expect, it } from "vitest"
import type { domain } from "../src/Domain.ts"
import { Intervision } from "../src/Intervision.ts"
import * as Machine from "../src/Machine.ts"
import { IntervisionLifecycle } from "../src/intervision/Lifecycle.ts"
import { ParadeNotOver } from "../src/intervision/Refusals.ts"
import * as Method from "../src/Method.ts"
import { anneke, type Bounds, carla, dirk, four, isAdviceTooSoon, isBeforeReview, isInOrder, isOnTheSheet, isWordOfListener, type L, partsOf, triesOf } from "./four.ts"
import * as session from "./session.ts"
import { machines, walksOf } from "./walks.ts"

const deeper = Number(process.env["EXPLORE"] ?? 0)

const quiet: Bounds = { items: 0, tips: 0, notes: 0, asides: 0, breaks: false, seated: true, methods: ["problem-core", "learning-from-success"], types: ["Question"] }
const itemTypes = Method.ItemType.literals

const exploreSession = (of: Partial<Bounds>, { depth = 60, from = [], machine = Intervision }: {
  readonly depth?: number
  readonly from?: ReadonlyArray<Machine.Event<L>>
  readonly machine?: typeof Intervision
} = {}) =>
  explore(machine, {
    tries: triesOf({ ...quiet, ...of }, machine),
    from,
    depth,
    most: deeper > 0 ? 2_000_000 : 100_000,
    holds: (history, state) => isInOrder(history) && isOnTheSheet(history, state),
    forbids: (told, way) => isAdviceTooSoon(told, way) || isWordOfListener(told, way) || isBeforeReview(told, way),
    minding: partsOf
  })
const told = (name: string, { complete, depth, places, tried }: Explored<never>) =>
  console.log(`${name}: ${places} places, ${tried} commands tried, ${complete ? `all there are, the farthest ${depth}` : `no farther than ${depth}`} commands away`)

/** What is wrong in a part of the world, in words. */
const wrongIn = <M extends Machine.Spec>({ deadEnds, forbidden, stranded, violations }: Explored<M>) => [
  ...deadEnds.slice(0, 3).map((way) => `nobody can go on after ${wayOf(way)}`),
  ...stranded.slice(0, 3).map((way) => `there is no end after ${wayOf(way)}`),
  ...violations.slice(0, 3).map((way) => `out of order: ${wayOf(way)}`),
  ...forbidden.slice(0, 3).map(({ told, ...way }) => `${told.context.actor} could ${JSON.stringify(told.command)} after ${wayOf(way)}`)
]

/** Those four, as the intervision begins by a method: of any group size, for what is tried is who may speak. */
const begun = (id: string): ReadonlyArray<Machine.Event<L>> => {
  const method = methods.find((one) => one.id === id)!
  const at = session.at
  return [
    { _tag: "SessionPlanned", ...planned },
    ...four.map((person) => ({ _tag: "AttendanceConfirmed", person }) as const),
    { _tag: "RolesAssigned", facilitator: dirk, guardian: carla },
    { _tag: "SessionOpened", at },
    { _tag: "PapsBrought", due: [] },
    { _tag: "PapReviewStarted" },
    { _tag: "CaseOffered", caseGiver: anneke, question: session.question },
    { _tag: "CaseChosen", caseGiver: anneke },
    { _tag: "IntervisionStarted", caseGiver: anneke, method: { id, steps: Method.embed(method, method.innerMinutes, settings.methodFit)! }, at }
  ]
}
const { _tag, ...planned } = session.plan

describe("a session of four, every way it can go", () => {
  it.each<readonly [string, Partial<Bounds>]>([
    ["comes to its end from everywhere, without anybody stopping it", {}],
    ["can be cancelled, postponed and stopped, and is over then", { breaks: true }],
    ["keeps its order whatever comes between: a time-out, somebody who steps out, another who leads, a step back", { asides: 1 + deeper }],
    ["takes no advice and no word of who listens, of whatever kind", { items: 1 + deeper, types: itemTypes }],
    ["gives everybody a turn in the TIP-parade, and never the case giver", { tips: 2 + deeper }],
    ["lets everybody keep a note to themselves, at any time", { notes: 1 + deeper }]
  ])("%s [S7.3, S7.4]", (name, of) => {
    const found = exploreSession(of)
    told(name, found as never)
    expect(wrongIn(found)).toEqual([])
    expect(found.complete).toBe(true)
  })

  it("begins in whatever order they say that they come", () => {
    const depth = 9 + deeper
    const found = exploreSession({ seated: false, breaks: true, asides: 1 }, { depth })
    told("planning", found as never)
    expect(wrongIn(found)).toEqual([])
    expect(found.depth).toBe(depth)
  })

  it.each(methods.filter(({ embeddable }) => embeddable).map(({ id }) => id))("%s: who listens is not heard, who is silent neither, and tips wait [S3.6]", (id) => {
    const found = exploreSession({ items: 1, types: ["Question", "AnswerNote", "CaseSummary", "Tip"], asides: 1 }, { from: begun(id), depth: 8 + deeper })
    told(id, found as never)
    expect(wrongIn(found)).toEqual([])
  })
})

describe("what the exploration finds when a guard is broken", () => {
  const broken = <P extends "decide" | "evolve">(part: P, clauses: Partial<Machine.Rules<L>[P]>) =>
    Machine.make(IntervisionLifecycle, { ...Intervision.rules, [part]: { ...Intervision.rules[part], ...clauses } })
  const from = begun("problem-core")

  it("a word of who listens, when nobody looks who has the floor", () => {
    const machine = broken("decide", {
      CaptureItem: (_, { item: id, type, words }, { actor }) => ({ _tag: "ItemCaptured", id, type, words, by: actor, hidden: false })
    })
    const { forbidden } = exploreSession({ items: 1, types: ["Question", "Tip"] }, { from, machine, depth: 8 })
    expect(new Set(forbidden.map(({ told: { command } }) => command._tag === "CaptureItem" && command.type))).toEqual(new Set(["Question", "Tip"]))
  })

  it("a case before every plan was looked back on", () => {
    const machine = broken("decide", { OfferCase: (_, offer) => ({ ...offer, _tag: "CaseOffered" }) })
    expect(wrongIn(exploreSession({}, { machine, depth: 12 }))[0]).toMatch(/^p-\w+ could .*OfferCase.* after SessionPlanned > .*PapReviewStarted$/)
  })

  it("an arrow that leads past the TIP-parade", () => {
    const { events } = Intervision.spec
    const spec = { ...Intervision.spec, events: { ...events, TipParadeEnded: { ...events.TipParadeEnded, from: ["TipParade", "Intervision"] } } }
    const machine = Machine.make(Machine.lifecycle("Intervision", spec as never), {
      ...Intervision.rules,
      decide: { ...Intervision.rules.decide, EndTipParade: (_: unknown, __: unknown, { at }: { readonly at: number }) => ({ _tag: "TipParadeEnded", at }) },
      evolve: { ...Intervision.rules.evolve, TipParadeEnded: (state: object, { at }: { readonly at: number }) => ({ tips: [], ...state, chosen: [], paradeEndedAt: at }) }
    } as never) as unknown as typeof Intervision
    expect(wrongIn(exploreSession({}, { from, machine, depth: 3 }))[0]).toMatch(/^out of order: .*StepStarted > TipParadeEnded|^out of order: .*IntervisionStarted > TipParadeEnded/)
  })

  it("a step back that deletes what was said", () => {
    const machine = broken("evolve", { StepStarted: (state, event) => ({ ...Intervision.rules.evolve.StepStarted(state, event), items: [] }) })
    expect(exploreSession({ items: 1, asides: 1 }, { from, machine, depth: 4 }).violations.length).toBeGreaterThan(0)
  })

  it("a session that nobody can close", () => {
    const machine = broken("decide", { EndTipParade: () => new ParadeNotOver() })
    const { deadEnds, stranded } = exploreSession({ asides: 1 }, { from, machine })
    expect(deadEnds.map(({ state }) => state._tag)).toContain("TipParade")
    expect(stranded.map(({ state }) => state._tag)).toContain("Intervision")
  })
})

/** Where each machine ends (domain 4): nothing leads away from there. Those that are not named go on as long as the school. */
const ends: { readonly [M in keyof typeof domain]?: ReadonlyArray<string> } = {
  TimeBudget: ["Destroyed"],
  RosteredMoment: ["Held", "Lost"],
  PopGroup: ["Dissolved"],
  Intervision: ["Cancelled", "Purged"],
  Pap: ["Forgotten"],
  CompetenceFramework: ["Withdrawn"],
  FunctionProfile: ["Retired"],
  CompetenceProfile: ["Erased"],
  OtherView: ["TakenBack"],
  Portfolio: ["Erased"],
  PortfolioEntry: ["Deleted"],
  Pop: ["Erased"],
  PopAgreement: ["Destroyed"],
  SharedView: ["Closed"],
  Gop: ["Closed", "Rejected"],
  GopText: ["Past"],
  IpbTheme: ["Closed", "Declined", "Merged"],
  ConversationCycle: ["Closed"],
  EmployeeCycle: ["Complete", "Incomplete"],
  Conversation: ["Cancelled", "Erased", "Destroyed"],
  Pulse: ["Reported", "Suppressed"],
  PulseAnswers: ["Purged"],
  Programme: ["Embedded", "Stopped"]
}

describe.each(machines)("%s", (name, machine) => {
  const states = Object.keys(machine.spec.states)
  const arrows = Object.values(machine.spec.events)

  it("ends where the domain says that it ends, and nowhere else", () => {
    expect(states.filter((state) => !arrows.some(({ from }) => from.includes(state)))).toEqual(ends[name as keyof typeof domain] ?? [])
  })

  it("has a way to an end from every state", () => {
    const leads = new Set(ends[name as keyof typeof domain] ?? states)
    for (let before = 0; before !== leads.size;) {
      before = leads.size
      for (const { from, to } of arrows) if (leads.has(to)) for (const state of from) leads.add(state)
    }
    expect(states.filter((state) => !leads.has(state))).toEqual([])
  })

  it("has no place where nobody can go on", () => {
    const all = tellings(machine, { ...walksOf(name, machine), steps: 6000 * (1 + deeper) })
    const years = 60 * 24 * 366 * 10
    const last = Math.max(...all.map(({ context }) => context.at))
    // What the system does, it does in time: ten years after the fact before it at the latest.
    const inTime = (facts: number) =>
      all.flatMap((told) => told.context.actor === Machine.system ? [{ ...told, context: { ...told.context, at: last + (facts + 1) * years } }] : [])
    const found = explore(machine, { tries: (_, history) => [...all, ...inTime(history.length)], depth: 4 + deeper, most: 1000 * 10 ** deeper })
    told(name, found as never)
    expect(wrongIn(found)).toEqual([])
    expect(Object.keys(machine.spec.commands).filter((command) => !all.some((told) => told.command._tag === command))).toEqual([])
  })
})
