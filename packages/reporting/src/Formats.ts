/** The formats a document is written in. What a format needs is loaded when somebody asks for it. */
import { Effect } from "effect"
import { csv } from "./Csv.ts"
import type { Document } from "./Document.ts"
import { html } from "./Html.ts"
import { json } from "./Json.ts"
import { markdown } from "./Markdown.ts"

type Write = (document: Document) => Effect.Effect<Uint8Array>
const text =
  (write: (document: Document) => string): Write =>
  (document) =>
    Effect.sync(() => new TextEncoder().encode(write(document)))
const spreadsheet = (format: "xlsx" | "ods"): Write =>
  Effect.fnUntraced(function* (document) {
    const { SpreadsheetWriter } = yield* Effect.promise(() => import("./Spreadsheet.ts"))
    return yield* Effect.flatMap(SpreadsheetWriter, ({ write }) => write(document, format)).pipe(
      Effect.provide(SpreadsheetWriter.layer)
    )
  })

const writers = {
  html: text(html),
  md: text(markdown),
  json: text(json),
  csv: text(csv),
  pdf: Effect.fnUntraced(function* (document: Document) {
    const { PdfWriter } = yield* Effect.promise(() => import("./Pdf.ts"))
    return yield* Effect.flatMap(PdfWriter, ({ write }) => write(document)).pipe(Effect.provide(PdfWriter.layer))
  }),
  docx: Effect.fnUntraced(function* (document: Document) {
    const { word } = yield* Effect.promise(() => import("./Word.ts"))
    return yield* word(document)
  }),
  odt: Effect.fnUntraced(function* (document: Document) {
    const { openDocument } = yield* Effect.promise(() => import("./OpenDocument.ts"))
    return openDocument(document)
  }),
  xlsx: spreadsheet("xlsx"),
  ods: spreadsheet("ods")
} satisfies Readonly<Record<string, Write>>

export type Format = keyof typeof writers
export const formats = Object.keys(writers) as ReadonlyArray<Format>

/** Writes a document in a format. */
export const write = (document: Document, format: Format): Effect.Effect<Uint8Array> => writers[format](document)
