/** Who means harm at the line itself: slowly, crookedly, or with more than there is room for. */
import { EventStore, MemoryStore, type Rows, Vault } from "@groeikring/storage"
import { SqliteStore } from "@groeikring/storage-sqlite"
import { Domain } from "@groeikring/core"
import { Effect, Layer, Stream } from "effect"
import { mkdtempSync, rmSync } from "node:fs"
import { connect, type Socket } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { Path } from "../src/index.ts"
import { as, heard } from "./asking.ts"
import { running, served } from "./served.ts"

const portOf = (base: string) => Number(new URL(base).port)
const opened: Array<Socket> = []
afterAll(() => opened.forEach((socket) => socket.destroy()))
/** A line to the server, and what came over it until it ended. */
const dial = (base: string, text: string) => {
  const socket = connect(portOf(base), "127.0.0.1")
  opened.push(socket)
  let came = ""
  socket.setEncoding("utf8").on("data", (data: string) => (came += data))
  socket.on("error", () => {})
  socket.write(text)
  const ended = new Promise<string>((resolve) => socket.on("close", () => resolve(came)))
  return { socket, ended, came: () => came }
}
const head = (path: string, more: ReadonlyArray<string> = [], method = "GET") =>
  [`${method} ${path} HTTP/1.1`, "Host: localhost", "Groeikring-Person: p-joke", ...more, "", ""].join("\r\n")

describe("another tenant on the same store", () => {
  const folder = mkdtempSync(join(tmpdir(), "groeikring-"))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const at = (tenant: string) =>
    served({ store: SqliteStore.layer(join(folder, "board.db"), { tenant }), webhooks: { loopback: true } })

  it("is not there: not by its ids, its keys, its positions, its suggestions or its webhooks", async () => {
    const [zwaluw, merel] = [await at("zwaluw"), await at("merel")]
    const [here, there] = [as(zwaluw, "p-joke"), as(merel, "p-joke")]
    const begun = await here("POST", "/v1/staffs/ours/open", { school: "obs De Zwaluw" }, { "idempotency-key": "begin" })
    await here("POST", "/v1/staffs/ours/employ", { person: "p-joke", function: "Teacher", fte: 1 })
    await here("POST", "/v1/pops/mine/begin", {})
    const hook = (await here("POST", "/v1/webhooks", { target: "http://127.0.0.1:9/" })).body.id
    // The same person, with every id and place that they know from the other side.
    for (const name of Object.keys(Domain.domain)) {
      const path = `/v1/${Path.collection(name)}`
      expect([name, (await there("GET", path)).body]).toEqual([name, { items: [], next: null }])
      for (const id of ["ours", "mine"])
        for (const end of ["", "/history"])
          expect([name, id, end, (await there("GET", `${path}/${id}${end}`)).status]).toEqual([name, id, end, 404])
    }
    expect((await there("GET", "/v1/staffs/ours/possible")).body.Open).toMatchObject({ can: true })
    expect((await there("POST", "/v1/staffs/ours/employ", { person: "p-x", function: "Teacher", fte: 1 })).status).toBe(403)
    expect((await there("GET", "/v1/me")).body.suggestions).toEqual([])
    expect((await there("GET", "/v1/webhooks")).body).toEqual({ items: [] })
    for (const end of ["", "/deliveries", "/dead-letters"])
      expect([end, (await there("GET", `/v1/webhooks/${hook}${end}`)).status]).toEqual([end, 404])
    expect((await there("POST", `/v1/webhooks/${hook}/redeliver`)).status).toBe(404)
    // The same key and the same id begin something of their own there.
    const own = await there("POST", "/v1/staffs/ours/open", { school: "cbs De Merel" }, { "idempotency-key": "begin" })
    expect([own.status, own.body.repeated, own.body.state.school]).toEqual([200, false, "cbs De Merel"])
    // A place in the order of the one is a place in that of the other, and nothing of the one is seen from it.
    const events = await heard(merel, "p-joke", () => true, { "last-event-id": begun.body.position })
    expect(events.map(({ data }) => data.event)).toEqual([
      { _tag: "SchoolOpened", school: "cbs De Merel", administrator: "p-joke" }
    ])
    expect((await here("GET", "/v1/staffs/ours")).body.state.school).toBe("obs De Zwaluw")
  })
})

