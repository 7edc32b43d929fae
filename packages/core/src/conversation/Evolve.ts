/** What is true of the conversation after the fact? */
import * as Machine from "../Machine.ts"
import { ConversationLifecycle } from "./Lifecycle.ts"

export const evolve = Machine.evolving(ConversationLifecycle, {
  ConversationPlanned: (_, talk) => ({ ...talk, agenda: [], evidence: [] }),
  ConversationReplanned: (talk, { on }) => ({ ...talk, on, settledBy: [] }),
  // What the leader before signed or agreed to, the next leader decides anew.
  ConversationHandedOver: (talk, { leaderId }) => {
    const next = { leaderId, plannedBy: talk.plannedBy === talk.leaderId ? leaderId : talk.plannedBy }
    return talk._tag === "AgendaOpen" ? { ...talk, ...next, settledBy: talk.settledBy.filter((one) => one === talk.employeeId) }
      : talk._tag === "Reported" || talk._tag === "Responded"
      ? { ...talk, ...next, signatures: talk.signatures.filter(({ by }) => by === talk.employeeId) }
      : { ...talk, ...next }
  },
  AgendaOpened: (talk) => ({ ...talk, settledBy: [] }),
  AgendaItemAdded: (talk, { _tag, ...item }) => ({ ...talk, agenda: [...talk.agenda, item], settledBy: [] }),
  EvidenceAttached: (talk, { kind, ref }) => ({ ...talk, evidence: [...talk.evidence, { kind, ref }] }),
  EvidenceDetached: (talk, { kind, ref }) =>
    ({ ...talk, evidence: talk.evidence.filter((one) => one.kind !== kind || one.ref !== ref) }),
  AgendaAgreed: (talk, { by }) => ({ ...talk, settledBy: [...talk.settledBy, by] }),
  AgendaClosed: (talk) => talk,
  ConversationHeld: (talk, { reportBefore }) => ({ ...talk, reportBefore }),
  JudgementRecorded: (talk, { by, framework, text }) => ({ ...talk, judgement: { by, framework, text } }),
  ReportDrafted: (talk, { agreements, at, late, text }) => ({ ...talk, text, agreements, late, reportedAt: at, signatures: [] }),
  EmployeeResponded: (talk, { view }) => ({ ...talk, view }),
  ReportSigned: (talk, { by, how }) => ({ ...talk, signatures: [...talk.signatures, { by, how }] }),
  SignatureWithheld: (talk) => talk,
  SigningCompleted: (talk, { agreed }) => ({ ...talk, agreed, kept: [], missed: [], filingAllowed: false }),
  ObjectionOpened: (talk, { agreed, objectBefore }) => ({ ...talk, agreed, objectBefore, kept: [], missed: [] }),
  ObjectionMade: (talk, { objection }) => ({ ...talk, objection, withdrawn: false }),
  // Who was to decide has nothing to read any more.
  ObjectionWithdrawn: ({ decider: _decider, ...talk }) => ({ ...talk, withdrawn: true }),
  DeciderNamed: (talk, { decider }) => ({ ...talk, decider }),
  ObjectionDecided: (talk, { by, decision, outcome }) => ({ ...talk, decision, outcome, decidedBy: by }),
  AppraisalFinalised: (talk) => talk,
  PromiseKept: (talk, { agreement }) => ({ ...talk, kept: [...talk.kept, agreement] }),
  // A promise that is kept after all stays a promise that was missed first.
  PromiseMissed: (talk, { agreement }) => ({ ...talk, missed: [...talk.missed, agreement] }),
  FilingAllowed: (talk) => ({ ...talk, filingAllowed: true }),
  ReportFiled: (talk) => talk,
  ReportWithheld: (talk) => talk,
  WithheldErased: (talk) => talk,
  RetentionBegun: (talk, { keepUntil }) => ({ ...talk, keepUntil }),
  ReportDestroyed: (talk) => talk,
  ConversationCancelled: (talk) => talk
})
