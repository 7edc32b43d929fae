/** A school behind a real socket, for as long as a test takes. */
import { Domain, english, processes } from "@groeikring/core"
import { dutch, pack } from "@groeikring/pack-nl"
import { MemoryStore, School, Vault } from "@groeikring/storage"
import { Effect, Layer } from "effect"
import { afterAll } from "vitest"
import { Login, Node } from "../src/index.ts"

export const glossaries = { nl: dutch, en: english }

/** Serves on a free port until the file is over. */
export const served = async (login: Layer.Layer<Login.Login> = Login.demo, options: Partial<Node.Options> = {}) => {
  const school = School.layer({ domain: Domain.domain, packs: pack, processes }).pipe(
    Layer.provide(Layer.merge(MemoryStore.layer, Vault.layerMemory))
  )
  const server = Node.layer({ domain: Domain.domain, glossaries, port: 0, ...options }).pipe(Layer.provide([school, login]))
  let stop = () => {}
  const stopped = new Promise<void>((resolve) => (stop = resolve))
  const address = new Promise<string>((resolve, reject) => {
    const running = Effect.gen(function* () {
      resolve(yield* Node.address)
      yield* Effect.promise(() => stopped)
    }).pipe(Effect.provide(server))
    Effect.runPromise(running).catch(reject)
  })
  afterAll(() => stop())
  return address
}
