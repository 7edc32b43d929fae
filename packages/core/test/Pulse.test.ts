import { settings } from "@groeikring/pack-nl"
import { given, tell } from "@groeikring/testkit"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import * as Machine from "../src/Machine.ts"
import { LicenceMissing, Pulse } from "../src/Pulse.ts"
import type { Words } from "../src/Private.ts"
import { PulseAnswers, valuesOf } from "../src/PulseAnswers.ts"
import { said } from "./asking.ts"

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
  it("[S8.6] says for how many the plan lives, of ten answers or more, and never of a group", () => {
    const living = { ...design, items: [{ id: "living-pop", scale: "LivingPop" }], units: [{ id: "school", people: Array.from({ length: 12 }, (_, n) => `p-${n}`) }] } as const
    const reported = (values: ReadonlyArray<number>, more: object = {}) => {
      const known = { answers: values.map((value) => ({ unit: "school", values: { "living-pop": value } })) }
      return Result.getOrThrow(Machine.decide(Pulse, { ...living, agreed: [], ...more, _tag: "Closed" }, { _tag: "Report" }, as("system", known)))[0]
    }
    expect(reported([5, 4, 4, 4, 5, 4, 4, 3, 2, 1])).toMatchObject({ livingPop: 0.7, means: [{ unit: "school" }, { unit: null, answers: 10, mean: 3.6 }] })
    expect(reported([5, 4, 4, 4, 5, 4, 4, 3, 2])).not.toHaveProperty("livingPop")
    expect(reported([5, 4, 4, 4, 5, 4, 4, 3, 2, 1], { groupId: "g" })).not.toHaveProperty("livingPop")
  })
  it("has an arrow where a unit was shown both times and went another way, and nowhere else", () => {
    const people = (unit: string, many: number) => Array.from({ length: many }, (_, n) => `${unit}-${n}`)
    const units = [{ id: "onder", people: people("onder", 20) }, { id: "midden", people: people("midden", 20) }, { id: "nieuw", people: people("nieuw", 20) }]
    const items = [{ id: "q5", scale: "Result1" }, { id: "q6", scale: "Result1" }, { id: "q1", scale: "Need1" }]
    const values = { onder: { q5: 4, q6: 4, q1: 3 }, midden: { q5: 2, q1: 3 }, nieuw: { q5: 4, q6: 4, q1: 3 } }
    const answers = units.flatMap(({ id, people }) => people.map(() => ({ unit: id, values: values[id as keyof typeof values] })))
    const was = (unit: string | null, scale: string, mean: number) => ({ unit, scale, answers: 20, mean })
    const before = {
      units: units.slice(0, 2),
      means: [was("onder", "Result1", 3), was("midden", "Result1", 3), was("midden", "Need1", 3), was("nieuw", "Result1", 2), was(null, "Result1", 1)]
    }
    const reported = (before: object | null) =>
      Result.getOrThrow(Machine.decide(Pulse, { ...design, items, units, agreed: [], _tag: "Closed" } as never, { _tag: "Report" }, as("system", { answers, before })))[0]
    expect(reported(before)).toMatchObject({
      means: [
        { scale: "Result1", unit: "onder", mean: 4 }, { scale: "Result1", unit: "midden", mean: 2 }, { scale: "Result1", unit: "nieuw", mean: 4 },
        { scale: "Result1", unit: null, answers: 60 },
        { scale: "Need1", unit: "onder" }, { scale: "Need1", unit: "midden" }, { scale: "Need1", unit: "nieuw" }, { scale: "Need1", unit: null }
      ],
      arrows: [{ unit: "onder", scale: "Result1", trend: "Up" }, { unit: "midden", scale: "Result1", trend: "Down" }]
    })
    expect(reported(null)).toMatchObject({ arrows: [] })
  })
  it("counts who left a question open for the others alone", () => {
    const items = [{ id: "q5", scale: "Result1" }, { id: "q1", scale: "Need1" }]
    const answers = [...[5, 5, 5, 4, 4, 4].map((q5) => ({ unit: "midden", values: { q5, q1: 1 } })), { unit: "midden", values: { q1: 1 } }]
    const [report] = Result.getOrThrow(
      Machine.decide(Pulse, { ...design, items, units: [{ id: "midden", people: [...six, "p-gijs"] }], agreed: [], _tag: "Closed" } as never, { _tag: "Report" }, as("system", { answers }))
    )
    expect(report).toMatchObject({ means: [{ scale: "Result1", answers: 6, mean: 4.5 }, { answers: 6 }, { scale: "Need1", answers: 7, mean: 1 }, { answers: 7 }] })
  })
  it("counts nobody twice, and a pulse of a group asks its members alone, as one unit", () => {
    const cannot = (units: ReadonlyArray<{ readonly id: string; readonly people: ReadonlyArray<string> }>, more: object = {}) =>
      tell(Pulse).cannot({ ...design, ...more, units } as never, as("p-bram", { members: six }))
    const [one, other] = [six.slice(0, 3), six.slice(3)]
    expect(cannot([{ id: "a", people: one }, { id: "b", people: one }])).toBe("InTwoUnits")
    expect(cannot([{ id: "a", people: one }, { id: "a", people: other }])).toBe("InTwoUnits")
    expect(cannot([{ id: "a", people: one }, { id: "b", people: other }], { groupId: "g" })).toBe("OutsideTheGroup")
    expect(cannot([{ id: "a", people: [...one, "p-stranger"] }], { groupId: "g" })).toBe("OutsideTheGroup")
    const pulse = tell(Pulse)
    pulse.does({ ...design, groupId: "g", units: [{ id: "a", people: one }] }, as("p-bram", { members: six }))
    expect(pulse.state).toMatchObject({ _tag: "Designed", agreed: [] })
  })
  it("of the school is for the council alone to agree to", () => {
    const pulse = tell(Pulse)
    pulse.does(design, as(kees))
    expect(pulse.cannot({ _tag: "Agree" }, as("p-bram", { members: six }))).toBe("ConsentOfOthers")
  })
  it("of a group waits for each member, and hears a second yes of one as one", () => {
    const pulse = tell(Pulse)
    const among = { members: six.slice(0, 2) }
    pulse.does({ ...design, units: [{ id: "midden", people: six.slice(0, 2) }], groupId: "g", reportOutside: true }, as("p-bram", among))
    pulse.does({ _tag: "Agree" }, as("p-bram", among))
    pulse.does({ _tag: "Agree" }, as("p-bram", among))
    expect(pulse.does({ _tag: "Consent", document: "brief" }, as(lies, among)).length).toBe(1)
    expect(pulse.state).toMatchObject({ _tag: "Designed", agreed: ["p-bram"] })
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
  it.each(["members first", "council first"])("of a group is shown outside when the council agreed as well: %s", (order) => {
    const pulse = tell(Pulse)
    const among = { members: six.slice(0, 2) }
    const steps = [
      () => among.members.map((person) => pulse.does({ _tag: "Agree" }, as(person, among))),
      () => pulse.does({ _tag: "Consent", document: "brief" }, as(lies, among))
    ]
    pulse.does({ ...design, units: [{ id: "midden", people: six.slice(0, 2) }], groupId: "g", reportOutside: true }, as("p-bram", among))
    const [first, last] = order === "members first" ? steps : steps.toReversed()
    first!()
    expect(pulse.state).toMatchObject({ _tag: "Designed" })
    last!()
    expect(pulse.state).toMatchObject({ _tag: "Consented", consent: "brief" })
  })
})

