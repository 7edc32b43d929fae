/** A year task of Carla, three days a week, as the story of De Zwaluw has it: 995.4 hours. */
import { cao } from "@groeikring/pack-nl"
import { tell } from "@groeikring/testkit"
import { TimeBudget } from "../src/TimeBudget.ts"

export const [carla, hilde] = ["p-carla", "p-hilde"] as const
export const budgetFacts = { leaders: [hilde], hr: ["p-kees"], cao: cao.find(({ schoolYear }) => schoolYear === "2025-2026")! }
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
