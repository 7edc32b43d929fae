/** Where the needs of a pulse come from: the answers come from nowhere else, and go nowhere else. */
import { Effect } from "effect"
import { answers, Elsewhere } from "../Elsewhere.ts"
import { Pulse, PulseLifecycle } from "../Pulse.ts"
import { PulseAnswers } from "../PulseAnswers.ts"
import { membersOf } from "./PopGroup.ts"
import { settings } from "./Settings.ts"
import { hr, leaders, pmr, staff } from "./Staff.ts"

export const PulseNeeds = answers(PulseLifecycle, {
  staff,
  leaders,
  hr,
  pmr,
  members: ({ command, state }) => {
    const of = state._tag === "Start" ? (command?._tag === "Design" ? command : undefined) : state
    return of?.groupId === undefined ? Effect.succeed([]) : membersOf(of.groupId)
  },
  answers: Effect.fnUntraced(function* ({ id }) {
    const { one } = yield* Elsewhere
    const given = yield* one(PulseAnswers, id)
    return given._tag === "Collected" ? given.answers : []
  }),
  // The last one of this instrument that was reported, in this school year or the one before.
  before: Effect.fnUntraced(function* ({ id, state }) {
    if (state._tag === "Start") return null
    const { all } = yield* Elsewhere
    const others = yield* all(Pulse, "schoolYear", state.schoolYear)
    const reported = others.flatMap((other) =>
      other.id !== id && other.state._tag === "Reported" && other.state.instrument === state.instrument
        && other.state.groupId === state.groupId ? [other.state] : []
    )
    const last = reported.at(-1)
    return last === undefined ? null : { units: last.units, means: last.means }
  }),
  settings
})
