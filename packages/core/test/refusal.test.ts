import { Schema } from "effect"
import { describe, expect, it } from "vitest"
import { refusal } from "../src/Refusal.ts"

class CircleIsFull extends refusal(
  "CircleIsFull",
  ({ max }) => `There are ${max} people in the circle already. Form a second circle.`,
  { max: Schema.Int }
) {}
class NotYet extends refusal("NotYet", "It has not begun. Wait for the start.") {}
class Vague extends refusal(
  "Vague",
  ({ why }) => `It cannot be done${why === undefined ? "" : `: ${why}`}. Ask again.`,
  { why: Schema.optionalKey(Schema.String) }
) {}

describe("a refusal is a value that says no", () => {
  it("has a name, its facts, and a message made of them", () => {
    const full = new CircleIsFull({ max: 8 })
    expect([full._tag, full.max, full.message]).toEqual([
      "CircleIsFull",
      8,
      "There are 8 people in the circle already. Form a second circle."
    ])
    expect(new NotYet().message).toBe("It has not begun. Wait for the start.")
    expect([new Vague().message, new Vague({ why: "no time" }).message]).toEqual([
      "It cannot be done. Ask again.",
      "It cannot be done: no time. Ask again."
    ])
  })

  it("is no error, has no stack, and is told apart by its class", () => {
    const full = new CircleIsFull({ max: 8 })
    expect([full instanceof CircleIsFull, full instanceof NotYet, full instanceof Error, "stack" in full]).toEqual([
      true,
      false,
      false,
      false
    ])
  })

  it("is equal to another with the same facts, and to no other", () => {
    expect(new CircleIsFull({ max: 8 })).toEqual(new CircleIsFull({ max: 8 }))
    expect(new CircleIsFull({ max: 8 })).not.toEqual(new CircleIsFull({ max: 7 }))
    expect(new NotYet()).not.toEqual(new Vague())
  })

  it("travels as JSON that its schema describes, words and all", () => {
    const json: unknown = JSON.parse(JSON.stringify(new CircleIsFull({ max: 8 })))
    expect(json).toEqual({
      _tag: "CircleIsFull",
      max: 8,
      message: "There are 8 people in the circle already. Form a second circle."
    })
    const fits = Schema.is(CircleIsFull.schema as Schema.Codec<unknown>)
    expect([
      fits(json),
      fits({ ...(json as object), max: "eight" }),
      fits({ ...(json as object), _tag: "NotYet" }),
      fits(new CircleIsFull({ max: 8 }))
    ]).toEqual([true, false, false, true])
  })

  it("its class tells its name and its fields without an instance", () => {
    expect([CircleIsFull.tag, Object.keys(CircleIsFull.fields), NotYet.tag, Object.keys(NotYet.fields)]).toEqual([
      "CircleIsFull",
      ["max"],
      "NotYet",
      []
    ])
  })
})
