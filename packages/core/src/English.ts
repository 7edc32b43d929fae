/** The words of the domain in English. What a refusal says in English stands with the refusal itself. */
import { competenceFramework } from "./english/CompetenceFramework.ts"
import { competenceProfile } from "./english/CompetenceProfile.ts"
import { conversation } from "./english/Conversation.ts"
import { conversationCycle } from "./english/ConversationCycle.ts"
import { employeeCycle } from "./english/EmployeeCycle.ts"
import { functionProfile } from "./english/FunctionProfile.ts"
import { gop } from "./english/Gop.ts"
import { gopText } from "./english/GopText.ts"
import { intervision } from "./english/Intervision.ts"
import { ipbTheme } from "./english/IpbTheme.ts"
import { otherView } from "./english/OtherView.ts"
import { pap } from "./english/Pap.ts"
import { pop } from "./english/Pop.ts"
import { popAgreement } from "./english/PopAgreement.ts"
import { popGroup } from "./english/PopGroup.ts"
import { portfolio } from "./english/Portfolio.ts"
import { portfolioEntry } from "./english/PortfolioEntry.ts"
import { programme } from "./english/Programme.ts"
import { pulse } from "./english/Pulse.ts"
import { pulseAnswers } from "./english/PulseAnswers.ts"
import { rosteredMoment } from "./english/RosteredMoment.ts"
import { sharedView } from "./english/SharedView.ts"
import { staff } from "./english/Staff.ts"
import { timeBudget } from "./english/TimeBudget.ts"
import { type Glossary, said } from "./Glossary.ts"

export const english: Glossary = {
  language: "en",
  machines: {
    Staff: staff,
    TimeBudget: timeBudget,
    RosteredMoment: rosteredMoment,
    PopGroup: popGroup,
    Intervision: intervision,
    Pap: pap,
    CompetenceFramework: competenceFramework,
    FunctionProfile: functionProfile,
    CompetenceProfile: competenceProfile,
    OtherView: otherView,
    Portfolio: portfolio,
    PortfolioEntry: portfolioEntry,
    Pop: pop,
    PopAgreement: popAgreement,
    SharedView: sharedView,
    Gop: gop,
    GopText: gopText,
    IpbTheme: ipbTheme,
    ConversationCycle: conversationCycle,
    EmployeeCycle: employeeCycle,
    Conversation: conversation,
    Pulse: pulse,
    PulseAnswers: pulseAnswers,
    Programme: programme
  },
  roles: { Founder: "whoever starts it", System: "the process rules" },
  refusals: {
    NotAllowed: said,
    IllegalCommand: said,
    InvalidCommand: said,
    ImpossibleEvent: said,
    NeedsInput: said,
    Conflict: said,
    UnknownMachine: said,
    NothingToSee: said,
    ReservedActor: said,
    ClockWentBack: said,
    CommandIdTaken: said,
    RulesGoRound: said,
    NoSuchSuggestion: said,
    Unreadable: said,
    Forgotten: said,
    WordsHeld: said,
    DamagedExport: said,
    OtherFacts: said,
    StoreDamaged: said
  },
  cards: {
    Confidant: "A session was stopped. If you want to talk about it: the confidant of your school listens, outside the group.",
    TryYourPlan: "Today is the first occasion for your plan. Good luck.",
    LookBackSoon: "In a few days you look back on your plan with the group. How did it go?"
  },
  unfit: {
    StandsAlone: "stands alone, does not fit in a meeting",
    TooLong: "does not fit in so many minutes",
    TooFewPeople: "needs more people",
    TooManyPeople: "is for fewer people",
    NeedsTrust: "needs a group that has met more often",
    SafetyStopOpen: "waits until the group has met well again after a stop",
    NotKnown: "asks a facilitator who knows it"
  }
}
