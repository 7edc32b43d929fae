import { type MachineWords, said } from "../Glossary.ts"
import type * as Machine from "../Machine.ts"
import type { FunctionProfile } from "../FunctionProfile.ts"
import { fields as shared } from "./FieldsAndSteps.ts"

export const functionProfile: MachineWords<Machine.Of<typeof FunctionProfile>> = {
  name: "Function profile",
  states: {
    Composed: "in use",
    Retired: "no longer in use"
  },
  commands: {
    Compose: "compose a profile",
    Retire: "retire it"
  },
  help: {
    Compose: "What a function asks at one place.",
    Retire: "The function or the place is no more. What people filled in stays theirs."
  },
  events: {
    FunctionProfileComposed: "composed a function profile",
    FunctionProfileRetired: "retired a function profile"
  },
  roles: {
    Colleague: "colleague",
    Leader: "a leader",
    Hr: "human resources"
  },
  fields: {
    ...shared,
    competence: "competence",
    competences: "competences",
    en: "English",
    framework: "framework",
    function: "function",
    nl: "Dutch",
    of: "from",
    place: "place",
    version: "version"
  },
  choices: {},
  refusals: {
    NothingAsked: said,
    NotPublished: said
  }
}
