import { Domain } from "@groeikring/core"
import { pack } from "@groeikring/pack-nl"
import { publisher } from "@groeikring/reporting"
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js"
import { OpenApi } from "effect/http-api"
import { describe, expect, it } from "vitest"
import { contract, Path, Schemas } from "../src/index.ts"
import { as, asking, heard } from "./asking.ts"
import { glossaries, served } from "./served.ts"
import { type Line, linesOf } from "./stories.ts"

const reports = publisher({ packs: pack, glossaries })
let now = Date.parse("2025-08-25T09:00:00+02:00")
const base = await served({ now: () => now, reports, allowance: { burst: 1e6, perSecond: 1e5, streams: 50 } })

const document = OpenApi.fromApi(contract(Domain.domain, { reports }))
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false, inlineRefs: false, code: { optimize: false } })
ajv.addSchema({ ...document, $id: "https://groeikring.example.org/openapi" })
for (const schema of Object.values(Schemas.schemas(Domain.domain))) ajv.addSchema(schema)

/** The operations of the contract, by what their path looks like. */
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  (["get", "post"] as const).flatMap((method) => {
    const operation = item[method]
    return operation === undefined
      ? []
      : [{ path, method, operation, looks: new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}$`) }]
  })
)
const pointer = (...names: ReadonlyArray<string>) =>
  names.map((name) => name.replaceAll("~", "~0").replaceAll("/", "~1")).join("/")
const compiled = new Map<string, ValidateFunction>()
const schemaAt = (ref: string) => {
  const known = compiled.get(ref) ?? ajv.compile({ $ref: `https://groeikring.example.org/openapi#/${encodeURI(ref)}` })
  compiled.set(ref, known)
  return known
}

/** Where the answer of an operation under a status is described: there, or once for all who answer so. */
const answerOf = ({ method, operation, path }: (typeof operations)[number], status: number) => {
  const said = operation.responses[status] as { readonly $ref?: string } | undefined
  const name = said?.$ref?.split("/").at(-1)
  const { responses } = document.components as unknown as { readonly responses: typeof operation.responses }
  return name === undefined
    ? { response: operation.responses[status], at: pointer("paths", path, method, "responses", String(status)) }
    : {
        response: (responses as Readonly<Record<string, (typeof responses)[number]>>)[name],
        at: pointer("components", "responses", name)
      }
}

type Came = Awaited<ReturnType<ReturnType<typeof as>>>
const came: Array<{ readonly method: string; readonly path: string; readonly answer: Came }> = []
/** Asks, and keeps the answer to hold it against the contract. */
const ask = async (
  person: string,
  method: "GET" | "POST",
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {}
) => {
  const answer = await as(base, person)(method, path, body, headers)
  came.push({ method: method.toLowerCase(), path: path.replace(/^\/v1/, "").replace(/\?.*/, ""), answer })
  return answer
}

const told = (said: string, { errors }: ValidateFunction) =>
  (errors ?? []).map(({ instancePath, message = "", params }) => `${said} ${instancePath} ${message} ${JSON.stringify(params)}`)

/** What is wrong with the answers that came since the last time: their operation, status, type, headers and body. */
const wrongWith = (answers: typeof came) =>
  answers.flatMap(({ answer, method, path }): ReadonlyArray<string> => {
    const found = operations.filter((one) => one.method === method && one.looks.test(path))
    const operation = found.find((one) => one.path === path) ?? found[0]
    const { at, response } = operation === undefined ? { at: "" } : answerOf(operation, answer.status)
    const type = answer.headers.get("content-type")?.split(";")[0] ?? ""
    const said = `${method} ${operation?.path ?? path} ${answer.status} ${type}`
    if (operation === undefined || response?.content?.[type as "application/json"] === undefined)
      return [`${said} is not in the contract: ${JSON.stringify(answer.body)}`]
    const { headers = {} } = response as { readonly headers?: Readonly<Record<string, { readonly required?: boolean }>> }
    const missing = Object.entries(headers).flatMap(([name, { required }]) =>
      required === true && answer.headers.get(name) === null ? [`${said} has no ${name}`] : []
    )
    const valid = schemaAt(`${at}/${pointer("content", type, "schema")}`)
    return valid(answer.body) ? missing : [...missing, ...told(said, valid)]
  })

// The year, and a walk along every door ---------------------------------------------------

const script = linesOf("school", "story-1", "story-2", "story-3", "story-4")
const lines = script.filter((line): line is Line => "do" in line)
for (const line of script) {
  if ("tend" in line) continue
  now = Date.parse(line.at)
  if ("take" in line) await ask(line.as, "POST", "/v1/me/accept", { key: line.take })
  else {
    const path = `/v1/${Path.collection(line.machine)}/${encodeURIComponent(line.id)}/${Path.kebab(line.do)}`
    await ask(line.as, "POST", path, line.fields)
  }
}
// Somebody of every kind: a teacher, a facilitator, who keeps the list of staff, the leader, and nobody of the school.
const people = ["p-femke", "p-anneke", "p-joke", "p-hilde", "p-stranger"]
const things = [...new Map(lines.map(({ id, machine }) => [`${machine}/${id}`, { machine, id }])).values()]
const states: Array<{ readonly machine: string; readonly state: object }> = []
const events: Array<{ readonly machine: string; readonly event: object }> = []
for (const person of people) {
  await ask(person, "GET", "/v1/me")
  await ask(person, "GET", "/v1/reports")
  for (const name of Object.keys(Domain.domain)) await ask(person, "GET", `/v1/${Path.collection(name)}?limit=200`)
  for (const { id, machine } of things) {
    const path = `/v1/${Path.collection(machine)}/${encodeURIComponent(id)}`
    const thing = await ask(person, "GET", path)
    if (thing.status === 200) states.push({ machine, state: thing.body.state })
    const history = await ask(person, "GET", `${path}/history`)
    if (history.status === 200) for (const { event } of history.body.items) events.push({ machine, event })
    await ask(person, "GET", `${path}/possible`)
  }
}

const odd: ReadonlyArray<Parameters<typeof ask>> = [
  ["", "GET", "/v1/me"],
  ["p-joke", "POST", "/v1/staffs/de-zwaluw/employ", "{"],
  ["p-joke", "POST", "/v1/staffs/de-zwaluw/employ", { person: 1 }],
  ["p-joke", "POST", "/v1/staffs/de-zwaluw/open", { school: "x" }],
  ["p-bram", "POST", "/v1/staffs/de-zwaluw/employ", { person: "p-x", function: "Teacher", fte: 1 }],
  ["p-joke", "POST", "/v1/staffs/de-zwaluw/employ", { person: "p-x", function: "Teacher", fte: 1 }, { "if-match": '"1"' }],
  ["p-joke", "POST", "/v1/staffs/de-zwaluw/employ", { person: "p-x", function: "Teacher", fte: 1 }, { "if-match": "x" }],
  ["p-joke", "POST", "/v1/staffs/de-zwaluw/open", { school: "x".repeat(70_000) }],
  ["system", "POST", "/v1/staffs/de-zwaluw/open", { school: "x" }],
  ["p-joke", "POST", "/v1/me/accept", { key: "none" }],
  ["p-joke", "POST", "/v1/me/accept", {}],
  ["p-joke", "GET", "/v1/staffs?limit=0"],
  ["p-joke", "GET", "/v1/staffs/none"],
  ["p-joke", "GET", "/v1/reports/none"],
  ["p-joke", "GET", "/v1/reports/pap"],
  ["p-joke", "GET", "/v1/reports/pap?for=none"],
  ["p-joke", "GET", "/v1/reports/pap?for=none", undefined, { accept: "image/png" }],
  ["p-joke", "GET", "/v1/reports/year-poster?for=none"],
  ["p-joke", "POST", "/v1/staffs/de-zwaluw/open", { school: "x" }, { "sec-fetch-site": "cross-site" }]
]
const yes = came.splice(0)
for (const one of odd) await ask(...one)
const no = came.splice(0)
await as(base, "p-joke")("POST", "/v1/staffs/last-of-all/open", { school: "the end of what there is to hear" })
const facts = await heard(base, "p-joke", ({ data }) => data.id === "last-of-all")
const healthy = [await asking(base)("GET", "/health"), await asking(base)("GET", "/ready")]

describe("what the server sends in a year of a school", () => {
  it("is what the contract says, whoever asks whatever", () => {
    expect(new Set(wrongWith(yes))).toEqual(new Set())
    expect([lines.length > 200, things.length > 20, states.length > 50, events.length > 200]).toEqual([true, true, true, true])
  })

  it("is what the contract says also when it is a no", () => {
    const statuses = new Set(no.map(({ answer }) => String(answer.status)))
    expect(new Set(wrongWith(no))).toEqual(new Set())
    expect(statuses).toEqual(new Set(["400", "401", "403", "404", "406", "409", "412", "413", "422"]))
  })

  it("is heard as the contract says", () => {
    const fact = ajv.compile({ $ref: "https://groeikring.example.org/openapi#/components/schemas/Told" })
    expect(facts.length).toBeGreaterThan(20)
    for (const { data } of facts) expect([fact(data), fact.errors, data]).toEqual([true, null, data])
  })

  it("is healthy as the contract says", () => {
    for (const [n, { body, status }] of healthy.entries()) {
      const path = ["/health", "/ready"][n]!
      const { at } = answerOf(
        operations.find((one) => one.path === path)!,
        status
      )
      expect(schemaAt(`${at}/${pointer("content", "application/json", "schema")}`)(body)).toBe(true)
    }
  })

  it("fits the exported schemas, and nothing else does", () => {
    const of = (machine: string, part: string) => ajv.getSchema(`urn:groeikring:schema:${Path.kebab(machine)}.${part}`)!
    for (const { machine, state } of states) {
      const valid = of(machine, "state")
      expect([valid(state), valid.errors, state]).toEqual([true, null, state])
      const others = [{ ...state, another: 1 }, { ...state, _tag: "Nowhere" }, {}, null, []]
      expect(others.map((other) => valid(other))).toEqual(others.map(() => false))
    }
    for (const { event, machine } of events) {
      const valid = of(machine, "event")
      expect([valid(event), valid.errors, event]).toEqual([true, null, event])
      const others = [{ ...event, another: 1 }, { ...event, _tag: "NothingHappened" }, {}, null]
      expect(others.map((other) => valid(other))).toEqual(others.map(() => false))
    }
  })
})
