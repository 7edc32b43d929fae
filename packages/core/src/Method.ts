/**
 * A method of intervision is data: steps, who has the floor, what may be captured, and rules. The machine checks the
 * hard rules; the soft ones are cards for whoever leads (domain 3).
 */
import { Schema } from "effect"
import type { Settings } from "./Settings.ts"
import { Both, Id, maybe, Minutes } from "./Vocabulary.ts"

const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(1))

export const ItemType = Schema.Literals([
  "PrivateNote",
  "Question",
  "CaseSummary",
  "Hypothesis",
  "Insight",
  "Tip",
  "CoreFormulation",
  "ReformulatedQuestion",
  "FormulationRating",
  "AnswerNote",
  "Association",
  /** What one lived at work oneself, shared with the others (S6.7). */
  "WorkExperience",
  "SuccessFactor",
  "Belief",
  "Principle",
  "QuestionRating",
  "WarmCoolFeedback",
  "GroupTheme"
])
/** What the frame itself records in a step: none of it goes on the sheet. */
const FrameCapture = Schema.Literals([
  "None",
  "RoleAssignment",
  "PapReview",
  "CaseQuestion",
  "CaseChoice",
  "ModuleChoice",
  "TipChoice",
  "Pap",
  "PortfolioEntry",
  "Evaluation"
])
export const HardRule = Schema.Literals([
  "CaseGiverListens",
  "CaseGiverBackTurned",
  "CaseGiverOutsideCircle",
  "CaseGiverAbsentOrBackTurned",
  "NoAdvice",
  "RoundRobin",
  "OneTipPerTurn",
  "PassAllowed",
  "VoluntaryCase",
  "WriteSilentlyFirst",
  "OwnChoice",
  "PeersSilent",
  "Silence",
  "NoInterruption",
  "NoNames",
  "ArtefactAnonymised"
])
export const SoftRule = Schema.Literals([
  "NoDiscussion",
  "OpenQuestionsOnly",
  "ClarifyingOnly",
  "FactsOnly",
  "NoJudgement",
  "IMessages",
  "ThirdPerson",
  "Respect",
  "TentativeLanguage",
  "NoFixing",
  "NoProblemTalk",
  "WarmBeforeCool",
  "NoOutcomeYet",
  "StatementsOnlyAsAnswer",
  "CaseGiverTakesNotes",
  "ScribeWrites",
  "ConfidentialityReminder",
  "OptOutAllowed",
  "SuccessFirst"
])
/** Where something comes from: the deck of 2003, found in public, known to the profession, or our own. */
export const Mark = Schema.Literals(["Deck", "Found", "Known", "Own"])

