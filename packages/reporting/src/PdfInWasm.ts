/**
 * The PDF writer in WebAssembly alone: for a machine without a binary of Typst, or where no binary may run. The bytes differ
 * from those of the binary; what is on paper, its tags and its standards do not.
 *
 * @example
 * ```ts
 * import { Effect } from "effect"
 * import { Document, houseOf } from "@groeikring/reporting"
 * import { PdfWriter } from "@groeikring/reporting/pdf"
 * import { layer } from "@groeikring/reporting/pdf-in-wasm"
 *
 * const house = houseOf({ school: "obs De Zwaluw" })
 * const document = { language: "nl", title: "Leeg", school: house.school, date: "2026-06-30", house, body: [Document.paragraph("Nog niets.")] } as const
 * const file = await Effect.runPromise(Effect.flatMap(PdfWriter, ({ write }) => write(document)).pipe(Effect.provide(layer)))
 * new TextDecoder().decode(file.slice(0, 8)) // => "%PDF-1.7"
 * ```
 */
import { Effect, Layer } from "effect"
import { type CompilerMissing, loaded, PdfWriter, writing } from "./Pdf.ts"
import { typstInWasm } from "./TypstInWasm.ts"

export const layer: Layer.Layer<PdfWriter, CompilerMissing> = Layer.effect(
  PdfWriter,
  Effect.flatMap(loaded(typstInWasm), writing)
)
