/** Four processes write at once and are killed in the middle, again and again. KILL_RUNS says how often. */
import { catchUp, EventStore, rebuild, Rows } from "@groeikring/storage"
import { Effect } from "effect"
import { spawn } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { expect, it } from "vitest"
import { SqliteBackup, SqliteStore } from "../src/index.ts"
import { freshFile } from "./folder.ts"
import { totals } from "./tally.ts"

const runs = Number(process.env["KILL_RUNS"] ?? 5)
const writers = 4
/** So many at once in each, so that some of them take one turn at the disk together. */
const lanes = 3

/** Starts a writer, kills it a moment after its first answer, and tells which commands it had the answer of. */
const killed = async (file: string, name: string, after: number) => {
  const counter = join(import.meta.dirname, "counter.ts")
  const child = spawn(process.execPath, ["--conditions=@groeikring/source", counter, file, name, String(lanes)])
  let [said, complaints] = ["", ""]
  child.stdout.on("data", (text: Buffer) => {
    if (said === "") setTimeout(() => child.kill("SIGKILL"), after)
    said += text.toString()
  })
  child.stderr.on("data", (text: Buffer) => (complaints += text.toString()))
  await once(child, "close")
  expect(complaints).toBe("")
  // A line that was cut off was not an answer.
  return said.split("\n").slice(0, -1)
}

it(
  `${runs} times four writers are killed: every answer is kept once, no stream has a hole, and rows equal a rebuild`,
  async () => {
    const file = freshFile()
    const answered: Array<string> = []
    for (let run = 0; run < runs; run++) {
      const names = Array.from({ length: writers }, (_, n) => `w${n} r${run}`)
      const said = await Promise.all(names.map((name) => killed(file, name, 20 + ((run * 37) % 120))))
      answered.push(...said.flat())
    }
    expect(answered.length).toBeGreaterThan(runs * writers)
    expect(await Effect.runPromise(SqliteBackup.check(file))).toEqual([])
    await Effect.runPromise(
      Effect.gen(function* () {
        const [store, rows] = [yield* EventStore, yield* Rows]
        const facts = yield* store.readAll("", 1_000_000)
        const commands = facts.map(({ command }) => command)
        expect(new Set(commands).size).toBe(commands.length)
        const kept = new Set(commands)
        expect(answered.filter((command) => !kept.has(command))).toEqual([])
        // A write that was cut off between the disk and the answer may be there: at most one for each lane that was killed.
        expect(commands.length - answered.length).toBeLessThanOrEqual(runs * writers * lanes)
        const versions: Record<string, number> = {}
        for (const { stream, version } of facts) expect(version).toBe((versions[stream.id] = (versions[stream.id] ?? 0) + 1))
        yield* catchUp(totals, store, rows)
        const caughtUp = yield* rows.find(totals.name)
        expect(Object.fromEntries(caughtUp.map(({ key, value }) => [key, (value as { total: number }).total]))).toEqual(versions)
        expect(yield* rebuild(totals, store, rows)).toBe(facts.length)
        expect(yield* rows.find(totals.name)).toEqual(caughtUp)
      }).pipe(Effect.provide(SqliteStore.facts(file)))
    )
  },
  60_000 + runs * 10_000
)
