import { PDFDict, PDFDocument, PDFName } from "@cantoo/pdf-lib"
import { Effect } from "effect"
import { strFromU8, unzipSync } from "fflate"
import { describe, expect, it } from "vitest"
import { bars } from "../src/charts/Bars.ts"
import { quadrant } from "../src/charts/Quadrant.ts"
import { drawn } from "../src/Drawing.ts"
import { type Document, facts, list, note, paragraph, room, section, signatures, table } from "../src/Document.ts"
import { csv } from "../src/Csv.ts"
import { html } from "../src/Html.ts"
import { formats, houseOf, themeFrom, write } from "../src/index.ts"
import { logoFrom } from "../src/Logo.ts"
import { markdown } from "../src/Markdown.ts"
import { LogoUnreadable } from "../src/Theme.ts"
import { misprinted, paperOf } from "./paper.ts"

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
      signatures(text, [{ name: text }]),
      room(2),
      note(text)
    )
  ),
  hostile[1]
)
const bytes = (document: Document, format: (typeof formats)[number]) => Effect.runPromise(write(document, format))

describe("a writer", () => {
  for (const format of formats) {
    it(`writes whatever a person wrote as ${format}, and nothing at all as well`, async () => {
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
  it("keeps a word of ten thousand letters on its page, whatever the letter and wherever it stands", async () => {
    for (const letter of ["w", "b", "s", "é", "ש", "👩🏽‍🏫"]) {
      const [word, long] = [letter.repeat(300), letter.repeat(letter.length > 1 ? 1_000 : 10_000)]
      const body = [
        section(word, paragraph(long, { strong: word }), list([word]), facts([[word, word]]), note(word)),
        table({ caption: word, columns: [{ head: word }, { head: "a", width: 4 }], rows: [[word, long]], empty: "–" }),
        signatures(word, [{ name: word }, { name: "b" }])
      ]
      const document = { ...documentOf(body, word), subtitle: word, school: word }
      expect([letter, misprinted(await paperOf(await bytes(document, "pdf"))).slice(0, 3)]).toEqual([letter, []])
    }
  })

  it("breaks a table of 120 rows over pages, and tells its tags", async () => {
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
    expect(pages).toBe(3)
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
  it("has a colour that can be read on white", () => {
    expect(String(themeFrom({ school: "Zwaluw", colour: "#ffd400" }))).toContain("read on white")
    expect(String(themeFrom({ school: "Zwaluw", colour: "#aa0011" }))).not.toContain("read on white")
  })
  it("has a logo that is a picture, or none", async () => {
    const wrongWith = (bytes: Uint8Array) => Effect.runPromise(Effect.map(Effect.flip(logoFrom(bytes)), ({ problem }) => problem))
    const inBytes = (text: string) => new TextEncoder().encode(text)
    const png = drawn(figure)
    expect(await wrongWith(inBytes("<html>no"))).toBe("it is no PNG and no SVG")
    expect(await wrongWith(inBytes('<svg xmlns="http://www.w3.org/2000/svg"><rect'))).toBe("its SVG has an error in it")
    expect(await wrongWith(png.slice(0, png.length / 2))).toBe("its PNG ends halfway")
    expect(await wrongWith(png.map((byte, n) => (n > 60 && n < 80 ? 0 : byte)))).toMatch(/PNG/)
    expect(await wrongWith(new Uint8Array())).toBe("it is no PNG and no SVG")
    expect((await Effect.runPromise(logoFrom(inBytes(drawing)))).format).toBe("svg")
    expect((await Effect.runPromise(logoFrom(png))).format).toBe("png")
  })
  it("is on paper and on a page", async () => {
    const logo = await Effect.runPromise(logoFrom(new TextEncoder().encode(drawing)))
    const document = { ...documentOf([paragraph("Hallo")]), house: houseOf({ school: "Zwaluw", colour: "#aa0011" }, logo) }
    expect(html(document)).toContain('<img class="logo" alt="obs De Zwaluw"')
    expect((await census(await bytes(document, "pdf"))).found["Figure"]).toBe(1)
  })
  it("stands above a text in Word and in OpenDocument, as a name and as a picture that says what it is", async () => {
    const logo = await Effect.runPromise(logoFrom(new TextEncoder().encode(drawing)))
    for (const picture of [logo, { format: "png", bytes: drawn(figure) } as const]) {
      const document = { ...documentOf([paragraph("Hallo")]), house: houseOf({ school: "Zwaluw" }, picture) }
      for (const [format, part, pictures] of [
        ["docx", "word/document.xml", /^word\/media\/.*\.png$/],
        ["odt", "content.xml", /^Pictures\/.*\.png$/]
      ] as const) {
        const files = unzipSync(await bytes(document, format))
        const text = strFromU8(files[part]!)
        expect([format, Object.keys(files).filter((name) => pictures.test(name)).length]).toEqual([format, 1])
        expect(text).toContain("Logo van obs De Zwaluw")
        const words = text.replaceAll(/<[^>]*>/g, " ")
        expect(words.indexOf("obs De Zwaluw")).toBeLessThan(words.indexOf("Proef"))
      }
    }
  })
  it("with a broken logo is a clear error and no file", async () => {
    const logo = { format: "png", bytes: drawn(figure).slice(0, 100) } as const
    const document = { ...documentOf([paragraph("Hallo")]), house: houseOf({ school: "Zwaluw" }, logo) }
    expect(await Effect.runPromise(Effect.flip(write(document, "pdf")))).toEqual(
      new LogoUnreadable({ problem: "it cannot be drawn" })
    )
  })
})

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="#b34700"/></svg>'
const figure = bars("nl", { caption: "Staaf", about: "wat", series: ["n"], rows: [{ name: "a", values: [1] }], nothing: "niets" })
