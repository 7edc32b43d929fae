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

export const sayingOf = (language: Language, { nameOf }: House, { glossaries, packs }: Sources) => {
  const words = glossaries[language]
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
    /** Names one after another; a dash where there are none. */
    names: (people: ReadonlyArray<string> | undefined) => people?.map(nameOf).join(", ") || "–",
    day: (date: string | undefined) => (date === undefined ? "–" : day(language, date)),
    dayOf: (instant: number | undefined) => (instant === undefined ? "–" : dayOf(language, instant)),
    hours: (minutes: number | undefined) => (minutes === undefined ? "–" : hours(language, minutes)),
    number: (value: number) => number(language, value),
    state: (machine: MachineName, tag: string) => Glossary.word(words, machine, "states", tag),
    field: (machine: MachineName, name: string) => Glossary.word(words, machine, "fields", name),
    role: (machine: MachineName, name: string) => Glossary.word(words, machine, "roles", name),
    machine: (machine: MachineName) => words.machines[machine]?.name ?? machine,
    choice: (machine: MachineName, field: string, chosen: string | undefined) =>
      chosen === undefined ? "–" : Glossary.choice(words, machine, field, chosen),
    /** A competence by its name; what is somebody's own by the name they gave it. */
    competence: (ref: Ref | undefined, own: ReadonlyArray<{ readonly id?: string; readonly name?: string }> = []) =>
      ref?.competence === undefined
        ? "–"
        : (own.find(({ id }) => id === ref.competence)?.name ?? competences.get(ref.competence) ?? ref.competence)
  }
}
export type Saying = ReturnType<typeof sayingOf>
