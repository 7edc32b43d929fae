import { publisher } from "@groeikring/reporting"
import { CompilerMissing } from "@groeikring/reporting/pdf"
import { Effect } from "effect"
import { pack } from "@groeikring/pack-nl"
import { describe, expect, it } from "vitest"
import { connect } from "../src/Client.ts"
import { mediaType } from "../src/Preference.ts"
import { Path } from "../src/index.ts"
import { as } from "./asking.ts"
import { glossaries, served } from "./served.ts"
import { linesOf } from "./stories.ts"

const reports = publisher({ packs: pack, glossaries })
let now = Date.parse("2025-08-25T09:00:00+02:00")
const base = await served({ now: () => now, reports, allowance: { burst: 1e6, perSecond: 1e5, streams: 20 } })
for (const line of linesOf("school", "story-1")) {
  if ("tend" in line) continue
  now = Date.parse(line.at)
  if ("take" in line) await as(base, line.as)("POST", "/v1/me/accept", { key: line.take })
  else
    await as(base, line.as)(
      "POST",
      `/v1/${Path.collection(line.machine)}/${encodeURIComponent(line.id)}/${Path.kebab(line.do)}`,
      line.fields
    )
}
const get = (person: string, path: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(base + path, { headers: { "groeikring-person": person, ...headers } })
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer())
const pap = "pap-femke-1"
const secret = "binnen 3 minuten is iedereen bezig"

