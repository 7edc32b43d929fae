import { Domain, type Machine } from "@groeikring/core"
import { SqliteStore } from "@groeikring/storage-sqlite"
import { Ajv } from "ajv"
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Webhook } from "standardwebhooks"
import { afterAll, describe, expect, it, vi } from "vitest"
import { Path } from "../src/index.ts"
import { Courier } from "../src/webhooks/index.ts"
import { as } from "./asking.ts"
import { receiver, type Received } from "./receiver.ts"
import { running, served } from "./served.ts"
import { type Line, linesOf } from "./stories.ts"

const soon = { first: 0.05, longest: 0.2, tries: 4 }
const rest = 0.02
const webhooks = { loopback: true, rest, retrying: soon }
const quick = { timeout: 60_000, interval: 20 }
const allowance = { burst: 100_000, perSecond: 1000, streams: 20 }

const base = await served({ webhooks, allowance })
const joke = as(base, "p-joke")
let n = 0
/** A school of this person, begun now. */
const opened = async (person = "p-joke", at = base) => {
  const id = `hooked-${++n}`
  const { body } = await as(at, person)("POST", `/v1/staffs/${id}/open`, { school: "obs De Zwaluw" })
  return { id, position: String(body.position) }
}
const employed = (id: string, person: string, ask = joke) =>
  ask("POST", `/v1/staffs/${id}/employ`, { person, function: "Teacher", fte: 0.8 })
/** A webhook that tells of what happens from now on. */
const hooked = async (target: string, more: object = {}, ask = joke) => {
  const { position } = await opened()
  const { body, status } = await ask("POST", "/v1/webhooks", { target, after: position, ...more })
  expect([status, body]).toMatchObject([201, { target, status: "Sending" }])
  return body as { readonly id: string; readonly secret: string }
}
const told = ({ body }: Received) => JSON.parse(body)
const headersOf = ({ headers }: Received) => headers as Record<string, string>

