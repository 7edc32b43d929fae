import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { anne, bram, hang, idea, inBuilding, keeper, refusedWith, stranger } from "./ideas.ts"

describe("a command to a thing that another process moved on", () => {
  it("is decided by how the thing is, be it a yes or a no", () =>
    inBuilding(
      Effect.fnUntraced(function* ({ other, school }) {
        yield* school.send("Box", "b", hang, keeper)
        const process = yield* other()
        yield* process.send("Box", "b", { _tag: "Invite", member: "p-stranger" }, keeper)
        expect((yield* school.send("Box", "b", { _tag: "Leave" }, stranger)).version).toBe(3)
        yield* process.send("Box", "b", { _tag: "Leave" }, anne)
        expect(yield* refusedWith(school.send("Box", "b", { _tag: "Leave" }, anne))).toBe("NotAllowed")
        yield* process.send("Box", "b", { _tag: "Empty" }, keeper)
        const refused = yield* Effect.flip(school.send("Box", "b", { _tag: "Empty" }, keeper))
        expect(refused).toMatchObject({ _tag: "IllegalCommand", state: "Emptied", possible: [] })
        expect(yield* refusedWith(school.send("Box", "b", hang, keeper))).toBe("IllegalCommand")
      })
    ))

  it("is written without a look first, when nothing happened since the last one", () =>
    inBuilding(
      Effect.fnUntraced(function* ({ other, store }) {
        let looks = 0
        const read: typeof store.read = (...asked) => Effect.suspend(() => (looks++, store.read(...asked)))
        const school = yield* other({ store: { ...store, read } })
        yield* school.send("Box", "b", hang, keeper)
        yield* school.send("Box", "b", { _tag: "Leave" }, anne)
        expect(looks).toBe(0)
        expect(yield* refusedWith(school.send("Box", "b", { _tag: "Leave" }, anne))).toBe("NotAllowed")
        expect(looks).toBe(1)
      })
    ))
})

describe("a command sent again under its id", () => {
  it("hears what came of it the first time, also from another process and after more has happened", () =>
    inBuilding(
      Effect.fnUntraced(function* ({ other, school, store }) {
        const first = yield* school.send("Box", "b", hang, { ...keeper, command: "c1" })
        yield* school.send("Box", "b", idea, anne)
        const process = yield* other()
        for (const one of [school, process]) {
          const again = yield* one.send("Box", "b", hang, { ...keeper, command: "c1" })
          expect(again).toEqual({ ...first, repeated: true, reactions: [] })
        }
        expect(yield* store.read({ machine: "Box", id: "b" })).toHaveLength(2)
      })
    ))

  it("by many at the same moment is done once", () =>
    inBuilding(
      Effect.fnUntraced(function* ({ other, school, store }) {
        yield* school.send("Box", "b", hang, keeper)
        const process = yield* other()
        const retries = Array.from({ length: 8 }, (_, n) =>
          (n % 2 === 0 ? school : process).send("Box", "b", idea, { ...anne, command: "c2" })
        )
        const answers = yield* Effect.all(retries, { concurrency: "unbounded" })
        expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1)
        expect(new Set(answers.map(({ position }) => position)).size).toBe(1)
        expect(yield* store.read({ machine: "Box", id: "b" })).toHaveLength(2)
      })
    ))

  it("is for one command of one person: who takes the id for another is told, and a stranger hears nothing of it", () =>
    inBuilding(
      Effect.fnUntraced(function* ({ school }) {
        yield* school.send("Box", "b", hang, keeper)
        yield* school.send("Box", "b", { _tag: "Leave" }, { ...anne, command: "c3" })
        expect(yield* refusedWith(school.send("Box", "b", { _tag: "Leave" }, { ...bram, command: "c3" }))).toBe("CommandIdTaken")
        expect(yield* refusedWith(school.send("Box", "b", { _tag: "Empty" }, { ...keeper, command: "c3" }))).toBe(
          "CommandIdTaken"
        )
        expect(yield* refusedWith(school.send("Box", "b", { _tag: "Leave" }, { ...stranger, command: "c3" }))).toBe("NotAllowed")
      })
    ))

  it("that expects an older version tells a stranger nothing of the newer one", () =>
    inBuilding(
      Effect.fnUntraced(function* ({ school }) {
        yield* school.send("Box", "b", hang, keeper)
        const leave = (asked: typeof anne) => school.send("Box", "b", { _tag: "Leave" }, { ...asked, expected: 7 })
        expect(yield* refusedWith(leave(anne))).toBe("Conflict")
        expect(yield* refusedWith(leave(stranger))).toBe("NotAllowed")
      })
    ))

  it("is answered the same when it took a suggestion", () =>
    inBuilding(
      Effect.fnUntraced(function* ({ other, school }) {
        yield* school.send("Box", "b", hang, keeper)
        const [suggestion] = yield* school.suggestions(anne)
        const first = yield* school.accept(suggestion!.key, anne)
        expect(first.events).toEqual([{ _tag: "IdeaDropped", idea: "koffie" }])
        const process = yield* other()
        expect(yield* process.accept(suggestion!.key, anne)).toEqual({ ...first, repeated: true, reactions: [] })
        expect(yield* process.suggestions(anne)).toEqual([])
      })
    ))
})
