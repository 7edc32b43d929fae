import { otherProcesses, storeLaws } from "@groeikring/testkit"
import { Effect } from "effect"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { freshFile } from "./folder.ts"

const processes = otherProcesses(join(import.meta.dirname, "answerer.ts"), ["--conditions=@groeikring/source"])
afterAll(() => processes.stop())

describe("two processes on one file keep what every store promises, one taking up what the other left", () => {
  it.each(storeLaws(() => processes.place(freshFile())))("$promise", ({ check }) =>
    expect(Effect.runPromise(check)).resolves.toBeUndefined()
  )
})
