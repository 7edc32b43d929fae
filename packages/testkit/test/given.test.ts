// Here `given` is who asserts.
/* oxlint-disable vitest/expect-expect */
import { Machine } from "@groeikring/core"
import { AssertionError } from "node:assert/strict"
import { describe, expect, expectTypeOf, it } from "vitest"
import { given, tell, words } from "../src/index.ts"
import { Diary, NothingToWrite, TooFull, WrongKey } from "./diary.ts"

const anne = { actor: "anne", at: 0 }
const begun = { _tag: "DiaryBegun", keeper: "anne" } as const
const open = { _tag: "Open", keeper: "anne", friends: [], pages: [] } as const
const write = (text: string) => ({ _tag: "Write", page: words("P0", text, "keeper") }) as const
const page = (text: string) => ({ _tag: "PageWritten", page: words("P0", text) }) as const
const limit = { pages: 2 }

/** What a failing test tells. */
const failure = (test: () => unknown): AssertionError => {
  try {
    test()
  } catch (error) {
    if (error instanceof AssertionError) return error
    throw error
  }
  throw new Error("The test passed.")
}

describe("given, when, then", () => {
  it("begins with nothing, with a history, or with a state", () => {
    given(Diary).is(Machine.Start)
    given(Diary, begun, page("lief dagboek")).is({ ...open, pages: [words("P0", "lief dagboek")] })
    given(Diary, open).is(open)
  })

  it("compares the facts, and the state they lead to", () => {
    given(Diary).when({ _tag: "Begin" }, anne).then(begun).is(open)
    given(Diary, open)
      .when({ _tag: "LockAndBurn" }, anne)
      .then({ _tag: "DiaryLocked", key: "a" }, { _tag: "DiaryBurnt" })
      .is({ _tag: "Burnt", keeper: "anne" })
  })

  it("compares a refusal with its fields and its words; the state stays", () => {
    given(Diary, begun)
      .when(write(" "), { ...anne, limit })
      .then(new NothingToWrite())
      .is(open)
    given(Diary, begun, page("1"), page("2"))
      .when(write("3"), { ...anne, limit })
      .then(new TooFull({ max: 2 }))
    given(Diary, begun)
      .when({ _tag: "Trust", friend: "kitty" }, { actor: "bep", at: 0 })
      .then(new Machine.NotAllowed({ machine: "Diary", command: "Trust", by: ["Keeper"] }))
  })

  it("private words differ when their text does, whoever's they are", () => {
    given(Diary, open)
      .when(write("lief dagboek"), { ...anne, limit })
      .then(page("lief dagboek"))
    const other = failure(() =>
      given(Diary, open)
        .when(write("lief dagboek"), { ...anne, limit })
        .then(page("stom dagboek"))
    )
    expect(other.message).toMatchInlineSnapshot(
      `"Given a Diary that is Open, when anne asks to Write, PageWritten should happen, and it did, with other values"`
    )
    expect([other.actual, other.expected]).toEqual([
      [{ _tag: "PageWritten", page: "lief dagboek" }],
      [{ _tag: "PageWritten", page: "stom dagboek" }]
    ])
  })

  it("says what happened instead", () => {
    const told = (test: () => unknown) => failure(test).message
    expect([
      told(() =>
        given(Diary, open)
          .when(write(""), { ...anne, limit })
          .then(page(""))
      ),
      told(() =>
        given(Diary, open)
          .when(write("x"), { ...anne, limit })
          .then(new NothingToWrite())
      ),
      told(() =>
        given(Diary, open)
          .when(write(""), { ...anne, limit })
          .then(new TooFull({ max: 2 }))
      ),
      told(() =>
        given(Diary, begun, page("1"), page("2"))
          .when(write("3"), { ...anne, limit })
          .then(new TooFull({ max: 3 }))
      ),
      told(() => given(Diary).when({ _tag: "Begin" }, anne).then({ _tag: "DiaryBegun", keeper: "bep" })),
      told(() =>
        given(Diary)
          .when({ _tag: "Begin" }, anne)
          .then(begun)
          .is({ ...open, friends: ["kitty"] })
      ),
      told(() => given(Diary, begun).is(Machine.Start)),
      told(() => given(Diary, page("1")))
    ]).toMatchInlineSnapshot(`
      [
        "Given a Diary that is Open, when anne asks to Write, PageWritten should happen, but it was refused with NothingToWrite: An empty page says nothing. Write a line first.",
        "Given a Diary that is Open, when anne asks to Write, it should be refused with NothingToWrite, but PageWritten happened",
        "Given a Diary that is Open, when anne asks to Write, it should be refused with TooFull, but it was refused with NothingToWrite: An empty page says nothing. Write a line first.",
        "Given a Diary that is Open, when anne asks to Write, it should be refused with TooFull, and it was, with other values",
        "Given no Diary yet, when anne asks to Begin, DiaryBegun should happen, and it did, with other values",
        "Given no Diary yet, when anne asks to Begin, it should become Open, and it is, with other values",
        "Given a Diary that is Open: it should be Start, but it is Open",
        "What is given is no history of Diary: PageWritten cannot happen: this Diary is Start. The history is damaged or from another version; restore a copy.",
      ]
    `)
  })

  it("is typed by the machine: no type argument is ever needed", () => {
    // @ts-expect-error "Graded" is not a state or an event of a diary
    expect(() => given(Diary, { _tag: "Graded" })).toThrow(AssertionError)
    // @ts-expect-error Property 'limit' is missing: Write needs it
    expect(() => given(Diary, open).when(write("x"), anne)).toThrow(TypeError)
    // @ts-expect-error WrongKey is not a refusal of Begin, DiaryBurnt not a fact of it
    expect(() => given(Diary).when({ _tag: "Begin" }, anne).then(new WrongKey())).toThrow(AssertionError)
    // @ts-expect-error Property 'keeper' is missing
    expect(() => given(Diary).when({ _tag: "Begin" }, anne).then({ _tag: "DiaryBegun" })).toThrow(AssertionError)
  })
})

