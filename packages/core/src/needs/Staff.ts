/** Who works here, and who leads whom: answers that many machines need. */
import { Effect } from "effect"
import { answers, Elsewhere } from "../Elsewhere.ts"
import { Staff, StaffLifecycle } from "../Staff.ts"
import { unique } from "../Vocabulary.ts"

const schools = Effect.gen(function*() {
  const { every } = yield* Elsewhere
  return (yield* every(Staff)).map(({ state }) => state)
})
const inFunction = (wanted: string) =>
  Effect.map(schools, (all) => all.flatMap(({ posts }) => posts.flatMap((post) => post.function === wanted ? [post.person] : [])))

/** Everybody who works at the school now. */
export const staff = Effect.map(schools, (all) => unique(all.flatMap(({ colleagues }) => colleagues)))

/** Per person, those who lead and appraise them. */
export const leadersOf = Effect.map(schools, (all): Record<string, ReadonlyArray<string>> =>
  Object.assign({}, ...all.map(({ leadersOf }) => leadersOf)))

/** Those with a leading role: directors, and whoever leads somebody. */
export const leaders = Effect.zipWith(inFunction("Director"), leadersOf, (directors, led) =>
  unique([...directors, ...Object.values(led).flat()]))

export const hr = Effect.map(inFunction("Hr"), unique)

/** The staff part of the council. @public for the machines that ask its consent. */
export const pmr = Effect.map(schools, (all) => unique(all.flatMap(({ council }) => council)))

export const StaffNeeds = answers(StaffLifecycle, {})
