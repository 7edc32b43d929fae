/** Where the needs of a year task come from. */
import { Effect } from "effect"
import { answers, Elsewhere } from "../Elsewhere.ts"
import { TimeBudgetLifecycle } from "../TimeBudget.ts"
import { settings } from "./Settings.ts"
import { hr, leaders, leadersOf, staff } from "./Staff.ts"

export const TimeBudgetNeeds = answers(TimeBudgetLifecycle, {
  theirLeaders: ({ state }) =>
    Effect.map(leadersOf, (leadersOf) => (state._tag === "Start" ? [] : (leadersOf[state.personId] ?? []))),
  leaders,
  hr,
  staff,
  settings,
  cao: ({ command, state }) =>
    Effect.map(Elsewhere, ({ packs }) => {
      const schoolYear = state._tag !== "Start" ? state.schoolYear : command?._tag === "Draft" ? command.schoolYear : undefined
      return packs.cao.find((facts) => facts.schoolYear === schoolYear) ?? null
    })
})
