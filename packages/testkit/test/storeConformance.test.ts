/** Each promise of a store is broken by a store that breaks it on purpose. */
import { Conflict, EventStore, MemoryStore, nameOf } from "@groeikring/storage"
import { Effect, Exit, Layer, Stream } from "effect"
import { describe, expect, it } from "vitest"
import { storeLaws } from "../src/index.ts"

type Store = EventStore["Service"]
const broken = (change: (store: Store) => Partial<Store>) =>
  Layer.effect(
    EventStore,
    Effect.map(EventStore, (store) => EventStore.of({ ...store, ...change(store) }))
  ).pipe(Layer.provide(MemoryStore.layer))
const brokenBy = async (change: (store: Store) => Partial<Store>) => {
  const kept = await Promise.all(
    storeLaws(broken(change)).map(async ({ check, promise }) =>
      Exit.isSuccess(await Effect.runPromiseExit(Effect.timeout(check, "2 seconds"))) ? [] : [promise]
    )
  )
  return kept.flat()
}

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

  it("when it says that a first write is a repetition", async () => {
    const found = await brokenBy((store) => ({
      append: (write) => Effect.map(store.append(write), (written) => ({ ...written, repeated: true }))
    }))
    expect(found).toEqual(["a retry of a command is answered with the first result, and writes nothing"])
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
    expect(found).toEqual(["who follows hears what was, and then what happens, without a gap"])
  })

  it("when it loses where a reader stood", async () => {
    expect(await brokenBy(() => ({ saveCheckpoint: () => Effect.void }))).toEqual([
      "who goes on from where they stood, while others write, skips nothing and repeats nothing",
      "a reader finds back where it stood"
    ])
  })

  it("and a conflict is a refusal in two sentences", () => {
    expect(new Conflict({ stream: "Pap/p", expected: 1, actual: 2 }).message).toMatchInlineSnapshot(
      `"Pap/p is at version 2, not 1. Read it again and retry."`
    )
  })
})
