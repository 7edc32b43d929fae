/**
 * A server in a process of its own, for the load: `served.ts WHICH STORE`. It says its port, and its memory when it is asked.
 *
 * `groeikring` is the whole server; `school` a bare handler that asks the school, and `store` one that appends a fact and
 * decides nothing.
 */
import { serve } from "@hono/node-server"
import { Domain, english, processes } from "@groeikring/core"
import { Login, Node } from "@groeikring/http"
import { dutch, pack } from "@groeikring/pack-nl"
import { EventStore, School } from "@groeikring/storage"
import { PostgresStore } from "@groeikring/storage-postgres"
import { SqliteStore } from "@groeikring/storage-sqlite"
import { Context, Effect, Layer } from "effect"
import { HttpServer } from "effect/http"
import { Hono } from "hono"
import type { AddressInfo } from "node:net"
import { createInterface } from "node:readline"

const [which, place] = process.argv.slice(2) as [string, string]
const store = place.startsWith("postgres")
  ? PostgresStore.layer(place, { masterKey: process.env["GROEIKRING_MASTER_KEY"]!, connections: 16 })
  : SqliteStore.layer(place)
const school = School.layer({ domain: Domain.domain, packs: pack, processes }).pipe(Layer.provideMerge(store))
const minutes = () => Math.floor(Date.now() / 60_000)

const groeikring = Effect.gen(function* () {
  const services = yield* Layer.build(
    Node.layer({
      domain: Domain.domain,
      glossaries: { nl: dutch, en: english },
      port: 0,
      allowance: { burst: 1e9, perSecond: 1e9, streams: 1e9 }
    }).pipe(Layer.provide(Login.demo), Layer.provide(school))
  )
  const { address } = Context.get(services, HttpServer.HttpServer)
  return "port" in address ? address.port : 0
})

const bare = Effect.gen(function* () {
  const services = yield* Layer.build(school)
  const { send } = Context.get(services, School)
  const { append } = Context.get(services, EventStore)
  const app = new Hono()
  let commands = 0
  app.post("/v1/staffs/:id/open", async (context) => {
    const fields: { readonly school: string } = await context.req.json()
    const id = context.req.param("id")
    const actor = context.req.header("groeikring-person")!
    const at = minutes()
    if (which === "school") {
      const sent = await Effect.runPromise(send("Staff", id, { _tag: "Open", ...fields }, { actor, at }))
      return context.json({ version: sent.version, position: sent.position, events: sent.events, state: sent.state })
    }
    const command = `c${++commands}`
    const fact = { type: "SchoolOpened", data: { _tag: "SchoolOpened", ...fields, administrator: actor }, boxes: {}, actor }
    const stream = { machine: "Staff", id }
    return context.json(
      await Effect.runPromise(append({ stream, expected: 0, facts: [fact], at, command, correlation: command, links: {} }))
    )
  })
  const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" })
  if (!server.listening) yield* Effect.promise(() => new Promise((resolve) => server.once("listening", resolve)))
  return (server.address() as AddressInfo).port
})

const running = Effect.gen(function* () {
  console.log(yield* which === "groeikring" ? groeikring : bare)
  const asked = createInterface({ input: process.stdin })
  asked.on("line", () => {
    globalThis.gc?.()
    const { external, heapUsed, rss } = process.memoryUsage()
    console.log(`${rss} ${heapUsed + external}`)
  })
  // Whoever started it is gone.
  asked.on("close", () => process.exit())
  return yield* Effect.never
})
await Effect.runPromise(Effect.scoped(running))