export const Step = Schema.Struct({
  name: Both,
  /** The slot of the step in the frame of a meeting; a step without one is the inner part of the method. */
  key: maybe(Schema.Literals(["Open", "PapReview", "Case", "Intervision", "TipParade", "Pap", "Portfolio", "Evaluation"])),
  minutes: Minutes,
  /** Who may speak. With nobody there is silence: people think, or write. */
  floor: Schema.Array(Schema.Literals(["All", "CaseGiver", "Peer", "Facilitator", "None"])),
  caseGiver: Schema.Literals(["Speaks", "Answers", "Listens", "Writes", "Chooses", "Joins", "Absent"]),
  capture: Schema.Union([ItemType, FrameCapture]),
  /** Where it goes: the notebook of the case giver, that of whoever writes, or the sheet of the session. */
  scope: Schema.Literals(["CaseGiver", "Self", "Group"]),
  rules: Schema.Array(Schema.Union([HardRule, SoftRule])),
  /** Where its minutes come from. */
  source: Mark,
  block: maybe(Schema.NonEmptyString)
})
export const Method = Schema.Struct({
  id: Id,
  name: Both,
  purpose: Both,
  /** When to choose it, and when not: a line for each occasion. */
  choose: Schema.Array(Both),
  avoid: Schema.Array(Both),
  focus: Schema.Literals([
    "Action",
    "Solution",
    "ProblemDefinition",
    "Perspective",
    "Relation",
    "Assumptions",
    "Vision",
    "Strength",
    "Conviction",
    "Understanding",
    "Reflection",
    "Artefact",
    "Theme"
  ]),
  /** How safe the group must be, and how experienced. */
  trust: Schema.Literals(["Low", "Medium", "High"]),
  level: Schema.Literals(["Beginner", "Some", "Advanced"]),
  group: Schema.Struct({ min: Count, ideal: Count, max: Count }),
  roles: Schema.Array(Schema.Literals(["CaseGiver", "Facilitator", "Peer", "Guardian", "Scribe", "Observer"])),
  /** What is asked of whoever leads. */
  facilitator: Both,
  /** Where the steps and their minutes come from. */
  timing: Both,
  /** All minutes, when the method is run by itself; those of a repeated block counted each time. */
  totalMinutes: Minutes,
  innerMinutes: Minutes,
  /** Does its inner part fit the frame of a meeting? Otherwise it stands alone. */
  embeddable: Schema.Boolean,
  repeat: maybe(Schema.Struct({ block: Schema.NonEmptyString, times: Count })),
  /** Over how many meetings it is spread. One, when it is not said. */
  meetings: maybe(Count),
  /** Small ways of consulting among which the group chooses in the step that captures `ModuleChoice`. */
  modules: maybe(Schema.Array(Both)),
  variant: maybe(Schema.Struct({ name: Both, steps: Schema.Array(Both) })),
  licence: Schema.NonEmptyString,
  /** Whom to name wherever the method is shown. */
  credit: maybe(Schema.NonEmptyString),
  /** An address, or in words where it was looked for. */
  sources: Schema.Array(Schema.NonEmptyString),
  steps: Schema.Array(Step)
})
/** What a question is about, and the methods to think of first and then (domain 3.3). */
export const Choice = Schema.Struct({ id: Id, about: Both, first: Schema.Array(Id), second: Schema.Array(Id) })

export type Step = (typeof Step)["Type"]
export type Method = (typeof Method)["Type"]
export type Choice = (typeof Choice)["Type"]
type Fit = Settings["methodFit"]

// Embedding -----------------------------------------------------------------------

/** What the meeting already has of its own. One that has no moment for the case yet takes that of the method. */
export interface Frame {
  readonly hasCase: boolean
}

/**
 * The inner steps of a method, fitted into the group's minutes for intervision (domain 3.2); nothing when they do not
 * fit. Steps keep their order and are shortened in proportion, to whole minutes, but none below the shortest step: what
 * is as short as that stays as it is.
 */
export const embed = (
  method: Method,
  minutes: number,
  { share, stepMinutes }: Fit,
  { hasCase }: Frame = { hasCase: true }
): ReadonlyArray<Step> | undefined => {
  const inner = method.steps.filter(({ key }) => key === undefined || (key === "Case" && !hasCase))
  const length = total(inner)
  if (!method.embeddable || inner.length === 0) return undefined
  if (length <= minutes) return inner
  const shortest = inner.map((step) => Math.min(step.minutes, stepMinutes))
  if (minutes / length < share || minutes < sum(shortest)) return undefined
  const fitted = scaled(inner.map((step) => step.minutes), minutes, shortest)
  return inner.map((step, n) => ({ ...step, minutes: fitted[n]! }))
}

const sum = (numbers: ReadonlyArray<number>) => numbers.reduce((all, one) => all + one, 0)
const total = (steps: ReadonlyArray<Step>) => sum(steps.map(({ minutes }) => minutes))

/** Whole numbers in the proportion of these, none below its least, that add up to no more than `to`. */
const scaled = (numbers: ReadonlyArray<number>, to: number, least: ReadonlyArray<number>): ReadonlyArray<number> => {
  // Whatever its share leaves too short takes its least, and the others divide the rest.
  const short = new Set<number>()
  for (let before = -1; before !== short.size;) {
    before = short.size
    const factor = factorFor(numbers, to, least, short)
    numbers.forEach((number, n) => number * factor < least[n]! && short.add(n))
  }
  const factor = factorFor(numbers, to, least, short)
  return numbers.map((number, n) => short.has(n) ? least[n]! : Math.floor(number * factor))
}
const factorFor = (numbers: ReadonlyArray<number>, to: number, least: ReadonlyArray<number>, short: ReadonlySet<number>) => {
  const free = sum(numbers.filter((_, n) => !short.has(n)))
  return free === 0 ? 0 : (to - sum(least.filter((_, n) => short.has(n)))) / free
}

