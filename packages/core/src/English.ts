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
import { type Glossary, said, word } from "./Glossary.ts"

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
    NotAllowed: ({ by, machine }) => {
      const people = by.filter((role) => role !== "System").map((role) => theRole(machine, role))
      return people.length === 0
        ? "This happens by itself, so nobody has to do it. Wait a moment for it."
        : `This is not up to you, but to ${either(people)}. Ask there.`
    },
    IllegalCommand: ({ command, machine, possible, state }) => {
      const stands = state === "Start" ? "does not exist yet" : `is “${word(english, machine, "states", state)}”`
      const now = possible.map((one) => word(english, machine, "commands", one)).join(", ") || "nothing"
      return `Not possible now: ${word(english, machine, "commands", command)}, because this ${stands}. What is possible: ${now}.`
    },
    InvalidCommand: said,
    ImpossibleEvent: said,
    NeedsInput: ({ fields }, machine = "") =>
      `This can be done now. Tell: ${fields.map((field) => word(english, machine, "fields", field)).join(", ")}.`,
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
  wrong: (problem) => problem,
  cards: {
    Confidant: "A session was stopped. If you want to talk about it: the confidant of your school listens, outside the group. Is somebody in danger, a child or you? There the confidence ends: follow the reporting code of your school, outside this tool.",
    TryYourPlan: "The first occasion for your plan is there. Good luck.",
    LookBackSoon: "Soon you look back on your plan with the group. How did it go?",
    GiveRecognition: "A success was celebrated in your group. What did you see them do well? Tell them, in their profile.",
    KeepQuadrant: "You look back on your plan. Keep the quadrant of today in your folder? Then you can lay it beside the one of next year.",
    TryAnotherMethod: "Your group chose this method the last few times as well. That is fine. If you feel like something new: others fit your time too."
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

const either = (people: ReadonlyArray<string>) => [...people.slice(0, -2), people.slice(-2).join(" or ")].join(", ")
/** A role in a sentence: some are called with what comes before them, and others are not. */
const theRole = (machine: string, name: string): string => {
  const role = word(english, machine, "roles", name)
  if (/^(the|an?|who|whoever|somebody|human) /.test(role)) return role
  return /^(colleague|member|participant)$/.test(role) ? `a ${role}` : `the ${role}`
}
