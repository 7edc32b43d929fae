/** Where the needs of a year task come from. */
import { Effect } from "effect"
import { answers, Elsewhere } from "../Elsewhere.ts"
import { TimeBudgetLifecycle } from "../TimeBudget.ts"
import { hr, leaders } from "./Staff.ts"

export const TimeBudgetNeeds = answers(TimeBudgetLifecycle, {
  leaders,
  hr,
  cao: ({ command, state }) =>
    Effect.map(Elsewhere, ({ packs }) => {
      const schoolYear = state._tag !== "Start" ? state.schoolYear : command?._tag === "Draft" ? command.schoolYear : undefined
      return packs.cao.find((facts) => facts.schoolYear === schoolYear) ?? null
    })
})
