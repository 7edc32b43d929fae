import { Private } from "@groeikring/core"
import { Effect, Fiber, Stream } from "effect"
import { describe, expect, it } from "vitest"
import { anne, at, bram, inSchool, refusalOf, stranger, written } from "./school.ts"
import { isTold } from "../src/index.ts"

const day = 24 * 60

describe("a command at the counter", () => {
  it("goes to the disk and comes back with what happened, as its sender may see it", () =>
    inSchool(
      Effect.fnUntraced(function* (school) {
        expect(yield* school.send("Letter", "l1", written, { ...anne, command: "c1" })).toMatchObject({
          version: 1,
          repeated: false,
          events: [{ _tag: "LetterWritten", writer: "p-anne", words: "niemand mag dit lezen" }],
          state: { _tag: "Open", pages: 1 },
          reactions: []
        })
      })
    ))

  it("hears first who may, then from where, then the rule itself, and last the clock", () =>
    inSchool(
      Effect.fnUntraced(function* (school) {
        yield* school.send("Letter", "l1", written, anne)
        const refused = (tag: string, asked: typeof anne, more = {}) =>
          Effect.map(refusalOf(school.send("Letter", "l1", { _tag: tag, ...more }, asked)), ({ _tag }) => _tag)
        const before = at - 1
        expect(yield* refused("AddPage", { ...stranger, at: before }, { words: "x" })).toBe("NotAllowed")
        expect(yield* refused("Write", { ...anne, at: before }, { reader: "p-bram", words: "x", note: "y" })).toBe(
          "IllegalCommand"
        )
        expect(yield* refused("Close", { ...anne, at: before })).toBe("ClockWentBack")
        yield* school.send("Letter", "l1", { _tag: "AddPage", words: "2" }, anne)
        yield* school.send("Letter", "l1", { _tag: "AddPage", words: "3" }, anne)
        expect(yield* refused("AddPage", { ...anne, at: before }, { words: "4" })).toBe("LetterIsSealed")
      })
    ))

  it("names in a refusal everything that this actor can do, also by roles the command did not ask about", () =>
    inSchool(
      Effect.fnUntraced(function* (school) {
        yield* school.send("Staff", "s", { _tag: "Open", school: "De Zwaluw" }, anne)
        yield* school.send("Staff", "s", { _tag: "Employ", person: "p-anne", function: "Teacher", fte: 1 }, anne)
        yield* school.send("Letter", "l1", written, anne)
        yield* school.send("Letter", "l1", { _tag: "Close" }, anne)
        expect(yield* refusalOf(school.send("Letter", "l1", { _tag: "Close" }, anne))).toMatchObject({ possible: ["Burn"] })
      })
    ))

  it("with everything wrong hears everything at once, and changes nothing", () =>
    inSchool(
      Effect.fnUntraced(function* (school, store) {
        const input = { _tag: "Write", words: 7, note: "n".repeat(101), extra: true }
        expect(yield* refusalOf(school.send("Letter", "l1", input, anne))).toMatchObject({
          _tag: "InvalidCommand",
          problems: [
            { path: "extra", problem: "is not a field of this" },
            { path: "reader", problem: "is missing" },
            { path: "words", problem: "should be string" },
            { path: "note", problem: "should be a value with a length of at most 100" }
          ]
        })
        expect(yield* store.readAll("", 10)).toEqual([])
      })
    ))

  it("for a machine that is not there hears which are", () =>
    inSchool(
      Effect.fnUntraced(function* (school) {
        const refusal = yield* refusalOf(school.send("Lettre", "l1", written, anne))
        expect(refusal._tag).toBe("UnknownMachine")
        expect(refusal.message).toContain("Letter")
      })
    ))

  it("never comes from the process rules by name", () =>
    inSchool(
      Effect.fnUntraced(function* (school) {
        expect((yield* refusalOf(school.send("Letter", "l1", written, { actor: "system", at })))._tag).toBe("ReservedActor")
      })
    ))

  it("sent again under its id is answered with the first result", () =>
    inSchool(
      Effect.fnUntraced(function* (school) {
        const first = yield* school.send("Letter", "l1", written, { ...anne, command: "c1" })
        yield* school.send("Letter", "l1", { _tag: "Close" }, anne)
        const again = yield* school.send("Letter", "l1", written, { ...anne, command: "c1" })
        expect(again).toMatchObject({ version: 1, repeated: true, events: first.events, reactions: [] })
        expect(yield* school.wasSent("Letter", "l1", "c1")).toBe(true)
        expect(yield* school.wasSent("Letter", "l1", "c2")).toBe(false)
      })
    ))

  it("that expects an older version is told, and one that expects none tries again by itself", () =>
    inSchool(
      Effect.fnUntraced(function* (school) {
        yield* school.send("Letter", "l1", written, anne)
        const stale = school.send("Letter", "l1", { _tag: "AddPage", words: "2" }, { ...anne, expected: 0 })
        expect(yield* refusalOf(stale)).toMatchObject({ _tag: "Conflict", expected: 0, actual: 1 })
        const scribbles = Array.from({ length: 20 }, () => school.send("Letter", "l1", { _tag: "Scribble" }, bram))
        yield* Effect.all(scribbles, { concurrency: "unbounded" })
        expect(yield* school.show("Letter", "l1", anne)).toMatchObject({ version: 21 })
      })
    ))
})

