import type { Domain, Glossary, Machine } from "@groeikring/core"
import { fields } from "./FieldsAndSteps.ts"

export const pulseAnswers: Glossary.MachineWords<Machine.Of<typeof Domain.domain.PulseAnswers.machine>> = {
  name: "Antwoorden van een puls",
  states: {
    Collected: "worden verzameld",
    Purged: "weg"
  },
  commands: {
    DrawTokens: "trek de codes",
    Answer: "geef antwoord",
    Purge: "wis de antwoorden"
  },
  help: {
    DrawTokens: "Eén voor iedereen die meedoet, door elkaar getrokken; niemand schrijft op wie welke heeft.",
    Answer: "Eén keer, met de code die je trok. Niemand ziet welke antwoorden van jou zijn.",
    Purge: "De antwoorden gaan weg, de uitkomst blijft."
  },
  events: {
    TokensDrawn: "trok de codes",
    AnswerGiven: "iemand gaf antwoord",
    AnswersPurged: "wiste de antwoorden"
  },
  roles: {
    Hr: "personeelszaken",
    Member: "een lid van de groep",
    Invited: "wie meedoet"
  },
  fields: {
    ...fields,
    answers: "antwoorden",
    left: "codes die over zijn",
    said: "wat er geantwoord is",
    token: "code",
    tokens: "codes",
    unit: "onderdeel",
    values: "je antwoorden"
  },
  choices: {},
  refusals: {
    PulseNotOpen: "Deze puls is nu niet open. Wacht tot hij opengaat, of op de volgende.",
    TokensDoNotFit: "Voor iedereen die meedoet is er één code, en allemaal verschillend. Trek ze opnieuw.",
    UnknownToken: "Deze code hoort niet bij deze puls. Kijk nog eens op je briefje.",
    AnsweredAlready: "Met deze code is al geantwoord, en dat telt één keer. Je hoeft niets te doen.",
    NotAsked: "Er zit een antwoord bij op iets wat niet gevraagd is. Beantwoord de vragen van deze puls.",
    AnswersStillKept: "De antwoorden blijven tot ze geteld zijn. Wacht op de uitkomst."
  }
}
