import type { Domain, Glossary, Machine } from "@groeikring/core"
import { fields } from "./FieldsAndSteps.ts"

export const competenceFramework: Glossary.MachineWords<Machine.Of<typeof Domain.domain.CompetenceFramework.machine>> = {
  name: "Competentieraamwerk",
  states: {
    Draft: "concept",
    Consulted: "in overleg",
    Published: "vastgesteld",
    Superseded: "opgevolgd door een nieuwere versie",
    Withdrawn: "ingetrokken"
  },
  commands: {
    Draft: "een versie opstellen",
    Edit: "bewerken",
    Propose: "een competentie voorstellen",
    Submit: "voorleggen voor overleg",
    Consent: "ermee instemmen",
    Return: "terugnemen",
    Publish: "vaststellen",
    Supersede: "de nieuwere versie melden",
    Withdraw: "intrekken"
  },
  help: {
    Draft: "De competenties van één versie, en waar ze vandaan komen.",
    Edit: "Pas de tekst aan, met of zonder wat collega’s voorstelden.",
    Propose: "Iets wat ontbreekt, in je eigen woorden.",
    Submit: "Vanaf nu wordt erover gepraat, en verandert de tekst niet.",
    Consent: "Het personeelsdeel van de MR zegt ja, en waarop.",
    Return: "Het overleg bracht iets anders: bewerk het opnieuw.",
    Publish: "Vanaf nu verandert deze versie nooit meer.",
    Supersede: "Een nieuwere versie neemt de plaats in. Wat mensen invulden houdt zijn betekenis.",
    Withdraw: "Het wordt niet meer gebruikt."
  },
  events: {
    FrameworkDrafted: "stelde een raamwerk op",
    FrameworkEdited: "bewerkte het raamwerk",
    CompetenceProposed: "stelde een competentie voor",
    FrameworkSubmitted: "legde het raamwerk voor",
    FrameworkConsented: "stemde in met het raamwerk",
    FrameworkReturned: "nam het raamwerk terug",
    FrameworkPublished: "stelde het raamwerk vast",
    FrameworkSuperseded: "meldde de nieuwere versie van het raamwerk",
    FrameworkWithdrawn: "trok het raamwerk in"
  },
  roles: {
    Colleague: "een collega",
    Leader: "een leidinggevende",
    Hr: "personeelszaken",
    Pmr: "het personeelsdeel van de MR"
  },
  fields: {
    ...fields,
    attitudes: "houding",
    basis: "grondslag",
    behaviours: "wat je iemand ziet doen",
    consent: "instemming van de MR",
    core: "in het kort",
    described: "omschrijving",
    document: "document",
    functions: "voor welke functie",
    insights: "inzichten",
    kind: "soort",
    knowledge: "kennis",
    personalityAspects: "persoonlijkheid",
    place: "plek",
    predecessor: "vorige versie",
    proposals: "voorstellen",
    replacedBy: "wat waarvoor in de plaats kwam",
    resembles: "lijkt op",
    skills: "vaardigheden",
    successor: "nieuwere versie",
    usedForAppraisal: "gebruikt bij beoordelen"
  },
  choices: {
    kind: {
      Functional: "functioneel",
      PersonalExamples: "persoonlijke voorbeelden",
      Mixed: "allebei",
      Personal: "persoonlijk"
    }
  },
  refusals: {
    FrameworkFrozen: ({ framework, version }) =>
      `Versie ${version} van ${framework} is er al, en een versie verandert nooit. Maak de volgende versie.`,
    NoCompetencesYet: "In dit raamwerk staat nog niets om over te praten. Voeg eerst een competentie toe.",
    FunctionMissing: ({ competences }) =>
      `Een functionele competentie hoort bij een functie, en die ontbreekt bij: ${competences.join(", ")}. Zeg voor welke functie ze zijn.`,
    ReplacementMissing: ({ competences }) =>
      `In de vorige versie stonden competenties die hier weg zijn: ${competences.join(", ")}. Zeg van elk wat ervoor in de plaats kwam, of dat hij vervalt.`,
    ReplacementUnknown: ({ competences }) =>
      `Er komt iets in de plaats wat niet in dit raamwerk staat: ${competences.join(", ")}. Kies competenties uit deze versie.`,
    RegulationNotConsented:
      "Met iets waarop mensen beoordeeld worden moet het personeelsdeel van de MR instemmen, en dat staat er niet. Vraag het hun eerst.",
    NoSuccessor: "Geen vastgestelde versie zegt dat hij deze opvolgt. Stel eerst de volgende versie vast.",
    RatedRecently: ({ days }) =>
      `Iemand keek de laatste ${days} dagen met dit raamwerk naar zichzelf. Laat het staan tot niemand dat meer doet.`
  }
}
