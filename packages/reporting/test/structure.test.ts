/** What every file of every kind is made of, kept beside the tests: headings, tables, pictures, pages; of a PDF the bytes as well. */
import { Effect } from "effect"
import { strFromU8, unzipSync } from "fflate"
import { createHash } from "node:crypto"
import { beforeAll, describe, expect, it } from "vitest"
import type { Document } from "../src/Document.ts"
import { type Format, formats, write } from "../src/index.ts"
import { flat, paperOf } from "./paper.ts"
import { languages, samplesOf } from "./samples.ts"
import { cellsIn } from "./texts.ts"
import { inZwaluw, kinds } from "./zwaluw.ts"

let samples: ReadonlyMap<string, Document>
beforeAll(async () => {
  samples = await inZwaluw(samplesOf)
})

const printed = new Map<string, string>()

const counted = (names: ReadonlyArray<string>) => {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, count]) => `${name} ${count}`)
    .join(", ")
}
const elements = (text: string, pattern: RegExp) => counted([...text.matchAll(pattern)].map(([, name = ""]) => name))
const part = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array())

const structures: Readonly<Record<Format, (bytes: Uint8Array) => Promise<string> | string>> = {
  html: (bytes) => elements(strFromU8(bytes), /<(h\d|p|li|dt|table|caption|tr|th|td|figure|svg|img|section)\b/g),
  md: (bytes) => elements(strFromU8(bytes), /^(#+|[-*>|]|\d+\.)/gm),
  json: (bytes) => elements(strFromU8(bytes), /"is": "(\w+)"/g),
  csv: (bytes) => `${strFromU8(bytes).split("\r\n").length} lines, ${cellsIn(strFromU8(bytes)).length} cells`,
  pdf: async (bytes) => {
    const { pages, tags } = await paperOf(bytes)
    return `${pages.length} pages, ${counted(flat(tags).map(({ role }) => role))}`
  },
  docx: (bytes) =>
    elements(part(bytes, "word/document.xml"), /<(w:p|w:tbl|w:tr|w:tc|w:tblHeader|w:drawing|w:numPr|w:pStyle w:val="\w+")[ />]/g),
  odt: (bytes) =>
    elements(
      part(bytes, "content.xml"),
      /<(text:h|text:p|text:list-item|table:table|table:table-row|table:table-cell|draw:frame)[ />]/g
    ),
  xlsx: (bytes) =>
    Object.entries(unzipSync(bytes))
      .filter(([name]) => name.startsWith("xl/worksheets/sheet"))
      .map(([, sheet]) => /<dimension ref="([^"]*)"/.exec(strFromU8(sheet))?.[1] ?? elements(strFromU8(sheet), /<(row|c)\b/g))
      .join("; "),
  ods: (bytes) => elements(part(bytes, "content.xml"), /<(table:table|table:table-row|table:table-cell)[ />]/g)
}

describe("the files of a report", () => {
  for (const kind of kinds) {
    for (const language of languages) {
      it(`of ${kind} in ${language} are made as they were`, async () => {
        const name = `${kind}.${language}`
        const lines: Array<string> = []
        for (const format of formats) {
          const bytes = await Effect.runPromise(write(samples.get(name)!, format))
          lines.push(`${format}: ${await structures[format](bytes)}`)
          if (format === "pdf") printed.set(name, createHash("sha256").update(bytes).digest("hex"))
        }
        await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(`golden/${name}.files.txt`)
      })
    }
  }

  // The bytes of a PDF are those of its compiler, and of that there is a binary here.
  it.runIf(process.platform === "linux" && process.arch === "x64")("have the same bytes as PDF as they had", async () => {
    const all = [...printed].map(([name, hash]) => `${hash}  ${name}.pdf\n`).join("")
    await expect(all).toMatchFileSnapshot("golden/pdf.sha256")
  })
})
