/**
 * Indicators — how a programme goes, in numbers that name nobody (domain 7.4). What counts things of the roster is told as
 * it is; what counts people is told of enough of them, and to a tenth. None of it is a target.
 */
import { Schema } from "effect"
import type { Threshold } from "./Anonymity.ts"
import type { Conversation } from "./Conversation.ts"
import type { Intervision } from "./Intervision.ts"
import type { IpbTheme } from "./IpbTheme.ts"
import type * as Machine from "./Machine.ts"
import type { Pap } from "./Pap.ts"
import type { PopAgreement } from "./PopAgreement.ts"
import type { Pulse } from "./Pulse.ts"
import type { RosteredMoment } from "./RosteredMoment.ts"
import type { Settings } from "./Settings.ts"
import { earmarked, type TimeBudget } from "./TimeBudget.ts"
import { dateOf, Day, endOf, SchoolYear, schoolYearOf } from "./Vocabulary.ts"

// What is told ------------------------------------------------------------------

const Part = Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1 }))
const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))
const TooFew = Schema.TaggedStruct("TooFew", {})

/** A share of so many, or why there is none: nothing happened yet, or too few people are behind it. How few is not said. */
export const Share = Schema.Union([
  Schema.TaggedStruct("Told", { share: Part, of: Count }),
  Schema.TaggedStruct("NothingYet", {}),
  TooFew
])
export type Share = typeof Share["Type"]
const outcomes = ["DoneWorked", "DoneDifferently", "TriedNotWorked", "NotTried"] as const
/** How plans turned out, of so many together. None of the four is a failure. */
export const Mix = Schema.Union([
  Schema.TaggedStruct("Told", {
    of: Count,
    shares: Schema.Struct({ DoneWorked: Part, DoneDifferently: Part, TriedNotWorked: Part, NotTried: Part })
  }),
  TooFew
])
export type Mix = typeof Mix["Type"]

export const Indicators = Schema.Struct({
  schoolYear: SchoolYear,
  on: Day,
  /** Sessions held, of those that were rostered (S8.5). */
  rhythm: Share,
  /** Sessions that touched a competence, as the group said at the end (S8.4). */
  competences: Share,
  /** Plans that were looked back on in the first session their owner came to. */
  followUp: Share,
  /** People with hours for development in an agreed year task (S8.8). */
  hours: Share,
  /** Displaced moments that got another date in time. */
  reRostered: Share,
  /** Professional pauses held, of those that were rostered. */
  pauses: Share,
  mix: Mix,
  /** People who say that their plan lives (S8.6). */
  livingPop: Share,
  /** What the employer promised and gave in time. */
  promises: Share,
  /** Adopted themes that came from the team too. */
  origins: Share
})
export type Indicators = typeof Indicators["Type"]

/** What each is looked at for: the long run, the middle of it, or at any time. */
export const horizons = {
  rhythm: "MidTerm",
  competences: "MidTerm",
  followUp: "MidTerm",
  hours: "Always",
  reRostered: "Always",
  pauses: "Always",
  mix: "LongTerm",
  livingPop: "LongTerm",
  promises: "LongTerm",
  origins: "LongTerm"
} as const satisfies { readonly [I in Exclude<keyof Indicators, "schoolYear" | "on">]: "Always" | "MidTerm" | "LongTerm" }

// What it is counted from -------------------------------------------------------

type Things<M extends { readonly spec: Machine.Spec }> = ReadonlyArray<{ readonly id: string; readonly state: Machine.State<Machine.Of<M>> }>

/** The things of one school year; agreements and themes are of no year. */
export interface Known {
  readonly schoolYear: string
  readonly at: number
  readonly settings: Settings
  readonly staff: ReadonlyArray<string>
  readonly moments: Things<typeof RosteredMoment>
  readonly sessions: Things<typeof Intervision>
  readonly plans: Things<typeof Pap>
  readonly budgets: Things<typeof TimeBudget>
  readonly agreements: Things<typeof PopAgreement>
  readonly conversations: Things<typeof Conversation>
  readonly themes: Things<typeof IpbTheme>
  readonly pulses: Things<typeof Pulse>
}
/** Something about one person that is so or is not. */
export interface Case {
  readonly person: string
  readonly is: boolean
}

const round = (value: number, to: number) => Math.round(value * to) / to

