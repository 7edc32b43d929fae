import { Timeline } from "@groeikring/core"
import { Effect } from "effect"
import { type Block, capital, facts, note, paragraph, section, table } from "../Document.ts"
import type { Eyes, Thing } from "../Eyes.ts"
import { report } from "../Report.ts"
import type { Saying } from "../Saying.ts"
import { inBoth } from "../Words.ts"

interface Model {
  readonly folder: Thing<"Portfolio">
  readonly entries: ReadonlyArray<Thing<"PortfolioEntry"> & { readonly on: string }>
}

const words = inBoth({
  nl: {
    portfolio: "Portfolio",
    file: "Bekwaamheidsdossier",
    entries: "Wat ik bewaar",
    none: "Er zit nog niets in deze map. Begin met iets wat lukte.",
    on: "wanneer",
    title: "wat",
    kind: "soort",
    competences: "Competenties",
    attachments: "Bijlagen",
    requirement: "eis",
    noMarks: "Nog geen enkel stuk is aan een bekwaamheidseis gekoppeld. Doe dat bij een stuk in je map.",
    overview: "Welk stuk laat wat zien",
    untitled: "zonder titel",
    mine: "Deze map is van wie hem vulde, en gaat mee als diegene vertrekt.",
    chosen: "Hierin staat alleen wat de eigenaar zelf aan een bekwaamheidseis koppelde."
  },
  en: {
    portfolio: "Portfolio",
    file: "Competence file",
    entries: "What I keep",
    none: "Nothing is in this folder yet. Begin with something that worked.",
    on: "when",
    title: "what",
    kind: "kind",
    competences: "Competences",
    attachments: "Attachments",
    requirement: "requirement",
    noMarks: "No entry is tied to a requirement yet. Do so at an entry of your folder.",
    overview: "Which entry shows what",
    untitled: "without a title",
    mine: "This folder belongs to whoever filled it, and goes along when they leave.",
    chosen: "In this file is only what its owner tied to a requirement."
  }
})

const read = (eyes: Eyes, id: string) =>
  Effect.gen(function* () {
    const folder = yield* eyes.one("Portfolio", id)
    const all = yield* eyes.all("PortfolioEntry")
    const entries = all.flatMap((entry) =>
      entry.portfolioId === id && entry._tag !== "Deleted" && entry.on !== undefined ? [{ ...entry, on: entry.on }] : []
    )
    return { folder, entries }
  })

const entryOf = (
  { attachments = [], competences = [], kind, on, text, title }: Model["entries"][number],
  saying: Saying
): Block => {
  const said = words(saying.language)
  return section(
    title ?? said.untitled,
    facts([
      [said.on, saying.day(on)],
      [said.kind, saying.choice("PortfolioEntry", "kind", kind)],
      ...(competences.length === 0
        ? []
        : [[said.competences, competences.map((ref) => saying.competence(ref)).join(", ")] as const]),
      ...(attachments.length === 0 ? [] : [[said.attachments, attachments.map(({ name = "–" }) => name).join(", ")] as const])
    ]),
    ...(text === undefined ? [] : [paragraph(text)])
  )
}

export const portfolio = report<Model>({
  name: { nl: "portfolio", en: "portfolio" },
  about: { nl: "Je hele bewaarmap, per schooljaar", en: "Your whole keeping folder, by school year" },
  of: "Portfolio",
  read,
  tell: ({ entries, folder }, saying) => {
    const said = words(saying.language)
    const { choice, day, nameOf } = saying
    return {
      title: said.portfolio,
      subtitle: nameOf(folder.ownerId ?? ""),
      body: [
        section(
          said.entries,
          table({
            caption: said.entries,
            columns: [
              { head: said.title, width: 4 },
              { head: said.on, width: 2 },
              { head: said.kind, width: 2 }
            ],
            rows: Timeline.byYear(entries).flatMap((year) =>
              year.entries.map(({ kind, on, title = said.untitled }) => [title, day(on), choice("PortfolioEntry", "kind", kind)])
            ),
            empty: said.none
          })
        ),
        ...Timeline.byYear(entries).map((year) =>
          section(capital(saying.schoolYear(year.schoolYear)), ...year.entries.map((entry) => entryOf(entry, saying)))
        ),
        note(said.mine)
      ]
    }
  }
})

export const competenceFile = report<Model>({
  name: { nl: "bekwaamheidsdossier", en: "competence file" },
  about: {
    nl: "Uit je map alleen wat je aan een bekwaamheidseis koppelde",
    en: "Of your folder only what you tied to a requirement"
  },
  of: "Portfolio",
  read,
  tell: ({ entries, folder }, saying) => {
    const said = words(saying.language)
    const { competence, day, nameOf } = saying
    const marked = entries.flatMap((entry) => (entry.marks ?? []).map((ref) => ({ entry, requirement: competence(ref) })))
    const requirements = [...new Set(marked.map(({ requirement }) => requirement))].toSorted()
    return {
      title: said.file,
      subtitle: nameOf(folder.ownerId ?? ""),
      body: [
        section(
          said.overview,
          table({
            caption: said.overview,
            columns: [
              { head: said.requirement, width: 3 },
              { head: said.title, width: 4 },
              { head: said.on, width: 2 }
            ],
            rows: marked.map(({ entry, requirement }) => [requirement, entry.title ?? said.untitled, day(entry.on)]),
            empty: said.noMarks
          })
        ),
        ...requirements.map((requirement) =>
          section(
            requirement,
            ...marked.filter((one) => one.requirement === requirement).map(({ entry }) => entryOf(entry, saying))
          )
        ),
        note(said.chosen)
      ]
    }
  }
})
