import { type MachineWords, said } from "../Glossary.ts"
import type * as Machine from "../Machine.ts"
import type { CompetenceProfile } from "../CompetenceProfile.ts"
import { fields as shared } from "./FieldsAndSteps.ts"

export const competenceProfile: MachineWords<Machine.Of<typeof CompetenceProfile>> = {
  name: "Competence profile",
  states: {
    Empty: "empty",
    Active: "yours alone",
    Shared: "partly open to others",
    Closed: "closed",
    Erased: "erased"
  },
  commands: {
    Open: "open a profile",
    Rate: "rate a competence",
    AddPersonalCompetence: "add one in your own words",
    RemovePersonalCompetence: "take one of your own out",
    WriteReflection: "write a reflection",
    OfferRecognition: "offer a recognition",
    AcceptRecognition: "accept a recognition",
    DeclineRecognition: "let a recognition lie",
    GrantView: "open a part to somebody",
    RevokeView: "take that back",
    Lapse: "end what was open for a while",
    Close: "close it",
    Erase: "erase it"
  },
  help: {
    Open: "A place of your own. Nobody sees it unless you open it.",
    Rate: "How much fun it is, how well it goes, and whether you do it at work. You may leave anything out.",
    AddPersonalCompetence: "Something you do well and gladly, also from daily life.",
    RemovePersonalCompetence: "It goes, with what you said of it.",
    WriteReflection: "What you want and dare, what drives you. This can never be opened to anyone.",
    OfferRecognition: "By this I know you: one kind sentence. What becomes of it you will not hear.",
    AcceptRecognition: "It is in your profile from now on.",
    DeclineRecognition: "It goes without a trace. Nobody hears of it.",
    GrantView: "What you choose, to whom you choose, until a day. Never your reflections.",
    RevokeView: "Nobody can look at it from now on.",
    Lapse: "Its day has come.",
    Close: "Its owner has left.",
    Erase: "Everything in it goes for good."
  },
  events: {
    ProfileOpened: "opened a profile",
    ProfileBegun: "wrote the first thing in the profile",
    CompetenceRated: "rated a competence",
    PersonalCompetenceAdded: "added a competence in own words",
    PersonalCompetenceRemoved: "took a competence of their own out",
    ReflectionWritten: "wrote a reflection",
    RecognitionOffered: "offered a recognition",
    RecognitionAccepted: "accepted a recognition",
    RecognitionDeclined: "let a recognition lie",
    ViewGranted: "opened a part of the profile",
    ViewRevoked: "took back what was open",
    ViewLapsed: "closed what was open for a while",
    SharingEnded: "has nothing open any more",
    ProfileClosed: "closed the profile",
    ProfileErased: "erased the profile"
  },
  roles: {
    Owner: "the owner",
    Peer: "a member of a group of theirs"
  },
  fields: {
    ...shared,
    accepted: "accepted",
    applied: "done at work",
    dare: "what you dare",
    evidence: "what shows it",
    fun: "how much fun",
    kind: "kind",
    learned: "learned",
    motives: "what drives you",
    personal: "in your own words",
    ratings: "ratings",
    recognition: "recognition",
    recognitionNames: "recognitions so far",
    recognitions: "recognitions",
    reflections: "reflections",
    rows: "what is shown",
    selfConcept: "how you see yourself",
    shows: "what to show",
    skill: "how well",
    values: "what you find of value",
    want: "what you want",
    warmFor: "what you warm to"
  },
  choices: {
    applied: {
      None: "not yet",
      Tried: "tried",
      Practised: "practised",
      Regular: "part of the work"
    },
    kind: {
      Person: "a person",
      Group: "a group",
      Conversation: "a conversation"
    }
  },
  refusals: {
    ProfileExists: said,
    CompetenceNotPublished: said,
    NoSuchPersonalCompetence: said,
    PersonalCompetenceExists: said,
    NothingWritten: said,
    OwnRecognition: said,
    RecognitionExists: said,
    NoSuchRecognition: said,
    NothingToShow: said,
    PersonalWithoutName: said,
    GrantExists: said,
    NotInYourCircle: said,
    GrantEndsInThePast: said,
    NoSuchGrant: said,
    GrantNotOver: said,
    StillWorksHere: said,
    StillKept: said
  }
}
