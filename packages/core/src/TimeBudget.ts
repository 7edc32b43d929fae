/**
 * TimeBudget — the year task (jaartaak) of one person in one school year, with the development block in it. Without
 * hours that were agreed there is no group and no session.
 */
import { Schema } from "effect"
import * as Machine from "./Machine.ts"
import { seenBy } from "./Privacy.ts"
import * as Private from "./Private.ts"
import { KeptInFile } from "./conversation/Refusals.ts"
import { StillWorksHere } from "./Leaving.ts"
import { refusal } from "./Refusal.ts"
import { Settings } from "./Settings.ts"
import { day, endOf, Id, Instant, maybe, Minutes, People, Person, SchoolYear } from "./Vocabulary.ts"

const Line = Schema.Literals(["Teaching", "Prep", "Professionalisation", "Sustainable", "Other"])
const Purpose = Schema.Literals(["Session", "Pap", "Talk", "Pause", "PopWork"])
const Earmark = Schema.Struct({ purpose: Purpose, minutes: Minutes })
const BudgetLine = Schema.Struct({ line: Line, minutes: Minutes, earmarks: Schema.Array(Earmark) })
const Booking = Schema.Struct({ purpose: Purpose, minutes: Minutes, ref: Id })
const Saved = Schema.Struct({ line: Schema.Literals(["Professionalisation", "Sustainable"]), minutes: Minutes, years: Schema.Int })

/** What the collective agreement of that year says, per full-time job (domain 6.2). It comes from a pack, with its source. */
export const CaoFacts = Schema.Struct({
  cao: Schema.NonEmptyString,
  normMinutes: Minutes,
  maxTeachingMinutes: Minutes,
  savingYears: Schema.Int
})
export type CaoFacts = typeof CaoFacts["Type"]

const Fte = Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1.2 }))

// What it is about --------------------------------------------------------------

const whose = { personId: Person, schoolYear: SchoolYear, leader: Person, fte: Fte }
const sum = {
  cao: Schema.NonEmptyString,
  normMinutes: Minutes,
  /** Part-time: everyone the whole session, or a share of it. The group chooses with its sponsor. */
  attendance: Schema.Literals(["Full", "ProRata"]),
  lines: Schema.Array(BudgetLine),
  /** Euros for learning. Nothing is an amount too: scarcity does not block. */
  money: Schema.Finite.check(Schema.isGreaterThanOrEqualTo(0)),
  /** Teaching over the maximum, agreed in writing for this year. */
  writtenConsent: maybe(Private.text({ class: "P3", max: 140, subject: "personId" }))
}
/** Since its owner left: until when the employer's file keeps it. */
const draft = { ...whose, ...sum, keepUntil: maybe(Instant) }
/** What counts for wages, and no word of anybody. */
const wages = { ...whose, cao: sum.cao, normMinutes: Minutes }
/** Euros that are kept for something that was promised. */
const Reserve = Schema.Struct({ euros: Schema.Finite.check(Schema.isGreaterThan(0)), ref: Id })
const reallocation = Schema.Struct({ by: Person, lines: Schema.Array(BudgetLine) })
const running = { ...draft, booked: Schema.Array(Booking), reserved: maybe(Schema.Array(Reserve)), proposed: maybe(reallocation) }
const settlement = Schema.Struct({ saved: Schema.Array(Saved), by: Person })
const disputed = { ...draft, objection: Private.text({ class: "P3", max: 280, subject: "personId" }) }

// Why not -----------------------------------------------------------------------

