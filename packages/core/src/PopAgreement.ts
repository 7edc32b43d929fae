/**
 * PopAgreement — what an employee and their leader agree on goals of a plan: the employer promises hours, money or room
 * (S3.8). It concerns shared goals only, either side proposes, the other accepts, and a promise can be kept or broken.
 */
import { Schema } from "effect"
import { KeptInFile } from "./conversation/Refusals.ts"
import { StillWorksHere } from "./Leaving.ts"
import * as Machine from "./Machine.ts"
import { seenBy } from "./Privacy.ts"
import * as Private from "./Private.ts"
import { GrantMissing } from "./Pop.ts"
import { refusal } from "./Refusal.ts"
import { Settings } from "./Settings.ts"
import { OwnProposal } from "./TimeBudget.ts"
import { Day, day, Id, Instant, maybe, People, Person, startOf } from "./Vocabulary.ts"

// What it is about --------------------------------------------------------------

/** A goal in the words that both sides agree on; the plan keeps its own. */
const AgreedGoal = Schema.Struct({ goal: Id, text: Private.text({ class: "P3", max: 280, subject: "ownerId" }) })
/** What the employer promises: minutes, euros, or times that there is room for it, before a day. */
const Facility = Schema.Struct({
  id: Id,
  goal: Id,
  kind: Schema.Literals(["Minutes", "Money", "Room"]),
  amount: Schema.Finite.check(Schema.isGreaterThan(0)),
  before: Day
})
const terms = { goals: Schema.Array(AgreedGoal), facilities: Schema.Array(Facility) }
const proposal = { popId: Id, ownerId: Person, leaderId: Person, proposedBy: Person, ...terms }
/** Since the owner left: until when the employer's file keeps it. */
const proposed = { ...proposal, keepUntil: maybe(Instant) }
const agreed = { ...proposed, agreedAt: Instant, delivered: Schema.Array(Id), breached: Schema.Array(Id) }

// Why not -----------------------------------------------------------------------

export class NothingAgreed extends refusal(
  "NothingAgreed",
  "An agreement is about a goal and says what it takes. Name a goal, and facilities for the goals that you name."
) {}
export class OtherPop extends refusal("OtherPop", "This agreement is about another plan, or between others. Make a new one for this.") {}
export class NoSuchFacility extends refusal("NoSuchFacility", "That was not promised here. Choose one of the facilities that were agreed.") {}
export class DeliveredAlready extends refusal("DeliveredAlready", "This promise was kept already. Nothing needs to be done.") {}
export class BreachedAlready extends refusal("BreachedAlready", "That this was missed is known already. Talk about it, or say so when it comes after all.") {}
export class NotDueYet extends refusal(
  "NotDueYet",
  ({ before }) => `This was promised before ${before}, and that day has yet to come. Wait for it, or ask your leader.`,
  { before: Day }
) {}

// Lifecycle ---------------------------------------------------------------------

const standing = ["Agreed", "Breached"] as const
const inFile = ["Proposed", ...standing, "Met", "Withdrawn"] as const

export const PopAgreementLifecycle = Machine.lifecycle("PopAgreement", {
  roles: {
    Owner: "ownerId",
    Leader: "leaderId",
    PopOwner: "popOwner",
    InvitedLeader: "invitedLeaders",
    OwnersLeader: "ownersLeaders",
    Hr: "hr"
  },
  foundBy: ["popId", "ownerId", "leaderId"],
  // HR sees what the employer promised, not the words of the goals.
  seenBy: seenBy("PopAgreement"),
  needs: {
    hr: People,
    staff: People,
    popOwner: Schema.NullOr(Person),
    /** Leaders with whom the owner shares a goal of the plan. */
    invitedLeaders: People,
    /** Those who lead the owner now. */
    ownersLeaders: People,
    sharedGoals: Schema.Array(Schema.Struct({ goal: Id, leader: Person })),
    settings: Settings
  },
  states: {
    Proposed: proposed,
    Agreed: agreed,
    Breached: agreed,
    Met: agreed,
    Withdrawn: proposed,
    Destroyed: { popId: Id, ownerId: Person, leaderId: Person }
  },
  events: {
    AgreementProposed: { from: ["Start", "Proposed"], to: "Proposed", payload: proposal },
    AgreementReached: { from: ["Proposed"], to: "Agreed", payload: { at: Instant } },
    AgreementWithdrawn: { from: ["Proposed"], to: "Withdrawn" },
    AgreementTakenOver: { from: standing, to: "Same", payload: { leaderId: Person } },
    FacilityDelivered: { from: standing, to: "Same", payload: { facility: Id } },
    FacilityBreached: { from: standing, to: "Breached", payload: { facility: Id } },
    AgreementMet: { from: standing, to: "Met" },
    AgreementRetentionBegun: { from: inFile, to: "Same", payload: { keepUntil: Instant } },
    AgreementDestroyed: { from: inFile, to: "Destroyed", forgets: true }
  },
  commands: {
    /** By the owner, or by a leader as an offer; said again by either side it is a counter-proposal. */
    Propose: {
      by: ["PopOwner", "InvitedLeader"],
      emits: ["AgreementProposed"],
      needs: ["popOwner", "sharedGoals"],
      refuses: [NothingAgreed, OtherPop, GrantMissing],
      payload: { popId: Id, leaderId: Person, ...terms }
    },
    Accept: { by: ["Owner", "Leader"], emits: ["AgreementReached"], refuses: [OwnProposal] },
    Withdraw: { by: ["Owner", "Leader"], emits: ["AgreementWithdrawn"] },
    /** What a school promised stands when its leader goes: whoever leads the owner now answers for it. */
    TakeOver: { by: ["OwnersLeader"], emits: ["AgreementTakenOver"] },
    /** Whoever got it says so. */
    ConfirmDelivered: {
      by: ["Owner"],
      emits: ["FacilityDelivered", "AgreementMet"],
      refuses: [NoSuchFacility, DeliveredAlready],
      payload: { facility: Id }
    },
    ReportFacilityMissed: {
      by: ["Owner", "System"],
      emits: ["FacilityBreached"],
      refuses: [NoSuchFacility, DeliveredAlready, BreachedAlready, NotDueYet],
      payload: { facility: Id }
    },
    /** The owner left, and the term of the employer's file runs. */
    BeginRetention: {
      by: ["System"],
      emits: ["AgreementRetentionBegun"],
      needs: ["staff", "settings"],
      refuses: [StillWorksHere]
    },
    Destroy: { by: ["System"], emits: ["AgreementDestroyed"], refuses: [KeptInFile] }
  }
})

