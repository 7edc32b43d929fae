import { settings } from "@groeikring/pack-nl"
import { given, tell, words } from "@groeikring/testkit"
import { describe, expect, it } from "vitest"
import * as Machine from "../src/Machine.ts"
import { day } from "../src/Vocabulary.ts"
import { Pap, PapAlreadyOpen, PapDueAfterNextSession, PapStepLongOver, PapStillKept, PapWithoutBehaviour } from "../src/Pap.ts"

const [femke, bram, esra] = ["p-femke", "p-bram", "p-esra"] as const
const at = 29_290_000
const s2 = { id: "s2", on: "2025-10-07" }
const known = {
  groupMembers: [femke, bram, esra],
  staff: [femke, bram, esra],
  livePap: null,
  papStep: { reached: true, endedAt: null },
  nextSession: s2,
  papReviewOpen: true,
  settings
}
const as = (actor: string, more: Partial<{ readonly [K in keyof typeof known]: unknown }> = {}) =>
  ({ ...known, ...more, actor, at }) as Machine.Context<Machine.Of<typeof Pap>>
const own = (text: string) => words("P0", text, "ownerId")
const start = { _tag: "Start", groupId: "g", fromSession: "s1", tipRefs: ["t1"], competenceRef: "sbl-4" } as const
const commit = {
  _tag: "Commit",
  situation: own("start van de rekenles na de pauze"),
  newBehaviour: own("ik sta bij de deur"),
  sign: own("binnen 3 minuten is iedereen bezig"),
  firstOccasion: "2025-09-11"
} as const
const report = { _tag: "Report", outcome: "NotTried", learned: own(""), reason: "Courage" } as const

const papAt = (state: "Draft" | "Committed" | "Reported" | "Reviewed") => {
  const pap = tell(Pap)
  pap.does(start, as(femke))
  if (state !== "Draft") pap.does(commit, as(femke))
  if (state === "Reported" || state === "Reviewed") pap.does(report, as(femke))
  if (state === "Reviewed") pap.does({ _tag: "Review" }, as(femke))
  return pap
}

describe("[S7.3, S7.16] a plan begins", () => {
  it("with its owner, in their group, one at a time, in the step for it or within two days", () => {
    expect(tell(Pap).cannot(start, as("p-x"))).toBe("NotInThisGroup")
    expect(tell(Pap).cannot(start, as(femke, { papStep: { reached: false, endedAt: null } }))).toBe("PapStepNotReached")
    given(Pap).when(start, as(femke, { livePap: "p0" })).then(new PapAlreadyOpen({ pap: "p0" }))
    const endedAt = at - 48 * 60 - 1
    given(Pap).when(start, as(femke, { papStep: { reached: true, endedAt } })).then(new PapStepLongOver({ endedAt, hours: 48 }))
    expect(tell(Pap).does(start, as(femke, { papStep: { reached: true, endedAt: endedAt + 1 } }))).toEqual(["PapStarted"])
  })

  it("[S7.5] may point to one competence and to the tips it comes from", () =>
    given(Pap)
      .when(start, as(femke))
      .then({ _tag: "PapStarted", ownerId: femke, groupId: "g", fromSession: "s1", tipRefs: ["t1"], competenceRef: "sbl-4" }))
})

describe("[S7.4] committing", () => {
  it("says what will be different, in which situation, and how one will notice", () => {
    const pap = papAt("Draft")
    given(Pap, ...pap.history).when({ ...commit, newBehaviour: own(" ") }, as(femke)).then(new PapWithoutBehaviour())
    expect(pap.cannot({ ...commit, situation: own("") }, as(femke))).toBe("PapWithoutSituation")
    expect(pap.cannot({ ...commit, sign: own("") }, as(femke))).toBe("PapWithoutSign")
  })

  it("[S7.16] is bound to the next session, and short", () => {
    const pap = papAt("Draft")
    expect(pap.cannot(commit, as(femke, { nextSession: null }))).toBe("NoNextSession")
    given(Pap, ...pap.history)
      .when({ ...commit, firstOccasion: "2025-10-20" }, as(femke))
      .then(new PapDueAfterNextSession({ firstOccasion: "2025-10-20", due: "2025-10-07" }))
    const long = Machine.commandFrom(Pap, { ...commit, situation: "n".repeat(281), newBehaviour: "x", sign: "x" })
    expect(JSON.stringify(long)).toContain("280")
  })
})

describe("[S5.1] a buddy", () => {
  it("is somebody else of the group, and says yes for themselves", () => {
    const pap = papAt("Committed")
    expect(pap.cannot({ _tag: "AskBuddy", peer: femke }, as(femke))).toBe("BuddyIsOwner")
    expect(pap.cannot({ _tag: "AskBuddy", peer: "p-x" }, as(femke))).toBe("NotInThisGroup")
    pap.does({ _tag: "AskBuddy", peer: esra }, as(femke))
    expect(pap.cannot({ _tag: "AcceptBuddy" }, as(bram))).toBe("NotAllowed")
    pap.does({ _tag: "AcceptBuddy" }, as(esra))
    expect(pap.state).toMatchObject({ buddyAsked: esra, buddy: esra })
    expect(pap.cannot({ _tag: "AcceptBuddy" }, as(esra))).toBe("BuddyAlready")
  })
})

