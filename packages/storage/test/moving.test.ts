/** A store moved to another: the same facts in the same order, words that go along only when that is asked, and nothing done twice. */
import { Process } from "@groeikring/core"
import { Effect, Layer, Stream } from "effect"
import { describe, expect, it } from "vitest"
import { EventStore, MemoryStore, Rows, Vault } from "../src/index.ts"
import { Moving, verify } from "../src/node.ts"
import { anne, at, Bell, Box, bram, type Building, domain, hang, idea, inBuilding, keeper, rules } from "./ideas.ts"

const servicesOf = ({ rows, store, vault }: Pick<Building, "rows" | "store" | "vault">) =>
  Layer.mergeAll(Layer.succeed(EventStore, store), Layer.succeed(Rows, rows), Layer.succeed(Vault.Vault, vault))
const exported = (from: Building, words: "Sealed" | "Opened" = "Sealed") =>
  Effect.map(Stream.runCollect(Moving.exported(domain, { words })).pipe(Effect.provide(servicesOf(from))), (lines) => [...lines])
const imported = (to: Building, lines: ReadonlyArray<string>) =>
  Moving.imported(domain, Stream.fromIterable(lines)).pipe(Effect.provide(servicesOf(to)))
const verified = (of: Building) => Effect.provide(verify(domain), servicesOf(of))
/** Runs something with a house that has a history, and a second one that is empty. */
const moving = <A>(
  ask: (from: Building, to: Building) => Effect.Effect<A, unknown>,
  processes: ReadonlyArray<Process.Reaction> = rules
) => inBuilding((from) => Effect.promise(() => inBuilding((to) => ask(from, to), processes)), processes)
const history = Effect.fnUntraced(function* ({ school }: Building, boxes = 3) {
  for (let n = 0; n < boxes; n++) {
    yield* school.send("Box", `b${n}`, hang, keeper)
    yield* school.send("Box", `b${n}`, idea, anne)
  }
})
/** Everything a fact says, but where it stands and how its words are sealed. */
const toldBy = ({ store }: Building) =>
  Effect.map(store.readAll("", 10_000), (facts) => facts.map(({ boxes: _, position: __, ...told }) => told))

