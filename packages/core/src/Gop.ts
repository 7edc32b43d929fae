/**
 * Gop — group development plan (groepsontwikkelingsplan): what a group wants to learn together, from what its members
 * brought of their own accord (S4.6). Nothing of it leaves the group before everybody whose it is has said yes; what does
 * leave is a thing of its own (GopText), without who brought, offered or objected to what.
 */
import { Schema } from "effect"
import { current, isIn, isSame, quadrant, type Rating, Ref, type Sharer } from "./Competence.ts"
import * as Machine from "./Machine.ts"
import { GrantMissing, NoWords } from "./Pop.ts"
import * as Private from "./Private.ts"
import { refusal } from "./Refusal.ts"
import type { Settings } from "./Settings.ts"
import { Day, endOf, Id, maybe, Minutes, People, Person, SchoolYear } from "./Vocabulary.ts"

/** What a member brings stays in the group (P1), and is theirs. */
const brought = (max: number) => Private.text({ class: "P1", max, subject: "by" })
/** What leaves the group, once everybody whose it is agreed (P4). */
const agreed = (max: number) => Private.text({ class: "P4", max, subject: "stream" })

// What it is about --------------------------------------------------------------

const Kind = Schema.Literals(["PopGoal", "Theme", "HaveNeed", "Success"])
/** Where a goal comes from: a shared goal of a plan, a theme, a row of the board, or something that went well. */
const source = {
  kind: Kind,
  /** The goal or the theme; the words of a plan stay in the plan. */
  ref: maybe(Id),
  competence: maybe(Ref),
  text: maybe(brought(280))
}
const Source = Schema.Struct({ id: Id, ...source, by: Person })
/** Help that a member has to give: a talent of theirs, or something in their own words. */
const Offer = Schema.Struct({ id: Id, competence: maybe(Ref), text: maybe(brought(140)), by: Person })
/** One competence, in counts: how many do it well, how many of those gladly, and how many want to grow in it. */
const Row = Schema.Struct({ ref: Ref, sharers: Minutes, have: Minutes, talent: Minutes, need: Minutes })
export const GroupGoal = Schema.Struct({
  id: Id,
  text: agreed(280),
  themes: Schema.Array(Id),
  actions: Schema.Array(agreed(280)),
  /** Waaraan zien we dat het lukt? */
  sign: agreed(280),
  /** Who is named in these sentences. Only somebody who offered that themselves can be. */
  names: People
})
const Goal = Schema.Struct({ ...GroupGoal.fields, sources: Schema.Array(Id), offers: Schema.Array(Id) })
const Deadline = Schema.Struct({ goal: Id, before: Day })

const plan = {
  groupId: Id,
  schoolYear: SchoolYear,
  version: Minutes,
  sources: Schema.Array(Source),
  offers: Schema.Array(Offer),
  board: Schema.Array(Row),
  /** Those whose words or help it is made of: each of them says yes, or it does not leave the group. */
  contributors: People
}
const proposed = {
  ...plan,
  goals: Schema.Array(Goal),
  consented: People,
  objections: Schema.Array(Schema.Struct({ by: Person, text: maybe(brought(280)) }))
}
const agreedPlan = { ...plan, goals: Schema.Array(Goal), discussedOn: maybe(Day) }
const active = { ...agreedPlan, deadlines: Schema.Array(Deadline) }
const evaluated = { ...active, evaluation: agreed(1000) }

// Why not -----------------------------------------------------------------------

