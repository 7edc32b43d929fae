import { storeLaws } from "@groeikring/testkit"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { PostgresStore } from "../src/index.ts"
import { freshDatabase } from "./database.ts"

const url = await freshDatabase()
let places = 0
/** A fresh place is a tenant that nobody had: they all share one database. */
const fresh = () => {
  const place = ++places
  return (tenant: string) => PostgresStore.facts(url, { tenant: `${tenant} ${place}` })
}

describe("the PostgreSQL store keeps what every store promises", () => {
  it.each(storeLaws(fresh))("$promise", ({ check }) => expect(Effect.runPromise(check)).resolves.toBeUndefined())
})
