/** Each promise of a store is broken by a store that breaks it on purpose. */
import { Conflict, EventStore, MemoryStore, nameOf, Rows, type Write } from "@groeikring/storage"
import { Effect, Exit, Layer, Stream } from "effect"
import { describe, expect, it } from "vitest"
import { storeLaws } from "../src/index.ts"

type Store = EventStore["Service"]
type Kept = Rows["Service"]

/** A place in memory where something is done otherwise than promised. */
const broken = (change: (store: Store) => Partial<Store>, mend: (rows: Kept) => Partial<Kept>) => () => {
  const place = MemoryStore.place()
  return (tenant: string) =>
    Layer.unwrap(
      Effect.gen(function* () {
        const [store, rows] = [yield* EventStore, yield* Rows]
        return Layer.merge(
          Layer.succeed(EventStore, EventStore.of({ ...store, ...change(store) })),
          Layer.succeed(Rows, Rows.of({ ...rows, ...mend(rows) }))
        )
      })
    ).pipe(Layer.provide(place(tenant)))
}
const everBroken = new Set<string>()
const promisesBrokenIn = async (fresh: Parameters<typeof storeLaws>[0]) => {
  const kept = await Promise.all(
    storeLaws(fresh).map(async ({ check, promise }) =>
      Exit.isSuccess(await Effect.runPromiseExit(Effect.timeout(check, "2 seconds"))) ? [] : [promise]
    )
  )
  for (const promise of kept.flat()) everBroken.add(promise)
  return kept.flat()
}
/** One by one is how most of these stores write to several streams. */
const oneByOne =
  (append: Store["append"]): Store["appendAll"] =>
  (writes) =>
    Effect.forEach(writes, append)
const brokenBy = (change: (store: Store) => Partial<Store>) => promisesBrokenIn(broken(change, () => ({})))
const rowsBrokenBy = (mend: (rows: Kept) => Partial<Kept>) => promisesBrokenIn(broken(() => ({}), mend))

