/** Every text of a document that a reader must meet, whatever it is written in. */
import { type Block, type Document, type Table, tablesOf } from "../src/Document.ts"
import { figures, inCell, reckoned } from "../src/Words.ts"

const inTable = (language: Document["language"], { caption, columns, empty, rows }: Table): ReadonlyArray<string> =>
  rows.length === 0
    ? [caption, empty]
    : [caption, ...columns.map(({ head }) => head), ...rows.flatMap((row) => row.map((cell) => inCell(language, cell)))]

/** All of it, in reading order. */
export const sayingsOf = ({ body, language, subtitle, title }: Document): ReadonlyArray<string> => {
  const inBlock = (block: Block): ReadonlyArray<string> => {
    switch (block.is) {
      case "Section":
        return [block.heading, ...block.body.flatMap(inBlock)]
      case "Paragraph":
        return block.text.map((part) => (typeof part === "string" ? part : part.strong))
      case "List":
        return block.items
      case "Facts":
        return block.rows.flat()
      case "Table":
        return inTable(language, block)
      case "Figure":
        // Under the drawing, which has said what it is, its numbers are only that.
        return [block.caption, ...inTable(language, { ...block.data, caption: figures[language] })]
      case "Signatures":
        return [block.of, ...block.signs.map(({ name }) => name)]
      case "Note":
        return [block.text]
      case "Room":
      case "PageBreak":
        return []
    }
  }
  return [title, ...(subtitle === undefined ? [] : [subtitle]), ...body.flatMap(inBlock)]
}

/** What a spreadsheet holds of it, and only where there is a table with something in it. */
export const tabulatedOf = ({ body, title }: Document): ReadonlyArray<string> => {
  const tables = tablesOf(body)
  return tables.length === 0
    ? [title]
    : tables.flatMap(({ caption, columns, rows }) => [
        caption,
        ...columns.map(({ head }) => head),
        ...rows.flat().map((cell) => String(typeof cell === "number" ? reckoned(cell) : cell))
      ])
}
