import { Pack } from "@groeikring/core"
import { Schema } from "effect"
import { describe, expect, it } from "vitest"
import {
  cao,
  caoFacts,
  conversationTypes,
  developmentBlocks,
  frameworks,
  functionProfiles,
  holidays,
  pack,
  pulses,
  retention,
  scales,
  settings,
  settingSources,
  terms,
  themes
} from "../src/index.ts"

const hours = (minutes: number | undefined) => (minutes ?? Number.NaN) / 60
const names = (competences: ReadonlyArray<Pack.Competence>) => competences.map(({ name }) => name.nl)

describe("the pack", () => {
  it("is whole, and holds together", () => {
    expect(Schema.decodeSync(Pack.Pack, { onExcessProperty: "error" })(pack)).toEqual(pack)
    expect(Pack.findings(pack)).toEqual([])
  })

  it("says of every setting where it comes from", () => {
    expect(Object.keys(settingSources)).toEqual(Object.keys(settings))
    expect(Schema.decodeSync(Schema.Record(Schema.String, Pack.Source))(settingSources)).toEqual(settingSources)
  })
})

describe("[S2.5, S2.6] frameworks and functions", () => {
  it("[S2.7] ship three personal competences as examples, and none of them is asked of anybody", () => {
    const personal = frameworks.flatMap(({ competences }) => competences).filter(({ kind }) => kind === "Personal")
    expect(names(personal)).toEqual(["muziek maken", "autonoom zijn", "experimenteren"])
    for (const profile of functionProfiles) {
      expect(Pack.competencesOf(profile, frameworks).filter(({ kind }) => kind === "Personal")).toEqual([])
    }
  })

  it("[S2.9, S2.10] ask of a teacher and of an administrative worker what the deck names, and more", () => {
    const [teacher, admin] = ["teacher", "admin"].map((id) => functionProfiles.find((profile) => profile.id === id)!)
    expect(names(Pack.competencesOf(teacher!, frameworks))).toEqual([
      "Brede professionele basis",
      "Vakinhoudelijk bekwaam",
      "Vakdidactisch bekwaam",
      "Pedagogisch bekwaam",
      "Interpersoonlijk competent",
      "Pedagogisch competent",
      "Vakinhoudelijk en didactisch competent",
      "Organisatorisch competent",
      "Competent in samenwerken met collega’s",
      "Competent in samenwerken met de omgeving",
      "Competent in reflectie en ontwikkeling",
      "organiseren",
      "leiding geven",
      "begeleiden"
    ])
    expect(names(Pack.competencesOf(admin!, frameworks))).toEqual([
      "structureren",
      "plannen",
      "externe contacten",
      "discretie",
      "digitaal werken",
      "gastvrijheid"
    ])
  })

  it("name a function for every functional competence", () => {
    const nowhere = frameworks
      .flatMap(({ competences }) => competences)
      .filter(({ functions = [], kind }) => kind === "Functional" && functions.length === 0)
    expect(nowhere).toEqual([])
    for (const profile of functionProfiles) expect(Pack.competencesOf(profile, frameworks)).not.toEqual([])
  })

  it("hold one law at a time: the seven competences until 2017, the requirements after", () => {
    const law = (day: string) =>
      Pack.inForce(frameworks, day)
        .map(({ id }) => id)
        .filter((id) => ["sbl-2006-po", "bekwaamheidseisen-2017-po"].includes(id))
    expect(law("2017-07-31")).toEqual(["sbl-2006-po"])
    expect(law("2017-08-01")).toEqual(["bekwaamheidseisen-2017-po"])
    expect(law("2026-11-24")).toEqual(["bekwaamheidseisen-2017-po"])
  })
})

