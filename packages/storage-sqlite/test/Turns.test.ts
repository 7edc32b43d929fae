/** Those who come at the same moment take one turn at the disk, and each keeps their own answer. */
import { type Conflict, EventStore, type Write } from "@groeikring/storage"
import { Effect, Exit, Fiber, Scope } from "effect"
import { DatabaseSync } from "node:sqlite"
import { describe, expect, it, vi } from "vitest"
import { SqliteStore } from "../src/index.ts"
import { turns, Undo } from "../src/Turns.ts"
import { freshFile } from "./folder.ts"

const write = (id: string, expected: number, data: unknown = { id }): Write => ({
  stream: { machine: "Plan", id },
  expected,
  facts: [{ type: "PlanChanged", data: data as string, boxes: {} }],
  at: 1,
  command: `c ${id} ${expected}`,
  correlation: "c",
  links: {}
})
const inFile = <A>(file: string, body: (store: EventStore["Service"]) => Effect.Effect<A, Conflict>) =>
  Effect.runPromise(Effect.provide(Effect.flatMap(EventStore, body), SqliteStore.facts(file)))

describe("writes of the same moment", () => {
  it("are one transaction, in the order in which they came", async () => {
    const db = new DatabaseSync(":memory:")
    db.exec("CREATE TABLE said (word TEXT)")
    const insert = db.prepare("INSERT INTO said VALUES (?)")
    const ran = vi.spyOn(db, "exec")
    const scope = await Effect.runPromise(Scope.make())
    const say = await Effect.runPromise(
      Scope.provide(
        turns<string, number, string>(db, ":memory:", (word) => {
          insert.run(word)
          if (word === "no") throw new Undo("not that")
          if (word === "oops") throw new Error("broken")
          return db.prepare("SELECT count(*) AS n FROM said").get()!["n"] as number
        }),
        scope
      )
    )
    const all = ["a", "no", "b", "oops", "c"].map((word) => Effect.exit(say(word)))
    expect(await Effect.runPromise(Effect.all(all, { concurrency: "unbounded" }))).toEqual([
      Exit.succeed(1),
      Exit.fail("not that"),
      Exit.succeed(2),
      Exit.die(new Error("broken")),
      Exit.succeed(3)
    ])
    expect(ran.mock.calls.flat()).toEqual(["BEGIN IMMEDIATE", "COMMIT"])
    expect(await Effect.runPromise(Effect.exit(say("no")))).toEqual(Exit.fail("not that"))
    expect(db.prepare("SELECT word FROM said").all()).toMatchObject([{ word: "a" }, { word: "b" }, { word: "c" }])
    // Who has gone before their turn is not written, and who waits when the file is closed is.
    const gone = Effect.runFork(say("gone"))
    const last = Effect.runFork(say("last"))
    await Effect.runPromise(Fiber.interrupt(gone))
    await Effect.runPromise(Scope.close(scope, Exit.void))
    expect(await Effect.runPromise(Fiber.join(last))).toBe(4)
    db.close()
  })

  it("each meet what they expect, or are refused alone", async () => {
    const file = freshFile()
    const asked = [
      write("x", 0),
      write("y", 0),
      write("x", 0, "too late"),
      write("x", 1),
      write("z", 0, { n: 1n }),
      write("z", 0)
    ]
    const came = await inFile(file, ({ append }) =>
      Effect.all(
        asked.map((one, n) => Effect.exit(append({ ...one, command: `c${n}` }))),
        { concurrency: "unbounded" }
      )
    )
    expect(came.map((exit) => (Exit.isSuccess(exit) ? [exit.value.version, exit.value.position] : Exit.hasDies(exit)))).toEqual([
      [1, "1"],
      [1, "2"],
      false,
      [2, "3"],
      true,
      [1, "4"]
    ])
    const kept = await inFile(file, ({ readAll }) => readAll("", 10))
    expect(kept.map(({ command, stream: { id }, version }) => [id, version, command])).toEqual([
      ["x", 1, "c0"],
      ["y", 1, "c1"],
      ["x", 2, "c3"],
      ["z", 1, "c5"]
    ])
  })
})
