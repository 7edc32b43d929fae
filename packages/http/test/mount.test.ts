import { Domain, english, processes } from "@groeikring/core"
import { dutch, pack } from "@groeikring/pack-nl"
import { MemoryStore, School, Vault } from "@groeikring/storage"
import { SqliteStore } from "@groeikring/storage-sqlite"
import { serve } from "@hono/node-server"
import { Layer } from "effect"
import type { Express } from "express"
import type { Hono } from "hono"
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createServer, type Server } from "node:http"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { connect } from "../src/Client.ts"
import { Login, mount, type Mounted, Node } from "../src/index.ts"

const folder = mkdtempSync(join(tmpdir(), "groeikring-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const sessions = new Map([
  ["s-1", "p-joke"],
  ["s-2", "p-femke"]
])
/** What a product mounts: a school in a file, for whom the session of the product says it is. */
const mountedSchool = (file: string) =>
  mount(
    { domain: Domain.domain, glossaries: { nl: dutch, en: english }, at: "/groeikring" },
    Layer.merge(
      School.layer({ domain: Domain.domain, packs: pack, processes }).pipe(Layer.provide(SqliteStore.layer(file))),
      Login.own(({ cookies }) => sessions.get(cookies["session"] ?? ""))
    )
  )

/** The products of the how-to page, word for word. */
const page = readFileSync(join(import.meta.dirname, "../../../docs/how-to/embed-in-your-product.md"), "utf8")
const [express, hono] = await Promise.all(
  [...page.matchAll(/```js\n([\s\S]*?)```/g)].map(async ([, code], n) => {
    // Where what they import is found.
    const file = join(import.meta.dirname, `../.reports/product-${n}.mjs`)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, code!)
    return (await import(/* @vite-ignore */ file)).product
  })
)

const started = async (server: Server): Promise<Server> => {
  if (!server.listening) await new Promise<void>((resolve) => void server.once("listening", resolve))
  return server
}
const local = [0, "127.0.0.1"] as const
const onExpress = (school: Mounted) => started((express as (school: Mounted) => Express)(school).listen(...local))
const onHono = (school: Mounted) =>
  started(serve({ fetch: (hono as (school: Mounted) => Hono)(school).fetch, port: 0, hostname: "127.0.0.1" }) as Server)
const onNode = ({ node }: Mounted) =>
  started(
    createServer((request, response) =>
      request.url?.startsWith("/groeikring/") === true
        ? node(request, response)
        : void response.setHeader("content-type", "application/json").end('{"kept":{"name":"Sam"}}')
    ).listen(...local)
  )
const employment = { person: "p-femke", function: "Teacher", fte: 0.8 } as const

describe.each([
  ["Express", onExpress],
  ["Hono", onHono],
  ["a server of Node itself", onNode]
])("a school in a product on %s", (name, start) => {
  const file = join(folder, `${name.replaceAll(" ", "-")}.db`)

  it("answers for whom the session says it is, beside what the product does itself", async () => {
    const school = await mountedSchool(file)
    const server = await start(school)
    const origin = `http://127.0.0.1:${(server.address() as { readonly port: number }).port}`
    const base = `${origin}/groeikring`
    const as = (session: string) => connect(base, { headers: { cookie: `session=${session}` } })
    const joke = as("s-1")
    expect(await joke.me()).toMatchObject({ ok: true, value: { person: "p-joke" } })
    expect(await as("s-3").me()).toMatchObject({ ok: false, problem: { _tag: "Unauthenticated", status: 401 } })
    expect(await joke.staff("s").open({ school: "obs De Zwaluw" })).toMatchObject({ ok: true, version: 1 })

    // What happens comes through as it happens.
    const stop = new AbortController()
    const heard = (async () => {
      const events: Array<string> = []
      for await (const { event } of joke.events({ signal: stop.signal })) {
        events.push(event._tag)
        if (events.length === 2) break
      }
      return events
    })()
    expect(await joke.staff("s").employ(employment, { expected: 1 })).toMatchObject({ ok: true, version: 2 })
    expect(await heard).toEqual(["SchoolOpened", "PersonEmployed"])
    stop.abort()

    const document = (await (await fetch(`${base}/openapi.json`)).json()) as { readonly servers: unknown }
    expect(document.servers).toEqual([{ url: "/groeikring/v1" }])
    const nothing = await fetch(`${base}/v1/nothing`)
    expect([nothing.status, nothing.headers.get("content-type")]).toEqual([404, "application/problem+json"])
    const large = await fetch(`${base}/v1/staffs/t/open`, {
      method: "POST",
      headers: { cookie: "session=s-1" },
      body: JSON.stringify({ school: "x".repeat(100_000) })
    })
    expect(large.status).toBe(413)
    const own = await fetch(`${origin}/pupils`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"name":"Sam"}'
    })
    expect(await own.json()).toEqual({ kept: { name: "Sam" } })

    server.close()
    server.closeAllConnections()
    await school.close()
    // Nothing was only in memory.
    const again = await mountedSchool(file)
    const shown = await again.web(new Request("http://localhost/groeikring/v1/staffs/s", { headers: { cookie: "session=s-1" } }))
    expect([shown.status, ((await shown.json()) as { readonly version: number }).version]).toEqual([200, 2])
    await again.close()
  })
})

describe("a mounted school", () => {
  const inMemory = School.layer({ domain: Domain.domain, packs: pack, processes }).pipe(
    Layer.provide(Layer.merge(MemoryStore.layer, Vault.layerMemory))
  )
  const options = { domain: Domain.domain, glossaries: { nl: dutch, en: english } }

  it("does nothing for a page of another server, whoever is signed in, unless that server is on the list", async () => {
    const login = Login.own(({ cookies }) => sessions.get(cookies["session"] ?? ""))
    const { close, web } = await mount({ ...options, origins: ["https://portal.example"] }, Layer.merge(inMemory, login))
    const ask = async (headers: Readonly<Record<string, string>>, method = "POST") => {
      const response = await web(
        new Request("http://localhost/v1/staffs/s/open", {
          method,
          headers: { cookie: "session=s-1", ...headers },
          ...(method === "POST" && { body: '{"school":"x"}' })
        })
      )
      return [response.status, ((await response.json()) as { readonly code?: string }).code]
    }
    expect(await ask({ "sec-fetch-site": "cross-site", origin: "https://evil.example" })).toEqual([403, "ForeignPage"])
    expect(await ask({ "sec-fetch-site": "same-site", origin: "https://evil.school.nl" })).toEqual([403, "ForeignPage"])
    expect(await ask({ "sec-fetch-site": "cross-site" })).toEqual([403, "ForeignPage"])
    expect((await ask({ "sec-fetch-site": "cross-site", origin: "https://portal.example" }))[0]).toBe(200)
    expect((await ask({ "sec-fetch-site": "same-origin" }))[1]).toBe("IllegalCommand")
    expect((await ask({}))[1]).toBe("IllegalCommand")
    await close()
  })

  it("believes nobody by a header alone: the login of a demo is refused", async () => {
    await expect(mount(options, Layer.merge(inMemory, Login.demo))).rejects.toThrow(Node.NotOnLoopback)
  })
})
