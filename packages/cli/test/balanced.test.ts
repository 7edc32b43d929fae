/** Two servers on one PostgreSQL, and a balancer that sends every request to the other one of them. */
import { randomBytes } from "node:crypto"
import { readFileSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { Path } from "@groeikring/http"
import { afterAll, beforeAll, expect, it } from "vitest"
import { type Server, startServer } from "../../storage-postgres/test/server.ts"
import { balancing } from "./balancing.ts"
import { freshStore } from "./folder.ts"
import { answered, freePort, listening, type Serving, serving, stopAll } from "./serving.ts"
import { stories } from "./terminal.ts"

let server: Server
let both: ReadonlyArray<Serving>
let balancer: Awaited<ReturnType<typeof balancing>>
let alone: Serving
beforeAll(async () => {
  server = await startServer()
  const env = { GROEIKRING_MASTER_KEY: randomBytes(32).toString("base64") }
  // Both begin at the same moment on a database where there is nothing yet.
  both = await Promise.all([freePort(), freePort()].map(async (port) => serving(server.url, await port, env)))
  balancer = await balancing(both.map(({ base }) => base))
  alone = await serving(freshStore(), await freePort())
})
afterAll(async () => {
  balancer?.stop()
  stopAll()
  await server?.drop()
})

interface Line {
  readonly machine?: string
  readonly id?: string
  readonly as?: string
  readonly do?: string
  readonly [field: string]: unknown
}
const lines = stories.flatMap((file) =>
  readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line)
    .filter((line) => line.do !== undefined)
)
const pathOf = ({ id, machine }: Line, end: string) =>
  `/v1/${Path.collection(machine!)}/${encodeURIComponent(id!)}${end === "" ? "" : `/${end}`}`

it("a year goes the same way over two servers as over one, whichever of them is asked", async () => {
  const came: Array<ReadonlyArray<ReadonlyArray<unknown>>> = [[], []]
  for (const [n, base] of [alone.base, balancer.base].entries()) {
    const all: Array<ReadonlyArray<unknown>> = []
    for (const line of lines) {
      const { as, at: _, do: asks, expect: __, id: ___, machine: ____, ...fields } = line
      const { body, status } = await answered(base, as!, pathOf(line, Path.kebab(asks!)), fields)
      all.push([line.machine, line.id, asks, status, body.code, body.version, body.events?.map((event) => event._tag)])
    }
    for (const as of new Set(lines.map((line) => line.as!)))
      for (const line of new Map(lines.map((line) => [`${line.machine}/${line.id}`, line])).values()) {
        const { body, status } = await answered(base, as, pathOf(line, ""))
        all.push([
          as,
          line.machine,
          line.id,
          status,
          body.version,
          body.state?._tag,
          Object.entries(body.possible ?? {}).map(([command, { can }]) => [command, can])
        ])
      }
    came[n] = all
  }
  expect(came[1]).toEqual(came[0])
  expect(came[0]!.filter((one) => one[3] === 200).length).toBeGreaterThan(50)
  expect(Math.min(...balancer.served)).toBeGreaterThan(100)
})

it("what one of them was told the other knows: a version, a key, and who came first", async () => {
  const [one, other] = both.map(({ base }) => base)
  await answered(one!, "p-joke", "/v1/staffs/known/open", { school: "x" })
  const employ = { person: "p-femke", function: "Teacher", fte: 1 }
  const first = await answered(one!, "p-joke", "/v1/staffs/known/employ", employ, "once")
  const again = await answered(other!, "p-joke", "/v1/staffs/known/employ", employ, "once")
  expect([first.body.repeated, again.body.repeated, again.body.position]).toEqual([false, true, first.body.position])
  const stale = await fetch(`${other}/v1/staffs/known/employ`, {
    method: "POST",
    headers: { "groeikring-person": "p-joke", "if-match": '"1"' },
    body: JSON.stringify({ ...employ, person: "p-bram" })
  })
  expect(stale.status).toBe(412)
  // Of those who want the same at the same moment, one is first.
  const races = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      answered(n % 2 === 0 ? one! : other!, "p-joke", "/v1/staffs/known/employ", { ...employ, person: "p-race" })
    )
  )
  expect(races.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1)
})

it("what happens at one of them is heard at the other as it happens, and told to other servers once", async () => {
  const received: Array<string> = []
  const hook = createServer((request, response) => {
    received.push(String(request.headers["webhook-id"]))
    response.writeHead(204).end()
  })
  await new Promise<void>((resolve) => hook.listen(0, "127.0.0.1", resolve))
  afterAll(() => hook.close())
  const target = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/`
  expect((await answered(balancer.base, "p-live", "/v1/webhooks", { target })).status).toBe(201)
  const listeners = [...both.map(({ base }) => listening(base, "p-live")), listening(balancer.base, "p-live")]
  await expect.poll(() => listeners.map(({ lines }) => lines())).toEqual([1, 1, 1])
  await answered(balancer.base, "p-live", "/v1/staffs/live/open", { school: "x" })
  const employ = async (n: number) => {
    const fields = { person: `p-${n}`, function: "Teacher", fte: 1 }
    return String((await answered(balancer.base, "p-live", "/v1/staffs/live/employ", fields)).body.position)
  }
  for (let n = 0; n < 10; n++) await employ(n)
  const position = await employ(10)
  const told = () => listeners.map(({ all }) => all.at(-1)?.id)
  await expect.poll(told, { interval: 20 }).toEqual([position, position, position])
  for (let n = 11; n < 20; n++) await employ(n)
  const versions = () => listeners.map(({ all }) => all.map(({ data }) => data.version))
  const whole = Array.from({ length: 21 }, (_, n) => n + 1)
  await expect.poll(versions).toEqual([whole, whole, whole])
  await expect.poll(() => received.length).toBe(21)
  expect(new Set(received).size).toBe(21)
  await Promise.all(listeners.map(({ stop }) => stop()))
})

it("when one of them is killed, the other goes on with all of it", async () => {
  const listener = listening(balancer.base, "p-left")
  await answered(balancer.base, "p-left", "/v1/staffs/left/open", { school: "x" })
  for (let n = 0; n < 30; n++) {
    if (n === 10) await both[0]!.kill("SIGKILL")
    const employ = { person: `p-${n}`, function: "Teacher", fte: 1 }
    expect((await answered(balancer.base, "p-left", "/v1/staffs/left/employ", employ, `employ ${n}`)).status).toBe(200)
  }
  const heard = () => listener.all.map(({ data }) => data.version)
  await expect.poll(heard).toEqual(Array.from({ length: 31 }, (_, n) => n + 1))
  await listener.stop()
})
