/** The tables of a document as CSV (RFC 4180): each with its caption above it, and a blank line between them. */
import { type Cell, type Document, tablesOf } from "./Document.ts"
import { foot } from "./Words.ts"

/** A cell that a spreadsheet would reckon with is marked as text: what a person wrote is never a formula. */
const cell = (value: Cell) => {
  if (typeof value === "number") return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",;\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Writes the tables of a document as CSV, with a mark by which spreadsheets know that it is UTF-8. */
export const csv = (document: Document): string => {
  const blocks = tablesOf(document.body).map(({ caption, columns, rows }) =>
    [[caption], columns.map(({ head }) => head), ...rows].map((row) => row.map(cell).join(",")).join("\r\n")
  )
  return `\ufeff${[[document.title, foot(document)].map(cell).join(","), ...blocks].join("\r\n\r\n")}\r\n`
}
