/** Where the needs of a framework come from. */
import { Effect } from "effect"
import { CompetenceFramework, CompetenceFrameworkLifecycle } from "../CompetenceFramework.ts"
import { CompetenceProfile } from "../CompetenceProfile.ts"
import { answers, Elsewhere, type Question } from "../Elsewhere.ts"
import type * as Machine from "../Machine.ts"
import { settings } from "./Settings.ts"
import { hr, leaders, pmr, staff } from "./Staff.ts"

type Asked = Question<Machine.Of<typeof CompetenceFrameworkLifecycle>>

const drafted = ({ command, state }: Asked) =>
  state._tag !== "Start" ? state : command?._tag === "Draft" ? command : undefined

/** The versions of a framework. */
const versionsOf = Effect.fnUntraced(function* (framework: string | undefined) {
  const { all } = yield* Elsewhere
  return framework === undefined ? [] : yield* all(CompetenceFramework, "framework", framework)
})

/** What somebody can rate themselves by, and what a function can ask. */
export const publishedCompetences = Effect.gen(function* () {
  const { every } = yield* Elsewhere
  return (yield* every(CompetenceFramework)).flatMap(({ state }) =>
    state._tag === "Published"
      ? state.competences.map(({ id }) => ({ competence: id, of: { framework: state.framework, version: state.version } }))
      : []
  )
})

export const CompetenceFrameworkNeeds = answers(CompetenceFrameworkLifecycle, {
  staff,
  leaders,
  hr,
  pmr,
  // Two drafts of one version may lie next to each other; whichever is published first is the version.
  versionExists: Effect.fnUntraced(function* (asked) {
    const draft = drafted(asked)
    return (yield* versionsOf(draft?.framework)).some(
      ({ id, state }) =>
        id !== asked.id && state.version === draft?.version && (state._tag === "Published" || state._tag === "Superseded")
    )
  }),
  predecessorCompetences: Effect.fnUntraced(function* (asked) {
    const before = drafted(asked)?.predecessor
    return (yield* versionsOf(before?.framework)).flatMap(({ state }) =>
      state.version === before?.version && (state._tag === "Published" || state._tag === "Superseded")
        ? state.competences.map(({ id }) => id)
        : []
    )
  }),
  successor: Effect.fnUntraced(function* ({ state }) {
    const { every } = yield* Elsewhere
    if (state._tag === "Start") return null
    const next = (yield* every(CompetenceFramework)).find(
      ({ state: { _tag, predecessor } }) =>
        _tag === "Published" && predecessor?.framework === state.framework && predecessor.version === state.version
    )
    return next === undefined ? null : { framework: next.state.framework, version: next.state.version }
  }),
  lastRatedAt: Effect.fnUntraced(function* ({ state }) {
    const { every } = yield* Elsewhere
    if (state._tag === "Start") return null
    const moments = (yield* every(CompetenceProfile)).flatMap(({ state: profile }) =>
      profile._tag === "Erased"
        ? []
        : profile.ratings.flatMap(({ at, ref: { of } }) =>
            of?.framework === state.framework && of.version === state.version ? [at] : []
          )
    )
    return moments.length === 0 ? null : Math.max(...moments)
  }),
  settings
})
