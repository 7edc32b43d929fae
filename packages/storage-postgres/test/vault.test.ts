import { Vault } from "@groeikring/storage"
import { Effect, Exit, Fiber, Layer, Logger } from "effect"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { expect, inject, it } from "vitest"
import { PostgresVault } from "../src/index.ts"
import { at, freshDatabase, holding, master, query } from "./database.ts"
import { anneke, found, inSchool, words } from "./school.ts"

const inVault = <A, E>(url: string, ask: (vault: Vault.Vault["Service"]) => Effect.Effect<A, E>) =>
  Effect.runPromise(
    Effect.orDie(Effect.provide(Effect.flatMap(Vault.Vault, ask), PostgresVault.layer(url, { masterKey: master })))
  )
const box = { machine: "Pap", id: "p1", subject: "p-femke", type: "PapCommitted", version: 2 }

const beside = (url: string) => at(url, { database: `${new URL(url).pathname.slice(1)}_keys` })
const inDatabase = (url: string) => at(inject("server"), { database: new URL(url).pathname.slice(1) })

/** Is this anywhere in the files that the server keeps for a database, as it lies on the disk? */
const isInFiles = async (url: string, bytes: Uint8Array) => {
  const [found] = await query(
    inDatabase(url),
    "CHECKPOINT",
    `SELECT bool_or(position('\\x${Buffer.from(bytes).toString("hex")}'::bytea IN pg_read_binary_file(path, 0, 1000000000, true)) > 0) AS "is"
     FROM (SELECT 'base/' || oid AS folder FROM pg_database WHERE datname = current_database()) d,
     LATERAL (SELECT folder || '/' || name AS path FROM pg_ls_dir(folder) AS name) f`
  )
  return found!["is"]
}

it("words are read back by another process, and lie nowhere as they were said", async () => {
  const url = await freshDatabase()
  await inSchool(url, {}, found)
  const shown = await inSchool(url, {}, (school) => school.show("PopGroup", "g", anneke))
  expect(shown.state).toMatchObject({ agreement: { confidentiality: words } })
  for (const place of [url, beside(url)])
    for (const said of [words, Buffer.from(words).toString("base64").slice(4, 20)])
      expect(await isInFiles(place, Buffer.from(said))).toBe(false)
})

it("the keys lie in a database of their own: that of the facts has none, and a copy of it opens nothing", async () => {
  const url = await freshDatabase()
  await inSchool(url, {}, found)
  const tables = "SELECT DISTINCT schemaname AS schema FROM pg_tables WHERE schemaname LIKE 'groeikring%'"
  expect(await query(url, tables)).toEqual([{ schema: "groeikring" }])
  expect(await query(beside(url), tables)).toEqual([{ schema: "groeikring_keys" }])
  await query(inject("server"), `DROP DATABASE ${new URL(beside(url)).pathname.slice(1)}`)
  const shown = await inSchool(url, {}, (school) => school.show("PopGroup", "g", anneke))
  expect(shown.state).toMatchObject({ _tag: "Contracting", agreement: { intervisionMinutes: 30 } })
  expect(JSON.stringify(shown.state)).not.toContain(words)
})

it("or, where somebody wants them in one database, in a schema of their own", async () => {
  const url = await freshDatabase()
  await inSchool(url, { keys: url }, found)
  const shown = await inSchool(url, { keys: url }, (school) => school.show("PopGroup", "g", anneke))
  expect(shown.state).toMatchObject({ agreement: { confidentiality: words } })
})

it("a key that is gone is gone from the files of the server when the store has closed", async () => {
  const url = await freshDatabase()
  await inVault(url, (vault) => vault.seal(box, ["bij de deur"]))
  await inVault(url, (vault) => vault.seal({ ...box, subject: "p-bram" }, ["in de klas"]))
  const [row] = await query(inDatabase(url), "SELECT wrapped FROM groeikring_keys.keys WHERE subject = 'p-femke'")
  const wrapped = row!["wrapped"] as Uint8Array
  expect(await isInFiles(url, wrapped)).toBe(true)
  await inVault(url, (vault) => vault.forget({ subject: "p-femke" }))
  expect(await isInFiles(url, wrapped)).toBe(false)
  expect(await query(inDatabase(url), "SELECT subject FROM groeikring_keys.keys")).toEqual([{ subject: "p-bram" }])
})

it("a key that cannot be swept from the files of the server is told to who keeps the server", async () => {
  const url = await freshDatabase()
  const said: Array<unknown> = []
  const hearing = Logger.layer([Logger.make(({ message }) => said.push(...[message].flat()))])
  await Effect.runPromise(
    Effect.gen(function* () {
      const vault = yield* Vault.Vault
      yield* vault.seal(box, ["bij de deur"])
      // There is no more room for a connection of its own.
      yield* Effect.promise(() => query(inject("server"), `ALTER ROLE ${new URL(url).username} CONNECTION LIMIT 0`))
      yield* vault.forget({ subject: "p-femke" })
    }).pipe(
      Effect.provide(PostgresVault.layer(url, { masterKey: master, connections: 1 }).pipe(Layer.provideMerge(hearing))),
      Effect.orDie
    )
  )
  expect(said.join()).toContain("Keys that were destroyed may still lie in the files of the server.")
})

