/** What a pulse report shows gives nobody away: somebody with pencil and paper tries, over many schools. */
import { Pulse } from "@groeikring/core"
import { pack } from "@groeikring/pack-nl"
import { tell, workedOut } from "@groeikring/testkit"
import { Arbitrary, Effect, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { type Document, tablesOf } from "../src/Document.ts"
import { csv } from "../src/Csv.ts"
import { html } from "../src/Html.ts"
import { markdown } from "../src/Markdown.ts"
import { reports } from "../src/Reports.ts"
import { house, sources } from "./zwaluw.ts"

const { settings } = pack
const { detailFrom, k } = settings.anonymity
const [hr, council] = ["p-kees", "p-lies"]
const items = [
  { id: "q1", scale: "Autonomy" },
  { id: "q5", scale: "Result1" },
  { id: "q6", scale: "Result1" }
] as const
const scales = ["Autonomy", "Result1"] as const

interface Unit {
  readonly unit: string
  readonly invited: number
  /** For each who answered: what they said, and whether they left the first question out. */
  readonly answers: ReadonlyArray<{ readonly value: number; readonly skips: boolean }>
}

/** A pulse of a school, told by the machine itself. */
const pulseOf = (units: ReadonlyArray<Unit>, at = 0) => {
  const known = { staff: [hr, council], leaders: ["p-hilde"], hr: [hr], pmr: [council], members: [], before: null, settings }
  const answers = units.flatMap(({ answers, unit }) =>
    answers.map(({ skips, value }) => ({ unit, values: { ...(!skips && { q1: value }), q5: value, q6: 6 - value } }))
  )
  const as = (actor: string) => ({ ...known, answers, actor, at })
  const [first, ...more] = units.map(({ invited, unit }) => ({
    id: unit,
    people: Array.from({ length: invited }, (_, n) => `p-${unit}-${n}`)
  }))
  const pulse = tell(Pulse)
  pulse.does({ _tag: "Design", schoolYear: "2025-2026", instrument: "pop-puls", items, units: [first!, ...more] }, as(hr))
  pulse.does({ _tag: "Consent", document: "brief" }, as(council))
  pulse.does({ _tag: "Open" }, as(hr))
  pulse.does({ _tag: "Close" }, as(hr))
  pulse.does({ _tag: "Report" }, as("system"))
  return pulse.state as { readonly _tag: string }
}
/** The last of some pulses, read as HR reads it. */
const reportOf = (...pulses: ReadonlyArray<ReadonlyArray<Unit>>) => {
  const day = 24 * 60
  const states = new Map(pulses.map((units, n) => [`puls-${n}`, pulseOf(units, n * 100 * day)]))
  const school = {
    show: (_: string, id: string) => Effect.succeed({ state: states.get(id)! }),
    list: () => Effect.succeed(Array.from(states.keys())),
    overview: () => Effect.die("a pulse asks for none")
  }
  const asked = { school, viewer: { actor: hr, at: 0 }, id: `puls-${pulses.length - 1}`, language: "nl", house, sources } as const
  return Effect.runSync(reports.pulse.make(asked))
}

const Count = (maximum: number) => Schema.Int.check(Schema.isBetween({ minimum: 0, maximum }))
const Answer = Schema.Struct({ value: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 5 })), skips: Schema.Boolean })
const School = Schema.Array(
  Schema.Struct({ silent: Count(6), answers: Schema.Array(Answer).check(Schema.isMaxLength(12)) })
).check(Schema.isMaxLength(5))
const schools: ReadonlyArray<ReadonlyArray<Unit>> = Effect.runSync(
  Arbitrary.sampleEffect(Arbitrary.schema(School), { count: 300, seed: "schools" })
)
  .filter(({ length }) => length > 0)
  .map((units) => units.map(({ answers, silent }, n) => ({ unit: `bouw ${n}`, answers, invited: answers.length + silent })))