describe("what somebody may see", () => {
  it("is nothing for who is not named, the same whether it exists or not", () =>
    inSchool(
      Effect.fnUntraced(function* (school) {
        yield* school.send("Letter", "l1", written, anne)
        const [here, nowhere] = [
          yield* refusalOf(school.show("Letter", "l1", stranger)),
          yield* refusalOf(school.show("Letter", "l2", stranger))
        ]
        expect(JSON.stringify(here)).toBe(JSON.stringify(nowhere).replace(/l2/g, "l1"))
        expect(yield* school.list("Letter", stranger)).toEqual([])
        expect(yield* school.list("Letter", bram)).toEqual(["l1"])
      })
    ))

  it("are one's own words, and words of the classes one sees; other fields with words are not there at all", () =>
    inSchool(
      Effect.fnUntraced(function* (school) {
        yield* school.send("Letter", "l1", written, anne)
        expect((yield* school.show("Letter", "l1", anne)).state).toEqual({
          _tag: "Open",
          writer: "p-anne",
          reader: "p-bram",
          pages: 1,
          words: "niemand mag dit lezen",
          note: "dit wel"
        })
        expect((yield* school.show("Letter", "l1", bram)).state).toEqual({
          _tag: "Open",
          writer: "p-anne",
          reader: "p-bram",
          pages: 1
        })
        expect(yield* school.history("Letter", "l1", bram)).toEqual([])
      })
    ))

  it("are facts as they happen, and only those that are theirs", () =>
    inSchool(
      Effect.fnUntraced(function* (school) {
        const heard = yield* Effect.forkChild(Stream.runCollect(Stream.take(Stream.filter(school.follow(bram, ""), isTold), 2)))
        yield* school.send("Letter", "l1", written, anne)
        yield* school.send("Letter", "l1", { _tag: "Close" }, anne)
        yield* school.send("Letter", "l2", written, { ...anne, actor: "p-carla" })
        yield* school.send("Letter", "l2", { _tag: "Close" }, { ...anne, actor: "p-carla" })
        expect([...(yield* Fiber.join(heard))].map(({ event, id }) => [id, event._tag])).toEqual([
          ["l1", "LetterClosed"],
          ["l2", "LetterClosed"]
        ])
      })
    ))

  it("what nobody may know the author of is stored without one", () =>
    inSchool(
      Effect.fnUntraced(function* (school, store) {
        yield* school.send("Letter", "l1", written, anne)
        yield* school.send("Letter", "l1", { _tag: "Scribble" }, anne)
        yield* school.send("Letter", "l1", { _tag: "Scribble" }, bram)
        const [, ofAnne, ofBram] = yield* store.read({ machine: "Letter", id: "l1" })
        const bare = ({ command: _, correlation: __, position: ___, version: ____, ...rest }: NonNullable<typeof ofAnne>) => rest
        // What differs between the two is chance and order alone.
        expect(bare(ofAnne!)).toEqual(bare(ofBram!))
        expect(JSON.stringify([ofAnne, ofBram])).not.toMatch(/p-anne|p-bram/)
      })
    ))
})