describe("somebody slow", async () => {
  const base = await served({ patience: { headers: 300, request: 600, reading: 1_000 } })

  it("with a head or a body is not waited for, and others are answered meanwhile", async () => {
    const lines = [
      dial(base, "GET /v1/me HTTP/1.1\r\nHost: localhost\r\nX-Slow: "),
      dial(base, "G"),
      dial(base, head("/v1/staffs/s/open", ["Content-Length: 100"], "POST") + '{"school":'),
      dial(base, head("/v1/staffs/s/open", ["Transfer-Encoding: chunked"], "POST") + '5\r\n{"sch')
    ]
    // Each goes on a byte at a time, and is not done by it.
    const drip = setInterval(() => lines.forEach(({ socket }) => socket.writable && socket.write("a")), 50)
    expect((await as(base, "p-joke")("GET", "/v1/me")).status).toBe(200)
    const came = await Promise.all(lines.map(({ ended }) => ended))
    clearInterval(drip)
    for (const text of came) expect(text).toMatch(/^HTTP\/1.1 (400|408) /)
    expect((await as(base, "p-joke")("GET", "/v1/staffs/s")).status).toBe(404)
  })

  it("who opens a line and says nothing is let go", async () => {
    expect(await dial(base, "").ended).toMatch(/^(HTTP\/1.1 408 [\s\S]*)?$/)
  })
})

