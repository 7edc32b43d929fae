/** Where the needs of raw answers come from: the pulse under the same id. */
import { Effect } from "effect"
import { answers, Elsewhere } from "../Elsewhere.ts"
import { Pulse } from "../Pulse.ts"
import { PulseAnswersLifecycle } from "../PulseAnswers.ts"
import { membersOf } from "./PopGroup.ts"
import { hr } from "./Staff.ts"

const pulse = Effect.fnUntraced(function* (id: string) {
  const { one } = yield* Elsewhere
  const state = yield* one(Pulse, id)
  return state._tag === "Start" ? undefined : state
})

export const PulseAnswersNeeds = answers(PulseAnswersLifecycle, {
  hr,
  members: ({ id }) => Effect.flatMap(pulse(id), (of) => membersOf(of?.groupId)),
  invited: ({ id }) => Effect.map(pulse(id), (of) => of?.units.flatMap(({ people }) => people) ?? []),
  asked: ({ id }) =>
    Effect.map(pulse(id), (of) => ({
      open: of?._tag === "Open",
      reported: of?._tag === "Reported" || of?._tag === "Suppressed",
      items: of?.items.map((item) => item.id) ?? [],
      units: of?.units.map((unit) => ({ unit: unit.id, people: unit.people.length })) ?? []
    }))
})
