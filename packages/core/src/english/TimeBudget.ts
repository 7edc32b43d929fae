import { type MachineWords, said } from "../Glossary.ts"
import type * as Machine from "../Machine.ts"
import type { TimeBudget } from "../TimeBudget.ts"
import { fields as shared } from "./FieldsAndSteps.ts"

export const timeBudget: MachineWords<Machine.Of<typeof TimeBudget>> = {
  name: "Year task",
  states: {
    Draft: "draft",
    Proposed: "proposed",
    Disputed: "disputed",
    Agreed: "agreed",
    InYear: "running",
    Settling: "being settled",
    Settled: "settled",
    Closed: "closed",
    WagesOnly: "kept for wages only",
    Destroyed: "destroyed"
  },
  commands: {
    Draft: "draft a year task",
    Propose: "propose it",
    Agree: "agree",
    BeginYear: "begin the year",
    Dispute: "disagree",
    Book: "book time",
    ReserveMoney: "keep money",
    ProposeReallocation: "propose to move minutes",
    AcceptReallocation: "accept the move",
    ProposeSettlement: "propose a settlement",
    AcceptSettlement: "accept the settlement",
    Close: "close it",
    BeginRetention: "begin its term",
    Reduce: "keep what counts for wages",
    Destroy: "destroy it"
  },
  help: {
    Draft: "The hours of one colleague in one school year, line by line.",
    Propose: "Show it to the colleague whose year it is.",
    Agree: "These are the hours of your year.",
    BeginYear: "From now on time is booked on it.",
    Dispute: "Say what is not right. Then you talk about it.",
    Book: "Note time that was spent.",
    ReserveMoney: "Keep euros for what was promised.",
    ProposeReallocation: "Other minutes for other things, in the same whole. The other side decides.",
    AcceptReallocation: "Agree to the minutes that the other side proposed.",
    ProposeSettlement: "What was not used: save it, or let it go.",
    AcceptSettlement: "Agree to what the other side proposed for the end of the year.",
    Close: "Nothing is changed after this.",
    BeginRetention: "Its owner left. From now on it is kept for a while.",
    Reduce: "What counts for wages stays; the rest goes for good.",
    Destroy: "The term for wages is over."
  },
  events: {
    BudgetDrafted: "drafted a year task",
    BudgetProposed: "proposed the year task",
    BudgetAgreed: "agreed to the year task",
    BudgetDisputed: "disagreed with the year task",
    YearBegun: "began the year",
    TimeBooked: "booked time in the year task",
    MoneyReserved: "kept money for what was promised",
    ReallocationProposed: "proposed to move minutes",
    TimeReallocated: "moved minutes",
    SettlementProposed: "proposed a settlement",
    BudgetSettled: "settled the year task",
    BudgetClosed: "closed the year task",
    BudgetRetentionBegun: "began the term of the year task",
    BudgetReduced: "kept of the year task what counts for wages",
    BudgetDestroyed: "destroyed the year task"
  },
  roles: {
    Owner: "the employee",
    Leader: "the leader",
    AnyLeader: "a leader",
    Hr: "human resources"
  },
  fields: {
    ...shared,
    attendance: "attendance for part-timers",
    booked: "booked",
    cao: "collective agreement",
    earmarks: "set aside for",
    fte: "part of a full-time job",
    line: "line",
    lines: "lines",
    keepUntil: "kept until",
    euros: "euros",
    reserved: "euros kept",
    money: "euros for learning",
    normMinutes: "minutes of the year task",
    objection: "what is not right",
    personId: "employee",
    proposed: "proposal",
    purpose: "purpose",
    ref: "for what",
    saved: "saved",
    writtenConsent: "written consent to more teaching"
  },
  choices: {
    attendance: { Full: "every session in full", ProRata: "in proportion to the job" },
    line: {
      Teaching: "teaching",
      Prep: "preparation",
      Professionalisation: "professionalisation",
      Sustainable: "employability",
      Other: "other work"
    },
    purpose: { Session: "sessions", Pap: "action plans", Talk: "talks", Pause: "professional pauses", PopWork: "work on the POP" }
  },
  refusals: {
    NoCaoForYear: said,
    BudgetNotBalanced: said,
    TeachingOverMax: said,
    NoTimeForDevelopment: said,
    EarmarkOverLine: said,
    BudgetExceeded: said,
    BookedAlready: said,
    StillWorksHere: said,
    KeptInFile: said,
    MoneyExceeded: said,
    ReservedAlready: said,
    BookedMoreThanThat: said,
    OwnProposal: said,
    NothingProposed: said,
    SavingTooLong: said,
    SavingTooMuch: said
  }
}
