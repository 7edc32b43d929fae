import * as PgConnection from "@effect/sql-pg/PgConnection"
import { EventStore } from "@groeikring/storage"
import { Effect, Fiber, Redacted, Stream } from "effect"
import { expect, it } from "vitest"
import { append } from "../src/Append.ts"
import { PostgresStore } from "../src/index.ts"
import { freshDatabase, query } from "./database.ts"
import { fact, numbers, write } from "./writes.ts"

const inStore = <A, E>(url: string, ask: (store: EventStore["Service"]) => Effect.Effect<A, E>) =>
  Effect.runPromise(Effect.orDie(Effect.provide(Effect.flatMap(EventStore, ask), PostgresStore.facts(url))))

/** A transaction of another process, that has its number and is not ready. */
const slow = Effect.fnUntraced(function* (url: string) {
  const { query, queryValues } = yield* PgConnection.make({
    url: Redacted.make(url),
    startupParameters: { search_path: "groeikring", "groeikring.tenant": "school" }
  })
  yield* query("BEGIN")
  yield* query("SELECT pg_current_xact_id()::text")
  return {
    writes: (id: string, n: number) =>
      append(queryValues, {
        tenant: "school",
        write: write(id, "Something", { facts: [fact(n)] }),
        isAgain: false,
        among: { after: undefined }
      }),
    ends: query("COMMIT")
  }
})

it("what was written by a transaction that began earlier and ended later is neither skipped nor read twice", async () => {
  const url = await freshDatabase()
  await inStore(url, (store) =>
    Effect.scoped(
      Effect.gen(function* () {
        const first = yield* store.append(write("a", 0, { facts: [fact(1)] }))
        const heard = yield* Effect.forkChild(Stream.runCollect(Stream.take(store.follow(first.position), 3)))
        const earlier = yield* slow(url)
        yield* store.append(write("b", 0, { facts: [fact(3)] }))
        // Its own number is higher, so it waits for the lower one.
        expect(numbers(yield* store.readAll("", 10))).toEqual([1])
        expect(numbers(yield* store.read({ machine: "Plan", id: "b" }))).toEqual([3])
        yield* earlier.writes("a", 2)
        yield* earlier.ends
        expect(numbers(yield* store.readAll(first.position, 10))).toEqual([2, 3])
        yield* store.append(write("c", 0, { facts: [fact(4)] }))
        expect(numbers([...(yield* Fiber.join(heard))])).toEqual([2, 3, 4])
      })
    )
  )
})

it("a transaction that comes to a stream behind one with a higher number is read behind it, and whoever comes behind that", async () => {
  const url = await freshDatabase()
  await inStore(url, (store) =>
    Effect.scoped(
      Effect.gen(function* () {
        for (const id of ["a", "b", "c"]) yield* store.append(write(id, 0, { facts: [fact(0)] }))
        const heard = yield* Effect.forkChild(Stream.runCollect(Stream.take(store.follow(""), 11)))
        const [first, second, third] = [yield* slow(url), yield* slow(url), yield* slow(url)]
        yield* store.append(write("a", 1, { facts: [fact(1)] }))
        yield* store.append(write("c", 1, { facts: [fact(1)] }))
        // Each behind the one with the higher number, and in the end the oldest of all; two of them under the same number.
        yield* third.writes("a", 2)
        yield* second.writes("c", 2)
        yield* third.writes("b", 1)
        yield* third.ends
        yield* second.writes("b", 2)
        yield* second.ends
        yield* first.writes("a", 3)
        yield* first.ends
        yield* store.append(write("c", 3, { facts: [fact(3)] }))
        const facts = [...(yield* Fiber.join(heard))]
        expect(facts).toEqual(yield* store.readAll("", 100))
        const told = (stream: string) => numbers(facts.filter(({ stream: { id } }) => id === stream))
        expect([told("a"), told("b"), told("c")]).toEqual([
          [0, 1, 2, 3],
          [0, 1, 2],
          [0, 1, 2, 3]
        ])
      })
    )
  )
})

