import { settings } from "@groeikring/pack-nl"
import { tell, words } from "@groeikring/testkit"
import { describe, expect, it } from "vitest"
import { Intervision } from "../src/Intervision.ts"
import * as No from "../src/intervision/Refusals.ts"
import * as Machine from "../src/Machine.ts"
import { anneke, as, at, bram, carla, dirk, esra, femke, inRound, known, methodOf, plan, question, sessionAt, six } from "./session.ts"

const day = 24 * 60
const capture = (type: "Question" | "Hypothesis" | "Tip" | "PrivateNote" | "CoreFormulation" | "WorkExperience", item = "i") =>
  ({ _tag: "CaptureItem", item, type, words: words("P1", "Waar sta jij dan?", "caseGiver") }) as const
const tip = (id = "t") => ({ _tag: "OfferTip", tip: id, words: words("P1", "Ik zou bij de deur gaan staan.", "caseGiver") }) as const
const offer = (caseGiver: string) => ({ _tag: "OfferCase", caseGiver, question }) as const
const pass = { _tag: "PassTurn" } as const

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

describe("[S7.2, S6.16] the method", () => {
  const choose = (id: string) => ({ _tag: "ChooseMethod", method: id }) as const
  it("waits for the case, is in the library, and fits the people, the trust and the minutes", () => {
    expect(sessionAt("ChoosingCase").cannot(choose("incident"), as(dirk))).toBe("CaseNotChosen")
    const session = sessionAt("Chosen")
    const cannot = (id: string, more = {}) => session.cannot(choose(id), as(femke, 3, { method: methodOf(id), ...more }))
    expect(session.cannot(choose("onbekend"), as(femke, 3, { method: null }))).toBe("NoSuchMethod")
    expect(cannot("troika")).toBe("MethodNeedsOtherSize")
    expect(cannot("gossip")).toBe("MethodNeedsTrust")
    expect(cannot("gossip", { sessionsHeld: 3, safetyStopOpen: true })).toBe("MethodNeedsTrust")
    expect(cannot("ten-steps")).toBe("MethodDoesNotFit")
    expect(session.does(choose("gossip"), as(femke, 3, { method: methodOf("gossip"), sessionsHeld: 3 }))).toEqual(["MethodChosen"])
  })

  it("for experienced groups needs a facilitator who says to know it", () => {
    const session = sessionAt("Chosen")
    const asked = as(femke, 3, { method: methodOf("reflecting-team") })
    expect(session.cannot(choose("reflecting-team"), asked)).toBe("MethodNotKnown")
    session.does({ _tag: "MarkMethodKnown", method: "reflecting-team" }, as(dirk))
    expect(session.does(choose("reflecting-team"), asked)).toEqual(["MethodChosen"])
  })

  it("[S7.13] is kept as it was, shortened to the minutes of the group", () => {
    const session = sessionAt("Chosen")
    session.does(choose("five-steps"), as(femke, 3, { method: methodOf("five-steps") }))
    expect(session.history.at(-1)).toMatchObject({ method: { id: "five-steps", steps: [{ minutes: 4 }, { minutes: 17 }, { minutes: 8 }] } })
  })

  it("is chosen before it begins", () => {
    expect(sessionAt("Chosen").cannot({ _tag: "StartIntervision" }, as(dirk))).toBe("MethodNotChosen")
    expect(sessionAt("ChoosingCase").cannot({ _tag: "StartIntervision" }, as(dirk))).toBe("CaseNotChosen")
  })
})

