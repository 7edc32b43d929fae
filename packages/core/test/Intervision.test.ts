import { tell, words } from "@groeikring/testkit"
import { describe, expect, it } from "vitest"
import { Intervision } from "../src/Intervision.ts"
import { anneke, as, at, bram, capture, carla, dirk, esra, femke, known, methodOf, offer, plan, sessionAt, six } from "./session.ts"

it("[S1.2] a session is linked to a theme that the school adopted, by its id and nothing else; a leader has no part in it", () => {
  const session = sessionAt("Planned")
  const link = { _tag: "LinkTheme", themeId: "thema-rust" } as const
  expect(session.cannot({ ...link, themeId: "afgewezen" }, as(femke))).toBe("ThemeNotAdopted")
  expect(session.cannot(link, as("p-hilde"))).toBe("NotAllowed")
  session.does(link, as(femke))
  expect(session.history.at(-1)).toEqual({ _tag: "ThemeLinked", themeId: "thema-rust" })
  expect(session.state).toMatchObject({ _tag: "Planned", themeId: "thema-rust" })
  const held = tell(Intervision, ...session.history, ...sessionAt("Held").history.slice(1))
  expect(held.state).toMatchObject({ _tag: "Held", themeId: "thema-rust" })
})

it("[S8.4] at the end the group says which competence it was about, if any; that stays when the words have gone", () => {
  const session = sessionAt("TipsChosen")
  const name = { _tag: "NameCompetence", competence: "sbl-4" } as const
  expect(sessionAt("TipParade").cannot(name, as(femke))).toBe("IllegalCommand")
  expect(session.cannot({ ...name, competence: "sbl-99" }, as(femke))).toBe("NoSuchCompetence")
  expect(session.cannot(name, as("p-hilde"))).toBe("NotAllowed")
  session.does(name, as(anneke))
  expect(session.cannot(name, as(femke))).toBe("CompetenceNamedAlready")
  session.does({ _tag: "Close" }, as(dirk, 60))
  session.does({ _tag: "PurgeContent" }, as("system", 200 * 24 * 60))
  expect(session.state).toMatchObject({ _tag: "Purged", competences: ["sbl-4"] })
  expect(session.state).not.toHaveProperty("items")
})

it("[S6.7] an experience of your own work is something to share in a session, where you have the floor", () => {
  const session = sessionAt("Asked")
  const share = { ...capture("WorkExperience", "e1"), words: words("P1", "Bij mij hielp een vaste plek.", "caseGiver") }
  session.does(share, as(bram, 6))
  expect(session.state).toMatchObject({ items: [{ id: "v1" }, { id: "e1", type: "WorkExperience", by: bram }] })
  expect(sessionAt("TipParade").cannot(share, as(bram, 30))).toBe("IllegalCommand")
})