describe("a webhook", () => {
  it("tells what happens as a signed CloudEvent", async () => {
    const { received, target } = await receiver()
    const { secret } = await hooked(target)
    const { id, position } = await opened()
    await expect.poll(() => received.length, quick).toBe(1)
    const [one] = received
    expect(one!.headers["content-type"]).toBe("application/cloudevents+json; charset=utf-8")
    expect(new Webhook(secret).verify(one!.body, headersOf(one!))).toEqual({
      specversion: "1.0",
      id: position,
      source: "urn:groeikring:school",
      type: "groeikring.SchoolOpened",
      subject: `Staff/${id}`,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00Z$/),
      datacontenttype: "application/json",
      data: { machine: "Staff", id, position }
    })
    expect(() => new Webhook(secret).verify(one!.body.replace("Staff", "Pap"), headersOf(one!))).toThrow("No matching signature")
  })

  it("tells its owner what its owner may see, and of the machines that were asked for", async () => {
    const [all, paps] = [await receiver(), await receiver()]
    await hooked(all.target)
    await hooked(paps.target, { machines: ["Pap"] })
    await opened("p-stranger")
    const { id } = await opened()
    await expect.poll(() => all.received.map((one) => told(one).data.id), quick).toContain(id)
    // Joke began the school of the other webhook, and this one; the stranger's is not hers to see.
    expect(all.received.map((one) => told(one).data.id)).toHaveLength(2)
    expect(paps.received).toEqual([])
  })

  it("is tried again under the same id until it is taken, ever later, and signed anew", async () => {
    const { received, target } = await receiver((_, n) => (n < 3 ? 500 : 200))
    const { id, secret } = await hooked(target)
    await opened()
    await expect.poll(() => received.length, quick).toBe(3)
    expect(new Set(received.map(({ headers }) => headers["webhook-id"])).size).toBe(1)
    for (const one of received) new Webhook(secret).verify(one.body, headersOf(one))
    const log = async () => (await joke("GET", `/v1/webhooks/${id}/deliveries`)).body.items
    await expect.poll(async () => (await log()).length, quick).toBe(3)
    expect((await log()).map(({ outcome, status, tries }: any) => [outcome, status, tries])).toEqual([
      ["Delivered", 200, 3],
      ["Refused", 500, 2],
      ["Refused", 500, 1]
    ])
    expect((await joke("GET", `/v1/webhooks/${id}`)).body).toMatchObject({ waiting: 0, dead: 0 })
  })

  it("waits four times as long each time, at most ten hours, and not all at the same moment", () => {
    const waits = (chance: number) => [1, 2, 3, 4, 5, 6, 7, 8, 9].map((tries) => Courier.waitAfter(tries, Courier.usual, chance))
    expect(waits(0.5)).toEqual([5, 20, 80, 320, 1280, 5120, 20_480, 36_000, 36_000].map((seconds) => seconds * 1000))
    expect([waits(0)[0], Math.round(waits(1)[0]!)]).toEqual([4000, 6000])
  })

  it("puts what nobody takes on a list, from which it can be sent again, one or all", async () => {
    let isUp = false
    const { received, target } = await receiver(() => (isUp ? 200 : 503))
    const { id } = await hooked(target)
    const { id: staff } = await opened()
    await employed(staff, "p-femke")
    const dead = async () => (await joke("GET", `/v1/webhooks/${id}/dead-letters`)).body.items
    await expect.poll(async () => (await dead()).length, quick).toBe(2)
    const letters = await dead()
    expect(letters.map(({ outcome, subject, tries, type }: any) => [type, subject, tries, outcome])).toEqual([
      ["groeikring.SchoolOpened", `Staff/${staff}`, 4, "Dead"],
      ["groeikring.PersonEmployed", `Staff/${staff}`, 4, "Dead"]
    ])
    expect(received).toHaveLength(8)
    isUp = true
    const one = await joke("POST", `/v1/webhooks/${id}/redeliver`, { message: letters[1].message })
    expect([one.status, one.body]).toEqual([200, { messages: 1 }])
    await expect.poll(() => received.length, quick).toBe(9)
    expect((await joke("POST", `/v1/webhooks/${id}/redeliver`)).body).toEqual({ messages: 1 })
    await expect.poll(() => received.length, quick).toBe(10)
    expect(received.slice(8).map(({ headers }) => headers["webhook-id"])).toEqual([letters[1].message, letters[0].message])
    await expect.poll(dead, quick).toEqual([])
    expect((await joke("POST", `/v1/webhooks/${id}/redeliver`)).body).toEqual({ messages: 0 })
  })

  it("goes on signing with the secret before the newest one for a day, and not with the one before that", async () => {
    const { received, target } = await receiver()
    const { id, secret: first } = await hooked(target)
    const second = (await joke("POST", `/v1/webhooks/${id}/rotate-secret`)).body.secret as string
    const { id: staff } = await opened()
    await expect.poll(() => received.length, quick).toBe(1)
    for (const secret of [first, second]) new Webhook(secret).verify(received[0]!.body, headersOf(received[0]!))
    const third = (await joke("POST", `/v1/webhooks/${id}/rotate-secret`)).body.secret as string
    await employed(staff, "p-femke")
    await expect.poll(() => received.length, quick).toBe(2)
    for (const secret of [second, third]) new Webhook(secret).verify(received[1]!.body, headersOf(received[1]!))
    expect(() => new Webhook(first).verify(received[1]!.body, headersOf(received[1]!))).toThrow("No matching signature")
  })

  it("rests while it is paused, and skips nothing after", async () => {
    const { received, target } = await receiver()
    const { id } = await hooked(target)
    expect((await joke("POST", `/v1/webhooks/${id}/pause`)).body).toMatchObject({ id, status: "Paused" })
    const { id: staff } = await opened()
    await employed(staff, "p-femke")
    await employed(staff, "p-bram")
    expect((await joke("POST", `/v1/webhooks/${id}/resume`)).body.status).toBe("Sending")
    await expect.poll(() => received.length, quick).toBe(3)
    const positions = received.map((one) => Number(told(one).data.position))
    expect(positions.toSorted((one, other) => one - other)).toEqual([positions[0], positions[0]! + 1, positions[0]! + 2])
  })

  it("is over for a receiver that says it is gone, and waits as long as one asks that is busy", async () => {
    const gone = await receiver(() => 410)
    const { id } = await hooked(gone.target)
    const busy = await receiver((_, n) => (n === 1 ? { status: 429, headers: { "retry-after": "1" } } : 200))
    await hooked(busy.target)
    const before = Date.now()
    await opened()
    await expect.poll(() => busy.received.length, quick).toBe(2)
    expect(Date.now() - before).toBeGreaterThan(900)
    await expect
      .poll(async () => (await joke("GET", `/v1/webhooks/${id}`)).body, quick)
      .toMatchObject({ status: "Gone", dead: gone.received.length })
  })

  it("is its owner's alone, and is gone when it is removed", async () => {
    const { received, target } = await receiver()
    const { id } = await hooked(target)
    const stranger = as(base, "p-stranger")
    const missing = await stranger("GET", "/v1/webhooks/missing")
    expect([missing.status, missing.body.code]).toEqual([404, "NoSuchWebhook"])
    for (const end of ["", "/deliveries", "/dead-letters"])
      expect(JSON.stringify((await stranger("GET", `/v1/webhooks/${id}${end}`)).body).replaceAll(id, "missing")).toBe(
        JSON.stringify(missing.body)
      )
    for (const end of ["rotate-secret", "pause", "resume", "redeliver", "remove"])
      expect([end, (await stranger("POST", `/v1/webhooks/${id}/${end}`)).status]).toEqual([end, 404])
    expect((await stranger("GET", "/v1/webhooks")).body).toEqual({ items: [] })
    const list = async () => (await joke("GET", "/v1/webhooks")).body.items.map((one: any) => one.id)
    expect(await list()).toContain(id)
    expect((await joke("POST", `/v1/webhooks/${id}/remove`)).body).toEqual({ id })
    expect(await list()).not.toContain(id)
    expect((await joke("GET", `/v1/webhooks/${id}`)).status).toBe(404)
    await opened()
    const { target: other, received: heard } = await receiver()
    await hooked(other)
    await opened()
    await expect.poll(() => heard.length, quick).toBe(1)
    expect(received).toEqual([])
  })

  it("is asked for with all that is wrong with it at once", async () => {
    const { body, status } = await joke("POST", "/v1/webhooks", {
      machines: ["Pap", "Salary"],
      after: "yesterday",
      secret: "mine"
    })
    expect([status, body.errors]).toEqual([
      400,
      [
        { pointer: "#/secret", detail: "is not a field of this" },
        { pointer: "#/target", detail: "is missing" },
        { pointer: "#/machines/1", detail: "is no machine" },
        { pointer: "#/after", detail: "should be a position as it was given" }
      ]
    ])
  })

  it("is one of ten at most for one person", async () => {
    const { target } = await receiver()
    const many = as(base, "p-many")
    const all = []
    for (let i = 0; i < 11; i++) all.push((await many("POST", "/v1/webhooks", { target })).body)
    expect(all.map(({ code }) => code).filter(Boolean)).toEqual(["TooManyWebhooks"])
  })
})

