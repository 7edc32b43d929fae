/**
 * Pop — personal development plan: the goals of one person for a few years, each with a reason of their own. Nobody but
 * the owner writes in it; it has no last word, because closing one asks what the next is about (S4.2).
 */
import { Schema } from "effect"
import { Ref } from "./Competence.ts"
import {
  Circle, giving, Grant, GrantEndsInThePast, GrantExists, GrantNotOver, isLive, mayNotGive, mayNotLapse, NoSuchGrant,
  NotInYourCircle, without
} from "./Grant.ts"
import { mayNotErase, StillKept, StillWorksHere } from "./Leaving.ts"
import * as Machine from "./Machine.ts"
import { seenBy } from "./Privacy.ts"
import * as Private from "./Private.ts"
import { refusal } from "./Refusal.ts"
import { Settings } from "./Settings.ts"
import { Day, day, Id, Instant, maybe, overAt, People, Person, startOf } from "./Vocabulary.ts"

const Own = Private.text({ class: "P0", max: 280, subject: "ownerId" })
/** Wie ben ik als professional? */
const Intro = Private.text({ class: "P0", max: 2000, subject: "ownerId" })
const Shown = Private.text({ class: "P2", max: 280, subject: "ownerId" })

// What it is about --------------------------------------------------------------

const Kind = Schema.Literals(["Competence", "Task", "Career", "Wellbeing"])
/** 0 not begun, 1 exploring, 2 trying, 3 applying, 4 part of me. Said by the owner, and never reckoned. */
const Progress = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 4 }))
const period = Schema.Struct({ from: Day, until: Day })
const words = {
  kind: Kind,
  text: Own,
  /** What moves the owner to it: learning is not enough (S3.5). */
  why: Own,
  competence: maybe(Ref),
  signs: Schema.Array(Own),
  support: Schema.Array(Own),
  horizon: Day
}
const Goal = Schema.Struct({
  id: Id,
  ...words,
  progress: Progress,
  progressAt: maybe(Instant),
  standing: Schema.Literals(["Active", "Deferred", "Achieved", "Dropped"]),
  shares: Schema.Array(Grant)
})
const Feedback = Schema.Struct({ goal: Id, by: Person, words: Own, at: Instant })

const begin = {
  ownerId: Person,
  period,
  intro: Intro,
  /** The plan that goes on in this one, with the goals that were still open there. */
  renews: maybe(Id),
  goals: Schema.Array(Goal)
}
const plan = { ...begin, feedback: Schema.Array(Feedback) }
const active = { ...plan, activatedAt: Instant, reviewedAt: maybe(Instant) }
const next = { next: Id, nextPeriod: period }

// Why not -----------------------------------------------------------------------

export class PopExists extends refusal(
  "PopExists",
  ({ pop }) => `You have a plan that runs: ${pop}. Renew or stop that one first.`,
  { pop: Id }
) {}
export class PeriodTooLong extends refusal(
  "PeriodTooLong",
  ({ years }) => `A plan is for at most ${years} years, and ends after it begins. Choose another period; you can renew it then.`,
  { years: Schema.Int }
) {}
export class GoalWithoutMotivation extends refusal(
  "GoalWithoutMotivation",
  "A goal needs more than something to learn, and this one does not say what moves you. Write why you want it."
) {}
export class GoalWithoutText extends refusal("GoalWithoutText", "A goal says what it is about, and this one says nothing. Write it in a sentence.") {}
export class GoalExists extends refusal("GoalExists", "There is a goal under this name in your plan. Choose another name.") {}
export class NoSuchGoal extends refusal("NoSuchGoal", "Your plan has no such goal, or it is not open any more. Choose one of your open goals.") {}
export class TooManyActiveGoals extends refusal(
  "TooManyActiveGoals",
  ({ max }) => `Working on more than ${max} goals at once rarely works. Put one off, or drop it; that needs no reason.`,
  { max: Schema.Int }
) {}
export class NoActiveGoal extends refusal(
  "NoActiveGoal",
  ({ min }) => `A plan begins with at least ${min} goal to work on. Add a goal, or take one up again.`,
  { min: Schema.Int }
) {}
export class NotYourLeader extends refusal(
  "NotYourLeader",
  "A goal is shared with a group of yours, with your leader, or with a conversation. Choose one of those."
) {}
export class GrantMissing extends refusal(
  "GrantMissing",
  "This goal is not shared with that group. Its owner can share it first."
) {}
export class NoWords extends refusal("NoWords", "There are no words in it. Write a sentence.") {}
export class ReviewNotDue extends refusal(
  "ReviewNotDue",
  ({ days }) => `A plan is looked back on once in ${days} days, or when its owner wants to. Wait for the day.`,
  { days: Schema.Int }
) {}

