import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose"
import { spawn } from "node:child_process"
import { randomBytes } from "node:crypto"
import { once } from "node:events"
import { readFileSync, writeFileSync } from "node:fs"
import { createServer } from "node:http"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { afterAll, describe, expect, it } from "vitest"
import { startServer } from "../../storage-postgres/test/server.ts"
import { freshStore } from "./folder.ts"
import { type } from "./terminal.ts"

const { privateKey, publicKey } = await generateKeyPair("ES256")
const forger = await generateKeyPair("ES256")
const jwks = { keys: [{ ...(await exportJWK(publicKey)), alg: "ES256", kid: "one" }] }

/** An identity provider: it says where its keys are, and has them there. */
const provider = createServer((request, response) => {
  const known: Readonly<Record<string, object>> = {
    "/.well-known/openid-configuration": { issuer, jwks_uri: `${issuer}/keys` },
    "/keys": jwks
  }
  const said = known[request.url ?? ""]
  response.writeHead(said === undefined ? 404 : 200, { "content-type": "application/json" }).end(JSON.stringify(said))
})
await new Promise<void>((resolve) => provider.listen(0, "127.0.0.1", resolve))
const issuer = `http://127.0.0.1:${(provider.address() as { readonly port: number }).port}`
afterAll(() => provider.close())

const signed = (claims: JWTPayload, { audience = "groeikring", key = privateKey } = {}) =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: "ES256", kid: "one" })
    .setIssuer(issuer)
    .setAudience(audience)
    .setExpirationTime("5 minutes")
    .sign(key)

