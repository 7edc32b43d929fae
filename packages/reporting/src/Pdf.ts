/** A document as PDF: tagged, with its fonts inside, fit for the archive (PDF/A-2a) and for who cannot see it (PDF/UA-1). */
import { Context, Effect, Layer, Semaphore } from "effect"
import { accessibleToo } from "./Archive.ts"
import type { Document } from "./Document.ts"
import { typst } from "./Typst.ts"

/**
 * **When to use** For what is printed, signed or kept for years.
 *
 * **Gotchas** The same document gives the same bytes: its date is the only day in the file.
 */
export class PdfWriter extends Context.Service<
  PdfWriter,
  { readonly write: (document: Document) => Effect.Effect<Uint8Array> }
>()("@groeikring/reporting/PdfWriter") {
  /** Typst, in this process. A defect when there is no compiler for this platform. */
  static readonly layer = Layer.effect(
    PdfWriter,
    Effect.gen(function* () {
      const set = yield* Effect.promise(typst)
      const one = yield* Semaphore.make(1)
      const written = (document: Document) => Effect.promise(() => accessibleToo(set(document, "a-2a")))
      return {
        // Between documents the others get their turn, and memory is given back.
        write: Effect.fn("PdfWriter.write")((document: Document) =>
          one.withPermits(1)(Effect.andThen(Effect.yieldNow, written(document)))
        )
      }
    })
  )
}
