import type { Domain, Glossary, Machine } from "@groeikring/core"
import { fields } from "./Shared.ts"

export const pulse: Glossary.MachineWords<Machine.Of<typeof Domain.domain.Pulse.machine>> = {
  name: "Puls",
  states: {
    Designed: "ontworpen",
    Consented: "akkoord",
    Open: "open",
    Closed: "gesloten",
    Reported: "gerapporteerd",
    Suppressed: "te weinig antwoorden om te laten zien"
  },
  commands: {
    Design: "ontwerp een puls",
    Consent: "stem in namens het personeel",
    Agree: "ga akkoord als lid",
    Open: "open de puls",
    Close: "sluit de puls",
    Report: "laat zien wat mag"
  },
  help: {
    Design: "Welke vragen, en voor wie. Een groep zie je pas terug vanaf vijf antwoorden.",
    Consent: "Het personeelsdeel van de MR stemt in met een puls van de school, in een brief.",
    Agree: "Een puls van je groep begint als iedereen akkoord is.",
    Open: "Vanaf nu kan iedereen die meedoet één keer antwoorden.",
    Close: "Hierna kan niemand meer antwoorden.",
    Report: "Alleen getallen waarin je niemand herkent."
  },
  events: {
    MeasurementDesigned: "ontwierp een puls",
    MeasurementAgreed: "ging akkoord met de puls",
    MeasurementConsented: "stemde in met de puls",
    MeasurementOpened: "opende de puls",
    MeasurementClosed: "sloot de puls",
    MeasurementReported: "bracht de uitkomst van de puls",
    MeasurementSuppressed: "liet niets zien: te weinig antwoorden"
  },
  roles: {
    Colleague: "een collega",
    Leader: "een leidinggevende",
    Hr: "personeelszaken",
    Pmr: "het personeelsdeel van de MR",
    Member: "een lid van de groep"
  },
  fields: {
    ...fields,
    agreed: "wie akkoord is",
    answers: "antwoorden",
    arrows: "pijlen",
    consent: "brief met instemming",
    document: "document",
    instrument: "vragenlijst",
    items: "vragen",
    licence: "licentie",
    mean: "gemiddelde",
    means: "gemiddelden",
    scale: "schaal",
    trend: "richting",
    unit: "onderdeel",
    units: "onderdelen"
  },
  choices: {
    scale: {
      Autonomy: "autonomie",
      Relatedness: "relatie",
      Competence: "competentie",
      SelfWorth: "zelfwaardering",
      Result1: "zelfvertrouwen en trots",
      Result2: "verantwoordelijk voor je eigen groei",
      Result3: "elkaar ondersteunen",
      Result4: "plezier in het werk"
    },
    trend: {
      Up: "omhoog",
      Down: "omlaag"
    },
    reason: {
      TooFewAnswers: "te weinig antwoorden"
    }
  },
  refusals: {
    LicenceMissing: ({ instrument }) =>
      `De vragenlijst ${instrument} is van iemand anders, en er is geen licentie genoemd. Vraag die aan, of gebruik de puls van je eigen school.`,
    InTwoUnits: "Iemand staat in meer dan één onderdeel en zou dubbel tellen. Noem iedereen één keer.",
    OutsideTheGroup:
      "Een puls van een groep is alleen voor de leden, en heeft één onderdeel. Haal de anderen eraf, of meet de hele school.",
    ConsentOfOthers: "Bij een puls van de school stemt de MR in, bij een puls van een groep de leden. Vraag het daar."
  }
}
