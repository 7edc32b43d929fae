/** A document as Word (DOCX): with real headings, heads that repeat on every page, and alternatives for who cannot see. */
import {
  AlignmentType,
  BorderStyle,
  Document as WordDocument,
  Footer,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph as WordParagraph,
  type ParagraphChild,
  Table as WordTable,
  TableCell,
  TableRow,
  TextRun,
  WidthType
} from "docx"
import { Context, Effect, Layer } from "effect"
import type { Block, Document, Figure, Language, Signatures, Table } from "./Document.ts"
import { drawn, pictured, type Picture } from "./Drawing.ts"
import { fontFamily } from "./FontFamilies.ts"
import type { LogoUnreadable } from "./Theme.ts"
import { figures, foot, inCell, locale, logoOf, page, signLine } from "./Words.ts"
import type { Writing } from "./Writing.ts"

const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4] as const
const line = { style: BorderStyle.SINGLE, size: 4, color: "6F7A85" } as const
const borders = { top: line, bottom: line, left: line, right: line }
/** An A4 page with its margins, in twentieths of a point. */
const width = 9400

/** Text with its line breaks. What XML cannot hold is left out by the library. */
const runs = (text: string, style: { readonly bold?: boolean } = {}) =>
  text.split("\n").map((part, n) => new TextRun({ text: part, ...style, ...(n > 0 && { break: 1 }) }))
/** What stands under each other on a page. A paragraph is still open: that it stays with the next is known where it stands. */
type Part = IParagraphOptions | WordTable
const paragraph = (children: ReadonlyArray<ParagraphChild>): Part => ({ children, spacing: { after: 90 } })
/** A card stays in one piece down to the line along which it is cut off; a table in it breaks between its rows. */
const card = (parts: ReadonlyArray<Part>): ReadonlyArray<Part> => [
  ...parts.map((part) => (part instanceof WordTable ? part : { ...part, keepNext: true, keepLines: true })),
  { border: { bottom: { ...line, style: BorderStyle.DASHED } }, spacing: { after: 240 } }
]

/** What an item of a list begins with stands before its text. */
const item = {
  level: 0,
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 440, hanging: 440 } } }
} as const

/** The name of the school above the title, with its logo. */
const head = ({ language, school }: Document, logo: Picture | undefined): Part => ({
  spacing: { after: 160 },
  children: [
    ...(logo === undefined
      ? []
      : [
          new ImageRun({
            type: "png",
            data: logo.png,
            transformation: { height: 50, width: Math.round(50 * Math.min(6, logo.ratio)) },
            altText: { name: "logo", title: school, description: logoOf(language, school) }
          }),
          new TextRun("  ")
        ]),
    new TextRun({ text: school, size: 18, color: "3D4852" })
  ]
})

/** A caption that only says its heading again is left out. */
const captionOf = (
  caption: string,
  under: string | undefined,
  style: Pick<IParagraphOptions, "keepNext" | "spacing">
): ReadonlyArray<Part> => (caption === under ? [] : [{ children: runs(caption, { bold: true }), ...style }])

const tableOf = (
  language: Language,
  { caption, columns, empty, rows }: Table,
  under: string | undefined,
  shown = caption
): ReadonlyArray<Part> => {
  if (rows.length === 0) return [paragraph([...(caption === under ? [] : runs(`${shown}. `, { bold: true })), ...runs(empty)])]
  const whole = columns.reduce((sum, column) => sum + (column.width ?? 1), 0)
  const cell = (text: string, n: number, isHead: boolean) =>
    new TableCell({
      borders,
      width: { size: Math.round((width * (columns[n]!.width ?? 1)) / whole), type: WidthType.DXA },
      ...(isHead && { shading: { fill: "E6EEF5" } }),
      children: [
        new WordParagraph({
          children: runs(text, { bold: isHead || n === 0 }),
          ...(columns[n]!.isNumber === true && { alignment: AlignmentType.RIGHT })
        })
      ]
    })
  return [
    ...captionOf(shown, under, { keepNext: true, spacing: { before: 160, after: 60 } }),
    new WordTable({
      width: { size: width, type: WidthType.DXA },
      tableLook: { firstRow: true, firstColumn: true },
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, children: columns.map(({ head }, n) => cell(head, n, true)) }),
        ...rows.map(
          (row) => new TableRow({ cantSplit: true, children: row.map((one, n) => cell(inCell(language, one), n, false)) })
        )
      ]
    }),
    paragraph([])
  ]
}
const figureOf = ({ isPoster, language }: Document, figure: Figure, under?: string): ReadonlyArray<Part> => {
  const width = isPoster === true ? 850 : 560
  const size = { width, height: Math.round(width / figure.ratio) }
  const altText = { name: figure.caption, title: figure.caption, description: figure.alternative }
  return [
    paragraph([new ImageRun({ type: "png", data: drawn(figure), transformation: size, altText })]),
    ...captionOf(figure.caption, under, { spacing: { after: 120 } }),
    ...tableOf(language, figure.data, under, figures[language])
  ]
}