it("who wrote something finds it among all facts, while others are still writing", async () => {
  const url = await freshDatabase()
  await inStore(url, (store) =>
    Effect.scoped(
      Effect.gen(function* () {
        yield* store.append(write("a", 0))
        const earlier = yield* slow(url)
        const { position } = yield* store.append(write("b", 0))
        const reading = yield* Effect.forkChild(store.readAll("", 10))
        yield* Effect.sleep("50 millis")
        yield* earlier.ends
        expect((yield* Fiber.join(reading)).at(-1)?.position).toBe(position)
      })
    )
  )
})

it("sixteen writers, and somebody who reads along with three facts at a time: each fact once, each stream in order", async () => {
  const url = await freshDatabase()
  await inStore(url, (store) =>
    Effect.gen(function* () {
      const writers = Array.from({ length: 16 }, (_, w) =>
        Effect.forEach(
          Array.from({ length: 25 }, (_, n) => n),
          (n) =>
            store.appendAll([
              write(`s${w}`, n, { facts: [fact(w * 100 + n)] }),
              ...(n % 5 === 4 ? [write(`t${w}`, (n - 4) / 5, { facts: [fact(-1)] })] : [])
            ])
        )
      )
      const writing = yield* Effect.forkChild(Effect.all(writers, { concurrency: "unbounded" }))
      const read: Array<number> = []
      for (let from = ""; read.length < 16 * 30;) {
        const facts = yield* store.readAll(from, 3)
        read.push(...numbers(facts))
        from = facts.at(-1)?.position ?? from
      }
      yield* Fiber.join(writing)
      const own = read.filter((n) => n >= 0)
      expect(read).toHaveLength(16 * 30)
      for (let w = 0; w < 16; w++)
        expect(own.filter((n) => Math.floor(n / 100) === w)).toEqual(Array.from({ length: 25 }, (_, n) => w * 100 + n))
    })
  )
})

it("facts that come from a server whose transactions counted further stay before what is written here", async () => {
  const url = await freshDatabase()
  const before = await inStore(url, (store) =>
    Effect.gen(function* () {
      yield* store.append(write("a", 0, { facts: [fact(1), fact(2)] }))
      yield* store.append(write("b", 0, { facts: [fact(3)] }))
      return yield* store.readAll("", 10)
    })
  )
  // As a dump of that server restores them.
  await query(url, "SET groeikring.tenant = 'school'", "UPDATE groeikring.facts SET transaction = transaction + 1000000")
  await inStore(url, (store) =>
    Effect.gen(function* () {
      const kept = yield* store.readAll("", 10)
      expect(numbers(kept)).toEqual(numbers(before))
      const heard = yield* Effect.forkChild(Stream.runCollect(Stream.take(store.follow(kept.at(-1)!.position), 2)))
      yield* store.append(write("b", 1, { facts: [fact(4)] }))
      yield* store.append(write("a", 2, { facts: [fact(5)] }))
      expect(numbers([...(yield* Fiber.join(heard))])).toEqual([4, 5])
      expect(numbers(yield* store.readAll("", 10))).toEqual([1, 2, 3, 4, 5])
    })
  )
})

it("word of a new fact crosses from process to process, and whoever missed it looks again", async () => {
  const url = await freshDatabase()
  await inStore(url, (store) =>
    Effect.gen(function* () {
      const heard = yield* Effect.forkChild(Stream.runCollect(Stream.take(store.follow(""), 2)))
      yield* Effect.promise(() => inStore(url, (other) => other.append(write("a", 0, { facts: [fact(1)] }))))
      // Nobody says a word of this one.
      yield* Effect.promise(() =>
        query(
          url,
          "SET groeikring.tenant = 'school'",
          "SET search_path = groeikring",
          `INSERT INTO facts (tenant, stream, version, transaction, place, at, type, data, command, part)
           SELECT tenant, stream, 2, pg_current_xact_id()::text::bigint, 1, 0, 'Told', '{"n":2}', 'silent', 1 FROM streams`
        )
      )
      expect(numbers([...(yield* Fiber.join(heard))])).toEqual([1, 2])
    })
  )
})

it("a checkpoint of another store is not taken for one of this", async () => {
  await expect(inStore(await freshDatabase(), (store) => store.readAll("12", 10))).rejects.toThrow(
    '"12" is no checkpoint of a store on PostgreSQL.'
  )
})
