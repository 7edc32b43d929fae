// Holds the picture of who may import whom: packages, files and what the core may touch.
import { globSync, readFileSync } from "node:fs"
import { dirname, join, normalize } from "node:path"

/** Arrows point to core and nothing points back; adapters do not know each other. `apps` and `bench` choose freely. */
const mayImport = {
  core: [],
  "pack-nl": ["core"],
  storage: ["core"],
  testkit: ["core", "storage"],
  "storage-sqlite": ["core", "storage"],
  "storage-postgres": ["core", "storage"],
  groeikring: ["core", "pack-nl", "storage", "storage-sqlite", "storage-postgres"],
  http: ["core", "storage"],
  reporting: ["core"],
  cli: ["core", "http", "pack-nl", "reporting", "storage", "storage-sqlite", "storage-postgres"]
}
/** Words that reach outside a pure function. The compiler knows no console, fetch, process or timers in core; these it knows. */
const impure = /\b(Date\s*\(|new Date|Date\.|Math\.random|performance\.|crypto\.|globalThis)/

const problems = []
const scope = "@groeikring/"
const withoutComments = (source) =>
  source.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " ")).replace(/^\s*\/\/.*$/gm, "")
const importsOf = (source) =>
  [
    ...source.matchAll(
      /(?:^|\n)(?:import|export)\s[^;"]*?from\s*"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)|(?:^|\n)import\s*"([^"]+)"/g
    )
  ].map(([, from, lazy, bare]) => from ?? lazy ?? bare)

const graph = new Map()
for (const [name, allowed] of Object.entries(mayImport)) {
  const folder = join("packages", name)
  const { dependencies = {}, peerDependencies = {} } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))
  const declared = Object.keys({ ...dependencies, ...peerDependencies })
  for (const dependency of declared.filter((one) => one.startsWith(scope))) {
    if (!allowed.includes(dependency.slice(scope.length)))
      problems.push(`${folder}/package.json depends on ${dependency}, which is not an arrow of the house`)
  }
  for (const file of globSync(`${folder}/src/**/*.ts`)) {
    const source = withoutComments(readFileSync(file, "utf8"))
    const own = []
    for (const target of importsOf(source)) {
      if (target.startsWith(".")) own.push(normalize(join(dirname(file), target)))
      else if (target.startsWith(scope)) {
        const to = target.slice(scope.length).split("/")[0]
        // A package may ask for itself as it is published.
        if (to === name) continue
        if (!allowed.includes(to)) problems.push(`${file} imports ${target}, which is not an arrow of the house`)
        else if (!declared.includes(scope + to)) problems.push(`${file} imports ${target}, which package.json does not declare`)
      } else if (name === "core" && target !== "effect" && !target.startsWith("effect/")) {
        problems.push(`${file} imports ${target}: the core imports effect alone`)
      }
    }
    const reach = name === "core" ? impure.exec(source)?.[0] : undefined
    if (reach !== undefined) problems.push(`${file} says ${reach}: the core has no clock, no chance and no world`)
    graph.set(file, own)
  }
}

const done = new Set()
const walk = (file, trail) => {
  if (trail.includes(file))
    return problems.push(`a circle of imports: ${[...trail.slice(trail.indexOf(file)), file].join(" → ")}`)
  if (done.has(file)) return
  for (const next of graph.get(file) ?? []) walk(next, [...trail, file])
  done.add(file)
}
for (const file of graph.keys()) walk(file, [])

for (const problem of problems) console.error(problem)
console.log(`${graph.size} files, ${problems.length} wrong arrows`)
process.exit(problems.length > 0 ? 1 : 0)
