/** Where the needs of a regulation come from. */
import { Effect } from "effect"
import { ConversationCycle, ConversationCycleLifecycle } from "../ConversationCycle.ts"
import { answers, Elsewhere } from "../Elsewhere.ts"
import { settings } from "./Settings.ts"
import { hr, leaders, pmr, staff } from "./Staff.ts"

export const ConversationCycleNeeds = answers(ConversationCycleLifecycle, {
  staff,
  leaders,
  hr,
  pmr,
  otherRegulation: Effect.fnUntraced(function* ({ command, id }) {
    const { all } = yield* Elsewhere
    if (command?._tag !== "Propose") return null
    const others = yield* all(ConversationCycle, "schoolYear", command.schoolYear)
    return others.find((other) => other.id !== id && other.state._tag !== "Withheld")?.id ?? null
  }),
  settings
})
