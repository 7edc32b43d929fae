import { Domain, Privacy } from "@groeikring/core"
import { Effect } from "effect"
import { capital, note, paragraph, section } from "../Document.ts"
import type { MachineName } from "../Eyes.ts"
import { report } from "../Report.ts"
import { told } from "../Told.ts"
import { inBoth } from "../Words.ts"

interface Own {
  readonly machine: MachineName
  readonly id: string
  readonly state: { readonly _tag: string; readonly [field: string]: unknown }
}
interface Model {
  readonly person: string
  readonly own: ReadonlyArray<Own>
}

const words = inBoth({
  nl: {
    title: "Mijn gegevens",
    none: "Er is niets over jou bewaard dat van jou is.",
    right:
      "Je hebt het recht om te weten wat er over je is bewaard, en om het mee te nemen (AVG, artikel 15 en 20). Hier staat alles wat van jou is. Van wat je samen met anderen maakte, staat hier wat jij inbracht. Wat gewist is, is er niet meer.",
    more: "Wil je het in een ander programma gebruiken? Vraag hetzelfde als JSON."
  },
  en: {
    title: "My data",
    none: "Nothing about you was kept that is yours.",
    right:
      "You have the right to know what was kept about you, and to take it along (GDPR, articles 15 and 20). All that is yours is here. Of what you made together with others, what you brought is here. What was erased is there no more.",
    more: "Do you want to use it in another program? Ask for the same as JSON."
  }
})

const names = Object.keys(Domain.domain) as ReadonlyArray<MachineName>

/** A thing is somebody's when they look at it as themselves, by the table of who sees what. */
const isOf = (person: string, machine: MachineName, state: Own["state"]) =>
  Privacy.ownerFields(Domain.domain[machine].machine).some((field) => state[field] === person)

/** Of a thing of several people, what one of them brought; nothing when they brought nothing. */
const broughtBy = (person: string, { _tag, ...fields }: Own["state"]): Own["state"] | undefined => {
  const brought = Object.entries(fields).flatMap(([field, value]) => {
    const items = Array.isArray(value) ? value.filter((item: { readonly by?: unknown } | null) => item?.by === person) : []
    return items.length === 0 ? [] : [[field, items] as const]
  })
  return brought.length === 0 ? undefined : { ...Object.fromEntries(brought), _tag }
}

export const ownData = report<Model>({
  name: { nl: "eigen gegevens (AVG)", en: "own data (GDPR)" },
  about: { nl: "Alles wat van jou bewaard is, om mee te nemen", en: "All that was kept of yours, to take along" },
  of: "Person",
  read: (eyes, person) =>
    Effect.gen(function* () {
      const own: Array<Own> = []
      // Of somebody else there is nothing to ask here, whatever one may see of them elsewhere.
      if (person !== eyes.viewer.actor) return { person, own }
      for (const machine of names) {
        for (const { id, ...thing } of yield* eyes.all(machine)) {
          const all: Own["state"] = thing
          const state = isOf(person, machine, all) ? all : broughtBy(person, all)
          if (state !== undefined) own.push({ machine, id, state })
        }
      }
      return { person, own }
    }),
  tell: ({ own, person }, saying) => {
    const said = words(saying.language)
    const machines = [...new Set(own.map(({ machine }) => machine))]
    return {
      title: said.title,
      subtitle: saying.nameOf(person),
      body: [
        paragraph(said.right),
        ...(own.length === 0 ? [paragraph(said.none)] : []),
        ...machines.map((machine) =>
          section(
            saying.machine(machine),
            ...own
              .filter((one) => one.machine === machine)
              .map(({ id, state }) => section(capital(saying.called(id)), ...told(machine, state, saying)))
          )
        ),
        note(said.more)
      ]
    }
  }
})
