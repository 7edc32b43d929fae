import { Effect } from "effect"
import { bars } from "../charts/Bars.ts"
import { planner } from "../charts/Planner.ts"
import { timeline } from "../charts/Timeline.ts"
import { capital, note, section } from "../Document.ts"
import type { Eyes, Thing } from "../Eyes.ts"
import { report } from "../Report.ts"
import { inBoth, shortDay } from "../Words.ts"

interface Model {
  readonly schoolYear: string
  readonly moments: ReadonlyArray<Thing<"RosteredMoment"> & { readonly on: string; readonly type: Type }>
}
type Type = (typeof types)[number]
const types = ["Session", "Pause", "PopWork", "Talk"] as const

const words = inBoth({
  nl: {
    rostered: "Ingeroosterd en doorgegaan",
    rhythm: "Het jaar in één oogopslag",
    caption: "Tijd voor elkaar",
    kind: "soort",
    planned: "ingeroosterd",
    held: "gehouden",
    lost: "vervallen",
    went: (standing: string, start: string, minutes: number) => `${standing} (${start}, ${minutes} minuten)`,
    all: "Alle momenten",
    none: "Er staat nog niets in het rooster.",
    noPerson: "Dit gaat over het rooster, niet over personen."
  },
  en: {
    rostered: "Rostered and held",
    rhythm: "The year at a glance",
    caption: "Time for each other",
    kind: "kind",
    planned: "rostered",
    held: "held",
    lost: "lost",
    went: (standing: string, start: string, minutes: number) => `${standing} (${start}, ${minutes} minutes)`,
    all: "All moments",
    none: "Nothing is in the roster yet.",
    noPerson: "This is about the roster, not about persons."
  }
})

const read = (eyes: Eyes, schoolYear: string) =>
  Effect.map(eyes.all("RosteredMoment"), (all) => ({
    schoolYear,
    moments: all
      .flatMap((moment) =>
        moment.schoolYear === schoolYear && moment.on !== undefined && moment.type !== undefined
          ? [{ ...moment, on: moment.on, type: moment.type }]
          : []
      )
      .toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
  }))

export const rostered = report<Model>({
  name: { nl: "ingeroosterd en gehouden", en: "rostered and held" },
  about: {
    nl: "Voor de school: hoeveel momenten voor elkaar er waren gepland, en hoeveel er doorgingen",
    en: "For the school: how many moments for each other were planned, and how many were held"
  },
  of: "SchoolYear",
  read,
  tell: ({ moments, schoolYear }, saying) => {
    const { choice, language, state } = saying
    const said = words(language)
    const count = (type: Type, ...tags: ReadonlyArray<string>) =>
      moments.filter((one) => one.type === type && (tags.length === 0 || tags.includes(one._tag))).length
    const kinds = types.filter((type) => count(type) > 0)
    return {
      title: said.rostered,
      subtitle: capital(saying.schoolYear(schoolYear)),
      body: [
        section(
          said.caption,
          bars(language, {
            caption: said.caption,
            about: said.kind,
            series: [said.planned, said.held, said.lost],
            rows: kinds.map((type) => ({
              name: choice("RosteredMoment", "type", type),
              values: [count(type), count(type, "Held"), count(type, "Lost", "Breached")]
            })),
            nothing: said.none
          })
        ),
        section(
          said.all,
          timeline(language, {
            caption: said.all,
            schoolYear,
            kinds: types.map((type) => choice("RosteredMoment", "type", type)),
            happenings: moments.map(({ _tag, minutes = 0, on, start = "–", type }) => ({
              on,
              what: said.went(state("RosteredMoment", _tag), start, minutes),
              label: shortDay(language, on),
              kind: types.indexOf(type)
            })),
            empty: said.none
          })
        ),
        note(said.noPerson)
      ]
    }
  }
})

export const yearPoster = report<Model>({
  name: { nl: "jaarposter", en: "year poster" },
  about: { nl: "Het ritme van het jaar, voor aan de muur", en: "The rhythm of the year, for on the wall" },
  of: "SchoolYear",
  read,
  tell: ({ moments, schoolYear }, saying) => {
    const { choice, language } = saying
    const said = words(language)
    return {
      title: said.rhythm,
      subtitle: capital(saying.schoolYear(schoolYear)),
      isPoster: true,
      body: [
        planner(language, {
          caption: said.rhythm,
          schoolYear,
          kinds: types.map((type) => choice("RosteredMoment", "type", type)),
          moments: moments.map(({ on, start = "–", type }) => ({ on, at: start, kind: types.indexOf(type) })),
          empty: said.none
        })
      ]
    }
  }
})
