import { Effect, Exit } from "effect"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { otherProcesses, storeLaws } from "../src/index.ts"

const script = join(import.meta.dirname, "forgetful.ts")
const args = ["--conditions=@groeikring/source"]
const [one, two] = [otherProcesses(script, args, 1), otherProcesses(script, args, 2)]
afterAll(() => {
  one.stop()
  two.stop()
})
let places = 0

describe("a store in another process", () => {
  it.each(storeLaws(() => one.place(`one ${++places}`)))("keeps its promises from there: $promise", ({ check }) =>
    expect(Effect.runPromise(check)).resolves.toBeUndefined()
  )

  it("that shares nothing with the next one breaks what it promised to whoever reads it there", async () => {
    const kept: Array<string> = []
    for (const { check, promise } of storeLaws(() => two.place(`two ${++places}`))) {
      const exit = await Effect.runPromiseExit(Effect.timeout(check, "2 seconds"))
      if (Exit.isSuccess(exit)) kept.push(promise)
    }
    expect(kept).not.toContain("facts come back whole, in the order they were written, with versions from one")
    expect(kept.length).toBeLessThan(5)
  })
})
