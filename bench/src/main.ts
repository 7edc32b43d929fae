// Prints what this machine makes of the goals: ratios against peers and limits, each within one run.
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { overHttp } from "./http.ts"
import { large, writers } from "./large.ts"
import { goal, line, rate, table } from "./report.ts"
import { race, ratio } from "./rounds.ts"
import { sealing } from "./sealing.ts"
import { onServer } from "./server.ts"
import { coldStart } from "./start.ts"
import { appending, replaying } from "./stores.ts"
import { lastKept, transitions } from "./transitions.ts"
import { year } from "./year.ts"

const rounds = Number(process.env["ROUNDS"] ?? 9)
const folder = mkdtempSync(join(tmpdir(), "groeikring-bench-"))

try {
  const decided = await race(transitions(), { rounds, slice: 0.2, warmUp: 0.5 })
  if (lastKept() === undefined) throw new Error("nothing was decided")
  table("Decide and evolve: six commands, one of them not possible", "a second", decided)
  const kernel = "the kernel: decide, then evolve"
  goal("time of the kernel beside a switch with events", ratio(decided, "a switch with events", kernel), 2, false)
  goal(
    "time of the kernel beside a switch that keeps the same promises",
    ratio(decided, "a switch that also says who may and what is possible", kernel),
    2,
    false
  )
  goal("times as fast as XState 5 actor.send", ratio(decided, kernel, "XState 5 actor.send"), 100, true)
  goal("times as fast as an Emmett decider that throws", ratio(decided, kernel, "an Emmett decider"), 1, true)

  year()

  const appended = await race(await appending(folder), { rounds, slice: 0.15, warmUp: 0.3 })
  table("Durable appends, one fact to a new stream", "a second", appended)
  goal("of a bare fdatasync", ratio(appended, "Groeikring on SQLite", "a line and fdatasync"), 0.55, true)
  goal("of node:sqlite by hand", ratio(appended, "Groeikring on SQLite", "node:sqlite by hand"), 0.9, true)
  const emmett = appended.some(({ name }) => name === "Emmett on SQLite")
  if (emmett) goal("times Emmett on SQLite", ratio(appended, "Groeikring on SQLite", "Emmett on SQLite"), 2, true)

  const batched = await race(await appending(mkdtempSync(join(folder, "batches-")), 10), { rounds, slice: 0.15, warmUp: 0.3 })
  table("Durable appends, ten facts to a new stream", "a second", batched)
  goal("of a bare fdatasync", ratio(batched, "Groeikring on SQLite", "a line and fdatasync"), 0.45, true)
  if (emmett) goal("times Emmett on SQLite", ratio(batched, "Groeikring on SQLite", "Emmett on SQLite"), 1, true)

  const replayed = await race(await replaying(mkdtempSync(join(folder, "replay-"))), { rounds, slice: 0.15, warmUp: 0.3 })
  table("Reading and folding streams of fifty facts", "streams a second", replayed)
  goal("of reading the same rows as NDJSON", ratio(replayed, "Groeikring on SQLite", "the same rows as NDJSON"), 0.7, true)
  goal(
    "and with each fact decoded",
    ratio(replayed, "Groeikring on SQLite, each fact decoded", "the same rows as NDJSON"),
    0.7,
    true
  )
  if (emmett) goal("times Emmett on SQLite", ratio(replayed, "Groeikring on SQLite", "Emmett on SQLite"), 2, true)
  else line("  not measured: Emmett on SQLite. Its driver takes a compiler: pnpm --filter @groeikring/bench run compile")

  const { openers, sealers } = await sealing(folder)
  const sealed = await race(sealers, { rounds, slice: 0.15, warmUp: 0.3 })
  const opened = await race(openers, { rounds, slice: 0.15, warmUp: 0.3 })
  table("Sealing the words of one person in one fact", "a second", sealed)
  goal("times node:crypto by hand", ratio(sealed, "node:crypto by hand", "the vault"), 1.5, false)
  table("Opening them", "a second", opened)
  goal("times node:crypto by hand", ratio(opened, "node:crypto by hand", "the vault"), 1.5, false)

  line("\nProcesses that write to one file at once")
  for (const count of [1, 4, 16]) {
    const { written, wrong } = await writers(join(folder, `writers-${count}.db`), count)
    line(`  ${rate(written).padStart(14)} a second  ${count} together, told that it is busy ${wrong} times`)
  }

  const facts = Number(process.env["FACTS"] ?? 1_000_000)
  const years = await large(mkdtempSync(join(folder, "large-")), facts)
  line(`\nA store of ${rate(years.facts)} facts`)
  line(`  ${rate(years.perFact).padStart(14)} bytes a fact on the disk`)
  line(`  ${rate(years.filled).padStart(14)} facts a second written, 600 at once`)
  line(`  ${rate(years.made).padStart(14)} facts a second folded into a projection, made again from nothing`)
  line(
    `  ${rate(years.followed).padStart(14)} facts a second followed; memory grew ${rate(years.grown)} MiB, to ${rate(years.peak)}`
  )
  line(`  ${rate(years.opened).padStart(14)} µs to read one stream of thirty facts`)

  await onServer(rounds)
  await overHttp(Math.ceil(rounds / 2))

  line("\nThe command from cold: groeikring pap show")
  const start = coldStart(folder, rounds)
  if (start === undefined) line("  not measured: build it first (pnpm build)")
  else {
    line(`  ${start.nothing.toFixed(0)} ms of processor for node -e 0, ${start.show.toFixed(0)} ms for groeikring`)
    goal("times the processor of node -e 0", start.ratio, 3.5, false)
    goal("MiB of memory", start.rss, 70, false)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exit()
