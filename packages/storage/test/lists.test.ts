/** A list is found by who things are for, and it is what somebody who tries every thing would find. */
import { Domain, processes } from "@groeikring/core"
import { pack } from "@groeikring/pack-nl"
import { Effect, Layer, Result } from "effect"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"
import { EventStore, MemoryStore, School, Vault } from "../src/index.ts"

interface Line {
  readonly machine?: string
  readonly id: string
  readonly as: string
  readonly at: string
  readonly do: string
  readonly expect?: string
}
const lines = ["school", "story-1", "story-2", "story-3"].flatMap((name) =>
  readFileSync(join(import.meta.dirname, `../../../apps/demo/stories/${name}.jsonl`), "utf8")
    .split("\n")
    .filter((line) => line.includes('"machine"'))
    .map((line) => JSON.parse(line) as Line)
)
const minutes = (at: string) => Math.floor(Date.parse(at) / 60_000)

it("a list holds what somebody may see and nothing else, for every machine and everybody in a school year", () =>
  Effect.runPromise(
    Effect.gen(function* () {
      const [school, store] = [yield* School, yield* EventStore]
      for (const { as, at, do: _tag, expect: _, id, machine, ...payload } of lines)
        yield* Effect.result(school.send(machine!, id, { ...payload, _tag }, { actor: as, at: minutes(at) }))
      const at = Math.max(...lines.map((line) => minutes(line.at)))
      let [seen, unseen] = [0, 0]
      for (const actor of new Set([...lines.map(({ as }) => as), "p-stranger"])) {
        for (const machine of Object.keys(Domain.domain)) {
          const all = yield* store.find(machine)
          const shown = yield* Effect.filter(all, (id) =>
            Effect.map(Effect.result(school.show(machine, id, { actor, at })), Result.isSuccess)
          )
          expect([actor, machine, (yield* school.list(machine, { actor, at })).toSorted()]).toEqual([
            actor,
            machine,
            shown.toSorted()
          ])
          seen += shown.length
          unseen += all.length - shown.length
        }
      }
      expect(Math.min(seen, unseen)).toBeGreaterThan(50)
    }).pipe(
      Effect.provide(
        School.layer({ domain: Domain.domain, packs: pack, processes }).pipe(
          Layer.provideMerge(Layer.merge(Layer.fresh(MemoryStore.layer), Vault.layerMemory))
        )
      )
    )
  ))
