import { Effect } from "effect"
import { strFromU8, unzipSync } from "fflate"
import { execFile } from "node:child_process"
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Block, type Document, tablesOf } from "../src/Document.ts"
import { type Format, write } from "../src/index.ts"
import { letters } from "./paper.ts"
import { languages, samplesOf } from "./samples.ts"
import { sayingsOf, tabulatedOf } from "./sayings.ts"
import { inZwaluw, kinds } from "./zwaluw.ts"

const formats = ["docx", "odt", "xlsx", "ods"] as const satisfies ReadonlyArray<Format>
type Office = (typeof formats)[number]
/** Every kind in every format and language, with the name of its file. */
const cases = kinds.flatMap((kind) =>
  formats.flatMap((format) => languages.map((language) => ({ kind, format, language, name: `${kind}-${language}-${format}` })))
)

const folder = mkdtempSync(join(tmpdir(), "groeikring-office-"))
const files = new Map<string, { readonly document: Document; readonly bytes: Uint8Array }>()
/** What LibreOffice made of them, by the names of its files; nothing where there is no LibreOffice. */
let converted: ReadonlyMap<string, string> | undefined

/** Turns all the files of some formats into text at once. */
const inText = async (endings: ReadonlyArray<Office>, to: string) => {
  const paths = cases
    .filter(({ format }) => endings.includes(format))
    .map(({ format, name }) => join(folder, `${name}.${format}`))
  const out = join(folder, endings.join("-"))
  const told = [
    `-env:UserInstallation=file://${join(folder, "profile")}`,
    "--headless",
    "--convert-to",
    to,
    "--outdir",
    out,
    ...paths
  ]
  // Sheets become files by their names: without an alphabet of its own it drops the letters it does not know.
  await promisify(execFile)("soffice", told, { env: { ...process.env, LC_ALL: "C.UTF-8" } })
  return readdirSync(out).map((name) => [name, readFileSync(join(out, name), "utf8")] as const)
}

