/** A year task of Carla, three days a week, as the story of De Zwaluw has it: 995.4 hours. */
import { cao, settings } from "@groeikring/pack-nl"
import { tell } from "@groeikring/testkit"
import { TimeBudget } from "../src/TimeBudget.ts"
import { startOf } from "../src/Vocabulary.ts"

export const [carla, hilde] = ["p-carla", "p-hilde"] as const
export const budgetFacts = { leaders: [hilde], theirLeaders: [hilde], hr: ["p-kees"], staff: [carla, hilde] as ReadonlyArray<string>, settings, cao: cao.find(({ schoolYear }) => schoolYear === "2025-2026")! }
const hours = (number: number) => Math.round(number * 60)
export const asked = (actor: string) => ({ ...budgetFacts, actor, at: 29_290_000 })

/** The development block of 20 hours, out of 49.8 hours for professionalisation. */
const block = [
  { purpose: "Session", minutes: 480 },
  { purpose: "Pap", minutes: 120 },
  { purpose: "Talk", minutes: 180 },
  { purpose: "Pause", minutes: 300 },
  { purpose: "PopWork", minutes: 120 }
] as const
type Earmarks = ReadonlyArray<{ readonly purpose: (typeof block)[number]["purpose"]; readonly minutes: number }>
export const linesWith = ({ earmarks = block, other = 0, teaching = 564 }: {
  readonly earmarks?: Earmarks
  readonly other?: number
  readonly teaching?: number
} = {}) => [
  { line: "Teaching", minutes: hours(teaching), earmarks: [] },
  { line: "Prep", minutes: hours(225.6), earmarks: [] },
  { line: "Professionalisation", minutes: hours(49.8), earmarks },
  { line: "Sustainable", minutes: hours(24), earmarks: [] },
  { line: "Other", minutes: hours(995.4 - teaching - 225.6 - 49.8 - 24 + other), earmarks: [] }
] as const

export const draft = {
  _tag: "Draft",
  personId: carla,
  schoolYear: "2025-2026",
  fte: 0.6,
  attendance: "Full",
  lines: linesWith(),
  money: 300
} as const

export const proposed = (budget: Partial<typeof draft> = {}) => {
  const story = tell(TimeBudget)
  story.does({ ...draft, ...budget }, asked(hilde))
  story.does({ _tag: "Propose" }, asked(hilde))
  return story
}
export const inYear = () => {
  const story = proposed()
  story.does({ _tag: "Agree" }, asked(carla))
  story.does({ _tag: "BeginYear" }, asked("system"))
  return story
}
const settled = () => {
  const story = inYear()
  story.does({ _tag: "Book", purpose: "Session", minutes: 60, ref: "s1" }, asked("system"))
  story.does({ _tag: "ProposeReallocation", lines: linesWith() }, asked(carla))
  story.does({ _tag: "AcceptReallocation" }, asked(hilde))
  story.does({ _tag: "ProposeSettlement", saved: [{ line: "Sustainable", minutes: 360, years: 3 }] }, asked(carla))
  story.does({ _tag: "AcceptSettlement" }, asked(hilde))
  story.does({ _tag: "Close" }, asked(hilde))
  return story
}
export const agreedBudget = proposed().history
export const runningBudget = settled().history
/** The year task of somebody who left long ago. */
const left = () => {
  const story = inYear()
  story.does({ _tag: "BeginRetention" }, { ...asked("system"), staff: [] })
  story.does({ _tag: "Reduce" }, { ...asked("system"), at: startOf("2040-01-01") })
  story.does({ _tag: "Destroy" }, { ...asked("system"), at: startOf("2040-01-01") })
  return story
}
export const leftBudget = left().history
