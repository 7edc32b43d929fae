/** Somebody begins by themselves, in a school where nobody was entered, no group is there and no role was given out. */
import { Effect } from "effect"
import { expect, it } from "vitest"
import { at, inSchool, stranger } from "./school.ts"

const her = { actor: "p-zij", at }
const goal = {
  _tag: "AddGoal",
  goal: "rust",
  kind: "Task",
  text: "Mijn lessen beginnen rustig.",
  why: "Omdat ik dan tijd heb voor wie me nodig heeft.",
  signs: ["binnen drie minuten is iedereen bezig"],
  support: [],
  horizon: "2026-07-31"
}

it("the owner starts and runs their own plan without anybody who sets up a role, and nobody else sees that it is there", () =>
  inSchool(({ list, send, show }) =>
    Effect.gen(function* () {
      yield* send("Pop", "plan", { _tag: "Start", period: { from: "2025-09-10", until: "2027-07-31" }, intro: "Wie ik ben" }, her)
      yield* send("Pop", "plan", goal, her)
      const { state } = yield* send("Pop", "plan", { _tag: "Activate" }, her)
      expect(state).toMatchObject({ _tag: "Active", ownerId: "p-zij" })
      yield* send("CompetenceProfile", "mijn", { _tag: "Open" }, her)
      yield* send("Portfolio", "map", { _tag: "Open" }, her)
      expect(yield* list("Pop", her)).toEqual(["plan"])
      for (const machine of ["Pop", "CompetenceProfile", "Portfolio"]) expect(yield* list(machine, stranger)).toEqual([])
      expect((yield* Effect.flip(show("Pop", "plan", stranger)))._tag).toBe("NothingToSee")
    })
  ))
