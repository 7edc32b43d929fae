import { choices, methods, settings } from "@groeikring/pack-nl"
import { Schema } from "effect"
import { describe, expect, it } from "vitest"
import * as Method from "../src/Method.ts"

const fit = settings.methodFit
const methodOf = (id: string) => methods.find((method) => method.id === id)!
const minutesOf = (steps: ReadonlyArray<Method.Step> | undefined) => steps?.map(({ minutes }) => minutes)
const sum = (numbers: ReadonlyArray<number>) => numbers.reduce((all, one) => all + one, 0)

const six: Method.Meeting = { minutes: 30, people: 6, sessionsHeld: 3, safetyStopOpen: false, known: [] }

describe("[S7.2] embedding a method in a meeting", () => {
  it("keeps the inner part and leaves its own review, case, advice and evaluation to the frame", () => {
    expect(Method.embed(methodOf("incident"), 30, fit)?.map(({ name }) => name.nl)).toEqual([
      "Informatieve vragen",
      "Analyse zonder inbrenger"
    ])
  })

  it("takes the case of the method where the frame has no moment for one", () => {
    expect(Method.embed(methodOf("incident"), 40, fit, { hasCase: false })?.map(({ name }) => name.nl)).toEqual([
      "Korte inbreng van casussen",
      "Casus kiezen",
      "Informatieve vragen",
      "Analyse zonder inbrenger"
    ])
    expect(Method.embed(methodOf("incident"), 23, fit, { hasCase: false })).toBeUndefined()
  })

  it("shortens what is too long in proportion, to no more than the minutes of the group", () => {
    expect(minutesOf(Method.embed(methodOf("problem-core"), 60, fit))).toEqual([5, 10, 5, 10, 10, 10])
    expect(minutesOf(Method.embed(methodOf("problem-core"), 30, fit))).toEqual([3, 6, 3, 6, 6, 6])
    // Three and two minutes of silence stay: the others make room.
    expect(minutesOf(Method.embed(methodOf("case-clinic"), 50, fit))).toEqual([15, 3, 10, 20, 2])
    expect(minutesOf(Method.embed(methodOf("case-clinic"), 30, fit))).toEqual([8, 3, 5, 11, 2])
  })

  it("refuses what would lose more than it can bear, and what stands alone", () => {
    expect(Method.embed(methodOf("ten-steps"), 30, fit)).toBeUndefined()
    expect(Method.embed(methodOf("problem-core"), 29, fit)).toBeUndefined()
    expect(Method.embed(methodOf("troika"), 120, fit)).toBeUndefined()
    expect(Method.embed(methodOf("socratic-dialogue"), 360, fit)).toBeUndefined()
  })

  it("whatever the minutes: takes no more, keeps the steps in order, makes none longer and none shorter than the shortest", () => {
    const broken: Array<unknown> = []
    for (const method of methods) {
      for (const hasCase of [true, false]) {
        const whole = method.steps.filter(({ key }) => key === undefined || (key === "Case" && !hasCase))
        const length = sum(whole.map((step) => step.minutes))
        for (let minutes = 1; minutes <= 120; minutes++) {
          for (let stepMinutes = 0; stepMinutes <= 10; stepMinutes++) {
            const steps = Method.embed(method, minutes, { share: fit.share, stepMinutes }, { hasCase })
            const least = whole.map((step) => Math.min(step.minutes, stepMinutes))
            const holds =
              steps === undefined
                ? !method.embeddable || minutes / length < fit.share || minutes < sum(least)
                : steps.length === whole.length &&
                  sum(steps.map((step) => step.minutes)) <= minutes &&
                  sum(steps.map((step) => step.minutes)) > Math.min(length, minutes) - steps.length &&
                  steps.every((step, n) => step.name === whole[n]!.name && step.minutes <= whole[n]!.minutes && step.minutes >= least[n]!)
            if (!holds) broken.push([method.id, hasCase, minutes, stepMinutes, minutesOf(steps)])
          }
        }
      }
    }
    expect(broken).toEqual([])
  })
})

describe("[S6.16] choosing a method", () => {
  it("says every reason why not, all of them at once", () => {
    expect(Method.fits(methodOf("incident"), six, settings)).toEqual([])
    expect(Method.fits(methodOf("ten-steps"), { ...six, people: 3 }, settings)).toEqual(["TooLong", "TooFewPeople"])
    expect(Method.fits(methodOf("case-clinic"), { ...six, people: 7 }, settings)).toEqual(["TooManyPeople"])
    expect(Method.fits(methodOf("gossip"), { ...six, sessionsHeld: 2 }, settings)).toEqual(["NeedsTrust"])
    expect(Method.fits(methodOf("gossip"), { ...six, safetyStopOpen: true }, settings)).toEqual(["SafetyStopOpen"])
    expect(Method.fits(methodOf("reflecting-team"), six, settings)).toEqual(["NotKnown"])
    expect(Method.fits(methodOf("reflecting-team"), { ...six, known: ["reflecting-team"] }, settings)).toEqual([])
    expect(Method.fits(methodOf("troika"), { ...six, people: 4 }, settings)).toEqual(["StandsAlone"])
  })

  it("lets a stopped session stand in the way of much trust only", () => {
    expect(Method.fits(methodOf("incident"), { ...six, safetyStopOpen: true }, settings)).toEqual([])
  })

  it("offers what fits beside what does not", () => {
    expect(Method.fitting(methods, { ...six, people: 3 }, settings).map(({ id }) => id)).toEqual(["learning-from-success"])
    expect(Method.fitting(methods, { ...six, minutes: 14 }, settings).map(({ id }) => id)).toEqual(["tietze"])
  })

  it("notices a habit, without making it a reason", () => {
    const four = ["incident", "incident", "incident", "incident"]
    expect(Method.isHabit("incident", four, settings)).toBe(true)
    expect(Method.isHabit("gossip", four, settings)).toBe(false)
    expect(Method.isHabit("incident", four.slice(1), settings)).toBe(false)
    expect(Method.isHabit("incident", [...four, "gossip"], settings)).toBe(false)
  })

  it("knows a first choice for every kind of question", () => {
    expect(Schema.decodeSync(Schema.Array(Method.Choice))(choices)).toEqual(choices)
    expect(choices.flatMap(({ first, second }) => [...first, ...second]).filter((id) => !methods.some((one) => one.id === id))).toEqual(
      []
    )
  })
})

describe("writing a method of your own", () => {
  const own: Method.Method = { ...methodOf("troika"), id: "own" }
  it("finds nothing in what adds up", () => expect(methods.flatMap(Method.flaws)).toEqual([]))
  it("says what does not add up", () => {
    expect(
      Method.flaws({
        ...own,
        totalMinutes: 31,
        innerMinutes: 5,
        group: { min: 4, ideal: 3, max: 4 },
        repeat: { block: "round", times: 2 }
      })
    ).toEqual([
      "the steps take 21 minutes and totalMinutes says 31",
      "the inner steps take 4 minutes and innerMinutes says 5",
      "the group does not go from min over ideal to max"
    ])
    expect(Method.flaws({ ...own, totalMinutes: 12, repeat: { block: "turn", times: 3 } })).toEqual([
      "no step is in the block that is repeated"
    ])
    expect(Method.flaws({ ...own, totalMinutes: 0, innerMinutes: 0, steps: [] })).toEqual([
      "there are no steps",
      "no step is in the block that is repeated"
    ])
  })
})
