/** What is written comes back as it was, and words are kept and told by whose they are: the laws that say so are shown to fail. */
import { Machine, Private, Upcast } from "@groeikring/core"
import { Schema, SchemaTransformation } from "effect"
import { describe, expect, it } from "vitest"
import { laws } from "../src/index.ts"
import { broken, rules, shelf } from "./broken.ts"
import { Diary, DiaryLifecycle } from "./diary.ts"

describe("storage", () => {
  it("a field comes back in other letters", () => {
    const shouted = (change: { readonly decode: (text: string) => string; readonly encode: (text: string) => string }) =>
      broken(shelf({ name: Schema.String.pipe(Schema.decodeTo(Schema.String, SchemaTransformation.transform(change))) }))
    const [same, loud] = [(text: string) => text, (text: string) => text.toUpperCase()]
    expect([
      shouted({ decode: same, encode: same }),
      shouted({ decode: loud, encode: same }),
      shouted({ decode: same, encode: loud })
    ]).toEqual([[], ["stored"], ["stored"]])
  })

  it("sealed words come back as plain text: a reference is not tidied up", () => {
    const Note = Private.text({ class: "P0", max: 140, subject: "stream" })
    const tidied = (tidy: (text: string) => string) =>
      shelf({
        note: Schema.String.pipe(
          Schema.decodeTo(Note, SchemaTransformation.transform({ decode: tidy, encode: (text: string) => text }))
        )
      })
    expect(broken(tidied((text) => text))).toEqual([])
    expect(broken(tidied((text) => (text.startsWith("\u0001P0") ? text.slice(1) : text)))).toEqual(["stored"])
  })

  it("an old fact is not read as it means", () => {
    const reading = (was: Schema.Struct.Fields, is: (old: { readonly [field: string]: unknown }) => unknown) =>
      laws({ ...Diary, rules: { ...rules, upcasts: [{ tag: "DiaryLocked", was, is: is as never }] } }).join()
    const code = { code: Schema.Int }
    expect(reading(code, ({ code }) => ({ _tag: "DiaryLocked", key: `k${String(code)}` }))).toBe("")
    expect(reading(code, ({ code }) => ({ _tag: "DiaryLocked", key: code }))).toContain("answers no event of today")
    expect(reading(code, () => ({ _tag: "DiaryShut" }))).toContain("there is no DiaryShut")
    expect(
      reading(code, () => {
        throw new Error("lost")
      })
    ).toContain("throws: it threw Error: lost")
    expect(
      reading({ key: Schema.NonEmptyString, code: Schema.Int }, ({ code, key }) => ({
        _tag: "DiaryLocked",
        key: `${String(key)}${String(code)}`
      }))
    ).toContain("is passed by: today's DiaryLocked takes")
  })

  it("the table of old facts is tried as it is written", () => {
    const upcasts = Upcast.table(DiaryLifecycle)({
      DiaryShut: { was: { code: Schema.Int }, is: ({ code }) => ({ _tag: "DiaryLocked", key: `k${code}` }) }
    })
    expect(laws(Machine.make(DiaryLifecycle, { ...rules, upcasts }))).toEqual([])
  })
})
