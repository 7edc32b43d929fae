/** Where the needs of somebody's year of conversations come from. */
import { Effect } from "effect"
import { answers, type Question } from "../Elsewhere.ts"
import { EmployeeCycleLifecycle } from "../EmployeeCycle.ts"
import type * as Machine from "../Machine.ts"
import { runningIn, talksOf, wasHeld } from "./Conversation.ts"
import { leadersOf, staff } from "./Staff.ts"

type Asked = Question<Machine.Of<typeof EmployeeCycleLifecycle>>

const whose = ({ command, state }: Asked) =>
  state._tag !== "Start" ? state : command?._tag === "Open" ? command : undefined
/** The talks that somebody had in their year. */
const heldIn = (asked: Asked) =>
  Effect.map(talksOf(whose(asked)?.employeeId), (talks) =>
    talks.flatMap(({ state }) => (state.schoolYear === whose(asked)?.schoolYear && wasHeld(state) ? [state] : [])))

export const EmployeeCycleNeeds = answers(EmployeeCycleLifecycle, {
  theirLeaders: (asked) => Effect.map(leadersOf, (leadersOf) => leadersOf[whose(asked)?.employeeId ?? ""] ?? []),
  staff,
  runningCycle: (asked) =>
    Effect.map(runningIn(whose(asked)?.schoolYear), (running) =>
      running === undefined ? null : { id: running.id, talks: running.regulation.talks }),
  heldTalks: (asked) => Effect.map(heldIn(asked), (talks) => talks.map(({ type }) => type)),
  popGoalsDiscussed: (asked) =>
    Effect.map(heldIn(asked), (talks) =>
      talks.some((talk) =>
        talk.type === "Pop" || ("evidence" in talk && talk.evidence.some(({ kind }) => kind === "PopGoal"))))
})
