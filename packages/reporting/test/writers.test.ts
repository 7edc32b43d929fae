import { PDFDict, PDFDocument, PDFName } from "@cantoo/pdf-lib"
import { Effect } from "effect"
import { strFromU8, unzipSync } from "fflate"
import { describe, expect, it } from "vitest"
import { bars } from "../src/charts/Bars.ts"
import { quadrant } from "../src/charts/Quadrant.ts"
import { type Document, facts, list, note, paragraph, section, signatures, table } from "../src/Document.ts"
import { csv, formats, houseOf, html, logoFrom, markdown, themeFrom, write } from "../src/index.ts"

const hostile = [
  "=cmd|' /C calc'!A0",
  "<script>alert(1)</script>",
  "@SUM(1+1)",
  "Zoë Meĳden-Çelik, Ĳsselmeer, €",
  "שלום עולם مرحبا",
  "👩🏽‍🏫 emoji",
  "a".repeat(10_000),
  "#let x = 1 $ _ * ` \\ [",
  "regel\n\nregel\ttab",
  "nul\u0000 en half \ud800",
  ""
]
const documentOf = (body: Document["body"], title = "Proef"): Document => ({
  language: "nl",
  title,
  school: "obs De Zwaluw",
  date: "2026-06-30",
  house: houseOf({ school: "obs De Zwaluw" }),
  body
})
const rowsOf = (n: number) =>
  table({
    caption: "Rijen",
    columns: [{ head: "wie" }, { head: "wat", width: 3 }, { head: "hoe vaak", isNumber: true }],
    rows: Array.from({ length: n }, (_, row) => [`rij ${row + 1}`, "iets wat er gebeurde", row]),
    empty: "Er is niets."
  })
const everything = documentOf(
  hostile.map((text) =>
    section(
      text,
      paragraph(text, { strong: text }),
      list([text]),
      facts([[text, text]]),
      table({ caption: text, columns: [{ head: text }, { head: text }], rows: [[text, text]], empty: text }),
      bars("nl", { caption: text, about: text, series: [text], rows: [{ name: text, values: [1] }], nothing: text }),
      quadrant(
        "nl",
        [
          { name: text, fun: 4, skill: 4 },
          { name: text, fun: 4, skill: 4 }
        ],
        4
      ),
      signatures([{ name: text }]),
      note(text)
    )
  ),
  hostile[1]
)
const bytes = (document: Document, format: (typeof formats)[number]) => Effect.runPromise(write(document, format))

describe("a writer", () => {
  for (const format of formats) {
    it(`writes whatever a person wrote as ${format}, and nothing at all as well`, { timeout: 60_000 }, async () => {
      expect((await bytes(everything, format)).length).toBeGreaterThan(1000)
      expect((await bytes(documentOf([]), format)).length).toBeGreaterThan(20)
      expect((await bytes(documentOf([rowsOf(0)]), format)).length).toBeGreaterThan(20)
    })
  }

  it("lets no markup of a person into HTML", () => {
    expect(html(everything)).not.toContain("<script")
    expect(html(everything)).toContain("&lt;script&gt;")
  })

  it("lets no line of a person begin something in Markdown", () => {
    expect(markdown(documentOf([paragraph("# kop\n- punt\n1. een")]))).toContain("\\# kop  \n\\- punt  \n1\\. een")
  })

  it("lets no cell of a person be a formula", async () => {
    expect(csv(everything)).not.toMatch(/(^|,)"?[=@]/m)
    const sheets = Object.entries(unzipSync(await bytes(everything, "xlsx")))
      .filter(([name]) => name.startsWith("xl/worksheets/"))
      .map(([, data]) => strFromU8(data))
    expect(sheets.length).toBeGreaterThan(0)
    for (const sheet of sheets) expect(sheet).not.toContain("<f>")
  })

  it("hides no sheet and names nobody but the school in the properties", async () => {
    const files = unzipSync(await bytes(documentOf([rowsOf(3)]), "xlsx"))
    expect(strFromU8(files["xl/workbook.xml"]!)).not.toMatch(/state="(hidden|veryHidden)"/)
    expect(strFromU8(files["docProps/core.xml"]!).match(/<dc:creator>([^<]*)/)?.[1]).toBe("obs De Zwaluw")
  })
})

/** How often each structure element stands in a PDF. */
const census = async (file: Uint8Array) => {
  const pdf = await PDFDocument.load(file, { updateMetadata: false })
  const found: Record<string, number> = {}
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    const kind = object instanceof PDFDict ? object.get(PDFName.of("S")) : undefined
    if (kind instanceof PDFName) found[kind.decodeText()] = (found[kind.decodeText()] ?? 0) + 1
  }
  return { found, pages: pdf.getPageCount(), catalog: pdf.catalog }
}

describe("a PDF", () => {
  it("breaks a table of 120 rows over pages, and tells its tags", { timeout: 60_000 }, async () => {
    const { catalog, found, pages } = await census(
      await bytes(
        documentOf([
          section(
            "Kop",
            rowsOf(120),
            bars("nl", { caption: "Staaf", about: "wat", series: ["n"], rows: [{ name: "a", values: [1] }], nothing: "niets" })
          )
        ]),
        "pdf"
      )
    )
    expect(pages).toBe(4)
    expect([found["Table"], found["H1"], found["Figure"], found["TR"]]).toEqual([2, 1, 1, 121 + 2])
    expect(String(catalog.get(PDFName.of("Lang")))).toContain("nl")
    expect(catalog.has(PDFName.of("OutputIntents"))).toBe(true)
    expect(catalog.has(PDFName.of("MarkInfo"))).toBe(true)
  })
})

describe("a house style", () => {
  it("is refused with all that is wrong with it", () => {
    expect(String(themeFrom({ school: "", colour: "blue", lettertype: "x" }))).toMatch(/school[\s\S]*colour|colour[\s\S]*school/)
  })
  it("has a logo that is a picture, or none", () => {
    expect(logoFrom(new TextEncoder().encode("<html>no"))).toBeUndefined()
    expect(logoFrom(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'))?.format).toBe("svg")
  })
  it("is on paper and on a page", { timeout: 60_000 }, async () => {
    const logo = logoFrom(
      new TextEncoder().encode(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="#b34700"/></svg>'
      )
    )!
    const document = { ...documentOf([paragraph("Hallo")]), house: houseOf({ school: "Zwaluw", colour: "#aa0011" }, logo) }
    expect(html(document)).toContain('<img class="logo" alt="obs De Zwaluw"')
    expect((await census(await bytes(document, "pdf"))).found["Figure"]).toBe(1)
  })
})
