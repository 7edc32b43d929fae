/**
 * CompetenceProfile — how somebody sees their own competences: what is fun, what goes well, what is done at work. Only
 * the owner rates and only the owner opens it; colleagues can offer a recognition, which the owner takes or lets lie.
 */
import { Schema } from "effect"
import { Applied, isSame, Level, Rated, rating, Ref } from "./Competence.ts"
import {
  Circle, giving, Grant, GrantEndsInThePast, GrantExists, GrantNotOver, mayNotGive, mayNotLapse, NoSuchGrant, NotInYourCircle,
  withEnd, without
} from "./Grant.ts"
import { mayNotErase, StillKept, StillWorksHere } from "./Leaving.ts"
import * as Machine from "./Machine.ts"
import { seenBy } from "./Privacy.ts"
import * as Private from "./Private.ts"
import { refusal } from "./Refusal.ts"
import { Settings } from "./Settings.ts"
import { Id, Instant, maybe, People, Person } from "./Vocabulary.ts"

const Own = Private.text({ class: "P0", max: 280, subject: "ownerId" })
const OwnName = Private.text({ class: "P0", max: 80, subject: "ownerId" })
const ShownName = Private.text({ class: "P2", max: 80, subject: "ownerId" })
/** Daaraan herken ik jou: said to its receiver, and from then on theirs. */
const Said = Private.text({ class: "P0", max: 140, subject: "ownerId" })

// What it is about --------------------------------------------------------------

/** A quality in the owner's own words, from daily life as well; nobody needs one (S2.7). */
const Personal = Schema.Struct({ id: Id, name: OwnName })
/** What lies under the behaviour, for the owner alone. No grant ever covers it. */
const reflection = {
  ref: maybe(Ref),
  want: maybe(Own),
  dare: maybe(Own),
  /** Waar loop je warm voor? */
  warmFor: maybe(Own),
  motives: maybe(Own),
  values: maybe(Own),
  selfConcept: maybe(Own)
}
const Reflection = Schema.Struct({ ...reflection, at: Instant })
const Recognition = Schema.Struct({ id: Id, by: Person, ref: maybe(Ref), words: Said, accepted: Schema.Boolean })
/** What was opened, as it was at that moment: what is rated later is not in it. */
const Row = Schema.Struct({ ...rating, name: maybe(ShownName) })
const Choice = Schema.Struct({ ref: Ref, name: maybe(ShownName) })

const profile = {
  ownerId: Person,
  /** All that was ever rated, oldest first: the growth over the years is in it. */
  ratings: Schema.Array(Rated),
  personal: Schema.Array(Personal),
  reflections: Schema.Array(Reflection),
  recognitions: Schema.Array(Recognition),
  /** Names of all recognitions ever, so that a name in use says nothing of what became of it. */
  recognitionNames: Schema.Array(Id),
  grants: Schema.Array(Grant)
}
const opened = { ...Grant.fields, rows: Schema.Array(Row) }

// Why not -----------------------------------------------------------------------

export class ProfileExists extends refusal(
  "ProfileExists",
  ({ profile }) => `You have a profile already: ${profile}. Go on with that one.`,
  { profile: Id }
) {}
export class CompetenceNotPublished extends refusal(
  "CompetenceNotPublished",
  "This competence is not in a published framework. Choose one that is, or add it in your own words."
) {}
export class NoSuchPersonalCompetence extends refusal(
  "NoSuchPersonalCompetence",
  "You did not add this competence. Add it in your own words first."
) {}
export class PersonalCompetenceExists extends refusal(
  "PersonalCompetenceExists",
  "You have a competence under this name. Choose another name."
) {}
export class NothingWritten extends refusal("NothingWritten", "There are no words in it. Write a few, or leave it.") {}
export class OwnRecognition extends refusal("OwnRecognition", "A recognition comes from somebody else. Keep what you are proud of in your portfolio.") {}
export class RecognitionExists extends refusal(
  "RecognitionExists",
  "There is a recognition under this name. Choose another name."
) {}
export class NoSuchRecognition extends refusal(
  "NoSuchRecognition",
  "No recognition with this name waits for you. Choose one of those that were offered."
) {}
export class NothingToShow extends refusal(
  "NothingToShow",
  "You chose nothing to open, or something that you did not rate. Choose from what you rated."
) {}
export class PersonalWithoutName extends refusal(
  "PersonalWithoutName",
  "A competence of your own means nothing to others without its name. Say how you want to call it for them."
) {}

