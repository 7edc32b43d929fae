/** Why not: what a session refuses, and what to do instead. */
import { Schema } from "effect"
import { refusal } from "../Refusal.ts"
import { Instant, Minutes, Person } from "../Vocabulary.ts"

export class GroupNotActive extends refusal("GroupNotActive", "Only an active group plans sessions, and this one is not active. Sign the agreement and activate the group first.") {}
export class MomentNotRostered extends refusal("MomentNotRostered", "This moment is not in the roster of the group. Roster it first, or choose another moment.") {}
export class ThemeNotAdopted extends refusal("ThemeNotAdopted", "A session is about a theme that the school adopted, and this one is not. Choose one that runs, or leave it out.") {}
export class NoSuchCompetence extends refusal(
  "NoSuchCompetence",
  "No framework that was published has this competence. Choose one of those, or leave it."
) {}
export class CompetenceNamedAlready extends refusal("CompetenceNamedAlready", "Somebody named this competence already. Nothing needs to be done.") {}
export class TooFewPresent extends refusal(
  "TooFewPresent",
  ({ min }) => `A session needs at least ${min} people. Wait until they are there, or postpone it.`,
  { min: Schema.Int }
) {}
export class NotPresent extends refusal("NotPresent", "A role goes to someone who comes, and this person did not say so. Choose somebody who comes.") {}
export class NotTheirTurnToFacilitate extends refusal(
  "NotTheirTurnToFacilitate",
  ({ next }) => `The group agreed an order for facilitating, and it is the turn of ${next}. Choose them, or change the agreement.`,
  { next: Person }
) {}
export class PapsNotBroughtYet extends refusal("PapsNotBroughtYet", "The plans of those present are not on the table yet. Try again in a moment.") {}
export class PapReviewFirst extends refusal("PapReviewFirst", "Plans come first, and not every plan has been looked back on. Review each plan, or let its owner skip it.") {}
export class NotYourPap extends refusal("NotYourPap", "This plan is not yours or not due today. Only its owner skips looking back on it.") {}
export class NotVoluntary extends refusal("NotVoluntary", "A case is brought by the one whose case it is, and never for another. Let them offer it themselves.") {}
export class CaseWithoutQuestion extends refusal("CaseWithoutQuestion", "A case comes with a question about your own work. Say what you want to know.") {}
export class FacilitatorIsCaseGiver extends refusal("FacilitatorIsCaseGiver", "Whoever leads the steps cannot bring the case. Hand over the facilitation first.") {}
export class NoSuchOffer extends refusal("NoSuchOffer", "Nobody offered that case. Choose one that is offered.") {}
export class CaseOnTheTable extends refusal("CaseOnTheTable", "Somebody brought a case, and it is on the table. Choose it, or let them take it back.") {}
export class CaseNotChosen extends refusal("CaseNotChosen", "No case has been chosen yet. Choose a case first.") {}
export class NoSuchMethod extends refusal("NoSuchMethod", "There is no such method in the library. Choose one from the list of methods.") {}
export class MethodNotChosen extends refusal("MethodNotChosen", "No method has been chosen yet. Choose a method that fits first.") {}
export class MethodNeedsTrust extends refusal(
  "MethodNeedsTrust",
  ({ sessions }) => `This method asks much trust: it is for a group that has held ${sessions} sessions and has no safety stop open. Choose a method that asks less.`,
  { sessions: Schema.Int }
) {}
export class MethodNotKnown extends refusal("MethodNotKnown", "This method is for experienced groups, and the facilitator has not said to know it. Let the facilitator say so, or choose another.") {}
export class MethodNeedsOtherSize extends refusal(
  "MethodNeedsOtherSize",
  ({ min, max }) => `This method is for ${min} to ${max} people. Choose a method for your number.`,
  { min: Schema.Int, max: Schema.Int }
) {}
export class MethodDoesNotFit extends refusal(
  "MethodDoesNotFit",
  ({ innerMinutes, minutes }) => `This method takes ${innerMinutes} minutes and the group agreed ${minutes}. Choose a shorter method.`,
  { innerMinutes: Minutes, minutes: Minutes }
) {}
export class StepsLeft extends refusal("StepsLeft", "The method has steps left. Take the next step.") {}
export class NoStepsLeft extends refusal("NoStepsLeft", "This was the last step of the method. End the intervision.") {}
export class FirstStep extends refusal("FirstStep", "This is the first step. There is nothing to go back to.") {}
export class AlreadyExtended extends refusal("AlreadyExtended", "A step is extended once, and this one has been. Go on to the next step.") {}
export class ExtensionTooLong extends refusal(
  "ExtensionTooLong",
  ({ max }) => `A step is extended by at most half of its time: ${max} minutes. Choose fewer minutes.`,
  { max: Minutes }
) {}
export class StillInTime extends refusal("StillInTime", "The step still has time. Nothing needs to be noted.") {}
export class ClockStopped extends refusal("ClockStopped", "There is a time-out, and the clock stands still. End the time-out first.") {}
export class ClockRuns extends refusal("ClockRuns", "There is no time-out. Nothing needs to be ended.") {}
export class AdviceBeforeTipParade extends refusal("AdviceBeforeTipParade", "Advice waits for the TIP-parade. Ask a question now, and keep your tip for later.") {}
export class CaseGiverMustListen extends refusal("CaseGiverMustListen", "The case giver listens now. A note to yourself is fine.") {}
export class PeersMustListen extends refusal("PeersMustListen", "The others listen now. A note to yourself is fine.") {}
export class NoteIsPrivate extends refusal("NoteIsPrivate", "A note to yourself does not go on the sheet. Keep it with KeepNote; nobody else reads it.") {}
export class SilentStep extends refusal("SilentStep", "This step is silent. A note to yourself is fine.") {}
export class NotYourFloor extends refusal("NotYourFloor", "The floor is not yours in this step. Wait for a step that is.") {}
export class NotYourTurn extends refusal(
  "NotYourTurn",
  ({ next }) => `It is the turn of ${next}. Wait for yours.`,
  { next: Person }
) {}
export class NoRoundHere extends refusal("NoRoundHere", "There is no round in this step, so there is nothing to pass. Say nothing, that is fine.") {}
export class NoOneElseLeft extends refusal("NoOneElseLeft", "The one who leads cannot step out while nobody leads. Hand over the facilitation first.") {}
export class ParadeNotOver extends refusal("ParadeNotOver", "The parade ends after a full round of passes, or when its time is up. Give the others their turn.") {}
export class NoSuchTip extends refusal("NoSuchTip", "That tip was not given. Choose from the tips on the table.") {}
export class NotYourItem extends refusal("NotYourItem", "Only its author or the case giver takes an item out. Ask one of them.") {}
export class SessionStillKept extends refusal(
  "SessionStillKept",
  "The term for keeping this session is not over. Try again after it.",
  { until: Instant }
) {}
