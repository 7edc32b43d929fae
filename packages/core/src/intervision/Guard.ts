/** What stands in the way whatever is told: said before anybody writes a word. */
import * as Machine from "../Machine.ts"
import type { ItemType } from "../Method.ts"
import { mayNotSpeak, nextOf, type Speaking } from "./Floor.ts"
import { IntervisionLifecycle } from "./Lifecycle.ts"
import * as No from "./Refusals.ts"
import type { Clock } from "./Session.ts"

export const isReviewed = (
  { duePaps, skipped }: { readonly duePaps: ReadonlyArray<{ readonly pap: string }>; readonly skipped: ReadonlyArray<string> },
  done: ReadonlyArray<string>
) => duePaps.every(({ pap }) => done.includes(pap) || skipped.includes(pap))

/** Why something cannot go on the sheet; without a type, why nothing can. */
export const mayNotCapture = (
  session: Speaking & { readonly clock: typeof Clock["Type"] },
  actor: string,
  type?: typeof ItemType["Type"]
) => (session.clock.pausedAt !== null ? new No.ClockStopped() : mayNotSpeak(session, actor, type))

export const guard = Machine.guarding(IntervisionLifecycle, {
  OfferCase: (session, { actor, reviewedPaps }) =>
    !isReviewed(session, reviewedPaps) ? new No.PapReviewFirst()
      : actor === session.facilitator ? new No.FacilitatorIsCaseGiver()
      : undefined,
  ChooseMethod: ({ caseGiver }) => (caseGiver === undefined ? new No.CaseNotChosen() : undefined),
  ExtendStep: ({ clock }) => (clock.extra > 0 ? new No.AlreadyExtended() : undefined),
  CaptureItem: (session, { actor }) => mayNotCapture(session, actor),
  OfferTip: ({ away, caseGiver, clock, order, turn }, { actor }) => {
    const next = nextOf(order, turn, away)
    return actor === caseGiver ? new No.CaseGiverMustListen()
      : clock.pausedAt !== null ? new No.ClockStopped()
      : actor !== next ? new No.NotYourTurn({ next })
      : undefined
  }
})
