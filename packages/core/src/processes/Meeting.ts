/**
 * The process rules of the meeting loop: from an agreed year task to a planned session, from its tips to a plan, and from
 * there to the next session that looks back on it. Rows of the one table.
 */
import { Effect } from "effect"
import { Elsewhere } from "../Elsewhere.ts"
import { Intervision } from "../Intervision.ts"
import { membersOf } from "../needs/PopGroup.ts"
import { Pap } from "../Pap.ts"
import { PopGroup } from "../PopGroup.ts"
import * as Process from "../Process.ts"
import { RosteredMoment } from "../RosteredMoment.ts"
import { TimeBudget } from "../TimeBudget.ts"
import { day, startOf } from "../Vocabulary.ts"

const budgetsOf = Effect.fnUntraced(function* (people: ReadonlyArray<string>, schoolYear: string) {
  const { all } = yield* Elsewhere
  return (yield* all(TimeBudget, "schoolYear", schoolYear)).flatMap(({ id, state }) =>
    state._tag === "InYear" && people.includes(state.personId) ? [{ id, person: state.personId }] : []
  )
})
const schoolYearOf = Effect.fnUntraced(function* (groupId: string) {
  const { one } = yield* Elsewhere
  const group = yield* one(PopGroup, groupId)
  return group._tag === "Start" ? "" : group.schoolYear
})

/** The sessions of a group at this moment that are in one of these states. */
const sessionsAt = Effect.fnUntraced(function* (momentId: string, groupId: string | undefined, states: ReadonlyArray<string>) {
  const { all } = yield* Elsewhere
  const sessions = groupId === undefined ? [] : yield* all(Intervision, "groupId", groupId)
  return sessions.flatMap(({ id, state }) => (state.momentId === momentId && states.includes(state._tag) ? [id] : []))
})