export class NoCaoForYear extends refusal(
  "NoCaoForYear",
  ({ schoolYear }) => `There are no facts of the collective agreement for ${schoolYear}. Load the pack of that year first.`,
  { schoolYear: SchoolYear }
) {}
export class BudgetNotBalanced extends refusal(
  "BudgetNotBalanced",
  ({ expected, sum }) => `The lines add up to ${sum} minutes, and the year task is ${expected}. Move minutes until they agree.`,
  { sum: Minutes, expected: Minutes }
) {}
export class TeachingOverMax extends refusal(
  "TeachingOverMax",
  ({ max }) => `There is more teaching than the ${max} minutes that the agreement allows. Lower it, or record the written consent of this year.`,
  { max: Minutes }
) {}
export class NoTimeForDevelopment extends refusal(
  "NoTimeForDevelopment",
  "No minutes are set aside for sessions, plans, talks or pauses. Earmark a development block first."
) {}
export class EarmarkOverLine extends refusal(
  "EarmarkOverLine",
  ({ line }) => `More is earmarked in ${line} than the line holds. Earmark less, or make the line longer.`,
  { line: Line }
) {}
export class BudgetExceeded extends refusal(
  "BudgetExceeded",
  ({ left, purpose }) => `Only ${left} minutes are left for ${purpose}. Agree to move minutes there first.`,
  { purpose: Purpose, left: Schema.Int }
) {}
export class BookedAlready extends refusal("BookedAlready", ({ ref }) => `The time of ${ref} is booked already. Nothing needs to be done.`, {
  ref: Id
}) {}
export class MoneyExceeded extends refusal(
  "MoneyExceeded",
  ({ left }) => `Only ${left} euros are left for learning. Agree on less, or on another year.`,
  { left: Schema.Finite }
) {}
export class ReservedAlready extends refusal("ReservedAlready", ({ ref }) => `The money for ${ref} is kept already. Nothing needs to be done.`, {
  ref: Id
}) {}
export class BookedMoreThanThat extends refusal(
  "BookedMoreThanThat",
  ({ purpose }) => `More time for ${purpose} has been booked than this leaves. Leave at least what was booked.`,
  { purpose: Purpose }
) {}
export class OwnProposal extends refusal("OwnProposal", "The other side accepts what you propose. Wait for them.") {}
export class NothingProposed extends refusal("NothingProposed", "Nobody has proposed this. Make a proposal first.") {}
export class SavingTooLong extends refusal(
  "SavingTooLong",
  ({ years }) => `Hours are saved for at most ${years} years under this agreement. Choose fewer years, or let them go.`,
  { years: Schema.Int }
) {}
export class SavingTooMuch extends refusal(
  "SavingTooMuch",
  ({ line }) => `More is saved from ${line} than is left in it. Save less.`,
  { line: Line }
) {}

// Lifecycle ---------------------------------------------------------------------

const inFile = ["Draft", "Proposed", "Disputed", "Agreed", "InYear", "Settling", "Settled", "Closed"] as const

export const TimeBudgetLifecycle = Machine.lifecycle("TimeBudget", {
  roles: { Owner: "personId", Leader: "theirLeaders", AnyLeader: "leaders", Hr: "hr" },
  foundBy: ["personId", "schoolYear"],
  own: ["booked"],
  seenBy: seenBy("TimeBudget"),
  // Who leads somebody now, whoever wrote it: a new leader goes on with the year task, and the one before sees it no more.
  needs: { theirLeaders: People, leaders: People, hr: People, staff: People, settings: Settings, cao: Schema.NullOr(CaoFacts) },
  states: {
    Draft: draft,
    Proposed: draft,
    Disputed: disputed,
    Agreed: draft,
    InYear: running,
    Settling: { ...running, settlement },
    Settled: { ...running, settlement },
    Closed: { ...running, settlement },
    WagesOnly: wages,
    Destroyed: { personId: Person, schoolYear: SchoolYear }
  },
  events: {
    BudgetDrafted: { from: ["Start", "Draft", "Disputed"], to: "Draft", payload: { ...whose, ...sum } },
    BudgetProposed: { from: ["Draft", "Disputed"], to: "Proposed" },
    BudgetAgreed: { from: ["Proposed"], to: "Agreed" },
    BudgetDisputed: { from: ["Proposed"], to: "Disputed", payload: { objection: disputed.objection } },
    YearBegun: { from: ["Agreed"], to: "InYear" },
    TimeBooked: { from: ["InYear"], to: "Same", payload: Booking.fields, own: true },
    MoneyReserved: { from: ["InYear"], to: "Same", payload: Reserve.fields },
    ReallocationProposed: { from: ["InYear"], to: "Same", payload: reallocation.fields },
    TimeReallocated: { from: ["InYear"], to: "Same", payload: { lines: Schema.Array(BudgetLine) } },
    SettlementProposed: { from: ["InYear", "Settling"], to: "Settling", payload: settlement.fields },
    BudgetSettled: { from: ["Settling"], to: "Settled" },
    BudgetClosed: { from: ["Settled"], to: "Closed" },
    BudgetRetentionBegun: { from: inFile, to: "Same", payload: { keepUntil: Instant } },
    BudgetReduced: { from: inFile, to: "WagesOnly", forgets: true },
    BudgetDestroyed: { from: ["WagesOnly"], to: "Destroyed" }
  },
  commands: {
    Draft: {
      by: ["AnyLeader", "Hr"],
      emits: ["BudgetDrafted"],
      needs: ["cao"],
      refuses: [NoCaoForYear, EarmarkOverLine],
      payload: {
        personId: Person,
        schoolYear: SchoolYear,
        fte: Fte,
        attendance: sum.attendance,
        lines: sum.lines,
        money: sum.money,
        writtenConsent: sum.writtenConsent
      }
    },
    Propose: {
      by: ["Leader"],
      emits: ["BudgetProposed"],
      needs: ["cao"],
      refuses: [NoCaoForYear, BudgetNotBalanced, TeachingOverMax, NoTimeForDevelopment]
    },
    Agree: { by: ["Owner"], emits: ["BudgetAgreed"] },
    BeginYear: { by: ["System"], emits: ["YearBegun"] },
    Dispute: { by: ["Owner"], emits: ["BudgetDisputed"], payload: { objection: disputed.objection } },
    /** Held moments are booked by the system; the time for a plan by its owner or for them. */
    Book: {
      by: ["System", "Owner"],
      emits: ["TimeBooked"],
      refuses: [BookedAlready, BudgetExceeded],
      payload: Booking.fields
    },
    /** Money that was promised is kept for it, out of what there is. */
    ReserveMoney: {
      by: ["Leader"],
      emits: ["MoneyReserved"],
      refuses: [ReservedAlready, MoneyExceeded],
      payload: Reserve.fields
    },
    ProposeReallocation: {
      by: ["Owner", "Leader"],
      emits: ["ReallocationProposed"],
      refuses: [BudgetNotBalanced, EarmarkOverLine, BookedMoreThanThat],
      payload: { lines: Schema.Array(BudgetLine) }
    },
    AcceptReallocation: { by: ["Owner", "Leader"], emits: ["TimeReallocated"], refuses: [NothingProposed, OwnProposal] },
    /** What was not used is saved within the limits of the agreement, or let go: that is what is not named here. */
    ProposeSettlement: {
      by: ["Owner", "Leader"],
      emits: ["SettlementProposed"],
      needs: ["cao"],
      refuses: [NoCaoForYear, SavingTooLong, SavingTooMuch],
      payload: { saved: Schema.Array(Saved) }
    },
    AcceptSettlement: { by: ["Owner", "Leader"], emits: ["BudgetSettled"], refuses: [OwnProposal] },
    Close: { by: ["Leader", "Hr", "System"], emits: ["BudgetClosed"] },
    /** Its owner left, and the term of the employer's file runs. */
    BeginRetention: { by: ["System"], emits: ["BudgetRetentionBegun"], needs: ["staff", "settings"], refuses: [StillWorksHere] },
    /** What is not about wages goes, with every word in it. */
    Reduce: { by: ["System"], emits: ["BudgetReduced"], refuses: [KeptInFile] },
    Destroy: { by: ["System"], emits: ["BudgetDestroyed"], needs: ["settings"], refuses: [KeptInFile] }
  }
})