describe("a stream of events", () => {
  /** A store that counts what is taken from it to be told. */
  const counting = () => {
    let taken = 0
    const inMemory = Layer.merge(MemoryStore.layer, Vault.layerMemory)
    const store: Layer.Layer<EventStore | Rows | Vault.Vault> = Layer.effect(
      EventStore,
      Effect.map(EventStore, (store) => ({
        ...store,
        readAll: (after: string, limit: number) =>
          Effect.tap(store.readAll(after, limit), (facts) => Effect.sync(() => void (taken += facts.length))),
        follow: (after: string) => Stream.tap(store.follow(after), () => Effect.sync(() => void taken++))
      }))
    ).pipe(Layer.provideMerge(inMemory))
    return { store, taken: () => taken }
  }

  it("that nobody reads takes no more from the store than fits on the line, and is let go", async () => {
    const { store, taken } = counting()
    const base = await served({
      store,
      patience: { reading: 1_500 },
      allowance: { burst: 100_000, perSecond: 1000, streams: 1 }
    })
    const joke = as(base, "p-joke")
    const name = "x".repeat(50_000)
    const { socket } = dial(base, head("/v1/events"))
    await new Promise((resolve) => socket.once("data", resolve))
    socket.pause()
    for (let n = 0; n < 600; n++) await joke("POST", `/v1/staffs/s${n}/open`, { school: name })
    // Thirty megabytes wait to be told; on the line and in the server are a few of them.
    const at = taken()
    expect(at).toBeLessThan(400)
    // The one stream that this person may have is theirs again when the line is given up.
    await expect.poll(async () => (await fetchStream(base)).status, { interval: 200 }).toBe(200)
    expect(taken()).toBeLessThan(600 + at)
  })

  const fetchStream = async (base: string, person = "p-joke") => {
    const stop = new AbortController()
    const { body, status } = await fetch(`${base}/v1/events`, { headers: { "groeikring-person": person }, signal: stop.signal })
    return { status, body, stop: () => stop.abort() }
  }

  it("that is opened and dropped, over and over, leaves nothing open", async () => {
    const base = await served({ allowance: { burst: 100_000, perSecond: 1000, streams: 3 } })
    for (let n = 0; n < 60; n++) {
      const { socket } = dial(base, head("/v1/events"))
      // At once, in the middle of the answer, or after it began.
      await new Promise((resolve) =>
        n % 3 === 0 ? setImmediate(resolve) : n % 3 === 1 ? setTimeout(resolve, 3) : socket.once("data", resolve)
      )
      socket.destroy()
    }
    await expect
      .poll(
        async () => {
          const streams = [await fetchStream(base), await fetchStream(base), await fetchStream(base), await fetchStream(base)]
          for (const { stop } of streams) stop()
          return streams.map(({ status }) => status)
        },
        { interval: 300 }
      )
      .toEqual([200, 200, 200, 429])
  })

  it("ends when the server stops, and nobody waits for it", async () => {
    const { address, stop } = running()
    const base = await address
    const { body } = await fetchStream(base)
    const text = new Response(body).text()
    const stopped = stop().then(() => "at once")
    expect(await Promise.race([stopped, new Promise((resolve) => setTimeout(resolve, 5_000, "late"))])).toBe("at once")
    expect(await text).toBe(": welcome\n\n")
  })

  it("goes on for others while one person floods", async () => {
    const base = await served({ allowance: { burst: 20, perSecond: 1, streams: 3 } })
    const flood = await Promise.all(Array.from({ length: 100 }, () => fetchStream(base, "p-evil")))
    expect(flood.filter(({ status }) => status === 200)).toHaveLength(3)
    expect(flood.filter(({ status }) => status === 429)).toHaveLength(97)
    const listening = heard(base, "p-joke", () => true)
    await as(base, "p-joke")("POST", "/v1/staffs/calm/open", { school: "x" })
    expect((await listening)[0]!.data.id).toBe("calm")
    for (const { stop } of flood) stop()
  })

  it("goes on for everybody when the clock of the machine is set back", async () => {
    let now = Date.parse("2025-11-25T16:00:00+01:00")
    const base = await served({ now: () => now, allowance: { burst: 5, perSecond: 1, streams: 1 } })
    const ask = async () => (await as(base, "p-joke")("GET", "/v1/me")).status
    expect(await ask()).toBe(200)
    now -= 3_600_000
    expect([await ask(), await ask(), await ask(), await ask(), await ask()]).toEqual([200, 200, 200, 200, 429])
    now += 2_000
    expect([await ask(), await ask(), await ask()]).toEqual([200, 200, 429])
  })

  it("takes none of the streams of who only asks for the head of one", async () => {
    const base = await served({ allowance: { burst: 100, perSecond: 1, streams: 2 } })
    const headers = { "groeikring-person": "p-joke" }
    const heads = []
    for (let n = 0; n < 5; n++) heads.push((await fetch(`${base}/v1/events`, { method: "HEAD", headers })).status)
    expect(new Set(heads)).toEqual(new Set([200]))
    const streams = [await fetchStream(base, "p-joke"), await fetchStream(base, "p-joke")]
    expect(streams.map(({ status }) => status)).toEqual([200, 200])
    for (const { stop } of streams) stop()
    // Who stops listening may listen again.
    await expect.poll(async () => (await fetchStream(base, "p-joke")).status).toBe(200)
  })

  it("begins nowhere but at a place that was given out", async () => {
    const base = await served()
    const joke = as(base, "p-joke")
    // The last is what a store on PostgreSQL gives out, and this is none.
    for (const place of ["yesterday", "-1", "1e9", "1;2", "0x10", "9".repeat(50), "1/", "/1", "7305/1"]) {
      const { body, status } = await joke("GET", `/v1/events?after=${encodeURIComponent(place)}`)
      expect([place, status, body.code]).toEqual([place, 400, "InvalidRequest"])
      expect([place, (await joke("GET", "/v1/events", undefined, { "last-event-id": place })).status]).toEqual([place, 400])
    }
  })
})

