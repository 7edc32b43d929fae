/**
 * A school year that was lived, with the real process rules, read back by everybody in it: every machine, every thing,
 * every way of reading. What is looked for is the words themselves, so no rule is asked whether a rule is right.
 */
import { Domain, Machine, Private, processes, type Refusal } from "@groeikring/core"
import { pack } from "@groeikring/pack-nl"
import { Effect, Layer, Result, Stream } from "effect"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, describe, expect, it } from "vitest"
import { type Counter, EventStore, MemoryStore, School, Vault } from "../src/index.ts"

interface Line {
  readonly machine?: string
  readonly id: string
  readonly as: string
  readonly at: string
  readonly do: string
  readonly expect?: string
  readonly tend?: string
}
const stories = ["school", "story-1", "story-2"].flatMap((name) =>
  readFileSync(join(import.meta.dirname, `../../../apps/demo/stories/${name}.jsonl`), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Line)
)
const minutes = (at: string) => Math.floor(Date.parse(at) / 60_000)
const domain: Domain.Domain = Domain.domain

/** Something somebody wrote. */
interface Written {
  readonly class: Private.Class
  readonly by: string
  /** Whose key they are sealed with: words that are said to somebody are theirs from then on. */
  readonly whose: ReadonlyArray<string>
  readonly text: string
}
/** What one person can find out, by every way of reading, in one text. */
type Found = ReadonlyMap<string, string>

const everything = Effect.fnUntraced(function* (school: Counter, store: EventStore["Service"], viewer: Machine.Asked) {
  const read: Array<unknown> = []
  const keep = <A>(asked: Effect.Effect<A, Refusal.Refusal>) =>
    Effect.map(Effect.result(asked), (answer) => {
      read.push(Result.isSuccess(answer) ? answer.success : answer.failure)
      return Result.isSuccess(answer) ? answer.success : undefined
    })
  let facts = 0
  for (const machine of Object.keys(domain)) {
    yield* keep(school.list(machine, viewer))
    for (const id of yield* store.find(machine)) {
      yield* keep(school.show(machine, id, viewer))
      facts += (yield* keep(school.history(machine, id, viewer)))?.length ?? 0
      yield* keep(school.possible(machine, id, viewer))
    }
  }
  yield* keep(school.suggestions(viewer))
  // It does not end by itself, and what it tells is as much as all histories together.
  yield* keep(Stream.runCollect(Stream.take(school.follow(viewer, ""), facts)))
  return JSON.stringify(read)
})

let written: ReadonlyArray<Written> = []
let found: Found = new Map()
const [leader, stranger] = ["p-hilde", "p-stranger"]
const group = ["p-anneke", "p-bram", "p-carla", "p-dirk", "p-esra", "p-femke"]
let outside: ReadonlyArray<string> = []

beforeAll(async () => {
  const wrote: Array<Written> = []
  const read = new Map<string, string>()
  await Effect.runPromise(
    Effect.gen(function* () {
      const school = yield* School
      const store = yield* EventStore
      let now = 0
      for (const line of stories) {
        if (line.tend !== undefined) yield* school.tend(minutes(line.tend))
        if (line.machine === undefined) continue
        const { as, at, do: _tag, expect: refused, id, machine, ...payload } = line
        const input = { ...payload, _tag }
        now = Math.max(now, minutes(at))
        const sent = yield* Effect.result(school.send(machine, id, input, { actor: as, at: minutes(at) }))
        const refusal = Result.isFailure(sent) ? sent.failure._tag : undefined
        if (refusal !== refused) return yield* Effect.die(`${machine}/${id} ${_tag}: ${refusal}, not ${refused}`)
        if (Result.isFailure(sent)) continue
        const facts = yield* store.read({ machine, id })
        const whose = facts.filter(({ command }) => command === facts.at(-1)!.command).flatMap(({ boxes }) => Object.keys(boxes))
        Private.mapWords(Result.getOrThrow(Machine.commandFrom(domain[machine]!.machine, input)), (words) => {
          const text = Private.Words.inside(words)
          if (typeof text === "string" && text.length > 8) wrote.push({ class: words.class, by: as, whose, text })
          return words
        })
      }
      const people = new Set([...stories.flatMap(({ as }) => (as === undefined ? [] : [as])), stranger])
      for (const actor of people) read.set(actor, yield* everything(school, store, { actor, at: now }))
    }).pipe(
      Effect.provide(
        School.layer({ domain, packs: pack, processes }).pipe(
          Layer.provideMerge(Layer.merge(Layer.fresh(MemoryStore.layer), Vault.layerMemory))
        )
      ),
      Effect.orDie
    )
  )
  written = wrote
  found = read
  outside = [...read.keys()].filter((person) => !group.includes(person))
}, 120_000)

const finds = (person: string, { text }: Written) => found.get(person)!.includes(JSON.stringify(text).slice(1, -1))

describe("a school year, read by everybody in it", () => {
  it("holds words of the group and of persons, and their own people find them", () => {
    for (const klass of ["P0", "P1"]) {
      const words = written.filter((one) => one.class === klass)
      expect(words.length).toBeGreaterThan(3)
      expect(words.filter((one) => finds(one.by, one)).length).toBeGreaterThan(0)
    }
    expect(outside).toEqual(expect.arrayContaining([leader, stranger]))
  })

  it("[C1] gives whoever looks from outside the group no word of a person or of a group: not in a list, a history or a refusal", () => {
    expect(
      written
        .filter((one) => one.class === "P0" || one.class === "P1")
        .flatMap((one) => outside.filter((person) => person !== one.by && finds(person, one)).map((person) => [person, one.text]))
    ).toEqual([])
  })

  it("gives private words to nobody but the one whose they are", () => {
    expect(
      written
        .filter((one) => one.class === "P0")
        .flatMap((one) =>
          [...found.keys()]
            .filter((person) => !one.whose.includes(person) && finds(person, one))
            .map((person) => [person, one.text])
        )
    ).toEqual([])
  })

  it("tells a leader of no session who was there, who was not, and what they did not do", () => {
    expect(found.get(leader)).not.toMatch(/"(caseGiver|attendees|absent|NotTried|SessionHeld|PapReported|PapsBrought)"/)
    expect(found.get(group[5]!)).toMatch(/"attendees"/)
  })

  it("shows a stranger nothing at all", () => {
    expect(found.get(stranger)).not.toMatch(/"state":|"event":/)
  })
})
