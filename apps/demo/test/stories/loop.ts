/** Story 2: from a plan to the next meeting and back, three times, until it worked. */
import { house } from "@groeikring/cli"
import { Competence } from "@groeikring/core"
import { Effect } from "effect"
import { expect, it } from "vitest"
import type { Plain, Year } from "../year.ts"

const { settings } = house.packs
const momentOf = (instant: string) => Math.floor(Date.parse(instant) / 60_000)

export const loop = (year: Year) => {
  const femke = year.as("p-femke")
  const ratingOf = async (competence: string): Promise<Competence.Rating> => {
    const { ratings } = await femke.show("CompetenceProfile", "profiel-femke")
    return Competence.current<Competence.Rated>(ratings).find(({ ref }) => ref.competence === competence)!
  }
  const rules = async (person: string) => (await year.as(person).suggestions()).map(({ rule }) => rule.split(" ")[0])

  it("2.1 what Femke learned about order in class is fun, not yet good, and not yet done", async () => {
    await year.before({ machine: "Portfolio", id: "map-femke" })
    const rating = await ratingOf("sbl-4")
    expect(rating).toMatchObject({ fun: 4, skill: 3, learned: true, applied: "None" })
    expect([Competence.quadrant(rating, settings), Competence.learnedNotApplied(rating)]).toEqual(["Growth", true])
    const unrated = await ratingOf("sbl-7")
    expect([Competence.quadrant(unrated, settings), Competence.learnedNotApplied(unrated)]).toEqual(["Unrated", false])
  })

  it("2.2 her plan comes before a new case; she tried, nobody commented, and she goes on with a new plan", async () => {
    await year.after({ machine: "Intervision", id: "s2", do: "OfferCase", expect: "PapReviewFirst" })
    expect(year.lastRefusal()).toMatchObject({ _tag: "PapReviewFirst" })
    await year.before({ machine: "Pap", id: "pap-bram-1", do: "Report" })
    expect(await femke.show("Pap", "pap-femke-1")).toMatchObject({
      _tag: "Continued",
      outcome: "TriedNotWorked",
      learned: "bij de deur werkt, het bord was te vol"
    })
    expect(await femke.show("Pap", "pap-femke-2")).toMatchObject({
      _tag: "Committed",
      newBehaviour: "ik teken één taak op het bord",
      fromSession: "s2",
      dueSession: { id: "s3" }
    })
    expect((await femke.history("Intervision", "s2")).map(({ _tag }) => _tag)).not.toContain("ItemCaptured")
  })

  it("2.3 Carla's plan moves on to s3, and nobody but Carla hears of it", async () => {
    expect(await year.as("p-carla").show("Pap", "pap-carla-1")).toMatchObject({
      _tag: "Committed",
      fromSession: "s1",
      dueSession: { id: "s3", on: "2025-11-18" }
    })
    expect((await year.as("p-carla").history("Pap", "pap-carla-1")).map(({ _tag }) => _tag)).toContain("PapCarriedOver")
    for (const person of ["p-anneke", "p-bram", "p-dirk", "p-esra", "p-femke", "p-hilde", "p-iris", "p-joke"]) {
      expect(await year.as(person).everything()).not.toContain("PapCarriedOver")
      expect(await year.as(person).cannotSee("Pap", "pap-carla-1")).toBe("NothingToSee")
    }
  })

  it("2.4 Bram did not dare; he may drop it, go on or ask a buddy, and nobody else sees that or counts it", async () => {
    await year.after({ machine: "Pap", id: "pap-bram-1", do: "Review", as: "p-bram" })
    const bram = year.as("p-bram")
    expect(await bram.show("Pap", "pap-bram-1")).toMatchObject({ outcome: "NotTried", reason: "Courage" })
    const can = async (pap: string) =>
      Object.entries(await bram.possible("Pap", pap)).flatMap(([command, { can }]) => (can ? [command] : []))
    expect(await can("pap-bram-1")).toEqual(expect.arrayContaining(["Drop", "Continue"]))
    await year.before({ machine: "Pap", id: "pap-bram-2", do: "AskBuddy" })
    expect(await can("pap-bram-2")).toContain("AskBuddy")
    for (const person of ["p-anneke", "p-carla", "p-dirk", "p-esra", "p-femke", "p-hilde", "p-kees", "p-iris"]) {
      const read = await year.as(person).everything()
      // What Femke tried is her own story.
      for (const word of ["NotTried", "Courage", ...(person === "p-femke" ? [] : ["TriedNotWorked"])]) {
        expect([person, read.includes(word)]).toEqual([person, false])
      }
    }
  })

  it("2.5 it worked and was celebrated; nothing of what is suggested is kept before Femke takes it", async () => {
    await year.before({ take: "P7" })
    expect(await femke.show("Pap", "pap-femke-2")).toMatchObject({ _tag: "Closed", outcome: "DoneWorked" })
    expect((await femke.history("Pap", "pap-femke-2")).map(({ _tag }) => _tag)).toContain("SuccessCelebrated")
    const suggested = (await femke.suggestions()).flatMap(({ command, rule }) => (command ? [[rule.slice(0, 2), command]] : []))
    expect(suggested).toEqual(
      expect.arrayContaining([
        ["P7", expect.objectContaining({ _tag: "AcceptSuggestion", kind: "Success" })],
        ["P6", expect.objectContaining({ _tag: "Rate", applied: "Tried" })],
        ["P5", { _tag: "SetProgress", goal: "klassenmanagement", progress: 2 }]
      ])
    )
    expect([await femke.list("PortfolioEntry"), Competence.learnedNotApplied(await ratingOf("sbl-4"))]).toEqual([[], true])
    const progress = async () => (await femke.show("Pop", "pop-femke"))["goals"][0].progress
    expect(await progress()).toBe(1)

    await year.after({ machine: "Pop", id: "pop-femke", do: "SetProgress" })
    expect(await femke.show("PortfolioEntry", "pap-femke-2/success")).toMatchObject({ _tag: "Kept", kind: "Success" })
    const rating = await ratingOf("sbl-4")
    expect([rating.applied, Competence.learnedNotApplied(rating), await progress()]).toEqual(["Tried", false, 3])
    expect(await rules("p-femke")).not.toEqual(expect.arrayContaining(["P6"]))
    expect(await rules("p-femke")).not.toEqual(expect.arrayContaining(["P7"]))
  })

  it("2.6 Femke keeps what Dirk recognises in her, and neither Dirk nor Anneke learns what she took and what not", async () => {
    await year.before({ machine: "CompetenceProfile", id: "profiel-femke", do: "AcceptRecognition", as: "p-femke" })
    const before = [await year.as("p-dirk").everything(), await year.as("p-anneke").everything()]
    await year.before({ machine: "CompetenceProfile", id: "profiel-femke", do: "AcceptRecognition", as: "p-dirk" })
    const { recognitions } = await femke.show("CompetenceProfile", "profiel-femke")
    expect(recognitions.map(({ accepted, by, words }: Plain) => [by, accepted, words])).toEqual([
      ["p-dirk", true, "Daaraan herken ik jou: rustige stem, één opdracht tegelijk."]
    ])
    expect([await year.as("p-dirk").everything(), await year.as("p-anneke").everything()]).toEqual(before)
    // A name that was used says nothing of what became of it.
    const again = (recognition: string) =>
      year.ask(({ send }) =>
        Effect.map(
          Effect.flip(
            send(
              "CompetenceProfile",
              "profiel-femke",
              { _tag: "OfferRecognition", recognition, words: "Nog eens." },
              { actor: "p-dirk", at: year.at }
            )
          ),
          ({ _tag }) => _tag
        )
      )
    expect([await again("r-dirk"), await again("r-anneke")]).toEqual(["RecognitionExists", "RecognitionExists"])
  })

  it("2.7 s4 learns from Femke's success, and she needs no plan after it", async () => {
    await year.after({ machine: "Intervision", id: "s4", do: "Close" })
    expect(await femke.show("Intervision", "s4")).toMatchObject({
      _tag: "Held",
      caseGiver: "p-femke",
      methodId: "learning-from-success"
    })
    expect(await femke.list("Pap")).toEqual(["pap-femke-1", "pap-femke-2"])
  })

  it("2.8 fourteen days after s4 the words of s3 are erased; what happened stays, and so does what Femke kept", async () => {
    const purges = (instant: string) =>
      year.ask(({ due }) => due(momentOf(instant))).then((all) => all.map(({ command, id }) => `${command} ${id}`))
    expect(await purges("2026-01-26T22:00:00Z")).not.toContain("PurgeContent s3")
    expect(await purges("2026-01-27T06:00:00Z")).toContain("PurgeContent s3")
    const words = ["De vader van leerling A", "Wat had je toen het liefst gezegd", "Ik zou beginnen met: vertel"]
    const before = await year.as("p-anneke").everything()
    for (const said of words) expect(before).toContain(said)

    await year.end("story-2")
    for (const person of ["p-anneke", "p-esra", "p-femke"]) {
      const read = await year.as(person).everything()
      for (const said of words) expect([person, said, read.includes(said)]).toEqual([person, said, false])
    }
    const { _tag, attendees, methodId, minutes, on, ...others } = await year.as("p-anneke").show("Intervision", "s3")
    expect({ _tag, attendees: attendees.length, methodId, minutes, on }).toEqual({
      _tag: "Purged",
      attendees: 6,
      methodId: "five-steps",
      minutes: 60,
      on: "2025-11-18"
    })
    expect(Object.keys(others)).not.toEqual(expect.arrayContaining(["items"]))
    expect(await femke.show("PortfolioEntry", "pap-femke-2/success")).toMatchObject({
      title: "ik teken één taak op het bord",
      text: "één taak op het bord is genoeg"
    })
  })

  it("its refusals are these", () =>
    expect(year.refusalsIn("story-2")).toEqual([
      "p-femke AddGoal: GoalWithoutMotivation",
      "p-femke OfferCase: PapReviewFirst",
      "p-dirk CaptureItem: IllegalCommand",
      "p-dirk Review: NotAllowed",
      "p-dirk AcceptRecognition: NotAllowed"
    ]))
}