describe("a report over HTTP", () => {
  it("is one of those there are, told in the language of who asks", async () => {
    const answer = await get("p-femke", "/v1/reports", { "accept-language": "en;q=0.4, nl" })
    const { items, types } = (await answer.json()) as { items: ReadonlyArray<{ kind: string; name: string }>; types: unknown }
    expect([answer.headers.get("content-language"), items.length]).toEqual(["nl", reports.kinds.length])
    expect(items.find(({ kind }) => kind === "own-data")?.name).toBe("eigen gegevens (AVG)")
    expect(types).toEqual(Object.keys(reports.types))
  })

  it("comes in every format that is accepted, under a name of its own", async () => {
    const begins: Readonly<Record<string, string>> = {
      pdf: "%PDF-",
      docx: "PK",
      odt: "PK",
      xlsx: "PK",
      ods: "PK",
      html: "<!doctype html>",
      json: "{"
    }
    for (const [type, end] of Object.entries(reports.types)) {
      const answer = await get("p-femke", `/v1/reports/pap?for=${pap}`, { accept: type })
      const bytes = await bytesOf(answer)
      expect([end, answer.status, answer.headers.get("content-type")?.split(";")[0]]).toEqual([end, 200, type])
      expect(answer.headers.get("content-disposition")).toBe(`inline; filename="pap-${pap}.${end}"`)
      expect(answer.headers.get("vary")).toBe("accept, accept-language, origin")
      expect(new TextDecoder().decode(bytes.slice(0, 20)).toLowerCase()).toContain((begins[end] ?? "").toLowerCase())
      expect(bytes.length).toBeGreaterThan(40)
    }
  })

  it("holds the words of who reads it, in their language, and a browser runs nothing in it", async () => {
    const answer = await get("p-femke", `/v1/reports/pap?for=${pap}`, {
      "accept-language": "nl-NL",
      accept: "text/html,*/*;q=0.8"
    })
    const page = await answer.text()
    expect([page.includes(secret), page.includes('lang="nl"'), answer.headers.get("content-language")]).toEqual([
      true,
      true,
      "nl"
    ])
    expect(answer.headers.get("content-security-policy")).toMatch(/default-src 'none'.*script-src 'none';/)
  })

  it("runs nothing in a browser, also when it says that something should run", async () => {
    const publish = () => Effect.succeed(new TextEncoder().encode("<!doctype html><script>steal()</script>"))
    const careless = await served({ reports: { ...reports, publish } })
    const answer = await fetch(`${careless}/v1/reports/glossary`, { headers: { "groeikring-person": "p-femke" } })
    expect(await answer.text()).toContain("steal()")
    expect(answer.headers.get("content-security-policy")).toMatch(/script-src 'none';/)
  })

  it("is about yourself and about this year unless you say otherwise, and about a thing you name", async () => {
    expect((await get("p-femke", "/v1/reports/own-data")).headers.get("content-disposition")).toContain("own-data-p-femke.html")
    expect((await get("p-femke", "/v1/reports/year-poster")).headers.get("content-disposition")).toContain(
      "year-poster-2025-2026"
    )
    const missing = await as(base, "p-femke")("GET", "/v1/reports/pap")
    const year = await as(base, "p-femke")("GET", "/v1/reports/year-poster?for=2025", undefined, { "accept-language": "nl" })
    expect([year.status, year.body.detail]).toEqual([422, "2025 is geen schooljaar. Schrijf het als 2025-2026."])
    expect([missing.status, missing.body.errors]).toEqual([400, [{ pointer: "#/for", detail: "is missing" }]])
  })

  it("is not there for who may not see what it is about, whatever the format", async () => {
    for (const person of ["p-hilde", "p-stranger"])
      for (const type of Object.keys(reports.types)) {
        const answer = await get(person, `/v1/reports/pap?for=${pap}`, { accept: type })
        expect([person, type, answer.status, answer.headers.get("content-type")]).toEqual([
          person,
          type,
          404,
          "application/problem+json"
        ])
      }
    expect((await get("", "/v1/reports/pap")).status).toBe(401)
  })

  it("tells nobody the words of another, by any kind about anything", async () => {
    const ids = [...new Set(linesOf("school", "story-1").flatMap((line) => ("id" in line ? [line.id, line.as] : [])))]
    for (const { kind } of reports.kinds)
      for (const id of [...ids, "2025-2026", "nonsense", "", "__proto__", "9999-0000"]) {
        const answer = await get("p-hilde", `/v1/reports/${kind}?for=${encodeURIComponent(id)}`, { accept: "application/json" })
        const text = await answer.text()
        expect([kind, id, answer.status < 500, text.includes(secret)]).toEqual([kind, id, true, false])
      }
  })

  it("that is not made, or not in such a format, is a problem that says what there is", async () => {
    const none = await as(base, "p-femke")("GET", "/v1/reports/gossip")
    expect([none.status, none.body.code, none.body.about.known.length]).toEqual([404, "NoSuchReport", reports.kinds.length])
    const picture = await as(base, "p-femke")("GET", `/v1/reports/pap?for=${pap}`, undefined, { accept: "image/png" })
    expect([picture.status, picture.body.code, picture.body.about.types]).toEqual([
      406,
      "NotAcceptable",
      Object.keys(reports.types)
    ])
  })

  it("is not made in a format for which this machine has nothing, and then in the next that is accepted", async () => {
    const missing = new CompilerMissing({ machine: "plan9-vax" })
    const publish: typeof reports.publish = (asked) =>
      asked.type === "application/pdf" ? Effect.fail(missing) : reports.publish(asked)
    const without = await served({ reports: { ...reports, publish } })
    const asked = (accept: string, language = "en") =>
      as(without, "p-femke")("GET", "/v1/reports/glossary", undefined, { accept, "accept-language": language })
    const { body, status } = await asked("application/pdf", "nl")
    const others = Object.keys(reports.types).filter((type) => type !== "application/pdf")
    expect([status, body.code, body.about.types, body.detail]).toEqual([
      406,
      "NotAcceptable",
      others,
      expect.stringMatching(/^Dit wordt niet gemaakt in een vorm die jij aanneemt\. Vraag om: text\/html, /)
    ])
    expect(JSON.stringify(body)).not.toMatch(/plan9|Typst|typst/)
    const next = await asked("application/pdf, application/json;q=0.5")
    expect([next.status, next.headers.get("content-type")]).toEqual([200, "application/json"])
  })

  it("costs more than another question of what one person may ask", async () => {
    const narrow = await served({ reports, allowance: { burst: 25, perSecond: 0.01, streams: 1 } })
    const ask = () => fetch(`${narrow}/v1/reports/glossary`, { headers: { "groeikring-person": "p-femke" } })
    expect([(await ask()).status, (await ask()).status, (await ask()).status]).toEqual([200, 200, 429])
  })

  it("comes to a client as a file, or as a problem", async () => {
    const femke = connect(base, { headers: { "groeikring-person": "p-femke" } })
    const made = await femke.report("pap", { for: pap, type: "application/pdf" })
    expect(made.ok && [made.value.type, (await made.value.text()).startsWith("%PDF-")]).toEqual(["application/pdf", true])
    expect(await femke.report("pap", { for: "none" })).toMatchObject({ ok: false, problem: { _tag: "NothingToSee" } })
    const all = await femke.reports()
    expect(all.ok && all.value.items.length).toBe(reports.kinds.length)
  })

  it("is nowhere on a server without a publisher", async () => {
    const without = await served()
    expect((await as(without, "p-femke")("GET", "/v1/reports")).status).toBe(404)
  })
})

it("what somebody accepts is weighed as they say it", () => {
  const there = ["text/html", "application/pdf", "text/csv"]
  const liked = [
    undefined,
    "*/*",
    "application/pdf",
    "application/pdf;q=0.2, text/csv;q=0.9",
    "text/*",
    "text/html;q=0, */*",
    "text/*;q=0.1, application/pdf;q=0.1, */*;q=0.9",
    "image/png",
    "TEXT/CSV ; charset=utf-8",
    "text/csv;q=nonsense"
  ].map((accept) => mediaType(accept, there))
  expect(liked).toEqual([
    "text/html",
    "text/html",
    "application/pdf",
    "text/csv",
    "text/html",
    "application/pdf",
    "text/html",
    undefined,
    "text/csv",
    "text/csv"
  ])
})
