import { Domain, type Machine } from "@groeikring/core"
import { execFile } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { stripTypeScriptTypes } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { afterAll, describe, expect, it } from "vitest"
import { Path } from "../src/index.ts"
import { served } from "./served.ts"
import { linesOf } from "./stories.ts"

const folder = mkdtempSync(join(tmpdir(), "groeikring-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let now = Date.parse("2025-08-25T09:00:00+02:00")
const base = await served({ now: () => now, allowance: { burst: 1e6, perSecond: 1e5, streams: 5 } })
const written = (name: string, text: string) => {
  writeFileSync(join(folder, `${name}.mts`), text)
  writeFileSync(join(folder, `${name}.mjs`), stripTypeScriptTypes(text, { mode: "transform" }))
}

// In processes of their own, as people run them: the server goes on meanwhile.
const run = async (command: string, ...args: ReadonlyArray<string>) =>
  promisify(execFile)(join(import.meta.dirname, "../node_modules/.bin", command), args).then(
    ({ stdout }) => stdout,
    ({ stdout }: { readonly stdout: string }) => stdout
  )
await run(
  "swagger-typescript-api",
  "generate",
  "--path",
  `${base}/openapi.json`,
  "--output",
  folder,
  "--name",
  "Generated.ts",
  "--silent"
)
written("Client", readFileSync(join(folder, "Generated.ts"), "utf8"))

// The story, as a program that somebody would write with that client.
const lower = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)
const camel = (dashed: string) => dashed.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
const lines = linesOf("school", "story-1").flatMap((line) => ("tend" in line ? [] : [line]))
const text = (value: unknown) => JSON.stringify(value)
const steps = lines.map((line) => {
  const client = `as(${text(line.as)})`
  if ("take" in line) return `${client}.me.accept({ key: ${text(line.take)} })`
  const { do: asks, fields, id, machine } = line
  const { spec }: { readonly spec: Machine.Spec } = Domain.domain[machine as keyof typeof Domain.domain].machine
  // A body that could hold something is there, also when it holds nothing.
  const body = Object.keys(spec.commands[asks]!.payload ?? {}).length > 0 ? `, ${text(fields)}` : ""
  return `${client}.${camel(Path.collection(machine))}.${lower(asks)}${machine}(${text(id)}${body})`
})
written(
  "story",
  `import { Api, type HttpResponse } from "./Client.mjs"
const as = (person: string) =>
  new Api({ baseUrl: ${text(`${base}/v1`)}, baseApiParams: { headers: { "groeikring-person": person } } })
/** What came of it: nothing, or the code of the problem. */
const codeOf = async <A, E extends { readonly code: string }>(asked: Promise<HttpResponse<A, E>>) => {
  try {
    await asked
    return undefined
  } catch (answer) {
    return (answer as HttpResponse<A, E>).error.code
  }
}
export const play = async (at: (moment: string) => void): Promise<ReadonlyArray<string | undefined>> => {
  const came: Array<string | undefined> = []
${steps.map((step, n) => `  at(${text(lines[n]!.at)})\n  came.push(await codeOf(${step}))`).join("\n")}
  return came
}
`
)
written(
  "wrong",
  `import { Api } from "./Client.mjs"
const { paps } = new Api()
// @ts-expect-error Whom is not said.
void (() => paps.askBuddyPap("p1", {}))
// @ts-expect-error There is no such field.
void (() => paps.askBuddyPap("p1", { peer: "p-bram", salary: 1 }))
// @ts-expect-error There is no such command.
void (() => paps.payPap("p1", {}))
void (async () => {
  const { data } = await paps.getPap("p1")
  const version: number = data.version
  // @ts-expect-error Not every state has a buddy.
  return [version, data.state.buddy]
})
`
)

describe("a client that an ordinary generator makes of the document", () => {
  it("has types that hold, also for who asks with them", async () => {
    const config = {
      compilerOptions: { strict: true, noEmit: true, target: "ES2023", lib: ["ES2023", "DOM"], module: "NodeNext", types: [] },
      include: ["*.mts"]
    }
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config))
    const said = await run("tsc", "-p", folder)
    expect(said).toBe("")
  })

  it("plays the first story", async () => {
    const { play } = (await import(join(folder, "story.mjs"))) as {
      readonly play: (at: (moment: string) => void) => Promise<ReadonlyArray<string | undefined>>
    }
    const came = await play((moment) => (now = Date.parse(moment)))
    expect(lines.map((line, n) => [line.at, "do" in line ? line.do : line.take, came[n]])).toEqual(
      lines.map((line) => ("do" in line ? [line.at, line.do, line.expect] : [line.at, line.take, undefined]))
    )
    expect(lines.length).toBeGreaterThan(80)
  })
})
