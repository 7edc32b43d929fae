import { settings } from "@groeikring/pack-nl"
import { given, tell } from "@groeikring/testkit"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { differences, Kind } from "../src/conversation/Kinds.ts"
import * as No from "../src/conversation/Refusals.ts"
import { Conversation, workingDaysAfter } from "../src/Conversation.ts"
import * as Machine from "../src/Machine.ts"
import { startOf } from "../src/Vocabulary.ts"
import {
  as, bram, entry, everybody, framework, goal, hilde, iris, judgement, kees, lies, moment, objected, p3, plan, replacement, report,
  system, talkAt, terms, visit
} from "./talk.ts"

const day = 24 * 60
const sign = (how: "Seen" | "Agreed") => ({ _tag: "Sign", how }) as const
const kinds = Kind.literals

describe("[S6.12] planning a conversation", () => {
  it("of the cycle is for a leader, under a regulation with the consent of the council, and keeps its terms", () => {
    const planned = { ...plan, _tag: "ConversationPlanned", plannedBy: hilde, terms } as const
    given(Conversation).when(plan, as(hilde)).then(planned)
    given(Conversation).when(plan, as(hilde, "2026-01-05", { regulation: null })).then(new No.NoRegulationRunning({ schoolYear: "2025-2026" }))
    const own = { ...terms, announceDays: 3 }
    given(Conversation).when(plan, as(hilde, "2026-01-05", { regulation: { appraisals: false, terms: own } })).then({ ...planned, terms: own })
  })

  it("of your own POP, your performance or your career is always yours to ask, whatever the regulation", () => {
    for (const type of kinds) {
      const asked = Result.isSuccess(Machine.decide(Conversation, Machine.Start, { ...plan, type }, as(bram, "2026-01-05", { regulation: null })))
      expect([type, asked]).toEqual([type, ["Pop", "Performance", "Career"].includes(type)])
    }
  })

  it("[S4.4, S6.9] about somebody's career is asked by themselves, and nobody else", () => {
    given(Conversation).when({ ...plan, type: "Career" }, as(hilde)).then(new No.NotYoursToAsk({ type: "Career" }))
    expect(talkAt("Planned", "Career").state).toMatchObject({ _tag: "Planned", plannedBy: bram })
  })

  it("is between an employee and somebody who leads them", () => {
    given(Conversation).when(plan, as(kees)).then(new No.NotBetweenYou())
    given(Conversation).when({ ...plan, leaderId: lies }, as(lies)).then(new No.NotTheirLeader({ leader: lies }))
    expect(talkAt("Planned").cannot(plan, as(kees))).toBe("NotAllowed")
  })

  it("that judges comes after two performance talks, and only where the regulation has it", () => {
    const appraisal = { ...plan, type: "Appraisal" } as const
    given(Conversation)
      .when(appraisal, as(hilde, "2026-01-05", { performanceTalks: 1 }))
      .then(new No.AppraisalWithoutPerformanceTalks({ held: 1, needed: 2 }))
    given(Conversation)
      .when(appraisal, as(hilde, "2026-01-05", { regulation: { appraisals: false, terms } }))
      .then(new No.AppraisalNotInRegulation())
    given(Conversation).when(appraisal, as(hilde, "2026-01-05", { coaches: [hilde] })).then(new No.AppraiserConflict())
    expect(tell(Conversation).does(appraisal, as(hilde))).toEqual(["ConversationPlanned"])
  })

  it("[S0.3] is in a school year, and can move to another day of it; then it is announced anew", () => {
    given(Conversation).when({ ...plan, schoolYear: "2026-2027" }, as(hilde)).then(new No.OtherSchoolYear({ schoolYear: "2026-2027" }))
    const talk = talkAt("AgendaSet")
    expect(talk.cannot({ _tag: "Replan", on: "2026-09-01" }, as(bram))).toBe("OtherSchoolYear")
    talk.does({ _tag: "Replan", on: "2026-02-10" }, as(bram))
    expect(talk.state).toMatchObject({ _tag: "AgendaOpen", on: "2026-02-10", settledBy: [] })
  })

  it("is cancelled by whoever planned it, and then its agenda is gone", () => {
    const talk = talkAt("AgendaOpen", "Career")
    expect(talk.cannot({ _tag: "Cancel" }, as(hilde))).toBe("NotYoursToCancel")
    talk.does({ _tag: "Cancel" }, as(bram))
    given(Conversation, ...talk.history).is({ _tag: "Cancelled", type: "Career", employeeId: bram, leaderId: hilde, schoolYear: "2025-2026", on: "2026-01-27" })
    expect(talkAt("AgendaSet").does({ _tag: "Cancel" }, as(system))).toEqual(["ConversationCancelled"])
  })

  it("goes on with the next leader, who signs for themselves", () => {
    const talk = talkAt("Reported")
    talk.does(sign("Agreed"), as(hilde, "2026-02-04"))
    talk.does(sign("Agreed"), as(bram, "2026-02-04", {})) // both: it is signed
    expect(talk.cannot({ _tag: "HandOver", leaderId: iris }, as(hilde))).toBe("IllegalCommand")
    const other = talkAt("Reported")
    other.does(sign("Agreed"), as(hilde, "2026-02-04"))
    expect(other.cannot({ _tag: "HandOver", leaderId: lies }, as(kees))).toBe("NotTheirLeader")
    other.does({ _tag: "HandOver", leaderId: iris }, as(kees))
    expect(other.state).toMatchObject({ _tag: "Reported", leaderId: iris, plannedBy: iris, signatures: [] })
    const open = talkAt("AgendaOpen")
    open.does({ _tag: "SetAgenda" }, as(hilde, "2026-01-12"))
    open.does({ _tag: "HandOver", leaderId: iris }, as(hilde))
    expect(open.state).toMatchObject({ _tag: "AgendaOpen", leaderId: iris, settledBy: [] })
  })
})

