/** A school behind a real socket, for as long as the tests of a file take. */
import { Domain, english, processes } from "@groeikring/core"
import { dutch, pack } from "@groeikring/pack-nl"
import { type EventStore, MemoryStore, type Rows, School, Vault } from "@groeikring/storage"
import { Clock, Effect, Layer } from "effect"
import { afterAll } from "vitest"
import { Login, Node } from "../src/index.ts"

export const glossaries = { nl: dutch, en: english }

export interface Served extends Partial<Node.Options> {
  readonly login?: Layer.Layer<Login.Login>
  readonly store?: Layer.Layer<EventStore | Rows | Vault.Vault>
  /** What time it is there (milliseconds since 1970). */
  readonly now?: () => number
}

const inMemory = Layer.merge(MemoryStore.layer, Vault.layerMemory)

/** Serves on a free port until the file is over, and answers with the address. */
export const served = ({ login = Login.demo, now, store = inMemory, ...options }: Served = {}): Promise<string> => {
  const school = School.layer({ domain: Domain.domain, packs: pack, processes }).pipe(Layer.provide(store))
  const server = Node.layer({ domain: Domain.domain, glossaries, port: 0, ...options }).pipe(Layer.provide([school, login]))
  let stop = () => {}
  const stopped = new Promise<void>((resolve) => (stop = resolve))
  afterAll(() => stop())
  return new Promise((resolve, reject) => {
    const running = Effect.gen(function* () {
      const real = yield* Clock.Clock
      const clock = now === undefined ? real : clockAt(real, now)
      yield* Effect.gen(function* () {
        resolve(yield* Node.address)
        yield* Effect.promise(() => stopped)
      }).pipe(Effect.provide(server), Effect.provideService(Clock.Clock, clock))
    })
    Effect.runPromise(running).catch(reject)
  })
}

/** A clock that is set by the test, and waits like any other. */
const clockAt = (real: Clock.Clock, now: () => number): Clock.Clock => ({
  sleep: (duration) => real.sleep(duration),
  monotonicTimeNanosUnsafe: () => real.monotonicTimeNanosUnsafe(),
  monotonicTimeNanos: real.monotonicTimeNanos,
  currentTimeMillisUnsafe: now,
  currentTimeMillis: Effect.sync(now),
  currentTimeNanosUnsafe: () => BigInt(now()) * 1_000_000n,
  currentTimeNanos: Effect.sync(() => BigInt(now()) * 1_000_000n)
})
