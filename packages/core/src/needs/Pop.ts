/** Where the needs of a development plan come from. */
import { Effect } from "effect"
import { answers, Elsewhere } from "../Elsewhere.ts"
import { isLive } from "../Grant.ts"
import { Pop, PopLifecycle } from "../Pop.ts"
import { circleOf, groupsOf } from "./Grant.ts"
import { membersOf } from "./PopGroup.ts"
import { settings } from "./Settings.ts"
import { leadersOf, staff } from "./Staff.ts"

export const PopNeeds = answers(PopLifecycle, {
  livePop: Effect.fnUntraced(function* ({ actor, id }) {
    const { all } = yield* Elsewhere
    const mine = yield* all(Pop, "ownerId", actor)
    return mine.find((other) => other.id !== id && ["Draft", "Active", "InReview"].includes(other.state._tag))?.id ?? null
  }),
  circle: ({ state }) => circleOf(state._tag === "Start" ? undefined : state.ownerId),
  leadersOf,
  groupMembers: Effect.fnUntraced(function* ({ at, state }) {
    if (state._tag === "Start" || state._tag === "Erased") return []
    const groups = state.goals
      .flatMap(({ shares }) => shares)
      .flatMap((share) => (share.to.kind === "Group" && isLive(share, at) ? [share.to.id] : []))
    const members = yield* Effect.forEach([...new Set(groups)], membersOf)
    return members.flat().filter((member) => member !== state.ownerId)
  }),
  groupsOfActor: ({ actor }) => Effect.map(groupsOf(actor), (groups) => groups.map(({ id }) => id)),
  staff,
  settings
})
