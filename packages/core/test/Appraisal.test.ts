/** The one conversation that judges: what comes before it, and the objection that may come after. */
import { given } from "@groeikring/testkit"
import { describe, expect, it } from "vitest"
import { differences, Kind } from "../src/conversation/Kinds.ts"
import * as No from "../src/conversation/Refusals.ts"
import { Conversation } from "../src/Conversation.ts"
import * as Machine from "../src/Machine.ts"
import { as, bram, framework, hilde, iris, judgement, kees, moment, objected, p3, report, sign, system, talkAt } from "./talk.ts"

const day = 24 * 60
const kinds = Kind.literals

describe("an appraisal", () => {
  it("is words of the leader by a framework to which the council consented; there is no field for a score", () => {
    const talk = talkAt("Held", "Appraisal")
    given(Conversation, ...talk.history).when(judgement, as(hilde, "2026-02-01")).then({ ...judgement, _tag: "JudgementRecorded", by: hilde })
    expect(talk.cannot(judgement, as(bram, "2026-02-01"))).toBe("NotAllowed")
    expect(talk.cannot({ ...judgement, text: p3("") }, as(hilde, "2026-02-01"))).toBe("WithoutWords")
    expect(talk.cannot({ ...judgement, framework: { ...framework, version: 2 } }, as(hilde, "2026-02-01"))).toBe("FrameworkNotConsented")
    expect(Object.keys(Conversation.spec.commands.RecordJudgement.payload)).toEqual(["framework", "text"])
  })

  it("is not for who coached them, nor without the talks before it", () => {
    const talk = talkAt("Held", "Appraisal")
    expect(talk.cannot(judgement, as(hilde, "2026-02-01", { coaches: [hilde] }))).toBe("AppraiserConflict")
    expect(talk.cannot(judgement, as(hilde, "2026-02-01", { performanceTalks: 1 }))).toBe("AppraisalWithoutPerformanceTalks")
  })

  it("is the only kind that judges", () => {
    for (const type of kinds.filter((type) => type !== "Appraisal")) {
      expect([type, talkAt("Held", type).cannot(judgement, as(hilde, "2026-02-01"))]).toEqual([type, "NotAnAppraisal"])
      expect(differences[type].equal).toBe(true)
    }
  })

  it("agrees nothing, is signed with its judgement, and does not change after that", () => {
    const talk = talkAt("Held", "Appraisal")
    expect(talk.cannot(report, as(hilde, "2026-02-03"))).toBe("AppraisalAgreesNothing")
    talk.does({ ...report, agreements: [] }, as(hilde, "2026-02-03"))
    expect(talk.cannot(sign("Seen"), as(bram, "2026-02-04"))).toBe("JudgementMissing")
    expect(talk.cannot({ _tag: "NoteUnsigned" }, as(hilde, "2026-03-01"))).toBe("JudgementMissing")
    talk.does(judgement, as(hilde, "2026-02-04"))
    talk.does(sign("Seen"), as(bram, "2026-02-05"))
    expect(talk.cannot(judgement, as(hilde, "2026-02-05"))).toBe("ReportSignedAlready")
    expect(talk.does(sign("Seen"), as(hilde, "2026-02-05"))).toEqual(["ReportSigned", "ObjectionOpened"])
    expect(talk.state).toMatchObject({ _tag: "ObjectionOpen", objectBefore: moment("2026-02-05") + 42 * day })
  })

  it("that nobody signs does not wait for ever", () => {
    const talk = talkAt("Reported", "Appraisal")
    given(Conversation, ...talk.history)
      .when({ _tag: "NoteUnsigned" }, as(hilde, "2026-02-16"))
      .then(new No.StillTimeToSign({ until: moment("2026-02-17") }))
    expect(talk.does({ _tag: "NoteUnsigned" }, as(hilde, "2026-02-17"))).toEqual(["SignatureWithheld", "ObjectionOpened"])
    expect(talk.state).toMatchObject({ _tag: "ObjectionOpen", agreed: false, signatures: [] })
    expect(talkAt("Reported").cannot({ _tag: "NoteUnsigned" }, as(hilde, "2026-03-17"))).toBe("NotAnAppraisal")
  })

  it("can be objected to for six weeks, also by who agreed, and is final after that", () => {
    const talk = talkAt("Signed", "Appraisal")
    const object = { _tag: "Object", objection: p3("Er is geen les bezocht.") } as const
    const until = moment("2026-03-19")
    expect(talk.cannot(object, as(hilde, "2026-02-20"))).toBe("NotAllowed")
    expect(talk.cannot({ ...object, objection: p3("") }, as(bram, "2026-02-20"))).toBe("WithoutWords")
    given(Conversation, ...talk.history).when(object, as(bram, "2026-03-19")).then(new No.ObjectionTooLate({ until }))
    given(Conversation, ...talk.history).when({ _tag: "Finalise" }, as(system, "2026-03-18")).then(new No.ObjectionStillPossible({ until }))
    expect(talk.cannot({ _tag: "File" }, as(kees, "2026-03-18"))).toBe("IllegalCommand")
    talk.does({ _tag: "Finalise" }, as(system, "2026-03-19"))
    talk.does({ _tag: "File" }, as(kees, "2026-03-20"))
    expect(talk.tag).toBe("Filed")
  })

  it("is decided on by somebody else than the two it is between, who reads along until then", () => {
    const talk = talkAt("Signed", "Appraisal")
    talk.does({ _tag: "Object", objection: p3("Er is geen les bezocht.") }, as(bram, "2026-02-20"))
    const decide = { _tag: "DecideObjection", outcome: "Upheld", decision: p3("Eerst twee lesbezoeken.") } as const
    for (const decider of [hilde, bram]) expect(talk.cannot({ _tag: "NameDecider", decider }, as(kees, "2026-02-23"))).toBe("DeciderIsAppraiser")
    expect(talk.cannot(decide, as(iris, "2026-02-23"))).toBe("NotAllowed")
    talk.does({ _tag: "NameDecider", decider: iris }, as(kees, "2026-02-23"))
    expect([...Machine.seen(Conversation, talk.state, as(iris))]).toEqual(["Facts", "P3"])
    expect(talk.cannot({ ...decide, decision: p3("") }, as(iris, "2026-02-24"))).toBe("WithoutWords")
    talk.does(decide, as(iris, "2026-02-24"))
    expect([...Machine.seen(Conversation, talk.state, as(iris))]).toEqual([])
    expect(talk.does({ _tag: "Finalise" }, as(kees, "2026-02-25"))).toEqual(["AppraisalFinalised"])
    expect(talk.state).toMatchObject({ _tag: "Final", outcome: "Upheld", decidedBy: iris })
  })
})