describe("a store that is moved", () => {
  it("is the same: fact for fact in their order, found by the same links, and with the same answer to a retry", () =>
    moving(
      Effect.fnUntraced(function* (from, to) {
        yield* history(from)
        const sent = { ...bram, command: "leave once" }
        yield* from.school.send("Box", "b0", { _tag: "Leave" }, sent)
        const moved = yield* imported(to, yield* exported(from))
        const { digest, facts } = yield* verified(from)
        expect(moved).toEqual({ facts: 10, before: 0, otherVersion: [], forgotten: 0, digest })
        expect(yield* verified(to)).toEqual({ facts, streams: 6, digest, problems: [] })
        expect(yield* toldBy(to)).toEqual(yield* toldBy(from))
        const mine = (of: Building) => of.store.find("Box", { field: "members", value: "p-bram" })
        expect(yield* mine(to)).toEqual(["b1", "b2"])
        expect(yield* mine(to)).toEqual(yield* mine(from))
        expect((yield* to.school.send("Box", "b0", { _tag: "Leave" }, sent)).repeated).toBe(true)
      })
    ))

  it("keeps its words sealed: without the keys they are read by nobody, and lie in no line", () =>
    moving(
      Effect.fnUntraced(function* (from, to) {
        yield* history(from)
        const lines = yield* exported(from)
        expect(lines.join("\n")).not.toContain(idea.idea)
        yield* imported(to, lines)
        const ideas = (of: Building) =>
          Effect.map(of.school.history("Box", "b0", anne), (told) => told.map(({ event }) => event["idea"]))
        expect(yield* ideas(from)).toEqual([undefined, idea.idea])
        expect(yield* ideas(to)).toEqual([undefined, undefined])
        // With the keys, they are what they were.
        const withKeys = yield* to.other({ vault: from.vault })
        expect((yield* withKeys.history("Box", "b0", anne)).map(({ event }) => event["idea"])).toEqual([undefined, idea.idea])
      })
    ))

  it("takes them along opened when that is asked, seals them anew, and leaves what was forgotten forgotten", () =>
    moving(
      Effect.fnUntraced(function* (from, to) {
        yield* history(from)
        yield* from.vault.forget({ stream: { machine: "Box", id: "b1" } })
        yield* to.vault.forget({ stream: { machine: "Box", id: "b2" } })
        const lines = yield* exported(from, "Opened")
        expect(lines.join("\n")).toContain(idea.idea)
        expect(yield* imported(to, lines)).toMatchObject({ facts: 9, forgotten: 1 })
        const ideas = Effect.fnUntraced(function* (id: string) {
          return (yield* to.school.history("Box", id, anne)).map(({ event }) => event["idea"])
        })
        expect(yield* ideas("b0")).toEqual([undefined, idea.idea])
        expect(yield* ideas("b1")).toEqual([undefined, undefined])
        expect(yield* ideas("b2")).toEqual([undefined, undefined])
        const [, dropped] = yield* to.store.read({ machine: "Box", id: "b0" })
        expect(JSON.stringify(dropped)).not.toContain(idea.idea)
      })
    ))

  it("asks for nothing again that was done or refused where it came from, and still does what was waiting", () => {
    const emptied = Process.on(
      "a box is emptied after a week",
      Box,
      "BoxHung",
      [Process.sends(Box, "Empty")],
      (_, { at, id }) => [Process.command(Box, id, { _tag: "Empty" }, { notBefore: at + 7 * 1440 })]
    )
    const refusedThen = Process.on(
      "an idea is no reason to ring twice",
      Box,
      "IdeaDropped",
      [Process.sends(Bell, "Ring")],
      () => [Process.command(Bell, "b2's own bell", { _tag: "Ring" }, { as: "p-else" })]
    )
    return moving(
      Effect.fnUntraced(function* (from, to) {
        yield* from.school.send("Bell", "b2's own bell", { _tag: "Ring" }, { actor: "p-ringer", at })
        yield* history(from, 1)
        yield* from.school.tend(at)
        const before = (yield* toldBy(from)).length
        yield* imported(to, yield* exported(from))
        expect(yield* to.school.tend(at + 1440)).toEqual([])
        expect(yield* toldBy(to)).toHaveLength(before)
        expect(yield* to.school.tend(at + 7 * 1440)).toMatchObject([{ id: "b0", events: ["BoxEmptied"] }])
        expect(yield* to.school.suggestions({ ...anne, at: at + 8 * 1440 })).toEqual([])
      }),
      [...rules, emptied, refusedThen]
    )
  })
})

