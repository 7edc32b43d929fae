import { english, Glossary, Pack } from "@groeikring/core"
import { Schema } from "effect"
import { describe, expect, it } from "vitest"
import {
  assumptions,
  cao,
  caoFacts,
  conversationTypes,
  deckLines,
  developmentBlocks,
  dutch,
  frameworks,
  functionProfiles,
  holidays,
  instruments,
  labels,
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
/** Every text in something, whatever it is in. */
const textsIn = (value: unknown): ReadonlyArray<string> =>
  typeof value === "string" ? [value] : typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : []
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

  it("[S8.9, S8.10, S8.12, S8.13, S8.14, S8.15, S8.16, S8.17, S8.18] a question in our own words for what each result says", () => {
    const asks = (scale: Pack.Scale["id"]) => pulses[0]!.items.filter((item) => item.scale === scale).map(({ text }) => text.nl)
    const result = (scale: Pack.Scale["id"]) => scales.find(({ id }) => id === scale)!.name.nl
    expect(result("Result1")).toContain("zelfvertrouwen en zelfbewustzijn")
    expect(asks("Result1")).toEqual([
      "Ik kan mijn sterke en zwakke kanten goed benoemen.",
      "Ik ben trots op iets wat me de laatste weken is gelukt."
    ])
    // Own development and learning, and the career; and whether something was really tried.
    expect(asks("Result2")).toEqual([
      "Ik stuur mijn eigen ontwikkeling en loopbaan.",
      "Ik heb na de laatste bijeenkomst echt iets anders geprobeerd."
    ])
    // Receiving, and giving.
    expect(asks("Result3")).toEqual([
      "Collega’s helpen mij verder met vragen uit mijn werk.",
      "Ik help collega’s verder met hun vragen."
    ])
    expect(result("Result4")).toBe("plezier, enthousiasme en steun in het werk")
    expect(asks("Result4")).toEqual(["Ik heb plezier in mijn werk.", "Ik voel me gesteund in mijn werk."])
  })

  it("[S8.17] enthusiasm by the questionnaire of others where a school has its licence, and never by their items", () => {
    const uwes = instruments.find(({ id }) => id === "uwes")!
    expect(uwes).toMatchObject({ measures: ["Result4"], needsLicence: true })
    expect(settings.ownInstruments).not.toContain("uwes")
    expect(Object.keys(Pack.Instrument.fields)).not.toContain("items")
  })

  it("[S5.1, S5.2] a question for the need to be with others, and one for the need to be able, which is in the words of the zone", () => {
    const ask = (scale: Pack.Scale["id"]) => pulses[0]!.items.find((item) => item.scale === scale)!.text.en
    expect(ask("Relatedness")).toBe("I do not stand alone; there is real time for each other.")
    expect(ask("Competence")).toBe("I work on things just within reach and notice that I grow.")
  })

  it("[S5.6] wellbeing as an assumption with its source, and happiness as a promise nowhere", () => {
    expect(assumptions.map(({ id, source }) => [id, source.mark])).toEqual([["wellbeing", "Found"]])
    expect(textsIn({ pack, dutch, english }).filter((text) => /\bgeluk(?:kig)?\b|\bhappi|\bhappy\b/iu.test(text))).toEqual([])
  })

  it("[S0.4] nothing of the page around the presentation of 2003", () => {
    const page = [
      "De presentatie wordt gedownload. Even geduld",
      "Intervisie = letterlijk",
      "",
      "  Verwante presentaties",
      'Download ppt "Intervisie"',
      "Ads door Google",
      "een middel om aan IPB te doen"
    ]
    expect(deckLines(page.join("\r\n"))).toEqual(["Intervisie = letterlijk", "een middel om aan IPB te doen"])
    expect(deckLines("")).toEqual([])
    const texts = textsIn({ pack, dutch, english })
    expect(texts.length).toBeGreaterThan(3000)
    expect(texts.filter((text) => deckLines(text).length === 0 && text !== "")).toEqual([])
  })

  it("[S2.12] names for a competence, of which a school chooses one", () => {
    const ours = Glossary.calling(dutch, labels.nl.talent)
    expect(Glossary.word(dutch, "Pap", "fields", "competenceRef")).toBe("competentie")
    expect(Glossary.word(ours, "Pap", "fields", "competenceRef")).toBe("talent")
    expect(Glossary.word(Glossary.calling(dutch, labels.nl.kwaliteit), "Intervision", "help", "NameCompetence")).toBe(
      "Welke kwaliteit vandaag aan bod kwam. Alleen welke blijft bewaard, niets van wat er gezegd is."
    )
    expect(Glossary.calling(dutch, labels.nl.competentie).machines.Pap.fields).toEqual(dutch.machines.Pap.fields)
    // What a refusal says is said in those words too, and no competence is left anywhere but in longer words.
    expect(textsIn(ours).filter((text) => /(?<![\p{L}-])competenties?(?![\p{L}-])/iu.test(text))).toEqual([])
    expect(ours.language).toBe("nl")
  })

  it("[S6.10] a pulse with one question for a need and two for a result", () => {
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
      ["Result4", 2],
      ["LivingPop", 0]
    ])
    expect(pulse!.extra?.map(({ scale }) => scale)).toEqual(["LivingPop"])
    expect(pulse!.answers.map(({ value }) => value)).toEqual([1, 2, 3, 4, 5])
  })

  it("[S1.3] class management as the example of a theme", () => expect(themes.map(({ id }) => id)).toEqual(["klassenmanagement"]))

  it("terms for keeping, in days, from which the settings are read; and each says its numbers in words", () => {
    const {
      accessLogMonths,
      eraseAfterLeavingDays,
      fileKeptDays,
      papKeptDays,
      rawAnswersDays,
      sessionRetention,
      wagesKeptDays,
      yearTaskKeptDays
    } = settings
    expect({
      accessLogMonths,
      eraseAfterLeavingDays,
      fileKeptDays,
      papKeptDays,
      rawAnswersDays,
      sessionRetention,
      wagesKeptDays,
      yearTaskKeptDays
    }).toEqual({
      sessionRetention: { afterNextSessionDays: 14, atMostDays: 90 },
      papKeptDays: 365,
      eraseAfterLeavingDays: 30,
      fileKeptDays: 730,
      yearTaskKeptDays: 730,
      wagesKeptDays: 2555,
      rawAnswersDays: 30,
      accessLogMonths: 12
    })
    for (const { id, says, terms } of retention.filter(({ id }) => id !== "case-text")) {
      for (const { count } of terms)
        for (const said of Object.values(says)) expect([id, said]).toEqual([id, expect.stringContaining(String(count))])
    }
  })

  it("one place for them: who changes a term and not the setting, or the other way, is told; and so is who leaves one out", () => {
    const changed = (id: string, count: number) =>
      retention.map((one) => (one.id === id ? { ...one, terms: one.terms.map((term) => ({ ...term, count })) } : one))
    expect(Pack.findings({ ...pack, settings: { ...settings, papKeptDays: 90 } })).toEqual([
      "settings: papKeptDays is 90 and retention says 365"
    ])
    expect(Pack.findings({ ...pack, retention: changed("pulse-answers", 7) })).toEqual([
      "settings: rawAnswersDays is 30 and retention says 7"
    ])
    const board = changed("pulse-answers", 7)
    expect(Pack.findings({ ...pack, retention: board, settings: { ...settings, ...Pack.keeping(board) } })).toEqual([])
    expect(Pack.findings({ ...pack, retention: changed("appraisals", 3) })).toEqual([
      "retention: conversation-reports and appraisals are kept differently, and the file has one term"
    ])
    expect(Pack.findings({ ...pack, retention: retention.filter(({ id }) => id !== "pap") })).toEqual([
      "retention: The retention of this pack has no term for pap after Reviewed. Add one."
    ])
  })

  it("terms for what is on the sheet of a session", () => {
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
