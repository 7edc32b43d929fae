import { describe, expect, it } from "vitest"
import { dutch, dutchFor } from "../src/Dutch.ts"
import type { TooOften } from "../src/Limits.ts"
import type * as Problem from "../src/Problem.ts"
import type { NoSuchReport, NotAcceptable } from "../src/Publisher.ts"
import type { TargetNotAllowed } from "../src/webhooks/Target.ts"
import type { NoSuchPosition, NoSuchWebhook, TooManyWebhooks } from "../src/webhooks/Webhooks.ts"
import { as, asking, heard } from "./asking.ts"
import { served } from "./served.ts"

const base = await served({ allowance: { burst: 10_000, perSecond: 1000, streams: 8 } })
const joke = as(base, "p-joke")
let count = 0
/** A school of its own for each test. */
const opened = async () => {
  const id = `school-${++count}`
  const answer = await joke("POST", `/v1/staffs/${id}/open`, { school: "obs De Zwaluw" })
  expect(answer.status).toBe(200)
  return id
}
const employment = { person: "p-femke", function: "Teacher", fte: 0.8 }

describe("a thing", () => {
  it("is begun by a command, and answers with what happened and its version", async () => {
    const answer = await joke("POST", "/v1/staffs/begun/open", { school: "obs De Zwaluw" })
    const state = {
      _tag: "Working",
      school: "obs De Zwaluw",
      administrators: ["p-joke"],
      colleagues: [],
      posts: [],
      leadersOf: {},
      council: [],
      leaving: []
    }
    expect({ ...answer.body, position: "" }).toEqual({
      version: 1,
      position: "",
      repeated: false,
      events: [{ _tag: "SchoolOpened", school: "obs De Zwaluw", administrator: "p-joke" }],
      state
    })
    expect(answer.headers.get("etag")).toBe('"1"')
    const got = await joke("GET", "/v1/staffs/begun")
    expect([got.status, got.headers.get("etag"), got.body.id, got.body.version, got.body.state]).toEqual([
      200,
      '"1"',
      "begun",
      1,
      state
    ])
    expect(got.body.possible.Employ).toEqual({ can: true, events: ["PersonEmployed"], asks: ["person", "function", "fte"] })
    expect(got.body.possible.Open).toMatchObject({ can: false, because: { status: 409, code: "IllegalCommand" } })
  })

  it("is not there for who may not see it, and that is said as if there were none", async () => {
    const id = await opened()
    const stranger = as(base, "p-stranger")
    const [hidden, missing] = [await stranger("GET", `/v1/staffs/${id}`), await stranger("GET", "/v1/staffs/missing")]
    expect([hidden.status, missing.status]).toEqual([404, 404])
    expect(JSON.stringify(hidden.body).replaceAll(id, "missing")).toBe(JSON.stringify(missing.body))
  })

  it("tells before it exists what could be done to begin it", async () => {
    const { body, status } = await joke("GET", "/v1/staffs/not-yet/possible")
    expect([status, body.Open, body.Employ.because.code]).toEqual([
      200,
      { can: true, events: ["SchoolOpened"], asks: ["school"] },
      "NotAllowed"
    ])
  })

  it("has a history of what this viewer may know", async () => {
    const id = await opened()
    const { body } = await joke("GET", `/v1/staffs/${id}/history`)
    expect(body.items).toMatchObject([{ version: 1, actor: "p-joke", event: { _tag: "SchoolOpened" } }])
  })
})