describe("a store that breaks its promise is found out", () => {
  it("when it ignores the version a writer saw", async () => {
    const found = await brokenBy((store) => ({
      append: (write) => Effect.flatMap(store.read(write.stream), ({ length }) => store.append({ ...write, expected: length }))
    }))
    expect(found).toContain("a writer who saw another version is told so, and nothing of it is kept")
    expect(found).toContain("of many writers at the same version, exactly one wins")
  })

  it("when it keeps half of what it refuses", async () => {
    const found = await brokenBy((store) => ({
      append: (write) =>
        Effect.catch(store.append(write), (conflict) =>
          Effect.andThen(
            Effect.orDie(store.append({ ...write, expected: conflict.actual, facts: [write.facts[0]] })),
            Effect.fail(conflict)
          )
        )
    }))
    expect(found).toContain("a writer who saw another version is told so, and nothing of it is kept")
  })

  it("when it forgets which commands it wrote", async () => {
    let n = 0
    const found = await brokenBy((store) => ({
      append: (write) => store.append({ ...write, command: `${write.command}-${++n}` })
    }))
    expect(found).toContain("a retry of a command is answered with the first result, and writes nothing")
  })

  it("when it takes anything for a place of its own, or nothing", async () => {
    const promise = "a place that was given out is known by its form, and whatever else somebody may say is not"
    for (const answer of [true, false])
      expect(await brokenBy(() => ({ isCheckpoint: () => Effect.succeed(answer) }))).toEqual([promise])
  })

  it("when it does not know where it ends", async () => {
    const promise = "the end is where the last fact stands"
    for (const end of ["", "1"]) expect(await brokenBy(() => ({ end: Effect.succeed(end) }))).toContain(promise)
  })

  it("when it says that a first write is a repetition", async () => {
    const found = await brokenBy((store) => ({
      append: (write) => Effect.map(store.append(write), (written) => ({ ...written, repeated: true }))
    }))
    expect(found).toEqual([
      "a retry of a command is answered with the first result, and writes nothing",
      "or not at all: one conflict in it, and none of it is kept",
      "tenants know nothing of each other: not by stream, link, command, order, checkpoint or row"
    ])
  })

  it("when streams of another machine leak in", async () => {
    const found = await brokenBy((store) => ({
      read: (stream, version) =>
        Effect.map(store.readAll("", 1_000), (facts) =>
          facts.filter((fact) => fact.stream.id === stream.id && fact.version > (version ?? 0))
        )
    }))
    expect(found).toContain("streams do not leak into each other")
  })

  it("when facts come back in another order", async () => {
    const found = await brokenBy((store) => ({
      read: (stream, version) => Effect.map(store.read(stream, version), (facts) => facts.toReversed())
    }))
    expect(found).toContain("facts come back whole, in the order they were written, with versions from one")
  })

  it("when a stream that is not there is made up", async () => {
    const found = await brokenBy((store) => ({
      read: (stream, version) =>
        Effect.map(store.read(stream, version), (facts) =>
          facts.length > 0
            ? facts
            : [{ stream, version: 1, position: "1", type: "X", data: {}, boxes: {}, at: 0, command: "c", correlation: "c" }]
        )
    }))
    expect(found).toContain("a stream nobody wrote to is empty")
  })

  it("when it names the actor of an anonymous fact", async () => {
    const found = await brokenBy((store) => ({
      read: (stream, version) =>
        Effect.map(store.read(stream, version), (facts) => facts.map((fact) => ({ actor: "?", ...fact })))
    }))
    expect(found).toContain("an anonymous fact has no actor")
  })

  it("when it keeps links that are gone", async () => {
    const old = new Map<string, Record<string, ReadonlyArray<string>>>()
    const found = await brokenBy((store) => ({
      append: (write) => {
        const before = old.get(nameOf(write.stream)) ?? {}
        const links = Object.fromEntries(
          [...new Set([...Object.keys(before), ...Object.keys(write.links)])].map((field) => [
            field,
            [...(before[field] ?? []), ...(write.links[field] ?? [])]
          ])
        )
        old.set(nameOf(write.stream), links)
        return store.append({ ...write, links })
      }
    }))
    expect(found).toContain("a stream is found by what it is linked to, and no longer when that changed")
  })

  it("when a page repeats the last fact of the page before", async () => {
    const found = await brokenBy((store) => ({
      readAll: (after, limit) =>
        Effect.flatMap(store.readAll(after, limit), (facts) =>
          facts.length === 0 ? Effect.succeed(facts) : store.readAll(after === "" ? "" : String(Number(after) - 1), limit + 1)
        )
    }))
    expect(found).toContain("all facts have one order that neither skips nor repeats, whatever the page")
  })

  it("when a fact appears after a later one was read", async () => {
    const found = await brokenBy((store) => {
      const seen = new Set<string>()
      return {
        readAll: (after, limit) =>
          Effect.map(store.readAll(after, limit), (facts) =>
            facts.filter(({ position }, n) => {
              const isLate = n === 0 && facts.length > 1 && !seen.has(position)
              seen.add(position)
              return !isLate
            })
          )
      }
    })
    expect(found).toContain("who goes on from where they stood, while others write, skips nothing and repeats nothing")
  })

  it("when whoever follows hears only what is new", async () => {
    const found = await brokenBy((store) => ({
      follow: () => Stream.unwrap(Effect.map(store.readAll("", 1_000), (facts) => store.follow(facts.at(-1)?.position ?? "")))
    }))
    expect(found).toEqual([
      "who follows hears what was, and then what happens, without a gap",
      "what another process wrote is there, and is heard by who follows",
      "tenants know nothing of each other: not by stream, link, command, order, checkpoint or row"
    ])
  })

  it("when it loses where a reader stood", async () => {
    expect(await brokenBy(() => ({ saveCheckpoint: () => Effect.void }))).toEqual([
      "who goes on from where they stood, while others write, skips nothing and repeats nothing",
      "a reader finds back where it stood"
    ])
  })

  it("when it begins again what must not be there yet, as Emmett 0.42 does", async () => {
    const found = await brokenBy((store) => ({
      append: (write) =>
        Effect.flatMap(store.read(write.stream), ({ length }) =>
          store.append(write.expected === 0 ? { ...write, expected: length } : write)
        )
    }))
    expect(found).toContain(
      "what must not be there yet is refused where there is something, and what must be there where there is nothing"
    )
  })

  it("when it begins what must be there, as Emmett 0.42 does", async () => {
    const found = await brokenBy((store) => ({
      append: (write) =>
        Effect.flatMap(store.read(write.stream), ({ length }) =>
          store.append(write.expected === "Something" ? { ...write, expected: length } : write)
        )
    }))
    expect(found).toEqual([
      "what must not be there yet is refused where there is something, and what must be there where there is nothing"
    ])
  })

  it("when it keeps the half of several writes that came before a conflict", async () => {
    expect(await brokenBy((store) => ({ appendAll: oneByOne(store.append) }))).toEqual([
      "or not at all: one conflict in it, and none of it is kept"
    ])
  })

  it("when it writes to several streams in another order", async () => {
    const byStream = (one: Write, other: Write) => (nameOf(one.stream) < nameOf(other.stream) ? -1 : 1)
    const found = await brokenBy((store) => ({ appendAll: (writes) => store.appendAll(writes.toSorted(byStream)) }))
    expect(found).toContain("a write to several streams happens whole, in its order")
  })

  it("when it hears only what its own process writes", async () => {
    const found = await brokenBy((store) => {
      const own = new Set<string>()
      return {
        append: (write) => {
          own.add(write.command)
          return store.append(write)
        },
        follow: (after) => Stream.filter(store.follow(after), ({ command }) => own.has(command))
      }
    })
    expect(found).toEqual(["what another process wrote is there, and is heard by who follows"])
  })

  it("when a tenant sees what is of another", async () => {
    const fresh = () => {
      const place = MemoryStore.place()
      return (tenant: string) =>
        Layer.merge(
          Layer.effect(
            EventStore,
            Effect.map(EventStore, (store) => EventStore.of({ ...store, tenant }))
          ),
          Layer.effect(Rows, Rows)
        ).pipe(Layer.provide(place("all of them")))
    }
    expect(await promisesBrokenIn(fresh)).toEqual([
      "tenants know nothing of each other: not by stream, link, command, order, checkpoint or row"
    ])
  })

  it("when a row stays that is gone", async () => {
    expect(await rowsBrokenBy((rows) => ({ turn: (name, turn) => rows.turn(name, { ...turn, gone: [] }) }))).toEqual([
      "a row is found by its key and its links, and no longer when those changed"
    ])
  })

  it("when two processes both take the turn of a projection", async () => {
    const found = await rowsBrokenBy((rows) => ({
      turn: (name, turn) => Effect.flatMap(rows.standing(name), (from) => rows.turn(name, { ...turn, from }))
    }))
    expect(found).toEqual(["rows and where they stand are written together, and by one process only"])
  })

  it("when it gives up on writes that meet each other halfway", async () => {
    const found = await brokenBy((store) => {
      let busy = false
      return {
        appendAll: (writes) =>
          Effect.gen(function* () {
            if (busy) return yield* Effect.fail(new Conflict({ stream: "Plan/a", expected: 0, actual: 0 }))
            busy = true
            yield* Effect.yieldNow
            busy = false
            return yield* store.appendAll(writes)
          })
      }
    })
    expect(found).toEqual(["many who write to the same two streams in another order all get their turn"])
  })

  it("and no promise is left that none of these stores breaks", () => {
    const untested = storeLaws(MemoryStore.place).flatMap(({ promise }) => (everBroken.has(promise) ? [] : [promise]))
    expect(untested).toEqual([])
  })

  it("and a conflict is a refusal in two sentences", () => {
    expect(new Conflict({ stream: "Pap/p", expected: 1, actual: 2 }).message).toMatchInlineSnapshot(
      `"Pap/p is at version 2, not 1. Read it again and retry."`
    )
    expect(new Conflict({ stream: "Pap/p", expected: "Something", actual: 0 }).message).toMatchInlineSnapshot(
      `"There is no Pap/p yet. Begin it first."`
    )
  })
})
