/**
 * What every store promises. An adapter's test file is one loop over these.
 *
 * They belong to no test runner: each is a sentence and a check that fails when the sentence is not true.
 */
import { Conflict, EventStore, type Fact, nameOf, type NewFact, type StreamName, type Write } from "@groeikring/storage"
import { Effect, Exit, Fiber, type Layer, Stream } from "effect"
import * as assert from "node:assert/strict"

/** One promise of a store. */
export interface StoreLaw {
  readonly promise: string
  readonly check: Effect.Effect<void>
}

type Store = EventStore["Service"]

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
const write = (stream: StreamName, expected: number, facts: Write["facts"], more: Partial<Write> = {}): Write => {
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

const promises: Record<string, (store: Store) => Effect.Effect<unknown, unknown>> = {
  "a stream nobody wrote to is empty": (store) => Effect.map(store.read(a), (facts) => assert.deepEqual(facts, [])),

  "facts come back whole, in the order they were written, with versions from one": Effect.fnUntraced(function* (store) {
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

  "streams do not leak into each other": Effect.fnUntraced(function* (store) {
    yield* store.append(write(a, 0, [fact(1)]))
    yield* store.append(write({ machine: "Group", id: "a" }, 0, [fact(2)]))
    assert.deepEqual(yield* store.read(b), [])
    assert.deepEqual(numbers(yield* store.read(a)), [1])
  }),

  "a writer who saw another version is told so, and nothing of it is kept": Effect.fnUntraced(function* (store) {
    yield* store.append(write(a, 0, [fact(1)]))
    for (const expected of [0, 2]) {
      const refused = yield* Effect.flip(store.append(write(a, expected, [fact(7), fact(8)], { links: { owner: ["p-9"] } })))
      assert.deepEqual(refused, new Conflict({ stream: nameOf(a), expected, actual: 1 }))
    }
    assert.deepEqual(numbers(yield* store.read(a)), [1])
    assert.deepEqual(yield* store.find("Plan", { field: "owner", value: "p-9" }), [])
  }),

  "of many writers at the same version, exactly one wins": Effect.fnUntraced(function* (store) {
    const writers = Array.from({ length: 8 }, (_, n) => Effect.exit(store.append(write(a, 0, [fact(n), fact(n)]))))
    const exits = yield* Effect.all(writers, { concurrency: "unbounded" })
    assert.equal(exits.filter(Exit.isSuccess).length, 1)
    const [one, other] = numbers(yield* store.read(a))
    assert.equal((yield* store.read(a)).length, 2)
    assert.equal(one, other, "both facts are of the same writer")
  }),

  "a retry of a command is answered with the first result, and writes nothing": Effect.fnUntraced(function* (store) {
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

  "an anonymous fact has no actor": Effect.fnUntraced(function* (store) {
    const { actor: _, ...anonymous } = fact(1)
    yield* store.append(write(a, 0, [anonymous]))
    assert.equal("actor" in (yield* store.read(a))[0]!, false)
  }),

  "a stream is found by what it is linked to, and no longer when that changed": Effect.fnUntraced(function* (store) {
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

  "all facts have one order that neither skips nor repeats, whatever the page": Effect.fnUntraced(function* (store) {
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

  "who goes on from where they stood, while others write, skips nothing and repeats nothing": Effect.fnUntraced(
    function* (store) {
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
    }
  ),

  "who follows hears what was, and then what happens, without a gap": Effect.fnUntraced(function* (store) {
    yield* store.append(write(a, 0, [fact(1), fact(2)]))
    const [first] = yield* store.readAll("", 1)
    const heard = yield* Effect.forkChild(Stream.runCollect(Stream.take(store.follow(first!.position), 4)))
    yield* store.append(write(b, 0, [fact(3)]))
    yield* Effect.sleep("50 millis")
    yield* store.append(write(a, 2, [fact(4), fact(5)]))
    assert.deepEqual(numbers([...(yield* Fiber.join(heard))]), [2, 3, 4, 5])
  }),

  "a reader finds back where it stood": Effect.fnUntraced(function* (store) {
    assert.equal(yield* store.checkpoint("reader"), "")
    const { position } = yield* store.append(write(a, 0, [fact(1)]))
    yield* store.saveCheckpoint("reader", position)
    assert.equal(yield* store.checkpoint("reader"), position)
    assert.equal(yield* store.checkpoint("other"), "")
    assert.deepEqual(yield* store.readAll(position, 10), [])
  })
}

/**
 * Every promise, each to be kept by a fresh store.
 *
 * @example
 * ```ts
 * import { MemoryStore } from "@groeikring/storage"
 * import { storeLaws } from "@groeikring/testkit"
 * import { Effect } from "effect"
 *
 * for (const { check } of storeLaws(MemoryStore.layer)) await Effect.runPromise(check)
 * ```
 */
export const storeLaws = (layer: Layer.Layer<EventStore>): ReadonlyArray<StoreLaw> =>
  Object.entries(promises).map(([promise, keep]) => ({
    promise,
    check: Effect.asVoid(Effect.orDie(Effect.flatMap(EventStore, keep))).pipe(Effect.provide(layer))
  }))
