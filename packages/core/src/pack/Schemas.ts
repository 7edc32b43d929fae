/** What a pack consists of: every entry names its source, and the days on which it holds. */
import { Schema } from "effect"
import * as Method from "../Method.ts"
import { Settings } from "../Settings.ts"
import { CaoFacts } from "../TimeBudget.ts"
import { Both, Day, Id, maybe, Minutes, SchoolYear } from "../Vocabulary.ts"

const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))
const Lines = Schema.Array(Both)

/** Where an entry comes from: how sure that is, and the place in words or as an address. */
export const Source = Schema.Struct({ mark: Method.Mark, at: Schema.NonEmptyString })
/** From the first day to the last day on which it holds; without a last day it still does. */
const stands = { validFrom: Day, validTo: maybe(Day), source: Source }

// Competences ---------------------------------------------------------------------

export const Competence = Schema.Struct({
  id: Id,
  name: Both,
  /** Personal ones are examples: what somebody calls their own is free text, and never in a framework. */
  kind: Schema.Literals(["Personal", "Functional"]),
  core: maybe(Both),
  /** The three parts of a functional competence, where a framework tells them apart (S2.5). */
  knowledge: maybe(Lines),
  skills: maybe(Lines),
  attitudes: maybe(Lines),
  behaviours: Lines,
  /** For whom it is; for everybody whose profile names the framework, when it does not say. */
  functions: maybe(Schema.Array(Id)),
  /** Competences of other frameworks that say much the same. */
  resembles: maybe(Schema.Array(Id))
})
export const Framework = Schema.Struct({
  id: Id,
  name: Both,
  basis: Both,
  status: Both,
  competences: Schema.Array(Competence),
  ...stands
})
export const FunctionProfile = Schema.Struct({
  id: Id,
  name: Both,
  frameworks: Schema.Array(Id),
  /** What a school commonly adds of its own. */
  own: Schema.Array(Competence),
  ...stands
})

// Time and conversations ----------------------------------------------------------

export const Sector = Schema.Literals(["Po", "Vo"])
export const CaoFact = Schema.Struct({
  sector: Sector,
  fact: Schema.Literals([
    "NormHours",
    "MaxTeachingHours",
    "PrepShare",
    "ProfessionalisationHours",
    "ProfessionalisationEuros",
    "SustainableHours",
    "SustainableStarterHours",
    "SustainableSeniorHours",
    "SavingYears",
    "ChoiceHours",
    "PopYears",
    "PerformanceTalksPerYear",
    "PerformanceTalksBeforeAppraisal"
  ]),
  name: Both,
  value: Schema.Finite,
  /** In proportion to somebody's share of a full-time job. */
  proRata: Schema.Boolean,
  /** The agreement, and the article in it. */
  cao: Schema.NonEmptyString,
  note: maybe(Both),
  ...stands
})
/** The time for development in the year task of one person: not shortened for who works part-time. */
export const DevelopmentBlock = Schema.Struct({
  id: Id,
  parts: Schema.Array(
    Schema.Struct({
      id: Id,
      name: Both,
      purpose: Schema.Literals(["Session", "Pap", "Talk", "Pause", "PopWork"]),
      count: Count,
      minutes: Minutes
    })
  ),
  ...stands
})
export const ConversationType = Schema.Struct({
  id: Schema.Literals(["GoalSetting", "Pop", "Progress", "Performance", "Appraisal", "Career"]),
  name: Both,
  /** Is it in the source of 2003? */
  deck: Schema.Boolean,
  equalStanding: Schema.Boolean,
  legalEffect: Schema.Boolean,
  /** The months in which it is usually held; none when it waits for a request or a regulation. */
  months: Schema.Array(Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 12 }))),
  when: Both,
  yields: Both,
  ...stands
})
/** Holidays by region. A board deviates, so it brings its own. */
export const SchoolHolidays = Schema.Struct({
  schoolYear: SchoolYear,
  region: Schema.Literals(["North", "Middle", "South"]),
  holidays: Schema.Array(Schema.Struct({ name: Both, from: Day, to: Day })),
  source: Source
})

