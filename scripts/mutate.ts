// Breaks the rules of the core, one small thing at a time, and tells which breaks no test notices.
// With names of files (`pnpm mutate Pap intervision/Decide`) it tries those alone, and lists what survived.
// Without, it tries every file, each in a process of its own, and goes on where it was stopped. That takes some twenty
// minutes in which nothing may change: `git worktree add` makes a copy to leave it alone in.
import { execFile } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join, relative } from "node:path"
import { promisify } from "node:util"
import { startVitest } from "vitest/node"
import { type Mutant, mutants } from "./Mutants.ts"

const root = dirname(import.meta.dirname)
const core = join(root, "packages", "core")
const source = join(core, "src")
const kept = join(core, ".reports", "mutants")
/** Not rules: words, tables of the registry, and what only types read. The kernel is held by its laws. */
const isRule = (file: string) =>
  !/^(english|machine)\/|^(Domain|English|Glossary|index|Machine|Private|Reference|Refusal|Upcast)\.ts$/.test(file)

interface Tried {
  readonly key: string
  readonly killed: number
  readonly survived: ReadonlyArray<Omit<Mutant, "id" | "file">>
}

const rules = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && isRule(file))
  .toSorted()
const tests = globSync(["packages/{core,testkit}/{src,test}/**/*.ts", "packages/pack-nl/src/**/*.ts"], { cwd: root })
  .filter((file) => !file.startsWith("packages/core/src"))
  .toSorted()
const hash = (files: ReadonlyArray<string>) =>
  files.reduce((sum, file) => sum.update(readFileSync(file)), createHash("sha256")).digest("hex")
const testsAre = hash(tests.map((file) => join(root, file)))
/** What was found in a file holds as long as neither it nor a test changes. */
const keyOf = (file: string) => testsAre.slice(0, 16) + hash([join(source, file)]).slice(0, 16)
const reportOf = (file: string) => join(kept, `${file.replaceAll("/", "-")}.json`)
const known = (file: string): Tried | undefined => {
  const report = existsSync(reportOf(file)) ? (JSON.parse(readFileSync(reportOf(file), "utf8")) as Tried) : undefined
  return report?.key === keyOf(file) ? report : undefined
}

const asked = process.argv.slice(2)
const files = rules.filter((file) => asked.length === 0 || asked.some((name) => file === `${name}.ts`))
if (asked.length > 0) await breakThem(files)
else await breakEach()
console.log(`${"file".padEnd(32)} killed  survived`)
const all = files.flatMap((file) => known(file) ?? [])
for (const file of files) {
  const tried = known(file)
  if (tried && tried.killed + tried.survived.length > 0) row(file, [tried])
}
row("all", all)
if (asked.length > 0) for (const file of files) list(file)
process.exit()

/** The breaks of a file that no test noticed. */
function list(file: string) {
  for (const { line, to, was } of known(file)?.survived ?? [])
    console.log(`${relative(process.cwd(), join(source, file))}:${line}  ${was}  =>  ${to}`)
}

function row(name: string, of: ReadonlyArray<Tried>) {
  const killed = of.reduce((sum, one) => sum + one.killed, 0)
  const survived = of.reduce((sum, one) => sum + one.survived.length, 0)
  const share = killed + survived === 0 ? "" : ((100 * killed) / (killed + survived)).toFixed(0)
  console.log(`${name.padEnd(32)} ${String(killed).padStart(5)} ${String(survived).padStart(9)} ${share.padStart(5)} %`)
}

/** Each file in a process of its own, two at a time. */
async function breakEach() {
  const run = promisify(execFile)
  const left = files.filter((file) => known(file) === undefined)
  const total = left.length
  const next = async (): Promise<void> => {
    const file = left.shift()
    if (file === undefined) return
    console.error(`${total - left.length} of ${total}: ${file}`)
    await run(process.execPath, [import.meta.filename, file.replace(/\.ts$/, "")], { cwd: root, maxBuffer: 2 ** 26 })
    return next()
  }
  await Promise.all([next(), next()])
}

/** The tests that come by one of these files: each that imports it, or what imports it, other than by the registry. */
function testsOf(files: ReadonlyArray<string>) {
  const broken = new Set(files.map((file) => join(source, file)))
  const isOfNeeds = files.some((file) => file.startsWith("needs/"))
  const comesBy = (file: string, seen: Set<string>): boolean => {
    if (broken.has(file)) return true
    // Needs are asked for by the registry, in a school that a test makes up.
    if (isOfNeeds && file.endsWith("/asking.ts")) return true
    if (seen.has(file) || /[/](Domain|index)\.ts$/.test(file)) return false
    seen.add(file)
    const imports = readFileSync(file, "utf8").matchAll(/^(?:import|export|\}) (?!type ).*?from "(\.[^"]*)"$/gm)
    return [...imports].some(([, path]) => comesBy(join(dirname(file), path!), seen))
  }
  // These walk long over every machine at once. What they alone would notice counts as survived.
  const long = new Set(["domain", "explored"].map((name) => `${name}.test.ts`))
  const all = readdirSync(join(core, "test")).filter((file) => file.endsWith(".test.ts") && !long.has(file))
  // What was recorded holds every machine, and no walk.
  const some = all.filter((file) => file === "recorded.test.ts" || comesBy(join(core, "test", file), new Set()))
  return (some.length > 1 ? some : all).map((file) => `test/${file}`)
}

async function breakThem(files: ReadonlyArray<string>) {
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
        include: testsOf(files),
        // One worker that loads everything once: what one test killed, no other has to try.
        isolate: false,
        maxWorkers: 1,
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
    mkdirSync(kept, { recursive: true })
    for (const file of files) {
      const of = all.filter((mutant) => mutant.file === file)
      const survived = of.filter(({ id }) => !killed.has(id)).map(({ line, to, was }) => ({ line, was, to }))
      const tried: Tried = { key: keyOf(file), killed: of.length - survived.length, survived }
      writeFileSync(reportOf(file), JSON.stringify(tried, null, 2))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