describe("tokens", () => {
  const asked = { open: true, reported: false, items: ["q5"], units: [{ unit: "onder", people: 2 }, { unit: "midden", people: 1 }] }
  const cannot = (tokens: ReadonlyArray<{ readonly unit: string; readonly tokens: ReadonlyArray<string> }>, more: object = {}) =>
    tell(PulseAnswers).cannot({ _tag: "DrawTokens", tokens }, { hr: [kees], members: [], invited: six, asked: { ...asked, ...more }, settings, actor: kees, at: 0 } as never)
  const [onder, midden] = [{ unit: "onder", tokens: ["a", "b"] }, { unit: "midden", tokens: ["c"] }]
  it("are as many as there are people in each unit, and each another", () => {
    expect(cannot([onder, { ...midden, tokens: ["a"] }])).toBe("TokensDoNotFit")
    expect(cannot([onder])).toBe("TokensDoNotFit")
    expect(cannot([onder, { ...midden, tokens: ["c", "d"] }])).toBe("TokensDoNotFit")
    expect(cannot([{ ...onder, tokens: ["a"] }, midden])).toBe("TokensDoNotFit")
    expect(cannot([onder, midden, { unit: "school", tokens: [] }])).toBe("TokensDoNotFit")
  })
  it("are drawn for a pulse that is open", () => expect(cannot([onder, midden], { open: false })).toBe("PulseNotOpen"))
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
    expect(answers.cannot({ _tag: "Answer", token: "a", values: { q5: 2, q99: 1 } }, by("p-els"))).toBe("NotAsked")
    expect(answers.cannot({ _tag: "Answer", token: "a", values: { q5: 2 } }, by("p-els", { asked: { ...asked, open: false } }))).toBe("PulseNotOpen")
    expect(answers.state).toMatchObject({ left: [{ unit: "midden", tokens: ["a"] }] })
    answers.does({ _tag: "Answer", token: "a", values: { q5: 2 } }, by("p-els"))
    const { answers: given } = answers.state as { readonly answers: ReadonlyArray<{ readonly token: string; readonly said: Words }> }
    expect(given.map(({ said: words, token }) => [token, valuesOf(said(words))])).toEqual([["a", { q5: 2 }], ["b", { q5: 4 }]])
    expect(JSON.stringify(answers.history)).not.toMatch(/q5|values/)
    expect(JSON.stringify(answers.history)).not.toContain("p-")
    expect(PulseAnswers.spec.events.AnswerGiven.anonymous).toBe(true)
    expect(PulseAnswers.spec.seenBy).toEqual({})
    expect(answers.cannot({ _tag: "Purge" }, by("system"))).toBe("AnswersStillKept")
    answers.does({ _tag: "Purge" }, by("system", { asked: { ...asked, reported: true } }))
    expect(answers.state).toEqual({ _tag: "Purged" })
  })
})
