// Compiles and runs every TypeScript example: in doc comments, in READMEs, in the tutorial and the how-to pages.
//
// A line that ends in `// => value` says what the expression before it is. Blocks of one page that name a file
// (```ts file=school.ts) are written beside each other, so that they can import one another.
import { spawnSync } from "node:child_process"
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"

const out = ".examples"
rmSync(out, { recursive: true, force: true })

const uncommented = (comment) => comment.replace(/^[ \t]*\* ?/gm, "")
const pages = [
  ...globSync("packages/*/src/**/*.ts").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/\/\*\*[\s\S]*?\*\//g)].map((comment) => ({
      file,
      line: readFileSync(file, "utf8").slice(0, comment.index).split("\n").length,
      text: uncommented(comment[0])
    }))
  ),
  ...globSync(["README.md", "packages/*/README.md", "docs/{tutorial,how-to,explanation}/*.md"]).map((file) => ({
    file,
    line: 1,
    text: readFileSync(file, "utf8")
  }))
]

/** `expression // => value` becomes a check; what is no expression keeps its line and gets the check behind it. */
const checked = (code) =>
  code.replace(/^(.*?)\s*\/\/ => (.+)$/gm, (_, before, value) => {
    const [, name] = /^\s*(?:const|let)\s+(\w+)\b/.exec(before) ?? []
    return name !== undefined
      ? `${before}\n__deepStrictEqual(${name} as unknown, ${value} as unknown)`
      : `__deepStrictEqual((${before.replace(/;$/, "")}) as unknown, ${value} as unknown)`
  })

const examples = pages.flatMap(({ file, line, text }) =>
  [...text.matchAll(/^```ts(?: (.*))?\n([\s\S]*?)^```/gm)].map((block, n) => {
    const named = /file=(\S+)/.exec(block[1] ?? "")?.[1]
    const at = line + text.slice(0, block.index).split("\n").length - 1
    const folder = join(out, file.replace(/[^\w]+/g, "_") + (named === undefined ? `_${at}_${n}` : ""))
    const runs = !/no-run/.test(block[1] ?? "")
    return { at: `${file}:${at}`, path: join(folder, named ?? "example.ts"), code: checked(block[2]), runs }
  })
)
for (const { code, path } of examples) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(
    path,
    `import { deepStrictEqual as __deepStrictEqual } from "node:assert/strict"\nvoid __deepStrictEqual\n${code}export {}\n`
  )
}
writeFileSync(
  join(out, "tsconfig.json"),
  JSON.stringify({
    extends: "../tsconfig.base.json",
    compilerOptions: { noUnusedLocals: false, noPropertyAccessFromIndexSignature: false, lib: ["ESNext"] },
    include: ["**/*.ts"]
  })
)

const failed = new Map()
const types = spawnSync(process.execPath, ["scripts/tsc.mjs", "--noEmit", "-p", out], { encoding: "utf8" })
for (const { at, path } of examples) {
  const wrong = types.stdout.split("\n").filter((line) => line.startsWith(`${path}(`) && line.includes("error"))
  if (wrong.length > 0) failed.set(at, wrong.join("\n"))
}
if (types.status !== 0 && failed.size === 0) failed.set("types", types.stdout)
for (const { at, path, runs } of examples) {
  if (failed.has(at) || !runs) continue
  const ran = spawnSync(process.execPath, ["--conditions=@groeikring/source", path], { encoding: "utf8" })
  if (ran.status !== 0) failed.set(at, ran.stderr.trim())
}

for (const [at, why] of failed) console.error(`${at}\n${why}\n`)
console.log(`${examples.length} examples, ${failed.size} failed`)
mkdirSync(".reports", { recursive: true })
writeFileSync(
  ".reports/examples.json",
  JSON.stringify({
    numPassedTests: examples.length - failed.size,
    numFailedTests: failed.size,
    numPendingTests: 0,
    numTodoTests: 0
  })
)
process.exit(failed.size > 0 ? 1 : 0)
