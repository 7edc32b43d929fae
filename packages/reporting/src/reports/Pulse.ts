import { Effect } from "effect"
import { heatMap } from "../charts/HeatMap.ts"
import { lines } from "../charts/Lines.ts"
import { type Block, facts, list, note, section, table } from "../Document.ts"
import type { Thing } from "../Eyes.ts"
import { report } from "../Report.ts"
import type { Saying } from "../Saying.ts"
import { rowsOf } from "../Told.ts"
import { inBoth } from "../Words.ts"

type Pulse = Thing<"Pulse">
interface Model {
  readonly pulse: Pulse
  /** Those that were reported with the same questions of the same people up to this one, oldest first. */
  readonly sofar: ReadonlyArray<Pulse>
}

const words = inBoth({
  nl: {
    title: "Puls",
    shown: "Wat we zien",
    about: "waarover",
    whole: "iedereen samen",
    hidden: "niet te zien",
    sofar: "Wat we nodig hebben, van meting tot meting",
    when: "gemeten",
    level: "gemiddeld",
    together: "Dit gaat over iedereen samen.",
    arrows: "Wat er veranderde",
    noArrows: "Er is geen verandering die groot genoeg is om iets te zeggen, of er is niets om mee te vergelijken.",
    questions: "Wat er gevraagd is",
    question: "vraag",
    few: "Er waren te weinig antwoorden om iets te laten zien. Hoeveel het er waren, zeggen we niet: zo blijft van niemand te raden wat diegene invulde.",
    notYet: "Er is nog niets te laten zien. De cijfers komen als de puls dicht is.",
    read: "Zo lees je dit",
    rules: (k: number, share: string, detail: number) => [
      `Een onderdeel is te zien vanaf ${k} antwoorden, en als ten minste ${share} van de mensen meedeed.`,
      "Kun je een verborgen onderdeel uitrekenen uit de rest, dan verbergen we er nog een.",
      `Onder de ${detail} antwoorden staat er een gemiddelde op een half punt.`,
      "Dit is een korte vragenlijst om over te praten. Hij bewijst niets."
    ],
    scale: "1 is helemaal niet, 5 is helemaal."
  },
  en: {
    title: "Pulse",
    shown: "What we see",
    about: "about",
    whole: "everybody together",
    hidden: "not shown",
    sofar: "What we need, from one measurement to the next",
    when: "measured",
    level: "mean",
    together: "This is about everybody together.",
    arrows: "What changed",
    noArrows: "No change is large enough to say something of, or there is nothing to compare with.",
    questions: "What was asked",
    question: "question",
    few: "There were too few answers to show anything. How many there were we do not say: so nobody can guess what somebody filled in.",
    notYet: "There is nothing to show yet. The numbers come when the pulse is closed.",
    read: "How to read this",
    rules: (k: number, share: string, detail: number) => [
      `A part is shown from ${k} answers on, and when at least ${share} of the people took part.`,
      "Where a hidden part could be worked out from the rest, one more is hidden.",
      `Below ${detail} answers there is a mean in half points.`,
      "This is a short questionnaire to talk about. It proves nothing."
    ],
    scale: "1 is not at all, 5 is entirely."
  }
})

const scalesOf = ({ items = [] }: Pulse) => [...new Set(items.flatMap(({ scale }) => (scale === undefined ? [] : [scale])))]

const needs = ["Autonomy", "Relatedness", "Competence", "SelfWorth"] as const
const meanOf = ({ means = [] }: Pulse, scale: string, unit: string | null) =>
  means.find((one) => one.scale === scale && one.unit === unit)?.mean ?? null

/** What was reported of everybody together before, beside what is now: each number passed the gate of its own day. */
const sofarOf = (sofar: ReadonlyArray<Pulse>, { choice, language }: Saying): ReadonlyArray<Block> => {
  const said = words(language)
  const asked = needs.filter((need) => sofar.some((pulse) => scalesOf(pulse).includes(need)))
  if (sofar.length < 2 || asked.length === 0) return []
  return [
    section(
      said.sofar,
      lines(language, {
        caption: said.sofar,
        about: said.about,
        when: said.when,
        level: said.level,
        empty: said.notYet,
        hidden: said.hidden,
        between: [1, 5],
        lines: asked.map((scale) => ({
          name: choice("Pulse", "scale", scale),
          points: sofar.map((pulse) => ({ at: momentOf(pulse), value: meanOf(pulse, scale, null) }))
        }))
      }),
      note(said.together)
    )
  ]
}
const momentOf = ({ reportedOn = "1970-01-01" }: Pulse) => Date.parse(`${reportedOn}T00:00:00Z`) / 60_000

