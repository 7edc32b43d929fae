import type { Domain, Glossary, Machine } from "@groeikring/core"
import { fields } from "./FieldsAndSteps.ts"

export const functionProfile: Glossary.MachineWords<Machine.Of<typeof Domain.domain.FunctionProfile.machine>> = {
  name: "Functieprofiel",
  states: {
    Composed: "in gebruik",
    Retired: "niet meer in gebruik"
  },
  commands: {
    Compose: "een profiel samenstellen",
    Retire: "uit gebruik nemen"
  },
  help: {
    Compose: "Wat een functie op één plek vraagt.",
    Retire: "De functie of de plek is er niet meer. Wat mensen invulden blijft van hen."
  },
  events: {
    FunctionProfileComposed: "stelde een functieprofiel samen",
    FunctionProfileRetired: "nam een functieprofiel uit gebruik"
  },
  roles: {
    Colleague: "een collega",
    Leader: "een leidinggevende",
    Hr: "personeelszaken"
  },
  fields: {
    ...fields,
    competence: "competentie",
    competences: "competenties",
    en: "Engels",
    framework: "raamwerk",
    function: "functie",
    nl: "Nederlands",
    of: "uit",
    place: "plek",
    version: "versie"
  },
  choices: {},
  refusals: {
    NothingAsked: "Een functie vraagt iets van wie hem heeft, en hier staat geen competentie. Kies er ten minste één.",
    NotPublished: ({ competences }) =>
      `Je kunt alleen vragen wat in een vastgesteld raamwerk staat, en dat geldt niet voor: ${competences.join(", ")}. Kies uit een vastgestelde versie.`
  }
}
