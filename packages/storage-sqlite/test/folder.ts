/** Files of a test, gone when its process ends. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

const folder = mkdtempSync(join(tmpdir(), "groeikring-"))
process.on("exit", () => rmSync(folder, { recursive: true, force: true }))

let files = 0
export const freshFile = (): string => join(folder, `school-${++files}.db`)
