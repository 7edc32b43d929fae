/** A year in which everything that people can write carries script, and says of which field of which command it is. */
import { Domain, type Machine } from "@groeikring/core"
import { pack } from "@groeikring/pack-nl"
import type { Field, House } from "@groeikring/web/house"
import { Result, Schema } from "effect"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { formsOf } from "../src/Form.ts"
import { people } from "../src/People.ts"
import { beyond } from "../../../packages/reporting/test/beyond.ts"

interface Written {
  readonly machine?: string
  readonly id?: string
  readonly do?: string
  readonly [field: string]: unknown
}

export const forms = formsOf(Domain.domain)
/** Each field that people write in, by its number in a mark. */
export const fields: Array<string> = []
const numberOf = (path: string) => {
  if (!fields.includes(path)) fields.push(path)
  return fields.indexOf(path)
}

/** Every field for words there is. */
const wordsIn = (path: string, { kind }: Field): ReadonlyArray<string> =>
  kind.is === "words"
    ? [path]
    : kind.is === "list"
      ? wordsIn(path, kind.of)
      : kind.is === "group"
        ? kind.of.flatMap((field) => wordsIn(`${path}.${field.name}`, field))
        : []
export const words = Object.entries(forms).flatMap(([machine, { commands }]) =>
  Object.entries(commands).flatMap(([command, { fields }]) =>
    fields.flatMap((field) => wordsIn(`${machine}.${command}.${field.name}`, field))
  )
)

const image = `"><img src=x onerror=Ran()>`
const everywhere = `javascript:Ran()//'></script><script>Ran()</script>${image}`
/** What is written in a field: as much of it as there is room for. */
export const markOf = (path: string, max = 80): string => `${max >= 140 ? everywhere : image}[[${numberOf(path)}]]`

/** Everything in a pack that has a name of its own. */
const named = (value: unknown): ReadonlyArray<string> =>
  typeof value !== "object" || value === null
    ? []
    : [...("id" in value && typeof value.id === "string" ? [value.id] : []), ...Object.values(value).flatMap(named)]

const hostile = (lines: ReadonlyArray<Written>) => {
  /** What says which person, thing or part of a pack is meant is written by nobody. */
  const known = new Set([...people.map(({ id }) => id), ...lines.flatMap(({ id }) => id ?? []), ...named(pack)])
  /** What people call a goal, a tip or a grant is called so everywhere; a sentence is no name. */
  const called = new Map<string, string>()
  const callIt = (path: string, name: string) => {
    if (name.includes(" ")) return `${name} ${markOf(path, 140)}`
    const now = called.get(name) ?? `${name}${markOf(path)}`
    called.set(name, now)
    return now
  }
  const write = (path: string, { kind, max }: Field, value: unknown): unknown => {
    if (kind.is === "words") return typeof value === "string" && value !== "" ? markOf(path, max) : value
    // What a thing is called comes from outside as well.
    if (kind.is === "text" || kind.is === "name")
      return typeof value === "string" && !known.has(value) ? callIt(path, value) : value
    if (kind.is === "list" && Array.isArray(value)) return value.map((one) => write(path, kind.of, one))
    if (kind.is === "group" && typeof value === "object" && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([name, inner]) => {
          const field = kind.of.find((one) => one.name === name)
          return [name, field === undefined ? inner : write(`${path}.${name}`, field, inner)]
        })
      )
    return value
  }
  const refused: Array<string> = []
  return {
    refused,
    lines: lines.map((line) => {
      const form = forms[line.machine ?? ""]?.commands[line.do ?? ""]
      if (form === undefined) return line
      const spec: Machine.Spec = Domain.domain[line.machine as keyof typeof Domain.domain].machine.spec
      const fits = Schema.decodeUnknownResult(
        Schema.Struct((spec.commands[line.do!]?.payload ?? {}) as Readonly<Record<string, Schema.Codec<unknown>>>)
      )
      let now = line
      for (const field of form.fields) {
        const path = `${line.machine}.${line.do}.${field.name}`
        if (!(field.name in line)) continue
        const next = { ...now, [field.name]: write(path, field, line[field.name]) }
        if (Result.isSuccess(fits(next))) now = next
        else refused.push(path)
      }
      return now
    })
  }
}

// The year ---------------------------------------------------------------------------------

/** As far as everything is told: in the afternoon on which the group meets for the last time, in the middle of its meeting. */
export const end = Date.parse("2026-06-16T16:20:00+02:00")

