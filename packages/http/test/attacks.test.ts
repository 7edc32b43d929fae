import { MemoryStore } from "@groeikring/storage"
import { Effect, Layer, Logger } from "effect"
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, createLocalJWKSet, UnsecuredJWT } from "jose"
import { connect } from "node:net"
import { describe, expect, it } from "vitest"
import { AccessToken, Login, Node, Token } from "../src/index.ts"
import { as, asking } from "./asking.ts"
import { served } from "./served.ts"

const employment = { person: "p-femke", function: "Teacher", fte: 0.8 }

// Who asks -------------------------------------------------------------------------

const ours = await generateKeyPair("ES256")
const theirs = await generateKeyPair("ES256")
const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(ours.publicKey)), alg: "ES256", kid: "ours" }] })
const provider = { issuer: "https://connect.surfconext.nl", audience: "groeikring", keys, claims: Token.surfconext }
const kept = new Map<string, AccessToken.Kept>()
const tokens = Layer.succeed(AccessToken.AccessTokens, {
  keep: (token) => Effect.sync(() => void kept.set(token.hash, token)),
  find: (hash) => Effect.sync(() => kept.get(hash)),
  revoke: (person, id) =>
    Effect.sync(() => [...kept].some(([hash, token]) => token.id === id && token.person === person && kept.delete(hash))),
  of: (person) => Effect.sync(() => [...kept.values()].filter((token) => token.person === person))
})
const login = AccessToken.layer.pipe(Layer.provide([tokens, Token.layer(provider)]))
const base = await served({ login })

const claims = { sub: "p-joke", eduperson_affiliation: ["employee"] }
const signed = (
  payload: JWTPayload = claims,
  with_: Partial<{ key: typeof ours.privateKey; audience: string; issuer: string; expires: string }> = {}
) =>
  new SignJWT(payload)
    .setProtectedHeader({ alg: "ES256", kid: "ours" })
    .setIssuedAt()
    .setIssuer(with_.issuer ?? provider.issuer)
    .setAudience(with_.audience ?? provider.audience)
    .setExpirationTime(with_.expires ?? "5 minutes")
    .sign(with_.key ?? ours.privateKey)
const bearing = (token: string) => asking(base, { authorization: `Bearer ${token}` })

describe("a token", () => {
  it("of the provider says who asks", async () => {
    const { body, status } = await bearing(await signed())("GET", "/v1/me")
    expect([status, body]).toEqual([200, { person: "p-joke", suggestions: [] }])
  })

  it("that is forged, expired, unsigned, for another, from another or for a pupil is nobody's, and the answer does not say why", async () => {
    const now = Math.floor(Date.now() / 1000)
    const bad = {
      forged: await signed(claims, { key: theirs.privateKey }),
      expired: await signed(claims, { expires: "-1 minute" }),
      unsigned: new UnsecuredJWT(claims)
        .setIssuer(provider.issuer)
        .setAudience("groeikring")
        .setExpirationTime("1 hour")
        .encode(),
      forAnother: await signed(claims, { audience: "payroll" }),
      fromAnother: await signed(claims, { issuer: "https://evil.example" }),
      pupil: await signed({ ...claims, eduperson_affiliation: ["student"] }),
      nobody: await signed({ eduperson_affiliation: ["employee"] }),
      withoutEnd: await new SignJWT(claims)
        .setProtectedHeader({ alg: "ES256", kid: "ours" })
        .setIssuer(provider.issuer)
        .setAudience("groeikring")
        .sign(ours.privateKey),
      symmetric: await new SignJWT({ ...claims, exp: now + 60 })
        .setProtectedHeader({ alg: "HS256", kid: "ours" })
        .setIssuer(provider.issuer)
        .setAudience("groeikring")
        .sign(new TextEncoder().encode(JSON.stringify(await exportJWK(ours.publicKey)))),
      garbage: "a.b.c"
    }
    const answers = new Set<string>()
    for (const [name, token] of Object.entries(bad)) {
      const { body, status } = await bearing(token)("GET", "/v1/me")
      expect([name, status]).toEqual([name, 401])
      answers.add(JSON.stringify(body))
    }
    expect(answers.size).toBe(1)
  })

  it("of Entree Federatie says who asks by its own table, and is no pupil's", async () => {
    const theirs = { ...provider, issuer: "https://referentie.entree.kennisnet.nl", claims: Token.entree }
    const door = await served({ login: Token.layer(theirs) })
    const asked = async (claims: JWTPayload) => {
      const token = await signed(claims, { issuer: theirs.issuer })
      return (await asking(door, { authorization: `Bearer ${token}` })("GET", "/v1/me")).body.person
    }
    expect([
      await asked({ uid: "p-joke", eduPersonAffiliation: "employee" }),
      await asked({ uid: "p-joke", eduPersonAffiliation: "student" }),
      await asked({ sub: "p-joke", eduPersonAffiliation: "employee" })
    ]).toEqual(["p-joke", undefined, undefined])
  })

  it("cannot be weighed while its provider is away, and that is said as what it is", async () => {
    const away = await served({ login: Token.layer({ ...provider, keys: new URL("http://127.0.0.1:1/keys") }) })
    const answer = await asking(away, { authorization: `Bearer ${await signed()}` })("GET", "/v1/me")
    expect([answer.status, answer.body.code]).toEqual([503, "NotReady"])
    expect((await asking(away, { authorization: "Bearer a.b.c" })("GET", "/v1/me")).status).toBe(401)
  })

  it("of the process rules gives nobody their name", async () => {
    const { status } = await bearing(await signed({ ...claims, sub: "system" }))("POST", "/v1/staffs/s/open", { school: "x" })
    expect(status).toBe(403)
  })

  it("is not asked for in a cookie or a header of the demo when this is no demo", async () => {
    expect((await as(base, "p-joke")("GET", "/v1/me")).status).toBe(401)
    expect((await asking(base, { cookie: "groeikring-person=p-joke" })("GET", "/v1/me")).status).toBe(401)
  })
})