describe("a head", async () => {
  const base = await served({ origins: ["https://portal.example"] })
  const asked = (path: string, more: ReadonlyArray<string> = [], method = "GET", body = "") =>
    dial(base, head(path, [...more, "Connection: close"], method) + body).ended

  it("that says two things about where its body ends is one request or none", async () => {
    const smuggled = "GET /v1/me HTTP/1.1\r\nHost: localhost\r\nGroeikring-Person: p-evil\r\n\r\n"
    for (const lines of [
      ["Content-Length: 4", "Transfer-Encoding: chunked"],
      ["Content-Length: 4", "Content-Length: 40"],
      ["Transfer-Encoding: chunked", "Transfer-Encoding: identity"],
      ["Transfer-Encoding : chunked"],
      ["Transfer-Encoding: xchunked"],
      ["Content-Length: +4"],
      ["Content-Length: 0x4"]
    ]) {
      const came = await asked("/v1/staffs/s/open", lines, "POST", `0\r\n\r\n${smuggled}`)
      expect([lines, came.match(/HTTP\/1\.1 \d+/g)?.length ?? 0, came.includes("p-evil")]).toEqual([lines, 1, false])
      expect([lines, came.slice(0, 12)]).toEqual([lines, "HTTP/1.1 400"])
    }
  })

  it("with a line end, a null or a letter that is none in a value is turned down", async () => {
    for (const value of ["a\rb", "a\u0000b"])
      expect([value, (await asked("/v1/me", [`Idempotency-Key: ${value}`])).slice(0, 12)]).toEqual([value, "HTTP/1.1 400"])
    expect(await asked("/v1/me", ["X: a\r\n folded"])).not.toMatch(/folded/)
  })

  it("that is too long, or has too many lines, is turned down", async () => {
    expect((await asked("/v1/me", [`X-Long: ${"x".repeat(20_000)}`])).slice(0, 12)).toBe("HTTP/1.1 431")
    expect((await asked(`/v1/me?${"x".repeat(20_000)}`)).slice(0, 12)).toBe("HTTP/1.1 431")
    const many = Array.from({ length: 5_000 }, (_, n) => `X-${n}: 1`)
    expect((await asked("/v1/me", many)).slice(0, 12)).toMatch(/^HTTP\/1.1 (200|431)$/)
  })

  it("is not told back in an answer, nor lets a value of it make a header", async () => {
    const came = await asked("/v1/nothing", [
      "Origin: https://portal.example%0d%0aset-cookie:x",
      "Accept-Language: nl%0d%0aSet-Cookie: x",
      "X-Forwarded-Host: evil.example",
      "Referer: https://evil.example/"
    ])
    expect(came).not.toMatch(/set-cookie|evil\.example|access-control-allow-origin/i)
    const hooked = await served({ webhooks: { loopback: true } })
    const { headers } = await as(hooked, "p-joke")("POST", "/v1/webhooks", { target: "http://127.0.0.1:9/x\r\nset-cookie: evil" })
    expect([headers.get("set-cookie"), /^\/v1\/webhooks\/[\w-]+$/.test(headers.get("location") ?? "")]).toEqual([null, true])
  })

  it("with a crooked path finds nothing and opens nothing", async () => {
    for (const path of [
      "/v1/%2e%2e/%2e%2e/etc/passwd",
      "/..;/v1/me",
      "/v1\\me",
      "/v1/staffs/..\\..\\x",
      "/v1/me%00.json",
      "/v1/me/",
      "/v1/me;x=1",
      "/V1/ME",
      "//evil.example/v1/me",
      "/v1/staffs/%c0%ae%c0%ae/",
      "/v1/staffs/%ff",
      "/v1/staffs/constructor/open",
      "/v1/staffs/__proto__/history",
      "/v1/webhooks/..%2f..%2fme",
      "/docs/../v1/openapi.json",
      "*"
    ]) {
      const came = await asked(path)
      expect([path, came.slice(0, 12)]).toEqual([path, expect.stringMatching(/^HTTP\/1.1 (301|400|404|405|200)$/)])
      expect([path, /root:|node_modules|at \w+ \(|evil/.test(came.replace(/^.*?\r\n\r\n/s, ""))]).toEqual([path, false])
    }
    for (const method of ["TRACE", "CONNECT", "PUT", "DELETE", "PATCH", "PROPFIND"]) {
      const came = await asked("/v1/me", [], method)
      expect([method, came === "" || /^HTTP\/1.1 (400|404|405|501)/.test(came)]).toEqual([method, true])
    }
    // A method may not be changed on the way.
    const overridden = await asked("/v1/staffs/s", ["X-HTTP-Method-Override: POST"])
    expect(overridden).toContain("HTTP/1.1 404")
  })
})
