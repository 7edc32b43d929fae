/**
 * A school: a registry of machines, a store and a vault behind one counter. Every adapter (terminal, network, library)
 * asks here and nowhere else, so that a command always takes the same way to the disk and back.
 */
import { Context, Layer } from "effect"
import type { Counter, Options } from "./Answers.ts"
import { counter } from "./Counter.ts"
import type { EventStore } from "./EventStore.ts"
import type { Rows } from "./Rows.ts"
import type { Vault } from "./Vault.ts"

/**
 * **When to use** In every adapter: a terminal, a network, a library. A test of one machine needs none of this: see
 * `@groeikring/testkit`.
 *
 * **Gotchas** A refusal is in the error channel and says in two sentences what happened and what to do. A store that is
 * broken, or a machine that contradicts itself, is a defect. Nobody's clock is read here: every question says when it is.
 * Ask `tend` now and then, also after a start: it does what waited for its time and what a crash left undone.
 *
 * @example
 * ```ts
 * import { Domain, processes } from "@groeikring/core"
 * import { pack } from "@groeikring/pack-nl"
 * import { MemoryStore, School, Vault } from "@groeikring/storage"
 * import { Effect, Layer } from "effect"
 *
 * const school = School.layer({ domain: Domain.domain, packs: pack, processes }).pipe(
 *   Layer.provide(Layer.merge(MemoryStore.layer, Vault.layerMemory))
 * )
 * const program = Effect.gen(function* () {
 *   const { send, show } = yield* School
 *   const joke = { actor: "p-joke", at: 29_290_000, command: "open De Zwaluw" }
 *   yield* send("Staff", "de-zwaluw", { _tag: "Open", school: "De Zwaluw" }, joke)
 *   const retried = yield* send("Staff", "de-zwaluw", { _tag: "Open", school: "De Zwaluw" }, joke)
 *   const refused = yield* Effect.flip(show("Staff", "de-zwaluw", { actor: "p-stranger", at: 29_290_000 }))
 *   return [retried.version, retried.repeated, refused._tag]
 * })
 * await Effect.runPromise(Effect.provide(program, school)) // => [1, true, "NothingToSee"]
 * ```
 */
export class School extends Context.Service<School, Counter>()("@groeikring/storage/School") {
  static readonly layer = (options: Options): Layer.Layer<School, never, EventStore | Rows | Vault> =>
    Layer.effect(School, counter(options))
}
