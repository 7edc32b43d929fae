/** What the page is told of the house: words, forms, people and packs, read off the domain once, as JSON. */
import type { Glossary } from "@groeikring/core"
import { pack } from "@groeikring/pack-nl"
import type { House, Words } from "@groeikring/web/house"
import { formsOf } from "./Form.ts"
import { groups, people } from "./People.ts"
import { domain, glossaries } from "./Season.ts"

const wordsIn = ({ cards, machines, unfit }: Glossary.AnyGlossary): Words => ({
  machines: Object.fromEntries(
    Object.entries(machines).flatMap(([machine, words]) => {
      if (words === undefined) return []
      const { refusals: _, ...others } = words
      return [[machine, others]]
    })
  ),
  cards,
  unfit
})

const house = (): House => ({
  school: "obs De Zwaluw",
  schoolYear: "2025-2026",
  people,
  groups,
  forms: formsOf(domain),
  methods: pack.methods.map(({ sources: _, steps: __, ...card }) => card),
  choices: pack.choices,
  frameworks: pack.frameworks.map(({ competences, id, name }) => ({
    id,
    name,
    competences: competences.map(({ core, id, name }) => ({ id, name, ...(core !== undefined && { core }) }))
  })),
  functions: pack.functionProfiles.map(({ id, name }) => ({ id, name })),
  settings: pack.settings,
  holidays: pack.holidays.find(({ region, schoolYear }) => region === "North" && schoolYear === "2025-2026")?.holidays ?? [],
  scales: pack.scales,
  pulses: pack.pulses,
  terms: pack.terms.map(({ id, means, term }) => ({ id, term, means }))
})

/** Each by its path. */
export const told = (): Readonly<Record<string, string>> => ({
  "/house/house.json": JSON.stringify(house()),
  "/house/words.nl.json": JSON.stringify(wordsIn(glossaries.nl)),
  "/house/words.en.json": JSON.stringify(wordsIn(glossaries.en))
})
