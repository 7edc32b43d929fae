/** Where the needs of a portfolio entry come from. */
import { Effect } from "effect"
import { answers, Elsewhere } from "../Elsewhere.ts"
import { Portfolio } from "../Portfolio.ts"
import { PortfolioEntryLifecycle } from "../PortfolioEntry.ts"
import { circleOf } from "./Grant.ts"
import { settings } from "./Settings.ts"
import { hr, leaders } from "./Staff.ts"

export const PortfolioEntryNeeds = answers(PortfolioEntryLifecycle, {
  ownPortfolioIsOpen: Effect.fnUntraced(function* ({ actor, command }) {
    const { one } = yield* Elsewhere
    if (command === undefined || !("portfolioId" in command)) return false
    const folder = yield* one(Portfolio, command.portfolioId)
    return (folder._tag === "Open" || folder._tag === "Exporting") && folder.ownerId === actor
  }),
  leaders,
  hr,
  circle: ({ state }) => circleOf(state._tag === "Start" ? undefined : state.ownerId),
  settings
})
