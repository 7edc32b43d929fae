/** The tables of a document as CSV (RFC 4180): each with its caption above it, and a blank line between them. */
import { Context, Layer } from "effect"
import { type Cell, type Document, tablesOf } from "./Document.ts"
import { foot, reckoned } from "./Words.ts"
import { inText, type Writing } from "./Writing.ts"

/** A cell that a spreadsheet would reckon with is marked as text: what a person wrote is never a formula. */
const cell = (value: Cell) => {
  if (typeof value === "number") return String(reckoned(value))
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",;\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * Writes the tables of a document as CSV, with a mark by which spreadsheets know that it is UTF-8.
 *
 * @example
 * ```ts
 * import { Document, houseOf } from "@groeikring/reporting"
 * import { csv } from "@groeikring/reporting/csv"
 *
 * const house = houseOf({ school: "obs De Zwaluw" })
 * const rows = Document.table({ caption: "Wie", columns: [{ head: "naam" }], rows: [["=cmd()"]], empty: "niemand" })
 * const file = csv({ language: "nl", title: "Lijst", school: house.school, date: "2026-06-30", house, body: [rows] })
 * file.split("\r\n").at(-2) // => "'=cmd()"
 * ```
 */
export const csv = (document: Document): string => {
  const blocks = tablesOf(document.body).map(({ caption, columns, rows }) =>
    [[caption], columns.map(({ head }) => head), ...rows].map((row) => row.map(cell).join(",")).join("\r\n")
  )
  return `\ufeff${[[document.title, foot(document)].map(cell).join(","), ...blocks].join("\r\n\r\n")}\r\n`
}

/** Files of comma-separated values. */
export class CsvWriter extends Context.Service<CsvWriter, Writing>()("@groeikring/reporting/CsvWriter") {
  static readonly layer = Layer.succeed(CsvWriter, inText(csv))
}