describe("a personal access token", () => {
  const give = (scope: AccessToken.Scope, days = 1) =>
    Effect.runPromise(Effect.provide(AccessToken.give("p-joke", scope, days), tokens))

  it("is kept as a hash, asks for its person, and can be revoked", async () => {
    const { id, token } = await give("Ask")
    expect(JSON.stringify([...kept])).not.toContain(token.slice(4))
    expect((await bearing(token)("GET", "/v1/me")).body.person).toBe("p-joke")
    await Effect.runPromise(
      Effect.provide(
        Effect.flatMap(AccessToken.AccessTokens, ({ revoke }) => revoke("p-joke", id)),
        tokens
      )
    )
    expect((await bearing(token)("GET", "/v1/me")).status).toBe(401)
  })

  it("that is for looking does not ask, and one that is over does nothing", async () => {
    const { token } = await give("Look")
    expect((await bearing(token)("GET", "/v1/me")).status).toBe(200)
    expect((await bearing(token)("POST", "/v1/staffs/s/open", { school: "x" })).status).toBe(401)
    expect((await bearing((await give("Ask", -1)).token)("GET", "/v1/me")).status).toBe(401)
  })
})

describe("access tokens in a store", () => {
  it("are believed by every process that has it, whoever gave them out, until one of them is revoked by any", async () => {
    const store = Layer.succeedContext(await Effect.runPromise(Layer.build(MemoryStore.layer).pipe(Effect.scoped)))
    const shelf = AccessToken.layerStore.pipe(Layer.provide(store))
    const run = <A>(ask: Effect.Effect<A, never, AccessToken.AccessTokens>) => Effect.runPromise(Effect.provide(ask, shelf))
    const tokensOf = (person: string) => run(Effect.flatMap(AccessToken.AccessTokens, ({ of }) => of(person)))
    const door = await served({
      login: AccessToken.layer.pipe(Layer.provide([Login.nobody, shelf]))
    })
    const given = await Promise.all(Array.from({ length: 20 }, () => run(AccessToken.give("p-joke", "Look", 1))))
    expect((await tokensOf("p-joke")).map(({ id }) => id).toSorted()).toEqual(given.map(({ id }) => id).toSorted())
    expect(await tokensOf("p-femke")).toEqual([])
    const asks = async (token: string) => (await asking(door, { authorization: `Bearer ${token}` })("GET", "/v1/me")).status
    const revoke = (person: string) => run(Effect.flatMap(AccessToken.AccessTokens, ({ revoke }) => revoke(person, given[0]!.id)))
    expect([await asks(given[0]!.token), await revoke("p-femke"), await asks(given[0]!.token)]).toEqual([200, false, 200])
    expect([await revoke("p-joke"), await revoke("p-joke"), await asks(given[0]!.token), await asks(given[1]!.token)]).toEqual([
      true,
      false,
      401,
      200
    ])
  })
})

