/**
 * What every store promises. An adapter's test file is one loop over these.
 *
 * They belong to no test runner: each is a sentence and a check that fails when the sentence is not true.
 */
import {
  Conflict,
  EventStore,
  type Fact,
  nameOf,
  type NewFact,
  type Row,
  Rows,
  type StreamName,
  type Write
} from "@groeikring/storage"
import { Context, Effect, Exit, Fiber, Layer, type Scope, Stream } from "effect"
import * as assert from "node:assert/strict"

/** One promise of a store. */
export interface StoreLaw {
  readonly promise: string
  readonly check: Effect.Effect<void>
}

/** Where facts lie: opened for a tenant, and as often as there are processes. */
export type Place = (tenant: string) => Layer.Layer<EventStore | Rows>

type Store = EventStore["Service"]

interface Opened {
  readonly store: Store
  readonly rows: Rows["Service"]
  /** The same place opened once more, as another process does it; or for another tenant. */
  readonly again: (tenant?: string) => Effect.Effect<Opened, never, Scope.Scope>
}
const opened = (place: Place, tenant: string): Effect.Effect<Opened, never, Scope.Scope> =>
  Effect.map(Layer.build(Layer.fresh(place(tenant))), (services) => ({
    store: Context.get(services, EventStore),
    rows: Context.get(services, Rows),
    again: (other = tenant) => opened(place, other)
  }))

const a: StreamName = { machine: "Plan", id: "a" }
const b: StreamName = { machine: "Plan", id: "b" }
const fact = (n: number, more: Partial<NewFact> = {}): NewFact => ({
  type: "Told",
  data: { n },
  boxes: {},
  actor: "p-1",
  ...more
})
let commands = 0
const write = (stream: StreamName, expected: Write["expected"], facts: Write["facts"], more: Partial<Write> = {}): Write => {
  const command = `c${++commands}`
  return { stream, expected, facts, at: 100 + commands, command, correlation: command, links: {}, ...more }
}
const numbers = (facts: ReadonlyArray<Fact>) => facts.map(({ data }) => (data as { readonly n: number }).n)

/** All facts, page by page, from the beginning. */
const everything = Effect.fnUntraced(function* (store: Store, page: number) {
  const all: Array<Fact> = []
  for (let from = ""; ;) {
    const facts = yield* store.readAll(from, page)
    if (facts.length === 0) return all
    all.push(...facts)
    from = facts.at(-1)!.position
  }
})

const row = (key: string, n: number, links: Row["links"] = {}): Row => ({ key, value: { n }, links })
const keysOf = (rows: ReadonlyArray<Row>) => rows.map(({ key }) => key)