// Lifecycle ---------------------------------------------------------------------

const running = ["Active", "InReview"] as const
const live = ["Draft", ...running] as const
const over = ["Renewed", "Completed", "Stopped"] as const
const mayNotBeSaid = [GoalWithoutText, GoalWithoutMotivation] as const
const aGoal = { goal: Id }

export const PopLifecycle = Machine.lifecycle("Pop", {
  roles: { Owner: "ownerId", Peer: "groupMembers" },
  foundBy: ["ownerId", "renews"],
  // A shared goal is a thing of its own (SharedView), and so is what is agreed with the employer (PopAgreement).
  seenBy: seenBy("Pop"),
  needs: {
    livePop: Schema.NullOr(Id),
    circle: Circle,
    leadersOf: Schema.Record(Person, People),
    /** Members of the groups with which a goal of this plan is shared. */
    groupMembers: People,
    /** The groups that whoever asks is in. */
    groupsOfActor: Schema.Array(Id),
    staff: People,
    settings: Settings
  },
  states: {
    Draft: plan,
    Active: active,
    InReview: active,
    Renewed: { ...active, ...next },
    Completed: active,
    Stopped: plan,
    Closed: { ...plan, closedAt: Instant },
    Erased: { ownerId: Person }
  },
  events: {
    PopStarted: { from: ["Start"], to: "Draft", payload: begin },
    IntroWritten: { from: live, to: "Same", payload: { intro: Intro } },
    GoalAdded: { from: live, to: "Same", payload: { ...aGoal, ...words } },
    GoalEdited: { from: live, to: "Same", payload: { ...aGoal, ...words } },
    PopActivated: { from: ["Draft"], to: "Active", payload: { at: Instant } },
    GoalShared: {
      from: live,
      to: "Same",
      payload: { ...aGoal, ...Grant.fields, text: Shown, competence: maybe(Ref) }
    },
    GoalUnshared: { from: [...live, ...over], to: "Same", payload: { ...aGoal, grant: Id } },
    GoalShareLapsed: { from: [...live, ...over], to: "Same", payload: { ...aGoal, grant: Id } },
    FeedbackAsked: { from: live, to: "Same", payload: { ...aGoal, groupId: Id } },
    FeedbackGiven: { from: live, to: "Same", payload: Feedback.fields },
    /** The first facts of this kind did not say when. */
    GoalProgressSet: { from: live, to: "Same", payload: { ...aGoal, progress: Progress, at: maybe(Instant) } },
    GoalAchieved: { from: live, to: "Same", payload: aGoal },
    GoalDropped: { from: live, to: "Same", payload: aGoal },
    GoalDeferred: { from: live, to: "Same", payload: aGoal },
    GoalResumed: { from: live, to: "Same", payload: aGoal },
    PopReviewOpened: { from: ["Active"], to: "InReview", payload: { at: Instant } },
    PopReviewClosed: { from: ["InReview"], to: "Active" },
    PopRenewed: { from: ["InReview"], to: "Renewed", payload: next },
    PopCompleted: { from: running, to: "Completed" },
    PopStopped: { from: live, to: "Stopped" },
    PopClosed: { from: [...live, ...over], to: "Closed", payload: { at: Instant } },
    PopErased: { from: [...live, ...over, "Closed"], to: "Erased", forgets: true }
  },
  commands: {
    Start: {
      by: ["Founder", "Owner"],
      emits: ["PopStarted"],
      needs: ["livePop", "settings"],
      refuses: [PopExists, PeriodTooLong],
      payload: { period, intro: Intro }
    },
    /** The plan goes on: what the owner chose with `Renew` on the one before. */
    StartNext: { by: ["System"], emits: ["PopStarted"], payload: begin },
    WriteIntro: { by: ["Owner"], emits: ["IntroWritten"], payload: { intro: Intro } },
    AddGoal: {
      by: ["Owner"],
      emits: ["GoalAdded"],
      needs: ["settings"],
      refuses: [GoalExists, TooManyActiveGoals, ...mayNotBeSaid],
      payload: { ...aGoal, ...words }
    },
    EditGoal: {
      by: ["Owner"],
      emits: ["GoalEdited"],
      refuses: [NoSuchGoal, ...mayNotBeSaid],
      payload: { ...aGoal, ...words }
    },
    Activate: {
      by: ["Owner"],
      emits: ["PopActivated"],
      needs: ["settings"],
      refuses: [NoActiveGoal, TooManyActiveGoals]
    },
    /** In the words that the owner writes for them; without an end it is shared as long as the plan is for. */
    ShareGoal: {
      by: ["Owner"],
      emits: ["GoalShared"],
      needs: ["circle", "leadersOf", "settings"],
      refuses: [NoSuchGoal, NoWords, GrantExists, NotYourLeader, NotInYourCircle, GrantEndsInThePast],
      payload: { ...aGoal, ...giving, text: Shown }
    },
    UnshareGoal: { by: ["Owner"], emits: ["GoalUnshared"], refuses: [NoSuchGoal, NoSuchGrant], payload: { ...aGoal, grant: Id } },
    Lapse: {
      by: ["System"],
      emits: ["GoalShareLapsed"],
      refuses: [NoSuchGoal, NoSuchGrant, GrantNotOver],
      payload: { ...aGoal, grant: Id }
    },
    AskFeedback: {
      by: ["Owner"],
      emits: ["FeedbackAsked"],
      refuses: [NoSuchGoal, GrantMissing],
      payload: { ...aGoal, groupId: Id }
    },
    GiveFeedback: {
      by: ["Peer"],
      emits: ["FeedbackGiven"],
      needs: ["groupsOfActor"],
      refuses: [GrantMissing, NoWords],
      payload: { ...aGoal, words: Own }
    },
    SetProgress: {
      by: ["Owner"],
      emits: ["GoalProgressSet"],
      refuses: [NoSuchGoal],
      payload: { ...aGoal, progress: Progress }
    },
    AchieveGoal: { by: ["Owner"], emits: ["GoalAchieved"], refuses: [NoSuchGoal], payload: aGoal },
    /** Needs no reason. */
    DropGoal: { by: ["Owner"], emits: ["GoalDropped"], refuses: [NoSuchGoal], payload: aGoal },
    DeferGoal: { by: ["Owner"], emits: ["GoalDeferred"], refuses: [NoSuchGoal], payload: aGoal },
    ResumeGoal: {
      by: ["Owner"],
      emits: ["GoalResumed"],
      needs: ["settings"],
      refuses: [NoSuchGoal, TooManyActiveGoals],
      payload: aGoal
    },
    OpenReview: { by: ["Owner", "System"], emits: ["PopReviewOpened"], needs: ["settings"], refuses: [ReviewNotDue] },
    /** The plan stands for more than a year: after the yearly talk it simply goes on. */
    CloseReview: { by: ["Owner"], emits: ["PopReviewClosed"] },
    Renew: { by: ["Owner"], emits: ["PopRenewed"], needs: ["settings"], refuses: [PeriodTooLong], payload: next },
    Complete: { by: ["Owner"], emits: ["PopCompleted"] },
    /** At any moment, a draft as well, and without a reason. */
    Stop: { by: ["Owner"], emits: ["PopStopped"] },
    Close: { by: ["System"], emits: ["PopClosed"], needs: ["staff"], refuses: [StillWorksHere] },
    Erase: { by: ["Owner", "System"], emits: ["PopErased"], needs: ["settings"], refuses: [StillKept] }
  }
})

