import { type MachineWords, said } from "../Glossary.ts"
import type * as Machine from "../Machine.ts"
import type { PopGroup } from "../PopGroup.ts"
import { fields as shared } from "./FieldsAndSteps.ts"

export const popGroup: MachineWords<Machine.Of<typeof PopGroup>> = {
  name: "POP-group",
  states: {
    Forming: "forming",
    Contracting: "making its agreement",
    Active: "active",
    Paused: "paused",
    Closing: "closing",
    Dissolved: "dissolved"
  },
  commands: {
    Form: "form a group",
    Join: "join",
    Invite: "invite somebody",
    DraftAgreement: "draft the agreement",
    Sign: "sign",
    GrantTime: "grant the hours",
    Activate: "start",
    ChangeAgreement: "change the agreement",
    ReplaceSponsor: "name another sponsor",
    Leave: "leave the group",
    AgreeRemoval: "agree that somebody goes",
    Pause: "pause",
    Resume: "resume",
    StartClosing: "start closing",
    Dissolve: "dissolve"
  },
  help: {
    Form: "Begin a group, with a leader who will grant the hours.",
    Join: "Become a member.",
    Invite: "Ask a colleague into the group.",
    DraftAgreement: "Confidentiality, rhythm, minutes and roles, on paper.",
    Sign: "This is the agreement you work by.",
    GrantTime: "The hours that each member gets in the year task.",
    Activate: "Everybody signed and the hours are there: begin.",
    ChangeAgreement: "A new version. Everybody signs again.",
    ReplaceSponsor: "Another leader takes over the hours.",
    Leave: "You need no reason. You can no longer read the sheets of the group.",
    AgreeRemoval: "It takes all others, and a talk with the person first.",
    Pause: "No sessions for a while.",
    Resume: "Go on where you stopped.",
    StartClosing: "Finish what is open, and then stop.",
    Dissolve: "The group is over."
  },
  events: {
    GroupFormed: "formed a POP-group",
    MemberInvited: "invited a colleague",
    MemberJoined: "joined",
    AgreementDrafted: "drafted the working agreement",
    AgreementRedrafted: "redrafted the agreement",
    AgreementSigned: "signed the agreement",
    TimeGranted: "granted the hours",
    GroupActivated: "started the group",
    AgreementChanged: "changed the agreement; everyone signs again",
    SponsorReplaced: "named another sponsor",
    MemberLeft: "left the group",
    RemovalAgreed: "agreed that a member goes",
    MemberRemoved: "parted with a member, with the others",
    GroupPaused: "paused the group",
    GroupResumed: "resumed the group",
    GroupClosing: "began to close the group",
    GroupDissolved: "dissolved the group"
  },
  roles: {
    Member: "member",
    Colleague: "colleague",
    Leader: "a leader",
    Sponsor: "the sponsor"
  },
  fields: {
    ...shared,
    absenceRule: "when somebody is absent",
    agreement: "working agreement",
    confidentiality: "confidentiality",
    enough: "enough members",
    grantedHours: "hours granted",
    intervisionMinutes: "minutes of intervision",
    invitations: "invitations",
    members: "members",
    papScope: "who makes a plan",
    removals: "agreed removals",
    rhythm: "rhythm",
    rituals: "what you do every time",
    opening: "how you open",
    celebration: "how you celebrate a success",
    closing: "how you end",
    rotation: "who leads",
    sessionMinutes: "minutes of a session",
    sessions: "sessions in a year",
    signedBy: "signed by",
    smallSince: "too small since",
    talkHeldOn: "day of the talk",
    version: "version"
  },
  choices: {
    type: { Team: "team", Bouw: "year-group team", Ib: "internal coaches", CrossSchool: "of several schools", Other: "other" },
    papScope: {
      CaseGiver: "the case giver",
      EveryoneOptional: "the case giver, and who else wants to",
      Everyone: "everybody"
    },
    rotation: { Alphabet: "in turn", Draw: "by lot", Volunteer: "who wants to" },
    absenceRule: { CarryOver: "the plan goes on to the next time", ByPhone: "by phone" }
  },
  refusals: {
    GroupTooLarge: said,
    GroupTooSmall: said,
    HierarchyInGroup: said,
    SponsorIsNoLeader: said,
    MemberAlready: said,
    NotInGroup: said,
    NotWelcomedByAll: said,
    IntervisionMinutesUnset: said,
    IntervisionMinutesOutOfRange: said,
    SignedAlready: said,
    AgreementNotSigned: said,
    NoTimeAgreed: said,
    NoMomentRostered: said,
    RemovalOfYourself: said,
    StillLargeEnough: said,
    PapsStillOpen: said
  }
}
