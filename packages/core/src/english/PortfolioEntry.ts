import { type MachineWords, said } from "../Glossary.ts"
import type * as Machine from "../Machine.ts"
import type { PortfolioEntry } from "../PortfolioEntry.ts"
import { fields as shared } from "./FieldsAndSteps.ts"

export const portfolioEntry: MachineWords<Machine.Of<typeof PortfolioEntry>> = {
  name: "Portfolio entry",
  states: {
    Draft: "draft",
    Kept: "kept, yours alone",
    Granted: "open to others",
    Deleted: "gone"
  },
  commands: {
    Draft: "begin an entry",
    Keep: "keep it",
    AcceptSuggestion: "keep what was suggested",
    Edit: "edit it",
    Grant: "open it to somebody",
    ConfirmGrant: "confirm that you open it",
    RevokeGrant: "take that back",
    Lapse: "end what was open for a while",
    MarkForCompetenceFile: "put it in your competence file",
    Unmark: "take it out of your competence file",
    Delete: "delete it"
  },
  help: {
    Draft: "Think aloud. It can be finished later.",
    Keep: "It is in your folder, for you alone.",
    AcceptSuggestion: "Nothing enters by itself: you choose what stays.",
    Edit: "Change what it says.",
    Grant: "In the words you choose, until a day.",
    ConfirmGrant: "A second yes, because this goes to somebody with a say in your work.",
    RevokeGrant: "Nobody can look at it from now on.",
    Lapse: "Its day has come.",
    MarkForCompetenceFile: "It shows something of a requirement.",
    Unmark: "It no longer shows that.",
    Delete: "It goes for good. What a signed report says in its own words stays there."
  },
  events: {
    EntryDrafted: "began an entry in the portfolio",
    EntryKept: "kept something in the portfolio",
    EntryEdited: "edited an entry",
    EntryGrantWeighed: "thought about opening an entry",
    EntryGranted: "opened an entry",
    GrantRevoked: "took back what was open",
    GrantLapsed: "closed what was open for a while",
    EntryUngranted: "has the entry to themselves again",
    EntryMarked: "put an entry in the competence file",
    EntryUnmarked: "took an entry out of the competence file",
    EntryDeleted: "deleted an entry"
  },
  roles: {
    Owner: "the owner"
  },
  fields: {
    ...shared,
    attachments: "attachments",
    file: "file",
    marks: "in the competence file for",
    medium: "kind of attachment",
    on: "day it is about",
    papRef: "action plan",
    popGoalRef: "goal of the POP",
    portfolioId: "portfolio",
    requirement: "requirement",
    suggestedFrom: "suggested from",
    weighed: "yet to be confirmed",
    withoutPupils: "no pupils in it"
  },
  choices: {
    kind: {
      CompetenceSnapshot: "what I can do now",
      DevelopingCompetence: "what I am learning",
      Success: "a success",
      PapResult: "what a plan brought",
      Recognition: "by which others know me",
      Feedback: "feedback",
      Reflection: "a reflection",
      Identity: "who I am at work",
      Certificate: "a certificate",
      Artefact: "a piece of work",
      Career: "my career",
      Person: "a person",
      Group: "a group",
      Conversation: "a conversation"
    },
    medium: {
      Document: "document",
      Image: "picture",
      Link: "link"
    },
    suggestedFrom: {
      Pap: "an action plan",
      Recognition: "a recognition",
      Quadrant: "your profile",
      Feedback: "feedback"
    }
  },
  refusals: {
    NoOpenPortfolio: said,
    EntryWithoutTitle: said,
    PupilsInPicture: said,
    NotWeighedYet: said,
    NoSuchAttachment: said,
    MarkedAlready: said,
    NotMarked: said,
    GrantExists: said,
    NotInYourCircle: said,
    GrantEndsInThePast: said,
    NoSuchGrant: said,
    GrantNotOver: said
  }
}
