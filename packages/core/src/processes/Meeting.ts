/**
 * The process rules of the meeting loop: from a group that begins to a planned session, from its tips to a plan, and from
 * there to the next session that looks back on it. Rows of the one table.
 */
import { Effect } from "effect"
import { Elsewhere } from "../Elsewhere.ts"
import { Intervision } from "../Intervision.ts"
import { isHabit } from "../Method.ts"
import { groupsOf } from "../needs/Grant.ts"
import { duePaps } from "../needs/Intervision.ts"
import { Pap } from "../Pap.ts"
import { PopGroup } from "../PopGroup.ts"
import * as Process from "../Process.ts"
import { RosteredMoment } from "../RosteredMoment.ts"
import type { Settings } from "../Settings.ts"
import { Staff } from "../Staff.ts"
import { day, startOf, week } from "../Vocabulary.ts"

/** The sessions of a group at this moment that are in one of these states. */
const sessionsAt = Effect.fnUntraced(function* (momentId: string, groupId: string | undefined, states: ReadonlyArray<string>) {
  const { all } = yield* Elsewhere
  const sessions = groupId === undefined ? [] : yield* all(Intervision, "groupId", groupId)
  return sessions.flatMap(({ id, state }) => (state.momentId === momentId && states.includes(state._tag) ? [id] : []))
})

/** The sessions of a group that were held before this one and still have their sheet. */
const sheetsBefore = Effect.fnUntraced(function* (
  _: unknown,
  { id, state: { groupId, on } }: { readonly id: string; readonly state: { readonly groupId: string; readonly on: string } }
) {
  const { all } = yield* Elsewhere
  const sessions = yield* all(Intervision, "groupId", groupId)
  return sessions.flatMap((other) => (other.id !== id && other.state._tag === "Held" && other.state.on < on ? [other.id] : []))
})
const purgeAfterThis = (
  _: unknown,
  { known, settings, state }: {
    readonly known: ReadonlyArray<string>
    readonly settings: Settings
    readonly state: { readonly on: string }
  }
) =>
  known.map((id) =>
    Process.command(Intervision, id, { _tag: "PurgeContent" }, {
      notBefore: startOf(state.on) + settings.sessionRetention.afterNextSessionDays * day
    }))

/** Since when a group is too small, when it is; whoever joins in time keeps it going. */
const endsWhenSmall = (
  id: string,
  group: { readonly members: ReadonlyArray<string>; readonly smallSince?: number | null },
  { smallGroupWeeks }: Settings
) =>
  typeof group.smallSince === "number"
    ? [Process.command(PopGroup, id, { _tag: "StartClosing" }, { notBefore: group.smallSince + smallGroupWeeks * week })]
    : []
/** What ends because it is too small needs nobody to say that it is over; with a plan that waits, its members do. */
const isOverWhenSmall = (
  id: string,
  { _tag, members }: { readonly _tag: string; readonly members: ReadonlyArray<string> },
  { groupSize: { min } }: Settings
) => (_tag === "Closing" && members.length < min ? [Process.command(PopGroup, id, { _tag: "Dissolve" })] : [])

const ending: ReadonlyArray<Process.Reaction> = [
  Process.on("A group that stays too small ends", PopGroup, "MemberLeft", [Process.sends(PopGroup, "StartClosing")],
    (_, { id, settings, state }) => endsWhenSmall(id, state, settings)),
  Process.on("A group that stays too small ends", PopGroup, "MemberRemoved", [Process.sends(PopGroup, "StartClosing")],
    (_, { id, settings, state }) => endsWhenSmall(id, state, settings)),
  Process.on("A group that is too small is over when no plan waits", PopGroup, "GroupClosing", [Process.sends(PopGroup, "Dissolve")],
    (_, { id, settings, state }) => isOverWhenSmall(id, state, settings)),
  Process.on("A group that is too small is over when no plan waits", PopGroup, "MemberLeft", [Process.sends(PopGroup, "Dissolve")],
    (_, { id, settings, state }) => isOverWhenSmall(id, state, settings)),
  // Whoever leads is offered the way out: nobody is taken out of a group by the power that came (domain 0, D8).
  Process.onKnowing("Nobody leads somebody of their own group", Staff, "LeaderAppointed", [Process.suggests(PopGroup, "Leave")],
    ({ person }) => groupsOf(person),
    ({ leader }, { known }) =>
      known.flatMap(({ id, state: { members } }) => members.includes(leader) ? [Process.suggestion(PopGroup, id, leader, { _tag: "Leave" })] : []))
]

