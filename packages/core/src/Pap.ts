/**
 * Pap — personal action plan: try other behaviour between two meetings, and look
 * back on it first thing in the next. Four honest outcomes; none is a failure.
 */
import { Schema } from "effect"
import * as Machine from "./Machine.ts"
import { seenBy } from "./Privacy.ts"
import * as Private from "./Private.ts"
import { refusal } from "./Refusal.ts"
import { Settings } from "./Settings.ts"
import * as Upcast from "./Upcast.ts"
import { Day, day, Id, Instant, maybe, People, Person } from "./Vocabulary.ts"

const Own = Private.text({ class: "P0", max: 280, subject: "ownerId" })
const unsaid = Private.words({ class: "P0", subject: "ownerId" }, "")
const Outcome = Schema.Literals(["DoneWorked", "DoneDifferently", "TriedNotWorked", "NotTried"])
const Reason = Schema.Literals(["Time", "Occasion", "Courage", "ChangedMind"])
const Session = Schema.Struct({ id: Id, on: Day })

// What it is about --------------------------------------------------------------

const origin = {
  groupId: Id,
  fromSession: Id,
  tipRefs: Schema.Array(Id),
  competenceRef: maybe(Id),
  popGoalRef: maybe(Id)
}
const plan = { situation: Own, newBehaviour: Own, sign: Own, firstOccasion: Day }
/** What the plan before this one said, for the owner to change. */
const earlier = { situation: Own, newBehaviour: Own, sign: Own }
const draft = { ownerId: Person, ...origin, earlier: maybe(Schema.Struct(earlier)) }
const committed = { ownerId: Person, ...origin, ...plan, dueSession: Session, buddyAsked: maybe(Person), buddy: maybe(Person) }
const report = { outcome: Outcome, learned: Own, reason: maybe(Reason) }
const reported = { ...committed, ...report }
/** When it was looked back on; plans of before this was kept do not say. */
const reviewed = { ...reported, reviewedAt: maybe(Instant) }
const next = { next: Id }

// Why not -----------------------------------------------------------------------

export class NotInThisGroup extends refusal(
  "NotInThisGroup",
  "This is for a member of the group. Join the group first, or choose your own group."
) {}
export class PapAlreadyOpen extends refusal(
  "PapAlreadyOpen",
  ({ pap }) => `You have a plan in this group already: ${pap}. Look back on that one first.`,
  { pap: Id }
) {}
export class PapStepNotReached extends refusal(
  "PapStepNotReached",
  "The session has not come to the plans yet. Write yours after the TIP-parade."
) {}
export class PapStepLongOver extends refusal(
  "PapStepLongOver",
  ({ hours }) => `A plan starts in the meeting or within ${hours} hours after it, and that has passed. Start one in the next meeting.`,
  { endedAt: Instant, hours: Schema.Int }
) {}
export class PapWithoutBehaviour extends refusal(
  "PapWithoutBehaviour",
  "A plan is an experiment with other behaviour, and this one names none. Say what you will do differently."
) {}
export class PapWithoutSituation extends refusal(
  "PapWithoutSituation",
  "A plan is for a situation at work, and this one names none. Say in which situation you will try it."
) {}
export class PapWithoutSign extends refusal(
  "PapWithoutSign",
  "Without a sign you cannot tell afterwards. Say how you will notice that it works."
) {}
export class NoNextSession extends refusal(
  "NoNextSession",
  "A plan is looked back on in the next session, and none is planned. Plan a session of the group first."
) {}
export class PapDueAfterNextSession extends refusal(
  "PapDueAfterNextSession",
  ({ due, firstOccasion }) =>
    `The next session is on ${due}, and ${firstOccasion} is too late to have tried it. Choose an occasion before the session.`,
  { firstOccasion: Day, due: Day }
) {}
export class NotInPapReview extends refusal(
  "NotInPapReview",
  "A plan is looked back on in the review round of a session, and there is none now. Wait for the next session."
) {}
export class PapStillKept extends refusal(
  "PapStillKept",
  ({ days }) => `A plan goes ${days} days after it was looked back on, or after its owner left. Wait for that day, or let its owner erase it.`,
  { days: Schema.Int }
) {}
export class BuddyAlready extends refusal("BuddyAlready", "You said yes, and you are the buddy. Nothing needs to be done.") {}
export class BuddyIsOwner extends refusal("BuddyIsOwner", "A buddy is somebody else. Ask a colleague of your group.") {}

// Lifecycle ---------------------------------------------------------------------

