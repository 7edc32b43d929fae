/**
 * A pack: what a country brings, as data. Methods and settings, frameworks of competences, what the collective agreement
 * says, the pulse, how long things are kept, words. Every entry names its source and the days on which it holds: what
 * changes by law or agreement is a new entry beside the old one, and never a constant in a rule.
 */
import { Schema } from "effect"
import type { CaoOfYear } from "./Elsewhere.ts"
import * as Method from "./Method.ts"
import { Settings } from "./Settings.ts"
import { CaoFacts } from "./TimeBudget.ts"
import { Both, Day, Id, maybe, Minutes, SchoolYear } from "./Vocabulary.ts"

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

/** The four basic needs, and the four results that are expected. */
export const ScaleId = Schema.Literals([
  "Autonomy",
  "Relatedness",
  "Competence",
  "SelfWorth",
  "Result1",
  "Result2",
  "Result3",
  "Result4"
])
export const Scale = Schema.Struct({ id: ScaleId, name: Both })
export const Pulse = Schema.Struct({
  id: Id,
  name: Both,
  answers: Schema.Array(Schema.Struct({ value: Count, name: Both })),
  items: Schema.Array(Schema.Struct({ id: Id, scale: ScaleId, text: Both })),
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
export type Theme = typeof Theme["Type"]
export type Term = typeof Term["Type"]
export type Pack = typeof Pack["Type"]

// Asking --------------------------------------------------------------------------

interface Valid {
  readonly validFrom: string
  readonly validTo?: string
}
type Days = readonly [from: string, to: string]
const always = "9999-12-31"

/** The entries that hold on a day. */
export const inForce = <A extends Valid>(entries: ReadonlyArray<A>, day: string): ReadonlyArray<A> =>
  entries.filter(({ validFrom, validTo = always }) => validFrom <= day && day <= validTo)

/** What the agreement of a sector says of one thing in a school year, as it stands on its first day. */
const saidIn = (facts: ReadonlyArray<CaoFact>, sector: Sector, schoolYear: string) => {
  const here = inForce(facts, `${schoolYear.slice(0, 4)}-08-01`).filter((one) => one.sector === sector)
  return (fact: CaoFact["fact"]) => here.find((one) => one.fact === fact)
}

/** What a year task is measured by; nothing when the agreement of that year does not say all of it. */
export const caoOfYear = (facts: ReadonlyArray<CaoFact>, sector: Sector, schoolYear: string): CaoOfYear | undefined => {
  const says = saidIn(facts, sector, schoolYear)
  const [norm, teaching, saving] = [says("NormHours"), says("MaxTeachingHours"), says("SavingYears")]
  return norm === undefined || teaching === undefined || saving === undefined
    ? undefined
    : {
      schoolYear,
      cao: `CAO ${sector.toUpperCase()}`,
      normMinutes: norm.value * 60,
      maxTeachingMinutes: teaching.value * 60,
      savingYears: saving.value
    }
}

/** Whose year task it is to be. Without hours of teaching it has as many as the agreement allows. */
export interface Post {
  readonly sector: Sector
  readonly schoolYear: string
  readonly fte: number
  readonly starter?: boolean
  readonly teachingHours?: number
}
export interface Proposal {
  readonly normMinutes: number
  readonly maxTeachingMinutes: number
  readonly lines: {
    readonly Teaching: number
    readonly Prep: number
    readonly Professionalisation: number
    readonly Sustainable: number
    readonly Other: number
  }
}

/**
 * A year task to begin the talk with: what the agreement gives each line, and the rest for other work. The share for
 * preparation is an example until a school has agreed its own.
 */
export const proposal = (
  facts: ReadonlyArray<CaoFact>,
  { fte, schoolYear, sector, starter = false, teachingHours }: Post
): Proposal | undefined => {
  const says = saidIn(facts, sector, schoolYear)
  const minutes = (fact: CaoFact["fact"]) => Math.round((says(fact)?.value ?? Number.NaN) * fte * 60)
  const normMinutes = minutes("NormHours")
  const maxTeachingMinutes = minutes("MaxTeachingHours")
  const Teaching = teachingHours === undefined ? maxTeachingMinutes : Math.round(teachingHours * 60)
  const Prep = Math.round(Teaching * (says("PrepShare")?.value ?? Number.NaN))
  const Professionalisation = minutes("ProfessionalisationHours")
  const Sustainable = minutes("SustainableHours") + (starter ? minutes("SustainableStarterHours") : 0)
  const Other = normMinutes - Teaching - Prep - Professionalisation - Sustainable
  // One fact that is not there makes a number of nothing; it shows in the rest.
  return Number.isNaN(Other)
    ? undefined
    : { normMinutes, maxTeachingMinutes, lines: { Teaching, Prep, Professionalisation, Sustainable, Other } }
}

/** The minutes of a development block, by what they are for: the earmarks of a year task. */
export const earmarks = ({ parts }: DevelopmentBlock): ReadonlyArray<{
  readonly purpose: DevelopmentBlock["parts"][number]["purpose"]
  readonly minutes: number
}> =>
  [...new Set(parts.map(({ purpose }) => purpose))].map((purpose) => ({
    purpose,
    minutes: parts.filter((part) => part.purpose === purpose).reduce((sum, { count, minutes }) => sum + count * minutes, 0)
  }))

/** What a function asks: the competences of its frameworks that are for everybody or for this function, and its own. */
export const competencesOf = (
  { frameworks: named, id, own }: FunctionProfile,
  frameworks: ReadonlyArray<Framework>
): ReadonlyArray<Competence> => [
  ...named.flatMap((one) => frameworks.filter((framework) => framework.id === one)).flatMap(({ competences }) =>
    competences.filter(({ functions, kind }) => kind === "Functional" && (functions?.includes(id) ?? true))
  ),
  ...own
]

// Writing your own ----------------------------------------------------------------

/** What does not hold together in a pack; nothing in the list means that it is sound. For whoever writes or changes one. */
export const findings = (pack: Pack): ReadonlyArray<string> => {
  const competences = pack.frameworks.flatMap((framework) => framework.competences)
  const ids = <A extends { readonly id: string }>(entries: ReadonlyArray<A>) => entries.map(({ id }) => id)
  const functions = ids(pack.functionProfiles)
  const scales: ReadonlyArray<string> = ids(pack.scales)
  return [
    ...pack.methods.flatMap((method) => Method.flaws(method).map((flaw) => `methods: ${method.id}: ${flaw}`)),
    ...twice("methods", ids(pack.methods)),
    ...twice("choices", ids(pack.choices)),
    ...twice("cao", pack.cao.map(({ schoolYear }) => schoolYear)),
    ...twice("competences", ids([...competences, ...pack.functionProfiles.flatMap(({ own }) => own)])),
    ...twice("holidays", pack.holidays.map(({ region, schoolYear }) => `${schoolYear} ${region}`)),
    ...twice("scales", scales),
    ...twice("instruments", ids(pack.instruments)),
    ...twice("themes", ids(pack.themes)),
    ...twice("terms", ids(pack.terms)),
    ...pack.choices.flatMap(({ first, id, second }) => unknown(`choices: ${id}`, [...first, ...second], ids(pack.methods))),
    ...pack.functionProfiles.flatMap(({ frameworks, id }) =>
      unknown(`functionProfiles: ${id}`, frameworks, ids(pack.frameworks))
    ),
    ...competences.flatMap(({ functions: of = [], id, resembles = [] }) => [
      ...unknown(`competences: ${id}`, of, functions),
      ...unknown(`competences: ${id}`, resembles, ids(competences))
    ]),
    ...pack.pulses.flatMap(({ id, items }) => [
      ...twice(`pulses: ${id}`, ids(items)),
      ...unknown(`pulses: ${id}`, items.map(({ scale }) => scale), scales)
    ]),
    ...overlaps("caoFacts", pack.caoFacts.map((fact) => [`${fact.sector} ${fact.fact}`, fact])),
    ...overlaps("frameworks", pack.frameworks.map((one) => [one.id, one])),
    ...overlaps("functionProfiles", pack.functionProfiles.map((one) => [one.id, one])),
    ...overlaps("developmentBlocks", pack.developmentBlocks.map((one) => [one.id, one])),
    ...overlaps("conversationTypes", pack.conversationTypes.map((one) => [one.id, one])),
    ...overlaps("pulses", pack.pulses.map((one) => [one.id, one])),
    ...overlaps("retention", pack.retention.map((one) => [one.id, one])),
    ...pack.holidays.flatMap(({ holidays, region, schoolYear }) =>
      overlaps(
        `holidays: ${schoolYear} ${region}`,
        holidays.map(({ from, to }) => ["a holiday", { validFrom: from, validTo: to }])
      )
    )
  ]
}

const twice = (where: string, keys: ReadonlyArray<string>) =>
  [...new Set(keys.filter((key, n) => keys.indexOf(key) !== n))].map((key) => `${where}: ${key} is there twice`)
const unknown = (where: string, keys: ReadonlyArray<string>, known: ReadonlyArray<string>) =>
  keys.filter((key) => !known.includes(key)).map((key) => `${where} names ${key}, which is not there`)

/** Entries of one key whose days meet, and entries that end before they begin. */
const overlaps = (where: string, entries: ReadonlyArray<readonly [key: string, entry: Valid]>): ReadonlyArray<string> => {
  const days = ({ validFrom, validTo = always }: Valid): Days => [validFrom, validTo]
  return entries.flatMap(([key, entry], n) => {
    const [from, to] = days(entry)
    const met = entries.slice(n + 1).filter(([other, later]) => other === key && days(later)[0] <= to && from <= days(later)[1])
    return [
      ...(from > to ? [`${where}: ${key} ends before it begins`] : []),
      ...met.map(([, { validFrom }]) => `${where}: ${key} from ${from} and from ${validFrom} hold on the same day`)
    ]
  })
}