describe("an import", () => {
  it("that was interrupted goes on where it stopped", () =>
    moving(
      Effect.fnUntraced(function* (from, to) {
        yield* history(from, 300)
        const lines = yield* exported(from)
        const half = yield* Effect.flip(imported(to, lines.slice(0, 700)))
        expect(half.message).toMatchInlineSnapshot(
          `"Line 701 is missing: this is not the end. Get a whole file and import it again: it goes on where this ended."`
        )
        expect(yield* toldBy(to)).toHaveLength(500)
        expect(yield* imported(to, lines)).toMatchObject({ facts: 900, before: 500 })
        expect(yield* imported(to, lines)).toMatchObject({ facts: 900, before: 900 })
        expect(yield* toldBy(to)).toEqual(yield* toldBy(from))
      })
    ))

  it("of a damaged file says which line, and writes nothing that its checksum does not vouch for", () =>
    moving(
      Effect.fnUntraced(function* (from, to) {
        yield* history(from, 300)
        const lines = yield* exported(from)
        const changed = (line: number, change: (text: string) => string) =>
          lines.map((text, n) => (n === line ? change(text) : text))
        const problemOf = Effect.fnUntraced(function* (lines: ReadonlyArray<string>) {
          const { message } = yield* Effect.flip(imported(to, lines))
          return [message.split(". ")[0], (yield* toldBy(to)).length]
        })
        expect(yield* problemOf(changed(10, (text) => text.replace("p-keeper", "p-kieper")))).toEqual([
          "Line 502 does not fit what came before it",
          0
        ])
        expect(yield* problemOf(changed(600, (text) => text.slice(1)))).toEqual(["Line 601 cannot be read", 500])
        expect(yield* problemOf(lines.slice(1))).toEqual(["Line 1 should say what this is", 500])
        expect(yield* problemOf([])).toEqual(["Line 1 is missing: this is not the end", 500])
        expect(yield* problemOf([...lines, lines[1]!])).toEqual([`Line ${lines.length + 1} comes after the end`, 900])
        expect(yield* problemOf([lines[0]!.replace('"format":1', '"format":2')])).toEqual([
          "Line 1 is of format 2, and this is format 1",
          900
        ])
      })
    ))

  it("into a store that holds other facts is refused, and changes nothing", () =>
    moving(
      Effect.fnUntraced(function* (from, to) {
        yield* history(from)
        yield* to.school.send("Box", "own", hang, keeper)
        const before = yield* toldBy(to)
        expect(yield* Effect.flip(imported(to, yield* exported(from)))).toEqual(new Moving.OtherFacts({ tenant: "school" }))
        expect(yield* toldBy(to)).toEqual(before)
      })
    ))

  it("says which machines were of another version where the facts were written", () =>
    moving(
      Effect.fnUntraced(function* (from, to) {
        yield* history(from, 1)
        const lines = yield* exported(from)
        const [first, ...rest] = lines
        const older = JSON.parse(first!) as { machines: Record<string, string> }
        older.machines["Bell"] = "older"
        const resummed = [JSON.stringify(older), ...rest]
        // The checksum is over the first line too.
        const { createHash } = yield* Effect.promise(() => import("node:crypto"))
        const hash = createHash("sha256")
        const last = JSON.parse(resummed.pop()!) as object
        for (const line of resummed) hash.update(`${line}\n`)
        const moved = yield* imported(to, [...resummed, JSON.stringify({ ...last, sha256: hash.digest("hex") })])
        expect(moved.otherVersion).toEqual(["Bell"])
      })
    ))
})

describe("a store that is verified", () => {
  it("is told by the fact that does not follow, or cannot be read; and is not exported", () =>
    inBuilding(
      Effect.fnUntraced(function* (building) {
        yield* history(building, 1)
        const stream = { machine: "Box", id: "b0" }
        const about = { at, correlation: "x", links: {}, stream }
        const [hung] = yield* building.store.read(stream)
        yield* building.store.append({
          ...about,
          expected: 2,
          command: "x",
          facts: [{ type: "BoxHung", data: hung!.data, boxes: {} }]
        })
        yield* building.store.append({
          ...about,
          expected: 3,
          command: "y",
          facts: [{ type: "Strange", data: { n: 1 }, boxes: {} }]
        })
        const { problems } = yield* verified(building)
        expect(problems).toEqual([
          {
            stream: "Box/b0",
            version: 3,
            problem: "BoxHung cannot happen: this Box is Hanging. The history is damaged or from another version; restore a copy."
          },
          { stream: "Box/b0", version: 4, problem: "Strange cannot be read: it is damaged, or of a newer version" }
        ])
        expect(yield* Effect.flip(exported(building))).toBeInstanceOf(Moving.StoreDamaged)
      })
    ))

  it("has a digest that does not hang on how a store orders the fields of JSON", () =>
    Effect.runPromise(
      Effect.gen(function* () {
        const digestOf = (data: { readonly [field: string]: number }) =>
          Effect.gen(function* () {
            const write = { stream: { machine: "X", id: "x" }, expected: 0, at, command: "c", correlation: "c", links: {} }
            yield* (yield* EventStore).append({ ...write, facts: [{ type: "T", data, boxes: {} }] })
            return (yield* verify(domain)).digest
          }).pipe(Effect.provide(Layer.fresh(MemoryStore.layer)))
        expect(yield* digestOf({ a: 1, b: 2 })).toBe(yield* digestOf({ b: 2, a: 1 }))
        expect(yield* digestOf({ a: 1, b: 2 })).not.toBe(yield* digestOf({ a: 2, b: 1 }))
      })
    ))
})
