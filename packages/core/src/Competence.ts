/**
 * Competence — what one does well and gladly: how it is pointed at, how its owner rates it, and what can be read off
 * those ratings. Fun and skill are two axes, and whether it is done at work is a third fact (S3.2-S3.6).
 *
 * Everything here is for the owner's eyes: nothing compares people, nothing adds them up.
 */
import { Schema } from "effect"
import type { Settings } from "./Settings.ts"
import { Id, Instant, maybe } from "./Vocabulary.ts"

/** Versions of a framework count from 1. */
export const Version = Schema.Int.check(Schema.isGreaterThanOrEqualTo(1))
export const FrameworkVersion = Schema.Struct({ framework: Id, version: Version })
/** A competence as it stands in one version of a framework; without a framework it is the owner's own. */
export const Ref = Schema.Struct({ competence: Id, of: maybe(FrameworkVersion) })
/** From 1, not at all, to 5, very much; nothing while its owner says nothing, and nobody has to (S4.1). */
export const Level = Schema.NullOr(Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 5 })))
export const Applied = Schema.Literals(["None", "Tried", "Practised", "Regular"])

/** What an owner says of one competence; nothing here is anybody else's opinion. */
export const rating = { ref: Ref, fun: Level, skill: Level, applied: Applied, learned: Schema.Boolean }
export const Rating = Schema.Struct(rating)
export const Rated = Schema.Struct({ ...rating, evidence: Schema.Array(Id), at: Instant })

export type FrameworkVersion = (typeof FrameworkVersion)["Type"]
export type Ref = (typeof Ref)["Type"]
export type Applied = (typeof Applied)["Type"]
export type Rating = (typeof Rating)["Type"]
export type Rated = (typeof Rated)["Type"]
export type Quadrant = "Talent" | "Growth" | "Routine" | "NotMine" | "Unrated"
export type Claim = "Unrated" | "Rated" | "LearnedNotApplied" | "Tried" | "Practised" | "Recognised"

/** Do they point at the same competence, in the same version of the same framework? */
export const isSame = (one: Ref, other: Ref): boolean =>
  one.competence === other.competence && one.of?.framework === other.of?.framework && one.of?.version === other.of?.version

/** Is it among these? */
export const isIn = (refs: ReadonlyArray<Ref>, ref: Ref): boolean => refs.some((other) => isSame(other, ref))

/** What is said now of each competence, in the order in which they were first rated. */
export const current = <R extends Rating>(ratings: ReadonlyArray<R>): ReadonlyArray<R> =>
  ratings
    .filter(({ ref }, n) => ratings.findIndex((other) => isSame(other.ref, ref)) === n)
    .map(({ ref }) => ratings.findLast((other) => isSame(other.ref, ref))!)

/** How one competence grew over the years, oldest first (S4.7). */
export const lineOf = (ratings: ReadonlyArray<Rated>, ref: Ref): ReadonlyArray<Rated> =>
  ratings.filter((rated) => isSame(rated.ref, ref)).toSorted((one, other) => one.at - other.at)

// The quadrant ----------------------------------------------------------------------

/**
 * Fun and good together make a talent; one of them alone does not (S3.4).
 *
 * @example
 * ```ts
 * import { Competence } from "@groeikring/core"
 *
 * Competence.quadrant({ fun: 4, skill: 3 }, { ratingThreshold: 4 }) // => "Growth"
 * ```
 */
export const quadrant = (
  { fun, skill }: Pick<Rating, "fun" | "skill">,
  { ratingThreshold }: Pick<Settings, "ratingThreshold">
): Quadrant =>
  fun === null || skill === null ? "Unrated"
    : fun >= ratingThreshold ? (skill >= ratingThreshold ? "Talent" : "Growth")
    : skill >= ratingThreshold ? "Routine"
    : "NotMine"

/** Learned, and not yet done at work: that is no competence yet (S3.6). Only of what a function asks. */
export const learnedNotApplied = ({ applied, learned, ref }: Pick<Rating, "applied" | "learned" | "ref">): boolean =>
  ref.of !== undefined && learned && applied === "None"

/** A talent that the work does not see (S3.7). */
export const hiddenTalentAtWork = (
  rating: Pick<Rating, "applied" | "fun" | "skill">,
  settings: Pick<Settings, "ratingThreshold">
): boolean => quadrant(rating, settings) === "Talent" && rating.applied === "None"

/**
 * How far a claim to a competence has come. Doing it at work moves it forward, a course alone does not (S3.7), and what
 * others recognise counts for what has been done.
 */
export const claim = (rating: Rating | undefined, isRecognised: boolean): Claim => {
  if (rating === undefined) return "Unrated"
  const { applied, fun, skill } = rating
  if (applied !== "None") return isRecognised ? "Recognised" : applied === "Tried" ? "Tried" : "Practised"
  return learnedNotApplied(rating) ? "LearnedNotApplied"
    : fun === null && skill === null && !rating.learned ? "Unrated"
    : "Rated"
}

/** How far each claim of an owner has come, for the owner. It is read off what was rated and accepted, and stored nowhere. */
export const claims = ({
  ratings,
  recognitions
}: {
  readonly ratings: ReadonlyArray<Rated>
  readonly recognitions: ReadonlyArray<{ readonly ref?: Ref; readonly accepted: boolean }>
}): ReadonlyArray<{ readonly ref: Ref; readonly claim: Claim }> =>
  current(ratings).map((rated) => ({
    ref: rated.ref,
    claim: claim(rated, recognitions.some(({ accepted, ref }) => accepted && ref !== undefined && isSame(ref, rated.ref)))
  }))

// What follows from it, for the owner alone --------------------------------------------

