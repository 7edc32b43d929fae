import { Effect } from "effect"
import type { Pack } from "@groeikring/core"
import { section, table } from "../Document.ts"
import { report } from "../Report.ts"
import { inBoth } from "../Words.ts"

const words = inBoth({
  nl: {
    title: "Woordenlijst",
    subtitle: "Wat we zeggen, en wat we ermee bedoelen",
    term: "woord",
    means: "betekenis",
    none: "Er zijn geen woorden.",
    chapters: {
      Policy: "Beleid en plannen",
      Competence: "Competenties",
      Group: "Groep en bijeenkomst",
      Conversation: "Gesprekken en personeel",
      Needs: "Behoeften en meten"
    }
  },
  en: {
    title: "Glossary",
    subtitle: "What we say, and what we mean by it",
    term: "word",
    means: "meaning",
    none: "There are no words.",
    chapters: {
      Policy: "Policy and plans",
      Competence: "Competences",
      Group: "Group and meeting",
      Conversation: "Conversations and staff",
      Needs: "Needs and measuring"
    }
  }
})

export const glossary = report<ReadonlyArray<Pack.Term>>({
  name: { nl: "woordenlijst", en: "glossary" },
  about: { nl: "Voor iedereen: de woorden van het vak, uitgelegd", en: "For everyone: the words of the field, explained" },
  of: "Nothing",
  read: (_, __, { packs }) => Effect.succeed(packs.terms),
  tell: (terms, { language }) => {
    const said = words(language)
    const chapters = [...new Set(terms.map(({ chapter }) => chapter))]
    return {
      title: said.title,
      subtitle: said.subtitle,
      body: chapters.map((chapter) =>
        section(
          said.chapters[chapter],
          table({
            caption: said.chapters[chapter],
            columns: [
              { head: said.term, width: 2 },
              { head: said.means, width: 5 }
            ],
            rows: terms
              .filter((term) => term.chapter === chapter)
              .map(({ means, term }) => [term[language], means[language]])
              .toSorted(([one = ""], [other = ""]) => one.localeCompare(other, language)),
            empty: said.none
          })
        )
      )
    }
  }
})
