/** Where the needs of a programme come from. */
import { Effect } from "effect"
import { answers, Elsewhere } from "../Elsewhere.ts"
import { PopGroup } from "../PopGroup.ts"
import { ProgrammeLifecycle } from "../Programme.ts"
import { leaders, pmr, staff } from "./Staff.ts"

export const ProgrammeNeeds = answers(ProgrammeLifecycle, {
  leaders,
  staff,
  pmr,
  activeGroups: Effect.gen(function* () {
    const { every } = yield* Elsewhere
    return (yield* every(PopGroup)).filter(({ state }) => state._tag === "Active").length
  })
})