/**
 * A share of things that are for everybody to see.
 *
 * @example
 * Indicators.ofThings(14, 20) // => { _tag: "Told", share: 0.7, of: 20 }
 * Indicators.ofThings(0, 0) // => { _tag: "NothingYet" }
 */
export const ofThings = (some: number, of: number): Share =>
  of === 0 ? { _tag: "NothingYet" } : { _tag: "Told", share: round(some / of, 100), of }

/**
 * A share of what concerns people: told of `k` people and of so many cases that nobody stands out, and to a tenth.
 *
 * @example
 * const threshold = { k: 5, response: 0.4, detailFrom: 10, fewChanged: 2, difference: 0.5 }
 * const cases = (count: number) => Array.from({ length: count }, (_, n) => ({ person: `p-${n}`, is: n < 6 }))
 * Indicators.ofPeople(cases(10), threshold) // => { _tag: "Told", share: 0.6, of: 10 }
 * Indicators.ofPeople(cases(9), threshold) // => { _tag: "TooFew" }
 */
export const ofPeople = (cases: ReadonlyArray<Case>, { detailFrom, k }: Threshold): Share =>
  peopleIn(cases) < k || cases.length < detailFrom
    ? { _tag: "TooFew" }
    : { _tag: "Told", share: round(cases.filter((one) => one.is).length / cases.length, 10), of: cases.length }

const peopleIn = (cases: ReadonlyArray<{ readonly person: string }>) => new Set(cases.map(({ person }) => person)).size
const isOneOf = <T extends string>(tag: string, ...tags: ReadonlyArray<T>): tag is T => (tags as ReadonlyArray<string>).includes(tag)

// Counting ----------------------------------------------------------------------

/** Those that were on the roster and whose day is over, or that were held. */
const heldOf = ({ at, moments }: Known, type: "Session" | "Pause") => {
  const today = dateOf(at)
  const rostered = moments.filter(({ state }) =>
    state.type === type && state._tag !== "Proposed" && (state._tag === "Held" || state.on < today))
  return ofThings(rostered.filter(({ state }) => state._tag === "Held").length, rostered.length)
}
const reRostered = ({ at, moments }: Known) => {
  const counts = moments.map(({ state }) => {
    const isWaiting = state._tag === "Displaced" && at < state.rosterBefore
    return { displaced: (state.displacements ?? 0) - (isWaiting ? 1 : 0), inTime: state.inTime ?? 0 }
  })
  const sum = (of: "displaced" | "inTime") => counts.reduce((all, one) => all + one[of], 0)
  return ofThings(sum("inTime"), sum("displaced"))
}
/** A session that was stopped is one that was held: that it was stopped stays with the group (C5). */
const held = ({ sessions }: Known) =>
  sessions.flatMap(({ id, state }) =>
    state._tag === "Held" || state._tag === "Stopped" || state._tag === "Purged" ? [{ id, ...state }] : [])
const competences = (known: Known) => {
  const all = held(known)
  return ofThings(all.filter(({ competences = [] }) => competences.length > 0).length, all.length)
}
const followUp = (known: Known) => {
  const meetings = new Map(held(known).map((session) => [session.id, session]))
  const due = known.plans.flatMap(({ state }) => {
    if (state._tag === "Draft" || state._tag === "Forgotten") return []
    const meeting = meetings.get(state.dueSession.id)
    if (meeting === undefined || !meeting.attendees.includes(state.ownerId)) return []
    const on = "reviewedAt" in state && state.reviewedAt !== undefined ? dateOf(state.reviewedAt) : meeting.on
    return [{ person: state.ownerId, is: isReviewed(state._tag) && on <= meeting.on }]
  })
  return ofPeople(due, known.settings.anonymity)
}
const isReviewed = (tag: string) => isOneOf(tag, "Reviewed", "Closed", "Continued", "Dropped")

/**
 * Told of whole lots of plans in the order in which they were looked back on, so that two answers never differ by one
 * plan; and only while none of that year has gone.
 */
