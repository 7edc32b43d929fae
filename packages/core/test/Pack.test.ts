import { pack } from "@groeikring/pack-nl"
import { describe, expect, it } from "vitest"
import * as Pack from "../src/Pack.ts"

const [method] = pack.methods
const [framework] = pack.frameworks
const [fact] = pack.caoFacts
const [pulse] = pack.pulses

describe("whoever changes a pack", () => {
  it("hears what is there twice", () => {
    expect(Pack.findings({ ...pack, methods: [...pack.methods, method!], themes: [...pack.themes, ...pack.themes] })).toEqual([
      "methods: pop-group-beerta is there twice",
      "themes: klassenmanagement is there twice"
    ])
  })

  it("hears what is named and not there", () => {
    const unknown: Pack.Competence = {
      id: "own-1",
      kind: "Functional",
      name: { nl: "plannen", en: "planning" },
      behaviours: [],
      functions: ["caretaker"],
      resembles: ["sbl-8"]
    }
    expect(
      Pack.findings({
        ...pack,
        choices: [{ id: "one", about: { nl: "iets", en: "something" }, first: ["incident"], second: ["guessing"] }],
        frameworks: [...pack.frameworks, { ...framework!, id: "own", competences: [unknown] }],
        functionProfiles: pack.functionProfiles.map((profile) =>
          profile.id === "ib" ? { ...profile, frameworks: ["ib-2030"] } : profile
        ),
        scales: pack.scales.filter(({ id }) => id !== "SelfWorth")
      })
    ).toEqual([
      "choices: one names guessing, which is not there",
      "functionProfiles: ib names ib-2030, which is not there",
      "competences: own-1 names caretaker, which is not there",
      "competences: own-1 names sbl-8, which is not there",
      "pulses: pop-puls names SelfWorth, which is not there"
    ])
  })

  it("hears when two numbers hold on the same day, and when one ends before it begins", () => {
    const until = (validTo: string) => ({ ...fact!, validFrom: "2016-08-01", validTo })
    const facts = (...more: ReadonlyArray<Pack.CaoFact>) => Pack.findings({ ...pack, caoFacts: [fact!, ...more] })
    expect(facts(until("2019-07-31"))).toEqual([])
    expect(facts(until("2019-08-01"))).toEqual([
      "caoFacts: Po NormHours from 2019-08-01 and from 2016-08-01 hold on the same day"
    ])
    expect(facts({ ...until("2019-08-01"), sector: "Vo" })).toEqual([])
    expect(facts(until("2016-07-31"))).toEqual(["caoFacts: Po NormHours ends before it begins"])
  })

  it("hears what does not add up in a method, and which holidays meet", () => {
    const [north] = pack.holidays
    const [autumn] = north!.holidays
    expect(
      Pack.findings({
        ...pack,
        methods: [{ ...method!, totalMinutes: 90 }, ...pack.methods.slice(1)],
        holidays: [{ ...north!, holidays: [autumn!, { ...autumn!, from: "2025-10-26", to: "2025-10-27" }] }]
      })
    ).toEqual([
      "methods: pop-group-beerta: the steps take 60 minutes and totalMinutes says 90",
      "holidays: 2025-2026 North: a holiday from 2025-10-18 and from 2025-10-26 hold on the same day"
    ])
  })

  it("may bring a second version of a pulse, after the first", () => {
    const second = { ...pulse!, validFrom: "2027-08-01" }
    expect(Pack.findings({ ...pack, pulses: [{ ...pulse!, validTo: "2027-07-31" }, second] })).toEqual([])
    expect(Pack.findings({ ...pack, pulses: [pulse!, second] })).toEqual([
      "pulses: pop-puls from 2025-08-01 and from 2027-08-01 hold on the same day"
    ])
  })
})
