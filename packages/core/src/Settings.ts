/**
 * Settings: the numbers that law, collective agreements and boards change.
 *
 * None of them stands in a rule. They ship in a pack with their source (domain 6.5), a board may choose others, and a
 * rule is told them as a need. A fact carries the number that was in force when it happened.
 */
import { Schema } from "effect"
import { Threshold } from "./Anonymity.ts"
import { Terms, YearlyTalk } from "./conversation/Kinds.ts"
import { Id, Minutes, TimeZone } from "./Vocabulary.ts"

const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))
const Share = Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1 }))

export const Settings = Schema.Struct({
  /** Where the school is, by the clock: when a day ends there. */
  timeZone: TimeZone,
  groupSize: Schema.Struct({ min: Count, ideal: Count, max: Count }),
  /** A group that has been too small for this long may be closed by the system. */
  smallGroupWeeks: Count,
  intervisionMinutes: Schema.Struct({ min: Minutes, proposal: Minutes, max: Minutes }),
  tipParadeMinutes: Minutes,
  papMinutes: Minutes,
  /** A plan starts in the meeting or within this long after its step. */
  papStartHours: Count,
  /** A reminder of a plan, so many days before the session in which it is looked back on. */
  papReminderDays: Count,
  /** A step is extended once, by at most this share of its time. */
  stepExtension: Share,
  /** A method that needs much trust is for a group that has held this many sessions. */
  sessionsBeforeHighTrust: Count,
  /** A method is shortened to no less than this share of its time, and a step to no less than these minutes. */
  methodFit: Schema.Struct({ share: Share, stepMinutes: Minutes }),
  /** After so many sessions with the same method, a group hears that there are others. */
  sameMethodInARow: Count,
  /** What was captured in a session goes so many days after the next session, at the latest after `atMostDays`. */
  sessionRetention: Schema.Struct({ afterNextSessionDays: Count, atMostDays: Count }),
  /** A displaced moment is given another date within so many days. */
  reRosterDays: Count,
  /** From this level on, out of five, something is fun, or is done well. */
  ratingThreshold: Count,
  /** The zone of proximal development: what is done with help now, and alone soon. */
  nearZone: Schema.Struct({ min: Count, max: Count }),
  /** What was learned and waits to be done is suggested as a goal from this much fun on. */
  gladlyFrom: Count,
  /** What members of a group share is shown together from so many sharers on. */
  sharersAtLeast: Count,
  /** A framework that somebody rated themselves by within so many days stays. */
  ratedRecentlyDays: Count,
  /** What an owner opens ends so many days after the conversation it is for, or after it was opened. */
  grantDays: Count,
  /** A personal development plan is for at most so many years, and is talked about once in so many days. */
  popYears: Count,
  popReviewDays: Count,
  activeGoals: Schema.Struct({ min: Count, max: Count }),
  /** What is a leaver's own goes so many days after they left; what is in the employer's file so many days after. */
  eraseAfterLeavingDays: Count,
  fileKeptDays: Count,
  /** A plan that was looked back on goes so many days after. What its owner kept of it is in the portfolio. */
  papKeptDays: Count,
  /** The words of a year task go so many days after its owner left; what counts for wages so many days after its year. */
  yearTaskKeptDays: Count,
  wagesKeptDays: Count,
  /** Who read what about somebody is kept for so many months, for the one whom it concerns. */
  accessLogMonths: Count,
  /** How many answers it takes before a number is shown. */
  anonymity: Threshold,
  /** The raw answers of a pulse go so many days after its report. */
  rawAnswersDays: Count,
  /** The questionnaires that are free to use. Every other asks for a record of its licence. */
  ownInstruments: Schema.Array(Id),
  /** How plans turned out is told of so many plans together, and of no fewer. */
  honestMixFrom: Count,
  /** What a regulation of conversations says, where it does not say otherwise: its terms, and the talks of a year. */
  conversationTerms: Terms,
  yearlyTalks: Schema.Array(YearlyTalk)
})
export type Settings = (typeof Settings)["Type"]
