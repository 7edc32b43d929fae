/** A store as it is after years: a million facts, a projection made again from them, and many processes that write at once. */
import { Machine } from "@groeikring/core"
import { EventStore, type NewFact, Projection, rebuild, Rows } from "@groeikring/storage"
import { SqliteStore } from "@groeikring/storage-sqlite"
import { Effect, Schema, Stream } from "effect"
import { spawn } from "node:child_process"
import { once } from "node:events"
import { statSync } from "node:fs"
import { join } from "node:path"
import { fact } from "./stores.ts"

const seconds = async <A>(ask: () => Promise<A>) => {
  const begun = process.hrtime.bigint()
  const answer = await ask()
  return { answer, took: Number(process.hrtime.bigint() - begun) / 1e9 }
}

const Line = Schema.Struct({ key: Schema.String, value: Schema.Int })
const change = { plan: Schema.String, n: Schema.Int, note: Schema.String, lines: Schema.Array(Line) }
const Plan = Machine.make(
  Machine.lifecycle("Plan", {
    states: { Running: { changes: Schema.Int } },
    events: {
      PlanActivated: { from: ["Start", "Running"], to: "Running", payload: change },
      PlanChanged: { from: ["Start", "Running"], to: "Running", payload: change }
    },
    commands: { Change: { by: ["Founder", "System"], emits: ["PlanChanged"], payload: change } }
  }),
  {
    decide: { Change: (_, change) => ({ ...change, _tag: "PlanChanged" }) },
    evolve: {
      PlanActivated: (plan) => ({ changes: plan._tag === "Start" ? 1 : plan.changes + 1 }),
      PlanChanged: (plan) => ({ changes: plan._tag === "Start" ? 1 : plan.changes + 1 })
    }
  }
)
const Changes = Schema.Struct({ changes: Schema.Int })
const more = (id: string) => ({
  [id]: (row: typeof Changes.Type | undefined) => ({ changes: (row?.changes ?? 0) + 1 })
})
const changes = Projection.make("changes", { row: Changes, foundBy: [], of: (id) => ({ machine: "Plan", id }) }, (fold) => [
  fold(Plan, { PlanActivated: (_, { id }) => more(id), PlanChanged: (_, { id }) => more(id) })
])

const length = 30
const together = 20

/** Fills a store, makes a projection from it, follows it from the beginning and opens streams of it. */
export const large = (folder: string, facts: number) => {
  const file = join(folder, "large.db")
  const streams = Math.ceil(facts / length)
  return Effect.runPromise(
    Effect.gen(function* () {
      const [store, rows] = [yield* EventStore, yield* Rows]
      const timed = <A, E>(ask: Effect.Effect<A, E>) => Effect.promise(() => seconds(() => Effect.runPromise(ask)))
      const fill = Effect.gen(function* () {
        for (let n = 0; n < streams; n += together) {
          yield* store.appendAll(
            Array.from({ length: together }, (_, m) => ({
              stream: { machine: "Plan", id: `s${n + m}` },
              expected: 0,
              facts: Array.from({ length }, (_, v): NewFact => {
                const { data, ...about } = fact(v)
                return { ...about, data: { _tag: about.type, ...(data as object) } }
              }) as [NewFact, ...Array<NewFact>],
              at: 1,
              command: `c${n + m}`,
              correlation: `c${n + m}`,
              links: { owner: [`p-${(n + m) % 1_000}`] }
            }))
          )
        }
      })
      const filled = yield* timed(fill)
      const whole = Math.ceil(streams / together) * together * length
      const made = yield* timed(rebuild(changes, store, rows))
      const before = process.memoryUsage.rss()
      let peak = before
      const followed = yield* timed(
        Stream.runForEachArray(Stream.take(store.follow(""), whole), () =>
          Effect.sync(() => (peak = Math.max(peak, process.memoryUsage.rss())))
        )
      )
      const opened = yield* timed(
        Effect.gen(function* () {
          for (let n = 0; n < 1_000; n++) yield* store.read({ machine: "Plan", id: `s${(n * 7919) % streams}` })
        })
      )
      return {
        facts: whole,
        perFact: statSync(file).size / whole,
        filled: whole / filled.took,
        made: whole / made.took,
        followed: whole / followed.took,
        grown: (peak - before) / 2 ** 20,
        peak: peak / 2 ** 20,
        opened: (opened.took / 1_000) * 1e6
      }
    }).pipe(Effect.provide(SqliteStore.facts(file)))
  )
}

/** So many processes append to one file for a while: facts a second of all together, and how often somebody was told that it is busy. */
export const writers = async (folder: string, count: number, time = 2_000) => {
  const file = join(folder, `writers-${count}.db`)
  const children = Array.from({ length: count }, (_, n) =>
    spawn(
      process.execPath,
      ["--conditions=@groeikring/source", join(import.meta.dirname, "writer.ts"), file, `w${n}`, String(time)],
      {
        stdio: ["pipe", "pipe", "inherit"]
      }
    )
  )
  const said = children.map(() => "")
  const closed = children.map((child, n) => {
    child.stdout.on("data", (text: Buffer) => (said[n] += text.toString()))
    return once(child, "close")
  })
  while (said.some((text) => text === "")) await new Promise((resolve) => setTimeout(resolve, 20))
  for (const child of children) child.stdin.end("go\n")
  await Promise.all(closed)
  const answers = said.map((text) => JSON.parse(text.trim().split("\n").at(-1)!) as { written: number; wrong: number })
  const sum = (of: "written" | "wrong") => answers.reduce((all, answer) => all + answer[of], 0)
  return { written: sum("written") / (time / 1_000), wrong: sum("wrong") }
}
