/** Story 5: the time it takes, the numbers that may be shown, and what stays when somebody leaves. */
import { house } from "@groeikring/cli"
import { Anonymity, Machine, overviews, Pulse } from "@groeikring/core"
import { cao, caoFacts, settings } from "@groeikring/pack-nl"
import { houseOf, reports } from "@groeikring/reporting"
import { personalFile } from "@groeikring/storage"
import { Result } from "effect"
import { expect, it } from "vitest"
import type { Plain, Year } from "../year.ts"

const hours = 60
const partTimes = { anneke: 1, bram: 0.8, carla: 0.6, dirk: 1, esra: 0.8, femke: 1 }
const momentOf = (instant: string) => Math.floor(Date.parse(instant) / 60_000)
/** What the collective agreement says of a full job in the year of the story. */
const inCao = (fact: string) =>
  caoFacts.find((one) => one.fact === fact && one.sector === "Po" && (one.validTo ?? "9") > "2025-09")?.value ?? Number.NaN

export const ending = (year: Year) => {
  const [hilde, carla, anneke] = [year.as("p-hilde"), year.as("p-carla"), year.as("p-anneke")]
  const of = (line: string, { lines }: Plain) => lines.find((one: Plain) => one["line"] === line).minutes

  it("5.1 Carla's year task of 995.4 hours takes at most 564 of teaching, adds up, and has time for development", async () => {
    for (const [name, fte] of Object.entries(partTimes)) {
      const task = await year.as(`p-${name}`).show("TimeBudget", `jaartaak-${name}`)
      const starter = name === "femke" ? inCao("SustainableStarterHours") : 0
      expect([name, task["normMinutes"], of("Teaching", task), of("Professionalisation", task), of("Sustainable", task)]).toEqual(
        [
          name,
          ...[1659 * fte, 940 * fte, inCao("ProfessionalisationHours") * fte, inCao("SustainableHours") * fte + starter].map(
            (n) => Math.round(n * hours)
          )
        ]
      )
    }
    const carlas = await carla.show("TimeBudget", "jaartaak-carla")
    expect(["Professionalisation", "Sustainable"].map((line) => of(line, carlas) / hours)).toEqual([49.8, 24])

    const draft = { machine: "TimeBudget", id: "opzet-carla" } as const
    await year.after({ ...draft, expect: "TeachingOverMax" })
    expect(year.lastRefusal()).toMatchObject({ max: 564 * hours })
    expect(of("Teaching", await hilde.show("TimeBudget", "opzet-carla"))).toBe(570 * hours)
    await year.after({ ...draft, expect: "BudgetNotBalanced" })
    expect(year.lastRefusal()).toMatchObject({ sum: 990 * hours, expected: 995.4 * hours })
    await year.after({ ...draft, expect: "NoTimeForDevelopment" })
    expect(year.lastRefusal()).toMatchObject({ _tag: "NoTimeForDevelopment" })
    expect(await hilde.show("TimeBudget", "opzet-carla")).toMatchObject({ _tag: "Draft" })
  })

  it("5.2 twenty hours are 40.2% of Carla's hours for schooling, and she and Hilde see that before they agree", async () => {
    await year.before({ machine: "RosteredMoment", id: "pauze-1" })
    for (const viewer of [carla, hilde]) {
      expect(await viewer.show("TimeBudget", "opzet-carla")).toMatchObject({ _tag: "Proposed", attendance: "Full" })
      const said = JSON.stringify(
        await year.ask((school) =>
          reports["year-task"].make({
            school,
            viewer: viewer.viewer(),
            id: "opzet-carla",
            language: "nl",
            house: houseOf({ school: "obs De Zwaluw" }),
            sources: house
          })
        )
      )
      expect(said).toContain("40,2%")
    }
  })

  it("5.3 the fifth meeting got another day in time, a pause has no agenda, and 14 of 20 were held: 0.70", async () => {
    await year.after({ machine: "RosteredMoment", id: "pauze-1", expect: "MomentHasAgenda" })
    await year.after({ machine: "RosteredMoment", id: "pauze-19", do: "Hold" })
    const facts = await hilde.history("RosteredMoment", "s5")
    expect(facts.map(({ _tag }) => _tag)).toEqual([
      "MomentProposed",
      "MomentRostered",
      "MomentDisplaced",
      "MomentReRostered",
      "MomentHeld"
    ])
    const displaced = facts[2]!
    expect(displaced["rosterBefore"] - displaced["displacedAt"]).toBe(21 * 24 * hours)
    expect(facts[3]).toMatchObject({ on: "2026-02-17" })
    expect(momentOf("2026-02-17T15:30:00+01:00")).toBeLessThan(displaced["rosterBefore"])
    expect((await hilde.show("Programme", "groeien-2025"))["breaches"]).toBe(0)

    const endOfJune = year.as("p-hilde", momentOf("2026-06-30T16:00:00+02:00"))
    const { pauses } = await year.ask(({ overview }) =>
      overview(overviews.ProgrammeIndicators, "groeien-2025", endOfJune.viewer())
    )
    expect(pauses).toEqual({ _tag: "Told", share: 0.7, of: 20 })
    for (const name of Object.keys(partTimes)) {
      const { booked } = await year.as(`p-${name}`).show("TimeBudget", `jaartaak-${name}`)
      const minutes = booked.reduce((sum: number, one: Plain) => (one["purpose"] === "Pause" ? sum + one["minutes"] : sum), 0)
      expect([name, minutes]).toEqual([name, 14 * 15])
    }
  })

  it("5.4 five of six answered in October, and their means are shown in half points because they and the council said so", async () => {
    const pulse = await hilde.show("Pulse", "puls-oktober")
    expect(pulse).toMatchObject({
      _tag: "Reported",
      groupId: "g-midden",
      reportOutside: true,
      consent: "brief-pmr-2025-10-07",
      agreed: Object.keys(partTimes).map((name) => `p-${name}`),
      units: [{ id: "middenbouw" }],
      arrows: []
    })
    expect(pulse["units"][0].people.length).toBe(6)
    const means: ReadonlyArray<Plain> = pulse["means"]
    expect(new Set(means.map(({ unit }) => unit))).toEqual(new Set(["middenbouw", null]))
    expect(new Set(means.map(({ scale }) => scale)).size).toBe(8)
    for (const { answers, mean } of means) expect([answers, mean * 2]).toEqual([5, Math.round(mean * 2)])
    // Of what somebody answered there is nothing to see, for nobody.
    for (const person of ["p-anneke", "p-hilde", "p-kees", "p-lies", "p-joke"]) {
      expect(await year.as(person).list("PulseAnswers")).toEqual([])
    }
  })

  it("5.6 a questionnaire of somebody else needs a licence", async () => {
    await year.after({ machine: "Pulse", expect: "LicenceMissing" })
    expect(year.lastRefusal()).toMatchObject({ _tag: "LicenceMissing", instrument: "tses" })
    expect(await year.as("p-kees").list("Pulse")).toEqual(["puls-oktober"])
  })

  it("5.4 four of six answered in June: no number is shown, and no arrow", async () => {
    await year.after({ machine: "Pulse", id: "puls-juni", do: "Close" })
    const { _tag, reason, ...others } = await hilde.show("Pulse", "puls-juni")
    expect([_tag, reason]).toEqual(["Suppressed", "TooFewAnswers"])
    expect(Object.keys(others)).not.toEqual(expect.arrayContaining([expect.stringMatching(/means|arrows|answers/)]))
    expect(JSON.stringify(await hilde.history("Pulse", "puls-juni"))).not.toMatch(/mean"|answers"|trend/)
    // What was answered goes some time after the report, whether or not there was a number in it.
    const due = await year.ask(({ due }) => due(momentOf("2026-07-20T09:00:00Z")))
    expect(due.map(({ command, id }) => `${command} ${id}`)).toEqual(
      expect.arrayContaining(["Purge puls-oktober", "Purge puls-juni"])
    )
  })

  it("5.5 a unit is hidden as well when the total would give another away", () => {
    const shown = (units: Readonly<Record<string, number>>) =>
      Anonymity.gate(
        Object.entries(units).map(([unit, answers]) => ({ unit, invited: answers, answers })),
        settings.anonymity
      )
    expect(shown({ midden: 5 })).toEqual({ units: ["midden"], total: true })
    expect(shown({ midden: 4 })).toEqual({ units: [], total: false })
    expect(shown({ midden: 5, boven: 4, onder: 3 })).toEqual({ units: ["midden"], total: true })
    expect(shown({ midden: 5, boven: 9, onder: 3 })).toEqual({ units: ["boven"], total: true })

    // The same as a pulse of the school that is closed and reported.
    const answered = { midden: 5, boven: 9, onder: 3 }
    const people = (unit: string, many: number) => Array.from({ length: many }, (_, n) => `${unit}-${n}`)
    const closed = {
      _tag: "Closed",
      schoolYear: "2025-2026",
      instrument: "pop-puls",
      items: [{ id: "q1", scale: "Need1" }],
      units: Object.entries(answered).map(([id, many]) => ({ id, people: people(id, many) })),
      agreed: []
    } as const
    const answers = Object.entries(answered).flatMap(([unit, many]) =>
      people(unit, many).map(() => ({ unit, values: { q1: 4 } }))
    )
    const reported = Machine.decide(
      Pulse,
      closed as never,
      { _tag: "Report" },
      {
        actor: Machine.system,
        at: momentOf("2026-06-20T12:00:00Z"),
        answers,
        before: null,
        settings
      }
    )
    expect(Result.getOrThrow(reported)[0]).toMatchObject({
      means: [
        { unit: "boven", answers: 9 },
        { unit: null, answers: 17 }
      ]
    })
  })

  it("5.9 the pilot was looked back on and a group is active, so the programme goes on to the middle term", async () => {
    await year.after({ machine: "Programme", do: "MoveHorizon", expect: "NotEvaluated" })
    expect(await hilde.show("Programme", "groeien-2025")).toMatchObject({ _tag: "Pilot" })
    expect(await hilde.show("PopGroup", "g-midden")).toMatchObject({ _tag: "Active" })
    await year.after({ machine: "Programme", do: "MoveHorizon" })
    expect(await hilde.show("Programme", "groeien-2025")).toMatchObject({ _tag: "MidTerm", evaluation: null })
    expect((await hilde.history("Programme", "groeien-2025")).map(({ _tag }) => _tag).slice(-2)).toEqual([
      "PilotEvaluated",
      "MidTermReached"
    ])
  })

  it("5.8 Anneke saves six hours, for as many years as the agreement allows, and both sign", async () => {
    expect(["2023-2024", "2025-2026"].map((of) => cao.find(({ schoolYear }) => schoolYear === of)?.savingYears)).toEqual([3, 5])
    await year.after({ machine: "TimeBudget", id: "jaartaak-anneke", expect: "SavingTooLong" })
    expect(year.lastRefusal()).toMatchObject({ years: 5 })
    await year.after({ machine: "TimeBudget", id: "jaartaak-anneke", expect: "OwnProposal" })
    expect((await anneke.show("TimeBudget", "jaartaak-anneke"))._tag).toBe("Settling")
    await year.after({ machine: "TimeBudget", id: "jaartaak-anneke", do: "AcceptSettlement" })
    expect(await anneke.show("TimeBudget", "jaartaak-anneke")).toMatchObject({
      _tag: "Settled",
      settlement: { by: "p-anneke", saved: [{ line: "Sustainable", minutes: 6 * hours, years: 3 }] }
    })
  })

  it("5.7 Carla takes a copy, her reading ends on 31 July, her own is erased on 30 August, and her file by 31 July 2028", async () => {
    const talks = ["functionering-carla-maart", "functionering-carla", "beoordeling-carla"]
    // While an objection runs, nobody erases what it is about.
    await year.after({ machine: "Conversation", id: "beoordeling-carla", expect: "RetentionHold" })
    expect((await carla.show("Conversation", "beoordeling-carla"))._tag).toBe("Objected")

    await year.before({ machine: "Staff", do: "EndEmployment", expect: "NotLeavingYet" })
    expect(await carla.show("Portfolio", "map-carla")).toMatchObject({ _tag: "Open", exportedAt: year.at })
    const copy = await year.ask((school) => personalFile(school, house.domain, carla.viewer()))
    expect(JSON.stringify(copy)).toContain("Met de stilteknuffel praatten zij, en luisterde ik.")
    expect((await carla.list("Intervision")).length).toBe(8)

    await year.before({ machine: "Staff", do: "EndEmployment" })
    await year.after({ machine: "Staff", do: "EndEmployment", expect: "NotLeavingYet" })
    await year.after({ machine: "Staff", do: "EndEmployment" })
    expect([await carla.list("PopGroup"), await carla.list("Intervision"), await carla.list("Gop")]).toEqual([[], [], []])
    expect((await anneke.show("PopGroup", "g-midden"))["members"]).not.toContain("p-carla")
    expect((await anneke.show("PopGroup", "g-midden"))["members"].length).toBe(5)

    const due = async (instant: string) =>
      (await year.ask(({ due }) => due(momentOf(instant)))).map(({ command, id }) => `${command} ${id}`)
    const erased = ["Erase profiel-carla", "Erase pop-carla", "Erase map-carla"]
    expect(await due("2026-08-30T14:00:00Z")).not.toEqual(expect.arrayContaining([expect.stringMatching(/^Erase .*-carla$/)]))
    expect(await due("2026-08-30T15:00:00Z")).toEqual(expect.arrayContaining(erased))
    expect((await carla.show("CompetenceProfile", "profiel-carla"))._tag).toBe("Closed")

    await year.after({ tend: "2026-08-30T18:00:00+02:00" })
    for (const [machine, id] of [
      ["CompetenceProfile", "profiel-carla"],
      ["Pop", "pop-carla"],
      ["Portfolio", "map-carla"]
    ] as const) {
      expect([machine, (await carla.show(machine, id))._tag]).toEqual([machine, "Erased"])
    }
    const destroyed = talks.map((talk) => `Destroy ${talk}`)
    expect(await due("2028-07-29T06:00:00Z")).not.toEqual(expect.arrayContaining([expect.stringMatching(/^Destroy /)]))
    expect(await due("2028-07-31T06:00:00Z")).toEqual(expect.arrayContaining(destroyed))
    for (const talk of talks) expect((await hilde.show("Conversation", talk))._tag).not.toBe("Destroyed")

    await year.end("story-5")
    const gone = (await year.facts()).flatMap(({ stream, type }) => (type === "ReportDestroyed" ? [stream.id] : []))
    expect(new Set(gone)).toEqual(new Set(talks))
    for (const talk of talks) expect(await hilde.cannotSee("Conversation", talk)).toBe("NothingToSee")
    expect(await hilde.everything()).not.toContain("Carla liet haar groep meer zelf aan het woord")
  })

  it("its refusals are these", () =>
    expect(year.refusalsIn("story-5")).toEqual([
      "p-hilde Propose: TeachingOverMax",
      "p-hilde Propose: BudgetNotBalanced",
      "p-hilde Propose: NoTimeForDevelopment",
      "p-anneke Propose: MomentHasAgenda",
      "p-kees Design: LicenceMissing",
      "p-hilde MoveHorizon: NotEvaluated",
      "p-anneke ProposeSettlement: SavingTooLong",
      "p-anneke AcceptSettlement: OwnProposal",
      "p-kees DestroyEarly: RetentionHold",
      "p-joke EndEmployment: NotLeavingYet",
      "p-carla ConfirmAttendance: NotAllowed"
    ]))
}
