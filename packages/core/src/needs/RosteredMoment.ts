/** Where the needs of a moment come from. */
import { Effect } from "effect"
import { answers, Elsewhere } from "../Elsewhere.ts"
import { RosteredMomentLifecycle } from "../RosteredMoment.ts"
import { openThemes } from "./IpbTheme.ts"
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
  methods: Effect.map(Elsewhere, ({ packs }) => packs.methods.map(({ id }) => id)),
  openThemes,
  settings
})