describe("tell", () => {
  it("goes on from step to step", () => {
    const diary = tell(Diary)
    expect(diary.does({ _tag: "Begin" }, anne)).toEqual(["DiaryBegun"])
    expect(diary.cannot({ _tag: "Begin" }, anne)).toBe("IllegalCommand")
    expect(diary.does(write("lief dagboek"), { ...anne, limit })).toEqual(["PageWritten"])
    expect(diary.does({ _tag: "LockAndBurn" }, anne)).toEqual(["DiaryLocked", "DiaryBurnt"])
    expect(diary.tag).toBe("Burnt")
    expect(diary.state).toEqual({ _tag: "Burnt", keeper: "anne" })
    expect(diary.history.map(({ _tag }) => _tag)).toEqual(["DiaryBegun", "PageWritten", "DiaryLocked", "DiaryBurnt"])
    expect(tell(Diary, begun).tag).toBe("Open")
  })

  it("says what should have happened", () => {
    const diary = tell(Diary, begun)
    expect(failure(() => diary.does(write(""), { ...anne, limit })).message).toMatchInlineSnapshot(
      `"anne asks to Write while Diary is Open: it should happen, but it was refused with NothingToWrite: An empty page says nothing. Write a line first."`
    )
    expect(failure(() => diary.cannot(write("x"), { ...anne, limit })).message).toMatchInlineSnapshot(
      `"anne asks to Write while Diary is Open: it should be refused, but PageWritten happened"`
    )
    expect(diary.history).toHaveLength(1)
  })

  it("knows the names of the facts and refusals of each command", () => {
    const diary = tell(Diary)
    const burn = () => diary.does({ _tag: "LockAndBurn" }, anne)
    const unlock = () => diary.cannot({ _tag: "Unlock" }, { ...anne, key: null, locksmiths: [] })
    expectTypeOf(burn).returns.toEqualTypeOf<ReadonlyArray<"DiaryLocked" | "DiaryBurnt">>()
    expectTypeOf(unlock).returns.toEqualTypeOf<"NotAllowed" | "IllegalCommand" | "WrongKey">()
  })
})