describe("a command", () => {
  it("is read with all its problems at once, each with a pointer, and changes nothing", async () => {
    const id = await opened()
    const { body, headers, status } = await joke("POST", `/v1/staffs/${id}/employ`, { person: 5, salary: 1 })
    expect([status, headers.get("content-type")]).toEqual([400, "application/problem+json"])
    expect(body.errors).toEqual([
      { pointer: "#/salary", detail: "is not a field of this" },
      { pointer: "#/person", detail: "should be string" },
      { pointer: "#/function", detail: "is missing" },
      { pointer: "#/fte", detail: "is missing" }
    ])
    expect((await joke("GET", `/v1/staffs/${id}`)).body.version).toBe(1)
  })

  it("is refused in the language of who asks", async () => {
    const id = await opened()
    const answer = await as(base, "p-bram")("POST", `/v1/staffs/${id}/employ`, employment, {
      "accept-language": "nl-NL,nl;q=0.9"
    })
    expect([answer.status, answer.headers.get("content-language"), answer.body.title]).toEqual([403, "nl", "Niet aan jou"])
    expect(answer.body.detail).not.toContain("Ask one of them")
  })

  it("says nothing about the state to who may not do it", async () => {
    const id = await opened()
    const bram = as(base, "p-bram")
    const [there, missing] = [
      await bram("POST", `/v1/staffs/${id}/employ`, employment),
      await bram("POST", "/v1/staffs/missing/employ", employment)
    ]
    expect(there.status).toBe(403)
    expect(there.body).toEqual(missing.body)
  })

  it("is 409 where it cannot be done from here, with what can", async () => {
    const id = await opened()
    const { body, status } = await joke("POST", `/v1/staffs/${id}/open`, { school: "again" })
    expect([status, body.about.state, body.about.possible.includes("Employ")]).toEqual([409, "Working", true])
  })

  it("is answered once under the same key, however often it is sent", async () => {
    const id = await opened()
    const key = { "idempotency-key": "employ femke" }
    const answers = [1, 2, 3].map(() => joke("POST", `/v1/staffs/${id}/employ`, employment, key))
    const all = await Promise.all(answers)
    expect(all.map(({ body, status }) => [status, body.version])).toEqual([1, 2, 3].map(() => [200, 2]))
    expect(all.filter(({ body }) => !body.repeated)).toHaveLength(1)
    const other = await joke("POST", `/v1/staffs/${id}/make-administrator`, { person: "p-femke" }, key)
    expect([other.status, other.body.code]).toEqual([422, "CommandIdTaken"])
  })

  it("is 412 when something happened since it was looked at", async () => {
    const id = await opened()
    const seen = (await joke("GET", `/v1/staffs/${id}`)).headers.get("etag")!
    expect((await joke("POST", `/v1/staffs/${id}/employ`, employment, { "if-match": seen })).status).toBe(200)
    const stale = await joke("POST", `/v1/staffs/${id}/employ`, { ...employment, person: "p-bram" }, { "if-match": seen })
    expect([stale.status, stale.body.code, stale.body.about.actual]).toEqual([412, "Conflict", 2])
    const begun = await joke("POST", `/v1/staffs/${id}/employ`, { ...employment, person: "p-bram" }, { "if-none-match": "*" })
    expect(begun.status).toBe(412)
  })

  it("is never one of the process rules", async () => {
    expect((await joke("POST", "/v1/paps/p1/carry-over")).status).toBe(404)
  })
})

describe("who read what is about you", () => {
  it("is told to you, and to nobody else", async () => {
    const id = await opened()
    await joke("POST", `/v1/staffs/${id}/employ`, employment)
    await joke("POST", `/v1/staffs/${id}/employ`, { ...employment, person: "p-hilde", function: "Director" })
    await joke("POST", `/v1/staffs/${id}/appoint-leader`, { person: "p-femke", leader: "p-hilde" })
    const task = { personId: "p-femke", schoolYear: "2025-2026", fte: 0.8, attendance: "Full", money: 400 }
    const lines = [{ line: "Professionalisation", minutes: 3984, earmarks: [{ purpose: "Session", minutes: 480 }] }]
    const drafted = await as(base, "p-hilde")("POST", "/v1/time-budgets/jaartaak-femke/draft", { ...task, lines })
    expect(drafted.status).toBe(200)
    expect((await as(base, "p-hilde")("GET", "/v1/time-budgets/jaartaak-femke")).status).toBe(200)
    const mine = await as(base, "p-femke")("GET", "/v1/me/readings")
    expect(mine.body).toMatchObject({
      person: "p-femke",
      readings: [{ viewer: "p-hilde", machine: "TimeBudget", id: "jaartaak-femke" }]
    })
    expect((await as(base, "p-hilde")("GET", "/v1/me/readings")).body).toEqual({ person: "p-hilde", readings: [] })
  })

  it("is what they were given, and not what was left out of what they asked for", async () => {
    const id = await opened()
    const teachers = ["p-carla", "p-dirk"]
    for (const person of teachers) await joke("POST", `/v1/staffs/${id}/employ`, { ...employment, person })
    await joke("POST", `/v1/staffs/${id}/employ`, { ...employment, person: "p-hilde", function: "Director" })
    for (const person of teachers) {
      await joke("POST", `/v1/staffs/${id}/appoint-leader`, { person, leader: "p-hilde" })
      const lines = [{ line: "Professionalisation", minutes: 3984, earmarks: [] }]
      const task = { personId: person, schoolYear: "2025-2026", fte: 0.8, attendance: "Full", money: 400, lines }
      expect((await as(base, "p-hilde")("POST", `/v1/time-budgets/jaartaak-${person}/draft`, task)).status).toBe(200)
    }
    const { body } = await as(base, "p-hilde")("GET", "/v1/time-budgets?personId=p-dirk")
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual(["jaartaak-p-dirk"])
    const readings = async (person: string) =>
      (await as(base, person)("GET", "/v1/me/readings")).body.readings.map(({ id }: { id: string }) => id)
    expect([await readings("p-dirk"), await readings("p-carla")]).toEqual([["jaartaak-p-dirk"], []])
  })
})