describe("[S7.12, S6.6, S6.13] before a session", () => {
  it("is planned by a member of an active group, in a moment of the roster", () => {
    expect(tell(Intervision).cannot(plan, as("p-x"))).toBe("NotAllowed")
    expect(tell(Intervision).cannot(plan, as(femke, 0, { groupIsActive: false }))).toBe("GroupNotActive")
    expect(tell(Intervision).cannot(plan, as(femke, 0, { momentIsRostered: false }))).toBe("MomentNotRostered")
    expect(tell(Intervision).does(plan, as("system"))).toEqual(["SessionPlanned"])
  })

  it("people say whether they come, and may change their mind", () => {
    const session = sessionAt("Confirmed")
    session.does({ _tag: "SignOff" }, as(esra))
    expect(session.state).toMatchObject({ attendees: six.filter((one) => one !== esra), signedOff: [esra] })
    session.does({ _tag: "ConfirmAttendance" }, as(esra))
    expect(session.state).toMatchObject({ signedOff: [] })
  })

  it("[S6.3] roles go to three or more colleagues who come, in the order the group agreed; no coach is needed", () => {
    const roles = { _tag: "AssignRoles", facilitator: dirk, guardian: carla } as const
    expect(sessionAt("Planned").cannot(roles, as(dirk))).toBe("TooFewPresent")
    const session = sessionAt("Confirmed")
    expect(session.cannot({ ...roles, guardian: "p-x" }, as(dirk))).toBe("NotPresent")
    expect(session.cannot(roles, as(dirk, 0, { rotation: ["p-away", bram, dirk] }))).toBe("NotTheirTurnToFacilitate")
    session.does(roles, as(dirk, 0, { rotation: [dirk, bram] }))
    expect(session.state).toMatchObject({ _tag: "Ready", facilitator: dirk, guardian: carla })
  })

  it("is not opened when too many signed off since, or without whoever leads", () => {
    const open = { _tag: "Open", confidentialityShown: true } as const
    const few = sessionAt("Ready")
    for (const person of [anneke, bram, esra, femke]) few.does({ _tag: "SignOff" }, as(person))
    expect(few.cannot(open, as(dirk))).toBe("TooFewPresent")
    const unled = sessionAt("Ready")
    unled.does({ _tag: "SignOff" }, as(carla))
    expect(unled.cannot(open, as(dirk))).toBe("NotPresent")
    expect(sessionAt("Ready").cannot(open, as(anneke))).toBe("NotAllowed")
  })

  it("can be cancelled, or put off and planned anew: then everybody is asked again", () => {
    const session = sessionAt("Ready")
    session.does({ _tag: "Postpone" }, as(anneke))
    const anew = { _tag: "Replan", on: "2025-09-16", momentId: "m2" } as const
    expect(session.cannot(anew, as(anneke, 0, { momentIsRostered: false }))).toBe("MomentNotRostered")
    session.does(anew, as(anneke))
    expect(session.state).toMatchObject({ _tag: "Planned", on: "2025-09-16", attendees: [] })
    session.does({ _tag: "Cancel" }, as(anneke))
    expect(session.tag).toBe("Cancelled")
  })
})

describe("[S7.16] plans come first", () => {
  it("the plans of those present are on the table before the review begins; others keep theirs", () => {
    expect(sessionAt("Opened").cannot({ _tag: "StartPapReview" }, as(dirk))).toBe("PapsNotBroughtYet")
    expect(sessionAt("Brought").state).toMatchObject({ duePaps: [{ pap: "pap-bram", owner: bram }] })
    expect(JSON.stringify(sessionAt("Brought").history)).not.toContain("pap-x")
    expect(sessionAt("Opened").cannot({ _tag: "BringPaps" }, as(dirk))).toBe("NotAllowed")
  })

  it("no case before every plan is looked back on, or skipped by its owner without a reason", () => {
    const session = sessionAt("ReviewingPaps")
    expect(session.cannot(offer(femke), as(femke))).toBe("PapReviewFirst")
    expect(session.cannot({ _tag: "WaiveCase" }, as(dirk))).toBe("PapReviewFirst")
    expect(session.cannot({ _tag: "SkipPapReview", pap: "pap-bram" }, as(femke))).toBe("NotYourPap")
    expect(session.does(offer(femke), as(femke, 0, { reviewedPaps: ["pap-bram"] }))).toEqual(["CaseOffered"])
    expect(sessionAt("Skipped").does(offer(femke), as(femke))).toEqual(["CaseOffered"])
  })
})

