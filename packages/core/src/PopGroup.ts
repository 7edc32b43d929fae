/**
 * PopGroup — three to eight colleagues without power over each other, who made an
 * agreement and got the hours for it.
 */
import { Schema } from "effect"
import * as Machine from "./Machine.ts"
import { seenBy } from "./Privacy.ts"
import * as Private from "./Private.ts"
import { refusal } from "./Refusal.ts"
import { Settings } from "./Settings.ts"
import { Day, Id, Instant, maybe, Minutes, People, Person, SchoolYear, week } from "./Vocabulary.ts"

const Type = Schema.Literals(["Team", "Bouw", "Ib", "CrossSchool", "Other"])
const Reporting = Schema.Record(Person, People)
const Invitation = Schema.Struct({ person: Person, by: People })
const Removal = Schema.Struct({ person: Person, by: People, talkHeldOn: Day })

// What it is about --------------------------------------------------------------

const rhythm = Schema.Struct({ sessions: Minutes, sessionMinutes: Minutes })
const ritual = maybe(Private.text({ class: "P1", max: 140, subject: "stream" }))
const terms = {
  confidentiality: Private.text({ class: "P1", max: 280, subject: "stream" }),
  rhythm,
  /** Lost in the source of 2003, so there is no silent default: the group says how many. */
  intervisionMinutes: Schema.NullOr(Minutes),
  papScope: Schema.Literals(["CaseGiver", "EveryoneOptional", "Everyone"]),
  rotation: Schema.Literals(["Alphabet", "Draw", "Volunteer"]),
  absenceRule: Schema.Literals(["CarryOver", "ByPhone"]),
  /** What the group does every time (S6.19): how it opens, how it celebrates a success, how it ends. The source has only the word. */
  rituals: maybe(Schema.Struct({ opening: ritual, celebration: ritual, closing: ritual }))
}
const Agreement = Schema.Struct({ ...terms, version: Schema.Int })

const group = {
  type: Type,
  schoolYear: SchoolYear,
  sponsor: Person,
  members: People,
  invitations: Schema.Array(Invitation),
  removals: Schema.Array(Removal),
  grantedHours: Schema.Finite,
  /** Since when there are fewer than the smallest group. */
  smallSince: Schema.NullOr(Instant)
}
const agreed = { ...group, agreement: Agreement, signedBy: People }
const closing = { members: People, sponsor: Person, schoolYear: SchoolYear }

// Why not -----------------------------------------------------------------------

export class GroupTooLarge extends refusal(
  "GroupTooLarge",
  ({ max }) => `A group has at most ${max} members, and this one is full. Form a second group, or join another.`,
  { max: Schema.Int }
) {}
export class GroupTooSmall extends refusal(
  "GroupTooSmall",
  ({ min }) => `A group has at least ${min} members, and this one has fewer. Invite a colleague first.`,
  { min: Schema.Int }
) {}
export class HierarchyInGroup extends refusal(
  "HierarchyInGroup",
  "Nobody in a group appraises, or reports to, another member, or grants the group its hours. Choose a group of peers."
) {}
export class SponsorIsNoLeader extends refusal(
  "SponsorIsNoLeader",
  "A sponsor grants the hours, so it is somebody with a leading role. Name a leader."
) {}
export class MemberAlready extends refusal("MemberAlready", "This colleague is in the group already. Nothing needs to be done.") {}
export class NotInGroup extends refusal("NotInGroup", "This colleague is not in the group. Check the id.") {}
export class NotWelcomedByAll extends refusal(
  "NotWelcomedByAll",
  "A running group takes a new member when every member has invited them. Ask the others to invite them too."
) {}
export class IntervisionMinutesUnset extends refusal(
  "IntervisionMinutesUnset",
  "The agreement does not say how many minutes of a session are for intervision, and there is no silent default. Agree a number first."
) {}
export class IntervisionMinutesOutOfRange extends refusal(
  "IntervisionMinutesOutOfRange",
  ({ max, min }) => `Intervision takes between ${min} and ${max} minutes, and fits in the session. Agree a number in between.`,
  { min: Minutes, max: Minutes }
) {}
export class SignedAlready extends refusal("SignedAlready", "You signed this version already. Wait for the others.") {}
export class AgreementNotSigned extends refusal(
  "AgreementNotSigned",
  ({ missing }) => `Not everyone has signed the agreement: ${missing.join(", ")}. Ask them to sign first.`,
  { missing: People }
) {}
export class NoTimeAgreed extends refusal(
  "NoTimeAgreed",
  ({ missing }) => `There are no hours for the sessions in the year task of: ${missing.join(", ")}. Agree those hours first.`,
  { missing: People }
) {}
export class NoMomentRostered extends refusal(
  "NoMomentRostered",
  "The roster has no meeting of this group, and without time together there is no group. Propose a moment, and let whoever leads roster it."
) {}
export class RemovalOfYourself extends refusal(
  "RemovalOfYourself",
  "Nobody is removed by themselves. Leave the group instead; that needs no reason."
) {}
export class StillLargeEnough extends refusal(
  "StillLargeEnough",
  ({ weeks }) => `Only members close a group that has been large enough within the last ${weeks} weeks. Wait, or let a member do it.`,
  { weeks: Schema.Int }
) {}
export class PapsStillOpen extends refusal(
  "PapsStillOpen",
  ({ paps }) => `Nobody knows yet how these plans went: ${paps.join(", ")}. Let their owners say so, in a word, or let them go.`,
  { paps: Schema.Array(Id) }
) {}

