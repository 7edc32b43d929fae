// The whole test job: every check through turbo, then one closing line that adds up what the tests reported.
import { spawnSync } from "node:child_process"
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"

const folders = [".", ...["packages", "apps"].flatMap((group) => readdirSync(group).map((name) => join(group, name)))]
// Stale results must not be counted; turbo puts the reports of a cached task back.
for (const folder of folders) rmSync(join(folder, ".reports"), { recursive: true, force: true })

const tasks = [
  "build",
  "typecheck",
  "typecheck:packages",
  "test",
  "lint:code",
  "arrows",
  "unused",
  "docs:check",
  "examples",
  "pack:check"
]
const { status } = spawnSync(
  "turbo",
  ["run", ...tasks, "--continue=dependencies-successful", "--output-logs=new-only", ...process.argv.slice(2)],
  { stdio: "inherit" }
)

const total = { passed: 0, failed: 0, skipped: 0 }
for (const folder of folders) {
  for (const report of ["vitest.json", "examples.json"]) {
    const file = join(folder, ".reports", report)
    if (!existsSync(file)) continue
    const { numFailedTests, numPassedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(file, "utf8"))
    total.passed += numPassedTests
    total.failed += numFailedTests
    total.skipped += numPendingTests + numTodoTests
  }
}
// A failed check that is no test (types, lint, a package) still counts, so that the line never reads as a success.
if (status !== 0 && total.failed === 0) total.failed = 1
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`)
process.exit(status !== 0 ? (status ?? 1) : total.failed > 0 || total.passed === 0 ? 1 : 0)
