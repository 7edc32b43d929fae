/** The lifecycle of a plan: the group writes it, everybody whose it is says yes, and it runs until it was looked back on. */
import { Schema } from "effect"
import { Ref } from "../Competence.ts"
import { YearNotOver } from "../ConversationCycle.ts"
import * as Machine from "../Machine.ts"
import { GrantMissing, NoWords } from "../Pop.ts"
import { seenBy } from "../Privacy.ts"
import { Day, Id, maybe, People, Person, SchoolYear } from "../Vocabulary.ts"
import {
  active, agreed, agreedPlan, brought, Deadline, evaluated, Goal, Offer, plan, proposed, Row, Source, source
} from "./Plan.ts"
import * as No from "./Refusals.ts"

const writing = ["Draft", "Proposed"] as const
const standing = ["Agreed", "Active", "Evaluated"] as const
const goals = { goals: Schema.Array(Goal) }

export const GopLifecycle = Machine.lifecycle("Gop", {
  roles: { Member: "groupMembers", Contributor: "contributors", Leader: "sponsors" },
  foundBy: ["groupId", "schoolYear"],
  // Of the group alone, whatever state it is in: what was agreed is read as GopText (domain 5.2).
  seenBy: seenBy("Gop"),
  needs: {
    groupMembers: People,
    /** Whoever grants the group its time. */
    sponsors: People,
    /** The school year of the group, when it is active. */
    activeIn: Schema.NullOr(SchoolYear),
    liveGop: Schema.NullOr(Id),
    /** Goals of whoever asks that are open to this group. */
    sharedGoals: Schema.Array(Id),
    openThemes: Schema.Array(Id),
    /** What whoever asks does well and gladly, by their own ratings. */
    talents: Schema.Array(Ref),
    /** What members opened of their profiles to this group, in counts per competence; too few sharers is no row. */
    board: Schema.Array(Row)
  },
  states: {
    Draft: plan,
    Proposed: proposed,
    Agreed: agreedPlan,
    Active: active,
    Evaluated: evaluated,
    Closed: plan,
    Rejected: plan
  },
  events: {
    GopOpened: { from: ["Start"], to: "Draft", payload: { groupId: Id, schoolYear: SchoolYear } },
    GoalContributed: { from: ["Draft"], to: "Same", payload: Source.fields },
    ContributionWithdrawn: {
      from: writing,
      to: "Same",
      payload: { source: Id },
      takesBack: { event: "GoalContributed", named: "id", by: "source" }
    },
    QualityOffered: { from: [...writing, "Agreed", "Active"], to: "Same", payload: Offer.fields },
    QualityWithdrawn: {
      from: writing,
      to: "Same",
      payload: { offer: Id },
      takesBack: { event: "QualityOffered", named: "id", by: "offer" }
    },
    HaveNeedBoardBuilt: { from: ["Draft"], to: "Same", payload: { rows: Schema.Array(Row) } },
    GopProposed: { from: writing, to: "Proposed", payload: goals },
    /** What it was made of is no longer all there: the group words it anew. */
    ProposalLapsed: { from: ["Proposed"], to: "Draft" },
    GopConsented: { from: ["Proposed"], to: "Same", payload: { by: Person } },
    GopObjected: { from: ["Proposed"], to: "Same", payload: { by: Person, text: maybe(brought(280)) } },
    GopRejected: { from: ["Proposed"], to: "Rejected" },
    GopAgreed: { from: ["Proposed"], to: "Agreed" },
    GopDiscussed: { from: ["Agreed"], to: "Same", payload: { on: Day } },
    GopActivated: { from: ["Agreed"], to: "Active", payload: { deadlines: Schema.Array(Deadline) } },
    /** A new version is written. The one before stands until the new one is agreed. */
    GopReopened: { from: ["Agreed", "Active"], to: "Draft" },
    GopEvaluated: { from: ["Active"], to: "Evaluated", payload: { evaluation: agreed(1000) } },
    GopClosed: { from: [...writing, ...standing], to: "Closed" }
  },
  commands: {
    Open: {
      by: ["Member"],
      emits: ["GopOpened"],
      needs: ["activeIn", "liveGop"],
      refuses: [No.GopGroupNotActive, No.GopExists],
      payload: { groupId: Id }
    },
    /** As a tag or in words of your own; what a plan says stays in the plan. */
    Contribute: {
      by: ["Member"],
      emits: ["GoalContributed"],
      needs: ["sharedGoals", "openThemes"],
      refuses: [No.SourceExists, GrantMissing, No.NoSuchThemeYet, No.RowNotShown, No.NothingBrought],
      payload: { source: Id, ...source }
    },
    WithdrawContribution: {
      by: ["Contributor"],
      emits: ["ContributionWithdrawn", "ProposalLapsed"],
      refuses: [No.NoSuchSource],
      payload: { source: Id }
    },
    OfferQuality: {
      by: ["Member"],
      emits: ["QualityOffered"],
      needs: ["talents"],
      refuses: [No.OfferExists, No.NothingBrought, No.NotYourTalent],
      payload: { offer: Id, competence: maybe(Ref), text: Offer.fields.text }
    },
    WithdrawOffer: {
      by: ["Member"],
      emits: ["QualityWithdrawn", "ProposalLapsed"],
      refuses: [No.NoSuchOfferOfYours],
      payload: { offer: Id }
    },
    BuildHaveNeedBoard: { by: ["System"], emits: ["HaveNeedBoardBuilt"], needs: ["board"] },
    /** Other words are a new proposal, and everybody is asked again. */
    ProposeText: {
      by: ["Member"],
      emits: ["GopProposed"],
      refuses: [NoWords, No.GoalWithoutSource, No.OfferNotMade, No.NamedByAnother],
      payload: goals
    },
    Consent: { by: ["Contributor"], emits: ["GopConsented"], refuses: [No.ConsentedAlready] },
    Object: { by: ["Contributor"], emits: ["GopObjected"], payload: { text: maybe(brought(280)) } },
    Reject: { by: ["Member"], emits: ["GopRejected"], refuses: [No.NobodyObjects] },
    /** Follows by itself when the last one said yes; a member who asks for it earlier hears who is still to say so. */
    Agree: { by: ["Member", "System"], emits: ["GopAgreed"], refuses: [No.ConsentIncomplete] },
    DiscussWithLeader: { by: ["Member", "Leader"], emits: ["GopDiscussed"], payload: { on: Day } },
    Activate: {
      by: ["Member"],
      emits: ["GopActivated"],
      refuses: [No.DeadlineMissing],
      payload: { deadlines: Schema.Array(Deadline) }
    },
    Reopen: { by: ["Member"], emits: ["GopReopened"] },
    Evaluate: { by: ["Member"], emits: ["GopEvaluated"], refuses: [NoWords], payload: { evaluation: agreed(1000) } },
    /** By the group when it was evaluated; by the system once its school year is over, whatever came of it. */
    Close: { by: ["Member", "System"], emits: ["GopClosed"], refuses: [No.GopNotEvaluated, YearNotOver] },
    /** Somebody left the group: what they brought and offered goes with them, as far as it was not agreed. */
    LetGo: {
      by: ["System"],
      emits: ["ContributionWithdrawn", "QualityWithdrawn", "ProposalLapsed"],
      needs: ["groupMembers"],
      refuses: [No.StillInGroup, No.NoSuchSource],
      payload: { person: Person }
    }
  }
})
