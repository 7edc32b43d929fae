import { storeLaws } from "@groeikring/testkit"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { MemoryStore } from "../src/index.ts"

describe("the memory store keeps what every store promises", () => {
  it.each(storeLaws(MemoryStore.place))("$promise", ({ check }) => expect(Effect.runPromise(check)).resolves.toBeUndefined())
})