// Lifecycle ---------------------------------------------------------------------

const live = ["Empty", "Active", "Shared"] as const
const inUse = ["Active", "Shared"] as const

export const CompetenceProfileLifecycle = Machine.lifecycle("CompetenceProfile", {
  roles: { Owner: "ownerId", Peer: "peers" },
  foundBy: ["ownerId"],
  // What is opened to others is a thing of its own (SharedView), so that nothing else of the profile comes along.
  seenBy: seenBy("CompetenceProfile"),
  needs: {
    /** The other members of the groups of the owner. */
    peers: People,
    staff: People,
    otherProfile: Schema.NullOr(Id),
    competenceIsPublished: Schema.Boolean,
    circle: Circle,
    settings: Settings
  },
  states: {
    Empty: profile,
    Active: profile,
    Shared: profile,
    Closed: { ...profile, closedAt: Instant },
    Erased: { ownerId: Person }
  },
  events: {
    ProfileOpened: { from: ["Start"], to: "Empty", payload: { ownerId: Person } },
    /** The first thing is in it. */
    ProfileBegun: { from: ["Empty"], to: "Active" },
    CompetenceRated: { from: inUse, to: "Same", payload: Rated.fields },
    PersonalCompetenceAdded: { from: inUse, to: "Same", payload: Personal.fields },
    PersonalCompetenceRemoved: {
      from: inUse,
      to: "Same",
      payload: { personal: Id },
      takesBack: { event: "PersonalCompetenceAdded", named: "id", by: "personal" }
    },
    ReflectionWritten: { from: inUse, to: "Same", payload: Reflection.fields },
    RecognitionOffered: {
      from: live,
      to: "Same",
      payload: { recognition: Id, by: Person, ref: maybe(Ref), words: Said }
    },
    RecognitionAccepted: { from: live, to: "Same", payload: { recognition: Id } },
    RecognitionDeclined: {
      from: live,
      to: "Same",
      payload: { recognition: Id },
      takesBack: { event: "RecognitionOffered", named: "recognition", by: "recognition" }
    },
    ViewGranted: { from: inUse, to: "Shared", payload: opened },
    ViewRevoked: { from: ["Shared"], to: "Same", payload: { grant: Id } },
    ViewLapsed: { from: ["Shared"], to: "Same", payload: { grant: Id } },
    SharingEnded: { from: ["Shared"], to: "Active" },
    ProfileClosed: { from: live, to: "Closed", payload: { at: Instant } },
    ProfileErased: { from: [...live, "Closed"], to: "Erased", forgets: true }
  },
  commands: {
    Open: { by: ["Founder", "Owner"], emits: ["ProfileOpened"], needs: ["otherProfile"], refuses: [ProfileExists] },
    /** Says what is left out as it was before; a level of nothing takes it back. Nobody has to rate anything (S4.1). */
    Rate: {
      by: ["Owner"],
      emits: ["ProfileBegun", "CompetenceRated"],
      needs: ["competenceIsPublished"],
      refuses: [CompetenceNotPublished, NoSuchPersonalCompetence],
      payload: {
        ref: Ref,
        fun: maybe(Level),
        skill: maybe(Level),
        applied: maybe(Applied),
        learned: maybe(Schema.Boolean),
        evidence: maybe(Schema.Array(Id))
      }
    },
    AddPersonalCompetence: {
      by: ["Owner"],
      emits: ["ProfileBegun", "PersonalCompetenceAdded"],
      refuses: [NothingWritten, PersonalCompetenceExists],
      payload: { personal: Id, name: OwnName }
    },
    RemovePersonalCompetence: {
      by: ["Owner"],
      emits: ["PersonalCompetenceRemoved"],
      refuses: [NoSuchPersonalCompetence],
      payload: { personal: Id }
    },
    WriteReflection: {
      by: ["Owner"],
      emits: ["ProfileBegun", "ReflectionWritten"],
      refuses: [NothingWritten],
      payload: reflection
    },
    /** One sentence, in a positive form: a page asks for "daaraan herken ik jou". */
    OfferRecognition: {
      by: ["Peer"],
      emits: ["RecognitionOffered"],
      refuses: [OwnRecognition, NothingWritten, RecognitionExists],
      payload: { recognition: Id, ref: maybe(Ref), words: Said }
    },
    AcceptRecognition: {
      by: ["Owner"],
      emits: ["RecognitionAccepted"],
      refuses: [NoSuchRecognition],
      payload: { recognition: Id }
    },
    DeclineRecognition: {
      by: ["Owner"],
      emits: ["RecognitionDeclined"],
      refuses: [NoSuchRecognition],
      payload: { recognition: Id }
    },
    GrantView: {
      by: ["Owner"],
      emits: ["ViewGranted"],
      needs: ["circle", "settings"],
      refuses: [NothingToShow, PersonalWithoutName, GrantExists, NotInYourCircle, GrantEndsInThePast],
      payload: { ...giving, shows: Schema.Array(Choice) }
    },
    RevokeView: { by: ["Owner"], emits: ["ViewRevoked", "SharingEnded"], refuses: [NoSuchGrant], payload: { grant: Id } },
    Lapse: {
      by: ["System"],
      emits: ["ViewLapsed", "SharingEnded"],
      refuses: [NoSuchGrant, GrantNotOver],
      payload: { grant: Id }
    },
    Close: { by: ["System"], emits: ["ProfileClosed"], needs: ["staff"], refuses: [StillWorksHere] },
    /** At once when its owner wants it; by the system only some days after they left. */
    Erase: { by: ["Owner", "System"], emits: ["ProfileErased"], needs: ["settings"], refuses: [StillKept] }
  }
})

