/** A document as PDF: tagged, with its fonts inside, fit for the archive (PDF/A-2a) and for who cannot see it (PDF/UA-1). */
import { Context, Data, Effect, Layer, Semaphore } from "effect"
import { archived } from "./Archive.ts"
import type { Document } from "./Document.ts"
import type { Setting } from "./Setting.ts"
import { LogoUnreadable } from "./Theme.ts"
import { typst } from "./Typst.ts"
import type { Writing } from "./Writing.ts"

/** There is nothing on this machine that sets a PDF. */
export class CompilerMissing extends Data.TaggedError("CompilerMissing")<{ readonly machine: string }> {
  override get message(): string {
    return (
      `Nothing here can set a PDF: for ${this.machine} there is no binary of Typst, and its WebAssembly was left out of the installation. ` +
      "Install @myriaddreamin/typst-ts-web-compiler, or choose another format."
    )
  }
}

class Unset extends Data.TaggedError("Unset")<{ readonly cause: unknown }> {}

/** Loads a compiler that may not be here. */
export const loaded = (compiler: () => Promise<Setting>): Effect.Effect<Setting, CompilerMissing> =>
  Effect.tryPromise({ try: compiler, catch: () => new CompilerMissing({ machine: `${process.platform}-${process.arch}` }) })

/** Writes with a compiler, one document at a time. */
export const writing = Effect.fnUntraced(function* (set: Setting) {
  const one = yield* Semaphore.make(1)
  const written = (document: Document) =>
    Effect.tryPromise({ try: () => archived(set(document, "a-2a")), catch: (cause) => new Unset({ cause }) }).pipe(
      // With a logo that cannot be drawn nothing can be set; whatever else cannot be set is a fault of ours.
      Effect.catch(({ cause }) =>
        document.house.logo !== undefined && /image|svg|png/i.test(String(cause))
          ? Effect.fail(new LogoUnreadable({ problem: "it cannot be drawn" }))
          : Effect.die(cause)
      )
    )
  return {
    // Between documents the others get their turn, and memory is given back.
    write: Effect.fn("PdfWriter.write")((document: Document) =>
      one.withPermits(1)(Effect.andThen(Effect.yieldNow, written(document)))
    )
  }
})

/**
 * **When to use** For what is printed, signed or kept for years.
 *
 * **Gotchas** The same document gives the same bytes on the same compiler: its date is the only day in the file. A letter
 * that no font has becomes a question mark.
 *
 * @example
 * ```ts
 * import { Effect } from "effect"
 * import { Document, houseOf } from "@groeikring/reporting"
 * import { PdfWriter } from "@groeikring/reporting/pdf"
 *
 * const document = {
 *   language: "nl",
 *   title: "Afspraken",
 *   school: "obs De Zwaluw",
 *   date: "2026-06-30",
 *   house: houseOf({ school: "obs De Zwaluw" }),
 *   body: [Document.paragraph("Wat in de groep gezegd wordt, blijft in de groep.")]
 * } as const
 * const file = await Effect.runPromise(
 *   Effect.flatMap(PdfWriter, ({ write }) => write(document)).pipe(Effect.provide(PdfWriter.layer))
 * )
 * new TextDecoder().decode(file.slice(0, 8)) // => "%PDF-1.7"
 * ```
 */
export class PdfWriter extends Context.Service<PdfWriter, Writing<LogoUnreadable>>()("@groeikring/reporting/PdfWriter") {
  /** Typst in this process: its binary where there is one for this machine, else its WebAssembly. */
  static readonly layer: Layer.Layer<PdfWriter, CompilerMissing> = Layer.effect(
    PdfWriter,
    loaded(typst).pipe(
      Effect.catch(() => loaded(async () => (await import("./TypstInWasm.ts")).typstInWasm())),
      Effect.flatMap(writing)
    )
  )
}