export class GopExists extends refusal(
  "GopExists",
  ({ gop }) => `Your group has a plan for this school year: ${gop}. Go on with that one.`,
  { gop: Id }
) {}
export class GopGroupNotActive extends refusal(
  "GopGroupNotActive",
  "Only an active group makes a plan together, and this one is not active. Activate the group first."
) {}
export class SourceExists extends refusal("SourceExists", "Something was brought under this name already. Choose another name.") {}
export class NoSuchSource extends refusal("NoSuchSource", "You did not bring this, or took it back already. Nothing needs to be done.") {}
export class NothingBrought extends refusal(
  "NothingBrought",
  "There is nothing in what you bring. Name a competence, or write a sentence."
) {}
export class RowNotShown extends refusal(
  "RowNotShown",
  "The board does not show this competence. Choose a row that is shown, or bring it in your own words."
) {}
export class NoSuchThemeYet extends refusal("NoSuchThemeYet", "There is no such theme, or it was declined. Choose a theme that is open.") {}
export class OfferExists extends refusal("OfferExists", "There is an offer under this name already. Choose another name.") {}
export class NoSuchOfferOfYours extends refusal(
  "NoSuchOfferOfYours",
  "You did not offer this, or took it back already. Nothing needs to be done."
) {}
export class NotYourTalent extends refusal(
  "NotYourTalent",
  "By your own ratings this is no talent of yours. Rate it first, or say in your own words what you can help with."
) {}
export class OfferNotMade extends refusal("OfferNotMade", "A goal leans on an offer that nobody made. Choose an offer that stands.") {}
export class GoalWithoutSource extends refusal(
  "GoalWithoutSource",
  ({ goals }) => `Every goal comes from something that a member brought, and these do not: ${goals.join(", ")}. Name what they come from.`,
  { goals: Schema.Array(Id) }
) {}
export class NamedByAnother extends refusal(
  "NamedByAnother",
  ({ people }) => `A sentence names somebody only when they offered that themselves, and these did not: ${people.join(", ")}. Leave the name out, or let them offer it.`,
  { people: People }
) {}
export class ConsentIncomplete extends refusal(
  "ConsentIncomplete",
  ({ missing }) => `A plan leaves the group when everybody whose it is said yes, and not all have: ${missing.join(", ")}. Hear them first, and change the words if need be.`,
  { missing: People }
) {}
export class ConsentedAlready extends refusal("ConsentedAlready", "You said yes to these words already. Wait for the others.") {}
export class NobodyObjects extends refusal("NobodyObjects", "A plan is dropped when somebody objects, and nobody does. Say yes, or object first.") {}
export class DeadlineMissing extends refusal(
  "DeadlineMissing",
  ({ goals }) => `Every goal has a day before which you do it, and these have none: ${goals.join(", ")}. Name a day for each.`,
  { goals: Schema.Array(Id) }
) {}
export class GopNotEvaluated extends refusal(
  "GopNotEvaluated",
  "A plan is closed when you looked back on it, and that has yet to come. Evaluate it first."
) {}
export class YearNotOver extends refusal(
  "YearNotOver",
  ({ schoolYear }) => `The school year ${schoolYear} is not over, so the plan is the group's to close. Wait for its end.`,
  { schoolYear: SchoolYear }
) {}
export class StillInGroup extends refusal("StillInGroup", "They are in the group, so what they brought is theirs. Let them take it back.") {}

// Lifecycle ---------------------------------------------------------------------

const writing = ["Draft", "Proposed"] as const
const standing = ["Agreed", "Active", "Evaluated"] as const
const goals = { goals: Schema.Array(Goal) }

