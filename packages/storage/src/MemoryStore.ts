/** A store in memory: for tests, for trying things out, and as the plainest reading of what a store promises. */
import { Effect, Layer, PubSub, Stream } from "effect"
import { Conflict, EventStore, type Fact, nameOf } from "./EventStore.ts"

/**
 * Begins empty, and is gone with the program.
 *
 * **Gotchas** Within one program a layer is built once, so two schools on this one share their facts. Wrap it in
 * `Layer.fresh` for a store of its own.
 *
 * @example
 * ```ts
 * import { EventStore, MemoryStore } from "@groeikring/storage"
 * import { Effect } from "effect"
 *
 * const program = Effect.gen(function* () {
 *   const store = yield* EventStore
 *   const stream = { machine: "Diary", id: "d1" }
 *   const facts = [{ type: "DayWritten", data: { day: "2025-09-11" }, boxes: {}, actor: "p-femke" }] as const
 *   const first = { stream, expected: 0, facts, at: 29_290_000, command: "c1", correlation: "c1", links: {} }
 *   yield* store.append(first)
 *   const again = yield* store.append(first)
 *   const late = yield* Effect.flip(store.append({ ...first, command: "c2" }))
 *   return [again.repeated, late.message]
 * })
 * await Effect.runPromise(Effect.provide(program, MemoryStore.layer)) // => [true, "Diary/d1 is at version 1, not 0. Read it again and retry."]
 * ```
 */
export const layer: Layer.Layer<EventStore> = Layer.effect(
  EventStore,
  Effect.gen(function* () {
    const log: Array<Fact> = []
    const streams = new Map<string, Array<Fact>>()
    const links = new Map<string, Readonly<Record<string, ReadonlyArray<string>>>>()
    const checkpoints = new Map<string, string>()
    const appended = yield* PubSub.unbounded<void>()
    const after = (position: string) => log.slice(position === "" ? 0 : Number(position))

    return EventStore.of({
      read: (stream, version = 0) => Effect.sync(() => (streams.get(nameOf(stream)) ?? []).slice(version)),
      append: Effect.fnUntraced(function* (write) {
        const name = nameOf(write.stream)
        const facts = streams.get(name) ?? []
        const before = facts.findLast(({ command }) => command === write.command)
        if (before !== undefined) return { version: before.version, position: before.position, repeated: true }
        if (facts.length !== write.expected) {
          return yield* Effect.fail(new Conflict({ stream: name, expected: write.expected, actual: facts.length }))
        }
        const { at, causation, command, correlation, stream } = write
        for (const fact of write.facts) {
          const whole: Fact = {
            ...fact,
            stream,
            version: facts.length + 1,
            position: String(log.length + 1),
            at,
            command,
            correlation,
            ...(causation !== undefined && { causation })
          }
          facts.push(whole)
          log.push(whole)
        }
        streams.set(name, facts)
        links.set(name, write.links)
        yield* PubSub.publish(appended, undefined)
        return { version: facts.length, position: String(log.length), repeated: false }
      }),
      writtenBy: (stream, command) =>
        Effect.sync(() => (streams.get(nameOf(stream)) ?? []).filter((fact) => fact.command === command)),
      find: (machine, by) =>
        Effect.sync(() =>
          [...streams.values()].flatMap(([first]) =>
            first !== undefined &&
            first.stream.machine === machine &&
            (by === undefined || (links.get(nameOf(first.stream))?.[by.field] ?? []).includes(by.value))
              ? [first.stream.id]
              : []
          )
        ),
      readAll: (position, limit) => Effect.sync(() => after(position).slice(0, limit)),
      checkpoint: (reader) => Effect.sync(() => checkpoints.get(reader) ?? ""),
      saveCheckpoint: (reader, at) => Effect.sync(() => void checkpoints.set(reader, at)),
      follow: (position) =>
        Stream.unwrap(
          Effect.map(PubSub.subscribe(appended), (news) => {
            let seen = position
            const fresh = Effect.sync(() => {
              const facts = after(seen)
              seen = facts.at(-1)?.position ?? seen
              return facts
            })
            return Stream.fromEffect(fresh).pipe(
              Stream.concat(Stream.fromEffectRepeat(Effect.andThen(PubSub.take(news), fresh))),
              Stream.flattenIterable
            )
          })
        )
    })
  })
)
