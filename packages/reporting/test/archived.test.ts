import { Effect, type Layer } from "effect"
import { execFileSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { beforeAll, describe, expect, it } from "vitest"
import { type Block, type Document, table } from "../src/Document.ts"
import { houseOf } from "../src/index.ts"
import { type CompilerMissing, PdfWriter } from "../src/Pdf.ts"
import { layer as inWasm } from "../src/PdfInWasm.ts"
import { flat, letters, lettersOf, misprinted, type Paper, paperOf } from "./paper.ts"
import { languages, samplesOf } from "./samples.ts"
import { sayingsOf } from "./sayings.ts"
import { inZwaluw, kinds } from "./zwaluw.ts"

interface Made {
  readonly document: Document
  readonly bytes: Uint8Array
  readonly paper: Paper
}
const made = new Map<string, Made>()

const printed = (documents: ReadonlyArray<Document>, layer: Layer.Layer<PdfWriter, CompilerMissing> = PdfWriter.layer) =>
  Effect.runPromise(
    Effect.gen(function* () {
      const { write } = yield* PdfWriter
      return yield* Effect.forEach(documents, write)
    }).pipe(Effect.provide(layer))
  )

beforeAll(async () => {
  const samples = [...(await inZwaluw(samplesOf))]
  const files = await printed(samples.map(([, document]) => document))
  for (const [n, [name, document]] of samples.entries())
    made.set(name, { document, bytes: files[n]!, paper: await paperOf(files[n]!) })
})

/** What is wrong with a PDF, by what PDF/A-2a and PDF/UA-1 ask of it and by what its document holds. */
const wrongWith = ({ document, paper }: Made): ReadonlyArray<string> => {
  const tags = flat(paper.tags)
  const of = (role: string) => tags.filter((tag) => tag.role === role)
  const scoped = (scope: string) => of("TH").filter((tag) => tag.scope === scope)
  const blocks = flattened(document.body)
  const tables = blocks.flatMap((block) => (block.is === "Table" ? [block] : block.is === "Figure" ? [block.data] : []))
  const filled = tables.filter(({ rows }) => rows.length > 0)
  const figures = blocks.filter(({ is }) => is === "Figure")
  const heads = tags.filter(({ role }) => /^H\d$/.test(role)).map(({ role }) => Number(role.slice(1)))
  const checks: Readonly<Record<string, boolean>> = {
    "it is not tagged": paper.isMarked,
    "it says no language": paper.language === (document.language === "nl" ? "nl-NL" : "en-GB"),
    "it has another title": paper.title === document.title,
    "its window does not show its title": paper.showsTitle,
    "it has no output intent": paper.intents.length === 1 && paper.intents[0] === "/GTS_PDFA1",
    "it does not say that it is PDF/A-2a": /<pdfaid:part>2<[\s\S]*<pdfaid:conformance>A</.test(paper.metadata),
    "it does not say that it is PDF/UA-1": paper.metadata.includes("<pdfuaid:part>1<"),
    "a section has no heading": heads.length === blocks.filter(({ is }) => is === "Section").length,
    "a level of headings is skipped": heads.every((level, n) => level <= (heads[n - 1] ?? 0) + 1),
    "a figure has no alternative":
      of("Figure").length >= figures.length && of("Figure").every(({ alt }) => alt !== undefined && alt !== ""),
    "a table is not tagged": of("Table").length === filled.length,
    "a head has no scope": of("TH").length === scoped("Column").length + scoped("Row").length,
    "a row begins with another cell than its head": of("TR").every(({ children: [first] }) => first?.role === "TH"),
    "a cell hears some of its heads alone": of("TD").every(({ heads }) => heads === 0),
    "a column has no head": scoped("Column").length === filled.reduce((sum, { columns }) => sum + columns.length, 0),
    "a row has no head": scoped("Row").length === filled.reduce((sum, { rows }) => sum + rows.length, 0),
    "what is signed for is on another page than the lines for it": blocks.every(
      (block) =>
        block.is !== "Signatures" ||
        paper.pages.some((page) =>
          isSignedOn(
            page,
            block.of,
            block.signs.map(({ name }) => name)
          )
        )
    ),
    "a row is missing": of("TR").length === filled.reduce((sum, { rows }) => sum + rows.length + 1, 0)
  }
  return [
    ...Object.entries(checks).flatMap(([problem, isRight]) => (isRight ? [] : [problem])),
    ...paper.missingFonts.map((font) => `the font ${font} is not in it`),
    ...misprinted(paper)
  ]
}
const isSignedOn = (page: Paper["pages"][number], ...[of, names]: readonly [string, ReadonlyArray<string>]) => {
  const all = lettersOf({ pages: [page] })
  const from = all.indexOf(letters(of))
  return from !== -1 && names.every((name) => all.indexOf(letters(name), from + letters(of).length) !== -1)
}
const isTitle = ({ subtitle, title }: Document, saying: string) => saying === title || saying === subtitle
const flattened = (body: ReadonlyArray<Block>): ReadonlyArray<Block> =>
  body.flatMap((block) => (block.is === "Section" ? [block, ...flattened(block.body)] : [block]))

describe("a PDF", () => {
  for (const kind of kinds) {
    for (const language of languages) {
      it(`of ${kind} in ${language} is tagged, archived and printed without fault`, () => {
        expect(wrongWith(made.get(`${kind}.${language}`)!)).toEqual([])
      })
      it(`of ${kind} in ${language} holds every word of it, in its tags`, () => {
        const { document, paper } = made.get(`${kind}.${language}`)!
        const all = lettersOf(paper, false)
        // Cards are cut out: their title is that of the file.
        const expected =
          document.isCards === true ? sayingsOf(document).filter((saying) => !isTitle(document, saying)) : sayingsOf(document)
        expect(expected.filter((saying) => !all.includes(letters(saying)))).toEqual([])
      })
    }
  }

  it("repeats the head of a table of 120 rows on each of its pages, and prints every row once", async () => {
    const rows = Array.from({ length: 120 }, (_, n) => [`rij ${n + 1}.`, "iets wat er gebeurde, en wat er daarna van kwam", n])
    const document: Document = {
      language: "nl",
      title: "Lange tabel",
      school: "obs De Zwaluw",
      date: "2026-06-30",
      house: houseOf({ school: "obs De Zwaluw" }),
      body: [
        table({
          caption: "Rijen",
          columns: [{ head: "kop een" }, { head: "kop twee", width: 3 }, { head: "kop drie" }],
          rows,
          empty: "–"
        })
      ]
    }
    const paper = await paperOf((await printed([document]))[0]!)
    expect(misprinted(paper)).toEqual([])
    expect(paper.pages.length).toBeGreaterThan(2)
    for (const { written } of paper.pages)
      for (const head of ["kop een", "kop twee", "kop drie"]) expect(written.filter(({ text }) => text === head).length).toBe(1)
    const numbered = paper.pages.flatMap(({ written }) =>
      written.filter(({ text }) => /^rij \d+\.$/.test(text)).map(({ text }) => text)
    )
    expect(numbered).toEqual(rows.map(([name]) => name))
  })

  it("from WebAssembly is as tagged and as archived, and says the same on as many pages", async () => {
    const names = kinds.map((kind, n) => `${kind}.${languages[n % 2]}`)
    const files = await printed(
      names.map((name) => made.get(name)!.document),
      inWasm
    )
    for (const [n, name] of names.entries()) {
      const { document, paper } = made.get(name)!
      const other = await paperOf(files[n]!)
      expect([name, wrongWith({ document, bytes: files[n]!, paper: other })]).toEqual([name, []])
      expect([name, other.pages.length, lettersOf(other)]).toEqual([name, paper.pages.length, lettersOf(paper)])
    }
    const again = await printed([made.get(names[0]!)!.document], inWasm)
    expect(Buffer.from(again[0]!).equals(Buffer.from(files[0]!))).toBe(true)
  })

  it("holds names in every script of its fonts, every diacritic and small pictures, each by its own letters", async () => {
    const names = [
      "Zoë Meĳden-Çelik",
      "Ĳsbrand Ðorđević",
      "Nguyễn Thị Hương",
      "Şükrü Özğür İpek",
      "Łukasz Święcicki",
      "Ștefan Țurcanu",
      "Παναγιώτης",
      "Олена Ґалаґан",
      "שרה לוי",
      "محمد الأمين",
      "فاطمة‌زهرا",
      "z̀ ə̃ Ṩ",
      "😊 👩🏽‍🏫 ✅"
    ]
    const document: Document = {
      language: "nl",
      title: names[2]!,
      school: names[8]!,
      date: "2026-06-30",
      house: houseOf({ school: names[8]! }),
      body: [
        table({
          caption: "Namen",
          columns: [{ head: "naam" }, { head: "nog eens" }],
          rows: names.map((name) => [name, name]),
          empty: "–"
        })
      ]
    }
    for (const layer of [PdfWriter.layer, inWasm]) {
      const paper = await paperOf((await printed([document], layer))[0]!)
      expect(wrongWith({ document, bytes: new Uint8Array(), paper })).toEqual([])
      const marks = paper.pages.flatMap(({ written }) => written.filter(({ text }) => text.includes("?")))
      expect(marks).toEqual([])
    }
  })

  it("is what qpdf and pdfinfo say it is, where they are", () => {
    const folder = mkdtempSync(join(tmpdir(), "groeikring-pdf-"))
    try {
      const wrong = [...made].flatMap(([name, { bytes }]) => {
        const file = join(folder, `${name}.pdf`)
        writeFileSync(file, bytes)
        const [checked, about] = [asked("qpdf", "--check", file), asked("pdfinfo", file)]
        return [
          ...(checked?.includes("No syntax or stream encoding errors found") === false ? [`${name}: ${checked}`] : []),
          ...(about !== undefined && !/Tagged:\s+yes/.test(about) ? [`${name}: ${about}`] : [])
        ]
      })
      expect(wrong).toEqual([])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

/** What a tool of the system says, or nothing where it is not there. */
const asked = (tool: string, ...words: ReadonlyArray<string>): string | undefined => {
  try {
    return execFileSync(tool, words, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] })
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code !== "ENOENT") throw failure
    if (!told.has(tool)) console.info(`${tool} is not here: the same was read with pdf-lib and pdf.js.`)
    told.add(tool)
    return undefined
  }
}
const told = new Set<string>()