describe("a restart", () => {
  const folder = mkdtempSync(join(tmpdir(), "groeikring-"))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const start = (retrying = soon) =>
    running({ store: SqliteStore.layer(join(folder, "school.db")), webhooks: { loopback: true, rest, retrying }, allowance })

  it("goes on where it was: what waited is tried again, what was told is not told again, what happened meanwhile is told", async () => {
    let isUp = true
    const { received, target } = await receiver(() => (isUp ? 200 : 503))
    const first = start({ first: 2, longest: 2, tries: 10 })
    const before = await first.address
    const ask = as(before, "p-joke")
    const { body: hook } = await ask("POST", "/v1/webhooks", { target })
    const { id } = await opened("p-joke", before)
    await expect.poll(() => received.length, quick).toBe(1)
    isUp = false
    await employed(id, "p-femke", ask)
    await expect.poll(async () => (await ask("GET", `/v1/webhooks/${hook.id}`)).body, quick).toMatchObject({ waiting: 1 })
    await ask("POST", `/v1/webhooks/${hook.id}/pause`)
    await employed(id, "p-bram", ask)
    await first.stop()
    isUp = true
    const tried = received.length
    const second = start()
    const after = as(await second.address, "p-joke")
    expect((await after("GET", `/v1/webhooks/${hook.id}`)).body).toMatchObject({ status: "Paused", target, waiting: 1 })
    await after("POST", `/v1/webhooks/${hook.id}/resume`)
    await expect.poll(() => received.length, quick).toBe(tried + 2)
    await employed(id, "p-anneke", after)
    await expect.poll(() => received.length, quick).toBe(tried + 3)
    const delivered = [received[0]!, ...received.slice(tried)].map((one) => `${told(one).type} ${told(one).id}`)
    expect(new Set(delivered).size).toBe(4)
    expect(
      received
        .slice(1, tried)
        .every(({ headers }) => received.slice(tried).some((one) => one.headers["webhook-id"] === headers["webhook-id"]))
    ).toBe(true)
    await second.stop()
    // What it goes to and what it is signed with can be read in no file.
    for (const file of ["school.db", "school.db-wal"].map((name) => join(folder, name)).filter((file) => existsSync(file)))
      expect([file, readFileSync(file).includes(target), readFileSync(file).includes(hook.secret.slice(6))]).toEqual([
        file,
        false,
        false
      ])
  })

  it("has two processes on one store tell each thing once", async () => {
    const { received, target } = await receiver()
    const [one, other] = [start(), start()]
    const [here, there] = [as(await one.address, "p-two"), as(await other.address, "p-two")]
    const { id } = (await here("POST", "/v1/webhooks", { target })).body
    await here("POST", "/v1/staffs/two/open", { school: "x" })
    for (let i = 0; i < 10; i++) await employed("two", `p-${i}`, i % 2 === 0 ? here : there)
    // Of a message that is under way when its sender stops nobody knows whether it came, and it is sent again.
    await expect.poll(async () => (await there("GET", `/v1/webhooks/${id}/deliveries`)).body.items.length, quick).toBe(11)
    expect(received.length).toBe(11)
    // The one that has the turn stops, and the other goes on.
    await one.stop()
    for (let i = 10; i < 15; i++) await employed("two", `p-${i}`, there)
    await expect.poll(() => received.length, quick).toBe(16)
    expect(new Set(received.map(({ headers }) => headers["webhook-id"])).size).toBe(16)
    await other.stop()
  })
})

