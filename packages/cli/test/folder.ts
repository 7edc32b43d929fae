/** Files of a test, gone when its process ends. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

const folder = mkdtempSync(join(tmpdir(), "groeikring-"))
process.on("exit", () => rmSync(folder, { recursive: true, force: true }))

let files = 0
export const freshStore = (): string => join(folder, `school-${++files}.db`)
export const script = (...lines: ReadonlyArray<object | string>): string => {
  const file = join(folder, `script-${++files}.jsonl`)
  writeFileSync(file, lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"))
  return file
}
