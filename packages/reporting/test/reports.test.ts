import { Effect } from "effect"
import { createHash } from "node:crypto"
import { beforeAll, describe, expect, it } from "vitest"
import { csv } from "../src/Csv.ts"
import type { Block, Document, Table } from "../src/Document.ts"
import { markdown } from "../src/Markdown.ts"
import { PdfWriter } from "../src/Pdf.ts"
import { typst } from "../src/Typst.ts"
import { languages, samplesOf } from "./samples.ts"
import { house, inZwaluw, kinds, lines, reportOf } from "./zwaluw.ts"

const golden = new Map<string, Document>()
const rituals = { "p-dirk": "", "p-hilde": "" }

beforeAll(async () => {
  await inZwaluw((school) =>
    Effect.gen(function* () {
      for (const [name, document] of yield* samplesOf(school)) golden.set(name, document)
      for (const viewer of ["p-dirk", "p-hilde"] as const)
        rituals[viewer] = markdown(yield* reportOf(school, "working-agreement", "g-nieuw", viewer, "nl"))
    })
  )
})

describe("the year of De Zwaluw on paper", () => {
  for (const kind of kinds) {
    for (const language of languages) {
      it(`${kind} in ${language} says what it said before`, async () => {
        const name = `${kind}.${language}`
        await expect(markdown(golden.get(name)!)).toMatchFileSnapshot(`golden/${name}.md`)
      })
    }
  }

  it("[S6.19] the agreement of a group tells its rituals to its members", () => {
    expect(rituals["p-dirk"]).toContain("- **Zo vieren we een succes:** Wie iets lukte, slaat op de gong.")
    expect(rituals["p-hilde"]).not.toMatch(/koffie|gong/)
  })

  it("is accessible: the compiler refuses a PDF/UA-1 that is not", async () => {
    const set = await typst()
    for (const document of golden.values())
      expect(new TextDecoder("latin1").decode(set(document, "ua-1").slice(0, 5))).toBe("%PDF-")
  })

  it("gives the same bytes of PDF for the same document", async () => {
    const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex")
    const twice = await Effect.runPromise(
      Effect.gen(function* () {
        const { write } = yield* PdfWriter
        return [hash(yield* write(golden.get("pop.nl")!)), hash(yield* write(golden.get("pop.nl")!))]
      }).pipe(Effect.provide(PdfWriter.layer))
    )
    expect(twice[0]).toBe(twice[1])
  })
})

describe("what a document says", () => {
  it("is what its owner wrote", () =>
    expect(markdown(golden.get("pop.nl")!)).toContain("Mijn lessen beginnen rustig, ook na de pauze."))

  it("of somebody's own data is in numbers that another program reckons with", () => {
    const taken = csv(golden.get("own-data.nl")!)
    expect(taken).toContain("\r\nlesgeven,56400,–\r\n")
    expect(taken).toContain("\r\nOrganisatorisch competent,4,3,nog niet,ja,10 september 2025\r\n")
  })

  it("of a meeting whose words were purged is that they were", () =>
    expect(markdown(golden.get("session-sheet.nl")!)).toContain("De woorden van deze bijeenkomst zijn gewist"))
})

/** What somebody wrote stays as they wrote it. */
const written = (function inside(value: unknown): ReadonlyArray<string> {
  return typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(inside)
      : []
})(lines)
const isWritten = (text: string) => written.includes(text)

/** Where a line begins, and what else is said: in a cell, of a drawing. */
const saidIn = (blocks: ReadonlyArray<Block>): ReadonlyArray<{ readonly text: string; readonly isLine: boolean }> => {
  const line = (text: string) => ({ text, isLine: true })
  const aside = (text: string) => ({ text, isLine: false })
  const table = ({ caption, columns, empty, rows }: Table) => [
    line(caption),
    line(empty),
    ...columns.map(({ head }) => aside(head)),
    ...rows.flat().map((cell) => aside(String(cell)))
  ]
  return blocks.flatMap((block) => {
    switch (block.is) {
      case "Section":
        return [line(block.heading), ...saidIn(block.body)]
      case "Paragraph":
        return [line(block.text.map((part) => (typeof part === "string" ? part : part.strong)).join(""))]
      case "List":
        return block.items.map(line)
      case "Facts":
        return block.rows.flatMap(([term, value]) => [line(term), aside(value)])
      case "Table":
        return table(block)
      case "Figure":
        return [line(block.caption), line(block.alternative), ...table(block.data)]
      case "Signatures":
        return [line(block.of)]
      case "Note":
        return [line(block.text)]
      case "Room":
      case "PageBreak":
        return []
    }
  })
}

describe("a line of a document", () => {
  for (const kind of kinds) {
    for (const language of languages) {
      it(`of ${kind} in ${language} begins with a capital, and so does each sentence in it`, () => {
        const { body, subtitle = "", title } = golden.get(`${kind}.${language}`)!
        const said = [...[title, subtitle].map((text) => ({ text, isLine: true })), ...saidIn(body)]
        const wrong = said.filter(
          ({ isLine, text }) =>
            !isWritten(text) &&
            !text.startsWith(house.school) &&
            ((isLine && /^\p{Ll}/u.test(text)) || /[.!?…]["'’”)]?\s+\p{Ll}/u.test(text))
        )
        expect(wrong.map(({ text }) => text)).toEqual([])
      })
    }
  }
})