describe("three people", () => {
  const three = () => {
    const session = sessionAt("Ready")
    for (const person of [anneke, bram, esra]) session.does({ _tag: "SignOff" }, as(person))
    return session
  }
  const [give, lead, keep] = [femke, dirk, carla]

  it("are enough to divide the roles, to open and for a method", () => {
    const planned = sessionAt("Planned")
    for (const person of [give, lead, keep]) planned.does({ _tag: "ConfirmAttendance" }, as(person))
    expect(planned.does({ _tag: "AssignRoles", facilitator: lead, guardian: keep }, as(lead))).toEqual(["RolesAssigned"])
    const session = three()
    expect(session.does({ _tag: "Open", confidentialityShown: true }, as(lead))).toEqual(["SessionOpened"])
    session.does({ _tag: "BringPaps" }, as("system"))
    session.does({ _tag: "StartPapReview" }, as(lead))
    session.does(offer(give), as(give))
    session.does({ _tag: "ChooseCase", caseGiver: give }, as(keep))
    expect(session.does({ _tag: "ChooseMethod", method: "five-steps" }, as(give, 3, { method: { ...methodOf("five-steps"), group: { min: 3, ideal: 5, max: 8 } } }))).toEqual(["MethodChosen"])
  })

  it("need each of their plans looked back on, and not one of them", () => {
    const session = three()
    session.does({ _tag: "Open", confidentialityShown: true }, as(lead))
    session.does({ _tag: "BringPaps" }, as("system", 0, { openPaps: [{ pap: "pap-dirk", owner: lead }, { pap: "pap-carla", owner: keep }] }))
    session.does({ _tag: "StartPapReview" }, as(lead))
    expect(session.cannot(offer(give), as(give, 0, { reviewedPaps: ["pap-dirk"] }))).toBe("PapReviewFirst")
    session.does({ _tag: "SkipPapReview", pap: "pap-carla" }, as(keep))
    expect(session.does(offer(give), as(give, 0, { reviewedPaps: ["pap-dirk"] }))).toEqual(["CaseOffered"])
  })

  it("are scribe as well where somebody was named for it, and of a round of passes who stepped out is no part", () => {
    const session = sessionAt("Confirmed")
    expect(session.cannot({ _tag: "AssignRoles", facilitator: dirk, guardian: carla, scribe: "p-x" }, as(dirk))).toBe("NotPresent")
    const parade = sessionAt("TipParade")
    for (const person of [esra, bram]) parade.does({ _tag: "StepOut" }, as(person, 30))
    for (const person of [anneke, carla, dirk]) parade.does({ _tag: "PassTurn" }, as(person, 31))
    expect(parade.does({ _tag: "EndTipParade" }, as(dirk, 31))).toEqual(["TipParadeEnded"])
  })

  it("let the case giver choose one of several tips", () => {
    const session = sessionAt("Tipped")
    session.does({ _tag: "OfferTip", tip: "t2", words: words("P1", "Ik zou een zandloper neerzetten.", "caseGiver") }, as(bram, 31))
    session.does({ _tag: "EndTipParade" }, as(dirk, 39))
    expect(session.cannot({ _tag: "ChooseTips", tips: ["t2", "t3"] }, as(femke, 40))).toBe("NoSuchTip")
    expect(session.does({ _tag: "ChooseTips", tips: ["t2"] }, as(femke, 40))).toEqual(["TipsChosen"])
  })
})

