import { type MachineWords, said } from "../Glossary.ts"
import type { IpbTheme } from "../IpbTheme.ts"
import type * as Machine from "../Machine.ts"
import { fields as shared } from "./FieldsAndSteps.ts"

export const ipbTheme: MachineWords<Machine.Of<typeof IpbTheme>> = {
  name: "IPB theme",
  states: {
    Raised: "raised",
    UnderDiscussion: "being discussed",
    Adopted: "adopted",
    Active: "running",
    Evaluated: "looked back on",
    Closed: "closed",
    Declined: "declined",
    Merged: "went on in another theme"
  },
  commands: {
    Raise: "raise a theme",
    Merge: "merge it with another",
    TakeIn: "let it go on in the other",
    Discuss: "discuss it in the team",
    AskConsent: "ask the council",
    GiveConsent: "consent",
    Adopt: "adopt",
    Decline: "decline",
    LinkNeed: "link it to a basic need",
    Activate: "start",
    Evaluate: "look back",
    Close: "close"
  },
  help: {
    Raise: "From a policy proposal or from the team: both count as much.",
    Merge: "A leader and somebody who raised each of the two say yes.",
    TakeIn: "The other theme took this one in.",
    Discuss: "The whole team has its say, wherever the theme came from.",
    AskConsent: "The council has a say in this one.",
    GiveConsent: "The staff part of the council agrees.",
    Adopt: "The school takes this up.",
    Decline: "With a reason, for whoever raised it.",
    LinkNeed: "Autonomy, relatedness, competence or self-worth: what does this theme do for people?",
    Activate: "The team begins with it.",
    Evaluate: "What came of it, by agreed texts and numbers that name nobody?",
    Close: "This theme is done."
  },
  events: {
    ThemeRaised: "raised a theme",
    MergeAgreed: "agreed to merge two themes",
    ThemesMerged: "merged two themes",
    ThemeTakenIn: "let the theme go on in another",
    ThemeDiscussed: "discussed the theme in the team",
    ThemeConsentAsked: "asked the council to consent",
    ThemeConsentGiven: "consented for the council",
    ThemeAdopted: "adopted the theme",
    ThemeDeclined: "declined the theme",
    ThemeNeedLinked: "linked the theme to a basic need",
    ThemeActivated: "started with the theme",
    ThemeEvaluated: "looked back on the theme",
    ThemeClosed: "closed the theme"
  },
  roles: {
    Colleague: "a colleague",
    Leader: "a leader",
    Hr: "human resources",
    Council: "the staff part of the council",
    Raiser: "whoever raised it",
    OtherRaiser: "whoever raised the other"
  },
  fields: {
    ...shared,
    consentDue: "the council has a say",
    consented: "the council consented",
    credit: "with your name",
    credited: "named with it",
    discussedOn: "discussed on",
    evaluation: "what came of it",
    from: "agreed text of a group",
    gopText: "agreed text",
    gops: "from groups",
    grounds: "based on",
    into: "went on in",
    merged: "merged with",
    merging: "to be merged with",
    need: "basic need",
    needs: "basic needs",
    origin: "origin",
    origins: "origins",
    other: "other theme",
    raisers: "raised by",
    tags: "tags"
  },
  choices: {
    origin: { Policy: "a policy proposal", Team: "the team" },
    origins: { Policy: "a policy proposal", Team: "the team" },
    need: { Autonomy: "autonomy", Relatedness: "relatedness", Competence: "competence", SelfWorth: "self-worth" },
    needs: { Autonomy: "autonomy", Relatedness: "relatedness", Competence: "competence", SelfWorth: "self-worth" },
    kind: { GopText: "agreed text of a group", Measurement: "numbers that name nobody" }
  },
  refusals: {
    PolicyComesFromLeaders: said,
    NoWords: said,
    GopNotAgreed: said,
    NotInThisGroup: said,
    NoSuchTheme: said,
    MergeAgreedAlready: said,
    GroundUnknown: said,
    NotMergedThere: said,
    ConsentGivenAlready: said,
    CouncilConsentMissing: said,
    DeclineWithoutReason: said,
    NeedLinkedAlready: said
  }
}