beforeAll(async () => {
  const samples = await inZwaluw(samplesOf)
  for (const { format, kind, language, name } of cases) {
    const document = samples.get(`${kind}.${language}`)!
    const bytes = await Effect.runPromise(write(document, format))
    files.set(name, { document, bytes })
    writeFileSync(join(folder, `${name}.${format}`), bytes)
  }
  mkdirSync(join(folder, "profile"))
  try {
    const texts = await inText(["docx", "odt"], "txt:Text (encoded):UTF8")
    const sheets = await inText(["xlsx", "ods"], "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1")
    converted = new Map([...texts, ...sheets])
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code !== "ENOENT") throw failure
    console.info("LibreOffice is not here: the files were read by themselves.")
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

/** The text in the parts of a packed file, with the marks taken out. */
const insideOf = (bytes: Uint8Array, parts: RegExp): string =>
  Object.entries(unzipSync(bytes))
    .filter(([name]) => parts.test(name))
    .map(([, data]) => strFromU8(data).replaceAll(/<[^>]*>/g, ""))
    .join("")
    .replaceAll(/&(amp|lt|gt|quot|apos|#39|#x27);/g, (_, name: keyof typeof entities) => entities[name])
const entities = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", "#39": "'", "#x27": "'" } as const
const parts = {
  docx: /^word\/(document|footer\d*)\.xml$/,
  odt: /^content\.xml$/,
  xlsx: /^xl\/(sharedStrings|worksheets\/.*)\.xml$/,
  ods: /^content\.xml$/
} as const
const expectedOf = (document: Document, format: Office) =>
  (format === "docx" || format === "odt" ? sayingsOf : tabulatedOf)(document).map(letters)
const missingIn = (text: string, document: Document, format: Office) =>
  expectedOf(document, format).filter((saying) => !letters(text).includes(saying))

const partOf = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name]!)
const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0
const blocksOf = (body: ReadonlyArray<Block>): ReadonlyArray<Block> =>
  body.flatMap((block) => (block.is === "Section" ? [block, ...blocksOf(block.body)] : [block]))

/** Of each card whether its paragraphs stay with the next, one after the other. What is under the last card is no part of it. */
const cardsIn = {
  docx: (bytes: Uint8Array) =>
    partOf(bytes, "word/document.xml")
      .split(/(?=<w:p><w:pPr><w:pStyle w:val="Heading1"\/>)|<w:sectPr/)
      .slice(1, -1)
      .map((card) => card.split(/(?=<w:p>)/).map((paragraph) => /<w:keepNext\/>/.test(paragraph))),
  odt: (bytes: Uint8Array) => {
    const text = partOf(bytes, "content.xml")
    const styles = new Map(
      [...`${text}${partOf(bytes, "styles.xml")}`.matchAll(/<style:style style:name="(\w+)"(.*?)<\/style:style>/g)].map(
        ([, name = "", style = ""]) => [name, style]
      )
    )
    const isKept = (name: string | undefined): boolean => {
      if (name === undefined) return false
      const style = styles.get(name) ?? ""
      const [, own] = /fo:keep-with-next="(\w+)"/.exec(style) ?? []
      return own === undefined ? isKept(/style:parent-style-name="(\w+)"/.exec(style)?.[1]) : own === "always"
    }
    return text
      .split(/(?=<text:h )|<\/office:text>/)
      .slice(1, -1)
      .map((card) => [...card.matchAll(/<text:[hp] text:style-name="(\w+)"/g)].map(([, name]) => isKept(name)))
  }
} as const

describe("a file for the office", () => {
  for (const { format, kind, language, name } of cases) {
    it(`of ${kind} as ${format} in ${language} holds every word of it, and loses none in LibreOffice`, () => {
      const { bytes, document } = files.get(name)!
      expect(missingIn(insideOf(bytes, parts[format]), document, format)).toEqual([])
      if (converted === undefined) return
      const read = [...converted].filter(([file]) => file.startsWith(name) && /^[-.]/.test(file.slice(name.length)))
      expect(read.length).toBe(format === "docx" || format === "odt" ? 1 : Math.max(1, tablesOf(document.body).length))
      const text = read.map(([, one]) => one.replaceAll('""', '"')).join("\n")
      expect(missingIn(text, document, format)).toEqual([])
    })
  }

  for (const { format, kind, language, name } of cases) {
    if ((kind !== "method-cards" && kind !== "pap") || (format !== "docx" && format !== "odt")) continue
    it(`of ${kind} as ${format} in ${language} keeps each card in one piece, down to the line along which it is cut off`, () => {
      const { bytes, document } = files.get(name)!
      const ends = cardsIn[format](bytes).map((paragraphs) => paragraphs.indexOf(false))
      const cuts = cardsIn[format](bytes).map((paragraphs) => paragraphs.length - 1)
      expect(ends).toEqual(cuts)
      expect(ends.filter((end) => end > 1).length).toBe(document.body.length)
    })
  }

  for (const { format, kind, language, name } of cases) {
    if (format !== "docx" && format !== "odt") continue
    it(`of ${kind} as ${format} in ${language} has real headings, heads that repeat, alternatives and a language`, () => {
      const { bytes, document } = files.get(name)!
      const text = partOf(bytes, format === "docx" ? "word/document.xml" : "content.xml")
      const styles = partOf(bytes, format === "docx" ? "word/styles.xml" : "styles.xml")
      const blocks = blocksOf(document.body)
      const filled = tablesOf(document.body).filter(({ rows }) => rows.length > 0)
      const figures = blocks.filter((block) => block.is === "Figure")
      const locale = document.language === "nl" ? ["nl", "NL"] : ["en", "GB"]
      const expected = {
        headings: blocks.filter((block) => block.is === "Section").length,
        heads: filled.length,
        alternatives: figures.length,
        language: 1
      }
      const found =
        format === "docx"
          ? {
              headings: count(text, /<w:pStyle w:val="Heading\d"\/>/g),
              heads: count(text, /<w:tblHeader\/>/g),
              alternatives: count(text, /<wp:docPr [^>]*descr="[^"]+"/g),
              language: Math.min(1, count(styles, new RegExp(`<w:lang [^>]*w:val="${locale.join("-")}"`, "g")))
            }
          : {
              headings: count(text, /<text:h /g),
              heads: count(text, /<table:table-header-rows>/g),
              alternatives: count(text, /<svg:desc>[^<]+<\/svg:desc>/g),
              language: Math.min(1, count(styles, new RegExp(`fo:language="${locale[0]}" fo:country="${locale[1]}"`, "g")))
            }
      expect(found).toEqual(expected)
    })
  }
})
