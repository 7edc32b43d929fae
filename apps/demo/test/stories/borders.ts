/** Story 3: what stays in the group, and what goes along with its owner alone. */
import { house } from "@groeikring/cli"
import { Domain, Names, Privacy } from "@groeikring/core"
import { houseOf, type Kind, reports } from "@groeikring/reporting"
import { personalFile } from "@groeikring/storage"
import { expect, it } from "vitest"
import type { Year } from "../year.ts"

const everybody = ["Anneke", "Bram", "Carla", "Dirk", "Esra", "Femke"]

export const borders = (year: Year) => {
  const hilde = year.as("p-hilde")
  const report = (kind: Kind, id: string, viewer = hilde.viewer()) =>
    year.ask((school) =>
      reports[kind].make({
        school,
        viewer,
        id,
        language: "nl",
        house: houseOf({ school: "obs De Zwaluw" }),
        sources: house
      })
    )
  const words = (value: unknown) => JSON.stringify(value)

  it("3.1 Hilde finds nothing of Femke's plan, and of s2 she gets the hour and that it was held, without names", async () => {
    await year.before({ machine: "ConversationCycle", do: "Propose" })
    const read = await hilde.everything()
    expect(await year.as("p-femke").everything()).toContain("ik teken één taak op het bord")
    for (const word of ["planbord", "pap-femke", "ik teken één taak", "stilteknuffel", "klassenmanagement"]) {
      expect([word, read.includes(word)]).toEqual([word, false])
    }
    expect(await hilde.cannotSee("Pap", "pap-femke-2")).toBe("NothingToSee")
    expect(await hilde.cannotSee("Intervision", "s2")).toBe("NothingToSee")

    const document = await report("rostered", "2025-2026")
    expect(words(document)).toContain('["7 oktober 2025","geweest (15:30, 60 minuten)","bijeenkomst"]')
    for (const name of everybody) expect(words(document)).not.toMatch(new RegExp(name, "i"))
  })

  it("3.2 she puts the lesson visit on the agenda, and his action plan cannot be added", async () => {
    await year.after({ machine: "Conversation", id: "voortgang-bram", expect: "ContentNotShareableToFile" })
    const { _tag, agenda, on } = await hilde.show("Conversation", "voortgang-bram")
    expect([_tag, on, agenda]).toEqual(["AgendaOpen", "2026-01-27", [{ id: "lesbezoek", by: "p-hilde", text: "lesbezoek" }]])
  })

  it("3.3 Bram brings a goal and an entry until 26 February, and takes the entry back; the agreed words stay", async () => {
    const entry = "map-bram/nee-gezegd/b-hilde"
    await year.before({ machine: "Conversation", id: "voortgang-bram", do: "RecordHeld" })
    const opened = await hilde.show("SharedView", entry)
    expect(opened).toMatchObject({ _tag: "Open", text: "Ik zei dat ik er morgen op terugkwam, en het mocht." })
    expect(new Date(opened["until"] * 60_000).toISOString()).toBe("2026-02-26T23:00:00.000Z")
    expect(await hilde.show("SharedView", "pop-bram/d-hilde")).toMatchObject({ part: "rust-groep-4" })
    // The goal that Bram shared with the group is another thing, and the folder itself stays closed.
    expect(await hilde.list("SharedView")).toEqual(["pop-bram/d-hilde", entry])
    expect([await hilde.list("Pop"), await hilde.list("PortfolioEntry")]).toEqual([[], []])

    await year.after({ machine: "PortfolioEntry", do: "RevokeGrant" })
    expect(await hilde.cannotSee("SharedView", entry)).toBe("NothingToSee")
    expect(await hilde.everything()).not.toContain("Ik zei dat ik er morgen op terugkwam")
    expect(await hilde.show("Conversation", "voortgang-bram")).toMatchObject({
      _tag: "Filed",
      signatures: [
        { by: "p-bram", how: "Agreed" },
        { by: "p-hilde", how: "Agreed" }
      ],
      agreements: [
        { by: "Employee", what: "één klassenbezoek bij Dirk" },
        { by: "Employer", what: "2 uur vervanging vóór 1 april", before: "2026-04-01", minutes: 120 }
      ]
    })
  })

  it("3.5 one performance talk is not enough to appraise, and the progress talk does not count", async () => {
    await year.after({ machine: "Conversation", id: "beoordeling-bram" })
    expect(year.lastRefusal()).toMatchObject({ _tag: "AppraisalWithoutPerformanceTalks", held: 1, needed: 2 })
    expect(await hilde.list("Conversation")).toEqual(["voortgang-bram", "functionering-bram"])
  })

  it("3.6 Esra stops: her case is gone at once, no reason is asked, and Hilde sees a meeting like any other", async () => {
    const case_ = ["De ouder van leerling A bleef aan de deur staan", "Wat had je op dat moment nodig"]
    await year.before({ machine: "Intervision", id: "s5", do: "StopSafely" })
    const told = await year.as("p-carla").everything()
    for (const said of case_) expect(told).toContain(said)

    await year.after({ machine: "Intervision", id: "s5", do: "StopSafely" })
    const [stopped] = (await year.as("p-carla").history("Intervision", "s5")).slice(-1)
    expect(stopped).toEqual({ _tag: "SessionStopped", at: year.at })
    expect(await year.as("p-esra").show("Intervision", "s5")).toEqual({
      _tag: "Stopped",
      groupId: "g-midden",
      on: "2026-02-17",
      momentId: "s5",
      attendees: ["p-anneke", "p-bram", "p-carla", "p-dirk", "p-esra", "p-femke"],
      facilitator: "p-dirk",
      minutes: 22,
      endedAt: year.at
    })
    for (const person of ["p-esra", "p-carla", "p-hilde"]) {
      const read = await year.as(person).everything()
      for (const said of case_) expect([person, said, read.includes(said)]).toEqual([person, said, false])
    }
    expect((await year.as("p-esra").suggestions()).map(({ card }) => card)).toContain("Confidant")

    expect(await hilde.everything()).not.toMatch(/Stopped|Confidant|TimeBooked|booked/)
    const { booked } = await year.as("p-carla").show("TimeBudget", "jaartaak-carla")
    expect(booked.slice(-1)).toEqual([{ purpose: "Session", minutes: 60, ref: "s5" }])
    // It was displaced once, before; for the rest it is like the first.
    const { breached: _, displacedAt: __, rosterBefore: ___, ...moment } = await hilde.show("RosteredMoment", "s5")
    const first = await hilde.show("RosteredMoment", "s1")
    expect(moment).toEqual({ ...first, on: "2026-02-17", displacements: 1, inTime: 1 })
  })

  it("3.8 what Femke gets on request is her own and what she said herself, and not what others thought of it", async () => {
    const file = await year.ask((school) => personalFile(school, house.domain, year.as("p-femke").viewer()))
    const said = words(file)
    const machines = new Set(file.things.map(({ machine }) => machine))
    for (const machine of ["CompetenceProfile", "Pop", "Pap", "Portfolio", "PortfolioEntry", "TimeBudget", "Intervision"]) {
      expect([machine, machines.has(machine)]).toEqual([machine, true])
    }
    // Of herself, and in the meeting about her success.
    for (const own of ["ik teken één taak op het bord", "Ik teken één taak, sta bij de deur en zeg niets. Ze gaan zitten."]) {
      expect(said).toContain(own)
    }
    for (const others of ["Rustige stem, één opdracht tegelijk.", "Je vertrouwt erop dat zij het kunnen."]) {
      expect(await year.as("p-femke").everything()).toContain(others)
      expect(said.replaceAll("Daaraan herken ik jou: rustige stem, één opdracht tegelijk.", "")).not.toContain(others)
    }
  })

  it("3.4 the two hours did not come: Bram and Hilde both see it, nobody else does, and it counts", async () => {
    await year.end("story-3")
    // The stop was a meeting: two weeks after it, the words of the one before are gone.
    expect((await year.as("p-femke").show("Intervision", "s4"))._tag).toBe("Purged")
    for (const person of ["p-bram", "p-hilde"]) {
      expect((await year.as(person).show("Conversation", "voortgang-bram"))["missed"]).toEqual(["vervanging"])
      expect((await year.as(person).history("Conversation", "voortgang-bram")).map(({ _tag }) => _tag)).toContain("PromiseMissed")
    }
    for (const person of ["p-anneke", "p-dirk", "p-iris", "p-joke", "p-lies"]) {
      expect(await year.as(person).cannotSee("Conversation", "voortgang-bram")).toBe("NothingToSee")
    }
    // Promises of the school: made, kept, not in time, still running.
    expect(words(await report("promises", "2025-2026"))).toContain('["in een gesprek",1,0,1,0]')
  })

  it("3.7 a first name of the class list is noticed, with a letter to put in its place", () => {
    const typed = "Noor keek weg toen ik haar riep."
    const warnings = Names.suspected(typed, [{ name: "Noor", role: "leerling" }])
    expect(warnings).toMatchObject([{ _tag: "NameSuspected", said: "Noor", proposal: "leerling A" }])
    expect(Names.withProposals(typed, warnings)).toBe("leerling A keek weg toen ik haar riep.")
  })

  it("3.9 there is no way for Kees to ask for a rating", async () => {
    const kees = year.as("p-kees")
    expect(await kees.list("CompetenceProfile")).toEqual([])
    expect(await kees.cannotSee("CompetenceProfile", "profiel-femke")).toBe("NothingToSee")
    expect(await kees.everything()).not.toMatch(/"(fun|skill|applied)"/)
    // Not by a table of who sees what, and not by a command: no machine asks for one on behalf of the employer.
    for (const employer of Privacy.employers) {
      expect(["Grant", "Never"]).toContain(Privacy.mark("Ratings", employer))
    }
    expect(Privacy.mark("Ratings", "Hr")).toBe("Never")
    const asking = Object.values(Domain.domain).flatMap(({ machine: { name, spec } }) =>
      Object.keys(spec.commands)
        .filter((command) => /functiemix|salar|scale|pay|rank|score/i.test(command))
        .map((one) => `${name}.${one}`)
    )
    expect(asking).toEqual([])
  })

  it("its refusals are these", () =>
    expect(year.refusalsIn("story-3")).toEqual([
      "p-hilde Review: NotAllowed",
      "p-kees Start: NotAllowed",
      "p-hilde AddAgendaItem: ContentNotShareableToFile",
      "p-bram AttachEvidence: NotOpenedToThis",
      "p-hilde Plan: AppraisalWithoutPerformanceTalks"
    ]))
}
