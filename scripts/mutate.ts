// Breaks the rules of the core, one small thing at a time, and tells which breaks no test notices.
// With names of files (`pnpm mutate Pap intervision/Decide`) it tries those alone, and lists what survived.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join, relative } from "node:path"
import { startVitest } from "vitest/node"
import { type Mutant, mutants } from "./Mutants.ts"

const core = join(dirname(import.meta.dirname), "packages", "core")
const source = join(core, "src")
/** Not rules: words, tables of the registry, and what only types read. The kernel is held by its laws. */
const isRule = (file: string) =>
  !/^(english|needs|processes)\/|^(Domain|English|Glossary|index|Machine|Private|Reference|Refusal|Upcast)\.ts$/.test(file)

const asked = process.argv.slice(2)
const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && isRule(file))
  .filter((file) => asked.length === 0 || asked.some((name) => file === `${name}.ts`))
  .toSorted()
const all: Array<Mutant> = []
const broken = new Map<string, string>()
for (const file of files) {
  const { code, found } = mutants(file, readFileSync(join(source, file), "utf8"), all.length)
  all.push(...found)
  broken.set(join(source, file), code)
}

const folder = mkdtempSync(join(tmpdir(), "groeikring-mutants-"))
process.env["MUTANTS_FOLDER"] = folder
try {
  const vitest = await startVitest(
    [],
    {
      root: core,
      watch: false,
      reporters: [{}],
      runner: join(import.meta.dirname, "MutantRunner.ts"),
      // These walk long over every machine at once. What they alone would notice counts as survived.
      exclude: ["test/domain.test.ts", "test/recorded.test.ts"],
      testTimeout: 600_000,
      // Broken files must not be found again by the tests.
      fsModuleCache: false
    },
    {
      plugins: [{ name: "mutants", enforce: "pre", transform: (_: string, id: string) => broken.get(id) }]
    }
  )
  const unheard = vitest.state
    .getFiles()
    .filter(({ result }) => result?.state !== "pass")
    .map(({ name }) => name)
  await vitest.close()
  const reports = readdirSync(folder).map(
    (name) =>
      JSON.parse(readFileSync(join(folder, name), "utf8")) as {
        readonly killed: ReadonlyArray<number>
        readonly failed: ReadonlyArray<string>
      }
  )
  const failed = [...unheard, ...reports.flatMap((report) => report.failed)]
  if (reports.length === 0 || failed.length > 0) {
    throw new Error(`These fail by themselves, so they can show nothing: ${failed.join(", ") || "no test was run"}.`)
  }
  const killed = new Set(reports.flatMap((report) => report.killed))
  const row = (name: string, of: ReadonlyArray<Mutant>) => {
    const dead = of.filter(({ id }) => killed.has(id)).length
    console.log(
      `${name.padEnd(32)} ${String(dead).padStart(5)} ${String(of.length - dead).padStart(9)} ${((100 * dead) / of.length).toFixed(0).padStart(5)} %`
    )
  }
  console.log(`${"file".padEnd(32)} killed  survived`)
  for (const file of files) {
    const of = all.filter((mutant) => mutant.file === file)
    if (of.length > 0) row(file, of)
  }
  row("all", all)
  if (asked.length > 0)
    for (const { file, id, line, to, was } of all)
      if (!killed.has(id)) console.log(`${relative(process.cwd(), join(source, file))}:${line}  ${was}  =>  ${to}`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exit()
