import { storeLaws } from "@groeikring/testkit"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { SqliteStore } from "../src/index.ts"
import { freshFile } from "./folder.ts"

const fresh = () => {
  const file = freshFile()
  return (tenant: string) => SqliteStore.facts(file, { tenant })
}

describe("the SQLite store keeps what every store promises", () => {
  it.each(storeLaws(fresh))("$promise", ({ check }) => expect(Effect.runPromise(check)).resolves.toBeUndefined())
})