describe("[S7.1] the case", () => {
  it("[S5.4] is brought by the one whose case it is, with a question, and never by who leads", () => {
    const session = sessionAt("Skipped")
    expect(session.cannot(offer(esra), as(bram))).toBe("NotVoluntary")
    expect(session.cannot({ ...offer(femke), question: words("P1", " ", "caseGiver") }, as(femke))).toBe("CaseWithoutQuestion")
    expect(session.cannot(offer(dirk), as(dirk))).toBe("FacilitatorIsCaseGiver")
  })

  it("is chosen from what was offered, and may be taken back as long as intervision has not begun", () => {
    const session = sessionAt("ChoosingCase")
    expect(session.cannot({ _tag: "ChooseCase", caseGiver: esra }, as(anneke))).toBe("NoSuchOffer")
    expect(session.cannot({ _tag: "WithdrawCase" }, as(esra))).toBe("NoSuchOffer")
    session.does(offer(esra), as(esra))
    session.does({ _tag: "ChooseCase", caseGiver: femke }, as(anneke))
    session.does({ _tag: "WithdrawCase" }, as(femke))
    expect(session.state).not.toHaveProperty("caseGiver")
    session.does({ _tag: "ChooseCase", caseGiver: esra }, as(anneke))
    expect(session.state).toMatchObject({ caseGiver: esra, offers: [{ caseGiver: esra }] })
  })

  it("is waived when the only one who brought it takes it back: nobody has to bring another [S5.4]", () => {
    const session = sessionAt("Chosen")
    expect(session.cannot({ _tag: "WaiveCase" }, as(dirk))).toBe("CaseOnTheTable")
    session.does({ _tag: "WithdrawCase" }, as(femke))
    expect(session.cannot({ _tag: "WaiveCase" }, as(femke))).toBe("NotAllowed")
    expect(session.does({ _tag: "WaiveCase" }, as(dirk, 10))).toEqual(["CaseWaived"])
    expect(session.state).toMatchObject({ _tag: "PapWriting", items: [], tips: [], chosen: [], paradeEndedAt: at + 10 })
    expect(session.state).not.toHaveProperty("caseGiver")
  })

  it("of who takes over the facilitation cannot be chosen or begun", () => {
    const session = sessionAt("ChoosingCase")
    session.does({ _tag: "HandOverFacilitation", to: femke }, as(dirk))
    expect(session.cannot({ _tag: "ChooseCase", caseGiver: femke }, as(anneke))).toBe("FacilitatorIsCaseGiver")
    const chosen = sessionAt("Method")
    expect(chosen.cannot({ _tag: "HandOverFacilitation", to: femke }, as(dirk))).toBe("FacilitatorIsCaseGiver")
  })

  it("[S1.1] is talked about by colleagues who are equals: no role is that of an expert, and the sheet has what each of them said", () => {
    const session = sessionAt("Asked")
    session.does(capture("Question", "v2"), as(anneke, 6))
    const { items } = session.state as { readonly items: ReadonlyArray<{ readonly by: string }> }
    expect(items.map(({ by }) => by)).toEqual([bram, anneke])
    expect(Object.keys(Intervision.spec.roles)).toEqual(["Member", "Attendee", "Facilitator", "Guardian", "CaseGiver"])
    expect(known.groupMembers).toEqual(six)
    expect(sessionAt("Planned").cannot({ _tag: "AssignRoles", facilitator: dirk, guardian: carla }, as(dirk))).toBe("TooFewPresent")
  })

  it("[S8.11] is not needed: a session in which people only looked back is held as well", () => {
    const session = sessionAt("Skipped")
    session.does({ _tag: "WaiveCase" }, as(dirk, 10))
    session.does({ _tag: "Close" }, as(dirk, 20))
    expect(session.state).toMatchObject({ _tag: "Held", minutes: 20 })
  })
})

describe("[S7.15] no command changes the order: looking back, case, intervision, tips, plans", () => {
  const stations = ["Planned", "Ready", "Opened", "ReviewingPaps", "ChoosingCase", "Intervision", "TipParade", "PapWriting", "Closing", "Held"]
  it("whatever the facts, the states of a session come in this order and none is left out", () => {
    const seen = sessionAt("Held").history.map(({ _tag }) => _tag)
    const entering = ["SessionPlanned", "RolesAssigned", "SessionOpened", "PapReviewStarted", "CaseOffered", "IntervisionStarted", "TipParadeStarted", "TipParadeEnded", "ClosingStarted", "SessionHeld"] as const
    expect(entering.map((tag) => seen.indexOf(tag))).toEqual(entering.map((tag) => seen.indexOf(tag)).toSorted((one, other) => one - other))
    // Every arrow between two of them leads one station on; only a session without a case goes on to the plans at once.
    const leaps = Object.entries(Intervision.spec.events).flatMap(([event, { from, to }]) =>
      from.flatMap((tag) => {
        const [one, other] = [stations.indexOf(tag), stations.indexOf(to)]
        return one < 0 || other < 0 || one === other || other === one + 1 ? [] : [event]
      })
    )
    expect(leaps).toEqual(["CaseWaived", "CaseWaived"])
  })
})

describe("whoever leads may change", () => {
  it("the facilitation is handed over, also by the guardian when the facilitator dropped out", () => {
    const session = sessionAt("Intervision")
    expect(session.cannot({ _tag: "HandOverFacilitation", to: "p-x" }, as(dirk))).toBe("NotPresent")
    expect(session.cannot({ _tag: "HandOverFacilitation", to: anneke }, as(bram))).toBe("NotAllowed")
    session.does({ _tag: "HandOverFacilitation", to: anneke }, as(carla))
    expect(session.cannot({ _tag: "NextStep" }, as(dirk))).toBe("NotAllowed")
    expect(session.does({ _tag: "NextStep" }, as(anneke))).toEqual(["StepEnded", "StepStarted"])
  })
})
