/** Saying — how reports name people, days, hours, competences and choices, in the language they are in. */
import { Glossary } from "@groeikring/core"
import type { Language } from "./Document.ts"
import type { MachineName } from "./Eyes.ts"
import type { Sources } from "./Sources.ts"
import type { House } from "./Theme.ts"
import { day, dayOf, hours, number } from "./Words.ts"

export interface Ref {
  readonly competence?: string
  readonly of?: { readonly framework?: string; readonly version?: number }
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
  return {
    language,
    packs,
    words,
    nameOf,
    called: (id: string | undefined) => (id === undefined ? "–" : called(id)),
    known: (id: string) => competences.get(id) ?? inPack.get(id) ?? id,
    names: (people: ReadonlyArray<string> | undefined) => people?.map(nameOf).join(", ") || "–",
    day: (date: string | undefined) => (date === undefined ? "–" : day(language, date)),
    dayOf: (instant: number | undefined) => (instant === undefined ? "–" : dayOf(language, instant)),
    lastDay: (until: number | undefined) => (until === undefined ? "–" : dayOf(language, until - 1)),
    hours: (minutes: number | undefined) => (minutes === undefined ? "–" : hours(language, minutes)),
    number: (value: number) => number(language, value),
    state: (machine: MachineName, tag: string) => Glossary.word(words, machine, "states", tag),
    field: (machine: MachineName, name: string) => Glossary.word(words, machine, "fields", name),
    role: (machine: MachineName, name: string) => Glossary.word(words, machine, "roles", name),
    machine: (machine: MachineName) => words.machines[machine]?.name ?? machine,
    choice: (machine: MachineName, field: string, chosen: string | undefined) =>
      chosen === undefined ? "–" : Glossary.choice(words, machine, field, chosen),
    competence: (ref, own = []) =>
      ref?.competence === undefined
        ? "–"
        : (own.find(({ id }) => id === ref.competence)?.name ?? competences.get(ref.competence) ?? ref.competence)
  }
}