// Lifecycle ---------------------------------------------------------------------

const joinable = ["Forming", "Contracting", "Active"] as const
const live = [...joinable, "Paused"] as const

export const PopGroupLifecycle = Machine.lifecycle("PopGroup", {
  roles: { Member: "members", Colleague: "staff", Leader: "leaders", Sponsor: "sponsor" },
  foundBy: ["members", "sponsor", "schoolYear"],
  // Rhythm and hours are agreed with the employer (P4); the words of the agreement stay in the group (P1).
  seenBy: seenBy("PopGroup"),
  needs: {
    staff: People,
    leaders: People,
    leadersOf: Reporting,
    /** The minutes of sessions that the year task of each is enough for: all of them, or their share. */
    sessionMinutesAgreed: Schema.Record(Person, Minutes),
    /** Meetings of this group that stand in the roster, or were held. */
    sessionsRostered: Minutes,
    /** Plans of members that nobody has told of yet. */
    openPaps: Schema.Array(Id),
    settings: Settings
  },
  states: {
    Forming: group,
    Contracting: agreed,
    Active: agreed,
    Paused: agreed,
    Closing: closing,
    Dissolved: closing
  },
  events: {
    GroupFormed: {
      from: ["Start"],
      to: "Forming",
      payload: { type: Type, schoolYear: SchoolYear, sponsor: Person, members: People }
    },
    MemberInvited: { from: joinable, to: "Same", payload: { person: Person, by: Person } },
    MemberJoined: { from: joinable, to: "Same", payload: { person: Person, enough: Schema.Boolean } },
    AgreementDrafted: { from: ["Forming"], to: "Contracting", payload: terms },
    AgreementRedrafted: { from: ["Contracting"], to: "Same", payload: terms },
    AgreementSigned: { from: ["Contracting", "Active"], to: "Same", payload: { person: Person } },
    TimeGranted: { from: live, to: "Same", payload: { hours: Schema.Finite } },
    GroupActivated: { from: ["Contracting"], to: "Active" },
    AgreementChanged: { from: ["Active"], to: "Same", payload: terms },
    SponsorReplaced: { from: live, to: "Same", payload: { sponsor: Person } },
    MemberLeft: { from: [...live, "Closing"], to: "Same", payload: { person: Person, at: Instant, enough: Schema.Boolean } },
    RemovalAgreed: { from: live, to: "Same", payload: { person: Person, by: Person, talkHeldOn: Day } },
    MemberRemoved: { from: live, to: "Same", payload: { person: Person, at: Instant, enough: Schema.Boolean } },
    GroupPaused: { from: ["Active"], to: "Paused" },
    GroupResumed: { from: ["Paused"], to: "Active" },
    GroupClosing: { from: live, to: "Closing" },
    GroupDissolved: { from: ["Closing"], to: "Dissolved" }
  },
  commands: {
    Form: {
      by: ["Colleague", "Member"],
      emits: ["GroupFormed"],
      needs: ["leaders"],
      refuses: [SponsorIsNoLeader],
      payload: { type: Type, schoolYear: SchoolYear, sponsor: Person }
    },
    Join: {
      by: ["Colleague"],
      emits: ["MemberJoined"],
      needs: ["leadersOf", "settings"],
      refuses: [MemberAlready, HierarchyInGroup, GroupTooLarge, NotWelcomedByAll]
    },
    Invite: {
      by: ["Member"],
      emits: ["MemberInvited"],
      needs: ["leadersOf", "settings"],
      refuses: [MemberAlready, HierarchyInGroup, GroupTooLarge],
      payload: { person: Person }
    },
    DraftAgreement: {
      by: ["Member"],
      emits: ["AgreementDrafted", "AgreementRedrafted"],
      needs: ["settings"],
      refuses: [IntervisionMinutesUnset, IntervisionMinutesOutOfRange],
      payload: terms
    },
    Sign: { by: ["Member"], emits: ["AgreementSigned"], refuses: [SignedAlready] },
    GrantTime: { by: ["Sponsor"], emits: ["TimeGranted"], payload: { hours: Schema.Finite } },
    Activate: {
      by: ["Member"],
      emits: ["GroupActivated"],
      needs: ["sessionMinutesAgreed", "sessionsRostered", "settings"],
      refuses: [GroupTooSmall, AgreementNotSigned, NoTimeAgreed, NoMomentRostered]
    },
    ChangeAgreement: {
      by: ["Member"],
      emits: ["AgreementChanged"],
      needs: ["settings"],
      refuses: [IntervisionMinutesUnset, IntervisionMinutesOutOfRange],
      payload: terms
    },
    /** A new leader takes over in mid-year: the hours stand, the group goes on. */
    ReplaceSponsor: {
      by: ["Leader"],
      emits: ["SponsorReplaced"],
      refuses: [SponsorIsNoLeader, HierarchyInGroup],
      payload: { sponsor: Person }
    },
    Leave: { by: ["Member"], emits: ["MemberLeft"], needs: ["settings"] },
    /** All others agree, after a talk with the person. A leader has no part in it. */
    AgreeRemoval: {
      by: ["Member"],
      emits: ["RemovalAgreed", "MemberRemoved"],
      needs: ["settings"],
      refuses: [RemovalOfYourself, NotInGroup],
      payload: { person: Person, talkHeldOn: Day }
    },
    Pause: { by: ["Member"], emits: ["GroupPaused"] },
    Resume: { by: ["Member"], emits: ["GroupResumed"] },
    StartClosing: { by: ["Member", "System"], emits: ["GroupClosing"], needs: ["settings"], refuses: [StillLargeEnough] },
    Dissolve: { by: ["Member", "System"], emits: ["GroupDissolved"], needs: ["openPaps"], refuses: [PapsStillOpen] }
  }
})