describe("words at rest", () => {
  it("are nowhere in what is stored", () =>
    inSchool(
      Effect.fnUntraced(function* (school, store) {
        yield* school.send("Letter", "l1", written, anne)
        const stored = JSON.stringify(yield* store.readAll("", 10))
        expect(stored).toContain("LetterWritten")
        expect(stored).not.toMatch(/niemand|dit wel/)
      })
    ))

  it("of a forgotten person cannot be read again, and deciding goes on", () =>
    inSchool(
      Effect.fnUntraced(function* (school, _, vault) {
        yield* school.send("Letter", "l1", written, anne)
        yield* vault.forget({ subject: "p-anne" })
        expect((yield* school.show("Letter", "l1", anne)).state).toEqual({
          _tag: "Open",
          writer: "p-anne",
          reader: "p-bram",
          pages: 1,
          note: "dit wel"
        })
        yield* school.send("Letter", "l1", { _tag: "Scribble" }, bram)
        expect((yield* refusalOf(school.send("Letter", "l1", { _tag: "AddPage", words: "meer" }, anne)))._tag).toBe("Forgotten")
      })
    ))

  it("go with the fact that forgets them, also those of others in that stream", () =>
    inSchool(
      Effect.fnUntraced(function* (school, store, vault) {
        yield* school.send("Letter", "l1", written, anne)
        yield* school.send("Letter", "l1", { _tag: "Burn" }, anne)
        const [first] = yield* store.read({ machine: "Letter", id: "l1" })
        for (const [subject, box] of Object.entries(first!.boxes)) {
          const opened = vault.open({ machine: "Letter", id: "l1", subject, type: first!.type, version: 1 }, box)
          expect(yield* refusalOf(opened)).toMatchObject({ _tag: "Unreadable", subject })
        }
        expect((yield* school.history("Letter", "l1", anne)).map(({ event }) => event)).toEqual([
          { _tag: "LetterWritten", writer: "p-anne", reader: "p-bram", pages: 1 },
          { _tag: "LetterBurnt" }
        ])
      })
    ))

  it("open in no other place: another stream, fact, type or person", () =>
    inSchool(
      Effect.fnUntraced(function* (_, __, vault) {
        const box = { machine: "Letter", id: "l1", subject: "p-anne", type: "LetterWritten", version: 1 }
        const sealed = yield* vault.seal(box, ["een", "twee"])
        yield* vault.seal({ ...box, id: "l2" }, ["x"])
        yield* vault.seal({ ...box, subject: "p-bram" }, ["x"])
        expect(yield* vault.open(box, sealed)).toEqual(["een", "twee"])
        for (const wrong of [{ id: "l2" }, { subject: "p-bram" }, { type: "PageAdded" }, { version: 2 }]) {
          expect((yield* refusalOf(vault.open({ ...box, ...wrong }, sealed)))._tag).toBe("Unreadable")
        }
      })
    ))

  it("take the same room whether they are few or somewhat more", () =>
    inSchool(
      Effect.fnUntraced(function* (_, __, vault) {
        const box = { machine: "Letter", id: "l1", subject: "p-anne", type: "LetterWritten", version: 1 }
        const lengths = yield* Effect.forEach(["ja", "n".repeat(50), "n".repeat(61)], (words) =>
          Effect.map(vault.seal(box, [words]), ({ length }) => length)
        )
        expect(lengths[0]).toBe(lengths[1])
        expect(lengths[2]).toBeGreaterThan(lengths[1]!)
      })
    ))

  it("are no string to anything that looks at a state", () => {
    expect(String(new Private.Words({ class: "P0", subject: "x" }, "hush"))).toBe("<private words, P0>")
  })
})

describe("the process rules", () => {
  it("do at their time what was left for later, once", () =>
    inSchool(
      Effect.fnUntraced(function* (school) {
        yield* school.send("Letter", "l1", written, anne)
        expect(yield* school.tend(at + 9 * day)).toEqual([])
        expect((yield* school.show("Letter", "l1", anne)).state._tag).toBe("Open")
        expect(yield* school.tend(at + 10 * day)).toEqual([
          { rule: "a letter is closed after ten days", machine: "Letter", id: "l1", command: "Close", events: ["LetterClosed"] }
        ])
        expect(yield* school.tend(at + 11 * day)).toEqual([])
        expect((yield* school.history("Letter", "l1", anne)).map(({ actor, event }) => [actor, event._tag])).toEqual([
          ["p-anne", "LetterWritten"],
          ["system", "LetterClosed"]
        ])
      })
    ))

  it("suggest to a person, who takes it or lets it lie; only then it happens, with the words opened for the other stream", () =>
    inSchool(
      Effect.fnUntraced(function* (school, store) {
        yield* school.send("Letter", "l1", written, anne)
        expect(yield* school.suggestions(anne)).toEqual([])
        const [suggestion] = yield* school.suggestions(bram)
        expect(suggestion).toMatchObject({
          machine: "Letter",
          id: "l1/answer",
          command: { _tag: "Write", words: "niemand mag dit lezen" }
        })
        expect(yield* store.find("Letter")).toEqual(["l1"])
        expect((yield* refusalOf(school.accept(suggestion!.key, anne)))._tag).toBe("NoSuchSuggestion")
        const taken = yield* school.accept(suggestion!.key, bram)
        expect(taken).toMatchObject({ version: 1, state: { _tag: "Open", writer: "p-bram", words: "niemand mag dit lezen" } })
        expect(yield* school.suggestions(bram)).toEqual([])
      })
    ))

  it("refused are reported, and nothing is lost of what asked for them", () =>
    inSchool(
      Effect.fnUntraced(function* (school) {
        yield* school.send("Letter", "l1", written, anne)
        yield* school.send("Letter", "l1", { _tag: "Burn" }, anne)
        expect(yield* school.tend(at + 10 * day)).toMatchObject([
          { rule: "a letter is closed after ten days", events: [], refusal: { _tag: "IllegalCommand" } }
        ])
      })
    ))
})