// Measuring, keeping, words -------------------------------------------------------

/** The four basic needs, the four results that are expected, and whether somebody's own plan lives (S8.6). */
export const ScaleId = Schema.Literals([
  "Autonomy",
  "Relatedness",
  "Competence",
  "SelfWorth",
  "Result1",
  "Result2",
  "Result3",
  "Result4",
  "LivingPop"
])
export const Scale = Schema.Struct({ id: ScaleId, name: Both })
const PulseItem = Schema.Struct({ id: Id, scale: ScaleId, text: Both })
export const Pulse = Schema.Struct({
  id: Id,
  name: Both,
  answers: Schema.Array(Schema.Struct({ value: Count, name: Both })),
  items: Schema.Array(PulseItem),
  /** What a school may ask besides. */
  extra: maybe(Schema.Array(PulseItem)),
  /** In which months it is asked. */
  months: Schema.Array(Schema.Int),
  caveat: Both,
  ...stands
})
/** Somebody else's questionnaire: its name and its terms, never its items. */
export const Instrument = Schema.Struct({
  id: Id,
  name: Schema.NonEmptyString,
  measures: Schema.Array(ScaleId),
  needsLicence: Schema.Boolean,
  licence: Both,
  source: Source
})
export const Retention = Schema.Struct({
  id: Id,
  what: Both,
  owner: Both,
  says: Both,
  basis: Both,
  /** The terms in numbers. What is kept goes with the first of them. */
  terms: Schema.Array(
    Schema.Struct({
      after: Schema.Literals(["NextSession", "SessionHeld", "Reviewed", "Leaving", "Reported", "Written"]),
      count: Count,
      unit: Schema.Literals(["Days", "Months", "Years"])
    })
  ),
  ...stands
})
/** A claim that a programme leans on, with its source: said as an assumption, never as a promise (S5.6). */
export const Assumption = Schema.Struct({ id: Id, claim: Both, source: Source })
export const Theme = Schema.Struct({ id: Id, name: Both, source: Source })
export const Term = Schema.Struct({
  id: Id,
  chapter: Schema.Literals(["Policy", "Competence", "Group", "Conversation", "Needs"]),
  term: Both,
  means: Both,
  mark: Method.Mark
})

export const Pack = Schema.Struct({
  id: Id,
  version: Schema.NonEmptyString,
  methods: Schema.Array(Method.Method),
  choices: Schema.Array(Method.Choice),
  settings: Settings,
  cao: Schema.Array(Schema.Struct({ schoolYear: SchoolYear, ...CaoFacts.fields })),
  caoFacts: Schema.Array(CaoFact),
  frameworks: Schema.Array(Framework),
  functionProfiles: Schema.Array(FunctionProfile),
  developmentBlocks: Schema.Array(DevelopmentBlock),
  conversationTypes: Schema.Array(ConversationType),
  holidays: Schema.Array(SchoolHolidays),
  scales: Schema.Array(Scale),
  pulses: Schema.Array(Pulse),
  instruments: Schema.Array(Instrument),
  retention: Schema.Array(Retention),
  themes: Schema.Array(Theme),
  assumptions: Schema.Array(Assumption),
  terms: Schema.Array(Term)
})

export type Source = typeof Source["Type"]
export type Competence = typeof Competence["Type"]
export type Framework = typeof Framework["Type"]
export type FunctionProfile = typeof FunctionProfile["Type"]
export type Sector = typeof Sector["Type"]
export type CaoFact = typeof CaoFact["Type"]
export type DevelopmentBlock = typeof DevelopmentBlock["Type"]
export type ConversationType = typeof ConversationType["Type"]
export type SchoolHolidays = typeof SchoolHolidays["Type"]
export type Scale = typeof Scale["Type"]
export type Pulse = typeof Pulse["Type"]
export type Instrument = typeof Instrument["Type"]
export type Retention = typeof Retention["Type"]
export type Assumption = typeof Assumption["Type"]
export type Theme = typeof Theme["Type"]
export type Term = typeof Term["Type"]
export type Pack = typeof Pack["Type"]
