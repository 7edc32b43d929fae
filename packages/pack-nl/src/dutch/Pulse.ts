import type { Domain, Glossary, Machine } from "@groeikring/core"
import { fields } from "./FieldsAndSteps.ts"

export const pulse: Glossary.MachineWords<Machine.Of<typeof Domain.domain.Pulse.machine>> = {
  name: "Puls",
  states: {
    Designed: "ontworpen",
    Consented: "akkoord",
    Open: "open",
    Closed: "gesloten",
    Reported: "uitkomst bekend",
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
    Consent:
      "Het personeelsdeel van de MR stemt in met een brief: met een puls van de school, of met wat een groep ook buiten wil laten zien.",
    Agree: "Een puls van je groep begint als iedereen akkoord is.",
    Open: "Vanaf nu kan iedereen die meedoet één keer antwoorden.",
    Close: "Hierna kan niemand meer antwoorden.",
    Report: "Alleen getallen waarin je niemand herkent."
  },
  events: {
    MeasurementDesigned: "ontwierp een puls",
    MeasurementAgreed: "ging akkoord met de puls",
    OutsideAgreed: "stemde ermee in dat de uitkomst ook buiten de groep te zien is",
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
    closesOn: "laatste dag om te antwoorden",
    consent: "brief met instemming",
    document: "document",
    instrument: "vragenlijst",
    items: "vragen",
    licence: "licentie",
    livingPop: "deel van de mensen met een POP dat leeft",
    mean: "gemiddelde",
    means: "gemiddelden",
    reportedOn: "uitkomst op",
    reportOutside: "ook buiten de groep te zien",
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
      Result4: "plezier in het werk",
      LivingPop: "een POP dat leeft"
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
    ConsentOfOthers: "De MR stemt in met wat buiten te zien is, de leden met een puls van hun groep. Vraag het daar."
  }
}
