/** Whatever a school can hold and whatever people write: a right document, in every format, or a refusal in words. */
import { Domain, Elsewhere, Machine, type Overview, Private } from "@groeikring/core"
import { Arbitrary, Effect, Result, Schema } from "effect"
import { strFromU8, unzipSync } from "fflate"
import { beforeAll, describe, expect, it } from "vitest"
import { type Document, type Language, tablesOf } from "../src/Document.ts"
import { csv } from "../src/Csv.ts"
import { html } from "../src/Html.ts"
import { formats, houseOf, type Kind, reports, write } from "../src/index.ts"
import { json } from "../src/Json.ts"
import { markdown } from "../src/Markdown.ts"
import { samplesOf } from "./samples.ts"
import { cellsIn } from "./texts.ts"
import { at, house, idsOf, inYear, kinds, type Line, lines, people, reportOf, sources } from "./zwaluw.ts"

// What people write --------------------------------------------------------------------

const hostile = [
  "=cmd|' /C calc'!A0",
  "<script>alert(1)</script><img src=x onerror=alert(1)>",
  "@SUM(1+1)",
  "+31 6 12345678",
  "-2+3",
  "\t=HYPERLINK(0)",
  "Zoë Meĳden-Çelik, Ĳsselmeer, ŵ ǽ ṩ̌ ệ, €",
  "שלום עולם مرحبا بالعالم",
  "👩🏽‍🏫🏳️‍🌈 emoji",
  "#let x = 1 $ _ * ` \\ [ ${x} {{x}}",
  "| a | b |\n| --- | --- |\n# kop\n1. een",
  "\u0000\u0007\u202e omgekeerd \ufeff",
  "w".repeat(10_000)
]
let turn = 0
/** The same line as somebody writes it who means no good, or has another alphabet: as long as the machine lets them. */
const inHostileWords = (line: Line): Line => {
  const { as = "", at, do: does, expect, id = "", machine, say: _, sayEn: __, take, tend, ...payload } = line
  if (machine === undefined || take !== undefined || tend !== undefined) return line
  const spec: Machine.Spec = Domain.domain[machine as keyof typeof Domain.domain].machine.spec
  const codec = Schema.Struct((spec.commands[does ?? ""]?.payload ?? {}) as Readonly<Record<string, Schema.Codec<unknown>>>)
  const decoded = Schema.decodeResult(codec)(payload)
  if (Result.isFailure(decoded)) return line
  const encoded = (most: number) =>
    Private.mapWords(decoded.success, (words) => {
      const text = hostile[turn++ % hostile.length]!
      return words.isEmpty ? words : new Private.Words(words, text.slice(0, most) || "x")
    })
  for (const most of [2_000, 1_000, 280, 140, 80, 40]) {
    const written = Schema.encodeUnknownResult(codec)(encoded(most))
    if (Result.isSuccess(written)) return { ...written.success, as, at, do: does, expect, id, machine } as Line
  }
  return line
}
const names = Object.fromEntries([...people, "g-midden", "de-zwaluw"].map((id, n) => [id, hostile[n % hostile.length]!]))
const hostileHouse = houseOf({ school: hostile.slice(0, -1).join(" "), names })
let documents: ReadonlyMap<string, Document> = new Map()

beforeAll(async () => {
  documents = await inYear(lines.map(inHostileWords), (school) => samplesOf(school, hostileHouse))
})

/** A cell that a spreadsheet would reckon with. */
const formula = /^[=+\-@\t\r]/

describe("a year in hostile words", () => {
  it("is a document of every kind, with those words in it", () => {
    expect(documents.size).toBe(kinds.length * 2)
    const all = [...documents.values()].map((document) => JSON.stringify(document)).join("\n")
    for (const text of hostile.slice(0, 3)) expect(all).toContain(JSON.stringify(text).slice(1, -1))
  })

  it("runs nothing in a page, and begins nothing in Markdown", () => {
    for (const document of documents.values()) {
      expect(html(document)).not.toMatch(/<script|<img src=x|<[^>]+onerror/)
      expect(markdown(document)).not.toMatch(/(^|[^\\])<(script|img)/m)
    }
  })

  it("is no formula in a sheet: not in CSV, not in XLSX, not in ODS", async () => {
    for (const document of documents.values()) {
      expect(cellsIn(csv(document).slice(1)).filter((cell) => formula.test(cell))).toEqual([])
      if (document.language === "en") continue
      for (const format of ["xlsx", "ods"] as const) {
        const parts = Object.entries(unzipSync(await Effect.runPromise(write(document, format))))
        const sheets = parts.filter(([name]) => name.startsWith("xl/worksheets/") || name === "content.xml")
        expect(sheets.length).toBeGreaterThan(0)
        for (const [, sheet] of sheets) expect(strFromU8(sheet)).not.toMatch(/<f[ >]|table:formula/)
      }
    }
  })

  for (const format of formats) {
    it(`is written as ${format}`, async () => {
      for (const [name, document] of documents) {
        // What is about nobody has no words of theirs, and what is said once more in English has the same.
        if (name.endsWith(".en") || reports[name.split(".")[0] as Kind].of === "Nothing") continue
        expect((await Effect.runPromise(write(document, format))).length).toBeGreaterThan(100)
      }
    })
  }
})

