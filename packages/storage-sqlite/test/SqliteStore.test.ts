import { storeLaws } from "@groeikring/testkit"
import { Effect, Layer } from "effect"
import { describe, expect, it } from "vitest"
import { SqliteStore } from "../src/index.ts"
import { freshFile } from "./folder.ts"

const fresh = Layer.unwrap(Effect.sync(() => SqliteStore.facts(freshFile())))

describe("the SQLite store keeps what every store promises", () => {
  it.each(storeLaws(fresh))("$promise", ({ check }) => expect(Effect.runPromise(check)).resolves.toBeUndefined())
})