const live = ["Committed", "Trying"] as const
const over = ["Closed", "Continued", "Dropped"] as const

export const PapLifecycle = Machine.lifecycle("Pap", {
  roles: { Owner: "ownerId", AskedBuddy: "buddyAsked" },
  foundBy: ["groupId", "ownerId", "fromSession"],
  seenBy: seenBy("Pap"),
  needs: {
    groupMembers: People,
    staff: People,
    livePap: Schema.NullOr(Id),
    papStep: Schema.Struct({ reached: Schema.Boolean, endedAt: Schema.NullOr(Instant) }),
    nextSession: Schema.NullOr(Session),
    papReviewOpen: Schema.Boolean,
    settings: Settings
  },
  states: {
    Draft: draft,
    Committed: committed,
    Trying: committed,
    Reported: reported,
    Reviewed: reviewed,
    Closed: reviewed,
    Continued: { ...reviewed, ...next },
    Dropped: reviewed,
    Forgotten: { ownerId: Person, groupId: Id }
  },
  events: {
    PapStarted: { from: ["Start"], to: "Draft", payload: draft },
    PapCommitted: { from: ["Draft"], to: "Committed", payload: { ...plan, dueSession: Session } },
    PapTried: { from: ["Committed"], to: "Trying" },
    BuddyAsked: { from: live, to: "Same", payload: { peer: Person } },
    BuddyAccepted: { from: live, to: "Same", payload: { peer: Person } },
    PapReported: { from: live, to: "Reported", payload: report },
    PapReviewed: { from: ["Reported"], to: "Reviewed", payload: { at: maybe(Instant) } },
    SuccessCelebrated: { from: ["Reviewed"], to: "Same" },
    PapClosed: { from: ["Reviewed"], to: "Closed" },
    PapContinued: { from: ["Reviewed"], to: "Continued", payload: next },
    PapDropped: { from: ["Reviewed"], to: "Dropped" },
    PapForgotten: { from: ["Draft", ...live, "Reported", "Reviewed", ...over], to: "Forgotten", forgets: true },
    PapCarriedOver: { from: [...live, "Reported"], to: "Same", payload: { dueSession: Session } }
  },
  commands: {
    Start: {
      by: ["Founder", "Owner"],
      emits: ["PapStarted"],
      needs: ["groupMembers", "livePap", "papStep", "settings"],
      refuses: [NotInThisGroup, PapAlreadyOpen, PapStepNotReached, PapStepLongOver],
      payload: origin
    },
    /** The plan goes on: what the owner chose with `Continue` on the one before. */
    StartNext: { by: ["System"], emits: ["PapStarted"], payload: draft },
    Commit: {
      by: ["Owner"],
      emits: ["PapCommitted"],
      needs: ["nextSession"],
      refuses: [PapWithoutBehaviour, PapWithoutSituation, PapWithoutSign, NoNextSession, PapDueAfterNextSession],
      payload: plan
    },
    MarkTried: { by: ["Owner"], emits: ["PapTried"] },
    AskBuddy: {
      by: ["Owner"],
      emits: ["BuddyAsked"],
      needs: ["groupMembers"],
      refuses: [BuddyIsOwner, NotInThisGroup],
      payload: { peer: Person }
    },
    AcceptBuddy: { by: ["AskedBuddy"], emits: ["BuddyAccepted"], refuses: [BuddyAlready] },
    /** What was learned may be left out: that it was tried, or was not, is enough. */
    Report: { by: ["Owner"], emits: ["PapReported"], payload: { ...report, learned: maybe(Own) } },
    Review: { by: ["Owner"], emits: ["PapReviewed"], needs: ["papReviewOpen"], refuses: [NotInPapReview] },
    Celebrate: { by: ["Owner"], emits: ["SuccessCelebrated"] },
    Close: { by: ["Owner"], emits: ["PapClosed"] },
    Continue: { by: ["Owner"], emits: ["PapContinued"], payload: next },
    Drop: { by: ["Owner"], emits: ["PapDropped"] },
    /** What is theirs goes when they say so; by itself some time after it was looked back on, and when they have left. */
    Forget: { by: ["Owner", "System"], emits: ["PapForgotten"], needs: ["staff", "settings"], refuses: [PapStillKept] },
    CarryOver: { by: ["System"], emits: ["PapCarriedOver"], needs: ["nextSession"], refuses: [NoNextSession] }
  }
})

// Rules -------------------------------------------------------------------------

const isBuddy = ({ buddy }: { readonly buddy?: string }, { actor }: Machine.Asked) =>
  buddy === actor ? new BuddyAlready() : undefined