const session: ReadonlyArray<Process.Reaction> = [
  Process.onKnowing(
    "P2 an active group plans its rostered moments",
    PopGroup,
    "GroupActivated", [Process.sends(Intervision, "Plan")],
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
    "MomentDisplaced", [Process.sends(Intervision, "Postpone")],
    (_, { id, state }) => sessionsAt(id, state.groupId, ["Planned", "Ready"]),
    (_, { known }) => known.map((id) => Process.command(Intervision, id, { _tag: "Postpone" }))
  ),
  Process.onKnowing(
    "A session goes along with its moment",
    RosteredMoment,
    "MomentReRostered", [Process.sends(Intervision, "Replan")],
    (_, { id, state }) => sessionsAt(id, state.groupId, ["Postponed"]),
    (_, { id: momentId, known, state: { on } }) =>
      known.map((id) => Process.command(Intervision, id, { _tag: "Replan", momentId, on }))
  ),
  Process.on("P3 plans come first", Intervision, "SessionOpened", [Process.sends(Intervision, "BringPaps")], (_, { id }) => [
    Process.command(Intervision, id, { _tag: "BringPaps" })
  ]),
  Process.onKnowing("A group that always works the same way hears of others", Intervision, "MethodChosen", [Process.tells("TryAnotherMethod")],
    Effect.fnUntraced(function* (_, { id, state: { groupId } }) {
      const { all } = yield* Elsewhere
      return (yield* all(Intervision, "groupId", groupId))
        .flatMap((other) =>
          other.id !== id && "endedAt" in other.state && other.state.methodId !== undefined
            ? [{ at: other.state.endedAt, method: other.state.methodId }] : [])
        .toSorted((one, other) => one.at - other.at)
        .map(({ method }) => method)
    }),
    ({ method: { id: method } }, { known, settings, state: { facilitator } }) =>
      isHabit(method, known, settings) ? [Process.card(facilitator, "TryAnotherMethod", { whileIn: ["ChoosingCase"] })] : []),
  Process.on("P8 tips seed a plan", Intervision, "TipsChosen", [Process.suggests(Pap, "Start")], ({ caseGiver, tips }, { at, id, settings, state }) => [
    Process.suggestion(
      Pap,
      `${id}/${caseGiver}`,
      caseGiver,
      { _tag: "Start", groupId: state.groupId, fromSession: id, tipRefs: tips },
      { notAfter: at + settings.papStartHours * 60 }
    )
  ]),
  Process.on("P9 a plan is remembered gently", Pap, "PapCommitted", [Process.tells("TryYourPlan"), Process.tells("LookBackSoon")], ({ dueSession, firstOccasion }, { settings, state }) => [
    Process.card(state.ownerId, "TryYourPlan", { notBefore: startOf(firstOccasion), whileIn: ["Committed"] }),
    Process.card(state.ownerId, "LookBackSoon", {
      notBefore: startOf(dueSession.on) - settings.papReminderDays * day,
      whileIn: ["Committed", "Trying"]
    })
  ]),
  Process.on("A plan goes some time after it was looked back on", Pap, "PapReviewed", [Process.sends(Pap, "Forget")], (_, { at, id, settings }) => [
    Process.command(Pap, id, { _tag: "Forget" }, { notBefore: at + settings.papKeptDays * day })
  ]),
  // That somebody who is not there has a plan is not for those who are (domain 5.2).
  Process.onKnowing("P10 absent owners keep their plan", Intervision, "PapsBrought", [Process.sends(Pap, "CarryOver")],
    (_, { state: { attendees, groupId, on } }) =>
      Effect.map(duePaps(groupId, on), (paps) => paps.filter(({ owner }) => !attendees.includes(owner))),
    (_, { known }) => known.map(({ pap }) => Process.command(Pap, pap, { _tag: "CarryOver" }))
  ),
  Process.on("A plan that goes on begins the next", Pap, "PapContinued", [Process.sends(Pap, "StartNext")], ({ next }, { state }) => [
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
  Process.on("P17 the moment was held", Intervision, "SessionHeld", [Process.sends(RosteredMoment, "Hold")], (_, { state }) => [
    Process.command(RosteredMoment, state.momentId, { _tag: "Hold" })
  ]),
  Process.on("P17 the sheet is purged at the latest", Intervision, "SessionHeld", [Process.sends(Intervision, "PurgeContent")], ({ at }, { id, settings }) => [
    Process.command(Intervision, id, { _tag: "PurgeContent" }, { notBefore: at + settings.sessionRetention.atMostDays * day })
  ]),
  Process.onKnowing("P17 the sheet is purged after the next session", Intervision, "SessionHeld", [Process.sends(Intervision, "PurgeContent")],
    sheetsBefore, purgeAfterThis),
  // A stop is a next session too: what was said before it does not stay longer for it.
  Process.onKnowing("P17 the sheet is purged after the next session", Intervision, "SessionStopped", [Process.sends(Intervision, "PurgeContent")],
    sheetsBefore, purgeAfterThis),
  // From outside it looks like any other meeting: nobody reads off the roster or a year task that somebody stopped (C5).
  Process.on("P22 a stopped session was a meeting", Intervision, "SessionStopped", [Process.sends(RosteredMoment, "Hold")], (_, { state }) => [
    Process.command(RosteredMoment, state.momentId, { _tag: "Hold" })
  ]),
  Process.on("P22 after a stop there is somebody to turn to", Intervision, "SessionStopped", [Process.tells("Confidant")], (_, { at, settings, state }) =>
    state.attendees.map((person) =>
      Process.card(person, "Confidant", { notAfter: at + settings.sessionRetention.atMostDays * day })
    )
  )
]

/** Everything that follows from a group that meets. */
export const meeting: ReadonlyArray<Process.Reaction> = [...session, ...ending]
