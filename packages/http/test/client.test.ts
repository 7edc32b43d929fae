import { Domain } from "@groeikring/core"
import { OpenApi } from "effect/http-api"
import { createServer } from "node:http"
import { gzipSync } from "node:zlib"
import { build } from "vite"
import { afterAll, describe, expect, expectTypeOf, it } from "vitest"
import { connect, type Connection, type Fact, NotHeard, type Options } from "../src/Client.ts"
import { contract } from "../src/index.ts"
import { between } from "./proxy.ts"
import { served } from "./served.ts"
import { linesOf } from "./stories.ts"

let now = Date.parse("2025-08-25T09:00:00+02:00")
const base = await served({ now: () => now, allowance: { burst: 100_000, perSecond: 1000, streams: 20 } })
const as = (person: string, options: Options = {}, url = base) =>
  connect(url, { ...options, headers: { "groeikring-person": person } })
const joke = as("p-joke")
const lower = (name: string) => (name.charAt(0).toLowerCase() + name.slice(1)) as Uncapitalize<string>
let count = 0
/** A school of its own for each test. */
const opened = async () => {
  const id = `school-${++count}`
  expect((await joke.staff(id).open({ school: "obs De Zwaluw" })).ok).toBe(true)
  return id
}
const employment = { person: "p-femke", function: "Teacher", fte: 0.8 } as const