it("who is forgotten stays forgotten, for every process and in every stream; a stream, for everybody", async () => {
  const url = await freshDatabase()
  const outcome = await inVault(url, (vault) =>
    Effect.gen(function* () {
      const sealed = yield* vault.seal(box, ["bij de deur"])
      const other = yield* vault.seal({ ...box, subject: "p-bram" }, ["in de klas"])
      yield* Effect.promise(() => inVault(url, (vault) => vault.forget({ subject: "p-femke" })))
      const gone = [yield* Effect.flip(vault.open(box, sealed)), yield* Effect.flip(vault.seal({ ...box, id: "p2" }, ["nieuw"]))]
      expect(yield* vault.open({ ...box, subject: "p-bram" }, other)).toEqual(["in de klas"])
      yield* vault.forget({ stream: { machine: "Pap", id: "p1" } })
      gone.push(yield* Effect.flip(vault.open({ ...box, subject: "p-bram" }, other)))
      gone.push(yield* Effect.flip(vault.seal({ ...box, subject: "p-noor" }, ["nieuw"])))
      return gone.map(({ _tag }) => _tag)
    })
  )
  expect(outcome).toEqual(["Unreadable", "Forgotten", "Unreadable", "Forgotten"])
})

it("of many who begin to seal for somebody at once, all use the key of the first", async () => {
  const url = await freshDatabase()
  await inVault(url, () => Effect.void)
  const sealed = await Promise.all(
    Array.from({ length: 6 }, (_, n) => inVault(url, (vault) => vault.seal({ ...box, version: n }, [`${n}`])))
  )
  const opened = await inVault(url, (vault) => Effect.forEach(sealed, (one, version) => vault.open({ ...box, version }, one)))
  expect(opened).toEqual(sealed.map((_, n) => [`${n}`]))
})

it("a key that somebody begins to keep while its owner is being forgotten is not kept", async () => {
  const url = await freshDatabase()
  const kept = await Effect.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        const { seal } = yield* Vault.Vault
        // Just before it is done: the same lock, and the mark that is not to be seen yet.
        const { release } = yield* holding(
          url,
          "SET LOCAL groeikring.tenant = 'school'",
          "LOCK TABLE groeikring_keys.keys IN SHARE ROW EXCLUSIVE MODE",
          "INSERT INTO groeikring_keys.forgotten_people VALUES ('school', 'p-femke')"
        )
        const keeping = yield* Effect.forkChild(Effect.flip(seal(box, ["nieuw"])))
        yield* Effect.sleep("100 millis")
        yield* release
        return (yield* Fiber.join(keeping))._tag
      })
    ).pipe(Effect.provide(PostgresVault.layer(url, { masterKey: master })))
  )
  expect(kept).toBe("Forgotten")
  expect(await query(inDatabase(url), "SELECT FROM groeikring_keys.keys")).toEqual([])
})

it("another master key takes the place of the first, while somebody has the vault open", async () => {
  const url = await freshDatabase()
  const file = `${master}.own`
  const vault = PostgresVault.layer(url, { masterKey: file })
  const said = ["bij de deur"]
  const sealed = await Effect.runPromise(
    Effect.gen(function* () {
      const { open, seal } = yield* Vault.Vault
      const sealed = yield* seal(box, said)
      const first = readFileSync(file, "utf8")
      yield* PostgresVault.rotate(url, ["school"], file)
      expect(readFileSync(file, "utf8")).not.toBe(first)
      expect(yield* open(box, sealed)).toEqual(said)
      writeFileSync(`${file}.old`, first)
      return sealed
    }).pipe(Effect.provide(vault))
  )
  const opened = Effect.flatMap(Vault.Vault, ({ open }) => open(box, sealed))
  expect(await Effect.runPromise(Effect.provide(opened, vault))).toEqual(said)
  const exit = await Effect.runPromiseExit(Effect.provide(opened, PostgresVault.layer(url, { masterKey: `${file}.old` })))
  expect(String(Exit.isFailure(exit) && exit.cause)).toContain("MasterKeyWrong")
})

it("a tenant that is not there is no reason to replace the master key of the others", async () => {
  const url = await freshDatabase()
  const file = `${master}.slip`
  const vault = PostgresVault.layer(url, { masterKey: file, tenant: "41234" })
  const sealed = await Effect.runPromise(
    Effect.provide(
      Effect.flatMap(Vault.Vault, ({ seal }) => seal(box, ["deur"])),
      vault
    )
  )
  const first = readFileSync(file, "utf8")
  await expect(Effect.runPromise(PostgresVault.rotate(url, ["41243"], file))).rejects.toThrow("The tenant 41243 is not there.")
  expect([readFileSync(file, "utf8"), existsSync(`${file}.next`)]).toEqual([first, false])
  const opened = Effect.flatMap(Vault.Vault, ({ open }) => open(box, sealed))
  expect(await Effect.runPromise(Effect.provide(opened, vault))).toEqual(["deur"])
})

it("a key management service keeps the master key to itself", async () => {
  const url = await freshDatabase()
  const asked: Array<string> = []
  const turned = (key: Uint8Array, about: string) =>
    Effect.sync(() => {
      asked.push(about)
      return key.map((byte) => byte ^ 0xff)
    })
  const service = Layer.succeed(Vault.MasterKey, { wrap: turned, unwrap: turned })
  const round = Effect.flatMap(Vault.Vault, ({ open, seal }) =>
    Effect.flatMap(seal(box, ["bij de deur"]), (one) => open(box, one))
  )
  const vault = PostgresVault.layer(url, { masterKey: service, tenant: "41234" })
  expect(await Effect.runPromise(Effect.provide(round, vault))).toEqual(["bij de deur"])
  expect(asked).toEqual(["41234", "41234"])
})
