/** What is kept of a session, what goes, and what each fact changes. */
import { settings } from "@groeikring/pack-nl"
import { words } from "@groeikring/testkit"
import { describe, expect, it } from "vitest"
import { Intervision } from "../src/Intervision.ts"
import * as Machine from "../src/Machine.ts"
import { anneke, as, at, bram, carla, dirk, esra, femke, methodOf, question, sessionAt, six } from "./session.ts"

const day = 24 * 60

describe("what is kept and what goes", () => {
  it("anyone stops safely without a reason, and nothing of the case is left", () => {
    const session = sessionAt("Asked")
    session.does({ _tag: "StopSafely" }, as(esra, 9))
    expect(session.state).toEqual({
      _tag: "Stopped", groupId: "g", on: "2025-09-09", momentId: "m1", attendees: six, facilitator: dirk, minutes: 9, endedAt: at + 9
    })
    expect(Intervision.spec.events.SessionStopped).toMatchObject({ anonymous: true, forgets: true, payload: { at: expect.anything() } })
    expect(Object.keys(Intervision.spec.commands.StopSafely)).not.toContain("payload")
  })

  it("the author or the case giver takes something off the sheet, nobody else", () => {
    const session = sessionAt("Asked")
    expect(session.cannot({ _tag: "RedactItem", item: "v1" }, as(carla))).toBe("NotYourItem")
    session.does({ _tag: "RedactItem", item: "v1" }, as(bram))
    expect(session.state).toMatchObject({ items: [] })
    const other = sessionAt("Asked")
    expect(other.does({ _tag: "RedactItem", item: "v1" }, as(femke))).toEqual(["ItemRedacted"])
    expect(other.cannot({ _tag: "RedactItem", item: "v9" }, as(femke))).toBe("NotYourItem")
  })

  it("who leaves the group reads no further, also where they were; who joined reads no sheet of before", () => {
    const held = sessionAt("Held").state
    const sees = (actor: string, groupMembers: ReadonlyArray<string>) => {
      const viewer = { ...as(actor), groupMembers }
      return [...Machine.seen(Intervision, held, viewer)]
    }
    expect(sees(femke, six)).toEqual(["Facts", "P1"])
    expect(sees(femke, six.filter((member) => member !== femke))).toEqual([])
    expect(sees("p-later", [...six, "p-later"])).toEqual(["Facts"])
  })

  it("words go fourteen days after the next session, at the latest after ninety; facts remain", () => {
    const purge = { _tag: "PurgeContent" } as const
    const later = (days: number) => 60 + days * day
    const next = at + 28 * day
    const held = sessionAt("Held")
    expect(held.cannot(purge, as(femke, later(99)))).toBe("NotAllowed")
    expect(held.cannot(purge, as("system", later(41), { nextSessionAt: next }))).toBe("SessionStillKept")
    expect(held.cannot(purge, as("system", later(89)))).toBe("SessionStillKept")
    held.does(purge, as("system", later(42), { nextSessionAt: next }))
    expect(held.state).toEqual({
      _tag: "Purged", groupId: "g", on: "2025-09-09", momentId: "m1", attendees: six, facilitator: dirk, minutes: 60, endedAt: at + 60,
      paradeEndedAt: at + 39, methodId: "incident"
    })
    expect(sessionAt("Held").does(purge, as("system", later(90), { nextSessionAt: at + 200 * day }))).toEqual(["SessionContentPurged"])
    expect(settings.sessionRetention).toEqual({ afterNextSessionDays: 14, atMostDays: 90 })
  })
})

