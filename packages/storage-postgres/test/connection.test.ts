import { EventStore } from "@groeikring/storage"
import { Effect, Fiber, Stream } from "effect"
import { once } from "node:events"
import { connect, createServer } from "node:net"
import { expect, inject, it } from "vitest"
import { PostgresStore } from "../src/index.ts"
import { freshDatabase, holding, query } from "./database.ts"
import { startServer } from "./server.ts"
import { fact, numbers, write } from "./writes.ts"

const inStore = <A, E>(url: string, ask: (store: EventStore["Service"]) => Effect.Effect<A, E>) =>
  Effect.runPromise(Effect.orDie(Effect.provide(Effect.flatMap(EventStore, ask), PostgresStore.facts(url))))

const userOf = (url: string) => new URL(url).username
/** Cuts every connection that the application has, as an administrator does. */
const cutAll = (url: string) =>
  query(inject("server"), `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '${userOf(url)}'`)

const waiting = (url: string) =>
  Effect.promise(() =>
    query(inject("server"), `SELECT FROM pg_stat_activity WHERE usename = '${userOf(url)}' AND wait_event_type = 'Lock'`)
  ).pipe(Effect.repeat({ until: ({ length }) => length > 0 }))

it("a connection that is cut in the middle of a write is made anew, and the write happens once", async () => {
  const url = await freshDatabase()
  await inStore(url, (store) =>
    Effect.scoped(
      Effect.gen(function* () {
        yield* store.append(write("a", 0))
        const { release } = yield* holding(url)
        const written = yield* Effect.forkChild(store.append(write("a", 1, { facts: [fact(2), fact(3)] })))
        yield* waiting(url)
        yield* Effect.promise(() => cutAll(url))
        yield* release
        expect(yield* Fiber.join(written)).toMatchObject({ version: 3, repeated: false })
        expect(numbers(yield* store.read({ machine: "Plan", id: "a" }))).toEqual([1, 2, 3])
      })
    )
  )
})

/** A line to the server that loses the answer to whatever holds these words, and breaks. */
const line = async (url: string, words: string) => {
  const { hostname, port } = new URL(url)
  let broken = 0
  const proxy = createServer((client) => {
    const server = connect(Number(port), hostname)
    let isLosing = false
    const close = () => {
      client.destroy()
      server.destroy()
    }
    for (const socket of [client, server]) socket.on("error", close).on("close", close)
    client.on("data", (asked) => {
      isLosing ||= asked.includes(words)
      server.write(asked)
    })
    server.on("data", (answer) => {
      if (!isLosing) return void client.write(answer)
      broken++
      words = "nothing any more"
      close()
    })
  }).listen(0, "127.0.0.1")
  await once(proxy, "listening")
  const along = new URL(url)
  along.hostname = "127.0.0.1"
  along.port = String((proxy.address() as { readonly port: number }).port)
  return { url: along.href, broken: () => broken, close: () => proxy.close() }
}

it("a write whose answer was lost is answered by the next try as what it was: the first", async () => {
  const url = await freshDatabase()
  const through = await line(url, "lost on the way")
  await inStore(through.url, (store) =>
    Effect.gen(function* () {
      yield* store.append(write("a", 0))
      const lost = write("a", 1, { facts: [fact(2), fact(3)], command: "lost on the way" })
      const { position, ...rest } = yield* store.append(lost)
      expect(through.broken()).toBe(1)
      expect(rest).toEqual({ version: 3, repeated: false })
      const facts = yield* store.readAll("", 10)
      expect(numbers(facts)).toEqual([1, 2, 3])
      expect(facts.at(-1)?.position).toBe(position)
      expect(yield* store.append(lost)).toEqual({ version: 3, position, repeated: true })
    })
  )
  through.close()
})

it("and so is a write to several streams, wherever in it the line broke", async () => {
  for (const words of ["BEGIN", "first of two", "second of two", "COMMIT"]) {
    const url = await freshDatabase()
    // Before the line is there, so that it does not break while the tables are made.
    await inStore(url, (store) => store.append(write("a", 0)))
    const through = await line(url, words)
    await inStore(through.url, (store) =>
      Effect.gen(function* () {
        const several = [write("b", 0, { command: "first of two" }), write("a", 1, { command: "second of two" })]
        const written = yield* store.appendAll(several)
        expect(through.broken()).toBe(1)
        expect(written.map(({ repeated, version }) => ({ repeated, version }))).toEqual([
          { version: 1, repeated: false },
          { version: 2, repeated: false }
        ])
        expect((yield* store.readAll("", 10)).map(({ stream: { id }, version }) => `${id} ${version}`)).toEqual([
          "a 1",
          "b 1",
          "a 2"
        ])
      })
    )
    through.close()
  }
})

it("connections that are cut again and again lose nothing and repeat nothing, and who follows hears all of it", async () => {
  const url = await freshDatabase()
  await inStore(url, (store) =>
    Effect.gen(function* () {
      const heard = yield* Effect.forkChild(Stream.runCollect(Stream.take(store.follow(""), 400)))
      const cutting = yield* Effect.promise(() => cutAll(url)).pipe(
        Effect.andThen(Effect.sleep("30 millis")),
        Effect.forever,
        Effect.forkChild
      )
      const writers = Array.from({ length: 4 }, (_, w) =>
        Effect.forEach(
          Array.from({ length: 100 }, (_, n) => n),
          (n) => store.append(write(`s${w}`, n, { facts: [fact(w * 1000 + n)] }))
        )
      )
      const written = (yield* Effect.all(writers, { concurrency: "unbounded" })).flat()
      yield* Fiber.interrupt(cutting)
      expect(written.filter(({ repeated }) => repeated)).toEqual([])
      const facts = [...(yield* Fiber.join(heard))]
      const expected = Array.from({ length: 4 }, (_, w) => Array.from({ length: 100 }, (_, n) => w * 1000 + n)).flat()
      expect(numbers(facts).toSorted((one, other) => one - other)).toEqual(expected)
      expect(yield* store.readAll("", 1_000)).toEqual(facts)
    })
  )
})

it("a server that restarts is waited for, by who writes and by who follows", async () => {
  const server = await startServer()
  try {
    const url = await freshDatabase(server.url)
    await inStore(url, (store) =>
      Effect.gen(function* () {
        const heard = yield* Effect.forkChild(Stream.runCollect(Stream.take(store.follow(""), 60)))
        const writer = yield* Effect.forkChild(
          Effect.forEach(
            Array.from({ length: 60 }, (_, n) => n),
            (n) => Effect.andThen(Effect.sleep("20 millis"), store.append(write("a", n, { facts: [fact(n)] })))
          )
        )
        yield* Effect.sleep("300 millis")
        yield* Effect.promise(server.stop)
        yield* Effect.sleep("300 millis")
        yield* Effect.promise(server.start)
        expect((yield* Fiber.join(writer)).filter(({ repeated }) => repeated)).toEqual([])
        expect(numbers([...(yield* Fiber.join(heard))])).toEqual(Array.from({ length: 60 }, (_, n) => n))
      })
    )
  } finally {
    await server.drop()
  }
})
