/** Where the needs of a moment come from. */
import { Effect } from "effect"
import { answers } from "../Elsewhere.ts"
import { RosteredMomentLifecycle } from "../RosteredMoment.ts"
import { membersOf } from "./PopGroup.ts"
import { settings } from "./Settings.ts"
import { leaders, staff } from "./Staff.ts"

export const RosteredMomentNeeds = answers(RosteredMomentLifecycle, {
  staff,
  leaders,
  participants: ({ state }) =>
    state._tag === "Start"
      ? Effect.succeed([])
      : Effect.map(membersOf(state.groupId), (members) => [...new Set([...members, ...state.people])]),
  settings
})
