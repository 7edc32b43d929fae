/** The lifecycle of a session: plans first, then one case, then tips, and a new plan at the end. */
import { Schema } from "effect"
import * as Machine from "../Machine.ts"
import { ItemType, Method } from "../Method.ts"
import { seenBy } from "../Privacy.ts"
import { Settings } from "../Settings.ts"
import { Id, Instant, maybe, Minutes, People, Person } from "../Vocabulary.ts"
import * as No from "./Refusals.ts"
import {
  choosing, content, DuePap, duties, facts, inner, Item, moment, Note, Offer, parade, planned, ready, running, Snapshot, Tip, writing
} from "./Session.ts"

const early = ["Planned", "Ready"] as const
const underway = ["Opened", "ReviewingPaps", "ChoosingCase", "Intervision", "TipParade", "PapWriting", "Closing"] as const
const touched = ["PapWriting", "Closing"] as const
const withItems = ["Intervision", "TipParade", "PapWriting", "Closing", "Held"] as const

export const IntervisionLifecycle = Machine.lifecycle("Intervision", {
  roles: {
    Member: "groupMembers",
    Attendee: "attendees",
    Facilitator: "facilitator",
    Guardian: "guardian",
    CaseGiver: "caseGiver"
  },
  foundBy: ["groupId", "momentId"],
  // The sheet is for those who were there (domain 5.2); the group knows who came and how long.
  seenBy: seenBy("Intervision"),
  // Who leaves the group reads no sheet of it any more, also of a meeting where they were (domain 5.3, C8).
  among: "Member",
  // What is written in silence is shown together, when the step is over (domain 3.1).
  unsaid: { while: "hidden", by: "by" },
  needs: {
    groupMembers: People,
    groupIsActive: Schema.Boolean,
    momentIsRostered: Schema.Boolean,
    rotation: People,
    openPaps: Schema.Array(DuePap),
    reviewedPaps: Schema.Array(Id),
    method: Schema.NullOr(Method),
    intervisionMinutes: Minutes,
    sessionsHeld: Minutes,
    safetyStopOpen: Schema.Boolean,
    nextSessionAt: Schema.NullOr(Instant),
    adoptedThemes: Schema.Array(Id),
    /** Those of the frameworks that were published. */
    competences: Schema.Array(Id),
    settings: Settings
  },
  states: {
    Planned: planned,
    Ready: ready,
    Opened: running,
    ReviewingPaps: running,
    ChoosingCase: choosing,
    Intervision: inner,
    TipParade: parade,
    PapWriting: writing,
    Closing: writing,
    Held: { ...facts, ...content },
    Cancelled: planned,
    Postponed: planned,
    Stopped: facts,
    Purged: facts
  },
  events: {
    SessionPlanned: { from: ["Start"], to: "Planned", payload: { groupId: Id, ...moment } },
    AttendanceConfirmed: { from: early, to: "Same", payload: { person: Person } },
    SignedOff: { from: early, to: "Same", payload: { person: Person } },
    ThemeLinked: { from: [...early, ...underway], to: "Same", payload: { themeId: Id } },
    CompetenceNamed: { from: touched, to: "Same", payload: { competence: Id } },
    RolesAssigned: { from: early, to: "Ready", payload: duties },
    SessionOpened: { from: ["Ready"], to: "Opened", payload: { at: Instant } },
    PapsBrought: { from: ["Opened"], to: "Same", payload: { due: Schema.Array(DuePap) } },
    PapReviewStarted: { from: ["Opened"], to: "ReviewingPaps" },
    PapReviewSkipped: { from: ["ReviewingPaps"], to: "Same", payload: { pap: Id } },
    CaseOffered: { from: ["ReviewingPaps", "ChoosingCase"], to: "ChoosingCase", payload: Offer.fields },
    CaseWithdrawn: {
      from: ["ChoosingCase"],
      to: "Same",
      payload: { caseGiver: Person },
      takesBack: { event: "CaseOffered", named: "caseGiver", by: "caseGiver" }
    },
    CaseWaived: { from: ["ReviewingPaps", "ChoosingCase"], to: "PapWriting", payload: { at: Instant } },
    CaseChosen: { from: ["ChoosingCase"], to: "Same", payload: { caseGiver: Person } },
    MethodMarkedKnown: { from: ["ChoosingCase"], to: "Same", payload: { method: Id } },
    MethodChosen: { from: ["ChoosingCase"], to: "Same", payload: { method: Snapshot } },
    IntervisionStarted: { from: ["ChoosingCase"], to: "Intervision", payload: { caseGiver: Person, method: Snapshot, at: Instant } },
    StepStarted: { from: ["Intervision"], to: "Same", payload: { step: Minutes, at: Instant } },
    StepEnded: { from: ["Intervision"], to: "Same", payload: { step: Minutes } },
    StepOverran: { from: ["Intervision", "TipParade"], to: "Same" },
    StepExtended: { from: ["Intervision", "TipParade"], to: "Same", payload: { minutes: Minutes } },
    ItemCaptured: { from: ["Intervision"], to: "Same", payload: Item.fields },
    NoteKept: { from: ["Intervision", "TipParade", "PapWriting"], to: "Same", payload: Note.fields },
    IntervisionEnded: { from: ["Intervision"], to: "Same" },
    TipParadeStarted: { from: ["Intervision"], to: "TipParade", payload: { order: People, minutes: Minutes, at: Instant } },
    TipOffered: { from: ["TipParade"], to: "Same", payload: Tip.fields, anonymous: true },
    TurnPassed: { from: ["Intervision", "TipParade"], to: "Same", anonymous: true },
    TipParadeEnded: { from: ["TipParade"], to: "PapWriting", payload: { at: Instant } },
    TipsChosen: { from: ["PapWriting"], to: "Same", payload: { caseGiver: Person, tips: Schema.Array(Id) } },
    ClosingStarted: { from: ["PapWriting"], to: "Closing" },
    SessionHeld: { from: ["Closing"], to: "Held", payload: { at: Instant } },
    TimeOutCalled: { from: underway, to: "Same", payload: { at: Instant } },
    TimeOutEnded: { from: underway, to: "Same", payload: { at: Instant } },
    SteppedOut: { from: underway, to: "Same", payload: { person: Person } },
    CameBack: { from: underway, to: "Same", payload: { person: Person } },
    FacilitationHandedOver: { from: ["Ready", ...underway], to: "Same", payload: { to: Person } },
    // No reason is asked, and nobody but those present hears of it.
    SessionStopped: { from: underway, to: "Stopped", payload: { at: Instant }, anonymous: true, forgets: true },
    ItemRedacted: {
      from: withItems,
      to: "Same",
      payload: { item: Id },
      takesBack: { event: "ItemCaptured", named: "id", by: "item" }
    },
    SessionCancelled: { from: early, to: "Cancelled" },
    SessionPostponed: { from: early, to: "Postponed" },
    SessionReplanned: { from: ["Postponed"], to: "Planned", payload: moment },
    SessionContentPurged: { from: ["Held", "Stopped"], to: "Purged", forgets: true }
  },
  commands: {
    Plan: {
      by: ["Member", "System"],
      emits: ["SessionPlanned"],
      needs: ["groupIsActive", "momentIsRostered"],
      refuses: [No.GroupNotActive, No.MomentNotRostered],
      payload: { groupId: Id, ...moment }
    },
    ConfirmAttendance: { by: ["Member"], emits: ["AttendanceConfirmed"] },
    SignOff: { by: ["Member"], emits: ["SignedOff"] },
    /** A theme can be the focus of a session. Nobody has to bring a case for it. */
    LinkTheme: {
      by: ["Member"],
      emits: ["ThemeLinked"],
      needs: ["adoptedThemes"],
      refuses: [No.ThemeNotAdopted],
      payload: { themeId: Id }
    },
    /** Competences are talked about and stay so: at the end the group says which one this was about, if any (S8.4). */
    NameCompetence: {
      by: ["Attendee"],
      emits: ["CompetenceNamed"],
      needs: ["competences"],
      refuses: [No.NoSuchCompetence, No.CompetenceNamedAlready],
      payload: { competence: Id }
    },
    AssignRoles: {
      by: ["Member"],
      emits: ["RolesAssigned"],
      needs: ["rotation", "settings"],
      refuses: [No.TooFewPresent, No.NotPresent, No.NotTheirTurnToFacilitate],
      payload: duties
    },
    Open: {
      by: ["Facilitator"],
      emits: ["SessionOpened"],
      needs: ["settings"],
      refuses: [No.TooFewPresent, No.NotPresent],
      payload: { confidentialityShown: Schema.Literals([true]) }
    },
    BringPaps: { by: ["System"], emits: ["PapsBrought"], needs: ["openPaps"] },
    StartPapReview: { by: ["Facilitator"], emits: ["PapReviewStarted"], refuses: [No.PapsNotBroughtYet] },
    SkipPapReview: { by: ["Attendee"], emits: ["PapReviewSkipped"], refuses: [No.NotYourPap], payload: { pap: Id } },
    OfferCase: {
      by: ["Attendee"],
      emits: ["CaseOffered"],
      needs: ["reviewedPaps"],
      refuses: [No.PapReviewFirst, No.NotVoluntary, No.CaseWithoutQuestion, No.FacilitatorIsCaseGiver],
      payload: Offer.fields
    },
    /** Also when the only case was taken back: nobody has to bring another. */
    WaiveCase: { by: ["Facilitator"], emits: ["CaseWaived"], needs: ["reviewedPaps"], refuses: [No.PapReviewFirst, No.CaseOnTheTable] },
    /** A case may be taken back as long as the intervision has not begun; after that there is `StopSafely`. */
    WithdrawCase: { by: ["Attendee"], emits: ["CaseWithdrawn"], refuses: [No.NoSuchOffer] },
    ChooseCase: {
      by: ["Attendee"],
      emits: ["CaseChosen"],
      refuses: [No.NoSuchOffer, No.FacilitatorIsCaseGiver],
      payload: { caseGiver: Person }
    },
    MarkMethodKnown: { by: ["Facilitator"], emits: ["MethodMarkedKnown"], payload: { method: Id } },
    ChooseMethod: {
      by: ["CaseGiver", "Facilitator"],
      emits: ["MethodChosen"],
      needs: ["method", "intervisionMinutes", "sessionsHeld", "safetyStopOpen", "settings"],
      refuses: [
        No.CaseNotChosen, No.NoSuchMethod, No.MethodNeedsTrust, No.MethodNotKnown, No.MethodNeedsOtherSize, No.MethodDoesNotFit
      ],
      payload: { method: Id }
    },
    StartIntervision: {
      by: ["Facilitator"],
      emits: ["IntervisionStarted"],
      refuses: [No.CaseNotChosen, No.MethodNotChosen, No.FacilitatorIsCaseGiver]
    },
    NextStep: { by: ["Facilitator"], emits: ["StepEnded", "StepStarted"], refuses: [No.NoStepsLeft, No.ClockStopped] },
    StepBack: { by: ["Facilitator"], emits: ["StepEnded", "StepStarted"], refuses: [No.FirstStep] },
    ExtendStep: {
      by: ["Facilitator"],
      emits: ["StepExtended"],
      needs: ["settings"],
      refuses: [No.AlreadyExtended, No.ExtensionTooLong],
      payload: { minutes: Minutes }
    },
    /** Time that is over is noted; a step never jumps by itself. */
    NoteOverrun: { by: ["System", "Facilitator"], emits: ["StepOverran"], refuses: [No.StillInTime] },
    CaptureItem: {
      by: ["Attendee"],
      emits: ["ItemCaptured"],
      refuses: [
        No.NoteIsPrivate, No.ClockStopped, No.AdviceBeforeTipParade, No.SilentStep, No.CaseGiverMustListen, No.PeersMustListen, No.NotYourFloor, No.NotYourTurn
      ],
      payload: { item: Id, type: ItemType, words: Item.fields.words }
    },
    KeepNote: { by: ["Attendee"], emits: ["NoteKept"], payload: { note: Id, words: Note.fields.words } },
    EndIntervision: {
      by: ["Facilitator"],
      emits: ["StepEnded", "IntervisionEnded", "TipParadeStarted"],
      needs: ["settings"],
      refuses: [No.StepsLeft]
    },
    OfferTip: {
      by: ["Attendee"],
      emits: ["TipOffered"],
      refuses: [No.ClockStopped, No.CaseGiverMustListen, No.NotYourTurn],
      payload: { tip: Id, words: Tip.fields.words, named: maybe(Schema.Boolean) }
    },
    PassTurn: {
      by: ["Attendee"],
      emits: ["TurnPassed"],
      refuses: [No.ClockStopped, No.NoRoundHere, No.CaseGiverMustListen, No.NotYourTurn]
    },
    EndTipParade: { by: ["Facilitator", "System"], emits: ["TipParadeEnded"], refuses: [No.ParadeNotOver] },
    ChooseTips: {
      by: ["CaseGiver"],
      emits: ["TipsChosen"],
      refuses: [No.NoSuchTip],
      payload: { tips: Schema.Array(Id).check(Schema.isMaxLength(3)) }
    },
    Close: { by: ["Facilitator"], emits: ["ClosingStarted", "SessionHeld"], payload: { closingRound: maybe(Schema.Boolean) } },
    CallTimeOut: { by: ["Attendee"], emits: ["TimeOutCalled"], refuses: [No.ClockStopped] },
    EndTimeOut: { by: ["Attendee"], emits: ["TimeOutEnded"], refuses: [No.ClockRuns] },
    StepOut: { by: ["Attendee"], emits: ["SteppedOut"], refuses: [No.NoOneElseLeft] },
    ComeBack: { by: ["Attendee"], emits: ["CameBack"] },
    /** Also by the guardian, when whoever leads has dropped out. */
    HandOverFacilitation: {
      by: ["Facilitator", "Guardian"],
      emits: ["FacilitationHandedOver"],
      refuses: [No.NotPresent, No.FacilitatorIsCaseGiver],
      payload: { to: Person }
    },
    StopSafely: { by: ["Attendee"], emits: ["SessionStopped"] },
    RedactItem: { by: ["CaseGiver", "Attendee"], emits: ["ItemRedacted"], refuses: [No.NotYourItem], payload: { item: Id } },
    Cancel: { by: ["Member", "System"], emits: ["SessionCancelled"] },
    Postpone: { by: ["Member", "System"], emits: ["SessionPostponed"] },
    Replan: {
      by: ["Member", "System"],
      emits: ["SessionReplanned"],
      needs: ["momentIsRostered"],
      refuses: [No.MomentNotRostered],
      payload: moment
    },
    PurgeContent: {
      by: ["System"],
      emits: ["SessionContentPurged"],
      needs: ["nextSessionAt", "settings"],
      refuses: [No.SessionStillKept]
    }
  }
})
