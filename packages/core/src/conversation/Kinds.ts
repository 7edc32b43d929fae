/** The six conversations, how they differ from each other, and the terms that a regulation sets for them. */
import { Schema } from "effect"

const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))
const Month = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 12 }))

const planned = ["GoalSetting", "Pop", "Progress", "Performance", "Appraisal"] as const
export const Kind = Schema.Literals([...planned, "Career"])
export type Kind = (typeof Kind)["Type"]
export const Side = Schema.Literals(["Employee", "Leader"])
type Side = (typeof Side)["Type"]

interface Differences {
  /** An employee may always ask for their own; the others belong to the cycle, and a leader plans them. */
  readonly askedBy: ReadonlyArray<Side>
  readonly writtenBy: Side
  /** Of equal standing, both set the agenda and both agree to something. An appraisal is one side's judgement. */
  readonly equal: boolean
}
/** Read it by the row. */
export const differences: { readonly [K in Kind]: Differences } = {
  GoalSetting: { askedBy: ["Leader"], writtenBy: "Leader", equal: true },
  Pop: { askedBy: ["Leader", "Employee"], writtenBy: "Employee", equal: true },
  Progress: { askedBy: ["Leader"], writtenBy: "Leader", equal: true },
  Performance: { askedBy: ["Leader", "Employee"], writtenBy: "Leader", equal: true },
  Appraisal: { askedBy: ["Leader"], writtenBy: "Leader", equal: false },
  /** Nobody is asked about their career and the sense of their work unless they want to be. */
  Career: { askedBy: ["Employee"], writtenBy: "Employee", equal: true }
}

/** What a regulation says in numbers. A conversation keeps those under which it was planned. */
export const Terms = Schema.Struct({
  /** The day and the agenda are known so many days before. */
  announceDays: Count,
  announceAppraisalDays: Count,
  /** The report is there within so many working days. */
  reportWorkingDays: Count,
  /** So many days after the report, a leader may note that an appraisal was not signed, so that it does not wait for ever. */
  signDays: Count,
  objectionDays: Count,
  performanceTalks: Count
})
export type Terms = (typeof Terms)["Type"]

/** A talk that everybody has in a year, and in which months. Nobody is scheduled for a career talk. */
export const YearlyTalk = Schema.Struct({ type: Schema.Literals(planned), months: Schema.NonEmptyArray(Month) })
export type YearlyTalk = (typeof YearlyTalk)["Type"]

/** Everybody has one of these in a year: it is about the work as it goes. */
export const isAboutWork = (type: Kind): boolean => type === "Progress" || type === "Performance"
