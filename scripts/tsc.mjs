// TypeScript 7 with Effect's diagnostics compiled in: one pass gives type errors and Effect findings.
// (@effect/tsgo 0.45.0's own lib/getExePath rejects its platform package: it expects schemaVersion 4, finds 5.)
import { spawnSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"

const require = createRequire(import.meta.url)
const { version } = JSON.parse(readFileSync(require.resolve("typescript/package.json"), "utf8"))
const exe = process.platform === "win32" ? "tsc.exe" : "tsc"
const tsgo = () => {
  try {
    const platform = createRequire(require.resolve("@effect/tsgo/package.json")).resolve(
      `@effect/tsgo-${process.platform}-${process.arch}/package.json`
    )
    const file = join(dirname(platform), "artifacts", "typescript", version, exe)
    return existsSync(file) ? file : undefined
  } catch {
    return undefined
  }
}
const native = tsgo()
if (native === undefined) console.error(`tsc: no Effect build of TypeScript ${version} for this platform; using plain tsc`)
const [command, ...prefix] =
  native === undefined ? [process.execPath, join(dirname(require.resolve("typescript/package.json")), "bin", "tsc")] : [native]
process.exit(spawnSync(command, [...prefix, ...process.argv.slice(2)], { stdio: "inherit" }).status ?? 1)