describe("[S5.4] the agenda", () => {
  it("is of both, with equal right", () => {
    const talk = talkAt("Planned")
    talk.does(visit, as(hilde))
    expect(talk.cannot(visit, as(bram))).toBe("AgendaItemExists")
    expect(talk.cannot({ ...visit, item: "x", text: p3(" ") }, as(bram))).toBe("WithoutWords")
    expect(talk.does({ ...visit, item: "werkdruk", text: p3("werkdruk in de toetsweken"), about: { kind: "YearTask", ref: "b" } }, as(bram))).toEqual(["AgendaItemAdded"])
    expect(talk.state).toMatchObject({ agenda: [{ id: "lesbezoek", by: hilde }, { id: "werkdruk", by: bram, about: { kind: "YearTask" } }] })
    expect(talk.cannot(visit, as(kees))).toBe("NotAllowed")
  })

  it("never holds what is of the coaching space, whoever puts it there", () => {
    for (const kind of ["Pap", "Session", "Rating", "Portfolio", "PopGoal"] as const) {
      for (const person of [hilde, bram]) {
        given(Conversation, ...talkAt("Planned").history)
          .when({ ...visit, about: { kind, ref: "pap-bram" } }, as(person))
          .then(new No.ContentNotShareableToFile())
      }
    }
  })

  it("holds what the employee opened themselves, until the report is there", () => {
    const talk = talkAt("Planned")
    const attach = { ...entry, _tag: "AttachEvidence" } as const
    const detach = { ...entry, _tag: "DetachEvidence" } as const
    expect(talk.cannot(attach, as(hilde))).toBe("NotAllowed")
    expect(talk.cannot(attach, as(bram, "2026-01-06", { opened: [goal] }))).toBe("NotOpenedToThis")
    expect(talk.does(attach, as(bram))).toEqual(["AgendaOpened", "EvidenceAttached"])
    expect(talk.does({ ...goal, _tag: "AttachEvidence" }, as(bram))).toEqual(["EvidenceAttached"])
    expect(talk.cannot(attach, as(bram))).toBe("AttachedAlready")
    expect(talk.state).toMatchObject({ evidence: [entry, goal] })
    talk.does(detach, as(bram))
    expect(talk.cannot(detach, as(bram))).toBe("NotAttached")
    // What is taken back goes from the table by itself.
    expect(talk.does({ ...goal, _tag: "DetachEvidence" }, as(system))).toEqual(["EvidenceDetached"])
    expect(talkAt("Reported").cannot(detach, as(bram))).toBe("IllegalCommand")
  })

  it("is set when both say so, a week before; a new item asks both again", () => {
    const talk = talkAt("AgendaOpen")
    expect(talk.does({ _tag: "SetAgenda" }, as(bram, "2026-01-20"))).toEqual(["AgendaAgreed"])
    expect(talk.cannot({ _tag: "SetAgenda" }, as(bram, "2026-01-20"))).toBe("AgendaSetAlready")
    talk.does({ ...visit, item: "stage", text: p3("een stagiair in groep 4") }, as(hilde, "2026-01-20"))
    expect(talk.state).toMatchObject({ settledBy: [] })
    talk.does({ _tag: "SetAgenda" }, as(hilde, "2026-01-20"))
    given(Conversation, ...talk.history).when({ _tag: "SetAgenda" }, as(bram, "2026-01-21")).then(new No.AnnouncedTooLate({ days: 7 }))
    expect(talk.does({ _tag: "SetAgenda" }, as(bram, "2026-01-20"))).toEqual(["AgendaAgreed", "AgendaClosed"])
  })

  it("of an appraisal is announced by the leader, two weeks before", () => {
    const talk = talkAt("AgendaOpen", "Appraisal")
    expect(talk.cannot({ _tag: "SetAgenda" }, as(bram, "2026-01-12"))).toBe("AppraisalIsAnnounced")
    expect(talk.cannot({ _tag: "SetAgenda" }, as(hilde, "2026-01-14"))).toBe("AnnouncedTooLate")
    expect(talk.does({ _tag: "SetAgenda" }, as(hilde, "2026-01-13"))).toEqual(["AgendaAgreed", "AgendaClosed"])
  })
})

