import { type MachineWords } from "../Glossary.ts"
import type { GopText } from "../GopText.ts"
import type * as Machine from "../Machine.ts"
import { fields as shared } from "./FieldsAndSteps.ts"

export const gopText: MachineWords<Machine.Of<typeof GopText>> = {
  name: "Agreed text of a group",
  states: {
    Standing: "stands",
    Past: "past"
  },
  commands: {
    Share: "share it with the team",
    End: "end it"
  },
  help: {
    Share: "Everybody whose it is said yes.",
    End: "The group closed its plan."
  },
  events: {
    GopTextShared: "shared what the group agreed",
    GopTextEnded: "ended the agreed text"
  },
  roles: {
    Colleague: "a colleague"
  },
  fields: {
    ...shared,
    actions: "what they do for it",
    gopId: "group plan",
    names: "named in it",
    sign: "how they see that it works",
    themes: "themes"
  },
  choices: {
  },
  refusals: {}
}
