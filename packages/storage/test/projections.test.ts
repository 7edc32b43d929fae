/** Rows that facts come to: always what a rebuild would say, and seen by who sees the thing they are of. */
import { Pap } from "@groeikring/core"
import { Effect, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { Projection, rebuild } from "../src/index.ts"
import { anne, Bell, Box, bram, hang, idea, inBuilding, keeper, stranger } from "./ideas.ts"

const boxes = Projection.make(
  "boxes",
  {
    row: Schema.Struct({ keeper: Schema.String, ideas: Schema.Int, members: Schema.Array(Schema.String) }),
    foundBy: ["keeper", "members"],
    of: (id) => ({ machine: "Box", id })
  },
  (fold) => [
    fold(Box, {
      BoxHung: ({ keeper, members }, { id }) => ({ [id]: () => ({ keeper, members, ideas: 0 }) }),
      IdeaDropped: (_, { id }) => ({ [id]: (box) => box && { ...box, ideas: box.ideas + 1 } }),
      BoxEmptied: (_, { id }) => ({ [id]: () => undefined })
    }),
    fold(Bell, {
      // Rung for a box, and after it, so the row is there.
      BellRang: (_, { id }) => ({ [id.replace("bell of ", "")]: (box) => box && { ...box, members: box.members.toSorted() } })
    })
  ]
)

describe("a projection", () => {
  it("says what the facts come to at the moment it is asked, and is found by its links", () =>
    inBuilding(
      Effect.fnUntraced(function* ({ other, school }) {
        expect(yield* school.query(boxes, anne)).toEqual([])
        yield* school.send("Box", "b", { ...hang, members: ["p-bram", "p-anne"] }, keeper)
        yield* school.send("Box", "b", idea, anne)
        const row = { key: "b", row: { keeper: "p-keeper", ideas: 1, members: ["p-anne", "p-bram"] } }
        expect(yield* school.query(boxes, anne)).toEqual([row])
        expect(yield* (yield* other()).query(boxes, anne, { field: "members", value: "p-bram" })).toEqual([row])
        expect(yield* school.query(boxes, anne, { field: "keeper", value: "p-anne" })).toEqual([])
        yield* school.send("Box", "b", { _tag: "Empty" }, keeper)
        expect(yield* school.query(boxes, anne)).toEqual([])
      })
    ))

  it("shows a row to who may see the thing it is of, and to nobody else", () =>
    inBuilding(
      Effect.fnUntraced(function* ({ school }) {
        yield* school.send("Box", "b", hang, keeper)
        yield* school.send("Box", "c", { ...hang, members: ["p-bram"] }, keeper)
        const keysFor = (viewer: typeof anne) => Effect.map(school.query(boxes, viewer), (rows) => rows.map(({ key }) => key))
        expect(yield* keysFor(anne)).toEqual(["b"])
        expect(yield* keysFor(bram)).toEqual(["b", "c"])
        expect(yield* keysFor(stranger)).toEqual([])
      })
    ))

  it("goes on where it stood after a crash between reading and writing, and equals a rebuild", () =>
    inBuilding(
      Effect.fnUntraced(function* ({ other, rows, school, store }) {
        yield* school.send("Box", "b", hang, keeper)
        yield* school.query(boxes, anne)
        for (let n = 0; n < 5; n++) yield* school.send("Box", "b", idea, anne)
        // It read the facts and folded them, and its write never came.
        const crashing = { ...rows, turn: () => Effect.die("the power went") }
        yield* Effect.exit(rebuild(boxes, store, { ...crashing, clear: () => Effect.void }))
        const processes = yield* Effect.all([other(), other(), other()])
        yield* Effect.all(
          processes.map((process) => process.query(boxes, anne)),
          { concurrency: "unbounded" }
        )
        const caughtUp = yield* rows.find("boxes")
        expect(caughtUp).toMatchObject([{ key: "b", value: { ideas: 5 } }])
        // Twelve: a box hung, five ideas, and a bell for the box and for each of them.
        expect(yield* rebuild(boxes, store, rows)).toBe((yield* store.readAll("", 100)).length)
        expect(yield* rows.find("boxes")).toEqual(caughtUp)
      })
    ))

  it("cannot be declared with words of people in its rows", () => {
    const declaring = () =>
      Projection.make(
        "what they plan",
        {
          row: Schema.Struct({ plan: Pap.State.cases.Committed.fields.situation }),
          foundBy: [],
          of: (id) => ({ machine: "Pap", id })
        },
        () => []
      )
    expect(declaring).toThrow('A row of "what they plan" holds private words.')
  })
})
