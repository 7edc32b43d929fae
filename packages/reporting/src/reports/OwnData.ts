import { Domain, type Machine } from "@groeikring/core"
import { Effect } from "effect"
import { facts, note, paragraph, section } from "../Document.ts"
import type { MachineName } from "../Eyes.ts"
import { report } from "../Report.ts"
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
    standing: "Hoe het ervoor staat",
    none: "Er is niets over jou bewaard dat van jou is.",
    right:
      "Je hebt het recht om te weten wat er over je is bewaard (AVG, artikel 15 en 20). Hierin staat alles wat van jou is en wat je mag zien. Wat gewist is, is er niet meer.",
    more: "Voor een ander programma: vraag hetzelfde als JSON."
  },
  en: {
    title: "My data",
    standing: "Where it stands",
    none: "Nothing about you was kept that is yours.",
    right:
      "You have the right to know what was kept about you (GDPR, articles 15 and 20). In this is all that is yours and that you may see. What was erased is there no more.",
    more: "For another program: ask for the same as JSON."
  }
})

const names = Object.keys(Domain.domain) as ReadonlyArray<MachineName>
/** A thing is somebody's when a role that one person holds says so. */
const isOf = (person: string, machine: MachineName, state: Own["state"]) => {
  const { roles }: Machine.Spec = Domain.domain[machine].machine.spec
  return Object.values(roles).some((field) => state[field] === person)
}

/** A value in words: fields by their names, things in things as lines. */
const plain = (value: unknown): string =>
  value === null || value === undefined || value === ""
    ? "–"
    : Array.isArray(value)
      ? value.map(plain).join("; ") || "–"
      : typeof value === "object"
        ? Object.entries(value)
            .map(([, inner]) => plain(inner))
            .filter((one) => one !== "–")
            .join(", ") || "–"
        : typeof value === "string"
          ? value
          : JSON.stringify(value)

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
        for (const thing of yield* eyes.all(machine)) {
          const { id, ...state } = thing as Own["state"] & { readonly id: string }
          if (isOf(person, machine, state)) own.push({ machine, id, state })
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
              .map(({ id, state: { _tag, ...fields } }) =>
                section(
                  id,
                  facts([
                    [said.standing, saying.state(machine, _tag)],
                    ...Object.entries(fields).map(
                      ([field, value]) =>
                        [
                          saying.field(machine, field),
                          typeof value === "string" ? saying.choice(machine, field, value) : plain(value)
                        ] as const
                    )
                  ])
                )
              )
          )
        ),
        note(said.more)
      ]
    }
  }
})