// What a school can hold ---------------------------------------------------------------------

const onPaper = (document: Document) => [html, markdown, csv, json].map((write) => write(document).length)

/** Values that chance does not find. */
const found: Readonly<Record<string, unknown>> = { schoolYear: "2025-2026" }
/** Examples of a state as its schema allows it, in each of which something is not for this viewer. */
const statesOf = (seed: string, fields: Machine.Spec["states"][string]): ReadonlyArray<Readonly<Record<string, unknown>>> => {
  const count = 6
  const columns = Object.entries(fields).map(([field, schema], column) => {
    const alone = Schema.Struct({ [field]: schema as Schema.Codec<unknown> })
    const sampled = Effect.runSync(Effect.result(Arbitrary.sampleEffect(Arbitrary.schema(alone), { count, seed })))
    const values = Result.isSuccess(sampled)
      ? sampled.success.map((example) => Schema.encodeSync(alone)(example) as Readonly<Record<string, unknown>>)
      : Array.from({ length: count }, () => (field in found ? { [field]: found[field] } : {}))
    return values.map((value, n) => (n > 1 && (n + column) % 3 === 0 ? {} : value))
  })
  return Array.from(
    { length: count },
    (_, n) => Object.assign({}, ...columns.map((column) => column[n])) as object as Readonly<Record<string, unknown>>
  )
}

/** What is read over a whole school in which there is only one thing. */
const alone =
  (state: object) =>
  <A>({ read }: Overview.Overview<A>, id: string) =>
    Effect.provideService(read({ id, state: state as never }, at), Elsewhere.Elsewhere, {
      packs: sources.packs,
      one: () => Effect.succeed(Machine.Start as never),
      all: () => Effect.succeed([]),
      every: () => Effect.succeed([]),
      read: () => Effect.undefined
    })

describe("a school", () => {
  it("that has only begun gets a document about nothing, or hears that there is nothing to see", async () => {
    const made = await inYear([], (school) =>
      Effect.forEach(kinds, (kind) =>
        Effect.map(Effect.result(reportOf(school, kind, idsOf(kind)[0]!, "p-femke", "nl")), (result) => [kind, result] as const)
      )
    )
    for (const [kind, result] of made) {
      const isAboutAThing = reports[kind].of in Domain.domain
      expect([kind, Result.isFailure(result) ? result.failure._tag : "made"]).toEqual([
        kind,
        isAboutAThing ? "NothingToSee" : "made"
      ])
      if (Result.isSuccess(result)) onPaper(result.success)
    }
  })

  it("gets a document of a thing at every moment of its life, from its first fact on", async () => {
    const of = new Map<string, ReadonlyArray<Kind>>()
    for (const kind of kinds) of.set(reports[kind].of, [...(of.get(reports[kind].of) ?? []), kind])
    let made = 0
    await inYear(
      lines,
      () => Effect.void,
      (school, { as = "", expect: refused, id = "", machine = "" }) =>
        Effect.gen(function* () {
          if (refused !== undefined) return
          for (const kind of of.get(machine) ?? []) {
            const document = yield* Effect.result(reportOf(school, kind, id, as, made % 2 === 0 ? "nl" : "en"))
            if (Result.isFailure(document)) continue
            made++
            expect(onPaper(document.success).every((length) => length > 20)).toBe(true)
          }
        })
    )
    expect(made).toBeGreaterThan(150)
  })

  it("is asked about no year that is none", async () => {
    const refused = await inYear([], (school) => Effect.flip(reportOf(school, "year-poster", "vorig jaar", "p-femke", "nl")))
    expect(refused).toMatchObject({ _tag: "NoSuchSchoolYear", given: "vorig jaar" })
  })

  it("gets a document of whatever its machines can hold, and of whatever of it is seen", () => {
    let made = 0
    for (const kind of kinds) {
      const { of } = reports[kind]
      if (!(of in Domain.domain)) continue
      const { states }: Machine.Spec = Domain.domain[of as keyof typeof Domain.domain].machine.spec
      for (const [tag, fields] of Object.entries(states)) {
        for (const [n, state] of statesOf(`${of} ${tag}`, fields).entries()) {
          const school = {
            show: () => Effect.succeed({ state: { ...state, _tag: tag } }),
            list: () => Effect.succeed(["een"]),
            overview: alone({ schoolYear: "2025-2026", ...state, _tag: tag })
          }
          const language: Language = n % 2 === 0 ? "nl" : "en"
          const asked = { school, viewer: { actor: "p-femke", at }, id: "een", language, house, sources }
          onPaper(Effect.runSync(reports[kind].make(asked)))
          made++
        }
      }
    }
    expect(made).toBeGreaterThan(500)
  })
})