const mix = ({ at, plans, schoolYear, settings: { anonymity, honestMixFrom } }: Known): Mix => {
  if (at >= endOf(schoolYear)) return { _tag: "TooFew" }
  const reported = plans.flatMap(({ id, state }) =>
    isOneOf(state._tag, "Reviewed", "Closed", "Continued", "Dropped") && "outcome" in state
      ? [{ id, person: state.ownerId, outcome: state.outcome, at: "reviewedAt" in state ? (state.reviewedAt ?? 0) : 0 }]
      : [])
  const lot = reported
    .toSorted((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
    .slice(0, Math.floor(reported.length / honestMixFrom) * honestMixFrom)
  if (lot.length === 0 || peopleIn(lot) < anonymity.k) return { _tag: "TooFew" }
  const share = (outcome: (typeof outcomes)[number]) => round(lot.filter((one) => one.outcome === outcome).length / lot.length, 100)
  return {
    _tag: "Told",
    of: lot.length,
    shares: {
      DoneWorked: share("DoneWorked"),
      DoneDifferently: share("DoneDifferently"),
      TriedNotWorked: share("TriedNotWorked"),
      NotTried: share("NotTried")
    }
  }
}

/** Hours for everybody are a condition of the programme (S6.5), so that everybody has them is told of fewer people too. */
const hours = ({ budgets, settings: { anonymity }, staff }: Known): Share => {
  const agreed = budgets.flatMap(({ state }) =>
    state._tag === "Draft" || state._tag === "Proposed" || state._tag === "Disputed" || state._tag === "WagesOnly" || state._tag === "Destroyed"
      || (["Session", "Pap", "Talk", "Pause", "PopWork"] as const).every((purpose) => earmarked(state.lines, purpose) === 0)
      ? []
      : [state.personId])
  const cases = staff.map((person) => ({ person, is: agreed.includes(person) }))
  return staff.length >= anonymity.k && cases.every((one) => one.is)
    ? { _tag: "Told", share: 1, of: staff.length }
    : ofPeople(cases, anonymity)
}
/** A promise counts from its day on, or from when it was kept; one that came late was not kept in time. */
const promises = ({ agreements, at, conversations, schoolYear, settings }: Known) => {
  const today = dateOf(at)
  const isOf = ({ before }: { readonly before: string }) => schoolYearOf(before) === schoolYear
  const standing = (person: string, id: string, before: string, kept: ReadonlyArray<string>, missed: ReadonlyArray<string>) =>
    before < today || kept.includes(id) ? [{ person, is: kept.includes(id) && !missed.includes(id) }] : []
  const withPop = agreements.flatMap(({ state }) =>
    state._tag === "Agreed" || state._tag === "Breached" || state._tag === "Met"
      ? state.facilities.filter(isOf).flatMap(({ before, id }) => standing(state.ownerId, id, before, state.delivered, state.breached))
      : [])
  const inTalks = conversations.flatMap(({ state }) =>
    "kept" in state
      ? state.agreements.flatMap(({ before, by, id }) =>
        by === "Employer" && before !== undefined && isOf({ before })
          ? standing(state.employeeId, id, before, state.kept, state.missed)
          : [])
      : [])
  return ofPeople([...withPop, ...inTalks], settings.anonymity)
}
const origins = ({ themes }: Known) => {
  const adopted = themes.filter(({ state }) => isOneOf(state._tag, "Adopted", "Active", "Evaluated", "Closed"))
  return ofThings(adopted.filter(({ state }) => state.origins.includes("Team")).length, adopted.length)
}
/** As the last pulse of the school had it, which went through the gate. */
const livingPop = ({ pulses }: Known): Share => {
  const last = pulses.flatMap(({ state }) =>
    state._tag === "Reported" && state.groupId === undefined && state.livingPop !== undefined
      ? [{ share: state.livingPop, of: state.means.find(({ scale, unit }) => scale === "LivingPop" && unit === null)?.answers ?? 0 }]
      : []).at(-1)
  return last === undefined ? { _tag: "TooFew" } : { _tag: "Told", ...last }
}

/** All of them, of one school year, as they stand at a moment. */
export const indicators = (known: Known): Indicators => ({
  schoolYear: known.schoolYear,
  on: dateOf(known.at),
  rhythm: heldOf(known, "Session"),
  competences: competences(known),
  followUp: followUp(known),
  hours: hours(known),
  reRostered: reRostered(known),
  pauses: heldOf(known, "Pause"),
  mix: mix(known),
  livingPop: livingPop(known),
  promises: promises(known),
  origins: origins(known)
})
