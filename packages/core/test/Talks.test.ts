/** What follows from the conversations: each process rule told a fact. */
import { describe, expect, it } from "vitest"
import { talks } from "../src/processes/Talks.ts"
import { day, startOf } from "../src/Vocabulary.ts"
import { asking } from "./asking.ts"
import { bram, entry, goal, hilde, iris, replacement, running, talkAt } from "./talk.ts"

const ask = asking(talks)

describe("a cycle that starts", () => {
  const regulation = { ...running().state, _tag: "Running" }

  it("gives everybody who is led their year, and nobody else", async () => {
    const Staff = { zwaluw: { _tag: "Working", colleagues: [bram, iris, hilde], leadersOf: { [bram]: [hilde], [iris]: [hilde], "p-weg": [] } } }
    expect(await ask("ConversationCycle", "r", { _tag: "CycleStarted" }, regulation, { Staff })).toMatchObject([
      { machine: "EmployeeCycle", id: `r/${bram}`, as: "system", command: { _tag: "Open", employeeId: bram, schoolYear: "2025-2026" } },
      { machine: "EmployeeCycle", id: `r/${iris}`, command: { _tag: "Open", employeeId: iris, schoolYear: "2025-2026" } }
    ])
  })

  it("begins each year with its talks, and closes it in August", async () => {
    const year = { _tag: "InYear", employeeId: bram, schoolYear: "2025-2026" }
    expect(await ask("EmployeeCycle", "y", { _tag: "EmployeeCycleOpened" }, { ...year, _tag: "Open" })).toMatchObject([
      { id: "y", command: { _tag: "ScheduleDefaultTalks" } }
    ])
    expect(await ask("EmployeeCycle", "y", { _tag: "TalksScheduled", talks: [] }, year)).toMatchObject([
      { id: "y", command: { _tag: "CloseYear" }, notBefore: startOf("2026-08-01") }
    ])
    expect(await ask("ConversationCycle", "r", { _tag: "CycleEvaluated" }, { ...regulation, _tag: "Evaluated" })).toMatchObject([
      { id: "r", command: { _tag: "Close" }, notBefore: startOf("2026-08-01") }
    ])
  })
})

describe("a signed report", () => {
  const signed = { _tag: "SigningCompleted", agreed: true }

  it("goes to the file, and what the employer promised is missed the day after it was due", async () => {
    expect(await ask("Conversation", "t", signed, talkAt("Signed").state)).toMatchObject([
      { id: "t", command: { _tag: "File" } },
      { id: "t", command: { _tag: "ReportMissed", agreement: replacement.id }, notBefore: startOf(replacement.before) + day }
    ])
  })

  it("of a career talk goes there only when the employee says so", async () => {
    const career = { ...talkAt("Signed", "Career").state, agreements: [] }
    expect(await ask("Conversation", "t", signed, career)).toEqual([])
    expect(await ask("Conversation", "t", { _tag: "FilingAllowed" }, career)).toMatchObject([{ command: { _tag: "File" } }])
  })

  it("of an appraisal waits for an objection, and then for what is decided", async () => {
    const open = { _tag: "ObjectionOpen", type: "Appraisal", objectBefore: 99 }
    const sent = async (event: object) => (await ask("Conversation", "t", event, open)).map((one) => (one._tag === "Send" ? [one.command._tag, one.notBefore] : []))
    expect(await sent({ _tag: "ObjectionOpened", agreed: true, objectBefore: 99 })).toEqual([["Finalise", 99]])
    expect(await sent({ _tag: "ObjectionMade" })).toEqual([])
    expect(await sent({ _tag: "ObjectionWithdrawn" })).toEqual([["Finalise", undefined]])
    expect(await sent({ _tag: "ObjectionDecided" })).toEqual([["Finalise", undefined]])
    expect(await sent({ _tag: "AppraisalFinalised" })).toEqual([["File", undefined]])
  })
})

describe("[S5.4] what an owner closes again", () => {
  const view = { _tag: "Closed", ownerId: bram, sourceId: entry.ref, granteeId: "t" }
  const other = { _tag: "Open", ownerId: bram, sourceId: entry.ref, granteeId: "t" }
  const Conversation = {
    t: { ...talkAt("AgendaSet").state, evidence: [entry, goal] },
    held: { ...talkAt("Signed").state, evidence: [entry] }
  }
  const closed = { _tag: "ViewClosed" }

  it("leaves the table of a talk that is yet to be reported, and no other", async () => {
    expect(await ask("SharedView", "v", closed, view, { Conversation })).toMatchObject([
      { machine: "Conversation", id: "t", command: { ...entry, _tag: "DetachEvidence" } }
    ])
    const part = { ...view, sourceId: "pop-bram", part: goal.ref }
    expect(await ask("SharedView", "v", closed, part, { Conversation })).toMatchObject([{ id: "t", command: { ...goal, _tag: "DetachEvidence" } }])
  })

  it("stays there as long as it is open in another way", async () => {
    expect(await ask("SharedView", "v", closed, view, { Conversation, SharedView: { other } })).toEqual([])
    expect(await ask("SharedView", "v", closed, view, { Conversation, SharedView: { other: { ...other, granteeId: hilde } } })).toEqual([])
    expect(await ask("SharedView", "v", closed, view, { Conversation, SharedView: { other: { ...other, granteeId: "p-dirk" } } })).toHaveLength(1)
  })
})
