import { settings } from "@groeikring/pack-nl"
import { given, tell } from "@groeikring/testkit"
import { describe, expect, it } from "vitest"
import { LicenceMissing, Pulse } from "../src/Pulse.ts"
import { PulseAnswers } from "../src/PulseAnswers.ts"

const six = ["p-anneke", "p-bram", "p-carla", "p-dirk", "p-els", "p-femke"]
const [kees, lies] = ["p-kees", "p-lies"]
const answer = (value: number) => ({ unit: "midden", values: { q5: value, q6: value } })
const known = { staff: six, leaders: ["p-hilde"], hr: [kees], pmr: [lies], members: [], answers: [], before: null, settings }
const as = (actor: string, more: object = {}) => ({ ...known, ...more, actor, at: 0 })
const design = {
  _tag: "Design", schoolYear: "2025-2026", instrument: "pop-puls", items: [{ id: "q5", scale: "Result1" }, { id: "q6", scale: "Result1" }],
  units: [{ id: "midden", people: six }]
} as const
const closed = () => {
  const pulse = tell(Pulse)
  pulse.does(design, as(kees))
  pulse.does({ _tag: "Consent", document: "brief" }, as(lies))
  pulse.does({ _tag: "Open" }, as(kees))
  pulse.does({ _tag: "Close" }, as(kees))
  return pulse
}

describe("[S8.9] a pulse", () => {
  it("of five answers is reported in half points, and of four says only that they are too few", () => {
    const five = closed()
    five.does({ _tag: "Report" }, as("system", { answers: [3, 3, 3, 4, 4].map(answer) }))
    const row = { scale: "Result1", answers: 5, mean: 3.5 }
    expect(five.state).toMatchObject({ _tag: "Reported", means: [{ ...row, unit: "midden" }, { ...row, unit: null }], arrows: [] })
    const four = closed()
    four.does({ _tag: "Report" }, as("system", { answers: [3, 3, 4, 4].map(answer) }))
    expect(four.state).toMatchObject({ _tag: "Suppressed", reason: "TooFewAnswers" })
    expect(four.state).not.toHaveProperty("means")
  })
  it("with the words of others asks for a licence", () =>
    given(Pulse).when({ ...design, instrument: "tses" }, as(kees)).then(new LicenceMissing({ instrument: "tses" })))
  it("opens only with the consent of the council", () => {
    const pulse = tell(Pulse)
    pulse.does(design, as(kees))
    expect(pulse.cannot({ _tag: "Open" }, as(kees))).toBe("IllegalCommand")
    expect(pulse.cannot({ _tag: "Consent", document: "d" }, as(kees))).toBe("NotAllowed")
  })
  it("of a group opens when all its members agreed", () => {
    const pulse = tell(Pulse)
    const member = (actor: string) => as(actor, { members: six })
    pulse.does({ ...design, groupId: "g" }, member("p-bram"))
    expect(pulse.cannot({ _tag: "Consent", document: "d" }, as(lies))).toBe("ConsentOfOthers")
    expect(six.map((person) => pulse.does({ _tag: "Agree" }, member(person)).length)).toEqual([1, 1, 1, 1, 1, 2])
    expect(pulse.state).toMatchObject({ _tag: "Consented" })
  })
})

describe("an answer", () => {
  const asked = { open: true, reported: false, items: ["q5", "q6"], units: [{ unit: "midden", people: 2 }] }
  const box = { hr: [kees], members: [], invited: six, asked, settings }
  const by = (actor: string, more: object = {}) => ({ ...box, ...more, actor, at: 0 })
  it("is given once, names nobody, and its place tells nothing of when it came", () => {
    const answers = tell(PulseAnswers)
    answers.does({ _tag: "DrawTokens", tokens: [{ unit: "midden", tokens: ["b", "a"] }] }, by(kees))
    answers.does({ _tag: "Answer", token: "b", values: { q5: 4 } }, by("p-bram"))
    expect(answers.cannot({ _tag: "Answer", token: "b", values: { q5: 4 } }, by("p-els"))).toBe("AnsweredAlready")
    expect(answers.cannot({ _tag: "Answer", token: "x", values: {} }, by("p-els"))).toBe("UnknownToken")
    expect(answers.cannot({ _tag: "Answer", token: "a", values: { q99: 1 } }, by("p-els"))).toBe("NotAsked")
    answers.does({ _tag: "Answer", token: "a", values: { q5: 2 } }, by("p-els"))
    expect(answers.state).toMatchObject({ used: ["a", "b"], answers: [{ values: { q5: 2 } }, { values: { q5: 4 } }] })
    expect(JSON.stringify(answers.history)).not.toContain("p-")
    expect(PulseAnswers.spec.events.AnswerGiven.anonymous).toBe(true)
    expect(PulseAnswers.spec.seenBy).toEqual({})
    expect(answers.cannot({ _tag: "Purge" }, by("system"))).toBe("AnswersStillKept")
    answers.does({ _tag: "Purge" }, by("system", { asked: { ...asked, reported: true } }))
    expect(answers.state).toEqual({ _tag: "Purged" })
  })
})