// Rules -------------------------------------------------------------------------

export const PopAgreement = Machine.make(PopAgreementLifecycle, {
  decide: {
    Propose: (agreement, { facilities, goals, leaderId, popId }, { actor, popOwner, sharedGoals }) => {
      const isNamed = (goal: string) => goals.some((one) => one.goal === goal)
      const isShared = (goal: string) => sharedGoals.some((one) => one.goal === goal && one.leader === leaderId)
      const isOther = agreement._tag === "Proposed"
        && (agreement.popId !== popId || agreement.leaderId !== leaderId || agreement.ownerId !== popOwner)
      return goals.length === 0 || facilities.length === 0 || !facilities.every(({ goal }) => isNamed(goal)) ? new NothingAgreed()
        : popOwner === null || isOther || (actor !== popOwner && actor !== leaderId) ? new OtherPop()
        : !goals.every(({ goal }) => isShared(goal)) ? new GrantMissing()
        : { _tag: "AgreementProposed", popId, ownerId: popOwner, leaderId, proposedBy: actor, goals, facilities }
    },
    Accept: ({ proposedBy }, _, { actor, at }) =>
      actor === proposedBy ? new OwnProposal() : { _tag: "AgreementReached", at },
    Withdraw: () => ({ _tag: "AgreementWithdrawn" }),
    TakeOver: (_, __, { actor }) => ({ _tag: "AgreementTakenOver", leaderId: actor }),
    ConfirmDelivered: ({ delivered, facilities }, { facility }) =>
      !facilities.some(({ id }) => id === facility) ? new NoSuchFacility()
        : delivered.includes(facility) ? new DeliveredAlready()
        : facilities.every(({ id }) => id === facility || delivered.includes(id))
        ? [{ _tag: "FacilityDelivered", facility }, { _tag: "AgreementMet" }]
        : { _tag: "FacilityDelivered", facility },
    ReportFacilityMissed: ({ breached, delivered, facilities }, { facility }, { at }) => {
      const promised = facilities.find(({ id }) => id === facility)
      return promised === undefined ? new NoSuchFacility()
        : delivered.includes(facility) ? new DeliveredAlready()
        : breached.includes(facility) ? new BreachedAlready()
        : at < startOf(promised.before) + day ? new NotDueYet({ before: promised.before })
        : { _tag: "FacilityBreached", facility }
    },
    BeginRetention: ({ ownerId }, _, { at, settings: { fileKeptDays }, staff }) =>
      staff.includes(ownerId)
        ? new StillWorksHere()
        : { _tag: "AgreementRetentionBegun", keepUntil: at + fileKeptDays * day },
    Destroy: ({ keepUntil }, _, { at }) =>
      keepUntil === undefined || at < keepUntil
        ? new KeptInFile({ until: keepUntil ?? null })
        : { _tag: "AgreementDestroyed" }
  },
  evolve: {
    AgreementProposed: (_, agreement) => agreement,
    AgreementReached: (agreement, { at }) => ({ ...agreement, agreedAt: at, delivered: [], breached: [] }),
    AgreementWithdrawn: (agreement) => agreement,
    AgreementTakenOver: (agreement, { leaderId }) => ({ ...agreement, leaderId }),
    FacilityDelivered: (agreement, { facility }) => ({ ...agreement, delivered: [...agreement.delivered, facility] }),
    // A promise that is kept after all stays a promise that was broken first.
    FacilityBreached: (agreement, { facility }) => ({ ...agreement, breached: [...agreement.breached, facility] }),
    AgreementMet: (agreement) => agreement,
    AgreementRetentionBegun: (agreement, { keepUntil }) => ({ ...agreement, keepUntil }),
    AgreementDestroyed: (agreement) => agreement
  }
})