// Rules -------------------------------------------------------------------------

const mayNotEnter = (
  { members, sponsor }: { readonly members: ReadonlyArray<string>; readonly sponsor: string },
  person: string,
  leadersOf: typeof Reporting["Type"],
  { groupSize: { max } }: Settings
) => {
  const answersTo = (one: string, other: string) => leadersOf[one]?.includes(other) ?? false
  const power = person === sponsor || members.some((member) => answersTo(person, member) || answersTo(member, person))
  return members.includes(person) ? new MemberAlready()
    : power ? new HierarchyInGroup()
    : members.length >= max ? new GroupTooLarge({ max })
    : undefined
}
const wrongMinutes = ({ intervisionMinutes: minutes, rhythm }: { readonly intervisionMinutes: number | null; readonly rhythm: { readonly sessionMinutes: number } }, { intervisionMinutes: { max, min } }: Settings) =>
  minutes === null ? new IntervisionMinutesUnset()
    : minutes < min || minutes > Math.min(max, rhythm.sessionMinutes)
    ? new IntervisionMinutesOutOfRange({ min, max: Math.min(max, rhythm.sessionMinutes) })
    : undefined
const without = (people: ReadonlyArray<string>, others: ReadonlyArray<string>) => people.filter((one) => !others.includes(one))
const invitersOf = (group: { readonly invitations: ReadonlyArray<typeof Invitation["Type"]> }, person: string) =>
  group.invitations.find((invitation) => invitation.person === person)?.by ?? []
