import { EventStore, type Fact } from "@groeikring/storage"
import { Effect } from "effect"
import { spawn } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { expect, it } from "vitest"
import { PostgresStore } from "../src/index.ts"
import { freshDatabase, master, query } from "./database.ts"
import { found, inSchool } from "./school.ts"
import { write } from "./writes.ts"

const start = (script: string, ...args: ReadonlyArray<string>) => {
  const child = spawn(process.execPath, ["--conditions=@groeikring/source", join(import.meta.dirname, script), ...args])
  const said: Array<string> = []
  let complaints = ""
  let half = ""
  child.stdout.on("data", (text: Buffer) => {
    const lines = (half + text.toString()).split("\n")
    half = lines.pop()!
    said.push(...lines)
  })
  child.stderr.on("data", (text: Buffer) => (complaints += text.toString()))
  return { child, said, ended: once(child, "close").then(() => complaints) }
}
const everything = (url: string) =>
  Effect.flatMap(EventStore, (store) => store.readAll("", 100_000)).pipe(
    Effect.provide(PostgresStore.facts(url)),
    Effect.runPromise
  )
const beginning = (url: string) =>
  Effect.flatMap(EventStore, (store) => store.append(write("everyone's", 0))).pipe(
    Effect.provide(PostgresStore.facts(url)),
    Effect.orDie,
    Effect.runPromise
  )

/** What lies in the streams of the writers, as they say it; each stream without a hole, and each fact in both or in none. */
const written = (facts: ReadonlyArray<Fact>) => {
  const told = (some: ReadonlyArray<Fact>) => some.map(({ actor, data }) => `${actor} ${(data as { readonly n: number }).n}`)
  const streams = Map.groupBy(facts, ({ stream: { id } }) => id)
  for (const stream of streams.values())
    expect(stream.map(({ version }) => version)).toEqual(Array.from({ length: stream.length }, (_, n) => n + 1))
  const everyones = told(streams.get("everyone's")!.slice(1))
  const own = told(facts.filter(({ stream: { id } }) => id.startsWith("own ")))
  expect(everyones.toSorted()).toEqual(own.toSorted())
  expect(new Set(own).size).toBe(own.length)
  return own
}

it("several processes write to one database at once, to their own streams and to the same: nothing is lost", async () => {
  const url = await freshDatabase()
  await beginning(url)
  const writers = ["one", "two", "three"].map((name) => start("writer.ts", url, name, "15"))
  expect(await Promise.all(writers.map(({ ended }) => ended))).toEqual(["", "", ""])
  expect(written(await everything(url)).toSorted()).toEqual(writers.flatMap(({ said }) => said).toSorted())
})

/** How often a process is killed; more where somebody wants to be surer. */
const kills = Number(process.env["TEST_KILLS"] ?? 12)

it("processes that are killed in the middle of their writing lose nothing they had the answer of, and repeat nothing", async () => {
  const url = await freshDatabase()
  await beginning(url)
  const answered: Array<string> = []
  const live = async (kill: number) => {
    const { child, ended, said } = start("writer.ts", url, kill % 2 === 0 ? "even" : "odd", "1000000")
    const enough = 3 + ((kill * 7) % 23)
    while (said.length < enough && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 1))
    child.kill("SIGKILL")
    expect(await ended).toBe("")
    answered.push(...said)
  }
  // Two at once, of which one always goes on while the other is killed.
  for (let kill = 0; kill < kills; kill += 2) await Promise.all([live(kill), live(kill + 1)])
  const kept = written(await everything(url))
  expect(answered.length).toBeGreaterThan(3 * kills)
  expect(new Set(answered).size).toBe(answered.length)
  expect(answered.filter((one) => !kept.includes(one))).toEqual([])
})

it("processes that begin at the same moment make the tables, the keys and the master key once, and none of them stumbles", async () => {
  for (let round = 0; round < 2; round++) {
    const url = await freshDatabase()
    const moment = String(Date.now() + 1_500)
    const openers = Array.from({ length: 4 }, () => start("opener.ts", url, `${master}.${round}`, moment))
    expect(await Promise.all(openers.map(({ ended }) => ended))).toEqual(["", "", "", ""])
    expect(await query(url, "SELECT version FROM groeikring.schema_version")).toEqual([{ version: 1 }])
    await inSchool(url, { masterKey: `${master}.${round}` }, found)
  }
})
