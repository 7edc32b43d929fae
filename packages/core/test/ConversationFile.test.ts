/** What is filed of a conversation, and until when. */
import { settings } from "@groeikring/pack-nl"
import { given } from "@groeikring/testkit"
import { describe, expect, it } from "vitest"
import * as No from "../src/conversation/Refusals.ts"
import { Conversation } from "../src/Conversation.ts"
import * as Machine from "../src/Machine.ts"
import { startOf } from "../src/Vocabulary.ts"
import { as, bram, everybody, hilde, iris, kees, lies, moment, objected, p3, system, talkAt } from "./talk.ts"

const day = 24 * 60

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
