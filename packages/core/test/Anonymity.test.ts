import { settings } from "@groeikring/pack-nl"
import { workedOut } from "@groeikring/testkit"
import { Arbitrary, Effect, Schema } from "effect"
import { describe, expect, it } from "vitest"
import * as Anonymity from "../src/Anonymity.ts"

const threshold = settings.anonymity
const everybody = ([unit, answers]: readonly [string, number]) => ({ unit, answers, invited: answers })

const Case = Schema.Array(Schema.Struct({ answers: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 12 })), silent: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 9 })) }))
  .check(Schema.isMaxLength(6))
const schools = Effect.runSync(Arbitrary.sampleEffect(Arbitrary.schema(Case), { count: 600, seed: "schools" })).map((units) =>
  units.map(({ answers, silent }, n) => ({ unit: `u${n}`, answers, invited: answers + silent }))
)

describe("the k gate", () => {
  it.each([
    ["Oct bouw", [["midden", 5]], ["midden"], true],
    ["Jun bouw", [["midden", 4]], [], false],
    ["school A", [["midden", 5], ["boven", 4], ["onder", 3]], ["midden"], true],
    ["a school with a silent unit", [["midden", 6], ["boven", 9], ["onder", 7], ["nobody", 0]], ["boven"], true],
    ["school B", [["midden", 5], ["boven", 9], ["onder", 3]], ["boven"], true]
  ] as const)("shows of %s what is safe", (_, units, shown, total) => {
    expect(Anonymity.gate(units.map(([unit, answers]) => ({ unit, answers, invited: Math.max(answers, 3) })), threshold)).toEqual({ units: shown, total })
  })

  it("asks for two in five of those invited", () => {
    const of = (invited: number) => Anonymity.gate([{ unit: "school", answers: 8, invited }], threshold)
    expect(of(20)).toEqual({ units: ["school"], total: true })
    expect(of(21)).toEqual({ units: [], total: false })
  })

  it("may be set to more than five, and never to fewer", () => {
    const holds = (k: number) => Schema.is(Anonymity.Threshold)({ ...threshold, k })
    expect([4, 5, 10, 11].map(holds)).toEqual([false, true, true, false])
    expect(Anonymity.gate([everybody(["midden", 6])], { ...threshold, k: 7 })).toEqual({ units: [], total: false })
  })

  it("shows nothing of an empty school", () => expect(Anonymity.gate([], threshold)).toEqual({ units: [], total: false }))

  it("lets nobody work out a hidden unit from the total and its siblings", () => {
    expect(schools.filter((units) => Anonymity.gate(units, threshold).units.length > 0).length).toBeGreaterThan(50)
    const found = schools.flatMap((units) => workedOut(units, Anonymity.gate(units, threshold), threshold.k))
    expect(found).toEqual([])
  })
})

describe("a number", () => {
  const six = [1, 2, 2, 4, 5, 5]
  it("of few people is a mean in half points, without a distribution", () => {
    expect(Anonymity.mean(six, threshold)).toBe(3)
    expect(Anonymity.mean([3, 3, 3, 4, 4], threshold)).toBe(3.5)
    expect(Anonymity.distribution(six, threshold)).toBeUndefined()
  })
  it("of ten people has a decimal, and a distribution", () => {
    const ten = [...six, 3, 3, 3, 4]
    expect(Anonymity.mean(ten, threshold)).toBe(3.2)
    expect(Anonymity.distribution(ten, threshold)).toEqual({ 1: 1, 2: 2, 3: 3, 4: 2, 5: 2 })
  })
  it("inside a group is shown from three sharers on", () =>
    expect([2, 3].map((sharers) => Anonymity.isShownInside(sharers, settings.sharersAtLeast))).toEqual([false, true]))
})

describe("a trend", () => {
  const people = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => `p${from + n}`)
  const moment = (who: ReadonlyArray<string>, mean: number, answers = who.length, unit = "midden") => ({ unit, people: who, answers, mean })
  const arrow = (before: Anonymity.Moment, after: Anonymity.Moment) => Anonymity.trend(before, after, threshold)
  it("points where at least half a point changed", () => {
    expect(arrow(moment(people(0, 6), 3), moment(people(0, 6), 3.5))).toBe("Up")
    expect(arrow(moment(people(0, 6), 3.5), moment(people(0, 6), 3))).toBe("Down")
    expect(arrow(moment(people(0, 12), 3), moment(people(0, 12), 3.4))).toBeUndefined()
  })
  it("is not drawn with fewer than five answers on either side, or between two units", () => {
    expect(arrow(moment(people(0, 6), 3, 5), moment(people(0, 6), 4, 4))).toBeUndefined()
    expect(arrow(moment(people(0, 6), 3), moment(people(0, 6), 4, 6, "boven"))).toBeUndefined()
  })
  it("never tells what one or two people changed, over any row of measurements of a small unit", () => {
    for (let size = 5; size < 10; size++) {
      for (let left = 0; left <= 2; left++) {
        for (let joined = left === 0 ? 1 : 0; joined <= 2; joined++) {
          expect(arrow(moment(people(0, size), 2), moment(people(left, size + joined), 4))).toBeUndefined()
        }
      }
    }
    expect(arrow(moment(people(0, 10), 2), moment(people(0, 11), 4))).toBe("Up")
    expect(arrow(moment(people(0, 8), 2), moment(people(3, 11), 4))).toBe("Up")
  })
})