// Rules -------------------------------------------------------------------------

export type BudgetLine = typeof BudgetLine["Type"]
export type Purpose = typeof Purpose["Type"]
type Lines = ReadonlyArray<BudgetLine>

const total = (rows: ReadonlyArray<{ readonly minutes: number }>) => rows.reduce((minutes, row) => minutes + row.minutes, 0)
/** Minutes set aside for a purpose, over all lines. */
export const earmarked = (lines: Lines, purpose: Purpose): number =>
  total(lines.flatMap(({ earmarks }) => earmarks.filter((earmark) => earmark.purpose === purpose)))
const purposes = Purpose.literals
const overEarmarked = (lines: Lines) => lines.find(({ earmarks, minutes }) => total(earmarks) > minutes)
const booked = (bookings: ReadonlyArray<typeof Booking["Type"]>, purpose: Purpose) =>
  total(bookings.filter((booking) => booking.purpose === purpose))

/** Minutes set aside for a purpose that nobody has booked yet. */
export const leftFor = (
  { booked: bookings, lines }: { readonly booked: ReadonlyArray<typeof Booking["Type"]>; readonly lines: Lines },
  purpose: Purpose
): number => earmarked(lines, purpose) - booked(bookings, purpose)

export const TimeBudget = Machine.make(TimeBudgetLifecycle, {
  decide: {
    Draft: (_, budget, { actor, cao }) => {
      const line = overEarmarked(budget.lines)?.line
      return cao === null ? new NoCaoForYear({ schoolYear: budget.schoolYear })
        : line !== undefined ? new EarmarkOverLine({ line })
        : { ...budget, _tag: "BudgetDrafted", leader: actor, cao: cao.cao, normMinutes: Math.round(cao.normMinutes * budget.fte) }
    },
    Propose: ({ fte, lines, normMinutes: expected, schoolYear, writtenConsent }, _, { cao }) => {
      if (cao === null) return new NoCaoForYear({ schoolYear })
      const max = Math.round(cao.maxTeachingMinutes * fte)
      const teaching = total(lines.filter(({ line }) => line === "Teaching"))
      return total(lines) !== expected ? new BudgetNotBalanced({ sum: total(lines), expected })
        : teaching > max && writtenConsent?.isEmpty !== false ? new TeachingOverMax({ max })
        : purposes.every((purpose) => earmarked(lines, purpose) === 0) ? new NoTimeForDevelopment()
        : { _tag: "BudgetProposed" }
    },
    Agree: () => ({ _tag: "BudgetAgreed" }),
    BeginYear: () => ({ _tag: "YearBegun" }),
    Dispute: (_, { objection }) => ({ _tag: "BudgetDisputed", objection }),
    Book: (budget, booking) => {
      const left = leftFor(budget, booking.purpose)
      return budget.booked.some(({ purpose, ref }) => ref === booking.ref && purpose === booking.purpose) ? new BookedAlready({ ref: booking.ref })
        : booking.minutes > left ? new BudgetExceeded({ purpose: booking.purpose, left })
        : { ...booking, _tag: "TimeBooked" }
    },
    ReserveMoney: ({ money, reserved = [] }, kept) => {
      const left = reserved.reduce((left, { euros }) => left - euros, money)
      return reserved.some(({ ref }) => ref === kept.ref) ? new ReservedAlready({ ref: kept.ref })
        : kept.euros > left ? new MoneyExceeded({ left })
        : { ...kept, _tag: "MoneyReserved" }
    },
    ProposeReallocation: ({ booked: bookings, normMinutes: expected }, { lines }, { actor }) => {
      const line = overEarmarked(lines)?.line
      const purpose = purposes.find((purpose) => booked(bookings, purpose) > earmarked(lines, purpose))
      return total(lines) !== expected ? new BudgetNotBalanced({ sum: total(lines), expected })
        : line !== undefined ? new EarmarkOverLine({ line })
        : purpose !== undefined ? new BookedMoreThanThat({ purpose })
        : { _tag: "ReallocationProposed", by: actor, lines }
    },
    AcceptReallocation: ({ proposed }, _, { actor }) =>
      proposed === undefined ? new NothingProposed()
        : proposed.by === actor ? new OwnProposal()
        : { _tag: "TimeReallocated", lines: proposed.lines },
    ProposeSettlement: ({ booked: bookings, lines, schoolYear }, { saved }, { actor, cao }) => {
      if (cao === null) return new NoCaoForYear({ schoolYear })
      const tooMuch = saved.find(({ line, minutes }) => {
        const of = lines.filter((one) => one.line === line)
        const used = of.flatMap(({ earmarks }) => earmarks).map(({ minutes, purpose }) => Math.min(minutes, booked(bookings, purpose)))
        return minutes > total(of) - used.reduce((sum, one) => sum + one, 0)
      })
      return saved.some(({ years }) => years > cao.savingYears) ? new SavingTooLong({ years: cao.savingYears })
        : tooMuch !== undefined ? new SavingTooMuch({ line: tooMuch.line })
        : { _tag: "SettlementProposed", by: actor, saved }
    },
    AcceptSettlement: ({ settlement }, _, { actor }) =>
      settlement.by === actor ? new OwnProposal() : { _tag: "BudgetSettled" },
    Close: () => ({ _tag: "BudgetClosed" }),
    BeginRetention: ({ personId }, _, { at, settings: { yearTaskKeptDays }, staff }) =>
      staff.includes(personId) ? new StillWorksHere() : { _tag: "BudgetRetentionBegun", keepUntil: at + yearTaskKeptDays * day },
    Reduce: ({ keepUntil }, _, { at }) =>
      keepUntil === undefined || at < keepUntil ? new KeptInFile({ until: keepUntil ?? null }) : { _tag: "BudgetReduced" },
    Destroy: ({ schoolYear }, _, { at, settings: { wagesKeptDays } }) => {
      const until = endOf(schoolYear) + wagesKeptDays * day
      return at < until ? new KeptInFile({ until }) : { _tag: "BudgetDestroyed" }
    }
  },
  evolve: {
    BudgetDrafted: (_, budget) => budget,
    BudgetProposed: (budget) => budget,
    BudgetAgreed: (budget) => budget,
    BudgetDisputed: (budget, { objection }) => ({ ...budget, objection }),
    YearBegun: (budget) => ({ ...budget, booked: [] }),
    TimeBooked: (budget, { _tag, ...booking }) => ({ ...budget, booked: [...budget.booked, booking] }),
    MoneyReserved: (budget, { _tag, ...kept }) => ({ ...budget, reserved: [...(budget.reserved ?? []), kept] }),
    ReallocationProposed: (budget, { by, lines }) => ({ ...budget, proposed: { by, lines } }),
    TimeReallocated: ({ proposed: _proposed, ...budget }, { lines }) => ({ ...budget, lines }),
    SettlementProposed: (budget, { by, saved }) => ({ ...budget, settlement: { by, saved } }),
    BudgetSettled: (budget) => budget,
    BudgetClosed: (budget) => budget,
    BudgetRetentionBegun: (budget, { keepUntil }) => ({ ...budget, keepUntil }),
    BudgetReduced: (budget) => budget,
    BudgetDestroyed: (budget) => budget
  }
})
