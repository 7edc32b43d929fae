/** Where the needs of a plan come from. */
import { Effect } from "effect"
import { answers, Elsewhere, type Question } from "../Elsewhere.ts"
import { Intervision } from "../Intervision.ts"
import type * as Machine from "../Machine.ts"
import { Pap, PapLifecycle } from "../Pap.ts"
import { membersOf } from "./PopGroup.ts"
import { settings } from "./Settings.ts"
import { staff } from "./Staff.ts"

type Asked = Question<Machine.Of<typeof PapLifecycle>>

const groupOf = ({ command, state }: Asked) =>
  state._tag !== "Start" ? state.groupId : command?._tag === "Start" ? command.groupId : undefined
const isLive = (tag: string) => ["Draft", "Committed", "Trying", "Reported"].includes(tag)

const sessionsOf = Effect.fnUntraced(function*(groupId: string | undefined) {
  const { all } = yield* Elsewhere
  return groupId === undefined ? [] : yield* all(Intervision, "groupId", groupId)
})

export const PapNeeds = answers(PapLifecycle, {
  groupMembers: (asked) => membersOf(groupOf(asked)),
  livePap: Effect.fnUntraced(function*(asked) {
    const { all } = yield* Elsewhere
    const mine = yield* all(Pap, "ownerId", asked.actor)
    const open = mine.find(({ id, state }) => id !== asked.id && state.groupId === groupOf(asked) && isLive(state._tag))
    return open?.id ?? null
  }),
  papStep: Effect.fnUntraced(function*({ command }) {
    const { one } = yield* Elsewhere
    if (command?._tag !== "Start") return { reached: false, endedAt: null }
    const session = yield* one(Intervision, command.fromSession)
    return {
      reached: ["PapWriting", "Closing", "Held", "Purged"].includes(session._tag),
      endedAt: session._tag === "Held" || session._tag === "Purged" ? session.endedAt : null
    }
  }),
  // The first session of the group after the one the plan came from, or after the one it was due in.
  nextSession: Effect.fnUntraced(function*(asked) {
    const { one } = yield* Elsewhere
    const { state } = asked
    if (state._tag === "Start" || state._tag === "Forgotten") return null
    const from = state._tag === "Draft" ? yield* one(Intervision, state.fromSession) : undefined
    const after = state._tag !== "Draft" ? state.dueSession.on : from !== undefined && from._tag !== "Start" ? from.on : ""
    const [next] = (yield* sessionsOf(state.groupId))
      .filter(({ state: { _tag, on } }) => _tag !== "Cancelled" && on > after)
      .toSorted((one, other) => one.state.on < other.state.on ? -1 : 1)
    return next === undefined ? null : { id: next.id, on: next.state.on }
  }),
  papReviewOpen: (asked) =>
    Effect.map(sessionsOf(groupOf(asked)), (sessions) =>
      sessions.some(({ state }) => state._tag === "ReviewingPaps" && state.duePaps.some(({ pap }) => pap === asked.id))),
  staff,
  settings
})
