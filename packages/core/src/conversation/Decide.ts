/** May this happen in the conversation, and what is the fact? */
import * as Machine from "../Machine.ts"
import { day, schoolYearOf, startOf } from "../Vocabulary.ts"
import { differences, type Terms } from "./Kinds.ts"
import { ConversationLifecycle } from "./Lifecycle.ts"
import * as No from "./Refusals.ts"
import { coaching } from "./Talk.ts"

/**
 * The end of a term in working days, Monday to Friday. It knows no holidays: those differ by region and board, and a
 * report is late by the calendar alone.
 */
export const workingDaysAfter = (at: number, days: number): number => {
  let end = at
  // The first of January 1970 was a Thursday.
  for (let left = days; left > 0; left -= isWeekend(end) ? 0 : 1) end += day
  return end
}
const isWeekend = (at: number) => (Math.floor(at / day) + 3) % 7 > 4

const mayNotAppraise = (
  { performanceTalks: needed }: Terms,
  appraiser: string,
  { coaches, performanceTalks: held }: { readonly coaches: ReadonlyArray<string>; readonly performanceTalks: number }
) =>
  held < needed ? new No.AppraisalWithoutPerformanceTalks({ held, needed })
    : coaches.includes(appraiser) ? new No.AppraiserConflict()
    : undefined

const isSame = (one: { readonly kind: string; readonly ref: string }) => (other: { readonly kind: string; readonly ref: string }) =>
  one.kind === other.kind && one.ref === other.ref

const opensObjection = ({ terms }: { readonly terms: Terms }, agreed: boolean, at: number) =>
  ({ _tag: "ObjectionOpened", agreed, objectBefore: at + terms.objectionDays * day }) as const

/** A promise of the employer: to a day, and agreed by both. */
const promiseIn = (
  { agreed, agreements }: {
    readonly agreed: boolean
    readonly agreements: ReadonlyArray<{ readonly id: string; readonly by: "Employee" | "Employer"; readonly before?: string }>
  },
  agreement: string
) => (agreed ? agreements.find(({ before, by, id }) => id === agreement && by === "Employer" && before !== undefined) : undefined)

/** An objection runs, or may yet come. */
const isHeld = (
  { _tag, objectBefore = 0, withdrawn = false }: { readonly _tag: string; readonly objectBefore?: number; readonly withdrawn?: boolean },
  at: number
) => (_tag === "Objected" && !withdrawn) || (_tag === "ObjectionOpen" && at < objectBefore)

