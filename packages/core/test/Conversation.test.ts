import { given, tell } from "@groeikring/testkit"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { differences, Kind } from "../src/conversation/Kinds.ts"
import * as No from "../src/conversation/Refusals.ts"
import { Conversation, workingDaysAfter } from "../src/Conversation.ts"
import * as Machine from "../src/Machine.ts"
import { startOf } from "../src/Vocabulary.ts"
import { as, bram, entry, goal, hilde, iris, kees, lies, moment, p3, plan, replacement, report, sign, system, talkAt, terms, visit } from "./talk.ts"

const day = 24 * 60
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
