import { Effect, Result } from "effect"
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import type { Server } from "node:http"
import { type AddressInfo, createServer } from "node:net"
import { dirname, join } from "node:path"
import { Webhook } from "standardwebhooks"
import { afterAll, describe, expect, it, vi } from "vitest"
import { CloudEvent, Target } from "../src/webhooks/index.ts"
import { newSecret, send, signed } from "../src/webhooks/Sending.ts"
import { as } from "./asking.ts"
import { receiver } from "./receiver.ts"
import { served } from "./served.ts"

const onInternet = async () => ["93.184.215.14"]
const tried = (target: string, fence: Target.Fence = { resolve: onInternet }) =>
  Effect.runPromise(
    Effect.map(Effect.result(Target.pinned(target, fence)), (came) =>
      Result.isSuccess(came) ? came.success.address : came.failure.reason
    )
  )
const notice = { machine: "Pap", id: "p1", type: "PapCommitted", position: "7", at: 29_290_000 }
const message = { id: "msg_1", body: JSON.stringify(CloudEvent.cloudEvent("urn:groeikring:school", notice)) }
const sent = (target: string, fence: Target.Fence) => Effect.runPromise(send(target, message, [newSecret()], fence))

describe("a target", () => {
  it("is an address on the internet, by https, without a name and a password", async () => {
    expect(await tried("https://school.example/hook?school=1")).toBe("93.184.215.14")
    expect(await tried("https://93.184.215.14/hook")).toBe("93.184.215.14")
    expect(await tried("https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/")).toBe("2606:2800:21f:cb07:6820:80da:af6b:8b2c")
    for (const [target, reason] of [
      ["http://school.example/hook", "NotSecure"],
      ["https://user:word@school.example/", "NotAnAddress"],
      ["https://user@school.example/", "NotAnAddress"],
      ["https://school.example/#top", "NotAnAddress"],
      ["ftp://school.example/", "NotAnAddress"],
      ["file:///etc/passwd", "NotAnAddress"],
      ["gopher://school.example/", "NotAnAddress"],
      ["data:text/plain,x", "NotAnAddress"],
      ["javascript:alert(1)", "NotAnAddress"],
      ["school.example/hook", "NotAnAddress"],
      ["https://", "NotAnAddress"],
      [`https://school.example/${"x".repeat(2000)}`, "NotAnAddress"],
      ["", "NotAnAddress"]
    ])
      expect([target, await tried(target!)]).toEqual([target, reason])
  })

  it.each([
    // This machine, in every dress.
    "127.0.0.1",
    "127.1",
    "127.0.1",
    "127.255.255.254",
    "2130706433",
    "0x7f000001",
    "0x7f.1",
    "0177.0.0.1",
    "017700000001",
    "0",
    "0.0.0.0",
    "[::1]",
    "[::]",
    "[0:0:0:0:0:0:0:1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::ffff:0:127.0.0.1]",
    "[::127.0.0.1]",
    "[64:ff9b::7f00:1]",
    "[64:ff9b:1::7f00:1]",
    "[2002:7f00:1::]",
    "①②⑦.⓪.⓪.①",
    "127。0。0。1",
    // Its neighbours.
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "3232235777",
    "0xc0a80101",
    "[::ffff:192.168.1.1]",
    "[::ffff:c0a8:101]",
    "[64:ff9b::10.0.0.1]",
    "[fc00::1]",
    "[fd12:3456:789a::1]",
    "100.64.0.1",
    // Link-local, and the metadata of clouds.
    "169.254.169.254",
    "2852039166",
    "0xa9fea9fe",
    "0251.0376.0251.0376",
    "[::ffff:169.254.169.254]",
    "[fe80::1]",
    "[fd00:ec2::254]",
    "100.100.100.200",
    "192.0.0.192",
    // Everybody at once, examples, and what is kept back.
    "224.0.0.1",
    "239.255.255.250",
    "255.255.255.255",
    "240.0.0.1",
    "198.18.0.1",
    "192.0.2.1",
    "198.51.100.1",
    "203.0.113.1",
    "[ff02::1]",
    "[2001:db8::1]",
    "[2001::1]",
    "[100::1]",
    "[3fff::1]",
    "[5f00::1]"
  ])("is not %s", async (host) => {
    expect(await tried(`https://${host}/`)).toBe("NotPublic")
  })

  it("is not a name that leads behind the fence, be it with one of its addresses, or to nowhere", async () => {
    for (const addresses of [
      ["10.0.0.1"],
      ["93.184.215.14", "127.0.0.1"],
      ["::ffff:10.0.0.1"],
      ["fe80::1%eth0"],
      ["nonsense"],
      []
    ])
      expect([addresses, await tried("https://school.example/", { resolve: async () => addresses })]).toEqual([
        addresses,
        "NotPublic"
      ])
    const broken = () => Promise.reject(new Error("ENOTFOUND internal.example"))
    expect(await tried("https://school.example/", { resolve: broken })).toBe("NotPublic")
    // As this machine resolves it.
    expect(await tried("https://localhost/", {})).toBe("NotPublic")
    expect(await tried("https://localhost./", {})).toBe("NotPublic")
  })

  it("may be this machine in a demo, and still no other behind the fence", async () => {
    const demo = { loopback: true, resolve: onInternet }
    expect(await tried("http://127.0.0.1:9000/", demo)).toBe("127.0.0.1")
    expect(await tried("http://[::1]:9000/", demo)).toBe("::1")
    expect(await tried("https://school.example/", demo)).toBe("93.184.215.14")
    for (const host of ["10.0.0.1", "169.254.169.254", "school.example", "0.0.0.0", "[::]", "[::ffff:10.0.0.1]"])
      expect([host, await tried(`http://${host}/`, demo)]).toEqual([host, "NotPublic"])
  })

  it("is turned down where a webhook is asked for, and nothing is kept", async () => {
    const base = await served({ webhooks: { resolve: async () => ["10.0.0.1"] } })
    const joke = as(base, "p-joke")
    for (const target of ["https://internal.example/", "https://169.254.169.254/latest/meta-data/", "http://127.0.0.1/"]) {
      const { body, status } = await joke("POST", "/v1/webhooks", { target })
      expect([target, status, body.code]).toEqual([target, 422, "TargetNotAllowed"])
    }
    expect((await joke("GET", "/v1/webhooks")).body).toEqual({ items: [] })
  })
})