describe("an objection that is withdrawn", () => {
  it("is decided by nobody, and the appraisal is final", () => {
    const talk = objected()
    const decide = { _tag: "DecideObjection", outcome: "Rejected", decision: p3("Het oordeel blijft staan.") } as const
    expect(talk.cannot({ _tag: "Finalise" }, as(system, "2026-04-01"))).toBe("ObjectionUndecided")
    expect(talk.cannot({ _tag: "WithdrawObjection" }, as(hilde, "2026-03-01"))).toBe("NotAllowed")
    talk.does({ _tag: "WithdrawObjection" }, as(bram, "2026-03-01"))
    expect(talk.cannot({ _tag: "WithdrawObjection" }, as(bram, "2026-03-01"))).toBe("ObjectionIsWithdrawn")
    expect(talk.cannot({ _tag: "NameDecider", decider: iris }, as(kees, "2026-03-01"))).toBe("ObjectionIsWithdrawn")
    expect(talk.cannot(decide, as(iris, "2026-03-01"))).toBe("NotAllowed")
    expect(Machine.seen(Conversation, talk.state, as(iris)).size).toBe(0)
    expect(talk.does({ _tag: "Finalise" }, as(system, "2026-03-02"))).toEqual(["AppraisalFinalised"])
    expect(talk.state).toMatchObject({ _tag: "Final", objection: expect.anything() })
    expect(talk.state).not.toHaveProperty("outcome")
  })
})
