/** The compiler that sets a document on paper: Typst, in this process, without a network and without a folder of its own. */
import { readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Document } from "./Document.ts"
import { fontFiles } from "./Fonts.ts"
import { lettersIn } from "./Letters.ts"
import { knownBy, type Setting, manuscriptOf } from "./Setting.ts"

/** Loads the compiler. It throws where there is none for this machine: it is an optional dependency. */
export const typst = async (): Promise<Setting> => {
  const { NodeCompiler } = await import("@myriaddreamin/typst-ts-node-compiler")
  // Nothing is read from this folder: all there is to read is handed in.
  const folder = tmpdir()
  const fontBlobs = fontFiles().map((file) => readFileSync(file))
  const isKnown = knownBy(fontBlobs.map(lettersIn))
  const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs }] })
  const at = (name: string) => join(folder, name)
  const mainFilePath = at("groeikring-report.typ")
  const compiled = (document: Document, standard: Parameters<Setting>[1], unknown: ReadonlySet<string>) => {
    const { data, logo, made, template } = manuscriptOf(document, (letter) => isKnown(letter) && !unknown.has(letter))
    compiler.mapShadow(mainFilePath, Buffer.from(template))
    compiler.mapShadow(at("document.json"), Buffer.from(data))
    // A path that is not in the data is never read: the logo of the one before is not that of this one.
    compiler.mapShadow(at("logo"), Buffer.from(logo))
    const set = compiler.compile({ mainFilePath })
    const { result } = set
    if (result === null)
      throw new Error(`The document cannot be set: ${JSON.stringify(compiler.fetchDiagnostics(set.takeError()!))}`)
    return compiler.pdf(result, { pdfStandard: standard, creationTimestamp: made })
  }
  return (document, standard) => {
    try {
      return compiled(document, standard, new Set())
    } catch (failure) {
      // A letter that every font has alone may still have no drawing where it stands: a mark under another.
      const undrawn = undrawnIn(failure)
      if (undrawn.length === 0) throw failure
      return compiled(document, standard, new Set(undrawn))
    } finally {
      // What the next few documents have too is not set anew; what is older goes, so that memory stays what it is.
      compiler.evictCache(4)
    }
  }
}

/** The letters that the compiler says it has no drawing for. */
const undrawnIn = (failure: unknown): ReadonlyArray<string> =>
  [...String(failure).matchAll(/the text `\\*"(.*?)\\*"` could not/g)].flatMap(([, text = ""]) => [
    ...text.replace(/\\+u\{([0-9a-f]+)\}/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
  ])
