/** The agenda of the process rules: who asks, and every tick of the clock, reads only what concerns them. */
import { Process } from "@groeikring/core"
import { Effect, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { type EventStore, Projection } from "../src/index.ts"
import { anne, at, Bell, Box, hang, idea, inBuilding, keeper, rules } from "./ideas.ts"

const day = 1440
const emptied = (days: number) =>
  Process.on("a box is emptied in the end", Box, "BoxHung", [Process.sends(Box, "Empty")], (_, { at, id }) => [
    Process.command(Box, id, { _tag: "Empty" }, { notBefore: at + days * day })
  ])

const boxes = Projection.make(
  "boxes of a keeper",
  { row: Schema.Struct({ keeper: Schema.String }), foundBy: ["keeper"], of: (id) => ({ machine: "Box", id }) },
  (fold) => [fold(Box, { BoxHung: ({ keeper }, { id }) => ({ [id]: () => ({ keeper }) }) })]
)

/** The same store, and how many facts were read from it. */
const counting = (store: EventStore["Service"]) => {
  const count = { facts: 0 }
  const counted = <A extends ReadonlyArray<unknown>>(effect: Effect.Effect<A>) =>
    Effect.tap(effect, ({ length }) => Effect.sync(() => (count.facts += length)))
  const during = <A, E>(ask: Effect.Effect<A, E>) =>
    Effect.suspend(() => {
      count.facts = 0
      return Effect.map(ask, (answer) => ({ answer, facts: count.facts }))
    })
  const read: EventStore["Service"]["read"] = (stream, version) => counted(store.read(stream, version))
  const readAll: EventStore["Service"]["readAll"] = (after, limit) => counted(store.readAll(after, limit))
  return { during, store: { ...store, read, readAll } }
}

describe("a store with much in it", () => {
  it("is not read as a whole by who asks for their suggestions, nor by a tick of the clock", () =>
    inBuilding(
      Effect.fnUntraced(function* ({ other, school, store }) {
        for (let n = 0; n < 100; n++) {
          yield* school.send("Box", `b${n}`, hang, { ...keeper, actor: "p-else" })
          yield* school.send("Box", `b${n}`, { _tag: "Leave" }, anne)
        }
        yield* school.send("Box", "mine", hang, keeper)
        yield* school.tend(at)
        const { during, store: counted } = counting(store)
        const fresh = yield* other({ store: counted })
        // Hung for a week, and a thousand days more: nothing is due.
        expect(yield* during(fresh.tend(at + 6 * day))).toEqual({ answer: [], facts: 0 })
        yield* school.send("Box", "b7", idea, { ...anne, at: at + 6 * day, actor: "p-bram" })
        const tick = yield* during(fresh.tend(at + 6 * day))
        expect(tick.answer).toEqual([])
        expect(tick.facts).toBeLessThan(10)
        const nothing = yield* during(fresh.suggestions({ actor: "p-nobody", at }))
        expect(nothing).toEqual({ answer: [], facts: 0 })
      }),
      [...rules, emptied(1_000)]
    ))

  it("is not asked again by a tick for what its own process sent; what another one sent is looked up", () =>
    inBuilding(
      Effect.fnUntraced(function* ({ other, store }) {
        let asked = 0
        const counted: EventStore["Service"] = {
          ...store,
          writtenBy: (stream, command) => Effect.suspend(() => (asked++, store.writtenBy(stream, command)))
        }
        const [own, fresh] = [yield* other({ store: counted }), yield* other({ store: counted })]
        const ideas = Effect.fnUntraced(function* () {
          for (let n = 0; n < 5; n++) yield* own.send("Box", "b", idea, anne)
          asked = 0
        })
        yield* own.send("Box", "b", hang, keeper)
        yield* ideas()
        expect([yield* own.tend(at), asked]).toEqual([[], 0])
        yield* ideas()
        expect([yield* fresh.tend(at), asked]).toEqual([[], 5])
        expect(yield* store.read({ machine: "Bell", id: "bell of b" })).toHaveLength(10)
      })
    ))

  it("answers who asks, and ticks, also while others never stop writing", () =>
    inBuilding(
      Effect.fnUntraced(function* ({ other, school, store }) {
        yield* school.send("Box", "mine", hang, keeper)
        let written = 0
        let box = 0
        // After every look somebody has written again, ten times at most: who runs after them all sees all of that.
        const busy: EventStore["Service"] = {
          ...store,
          readAll: (after, limit) =>
            Effect.tap(store.readAll(after, limit), () =>
              ++written > 10 ? Effect.void : Effect.orDie(school.send("Box", `b${++box}`, hang, { ...keeper, actor: "p-else" }))
            )
        }
        for (const ask of [
          (fresh: typeof school) => fresh.suggestions({ actor: "p-nobody", at }),
          (fresh: typeof school) => fresh.tend(at),
          (fresh: typeof school) => fresh.query(boxes, keeper)
        ]) {
          const fresh = yield* other({ store: busy })
          written = 0
          yield* ask(fresh)
          expect(written).toBe(1)
        }
      }),
      [...rules, emptied(1_000)]
    ))

  it("is not read as a whole by who asks for a list of what is theirs", () =>
    inBuilding(
      Effect.fnUntraced(function* ({ other, school, store }) {
        for (let n = 0; n < 100; n++) yield* school.send("Portfolio", `f${n}`, { _tag: "Open" }, { actor: `p-${n}`, at })
        const { during, store: counted } = counting(store)
        const fresh = yield* other({ store: counted })
        expect(yield* during(fresh.list("Portfolio", { actor: "p-7", at }))).toEqual({ answer: ["f7"], facts: 1 })
        expect(yield* during(fresh.list("Portfolio", { actor: "p-nobody", at }))).toEqual({ answer: [], facts: 0 })
      })
    ))

  it("has what waited done in its time, also when nobody looked for years", () =>
    inBuilding(
      Effect.fnUntraced(function* ({ other, school }) {
        yield* school.send("Box", "b", hang, keeper)
        // Who asks what is suggested puts it in the agenda, and nothing is done by that.
        yield* school.suggestions(anne)
        expect(yield* (yield* other()).tend(at + 5_000 * day)).toMatchObject([{ id: "b", events: ["BoxEmptied"] }])
        expect(yield* school.tend(at + 5_001 * day)).toEqual([])
      }),
      [...rules, emptied(1_000)]
    ))
})

describe("when the rules change, the agenda is made again", () => {
  it("with the terms of today for what still waits", () =>
    inBuilding(
      Effect.fnUntraced(function* ({ other, school }) {
        yield* school.send("Box", "b", hang, keeper)
        yield* school.tend(at)
        const shorter = yield* other({ processes: [...rules, { ...emptied(7), rule: "a box is emptied after a week" }] })
        expect(yield* shorter.tend(at + 6 * day)).toEqual([])
        expect(yield* shorter.tend(at + 7 * day)).toMatchObject([{ id: "b", events: ["BoxEmptied"] }])
        expect(yield* shorter.suggestions(anne)).toEqual([])
      }),
      [...rules, emptied(1_000)]
    ))

  it("also when nobody tended it yet: a suggestion of a rule that is new is found", () =>
    inBuilding(
      Effect.fnUntraced(function* ({ other, school }) {
        yield* school.send("Box", "b", hang, keeper)
        expect(yield* school.suggestions({ ...anne, actor: "p-bram" })).toEqual([])
        const more = Process.on("a box is shown to all", Box, "BoxHung", [Process.tells("TryYourPlan")], ({ members }) =>
          members.map((person) => Process.card(person, "TryYourPlan"))
        )
        const changed = yield* other({ processes: [...rules, more] })
        expect(yield* changed.suggestions({ ...anne, actor: "p-bram" })).toMatchObject([{ card: "TryYourPlan" }])
      })
    ))

  it("and what was done, or was refused in its time, is not sent again", () =>
    inBuilding(
      Effect.fnUntraced(function* ({ other, school, store }) {
        yield* school.send("Box", "b", hang, keeper)
        yield* school.send("Box", "b", idea, anne)
        yield* school.tend(at)
        const more = Process.on("an idea rings another bell", Box, "IdeaDropped", [Process.sends(Bell, "Ring")], () => [
          Process.command(Bell, "another", { _tag: "Ring" })
        ])
        const changed = yield* other({ processes: [...rules, more] })
        expect(yield* changed.tend(at + day)).toEqual([])
        expect(yield* store.find("Bell")).toEqual(["bell of b"])
        expect((yield* changed.send("Box", "b", idea, { ...anne, at: at + day })).reactions).toHaveLength(2)
      })
    ))

  it("and what a crash left undone is still done", () =>
    inBuilding(
      Effect.fnUntraced(function* ({ other, school }) {
        yield* school.tend(at)
        const crashed = yield* other({ processes: [] })
        yield* crashed.send("Box", "b", hang, keeper)
        yield* crashed.send("Box", "b", idea, anne)
        // It is in the agenda, and not done.
        yield* school.suggestions(anne)
        const changed = yield* other({ processes: [...rules, emptied(1_000)] })
        expect(yield* changed.tend(at)).toMatchObject([{ machine: "Bell", events: ["BellRang"] }])
      })
    ))
})
