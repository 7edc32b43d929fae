import { describe, expect, it } from "vitest"
import { emptyOf, isTold, valueOf } from "../src/filling.ts"
import type { Field } from "../src/house.ts"

const day: Field = { name: "on", kind: { is: "day" } }
const minutes: Field = { name: "minutes", kind: { is: "number", min: 0, max: 600 }, optional: true }
const evidence: Field = { name: "evidence", kind: { is: "list", of: { name: "evidence", kind: { is: "words" } } } }
const offer: Field = { name: "offer", kind: { is: "name" } }
const next: Field = { name: "next", kind: { is: "group", of: [day, minutes] }, nullable: true }

describe("what stands in a form", () => {
  it("leaves out what may be left out, says nothing where nothing is said, and keeps a zero", () => {
    expect(valueOf(minutes, "")).toBeUndefined()
    expect(valueOf(minutes, "0")).toBe(0)
    expect(valueOf(next, undefined)).toBeNull()
  })

  it("sends the lines of a list that say something", () => {
    expect(valueOf(evidence, ["een foto", "", "een brief"])).toStrictEqual(["een foto", "een brief"])
    expect(valueOf(evidence, [])).toStrictEqual([])
  })

  it("sends a group with the parts that are told", () => {
    expect(valueOf(next, { on: "2026-01-13", minutes: "" })).toStrictEqual({ on: "2026-01-13" })
  })

  it("sends a moment in whole minutes", () => {
    expect(valueOf({ name: "at", kind: { is: "moment" } }, "1970-01-01T02:00:59Z")).toBe(120)
  })

  it("is told only when somebody said something", () => {
    expect(isTold(day, "  ")).toBe(false)
    expect(isTold(day, "2026-01-13")).toBe(true)
    expect(isTold(next, { minutes: "5" })).toBe(false)
    expect(isTold(next, { on: "2026-01-13" })).toBe(true)
  })

  it("names something new by itself, and nothing that there is already or that a person types", () => {
    expect(emptyOf({ ...offer, isNew: true })).toMatch(/^[\da-f]{8}$/)
    expect(emptyOf(offer)).toBe("")
    expect(emptyOf({ name: "title", kind: { is: "text" } })).toBe("")
  })

  it("fills in the only choice there is, unless it may be left out", () => {
    const one: Field = { name: "agreed", kind: { is: "choice", of: ["true"] } }
    expect(emptyOf(one)).toBe("true")
    expect(valueOf(one, "true")).toBe(true)
    expect(emptyOf({ ...one, optional: true })).toBe("")
  })
})
