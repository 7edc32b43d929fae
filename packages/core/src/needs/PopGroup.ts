/** Where the needs of a group come from. */
import { Effect } from "effect"
import { answers, Elsewhere } from "../Elsewhere.ts"
import { Pap } from "../Pap.ts"
import { PopGroup, PopGroupLifecycle } from "../PopGroup.ts"
import { RosteredMoment } from "../RosteredMoment.ts"
import { type BudgetLine, earmarked, TimeBudget } from "../TimeBudget.ts"
import { settings } from "./Settings.ts"
import { leaders, leadersOf, staff } from "./Staff.ts"

/** The members of a group; nobody where there is no group. */
export const membersOf = Effect.fnUntraced(function*(groupId: string | undefined) {
  const { one } = yield* Elsewhere
  const group = groupId === undefined ? undefined : yield* one(PopGroup, groupId)
  return group === undefined || group._tag === "Start" ? [] : group.members
})

/** The sessions that an earmark is enough for, in minutes: who comes to a share of them sets that share aside (domain 4.11). */
const minutesForAll = ({ attendance, fte, lines }: {
  readonly attendance: "Full" | "ProRata"
  readonly fte: number
  readonly lines: ReadonlyArray<BudgetLine>
}) => {
  const minutes = earmarked(lines, "Session")
  return attendance === "ProRata" && fte > 0 && fte < 1 ? Math.round(minutes / fte) : minutes
}

export const PopGroupNeeds = answers(PopGroupLifecycle, {
  staff,
  leaders,
  leadersOf,
  // What each may spend on sessions, by the year task that was agreed.
  sessionMinutesAgreed: Effect.fnUntraced(function*({ state }) {
    const { all } = yield* Elsewhere
    if (state._tag === "Start") return {}
    const budgets = yield* all(TimeBudget, "schoolYear", state.schoolYear)
    return Object.fromEntries(budgets.flatMap(({ state: budget }) =>
      budget._tag === "Agreed" || budget._tag === "InYear" ? [[budget.personId, minutesForAll(budget)]] : []
    ))
  }),
  sessionsRostered: Effect.fnUntraced(function*({ id }) {
    const { all } = yield* Elsewhere
    return (yield* all(RosteredMoment, "groupId", id)).filter(({ state: { _tag, type } }) =>
      type === "Session" && (_tag === "Rostered" || _tag === "Held")).length
  }),
  // A draft promised nobody anything, and whoever left the group looks back on their plan without it.
  openPaps: Effect.fnUntraced(function*({ id, state: group }) {
    const { all } = yield* Elsewhere
    const members = group._tag === "Start" ? [] : group.members
    return (yield* all(Pap, "groupId", id)).flatMap(({ id, state }) =>
      (state._tag === "Committed" || state._tag === "Trying") && members.includes(state.ownerId) ? [id] : [])
  }),
  settings
})
