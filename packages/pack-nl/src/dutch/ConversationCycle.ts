import type { Domain, Glossary, Machine } from "@groeikring/core"
import { fields, refusals } from "./FieldsAndSteps.ts"

export const conversationCycle: Glossary.MachineWords<Machine.Of<typeof Domain.domain.ConversationCycle.machine>> = {
  name: "Gesprekkencyclus",
  states: {
    Proposed: "voorgelegd aan de MR",
    Withheld: "de MR zei nee",
    Consented: "de MR stemde in",
    Running: "loopt",
    Evaluated: "geëvalueerd",
    Closed: "afgesloten"
  },
  commands: {
    Propose: "een regeling voorstellen",
    Consent: "ermee instemmen",
    WithholdConsent: "er niet mee instemmen",
    Start: "de cyclus beginnen",
    Evaluate: "evalueren",
    Close: "afsluiten"
  },
  help: {
    Propose: "Welke gesprekken iedereen in een jaar heeft, en met welke termijnen.",
    Consent: "Het personeelsdeel van de MR zegt ja, in een brief.",
    WithholdConsent: "Het personeelsdeel van de MR zegt nee, in een brief.",
    Start: "Vanaf nu worden de gesprekken van het jaar gepland.",
    Evaluate: "Hoe ging het, voor beide kanten?",
    Close: "Het jaar is voorbij."
  },
  events: {
    RegulationProposed: "stelde een regeling voor",
    RegulationConsented: "stemde in met de regeling",
    ConsentWithheld: "stemde niet in met de regeling",
    CycleStarted: "begon de gesprekkencyclus",
    CycleEvaluated: "evalueerde de gesprekkencyclus",
    CycleClosed: "sloot de gesprekkencyclus af"
  },
  roles: {
    Colleague: "een collega",
    Leader: "een leidinggevende",
    Hr: "personeelszaken",
    Pmr: "het personeelsdeel van de MR"
  },
  fields: {
    ...fields,
    announceAppraisalDays: "dagen vóór een beoordeling",
    announceDays: "dagen vóór een gesprek",
    appraisals: "met beoordelingen",
    consent: "brief met instemming",
    document: "document",
    evaluation: "evaluatie",
    letter: "brief van de MR",
    months: "maanden",
    objectionDays: "dagen om bezwaar te maken",
    performanceTalks: "functioneringsgesprekken vóór een beoordeling",
    reportWorkingDays: "werkdagen voor het verslag",
    signDays: "dagen om te tekenen",
    talks: "gesprekken van het jaar",
    terms: "termijnen"
  },
  choices: {
    type: {
      GoalSetting: "doelstellingengesprek",
      Pop: "POP-gesprek",
      Progress: "voortgangsgesprek",
      Performance: "functioneringsgesprek",
      Appraisal: "beoordelingsgesprek"
    }
  },
  refusals: {
    RegulationExists: ({ regulation, schoolYear }) =>
      `Voor ${schoolYear} is er al een regeling: ${regulation}. Stel je wijzigingen daar voor.`,
    NoTalkAboutWork:
      "Iedereen heeft in een jaar een voortgangs- of een functioneringsgesprek, en in deze regeling staat geen van beide. Voeg er een toe.",
    AppraisalNotInRegulation: refusals.AppraisalNotInRegulation,
    YearNotOver: refusals.YearNotOver
  }
}
