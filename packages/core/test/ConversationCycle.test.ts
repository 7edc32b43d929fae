import { settings } from "@groeikring/pack-nl"
import { given, tell } from "@groeikring/testkit"
import { describe, expect, it } from "vitest"
import { ConversationCycle, NoTalkAboutWork, RegulationExists, YearNotOver } from "../src/ConversationCycle.ts"
import { endOf } from "../src/Vocabulary.ts"
import { bram, hilde, inCycle, kees, lies, propose, running, terms } from "./talk.ts"

describe("[S6.12] a regulation", () => {
  it("is proposed by HR, and says what the settings of the school say where it says nothing else", () => {
    const proposed = { ...propose, _tag: "RegulationProposed", terms, talks: settings.yearlyTalks } as const
    given(ConversationCycle).when(propose, inCycle(kees)).then(proposed)
    const own = { terms: { ...terms, performanceTalks: 3 }, talks: [{ type: "Performance", months: [4] }] } as const
    given(ConversationCycle).when({ ...propose, ...own }, inCycle(kees)).then({ ...proposed, ...own })
    expect(tell(ConversationCycle).cannot(propose, inCycle(hilde))).toBe("NotAllowed")
  })

  it("has a progress or a performance talk for everybody, in a roster of its own", () => {
    expect(settings.yearlyTalks.map(({ months, type }) => [type, months])).toEqual([["GoalSetting", [9, 10]], ["Progress", [1, 2]], ["Performance", [5, 6]]])
    given(ConversationCycle).when({ ...propose, talks: [{ type: "Pop", months: [10] }] }, inCycle(kees)).then(new NoTalkAboutWork())
    given(ConversationCycle).when({ ...propose, talks: [] }, inCycle(kees)).then(new NoTalkAboutWork())
  })

  it("schedules appraisals only when it has them", () => {
    const talks = [{ type: "Performance", months: [4] }, { type: "Appraisal", months: [6] }] as const
    expect(tell(ConversationCycle).cannot({ ...propose, appraisals: false, talks }, inCycle(kees))).toBe("AppraisalNotInRegulation")
    expect(tell(ConversationCycle).does({ ...propose, talks }, inCycle(kees))).toEqual(["RegulationProposed"])
  })

  it("[S0.3] is for one school year, and a year has one", () => {
    given(ConversationCycle)
      .when(propose, inCycle(kees, "2025-08-20", { otherRegulation: "regeling-2025" }))
      .then(new RegulationExists({ regulation: "regeling-2025", schoolYear: "2025-2026" }))
  })

  it("runs with the consent of the staff council, and not without", () => {
    const cycle = tell(ConversationCycle)
    cycle.does(propose, inCycle(kees))
    expect(cycle.cannot({ _tag: "Start" }, inCycle(hilde))).toBe("IllegalCommand")
    expect(cycle.cannot({ _tag: "Consent", document: "d" }, inCycle(kees))).toBe("NotAllowed")
    cycle.does({ _tag: "Consent", document: "brief-pmr-12" }, inCycle(lies))
    expect(cycle.state).toMatchObject({ _tag: "Consented", consent: "brief-pmr-12" })
    expect(cycle.cannot({ _tag: "Start" }, inCycle(bram))).toBe("NotAllowed")
    expect(cycle.does({ _tag: "Start" }, inCycle(hilde))).toEqual(["CycleStarted"])
  })

  it("to which the council says no, in a letter, is written anew", () => {
    const cycle = tell(ConversationCycle)
    cycle.does(propose, inCycle(kees))
    cycle.does({ _tag: "WithholdConsent", document: "brief-pmr-11" }, inCycle(lies))
    expect(cycle.state).toMatchObject({ _tag: "Withheld", letter: "brief-pmr-11" })
    cycle.does({ ...propose, appraisals: false }, inCycle(kees))
    expect(cycle.state).toMatchObject({ _tag: "Proposed", appraisals: false })
    expect(cycle.state).not.toHaveProperty("letter")
  })

  it("is looked back on, and closed when the year is over", () => {
    const cycle = running()
    expect(cycle.cannot({ _tag: "Close" }, inCycle(kees, "2026-08-01"))).toBe("IllegalCommand")
    cycle.does({ _tag: "Evaluate", document: "evaluatie-2026" }, inCycle(hilde, "2026-06-20"))
    given(ConversationCycle, ...cycle.history)
      .when({ _tag: "Close" }, inCycle("system", "2026-07-31"))
      .then(new YearNotOver({ schoolYear: "2025-2026", until: endOf("2025-2026") }))
    expect(cycle.does({ _tag: "Close" }, inCycle("system", "2026-08-01"))).toEqual(["CycleClosed"])
    expect(cycle.state).toMatchObject({ _tag: "Closed", consent: "brief-pmr-12", evaluation: "evaluatie-2026" })
  })
})
