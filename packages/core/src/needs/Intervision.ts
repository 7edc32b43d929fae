/** Where the needs of a session come from. */
import { Effect } from "effect"
import { answers, Elsewhere, type Question } from "../Elsewhere.ts"
import { Intervision, IntervisionLifecycle } from "../Intervision.ts"
import { IpbTheme } from "../IpbTheme.ts"
import type * as Machine from "../Machine.ts"
import { Pap } from "../Pap.ts"
import { PopGroup } from "../PopGroup.ts"
import { RosteredMoment } from "../RosteredMoment.ts"
import { startOf } from "../Vocabulary.ts"
import { publishedCompetences } from "./CompetenceFramework.ts"
import { membersOf } from "./PopGroup.ts"
import { settings } from "./Settings.ts"

type Asked = Question<Machine.Of<typeof IntervisionLifecycle>>

const groupOf = ({ command, state }: Asked) =>
  state._tag !== "Start" ? state.groupId : command?._tag === "Plan" ? command.groupId : undefined

const theGroup = Effect.fnUntraced(function*(asked: Asked) {
  const { one } = yield* Elsewhere
  const group = groupOf(asked)
  return group === undefined ? undefined : yield* one(PopGroup, group)
})
const otherSessions = Effect.fnUntraced(function*(asked: Asked) {
  const { all } = yield* Elsewhere
  const group = groupOf(asked)
  return group === undefined ? [] : (yield* all(Intervision, "groupId", group)).filter(({ id }) => id !== asked.id)
})
const papsOfGroup = Effect.fnUntraced(function*(group: string | undefined) {
  const { all } = yield* Elsewhere
  return group === undefined ? [] : yield* all(Pap, "groupId", group)
})

/** The plans of a group that are due at a meeting of that day, whoever comes. */
export const duePaps = (groupId: string, on: string) =>
  Effect.map(papsOfGroup(groupId), (paps) =>
    paps.flatMap(({ id, state }) =>
      (state._tag === "Committed" || state._tag === "Trying" || state._tag === "Reported") && state.dueSession.on <= on
        ? [{ pap: id, owner: state.ownerId }]
        : []
    ))

export const IntervisionNeeds = answers(IntervisionLifecycle, {
  groupMembers: (asked) => membersOf(groupOf(asked)),
  groupIsActive: (asked) => Effect.map(theGroup(asked), (group) => group?._tag === "Active"),
  momentIsRostered: Effect.fnUntraced(function*(asked) {
    const { one } = yield* Elsewhere
    const { command } = asked
    if (command?._tag !== "Plan" && command?._tag !== "Replan") return false
    const moment = yield* one(RosteredMoment, command.momentId)
    return moment._tag === "Rostered" && moment.type === "Session" && moment.groupId === groupOf(asked) && moment.on === command.on
  }),
  // By alphabet, whoever led longest ago comes first; by draw or by volunteer there is no order.
  rotation: Effect.fnUntraced(function*(asked) {
    const group = yield* theGroup(asked)
    if (group?._tag !== "Active" || group.agreement.rotation !== "Alphabet") return []
    const held = (yield* otherSessions(asked)).flatMap(({ state }) =>
      state._tag === "Held" || state._tag === "Purged" ? [{ at: state.endedAt, by: state.facilitator }] : [])
    const lastLed = (person: string) => Math.max(-1, ...held.flatMap(({ at, by }) => by === person ? [at] : []))
    return group.members.toSorted((one, other) => lastLed(one) - lastLed(other) || (one < other ? -1 : 1))
  }),
  openPaps: ({ state }) => state._tag === "Start" ? Effect.succeed([]) : duePaps(state.groupId, state.on),
  reviewedPaps: (asked) =>
    Effect.map(papsOfGroup(groupOf(asked)), (paps) =>
      paps.flatMap(({ id, state }) => ["Reviewed", "Closed", "Continued", "Dropped", "Forgotten"].includes(state._tag) ? [id] : [])),
  method: ({ command }) =>
    Effect.map(Elsewhere, ({ packs }) =>
      command?._tag === "ChooseMethod" ? packs.methods.find(({ id }) => id === command.method) ?? null : null),
  intervisionMinutes: (asked) =>
    Effect.map(theGroup(asked), (group) => group?._tag === "Active" ? group.agreement.intervisionMinutes ?? 0 : 0),
  sessionsHeld: (asked) =>
    Effect.map(otherSessions(asked), (sessions) =>
      sessions.filter(({ state }) => state._tag === "Held" || state._tag === "Purged").length),
  // The session before this one was stopped for safety, and no other has been held since.
  safetyStopOpen: (asked) =>
    Effect.map(otherSessions(asked), (sessions) =>
      sessions
        .flatMap(({ state }) => state._tag === "Held" || state._tag === "Stopped" || state._tag === "Purged" ? [state] : [])
        .toSorted((one, other) => other.endedAt - one.endedAt)[0]?._tag === "Stopped"),
  nextSessionAt: (asked) =>
    Effect.map(otherSessions(asked), (sessions) => {
      const { state } = asked
      const [next] = sessions
        .flatMap(({ state: { _tag, on } }) => state._tag !== "Start" && _tag !== "Cancelled" && on > state.on ? [on] : [])
        .toSorted()
      return next === undefined ? null : startOf(next)
    }),
  adoptedThemes: Effect.gen(function*() {
    const { every } = yield* Elsewhere
    return (yield* every(IpbTheme)).flatMap(({ id, state }) => state._tag === "Adopted" || state._tag === "Active" ? [id] : [])
  }),
  competences: Effect.map(publishedCompetences, (all) => [...new Set(all.map(({ competence }) => competence))]),
  settings
})
