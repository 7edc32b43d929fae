import { settings } from "@groeikring/pack-nl"
import { describe, expect, it } from "vitest"
import {
  claim, current, distinguishingQualities, hiddenTalentAtWork, isSame, learnedNotApplied, lineOf, quadrant, type Rated, type Rating,
  sideBySide, suggestGoals
} from "../src/Competence.ts"
import { day, own, sbl } from "./growth.ts"

const levels = [null, 1, 2, 3, 4, 5] as const
const applieds = ["None", "Tried", "Practised", "Regular"] as const
/** Everything that can be said of one competence. */
const everything: ReadonlyArray<Rating> = [sbl("sbl-4"), own("muziek")].flatMap((ref) =>
  levels.flatMap((fun) =>
    levels.flatMap((skill) =>
      applieds.flatMap((applied) => [true, false].map((learned) => ({ ref, fun, skill, applied, learned }))))))
const rating = (ref: Rating["ref"], fun: Rating["fun"], skill: Rating["skill"], applied: Rating["applied"] = "Regular", learned = true) =>
  ({ ref, fun, skill, applied, learned })
const near = { asked: [], support: [] }

describe("[S3.2, S3.3, S3.4, S5.2] fun and good", () => {
  it.each([
    ["Anneke organises well and not gladly", rating(sbl("sbl-4"), 2, 5), "Routine", false, false],
    ["Anneke makes music, not at work", rating(own("d-p1"), 5, 4, "None"), "Talent", false, true],
    ["Bram begins", rating(sbl("sbl-4"), 4, 2, "Tried"), "Growth", false, false],
    ["Carla has it in her work, and would rather not", rating(sbl("sbl-6"), 2, 2), "NotMine", false, false],
    ["Dirk is at his best", rating(sbl("sbl-4"), 5, 5), "Talent", false, false],
    ["Femke learned it, and waits", rating(sbl("sbl-4"), 4, 3, "None"), "Growth", true, false],
    ["Femke does not say how good she is", rating(sbl("sbl-7"), 4, null, "None", false), "Unrated", false, false]
  ] as const)("%s", (_, rated, expected, waits, hidden) => {
    expect([quadrant(rated, settings), learnedNotApplied(rated), hiddenTalentAtWork(rated, settings)]).toEqual([expected, waits, hidden])
  })

  it("only both together make a talent, and what is not said is not guessed", () => {
    for (const rated of everything) {
      const { fun, skill } = rated
      expect(quadrant(rated, settings) === "Talent").toBe(fun !== null && skill !== null && fun >= 4 && skill >= 4)
      expect(quadrant(rated, settings) === "Unrated").toBe(fun === null || skill === null)
    }
  })

  it("are a matter of a threshold that a board may set otherwise", () =>
    expect(quadrant({ fun: 3, skill: 3 }, { ratingThreshold: 3 })).toBe("Talent"))
})

describe("[S3.6] learned and not yet done", () => {
  it("is no competence: it is said only of what a function asks, and ends with the first try", () => {
    for (const rated of everything) {
      expect(learnedNotApplied(rated)).toBe(rated.ref.of !== undefined && rated.learned && rated.applied === "None")
      expect(claim(rated, true) === "LearnedNotApplied").toBe(learnedNotApplied(rated))
    }
  })
})

describe("[S3.7, S5.9] a claim", () => {
  it("moves on by what is done at work, and never by a course", () => {
    expect(claim(undefined, true)).toBe("Unrated")
    for (const rated of everything.filter(({ applied }) => applied === "None")) {
      expect(["Unrated", "Rated", "LearnedNotApplied"]).toContain(claim(rated, true))
    }
    expect(claim(rating(sbl("sbl-4"), 4, 3, "Tried"), false)).toBe("Tried")
    expect(claim(rating(sbl("sbl-4"), 4, 3, "Practised"), false)).toBe("Practised")
    expect(claim(rating(sbl("sbl-4"), 4, 3, "Regular"), false)).toBe("Practised")
    expect(claim(rating(sbl("sbl-4"), 4, 3, "Tried"), true)).toBe("Recognised")
  })
})

