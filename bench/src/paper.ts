/** Makes documents in a process of its own, and tells how long it took and how much memory at most. */
import type { Document } from "@groeikring/reporting"
import { houseOf, type Kind, reports } from "@groeikring/reporting"
import { PdfWriter } from "@groeikring/reporting/pdf"
import { Effect } from "effect"
import { readFileSync } from "node:fs"

const [, , what, people = "1000"] = process.argv

/** Begins after one document; counts, and tells. */
const measured = Effect.fnUntraced(function* (count: number, make: (n: number) => Effect.Effect<ReadonlyArray<Uint8Array>>) {
  yield* make(0)
  const [begun, used] = [performance.now(), process.cpuUsage()]
  let [files, bytes] = [0, 0]
  for (let n = 0; n < count; n++) {
    for (const { length } of yield* make(n)) {
      files++
      bytes += length
    }
  }
  const { system, user } = process.cpuUsage(used)
  const seconds = (performance.now() - begun) / 1000
  const processor = (system + user) / 1e6
  console.log(JSON.stringify({ files, bytes, seconds, processor, peak: process.resourceUsage().maxRSS / 1024 }))
})

/** One plan, under a thousand names. */
const plans = Effect.gen(function* () {
  const { write } = yield* PdfWriter
  const plan = JSON.parse(readFileSync(0, "utf8")) as Document.Document
  yield* measured(Number(people), (n) =>
    Effect.map(Effect.orDie(write({ ...plan, subtitle: `Collega ${n} de Vries-Çelik` })), (file) => [file])
  )
})

/** What an owner takes home at the end of the year, as two people of De Zwaluw have it. */
const owned = [
  ["pop", "pop-femke", "p-femke"],
  ["pap", "pap-femke-2", "p-femke"],
  ["competence-profile", "profiel-femke", "p-femke"],
  ["portfolio", "map-bram", "p-bram"],
  ["competence-file", "map-bram", "p-bram"],
  ["own-data", "p-femke", "p-femke"]
] as const satisfies ReadonlyArray<readonly [Kind, id: string, actor: string]>

/** All that owners keep of a year, read through their own eyes: each under a name of their own, with what Femke or Bram wrote. */
const board = Effect.gen(function* () {
  const { write } = yield* PdfWriter
  // Who only sets plans has no school in memory.
  const { at, inZwaluw, sources } = yield* Effect.promise(() => import("../../packages/reporting/test/zwaluw.ts"))
  yield* Effect.promise(() =>
    inZwaluw((school) =>
      measured(Number(people), (n) =>
        Effect.forEach(owned, ([kind, id, actor]) => {
          const house = houseOf({ school: "obs De Zwaluw", names: { [actor]: `Collega ${n} de Vries-Çelik` } })
          const language = n % 2 === 0 ? "nl" : "en"
          const made = reports[kind].make({ school, viewer: { actor, at }, id, language, house, sources })
          return Effect.orDie(Effect.flatMap(made, write))
        })
      )
    )
  )
})

await Effect.runPromise(Effect.provide(what === "board" ? board : plans, PdfWriter.layer))
