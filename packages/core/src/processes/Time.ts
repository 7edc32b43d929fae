/**
 * The process rules of time: an agreed year task runs from August, what was spent on a meeting, a plan or another moment
 * is booked, and what does not fit any more is asked for. Rows of the one table.
 */
import { Effect } from "effect"
import { Elsewhere } from "../Elsewhere.ts"
import { Intervision } from "../Intervision.ts"
import type * as Machine from "../Machine.ts"
import { membersOf } from "../needs/PopGroup.ts"
import { Pap } from "../Pap.ts"
import { PopGroup } from "../PopGroup.ts"
import * as Process from "../Process.ts"
import { RosteredMoment } from "../RosteredMoment.ts"
import { type BudgetLine, earmarked, leftFor, type Purpose, TimeBudget } from "../TimeBudget.ts"
import { startOf } from "../Vocabulary.ts"

type Budget = Machine.StateIn<Machine.Of<typeof TimeBudget>, "InYear">
/** What somebody spent, on what, and which thing says so. */
interface Spent {
  readonly minutes: number
  readonly purpose: Purpose
  readonly ref: string
}

/** A year task with more time for something, taken from what nobody earmarked yet; nothing where there is no such time. */
export const withMore = (lines: ReadonlyArray<BudgetLine>, purpose: Purpose, minutes: number) => {
  const spare = ({ earmarks, minutes }: BudgetLine) => minutes - earmarks.reduce((sum, earmark) => sum + earmark.minutes, 0)
  const room = lines.findIndex((line) => line.line === "Professionalisation" && spare(line) >= minutes)
  return room === -1 ? undefined : lines.map((line, n) =>
    n !== room ? line : {
      ...line,
      earmarks: [...line.earmarks.filter((one) => one.purpose !== purpose), { purpose, minutes: minutes + earmarked([line], purpose) }]
    })
}

const isBooked = ({ booked }: Budget, { purpose, ref }: Omit<Spent, "minutes">) =>
  booked.some((one) => one.ref === ref && one.purpose === purpose)
const book = (id: string, spent: Spent) => Process.command(TimeBudget, id, { _tag: "Book", ...spent })
/** It is booked as far as it fits; what does not is for its owner to ask for, as long as nobody did. */
const spending = (budgets: ReadonlyArray<{ readonly id: string; readonly budget: Budget }>, spent: Spent) =>
  budgets.flatMap(({ budget, id }) => {
    const left = leftFor(budget, spent.purpose)
    const lines = isBooked(budget, spent) || budget.proposed !== undefined || left >= spent.minutes
      ? undefined
      : withMore(budget.lines, spent.purpose, spent.minutes - left)
    return [
      book(id, spent),
      ...(lines === undefined ? [] : [Process.suggestion(TimeBudget, id, budget.personId, { _tag: "ProposeReallocation", lines })])
    ]
  })
const asks = [Process.sends(TimeBudget, "Book"), Process.suggests(TimeBudget, "ProposeReallocation")]

const budgetsOf = Effect.fnUntraced(function* (people: ReadonlyArray<string>, schoolYear: string) {
  const { all } = yield* Elsewhere
  return (yield* all(TimeBudget, "schoolYear", schoolYear)).flatMap(({ id, state }) =>
    state._tag === "InYear" && people.includes(state.personId) ? [{ id, budget: state }] : []
  )
})
const schoolYearOf = Effect.fnUntraced(function* (groupId: string) {
  const { one } = yield* Elsewhere
  const group = yield* one(PopGroup, groupId)
  return group._tag === "Start" ? "" : group.schoolYear
})
/** From outside a session that was stopped took as long as it was rostered: nobody reads off a year task that somebody stopped (C5). */
const rosteredMinutes = Effect.fnUntraced(function* (momentId: string) {
  const { one } = yield* Elsewhere
  const moment = yield* one(RosteredMoment, momentId)
  return moment._tag === "Start" ? undefined : moment.minutes
})
/** The time that somebody was in sessions of their groups in a school year, by the session. */
const sessionsWith = Effect.fnUntraced(function* (person: string, schoolYear: string) {
  const { all } = yield* Elsewhere
  const groups = (yield* all(PopGroup, "members", person)).filter(({ state }) => state.schoolYear === schoolYear)
  const sessions = (yield* Effect.forEach(groups, ({ id }) => all(Intervision, "groupId", id))).flat()
  return yield* Effect.forEach(
    sessions.flatMap(({ id, state }) =>
      (state._tag === "Held" || state._tag === "Stopped" || state._tag === "Purged") && state.attendees.includes(person) ? [{ id, state }] : []),
    ({ id, state }) =>
      Effect.map(state._tag === "Stopped" ? rosteredMinutes(state.momentId) : Effect.succeed(state.minutes), (minutes = 0): Spent =>
        ({ minutes, purpose: "Session", ref: id }))
  )
})

/** Everything that follows for the time of people. */
export const time: ReadonlyArray<Process.Reaction> = [
  Process.on("P1 an agreed year task runs from the first of August", TimeBudget, "BudgetAgreed", [Process.sends(TimeBudget, "BeginYear")], (_, { id, state }) => [
    Process.command(TimeBudget, id, { _tag: "BeginYear" }, { notBefore: startOf(`${state.schoolYear.slice(0, 4)}-08-01`) })
  ]),
  Process.onKnowing("P9 the time for a plan is booked", Pap, "PapCommitted", asks,
    (_, { state }) => Effect.flatMap(schoolYearOf(state.groupId), (year) => budgetsOf([state.ownerId], year)),
    (_, { id: ref, known, settings: { papMinutes: minutes } }) => spending(known, { minutes, purpose: "Pap", ref })),
  Process.onKnowing("P17 the time of a session is booked", Intervision, "SessionHeld", asks,
    (_, { state }) => Effect.flatMap(schoolYearOf(state.groupId), (year) => budgetsOf(state.attendees, year)),
    (_, { id: ref, known, state: { minutes } }) => spending(known, { minutes, purpose: "Session", ref })),
  // The time of a session is booked by the session, that knows how long it took and who was there.
  Process.onKnowing("P17 the time of another moment is booked", RosteredMoment, "MomentHeld", asks,
    Effect.fnUntraced(function* (_, { state: { groupId, people, schoolYear, type } }) {
      return type === "Session" ? [] : yield* budgetsOf([...(yield* membersOf(groupId)), ...people], schoolYear)
    }),
    (_, { id: ref, known, state: { minutes, type: purpose } }) => spending(known, { minutes, purpose, ref })),
  Process.onKnowing("P22 a stopped session was a meeting", Intervision, "SessionStopped", asks,
    Effect.fnUntraced(function* (_, { state: { attendees, groupId, momentId } }) {
      const minutes = yield* rosteredMinutes(momentId)
      return minutes === undefined ? { minutes: 0, budgets: [] } : { minutes, budgets: yield* budgetsOf(attendees, yield* schoolYearOf(groupId)) }
    }),
    (_, { id: ref, known: { budgets, minutes } }) => spending(budgets, { minutes, purpose: "Session", ref })),
  Process.onKnowing("P17 what did not fit is booked once there is time for it", TimeBudget, "TimeReallocated", [Process.sends(TimeBudget, "Book")],
    (_, { state: { personId, schoolYear } }) => sessionsWith(personId, schoolYear),
    (_, { id, known, state }) => known.flatMap((spent) => (isBooked(state, spent) ? [] : [book(id, spent)])))
]
