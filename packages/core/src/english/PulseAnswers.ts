import { type MachineWords, said } from "../Glossary.ts"
import type * as Machine from "../Machine.ts"
import type { PulseAnswers } from "../PulseAnswers.ts"
import { fields as shared } from "./FieldsAndSteps.ts"

export const pulseAnswers: MachineWords<Machine.Of<typeof PulseAnswers>> = {
  name: "Answers of a pulse",
  states: {
    Collected: "being collected",
    Purged: "gone"
  },
  commands: {
    DrawTokens: "draw the tokens",
    Answer: "answer",
    Purge: "let the answers go"
  },
  help: {
    DrawTokens: "One for everybody who is invited, by chance; nobody writes down who has which.",
    Answer: "Once, with the token you drew. Nobody can see which answers are yours.",
    Purge: "The answers go; what was reported stays."
  },
  events: {
    TokensDrawn: "drew the tokens",
    AnswerGiven: "somebody answered",
    AnswersPurged: "let the answers go"
  },
  roles: {
    Hr: "human resources",
    Member: "a member of the group",
    Invited: "somebody who is invited"
  },
  fields: {
    ...shared,
    answers: "answers",
    left: "tokens that are left",
    said: "what was answered",
    token: "token",
    tokens: "tokens",
    unit: "unit",
    values: "your answers"
  },
  choices: {

  },
  refusals: {
    PulseNotOpen: said,
    TokensDoNotFit: said,
    UnknownToken: said,
    AnsweredAlready: said,
    NotAsked: said,
    AnswersStillKept: said
  }
}