// Rules -------------------------------------------------------------------------

const unsaid = { fun: null, skill: null, applied: "None", learned: false, evidence: [] } as const
const begun = { _tag: "ProfileBegun" } as const
const waits = (recognitions: ReadonlyArray<(typeof Recognition)["Type"]>, id: string) =>
  recognitions.some((one) => one.id === id && !one.accepted)
const isEmpty = (words: { readonly isEmpty: boolean } | undefined) => words === undefined || words.isEmpty

export const CompetenceProfile = Machine.make(CompetenceProfileLifecycle, {
  decide: {
    Open: (_, __, { actor, otherProfile }) =>
      otherProfile === null ? { _tag: "ProfileOpened", ownerId: actor } : new ProfileExists({ profile: otherProfile }),
    Rate: ({ _tag, personal, ratings }, { ref, ...said }, { at, competenceIsPublished }) => {
      const before = ratings.findLast((rated) => isSame(rated.ref, ref)) ?? unsaid
      const rated = { ...unsaid, ...before, ...said, _tag: "CompetenceRated", ref, at } as const
      return ref.of !== undefined && !competenceIsPublished ? new CompetenceNotPublished()
        : ref.of === undefined && !personal.some(({ id }) => id === ref.competence) ? new NoSuchPersonalCompetence()
        : _tag === "Empty" ? [begun, rated]
        : rated
    },
    AddPersonalCompetence: (profile, { name, personal: id }) => {
      const added = { _tag: "PersonalCompetenceAdded", id, name } as const
      return name.isEmpty ? new NothingWritten()
        : profile.personal.some((one) => one.id === id) ? new PersonalCompetenceExists()
        : profile._tag === "Empty" ? [begun, added]
        : added
    },
    RemovePersonalCompetence: (profile, { personal }) =>
      profile.personal.some(({ id }) => id === personal)
        ? { _tag: "PersonalCompetenceRemoved", personal }
        : new NoSuchPersonalCompetence(),
    WriteReflection: ({ _tag }, { _tag: _, ...reflection }, { at }) => {
      const { dare, motives, selfConcept, values, want, warmFor } = reflection
      const written = { ...reflection, _tag: "ReflectionWritten", at } as const
      return [dare, motives, selfConcept, values, want, warmFor].every(isEmpty) ? new NothingWritten()
        : _tag === "Empty" ? [begun, written]
        : written
    },
    OfferRecognition: ({ ownerId, recognitionNames }, offer, { actor }) =>
      actor === ownerId ? new OwnRecognition()
        : offer.words.isEmpty ? new NothingWritten()
        : recognitionNames.includes(offer.recognition) ? new RecognitionExists()
        : { ...offer, _tag: "RecognitionOffered", by: actor },
    AcceptRecognition: ({ recognitions }, { recognition }) =>
      waits(recognitions, recognition) ? { _tag: "RecognitionAccepted", recognition } : new NoSuchRecognition(),
    DeclineRecognition: ({ recognitions }, { recognition }) =>
      waits(recognitions, recognition) ? { _tag: "RecognitionDeclined", recognition } : new NoSuchRecognition(),
    GrantView: ({ grants, ratings }, { shows, ...asked }, { at, circle, settings }) => {
      const { grant: id, to, until } = withEnd(asked, circle, at, settings)
      const rows = shows.flatMap(({ name, ref }) => {
        const rated = ratings.findLast((one) => isSame(one.ref, ref))
        return rated === undefined ? [] : [{ ...shownOf(rated), ...(name !== undefined && { name }) }]
      })
      return shows.length === 0 || rows.length < shows.length ? new NothingToShow()
        : rows.some(({ name, ref }) => ref.of === undefined && isEmpty(name)) ? new PersonalWithoutName()
        : mayNotGive({ grant: id, to, until }, grants, circle, at) ?? { _tag: "ViewGranted", id, to, until, rows }
    },
    RevokeView: ({ grants }, { grant }) =>
      !grants.some(({ id }) => id === grant) ? new NoSuchGrant()
        : grants.length > 1 ? { _tag: "ViewRevoked", grant }
        : [{ _tag: "ViewRevoked", grant }, { _tag: "SharingEnded" }],
    Lapse: ({ grants }, { grant }, { at }) =>
      mayNotLapse(grants, grant, at)
        ?? (grants.length > 1 ? { _tag: "ViewLapsed", grant } : [{ _tag: "ViewLapsed", grant }, { _tag: "SharingEnded" }]),
    Close: ({ ownerId }, _, { at, staff }) => (staff.includes(ownerId) ? new StillWorksHere() : { _tag: "ProfileClosed", at }),
    Erase: (profile, _, { actor, at, settings }) =>
      mayNotErase(profile._tag === "Closed" ? profile.closedAt : undefined, actor === profile.ownerId, at, settings)
        ?? { _tag: "ProfileErased" }
  },
  evolve: {
    ProfileOpened: (_, { ownerId }) =>
      ({ ownerId, ratings: [], personal: [], reflections: [], recognitions: [], recognitionNames: [], grants: [] }),
    ProfileBegun: (profile) => profile,
    CompetenceRated: (profile, { _tag, ...rated }) => ({ ...profile, ratings: [...profile.ratings, rated] }),
    PersonalCompetenceAdded: (profile, { id, name }) => ({ ...profile, personal: [...profile.personal, { id, name }] }),
    // With the words goes what was rated under them.
    PersonalCompetenceRemoved: (profile, { personal }) => ({
      ...profile,
      personal: profile.personal.filter(({ id }) => id !== personal),
      ratings: profile.ratings.filter(({ ref }) => ref.of !== undefined || ref.competence !== personal)
    }),
    ReflectionWritten: (profile, { _tag, ...reflection }) => ({ ...profile, reflections: [...profile.reflections, reflection] }),
    RecognitionOffered: (profile, { _tag, recognition: id, ...offer }) => ({
      ...profile,
      recognitions: [...profile.recognitions, { ...offer, id, accepted: false }],
      recognitionNames: [...profile.recognitionNames, id]
    }),
    RecognitionAccepted: (profile, { recognition }) => ({
      ...profile,
      recognitions: profile.recognitions.map((one) => (one.id === recognition ? { ...one, accepted: true } : one))
    }),
    // Nothing is left of it but its name, so that nobody can ever find out.
    RecognitionDeclined: (profile, { recognition }) =>
      ({ ...profile, recognitions: profile.recognitions.filter(({ id }) => id !== recognition) }),
    ViewGranted: (profile, { id, to, until }) => ({ ...profile, grants: [...profile.grants, { id, to, until }] }),
    ViewRevoked: (profile, { grant }) => ({ ...profile, grants: without(profile.grants, grant) }),
    ViewLapsed: (profile, { grant }) => ({ ...profile, grants: without(profile.grants, grant) }),
    SharingEnded: (profile) => profile,
    ProfileClosed: (profile, { at }) => ({ ...profile, grants: [], closedAt: at }),
    ProfileErased: ({ ownerId }) => ({ ownerId })
  }
})

/** What others see of a rating: where it stands, not when it was rated nor by what it is shown. */
const shownOf = ({ applied, fun, learned, ref, skill }: Rated) => ({ ref, fun, skill, applied, learned })
