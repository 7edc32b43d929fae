/** Why not: what a conversation refuses, in words for who is in it. */
import { Schema } from "effect"
import { refusal } from "../Refusal.ts"
import { Day, Instant, Person, SchoolYear } from "../Vocabulary.ts"
import { Kind, Side } from "./Kinds.ts"

// Planning ------------------------------------------------------------------------

export class NoRegulationRunning extends refusal(
  "NoRegulationRunning",
  ({ schoolYear }) =>
    `No regulation with the consent of the staff council is running in ${schoolYear}. Start one first; a POP, performance or career talk of your own you can always ask for.`,
  { schoolYear: SchoolYear }
) {}
export class NotBetweenYou extends refusal(
  "NotBetweenYou",
  "A conversation is planned by one of the two who have it. Plan your own, or ask one of them."
) {}
export class NotTheirLeader extends refusal(
  "NotTheirLeader",
  ({ leader }) => `${leader} does not lead this employee. Choose somebody who does.`,
  { leader: Person }
) {}
export class NotYoursToAsk extends refusal(
  "NotYoursToAsk",
  ({ type }) => `A conversation of the kind ${type} is asked for by the other side. Invite them to ask, or choose another kind.`,
  { type: Kind }
) {}
export class AppraisalNotInRegulation extends refusal(
  "AppraisalNotInRegulation",
  "The regulation of this school year has no appraisals. Choose another kind of talk, or bring it up for the next regulation."
) {}
export class AppraisalWithoutPerformanceTalks extends refusal(
  "AppraisalWithoutPerformanceTalks",
  ({ held, needed }) =>
    `An appraisal comes after ${needed} performance talks, and since the last one there were ${held}. Have those talks first.`,
  { held: Schema.Int, needed: Schema.Int }
) {}
export class AppraiserConflict extends refusal(
  "AppraiserConflict",
  "Who has coached somebody, or led a session they were in, does not appraise them. Let another leader do it."
) {}
export class OtherSchoolYear extends refusal(
  "OtherSchoolYear",
  ({ schoolYear }) => `This conversation belongs to ${schoolYear}. Choose a day in that year, or plan another one.`,
  { schoolYear: SchoolYear }
) {}
export class NotYoursToCancel extends refusal(
  "NotYoursToCancel",
  "Who planned a conversation cancels it. Ask them, or propose another day."
) {}

// The agenda ----------------------------------------------------------------------

export class ContentNotShareableToFile extends refusal(
  "ContentNotShareableToFile",
  "This is from the coaching space, and only its owner brings something out of it. The employee can attach an entry of the portfolio, or a goal they shared."
) {}
export class AgendaItemExists extends refusal("AgendaItemExists", "There is an item with this name on the agenda. Choose another name.") {}
export class WithoutWords extends refusal("WithoutWords", "There are no words in it. Write them, or leave it out.") {}
export class NotOpenedToThis extends refusal(
  "NotOpenedToThis",
  "You did not open this to the conversation, or it is not yours. Open the entry, or share the goal, first."
) {}
export class AttachedAlready extends refusal("AttachedAlready", "This is attached already. Nothing needs to be done.") {}
export class NotAttached extends refusal("NotAttached", "This is not attached. Nothing needs to be done.") {}
export class AgendaSetAlready extends refusal("AgendaSetAlready", "You agreed to this agenda already. Wait for the other side.") {}
export class AppraisalIsAnnounced extends refusal(
  "AppraisalIsAnnounced",
  "The agenda of an appraisal is set by the leader. You can add items until then."
) {}
export class AnnouncedTooLate extends refusal(
  "AnnouncedTooLate",
  ({ days }) => `The day and the agenda are known at least ${days} days before, and it is too late for that. Choose a later day.`,
  { days: Schema.Int }
) {}

// Talking and writing -------------------------------------------------------------