export interface GoalSuggestion {
  readonly ref: Ref
  readonly because: "NearZone" | "LearnedNotApplied" | "HiddenTalent"
  /** Somebody near can help with it. */
  readonly hasSupport: boolean
}

/** What a suggestion of goals may know besides the ratings: what the function asks, and where help is at hand. */
export interface Surroundings {
  readonly asked: ReadonlyArray<Ref>
  readonly support: ReadonlyArray<Ref>
}

/**
 * Goals to think about, the nearest first: what is fun and within reach with help (the zone of proximal development,
 * S5.3), then what was learned and waits to be done, then talents that the work does not see. What is neither fun nor
 * good is never suggested. Within each of them, first where help is at hand, then what the function asks.
 */
export const suggestGoals = (
  ratings: ReadonlyArray<Rating>,
  { asked, support }: Surroundings,
  settings: Pick<Settings, "ratingThreshold" | "nearZone" | "gladlyFrom">
): ReadonlyArray<GoalSuggestion> => {
  const { gladlyFrom, nearZone: { max, min } } = settings
  const why = (rating: Rating): GoalSuggestion["because"] | undefined => {
    const { fun, skill } = rating
    const where = quadrant(rating, settings)
    return where === "NotMine" ? undefined
      : where === "Growth" && skill !== null && skill >= min && skill <= max ? "NearZone"
      : learnedNotApplied(rating) && fun !== null && fun >= gladlyFrom ? "LearnedNotApplied"
      : hiddenTalentAtWork(rating, settings) ? "HiddenTalent"
      : undefined
  }
  const rank = ({ because, hasSupport, ref }: GoalSuggestion) =>
    4 * ["NearZone", "LearnedNotApplied", "HiddenTalent"].indexOf(because) + (hasSupport ? 0 : 2) + (isIn(asked, ref) ? 0 : 1)
  return current(ratings)
    .flatMap((rating) => {
      const because = why(rating)
      return because === undefined ? [] : [{ ref: rating.ref, because, hasSupport: isIn(support, rating.ref) }]
    })
    .toSorted((one, other) => rank(one) - rank(other))
}

/** What somebody opened to a group. */
export interface Sharer {
  readonly person: string
  readonly ratings: ReadonlyArray<Rating>
}

/**
 * By which talents somebody stands out inside their group (S5.11): those that no other sharer has. It says nothing of
 * the others, and nothing at all while too few share: then it would tell who does not have it.
 */
export const distinguishingQualities = (
  person: string,
  sharers: ReadonlyArray<Sharer>,
  settings: Pick<Settings, "ratingThreshold" | "sharersAtLeast">
): ReadonlyArray<Ref> => {
  const talentsOf = ({ ratings }: Sharer) =>
    current(ratings).flatMap((rating) => (quadrant(rating, settings) === "Talent" ? [rating.ref] : []))
  const others = sharers.filter((sharer) => sharer.person !== person).flatMap(talentsOf)
  return new Set(sharers.map(({ person }) => person)).size < settings.sharersAtLeast
    ? []
    : sharers
      .filter((sharer) => sharer.person === person)
      .flatMap(talentsOf)
      .filter((ref, n, mine) => !isIn(others, ref) && mine.findIndex((other) => isSame(other, ref)) === n)
}

/** One competence as its owner sees it and as others see it: next to each other, never added up. */
export interface SideBySide<View> {
  readonly ref: Ref
  readonly own: Rating | undefined
  readonly others: ReadonlyArray<View>
}

/** The self view and the other views side by side, for whoever may see both. Views that were not shared are not given to it. */
export const sideBySide = <View extends { readonly ref: Ref }>(
  ratings: ReadonlyArray<Rating>,
  views: ReadonlyArray<View>
): ReadonlyArray<SideBySide<View>> => {
  const now = current(ratings)
  const refs = [...now, ...views].map(({ ref }) => ref)
  return refs
    .filter((ref, n) => refs.findIndex((other) => isSame(other, ref)) === n)
    .map((ref) => ({
      ref,
      own: now.find((rating) => isSame(rating.ref, ref)),
      others: views.filter((view) => isSame(view.ref, ref))
    }))
}

// What a rating means today --------------------------------------------------------

/** As much of a published version as it takes to follow a competence through the years. */
export interface Followed extends FrameworkVersion {
  readonly competences: ReadonlyArray<{ readonly id: string }>
  readonly predecessor?: FrameworkVersion
  readonly replacedBy: ReadonlyArray<{ readonly competence: string; readonly by: ReadonlyArray<string> }>
}

/**
 * What a competence is called today: what replaced it, and what replaced that. Itself while its version has no
 * successor; nothing when it was dropped. A personal competence is its owner's, and is never replaced.
 */
export const today = (ref: Ref, versions: ReadonlyArray<Followed>): ReadonlyArray<Ref> => {
  const found: Array<Ref> = []
  const follow = (ref: Ref, before: ReadonlyArray<Ref>): void => {
    const next = versions.find(
      ({ predecessor }) =>
        ref.of !== undefined && predecessor?.framework === ref.of.framework && predecessor.version === ref.of.version
    )
    if (next === undefined) {
      if (!found.some((one) => isSame(one, ref))) found.push(ref)
      return
    }
    const { framework, version } = next
    const by = next.replacedBy.find(({ competence }) => competence === ref.competence)?.by
      ?? next.competences.flatMap(({ id }) => (id === ref.competence ? [id] : []))
    for (const competence of by) {
      const step = { competence, of: { framework, version } }
      if (!before.some((one) => isSame(one, step))) follow(step, [...before, ref, step])
    }
  }
  follow(ref, [ref])
  return found
}