describe("[S7.14] in the steps", () => {
  it("advice waits for the TIP-parade", () => expect(sessionAt("Intervision").cannot(capture("Tip"), as(bram))).toBe("AdviceBeforeTipParade"))

  it("the case giver listens where the step says so, and may always keep a note", () => {
    const session = sessionAt("SecondStep")
    expect(session.cannot(capture("Hypothesis"), as(femke))).toBe("CaseGiverMustListen")
    session.does({ _tag: "KeepNote", note: "n", words: words("P0", "ik loop heen en weer", "by") }, as(femke))
    expect(session.state).toMatchObject({ notes: [{ id: "n", by: femke }], items: [{ id: "v1" }] })
    expect(session.cannot(capture("PrivateNote"), as(femke))).toBe("NoteIsPrivate")
  })

  it("the others listen while the case giver speaks, and nobody speaks out of turn or in silence", () => {
    const core = sessionAt("Chosen")
    core.does({ _tag: "ChooseMethod", method: "problem-core" }, as(femke, 3, { method: methodOf("problem-core") }))
    core.does({ _tag: "StartIntervision" }, as(dirk, 4))
    expect(core.cannot(capture("Question"), as(bram))).toBe("PeersMustListen")
    const round = inRound()
    expect(round.cannot(capture("CoreFormulation"), as(esra))).toBe("NotYourTurn")
    expect(round.cannot(pass, as(femke))).toBe("CaseGiverMustListen")
    expect(round.cannot(pass, as(esra))).toBe("NotYourTurn")
    round.does(pass, as(anneke))
    round.does(capture("CoreFormulation"), as(bram))
    expect(round.cannot(capture("CoreFormulation"), as(bram))).toBe("NotYourTurn")
    expect(sessionAt("Intervision").cannot(pass, as(bram))).toBe("NoRoundHere")
    const silent = sessionAt("Chosen")
    silent.does({ _tag: "ChooseMethod", method: "case-clinic" }, as(femke, 3, { method: methodOf("case-clinic"), sessionsHeld: 3 }))
    silent.does({ _tag: "StartIntervision" }, as(dirk, 4))
    const quiet = methodOf("case-clinic").steps.filter(({ key }) => key === undefined).findIndex(({ rules }) => rules.includes("Silence"))
    for (let step = 0; step < quiet; step++) silent.does({ _tag: "NextStep" }, as(dirk, 5 + step))
    expect(silent.cannot(capture("Question"), as(bram))).toBe("SilentStep")
  })

  it("whose words do not go on the sheet is said beforehand, and why", () => {
    const can = (session: ReturnType<typeof sessionAt>, actor: string, command: "CaptureItem" | "OfferTip" = "CaptureItem") =>
      Machine.possible(Intervision, session.state, as(actor))[command]
    const round = inRound()
    expect(can(round, anneke)).toEqual(new Machine.NeedsInput({ fields: ["item", "type", "words"] }))
    expect(can(round, esra)).toEqual(new No.NotYourTurn({ next: anneke }))
    round.does({ _tag: "CallTimeOut" }, as(dirk))
    expect(can(round, anneke)).toEqual(new No.ClockStopped())
    expect(can(sessionAt("SecondStep"), femke)).toEqual(new No.CaseGiverMustListen())
    expect(can(sessionAt("TipParade"), femke, "OfferTip")).toEqual(new No.CaseGiverMustListen())
  })

  it("what is written in silence is hidden until the next step begins", () => {
    const session = sessionAt("Chosen")
    session.does({ _tag: "ChooseMethod", method: "problem-core" }, as(femke, 3, { method: methodOf("problem-core") }))
    session.does({ _tag: "StartIntervision" }, as(dirk, 4))
    for (const minute of [5, 6]) session.does({ _tag: "NextStep" }, as(dirk, minute))
    session.does(capture("CoreFormulation", "k1"), as(bram))
    expect(session.state).toMatchObject({ items: [{ id: "k1", hidden: true }] })
    session.does({ _tag: "NextStep" }, as(dirk, 10))
    expect(session.state).toMatchObject({ items: [{ id: "k1", hidden: false }] })
  })

  it("the floor is for whom the step gives it to", () => {
    const session = sessionAt("Chosen")
    session.does({ _tag: "ChooseMethod", method: "nsrf-consultancy" }, as(femke, 3, { method: methodOf("nsrf-consultancy") }))
    session.does({ _tag: "StartIntervision" }, as(dirk, 4))
    const floors = methodOf("nsrf-consultancy").steps.filter(({ key }) => key === undefined).map(({ floor }) => floor)
    const alone = floors.findIndex((floor) => floor.length === 1 && floor[0] === "Peer")
    for (let step = 0; step < alone; step++) session.does({ _tag: "NextStep" }, as(dirk, 5 + step))
    expect(["NotYourFloor", "CaseGiverMustListen"]).toContain(session.cannot(capture("Question"), as(femke)))
  })

  it("steps go in order and to their end; a step back deletes nothing", () => {
    const session = sessionAt("Asked")
    expect(session.cannot({ _tag: "StepBack" }, as(dirk))).toBe("FirstStep")
    expect(session.cannot({ _tag: "EndIntervision" }, as(dirk))).toBe("StepsLeft")
    expect(session.does({ _tag: "NextStep" }, as(dirk, 19))).toEqual(["StepEnded", "StepStarted"])
    expect(session.cannot({ _tag: "NextStep" }, as(dirk, 20))).toBe("NoStepsLeft")
    session.does({ _tag: "StepBack" }, as(dirk, 21))
    expect(session.state).toMatchObject({ step: 0, items: [{ id: "v1" }] })
  })

  it("a step is extended once, by at most half; time that is over is noted and never jumps", () => {
    const session = sessionAt("Intervision")
    expect(session.cannot({ _tag: "NoteOverrun" }, as("system", 18))).toBe("StillInTime")
    expect(session.cannot({ _tag: "ExtendStep", minutes: 8 }, as(dirk))).toBe("ExtensionTooLong")
    session.does({ _tag: "ExtendStep", minutes: 7 }, as(dirk))
    expect(session.cannot({ _tag: "ExtendStep", minutes: 1 }, as(dirk))).toBe("AlreadyExtended")
    session.does({ _tag: "NoteOverrun" }, as("system", 26))
    expect(session.state).toMatchObject({ _tag: "Intervision", step: 0, clock: { overran: true } })
    expect(session.cannot({ _tag: "NoteOverrun" }, as("system", 27))).toBe("StillInTime")
  })

  it("anyone calls a time-out: then the clock and the words stand still", () => {
    const session = sessionAt("Intervision")
    expect(session.cannot({ _tag: "EndTimeOut" }, as(esra))).toBe("ClockRuns")
    session.does({ _tag: "CallTimeOut" }, as(esra, 6))
    expect(session.cannot({ _tag: "CallTimeOut" }, as(bram, 6))).toBe("ClockStopped")
    expect(session.cannot(capture("Question"), as(bram, 7))).toBe("ClockStopped")
    expect(session.cannot({ _tag: "NextStep" }, as(dirk, 7))).toBe("ClockStopped")
    session.does({ _tag: "EndTimeOut" }, as(esra, 16))
    expect(session.cannot({ _tag: "NoteOverrun" }, as("system", 28))).toBe("StillInTime")
    session.does({ _tag: "NoteOverrun" }, as("system", 29))
  })
})