describe("a message", () => {
  it("goes to the address that was looked at, under the name that was given", async () => {
    const { port, received } = await receiver()
    const asked: Array<string> = []
    const resolve = async (host: string) => {
      asked.push(host)
      return ["127.0.0.1"]
    }
    expect(await sent(`http://receiver.example:${port}/hook`, { loopback: true, resolve })).toEqual({
      _tag: "Delivered",
      status: 204
    })
    expect([asked, received[0]!.headers.host, received[0]!.path]).toEqual([
      ["receiver.example"],
      `receiver.example:${port}`,
      "/hook"
    ])
  })

  it("is not sent to a name that leads elsewhere by now", async () => {
    const { port, received } = await receiver()
    const answers = [["93.184.215.14"], ["127.0.0.1"]]
    const resolve = async () => answers.shift()!
    const target = `https://receiver.example:${port}/`
    expect(await tried(target, { resolve })).toBe("93.184.215.14")
    expect(await sent(target, { resolve })).toEqual({ _tag: "TargetNotAllowed" })
    expect(received).toEqual([])
  })

  it("does not follow where it is sent on to", async () => {
    const inside = await receiver()
    for (const status of [301, 302, 307, 308]) {
      const outside = await receiver(() => ({ status, headers: { location: inside.target } }))
      expect(await sent(outside.target, { loopback: true })).toEqual({ _tag: "Refused", status })
    }
    expect(inside.received).toEqual([])
  })

  it("is over when the other side is not there, speaks no TLS, or says things without end", async () => {
    const { port } = await receiver()
    expect(await sent(`https://127.0.0.1:${port}/`, { loopback: true })).toEqual({ _tag: "Unreachable" })
    expect(await sent("http://127.0.0.1:1/", { loopback: true })).toEqual({ _tag: "Unreachable" })
    let written = 0
    const endless = createServer((socket) => {
      socket.on("error", () => {}).write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
      const more = () => {
        while (!socket.destroyed && socket.write(`4000\r\n${"x".repeat(0x4000)}\r\n`)) written += 0x4000
      }
      socket.on("drain", more)
      more()
    })
    await new Promise<void>((resolve) => endless.listen(0, "127.0.0.1", resolve))
    afterAll(() => endless.close())
    const address = endless.address() as { readonly port: number }
    expect(await sent(`http://127.0.0.1:${address.port}/`, { loopback: true })).toEqual({ _tag: "Delivered", status: 200 })
    expect(written).toBeLessThan(20_000_000)
  })

  it("that is not answered is over after a while", async () => {
    const { target } = await receiver(() => "Silence")
    expect(await sent(target, { loopback: true, patience: 0.2 })).toEqual({ _tag: "TimedOut" })
    const nowhere = () => new Promise<never>(() => {})
    expect(await sent("https://school.example/", { resolve: nowhere, patience: 0.2 })).toEqual({ _tag: "TimedOut" })
  })

  it("of a while ago, of another body or under another id is turned down by whoever receives it", () => {
    const secret = newSecret()
    const webhook = new Webhook(secret)
    const now = Date.now()
    const headers = signed(message, [secret], now)
    expect(webhook.verify(message.body, headers)).toEqual(JSON.parse(message.body))
    const asked = (body: string, given: Record<string, string>, from = webhook) => {
      try {
        return from.verify(body, { ...headers, ...given })
      } catch (error) {
        return (error as Error).message
      }
    }
    const old = signed(message, [secret], now - 6 * 60_000)
    expect(asked(message.body, old)).toBe("Message timestamp too old")
    expect(asked(message.body, signed(message, [secret], now + 6 * 60_000))).toBe("Message timestamp too new")
    const other = "No matching signature found"
    expect(asked(message.body, { "webhook-signature": old["webhook-signature"]! })).toBe(other)
    expect(asked(message.body.replace("p1", "p2"), {})).toBe(other)
    expect(asked(message.body, { "webhook-id": "msg_2" })).toBe(other)
    expect(asked(message.body, {}, new Webhook(newSecret()))).toBe(other)
    expect(asked(message.body, { "webhook-signature": "" })).toBe("Missing required headers")
  })

  it("that is sent again by somebody in between is heard once by the receiver of the how-to page, and not at all after a while", async () => {
    const page = readFileSync(join(import.meta.dirname, "../../../docs/how-to/webhooks.md"), "utf8")
    const file = join(import.meta.dirname, "../.reports/receiver.mjs")
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, /```js\n([\s\S]*?)```/.exec(page)![1]!)
    const secret = newSecret()
    const heard: Array<unknown> = []
    const server: Server = (await import(/* @vite-ignore */ file)).receiver(secret, (event: unknown) => heard.push(event))
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    afterAll(() => server.close())
    const { port } = server.address() as AddressInfo
    const target = `http://127.0.0.1:${port}/`
    expect(await Effect.runPromise(send(target, message, [secret], { loopback: true }))).toEqual({
      _tag: "Delivered",
      status: 204
    })
    const headers = signed(message, [secret], Date.now())
    const replayed = async (given: Record<string, string> = headers, body = message.body) =>
      (await fetch(target, { method: "POST", headers: { ...given, connection: "close" }, body })).status
    expect([await replayed(), await replayed(), heard]).toEqual([204, 204, [JSON.parse(message.body)]])
    expect(await replayed({ ...headers, "webhook-id": "msg_2" })).toBe(400)
    expect(await replayed(headers, message.body.replace("p1", "p2"))).toBe(400)
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 6 * 60_000 })
    expect(await replayed()).toBe(400)
    vi.useRealTimers()
    expect(heard).toHaveLength(1)
  })
})
