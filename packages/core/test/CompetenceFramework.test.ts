import { given, tell } from "@groeikring/testkit"
import { pack } from "@groeikring/pack-nl"
import { describe, expect, it } from "vitest"
import { type Followed, today } from "../src/Competence.ts"
import {
  CompetenceFramework, FrameworkFrozen, FunctionMissing, NoCompetencesYet, NoSuccessor, RatedRecently, RegulationNotConsented,
  ReplacementMissing, ReplacementUnknown
} from "../src/CompetenceFramework.ts"
import { FunctionProfile, NothingAsked, NotPublished } from "../src/FunctionProfile.ts"
import * as Machine from "../src/Machine.ts"
import { asStaff, at, bram, day, described, draftFramework, frameworkAt, hilde, kees, lies, own, sbl } from "./growth.ts"

describe("[S2.5, S3.1] a competence in a framework", () => {
  it("has knowledge, skills and attitudes, and as many layers as the framework tells apart", () => {
    const framework = frameworkAt("Draft").state
    expect(framework._tag === "Draft" && framework.competences[0]).toMatchObject({
      knowledge: [{ nl: "kent routines" }],
      skills: [{ nl: "plant tijd en materiaal" }],
      attitudes: [{ nl: "blijft rustig" }],
      behaviours: [{ nl: "houdt overzicht" }],
      personalityAspects: [{ nl: "wil en durft te sturen" }],
      insights: [{ nl: "ziet wat een groep nodig heeft" }]
    })
  })

  it("can be proposed by any colleague, while it is a draft", () => {
    const framework = frameworkAt("Draft")
    framework.does({ _tag: "Propose", described: described("kijken") }, asStaff(bram))
    expect(framework.state).toMatchObject({ proposals: [{ described: { id: "kijken" }, by: bram }] })
    expect(framework.cannot({ _tag: "Propose", described: described("kijken") }, asStaff("p-vreemd"))).toBe("NotAllowed")
  })

  it("[S2.8, S2.9, S2.10] of the presentation of 2003 comes from the pack as it is: for a teacher and for who does administration", () => {
    const deck = pack.frameworks.find(({ id }) => id === "deck-2003")!
    const framework = tell(CompetenceFramework)
    const { basis, competences, name } = deck
    framework.does({ ...draftFramework, framework: deck.id, kind: "Mixed", basis, competences, name }, asStaff(hilde))
    framework.does({ _tag: "Submit" }, asStaff(kees))
    expect(competences.filter(({ functions }) => functions?.includes("teacher")).map(({ name: { nl } }) => nl))
      .toEqual(["organiseren", "leiding geven", "begeleiden"])
    expect(competences.filter(({ functions }) => functions?.includes("admin")).map(({ name: { nl } }) => nl))
      .toEqual(["structureren", "plannen", "externe contacten"])
    // [S2.7] Three examples from daily life, which nobody has to have.
    expect(competences.filter(({ kind }) => kind === "Personal").map(({ name: { nl } }) => nl))
      .toEqual(["muziek maken", "autonoom zijn", "experimenteren"])
  })
})

