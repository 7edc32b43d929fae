/** Saying — how reports name people, days, hours, competences and choices, in the language they are in. */
import { Glossary } from "@groeikring/core"
import type { Language } from "./Document.ts"
import type { MachineName } from "./Eyes.ts"
import type { Sources } from "./Sources.ts"
import type { House } from "./Theme.ts"
import { day, dayOf, euros, hours, inBoth, number, percent } from "./Words.ts"

const phrases = inBoth({
  nl: {
    schoolYear: (year: string) => `schooljaar ${year}`,
    until: (whom: string, day: string) => `${whom}, tot en met ${day}`,
    minutes: (n: string) => `${n} minuten`,
    room: (n: string) => `${n} keer ruimte`
  },
  en: {
    schoolYear: (year: string) => `school year ${year}`,
    until: (whom: string, day: string) => `${whom}, up to and including ${day}`,
    minutes: (n: string) => `${n} minutes`,
    room: (n: string) => `room, ${n} times`
  }
})

export interface Ref {
  readonly competence?: string
  readonly of?: { readonly framework?: string; readonly version?: number }
}

interface Grant {
  readonly to?: { readonly kind?: string; readonly id?: string }
  readonly until?: number
}
interface Facility {
  readonly kind?: "Minutes" | "Money" | "Room"
  readonly amount?: number
}

/** How a report says things. What is not there is a dash. */
export interface Saying {
  readonly language: Language
  readonly packs: Sources["packs"]
  readonly words: Sources["glossaries"][Language]
  readonly nameOf: House["nameOf"]
  /** A thing by what the school calls it: a group, a unit, a school. */
  readonly called: (id: string | undefined) => string
  /** Something of a pack by its name: a competence, a method, a framework. What no pack knows keeps its own. */
  readonly known: (id: string) => string
  /** Names one after another. */
  readonly names: (people: ReadonlyArray<string> | undefined) => string
  readonly day: (date: string | undefined) => string
  readonly dayOf: (instant: number | undefined) => string
  /** The last day of what ends at this moment. */
  readonly lastDay: (until: number | undefined) => string
  readonly hours: (minutes: number | undefined) => string
  readonly number: (value: number) => string
  readonly euros: (amount: number) => string
  readonly percent: (share: number) => string
  /** As it stands in a line: `schooljaar 2025-2026`. */
  readonly schoolYear: (year: string | undefined) => string
  /** To whom something was opened, and up to which day. */
  readonly openTo: (machine: MachineName, grant: Grant) => string
  /** What a school promises with a plan: time, money, or room for it. */
  readonly facility: (facility: Facility) => string
  readonly state: (machine: MachineName, tag: string) => string
  readonly field: (machine: MachineName, name: string) => string
  readonly role: (machine: MachineName, name: string) => string
  readonly machine: (machine: MachineName) => string
  readonly choice: (machine: MachineName, field: string, chosen: string | undefined) => string
  /** A competence by its name; what is somebody's own by the name they gave it. */
  readonly competence: (ref: Ref | undefined, own?: ReadonlyArray<{ readonly id?: string; readonly name?: string }>) => string
}

export const sayingOf = (language: Language, { called, nameOf }: House, { glossaries, packs }: Sources): Saying => {
  const words = glossaries[language]
  const inPack = new Map([...packs.frameworks, ...packs.methods, ...packs.pulses].map(({ id, name }) => [id, name[language]]))
  const competences = new Map(
    packs.frameworks.flatMap((framework) =>
      framework.competences.map((competence) => [competence.id, competence.name[language]] as const)
    )
  )
  const said = phrases(language)
  const choice: Saying["choice"] = (machine, field, chosen) =>
    chosen === undefined ? "–" : Glossary.choice(words, machine, field, chosen)
  const lastDay: Saying["lastDay"] = (until) => (until === undefined ? "–" : dayOf(language, until - 1))
  return {
    language,
    packs,
    words,
    nameOf,
    called: (id) => (id === undefined ? "–" : called(id)),
    known: (id) => competences.get(id) ?? inPack.get(id) ?? id,
    names: (people) => people?.map(nameOf).join(", ") || "–",
    day: (date) => (date === undefined ? "–" : day(language, date)),
    dayOf: (instant) => (instant === undefined ? "–" : dayOf(language, instant)),
    lastDay,
    hours: (minutes) => (minutes === undefined ? "–" : hours(language, minutes)),
    number: (value) => number(language, value),
    euros: (amount) => euros(language, amount),
    percent: (share) => percent(language, share),
    schoolYear: (year = "–") => said.schoolYear(year),
    openTo: (machine, { to, until }) =>
      said.until(to?.kind === "Person" ? nameOf(to.id ?? "") : choice(machine, "kind", to?.kind), lastDay(until)),
    facility: ({ amount = 0, kind = "Room" }) =>
      kind === "Money" ? euros(language, amount) : (kind === "Minutes" ? said.minutes : said.room)(number(language, amount)),
    state: (machine, tag) => Glossary.word(words, machine, "states", tag),
    field: (machine, name) => Glossary.word(words, machine, "fields", name),
    role: (machine, name) => Glossary.word(words, machine, "roles", name),
    machine: (machine) => words.machines[machine]?.name ?? machine,
    choice,
    competence: (ref, own = []) =>
      ref?.competence === undefined
        ? "–"
        : (own.find(({ id }) => id === ref.competence)?.name ?? competences.get(ref.competence) ?? ref.competence)
  }
}