describe("every fact of a session changes that alone", () => {
  const capture = (item: string) => ({ _tag: "CaptureItem", item, type: "Question", words: question }) as const
  const told = (station: string, ...steps: ReadonlyArray<(session: ReturnType<typeof sessionAt>) => unknown>) => {
    const session = sessionAt(station)
    const before = session.state
    for (const step of steps) step(session)
    return [before, session.state] as const
  }

  it("who signs off stands beside others who did, and comes back in their place", () => {
    const [before, after] = told("Confirmed", ...[bram, esra, bram].map((person) => (session: ReturnType<typeof sessionAt>) => session.does({ _tag: "SignOff" }, as(person))))
    expect(after).toEqual({ ...before, attendees: [anneke, carla, dirk, femke], signedOff: [esra, bram] })
    const [, back] = told("Confirmed", (session) => session.does({ _tag: "SignOff" }, as(bram)), (session) => session.does({ _tag: "ConfirmAttendance" }, as(bram)))
    expect(back).toMatchObject({ attendees: [anneke, carla, dirk, esra, femke, bram], signedOff: [] })
  })

  it("a theme that is linked is all that changes", () => {
    const [before, after] = told("Planned", (session) => session.does({ _tag: "LinkTheme", themeId: "thema-rust" }, as(anneke)))
    expect(after).toEqual({ ...before, themeId: "thema-rust" })
  })

  it("plans are skipped one by one, and the clock of the opening runs from its minute", () => {
    const session = sessionAt("Opened")
    expect(session.state).toMatchObject({ openedAt: at, clock: { startedAt: at, planned: 0, paused: 0, pausedAt: null, extra: 0, overran: false } })
    session.does({ _tag: "BringPaps" }, as("system", 0, { openPaps: [{ pap: "pap-bram", owner: bram }, { pap: "pap-carla", owner: carla }] }))
    session.does({ _tag: "StartPapReview" }, as(dirk))
    session.does({ _tag: "SkipPapReview", pap: "pap-bram" }, as(bram))
    session.does({ _tag: "SkipPapReview", pap: "pap-carla" }, as(carla))
    expect(session.state).toMatchObject({ skipped: ["pap-bram", "pap-carla"] })
  })

  it("an offer made again takes the place of the one before; a case that was chosen stays when another is taken back", () => {
    const offer = (person: string) => ({ _tag: "OfferCase", caseGiver: person, question }) as const
    const session = sessionAt("ChoosingCase")
    session.does(offer(esra), as(esra))
    session.does(offer(femke), as(femke))
    expect(session.state).toMatchObject({ offers: [{ caseGiver: esra }, { caseGiver: femke }] })
    session.does({ _tag: "ChooseCase", caseGiver: femke }, as(anneke))
    session.does({ _tag: "WithdrawCase" }, as(esra))
    expect(session.state).toMatchObject({ caseGiver: femke, offers: [{ caseGiver: femke }] })
  })

  it("methods that are known stand beside each other, each once", () => {
    const session = sessionAt("Chosen")
    for (const method of ["balint", "u-procedure", "balint"]) session.does({ _tag: "MarkMethodKnown", method }, as(dirk))
    expect(session.state).toMatchObject({ known: ["u-procedure", "balint"] })
  })

  it("items and notes are kept in the order in which they came, and the turn goes on by the others alone", () => {
    const session = sessionAt("Intervision")
    session.does(capture("v1"), as(bram, 5))
    session.does(capture("v2"), as(anneke, 6))
    for (const note of ["n1", "n2"]) session.does({ _tag: "KeepNote", note, words: words("P0", "voor mij", "by") }, as(femke, 7))
    expect(session.state).toMatchObject({ items: [{ id: "v1" }, { id: "v2" }], notes: [{ id: "n1" }, { id: "n2" }], turn: 2 })
    const answering = sessionAt("Chosen")
    answering.does({ _tag: "ChooseMethod", method: "problem-core" }, as(femke, 3, { method: methodOf("problem-core"), sessionsHeld: 3 }))
    answering.does({ _tag: "StartIntervision" }, as(dirk, 4))
    answering.does({ ...capture("v1"), type: "CaseSummary" }, as(femke, 5))
    expect(answering.state).toMatchObject({ items: [{ id: "v1", by: femke }], turn: 0 })
  })

  it("a step that overran is noted on the clock as it runs, and more time takes that back", () => {
    const session = sessionAt("Intervision")
    const before = session.state._tag === "Intervision" ? session.state.clock : undefined
    session.does({ _tag: "NoteOverrun" }, as("system", 100))
    expect(session.state).toMatchObject({ clock: { ...before, overran: true } })
    session.does({ _tag: "ExtendStep", minutes: 3 }, as(dirk, 100))
    expect(session.state).toMatchObject({ clock: { ...before, extra: 3, overran: false } })
  })

  it("several who stepped out are away beside each other, each once; another who leads is all that changes", () => {
    const [before, after] = told("Intervision", ...[bram, esra, bram].map((person) => (session: ReturnType<typeof sessionAt>) => session.does({ _tag: "StepOut" }, as(person))))
    expect(after).toEqual({ ...before, away: [esra, bram] })
    const [was, is] = told("Intervision", (session) => session.does({ _tag: "HandOverFacilitation", to: anneke }, as(dirk)))
    expect(is).toEqual({ ...was, facilitator: anneke })
  })

  it("who planned it anew comes to a session of another day, with nobody in it yet", () => {
    const session = sessionAt("Confirmed")
    session.does({ _tag: "LinkTheme", themeId: "thema-rust" }, as(anneke))
    session.does({ _tag: "Postpone" }, as(bram))
    session.does({ _tag: "Replan", on: "2025-09-16", momentId: "m2" }, as(carla))
    expect(session.state).toEqual({ _tag: "Planned", groupId: "g", on: "2025-09-16", momentId: "m2", themeId: "thema-rust", attendees: [], signedOff: [] })
  })
})
