import type { Domain, Glossary, Machine } from "@groeikring/core"
import { fields } from "./FieldsAndSteps.ts"

export const programme: Glossary.MachineWords<Machine.Of<typeof Domain.domain.Programme.machine>> = {
  name: "Programma",
  states: {
    Pilot: "pilot",
    MidTerm: "middellange termijn",
    LongTerm: "lange termijn",
    Embedded: "hoort bij de school",
    Stopped: "gestopt"
  },
  commands: {
    StartPilot: "begin een pilot",
    HoldKickoff: "houd de startbijeenkomst",
    SetBounds: "geef de grenzen aan",
    MarkInfrastructure: "geef aan wat er is",
    CountBreach: "tel een moment dat niet doorging",
    TableMeasurement: "zet een puls op de agenda",
    EvaluatePilot: "evalueer de pilot",
    EvaluateHorizon: "kijk terug op dit deel",
    MoveHorizon: "ga door naar het volgende deel",
    Stop: "stop"
  },
  help: {
    StartPilot: "Eerst uitproberen en terugkijken, dan pas verder. De MR weet ervan.",
    HoldKickoff: "Waar het over gaat, en een eerste ronde in een groep.",
    SetBounds: "Binnen deze grenzen kiest ieder zelf.",
    MarkInfrastructure: "Zijn de uren, de momenten en de rest er?",
    CountBreach: "Een moment kreeg niet op tijd een andere dag.",
    TableMeasurement: "Het team praat erover bij het terugkijken.",
    EvaluatePilot: "Met het team: wat leverde het op?",
    EvaluateHorizon: "Met het team: zijn we toe aan het volgende deel?",
    MoveHorizon: "Als het team terugkeek, en er is wat nodig is.",
    Stop: "Wat mensen voor zichzelf maakten, blijft van hen."
  },
  events: {
    PilotStarted: "begon een pilot",
    KickoffHappened: "hield de startbijeenkomst",
    BoundsSet: "gaf de grenzen aan",
    InfrastructureMarked: "gaf aan wat er is",
    BreachCounted: "telde een moment dat niet doorging",
    MeasurementTabled: "zette een puls op de agenda",
    PilotEvaluated: "evalueerde de pilot",
    HorizonEvaluated: "keek terug op dit deel",
    MidTermReached: "ging door naar de middellange termijn",
    LongTermReached: "ging door naar de lange termijn",
    ProgrammeEmbedded: "maakte het deel van de school",
    ProgrammeStopped: "stopte het programma"
  },
  roles: {
    Leader: "een leidinggevende",
    Colleague: "een collega",
    Pmr: "het personeelsdeel van de MR"
  },
  fields: {
    ...fields,
    assumptions: "aannames",
    bounds: "grenzen",
    breaches: "niet nagekomen momenten",
    bureau: "bureau",
    claim: "bewering",
    condition: "hoe het ervoor staat",
    document: "document",
    euros: "euro’s",
    evaluation: "evaluatie",
    expectedResults: "verwachte resultaten",
    frameworks: "raamwerken",
    informed: "brief aan de MR",
    infrastructure: "infrastructuur",
    instructionMinutes: "minuten uitleg",
    kickoff: "startbijeenkomst",
    part: "onderdeel",
    practiceMinutes: "minuten oefenen",
    pulse: "puls",
    schools: "scholen",
    terms: "begrippen",
    themes: "thema’s",
    HoursAgreed: "uren in de jaartaak",
    SessionsRostered: "bijeenkomsten in het rooster",
    PausesRostered: "professionele pauzes in het rooster",
    CycleConsented: "de gesprekkencyclus",
    PortfolioOpen: "een portfolio voor iedereen",
    FrameworkPublished: "een raamwerk van competenties"
  },
  choices: {
    part: {
      HoursAgreed: "uren in de jaartaak",
      SessionsRostered: "bijeenkomsten in het rooster",
      PausesRostered: "professionele pauzes in het rooster",
      CycleConsented: "de gesprekkencyclus",
      PortfolioOpen: "een portfolio voor iedereen",
      FrameworkPublished: "een raamwerk van competenties"
    },
    condition: {
      Missing: "ontbreekt",
      Planned: "gepland",
      Present: "is er"
    },
    expectedResults: {
      Result1: "zelfvertrouwen en trots",
      Result2: "verantwoordelijk voor je eigen groei",
      Result3: "elkaar ondersteunen",
      Result4: "plezier in het werk"
    },
    HoursAgreed: {
      Missing: "ontbreekt",
      Planned: "gepland",
      Present: "is er",
      Breached: "niet nagekomen"
    },
    SessionsRostered: {
      Missing: "ontbreekt",
      Planned: "gepland",
      Present: "is er",
      Breached: "niet nagekomen"
    },
    PausesRostered: {
      Missing: "ontbreekt",
      Planned: "gepland",
      Present: "is er",
      Breached: "niet nagekomen"
    },
    CycleConsented: {
      Missing: "ontbreekt",
      Planned: "gepland",
      Present: "is er",
      Breached: "niet nagekomen"
    },
    PortfolioOpen: {
      Missing: "ontbreekt",
      Planned: "gepland",
      Present: "is er",
      Breached: "niet nagekomen"
    },
    FrameworkPublished: {
      Missing: "ontbreekt",
      Planned: "gepland",
      Present: "is er",
      Breached: "niet nagekomen"
    }
  },
  refusals: {
    OneSchoolWithoutBureau:
      "Een programma voor meer scholen heeft een bureau dat het leidt, en dat ontbreekt. Noem het, of begin met één school.",
    KickoffHeld: "De startbijeenkomst is al geweest. Ga verder met de groepen.",
    KickoffWithoutInstruction:
      "Bij een startbijeenkomst hoort uitleg, met woorden die daarna iedereen kent. Geef die tijd en begrippen.",
    KickoffWithoutPractice: "Een startbijeenkomst eindigt met een eerste ronde in een groep. Maak daar tijd voor.",
    NotEvaluated: "Het team keek nog niet terug op dit deel. Doe dat eerst samen.",
    NoActiveGroup: "Er is nog geen groep bezig, dus niets loopt vanzelf. Begin eerst een groep.",
    InfrastructureMissing: "De lange termijn rust op wat er is, en iets daarvan ontbreekt nog. Zorg daar eerst voor."
  }
}
