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
import type { LogoUnreadable } from "./Theme.ts"
import { figures, foot, inCell, logoOf, page, signLine } from "./Words.ts"
import type { Writing } from "./Writing.ts"

const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4] as const
const line = { style: BorderStyle.SINGLE, size: 4, color: "6F7A85" } as const
const borders = { top: line, bottom: line, left: line, right: line }
/** An A4 page with its margins, in twentieths of a point. */
const width = 9400

/** Text with its line breaks. What XML cannot hold is left out by the library. */
const runs = (text: string, style: { readonly bold?: boolean } = {}) =>
  text.split("\n").map((part, n) => new TextRun({ text: part, ...style, ...(n > 0 && { break: 1 }) }))
const paragraph = (children: ReadonlyArray<ParagraphChild>) => new WordParagraph({ children, spacing: { after: 90 } })

/** The name of the school above the title, with its logo. */
const head = ({ language, school }: Document, logo: Picture | undefined) =>
  new WordParagraph({
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
const captionOf = (caption: string, under: string | undefined, style: Pick<IParagraphOptions, "keepNext" | "spacing">) =>
  caption === under ? [] : [new WordParagraph({ children: runs(caption, { bold: true }), ...style })]

const tableOf = (language: Language, { caption, columns, empty, rows }: Table, under: string | undefined, shown = caption) => {
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
const figureOf = ({ isPoster, language }: Document, figure: Figure, under?: string) => {
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
    const written = (block: Block, depth: number, under?: string): ReadonlyArray<WordParagraph | WordTable> => {
      switch (block.is) {
        case "Section":
          return [
            new WordParagraph({
              heading: headings[Math.min(depth, headings.length - 1)]!,
              children: runs(block.heading),
              keepNext: true
            }),
            ...block.body.flatMap((inner) => written(inner, depth + 1, block.heading))
          ]
        case "Paragraph":
          return [
            paragraph(block.text.flatMap((part) => (typeof part === "string" ? runs(part) : runs(part.strong, { bold: true }))))
          ]
        case "List":
          return block.items.map((item, n) =>
            block.isOrdered === true
              ? new WordParagraph({ children: runs(`${n + 1}. ${item}`), spacing: { after: 20 } })
              : new WordParagraph({ children: runs(item), numbering: { reference: "list", level: 0 } })
          )
        case "Facts":
          return block.rows.map(
            ([term, value], n) =>
              new WordParagraph({
                children: [...runs(`${term}: `, { bold: true }), ...runs(value)],
                spacing: { after: n === block.rows.length - 1 ? 120 : 20 }
              })
          )
        case "Table":
          return tableOf(document.language, block, under)
        case "Figure":
          return figureOf(document, block, under)
        case "Signatures":
          return [
            new WordParagraph({ children: runs(block.of), keepNext: true, spacing: { before: 240, after: 700 } }),
            signsOf(block, document.language),
            paragraph([])
          ]
        case "Room":
          return Array.from(
            { length: block.lines },
            () => new WordParagraph({ children: [], border: { bottom: line, between: line }, spacing: { before: 240 } })
          )
        case "PageBreak":
          return [new WordParagraph({ pageBreakBefore: true })]
        case "Note":
          return [
            new WordParagraph({
              children: runs(block.text),
              border: { left: { ...line, size: 18, space: 8 } },
              indent: { left: 200 },
              spacing: { before: 80, after: 120 }
            })
          ]
      }
    }
    const { body, house, language, school, subtitle, title } = document
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
              {
                reference: "list",
                levels: [
                  {
                    level: 0,
                    format: LevelFormat.BULLET,
                    text: "•",
                    alignment: AlignmentType.LEFT,
                    style: { paragraph: { indent: { left: 360, hanging: 240 } } }
                  }
                ]
              }
            ]
          },
          styles: {
            default: {
              document: {
                run: { font: "Atkinson Hyperlegible Next", size: 21, language: { value: language === "nl" ? "nl-NL" : "en-GB" } }
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
                new WordParagraph({ heading: HeadingLevel.TITLE, children: runs(title) }),
                ...(subtitle === undefined ? [] : [paragraph(runs(subtitle))]),
                ...body.flatMap((block) => written(block, 0, title))
              ]
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
