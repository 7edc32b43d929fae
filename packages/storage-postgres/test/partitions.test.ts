import { storeLaws } from "@groeikring/testkit"
import { EventStore } from "@groeikring/storage"
import { Effect } from "effect"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { PostgresStore } from "../src/index.ts"
import { at, freshDatabase, query } from "./database.ts"
import { numbers, write } from "./writes.ts"

const page = readFileSync(join(import.meta.dirname, "../../../docs/how-to/many-schools-on-postgresql.md"), "utf8")
const spreading = /```sql\n(DO [\s\S]*?)```/.exec(page)![1]!

const url = await freshDatabase()
const inStore = <A, E>(ask: (store: EventStore["Service"]) => Effect.Effect<A, E>, tenant = "before") =>
  Effect.runPromise(Effect.orDie(Effect.provide(Effect.flatMap(EventStore, ask), PostgresStore.facts(url, { tenant }))))
await inStore((store) => store.append(write("a", 0)))
await query(url, spreading)

it("what was there is there after the tables were spread", async () => {
  expect(numbers(await inStore((store) => store.readAll("", 10)))).toEqual([1])
  const partitions = "SELECT count(*)::int AS n FROM pg_inherits WHERE inhparent = 'groeikring.facts'::regclass"
  expect(await query(url, partitions)).toEqual([{ n: 16 }])
})

it("and a partition that is asked by its own name shows nothing of another tenant", async () => {
  const seen = await Promise.all(
    Array.from({ length: 16 }, (_, n) =>
      query(url, "SET groeikring.tenant = 'other'", `SELECT count(*)::int AS n FROM groeikring.facts_${n}`)
    )
  )
  expect(seen.flat().every(({ n }) => n === 0)).toBe(true)
})

it("a user with the rights of the page writes, and changes no tables", async () => {
  const rights = /```sql\n(GRANT [\s\S]*?)```/.exec(page)![1]!
  const writer = at(await freshDatabase(), { database: new URL(url).pathname.slice(1) })
  await query(
    url,
    ...rights
      .replaceAll("TO app;", `TO ${new URL(writer).username};`)
      .trim()
      .split("\n")
  )
  const appended = Effect.flatMap(EventStore, (store) => store.append(write("a", 0)))
  const written = await Effect.runPromise(Effect.provide(appended, PostgresStore.facts(writer, { tenant: "writer" })))
  expect(written.version).toBe(1)
  await expect(query(writer, "DROP TABLE groeikring.facts")).rejects.toThrow("must be owner")
})

let places = 0
const fresh = () => {
  const place = ++places
  return (tenant: string) => PostgresStore.facts(url, { tenant: `${tenant} ${place}` })
}
describe("the PostgreSQL store with its tables spread over partitions keeps what every store promises", () => {
  it.each(storeLaws(fresh))("$promise", ({ check }) => expect(Effect.runPromise(check)).resolves.toBeUndefined())
})