describe("the report", () => {
  it("is about a conversation that was held, on its day, with both there", () => {
    const talk = talkAt("AgendaSet")
    const held = (present: ReadonlyArray<string>) => ({ _tag: "RecordHeld", present }) as const
    given(Conversation, ...talk.history).when(held([bram, hilde]), as(hilde, "2026-01-26")).then(new No.ConversationNotYet({ on: "2026-01-27" }))
    expect(talk.cannot(held([hilde, iris]), as(hilde, "2026-01-27"))).toBe("BothMustBePresent")
    expect(talk.cannot(held([bram, hilde]), as(bram, "2026-01-27"))).toBe("NotAllowed")
    given(Conversation, ...talk.history)
      .when(held([bram, hilde]), as(hilde, "2026-01-27"))
      .then({ _tag: "ConversationHeld", at: moment("2026-01-27"), reportBefore: moment("2026-02-10") })
  })

  it("is written by the leader, and of a POP or career talk by the employee", () => {
    for (const type of kinds) {
      const [writer, other] = differences[type].writtenBy === "Employee" ? [bram, hilde] : [hilde, bram]
      const talk = talkAt("Held", type)
      const draft = { ...report, agreements: [] }
      expect([type, talk.cannot(draft, as(other, "2026-02-01"))]).toEqual([type, "NotYoursToWrite"])
      expect(talk.does(draft, as(writer, "2026-02-01"))).toEqual(["ReportDrafted"])
    }
    expect(kinds.filter((type) => differences[type].writtenBy === "Employee")).toEqual(["Pop", "Career"])
  })

  it("that comes late is late, and still counts", () => {
    const talk = talkAt("Held")
    expect(talk.cannot({ ...report, text: p3("") }, as(hilde, "2026-02-09"))).toBe("WithoutWords")
    talk.does(report, as(hilde, "2026-02-11"))
    expect(talk.state).toMatchObject({ _tag: "Reported", late: true })
    talk.does({ ...report, agreements: [] }, as(hilde, "2026-02-12"))
    expect(talk.state).toMatchObject({ late: true, agreements: [] })
    expect(talkAt("Reported").state).toMatchObject({ late: false })
  })

  it("is answered by the employee with a view of their own, and does not change after that", () => {
    const talk = talkAt("Reported")
    expect(talk.cannot({ _tag: "Respond", view: p3(" ") }, as(bram, "2026-02-04"))).toBe("WithoutWords")
    expect(talk.cannot({ _tag: "Respond", view: p3("mijn zienswijze") }, as(hilde, "2026-02-04"))).toBe("NotAllowed")
    talk.does({ _tag: "Respond", view: p3("Het ging vooral over de start van de middag.") }, as(bram, "2026-02-04"))
    expect(talk.tag).toBe("Responded")
    expect(talk.cannot(report, as(hilde, "2026-02-04"))).toBe("IllegalCommand")
    expect(talkAt("Reported", "Pop").cannot({ _tag: "Respond", view: p3("nog iets") }, as(bram, "2026-02-04"))).toBe("OwnReport")
  })

  it("signed for seen is not agreed", () => {
    const seen = talkAt("Reported")
    expect(seen.does(sign("Seen"), as(bram, "2026-02-05"))).toEqual(["ReportSigned"])
    expect(seen.cannot(sign("Agreed"), as(bram, "2026-02-05"))).toBe("ReportSignedAlready")
    expect(seen.cannot(report, as(hilde, "2026-02-05"))).toBe("ReportSignedAlready")
    expect(seen.does(sign("Agreed"), as(hilde, "2026-02-05"))).toEqual(["ReportSigned", "SigningCompleted"])
    expect(seen.state).toMatchObject({ _tag: "Signed", agreed: false, signatures: [{ by: bram, how: "Seen" }, { by: hilde, how: "Agreed" }] })
    expect(talkAt("Signed").state).toMatchObject({ agreed: true })
  })
})

