/**
 * One place, used by several processes in turn: the promises of a store hold no less when what one process wrote is read,
 * followed and gone on with by another.
 */
import { Conflict, EventStore, type Fact, Rows } from "@groeikring/storage"
import { Context, Effect, Exit, Layer, Queue, Result, Scope, Stream } from "effect"
import { type ChildProcess, fork } from "node:child_process"
import type { Place } from "./StoreConformance.ts"

type Asked =
  | { readonly n: number; readonly do: "open"; readonly place: string; readonly tenant: string }
  | { readonly n: number; readonly do: "close"; readonly of: number }
  | { readonly n: number; readonly do: "ask"; readonly of: number; readonly what: string; readonly with: ReadonlyArray<unknown> }
  | { readonly n: number; readonly do: "follow"; readonly of: number; readonly after: string }
type Answer =
  | { readonly n: number; readonly came?: unknown }
  | { readonly n: number; readonly conflict: ConstructorParameters<typeof Conflict>[0] }
  | { readonly n: number; readonly broken: string }
  | { readonly n: number; readonly heard: Fact }

// In the other process ------------------------------------------------------------------

/**
 * Answers for a store in a process of its own, until that process ends: the whole of a script that `otherProcesses` starts.
 *
 * @example
 * ```ts no-run
 * import { SqliteStore } from "@groeikring/storage-sqlite"
 * import { answering } from "@groeikring/testkit"
 *
 * answering((file) => (tenant) => SqliteStore.facts(file, { tenant }))
 * ```
 */
export const answering = (placeAt: (place: string) => Place): void => {
  const opened = new Map<number, { readonly services: Context.Context<EventStore | Rows>; readonly scope: Scope.Closeable }>()
  const tell = (answer: Answer) => void process.send!(answer)
  const at = (n: number) => opened.get(n)!
  const answer = Effect.fnUntraced(function* (asked: Asked) {
    const { n } = asked
    switch (asked.do) {
      case "open": {
        const scope = yield* Scope.make()
        const services = yield* Layer.buildWithScope(Layer.fresh(placeAt(asked.place)(asked.tenant)), scope)
        opened.set(n, { services, scope })
        return tell({ n, came: Context.get(services, EventStore).tenant })
      }
      case "close": {
        yield* Scope.close(at(asked.of).scope, Exit.void)
        opened.delete(asked.of)
        return tell({ n })
      }
      case "follow": {
        const { scope, services } = at(asked.of)
        const following = Stream.runForEach(Context.get(services, EventStore).follow(asked.after), (heard) =>
          Effect.sync(() => tell({ n, heard }))
        )
        return void (yield* Effect.forkIn(following, scope))
      }
      case "ask": {
        const { services } = at(asked.of)
        const [service, method] = asked.what.split(".") as ["store" | "rows", string]
        const port: object = service === "store" ? Context.get(services, EventStore) : Context.get(services, Rows)
        type Answer = Effect.Effect<unknown, Conflict>
        const ask = port[method as never] as Answer | ((...given: ReadonlyArray<unknown>) => Answer)
        const came = yield* Effect.result(Effect.isEffect(ask) ? ask : ask(...asked.with))
        return Result.isSuccess(came) ? tell({ n, came: came.success }) : tell({ n, conflict: { ...came.failure } })
      }
    }
  })
  process.on("message", (asked: Asked) => {
    Effect.runPromise(answer(asked)).catch((broken: unknown) => tell({ n: asked.n, broken: String(broken) }))
  })
  process.on("disconnect", () => process.exit())
}

// In the process of the tests -------------------------------------------------------------

