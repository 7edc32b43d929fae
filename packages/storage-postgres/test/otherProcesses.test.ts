import { otherProcesses, storeLaws } from "@groeikring/testkit"
import { Effect } from "effect"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { freshDatabase } from "./database.ts"

const url = await freshDatabase()
let places = 0
const processes = otherProcesses(join(import.meta.dirname, "answerer.ts"), ["--conditions=@groeikring/source"])
afterAll(() => processes.stop())

describe("two processes on one database keep what every store promises, one taking up what the other left", () => {
  it.each(storeLaws(() => processes.place(JSON.stringify({ url, n: ++places }))))("$promise", ({ check }) =>
    expect(Effect.runPromise(check)).resolves.toBeUndefined()
  )
})