const line = (machine: string, id: string, as: string, at: string, does: string, payload: object = {}): Written => ({
  machine,
  id,
  as: `p-${as}`,
  at: `2026-06-${at}:00+02:00`,
  do: does,
  ...payload
})
const by = (framework: string, competence: string) => ({ competence, of: { framework, version: 1 } })
const tidy = by("sbl-2006-po", "sbl-4")
const something = (about: string) => ({ nl: `iets over ${about}`, en: `something about ${about}` })
const [Femke, Anneke, Hilde, all] = ["femke", "anneke", "hilde", ["anneke", "bram", "carla", "dirk", "esra", "femke"]] as const
const talking = {
  kind: "Success",
  on: "2026-06-01",
  title: "een titel",
  text: "een tekst",
  attachments: [{ file: "plaat", name: "een naam", medium: "Link" }],
  competences: []
}
const agreement = {
  confidentiality: "het blijft hier",
  rhythm: { sessions: 4, sessionMinutes: 60 },
  intervisionMinutes: 30,
  papScope: "Everyone",
  rotation: "Draw",
  absenceRule: "ByPhone",
  rituals: { opening: "koffie", celebration: "taart", closing: "een rondje" }
}
const framework = {
  name: something("de naam"),
  basis: something("de grond"),
  kind: "Functional",
  validFrom: "2026-08-01",
  source: "https://example.test/lijst",
  usedForAppraisal: false,
  replacedBy: [],
  competences: [
    {
      id: "nieuw-1",
      kind: "Functional",
      name: something("wat je kunt"),
      core: something("waar het om gaat"),
      knowledge: [something("wat je weet")],
      skills: [something("wat je doet")],
      attitudes: [something("hoe je kijkt")],
      behaviours: [something("wat men ziet")],
      personalityAspects: [something("wie je bent")],
      insights: [something("wat je doorhebt")],
      functions: ["leraar"],
      place: "groep 3"
    }
  ]
}
/** Whatever somebody can write and nobody did in the stories. */
const unsaid: ReadonlyArray<Written> = [
  {
    ...line("Gop", "g-midden/2025-2026", Anneke, "", "Contribute", { source: "een-wens", kind: "PopGoal", text: "meer rust" }),
    at: "2025-11-25T16:06:00+01:00",
    ref: "startroutine"
  },
  line("TimeBudget", "jaartaak-iris", Hilde, "01T09:00", "Draft", {
    personId: "p-iris",
    schoolYear: "2025-2026",
    fte: 1,
    attendance: "Full",
    lines: [
      { line: "Teaching", minutes: 55_000, earmarks: [] },
      { line: "Prep", minutes: 23_960, earmarks: [] },
      { line: "Professionalisation", minutes: 4980, earmarks: [{ purpose: "Session", minutes: 480 }] },
      { line: "Sustainable", minutes: 4800, earmarks: [] },
      { line: "Other", minutes: 10_800, earmarks: [] }
    ],
    money: 500,
    writtenConsent: "dat is goed"
  }),
  line("TimeBudget", "jaartaak-iris", Hilde, "01T09:01", "Propose"),
  line("TimeBudget", "jaartaak-iris", "iris", "01T10:00", "Dispute", { objection: "dit is te veel" }),
  line("PopGroup", "g-midden", Anneke, "01T10:01", "ChangeAgreement", agreement),
  line("CompetenceProfile", "profiel-femke", Femke, "01T11:00", "WriteReflection", {
    ref: tidy,
    want: "ik wil",
    dare: "ik durf",
    warmFor: "muziek",
    motives: "zingen",
    values: "samen",
    selfConcept: "een zanger"
  }),
  line("CompetenceProfile", "profiel-femke", Femke, "01T11:05", "GrantView", {
    grant: "kijk-mee",
    to: { kind: "Person", id: "p-anneke" },
    shows: [{ ref: { competence: "muziek" }, name: "muziek" }]
  }),
  line("OtherView", "blik-1", Femke, "01T11:10", "Ask", { authorId: "p-anneke", ref: tidy }),
  line("OtherView", "blik-1", Anneke, "01T12:00", "Note", { sees: "rust", wishes: "durf" }),
  line("OtherView", "blik-2", Femke, "01T11:10", "Ask", { authorId: "p-dirk", ref: tidy }),
  line("OtherView", "blik-2", "dirk", "01T12:00", "Share", { seesYou: "rust", wishesYou: "durf" }),
  line("PortfolioEntry", "map-femke/schets", Femke, "02T20:00", "Draft", { ...talking, portfolioId: "map-femke" }),
  line("PortfolioEntry", "map-femke/af", Femke, "02T20:01", "Keep", { ...talking, portfolioId: "map-femke" }),
  line("PortfolioEntry", "map-femke/gevraagd", Femke, "02T20:02", "AcceptSuggestion", {
    ...talking,
    portfolioId: "map-femke",
    suggestedFrom: "Pap"
  }),
  line("PortfolioEntry", "map-femke/anders", Femke, "02T20:03", "Keep", { ...talking, portfolioId: "map-femke" }),
  line("PortfolioEntry", "map-femke/anders", Femke, "02T20:04", "Edit", talking),
  line("PortfolioEntry", "map-femke/af", Femke, "02T20:04", "Grant", {
    grant: "af-anneke",
    to: { kind: "Person", id: "p-anneke" },
    until: Date.parse("2026-07-20T12:00:00Z") / 60_000,
    title: "een titel",
    text: "een tekst",
    files: []
  }),
  line("PortfolioEntry", "map-femke/spiegel", Femke, "02T20:05", "Keep", {
    ...talking,
    kind: "Reflection",
    portfolioId: "map-femke"
  }),
  ...["Grant", "ConfirmGrant"].map((does, n) =>
    line("PortfolioEntry", "map-femke/spiegel", Femke, `0${2 + n}T21:00`, does, {
      grant: "spiegel-hilde",
      to: { kind: "Person", id: "p-hilde" },
      until: Date.parse("2026-07-20T12:00:00Z") / 60_000,
      title: "een spiegel",
      text: "wat ik zag",
      files: []
    })
  ),
  line("Pop", "pop-femke", Femke, "03T20:00", "WriteIntro", { intro: "dit ben ik" }),
  line("Pop", "pop-femke", Femke, "03T20:01", "AddGoal", {
    goal: "durven",
    kind: "Competence",
    horizon: "2026-12-18",
    text: "ik durf",
    why: "het moet",
    signs: ["ik zie het"],
    support: ["tijd"]
  }),
  line("Pop", "pop-femke", Femke, "03T20:02", "EditGoal", {
    goal: "durven",
    kind: "Competence",
    horizon: "2026-12-18",
    text: "ik durf",
    why: "het moet",
    signs: ["ik zie het"],
    support: ["tijd"]
  }),
  line("Pop", "pop-femke", Femke, "03T20:03", "ShareGoal", {
    goal: "durven",
    grant: "durven-groep",
    to: { kind: "Group", id: "g-midden" },
    text: "ik durf"
  }),
  line("Pop", "pop-femke", Femke, "03T20:04", "AskFeedback", { goal: "durven", groupId: "g-midden" }),
  line("Pop", "pop-femke", "bram", "03T21:00", "GiveFeedback", { goal: "durven", words: "je durft al" }),
  line("Pop", "pop-femke", Femke, "03T20:05", "ShareGoal", {
    goal: "durven",
    grant: "durven-hilde",
    to: { kind: "Person", id: "p-hilde" },
    text: "ik durf"
  }),
  line("PopAgreement", "afspraak-femke", Femke, "04T09:00", "Propose", {
    popId: "pop-femke",
    leaderId: "p-hilde",
    goals: [{ goal: "durven", text: "ik durf" }],
    facilities: [{ id: "uren", goal: "durven", kind: "Minutes", amount: 120, before: "2026-07-01" }]
  }),
  line("Gop", "g-midden/2025-2026", Anneke, "04T15:00", "Evaluate", { evaluation: "het lukte" }),
  line("IpbTheme", "klassenmanagement-schoolbreed", "lies", "04T16:00", "Evaluate", { evaluation: "het lukte", grounds: [] }),
  line("IpbTheme", "taal", Anneke, "05T09:00", "Raise", {
    origin: "Team",
    text: "meer taal",
    tags: ["taalbeleid"],
    credit: true
  }),
  line("IpbTheme", "taal", "lies", "05T10:00", "Discuss", { on: "2026-06-05" }),
  line("IpbTheme", "taal", Hilde, "05T11:00", "Decline", { reason: "niet nu" }),
  line("FunctionProfile", "leraar-3", Hilde, "05T12:00", "Compose", {
    name: something("de functie"),
    function: "leraar-onderbouw",
    place: "groep 3",
    competences: [tidy]
  }),
  line("CompetenceFramework", "lijst-2026", "kees", "08T09:00", "Draft", {
    framework: "lijst-2026",
    version: 1,
    ...framework
  }),
  line("CompetenceFramework", "lijst-2026", "kees", "08T09:01", "Edit", framework),
  line("CompetenceFramework", "lijst-2026", Femke, "08T12:00", "Propose", { described: framework.competences[0] }),
  line("Programme", "groeien-2025", Anneke, "09T09:00", "EvaluatePilot", { document: "terugblik-op-de-proef" }),
  line("Conversation", "beoordeling-bram", "iris", "09T12:00", "DecideObjection", {
    outcome: "Upheld",
    decision: "er kwam één bezoek"
  }),
  line("RosteredMoment", "later", Anneke, "10T09:00", "Propose", {
    type: "Session",
    schoolYear: "2025-2026",
    groupId: "g-midden",
    sponsor: "p-hilde",
    on: "2026-06-30",
    start: "15:30",
    minutes: 60,
    agenda: ["wat er op tafel komt"]
  }),
  // A group that has only begun, with what it means to agree.
  line("PopGroup", "g-nieuw", "dirk", "10T12:00", "Form", { type: "Other", schoolYear: "2025-2026", sponsor: "p-hilde" }),
  line("PopGroup", "g-nieuw", "dirk", "10T12:01", "DraftAgreement", agreement),
  // The last meeting, until its tips are on the table.
  ...all.map((name) => line("Intervision", "s8", name, "16T15:25", "ConfirmAttendance")),
  line("Intervision", "s8", "dirk", "16T15:28", "AssignRoles", { facilitator: "p-dirk", guardian: "p-carla" }),
  line("Intervision", "s8", "dirk", "16T15:30", "Open", { confidentialityShown: true }),
  line("Intervision", "s8", "dirk", "16T15:30", "StartPapReview"),
  line("Intervision", "s8", Femke, "16T15:30", "SkipPapReview", { pap: "pap-femke-3" }),
  line("Intervision", "s8", "bram", "16T15:30", "SkipPapReview", { pap: "pap-bram-2" }),
  line("Intervision", "s8", "esra", "16T15:30", "SkipPapReview", { pap: "pap-esra-1" }),
  line("Intervision", "s8", Femke, "16T15:31", "OfferCase", { caseGiver: "p-femke", question: "hoe durf ik" }),
  line("Intervision", "s8", Anneke, "16T15:33", "ChooseCase", { caseGiver: "p-femke" }),
  line("Intervision", "s8", Femke, "16T15:34", "ChooseMethod", { method: "incident" }),
  line("Intervision", "s8", "dirk", "16T15:35", "StartIntervision"),
  line("Intervision", "s8", Anneke, "16T15:36", "CaptureItem", { item: "een-vraag", type: "Question", words: "wat doe je" }),
  line("Intervision", "s8", "dirk", "16T15:49", "NextStep"),
  line("Intervision", "s8", "esra", "16T15:50", "CaptureItem", { item: "een-idee", type: "Hypothesis", words: "misschien" }),
  line("Intervision", "s8", Femke, "16T15:51", "KeepNote", { note: "voor-mij", words: "ik loop" }),
  line("Intervision", "s8", "dirk", "16T16:00", "EndIntervision"),
  line("Intervision", "s8", Anneke, "16T16:01", "OfferTip", { tip: "een-tip", words: "ik zou" })
]

const told = (file: string): ReadonlyArray<Written> =>
  readFileSync(join(import.meta.dirname, "..", file), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Written)
const momentOf = ({ at, tend }: Written) => Date.parse(String(at ?? tend))

/** The year, until its end. */
export const hostileYear: ReadonlyArray<Written> = hostile(
  [
    ...["school", "story-1", "story-2", "story-3", "story-4", "story-5"].flatMap((story) => told(`stories/${story}.jsonl`)),
    // The framework is that of the reports: one by which people may be appraised.
    ...told("season.jsonl").filter(({ machine }) => machine !== "CompetenceFramework"),
    ...beyond,
    ...unsaid
  ]
    .filter((line) => momentOf(line) <= end)
    .toSorted((one, other) => momentOf(one) - momentOf(other))
).lines

/** The house, when its school, people and groups are called so as well. */
export const hostileHouse = (house: House): House => {
  const both = (path: string) => ({ nl: markOf(`${path}.nl`), en: markOf(`${path}.en`) })
  return {
    ...house,
    school: markOf("House.school"),
    people: house.people.map(({ id }) => ({ id, name: markOf("House.people.name"), does: both("House.people.does") })),
    groups: house.groups.map(({ id }) => ({ id, name: both("House.groups.name") }))
  }
}
