/** Where the needs of a pulse come from: the answers come from nowhere else, and go nowhere else. */
import { Effect } from "effect"
import { answers, Elsewhere, type Question } from "../Elsewhere.ts"
import { isShownOutside, Pulse, PulseLifecycle } from "../Pulse.ts"
import type * as Machine from "../Machine.ts"
import { PulseAnswers, valuesOf } from "../PulseAnswers.ts"
import { membersOf } from "./PopGroup.ts"
import { settings } from "./Settings.ts"
import { hr, leaders, pmr, staff } from "./Staff.ts"

type Asked = Question<Machine.Of<typeof Pulse>>
const design = ({ command, state }: Asked) => (state._tag !== "Start" ? state : command?._tag === "Design" ? command : undefined)

/** Nobody outside a group has a part in what it measures for itself. */
const outside = <R>(people: Effect.Effect<ReadonlyArray<string>, never, R>) => (asked: Asked) => {
  const of = design(asked)
  return of !== undefined && !isShownOutside(of) ? Effect.succeed([]) : people
}

export const PulseNeeds = answers(PulseLifecycle, {
  staff: outside(staff),
  leaders: outside(leaders),
  hr: outside(hr),
  pmr: outside(pmr),
  members: (asked) => membersOf(design(asked)?.groupId),
  answers: Effect.fnUntraced(function* ({ id }) {
    const { one, read } = yield* Elsewhere
    const given = yield* one(PulseAnswers, id)
    if (given._tag !== "Collected") return []
    const said = yield* Effect.forEach(given.answers, ({ said, unit }) =>
      Effect.map(read(PulseAnswers, id, said), (text) => (text === undefined ? [] : [{ unit, values: valuesOf(text) }])))
    return said.flat()
  }),
  // The last one of this instrument that was reported, in whatever year.
  before: Effect.fnUntraced(function* ({ id, state }) {
    if (state._tag === "Start") return null
    const { every } = yield* Elsewhere
    const others = yield* every(Pulse)
    const reported = others.flatMap((other) =>
      other.id !== id && other.state._tag === "Reported" && other.state.instrument === state.instrument
        && other.state.groupId === state.groupId ? [other.state] : []
    )
    const last = reported.toSorted((one, other) => (one.reportedOn < other.reportedOn ? -1 : 1)).at(-1)
    return last === undefined ? null : { units: last.units, means: last.means }
  }),
  settings
})
