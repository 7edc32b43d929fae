/** Where the needs of an agreement on a development plan come from. */
import { Effect } from "effect"
import { answers, Elsewhere, type Question } from "../Elsewhere.ts"
import { isLive } from "../Grant.ts"
import type * as Machine from "../Machine.ts"
import { Pop } from "../Pop.ts"
import { PopAgreementLifecycle } from "../PopAgreement.ts"
import { settings } from "./Settings.ts"
import { hr, leadersOf, staff } from "./Staff.ts"

type Asked = Question<Machine.Of<typeof PopAgreementLifecycle>>

const thePop = Effect.fnUntraced(function* ({ command, state }: Asked) {
  const { one } = yield* Elsewhere
  const pop = command?._tag === "Propose" ? command.popId : state._tag === "Start" ? undefined : state.popId
  return pop === undefined ? undefined : yield* one(Pop, pop)
})
/** The goals that are open to a person at this moment, and to whom; goals are opened to leaders only. */
const sharedGoals = (asked: Asked) =>
  Effect.map(thePop(asked), (pop) =>
    pop === undefined || pop._tag === "Start" || pop._tag === "Erased"
      ? []
      : pop.goals.flatMap(({ id: goal, shares }) =>
          shares.flatMap((share) =>
            share.to.kind === "Person" && isLive(share, asked.at) ? [{ goal, leader: share.to.id }] : []
          )
        )
  )

export const PopAgreementNeeds = answers(PopAgreementLifecycle, {
  hr,
  staff,
  popOwner: (asked) => Effect.map(thePop(asked), (pop) => (pop === undefined || pop._tag === "Start" ? null : pop.ownerId)),
  invitedLeaders: (asked) => Effect.map(sharedGoals(asked), (shared) => shared.map(({ leader }) => leader)),
  ownersLeaders: ({ state }) =>
    Effect.map(leadersOf, (leadersOf) => (state._tag === "Start" ? [] : (leadersOf[state.ownerId] ?? []))),
  sharedGoals,
  settings
})