describe("the year of a school", async () => {
  let now = Date.parse("2025-08-25T09:00:00+02:00")
  const year = await served({ now: () => now, webhooks, allowance })
  const script = linesOf("school", "story-1", "story-2", "story-3", "story-4")
  for (const line of script) {
    if ("tend" in line) continue
    now = Date.parse(line.at)
    if ("take" in line) await as(year, line.as)("POST", "/v1/me/accept", { key: line.take })
    else
      await as(year, line.as)(
        "POST",
        `/v1/${Path.collection(line.machine)}/${encodeURIComponent(line.id)}/${Path.kebab(line.do)}`,
        line.fields
      )
  }
  const lines = script.filter((line): line is Line => "do" in line)
  const people = [...new Set(lines.map(({ as }) => as))]

  it("is told to everybody without a word of anybody: a machine, an id, a type, a moment and a place", async () => {
    const { received, target } = await receiver()
    let expected = 0
    for (const person of people) {
      const ask = as(year, person)
      expect((await ask("POST", "/v1/webhooks", { target: `${target}/${person}` })).status).toBe(201)
      for (const { name } of Object.values(Domain.domain).map(({ machine }) => machine))
        for (const { id } of (await ask("GET", `/v1/${Path.collection(name)}?limit=200`)).body.items)
          expected += (await ask("GET", `/v1/${Path.collection(name)}/${encodeURIComponent(id)}/history`)).body.items.length
    }
    await vi.waitFor(() => expect(received.length).toBe(expected), { timeout: 60_000, interval: 100 })
    expect(expected).toBeGreaterThan(500)

    const ids = new Set(lines.map(({ id }) => id))
    const machines: Readonly<Record<string, { readonly machine: { readonly spec: Machine.Spec } }>> = Domain.domain
    const words = lines.flatMap(({ fields }) => textsIn(fields)).filter((text) => text.includes(" "))
    expect(words.length).toBeGreaterThan(100)
    for (const one of received) {
      const event = told(one)
      expect(Object.keys(event)).toEqual(["specversion", "id", "source", "type", "subject", "time", "datacontenttype", "data"])
      expect(Object.keys(event.data)).toEqual(["machine", "id", "position"])
      expect(Object.keys(machines[event.data.machine]!.machine.spec.events)).toContain(event.type.replace("groeikring.", ""))
      // An id is one that somebody chose in the script, or that a rule made from such a one.
      expect([ids.has(event.data.id) || /^[\w/:@-]+$/.test(event.data.id), event.data.id]).toEqual([true, event.data.id])
      expect(event).toMatchObject({
        id: event.data.position,
        subject: `${event.data.machine}/${encodeURIComponent(event.data.id)}`
      })
      const rest = JSON.stringify({ ...event, subject: "", data: { ...event.data, id: "" } })
      expect(words.filter((word) => rest.includes(word))).toEqual([])
      // Nor who did it.
      expect(people.filter((person) => rest.includes(person))).toEqual([])
    }
    const leader = received.filter(({ path }) => path.endsWith("/p-hilde")).map((one) => told(one).data.machine)
    expect(leader).toContain("Staff")
    for (const machine of ["Pap", "Intervision", "Pop", "Portfolio", "PortfolioEntry", "CompetenceProfile"])
      expect(leader).not.toContain(machine)

    const sample = join(import.meta.dirname, "../../../../shared/samples/cloudevents/cloudevents.json")
    if (!existsSync(sample)) return console.warn(`Not checked: ${sample} is not here.`)
    const isCloudEvent = new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(readFileSync(sample, "utf8")))
    for (const one of received) expect([told(one), isCloudEvent(told(one))]).toEqual([told(one), true])
  })
})

/** Every text in a value. */
const textsIn = (value: unknown): ReadonlyArray<string> =>
  typeof value === "string" ? [value] : typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : []
