/** A school behind a real socket, for as long as the tests of a file take. */
import { Domain, english, processes } from "@groeikring/core"
import { dutch, pack } from "@groeikring/pack-nl"
import { type EventStore, MemoryStore, type Rows, School, Vault } from "@groeikring/storage"
import { Clock, Effect, Layer } from "effect"
import { afterAll } from "vitest"
import { Login, Node, type Server } from "../src/index.ts"
import { Courier, endpoints, layer as webhooksOf } from "../src/webhooks/index.ts"

export const glossaries = { nl: dutch, en: english }

export interface Served extends Partial<Node.Options> {
  readonly login?: Layer.Layer<Login.Login>
  readonly store?: Layer.Layer<EventStore | Rows | Vault.Vault>
  /** What time it is there (milliseconds since 1970). */
  readonly now?: () => number
  /** Webhooks are there, and brought like this. */
  readonly webhooks?: Courier.Options
}

const inMemory = Layer.merge(MemoryStore.layer, Vault.layerMemory)

/** Serves on a free port until the file is over, and answers with the address. */
export const served = (options: Served = {}): Promise<string> => {
  const { address, stop } = running(options)
  afterAll(stop)
  return address
}

/** Serves on a free port until it is stopped. */
export const running = ({ login = Login.demo, now, patience, store = inMemory, webhooks, ...options }: Served = {}) => {
  const school = School.layer({ domain: Domain.domain, packs: pack, processes })
  const node = (beside: ReadonlyArray<Server.Beside>) =>
    // A test that reckons for a while, in this same process, still finds its line.
    Node.layer({ domain: Domain.domain, glossaries, port: 0, beside, ...options, patience: { idle: 600_000, ...patience } })
  const server =
    webhooks === undefined
      ? node([])
      : Layer.merge(
          Layer.unwrap(Effect.map(endpoints, (one) => node([one]))).pipe(Layer.provide(webhooksOf(webhooks))),
          Courier.layer(webhooks)
        )
  const whole = server.pipe(Layer.provide([school, login]), Layer.provide(store))
  let stop = () => {}
  const stopped = new Promise<void>((resolve) => (stop = resolve))
  let over: Promise<unknown> = Promise.resolve()
  const address = new Promise<string>((resolve, reject) => {
    over = Effect.runPromise(
      Effect.gen(function* () {
        const real = yield* Clock.Clock
        const clock = now === undefined ? real : clockAt(real, now)
        yield* Effect.gen(function* () {
          resolve(yield* Node.address)
          yield* Effect.promise(() => stopped)
        }).pipe(Effect.provide(whole), Effect.provideService(Clock.Clock, clock))
      })
    ).catch(reject)
  })
  return {
    address,
    stop: () => {
      stop()
      return over
    }
  }
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
