/** The registry: every machine of the domain. Whatever adapts the domain to a terminal, a network or a page loops over this. */
import { CompetenceFramework } from "./CompetenceFramework.ts"
import { CompetenceProfile } from "./CompetenceProfile.ts"
import { Conversation } from "./Conversation.ts"
import { ConversationCycle } from "./ConversationCycle.ts"
import type { Answers } from "./Elsewhere.ts"
import { EmployeeCycle } from "./EmployeeCycle.ts"
import { FunctionProfile } from "./FunctionProfile.ts"
import { Gop } from "./Gop.ts"
import { GopText } from "./GopText.ts"
import { Intervision } from "./Intervision.ts"
import { IpbTheme } from "./IpbTheme.ts"
import type * as Machine from "./Machine.ts"
import type * as machines from "./Machines.ts"
import { CompetenceFrameworkNeeds } from "./needs/CompetenceFramework.ts"
import { CompetenceProfileNeeds } from "./needs/CompetenceProfile.ts"
import { ConversationNeeds } from "./needs/Conversation.ts"
import { ConversationCycleNeeds } from "./needs/ConversationCycle.ts"
import { EmployeeCycleNeeds } from "./needs/EmployeeCycle.ts"
import { FunctionProfileNeeds } from "./needs/FunctionProfile.ts"
import { GopNeeds } from "./needs/Gop.ts"
import { GopTextNeeds } from "./needs/GopText.ts"
import { IntervisionNeeds } from "./needs/Intervision.ts"
import { IpbThemeNeeds } from "./needs/IpbTheme.ts"
import { OtherViewNeeds } from "./needs/OtherView.ts"
import { PapNeeds } from "./needs/Pap.ts"
import { PopNeeds } from "./needs/Pop.ts"
import { PopAgreementNeeds } from "./needs/PopAgreement.ts"
import { PopGroupNeeds } from "./needs/PopGroup.ts"
import { PortfolioNeeds } from "./needs/Portfolio.ts"
import { PortfolioEntryNeeds } from "./needs/PortfolioEntry.ts"
import { ProgrammeNeeds } from "./needs/Programme.ts"
import { PulseNeeds } from "./needs/Pulse.ts"
import { PulseAnswersNeeds } from "./needs/PulseAnswers.ts"
import { RosteredMomentNeeds } from "./needs/RosteredMoment.ts"
import { SharedViewNeeds } from "./needs/SharedView.ts"
import { StaffNeeds } from "./needs/Staff.ts"
import { TimeBudgetNeeds } from "./needs/TimeBudget.ts"
import { OtherView } from "./OtherView.ts"
import { Pap } from "./Pap.ts"
import { Pop } from "./Pop.ts"
import { PopAgreement } from "./PopAgreement.ts"
import { PopGroup } from "./PopGroup.ts"
import { Portfolio } from "./Portfolio.ts"
import { PortfolioEntry } from "./PortfolioEntry.ts"
import { Programme } from "./Programme.ts"
import { Pulse } from "./Pulse.ts"
import { PulseAnswers } from "./PulseAnswers.ts"
import { RosteredMoment } from "./RosteredMoment.ts"
import { SharedView } from "./SharedView.ts"
import { Staff } from "./Staff.ts"
import { TimeBudget } from "./TimeBudget.ts"

/** A machine, and where the facts it needs come from. */
export interface Entry<L extends Machine.Spec> {
  readonly machine: Machine.Machine<L>
  readonly answers: Answers<L>
}

/** A line of the registry. */
export const entry = <L extends Machine.Spec>(machine: Machine.Machine<L>, answers: Answers<L>): Entry<L> => ({
  machine,
  answers
})

/** Some registry: this one, or this one with machines of your own. */
export type Domain = Readonly<Record<string, Entry<any>>>

/** Every machine under its own name. */
export const domain: { readonly [Name in keyof typeof machines]: Entry<Machine.Of<(typeof machines)[Name]>> } = {
  Staff: entry(Staff, StaffNeeds),
  TimeBudget: entry(TimeBudget, TimeBudgetNeeds),
  RosteredMoment: entry(RosteredMoment, RosteredMomentNeeds),
  PopGroup: entry(PopGroup, PopGroupNeeds),
  Intervision: entry(Intervision, IntervisionNeeds),
  Pap: entry(Pap, PapNeeds),
  CompetenceFramework: entry(CompetenceFramework, CompetenceFrameworkNeeds),
  FunctionProfile: entry(FunctionProfile, FunctionProfileNeeds),
  CompetenceProfile: entry(CompetenceProfile, CompetenceProfileNeeds),
  OtherView: entry(OtherView, OtherViewNeeds),
  Portfolio: entry(Portfolio, PortfolioNeeds),
  PortfolioEntry: entry(PortfolioEntry, PortfolioEntryNeeds),
  Pop: entry(Pop, PopNeeds),
  PopAgreement: entry(PopAgreement, PopAgreementNeeds),
  SharedView: entry(SharedView, SharedViewNeeds),
  Gop: entry(Gop, GopNeeds),
  GopText: entry(GopText, GopTextNeeds),
  IpbTheme: entry(IpbTheme, IpbThemeNeeds),
  ConversationCycle: entry(ConversationCycle, ConversationCycleNeeds),
  EmployeeCycle: entry(EmployeeCycle, EmployeeCycleNeeds),
  Conversation: entry(Conversation, ConversationNeeds),
  Pulse: entry(Pulse, PulseNeeds),
  PulseAnswers: entry(PulseAnswers, PulseAnswersNeeds),
  Programme: entry(Programme, ProgrammeNeeds)
}