export const Pap = Machine.make(PapLifecycle, {
  guard: { AcceptBuddy: isBuddy },
  decide: {
    Start: (_, from, { actor, at, groupMembers, livePap, papStep: { endedAt, reached }, settings: { papStartHours: hours } }) =>
      !groupMembers.includes(actor) ? new NotInThisGroup()
        : livePap !== null ? new PapAlreadyOpen({ pap: livePap })
        : !reached ? new PapStepNotReached()
        : endedAt !== null && at > endedAt + hours * 60 ? new PapStepLongOver({ endedAt, hours })
        : { ...from, _tag: "PapStarted", ownerId: actor },
    StartNext: (_, draft) => ({ ...draft, _tag: "PapStarted" }),
    Commit: (_, plan, { nextSession }) =>
      plan.newBehaviour.isEmpty ? new PapWithoutBehaviour()
        : plan.situation.isEmpty ? new PapWithoutSituation()
        : plan.sign.isEmpty ? new PapWithoutSign()
        : nextSession === null ? new NoNextSession()
        : plan.firstOccasion > nextSession.on
        ? new PapDueAfterNextSession({ firstOccasion: plan.firstOccasion, due: nextSession.on })
        : { ...plan, _tag: "PapCommitted", dueSession: nextSession },
    MarkTried: () => ({ _tag: "PapTried" }),
    AskBuddy: ({ ownerId }, { peer }, { groupMembers }) =>
      peer === ownerId ? new BuddyIsOwner()
        : groupMembers.includes(peer) ? { _tag: "BuddyAsked", peer }
        : new NotInThisGroup(),
    AcceptBuddy: (pap, __, asked) => isBuddy(pap, asked) ?? { _tag: "BuddyAccepted", peer: asked.actor },
    Report: (_, { learned = unsaid, ...report }) => ({ ...report, _tag: "PapReported", learned }),
    Review: (_, __, { at, papReviewOpen }) => papReviewOpen ? { _tag: "PapReviewed", at } : new NotInPapReview(),
    Celebrate: () => ({ _tag: "SuccessCelebrated" }),
    Close: () => ({ _tag: "PapClosed" }),
    Continue: (_, { next }) => ({ _tag: "PapContinued", next }),
    Drop: () => ({ _tag: "PapDropped" }),
    Forget: (pap, _, { actor, at, settings: { papKeptDays: days }, staff }) => {
      const isOver = "reviewedAt" in pap && pap.reviewedAt !== undefined && at >= pap.reviewedAt + days * day
      return actor === pap.ownerId || isOver || !staff.includes(pap.ownerId) ? { _tag: "PapForgotten" } : new PapStillKept({ days })
    },
    CarryOver: (_, __, { nextSession }) =>
      nextSession === null ? new NoNextSession() : { _tag: "PapCarriedOver", dueSession: nextSession }
  },
  evolve: {
    PapStarted: (_, draft) => draft,
    PapCommitted: (pap, plan) => ({ ...pap, ...plan }),
    PapTried: (pap) => pap,
    BuddyAsked: (pap, { peer }) => ({ ...pap, buddyAsked: peer }),
    BuddyAccepted: (pap, { peer }) => ({ ...pap, buddy: peer }),
    PapReported: (pap, report) => ({ ...pap, ...report }),
    PapReviewed: (pap, { at }) => ({ ...pap, ...(at !== undefined && { reviewedAt: at }) }),
    SuccessCelebrated: (pap) => pap,
    PapClosed: (pap) => pap,
    PapContinued: (pap, { next }) => ({ ...pap, next }),
    PapDropped: (pap) => pap,
    PapForgotten: (pap) => pap,
    PapCarriedOver: (pap, { dueSession }) => ({ ...pap, dueSession })
  },
  // What was stored before: read as what it means today.
  upcasts: Upcast.table(PapLifecycle)({
    // Until 2025-08 a plan had no sign, and knew its due session by id and day apart.
    PapCommitted: {
      was: { situation: Own, newBehaviour: Own, firstOccasion: Day, dueSession: Id, dueOn: Day },
      is: ({ dueOn, dueSession, ...plan }) => ({
        ...plan,
        _tag: "PapCommitted",
        sign: plan.newBehaviour,
        dueSession: { id: dueSession, on: dueOn }
      })
    },
    // A good outcome was once its own event.
    PapSucceeded: {
      was: { learned: Own },
      is: ({ learned }) => ({ _tag: "PapReported", outcome: "DoneWorked", learned })
    }
  })
})
