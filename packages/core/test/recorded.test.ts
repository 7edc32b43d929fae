/** What a version stored, every later one reads. */
import { describe, expect, it } from "vitest"
import { recorded, replayed, unrecorded } from "./recordings.ts"
import { machines } from "./walks.ts"

describe.each(machines)("%s", (name, machine) => {
  const recordings = recorded(name)

  it("reads every fact that was ever recorded, and comes to the recorded state", () => {
    expect(recordings.map((one) => replayed(machine, one))).toEqual(recordings.map(({ state }) => state))
  })

  it("has a recording of every event as it is written today; pnpm record adds what is missing", () => {
    expect(unrecorded(machine, recordings)).toEqual([])
  })
})
