/** Where the needs of a portfolio come from. */
import { Effect } from "effect"
import { answers, Elsewhere } from "../Elsewhere.ts"
import { Portfolio, PortfolioLifecycle } from "../Portfolio.ts"
import { settings } from "./Settings.ts"
import { staff } from "./Staff.ts"

/** The folder of somebody, when it is open. */
export const folderOf = Effect.fnUntraced(function* (owner: string) {
  const { all } = yield* Elsewhere
  return (yield* all(Portfolio, "ownerId", owner)).find(({ state }) => state._tag === "Open" || state._tag === "Exporting")?.id
})

export const PortfolioNeeds = answers(PortfolioLifecycle, {
  otherPortfolio: Effect.fnUntraced(function* ({ actor, id }) {
    const { all } = yield* Elsewhere
    const mine = yield* all(Portfolio, "ownerId", actor)
    return mine.find((other) => other.id !== id && other.state._tag !== "HandedOver" && other.state._tag !== "Erased")?.id ?? null
  }),
  staff,
  settings
})
