import { Effect, Layer } from "effect"
import * as Aead from "effect/crypto/Aead"
import * as SecureRandom from "effect/crypto/SecureRandom"
import { describe, expect, it } from "vitest"
import { Vault } from "../src/index.ts"
import { anne, bram, hang, idea, inBuilding, keeper } from "./ideas.ts"

/** A vault that tells how often somebody asked for a key. */
const counting = Effect.gen(function* () {
  const keys = yield* Effect.provide(Effect.service(Vault.Keys), Layer.fresh(Vault.memoryKeys))
  const count = { asked: 0 }
  const counted = Vault.Keys.of({
    ...keys,
    find: (owner) =>
      Effect.andThen(
        Effect.sync(() => count.asked++),
        keys.find(owner)
      )
  })
  const vault = yield* Effect.provide(
    Effect.service(Vault.Vault),
    Layer.fresh(Vault.layer).pipe(
      Layer.provide([
        Layer.succeed(Vault.Keys, counted),
        Layer.effect(Vault.MasterKey, Vault.masterKeyOf(new Uint8Array(32).fill(1)))
      ]),
      Layer.provide(Aead.layerWebCrypto.pipe(Layer.provide(SecureRandom.layerWebCrypto)))
    )
  )
  return { vault, count }
})

describe("a key is asked for", () => {
  it("by who writes words and by who may read them, and by nobody else: replay, rules and strangers go without", () =>
    inBuilding(
      Effect.fnUntraced(function* ({ other }) {
        const { count, vault } = yield* counting
        const asksFor = Effect.fnUntraced(function* (times: number, effect: Effect.Effect<unknown, unknown>) {
          const before = count.asked
          yield* Effect.result(effect)
          expect(count.asked - before).toBe(times)
        })
        const writer = yield* other({ vault, processes: [] })
        yield* asksFor(0, writer.send("Box", "b", hang, keeper))
        // Once to seal it, and once to show it to the one who wrote it.
        yield* asksFor(2, writer.send("Box", "b", idea, anne))
        // Another process replays everything first.
        const fresh = yield* other({ vault, processes: [] })
        yield* asksFor(0, fresh.show("Box", "b", keeper))
        yield* asksFor(0, fresh.possible("Box", "b", bram))
        yield* asksFor(0, fresh.send("Box", "b", { _tag: "Leave" }, anne))
        yield* asksFor(0, fresh.history("Box", "b", keeper))
        yield* asksFor(0, fresh.tend(anne.at))
        yield* asksFor(1, fresh.history("Box", "b", bram))
      })
    ))

  it("and where it is gone, deciding and replay go on", () =>
    inBuilding(
      Effect.fnUntraced(function* ({ other, school, vault }) {
        yield* school.send("Box", "b", hang, keeper)
        yield* school.send("Box", "b", idea, anne)
        yield* vault.forget({ stream: { machine: "Box", id: "b" } })
        const fresh = yield* other()
        expect(yield* fresh.show("Box", "b", bram)).toMatchObject({ version: 2, state: { ideas: 1 } })
        expect((yield* fresh.history("Box", "b", bram)).map(({ event }) => event)).toEqual([
          { _tag: "BoxHung", keeper: "p-keeper", members: ["p-anne", "p-bram"] },
          { _tag: "IdeaDropped" }
        ])
        expect((yield* fresh.send("Box", "b", { _tag: "Leave" }, anne)).version).toBe(3)
      })
    ))
})

describe("a vault remembers whom it forgot", () => {
  const box = { machine: "Box", id: "b", type: "IdeaDropped", version: 2 }
  const inVault = <A>(ask: (vault: Vault.Vault["Service"]) => Effect.Effect<A, unknown>) =>
    Effect.runPromise(Effect.flatMap(Vault.Vault, ask).pipe(Effect.provide(Vault.layerMemory), Effect.orDie))

  it("and makes no new key for a person, wherever, also where there was none", () =>
    inVault(
      Effect.fnUntraced(function* (vault) {
        yield* vault.forget({ subject: "p-anne" })
        const refused = yield* Effect.flip(vault.seal({ ...box, subject: "p-anne" }, ["x"]))
        expect(refused.message).toMatchInlineSnapshot(
          `"The words of p-anne were erased here, so new ones are not kept. Begin somewhere new."`
        )
        yield* vault.seal({ ...box, subject: "p-bram" }, ["x"])
      })
    ))

  it("and none in a stream, while the same people write elsewhere", () =>
    inVault(
      Effect.fnUntraced(function* (vault) {
        const sealed = yield* vault.seal({ ...box, subject: "p-anne" }, ["x"])
        yield* vault.forget({ stream: box })
        yield* vault.forget({ stream: box })
        expect((yield* Effect.flip(vault.open({ ...box, subject: "p-anne" }, sealed)))._tag).toBe("Unreadable")
        expect((yield* Effect.flip(vault.seal({ ...box, subject: "p-bram" }, ["x"])))._tag).toBe("Forgotten")
        yield* vault.seal({ ...box, id: "c", subject: "p-anne" }, ["x"])
      })
    ))

  it("and gives pseudonyms that only its master key makes", () =>
    inVault(
      Effect.fnUntraced(function* (vault) {
        const name = yield* vault.pseudonym("Box", "b", "p-anne", "c1")
        expect(yield* vault.pseudonym("Box", "b", "p-anne", "c1")).toBe(name)
        const { vault: other } = yield* counting
        const names = [
          yield* vault.pseudonym("Box", "b", "p-bram", "c1"),
          yield* vault.pseudonym("Box", "bp-anne", "c1"),
          yield* other.pseudonym("Box", "b", "p-anne", "c1")
        ]
        expect(new Set([name, ...names]).size).toBe(4)
      })
    ))
})
