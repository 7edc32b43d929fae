import { Process } from "@groeikring/core"
import { Effect, Layer } from "effect"
import { describe, expect, it } from "vitest"
import { type Suggestion, Vault } from "../src/index.ts"
import { anne, at, Bell, Box, bram, hang, idea, inBuilding, keeper, refusedWith, rules } from "./ideas.ts"

const bell = { machine: "Bell", id: "bell of b" }
const rang = { rule: "an idea rings the bell", machine: "Bell", id: "bell of b", command: "Ring", events: ["BellRang"] }

describe("what a process rule asks for", () => {
  it("happens at once, once, and in the chain of the command that set it off", () =>
    inBuilding(
      Effect.fnUntraced(function* ({ school, store }) {
        yield* school.send("Box", "b", hang, keeper)
        const asked = { ...anne, command: "c1" }
        expect((yield* school.send("Box", "b", idea, asked)).reactions).toEqual([rang])
        expect((yield* school.send("Box", "b", idea, asked)).reactions).toEqual([])
        expect(yield* school.tend(at)).toEqual([])
        const [, dropped] = yield* store.read({ machine: "Box", id: "b" })
        const rung = yield* store.read(bell)
        expect(rung).toHaveLength(1)
        expect(rung[0]).toMatchObject({ actor: "system", causation: dropped!.command, correlation: dropped!.correlation })
      })
    ))

  it("is shown without what only somebody can say themselves, and done when they say it", () => {
    const asksBram = Process.on("a box asks for words", Box, "BoxHung", [Process.suggests(Box, "Drop")], (_, { id }) => [
      Process.invitation(Box, id, "p-bram", { _tag: "Drop" }, { from: "p-anne" })
    ])
    return inBuilding(
      Effect.fnUntraced(function* ({ school }) {
        yield* school.send("Box", "b", hang, keeper)
        const [asked] = yield* school.suggestions(bram)
        expect(asked).toMatchObject({ machine: "Box", id: "b", from: "p-anne", command: { _tag: "Drop" } })
        expect(asked!.command).not.toHaveProperty("idea")
        // Taken as it is, it hears what is missing, and it still waits.
        expect(yield* refusedWith(school.accept(asked!.key, bram))).toBe("InvalidCommand")
        expect(yield* school.suggestions(bram)).toHaveLength(1)
        yield* school.send("Box", "b", idea, { ...bram, command: asked!.key })
        expect(yield* school.suggestions(bram)).toEqual([])
      }),
      [asksBram]
    )
  })

  it("is done by tend where a crash left it undone, however many tend at once", () =>
    inBuilding(
      Effect.fnUntraced(function* ({ other, school, store }) {
        // A process without rules leaves behind what a crash between the write and the rules does.
        const crashed = yield* other({ processes: [] })
        yield* crashed.send("Box", "b", hang, keeper)
        yield* crashed.send("Box", "b", idea, anne)
        expect(yield* store.read(bell)).toEqual([])
        const process = yield* other()
        const done = yield* Effect.all([school.tend(at), process.tend(at)], { concurrency: "unbounded" })
        expect(done.flat()).toEqual([rang])
        expect(yield* school.tend(at)).toEqual([])
        expect(yield* store.read(bell)).toHaveLength(1)
      })
    ))

  it("that was forgotten by a crash is forgotten by tend", () =>
    inBuilding(
      Effect.fnUntraced(function* ({ other, school, store }) {
        yield* school.send("Box", "b", hang, keeper)
        yield* school.send("Box", "b", idea, anne)
        const ideas = () =>
          Effect.map(school.history("Box", "b", anne), (facts) =>
            facts.flatMap(({ event }) => ("idea" in event ? [event["idea"]] : []))
          )
        // The fact is there, and the keys of this building know nothing of it yet.
        const elsewhere = yield* Effect.provide(Effect.service(Vault.Vault), Layer.fresh(Vault.layerMemory))
        yield* (yield* other({ vault: elsewhere })).send("Box", "b", { _tag: "Empty" }, keeper)
        expect(yield* ideas()).toEqual(["minder vergaderen"])
        yield* school.tend(at)
        expect(yield* ideas()).toEqual([])
        expect(yield* store.read({ machine: "Box", id: "b" })).toHaveLength(3)
      })
    ))

  it("that waits for its time keeps its place, whatever was done after it", () => {
    const later = Process.on("a box is emptied after a week", Box, "BoxHung", [Process.sends(Box, "Empty")], (_, { at, id }) => [
      Process.command(Box, id, { _tag: "Empty" }, { notBefore: at + 7 * 1440 })
    ])
    return inBuilding(
      Effect.fnUntraced(function* ({ other, school }) {
        yield* school.send("Box", "b", hang, keeper)
        yield* school.send("Box", "b", idea, anne)
        yield* school.tend(at + 1440)
        yield* school.send("Box", "c", hang, { ...keeper, at: at + 1440 })
        expect(yield* (yield* other()).tend(at + 7 * 1440)).toMatchObject([{ id: "b", events: ["BoxEmptied"] }])
        expect(yield* school.tend(at + 8 * 1440)).toMatchObject([{ id: "c", events: ["BoxEmptied"] }])
        expect(yield* school.tend(at + 9 * 1440)).toEqual([])
      }),
      [...rules, later]
    )
  })

  it("is asked with the thing as it was right after the fact, also where tend goes on in the middle", () => {
    const counting = Process.on(
      "an idea rings the bell of its number",
      Box,
      "IdeaDropped",
      [Process.sends(Bell, "Ring")],
      (_, { state }) => [Process.command(Bell, `bell ${state.ideas}`, { _tag: "Ring" })]
    )
    return inBuilding(
      Effect.fnUntraced(function* ({ other, store }) {
        const crashed = yield* other({ processes: [] })
        yield* crashed.send("Box", "b", hang, keeper)
        yield* crashed.send("Box", "b", idea, anne)
        yield* (yield* other()).tend(at)
        for (let n = 0; n < 3; n++) yield* crashed.send("Box", "b", idea, anne)
        yield* (yield* other()).tend(at)
        expect(yield* store.find("Bell")).toEqual(["bell 1", "bell 2", "bell 3", "bell 4"])
      }),
      [counting]
    )
  })

  it("is told as refused when it cannot be, and stops nothing else", () => {
    const hopeless: ReadonlyArray<Process.Reaction> = [
      Process.on("a closed box is emptied again", Box, "BoxEmptied", [Process.sends(Box, "Empty")], (_, { id }) => [
        Process.command(Box, id, { _tag: "Empty" })
      ]),
      {
        rule: "nobody knows this machine",
        machine: "Box",
        event: "BoxEmptied",
        asks: [{ _tag: "Send", machine: "Bok", command: "Ring" }],
        react: () => Effect.succeed([{ _tag: "Send", machine: "Bok", id: "x", command: { _tag: "Ring" }, as: "system" }])
      },
      Process.on("an empty box rings", Box, "BoxEmptied", [Process.sends(Bell, "Ring")], (_, { id }) => [
        Process.command(Bell, id, { _tag: "Ring" })
      ])
    ]
    return inBuilding(
      Effect.fnUntraced(function* ({ school }) {
        yield* school.send("Box", "b", hang, keeper)
        const { reactions } = yield* school.send("Box", "b", { _tag: "Empty" }, keeper)
        expect(reactions.map(({ events, refusal }) => refusal?._tag ?? events)).toEqual([
          "IllegalCommand",
          "UnknownMachine",
          ["BellRang"]
        ])
      }),
      hopeless
    )
  })

  it("that goes round in a circle ends, and says which rule was one too many", () => {
    const circle = Process.on("a bell rings the bell", Bell, "BellRang", [Process.sends(Bell, "Ring")], (_, { id }) => [
      Process.command(Bell, id, { _tag: "Ring" })
    ])
    return inBuilding(
      Effect.fnUntraced(function* ({ school, store }) {
        const { reactions } = yield* school.send("Bell", "x", { _tag: "Ring" }, anne)
        expect(reactions.at(-1)).toMatchObject({ refusal: { _tag: "RulesGoRound", rule: "a bell rings the bell" } })
        expect(yield* store.read({ machine: "Bell", id: "x" })).toHaveLength(33)
        const tended = yield* school.tend(at)
        expect(tended.at(-1)).toMatchObject({ refusal: { _tag: "RulesGoRound" } })
      }),
      [circle]
    )
  })

  it("is not stopped by somebody who uses its key first", () =>
    inBuilding(
      Effect.fnUntraced(function* ({ school, store }) {
        yield* school.send("Box", "b", hang, keeper)
        const key = "an idea rings the bell: Box/b@2 > Bell/bell of b Ring"
        yield* school.send("Bell", "bell of b", { _tag: "Ring" }, { ...anne, command: key })
        expect((yield* school.send("Box", "b", idea, anne)).reactions).toEqual([rang])
        expect(yield* school.tend(at)).toEqual([])
        expect((yield* store.read(bell)).map(({ actor }) => actor)).toEqual(["p-anne", "system"])
      })
    ))

  it("is not refused because somebody else's clock is ahead, whoever it is sent for", () => {
    const asRinger = Process.on("an idea rings for anne", Box, "IdeaDropped", [Process.sends(Bell, "Ring")], () => [
      Process.command(Bell, "x", { _tag: "Ring" }, { as: "p-anne" })
    ])
    return inBuilding(
      Effect.fnUntraced(function* ({ school }) {
        yield* school.send("Bell", "x", { _tag: "Ring" }, { ...anne, at: at + 60 })
        yield* school.send("Box", "b", hang, keeper)
        expect((yield* school.send("Box", "b", idea, anne)).reactions).toMatchObject([{ events: ["BellRang"] }])
      }),
      [asRinger]
    )
  })

  it("as a suggestion of a thing that is not there yet is shown to whoever may begin it, and the same of two facts once", () => {
    const wants = Process.on("a box wants a spare", Box, "BoxHung", [Process.suggests(Box, "Hang")], ({ members }, { id }) =>
      id === "spare" ? [] : members.map((member) => Process.suggestion(Box, "spare", member, { _tag: "Hang", members }))
    )
    return inBuilding(
      Effect.fnUntraced(function* ({ school }) {
        yield* school.send("Box", "b", hang, keeper)
        yield* school.send("Box", "c", { ...hang, members: ["p-bram", "p-anne"] }, keeper)
        yield* school.send("Box", "d", hang, keeper)
        const keys = (all: ReadonlyArray<Suggestion>) => all.map(({ key }) => key)
        // Two boxes want a spare of the same members, and a third one of the same in another order.
        expect(keys(yield* school.suggestions(bram))).toEqual([
          "a box wants a spare: Box/b@1 > p-bram: Box/spare Hang",
          "a box wants a spare: Box/c@1 > p-bram: Box/spare Hang"
        ])
        const [first] = yield* school.suggestions(anne)
        expect(first).toMatchObject({ machine: "Box", id: "spare", command: { _tag: "Hang", members: ["p-anne", "p-bram"] } })
        yield* school.accept(first!.key, anne)
        // It is there now, and nobody begins it again.
        expect([yield* school.suggestions(anne), yield* school.suggestions(bram)]).toEqual([[], []])
      }),
      [wants]
    )
  })

  it("as a suggestion is gone when its person can no longer do it, and is theirs to change", () =>
    inBuilding(
      Effect.fnUntraced(function* ({ school }) {
        yield* school.send("Box", "b", hang, keeper)
        const [suggestion] = yield* school.suggestions(anne)
        expect(suggestion).toMatchObject({ machine: "Box", id: "b", command: { _tag: "Drop", idea: "koffie" } })
        // Sent otherwise under its key, it is taken.
        yield* school.send("Box", "b", { _tag: "Drop", idea: "thee" }, { ...anne, command: suggestion!.key })
        expect(yield* school.suggestions(anne)).toEqual([])
        yield* school.send("Box", "c", hang, keeper)
        expect(yield* school.suggestions(anne)).toHaveLength(1)
        yield* school.send("Box", "c", { _tag: "Leave" }, anne)
        expect(yield* school.suggestions(anne)).toEqual([])
        expect(yield* refusedWith(school.accept("no such key", anne))).toBe("NoSuchSuggestion")
      })
    ))
})