/** A process that answers, and who waits for which answer. */
class Other {
  readonly #child: ChildProcess
  readonly #waiting = new Map<number, (answer: Answer) => void>()
  #n = 0
  constructor(script: string, args: ReadonlyArray<string>) {
    this.#child = fork(script, { execArgv: [...args], stdio: ["ignore", "inherit", "inherit", "ipc"] })
    this.#child.on("message", (answer: Answer) => this.#waiting.get(answer.n)?.(answer))
    this.#child.on("exit", () => {
      for (const [n, hear] of this.#waiting) hear({ n, broken: "The other process ended." })
    })
  }
  stop(): void {
    this.#child.kill("SIGKILL")
  }
  /** Sends what is asked, and hears every answer to it until it is stopped. */
  tell(asked: Omit<Asked, "n">, hear: (answer: Answer) => void): { readonly n: number; readonly stop: () => void } {
    const n = ++this.#n
    this.#waiting.set(n, hear)
    this.#child.send({ ...asked, n })
    return { n, stop: () => void this.#waiting.delete(n) }
  }
  ask(asked: Omit<Asked, "n">): Effect.Effect<{ readonly n: number; readonly came: unknown }, Conflict> {
    return Effect.callback((resume) => {
      const { stop } = this.tell(asked, (answer) => {
        stop()
        resume(
          "conflict" in answer
            ? Effect.fail(new Conflict(answer.conflict))
            : "broken" in answer
              ? Effect.die(new Error(answer.broken))
              : Effect.succeed({ n: answer.n, came: "came" in answer ? answer.came : undefined })
        )
      })
    })
  }
}

/**
 * Processes that each have a store open at the same place. Each thing that is asked of a store there is done by the next
 * of them.
 *
 * **When to use** To keep the promises of an adapter over several processes: `storeLaws(() => processes.place(file))`.
 *
 * **Gotchas** `script` calls `answering`, and nothing else. `args` are those of Node itself. Stop them when the tests are over.
 */
export const otherProcesses = (script: string, args: ReadonlyArray<string> = [], count = 2) => {
  const others = Array.from({ length: count }, () => new Other(script, args))
  let turn = 0
  const place =
    (place: string): Place =>
    (tenant) =>
      Layer.unwrap(
        Effect.gen(function* () {
          const doors = yield* Effect.forEach(others, (other) =>
            Effect.acquireRelease(
              Effect.map(Effect.orDie(other.ask({ do: "open", place, tenant } as never)), ({ came, n }) => ({
                other,
                of: n,
                came
              })),
              ({ of }) => Effect.ignore(other.ask({ do: "close", of } as never))
            )
          )
          const next = () => doors[turn++ % doors.length]!
          const asked =
            (what: string) =>
            (...given: ReadonlyArray<unknown>): any =>
              Effect.suspend(() => {
                const { of, other } = next()
                return Effect.map(other.ask({ do: "ask", of, what, with: given } as never), ({ came }) => came)
              })
          const store: EventStore["Service"] = {
            tenant: String(doors[0]!.came),
            read: asked("store.read"),
            append: asked("store.append"),
            appendAll: asked("store.appendAll"),
            writtenBy: asked("store.writtenBy"),
            find: asked("store.find"),
            readAll: asked("store.readAll"),
            end: asked("store.end")(),
            isCheckpoint: asked("store.isCheckpoint"),
            checkpoint: asked("store.checkpoint"),
            saveCheckpoint: asked("store.saveCheckpoint"),
            follow: (after) =>
              Stream.callback<Fact>((queue) =>
                Effect.acquireRelease(
                  Effect.sync(() => {
                    const { of, other } = next()
                    return other.tell({ do: "follow", of, after } as never, (answer) => {
                      if ("heard" in answer) Queue.offerUnsafe(queue, answer.heard)
                    })
                  }),
                  ({ stop }) => Effect.sync(stop)
                )
              )
          }
          const rows: Rows["Service"] = {
            standing: asked("rows.standing"),
            get: asked("rows.get"),
            find: asked("rows.find"),
            turn: asked("rows.turn"),
            clear: asked("rows.clear")
          }
          return Layer.merge(Layer.succeed(EventStore, store), Layer.succeed(Rows, rows))
        })
      )
  return { place, stop: () => others.forEach((other) => other.stop()) }
}