// Rules -------------------------------------------------------------------------

type Goal = (typeof Goal)["Type"]
interface Plan {
  readonly goals: ReadonlyArray<Goal>
}

const isOpen = ({ standing }: Goal) => standing === "Active" || standing === "Deferred"
const openGoal = ({ goals }: Plan, goal: string) => goals.find((one) => one.id === goal && isOpen(one))
const anyGoal = ({ goals }: Plan, goal: string) => goals.find(({ id }) => id === goal)
const activeIn = ({ goals }: Plan) => goals.filter(({ standing }) => standing === "Active").length
const tooMany = (active: number, { activeGoals: { max } }: Settings) => (active > max ? new TooManyActiveGoals({ max }) : undefined)
const mayNotSay = ({ text, why }: { readonly text: { readonly isEmpty: boolean }; readonly why: { readonly isEmpty: boolean } }) =>
  text.isEmpty ? new GoalWithoutText() : why.isEmpty ? new GoalWithoutMotivation() : undefined
const tooLong = ({ from, until }: (typeof period)["Type"], { popYears: years }: Settings) =>
  until <= from || until > `${Number(from.slice(0, 4)) + years}${from.slice(4)}` ? new PeriodTooLong({ years }) : undefined
/** An open goal, or why there is none: most commands of the owner begin with that. */
const withGoal = <A>(plan: Plan, goal: string, then: (goal: Goal) => A) => {
  const found = openGoal(plan, goal)
  return found === undefined ? new NoSuchGoal() : then(found)
}
const isSharedWith = ({ shares }: Goal, groups: ReadonlyArray<string>, at: number) =>
  shares.some((share) => share.to.kind === "Group" && groups.includes(share.to.id) && isLive(share, at))

