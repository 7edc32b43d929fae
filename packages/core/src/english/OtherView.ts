import { type MachineWords, said } from "../Glossary.ts"
import type * as Machine from "../Machine.ts"
import type { OtherView } from "../OtherView.ts"
import { fields as shared } from "./FieldsAndSteps.ts"

export const otherView: MachineWords<Machine.Of<typeof OtherView>> = {
  name: "View of a colleague",
  states: {
    Asked: "asked",
    Shared: "shared",
    TakenBack: "taken back"
  },
  commands: {
    Ask: "ask how somebody sees it",
    Note: "note it for yourself",
    Share: "share it",
    TakeBack: "take it back"
  },
  help: {
    Ask: "One competence, and a colleague of your group.",
    Note: "Think it over. Nobody sees it yet; leaving it is fine too.",
    Share: "In words, to the one who asked.",
    TakeBack: "At any moment. Nobody can read it from then on."
  },
  events: {
    OtherViewAsked: "asked a colleague for their view",
    OtherViewNoted: "noted a view",
    OtherViewShared: "shared a view",
    OtherViewTakenBack: "took a view back"
  },
  roles: {
    Author: "the one who was asked",
    Owner: "the one who asked",
    SharedWith: "the one it is shared with"
  },
  fields: {
    ...shared,
    authorId: "asked of",
    noted: "note",
    sees: "what I see you do",
    seesYou: "what I see you do",
    sharedWith: "shared with",
    wishes: "what I would like to see more of",
    wishesYou: "what I would like to see more of"
  },
  choices: {},
  refusals: {
    NotYourPeer: said,
    NothingSeen: said
  }
}
