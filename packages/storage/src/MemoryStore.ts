/** A store in memory: for tests, for trying things out, and as the plainest reading of what a store promises. */
import { Effect, Layer, PubSub, Stream } from "effect"
import { Conflict, defaultTenant, EventStore, type Fact, type Links, meets, nameOf, type Write } from "./EventStore.ts"
import { type Row, Rows } from "./Rows.ts"

/** Puts a value in the place of what was there, and answers with how to put that back. */
const replaced = <A>(map: Map<string, A>, key: string, value: A) => {
  const before = map.get(key)
  map.set(key, value)
  return () => void (before === undefined ? map.delete(key) : map.set(key, before))
}

/** What one tenant keeps. */
class Kept {
  readonly log: Array<Fact> = []
  readonly streams = new Map<string, Array<Fact>>()
  readonly links = new Map<string, Links>()
  readonly checkpoints = new Map<string, string>()
  readonly projections = new Map<string, { standing: string; readonly rows: Map<string, Row> }>()
  readonly appended = Effect.runSync(PubSub.unbounded<void>())

  /** Undoes itself when one of the writes is refused. */
  append(writes: ReadonlyArray<Write>) {
    const { length } = this.log
    /** How to undo what was written, in the order in which it was. */
    const undo: Array<() => void> = []
    const written: Array<{ readonly version: number; readonly position: string; readonly repeated: boolean }> = []
    for (const write of writes) {
      const name = nameOf(write.stream)
      const facts = this.streams.get(name) ?? []
      const before = facts.findLast(({ command }) => command === write.command)
      if (before !== undefined) {
        written.push({ version: before.version, position: before.position, repeated: true })
        continue
      }
      if (!meets(write.expected, facts.length)) {
        this.log.length = length
        for (const step of undo.toReversed()) step()
        return new Conflict({ stream: name, expected: write.expected, actual: facts.length })
      }
      const { at, causation, command, correlation, stream } = write
      const more = write.facts.map((fact, n): Fact => ({
        ...fact,
        stream,
        version: facts.length + n + 1,
        position: String(this.log.length + n + 1),
        at,
        command,
        correlation,
        ...(causation !== undefined && { causation })
      }))
      undo.push(replaced(this.streams, name, [...facts, ...more]), replaced(this.links, name, write.links))
      this.log.push(...more)
      written.push({ version: facts.length + more.length, position: String(this.log.length), repeated: false })
    }
    return written
  }
}

const store = (tenant: string, kept: Kept) => {
  const { appended, checkpoints, links, log, streams } = kept
  const factsOf = (stream: Fact["stream"]) => streams.get(nameOf(stream)) ?? []
  const after = (position: string) => log.slice(position === "" ? 0 : Number(position))
  const appendAll = Effect.fnUntraced(function* (writes: ReadonlyArray<Write>) {
    const written = kept.append(writes)
    if (written instanceof Conflict) return yield* Effect.fail(written)
    yield* PubSub.publish(appended, undefined)
    return written
  })
  return EventStore.of({
    tenant,
    read: (stream, version = 0) => Effect.sync(() => factsOf(stream).slice(version)),
    append: (write) => Effect.map(appendAll([write]), ([written]) => written!),
    appendAll,
    writtenBy: (stream, command) => Effect.sync(() => factsOf(stream).filter((fact) => fact.command === command)),
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
    end: Effect.sync(() => log.at(-1)?.position ?? ""),
    isCheckpoint: (text) => Effect.succeed(/^\d{1,15}$/.test(text)),
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
}

const rows = ({ projections }: Kept) =>
  Rows.of({
    standing: (projection) => Effect.sync(() => projections.get(projection)?.standing ?? ""),
    get: (projection, keys) =>
      Effect.sync(() => {
        const rows = projections.get(projection)?.rows
        return keys.flatMap((key) => rows?.get(key) ?? [])
      }),
    find: (projection, by) =>
      Effect.sync(() =>
        [...(projections.get(projection)?.rows.values() ?? [])]
          .filter(({ links }) => by === undefined || (links[by.field] ?? []).includes(by.value))
          .toSorted((one, other) => (one.key < other.key ? -1 : 1))
      ),
    turn: (projection, { from, gone, rows, to }) =>
      Effect.sync(() => {
        const kept = projections.get(projection) ?? { standing: "", rows: new Map<string, Row>() }
        if (kept.standing !== from) return false
        for (const key of gone) kept.rows.delete(key)
        for (const row of rows) kept.rows.set(row.key, row)
        kept.standing = to
        projections.set(projection, kept)
        return true
      }),
    clear: (projection) => Effect.sync(() => void projections.delete(projection))
  })

const services = (tenant: string, kept: Kept) =>
  Layer.merge(
    Layer.sync(EventStore, () => store(tenant, kept)),
    Layer.sync(Rows, () => rows(kept))
  )

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
export const layer: Layer.Layer<EventStore | Rows> = Layer.unwrap(Effect.sync(() => services(defaultTenant, new Kept())))

/** A place in memory for several tenants, that each can be opened more than once. */
export const place = (): ((tenant: string) => Layer.Layer<EventStore | Rows>) => {
  const tenants = new Map<string, Kept>()
  return (tenant) => {
    const kept = tenants.get(tenant) ?? new Kept()
    tenants.set(tenant, kept)
    return services(tenant, kept)
  }
}