export class ConversationNotYet extends refusal(
  "ConversationNotYet",
  ({ on }) => `This conversation is on ${on}, and that day has not come. Wait for it, or choose another day.`,
  { on: Day }
) {}
export class BothMustBePresent extends refusal(
  "BothMustBePresent",
  "A conversation is held when both were there. Choose another day if one of you was not."
) {}
export class NotYoursToWrite extends refusal(
  "NotYoursToWrite",
  ({ writer }) => `The report of this conversation is written by the ${writer === "Employee" ? "employee" : "leader"}. Wait for it, then respond or sign.`,
  { writer: Side }
) {}
export class AppraisalAgreesNothing extends refusal(
  "AppraisalAgreesNothing",
  "An appraisal is the judgement of one side, and an agreement has two. Make agreements in a talk of equal standing."
) {}
export class ReportSignedAlready extends refusal(
  "ReportSignedAlready",
  "This report is signed, and what is signed does not change. Bring it up in the next talk."
) {}
export class OwnReport extends refusal("OwnReport", "You wrote this report yourself. Write it anew if something is missing.") {}
export class NotAnAppraisal extends refusal(
  "NotAnAppraisal",
  "This conversation is of equal standing, so nobody is judged in it. Plan an appraisal, if the regulation has them."
) {}
export class FrameworkNotConsented extends refusal(
  "FrameworkNotConsented",
  "People are appraised by a published framework to which the staff council consented, and this is none. Choose one that is."
) {}
export class JudgementMissing extends refusal(
  "JudgementMissing",
  "An appraisal is signed when the judgement is in it, and it is not. Let the leader record the judgement first."
) {}
export class StillTimeToSign extends refusal(
  "StillTimeToSign",
  "There is still time to sign or to respond. Wait until the term is over.",
  { until: Instant }
) {}

// Objecting -----------------------------------------------------------------------

export class ObjectionTooLate extends refusal(
  "ObjectionTooLate",
  "The term for an objection is over. Ask your union or a lawyer what is still possible.",
  { until: Instant }
) {}
export class ObjectionStillPossible extends refusal(
  "ObjectionStillPossible",
  "The employee can still object, so this is not final. Wait until the term is over.",
  { until: Instant }
) {}
export class ObjectionUndecided extends refusal(
  "ObjectionUndecided",
  "There is an objection, so this is not final. Wait for the decision, or until the objection is withdrawn."
) {}
export class ObjectionIsWithdrawn extends refusal(
  "ObjectionIsWithdrawn",
  "The objection was withdrawn, so nobody decides on it. The appraisal can be made final."
) {}
export class DeciderIsAppraiser extends refusal(
  "DeciderIsAppraiser",
  "An objection is decided by somebody else than the two it is between. Name another."
) {}

// Promises ------------------------------------------------------------------------

export class NoSuchPromise extends refusal(
  "NoSuchPromise",
  "The employer promised no such thing here with a day and with the consent of both. Choose one of the agreements of the employer."
) {}
export class PromiseNotDue extends refusal(
  "PromiseNotDue",
  ({ before }) => `This was promised before ${before}, and that day has not passed. Wait for it, or ask your leader.`,
  { before: Day }
) {}
export class PromiseKeptAlready extends refusal("PromiseKeptAlready", "This promise was kept already. Nothing needs to be done.") {}
export class PromiseMissedAlready extends refusal(
  "PromiseMissedAlready",
  "That this was missed is known already. Talk about it, or say so when it comes after all."
) {}

// Filing and destroying -------------------------------------------------------------

export class NotACareerTalk extends refusal(
  "NotACareerTalk",
  "Only of a career talk does the employee decide what is filed. This report belongs to the file once it is signed."
) {}
export class EmployeeDecidesFiling extends refusal(
  "EmployeeDecidesFiling",
  "Of a career talk the employee decides whether anything is filed, and has not said so. Leave it with them."
) {}
export class KeptInFile extends refusal(
  "KeptInFile",
  "The file keeps this as long as somebody works here, and for a term after that. Wait for its end, or weigh the interests.",
  { until: Schema.NullOr(Instant) }
) {}
export class RetentionHold extends refusal(
  "RetentionHold",
  "There is an objection to this, or there still may be, and until that is over nothing is destroyed. Wait for the decision."
) {}
