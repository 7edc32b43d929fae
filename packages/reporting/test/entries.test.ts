/** What each entry of the package loads: who takes one format pays for no other. */
import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { describe, expect, it } from "vitest"

const root = join(import.meta.dirname, "..")
const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  readonly exports: Readonly<Record<string, string | { readonly "@groeikring/source": string }>>
}

/** The packages that are loaded with a file: not what it asks for later, nor what is types alone. */
const loadedBy = (file: string, seen = new Set<string>()): ReadonlySet<string> => {
  const found = new Set<string>()
  if (seen.has(file)) return found
  seen.add(file)
  for (const [, words = "", target = ""] of readFileSync(file, "utf8")
    .replaceAll(/\/\*[\s\S]*?\*\//g, "")
    .matchAll(/^(?:import|export)\s+([^;"]*?)from\s+"([^"]+)"/gm)) {
    const isTypes = words.startsWith("type ") || /^\{\s*(type\s+\w+,?\s*)+\}\s*$/.test(words)
    if (isTypes) continue
    if (target.startsWith(".")) for (const one of loadedBy(join(dirname(file), target), seen)) found.add(one)
    else found.add(target.startsWith("@") ? target.split("/").slice(0, 2).join("/") : target.split("/")[0]!)
  }
  return found
}

const entries = {
  ".": ["@groeikring/core", "d3-scale", "d3-shape", "effect"],
  "./charts": ["d3-scale", "d3-shape"],
  "./csv": ["effect"],
  "./html": ["effect"],
  "./json": ["effect"],
  "./markdown": ["effect"],
  "./logo": ["@resvg/resvg-js", "effect", "fflate"],
  "./opendocument": ["@resvg/resvg-js", "effect", "fflate", "node:fs", "node:module", "node:path"],
  "./pdf": ["@libpdf/core", "effect", "fflate", "node:fs", "node:module", "node:os", "node:path"],
  "./pdf-in-wasm": ["@libpdf/core", "effect", "fflate", "node:fs", "node:module", "node:os", "node:path"],
  "./seal": ["@libpdf/core", "effect", "node:crypto", "pkijs"],
  "./spreadsheet": ["effect", "hucre"],
  "./word": ["@resvg/resvg-js", "docx", "effect", "node:fs", "node:module", "node:path"]
} as const satisfies Readonly<Record<string, ReadonlyArray<string>>>

describe("an entry", () => {
  it("is listed here with what it loads", () => {
    expect(
      Object.keys(exports)
        .filter((name) => name !== "./package.json")
        .toSorted((a, b) => (a < b ? -1 : 1))
    ).toEqual(Object.keys(entries).toSorted((a, b) => (a < b ? -1 : 1)))
  })
  for (const [name, packages] of Object.entries(entries)) {
    it(`${name} loads ${packages.join(", ")} and nothing else`, () => {
      const entry = exports[name]
      const file = typeof entry === "object" ? entry["@groeikring/source"] : ""
      expect([...loadedBy(join(root, file))].toSorted((a, b) => (a < b ? -1 : 1))).toEqual([...packages])
    })
  }
})
