/** The demo as it is started, on a port that is free and a school of its own. */
import { type ChildProcess, spawn } from "node:child_process"
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

const parts = ["", "-wal", "-shm", ".keys", ".keys-wal", ".keys-shm", ".master", ".clock", ".steps"]

export interface Served {
  readonly url: string
  readonly said: () => string
  readonly stop: () => Promise<void>
}

/** Starts it on this file, and waits until it says where it is. */
export const serve = (file: string, env: NodeJS.ProcessEnv = { PORT: "0" }): Promise<Served> =>
  new Promise((resolve, reject) => {
    const child: ChildProcess = spawn(
      process.execPath,
      ["--conditions=@groeikring/source", join(import.meta.dirname, "../src/main.ts"), "--no-open", "--store", file],
      { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, NODE_OPTIONS: "", ...env } }
    )
    let said = ""
    const stop = () =>
      new Promise<void>((stopped) => {
        if (child.exitCode !== null) return stopped()
        child.once("exit", () => stopped())
        child.kill("SIGTERM")
      })
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const url = /(http:\/\/localhost:\d+)\//.exec(said)?.[1]
      if (url !== undefined) resolve({ url, said: () => said, stop })
    }
    child.stdout!.on("data", hear)
    child.stderr!.on("data", hear)
    child.once("exit", (code) => reject(new Error(`it ended with ${code}: ${said}`)))
  })

/** A school of its own: a copy of the one whose year was played once for all tests. */
export const schoolFrom = (played: string): { readonly file: string; readonly away: () => void } => {
  const folder = mkdtempSync(join(tmpdir(), "groeikring-"))
  mkdirSync(folder, { recursive: true })
  const file = join(folder, "school.db")
  for (const part of parts) if (existsSync(played + part)) copyFileSync(played + part, file + part)
  return { file, away: () => rmSync(folder, { recursive: true, force: true }) }
}
