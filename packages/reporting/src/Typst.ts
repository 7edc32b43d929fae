/** The compiler that sets a document on paper: Typst, in this process, without a network and without a folder of its own. */
import { readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Block, Document, Language, Table } from "./Document.ts"
import { fontFiles } from "./Fonts.ts"
import { template } from "./PdfTemplate.ts"
import { foot, inCell, page, signLine } from "./Words.ts"

/** Sets a document by one standard: the archive's, or the one for who cannot see it, which refuses what is not accessible. */
export type Setting = (document: Document, standard: "a-2a" | "ua-1") => Uint8Array

/** Loads the compiler. It throws where there is none for this platform: it is an optional dependency. */
export const typst = async (): Promise<Setting> => {
  const { NodeCompiler } = await import("@myriaddreamin/typst-ts-node-compiler")
  // Nothing is read from this folder: all there is to read is handed in.
  const folder = tmpdir()
  const fontBlobs = fontFiles().map((file) => readFileSync(file))
  const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs }] })
  const at = (name: string) => join(folder, name)
  const mainFilePath = at("groeikring-report.typ")
  compiler.mapShadow(mainFilePath, Buffer.from(template))
  const compiled = (document: Document, standard: Parameters<Setting>[1], unknown: ReadonlySet<string>) => {
    const known = (_: string, value: unknown) =>
      typeof value === "string" ? [...value.toWellFormed()].map((one) => (unknown.has(one) ? "?" : one)).join("") : value
    compiler.mapShadow(at("document.json"), Buffer.from(JSON.stringify(asData(document), known)))
    // A path that is not in the data is never read: the logo of the one before is not that of this one.
    compiler.mapShadow(at("logo"), Buffer.from(document.house.logo?.bytes ?? []))
    const set = compiler.compile({ mainFilePath })
    const { result } = set
    if (result === null)
      throw new Error(`The document cannot be set: ${JSON.stringify(compiler.fetchDiagnostics(set.takeError()!))}`)
    const creationTimestamp = Date.parse(`${document.date}T00:00:00Z`) / 1000
    return compiler.pdf(result, { pdfStandard: standard, creationTimestamp })
  }
  return (document, standard) => {
    try {
      return compiled(document, standard, new Set(unprintable))
    } catch (failure) {
      // An archive takes no letter that its fonts cannot draw: an emoji, say. It becomes a question mark.
      const undrawn = undrawnIn(failure)
      if (undrawn.length === 0) throw failure
      return compiled(document, standard, new Set([...unprintable, ...undrawn]))
    } finally {
      compiler.evictCache(0)
    }
  }
}

const unprintable = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).filter(
  (one) => one !== "\n" && one !== "\t"
)
/** The letters that the compiler says it has no drawing for. */
const undrawnIn = (failure: unknown): ReadonlyArray<string> =>
  [...String(failure).matchAll(/the text `\\*"(.*?)\\*"` could not/g)].flatMap(([, text = ""]) => [
    ...text.replace(/\\+u\{([0-9a-f]+)\}/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
  ])

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
