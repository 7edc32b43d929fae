/** A document as Word (DOCX): with real headings, heads that repeat on every page, and alternatives for who cannot see. */
import {
  AlignmentType,
  BorderStyle,
  Document as WordDocument,
  Footer,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph as WordParagraph,
  type ParagraphChild,
  Table as WordTable,
  TableCell,
  TableRow,
  TextRun,
  WidthType
} from "docx"
import { Effect } from "effect"
import type { Block, Document, Figure, Language, Table } from "./Document.ts"
import { drawn } from "./Drawing.ts"
import { foot, inCell, page, signLine } from "./Words.ts"

const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4] as const
const line = { style: BorderStyle.SINGLE, size: 4, color: "6F7A85" } as const
const borders = { top: line, bottom: line, left: line, right: line }
/** An A4 page with its margins, in twentieths of a point. */
const width = 9400

/** Text with its line breaks. What XML cannot hold is left out by the library. */
const runs = (text: string, style: { readonly bold?: boolean } = {}) =>
  text.split("\n").map((part, n) => new TextRun({ text: part, ...style, ...(n > 0 && { break: 1 }) }))
const paragraph = (children: ReadonlyArray<ParagraphChild>) => new WordParagraph({ children, spacing: { after: 120 } })

const tableOf = (language: Language, { caption, columns, empty, rows }: Table) => {
  if (rows.length === 0) return [paragraph([...runs(`${caption}. `, { bold: true }), ...runs(empty)])]
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
    new WordParagraph({ children: runs(caption, { bold: true }), keepNext: true, spacing: { before: 160, after: 60 } }),
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
const figureOf = (language: Language, figure: Figure) => {
  const size = { width: 560, height: Math.round(560 / figure.ratio) }
  const altText = { name: figure.caption, title: figure.caption, description: figure.alternative }
  return [
    paragraph([new ImageRun({ type: "png", data: drawn(figure), transformation: size, altText })]),
    paragraph(runs(figure.caption)),
    ...tableOf(language, figure.data)
  ]
}

/** Writes a document as DOCX. */
export const word = Effect.fn("word")((document: Document) =>
  Effect.promise(async () => {
    const written = (block: Block, depth: number): ReadonlyArray<WordParagraph | WordTable> => {
      switch (block.is) {
        case "Section":
          return [
            new WordParagraph({
              heading: headings[Math.min(depth, headings.length - 1)]!,
              children: runs(block.heading),
              keepNext: true
            }),
            ...block.body.flatMap((inner) => written(inner, depth + 1))
          ]
        case "Paragraph":
          return [
            paragraph(block.text.flatMap((part) => (typeof part === "string" ? runs(part) : runs(part.strong, { bold: true }))))
          ]
        case "List":
          return block.items.map((item, n) =>
            block.isOrdered === true
              ? paragraph(runs(`${n + 1}. ${item}`))
              : new WordParagraph({ children: runs(item), numbering: { reference: "list", level: 0 } })
          )
        case "Facts":
          return block.rows.map(([term, value]) => paragraph([...runs(`${term}: `, { bold: true }), ...runs(value)]))
        case "Table":
          return tableOf(document.language, block)
        case "Figure":
          return figureOf(document.language, block)
        case "Signatures":
          return block.signs.map(({ name, signed }) =>
            paragraph(runs(`${name}: ${signed ?? `…………………… (${signLine[document.language]})`}`))
          )
        case "PageBreak":
          return [new WordParagraph({ pageBreakBefore: true })]
        case "Note":
          return [
            new WordParagraph({
              children: runs(block.text),
              border: { left: { ...line, size: 18, space: 8 } },
              spacing: { after: 120 }
            })
          ]
      }
    }
    const { body, language, school, subtitle, title } = document
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
              title: { run: { size: 40, bold: true, color: "123B5D" }, paragraph: { spacing: { after: 80 } } },
              heading1: { run: { size: 28, bold: true, color: "123B5D" }, paragraph: { spacing: { before: 320, after: 120 } } },
              heading2: { run: { size: 24, bold: true, color: "123B5D" }, paragraph: { spacing: { before: 240, after: 100 } } },
              heading3: { run: { size: 21, bold: true, color: "123B5D" }, paragraph: { spacing: { before: 200, after: 80 } } }
            }
          },
          sections: [
            {
              properties: {
                page: { size: { width: 11906, height: 16838 }, margin: { top: 1250, bottom: 1250, left: 1250, right: 1250 } }
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
                new WordParagraph({ heading: HeadingLevel.TITLE, children: runs(title) }),
                ...(subtitle === undefined ? [] : [paragraph(runs(subtitle))]),
                ...body.flatMap((block) => written(block, 0))
              ]
            }
          ]
        })
      )
    )
  })
)
