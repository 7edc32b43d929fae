/** Where the needs of a shared view come from. */
import { Effect } from "effect"
import { CompetenceProfile } from "../CompetenceProfile.ts"
import { answers, Elsewhere } from "../Elsewhere.ts"
import { Pop } from "../Pop.ts"
import { PortfolioEntry } from "../PortfolioEntry.ts"
import { SharedViewLifecycle } from "../SharedView.ts"
import { readersOf } from "./Grant.ts"

export const SharedViewNeeds = answers(SharedViewLifecycle, {
  sourceOwner: Effect.fnUntraced(function* ({ command }) {
    const { one } = yield* Elsewhere
    if (command?._tag !== "Open") return null
    const { sourceId: id, sourceType } = command
    const source =
      sourceType === "Pop" ? yield* one(Pop, id)
      : sourceType === "PortfolioEntry" ? yield* one(PortfolioEntry, id)
      : yield* one(CompetenceProfile, id)
    return source._tag === "Start" ? null : source.ownerId
  }),
  readers: ({ at, state }) => (state._tag === "Open" ? readersOf(state, at) : Effect.succeed([]))
})
