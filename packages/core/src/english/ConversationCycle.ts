import { type MachineWords, said } from "../Glossary.ts"
import type * as Machine from "../Machine.ts"
import type { ConversationCycle } from "../ConversationCycle.ts"
import { fields as shared } from "./FieldsAndSteps.ts"

export const conversationCycle: MachineWords<Machine.Of<typeof ConversationCycle>> = {
  name: "Conversation cycle",
  states: {
    Proposed: "proposed to the council",
    Withheld: "the council said no",
    Consented: "the council said yes",
    Running: "running",
    Evaluated: "evaluated",
    Closed: "closed"
  },
  commands: {
    Propose: "propose a regulation",
    Consent: "give consent",
    WithholdConsent: "withhold consent",
    Start: "start the cycle",
    Evaluate: "evaluate it",
    Close: "close it"
  },
  help: {
    Propose: "Which talks everybody has in a year, and on what terms.",
    Consent: "The staff part of the council says yes, in a letter.",
    WithholdConsent: "The staff part of the council says no, in a letter.",
    Start: "From here on the talks of the year are planned.",
    Evaluate: "How did it go, for both sides?",
    Close: "The year is over."
  },
  events: {
    RegulationProposed: "proposed a regulation",
    RegulationConsented: "gave consent to the regulation",
    ConsentWithheld: "withheld consent to the regulation",
    CycleStarted: "started the conversation cycle",
    CycleEvaluated: "evaluated the conversation cycle",
    CycleClosed: "closed the conversation cycle"
  },
  roles: {
    Colleague: "colleague",
    Leader: "a leader",
    Hr: "human resources",
    Pmr: "the staff part of the council"
  },
  fields: {
    ...shared,
    announceAppraisalDays: "days before an appraisal",
    announceDays: "days before a conversation",
    appraisals: "with appraisals",
    consent: "letter of consent",
    document: "document",
    evaluation: "evaluation",
    letter: "letter of the council",
    months: "months",
    objectionDays: "days to object",
    performanceTalks: "performance talks before an appraisal",
    reportWorkingDays: "working days for the report",
    signDays: "days to sign",
    talks: "talks of the year",
    terms: "terms"
  },
  choices: {
    type: {
      GoalSetting: "goal-setting talk",
      Pop: "POP talk",
      Progress: "progress talk",
      Performance: "performance talk",
      Appraisal: "appraisal"
    }
  },
  refusals: {
    RegulationExists: said,
    NoTalkAboutWork: said,
    AppraisalNotInRegulation: said,
    YearNotOver: said
  }
}
