/** The tables of a document as a workbook, a sheet a table: XLSX, or ODS for who works with an open standard. */
import { Context, Effect, Layer } from "effect"
import { writeOds } from "hucre/ods"
import { writeXlsx } from "hucre/xlsx"
import { type Cell, type Document, type Table, tablesOf } from "./Document.ts"
import { foot, reckoned } from "./Words.ts"

/**
 * **Gotchas** What a person wrote is text in every cell, also when it begins with `=`. ODS knows no widths and no frozen
 * heads. A document without tables becomes one sheet with its title.
 */
export class SpreadsheetWriter extends Context.Service<
  SpreadsheetWriter,
  { readonly write: (document: Document, format: "xlsx" | "ods") => Effect.Effect<Uint8Array> }
>()("@groeikring/reporting/SpreadsheetWriter") {
  static readonly layer = Layer.succeed(SpreadsheetWriter, {
    write: Effect.fn("SpreadsheetWriter.write")((document: Document, format: "xlsx" | "ods") =>
      Effect.promise(() => (format === "xlsx" ? writeXlsx : writeOds)(workbookOf(document)))
    )
  })
}

const workbookOf = (document: Document) => {
  const made = new Date(`${document.date}T00:00:00Z`)
  const { school, title } = document
  return {
    properties: { title, creator: school, lastModifiedBy: school, created: made, modified: made },
    sheets: sheetsOf(document)
  }
}

const sheetsOf = (document: Document) => {
  const tables = tablesOf(document.body)
  if (tables.length === 0) return [{ name: sheetName(document.title, []), rows: [[document.title], [foot(document)]] }]
  const names: Array<string> = []
  return tables.map((table) => {
    const name = sheetName(table.caption, names)
    names.push(name.toLowerCase())
    return {
      name,
      rows: rowsOf(table),
      cells: styled(table),
      columns: widthsOf(table),
      freezePane: { rows: 2 },
      pageSetup: printed(table)
    }
  })
}
const rowsOf = ({ caption, columns, rows }: Table): Array<Array<Cell>> => [
  [caption],
  columns.map(({ head }) => head),
  ...rows.map((row) => row.map((cell) => (typeof cell === "string" ? cell.slice(0, longest) : reckoned(cell))))
]
/** As much text as a cell can hold. */
const longest = 32_767
const bold = { style: { font: { name: "Calibri", size: 11, bold: true } } }
/** A head stands above its numbers. */
const aside = { style: { ...bold.style, alignment: { horizontal: "right" } } } as const
const styled = ({ columns }: Table) =>
  new Map([["0,0", bold] as const, ...columns.map(({ isNumber }, n) => [`1,${n}`, isNumber === true ? aside : bold] as const)])
/** On paper as wide as the page, with its heads on every page. */
const printed = ({ columns }: Table) =>
  ({
    paperSize: "a4",
    orientation: columns.length > 4 ? "landscape" : "portrait",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: "$1:$2"
  }) as const
const widthsOf = ({ columns, rows }: Table) =>
  columns.map(({ head }, n) => ({
    width: Math.min(60, 2 + Math.max(head.length, ...rows.slice(0, 200).map((row) => String(row[n]).length)))
  }))

/** A sheet has a name of its own, of at most 31 characters, without those that a formula would trip over. */
const sheetName = (caption: string, taken: ReadonlyArray<string>): string => {
  const plain =
    caption
      .replace(/[[\]*?/\\:'\p{Cc}]/gu, " ")
      .replace(/\s+/g, " ")
      .trim() || "1"
  for (let n = 1; ; n++) {
    const end = n === 1 ? "" : ` ${n}`
    const name = `${[...plain]
      .slice(0, 31 - end.length)
      .join("")
      .slice(0, 31 - end.length)
      .trim()}${end}`
    if (!taken.includes(name.toLowerCase())) return name
  }
}
