/** Sealing words and opening them: the vault beside the bare cipher of Node. */
import { Vault } from "@groeikring/storage"
import { SqliteVault } from "@groeikring/storage-sqlite"
import { Effect, Exit, Layer, Scope } from "effect"
import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from "node:crypto"
import { join } from "node:path"
import type { Contender } from "./rounds.ts"

const words = ["Ik wil dat de instructie voor iedereen te volgen is, en ik merk het aan de vragen die ze niet meer stellen."]
const box = { machine: "Plan", id: "a", subject: "p-femke", type: "PlanChanged" }

export const sealing = async (folder: string) => {
  const scope = await Effect.runPromise(Scope.make())
  const context = await Effect.runPromise(Layer.buildWithScope(SqliteVault.layer(join(folder, "vault.db")), scope))
  const vault = await Effect.runPromise(Effect.provide(Effect.service(Vault.Vault), context))
  const key = randomBytes(32)
  const object = createSecretKey(key)
  const aad = (version: number) => Buffer.from(JSON.stringify([box.machine, box.id, box.type, version, box.subject]))
  const seal = (version: number, key: Uint8Array | KeyObject) => {
    const nonce = randomBytes(12)
    const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(aad(version))
    return Buffer.concat([nonce, cipher.update(JSON.stringify(words).padEnd(128)), cipher.final(), cipher.getAuthTag()]).toString(
      "base64"
    )
  }
  const open = (version: number, sealed: string, key: Uint8Array | KeyObject) => {
    const bytes = Buffer.from(sealed, "base64")
    const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12))
      .setAAD(aad(version))
      .setAuthTag(bytes.subarray(-16))
    return JSON.parse(
      Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString()
    ) as ReadonlyArray<string>
  }
  const [bare, sealed] = [seal(1, key), await Effect.runPromise(vault.seal({ ...box, version: 1 }, words))]
  const repeatedly = (times: number, ask: Effect.Effect<unknown, unknown>) =>
    Effect.runPromise(
      Effect.gen(function* () {
        for (let n = 0; n < times; n++) yield* ask
      }).pipe(Effect.orDie)
    )
  const sealers: ReadonlyArray<Contender> = [
    {
      name: "node:crypto by hand",
      run: (times) => {
        for (let n = 0; n < times; n++) seal(1, key)
      }
    },
    {
      name: "node:crypto with a key object",
      run: (times) => {
        for (let n = 0; n < times; n++) seal(1, object)
      }
    },
    { name: "the vault", run: (times) => repeatedly(times, vault.seal({ ...box, version: 1 }, words)) }
  ]
  const openers: ReadonlyArray<Contender> = [
    {
      name: "node:crypto by hand",
      run: (times) => {
        for (let n = 0; n < times; n++) open(1, bare, key)
      }
    },
    {
      name: "node:crypto with a key object",
      run: (times) => {
        for (let n = 0; n < times; n++) open(1, bare, object)
      }
    },
    {
      name: "the vault",
      run: (times) => repeatedly(times, vault.open({ ...box, version: 1 }, sealed)),
      close: () => Effect.runPromise(Scope.close(scope, Exit.void))
    }
  ]
  return { sealers, openers }
}
