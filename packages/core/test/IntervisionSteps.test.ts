/** The inner part of a session: the method that is chosen, its steps, and the tips that come after. */
import { words } from "@groeikring/testkit"
import { describe, expect, it } from "vitest"
import { Intervision } from "../src/Intervision.ts"
import * as No from "../src/intervision/Refusals.ts"
import * as Machine from "../src/Machine.ts"
import { anneke, as, bram, capture, carla, dirk, esra, femke, inRound, methodOf, pass, sessionAt, tip } from "./session.ts"

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
