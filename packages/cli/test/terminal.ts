/** Types a command line as a person would: in a process of its own, or here where that makes no difference. */
import { spawn } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { vi } from "vitest"
import { type House, house, run } from "../src/index.ts"

export const stories = ["school", "story-1", "story-2"].map((name) =>
  join(import.meta.dirname, "../../../apps/demo/stories", `${name}.jsonl`)
)

const english = { LANG: "en_GB.UTF-8", LC_ALL: "", LC_MESSAGES: "" }

export const spawned = async (
  args: ReadonlyArray<string>,
  {
    env = {},
    input,
    program = join(import.meta.dirname, "../src/bin.ts")
  }: {
    readonly env?: Record<string, string>
    readonly input?: string
    readonly program?: string
  } = {}
) => {
  const child = spawn(process.execPath, ["--conditions=@groeikring/source", program, ...args], {
    env: { ...process.env, ...english, ...env }
  })
  let [out, err] = ["", ""]
  child.stdout.on("data", (text: Buffer) => (out += text.toString()))
  child.stderr.on("data", (text: Buffer) => (err += text.toString()))
  child.stdin.end(input ?? "")
  const [code] = (await once(child, "close")) as [number]
  return { code, out, err, lines: out.trim().split("\n") }
}

/** The same front door, without the wait for a process. */
export const type = async (
  args: ReadonlyArray<string>,
  { env = {}, of = house }: { readonly env?: Record<string, string>; readonly of?: House } = {}
) => {
  let [out, err] = ["", ""]
  const spies = [
    vi.spyOn(process.stdout, "write").mockImplementation((text) => ((out += String(text)), true)),
    vi.spyOn(process.stderr, "write").mockImplementation((text) => ((err += String(text)), true)),
    vi.spyOn(console, "log").mockImplementation((text: string) => void (out += `${text}\n`)),
    vi.spyOn(console, "error").mockImplementation((text: string) => void (err += `${text}\n`))
  ]
  for (const [name, value] of Object.entries({ ...english, ...env })) vi.stubEnv(name, value)
  try {
    const code = await run(args, of)
    return { code, out, err, lines: out.trim().split("\n") }
  } finally {
    for (const spy of spies) spy.mockRestore()
    vi.unstubAllEnvs()
  }
}
