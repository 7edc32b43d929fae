/** A document as PDF: tagged, with its fonts inside, fit for the archive (PDF/A-2a) and for who cannot see it (PDF/UA-1). */
import { Context, Effect, Layer, Semaphore } from "effect"
import { readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { accessibleToo } from "./Archive.ts"
import type { Block, Document, Language, Table } from "./Document.ts"
import { fontFiles } from "./Fonts.ts"
import { template } from "./PdfTemplate.ts"
import { foot, inCell, page, signLine } from "./Words.ts"

/**
 * **When to use** For what is printed, signed or kept for years.
 *
 * **Gotchas** The same document gives the same bytes: its date is the only day in the file.
 */
export class PdfWriter extends Context.Service<
  PdfWriter,
  { readonly write: (document: Document) => Effect.Effect<Uint8Array> }
>()("@groeikring/reporting/PdfWriter") {
  /** Typst, in this process. A defect when there is no compiler for this platform: it is an optional dependency. */
  static readonly layer = Layer.effect(
    PdfWriter,
    Effect.gen(function* () {
      const { NodeCompiler } = yield* Effect.promise(() => import("@myriaddreamin/typst-ts-node-compiler"))
      // Nothing is read from this folder: all there is to read is handed in.
      const folder = tmpdir()
      const compiler = NodeCompiler.create({
        workspace: folder,
        fontArgs: [{ fontBlobs: fontFiles().map((file) => readFileSync(file)) }]
      })
      const at = (name: string) => join(folder, name)
      compiler.mapShadow(at("groeikring-report.typ"), Buffer.from(template))
      const one = yield* Semaphore.make(1)
      const compiled = (document: Document) => {
        compiler.mapShadow(at("document.json"), Buffer.from(JSON.stringify(asData(document))))
        // A path that is not in the data is never read: the logo of the one before is not that of this one.
        compiler.mapShadow(at("logo"), Buffer.from(document.house.logo?.bytes ?? []))
        const result = compiler.compile({ mainFilePath: at("groeikring-report.typ") })
        const compiledDocument = result.result
        if (compiledDocument === null) {
          const problems = compiler.fetchDiagnostics(result.takeError()!)
          throw new Error(`The document cannot be set: ${JSON.stringify(problems)}`)
        }
        const bytes = compiler.pdf(compiledDocument, {
          pdfStandard: "a-2a",
          creationTimestamp: Date.parse(`${document.date}T00:00:00Z`) / 1000
        })
        compiler.evictCache(0)
        return bytes
      }
      return {
        write: Effect.fn("PdfWriter.write")((document: Document) =>
          // Between documents the others get their turn, and memory is given back.
          one.withPermits(1)(
            Effect.andThen(
              Effect.yieldNow,
              Effect.promise(() => accessibleToo(compiled(document)))
            )
          )
        )
      }
    })
  )
}

/** What the template is told. */
const asData = ({ house, ...document }: Document) => ({
  ...document,
  colour: house.colour,
  ...(house.logo !== undefined && { logo: house.logo.format }),
  body: document.body.map((block) => inWords(document.language, block)),
  isCards: document.isCards ?? false,
  foot: foot(document),
  page: page[document.language],
  signLine: signLine[document.language]
})
const inWords = (language: Language, block: Block): Block => {
  const table = (table: Table): Table => ({
    ...table,
    rows: table.rows.map((row) => row.map((cell) => inCell(language, cell)))
  })
  switch (block.is) {
    case "Section":
      return { ...block, body: block.body.map((inner) => inWords(language, inner)) }
    case "Table":
      return table(block)
    case "Figure":
      return { ...block, data: table(block.data) }
    default:
      return block
  }
}
