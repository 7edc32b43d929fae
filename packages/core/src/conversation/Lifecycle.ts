/** The lifecycle of a conversation: an agenda of two, a report, a response, signatures, and a file that ends. */
import { Schema } from "effect"
import { FrameworkVersion } from "../Competence.ts"
import * as Machine from "../Machine.ts"
import { seenBy } from "../Privacy.ts"
import { Settings } from "../Settings.ts"
import { Day, Id, Instant, maybe, Minutes, People, Person, SchoolYear } from "../Vocabulary.ts"
import { Kind, Terms } from "./Kinds.ts"
import * as No from "./Refusals.ts"
import { About, AgendaItem, decision, Evidence, How, Judgement, Line, planned, report, Signature, states, Text } from "./Talk.ts"

const before = ["Planned", "AgendaOpen", "AgendaSet"] as const
const written = ["Reported", "Responded"] as const
const underway = [...before, "Held", ...written] as const
/** A career talk has no response: its report is the employee's own. */
const ofCareer = ["Held", "Reported", "Signed"] as const
const promised = ["Signed", "Filed"] as const
const inFile = ["Held", ...written, "Signed", "ObjectionOpen", "Objected", "Decided", "Final", "Filed"] as const

const mayNotAppraise = [No.AppraisalWithoutPerformanceTalks, No.AppraiserConflict] as const
const anAgreement = { agreement: Id }