describe("[S5.3] suggested goals", () => {
  it("begin with what is fun and within reach, then what waits to be done, then what the work does not see", () => {
    const ratings = [
      rating(sbl("sbl-1"), 5, 5, "None", false),
      rating(sbl("sbl-2"), 3, 1, "None"),
      rating(sbl("sbl-3"), 5, 5),
      rating(sbl("sbl-5"), 4, 2),
      rating(sbl("sbl-6"), 3, 4, "None"),
      rating(sbl("sbl-7"), 5, 3)
    ]
    expect(suggestGoals(ratings, { asked: [sbl("sbl-7")], support: [] }, settings)).toEqual([
      { ref: sbl("sbl-7"), because: "NearZone", hasSupport: false },
      { ref: sbl("sbl-5"), because: "NearZone", hasSupport: false },
      { ref: sbl("sbl-6"), because: "LearnedNotApplied", hasSupport: false },
      { ref: sbl("sbl-1"), because: "HiddenTalent", hasSupport: false }
    ])
  })

  it("prefer where help is at hand", () => {
    const ratings = [rating(sbl("sbl-1"), 4, 2), rating(sbl("sbl-2"), 4, 3)]
    expect(suggestGoals(ratings, { asked: [sbl("sbl-1")], support: [sbl("sbl-2")] }, settings).map(({ ref }) => ref.competence))
      .toEqual(["sbl-2", "sbl-1"])
  })

  it("never hold what is neither fun nor good, nor the same twice, and look at what is said now", () => {
    for (const rated of everything) {
      const [only, ...more] = suggestGoals([rated, rated], near, settings)
      expect(more).toEqual([])
      expect(only !== undefined && quadrant(rated, settings) === "NotMine").toBe(false)
    }
    expect(suggestGoals([rating(sbl("sbl-4"), 4, 2), rating(sbl("sbl-4"), 4, 5)], near, settings)).toEqual([])
  })
})

describe("[S5.11, S5.14] what somebody stands out by", () => {
  const talent = (competence: string) => rating(sbl(competence), 5, 5)
  const three = [
    { person: "dirk", ratings: [talent("sbl-4"), talent("sbl-1"), rating(sbl("sbl-6"), 5, 2)] },
    { person: "bram", ratings: [talent("sbl-1")] },
    { person: "femke", ratings: [] }
  ]
  it("are the talents that no other sharer has", () => expect(distinguishingQualities("dirk", three, settings)).toEqual([sbl("sbl-4")]))
  it("are not told while too few share, nor of who does not", () => {
    expect(distinguishingQualities("dirk", three.slice(0, 2), settings)).toEqual([])
    expect(distinguishingQualities("dirk", [three[0]!, three[0]!, three[0]!], settings)).toEqual([])
    expect(distinguishingQualities("carla", three, settings)).toEqual([])
  })
})

describe("[S4.7] over the years", () => {
  const rated = (ref: Rating["ref"], skill: number, at: number): Rated => ({ ...rating(ref, 4, skill), evidence: [], at })
  const history = [rated(sbl("sbl-4"), 2, 0), rated(own("muziek"), 5, day), rated(sbl("sbl-4"), 4, 400 * day)]
  it("the last thing said holds, and all of it stays", () => {
    expect(current(history)).toEqual([history[2], history[1]])
    expect(lineOf(history, sbl("sbl-4"))).toEqual([history[0], history[2]])
  })
  it("a competence is another one in another version, and a personal one is nobody else's", () => {
    expect(isSame(sbl("sbl-4"), { competence: "sbl-4", of: { framework: "sbl-2006-po", version: 2 } })).toBe(false)
    expect(isSame(sbl("sbl-4"), own("sbl-4"))).toBe(false)
    expect(isSame(own("muziek"), own("muziek"))).toBe(true)
  })
})

describe("[S2.4] the self view and the view of others", () => {
  it("lie side by side and are never added up", () => {
    const mine = rating(sbl("sbl-4"), 4, 3)
    const [seen, other] = [{ ref: sbl("sbl-4"), authorId: "dirk" }, { ref: sbl("sbl-1"), authorId: "dirk" }]
    expect(sideBySide([mine], [seen, other])).toEqual([
      { ref: sbl("sbl-4"), own: mine, others: [seen] },
      { ref: sbl("sbl-1"), own: undefined, others: [other] }
    ])
  })
})