describe("before it is published", () => {
  it("[S2.6] every functional competence names a function, and there is at least one", () => {
    const empty = tell(CompetenceFramework)
    empty.does({ ...draftFramework, competences: [] }, asStaff(kees))
    given(CompetenceFramework, ...empty.history).when({ _tag: "Submit" }, asStaff(kees)).then(new NoCompetencesYet())
    empty.does({ ...draftFramework, _tag: "Edit", competences: [described("zweven", "zweven", [])] }, asStaff(hilde))
    given(CompetenceFramework, ...empty.history)
      .when({ _tag: "Submit" }, asStaff(kees))
      .then(new FunctionMissing({ competences: ["zweven"] }))
  })

  it("what people are appraised by has the consent of the council", () => {
    const framework = tell(CompetenceFramework)
    framework.does({ ...draftFramework, usedForAppraisal: true }, asStaff(kees))
    framework.does({ _tag: "Submit" }, asStaff(kees))
    given(CompetenceFramework, ...framework.history).when({ _tag: "Publish" }, asStaff(kees)).then(new RegulationNotConsented())
    const consent = { _tag: "Consent", document: "brief-12", on: "2025-08-20" } as const
    expect(framework.cannot(consent, asStaff(hilde))).toBe("NotAllowed")
    framework.does(consent, asStaff(lies))
    // A consent was for the text as it was.
    framework.does({ _tag: "Return" }, asStaff(kees))
    framework.does({ _tag: "Submit" }, asStaff(kees))
    expect(framework.cannot({ _tag: "Publish" }, asStaff(kees))).toBe("RegulationNotConsented")
    framework.does(consent, asStaff(lies))
    framework.does({ _tag: "Publish" }, asStaff(kees))
    expect(framework.state).toMatchObject({ _tag: "Published", consent: { by: lies, document: "brief-12", on: "2025-08-20" } })
  })

  it("what is left out of the new text is gone", () => {
    const framework = tell(CompetenceFramework)
    framework.does({ ...draftFramework, validTo: "2017-07-31" }, asStaff(kees))
    framework.does({ ...draftFramework, _tag: "Edit" }, asStaff(kees))
    expect("validTo" in framework.state).toBe(false)
  })
})

describe("[S4.8] a published version", () => {
  it("never changes: nothing on it is possible but to be followed by another", () => {
    const { state } = frameworkAt("Published")
    expect(Machine.commandsFrom(CompetenceFramework, state)).toEqual(["Supersede"])
    const frozen = new FrameworkFrozen({ framework: "sbl-2006-po", version: 1 })
    given(CompetenceFramework).when(draftFramework, asStaff(kees, { versionExists: true })).then(frozen)
    given(CompetenceFramework, ...frameworkAt("Consulted").history)
      .when({ _tag: "Publish" }, asStaff(kees, { versionExists: true }))
      .then(frozen)
  })

  const before = ["sbl-4", "sbl-6", "sbl-7"]
  const second = { ...draftFramework, version: 2, predecessor: { framework: "sbl-2006-po", version: 1 } } as const

  it("says of every competence before it what replaced it, or that it was dropped", () => {
    const submit = (replacedBy: ReadonlyArray<{ readonly competence: string; readonly by: ReadonlyArray<string> }>) => {
      const framework = tell(CompetenceFramework)
      framework.does({ ...second, replacedBy }, asStaff(kees))
      return given(CompetenceFramework, ...framework.history).when({ _tag: "Submit" }, asStaff(kees, { predecessorCompetences: before }))
    }
    submit([]).then(new ReplacementMissing({ competences: ["sbl-7"] }))
    submit([{ competence: "sbl-7", by: ["sbl-9"] }]).then(new ReplacementUnknown({ competences: ["sbl-9"] }))
    submit([{ competence: "sbl-7", by: [] }]).then({ _tag: "FrameworkSubmitted" })
    submit([{ competence: "sbl-7", by: ["sbl-4", "sbl-6"] }]).then({ _tag: "FrameworkSubmitted" })
  })

  it("is superseded by the version that follows it, and withdrawn when nobody rated themselves by it for a year", () => {
    const successor = { framework: "sbl-2006-po", version: 2 }
    const framework = frameworkAt("Published")
    given(CompetenceFramework, ...framework.history).when({ _tag: "Supersede" }, asStaff("system")).then(new NoSuccessor())
    expect(framework.cannot({ _tag: "Supersede" }, asStaff(kees, { successor }))).toBe("NotAllowed")
    framework.does({ _tag: "Supersede" }, asStaff("system", { successor }))
    given(CompetenceFramework, ...framework.history)
      .when({ _tag: "Withdraw" }, asStaff(kees, { lastRatedAt: at - 365 * day + 1 }))
      .then(new RatedRecently({ days: 365 }))
    framework.does({ _tag: "Withdraw" }, asStaff(kees, { lastRatedAt: at - 365 * day }))
    expect(framework.tag).toBe("Withdrawn")
  })
})

