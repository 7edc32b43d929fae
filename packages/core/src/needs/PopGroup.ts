/** Where the needs of a group come from. */
import { Effect } from "effect"
import { answers, Elsewhere } from "../Elsewhere.ts"
import { Pap } from "../Pap.ts"
import { PopGroup, PopGroupLifecycle } from "../PopGroup.ts"
import { earmarked, TimeBudget } from "../TimeBudget.ts"
import { settings } from "./Settings.ts"
import { leaders, leadersOf, staff } from "./Staff.ts"

/** The members of a group; nobody where there is no group. */
export const membersOf = Effect.fnUntraced(function*(groupId: string | undefined) {
  const { one } = yield* Elsewhere
  const group = groupId === undefined ? undefined : yield* one(PopGroup, groupId)
  return group === undefined || group._tag === "Start" ? [] : group.members
})

export const PopGroupNeeds = answers(PopGroupLifecycle, {
  staff,
  leaders,
  leadersOf,
  // What each member may spend on sessions, by the year task that was agreed.
  sessionMinutesAgreed: Effect.fnUntraced(function*({ state }) {
    const { all } = yield* Elsewhere
    if (state._tag === "Start") return {}
    const budgets = yield* all(TimeBudget, "schoolYear", state.schoolYear)
    return Object.fromEntries(budgets.flatMap(({ state: budget }) =>
      budget._tag === "Agreed" || budget._tag === "InYear" ? [[budget.personId, earmarked(budget.lines, "Session")]] : []
    ))
  }),
  openPaps: Effect.fnUntraced(function*({ id }) {
    const { all } = yield* Elsewhere
    const open = ["Draft", "Committed", "Trying", "Reported", "Reviewed"]
    return (yield* all(Pap, "groupId", id)).flatMap(({ id, state }) => open.includes(state._tag) ? [id] : [])
  }),
  settings
})