const promises: Record<string, (opened: Opened) => Effect.Effect<unknown, unknown, Scope.Scope>> = {
  "a stream nobody wrote to is empty": ({ store }) => Effect.map(store.read(a), (facts) => assert.deepEqual(facts, [])),

  "facts come back whole, in the order they were written, with versions from one": Effect.fnUntraced(function* ({ store }) {
    const first = write(a, 0, [fact(1, { boxes: { "p-1": "Ym94" } })], { causation: "before" })
    yield* store.append(first)
    yield* store.append(write(a, 1, [fact(2), fact(3)]))
    const facts = yield* store.read(a)
    assert.deepEqual(numbers(facts), [1, 2, 3])
    assert.deepEqual(
      facts.map(({ version }) => version),
      [1, 2, 3]
    )
    const { position: _, ...told } = facts[0]!
    const { at, causation, command, correlation, stream } = first
    assert.deepEqual(told, { ...fact(1, { boxes: { "p-1": "Ym94" } }), stream, version: 1, at, command, correlation, causation })
    assert.deepEqual(numbers(yield* store.read(a, 1)), [2, 3], "reading from a version leaves out what came before")
  }),

  "streams do not leak into each other": Effect.fnUntraced(function* ({ store }) {
    yield* store.append(write(a, 0, [fact(1)]))
    yield* store.append(write({ machine: "Group", id: "a" }, 0, [fact(2)]))
    assert.deepEqual(yield* store.read(b), [])
    assert.deepEqual(numbers(yield* store.read(a)), [1])
  }),

  "a writer who saw another version is told so, and nothing of it is kept": Effect.fnUntraced(function* ({ store }) {
    yield* store.append(write(a, 0, [fact(1)]))
    for (const expected of [0, 2]) {
      const refused = yield* Effect.flip(store.append(write(a, expected, [fact(7), fact(8)], { links: { owner: ["p-9"] } })))
      assert.deepEqual(refused, new Conflict({ stream: nameOf(a), expected, actual: 1 }))
    }
    assert.deepEqual(numbers(yield* store.read(a)), [1])
    assert.deepEqual(yield* store.find("Plan", { field: "owner", value: "p-9" }), [])
  }),

  "what must not be there yet is refused where there is something, and what must be there where there is nothing":
    Effect.fnUntraced(function* ({ store }) {
      const absent = yield* Effect.flip(store.append(write(a, "Something", [fact(1)])))
      assert.deepEqual(absent, new Conflict({ stream: nameOf(a), expected: "Something", actual: 0 }))
      assert.deepEqual(yield* store.read(a), [])
      assert.deepEqual(yield* store.find("Plan"), [])
      yield* store.append(write(a, 0, [fact(1), fact(2)]))
      const present = yield* Effect.flip(store.append(write(a, 0, [fact(9)])))
      assert.deepEqual(present, new Conflict({ stream: nameOf(a), expected: 0, actual: 2 }))
      const { version } = yield* store.append(write(a, "Something", [fact(3)]))
      assert.equal(version, 3)
      assert.deepEqual(numbers(yield* store.read(a)), [1, 2, 3])
    }),

  "of many writers at the same version, exactly one wins": Effect.fnUntraced(function* ({ store }) {
    const writers = Array.from({ length: 8 }, (_, n) => Effect.exit(store.append(write(a, 0, [fact(n), fact(n)]))))
    const exits = yield* Effect.all(writers, { concurrency: "unbounded" })
    assert.equal(exits.filter(Exit.isSuccess).length, 1)
    const [one, other] = numbers(yield* store.read(a))
    assert.equal((yield* store.read(a)).length, 2)
    assert.equal(one, other, "both facts are of the same writer")
  }),

  "a retry of a command is answered with the first result, and writes nothing": Effect.fnUntraced(function* ({ store }) {
    const command = write(a, 0, [fact(1), fact(2)])
    const first = yield* store.append(command)
    assert.equal(first.repeated, false)
    yield* store.append(write(a, 2, [fact(3)]))
    // By now the version it expects is long gone.
    assert.deepEqual(yield* store.append(command), { ...first, repeated: true })
    assert.deepEqual(numbers(yield* store.read(a)), [1, 2, 3])
    assert.deepEqual(numbers(yield* store.writtenBy(a, command.command)), [1, 2])
    assert.deepEqual(yield* store.writtenBy(b, command.command), [], "a command id belongs to its stream")
  }),

  "a write to several streams happens whole, in its order": Effect.fnUntraced(function* ({ store }) {
    const before = yield* store.append(write(b, 0, [fact(1)]))
    const writes = [write(a, 0, [fact(2), fact(3)]), write(b, 1, [fact(4)]), write(a, 2, [fact(5)])]
    const written = yield* store.appendAll(writes)
    assert.deepEqual(
      written.map(({ repeated, version }) => ({ repeated, version })),
      [2, 2, 3].map((version) => ({ repeated: false, version }))
    )
    assert.deepEqual(numbers(yield* store.readAll(before.position, 10)), [2, 3, 4, 5])
    assert.equal((yield* store.readAll("", 10)).at(-1)?.position, written[2]?.position)
    assert.deepEqual(yield* store.appendAll([]), [])
    const more = write(b, 2, [fact(6)])
    const repeated = yield* store.appendAll([writes[0]!, more, writes[2]!])
    assert.deepEqual(repeated[0], { ...written[0], repeated: true }, "what was written before is answered again")
    assert.equal(repeated[1]?.repeated, false)
    assert.deepEqual(repeated[2], { ...written[2], repeated: true })
    assert.deepEqual(numbers(yield* store.read(b)), [1, 4, 6])
  }),

  "or not at all: one conflict in it, and none of it is kept": Effect.fnUntraced(function* ({ store }) {
    yield* store.append(write(b, 0, [fact(1)], { links: { owner: ["p-1"] } }))
    const first = write(a, 0, [fact(2)], { links: { owner: ["p-2"] } })
    const second = write(b, 1, [fact(3)], { links: { owner: ["p-2"] } })
    const refused = yield* Effect.flip(store.appendAll([first, second, write(a, 0, [fact(4)])]))
    assert.deepEqual(refused, new Conflict({ stream: nameOf(a), expected: 0, actual: 1 }))
    assert.deepEqual(yield* store.read(a), [])
    assert.deepEqual(numbers(yield* store.readAll("", 10)), [1])
    assert.deepEqual(yield* store.find("Plan"), ["b"])
    assert.deepEqual(yield* store.find("Plan", { field: "owner", value: "p-1" }), ["b"])
    assert.deepEqual(yield* store.find("Plan", { field: "owner", value: "p-2" }), [])
    assert.deepEqual(yield* store.writtenBy(a, first.command), [])
    assert.equal((yield* store.append(first)).repeated, false, "its commands can be sent again")
  }),

  "many who write to the same two streams in another order all get their turn": Effect.fnUntraced(function* ({ store }) {
    yield* store.appendAll([write(a, 0, [fact(0)]), write(b, 0, [fact(0)])])
    const both = (n: number) => [write(a, "Something", [fact(n)]), write(b, "Something", [fact(n)])]
    const writers = Array.from({ length: 8 }, (_, n) => store.appendAll(n % 2 === 0 ? both(n) : both(n).toReversed()))
    yield* Effect.all(writers, { concurrency: "unbounded" })
    const whole = yield* everything(store, 3)
    for (const stream of [a, b]) {
      const facts = yield* store.read(stream)
      assert.deepEqual(
        whole.filter(({ stream: { id } }) => id === stream.id),
        facts,
        "in the order of their stream"
      )
      assert.deepEqual(
        numbers(facts).toSorted((one, other) => one - other),
        [0, 0, 1, 2, 3, 4, 5, 6, 7]
      )
      assert.deepEqual(
        facts.map(({ version }) => version),
        Array.from({ length: 9 }, (_, n) => n + 1)
      )
    }
  }),

  "an anonymous fact has no actor": Effect.fnUntraced(function* ({ store }) {
    const { actor: _, ...anonymous } = fact(1)
    yield* store.append(write(a, 0, [anonymous]))
    assert.equal("actor" in (yield* store.read(a))[0]!, false)
  }),

  "a stream is found by what it is linked to, and no longer when that changed": Effect.fnUntraced(function* ({ store }) {
    const by = (field: string, value: string) => store.find("Plan", { field, value })
    yield* store.append(write(a, 0, [fact(1)], { links: { owner: ["p-1"], members: ["p-1", "p-2"] } }))
    yield* store.append(write(b, 0, [fact(2)], { links: { owner: ["p-1"] } }))
    yield* store.append(write({ machine: "Group", id: "g" }, 0, [fact(3)], { links: { owner: ["p-1"] } }))
    assert.deepEqual(yield* store.find("Plan"), ["a", "b"])
    assert.deepEqual(yield* by("owner", "p-1"), ["a", "b"])
    assert.deepEqual(yield* by("members", "p-2"), ["a"])
    yield* store.append(write(a, 1, [fact(4)], { links: { owner: ["p-3"], members: ["p-2"] } }))
    assert.deepEqual(yield* by("owner", "p-1"), ["b"])
    assert.deepEqual(yield* by("owner", "p-3"), ["a"])
    assert.deepEqual(yield* by("members", "p-1"), [])
    assert.deepEqual(yield* by("members", "p-2"), ["a"])
  }),

  "all facts have one order that neither skips nor repeats, whatever the page": Effect.fnUntraced(function* ({ store }) {
    const streams = Array.from({ length: 5 }, (_, n): StreamName => ({ machine: "Plan", id: `s${n}` }))
    yield* Effect.forEach(
      streams,
      Effect.fnUntraced(function* (stream, n) {
        for (let version = 0; version < 4; version++) yield* store.append(write(stream, version, [fact(n * 10 + version)]))
      }),
      { concurrency: "unbounded" }
    )
    const whole = yield* everything(store, 1_000)
    assert.equal(whole.length, 20)
    for (const page of [1, 3, 20]) assert.deepEqual(yield* everything(store, page), whole)
    for (const stream of streams) {
      const own = whole.filter(({ stream: { id } }) => id === stream.id)
      assert.deepEqual(
        own.map(({ version }) => version),
        [1, 2, 3, 4],
        "in the order of their stream"
      )
    }
  }),

  "who goes on from where they stood, while others write, skips nothing and repeats nothing": Effect.fnUntraced(function* ({
    store
  }) {
    const writers = Array.from({ length: 4 }, (_, n) =>
      Effect.gen(function* () {
        for (let version = 0; version < 10; version++) {
          yield* store.append(write({ machine: "Plan", id: `s${n}` }, version, [fact(n * 100 + version)]))
          yield* Effect.sleep(1)
        }
      })
    )
    const writing = yield* Effect.forkChild(Effect.all(writers, { concurrency: "unbounded" }))
    const read: Array<number> = []
    for (let idle = 0; read.length < 40 && idle < 500;) {
      const facts = yield* store.readAll(yield* store.checkpoint("reader"), 3)
      if (facts.length === 0) {
        idle++
        yield* Effect.sleep(1)
        continue
      }
      read.push(...numbers(facts))
      yield* store.saveCheckpoint("reader", facts.at(-1)!.position)
    }
    yield* Fiber.join(writing)
    assert.deepEqual(
      read.toSorted((one, other) => one - other),
      Array.from({ length: 40 }, (_, n) => Math.floor(n / 10) * 100 + (n % 10))
    )
  }),

  "the end is where the last fact stands": Effect.fnUntraced(function* ({ store }) {
    assert.equal(yield* store.end, "")
    for (const [n, stream] of [a, b].entries()) {
      yield* store.append(write(stream, 0, [fact(n), fact(n)]))
      const facts = yield* everything(store, 10)
      assert.equal(yield* store.end, facts.at(-1)!.position)
    }
  }),

  "a place that was given out is known by its form, and whatever else somebody may say is not": Effect.fnUntraced(function* ({
    store
  }) {
    yield* store.append(write(a, 0, [fact(1), fact(2)]))
    for (const { position } of yield* store.readAll("", 2)) assert.equal(yield* store.isCheckpoint(position), true)
    for (const text of ["", "yesterday", "-1", "1e9", "0x10", "1;2", "1/", "/1", "1/2/3", "9".repeat(50), `1/${"9".repeat(19)}`])
      assert.equal(yield* store.isCheckpoint(text), false, text)
  }),

  "who follows hears what was, and then what happens, without a gap": Effect.fnUntraced(function* ({ store }) {
    yield* store.append(write(a, 0, [fact(1), fact(2)]))
    const [first] = yield* store.readAll("", 1)
    const heard = yield* Effect.forkChild(Stream.runCollect(Stream.take(store.follow(first!.position), 4)))
    yield* store.append(write(b, 0, [fact(3)]))
    yield* Effect.sleep("50 millis")
    yield* store.append(write(a, 2, [fact(4), fact(5)]))
    assert.deepEqual(numbers([...(yield* Fiber.join(heard))]), [2, 3, 4, 5])
  }),

  "what another process wrote is there, and is heard by who follows": Effect.fnUntraced(function* ({ again, store }) {
    yield* store.append(write(a, 0, [fact(1)]))
    const other = (yield* again()).store
    assert.deepEqual(numbers(yield* other.read(a)), [1])
    const heard = yield* Effect.forkChild(Stream.runCollect(Stream.take(other.follow(""), 3)))
    yield* Effect.sleep("50 millis")
    yield* store.append(write(a, 1, [fact(2)]))
    yield* other.append(write(a, 2, [fact(3)]))
    assert.deepEqual(numbers([...(yield* Fiber.join(heard))]), [1, 2, 3])
    assert.deepEqual(numbers(yield* store.read(a)), [1, 2, 3])
    assert.equal((yield* Effect.flip(other.append(write(a, 1, [fact(4)])))).actual, 3)
  }),

  "tenants know nothing of each other: not by stream, link, command, order, checkpoint or row": Effect.fnUntraced(function* ({
    again,
    rows,
    store
  }) {
    const other = yield* again("the other school")
    assert.notEqual(other.store.tenant, store.tenant)
    const first = write(a, 0, [fact(1)], { links: { owner: ["p-1"] } })
    const { position } = yield* store.append(first)
    yield* store.saveCheckpoint("reader", position)
    yield* rows.turn("shown", { from: "", to: position, rows: [row("a", 1, { owner: ["p-1"] })], gone: [] })
    assert.deepEqual(yield* other.store.read(a), [])
    assert.deepEqual(yield* other.store.find("Plan"), [])
    assert.deepEqual(yield* other.store.find("Plan", { field: "owner", value: "p-1" }), [])
    assert.deepEqual(yield* other.store.readAll("", 10), [])
    assert.equal(yield* other.store.end, "")
    assert.deepEqual(yield* other.store.writtenBy(a, first.command), [])
    assert.equal(yield* other.store.checkpoint("reader"), "")
    assert.equal(yield* other.rows.standing("shown"), "")
    assert.deepEqual(yield* other.rows.get("shown", ["a"]), [])
    assert.deepEqual(yield* other.rows.find("shown"), [])
    const same = yield* other.store.append({ ...first, facts: [fact(2)] })
    assert.deepEqual({ ...same, position: "" }, { version: 1, position: "", repeated: false })
    assert.equal(yield* other.rows.turn("shown", { from: "", to: same.position, rows: [row("a", 2)], gone: [] }), true)
    yield* other.rows.clear("shown")
    assert.deepEqual(numbers(yield* store.read(a)), [1])
    assert.deepEqual(numbers(yield* store.readAll("", 10)), [1])
    assert.deepEqual(yield* rows.find("shown"), [row("a", 1, { owner: ["p-1"] })])
    const heard = yield* Stream.runCollect(Stream.take(other.store.follow(""), 1))
    assert.deepEqual(numbers([...heard]), [2])
  }),

  "a row is found by its key and its links, and no longer when those changed": Effect.fnUntraced(function* ({ rows }) {
    assert.deepEqual(yield* rows.find("shown"), [])
    const first = [row("b", 2, { owner: ["p-1"] }), row("a", 1, { owner: ["p-1"], members: ["p-1", "p-2"] }), row("Z", 3)]
    assert.equal(yield* rows.turn("shown", { from: "", to: "1", rows: first, gone: [] }), true)
    assert.deepEqual(yield* rows.find("shown"), [first[2], first[1], first[0]], "in the order of their keys")
    assert.deepEqual(yield* rows.get("shown", ["b", "nobody", "a"]), [first[0], first[1]])
    assert.deepEqual(yield* rows.get("elsewhere", ["a"]), [])
    const by = (field: string, value: string) => Effect.map(rows.find("shown", { field, value }), keysOf)
    assert.deepEqual(yield* by("owner", "p-1"), ["a", "b"])
    assert.deepEqual(yield* by("members", "p-2"), ["a"])
    const second = [row("a", 4, { owner: ["p-3"] })]
    assert.equal(yield* rows.turn("shown", { from: "1", to: "2", rows: second, gone: ["b", "nobody"] }), true)
    assert.deepEqual(yield* rows.find("shown"), [first[2], second[0]])
    assert.deepEqual(yield* by("owner", "p-1"), [])
    assert.deepEqual(yield* by("members", "p-2"), [])
    assert.deepEqual(yield* by("owner", "p-3"), ["a"])
  }),

  "rows and where they stand are written together, and by one process only": Effect.fnUntraced(function* ({ again, rows }) {
    const other = (yield* again()).rows
    assert.equal(yield* rows.standing("shown"), "")
    const turns = [rows, other, rows, other].map((rows, n) =>
      rows.turn("shown", { from: "", to: `${n + 1}`, rows: [row("a", n + 1)], gone: [] })
    )
    const taken = yield* Effect.all(turns, { concurrency: "unbounded" })
    assert.equal(taken.filter((one) => one).length, 1)
    const winner = taken.indexOf(true) + 1
    assert.equal(yield* other.standing("shown"), `${winner}`)
    assert.deepEqual(yield* other.find("shown"), [row("a", winner)])
    yield* rows.clear("shown")
    assert.equal(yield* other.standing("shown"), "")
    assert.deepEqual(yield* other.find("shown"), [])
    assert.deepEqual(yield* other.find("shown", { field: "owner", value: "p-1" }), [])
  }),

  "a reader finds back where it stood": Effect.fnUntraced(function* ({ store }) {
    assert.equal(yield* store.checkpoint("reader"), "")
    const { position } = yield* store.append(write(a, 0, [fact(1)]))
    yield* store.saveCheckpoint("reader", position)
    assert.equal(yield* store.checkpoint("reader"), position)
    assert.equal(yield* store.checkpoint("other"), "")
    assert.deepEqual(yield* store.readAll(position, 10), [])
  })
}

/**
 * Every promise, each to be kept in a fresh place.
 *
 * @example
 * ```ts
 * import { MemoryStore } from "@groeikring/storage"
 * import { storeLaws } from "@groeikring/testkit"
 * import { Effect } from "effect"
 *
 * for (const { check } of storeLaws(MemoryStore.place)) await Effect.runPromise(check)
 * ```
 */
export const storeLaws = (fresh: () => Place): ReadonlyArray<StoreLaw> =>
  Object.entries(promises).map(([promise, keep]) => ({
    promise,
    check: Effect.suspend(() => opened(fresh(), "school")).pipe(Effect.flatMap(keep), Effect.orDie, Effect.asVoid, Effect.scoped)
  }))
