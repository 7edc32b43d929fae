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

  it.each([
    ["choices", pack.choices],
    ["competences", undefined],
    ["instruments", pack.instruments],
    ["assumptions", pack.assumptions],
    ["terms", pack.terms]
  ] as const)("hears that something of the %s is there twice", (name, all) => {
    const [first] = all ?? framework!.competences
    const twice =
      all === undefined
        ? { frameworks: [...pack.frameworks, { ...framework!, id: "again", competences: [{ ...framework!.competences[0]!, resembles: [] }] }] }
        : { [name]: [...all, first!] }
    expect(Pack.findings({ ...pack, ...twice })).toEqual([`${name}: ${first!.id} is there twice`])
  })

  it("hears that a competence of a function, an extra question, or a choice made first is not right", () => {
    const [profile] = pack.functionProfiles.filter(({ own }) => own.length > 0)
    expect(Pack.findings({ ...pack, functionProfiles: pack.functionProfiles.map((one) => (one === profile ? { ...one, own: [...one.own, one.own[0]!] } : one)) }))
      .toEqual([`competences: ${profile!.own[0]!.id} is there twice`])
    const extra = { ...pulse!.items[0]!, id: "nog-iets", scale: "Shoe" }
    expect(Pack.findings({ ...pack, pulses: [{ ...pulse!, extra: [extra, { ...pulse!.items[0]! }] }] as never })).toEqual([
      `pulses: pop-puls: ${pulse!.items[0]!.id} is there twice`,
      "pulses: pop-puls names Shoe, which is not there"
    ])
    expect(Pack.findings({ ...pack, choices: [{ ...pack.choices[0]!, first: ["guessing"] }] })).toEqual([`choices: ${pack.choices[0]!.id} names guessing, which is not there`])
  })

  it.each(["developmentBlocks", "conversationTypes", "retention", "frameworks", "functionProfiles"] as const)(
    "hears that two of the %s of one name hold on the same day",
    (name) => {
      const [first] = pack[name]
      const later = { ...first!, validFrom: "2090-08-01", ...(name === "frameworks" && { competences: [] }), ...(name === "functionProfiles" && { own: [] }) }
      expect(Pack.findings({ ...pack, [name]: [...pack[name], later] })).toEqual([
        `${name}: ${first!.id} from ${first!.validFrom} and from 2090-08-01 hold on the same day`
      ])
    }
  )

  it("hears that something is kept otherwise than it is said, and what has no term", () => {
    const terms = (id: string, changed: Partial<Pack.Retention["terms"][number]>) =>
      pack.retention.map((one) => (one.id === id ? { ...one, terms: one.terms.map((term) => ({ ...term, ...changed })) } : one))
    const found = (retention: ReadonlyArray<Pack.Retention>) => Pack.findings({ ...pack, retention })
    expect(found(terms("pap", { count: 3, unit: "Days" }))).toEqual([`settings: papKeptDays is ${pack.settings.papKeptDays} and retention says 3`])
    expect(found(terms("pap", { count: 2, unit: "Years" }))).toEqual([`settings: papKeptDays is ${pack.settings.papKeptDays} and retention says 730`])
    expect(found(terms("access-log", { count: 2, unit: "Years" }))).toEqual([
      `settings: accessLogMonths is ${pack.settings.accessLogMonths} and retention says 24`
    ])
    expect(found(terms("access-log", { count: 7, unit: "Months" }))).toEqual([
      `settings: accessLogMonths is ${pack.settings.accessLogMonths} and retention says 7`
    ])
    expect(found(terms("appraisals", { count: 1, unit: "Days" }))).toEqual([
      "retention: conversation-reports and appraisals are kept differently, and the file has one term"
    ])
    expect(found(pack.retention.filter(({ id }) => id !== "pap"))).toEqual([
      "retention: The retention of this pack has no term for pap after Reviewed. Add one."
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
    // A day on its own is no mistake.
    expect(facts(until("2016-08-01"))).toEqual([])
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

describe("what a pack says of a year", () => {
  const po = { sector: "Po" as const, schoolYear: "2025-2026", fte: 1 }
  const say = (change: Partial<Pack.CaoFact> & { readonly fact: Pack.CaoFact["fact"] }): Pack.CaoFact => ({ ...fact!, sector: "Po", validFrom: "2025-08-01", validTo: "2026-07-31", ...change })
  const facts = [
    say({ fact: "NormHours", value: 1659 }), say({ fact: "MaxTeachingHours", value: 940 }), say({ fact: "SavingYears", value: 5 }), say({ fact: "PrepShare", value: 0.4 }),
    say({ fact: "ProfessionalisationHours", value: 83 }), say({ fact: "SustainableHours", value: 40 }), say({ fact: "SustainableStarterHours", value: 30 }),
    say({ fact: "NormHours", value: 1, sector: "Vo" })
  ]
  const without = (one: Pack.CaoFact["fact"]) => facts.filter(({ fact }) => fact !== one)

  it("holds from its first day to its last, and for ever when it names none", () => {
    const entry = { validFrom: "2025-08-01", validTo: "2026-07-31" }
    const found = (one: { readonly validFrom: string; readonly validTo?: string }, day: string) => Pack.inForce([one], day).length
    expect(["2025-07-31", "2025-08-01", "2026-07-31", "2026-08-01"].map((day) => found(entry, day))).toEqual([0, 1, 1, 0])
    expect(["2025-07-31", "2099-01-01"].map((day) => found({ validFrom: "2025-08-01" }, day))).toEqual([0, 1])
  })

  it("measures a year task in minutes, by the agreement of its sector and year, and by none that is not whole", () => {
    expect(Pack.caoOfYear(facts, "Po", "2025-2026")).toEqual({ schoolYear: "2025-2026", cao: "CAO PO", normMinutes: 1659 * 60, maxTeachingMinutes: 940 * 60, savingYears: 5 })
    expect(Pack.caoOfYear(facts, "Vo", "2025-2026")).toBeUndefined()
    expect(Pack.caoOfYear(facts, "Po", "2026-2027")).toBeUndefined()
    for (const one of ["NormHours", "MaxTeachingHours", "SavingYears"] as const) expect(Pack.caoOfYear(without(one), "Po", "2025-2026")).toBeUndefined()
  })

  it("proposes a year task that adds up: the rest is for other work", () => {
    const hours = ({ lines, ...rest }: Pack.Proposal) => ({ ...rest, lines: Object.values(lines).map((minutes) => minutes / 60) })
    expect(hours(Pack.proposal(facts, po)!)).toEqual({ normMinutes: 1659 * 60, maxTeachingMinutes: 940 * 60, lines: [940, 376, 83, 40, 220] })
    expect(hours(Pack.proposal(facts, { ...po, starter: true })!).lines).toEqual([940, 376, 83, 70, 190])
    expect(hours(Pack.proposal(facts, { ...po, teachingHours: 800 })!).lines).toEqual([800, 320, 83, 40, 416])
    expect(hours(Pack.proposal(facts, { ...po, fte: 0.5 })!).lines).toEqual([470, 188, 41.5, 20, 110])
    for (const one of ["NormHours", "MaxTeachingHours", "PrepShare", "ProfessionalisationHours", "SustainableHours"] as const) {
      expect(Pack.proposal(without(one), po)).toBeUndefined()
    }
    expect(Pack.proposal(without("SustainableStarterHours"), po)).toBeDefined()
    expect(Pack.proposal(without("SustainableStarterHours"), { ...po, starter: true })).toBeUndefined()
  })

  it("adds up the minutes of a development block by what they are for", () => {
    const [block] = pack.developmentBlocks
    const part = block!.parts[0]!
    const parts = [{ ...part, purpose: "Session" as const, count: 8, minutes: 60 }, { ...part, purpose: "Pause" as const, count: 20, minutes: 15 }, { ...part, purpose: "Session" as const, count: 1, minutes: 120 }]
    expect(Pack.earmarks({ ...block!, parts })).toEqual([{ purpose: "Session", minutes: 600 }, { purpose: "Pause", minutes: 300 }])
  })

  it("asks of a function what is for everybody, for that function, and of its own; never an example", () => {
    const one = (id: string, more: Partial<Pack.Competence> = {}): Pack.Competence => ({ id, kind: "Functional", name: { nl: id, en: id }, behaviours: [], ...more })
    const competences = [one("all"), one("teacher", { functions: ["teacher"] }), one("coach", { functions: ["coach"] }), one("example", { kind: "Personal" as Pack.Competence["kind"] })]
    const profile = { ...pack.functionProfiles[0]!, id: "teacher" as Pack.FunctionProfile["id"], frameworks: ["x"], own: [one("own")] }
    expect(Pack.competencesOf(profile, [{ ...framework!, id: "x", competences }, { ...framework!, id: "y", competences: [one("elsewhere")] }]).map(({ id }) => id)).toEqual(["all", "teacher", "own"])
  })

  it.each(["methods", "choices", "cao", "holidays", "scales", "instruments", "themes", "terms"] as const)("hears that one of its %s is there twice", (part) => {
    const [first] = pack[part] as ReadonlyArray<object>
    expect(Pack.findings({ ...pack, [part]: [...pack[part], first!] }).some((finding) => finding.startsWith(`${part}: `) && finding.endsWith("is there twice"))).toBe(true)
  })

  it.each(["frameworks", "functionProfiles", "caoFacts"] as const)("hears that two of its %s hold at once", (part) => {
    const [first] = pack[part] as ReadonlyArray<object>
    expect(Pack.findings({ ...pack, [part]: [...pack[part], first!] }).some((finding) => finding.startsWith(`${part}: `))).toBe(true)
  })
})