describe("[S6.4] time", () => {
  const year = { sector: "Po", schoolYear: "2025-2026" } as const

  it("adds up for a full-time job: 1659 = 940 + 376 + 83 + 40 + 220", () => {
    const { lines, normMinutes } = Pack.proposal(caoFacts, { ...year, fte: 1 })!
    expect([hours(normMinutes), ...Object.values(lines).map(hours)]).toEqual([1659, 940, 376, 83, 40, 220])
    expect(Object.values(lines).reduce((sum, minutes) => sum + minutes, 0)).toBe(normMinutes)
  })

  it("leaves 136 hours beside a thousand of teaching", () => {
    expect(hours(Pack.proposal(caoFacts, { ...year, fte: 1, teachingHours: 1000 })?.lines.Other)).toBe(136)
  })

  it("is in proportion for who works part-time, and has more for who starts", () => {
    const row = (fte: number, starter = false) => {
      const { lines, maxTeachingMinutes, normMinutes } = Pack.proposal(caoFacts, { ...year, fte, starter })!
      return [normMinutes, maxTeachingMinutes, lines.Professionalisation, lines.Sustainable].map(hours)
    }
    expect(row(1)).toEqual([1659, 940, 83, 40])
    expect(row(0.8)).toEqual([1327.2, 752, 66.4, 32])
    expect(row(0.6)).toEqual([995.4, 564, 49.8, 24])
    expect(row(1, true)).toEqual([1659, 940, 83, 80])
  })

  it("goes by the agreement of the year", () => {
    expect(cao.map(({ savingYears, schoolYear }) => [schoolYear, savingYears])).toEqual([
      ["2019-2020", 3],
      ["2020-2021", 3],
      ["2021-2022", 3],
      ["2022-2023", 3],
      ["2023-2024", 3],
      ["2024-2025", 5],
      ["2025-2026", 5],
      ["2026-2027", 5]
    ])
    const facts = (day: string, fact: Pack.CaoFact["fact"]) =>
      Pack.inForce(caoFacts, day).flatMap((one) => (one.fact === fact ? [`${one.sector} ${one.value}`] : []))
    expect(facts("2019-07-31", "MaxTeachingHours")).toEqual(["Po 930"])
    expect(facts("2019-08-01", "MaxTeachingHours")).toEqual(["Po 940"])
    expect(facts("2022-07-31", "ChoiceHours")).toEqual(["Vo 50"])
    expect(facts("2022-08-01", "ChoiceHours")).toEqual(["Vo 90"])
  })

  it("says nothing where the agreement says not all of it", () => {
    expect(Pack.proposal(caoFacts, { ...year, sector: "Vo", fte: 1 })).toBeUndefined()
    expect(Pack.caoOfYear(caoFacts, "Vo", "2025-2026")).toBeUndefined()
    expect(Pack.caoOfYear(caoFacts, "Po", "2018-2019")).toBeUndefined()
  })

  it("[S6.6, S6.8, S6.14] sets twenty hours aside for development, each for its purpose", () => {
    const earmarks = Pack.earmarks(developmentBlocks[0]!)
    expect(earmarks).toEqual([
      { purpose: "PopWork", minutes: 120 },
      { purpose: "Session", minutes: 480 },
      { purpose: "Pap", minutes: 120 },
      { purpose: "Talk", minutes: 180 },
      { purpose: "Pause", minutes: 300 }
    ])
    expect(earmarks.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(1200)
  })
})

describe("what else a school begins with", () => {
  it("[S6.9, S6.12] talks of equal standing, but for the appraisal, which alone has legal effect", () => {
    expect(conversationTypes.map(({ equalStanding, id, legalEffect }) => [id, equalStanding, legalEffect])).toEqual([
      ["GoalSetting", true, false],
      ["Pop", true, false],
      ["Progress", true, false],
      ["Performance", true, false],
      ["Appraisal", false, true],
      ["Career", true, false]
    ])
    expect(conversationTypes.filter(({ deck }) => deck).map(({ name }) => name.nl)).toEqual([
      "voortgangsgesprek",
      "functioneringsgesprek",
      "loopbaangesprek (loopbaanbezinning en zingeving)"
    ])
  })

  it("[S6.10, S8.9, S8.12, S8.15, S8.16] a pulse with one question for a need and two for a result", () => {
    const [pulse] = pulses
    const asked = scales.map(({ id }) => [id, pulse!.items.filter(({ scale }) => scale === id).length])
    expect(asked).toEqual([
      ["Autonomy", 1],
      ["Relatedness", 1],
      ["Competence", 1],
      ["SelfWorth", 1],
      ["Result1", 2],
      ["Result2", 2],
      ["Result3", 2],
      ["Result4", 2]
    ])
    expect(pulse!.answers.map(({ value }) => value)).toEqual([1, 2, 3, 4, 5])
  })

  it("[S1.3] class management as the example of a theme", () => expect(themes.map(({ id }) => id)).toEqual(["klassenmanagement"]))

  it("terms for keeping that say what the settings do", () => {
    const { afterNextSessionDays, atMostDays } = settings.sessionRetention
    expect(retention.find(({ id }) => id === "session-items")?.terms).toEqual([
      { after: "NextSession", count: afterNextSessionDays, unit: "Days" },
      { after: "SessionHeld", count: atMostDays, unit: "Days" }
    ])
  })

  it("settings that say what the agreement says", () => {
    const said = (fact: Pack.CaoFact["fact"]) => caoFacts.find((one) => one.fact === fact)?.value
    expect(settings.popYears).toBe(said("PopYears"))
  })

  it("holidays in which none of the eight sessions of the story falls", () => {
    const north = holidays.find(({ region }) => region === "North")!
    const sessions = [
      "2025-09-09",
      "2025-10-07",
      "2025-11-18",
      "2026-01-13",
      "2026-02-10",
      "2026-03-24",
      "2026-05-12",
      "2026-06-16"
    ]
    expect(sessions.filter((day) => north.holidays.some(({ from, to }) => from <= day && day <= to))).toEqual([])
  })

  it("[S0.1, S2.12, S5.8, S8.2] the words of the field, in which intervision is the way and collegial coaching the form", () => {
    const means = (id: string) => terms.find((term) => term.id === id)?.means.en
    expect(means("CollegialCoaching")).toBe("colleagues coach each other; intervision is one method")
    expect(means("Intervision")).toMatch(/^structured peer consultation/)
    expect(terms.find(({ id }) => id === "Competence")?.term.nl).toBe("competentie, kwaliteit of talent")
    expect(terms.find(({ id }) => id === "AdaptiveEducation")?.means.en).toBe("education from the same needs in pupils (Stevens)")
    expect(terms.length).toBe(79)
  })
})
