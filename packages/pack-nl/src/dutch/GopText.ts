import type { Domain, Glossary, Machine } from "@groeikring/core"
import { fields } from "./FieldsAndSteps.ts"

export const gopText: Glossary.MachineWords<Machine.Of<typeof Domain.domain.GopText.machine>> = {
  name: "Afgesproken tekst van een groep",
  states: {
    Standing: "geldt",
    Past: "voorbij"
  },
  commands: {
    Share: "met het team delen",
    End: "beëindigen"
  },
  help: {
    Share: "Iedereen van wie het is, zei ja.",
    End: "De groep sloot het plan af."
  },
  events: {
    GopTextShared: "deelde wat de groep afsprak",
    GopTextEnded: "beëindigde de afgesproken tekst"
  },
  roles: {
    Colleague: "een collega"
  },
  fields: {
    ...fields,
    actions: "wat ze ervoor doen",
    gopId: "GOP",
    names: "wie erin genoemd wordt",
    sign: "waaraan ze zien dat het lukt",
    themes: "thema’s"
  },
  choices: {},
  refusals: {}
}