/** `groeikring serve` in a process of its own, as somebody starts it. */
const started = async (args: ReadonlyArray<string>, env: Readonly<Record<string, string>>) => {
  const program = join(import.meta.dirname, "../src/bin.ts")
  const child = spawn(process.execPath, ["--conditions=@groeikring/source", program, "serve", "--port", "0", ...args], {
    env: { ...process.env, LANG: "en_GB.UTF-8", LC_ALL: "", ...env },
    stdio: ["ignore", "pipe", "inherit"]
  })
  afterAll(() => child.kill("SIGKILL"))
  for await (const line of createInterface(child.stdout)) {
    const url = /http:\S+/.exec(line)?.[0]
    if (url !== undefined)
      return {
        url,
        stop: async () => {
          child.kill("SIGTERM")
          return (await once(child, "exit")) as [number | null]
        }
      }
  }
  throw new Error("It did not begin.")
}
const asks = async (url: string, token: string, path = "/v1/me", init: RequestInit = {}) => {
  const response = await fetch(url + path, { ...init, headers: { authorization: `Bearer ${token}` } })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

const postgres = await startServer()
afterAll(() => postgres.drop())
const env = { GROEIKRING_MASTER_KEY: randomBytes(32).toString("base64") }

describe.each([
  ["a file", freshStore()],
  ["PostgreSQL", postgres.url]
])("a school served from %s", (_, store) => {
  const people = join(freshStore(), "..", "people.json")
  writeFileSync(people, JSON.stringify({ "pseudonym-7": "p-joke" }))

  it("believes the tokens of its provider and those that were given out, until they are revoked, and stops when told", async () => {
    const provided = ["--issuer", issuer, "--audience", "groeikring", "--claims", "surfconext", "--people", people]
    const server = await started(["--store", store, ...provided], env)
    const claims = { sub: "pseudonym-7", eduperson_affiliation: ["employee"] }
    const token = await signed(claims)
    expect(await asks(server.url, token)).toMatchObject({ status: 200, body: { person: "p-joke" } })
    const opened = { method: "POST", body: JSON.stringify({ school: "obs De Zwaluw" }) }
    expect((await asks(server.url, token, "/v1/staffs/s/open", opened)).status).toBe(200)
    for (const bad of [
      await signed(claims, { key: forger.privateKey }),
      await signed(claims, { audience: "payroll" }),
      await signed({ ...claims, sub: "pseudonym-8" }),
      await signed({ ...claims, eduperson_affiliation: ["student"] })
    ])
      expect((await asks(server.url, bad)).status).toBe(401)

    // Given out by another process, at the same store.
    const created = await type(["token", "create", "--for", "p-joke", "--store", store, "--format", "json"], { env })
    const own = JSON.parse(created.out)
    expect(await asks(server.url, own.token, "/v1/staffs/s")).toMatchObject({ status: 200, body: { id: "s", version: 1 } })
    expect((await asks(server.url, own.token, "/v1/staffs/t/open", opened)).status).toBe(401)
    const listed = await type(["token", "list", "--for", "p-joke", "--store", store], { env })
    expect(JSON.parse(listed.out)).toMatchObject([{ id: own.id, scope: "Look", isValid: true }])
    expect(listed.out).not.toContain(own.token)
    const bytes = store.startsWith("postgres") ? [] : ["", "-wal"].map((end) => readFileSync(store + end).toString("latin1"))
    expect(bytes.filter((file) => file.includes(own.token.slice(4)))).toEqual([])
    expect(bytes.some((file) => file.includes(own.id))).toBe(!store.startsWith("postgres"))
    const revoked = await type(["token", "revoke", "--for", "p-joke", "--id", own.id, "--store", store], { env })
    expect([revoked.code, (await asks(server.url, own.token)).status]).toEqual([0, 401])
    const again = await type(["token", "revoke", "--for", "p-joke", "--id", own.id, "--store", store, "--lang", "nl"], { env })
    expect([again.code, again.err]).toEqual([1, `p-joke heeft geen token ${own.id}. Vraag met token list welke er zijn.\n`])

    const glossary = await fetch(`${server.url}/v1/reports/glossary`, {
      headers: { authorization: `Bearer ${token}`, accept: "text/markdown" }
    })
    expect([glossary.status, glossary.headers.get("content-type")]).toEqual([200, "text/markdown; charset=utf-8"])
    expect((await server.stop())[0]).toBe(0)
  })
})

describe("what is wrong with the flags of a server", () => {
  const wrong = (...args: ReadonlyArray<string>) => type(["serve", "--store", freshStore(), "--port", "0", ...args])

  it("is told all at once, and nothing is served", async () => {
    const { code, err } = await wrong("--jwks", "/no/such/file", "--claims", "/no/such/table.json")
    expect([code, err.trim().split("\n")]).toEqual([
      2,
      [
        "--issuer is missing. Say who gives out the tokens.",
        "--audience is missing. Say whom the tokens are for.",
        "/no/such/table.json cannot be read. Check its name.",
        "--jwks /no/such/file is no readable set of public keys (JWKS). Check the file."
      ]
    ])
    const dutch = await wrong("--jwks", "/no/such/file", "--claims", "/no/such/table.json", "--lang", "nl")
    expect(dutch.err.trim().split("\n")).toEqual([
      "--issuer ontbreekt. Zeg wie de tokens uitgeeft.",
      "--audience ontbreekt. Zeg voor wie de tokens zijn.",
      "/no/such/table.json kan niet worden gelezen. Controleer de naam.",
      "--jwks /no/such/file is geen leesbare set openbare sleutels (JWKS). Controleer het bestand."
    ])
    expect((await wrong("--demo", "--issuer", issuer)).err).toContain("--demo believes everybody")
  })

  it("is told when keys could be changed on the way, or the provider does not know them", async () => {
    const plain = await wrong("--issuer", "http://connect.example.org", "--audience", "groeikring")
    expect(plain.err).toContain("is no https address")
    const keys = await wrong("--issuer", issuer, "--audience", "g", "--jwks", "http://keys.example.org/jwks")
    expect(keys.err).toContain("could change the keys. Give an https address")
    const away = await wrong("--issuer", "http://127.0.0.1:1", "--audience", "g")
    expect(away.err).toContain("does not say where its keys are (no answer)")
    const other = await wrong("--issuer", `${issuer}/`, "--audience", "g")
    expect(other.err).toContain(`it calls itself ${issuer}`)
    expect([plain, keys, away, other].map(({ code }) => code)).toEqual([2, 2, 2, 2])
  })

  it("is told of a table of claims that is none", async () => {
    const file = `${freshStore()}.json`
    writeFileSync(file, JSON.stringify({ person: "", roles: {} }))
    const { code, err } = await wrong("--issuer", issuer, "--audience", "g", "--claims", file)
    expect([code, /person|must|roles/.test(err)]).toEqual([2, true])
    expect(err).toMatch(/\["?person|roles/)
  })
})
