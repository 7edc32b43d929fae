/** Who read what is about whom: kept, told to them alone, and dropped in time. */
import { Vocabulary } from "@groeikring/core"
import { settings } from "@groeikring/pack-nl"
import { Effect, Fiber, Stream } from "effect"
import { expect, it } from "vitest"
import { type Counter, Erasing, personalFile } from "../src/index.ts"
import { domain, inSchool } from "./school.ts"

const at = 29_290_000
const as = (actor: string, later = 0) => ({ actor, at: at + later })
const [joke, hilde, anneke, bram] = ["p-joke", "p-hilde", "p-anneke", "p-bram"]
const budget = {
  _tag: "Draft",
  personId: anneke,
  schoolYear: "2025-2026",
  fte: 1,
  attendance: "Full",
  money: 500,
  lines: [
    { line: "Teaching", minutes: 56_400, earmarks: [] },
    { line: "Prep", minutes: 22_560, earmarks: [] },
    { line: "Professionalisation", minutes: 4_980, earmarks: [{ purpose: "Session", minutes: 480 }] },
    { line: "Sustainable", minutes: 2_400, earmarks: [] },
    { line: "Other", minutes: 13_200, earmarks: [] }
  ]
}

/** A school in which a leader drew up the year task of a teacher, who may see it too. */
const yearTask = Effect.fnUntraced(function* ({ send }: Counter) {
  yield* send("Staff", "s", { _tag: "Open", school: "De Zwaluw" }, as(joke))
  for (const person of [anneke, bram, hilde])
    yield* send("Staff", "s", { _tag: "Employ", person, function: person === hilde ? "Director" : "Teacher", fte: 1 }, as(joke))
  yield* send("Staff", "s", { _tag: "AppointLeader", person: anneke, leader: hilde }, as(joke))
  yield* send("TimeBudget", "t", budget, as(hilde))
})

it("[C12] notes who read a thing that is somebody's, and tells nobody but them", () =>
  inSchool((school) =>
    Effect.gen(function* () {
      const { follow, history, list, readings, show } = school
      yield* yearTask(school)
      yield* show("TimeBudget", "t", as(anneke))
      yield* list("TimeBudget", as(hilde))
      yield* Effect.flip(show("TimeBudget", "t", as(bram)))
      expect(yield* readings(as(anneke))).toEqual([])

      // Twice on a day is once, in whatever way it is read.
      yield* show("TimeBudget", "t", as(hilde, 5))
      yield* history("TimeBudget", "t", as(hilde, 6))
      yield* show("TimeBudget", "t", as(hilde, Vocabulary.day))
      const read = { viewer: hilde, machine: "TimeBudget", id: "t" }
      expect(yield* readings(as(anneke))).toEqual([
        { ...read, at: at + 5 },
        { ...read, at: at + Vocabulary.day }
      ])
      for (const other of [hilde, bram, joke]) expect(yield* readings(as(other))).toEqual([])

      // What comes along a stream of events is read as well; what is of many is about nobody.
      yield* Stream.runDrain(Stream.take(follow(as(hilde, 9 * Vocabulary.day), ""), 3))
      expect((yield* readings(as(anneke))).map((one) => one.at)).toEqual([at + 5, at + Vocabulary.day, at + 9 * Vocabulary.day])
    })
  ))

it("[C12] keeps it as long as the school says, gives it along with all that is of a person, and forgets it with them", () =>
  inSchool((school) =>
    Effect.gen(function* () {
      yield* yearTask(school)
      yield* school.show("TimeBudget", "t", as(hilde))
      const file = yield* personalFile(school, domain, as(anneke))
      expect(file.readings).toEqual([{ at: new Date(at * 60_000).toISOString(), viewer: hilde, machine: "TimeBudget", id: "t" }])
      yield* school.show("TimeBudget", "t", as(hilde, 40 * Vocabulary.day))
      yield* school.tend(at + (settings.accessLogMonths - 1) * 31 * Vocabulary.day)
      expect(yield* school.readings(as(anneke))).toHaveLength(2)
      yield* school.tend(at + (settings.accessLogMonths + 1) * 31 * Vocabulary.day)
      expect((yield* school.readings(as(anneke))).map((one) => one.at)).toEqual([at + 40 * Vocabulary.day])
      yield* Erasing.erase(domain, anneke, as(joke))
      expect(yield* school.readings(as(anneke))).toEqual([])
    })
  ))

it("[C12] notes what comes along a stream that was open for days under the day on which it was heard", () =>
  inSchool((school) =>
    Effect.gen(function* () {
      yield* yearTask(school)
      const heard = yield* Effect.forkChild(Stream.runDrain(Stream.take(school.follow(as(hilde), ""), 4)))
      yield* school.send("TimeBudget", "t", { _tag: "Propose" }, as(hilde, 3 * Vocabulary.day))
      yield* Fiber.join(heard)
      expect((yield* school.readings(as(anneke))).map((one) => one.at)).toEqual([at, at + 3 * Vocabulary.day])
    })
  ))
