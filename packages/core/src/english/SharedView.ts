import type { MachineWords } from "../Glossary.ts"
import type * as Machine from "../Machine.ts"
import type { SharedView } from "../SharedView.ts"
import { fields as shared } from "./FieldsAndSteps.ts"

export const sharedView: MachineWords<Machine.Of<typeof SharedView>> = {
  name: "What was opened",
  states: {
    Open: "open",
    Closed: "closed"
  },
  commands: {
    Open: "open it to somebody",
    Close: "close it"
  },
  help: {
    Open: "Word for word what its owner chose, until a day.",
    Close: "Nobody can read it from now on."
  },
  events: {
    ViewOpened: "opened something of their own",
    ViewClosed: "closed it again"
  },
  roles: {
    Owner: "the owner",
    SourceOwner: "the one whose it is",
    Reader: "the one it is open to"
  },
  fields: {
    ...shared,
    applied: "done at work",
    fun: "how much fun",
    learned: "learned",
    part: "which part",
    rows: "competences",
    skill: "how well",
    sourceId: "what it is of",
    sourceType: "what it is of"
  },
  choices: {
    applied: {
      None: "not yet",
      Tried: "tried",
      Practised: "practised",
      Regular: "part of the work"
    },
    sourceType: {
      CompetenceProfile: "competence profile",
      PortfolioEntry: "portfolio",
      Pop: "POP"
    },
    kind: {
      Person: "a person",
      Group: "a group",
      Conversation: "a conversation"
    }
  },
  refusals: {}
}