describe("what the server itself says", () => {
  /** Every refusal of its own, by tag: one without Dutch words does not compile. */
  type Own =
    | InstanceType<(typeof Problem)["NoSuchPage" | "InvalidRequest" | "Unauthenticated" | "ForeignPage" | "TooMuch"]>
    | InstanceType<(typeof Problem)["OutOfOrder" | "NotReady"]>
    | TooOften
    | NoSuchReport
    | NotAcceptable
    | NoSuchPosition
    | NoSuchWebhook
    | TargetNotAllowed
    | TooManyWebhooks
  const words: { readonly [R in Own as R["_tag"]]: { readonly title: string } } = dutch

  it("is in Dutch for who reads that best, field by field, and in English for everybody else", async () => {
    const nl = { "accept-language": "fr, nl;q=0.8, en;q=0.5" }
    const ask = (path: string, headers: Readonly<Record<string, string>>) => joke("GET", path, undefined, headers)
    const lost = await ask("/v1/nothing", nl)
    expect([lost.body.title, lost.body.detail, lost.headers.get("content-language")]).toEqual([
      "Geen pagina",
      "Op dit adres is niets. Kijk in /v1/openapi.json wat er is.",
      "nl"
    ])
    const wrong = await ask("/v1/staffs?limit=0&nonsense=1", nl)
    expect([wrong.body.detail, wrong.body.errors]).toEqual([
      "Deze vraag is zo niet te lezen: nonsense is niet iets waarop je hier kunt zoeken; limit moet een getal zijn van 1 tot en met 200. Verbeter het en stuur het opnieuw.",
      [
        { pointer: "#/nonsense", detail: "is niet iets waarop je hier kunt zoeken" },
        { pointer: "#/limit", detail: "moet een getal zijn van 1 tot en met 200" }
      ]
    ])
    expect((await ask("/v1/staffs?limit=0", {})).body.title).toBe("Invalid request")
    expect((await asking(base, nl)("GET", "/v1/me")).body.title).toBe("Wie ben je?")
  })

  it("is said in two sentences, in every language", () => {
    const titles = new Set(Object.values(words).map(({ title }) => title))
    expect(titles.size).toBe(Object.keys(words).length)
    const sample = {
      problems: [{ path: "limit", problem: "is missing" }],
      bytes: 1,
      seconds: 1,
      kind: "x",
      known: ["y"],
      types: ["z"],
      id: "w",
      most: 2,
      reason: "NotSecure"
    }
    for (const tag of Object.keys(words))
      expect([tag, dutchFor({ ...sample, _tag: tag, message: "" }, (problem) => problem)]).toEqual([
        tag,
        expect.stringMatching(/^[A-Z].+[.;:,] .+\.$/)
      ])
  })
})

describe("a list", () => {
  it("comes in pages that skip nothing and repeat nothing, also when something begins meanwhile", async () => {
    const anneke = as(base, "p-anneke")
    const ids = Array.from({ length: 7 }, (_, n) => `list-${n}`)
    for (const id of ids) await anneke("POST", `/v1/staffs/${id}/open`, { school: id })
    const seen: Array<string> = []
    let next = ""
    do {
      const { body } = await anneke("GET", `/v1/staffs?limit=3${next}`)
      seen.push(...body.items.map(({ id }: { id: string }) => id))
      if (seen.length === 3) await anneke("POST", "/v1/staffs/list-late/open", { school: "late" })
      next = body.next === null ? "" : `&cursor=${encodeURIComponent(body.next)}`
    } while (next !== "")
    expect(seen).toEqual([...ids, "list-late"])
  })

  it("says what is wrong with how it is asked", async () => {
    const { body, status } = await joke("GET", "/v1/staffs?limit=0&cursor=nonsense")
    expect([status, body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([400, ["#/cursor", "#/limit"]])
  })
})

describe("events", () => {
  it("are what this viewer may know, and go on where they stopped", async () => {
    const id = await opened()
    await joke("POST", `/v1/staffs/${id}/employ`, employment)
    const all = await heard(base, "p-joke", ({ data }) => data.id === id && data.version === 2)
    const first = all.at(-2)!
    const [rest] = await heard(base, "p-joke", () => true, { "last-event-id": first.id })
    expect([first.data.id, first.data.version]).toEqual([id, 1])
    expect(rest!.data).toMatchObject({ id, version: 2, event: { _tag: "PersonEmployed" } })
  })
})

describe("a server", () => {
  it("wants to know who asks, except for its health", async () => {
    const nobody = asking(base)
    expect((await nobody("GET", "/v1/me")).body).toMatchObject({ status: 401, code: "Unauthenticated" })
    expect((await nobody("GET", "/health")).body).toEqual({ status: "ok" })
    expect((await nobody("GET", "/ready")).body).toEqual({ status: "ready" })
  })

  it("says of itself which version of the contract it speaks", async () => {
    for (const path of ["/v1/me", "/v1/nothing", "/health"])
      expect((await joke("GET", path)).headers.get("api-version")).toBe("1.0.0")
  })
})
