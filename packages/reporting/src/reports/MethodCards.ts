import type { Method } from "@groeikring/core"
import { Effect } from "effect"
import { facts, list, note, paragraph, section, steps as ordered } from "../Document.ts"
import { report } from "../Report.ts"
import { inBoth } from "../Words.ts"

const words = inBoth({
  nl: {
    title: "Methodekaarten",
    subtitle: "Voor op tafel",
    time: "Tijd",
    minutes: (whole: number, inner: number) => (inner === whole ? `${whole} min` : `${whole} min, waarvan ${inner} voor de kern`),
    people: "Mensen",
    many: (min: number, max: number, ideal: number) => `${min} tot ${max}, het liefst ${ideal}`,
    lead: "Wie leidt",
    when: "Kies dit als",
    steps: "Stappen",
    step: (name: string, minutes: number) => `${name} (${minutes} min)`,
    quiet: " – iedereen is stil",
    listens: " – de inbrenger luistert",
    after: (whom: string) => `Naar ${whom}`
  },
  en: {
    title: "Method cards",
    subtitle: "For on the table",
    time: "Time",
    minutes: (whole: number, inner: number) =>
      inner === whole ? `${whole} min` : `${whole} min, of which ${inner} for the core`,
    people: "People",
    many: (min: number, max: number, ideal: number) => `${min} to ${max}, ideally ${ideal}`,
    lead: "Who leads",
    when: "Choose this when",
    steps: "Steps",
    step: (name: string, minutes: number) => `${name} (${minutes} min)`,
    quiet: " – everybody is silent",
    listens: " – the case giver listens",
    after: (whom: string) => `After ${whom}`
  }
})

export const methodCards = report<ReadonlyArray<Method.Method>>({
  name: { nl: "methodekaarten", en: "method cards" },
  about: {
    nl: "Voor iedereen: elke methode op een kaart voor op tafel",
    en: "For everyone: each method as a card for on the table"
  },
  of: "Nothing",
  read: (_, __, { packs }) => Effect.succeed(packs.methods),
  tell: (methods, { language }) => {
    const said = words(language)
    const aside = ({ caseGiver, floor }: Method.Step) =>
      floor.every((one) => one === "None") ? said.quiet : caseGiver === "Listens" ? said.listens : ""
    return {
      title: said.title,
      subtitle: said.subtitle,
      isCards: true,
      body: methods.map(({ choose, credit, facilitator, group, innerMinutes, name, purpose, steps, totalMinutes }) =>
        section(
          name[language],
          paragraph(purpose[language]),
          facts([
            [said.time, said.minutes(totalMinutes, innerMinutes)],
            [said.people, said.many(group.min, group.max, group.ideal)],
            [said.lead, facilitator[language]]
          ]),
          paragraph({ strong: said.steps }),
          ordered(steps.map((step) => said.step(step.name[language], step.minutes) + aside(step))),
          paragraph({ strong: said.when }),
          list(choose.map((one) => one[language])),
          ...(credit === undefined ? [] : [note(said.after(credit))])
        )
      )
    }
  }
})
