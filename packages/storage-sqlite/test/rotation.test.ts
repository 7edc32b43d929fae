/** Another master key: nothing that was sealed changes, and nobody is locked out at any moment. */
import { EventStore, Vault } from "@groeikring/storage"
import { aead, nextMasterKey } from "@groeikring/storage/node"
import { Effect, Exit, Layer } from "effect"
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { afterEach, describe, expect, it } from "vitest"
import { SqliteStore, SqliteVault } from "../src/index.ts"
import { freshFile } from "./folder.ts"
import { at, found, inSchool, words } from "./school.ts"

const show = (file: string) => inSchool(file, (school) => school.show("PopGroup", "g", { actor: "p-anneke", at }))
const opens = (file: string) => Effect.runPromiseExit(Effect.scoped(Effect.provide(Effect.void, SqliteStore.layer(file))))
const factsOf = (file: string) =>
  Effect.runPromise(Effect.flatMap(EventStore, (store) => store.readAll("", 100)).pipe(Effect.provide(SqliteStore.facts(file))))
const [variable, nextVariable] = ["GROEIKRING_MASTER_KEY", "GROEIKRING_NEXT_MASTER_KEY"]
const key = (n: number) => Buffer.alloc(32, n).toString("base64")

describe("another master key", () => {
  afterEach(() => [variable, nextVariable].forEach((name) => delete process.env[name]))

  it("takes the place of the old one in its file: words are read with it alone, no fact changed, and who was busy goes on", async () => {
    const file = freshFile()
    await inSchool(file, found)
    const [before, old] = [await factsOf(file), readFileSync(`${file}.master`, "utf8")]
    await inSchool(file, (school) =>
      Effect.gen(function* () {
        expect(yield* SqliteVault.rotate(file)).toEqual(["school"])
        yield* school.send("PopGroup", "g", { _tag: "Sign" }, { actor: "p-anneke", at })
        yield* found(school, "h")
      })
    )
    expect((await factsOf(file)).slice(0, before.length)).toEqual(before)
    expect(await show(file)).toMatchObject({ state: { agreement: { confidentiality: words } } })
    const rotated = readFileSync(`${file}.master`, "utf8")
    expect(rotated).not.toBe(old)
    expect(existsSync(`${file}.master.next`)).toBe(false)
    writeFileSync(`${file}.master`, old)
    expect(Exit.isFailure(await opens(file))).toBe(true)
  })

  it("locks nobody out when the power goes halfway, and is finished by doing it again", async () => {
    const file = freshFile()
    await inSchool(file, found)
    // The next key is there, and the root key is wrapped with it; the file did not get its name.
    await Effect.runPromise(
      Effect.gen(function* () {
        const next = yield* nextMasterKey(`${file}.master`)
        yield* (yield* Vault.Vault).rotate(next)
      }).pipe(Effect.provide(Layer.merge(SqliteVault.layer(file), aead)))
    )
    expect(await show(file)).toMatchObject({ state: { agreement: { confidentiality: words } } })
    expect(await Effect.runPromise(SqliteVault.rotate(file))).toEqual(["school"])
    expect(existsSync(`${file}.master.next`)).toBe(false)
    expect(await show(file)).toMatchObject({ state: { agreement: { confidentiality: words } } })
  })

  it("never takes its place while the keys that it opens are away: they open as before when they are back", async () => {
    const file = freshFile()
    await inSchool(file, found)
    const old = readFileSync(`${file}.master`, "utf8")
    renameSync(`${file}.keys`, `${file}.away`)
    await expect(Effect.runPromise(SqliteVault.rotate(file))).rejects.toThrow(`${file}.keys is not there.`)
    expect([existsSync(`${file}.keys`), existsSync(`${file}.master.next`)]).toEqual([false, false])
    expect(readFileSync(`${file}.master`, "utf8")).toBe(old)
    renameSync(`${file}.away`, `${file}.keys`)
    expect(await show(file)).toMatchObject({ state: { agreement: { confidentiality: words } } })
  })

  it("comes from the environment where the old one did, for every tenant in the file", async () => {
    const file = freshFile()
    process.env[variable] = key(7)
    const box = { machine: "Plan", id: "a", subject: "p-anneke", type: "Told", version: 1 }
    const inVault = <A>(tenant: string, ask: (vault: Vault.Vault["Service"]) => Effect.Effect<A, unknown>) =>
      Effect.runPromise(Effect.flatMap(Vault.Vault, ask).pipe(Effect.provide(SqliteVault.layer(file, { tenant })), Effect.orDie))
    const seal = (tenant: string) => inVault(tenant, (vault) => vault.seal(box, [`woorden van ${tenant}`]))
    const [one, other] = [await seal("one"), await seal("other")]
    process.env[nextVariable] = key(8)
    expect(await Effect.runPromise(SqliteVault.rotate(file))).toEqual(["one", "other"])
    process.env[variable] = key(8)
    delete process.env[nextVariable]
    expect(await inVault("one", (vault) => vault.open(box, one))).toEqual(["woorden van one"])
    expect(await inVault("other", (vault) => vault.open(box, other))).toEqual(["woorden van other"])
    // A box of one tenant opens nowhere else.
    await expect(inVault("other", (vault) => vault.open(box, one))).rejects.toThrow("can no longer be read")
    expect(existsSync(`${file}.master`)).toBe(false)
  })

  it("may be kept by a key management service, which is asked once for each start", async () => {
    const file = freshFile()
    let asked = 0
    const inside = await Effect.runPromise(Effect.provide(Vault.masterKeyOf(Buffer.alloc(32, 9)), aead))
    const service = Layer.succeed(
      Vault.MasterKey,
      Vault.MasterKey.of({
        wrap: inside.wrap,
        unwrap: (wrapped, about) =>
          Effect.andThen(
            Effect.sync(() => asked++),
            Effect.andThen(Effect.sleep(1), inside.unwrap(wrapped, about))
          )
      })
    )
    const box = { machine: "Plan", id: "a", subject: "p-anneke", type: "Told", version: 1 }
    const opened = await Effect.runPromise(
      Effect.gen(function* () {
        const vault = yield* Vault.Vault
        const boxes = yield* Effect.forEach([1, 2, 3], (version) => vault.seal({ ...box, version }, [words]))
        return yield* Effect.forEach(boxes, (sealed, n) => vault.open({ ...box, version: n + 1 }, sealed))
      }).pipe(Effect.provide(SqliteVault.layer(file, { masterKey: service })), Effect.orDie)
    )
    expect(opened).toEqual([[words], [words], [words]])
    expect(asked).toBe(1)
    expect(existsSync(`${file}.master`)).toBe(false)
  })
})
