import { Result, Schema } from "effect"
import { inspect } from "node:util"
import { describe, expect, it } from "vitest"
import * as Machine from "../src/Machine.ts"
import * as Private from "../src/Private.ts"
import { Loan } from "./loan.ts"

const secret = "ik sta bij de deur"
const words = new Private.Words({ class: "P1", subject: "actor" }, secret)
const sealed = { class: "P1", subject: "p-femke", fact: 7, part: 2, empty: false } as const
const Note = Private.text({ class: "P1", max: 60, subject: "actor" })
const encode = Schema.encodeUnknownSync(Schema.toCodecJson(Note))
const decode = Schema.decodeUnknownSync(Schema.toCodecJson(Note))
const inside = (value: unknown) => Private.Words.inside(value as Private.Words)

describe("nobody reads private words by accident", () => {
  it("not as text, in JSON, in a log, in its keys, or in an error", () => {
    const everyWay = [
      String(words),
      "".concat(words as never),
      words.toString(),
      JSON.stringify(words),
      JSON.stringify({ words }),
      inspect(words, { showHidden: true, depth: 9 }),
      inspect({ words }),
      Object.keys(words).join(),
      JSON.stringify(Object.entries(words)),
      JSON.stringify(Object.assign({}, words)),
      String(Object.values(words)),
      String(
        Result.merge(
          Schema.decodeUnknownResult(Schema.toType(Private.text({ class: "P0", max: 9, subject: "actor" })))(words)
        )
      )
    ]
    expect(everyWay.filter((text) => text.includes("deur"))).toEqual([])
    expect(String(words)).toBe("<private words, P1>")
  })

  it("not in a state, whatever prints it", () => {
    const state = Result.getOrThrow(
      Machine.replay(Loan, [
        { _tag: "BookLent", book: "b1", borrower: "p-femke", due: "2025-09-30" },
        { _tag: "NoteLeft", note: new Private.Words({ class: "P0", subject: "borrower" }, secret) }
      ])
    )
    expect(inspect(state, { depth: 9 }) + JSON.stringify(state)).not.toContain("deur")
    expect(state).toMatchObject({ notes: [{ class: "P0", isEmpty: false, isSealed: false }] })
  })

  it("a rule may ask whether there are any", () => {
    const isEmpty = (text: string) => new Private.Words({ class: "P0", subject: "actor" }, text).isEmpty
    expect([isEmpty(""), isEmpty(" \n\t"), isEmpty("x")]).toEqual([true, true, false])
    expect(new Private.Words({ class: "P0", subject: "actor" }, { ...sealed, empty: true }).isEmpty).toBe(true)
  })
})

describe("words travel as text, and lie in a store as a reference", () => {
  it("text becomes words of the class and subject of its field, and text again", () => {
    const read = decode(secret) as Private.Words
    expect([read.class, read.subject, read.isSealed, inside(read)]).toEqual(["P1", "actor", false, secret])
    expect(encode(read)).toBe(secret)
  })

  it("a reference to sealed words comes back as it was, whoever they belong to", () => {
    for (const subject of ["p-femke", "stream", "a|b|", "", "|", "é ￿"]) {
      for (const empty of [true, false]) {
        const one = new Private.Words({ class: "P1", subject }, { ...sealed, subject, empty })
        const read = decode(encode(one)) as Private.Words
        expect([inside(read), read.isSealed, read.isEmpty]).toEqual([{ ...sealed, subject, empty }, true, empty])
      }
    }
  })

  it("what lies in a store does not hold the text, nor how long it was", () => {
    const short = encode(new Private.Words({ class: "P1", subject: "p-femke" }, sealed))
    expect(short).toBe("\u0001P1|7|2|…|p-femke")
  })

  it("too much text is turned away; a number or nothing is no text", () => {
    const read = Schema.decodeUnknownResult(Schema.toCodecJson(Note))
    expect([read("x".repeat(60))._tag, read("x".repeat(61))._tag, read(7)._tag, read(null)._tag]).toEqual([
      "Success",
      "Failure",
      "Failure",
      "Failure"
    ])
  })

  it("words of one class do not fit a field of another", () => {
    const own = Private.text({ class: "P0", max: 60, subject: "actor" })
    expect(Schema.encodeUnknownResult(own)(words)._tag).toBe("Failure")
    expect(Schema.is(Schema.toType(own))(words)).toBe(false)
    expect(Schema.is(Schema.toType(Note))(words)).toBe(true)
  })
})

it("a field tells the classes of the words inside it, however deep; facts have none", () => {
  const own = Private.text({ class: "P0", max: 9, subject: "actor" })
  const list = Schema.Array(Schema.Struct({ of: Schema.NullOr(Note), name: Schema.String }))
  expect(
    [
      Note,
      Schema.optionalKey(own),
      list,
      Schema.Struct({ list, own }),
      Schema.Record(Schema.String, own),
      Schema.Array(Schema.String)
    ].map(Private.classesIn)
  ).toEqual([["P1"], ["P0"], ["P1"], ["P1", "P0"], ["P0"], []])
})

describe("mapWords", () => {
  it("changes every word, however deep, and nothing else", () => {
    const on = new Date(0)
    const value = { _tag: "Fact", words, list: [{ words }, "text", 3, null], on, none: undefined }
    expect(Private.mapWords(value, ({ class: of }) => `(${of})`)).toEqual({
      _tag: "Fact",
      words: "(P1)",
      list: [{ words: "(P1)" }, "text", 3, null],
      on,
      none: undefined
    })
    expect(value.words).toBe(words)
  })

  it("keeps what holds no words as it is", () => {
    const value = { plain: { deep: ["a"] }, held: { words } }
    const changed = Private.mapWords(value, () => "…")
    expect(changed.plain).toBe(value.plain)
    expect(Private.mapWords(value, (words) => words)).toBe(value)
  })

  it("visits words in the order in which they are written", () => {
    const seen: Array<unknown> = []
    Private.mapWords({ b: decode("1"), a: [decode("2"), { c: decode("3") }] }, (words) => void seen.push(inside(words)))
    expect(seen).toEqual(["1", "2", "3"])
  })
})
