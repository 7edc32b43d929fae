import { Private, Process } from "@groeikring/core"
import { Cause, Effect, Exit } from "effect"
import { describe, expect, it } from "vitest"
import { anne, Bell, Box, bram, hang, idea, inBuilding, keeper } from "./ideas.ts"

const inBox = { machine: "Box", id: "b" }

describe("a fact without an author", () => {
  it("is stored without one, whatever id somebody chose for the command", () =>
    inBuilding(
      Effect.fnUntraced(function* ({ school, store }) {
        yield* school.send("Box", "b", hang, keeper)
        yield* school.send("Box", "b", idea, { ...anne, command: "anne's third idea" })
        yield* school.send("Box", "b", idea, bram)
        const [, ofAnne, ofBram] = yield* store.read(inBox)
        expect(JSON.stringify(ofAnne)).not.toContain("anne")
        expect("actor" in ofAnne!).toBe(false)
        // A chosen id and no id look the same.
        expect(ofAnne!.command).toHaveLength(ofBram!.command.length)
        expect(ofAnne!.correlation).toBe(ofAnne!.command)
        // Nor does what it set off give the author away.
        const [rung] = yield* store.read({ machine: "Bell", id: "bell of b" })
        expect(rung).toMatchObject({ actor: "system", correlation: ofAnne!.command, causation: ofAnne!.command })
      })
    ))

  it("is still written once, and found again by its own author alone", () =>
    inBuilding(
      Effect.fnUntraced(function* ({ other, school, store }) {
        yield* school.send("Box", "b", hang, keeper)
        const asked = { ...anne, command: "c1" }
        const first = yield* school.send("Box", "b", idea, asked)
        const process = yield* other()
        expect(yield* process.send("Box", "b", idea, asked)).toEqual({ ...first, repeated: true, reactions: [] })
        expect(yield* process.wasSent("Box", "b", "c1", "p-anne")).toBe(true)
        expect(yield* process.wasSent("Box", "b", "c1", "p-bram")).toBe(false)
        expect(yield* process.wasSent("Box", "b", "c1")).toBe(false)
        // Whoever tries the ids of somebody else learns nothing: it is simply their own command.
        expect((yield* process.send("Box", "b", idea, { ...bram, command: "c1" })).repeated).toBe(false)
        expect(yield* store.read(inBox)).toHaveLength(3)
      })
    ))

  it("begins its own chain when a rule asked for it: what came before could tell", () => {
    const passing = Process.on(
      "a bell asks its ringer for an idea",
      Bell,
      "BellRang",
      [Process.sends(Box, "Drop")],
      ({ ringer }) => [
        Process.command(
          Box,
          "b",
          { _tag: "Drop", idea: new Private.Words({ class: "P1", subject: "stream" }, "een bel") },
          { as: ringer }
        )
      ]
    )
    return inBuilding(
      Effect.fnUntraced(function* ({ school, store }) {
        yield* school.send("Box", "b", hang, keeper)
        const { reactions } = yield* school.send("Bell", "of anne", { _tag: "Ring" }, anne)
        expect(reactions).toMatchObject([{ events: ["IdeaDropped"] }])
        const [, dropped] = yield* store.read(inBox)
        expect(JSON.stringify(dropped)).not.toContain("anne")
        expect("causation" in dropped!).toBe(false)
        const [rung] = yield* store.read({ machine: "Bell", id: "of anne" })
        expect(dropped!.correlation).not.toBe(rung!.correlation)
        // It is done once all the same.
        expect(yield* school.tend(anne.at)).toEqual([])
      }),
      [passing]
    )
  })

  it("with words under the key of its author is a mistake in the machine, and is never stored", () =>
    inBuilding(
      Effect.fnUntraced(function* ({ school, store }) {
        yield* school.send("Box", "b", hang, keeper)
        const exit = yield* Effect.exit(school.send("Box", "b", { _tag: "Sign", idea: "van mij" }, anne))
        expect(Exit.isFailure(exit) && Cause.pretty(exit.cause)).toContain("Box.IdeaSigned has no author")
        expect(yield* store.read(inBox)).toHaveLength(1)
      })
    ))

  it("is told to others without an author", () =>
    inBuilding(
      Effect.fnUntraced(function* ({ school }) {
        yield* school.send("Box", "b", hang, keeper)
        yield* school.send("Box", "b", idea, anne)
        const history = yield* school.history("Box", "b", bram)
        expect(history.map(({ actor, event }) => [event._tag, actor])).toEqual([
          ["BoxHung", "p-keeper"],
          ["IdeaDropped", undefined]
        ])
        expect(JSON.stringify(history[1])).not.toContain("p-anne")
      })
    ))
})