export const GopLifecycle = Machine.lifecycle("Gop", {
  roles: { Member: "groupMembers", Contributor: "contributors", Leader: "sponsors" },
  foundBy: ["groupId", "schoolYear"],
  // Of the group alone, whatever state it is in: what was agreed is read as GopText (domain 5.2).
  seenBy: { Member: ["Facts", "P1", "P4"] },
  needs: {
    groupMembers: People,
    /** Whoever grants the group its time. */
    sponsors: People,
    /** The school year of the group, when it is active. */
    activeIn: Schema.NullOr(SchoolYear),
    liveGop: Schema.NullOr(Id),
    /** Goals of whoever asks that are open to this group. */
    sharedGoals: Schema.Array(Id),
    openThemes: Schema.Array(Id),
    /** What whoever asks does well and gladly, by their own ratings. */
    talents: Schema.Array(Ref),
    /** What members opened of their profiles to this group, in counts per competence; too few sharers is no row. */
    board: Schema.Array(Row)
  },
  states: {
    Draft: plan,
    Proposed: proposed,
    Agreed: agreedPlan,
    Active: active,
    Evaluated: evaluated,
    Closed: plan,
    Rejected: plan
  },
  events: {
    GopOpened: { from: ["Start"], to: "Draft", payload: { groupId: Id, schoolYear: SchoolYear } },
    GoalContributed: { from: ["Draft"], to: "Same", payload: Source.fields },
    ContributionWithdrawn: { from: writing, to: "Same", payload: { source: Id } },
    QualityOffered: { from: [...writing, "Agreed", "Active"], to: "Same", payload: Offer.fields },
    QualityWithdrawn: { from: writing, to: "Same", payload: { offer: Id } },
    HaveNeedBoardBuilt: { from: ["Draft"], to: "Same", payload: { rows: Schema.Array(Row) } },
    GopProposed: { from: writing, to: "Proposed", payload: goals },
    /** What it was made of is no longer all there: the group words it anew. */
    ProposalLapsed: { from: ["Proposed"], to: "Draft" },
    GopConsented: { from: ["Proposed"], to: "Same", payload: { by: Person } },
    GopObjected: { from: ["Proposed"], to: "Same", payload: { by: Person, text: maybe(brought(280)) } },
    GopRejected: { from: ["Proposed"], to: "Rejected" },
    GopAgreed: { from: ["Proposed"], to: "Agreed" },
    GopDiscussed: { from: ["Agreed"], to: "Same", payload: { on: Day } },
    GopActivated: { from: ["Agreed"], to: "Active", payload: { deadlines: Schema.Array(Deadline) } },
    /** A new version is written. The one before stands until the new one is agreed. */
    GopReopened: { from: ["Agreed", "Active"], to: "Draft" },
    GopEvaluated: { from: ["Active"], to: "Evaluated", payload: { evaluation: agreed(1000) } },
    GopClosed: { from: [...writing, ...standing], to: "Closed" }
  },
  commands: {
    Open: {
      by: ["Member"],
      emits: ["GopOpened"],
      needs: ["activeIn", "liveGop"],
      refuses: [GopGroupNotActive, GopExists],
      payload: { groupId: Id }
    },
    /** As a tag or in words of your own; what a plan says stays in the plan. */
    Contribute: {
      by: ["Member"],
      emits: ["GoalContributed"],
      needs: ["sharedGoals", "openThemes"],
      refuses: [SourceExists, GrantMissing, NoSuchThemeYet, RowNotShown, NothingBrought],
      payload: { source: Id, ...source }
    },
    WithdrawContribution: {
      by: ["Contributor"],
      emits: ["ContributionWithdrawn", "ProposalLapsed"],
      refuses: [NoSuchSource],
      payload: { source: Id }
    },
    OfferQuality: {
      by: ["Member"],
      emits: ["QualityOffered"],
      needs: ["talents"],
      refuses: [OfferExists, NothingBrought, NotYourTalent],
      payload: { offer: Id, competence: maybe(Ref), text: Offer.fields.text }
    },
    WithdrawOffer: {
      by: ["Member"],
      emits: ["QualityWithdrawn", "ProposalLapsed"],
      refuses: [NoSuchOfferOfYours],
      payload: { offer: Id }
    },
    BuildHaveNeedBoard: { by: ["System"], emits: ["HaveNeedBoardBuilt"], needs: ["board"] },
    /** Other words are a new proposal, and everybody is asked again. */
    ProposeText: {
      by: ["Member"],
      emits: ["GopProposed"],
      refuses: [NoWords, GoalWithoutSource, OfferNotMade, NamedByAnother],
      payload: goals
    },
    Consent: { by: ["Contributor"], emits: ["GopConsented"], refuses: [ConsentedAlready] },
    Object: { by: ["Contributor"], emits: ["GopObjected"], payload: { text: maybe(brought(280)) } },
    Reject: { by: ["Member"], emits: ["GopRejected"], refuses: [NobodyObjects] },
    /** Follows by itself when the last one said yes; a member who asks for it earlier hears who is still to say so. */
    Agree: { by: ["Member", "System"], emits: ["GopAgreed"], refuses: [ConsentIncomplete] },
    DiscussWithLeader: { by: ["Member", "Leader"], emits: ["GopDiscussed"], payload: { on: Day } },
    Activate: {
      by: ["Member"],
      emits: ["GopActivated"],
      refuses: [DeadlineMissing],
      payload: { deadlines: Schema.Array(Deadline) }
    },
    Reopen: { by: ["Member"], emits: ["GopReopened"] },
    Evaluate: { by: ["Member"], emits: ["GopEvaluated"], refuses: [NoWords], payload: { evaluation: agreed(1000) } },
    /** By the group when it was evaluated; by the system once its school year is over, whatever came of it. */
    Close: { by: ["Member", "System"], emits: ["GopClosed"], refuses: [GopNotEvaluated, YearNotOver] },
    /** Somebody left the group: what they brought and offered goes with them, as far as it was not agreed. */
    LetGo: {
      by: ["System"],
      emits: ["ContributionWithdrawn", "QualityWithdrawn", "ProposalLapsed"],
      needs: ["groupMembers"],
      refuses: [StillInGroup, NoSuchSource],
      payload: { person: Person }
    }
  }
})