/** How many of a unit answered a question of this scale. */
const counted = (units: ReadonlyArray<Unit>, scale: (typeof scales)[number]) =>
  units.map(({ answers, unit }) => ({ unit, answers: answers.filter(({ skips }) => scale !== "Autonomy" || !skips).length }))

/** The cells of a report by scale: what stands there for each unit, and for everybody together. */
const cellsOf = (document: Document) => {
  const [numbers] = tablesOf(document.body).filter(({ columns }) => columns.at(-1)!.head === "iedereen samen")
  return (numbers?.rows ?? []).map((cells) => {
    const of = cells.slice(1).map((cell, n) => ({ unit: numbers!.columns[n + 1]!.head, cell }))
    return { units: of.slice(0, -1), total: of.at(-1)!.cell }
  })
}
const made = schools.map((units) => ({ units, document: reportOf(units) }))

describe("what a pulse report shows", () => {
  it("gives no hidden unit away, and nobody, in any of many schools [C9]", () => {
    const reported = made.filter(({ document }) => cellsOf(document).length > 0)
    expect(reported.length).toBeGreaterThan(50)
    const found = reported.flatMap(({ document, units }) =>
      cellsOf(document).flatMap(({ total, units: cells }, n) =>
        workedOut(
          counted(units, scales[n]!),
          {
            units: cells.filter(({ cell }) => typeof cell === "number").map(({ unit }) => unit),
            total: typeof total === "number"
          },
          k
        )
      )
    )
    expect(found).toEqual([])
  })

  it("hides something in some schools and all of it in others, so that there was something to find", () => {
    const cells = made.map(({ document }) => cellsOf(document).flatMap(({ units }) => units.map(({ cell }) => typeof cell)))
    expect(cells.filter((types) => types.includes("string") && types.includes("number")).length).toBeGreaterThan(10)
    expect(cells.filter(({ length }) => length === 0).length).toBeGreaterThan(10)
  })

  it("is a mean in half points where there are few answers", () => {
    const few = made.flatMap(({ document, units }) =>
      cellsOf(document).flatMap(({ units: cells }, n) => {
        const answers = new Map(counted(units, scales[n]!).map((one) => [one.unit, one.answers]))
        return cells.flatMap(({ cell, unit }) => (typeof cell === "number" && answers.get(unit)! < detailFrom ? [cell] : []))
      })
    )
    expect(few.length).toBeGreaterThan(50)
    expect(few.filter((cell) => !Number.isInteger(cell * 2))).toEqual([])
  })

  it("names nobody who was invited, and says of nothing how many answered, in no format", () => {
    for (const { document } of made) {
      for (const file of [html(document), markdown(document), csv(document)]) {
        expect(file).not.toMatch(/p-bouw|Bouw \d+ \d+/)
        expect(file).not.toMatch(/\d+ (antwoorden|mensen) (van|uit)/)
      }
    }
  })

  it("over several measurements is no more than each of them showed of everybody together [C9]", () => {
    const totalsOf = (document: Document) =>
      new Map(
        tablesOf(document.body)
          .filter(({ columns }) => columns.at(-1)!.head === "iedereen samen")
          .flatMap(({ rows }) => rows.map((cells) => [cells[0], cells.at(-1)!] as const))
      )
    let [shown, hidden] = [0, 0]
    for (let n = 2; n < schools.length; n++) {
      const three = [schools[n - 2]!, schools[n - 1]!, schools[n]!]
      const known = three.map((units) => totalsOf(reportOf(units)))
      const [lines] = tablesOf(reportOf(...three).body).filter(({ columns }) => columns[1]?.head === "gemeten")
      const days = ["1 januari 1970", "11 april 1970", "20 juli 1970"]
      for (const [scale, day, cell] of lines?.rows ?? []) {
        const own = known[days.indexOf(String(day))]!.get(scale ?? "")
        expect([day, cell]).toEqual([day, own])
        if (typeof cell === "number") shown++
        else hidden++
      }
    }
    expect(shown).toBeGreaterThan(50)
    expect(hidden).toBeGreaterThan(5)
  })
})
