import { settings } from "@groeikring/pack-nl"
import { describe, expect, it } from "vitest"
import { clockFrom, mayNotSpeak, nextOf, orderFrom, timeIsUp, turnFrom } from "../src/intervision/Floor.ts"
import { embed, type HardRule, type Step } from "../src/Method.ts"
import { anneke, at, bram, carla, dirk, methodOf } from "./session.ts"

const circle = [anneke, bram, carla, dirk]

describe("whose turn it is", () => {
  it("goes round the circle from the left of the case giver, who has none", () => {
    expect(orderFrom(circle, anneke)).toEqual([bram, carla, dirk])
    expect(orderFrom(circle, carla)).toEqual([dirk, anneke, bram])
    expect(orderFrom(circle, dirk)).toEqual([anneke, bram, carla])
    expect(orderFrom(circle, "p-elders")).toEqual(circle)
  })

  it("passes by who stepped out, as often as it comes to them", () => {
    const order = [bram, carla, dirk]
    expect([0, 1, 2, 3, 4].map((turn) => nextOf(order, turn, []))).toEqual([bram, carla, dirk, bram, carla])
    expect([0, 1, 2, 3, 4].map((turn) => turnFrom(order, turn, [carla]))).toEqual([0, 2, 2, 3, 5])
    expect(nextOf(order, 1, [carla, dirk])).toBe(bram)
    expect(nextOf(order, 4, [carla])).toBe(dirk)
    expect(turnFrom(order, 7, order)).toBe(7)
  })
})

describe("the clock of a step", () => {
  const clock = clockFrom(at, 10)
  it("is up when its minutes are over, not before", () => {
    expect([9, 10, 11].map((minute) => timeIsUp(clock, at + minute))).toEqual([false, true, true])
    expect([14, 15].map((minute) => timeIsUp({ ...clock, extra: 5 }, at + minute))).toEqual([false, true])
  })
  it("stands still in a time-out, and goes on where it was", () => {
    expect(timeIsUp({ ...clock, pausedAt: at + 9 }, at + 60)).toBe(false)
    expect([14, 15].map((minute) => timeIsUp({ ...clock, paused: 5 }, at + minute))).toEqual([false, true])
  })
})

describe("who may say something for the sheet", () => {
  const [step] = embed(methodOf("incident"), 60, settings.methodFit)!
  const says = (change: Partial<Step>, actor: string, rules: ReadonlyArray<typeof HardRule["Type"]> = [], turn = 0) =>
    mayNotSpeak(
      {
        attendees: circle,
        away: [],
        caseGiver: anneke,
        facilitator: dirk,
        step: 0,
        turn,
        method: { id: "m", steps: [{ ...step!, caseGiver: "Joins", floor: ["All"], ...change, rules }] }
      },
      actor,
      "Question"
    )?._tag
  const everybody = (change: Partial<Step>, rules?: ReadonlyArray<typeof HardRule["Type"]>) =>
    circle.map((actor) => says(change, actor, rules) ?? "yes")

  it("are those who have the floor", () => {
    expect(everybody({ floor: ["All"] })).toEqual(["yes", "yes", "yes", "yes"])
    expect(everybody({ floor: ["CaseGiver"] })).toEqual(["yes", "NotYourFloor", "NotYourFloor", "NotYourFloor"])
    expect(everybody({ floor: ["Peer"] })).toEqual(["NotYourFloor", "yes", "yes", "yes"])
    expect(everybody({ floor: ["Facilitator"] })).toEqual(["NotYourFloor", "NotYourFloor", "NotYourFloor", "yes"])
    expect(everybody({ floor: ["CaseGiver", "Facilitator"] })).toEqual(["yes", "NotYourFloor", "NotYourFloor", "yes"])
  })

  it("are nobody where all are silent, unless they write", () => {
    const silent = ["SilentStep", "SilentStep", "SilentStep", "SilentStep"]
    expect(everybody({ floor: ["None"] })).toEqual(silent)
    expect(everybody({ floor: ["All"] }, ["Silence"])).toEqual(silent)
    expect(everybody({ floor: ["None"] }, ["Silence", "WriteSilentlyFirst"])).toEqual(silent)
    expect(everybody({ floor: ["None"] }, ["WriteSilentlyFirst"])).toEqual(["yes", "yes", "yes", "yes"])
    expect(everybody({ floor: ["CaseGiver"] }, ["WriteSilentlyFirst"])).toEqual(["yes", "NotYourFloor", "NotYourFloor", "NotYourFloor"])
  })

  it("is not the case giver where the method says that they listen or are away, in words or in a rule, also in writing", () => {
    const listening = ["CaseGiverMustListen", "yes", "yes", "yes"]
    for (const caseGiver of ["Listens", "Absent"] as const) {
      expect(everybody({ caseGiver })).toEqual(listening)
      expect(everybody({ caseGiver, floor: ["None"] }, ["WriteSilentlyFirst"])).toEqual(listening)
    }
    for (const rule of ["CaseGiverListens", "CaseGiverBackTurned", "CaseGiverOutsideCircle", "CaseGiverAbsentOrBackTurned"] as const) {
      expect(everybody({}, [rule])).toEqual(listening)
    }
    for (const caseGiver of ["Speaks", "Answers", "Writes", "Chooses", "Joins"] as const) expect(everybody({ caseGiver })[0]).toBe("yes")
  })

  it("are not the others where they listen", () => {
    for (const rule of ["PeersSilent", "NoInterruption"] as const) {
      expect(everybody({}, [rule])).toEqual(["yes", "PeersMustListen", "PeersMustListen", "PeersMustListen"])
    }
  })

  it("is the next in turn, in a round; the case giver has no turn and waits for none", () => {
    expect(circle.map((actor) => says({}, actor, ["RoundRobin"]) ?? "yes")).toEqual(["yes", "yes", "NotYourTurn", "NotYourTurn"])
    expect(circle.map((actor) => says({}, actor, ["RoundRobin"], 1) ?? "yes")).toEqual(["yes", "NotYourTurn", "yes", "NotYourTurn"])
  })

  it("is nobody with advice", () => {
    const session = { attendees: circle, away: [], caseGiver: anneke, facilitator: dirk, step: 0, turn: 0, method: { id: "m", steps: [{ ...step!, floor: ["All" as const] }] } }
    for (const actor of circle) expect(mayNotSpeak(session, actor, "Tip")?._tag).toBe("AdviceBeforeTipParade")
  })
})