// Rules -------------------------------------------------------------------------

type Source = (typeof Source)["Type"]
type Offer = (typeof Offer)["Type"]
type Goal = (typeof Goal)["Type"]
interface Brought {
  readonly sources: ReadonlyArray<Source>
  readonly offers: ReadonlyArray<Offer>
}

const unique = (people: ReadonlyArray<string>) => [...new Set(people)]
/** Who brought something, and whose offer a goal leans on. */
const contributorsOf = ({ offers, sources }: Brought, goals: ReadonlyArray<Goal> = []) =>
  unique([
    ...sources.map(({ by }) => by),
    ...offers.flatMap(({ by, id }) => (goals.some((goal) => goal.offers.includes(id)) ? [by] : []))
  ])
const isShown = (board: ReadonlyArray<(typeof Row)["Type"]>, ref: Ref | undefined) =>
  ref !== undefined && board.some((row) => isSame(row.ref, ref))
/** A goal that comes from nothing that was brought, or leans on an offer that nobody made. */
const lacksSource = ({ sources }: Pick<Brought, "sources">, goal: Goal) =>
  !goal.sources.some((id) => sources.some((source) => source.id === id))
const lacksOffer = ({ offers }: Pick<Brought, "offers">, goal: Goal) =>
  goal.offers.some((id) => !offers.some((offer) => offer.id === id))
const namedByAnother = ({ offers }: Pick<Brought, "offers">, { names, offers: used }: Goal) =>
  names.filter((person) => !offers.some(({ by, id }) => by === person && used.includes(id)))
/** The proposal stands no longer when one of its goals lost all that it came from, or an offer it leans on. */
const lapsed = (goals: ReadonlyArray<Goal>, left: Brought) =>
  goals.some((goal) => lacksSource(left, goal) || lacksOffer(left, goal)) ? [{ _tag: "ProposalLapsed" } as const] : []
const withContributors = <G extends Brought & { readonly goals?: ReadonlyArray<Goal> }>(gop: G) =>
  ({ ...gop, contributors: contributorsOf(gop, gop.goals) })
/** Whose yes is still waited for. */
export const notYetConsented = ({ consented, contributors }: { readonly consented: ReadonlyArray<string>; readonly contributors: ReadonlyArray<string> }) =>
  contributors.filter((person) => !consented.includes(person))
const goalsOf = (gop: Brought & { readonly goals?: ReadonlyArray<Goal> }) => gop.goals ?? []

/**
 * What a group has and what it needs, in counts per competence of a framework (S1.5). A row with too few sharers is not
 * made at all: it would tell who is meant. Only what was opened to the group counts.
 */