describe("a client", () => {
  it("has a way to every operation of the contract, and asks nothing that is not in it", async () => {
    const asked: Array<string> = []
    const stop = new AbortController()
    const any = connect<Domain.Domain>("http://localhost", {
      fetch: async (input, init) => {
        asked.push(
          `${init?.method?.toLowerCase()} ${new URL(String(input)).pathname.replace(/^\/v1/, "").replace("/one", "/{id}")}`
        )
        return Response.json(String(input).endsWith("/possible") ? {} : { items: [], possible: {}, next: null })
      }
    })
    const { paths } = OpenApi.fromApi(contract(Domain.domain))
    for (const [name, { machine }] of Object.entries(Domain.domain)) {
      const things = any[lower(name)]!
      const one = things("one")
      await Promise.all([things.page(), one.show(), one.possible(), one.history()])
      for (const [tag, { by }] of Object.entries(machine.spec.commands))
        if (by.some((role: string) => role !== "System")) await one[lower(tag)]!()
    }
    await any.me()
    await any.readings()
    await any.accept("key")
    const listening = any.events({ signal: stop.signal }).next()
    stop.abort()
    await listening
    const operations = Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item).flatMap((method) => (method === "servers" ? [] : [`${method} ${path}`]))
    )
    expect([...new Set(asked)].toSorted()).toEqual(operations.filter((one) => !/ \/(health|ready)$/.test(one)).toSorted())
  })

  it("plays a year of a school as any other counter does", async () => {
    const people = new Map<string, Connection<Domain.Domain>>()
    const went: Array<unknown> = []
    const should: Array<unknown> = []
    for (const line of linesOf("school", "story-1")) {
      if ("tend" in line) continue
      now = Date.parse(line.at)
      const person = people.get(line.as) ?? connect<Domain.Domain>(base, { headers: { "groeikring-person": line.as } })
      people.set(line.as, person)
      if ("take" in line) {
        went.push([line.take, (await person.accept(line.take)).ok])
        should.push([line.take, true])
        continue
      }
      const answer = await person[lower(line.machine)]!(line.id)[lower(line.do)]!(line.fields)
      went.push([line.do, answer.ok ? undefined : answer.problem._tag])
      should.push([line.do, line.expect])
    }
    expect(went).toEqual(should)
    const femke = as("p-femke")
    const { ok, value } = (await femke.pap.list()) as any
    expect([ok, value.length > 0]).toEqual([true, true])
    const pap = await femke.pap(value[0].id).show()
    const history = await femke.pap(value[0].id).history()
    expect(pap.ok && pap.value.state).toEqual(value[0].state)
    expect(history.ok && history.value.length).toBe(value[0].version)
    expect(history.ok && history.value[0]!.at).toBeInstanceOf(Date)
    expect((await as("p-stranger").pap(value[0].id).show()).ok).toBe(false)
  })

  it("knows by type what a command asks, what it answers and what it may be refused with", async () => {
    const answer = await joke.pap("p1").askBuddy({ peer: "p-bram" })
    if (answer.ok) throw new Error("There is no such plan.")
    const { problem } = answer
    expectTypeOf<"NotAllowed" | "Unreachable" | "Conflict">().toExtend<typeof problem._tag>()
    expectTypeOf<"SchoolIsFull">().not.toExtend<typeof problem._tag>()
    if (problem._tag === "NotAllowed") expectTypeOf(problem.about!.command).toEqualTypeOf<string>()
    // @ts-expect-error Whom is not said.
    void (() => joke.pap("p1").askBuddy({}))
    // @ts-expect-error There is no such machine.
    void (() => joke.pupil("p1"))
    expect(problem).toMatchObject({ _tag: "NotAllowed", status: 403, about: { machine: "Pap", command: "AskBuddy" } })
  })

  it("tells what is possible, with the same problems", async () => {
    const shown = await joke.staff(await opened()).show()
    expect(shown.ok && [shown.value.possible.Employ?.can, shown.value.possible.Open]).toMatchObject([
      true,
      { can: false, because: { _tag: "IllegalCommand", status: 409 } }
    ])
    const before = await joke.staff("not-yet").possible()
    expect(before.ok && before.value.Open?.can).toBe(true)
  })

  it("lists over pages, and finds by a field", async () => {
    const anneke = as("p-pages")
    for (let n = 0; n < 7; n++) await anneke.staff(`page-${n}`).open({ school: "x" })
    const page = await anneke.staff.page({ limit: 3 })
    expect(page.ok && page.value.items.length).toBe(3)
    const next = await anneke.staff.page({ limit: 5, cursor: (page.ok && page.value.next) || "" })
    expect(next.ok && [next.value.items.map(({ id }) => id), next.value.next]).toEqual([
      ["page-3", "page-4", "page-5", "page-6"],
      null
    ])
    const groupId = "g-midden"
    const femke = as("p-femke")
    const [found, nothing] = [await femke.pap.list({ groupId }), await femke.pap.list({ groupId: "g-none" })]
    expect(found.ok && found.value.map(({ state }) => "groupId" in state && state.groupId)).toEqual([groupId])
    expect(nothing).toEqual({ ok: true, value: [] })
    const wrong = await femke.pap.list({ owner: "p-femke" } as never)
    expect(!wrong.ok && wrong.problem.errors).toEqual([{ pointer: "#/owner", detail: "is not something to find this by" }])
  })

  it("is refused when something happened since, and in the language it asks in", async () => {
    const id = await opened()
    const dutch = as("p-joke", { language: "nl" })
    expect((await dutch.staff(id).employ(employment, { expected: 1 })).ok).toBe(true)
    const stale = await dutch.staff(id).employ({ ...employment, person: "p-bram" }, { expected: 1 })
    expect(!stale.ok && [stale.problem._tag, stale.problem.detail]).toEqual([
      "Conflict",
      expect.stringContaining("Iemand anders was je net voor")
    ])
    expect(await dutch.staff(id).open({ school: "x" }, { expected: 0 })).toMatchObject({
      ok: false,
      problem: { _tag: "Conflict" }
    })
  })
})