/** Everything that follows from a group that meets. */
export const meeting: ReadonlyArray<Process.Reaction> = [
  Process.on("P1 an agreed year task runs from the first of August", TimeBudget, "BudgetAgreed", (_, { id, state }) => [
    Process.command(TimeBudget, id, { _tag: "BeginYear" }, { notBefore: startOf(`${state.schoolYear.slice(0, 4)}-08-01`) })
  ]),
  Process.onKnowing(
    "P2 an active group plans its rostered moments",
    PopGroup,
    "GroupActivated",
    Effect.fnUntraced(function* (_, { id }) {
      const { all } = yield* Elsewhere
      const moments = yield* all(RosteredMoment, "groupId", id)
      return moments.flatMap(({ id, state }) =>
        state._tag === "Rostered" && state.type === "Session" ? [{ id, on: state.on }] : []
      )
    }),
    (_, { id: groupId, known }) =>
      known.map(({ id, on }) => Process.command(Intervision, id, { _tag: "Plan", groupId, momentId: id, on }))
  ),
  Process.onKnowing(
    "A session goes along with its moment",
    RosteredMoment,
    "MomentDisplaced",
    (_, { id, state }) => sessionsAt(id, state.groupId, ["Planned", "Ready"]),
    (_, { known }) => known.map((id) => Process.command(Intervision, id, { _tag: "Postpone" }))
  ),
  Process.onKnowing(
    "A session goes along with its moment",
    RosteredMoment,
    "MomentReRostered",
    (_, { id, state }) => sessionsAt(id, state.groupId, ["Postponed"]),
    (_, { id: momentId, known, state: { on } }) =>
      known.map((id) => Process.command(Intervision, id, { _tag: "Replan", momentId, on }))
  ),
  Process.on("P3 plans come first", Intervision, "SessionOpened", (_, { id }) => [
    Process.command(Intervision, id, { _tag: "BringPaps" })
  ]),
  Process.on("P8 tips seed a plan", Intervision, "TipsChosen", ({ caseGiver, tips }, { at, id, settings, state }) => [
    Process.suggestion(
      Pap,
      `${id}/${caseGiver}`,
      caseGiver,
      { _tag: "Start", groupId: state.groupId, fromSession: id, tipRefs: tips },
      { notAfter: at + settings.papStartHours * 60 }
    )
  ]),
  Process.onKnowing(
    "P9 the time for a plan is booked",
    Pap,
    "PapCommitted",
    (_, { state }) => Effect.flatMap(schoolYearOf(state.groupId), (year) => budgetsOf([state.ownerId], year)),
    (_, { id, known, settings }) =>
      known.map((budget) =>
        Process.command(TimeBudget, budget.id, { _tag: "Book", minutes: settings.papMinutes, purpose: "Pap", ref: id })
      )
  ),
  Process.on("P9 a plan is remembered gently", Pap, "PapCommitted", ({ dueSession, firstOccasion }, { settings, state }) => [
    Process.card(state.ownerId, "TryYourPlan", { notBefore: startOf(firstOccasion), whileIn: ["Committed"] }),
    Process.card(state.ownerId, "LookBackSoon", {
      notBefore: startOf(dueSession.on) - settings.papReminderDays * day,
      whileIn: ["Committed", "Trying"]
    })
  ]),
  Process.on("P10 absent owners keep their plan", Intervision, "PapsBrought", ({ absent }) =>
    absent.map(({ pap }) => Process.command(Pap, pap, { _tag: "CarryOver" }))
  ),
  Process.on("A plan that goes on begins the next", Pap, "PapContinued", ({ next }, { state }) => [
    Process.command(Pap, next, {
      _tag: "StartNext",
      ownerId: state.ownerId,
      groupId: state.groupId,
      fromSession: state.dueSession.id,
      tipRefs: state.tipRefs,
      earlier: { situation: state.situation, newBehaviour: state.newBehaviour, sign: state.sign },
      ...(state.competenceRef !== undefined && { competenceRef: state.competenceRef }),
      ...(state.popGoalRef !== undefined && { popGoalRef: state.popGoalRef })
    })
  ]),
  Process.onKnowing(
    "P17 the time of a session is booked",
    Intervision,
    "SessionHeld",
    (_, { state }) => Effect.flatMap(schoolYearOf(state.groupId), (year) => budgetsOf(state.attendees, year)),
    (_, { id, known, state }) =>
      known.map((budget) =>
        Process.command(TimeBudget, budget.id, { _tag: "Book", minutes: state.minutes, purpose: "Session", ref: id })
      )
  ),
  // The time of a session is booked by the session, that knows how long it took and who was there.
  Process.onKnowing("P17 the time of another moment is booked", RosteredMoment, "MomentHeld",
    Effect.fnUntraced(function* (_, { state: { groupId, people, schoolYear, type } }) {
      return type === "Session" ? [] : yield* budgetsOf([...(yield* membersOf(groupId)), ...people], schoolYear)
    }),
    (_, { id, known, state: { minutes, type } }) =>
      known.map((budget) =>
        Process.command(TimeBudget, budget.id, { _tag: "Book", minutes, purpose: type, ref: id }))),
  Process.on("P17 the moment was held", Intervision, "SessionHeld", (_, { state }) => [
    Process.command(RosteredMoment, state.momentId, { _tag: "Hold" })
  ]),
  Process.on("P17 the sheet is purged at the latest", Intervision, "SessionHeld", ({ at }, { id, settings }) => [
    Process.command(Intervision, id, { _tag: "PurgeContent" }, { notBefore: at + settings.sessionRetention.atMostDays * day })
  ]),
  Process.onKnowing(
    "P17 the sheet is purged after the next session",
    Intervision,
    "SessionHeld",
    Effect.fnUntraced(function* (_, { id, state }) {
      const { all } = yield* Elsewhere
      const sessions = yield* all(Intervision, "groupId", state.groupId)
      return sessions.flatMap((other) =>
        other.id !== id && other.state._tag === "Held" && other.state.on < state.on ? [other.id] : []
      )
    }),
    (_, { known, settings, state }) =>
      known.map((id) =>
        Process.command(
          Intervision,
          id,
          { _tag: "PurgeContent" },
          {
            notBefore: startOf(state.on) + settings.sessionRetention.afterNextSessionDays * day
          }
        )
      )
  ),
  Process.on("P22 after a stop there is somebody to turn to", Intervision, "SessionStopped", (_, { at, settings, state }) =>
    state.attendees.map((person) =>
      Process.card(person, "Confidant", { notAfter: at + settings.sessionRetention.atMostDays * day })
    )
  )
]