describe("[S3.7, S8.13] looking back", () => {
  it("happens in the review of a session, by the owner alone", () => {
    const pap = papAt("Reported")
    expect(pap.cannot({ _tag: "Review" }, as(femke, { papReviewOpen: false }))).toBe("NotInPapReview")
    expect(pap.cannot({ _tag: "Review" }, as(bram))).toBe("NotAllowed")
    expect(pap.does({ _tag: "Review" }, as(femke))).toEqual(["PapReviewed"])
  })

  it("knows four honest outcomes, of which none is a failure: every one of them can be celebrated, closed, continued or dropped", () => {
    for (const outcome of ["DoneWorked", "DoneDifferently", "TriedNotWorked", "NotTried"] as const) {
      for (const end of [{ _tag: "Close" }, { _tag: "Drop" }, { _tag: "Continue", next: "p2" }] as const) {
        const pap = papAt("Committed")
        pap.does({ _tag: "MarkTried" }, as(femke))
        pap.does({ ...report, outcome }, as(femke))
        pap.does({ _tag: "Review" }, as(femke))
        pap.does({ _tag: "Celebrate" }, as(femke))
        pap.does(end, as(femke))
        expect(["Closed", "Dropped", "Continued"]).toContain(pap.tag)
      }
    }
  })

  it("asks how it went, and what was learned only of who wants to say so", () => {
    const { learned: _, ...short } = report
    given(Pap, ...papAt("Committed").history).when(short, as(femke)).then({ ...report, _tag: "PapReported" })
    expect(Machine.possible(Pap, papAt("Committed").state, as(femke)).Report).toMatchObject({ fields: ["outcome"] })
  })

  it("has no score, and others can do nothing with a plan that was not tried", () => {
    const fields = [...Object.values(Pap.spec.states), ...Object.values(Pap.spec.events).map((event) => ("payload" in event ? event.payload : {}))]
    expect(fields.flatMap((table) => Object.keys(table)).filter((field) => /score|rating|count|mark|grade/i.test(field))).toEqual([])
    const reviewed = papAt("Reviewed").state
    for (const [command, can] of Object.entries(Machine.possible(Pap, reviewed, as(bram)))) {
      expect([command, "_tag" in can && can._tag]).toEqual([command, "NotAllowed"])
    }
  })

  it("[S8.11] can celebrate a success", () => {
    const pap = papAt("Reviewed")
    expect(pap.does({ _tag: "Celebrate" }, as(femke))).toEqual(["SuccessCelebrated"])
  })
})

describe("a plan goes on", () => {
  it("for an absent owner, to the next session, by the system alone", () => {
    const pap = papAt("Committed")
    const nextSession = { id: "s3", on: "2025-11-18" }
    expect(pap.cannot({ _tag: "CarryOver" }, as(bram))).toBe("NotAllowed")
    expect(pap.cannot({ _tag: "CarryOver" }, as("system", { nextSession: null }))).toBe("NoNextSession")
    pap.does({ _tag: "CarryOver" }, as("system", { nextSession }))
    expect(pap.state).toMatchObject({ _tag: "Committed", dueSession: nextSession })
  })

  it("as the next plan, with what the one before said, for the owner to change", () => {
    const earlier = { situation: own("de rekenles"), newBehaviour: own("bij de deur"), sign: own("iedereen bezig") }
    const next = { ownerId: femke, groupId: "g", fromSession: "s2", tipRefs: [], earlier }
    given(Pap).when({ _tag: "StartNext", ...next }, as("system")).then({ _tag: "PapStarted", ...next })
    expect(tell(Pap).cannot({ _tag: "StartNext", ...next }, as(femke))).toBe("NotAllowed")
  })

  it("in facts recorded before a plan had a sign", () => {
    // Upcasting itself is tried in upcast.test.ts; here, that this machine has what old schools need.
    expect(Pap.rules.upcasts?.map(({ tag }) => tag)).toEqual(["PapCommitted", "PapSucceeded"])
  })
})

describe("a plan goes", () => {
  const forget = { _tag: "Forget" } as const
  const later = (days: number, more: Partial<typeof known> = {}) => ({ ...as("system", more), at: at + days * day })
  it("for good when its owner says so, whatever state it is in", () => {
    for (const state of ["Draft", "Committed", "Reported", "Reviewed"] as const) {
      const pap = papAt(state)
      expect(pap.cannot(forget, as(bram))).toBe("NotAllowed")
      expect(pap.does(forget, as(femke))).toEqual(["PapForgotten"])
      expect(pap.state).toEqual({ _tag: "Forgotten", ownerId: femke, groupId: "g" })
    }
    expect(Pap.spec.events.PapForgotten).toMatchObject({ forgets: true })
  })
  it("by itself twelve months after it was looked back on, and not before; one that was never looked back on stays", () => {
    given(Pap, ...papAt("Reviewed").history).when(forget, later(364)).then(new PapStillKept({ days: 365 }))
    expect(papAt("Reviewed").does(forget, later(365))).toEqual(["PapForgotten"])
    given(Pap, ...papAt("Committed").history).when(forget, later(1000)).then(new PapStillKept({ days: 365 }))
  })
  it("by itself when its owner has left", () =>
    expect(papAt("Committed").does(forget, later(1, { staff: [bram] }))).toEqual(["PapForgotten"]))
})
