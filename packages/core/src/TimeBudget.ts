/**
 * TimeBudget — the year task (jaartaak) of one person in one school year, with the development block in it. Without
 * hours that were agreed there is no group and no session.
 */
import { Schema } from "effect"
import * as Machine from "./Machine.ts"
import * as Private from "./Private.ts"
import { refusal } from "./Refusal.ts"
import { Id, maybe, Minutes, People, Person, SchoolYear } from "./Vocabulary.ts"

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
  writtenConsent: maybe(Id)
}
const draft = { ...whose, ...sum }
const reallocation = Schema.Struct({ by: Person, lines: Schema.Array(BudgetLine) })
const running = { ...draft, booked: Schema.Array(Booking), proposed: maybe(reallocation) }
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

export const TimeBudgetLifecycle = Machine.lifecycle("TimeBudget", {
  roles: { Owner: "personId", Leader: "leader", AnyLeader: "leaders", Hr: "hr" },
  foundBy: ["personId", "schoolYear"],
  seenBy: { Owner: ["Facts", "P3"], Leader: ["Facts", "P3"], Hr: ["Facts", "P3"] },
  needs: { leaders: People, hr: People, cao: Schema.NullOr(CaoFacts) },
  states: {
    Draft: draft,
    Proposed: draft,
    Disputed: disputed,
    Agreed: draft,
    InYear: running,
    Settling: { ...running, settlement },
    Settled: { ...running, settlement },
    Closed: { ...running, settlement }
  },
  events: {
    BudgetDrafted: { from: ["Start", "Draft", "Disputed"], to: "Draft", payload: draft },
    BudgetProposed: { from: ["Draft", "Disputed"], to: "Proposed" },
    BudgetAgreed: { from: ["Proposed"], to: "Agreed" },
    BudgetDisputed: { from: ["Proposed"], to: "Disputed", payload: { objection: disputed.objection } },
    YearBegun: { from: ["Agreed"], to: "InYear" },
    TimeBooked: { from: ["InYear"], to: "Same", payload: Booking.fields },
    ReallocationProposed: { from: ["InYear"], to: "Same", payload: reallocation.fields },
    TimeReallocated: { from: ["InYear"], to: "Same", payload: { lines: Schema.Array(BudgetLine) } },
    SettlementProposed: { from: ["InYear", "Settling"], to: "Settling", payload: settlement.fields },
    BudgetSettled: { from: ["Settling"], to: "Settled" },
    BudgetClosed: { from: ["Settled"], to: "Closed" }
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
    Close: { by: ["Leader", "Hr", "System"], emits: ["BudgetClosed"] }
  }
})

// Rules -------------------------------------------------------------------------

export type BudgetLine = typeof BudgetLine["Type"]
type Lines = ReadonlyArray<BudgetLine>

const total = (rows: ReadonlyArray<{ readonly minutes: number }>) => rows.reduce((minutes, row) => minutes + row.minutes, 0)
/** Minutes set aside for a purpose, over all lines. */
export const earmarked = (lines: Lines, purpose: typeof Purpose["Type"]): number =>
  total(lines.flatMap(({ earmarks }) => earmarks.filter((earmark) => earmark.purpose === purpose)))
const purposes = Purpose.literals
const overEarmarked = (lines: Lines) => lines.find(({ earmarks, minutes }) => total(earmarks) > minutes)
const booked = (bookings: ReadonlyArray<typeof Booking["Type"]>, purpose: typeof Purpose["Type"]) =>
  total(bookings.filter((booking) => booking.purpose === purpose))

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
        : teaching > max && writtenConsent === undefined ? new TeachingOverMax({ max })
        : purposes.every((purpose) => earmarked(lines, purpose) === 0) ? new NoTimeForDevelopment()
        : { _tag: "BudgetProposed" }
    },
    Agree: () => ({ _tag: "BudgetAgreed" }),
    BeginYear: () => ({ _tag: "YearBegun" }),
    Dispute: (_, { objection }) => ({ _tag: "BudgetDisputed", objection }),
    Book: ({ booked: bookings, lines }, booking) => {
      const left = earmarked(lines, booking.purpose) - booked(bookings, booking.purpose)
      return bookings.some(({ purpose, ref }) => ref === booking.ref && purpose === booking.purpose) ? new BookedAlready({ ref: booking.ref })
        : booking.minutes > left ? new BudgetExceeded({ purpose: booking.purpose, left })
        : { ...booking, _tag: "TimeBooked" }
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
    Close: () => ({ _tag: "BudgetClosed" })
  },
  evolve: {
    BudgetDrafted: (_, budget) => budget,
    BudgetProposed: (budget) => budget,
    BudgetAgreed: (budget) => budget,
    BudgetDisputed: (budget, { objection }) => ({ ...budget, objection }),
    YearBegun: (budget) => ({ ...budget, booked: [] }),
    TimeBooked: (budget, { _tag, ...booking }) => ({ ...budget, booked: [...budget.booked, booking] }),
    ReallocationProposed: (budget, { by, lines }) => ({ ...budget, proposed: { by, lines } }),
    TimeReallocated: ({ proposed: _proposed, ...budget }, { lines }) => ({ ...budget, lines }),
    SettlementProposed: (budget, { by, saved }) => ({ ...budget, settlement: { by, saved } }),
    BudgetSettled: (budget) => budget,
    BudgetClosed: (budget) => budget
  }
})
