/** The formats a document is written in. What a format needs is loaded when somebody asks for it. */
import { type Context, Effect, type Layer } from "effect"
import type { Document } from "./Document.ts"
import type { CompilerMissing } from "./Pdf.ts"
import type { LogoUnreadable } from "./Theme.ts"
import type { Writing } from "./Writing.ts"

/** Why a document could not be written: there is nothing that sets a PDF, or the logo is no picture. */
export type Unwritable = CompilerMissing | LogoUnreadable
type Write = (document: Document) => Effect.Effect<Uint8Array, Unwritable>

/** A writer with its layer: loaded and built when the first document is written, and kept for those after it. */
const by = <W>(load: () => Promise<readonly [Context.Key<W, Writing<Unwritable>>, Layer.Layer<W, Unwritable>]>): Write => {
  const built = Effect.runSync(
    Effect.cached(Effect.flatMap(Effect.promise(load), ([writer, layer]) => Effect.provide(writer, layer)))
  )
  return (document) => Effect.flatMap(built, ({ write }) => write(document))
}
const spreadsheet =
  (format: "xlsx" | "ods"): Write =>
  (document) =>
    Effect.flatMap(
      Effect.promise(() => import("./Spreadsheet.ts")),
      ({ SpreadsheetWriter }) =>
        Effect.flatMap(SpreadsheetWriter, ({ write }) => write(document, format)).pipe(Effect.provide(SpreadsheetWriter.layer))
    )

const writers = {
  html: by(async () => {
    const { HtmlWriter } = await import("./Html.ts")
    return [HtmlWriter, HtmlWriter.layer] as const
  }),
  md: by(async () => {
    const { MarkdownWriter } = await import("./Markdown.ts")
    return [MarkdownWriter, MarkdownWriter.layer] as const
  }),
  json: by(async () => {
    const { JsonWriter } = await import("./Json.ts")
    return [JsonWriter, JsonWriter.layer] as const
  }),
  csv: by(async () => {
    const { CsvWriter } = await import("./Csv.ts")
    return [CsvWriter, CsvWriter.layer] as const
  }),
  pdf: by(async () => {
    const { PdfWriter } = await import("./Pdf.ts")
    return [PdfWriter, PdfWriter.layer] as const
  }),
  docx: by(async () => {
    const { WordWriter } = await import("./Word.ts")
    return [WordWriter, WordWriter.layer] as const
  }),
  odt: by(async () => {
    const { OpenDocumentWriter } = await import("./OpenDocument.ts")
    return [OpenDocumentWriter, OpenDocumentWriter.layer] as const
  }),
  xlsx: spreadsheet("xlsx"),
  ods: spreadsheet("ods")
} satisfies Readonly<Record<string, Write>>

export type Format = keyof typeof writers
/** What each format is called where files are sent. */
export const mediaTypes: Readonly<Record<Format, string>> = {
  html: "text/html",
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  odt: "application/vnd.oasis.opendocument.text",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  csv: "text/csv",
  md: "text/markdown",
  json: "application/json"
}
export const formats = Object.keys(writers) as ReadonlyArray<Format>

/**
 * Writes a document in a format. A writer is loaded when it is first asked for.
 *
 * @example
 * ```ts
 * import { Effect } from "effect"
 * import { houseOf, write } from "@groeikring/reporting"
 *
 * const house = houseOf({ school: "obs De Zwaluw" })
 * const document = { language: "nl", title: "Leeg", school: house.school, date: "2026-06-30", house, body: [] } as const
 * const file = await Effect.runPromise(write(document, "json"))
 * const { title } = JSON.parse(new TextDecoder().decode(file)) as { title: string }
 * title // => "Leeg"
 * ```
 */
export const write = (document: Document, format: Format): Effect.Effect<Uint8Array, Unwritable> => writers[format](document)