describe("[S3.8] what the employer promised", () => {
  const missed = { _tag: "ReportMissed", agreement: "vervanging" } as const
  const kept = { _tag: "ConfirmKept", agreement: "vervanging" } as const

  it("and did not give in time is known to both, and stays known", () => {
    const talk = talkAt("Filed")
    given(Conversation, ...talk.history).when(missed, as(system, "2026-04-01")).then(new No.PromiseNotDue({ before: "2026-04-01" }))
    talk.does(missed, as(system, "2026-04-02"))
    expect(talk.cannot(missed, as(bram, "2026-04-03"))).toBe("PromiseMissedAlready")
    talk.does(kept, as(bram, "2026-05-01"))
    expect(talk.state).toMatchObject({ kept: ["vervanging"], missed: ["vervanging"] })
    expect(talk.cannot(missed, as(bram, "2026-06-01"))).toBe("PromiseKeptAlready")
    expect(talk.cannot(kept, as(bram, "2026-06-01"))).toBe("PromiseKeptAlready")
  })

  it("is what both agreed to, with a day; what the employee will do is not followed", () => {
    for (const agreement of ["bezoek", "iets anders"]) {
      expect(talkAt("Signed").cannot({ ...missed, agreement }, as(bram, "2026-09-01"))).toBe("NoSuchPromise")
      expect(talkAt("Signed").cannot({ ...kept, agreement }, as(bram, "2026-09-01"))).toBe("NoSuchPromise")
    }
    const undated = talkAt("Held")
    undated.does({ ...report, agreements: [{ id: "vervanging", by: "Employer", what: p3("vervanging, ooit") }] }, as(hilde, "2026-02-03"))
    for (const person of [bram, hilde]) undated.does(sign("Agreed"), as(person, "2026-02-05"))
    expect(undated.cannot(missed, as(system, "2027-01-01"))).toBe("NoSuchPromise")
    const seen = talkAt("Reported")
    for (const person of [bram, hilde]) seen.does(sign("Seen"), as(person, "2026-02-05"))
    expect(seen.cannot(missed, as(system, "2027-01-01"))).toBe("NoSuchPromise")
  })

  it("is confirmed by who got it, not by who gave it", () => expect(talkAt("Signed").cannot(kept, as(hilde, "2026-04-02"))).toBe("NotAllowed"))

  it("has a name of its own in the report", () => {
    const twice = { ...report, agreements: [replacement, replacement].map(({ what: _what, ...rest }) => ({ ...rest, what: "vervanging" })), text: "x" }
    const read = Machine.commandFrom(Conversation, twice)
    expect(Result.isFailure(read) && read.failure.problems.map(({ path }) => path)).toEqual(["agreements"])
  })
})

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

describe("[S6.9] a career talk", () => {
  it("is filed only when the employee says so", () => {
    const talk = talkAt("Signed", "Career")
    expect(talk.cannot({ _tag: "File" }, as(system, "2026-02-06"))).toBe("EmployeeDecidesFiling")
    expect(talk.cannot({ _tag: "AllowFiling" }, as(hilde, "2026-02-06"))).toBe("NotAllowed")
    talk.does({ _tag: "AllowFiling" }, as(bram, "2026-02-06"))
    expect(talk.does({ _tag: "File" }, as(system, "2026-02-06"))).toEqual(["ReportFiled"])
    expect(talkAt("Signed").cannot({ _tag: "AllowFiling" }, as(bram, "2026-02-06"))).toBe("NotACareerTalk")
  })

  it("that is withheld is the employee's alone from then on, until they erase it", () => {
    const talk = talkAt("Signed", "Career")
    expect(talkAt("Signed").cannot({ _tag: "Withhold" }, as(bram, "2026-02-06"))).toBe("NotACareerTalk")
    talk.does({ _tag: "Withhold" }, as(bram, "2026-02-06"))
    const sees = (person: string) => [...Machine.seen(Conversation, talk.state, as(person))]
    expect(everybody.map((person) => [person, sees(person)])).toEqual(everybody.map((person) => [person, person === bram ? ["Facts", "P3"] : []]))
    expect(talk.state).not.toHaveProperty("leaderId")
    expect(talk.cannot({ _tag: "Erase" }, as(kees))).toBe("NotAllowed")
    talk.does({ _tag: "Erase" }, as(bram, "2026-06-01"))
    given(Conversation, ...talk.history).is({ _tag: "Erased", type: "Career", employeeId: bram, schoolYear: "2025-2026", on: "2026-01-27" })
  })
})