describe("[S7.14] the TIP-parade", () => {
  it("goes round from the left of the case giver, one tip a turn, with passes, while the case giver listens", () => {
    const session = sessionAt("TipParade")
    expect(session.state).toMatchObject({ order: [anneke, bram, carla, dirk, esra] })
    expect(session.cannot(tip(), as(femke, 30))).toBe("CaseGiverMustListen")
    expect(session.cannot(tip(), as(bram, 30))).toBe("NotYourTurn")
    session.does(tip("t1"), as(anneke, 30))
    expect(session.cannot(tip("t2"), as(anneke, 30))).toBe("NotYourTurn")
    session.does(pass, as(bram, 30))
    session.does({ ...tip("t3"), named: true }, as(carla, 31))
    // A tip has no author, unless its author wants the name with it.
    expect(session.state).toMatchObject({ tips: [{ id: "t1" }, { id: "t3", by: carla }] })
    expect(session.history.findLast(({ _tag }) => _tag === "TurnPassed")).toEqual({ _tag: "TurnPassed" })
    expect(JSON.stringify(session.history.find(({ _tag }) => _tag === "TipOffered"))).not.toContain(anneke)
  })

  it("passes by who stepped out, until they come back", () => {
    const session = sessionAt("TipParade")
    session.does({ _tag: "StepOut" }, as(anneke, 30))
    session.does(tip("t1"), as(bram, 30))
    session.does({ _tag: "ComeBack" }, as(anneke, 31))
    for (const person of [carla, dirk, esra]) session.does(pass, as(person, 31))
    session.does(pass, as(anneke, 32))
    expect(session.cannot({ _tag: "StepOut" }, as(dirk, 32))).toBe("NoOneElseLeft")
  })

  it("ends after a full round of passes or when its time is up, not before", () => {
    const session = sessionAt("TipParade")
    for (const person of [anneke, bram, carla, dirk]) session.does(pass, as(person, 30))
    expect(session.cannot({ _tag: "EndTipParade" }, as(dirk, 31))).toBe("ParadeNotOver")
    session.does(pass, as(esra, 31))
    expect(session.does({ _tag: "EndTipParade" }, as(dirk, 31))).toEqual(["TipParadeEnded"])
    const timed = sessionAt("Tipped")
    expect(timed.cannot({ _tag: "EndTipParade" }, as(dirk, 38))).toBe("ParadeNotOver")
    expect(timed.does({ _tag: "EndTipParade" }, as("system", 39))).toEqual(["TipParadeEnded"])
    const paused = sessionAt("TipParade")
    paused.does({ _tag: "CallTimeOut" }, as(esra, 30))
    expect(paused.cannot(tip(), as(anneke, 30))).toBe("ClockStopped")
    expect(paused.cannot(pass, as(anneke, 30))).toBe("ClockStopped")
  })

  it("[S5.4] then the case giver alone chooses from the tips that were given", () => {
    const session = sessionAt("PapWriting")
    expect(session.cannot({ _tag: "ChooseTips", tips: ["t1"] }, as(bram))).toBe("NotAllowed")
    expect(session.cannot({ _tag: "ChooseTips", tips: ["t9"] }, as(femke))).toBe("NoSuchTip")
    session.does({ _tag: "ChooseTips", tips: [] }, as(femke))
    session.does({ _tag: "ChooseTips", tips: ["t1"] }, as(femke))
    expect(session.state).toMatchObject({ chosen: ["t1"] })
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