describe("a client on a bad line", () => {
  it("sends a command again under the same key when its answer got lost, and it is written once", async () => {
    const id = await opened()
    let lost = 0
    const unlucky = as("p-joke", {
      fetch: async (...request) => {
        const response = await fetch(...request)
        if (lost++ > 0) return response
        await response.text()
        throw new TypeError("the line broke")
      }
    })
    expect(await unlucky.staff(id).employ(employment)).toMatchObject({ ok: true, version: 2, repeated: true })
    const history = await joke.staff(id).history()
    expect([lost, history.ok && history.value.length]).toEqual([2, 2])
  })

  it("makes a key of its own for every command, so that the same words twice are two commands", async () => {
    const keys: Array<string | undefined> = []
    const noted = as("p-joke", {
      fetch: (input, init) => {
        keys.push((init!.headers as Record<string, string>)["idempotency-key"])
        return fetch(input, init)
      }
    })
    const staff = noted.staff(await opened())
    await staff.employ(employment)
    expect(await staff.employ(employment)).toMatchObject({ ok: false })
    await staff.employ(employment, { command: "mine" })
    expect([new Set(keys).size, keys[0], keys[2]]).toEqual([3, expect.stringMatching(/^[0-9a-f]{32}$/), "mine"])
  })

  it("says as a value that nobody answers, or that another does", async () => {
    const gone = createServer((_, response) => response.writeHead(502).end("<h1>Bad gateway</h1>"))
    await new Promise<void>((resolve) => gone.listen(0, "127.0.0.1", resolve))
    afterAll(() => gone.close())
    const url = `http://127.0.0.1:${(gone.address() as { readonly port: number }).port}`
    expect(await as("p-joke", { retries: 1, language: "nl" }, url).me()).toMatchObject({
      ok: false,
      problem: { _tag: "Unreachable", status: 502, title: "Niet bereikbaar" }
    })
    expect(await as("p-joke", { retries: 0 }, "http://127.0.0.1:1").staff("s").show()).toMatchObject({
      ok: false,
      problem: { _tag: "Unreachable", status: 0 }
    })
  })

  it("waits as long as it is told to when it asks too often", async () => {
    const narrow = await served({ allowance: { burst: 2, perSecond: 2, streams: 1 } })
    const all = await Promise.all([1, 2, 3].map(() => as("p-joke", {}, narrow).me()))
    expect(all.map(({ ok }) => ok)).toEqual([true, true, true])
    expect(await connect(narrow, { token: "gkr_forged" }).me()).toMatchObject({ problem: { _tag: "Unauthenticated" } })
  })
})