// What a life can hold ---------------------------------------------------------------------

const portfolioOf = (entries: number): ReadonlyArray<Line> => [
  ...lines.slice(0, 30).filter(({ machine }) => machine === "Staff"),
  { machine: "Portfolio", id: "map", as: "p-femke", at: "1986-09-01T12:00:00+02:00", do: "Open" },
  ...Array.from({ length: entries }, (_, n) => {
    const year = 1986 + Math.floor((n * 40) / entries)
    return {
      machine: "PortfolioEntry",
      id: `map/${n}`,
      as: "p-femke",
      at: `${year}-10-01T12:00:00+02:00`,
      do: "Keep",
      portfolioId: "map",
      kind: "Success",
      on: `${year}-09-30`,
      title: `Dit lukte, keer ${n + 1}`,
      text: "Het was een hele stap.",
      attachments: [],
      competences: []
    }
  })
]
const careerOf = (years: number): ReadonlyArray<Line> => [
  ...lines.slice(0, 30).filter(({ machine }) => machine === "Staff" || machine === "CompetenceFramework"),
  { machine: "CompetenceProfile", id: "profiel", as: "p-femke", at: "1986-09-01T12:00:00+02:00", do: "Open" },
  ...Array.from({ length: years * 3 }, (_, n) => ({
    machine: "CompetenceProfile",
    id: "profiel",
    as: "p-femke",
    at: `${1986 + Math.floor(n / 3)}-${["10", "11", "12"][n % 3]}-01T12:00:00+01:00`,
    do: "Rate",
    ref: { competence: ["sbl-4", "sbl-6", "sbl-7"][n % 3], of: { framework: "sbl-2006-po", version: 1 } },
    fun: 1 + (n % 5),
    skill: 1 + Math.floor((n * 4) / (years * 3)),
    applied: "Regular",
    learned: true
  }))
]
const pagesOf = (pdf: Uint8Array) => new TextDecoder("latin1").decode(pdf).match(/\/Type\s*\/Page\b/g)?.length ?? 0

describe("a career", () => {
  it("of forty years keeps five hundred things, and every one of them is on paper", async () => {
    const document = await inYear(portfolioOf(500), (school) => reportOf(school, "portfolio", "map", "p-femke", "nl"))
    const [overview] = tablesOf(document.body)
    expect(overview!.rows.length).toBe(500)
    const page = markdown(document)
    for (const n of [1, 250, 500]) expect(page.split(`Dit lukte, keer ${n}\n`).length).toBe(2)
    expect(page.match(/^## Schooljaar /gm)?.length).toBe(40)
    for (const format of formats) {
      const file = await Effect.runPromise(write(document, format))
      expect(file.length).toBeGreaterThan(4_000)
    }
  })

  it("of forty years is one line in a profile, that rises", async () => {
    const document = await inYear(careerOf(40), (school) => reportOf(school, "competence-profile", "profiel", "p-femke", "nl"))
    const [grown] = tablesOf(document.body).filter(({ caption }) => caption.startsWith("Hoe het groeide"))
    expect(grown!.rows.length).toBe(120)
    expect(pagesOf(await Effect.runPromise(write(document, "pdf")))).toBeLessThan(8)
  })
})