export const decide = Machine.deciding(ConversationLifecycle, {
  Plan: (_, asked, { actor, leadersOf, regulation, settings, ...known }) => {
    const { employeeId, leaderId, on, schoolYear, type } = asked
    const side = actor === employeeId ? "Employee" : "Leader"
    const terms = regulation?.terms ?? settings.conversationTerms
    return actor !== employeeId && actor !== leaderId ? new No.NotBetweenYou()
      : !(leadersOf[employeeId] ?? []).includes(leaderId) ? new No.NotTheirLeader({ leader: leaderId })
      : !differences[type].askedBy.includes(side) ? new No.NotYoursToAsk({ type })
      : schoolYearOf(on) !== schoolYear ? new No.OtherSchoolYear({ schoolYear })
      // What an employee may ask for, they may always ask for.
      : regulation === null && side === "Leader" ? new No.NoRegulationRunning({ schoolYear })
      : type === "Appraisal" && regulation?.appraisals !== true ? new No.AppraisalNotInRegulation()
      : (type === "Appraisal" ? mayNotAppraise(terms, leaderId, known) : undefined)
        ?? { ...asked, _tag: "ConversationPlanned", plannedBy: actor, terms }
  },
  Replan: ({ schoolYear }, { on }) =>
    schoolYearOf(on) === schoolYear ? { _tag: "ConversationReplanned", on } : new No.OtherSchoolYear({ schoolYear }),
  HandOver: ({ employeeId }, { leaderId }, { leadersOf }) =>
    (leadersOf[employeeId] ?? []).includes(leaderId)
      ? { _tag: "ConversationHandedOver", leaderId }
      : new No.NotTheirLeader({ leader: leaderId }),
  AddAgendaItem: ({ _tag, agenda }, { about, item: id, text }, { actor }) => {
    const added = { _tag: "AgendaItemAdded", id, by: actor, text, ...(about !== undefined && { about }) } as const
    return about !== undefined && coaching.some((kind) => kind === about.kind) ? new No.ContentNotShareableToFile()
      : agenda.some((item) => item.id === id) ? new No.AgendaItemExists()
      : text.isEmpty ? new No.WithoutWords()
      : _tag === "Planned" ? [{ _tag: "AgendaOpened" }, added]
      : added
  },
  AttachEvidence: ({ _tag, evidence }, { kind, ref }, { opened }) => {
    const attached = { _tag: "EvidenceAttached", kind, ref } as const
    return !opened.some(isSame(attached)) ? new No.NotOpenedToThis()
      : evidence.some(isSame(attached)) ? new No.AttachedAlready()
      : _tag === "Planned" ? [{ _tag: "AgendaOpened" }, attached]
      : attached
  },
  DetachEvidence: ({ evidence }, { kind, ref }) =>
    evidence.some(isSame({ kind, ref })) ? { _tag: "EvidenceDetached", kind, ref } : new No.NotAttached(),
  SetAgenda: ({ employeeId, on, settledBy, terms, type }, _, { actor, at }) => {
    const days = type === "Appraisal" ? terms.announceAppraisalDays : terms.announceDays
    const today = at - at % day
    const agrees = { _tag: "AgendaAgreed", by: actor } as const
    return startOf(on) - today < days * day ? new No.AnnouncedTooLate({ days })
      : !differences[type].equal ? (actor === employeeId ? new No.AppraisalIsAnnounced() : [agrees, { _tag: "AgendaClosed" }])
      : settledBy.includes(actor) ? new No.AgendaSetAlready()
      : settledBy.length === 0 ? agrees
      : [agrees, { _tag: "AgendaClosed" }]
  },
  RecordHeld: ({ employeeId, leaderId, on, terms }, { present }, { at }) =>
    at < startOf(on) ? new No.ConversationNotYet({ on })
      : ![employeeId, leaderId].every((one) => present.includes(one)) ? new No.BothMustBePresent()
      : { _tag: "ConversationHeld", at, reportBefore: workingDaysAfter(at, terms.reportWorkingDays) },
  RecordJudgement: (talk, { framework, text }, { actor, appraisalFrameworks, ...known }) =>
    talk.type !== "Appraisal" ? new No.NotAnAppraisal()
      : talk._tag === "Reported" && talk.signatures.length > 0 ? new No.ReportSignedAlready()
      : text.isEmpty ? new No.WithoutWords()
      : !appraisalFrameworks.some((one) => one.framework === framework.framework && one.version === framework.version)
      ? new No.FrameworkNotConsented()
      : mayNotAppraise(talk.terms, actor, known) ?? { _tag: "JudgementRecorded", by: actor, framework, text },
  DraftReport: (talk, report, { actor, at }) => {
    const writer = differences[talk.type].writtenBy
    return actor !== (writer === "Employee" ? talk.employeeId : talk.leaderId) ? new No.NotYoursToWrite({ writer })
      : talk._tag === "Reported" && talk.signatures.length > 0 ? new No.ReportSignedAlready()
      : report.text.isEmpty ? new No.WithoutWords()
      : !differences[talk.type].equal && report.agreements.length > 0 ? new No.AppraisalAgreesNothing()
      : { ...report, _tag: "ReportDrafted", at, late: talk._tag === "Held" ? at > talk.reportBefore : talk.late }
  },
  Respond: ({ type }, { view }) =>
    differences[type].writtenBy === "Employee" ? new No.OwnReport()
      : view.isEmpty ? new No.WithoutWords()
      : { _tag: "EmployeeResponded", view },
  Sign: (talk, { how }, { actor, at }) => {
    const signs = { _tag: "ReportSigned", by: actor, how } as const
    const agreed = [...talk.signatures, signs].every((signature) => signature.how === "Agreed")
    return talk.signatures.some(({ by }) => by === actor) ? new No.ReportSignedAlready()
      : talk.type === "Appraisal" && talk.judgement === undefined ? new No.JudgementMissing()
      : talk.signatures.length === 0 ? signs
      : [signs, talk.type === "Appraisal" ? opensObjection(talk, agreed, at) : { _tag: "SigningCompleted", agreed }]
  },
  NoteUnsigned: (talk, _, { at }) => {
    const until = talk.reportedAt + talk.terms.signDays * day
    return talk.type !== "Appraisal" ? new No.NotAnAppraisal()
      : talk.judgement === undefined ? new No.JudgementMissing()
      : at < until ? new No.StillTimeToSign({ until })
      : [{ _tag: "SignatureWithheld" }, opensObjection(talk, false, at)]
  },
  Object: ({ objectBefore: until }, { objection }, { at }) =>
    at >= until ? new No.ObjectionTooLate({ until })
      : objection.isEmpty ? new No.WithoutWords()
      : { _tag: "ObjectionMade", objection },
  WithdrawObjection: ({ withdrawn }) => withdrawn ? new No.ObjectionIsWithdrawn() : { _tag: "ObjectionWithdrawn" },
  NameDecider: ({ employeeId, judgement, leaderId, withdrawn }, { decider }) =>
    withdrawn ? new No.ObjectionIsWithdrawn()
      : [employeeId, leaderId, judgement?.by].includes(decider) ? new No.DeciderIsAppraiser()
      : { _tag: "DeciderNamed", decider },
  DecideObjection: (_, decision, { actor }) =>
    decision.decision.isEmpty ? new No.WithoutWords() : { ...decision, _tag: "ObjectionDecided", by: actor },
  Finalise: (talk, _, { at }) =>
    talk._tag === "ObjectionOpen" && at < talk.objectBefore
      ? new No.ObjectionStillPossible({ until: talk.objectBefore })
      : talk._tag === "Objected" && !talk.withdrawn ? new No.ObjectionUndecided()
      : { _tag: "AppraisalFinalised" },
  ConfirmKept: (talk, { agreement }) =>
    promiseIn(talk, agreement) === undefined ? new No.NoSuchPromise()
      : talk.kept.includes(agreement) ? new No.PromiseKeptAlready()
      : { _tag: "PromiseKept", agreement },
  ReportMissed: (talk, { agreement }, { at }) => {
    const before = promiseIn(talk, agreement)?.before
    return before === undefined ? new No.NoSuchPromise()
      : talk.kept.includes(agreement) ? new No.PromiseKeptAlready()
      : talk.missed.includes(agreement) ? new No.PromiseMissedAlready()
      : at < startOf(before) + day ? new No.PromiseNotDue({ before })
      : { _tag: "PromiseMissed", agreement }
  },
  AllowFiling: ({ type }) => type === "Career" ? { _tag: "FilingAllowed" } : new No.NotACareerTalk(),
  File: (talk) =>
    talk._tag === "Signed" && talk.type === "Career" && !talk.filingAllowed
      ? new No.EmployeeDecidesFiling()
      : { _tag: "ReportFiled" },
  Withhold: ({ type }) => type === "Career" ? { _tag: "ReportWithheld" } : new No.NotACareerTalk(),
  Erase: () => ({ _tag: "WithheldErased" }),
  BeginRetention: ({ employeeId }, _, { at, settings: { fileKeptDays }, staff }) =>
    staff.includes(employeeId)
      ? new No.KeptInFile({ until: null })
      : { _tag: "RetentionBegun", keepUntil: at + fileKeptDays * day },
  Destroy: (talk, _, { at }) =>
    isHeld(talk, at) ? new No.RetentionHold()
      : at < (talk.keepUntil ?? Infinity) ? new No.KeptInFile({ until: talk.keepUntil ?? null })
      : { _tag: talk._tag === "Withheld" ? "WithheldErased" : "ReportDestroyed" },
  DestroyEarly: (talk, _, { at }) => isHeld(talk, at) ? new No.RetentionHold() : { _tag: "ReportDestroyed" },
  Cancel: ({ plannedBy }, _, { actor }) =>
    actor === plannedBy || actor === Machine.system ? { _tag: "ConversationCancelled" } : new No.NotYoursToCancel()
})
