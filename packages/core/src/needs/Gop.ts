/** Where the needs of a group plan come from. */
import { Effect } from "effect"
import { current, quadrant } from "../Competence.ts"
import { CompetenceProfile } from "../CompetenceProfile.ts"
import { answers, Elsewhere, type Question } from "../Elsewhere.ts"
import { Gop, GopLifecycle, haveNeedBoard } from "../Gop.ts"
import { isLive } from "../Grant.ts"
import type * as Machine from "../Machine.ts"
import { Pop } from "../Pop.ts"
import { PopGroup } from "../PopGroup.ts"
import { SharedView } from "../SharedView.ts"
import { openThemes } from "./IpbTheme.ts"
import { membersOf } from "./PopGroup.ts"

type Asked = Question<Machine.Of<typeof GopLifecycle>>

const groupOf = ({ command, state }: Asked) =>
  state._tag !== "Start" ? state.groupId : command?._tag === "Open" ? command.groupId : undefined
const theGroup = Effect.fnUntraced(function* (asked: Asked) {
  const { one } = yield* Elsewhere
  const groupId = groupOf(asked)
  const group = groupId === undefined ? undefined : yield* one(PopGroup, groupId)
  return group === undefined || group._tag === "Start" ? undefined : group
})
/** The plan that a group is at in a school year. */
export const gopOf = Effect.fnUntraced(function* (groupId: string | undefined, schoolYear?: string) {
  const { all } = yield* Elsewhere
  const gops = groupId === undefined ? [] : yield* all(Gop, "groupId", groupId)
  return gops.find(({ state }) =>
    state._tag !== "Closed" && state._tag !== "Rejected" && (schoolYear === undefined || state.schoolYear === schoolYear))
})

export const GopNeeds = answers(GopLifecycle, {
  groupMembers: (asked) => membersOf(groupOf(asked)),
  sponsors: (asked) => Effect.map(theGroup(asked), (group) => (group === undefined ? [] : [group.sponsor])),
  activeIn: (asked) => Effect.map(theGroup(asked), (group) => (group?._tag === "Active" ? group.schoolYear : null)),
  liveGop: Effect.fnUntraced(function* (asked) {
    const group = yield* theGroup(asked)
    return (yield* gopOf(groupOf(asked), group?.schoolYear))?.id ?? null
  }),
  sharedGoals: Effect.fnUntraced(function* (asked) {
    const { all } = yield* Elsewhere
    const groupId = groupOf(asked)
    return (yield* all(Pop, "ownerId", asked.actor)).flatMap(({ state }) =>
      state._tag === "Erased" ? [] : state.goals.flatMap(({ id, shares }) =>
        shares.some((share) => share.to.kind === "Group" && share.to.id === groupId && isLive(share, asked.at)) ? [id] : []))
  }),
  openThemes,
  talents: Effect.fnUntraced(function* ({ actor }) {
    const { all, packs } = yield* Elsewhere
    return (yield* all(CompetenceProfile, "ownerId", actor)).flatMap(({ state }) =>
      state._tag === "Active" || state._tag === "Shared"
        ? current(state.ratings).filter((rating) => quadrant(rating, packs.settings) === "Talent").map(({ ref }) => ref)
        : [])
  }),
  // Of somebody who opened a competence to the group twice, the last counts.
  board: Effect.fnUntraced(function* (asked) {
    const { all, packs } = yield* Elsewhere
    const groupId = groupOf(asked)
    const members = yield* membersOf(groupId)
    const views = groupId === undefined ? [] : yield* all(SharedView, "granteeId", groupId)
    const sharers = members.map((person) => ({
      person,
      ratings: views.flatMap(({ state }) =>
        state._tag === "Open" && state.to.kind === "Group" && state.ownerId === person && isLive(state, asked.at) ? state.rows : [])
    }))
    return haveNeedBoard(sharers, packs.settings)
  })
})
