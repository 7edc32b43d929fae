/** Where the needs of a conversation come from. */
import { Effect } from "effect"
import { CompetenceFramework } from "../CompetenceFramework.ts"
import type { Evidence } from "../conversation/Talk.ts"
import { Conversation, ConversationLifecycle } from "../Conversation.ts"
import { ConversationCycle } from "../ConversationCycle.ts"
import { answers, Elsewhere, type Question } from "../Elsewhere.ts"
import { isLive } from "../Grant.ts"
import { Intervision } from "../Intervision.ts"
import type * as Machine from "../Machine.ts"
import { SharedView } from "../SharedView.ts"
import { peersOf } from "./Grant.ts"
import { settings } from "./Settings.ts"
import { hr, leadersOf, staff } from "./Staff.ts"

type Asked = Question<Machine.Of<typeof ConversationLifecycle>>
type State = Machine.State<Machine.Of<typeof ConversationLifecycle>>

const employeeOf = ({ command, state }: Asked) =>
  state._tag !== "Start" ? state.employeeId : command?._tag === "Plan" ? command.employeeId : undefined
const yearOf = ({ command, state }: Asked) =>
  state._tag !== "Start" ? state.schoolYear : command?._tag === "Plan" ? command.schoolYear : undefined

/** The regulation that runs in a school year. */
export const runningIn = Effect.fnUntraced(function* (schoolYear: string | undefined) {
  const { all } = yield* Elsewhere
  const regulations = schoolYear === undefined ? [] : yield* all(ConversationCycle, "schoolYear", schoolYear)
  return regulations.flatMap(({ id, state }) => (state._tag === "Running" ? [{ id, regulation: state }] : []))[0]
})
/** The conversations of an employee. */
export const talksOf = Effect.fnUntraced(function* (employee: string | undefined) {
  const { all } = yield* Elsewhere
  return employee === undefined ? [] : yield* all(Conversation, "employeeId", employee)
})
/** It took place, whatever became of its report. */
export const wasHeld = ({ _tag }: State): boolean => !["Planned", "AgendaOpen", "AgendaSet", "Cancelled"].includes(_tag)

/** Nothing more is expected of those who have it: an appraisal that can only be objected to, and whatever is in the file. */
const isSigned = (tag: string) => ["ObjectionOpen", "Objected", "Decided", "Final", "Filed", "Destroyed"].includes(tag)

export const ConversationNeeds = answers(ConversationLifecycle, {
  hr,
  fileReaders: ({ state }) =>
    Effect.map(hr, (hr) => (isSigned(state._tag) ? hr : [])),
  staff,
  leadersOf,
  regulation: (asked) =>
    Effect.map(runningIn(yearOf(asked)), (running) =>
      running === undefined ? null : { appraisals: running.regulation.appraisals, terms: running.regulation.terms }),
  performanceTalks: (asked) =>
    Effect.map(talksOf(employeeOf(asked)), (talks) => {
      const others = talks.filter(({ id }) => id !== asked.id).map(({ state }) => state)
      const appraised = others.filter(({ _tag, type }) => type === "Appraisal" && isSigned(_tag)).map(({ on }) => on)
      const last = appraised.toSorted().at(-1) ?? ""
      return others.filter((talk) => talk.type === "Performance" && wasHeld(talk) && talk.on > last).length
    }),
  coaches: Effect.fnUntraced(function* (asked) {
    const { every } = yield* Elsewhere
    const employee = employeeOf(asked)
    if (employee === undefined) return []
    const led = (yield* every(Intervision)).flatMap(({ state }) =>
      "facilitator" in state && state.attendees.includes(employee) && state.facilitator !== employee ? [state.facilitator] : [])
    return [...new Set([...led, ...(yield* peersOf(employee))])]
  }),
  opened: Effect.fnUntraced(function* ({ at, id, state }) {
    const { all } = yield* Elsewhere
    if (state._tag === "Start") return []
    const to = [id, ..."leaderId" in state ? [state.leaderId] : []]
    const views = yield* Effect.forEach(to, (grantee) => all(SharedView, "granteeId", grantee))
    return views.flat().flatMap(({ state: view }): ReadonlyArray<Evidence> =>
      view._tag !== "Open" || view.ownerId !== state.employeeId || !isLive(view, at) ? []
        : view.sourceType === "PortfolioEntry" ? [{ kind: "PortfolioEntry", ref: view.sourceId }]
        : view.sourceType === "Pop" && view.part !== undefined ? [{ kind: "PopGoal", ref: view.part }]
        : [])
  }),
  appraisalFrameworks: Effect.gen(function* () {
    const { every } = yield* Elsewhere
    return (yield* every(CompetenceFramework)).flatMap(({ state }) =>
      state._tag === "Published" && state.usedForAppraisal && state.consent !== null
        ? [{ framework: state.framework, version: state.version }]
        : [])
  }),
  settings
})