describe("what a rating means today", () => {
  const version = (version: number, competences: ReadonlyArray<string>, replacedBy: Followed["replacedBy"] = []): Followed => ({
    framework: "sbl-2006-po",
    version,
    competences: competences.map((id) => ({ id })),
    replacedBy,
    ...(version > 1 && { predecessor: { framework: "sbl-2006-po", version: version - 1 } })
  })
  const in_ = (version: number, competence: string) => ({ competence, of: { framework: "sbl-2006-po", version } })
  const years = [
    version(1, ["a", "b", "c", "d"]),
    version(2, ["a", "bc", "d1", "d2"], [
      { competence: "b", by: ["bc"] },
      { competence: "c", by: ["bc"] },
      { competence: "d", by: ["d1", "d2"] }
    ]),
    version(3, ["bc", "d"], [
      { competence: "a", by: [] },
      { competence: "d1", by: ["d"] },
      { competence: "d2", by: ["d"] }
    ])
  ]

  it("is followed from version to version: kept, merged, split, dropped", () => {
    expect(today(in_(1, "b"), years)).toEqual([in_(3, "bc")])
    expect(today(in_(1, "c"), years)).toEqual([in_(3, "bc")])
    expect(today(in_(1, "d"), years)).toEqual([in_(3, "d")])
    expect(today(in_(1, "d"), years.slice(0, 2))).toEqual([in_(2, "d1"), in_(2, "d2")])
    expect(today(in_(1, "a"), years)).toEqual([])
    expect(today(in_(3, "d"), years)).toEqual([in_(3, "d")])
    expect(today(own("a"), years)).toEqual([own("a")])
  })

  it("always ends in versions that nothing follows, also where versions were muddled", () => {
    const round = [version(1, ["a"]), version(2, ["a"])].map((one, n, all) => ({ ...one, predecessor: all[1 - n]! }))
    expect(today(in_(1, "a"), round)).toEqual([])
    for (const { competences, version } of years) {
      for (const { id } of competences) {
        for (const { of } of today(in_(version, id), years)) expect(of?.version).toBe(3)
      }
    }
  })
})

describe("[S2.6, S2.11] a function profile", () => {
  const compose = { _tag: "Compose", name: { nl: "leerkracht", en: "teacher" }, function: "teacher", place: "obs De Zwaluw", competences: [sbl("sbl-4")] } as const
  const known = { staff: [bram], leaders: [hilde], hr: [kees], publishedCompetences: [sbl("sbl-4")], at }

  it("is of a function and a place, so that somebody may work under several", () => {
    given(FunctionProfile).when(compose, { ...known, actor: hilde }).then({ ...compose, _tag: "FunctionProfileComposed" })
    for (const missing of ["function", "place"]) {
      expect(JSON.stringify(Machine.commandFrom(FunctionProfile, { ...compose, [missing]: undefined }))).toContain(missing)
    }
  })

  it("asks something, and only what is published", () => {
    given(FunctionProfile).when({ ...compose, competences: [] }, { ...known, actor: kees }).then(new NothingAsked())
    given(FunctionProfile)
      .when({ ...compose, competences: [sbl("sbl-4"), sbl("sbl-9")] }, { ...known, actor: kees })
      .then(new NotPublished({ competences: ["sbl-9"] }))
    expect(tell(FunctionProfile).cannot(compose, { ...known, actor: bram })).toBe("NotAllowed")
  })

  it("can be composed anew, and retired", () => {
    const profile = tell(FunctionProfile)
    profile.does(compose, { ...known, actor: hilde })
    profile.does({ ...compose, place: "obs De Leeuwerik" }, { ...known, actor: hilde })
    profile.does({ _tag: "Retire" }, { ...known, actor: kees })
    expect(profile.state).toEqual({ ...compose, _tag: "Retired", place: "obs De Leeuwerik" })
  })
})