export const haveNeedBoard = (
  sharers: ReadonlyArray<Sharer>,
  settings: Pick<Settings, "ratingThreshold" | "sharersAtLeast">
): ReadonlyArray<(typeof Row)["Type"]> => {
  const said = sharers.flatMap(({ person, ratings }) =>
    current(ratings).flatMap((rating) => (rating.ref.of === undefined ? [] : [{ person, rating }])))
  const refs = said.map(({ rating }) => rating.ref).filter((ref, n, all) => all.findIndex((other) => isSame(other, ref)) === n)
  return refs.flatMap((ref) => {
    const mine = said.filter(({ rating }) => isSame(rating.ref, ref))
    const count = (is: (rating: Rating) => boolean) => mine.filter(({ rating }) => is(rating)).length
    const row = {
      ref,
      sharers: unique(mine.map(({ person }) => person)).length,
      have: count(({ skill }) => skill !== null && skill >= settings.ratingThreshold),
      talent: count((rating) => quadrant(rating, settings) === "Talent"),
      need: count((rating) => quadrant(rating, settings) === "Growth")
    }
    return row.sharers < settings.sharersAtLeast ? [] : [row]
  })
}

export const Gop = Machine.make(GopLifecycle, {
  decide: {
    Open: (_, { groupId }, { activeIn, liveGop }) =>
      activeIn === null ? new GopGroupNotActive()
        : liveGop !== null ? new GopExists({ gop: liveGop })
        : { _tag: "GopOpened", groupId, schoolYear: activeIn },
    Contribute: ({ board, sources }, { source: id, ...brought }, { actor, openThemes, sharedGoals }) => {
      const { competence, kind, ref, text } = brought
      const isAmong = (ids: ReadonlyArray<string>) => ref !== undefined && ids.includes(ref)
      return sources.some((source) => source.id === id) ? new SourceExists()
        : kind === "PopGoal" && !isAmong(sharedGoals) ? new GrantMissing()
        : kind === "Theme" && !isAmong(openThemes) ? new NoSuchThemeYet()
        : kind === "HaveNeed" && !isShown(board, competence) ? new RowNotShown()
        : kind !== "Theme" && competence === undefined && text?.isEmpty !== false ? new NothingBrought()
        : { ...brought, _tag: "GoalContributed", id, by: actor }
    },
    WithdrawContribution: (gop, { source }, { actor }) =>
      gop.sources.some(({ by, id }) => id === source && by === actor)
        ? [
          { _tag: "ContributionWithdrawn", source },
          ...lapsed(goalsOf(gop), { ...gop, sources: gop.sources.filter(({ id }) => id !== source) })
        ]
        : new NoSuchSource(),
    OfferQuality: ({ offers }, { offer: id, ...offered }, { actor, talents }) =>
      offers.some((offer) => offer.id === id) ? new OfferExists()
        : offered.competence === undefined && offered.text?.isEmpty !== false ? new NothingBrought()
        : offered.competence !== undefined && !isIn(talents, offered.competence) ? new NotYourTalent()
        : { ...offered, _tag: "QualityOffered", id, by: actor },
    WithdrawOffer: (gop, { offer }, { actor }) =>
      gop.offers.some(({ by, id }) => id === offer && by === actor)
        ? [
          { _tag: "QualityWithdrawn", offer },
          ...lapsed(goalsOf(gop), { ...gop, offers: gop.offers.filter(({ id }) => id !== offer) })
        ]
        : new NoSuchOfferOfYours(),
    BuildHaveNeedBoard: (_, __, { board }) => ({ _tag: "HaveNeedBoardBuilt", rows: board }),
    ProposeText: (gop, { goals }) => {
      const unfounded = goals.filter((goal) => lacksSource(gop, goal)).map(({ id }) => id)
      const people = unique(goals.flatMap((goal) => namedByAnother(gop, goal)))
      return goals.length === 0 || goals.some(({ sign, text }) => text.isEmpty || sign.isEmpty) ? new NoWords()
        : unfounded.length > 0 ? new GoalWithoutSource({ goals: unfounded })
        : goals.some((goal) => lacksOffer(gop, goal)) ? new OfferNotMade()
        : people.length > 0 ? new NamedByAnother({ people })
        : { _tag: "GopProposed", goals }
    },
    Consent: ({ consented }, _, { actor }) =>
      consented.includes(actor) ? new ConsentedAlready() : { _tag: "GopConsented", by: actor },
    Object: (_, said, { actor }) => ({ ...said, _tag: "GopObjected", by: actor }),
    Reject: ({ objections }) => objections.length === 0 ? new NobodyObjects() : { _tag: "GopRejected" },
    Agree: (gop) => {
      const missing = notYetConsented(gop)
      return missing.length > 0 ? new ConsentIncomplete({ missing }) : { _tag: "GopAgreed" }
    },
    DiscussWithLeader: (_, { on }) => ({ _tag: "GopDiscussed", on }),
    Activate: (gop, { deadlines }) => {
      const without = gop.goals.filter(({ id }) => !deadlines.some(({ goal }) => goal === id)).map(({ id }) => id)
      return without.length > 0 ? new DeadlineMissing({ goals: without }) : { _tag: "GopActivated", deadlines }
    },
    Reopen: () => ({ _tag: "GopReopened" }),
    Evaluate: (_, { evaluation }) => evaluation.isEmpty ? new NoWords() : { _tag: "GopEvaluated", evaluation },
    Close: ({ _tag, schoolYear }, _, { actor, at }) =>
      actor !== Machine.system && _tag !== "Evaluated" ? new GopNotEvaluated()
        : actor === Machine.system && at < endOf(schoolYear) ? new YearNotOver({ schoolYear })
        : { _tag: "GopClosed" },
    LetGo: (gop, { person }, { groupMembers }) => {
      const isTheirs = ({ by }: { readonly by: string }) => by === person
      const left = {
        sources: gop.sources.filter((one) => !isTheirs(one)),
        offers: gop.offers.filter((one) => !isTheirs(one))
      }
      const [first, ...more] = [
        ...gop.sources.filter(isTheirs).map(({ id }) => ({ _tag: "ContributionWithdrawn", source: id }) as const),
        ...gop.offers.filter(isTheirs).map(({ id }) => ({ _tag: "QualityWithdrawn", offer: id }) as const)
      ]
      return groupMembers.includes(person) ? new StillInGroup()
        : first === undefined ? new NoSuchSource()
        : [first, ...more, ...lapsed(goalsOf(gop), left)]
    }
  },
  evolve: {
    GopOpened: (_, gop) => ({ ...gop, version: 0, sources: [], offers: [], board: [], contributors: [] }),
    GoalContributed: (gop, { _tag, ...source }) => withContributors({ ...gop, sources: [...gop.sources, source] }),
    ContributionWithdrawn: (gop, { source }) =>
      withContributors({ ...gop, sources: gop.sources.filter(({ id }) => id !== source) }),
    QualityOffered: (gop, { _tag, ...offer }) => ({ ...gop, offers: [...gop.offers, offer] }),
    QualityWithdrawn: (gop, { offer }) => withContributors({ ...gop, offers: gop.offers.filter(({ id }) => id !== offer) }),
    HaveNeedBoardBuilt: (gop, { rows }) => ({ ...gop, board: rows }),
    GopProposed: (gop, { goals }) => withContributors({ ...gop, goals, consented: [], objections: [] }),
    ProposalLapsed: (gop) => ({ ...gop, contributors: contributorsOf(gop) }),
    GopConsented: (gop, { by }) => ({
      ...gop,
      consented: [...gop.consented, by],
      objections: gop.objections.filter((objection) => objection.by !== by)
    }),
    GopObjected: (gop, { _tag, ...objection }) => ({
      ...gop,
      consented: gop.consented.filter((person) => person !== objection.by),
      objections: [...gop.objections.filter(({ by }) => by !== objection.by), objection]
    }),
    GopRejected: (gop) => gop,
    GopAgreed: (gop) => ({ ...gop, version: gop.version + 1 }),
    GopDiscussed: (gop, { on }) => ({ ...gop, discussedOn: on }),
    GopActivated: (gop, { deadlines }) => ({ ...gop, deadlines }),
    GopReopened: (gop) => ({ ...gop, contributors: contributorsOf(gop) }),
    GopEvaluated: (gop, { evaluation }) => ({ ...gop, evaluation }),
    GopClosed: (gop) => gop
  }
})