export const ConversationLifecycle = Machine.lifecycle("Conversation", {
  roles: { Employee: "employeeId", Leader: "leaderId", Decider: "decider", Hr: "hr", FileReader: "fileReaders" },
  foundBy: ["employeeId", "leaderId", "schoolYear"],
  holds: ["ObjectionOpen", "Objected"],
  // The two who have it; whoever decides an objection, as long as they decide; HR what is in the file (domain 5.2).
  seenBy: seenBy("Conversation"),
  needs: {
    hr: People,
    /** HR, once this is in the file; an appraisal is in it as soon as it is signed. */
    fileReaders: People,
    staff: People,
    leadersOf: Schema.Record(Person, People),
    /** What the running regulation of that school year says. */
    regulation: Schema.NullOr(Schema.Struct({ appraisals: Schema.Boolean, terms: Terms })),
    /** Performance talks that the employee had since their last appraisal. */
    performanceTalks: Minutes,
    /** Who led a session of the employee, or is in a group with them. */
    coaches: People,
    /** What the employee opened to this conversation or to its leader, and that is open now. */
    opened: Schema.Array(Evidence),
    /** Published, for appraisals, and with the consent of the council. */
    appraisalFrameworks: Schema.Array(FrameworkVersion),
    settings: Settings
  },
  states,
  events: {
    ConversationPlanned: { from: ["Start"], to: "Planned", payload: planned },
    /** On another day the agenda is announced anew. */
    ConversationReplanned: { from: before, to: "AgendaOpen", payload: { on: Day } },
    ConversationHandedOver: { from: underway, to: "Same", payload: { leaderId: Person } },
    AgendaOpened: { from: ["Planned"], to: "AgendaOpen" },
    AgendaItemAdded: { from: ["AgendaOpen"], to: "Same", payload: AgendaItem.fields },
    EvidenceAttached: { from: ["AgendaOpen", "AgendaSet", "Held"], to: "Same", payload: Evidence.fields },
    EvidenceDetached: { from: ["AgendaOpen", "AgendaSet", "Held"], to: "Same", payload: Evidence.fields },
    AgendaAgreed: { from: ["AgendaOpen"], to: "Same", payload: { by: Person } },
    AgendaClosed: { from: ["AgendaOpen"], to: "AgendaSet" },
    ConversationHeld: { from: ["AgendaSet"], to: "Held", payload: { at: Instant, reportBefore: Instant } },
    JudgementRecorded: { from: ["Held", "Reported"], to: "Same", payload: Judgement.fields },
    ReportDrafted: { from: ["Held", "Reported"], to: "Reported", payload: { ...report, at: Instant, late: Schema.Boolean } },
    EmployeeResponded: { from: ["Reported"], to: "Responded", payload: { view: Text } },
    ReportSigned: { from: written, to: "Same", payload: Signature.fields },
    SignatureWithheld: { from: written, to: "Same" },
    SigningCompleted: { from: written, to: "Signed", payload: { agreed: Schema.Boolean } },
    /** An appraisal that was signed can be objected to first. */
    ObjectionOpened: { from: written, to: "ObjectionOpen", payload: { agreed: Schema.Boolean, objectBefore: Instant } },
    ObjectionMade: { from: ["ObjectionOpen"], to: "Objected", payload: { objection: Text } },
    ObjectionWithdrawn: { from: ["Objected"], to: "Same" },
    DeciderNamed: { from: ["Objected"], to: "Same", payload: { decider: Person } },
    ObjectionDecided: { from: ["Objected"], to: "Decided", payload: { ...decision, by: Person } },
    AppraisalFinalised: { from: ["ObjectionOpen", "Objected", "Decided"], to: "Final" },
    PromiseKept: { from: promised, to: "Same", payload: anAgreement },
    PromiseMissed: { from: promised, to: "Same", payload: anAgreement },
    FilingAllowed: { from: ["Signed"], to: "Same" },
    ReportFiled: { from: ["Signed", "Final"], to: "Filed" },
    ReportWithheld: { from: ofCareer, to: "Withheld" },
    WithheldErased: { from: ["Withheld"], to: "Erased", forgets: true },
    RetentionBegun: { from: [...inFile, "Withheld"], to: "Same", payload: { keepUntil: Instant } },
    ReportDestroyed: { from: inFile, to: "Destroyed", forgets: true },
    /** An agenda for nothing is kept for nothing. */
    ConversationCancelled: { from: before, to: "Cancelled", forgets: true }
  },
  commands: {
    Plan: {
      by: ["Founder", "Employee", "Leader"],
      emits: ["ConversationPlanned"],
      needs: ["leadersOf", "regulation", "performanceTalks", "coaches", "settings"],
      refuses: [
        No.NotBetweenYou, No.NotTheirLeader, No.NotYoursToAsk, No.OtherSchoolYear, No.NoRegulationRunning,
        No.AppraisalNotInRegulation, ...mayNotAppraise
      ],
      payload: { type: Kind, employeeId: Person, leaderId: Person, schoolYear: SchoolYear, on: Day }
    },
    Replan: { by: ["Employee", "Leader"], emits: ["ConversationReplanned"], refuses: [No.OtherSchoolYear], payload: { on: Day } },
    /** Another leads this employee now, and the conversation goes on with them. */
    HandOver: {
      by: ["Leader", "Hr"],
      emits: ["ConversationHandedOver"],
      needs: ["leadersOf"],
      refuses: [No.NotTheirLeader],
      payload: { leaderId: Person }
    },
    AddAgendaItem: {
      by: ["Employee", "Leader"],
      emits: ["AgendaOpened", "AgendaItemAdded"],
      refuses: [No.ContentNotShareableToFile, No.AgendaItemExists, No.WithoutWords],
      payload: { item: Id, text: Line, about: maybe(About) }
    },
    AttachEvidence: {
      by: ["Employee"],
      emits: ["AgendaOpened", "EvidenceAttached"],
      needs: ["opened"],
      refuses: [No.NotOpenedToThis, No.AttachedAlready],
      payload: Evidence.fields
    },
    /** By the employee, or because they took back what they had opened. */
    DetachEvidence: {
      by: ["Employee", "System"],
      emits: ["EvidenceDetached"],
      refuses: [No.NotAttached],
      payload: Evidence.fields
    },
    /** Each of the two says yes; the second yes sets it. Of an appraisal the leader sets it, so that it cannot be put off for ever. */
    SetAgenda: {
      by: ["Employee", "Leader"],
      emits: ["AgendaAgreed", "AgendaClosed"],
      refuses: [No.AnnouncedTooLate, No.AppraisalIsAnnounced, No.AgendaSetAlready]
    },
    RecordHeld: {
      by: ["Leader"],
      emits: ["ConversationHeld"],
      refuses: [No.ConversationNotYet, No.BothMustBePresent],
      payload: { present: People }
    },
    RecordJudgement: {
      by: ["Leader"],
      emits: ["JudgementRecorded"],
      needs: ["performanceTalks", "coaches", "appraisalFrameworks"],
      refuses: [No.NotAnAppraisal, No.ReportSignedAlready, No.WithoutWords, No.FrameworkNotConsented, ...mayNotAppraise],
      payload: { framework: FrameworkVersion, text: Text }
    },
    /** A report that comes after its term is late, and still better than none. */
    DraftReport: {
      by: ["Employee", "Leader"],
      emits: ["ReportDrafted"],
      refuses: [No.NotYoursToWrite, No.WithoutWords, No.AppraisalAgreesNothing, No.ReportSignedAlready],
      payload: report
    },
    /** The zienswijze: it stands beside the report, whose text does not change after it. */
    Respond: { by: ["Employee"], emits: ["EmployeeResponded"], refuses: [No.OwnReport, No.WithoutWords], payload: { view: Text } },
    Sign: {
      by: ["Employee", "Leader"],
      emits: ["ReportSigned", "SigningCompleted", "ObjectionOpened"],
      refuses: [No.ReportSignedAlready, No.JudgementMissing],
      payload: { how: How }
    },
    /** Who does not sign an appraisal does not stop it; the term for an objection begins. */
    NoteUnsigned: {
      by: ["Leader"],
      emits: ["SignatureWithheld", "ObjectionOpened"],
      refuses: [No.NotAnAppraisal, No.JudgementMissing, No.StillTimeToSign]
    },
    Object: {
      by: ["Employee"],
      emits: ["ObjectionMade"],
      refuses: [No.ObjectionTooLate, No.WithoutWords],
      payload: { objection: Text }
    },
    WithdrawObjection: { by: ["Employee"], emits: ["ObjectionWithdrawn"], refuses: [No.ObjectionIsWithdrawn] },
    NameDecider: {
      by: ["Hr"],
      emits: ["DeciderNamed"],
      refuses: [No.ObjectionIsWithdrawn, No.DeciderIsAppraiser],
      payload: { decider: Person }
    },
    DecideObjection: { by: ["Decider"], emits: ["ObjectionDecided"], refuses: [No.WithoutWords], payload: decision },
    Finalise: { by: ["System", "Hr"], emits: ["AppraisalFinalised"], refuses: [No.ObjectionStillPossible, No.ObjectionUndecided] },
    /** Whoever was promised something says that it came. */
    ConfirmKept: {
      by: ["Employee"],
      emits: ["PromiseKept"],
      refuses: [No.NoSuchPromise, No.PromiseKeptAlready],
      payload: anAgreement
    },
    ReportMissed: {
      by: ["Employee", "System"],
      emits: ["PromiseMissed"],
      refuses: [No.NoSuchPromise, No.PromiseKeptAlready, No.PromiseMissedAlready, No.PromiseNotDue],
      payload: anAgreement
    },
    AllowFiling: { by: ["Employee"], emits: ["FilingAllowed"], refuses: [No.NotACareerTalk] },
    File: { by: ["System", "Hr"], emits: ["ReportFiled"], refuses: [No.EmployeeDecidesFiling] },
    /** Nothing of this is filed: from now on the employee alone can read it. */
    Withhold: { by: ["Employee"], emits: ["ReportWithheld"], refuses: [No.NotACareerTalk] },
    Erase: { by: ["Employee"], emits: ["WithheldErased"] },
    /** The employee has left, and the term of the file begins. */
    BeginRetention: {
      by: ["System"],
      emits: ["RetentionBegun"],
      needs: ["staff", "settings"],
      refuses: [No.KeptInFile]
    },
    Destroy: {
      by: ["System", "Hr"],
      emits: ["ReportDestroyed", "WithheldErased"],
      refuses: [No.RetentionHold, No.KeptInFile]
    },
    /** Before the term: the interests of employee and employer were weighed. */
    DestroyEarly: { by: ["Hr"], emits: ["ReportDestroyed"], refuses: [No.RetentionHold] },
    Cancel: { by: ["Employee", "Leader", "System"], emits: ["ConversationCancelled"], refuses: [No.NotYoursToCancel] }
  }
})