/** Two beside each other; a line stands above each name. */
const signsOf = ({ signs }: Signatures, language: Language) => {
  const none = { style: BorderStyle.NONE, size: 0, color: "FFFFFF" } as const
  const gap = 400
  const cell = (sign: Signatures["signs"][number] | undefined) =>
    new TableCell({
      width: { size: (width - gap) / 2, type: WidthType.DXA },
      borders: { left: none, right: none, bottom: none, top: sign === undefined ? none : line },
      children: [
        new WordParagraph({
          children: sign === undefined ? [] : runs(`${sign.name}\n${sign.signed ?? signLine[language]}`),
          spacing: { before: 60, after: 640 }
        })
      ]
    })
  const between = () =>
    new TableCell({
      width: { size: gap, type: WidthType.DXA },
      borders: { left: none, right: none, bottom: none, top: none },
      children: [new WordParagraph({ children: [] })]
    })
  return new WordTable({
    width: { size: width, type: WidthType.DXA },
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    rows: Array.from(
      { length: Math.ceil(signs.length / 2) },
      (_, n) => new TableRow({ cantSplit: true, children: [cell(signs[2 * n]), between(), cell(signs[2 * n + 1])] })
    )
  })
}

const word = Effect.fn("WordWriter.write")(function* (document: Document) {
  const { logo } = document.house
  const picture = logo === undefined ? undefined : yield* pictured(logo)
  return yield* Effect.promise(async () => {
    // Each list has a number, and counts from one.
    let lists = 0
    const written = (block: Block, depth: number, under?: string): ReadonlyArray<Part> => {
      switch (block.is) {
        case "Section":
          return [
            {
              heading: headings[Math.min(depth, headings.length - 1)]!,
              children: runs(block.heading),
              keepNext: true
            },
            ...block.body.flatMap((inner) => written(inner, depth + 1, block.heading))
          ]
        case "Paragraph":
          return [
            paragraph(block.text.flatMap((part) => (typeof part === "string" ? runs(part) : runs(part.strong, { bold: true }))))
          ]
        case "List": {
          const numbering = { reference: block.isOrdered === true ? "steps" : "points", level: 0, instance: lists++ }
          return block.items.map((item, n) => ({
            children: runs(item),
            numbering,
            spacing: { after: n === block.items.length - 1 ? 120 : 20 }
          }))
        }
        case "Facts":
          return block.rows.map(([term, value], n) => ({
            children: [...runs(`${term}: `, { bold: true }), ...runs(value)],
            spacing: { after: n === block.rows.length - 1 ? 120 : 20 }
          }))
        case "Table":
          return tableOf(document.language, block, under)
        case "Figure":
          return figureOf(document, block, under)
        case "Signatures":
          return [
            { children: runs(block.of), keepNext: true, spacing: { before: 240, after: 700 } },
            signsOf(block, document.language),
            paragraph([])
          ]
        case "Room":
          return Array.from({ length: block.lines }, () => ({
            children: [],
            border: { bottom: line, between: line },
            spacing: { before: 240 }
          }))
        case "PageBreak":
          return [{ pageBreakBefore: true }]
        case "Note":
          return [
            {
              children: runs(block.text),
              border: { left: { ...line, size: 18, space: 8 } },
              indent: { left: 200 },
              spacing: { before: 80, after: 120 }
            }
          ]
      }
    }
    const { body, house, isCards, language, school, subtitle, title } = document
    const color = house.colour.slice(1)
    return new Uint8Array(
      await Packer.toBuffer(
        new WordDocument({
          title,
          creator: school,
          lastModifiedBy: school,
          description: subtitle ?? title,
          numbering: {
            config: [
              { reference: "points", levels: [{ ...item, format: LevelFormat.BULLET, text: "•" }] },
              { reference: "steps", levels: [{ ...item, format: LevelFormat.DECIMAL, text: "%1." }] }
            ]
          },
          styles: {
            default: {
              document: {
                run: { font: fontFamily, size: 21, language: { value: locale[language] } }
              },
              title: { run: { size: 40, bold: true, color }, paragraph: { spacing: { after: 80 } } },
              heading1: { run: { size: 28, bold: true, color }, paragraph: { spacing: { before: 320, after: 120 } } },
              heading2: { run: { size: 24, bold: true, color }, paragraph: { spacing: { before: 240, after: 100 } } },
              heading3: { run: { size: 21, bold: true, color }, paragraph: { spacing: { before: 200, after: 80 } } }
            }
          },
          sections: [
            {
              properties: {
                page: {
                  size: {
                    width: 11906,
                    height: 16838,
                    orientation: document.isPoster === true ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT
                  },
                  margin: { top: 1100, bottom: 1100, left: 1250, right: 1250 }
                }
              },
              footers: {
                default: new Footer({
                  children: [
                    new WordParagraph({
                      children: [
                        new TextRun({ text: `${foot(document)} · ${page[language]} `, size: 17 }),
                        new TextRun({ children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES], size: 17 })
                      ]
                    })
                  ]
                })
              },
              children: [
                head(document, picture),
                { heading: HeadingLevel.TITLE, children: runs(title) },
                ...(subtitle === undefined ? [] : [paragraph(runs(subtitle))]),
                ...body.flatMap((block) => (isCards === true ? card(written(block, 0)) : written(block, 0, title)))
              ].map((part) => (part instanceof WordTable ? part : new WordParagraph(part)))
            }
          ]
        })
      )
    )
  })
})

/** Files that open in Word and in everything that knows DOCX. */
export class WordWriter extends Context.Service<WordWriter, Writing<LogoUnreadable>>()("@groeikring/reporting/WordWriter") {
  static readonly layer = Layer.succeed(WordWriter, { write: word })
}
