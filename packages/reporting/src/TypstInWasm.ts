/** The same compiler for machines that it has no binary for: slower to begin, and what it sets is the same. */
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { fontFiles } from "./Fonts.ts"
import { lettersIn } from "./Letters.ts"
import { knownBy, type Setting, manuscriptOf } from "./Setting.ts"

/** Loads the compiler. It throws where its package is left out: it is an optional dependency. */
export const typstInWasm = async (): Promise<Setting> => {
  const { default: start, TypstCompilerBuilder } = await import("@myriaddreamin/typst-ts-web-compiler")
  const { resolve } = createRequire(import.meta.url)
  await start({ module_or_path: readFileSync(resolve("@myriaddreamin/typst-ts-web-compiler/wasm")) })
  const fonts = fontFiles().map((file) => readFileSync(file))
  const isKnown = knownBy(fonts.map(lettersIn))
  const builder = new TypstCompilerBuilder()
  builder.set_dummy_access_model()
  for (const font of fonts) await builder.add_raw_font(font)
  const compiler = await builder.build()
  return (document) => {
    const { data, logo, template } = manuscriptOf(document, isKnown)
    compiler.reset()
    compiler.add_source("/groeikring-report.typ", template)
    compiler.map_shadow("/document.json", data)
    compiler.map_shadow("/logo", logo)
    const { diagnostics, result }: { readonly diagnostics?: ReadonlyArray<string>; readonly result?: Uint8Array } =
      compiler.compile("/groeikring-report.typ", undefined, "pdf", 2)
    if (result === undefined) throw new Error(`The document cannot be set: ${JSON.stringify(diagnostics)}`)
    return result
  }
}