describe("the events of a client", () => {
  /** Listens until there are as many facts of this thing. */
  const hear = async (events: AsyncGenerator<Fact>, id: string, version: number) => {
    const heard: Array<Fact> = []
    for await (const fact of events) {
      if (fact.id === id) heard.push(fact)
      if (fact.id === id && fact.version === version) break
    }
    return heard
  }
  const hire = (id: string, n: number) => joke.staff(id).employ({ ...employment, person: `p-${n}` })

  it("go on where they stopped when the line breaks, with nothing skipped and nothing repeated", async () => {
    const id = await opened()
    const line = await between(base)
    const seen: Array<boolean> = []
    const heard = hear(as("p-joke", {}, line.url).events({ onLine: (isThere) => seen.push(isThere) }), id, 13)
    for (let n = 0; n < 12; n++) {
      await hire(id, n)
      if (n % 4 === 3) {
        await new Promise((resolve) => setTimeout(resolve, 50))
        line.cut()
      }
    }
    expect((await heard).map(({ version }) => version)).toEqual(Array.from({ length: 13 }, (_, n) => n + 1))
    expect([seen[0], seen.includes(false), line.lines() > 1]).toEqual([true, true, true])
  })

  it("go on by another line when the first says nothing for too long", async () => {
    const id = await opened()
    const line = await between(base)
    const listener = as("p-joke", {}, line.url)
    const shown = await joke.staff(id).history()
    const after = shown.ok ? shown.value[0]!.position : ""
    const heard = hear(listener.events({ silence: 300, after, onLine: () => {} }), id, 3)
    await hire(id, 1)
    await new Promise((resolve) => setTimeout(resolve, 100))
    line.still()
    await hire(id, 2)
    expect((await heard).map(({ version }) => version)).toEqual([2, 3])
    expect(line.lines()).toBeGreaterThan(1)
  })

  it("say when something goes out of sight: to who saw it, and no more than which thing to ask about again", async () => {
    const id = await opened()
    for (const person of ["p-nina", "p-omar"]) await joke.staff(id).employ({ ...employment, person })
    const entry = as("p-nina").portfolioEntry(`entry of ${id}`)
    const words = { title: "Nee gezegd", text: "Het ging." }
    await as("p-nina").portfolio(`folder of ${id}`).open()
    await entry.keep({
      ...words,
      portfolioId: `folder of ${id}`,
      kind: "Success",
      on: "2025-08-22",
      attachments: [],
      competences: []
    })
    const to = { kind: "Person", id: "p-omar" } as const
    expect(await entry.grant({ ...words, grant: "omar", to, files: [] })).toMatchObject({ ok: true })
    const stop = new AbortController()
    const lost: Array<object> = []
    const heard: Array<Fact> = []
    const revoked: Array<boolean> = []
    const onOutOfSight = (thing: object) => {
      lost.push(thing)
      stop.abort()
    }
    for await (const fact of as("p-omar").events({ onOutOfSight, signal: stop.signal }))
      if (fact.machine === "SharedView") {
        heard.push(fact)
        revoked.push((await entry.revokeGrant({ grant: "omar" })).ok)
      }
    const [{ event, id: view } = {} as Fact] = heard
    expect([event._tag, revoked, lost]).toEqual(["ViewOpened", [true], [{ machine: "SharedView", id: view }]])
  })

  it("end with what goes wrong in what they call, and do not take that for a line that broke", async () => {
    const broken = new Error("the page has no such thing")
    const onLine = (isThere: boolean) => {
      if (isThere) throw broken
    }
    await expect(joke.events({ onLine, signal: AbortSignal.timeout(3_000) }).next()).rejects.toBe(broken)
  })

  it("leave no answer half read, also of what stands in between", async () => {
    const bodies: Array<ReadableStream> = []
    const away = connect<Domain.Domain>("http://localhost", {
      retries: 1,
      fetch: async () => {
        const body = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1_000)) })
        bodies.push(body)
        return new Response(body, { status: 502, headers: { "content-type": "text/html" } })
      }
    })
    expect(await away.me()).toMatchObject({ ok: false, problem: { _tag: "Unreachable", status: 502 } })
    // What is still open is never done.
    const ends = bodies.map(async (body) => (await body.getReader().read()).done)
    expect(await Promise.all(ends)).toEqual([true, true])
  })

  it("end with their signal, and with the reason when who asks may not listen", async () => {
    const stop = new AbortController()
    const seen: Array<Fact> = []
    for await (const fact of joke.events({ signal: stop.signal })) {
      seen.push(fact)
      stop.abort()
    }
    expect(seen.length).toBe(1)
    expect(seen[0]!.at).toBeInstanceOf(Date)
    await expect(connect(base, { retries: 0 }).events().next()).rejects.toThrow(NotHeard)
  })
})

it("holds no machine and no library: a page loads a few kilobytes", async () => {
  const entry = `${import.meta.dirname}/../src/Client.ts`
  const made = await build({
    logLevel: "silent",
    configFile: false,
    resolve: { conditions: ["@groeikring/source"] },
    build: { write: false, minify: true, lib: { entry, formats: ["es"], fileName: "client" } }
  })
  const { output } = [made].flat()[0] as {
    readonly output: ReadonlyArray<{ readonly code: string; readonly imports: ReadonlyArray<string> }>
  }
  expect([output.length, output[0]!.imports]).toEqual([1, []])
  const size = gzipSync(output[0]!.code).length
  console.log(`The client is ${size} bytes after gzip.`)
  expect(size).toBeLessThan(3000)
})
