/** What a conversation is about: the small types and the groups of fields that its states share. */
import { Schema } from "effect"
import { FrameworkVersion } from "../Competence.ts"
import * as Private from "../Private.ts"
import { Day, Id, Instant, maybe, Minutes, People, Person, SchoolYear } from "../Vocabulary.ts"
import { Kind, Terms } from "./Kinds.ts"

/** Whatever stands in a record is about the employee, whoever wrote it. */
const record = <const Max extends number>(max: Max) => Private.text({ class: "P3", max, subject: "employeeId" })
export const Line = record(280)
export const Text = record(4000)

/** Of the coaching space is what is the employee's or a group's; the rest is of the work. */
export const coaching = ["Pap", "Session", "Rating", "Portfolio", "PopGoal"] as const
export const About = Schema.Struct({ kind: Schema.Literals([...coaching, "IpbTheme", "YearTask", "Conversation"]), ref: Id })
export const AgendaItem = Schema.Struct({ id: Id, by: Person, text: Line, about: maybe(About) })
/** What the employee opened to this conversation: where it is, never what it says. */
export const Evidence = Schema.Struct({ kind: Schema.Literals(["PortfolioEntry", "PopGoal"]), ref: Id })
export type Evidence = (typeof Evidence)["Type"]
/** What one of the two will do; what the employer promises before a day is followed. */
export const Agreement = Schema.Struct({
  id: Id,
  by: Schema.Literals(["Employee", "Employer"]),
  what: Line,
  before: maybe(Day),
  minutes: maybe(Minutes),
  euros: maybe(Schema.Finite.check(Schema.isGreaterThanOrEqualTo(0)))
})
export const Agreements = Schema.Array(Agreement).check(
  Schema.makeFilter(
    (agreements) => new Set(agreements.map(({ id }) => id)).size === agreements.length || "agreements with a name of their own"
  )
)
/** Seen is not agreed. */
export const How = Schema.Literals(["Seen", "Agreed"])
export const Signature = Schema.Struct({ by: Person, how: How })
/** In words. There is no field for a score. */
export const Judgement = Schema.Struct({ by: Person, framework: FrameworkVersion, text: Text })
export const Outcome = Schema.Literals(["Upheld", "PartlyUpheld", "Rejected"])

const who = { type: Kind, employeeId: Person, schoolYear: SchoolYear, on: Day }
export const planned = {
  ...who,
  leaderId: Person,
  plannedBy: Person,
  terms: Terms
}
const talk = { ...planned, agenda: Schema.Array(AgendaItem), evidence: Schema.Array(Evidence) }
/** Since the employee left: until when the file keeps it. */
const term = { keepUntil: maybe(Instant) }
export const report = { text: Text, agreements: Agreements }
const written = {
  ...talk,
  ...term,
  ...report,
  reportedAt: Instant,
  late: Schema.Boolean,
  judgement: maybe(Judgement),
  signatures: Schema.Array(Signature)
}
const signed = {
  ...written,
  view: maybe(Text),
  /** Both signed for agreed, not only for seen. */
  agreed: Schema.Boolean,
  kept: Schema.Array(Id),
  missed: Schema.Array(Id)
}
const objectionOpen = { ...signed, objectBefore: Instant }
const objected = { ...objectionOpen, objection: Text }
export const decision = { outcome: Outcome, decision: Text }
const decided = { ...objected, ...decision, decidedBy: Person }
const final = {
  ...signed,
  objection: maybe(Text),
  outcome: maybe(Outcome),
  decision: maybe(Text),
  decidedBy: maybe(Person)
}

export const states = {
  Planned: talk,
  /** Those of the two who agree to the agenda as it is. */
  AgendaOpen: { ...talk, settledBy: People },
  AgendaSet: talk,
  Held: { ...talk, ...term, reportBefore: Instant, judgement: maybe(Judgement) },
  Reported: written,
  Responded: { ...written, view: Text },
  Signed: { ...signed, filingAllowed: Schema.Boolean },
  ObjectionOpen: objectionOpen,
  /** Who decides is named by HR, and reads along until the decision. Nobody decides on what was withdrawn. */
  Objected: { ...objected, decider: maybe(Person), withdrawn: Schema.Boolean },
  Decided: decided,
  Final: final,
  Filed: final,
  /** The employee's alone: there is no leader here who could read it. */
  Withheld: { ...who, ...term, text: maybe(Text), agreements: maybe(Agreements) },
  Cancelled: { ...who, leaderId: Person },
  /** A career talk of which nothing was filed is nobody's business but the employee's, also afterwards. */
  Erased: who,
  Destroyed: who
}
