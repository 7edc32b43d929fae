/** Before all tests: the page is built when something in it changed, and the year is played once. */
import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { TestProject } from "vitest/node"
import { serve } from "./served.ts"

const web = join(import.meta.dirname, "..", "..", "web")
const newest = (folder: string): number =>
  Math.max(
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs)
  )

declare module "vitest" {
  interface ProvidedContext {
    readonly played: string
  }
}

export default async ({ provide }: TestProject) => {
  const built = join(web, "dist", "index.html")
  if (!existsSync(built) || statSync(built).mtimeMs < newest(join(web, "src"))) {
    const { status, stderr, stdout } = spawnSync("pnpm", ["run", "build"], {
      cwd: web,
      encoding: "utf8",
      env: { ...process.env, NODE_ENV: "production" }
    })
    if (status !== 0) throw new Error(`The page could not be built: ${stdout}${stderr}`)
  }
  const folder = mkdtempSync(join(tmpdir(), "groeikring-"))
  const played = join(folder, "school.db")
  const { stop } = await serve(played)
  await stop()
  provide("played", played)
  return () => rmSync(folder, { recursive: true, force: true })
}