describe("the file", () => {
  const left = (station: "Filed" | "Reported") => {
    const talk = talkAt(station)
    expect(talk.cannot({ _tag: "BeginRetention" }, as(system, "2026-07-31"))).toBe("KeptInFile")
    talk.does({ _tag: "BeginRetention" }, as(system, "2026-07-31", { staff: [hilde] }))
    return talk
  }

  it("is read by the two, and by HR once something is in it", () => {
    const sees = (person: string, fileReaders: ReadonlyArray<string>) => {
      const viewer = { ...as(person, "2026-03-01"), fileReaders }
      return Machine.seen(Conversation, talkAt("Filed").state, viewer).size
    }
    expect([bram, hilde, kees, iris, lies].map((person) => sees(person, [kees]))).toEqual([2, 2, 2, 0, 0])
    expect(sees(kees, [])).toBe(0)
  })

  it("keeps a report as long as somebody works here, and two years after, at most", () => {
    expect(talkAt("Filed").cannot({ _tag: "Destroy" }, as(system, "2046-01-01"))).toBe("KeptInFile")
    for (const station of ["Filed", "Reported"] as const) {
      const talk = left(station)
      const until = moment("2026-07-31") + settings.fileKeptDays * day
      expect(until).toBeLessThanOrEqual(startOf("2028-07-31"))
      given(Conversation, ...talk.history).when({ _tag: "Destroy" }, as(system, "2028-07-29")).then(new No.KeptInFile({ until }))
      talk.does({ _tag: "Destroy" }, as(system, "2028-07-30"))
      given(Conversation, ...talk.history).is({ _tag: "Destroyed", type: "Progress", employeeId: bram, schoolYear: "2025-2026", on: "2026-01-27" })
    }
    expect(Conversation.spec.events.ReportDestroyed.forgets).toBe(true)
  })

  it("of a career talk that was withheld goes with the leaver's file", () => {
    const talk = talkAt("Held", "Career")
    talk.does({ _tag: "Withhold" }, as(bram, "2026-02-06"))
    talk.does({ _tag: "BeginRetention" }, as(system, "2026-07-31", { staff: [] }))
    expect(talk.does({ _tag: "Destroy" }, as(system, "2028-07-31"))).toEqual(["WithheldErased"])
  })

  it("lets go of an old report early when HR weighed the interests", () => {
    expect(talkAt("Filed").cannot({ _tag: "DestroyEarly" }, as(hilde))).toBe("NotAllowed")
    expect(talkAt("Filed").does({ _tag: "DestroyEarly" }, as(kees, "2027-01-01"))).toEqual(["ReportDestroyed"])
  })

  it("destroys nothing while there is, or may yet be, an objection", () => {
    const open = talkAt("Signed", "Appraisal")
    expect(open.cannot({ _tag: "DestroyEarly" }, as(kees, "2026-03-18"))).toBe("RetentionHold")
    const talk = objected()
    talk.does({ _tag: "BeginRetention" }, as(system, "2026-07-31", { staff: [] }))
    expect(talk.cannot({ _tag: "Destroy" }, as(system, "2029-01-01"))).toBe("RetentionHold")
    expect(talk.cannot({ _tag: "DestroyEarly" }, as(kees, "2029-01-01"))).toBe("RetentionHold")
    talk.does({ _tag: "DecideObjection", outcome: "Rejected", decision: p3("Het oordeel blijft staan.") }, as(iris, "2029-01-02"))
    expect(talk.does({ _tag: "Destroy" }, as(system, "2029-01-03"))).toEqual(["ReportDestroyed"])
  })
})

describe("working days", () => {
  it("are Monday to Friday: ten of them are two weeks, from a weekend on as well", () => {
    expect(workingDaysAfter(startOf("2026-01-27"), 10)).toBe(startOf("2026-02-10"))
    expect(workingDaysAfter(startOf("2026-01-30"), 1)).toBe(startOf("2026-02-02"))
    expect(workingDaysAfter(startOf("2026-01-31"), 1)).toBe(startOf("2026-02-02"))
    for (let date = startOf("2026-01-01"); date < startOf("2026-03-01"); date += day) {
      for (const days of [0, 1, 3, 5, 8, 10]) {
        const end = workingDaysAfter(date, days)
        const between = Array.from({ length: (end - date) / day }, (_, n) => new Date((date + (n + 1) * day) * 60_000).getUTCDay())
        expect(between.filter((weekday) => weekday !== 0 && weekday !== 6)).toHaveLength(days)
      }
    }
  })
})
