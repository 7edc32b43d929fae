/** How the bundle of the command is made to start fast. A terminal waits for all that a module does when it is loaded. */
import type { Options } from "tsup"
import { existsSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"

type Plugin = NonNullable<Options["esbuildPlugins"]>[number]

const packages = join(import.meta.dirname, "..")
const registry = join(packages, "core/src/Domain.ts")

/** Where each name of a package is from, as far as its index says so: a module of its own, or a part of one. */
const namesOf = (index: string) => {
  const source = readFileSync(index, "utf8")
  const file = (path: string) => JSON.stringify(join(dirname(index), path))
  return new Map([
    ...[...source.matchAll(/^export \* as (\w+) from "([^"]+)"/gm)].map(
      ([, name, path]) => [name!, (as: string) => `import * as ${as} from ${file(path!)}`] as const
    ),
    ...[...source.matchAll(/^export \{([^}]*)\} from "([^"]+)"/gm)].flatMap(([, names, path]) =>
      names!.split(",").map((one) => {
        const [is, as = is] = one.trim().split(" as ")
        return [as!, (as: string) => `import { ${is} as ${as} } from ${file(path!)}`] as const
      })
    )
  ])
}

/**
 * `import { Effect } from "effect"` keeps every module of Effect alive in a bundle, because namespaces that are exported
 * again are not shaken; and an index runs all that it names. The same name imported from its own module does neither.
 */
const deepImports: Plugin = {
  name: "deep-imports",
  setup(build) {
    const indexes = new Map<string, ReturnType<typeof namesOf>>()
    const deep = (name: string, from: string) => {
      const [is, as = is] = name.split(" as ") as [string, string?]
      if (from.startsWith("effect")) return `import * as ${as} from "${from}/${is}"`
      const index = join(packages, from.slice("@groeikring/".length), "src/index.ts")
      if (!existsSync(index)) return undefined
      if (!indexes.has(index)) indexes.set(index, namesOf(index))
      return indexes.get(index)!.get(is)?.(as)
    }
    build.onLoad({ filter: /[\\/]packages[\\/][^\\/]+[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
      loader: "ts",
      contents: readFileSync(path, "utf8").replace(
        /^import (type )?\{([^}]*)\} from "(effect(?:\/cli)?|@groeikring\/[\w-]+)"/gm,
        (_, onlyTypes: string | undefined, names: string, from: string) =>
          onlyTypes !== undefined
            ? ""
            : names
                .split(",")
                .map((name) => name.trim())
                .filter((name) => name !== "" && !name.startsWith("type "))
                .map((name) => deep(name, from) ?? `import { ${name} } from "${from}"`)
                .join("; ")
      )
    }))
  }
}

/** Writes `src/entries.ts`: the registry with a machine a line becomes a table of machines that are loaded one by one. */
const entries: Plugin = {
  name: "entries",
  setup(build) {
    build.onLoad({ filter: /[\\/]cli[\\/]src[\\/]entries\.ts$/ }, () => {
      const source = readFileSync(registry, "utf8")
      const files = new Map([...source.matchAll(/^import \{ (\w+) \} from "([^"]+)"$/gm)].map(([, name, file]) => [name, file]))
      const rows = [...source.matchAll(/^ {2}(\w+): entry\((\w+), (\w+)\),?$/gm)].map(([, name, machine, needs]) => {
        const [at, of] = [machine, needs].map((name) => `import(${JSON.stringify(join(dirname(registry), files.get(name)!))})`)
        return `${name}: () => Promise.all([${at}, ${of}]).then(([m, n]) => ({ machine: m.${machine}, answers: n.${needs} }))`
      })
      if (rows.length === 0) throw new Error(`${registry} has no lines such as "Pap: entry(Pap, PapNeeds)" any more.`)
      return { loader: "js", contents: `export const entries = {\n${rows.join(",\n")}\n}` }
    })
  }
}

/** Leaves an import as it is, or as `path`. */
const leave = (filter: RegExp, path?: string): Plugin => ({
  name: "leave",
  setup: (build) => build.onResolve({ filter }, (found) => ({ path: path ?? found.path, external: true }))
})

/** The door, a few lines that stay by themselves: only what it opens is compiled once and kept. */
export const door: Options = {
  clean: false,
  sourcemap: false,
  minify: true,
  esbuildPlugins: [leave(/^\.\/main\.ts$/, "./main.js")]
}

export const coldStart: Options = {
  clean: false,
  sourcemap: false,
  minify: true,
  noExternal: [/.*/],
  // One file, in which a module that is imported later runs later: to look up many small files takes longer than to read a big one.
  splitting: false,
  // Only the wizard needs the services of Node, and only a server the way to one: in one file both would load parts for
  // everybody. Reports are a house of their own, with fonts and a compiler beside them.
  esbuildPlugins: [
    leave(/^(@effect\/platform-node\/|@groeikring\/(cli|http|storage-postgres)$|@groeikring\/reporting(\/|$))/),
    entries,
    deepImports
  ],
  esbuildOptions: (options) => {
    options.conditions = ["@groeikring/source"]
    options.define = { ...options.define, "Intl.Segmenter": "LazySegmenter" }
    options.inject = ["build/LazySegmenter.ts"]
  }
}
