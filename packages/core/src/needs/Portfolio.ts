/** Where the needs of a portfolio come from. */
import { Effect } from "effect"
import { answers, Elsewhere } from "../Elsewhere.ts"
import { Portfolio, PortfolioLifecycle } from "../Portfolio.ts"
import { settings } from "./Settings.ts"
import { staff } from "./Staff.ts"

export const PortfolioNeeds = answers(PortfolioLifecycle, {
  otherPortfolio: Effect.fnUntraced(function* ({ actor, id }) {
    const { all } = yield* Elsewhere
    const mine = yield* all(Portfolio, "ownerId", actor)
    return mine.find((other) => other.id !== id && other.state._tag !== "HandedOver" && other.state._tag !== "Erased")?.id ?? null
  }),
  staff,
  settings
})