// Choosing ------------------------------------------------------------------------

/** What a group brings when it chooses. */
export interface Occasion {
  readonly minutes: number
  readonly people: number
  readonly sessionsHeld: number
}
export type Obstacle = "StandsAlone" | "TooLong" | "TooFewPeople" | "TooManyPeople" | "NeedsTrust"

/** Why a method does not fit an occasion (domain 3.3); nothing in the list means that it does. */
export const obstacles = (
  method: Method,
  { minutes, people, sessionsHeld }: Occasion,
  settings: Settings
): ReadonlyArray<Obstacle> => {
  const all: ReadonlyArray<readonly [boolean, Obstacle]> = [
    [!method.embeddable, "StandsAlone"],
    [method.embeddable && embed(method, minutes, settings.methodFit) === undefined, "TooLong"],
    [people < method.group.min, "TooFewPeople"],
    [people > method.group.max, "TooManyPeople"],
    [method.trust === "High" && sessionsHeld < settings.sessionsBeforeHighTrust, "NeedsTrust"]
  ]
  return all.flatMap(([stands, obstacle]) => (stands ? [obstacle] : []))
}

/** What is known besides, once the group is together. */
export interface Meeting extends Occasion {
  /** A session of this group was stopped, and none has been held since. */
  readonly safetyStopOpen: boolean
  /** The methods that the facilitator said to know. */
  readonly known: ReadonlyArray<string>
}
export type Unfit = Obstacle | "SafetyStopOpen" | "NotKnown"

/** Why a method does not fit this meeting; nothing in the list means that it does. */
export const fits = (method: Method, meeting: Meeting, settings: Settings): ReadonlyArray<Unfit> => [
  ...obstacles(method, meeting, settings),
  ...(method.trust === "High" && meeting.safetyStopOpen ? ["SafetyStopOpen" as const] : []),
  ...(method.level === "Advanced" && !meeting.known.includes(method.id) ? ["NotKnown" as const] : [])
]

/** The methods that fit this meeting, to offer beside one that does not. */
export const fitting = (methods: ReadonlyArray<Method>, meeting: Meeting, settings: Settings): ReadonlyArray<Method> =>
  methods.filter((method) => fits(method, meeting, settings).length === 0)

/** Was the method also that of the last few sessions, newest last? Then it is time to offer another; it is no reason to refuse. */
export const isHabit = (method: string, before: ReadonlyArray<string>, { sameMethodInARow }: Settings): boolean =>
  before.length >= sameMethodInARow && before.slice(-sameMethodInARow).every((one) => one === method)

// Writing your own ----------------------------------------------------------------

/** What does not add up in a method; nothing in the list means that it is sound. For whoever writes one. */
export const flaws = (method: Method): ReadonlyArray<string> => {
  const { group, innerMinutes, repeat, steps, totalMinutes } = method
  const times = ({ block }: Step) => block !== undefined && block === repeat?.block ? repeat.times : 1
  const whole = sum(steps.map((step) => step.minutes * times(step)))
  // The frame itself has no inner part of its own: it holds a place for that of another method.
  const place = steps.filter(({ key }) => key === "Intervision")
  const inner = total(place.length > 0 ? place : steps.filter(({ key }) => key === undefined))
  const all: ReadonlyArray<readonly [boolean, string]> = [
    [whole !== totalMinutes, `the steps take ${whole} minutes and totalMinutes says ${totalMinutes}`],
    [inner !== innerMinutes, `the inner steps take ${inner} minutes and innerMinutes says ${innerMinutes}`],
    [group.min > group.ideal || group.ideal > group.max, "the group does not go from min over ideal to max"],
    [steps.length === 0, "there are no steps"],
    [repeat !== undefined && !steps.some(({ block }) => block === repeat.block), "no step is in the block that is repeated"]
  ]
  return all.flatMap(([stands, flaw]) => stands ? [flaw] : [])
}