describe("a demo", () => {
  it("listens to this machine alone", async () => {
    await expect(served({ host: "0.0.0.0" })).rejects.toThrow(Node.NotOnLoopback)
    expect(["127.0.0.1", "::1", "localhost", "0.0.0.0", "192.168.1.4", "127.0.0.1.evil.example"].map(Login.isLoopback)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false
    ])
  })
})

// What is asked -----------------------------------------------------------------------

const demo = await served({ allowance: { burst: 10_000, perSecond: 1000, streams: 3 }, origins: ["https://portal.example"] })
const joke = as(demo, "p-joke")
/** Sends bytes as they are, and answers with what comes back. */
const raw = (text: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(Number(new URL(demo).port), "127.0.0.1", () => socket.end(text))
    let came = ""
    socket.setEncoding("utf8").on("data", (data: string) => (came += data))
    socket.on("close", () => resolve(came)).on("error", reject)
  })

describe("a request", () => {
  it("by way of another machine or under another name is nobody's in a demo", async () => {
    for (const header of ["x-forwarded-for", "forwarded", "x-real-ip"])
      expect((await joke("GET", "/v1/me", undefined, { [header]: "10.0.0.1" })).status).toBe(401)
    expect(
      await raw("GET /v1/me HTTP/1.1\r\nHost: evil.example\r\nGroeikring-Person: p-joke\r\nConnection: close\r\n\r\n")
    ).toContain("401 Unauthorized")
  })

  it("cannot say more than the fields of its command", async () => {
    await joke("POST", "/v1/staffs/mass/open", { school: "x" })
    for (const extra of [
      { _tag: "MakeAdministrator" },
      { administrators: ["p-evil"] },
      { actor: "p-evil" },
      JSON.parse('{"__proto__":{"administrators":["p-evil"]}}')
    ]) {
      const { status } = await joke(
        "POST",
        "/v1/staffs/mass/employ",
        JSON.stringify({ ...employment }).replace("}", `,${JSON.stringify(extra).slice(1)}`)
      )
      expect([extra, status]).toEqual([extra, 400])
    }
    expect((await joke("GET", "/v1/staffs/mass")).body.version).toBe(1)
  })

  it("that is huge, deep or no JSON is a problem, and the server goes on", async () => {
    const huge = await joke("POST", "/v1/staffs/s/open", { school: "x".repeat(100_000) })
    expect([huge.status, huge.body.code]).toEqual([413, "TooMuch"])
    const chunked = await fetch(`${demo}/v1/staffs/s/open`, {
      method: "POST",
      headers: { "groeikring-person": "p-joke" },
      body: new Blob(["x".repeat(100_000)]).stream(),
      duplex: "half"
    })
    expect(chunked.status).toBe(413)
    const deep = `${'{"school":'.repeat(5000)}1${"}".repeat(5000)}`
    expect((await joke("POST", "/v1/staffs/s/open", deep)).status).toBe(400)
    const nested = `{"school":${"[".repeat(30_000)}${"]".repeat(30_000)}}`
    expect((await joke("POST", "/v1/staffs/s/open", nested)).status).toBe(400)
    for (const body of ["{", "[]", "1", '"x"', "null", "\u0000"])
      expect((await joke("POST", "/v1/staffs/s/open", body)).status).toBe(400)
    expect((await joke("GET", "/health")).status).toBe(200)
  })

  it("by a crooked path finds nothing, and nothing of the machine it runs on", async () => {
    for (const path of [
      "/v1/../v1/me",
      "/v1//me",
      "/v1/staffs/..%2f..%2fetc%2fpasswd",
      "/v1/staffs/%00",
      "/v1/staffs/%",
      "/v1/schemas/__proto__",
      "/v1/schemas/..%2f..%2fpackage.json",
      "/v1/__proto__/x",
      `/v1/staffs/${"x".repeat(5000)}`
    ]) {
      const came = await raw(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nGroeikring-Person: p-joke\r\nConnection: close\r\n\r\n`)
      expect([path, /^HTTP\/1.1 (200|400|404|414)/.test(came), /root:|"dependencies"|at \w+ \(/.test(came)]).toEqual([
        path,
        true,
        false
      ])
      expect([path, !came.startsWith("HTTP/1.1 200") || came.includes('"person":"p-joke"')]).toEqual([path, true])
    }
  })

  it("puts no line of its own among the headers of an answer", async () => {
    const id = encodeURIComponent('x"\r\nset-cookie: evil=1')
    const { headers, status } = await joke("GET", `/v1/staffs/${id}`, undefined, {
      origin: "https://evil.example",
      "if-match": '"1"'
    })
    expect([status, headers.get("set-cookie"), headers.get("access-control-allow-origin")]).toEqual([404, null, null])
  })

  it("from a page of another origin is answered only when that origin is on the list", async () => {
    const preflight = async (origin: string) =>
      (
        await fetch(`${demo}/v1/me`, { method: "OPTIONS", headers: { origin, "access-control-request-method": "GET" } })
      ).headers.get("access-control-allow-origin")
    expect([await preflight("https://portal.example"), await preflight("https://evil.example")]).toEqual([
      "https://portal.example",
      null
    ])
  })

  it("is answered with headers that let a browser do nothing with it", async () => {
    const { headers } = await joke("GET", "/v1/me")
    expect(headers.get("content-security-policy")).toBe(
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
    )
    expect([headers.get("x-content-type-options"), headers.get("cache-control"), headers.get("x-powered-by")]).toEqual([
      "nosniff",
      "no-store",
      null
    ])
    const page = await fetch(`${demo}/docs`)
    expect(page.headers.get("content-security-policy")).toMatch(/script-src 'sha256-[\w+/=]+' 'sha256-[\w+/=]+';/)
    expect(/(?:src|href)="https?:/.test(await page.text())).toBe(false)
  })

  it("is refused when one person asks too often, and others are not", async () => {
    const narrow = await served({ allowance: { burst: 5, perSecond: 1, streams: 1 } })
    const statuses = await Promise.all(
      Array.from({ length: 12 }, async () => (await as(narrow, "p-evil")("GET", "/v1/me")).status)
    )
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(6)
    expect((await as(narrow, "p-joke")("GET", "/v1/me")).status).toBe(200)
  })

  it("for more streams than one person needs is refused, until one is given up", async () => {
    const open = () => {
      const stop = new AbortController()
      return fetch(`${demo}/v1/events`, { headers: { "groeikring-person": "p-flood" }, signal: stop.signal }).then(
        ({ status }) => ({ status, stop })
      )
    }
    const streams = [await open(), await open(), await open(), await open()]
    expect(streams.map(({ status }) => status)).toEqual([200, 200, 200, 429])
    streams[0]!.stop.abort()
    await expect.poll(async () => (await open()).status).toBe(200)
  })

  it("leaves no word of a person in a log line or in a problem", async () => {
    const logged: Array<string> = []
    const login = Layer.succeed(Login.Login, { whoAsks: () => Effect.die(new Error("the directory is gone")), schemes: {} })
    const broken = await served({
      login: Layer.merge(login, Logger.layer([Logger.make(({ message }) => logged.push(JSON.stringify(message)))]))
    })
    const { body, status } = await asking(broken)(
      "POST",
      "/v1/paps/p1/report",
      { learned: "ik durfde niet" },
      { "groeikring-person": "p-femke" }
    )
    expect([status, body.code, Object.keys(body)]).toEqual([500, "OutOfOrder", ["type", "title", "status", "detail", "code"]])
    expect(JSON.stringify([body, logged])).not.toMatch(/durfde|p-femke|directory|\bat /)
    const wrong = await joke("POST", "/v1/paps/p1/report", { learned: "ik durfde niet".repeat(30), outcome: "helemaal mislukt" })
    expect([wrong.status, /durfde|mislukt/.test(JSON.stringify(wrong.body))]).toEqual([400, false])
  })
})