const removersOf = (group: { readonly removals: ReadonlyArray<typeof Removal["Type"]> }, person: string) =>
  group.removals.find((removal) => removal.person === person)?.by ?? []

/** A group without this person: what they invited or agreed to removes with them. */
const leaving = <
  G extends {
    readonly members: ReadonlyArray<string>
    readonly smallSince: number | null
    readonly invitations: ReadonlyArray<typeof Invitation["Type"]>
    readonly removals: ReadonlyArray<typeof Removal["Type"]>
  }
>(
  group: G,
  { at, enough, person }: { readonly at: number; readonly enough: boolean; readonly person: string }
) => ({
  ...group,
  members: without(group.members, [person]),
  invitations: group.invitations.map((invitation) => ({ ...invitation, by: without(invitation.by, [person]) })),
  removals: group.removals
    .filter((removal) => removal.person !== person)
    .map((removal) => ({ ...removal, by: without(removal.by, [person]) })),
  smallSince: enough ? null : group.smallSince ?? at
})

export const PopGroup = Machine.make(PopGroupLifecycle, {
  decide: {
    // A leader forms a group as its sponsor, and is not a member of it.
    Form: (_, group, { actor, leaders }) =>
      leaders.includes(group.sponsor)
        ? { ...group, _tag: "GroupFormed", members: actor === group.sponsor ? [] : [actor] }
        : new SponsorIsNoLeader(),
    Join: (group, _, { actor, leadersOf, settings }) => {
      const unwelcoming = group._tag === "Active" && without(group.members, invitersOf(group, actor)).length > 0
      return mayNotEnter(group, actor, leadersOf, settings)
        ?? (unwelcoming
          ? new NotWelcomedByAll()
          : { _tag: "MemberJoined", person: actor, enough: group.members.length + 1 >= settings.groupSize.min })
    },
    Invite: (group, { person }, { actor, leadersOf, settings }) =>
      mayNotEnter(group, person, leadersOf, settings) ?? { _tag: "MemberInvited", person, by: actor },
    DraftAgreement: (group, terms, { settings }) =>
      wrongMinutes(terms, settings)
        ?? { ...terms, _tag: group._tag === "Forming" ? "AgreementDrafted" : "AgreementRedrafted" },
    Sign: ({ signedBy }, _, { actor }) =>
      signedBy.includes(actor) ? new SignedAlready() : { _tag: "AgreementSigned", person: actor },
    GrantTime: (_, { hours }) => ({ _tag: "TimeGranted", hours }),
    Activate: ({ agreement, members, signedBy }, _, { sessionMinutesAgreed, sessionsRostered, settings: { groupSize: { min } } }) => {
      const enough = agreement.rhythm.sessions * agreement.rhythm.sessionMinutes
      const unsigned = without(members, signedBy)
      const withoutTime = members.filter((person) => (sessionMinutesAgreed[person] ?? 0) < enough)
      return members.length < min ? new GroupTooSmall({ min })
        : unsigned.length > 0 ? new AgreementNotSigned({ missing: unsigned })
        : withoutTime.length > 0 ? new NoTimeAgreed({ missing: withoutTime })
        : sessionsRostered === 0 ? new NoMomentRostered()
        : { _tag: "GroupActivated" }
    },
    ChangeAgreement: (_, terms, { settings }) => wrongMinutes(terms, settings) ?? { ...terms, _tag: "AgreementChanged" },
    ReplaceSponsor: ({ members }, { sponsor }, { leaders }) =>
      !leaders.includes(sponsor) ? new SponsorIsNoLeader()
        : members.includes(sponsor) ? new HierarchyInGroup()
        : { _tag: "SponsorReplaced", sponsor },
    Leave: ({ members }, _, { actor, at, settings: { groupSize: { min } } }) =>
      ({ _tag: "MemberLeft", person: actor, at, enough: members.length - 1 >= min }),
    AgreeRemoval: (group, { person, talkHeldOn }, { actor, at, settings: { groupSize: { min } } }) => {
      const left = without(group.members, [person, actor, ...removersOf(group, person)])
      const agrees = { _tag: "RemovalAgreed", person, by: actor, talkHeldOn } as const
      return person === actor ? new RemovalOfYourself()
        : !group.members.includes(person) ? new NotInGroup()
        : left.length > 0 ? agrees
        : [agrees, { _tag: "MemberRemoved", person, at, enough: group.members.length - 1 >= min }]
    },
    Pause: () => ({ _tag: "GroupPaused" }),
    Resume: () => ({ _tag: "GroupResumed" }),
    StartClosing: ({ members, smallSince }, _, { actor, at, settings: { smallGroupWeeks: weeks } }) =>
      !members.includes(actor) && (smallSince === null || at < smallSince + weeks * week)
        ? new StillLargeEnough({ weeks })
        : { _tag: "GroupClosing" },
    Dissolve: (_, __, { openPaps: paps }) => paps.length > 0 ? new PapsStillOpen({ paps }) : { _tag: "GroupDissolved" }
  },
  evolve: {
    GroupFormed: (_, group) => ({ ...group, invitations: [], removals: [], grantedHours: 0, smallSince: null }),
    MemberInvited: (group, { by, person }) => ({
      ...group,
      invitations: [
        ...group.invitations.filter((invitation) => invitation.person !== person),
        { person, by: [...without(invitersOf(group, person), [by]), by] }
      ]
    }),
    MemberJoined: (group, { enough, person }) => ({
      ...group,
      members: [...without(group.members, [person]), person],
      invitations: group.invitations.filter((invitation) => invitation.person !== person),
      smallSince: enough ? null : group.smallSince
    }),
    AgreementDrafted: (group, { _tag, ...terms }) => ({ ...group, agreement: { ...terms, version: 1 }, signedBy: [] }),
    AgreementRedrafted: (group, { _tag, ...terms }) =>
      ({ ...group, agreement: { ...terms, version: group.agreement.version + 1 }, signedBy: [] }),
    AgreementSigned: (group, { person }) => ({ ...group, signedBy: [...group.signedBy, person] }),
    TimeGranted: (group, { hours }) => ({ ...group, grantedHours: hours }),
    GroupActivated: (group) => group,
    AgreementChanged: (group, { _tag, ...terms }) =>
      ({ ...group, agreement: { ...terms, version: group.agreement.version + 1 }, signedBy: [] }),
    SponsorReplaced: (group, { sponsor }) => ({ ...group, sponsor }),
    // What is ending has no invitations or removals any more.
    MemberLeft: (group, fact) =>
      "invitations" in group ? leaving(group, fact) : { ...group, members: without(group.members, [fact.person]) },
    RemovalAgreed: (group, { by, person, talkHeldOn }) => ({
      ...group,
      removals: [
        ...group.removals.filter((removal) => removal.person !== person),
        { person, by: [...without(removersOf(group, person), [by]), by], talkHeldOn }
      ]
    }),
    MemberRemoved: (group, fact) => leaving(group, fact),
    GroupPaused: (group) => group,
    GroupResumed: (group) => group,
    GroupClosing: (group) => group,
    GroupDissolved: (group) => group
  }
})