const changing = <P extends Plan>(plan: P, goal: string, change: (goal: Goal) => Goal) =>
  ({ ...plan, goals: plan.goals.map((one) => (one.id === goal ? change(one) : one)) })
const standing = <P extends Plan>(plan: P, { goal }: { readonly goal: string }, standing: Goal["standing"]) =>
  changing(plan, goal, (one) => ({ ...one, standing }))

export const Pop = Machine.make(PopLifecycle, {
  decide: {
    Start: (_, { intro, period }, { actor, livePop, settings }) =>
      livePop !== null
        ? new PopExists({ pop: livePop })
        : tooLong(period, settings) ?? { _tag: "PopStarted", ownerId: actor, period, intro, goals: [] },
    StartNext: (_, plan) => ({ ...plan, _tag: "PopStarted" }),
    WriteIntro: (_, { intro }) => ({ _tag: "IntroWritten", intro }),
    // In a draft one thinks aloud: there may be more goals than one can work on.
    AddGoal: (plan, goal, { settings }) =>
      anyGoal(plan, goal.goal) !== undefined
        ? new GoalExists()
        : mayNotSay(goal)
          ?? (plan._tag === "Draft" ? undefined : tooMany(activeIn(plan) + 1, settings))
          ?? { ...goal, _tag: "GoalAdded" },
    EditGoal: (plan, goal) =>
      withGoal(plan, goal.goal, () => mayNotSay(goal) ?? { ...goal, _tag: "GoalEdited" as const }),
    Activate: (plan, _, { at, settings }) => {
      const { activeGoals: { min } } = settings
      return activeIn(plan) < min
        ? new NoActiveGoal({ min })
        : tooMany(activeIn(plan), settings) ?? { _tag: "PopActivated", at }
    },
    // With the last day of the plan, unless told.
    ShareGoal: (plan, { grant: id, text, to, until: end, ...asked }, { at, circle, leadersOf, settings: { timeZone } }) =>
      withGoal(plan, asked.goal, ({ competence, id: goal }) => {
        const until = end ?? overAt(plan.period.until, timeZone)
        const given = plan.goals.flatMap(({ shares }) => shares)
        const shared = { _tag: "GoalShared", goal, id, to, until, text, ...(competence !== undefined && { competence }) } as const
        return text.isEmpty ? new NoWords()
          : to.kind === "Person" && !(leadersOf[plan.ownerId] ?? []).includes(to.id) ? new NotYourLeader()
          : mayNotGive({ grant: id, to, until }, given, circle, at) ?? shared
      }),
    UnshareGoal: (plan, { goal, grant }) => {
      const found = anyGoal(plan, goal)
      return found === undefined ? new NoSuchGoal()
        : found.shares.some(({ id }) => id === grant) ? { _tag: "GoalUnshared", goal, grant }
        : new NoSuchGrant()
    },
    Lapse: (plan, { goal, grant }, { at }) => {
      const found = anyGoal(plan, goal)
      return found === undefined
        ? new NoSuchGoal()
        : mayNotLapse(found.shares, grant, at) ?? { _tag: "GoalShareLapsed", goal, grant }
    },
    AskFeedback: (plan, { goal, groupId }, { at }) =>
      withGoal(plan, goal, (found) =>
        isSharedWith(found, [groupId], at) ? ({ _tag: "FeedbackAsked", goal, groupId } as const) : new GrantMissing()),
    // To somebody with whom it is not shared, there is no such goal: both are answered alike.
    GiveFeedback: (plan, { goal, words }, { actor, at, groupsOfActor }) => {
      const found = openGoal(plan, goal)
      return found === undefined || !isSharedWith(found, groupsOfActor, at) ? new GrantMissing()
        : words.isEmpty ? new NoWords()
        : { _tag: "FeedbackGiven", goal, by: actor, words, at }
    },
    SetProgress: (plan, { goal, progress }, { at }) =>
      withGoal(plan, goal, () => ({ _tag: "GoalProgressSet", goal, progress, at }) as const),
    AchieveGoal: (plan, { goal }) => withGoal(plan, goal, () => ({ _tag: "GoalAchieved", goal }) as const),
    DropGoal: (plan, { goal }) => withGoal(plan, goal, () => ({ _tag: "GoalDropped", goal }) as const),
    DeferGoal: (plan, { goal }) => withGoal(plan, goal, () => ({ _tag: "GoalDeferred", goal }) as const),
    ResumeGoal: (plan, { goal }, { settings }) =>
      withGoal(plan, goal, ({ standing }) =>
        (plan._tag === "Draft" || standing === "Active" ? undefined : tooMany(activeIn(plan) + 1, settings))
          ?? ({ _tag: "GoalResumed", goal } as const)),
    OpenReview: ({ activatedAt, ownerId, period: { until }, reviewedAt = activatedAt }, _, { actor, at, settings }) => {
      const { popReviewDays: days } = settings
      return actor !== ownerId && at < Math.min(reviewedAt + days * day, startOf(until))
        ? new ReviewNotDue({ days })
        : { _tag: "PopReviewOpened", at }
    },
    CloseReview: () => ({ _tag: "PopReviewClosed" }),
    Renew: (_, next, { settings }) => tooLong(next.nextPeriod, settings) ?? { ...next, _tag: "PopRenewed" },
    Complete: () => ({ _tag: "PopCompleted" }),
    Stop: () => ({ _tag: "PopStopped" }),
    Close: ({ ownerId }, _, { at, staff }) => (staff.includes(ownerId) ? new StillWorksHere() : { _tag: "PopClosed", at }),
    Erase: (plan, _, { actor, at, settings }) =>
      mayNotErase(plan._tag === "Closed" ? plan.closedAt : undefined, actor === plan.ownerId, at, settings) ?? { _tag: "PopErased" }
  },
  evolve: {
    PopStarted: (_, plan) => ({ ...plan, feedback: [] }),
    IntroWritten: (plan, { intro }) => ({ ...plan, intro }),
    GoalAdded: (plan, { _tag, goal: id, ...words }) =>
      ({ ...plan, goals: [...plan.goals, { ...words, id, progress: 0, standing: "Active", shares: [] }] }),
    GoalEdited: (plan, { _tag, goal, ...words }) =>
      changing(plan, goal, ({ id, progress, progressAt, shares, standing }) =>
        ({ ...words, id, progress, shares, standing, ...(progressAt !== undefined && { progressAt }) })),
    PopActivated: (plan, { at }) => ({ ...plan, activatedAt: at }),
    GoalShared: (plan, { goal, id, to, until }) =>
      changing(plan, goal, (one) => ({ ...one, shares: [...one.shares, { id, to, until }] })),
    GoalUnshared: (plan, { goal, grant }) => changing(plan, goal, (one) => ({ ...one, shares: without(one.shares, grant) })),
    GoalShareLapsed: (plan, { goal, grant }) => changing(plan, goal, (one) => ({ ...one, shares: without(one.shares, grant) })),
    FeedbackAsked: (plan) => plan,
    FeedbackGiven: (plan, { _tag, ...given }) => ({ ...plan, feedback: [...plan.feedback, given] }),
    GoalProgressSet: (plan, { at, goal, progress }) =>
      changing(plan, goal, (one) => ({ ...one, progress, ...(at !== undefined && { progressAt: at }) })),
    GoalAchieved: (plan, fact) => standing(plan, fact, "Achieved"),
    GoalDropped: (plan, fact) => standing(plan, fact, "Dropped"),
    GoalDeferred: (plan, fact) => standing(plan, fact, "Deferred"),
    GoalResumed: (plan, fact) => standing(plan, fact, "Active"),
    PopReviewOpened: (plan, { at }) => ({ ...plan, reviewedAt: at }),
    PopReviewClosed: (plan) => plan,
    PopRenewed: (plan, { next, nextPeriod }) => ({ ...plan, next, nextPeriod }),
    PopCompleted: (plan) => plan,
    PopStopped: (plan) => plan,
    PopClosed: (plan, { at }) => ({ ...plan, closedAt: at }),
    PopErased: ({ ownerId }) => ({ ownerId })
  }
})

/** The goals that go on in the plan that renews this one: those still open, with their progress; what was shared was for then. */
export const carriedOver = ({ goals }: Plan): ReadonlyArray<Goal> =>
  goals.filter(isOpen).map((goal) => ({ ...goal, shares: [] }))
