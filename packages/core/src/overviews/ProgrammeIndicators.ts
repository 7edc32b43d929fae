/** How a programme goes in its school year. */
import { Effect } from "effect"
import { Conversation } from "../Conversation.ts"
import { Elsewhere } from "../Elsewhere.ts"
import { Indicators, indicators, type Known } from "../Indicators.ts"
import { Intervision } from "../Intervision.ts"
import { IpbTheme } from "../IpbTheme.ts"
import { staff } from "../needs/Staff.ts"
import * as Overview from "../Overview.ts"
import { Pap } from "../Pap.ts"
import { PopAgreement } from "../PopAgreement.ts"
import { PopGroup } from "../PopGroup.ts"
import { ProgrammeLifecycle } from "../Programme.ts"
import { Pulse } from "../Pulse.ts"
import { RosteredMoment } from "../RosteredMoment.ts"
import { TimeBudget } from "../TimeBudget.ts"

/** Everything that the indicators of a school year are counted from. */
export const knownOf = Effect.fnUntraced(function* (schoolYear: string, at: number) {
  const { all, every, packs } = yield* Elsewhere
  const groups = (yield* all(PopGroup, "schoolYear", schoolYear)).map(({ id }) => id)
  const known: Known = {
    schoolYear,
    at,
    settings: packs.settings,
    staff: yield* staff,
    moments: yield* all(RosteredMoment, "schoolYear", schoolYear),
    sessions: (yield* Effect.forEach(groups, (id) => all(Intervision, "groupId", id))).flat(),
    plans: (yield* Effect.forEach(groups, (id) => all(Pap, "groupId", id))).flat(),
    budgets: yield* all(TimeBudget, "schoolYear", schoolYear),
    agreements: yield* every(PopAgreement),
    conversations: yield* all(Conversation, "schoolYear", schoolYear),
    themes: yield* every(IpbTheme),
    pulses: yield* all(Pulse, "schoolYear", schoolYear)
  }
  return known
})

export const ProgrammeIndicators = Overview.make("ProgrammeIndicators", ProgrammeLifecycle, Indicators, ({ state }, at) =>
  Effect.map(knownOf(state.schoolYear, at), indicators))