/** What passed the gate, and nothing else: a cell that was not reported is not there. */
const numbersOf = ({ pulse, sofar }: Model, saying: Saying): ReadonlyArray<Block> => {
  const { called, choice, language } = saying
  const said = words(language)
  const { arrows = [], units = [] } = pulse
  const columns = [
    ...units.map(({ id = "" }) => ({ unit: id as string | null, name: called(id) })),
    { unit: null, name: said.whole }
  ]
  const [first, ...more] = columns.map(({ name }) => name)
  const named = (scale: string) => choice("Pulse", "scale", scale)
  return [
    section(
      said.shown,
      heatMap(language, {
        caption: said.shown,
        about: said.about,
        columns: [first ?? said.whole, ...more],
        rows: scalesOf(pulse).map((scale) => ({
          name: named(scale),
          values: columns.map(({ unit }) => meanOf(pulse, scale, unit))
        })),
        hidden: said.hidden,
        between: [1, 5]
      }),
      note(said.scale)
    ),
    ...sofarOf(sofar, saying),
    section(
      said.arrows,
      table({
        caption: said.arrows,
        columns: [{ head: said.about, width: 3 }, ...units.map(({ id }) => ({ head: called(id), width: 2 }))],
        rows: scalesOf(pulse).flatMap((scale) => {
          const of = units.map(({ id }) => arrows.find((arrow) => arrow.scale === scale && arrow.unit === id)?.trend)
          return of.every((trend) => trend === undefined)
            ? []
            : [[named(scale), ...of.map((trend) => choice("Pulse", "trend", trend))]]
        }),
        empty: said.noArrows
      })
    )
  ]
}

export const pulse = report<Model>({
  name: { nl: "puls", en: "pulse" },
  about: {
    nl: "Hoe het met ons gaat, in cijfers waarin niemand te vinden is",
    en: "How we are doing, in numbers in which nobody can be found"
  },
  of: "Pulse",
  read: (eyes, id) =>
    Effect.gen(function* () {
      const pulse = yield* eyes.one("Pulse", id)
      const sofar = (yield* eyes.all("Pulse"))
        .filter(
          (one) =>
            one._tag === "Reported" &&
            one.instrument === pulse.instrument &&
            one.groupId === pulse.groupId &&
            momentOf(one) <= momentOf(pulse)
        )
        .toSorted((one, other) => momentOf(one) - momentOf(other))
      return { pulse, sofar }
    }),
  tell: ({ pulse, sofar }, saying) => {
    const said = words(saying.language)
    const { choice, language, packs, percent } = saying
    const asked = packs.pulses.find(({ id }) => id === pulse.instrument)
    const { detailFrom, k, response } = packs.settings.anonymity
    const texts = new Map((asked?.items ?? []).map(({ id, text }) => [id, text[language]] as const))
    return {
      title: said.title,
      subtitle: `${asked?.name[language] ?? pulse.instrument ?? "–"}, ${saying.schoolYear(pulse.schoolYear)}`,
      body: [
        facts(rowsOf("Pulse", pulse, ["_tag"], saying)),
        ...(pulse._tag === "Reported"
          ? numbersOf({ pulse, sofar }, saying)
          : [note(pulse._tag === "Suppressed" ? said.few : said.notYet)]),
        section(
          said.questions,
          table({
            caption: said.questions,
            columns: [
              { head: said.question, width: 5 },
              { head: said.about, width: 2 }
            ],
            rows: (pulse.items ?? []).map(({ id = "", scale }) => [texts.get(id) ?? id, choice("Pulse", "scale", scale)]),
            empty: "–"
          })
        ),
        section(said.read, list(said.rules(k, percent(response), detailFrom)))
      ]
    }
  }
})
