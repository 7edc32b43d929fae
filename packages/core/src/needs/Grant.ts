/** To whom an owner can open something, and who reads what was opened: answers that several machines need. */
import { Effect } from "effect"
import { Conversation } from "../Conversation.ts"
import { Elsewhere } from "../Elsewhere.ts"
import { type Circle, type Grant, isLive } from "../Grant.ts"
import { PopGroup } from "../PopGroup.ts"
import { membersOf } from "./PopGroup.ts"
import { staff } from "./Staff.ts"

/** The groups that somebody is in. */
export const groupsOf = Effect.fnUntraced(function* (person: string | undefined) {
  const { all } = yield* Elsewhere
  const groups = person === undefined ? [] : yield* all(PopGroup, "members", person)
  return groups.filter(({ state }) => state._tag !== "Dissolved" && state.members.includes(person ?? ""))
})

/** The other members of the groups that somebody is in. */
export const peersOf = (person: string | undefined) =>
  Effect.map(groupsOf(person), (groups) =>
    [...new Set(groups.flatMap(({ state }) => state.members))].filter((member) => member !== person)
  )

/** Everybody and everything that somebody can open something to. */
export const circleOf = Effect.fnUntraced(function* (owner: string | undefined) {
  const { all } = yield* Elsewhere
  const [people, groups] = [yield* staff, yield* groupsOf(owner)]
  const talks = owner === undefined ? [] : yield* all(Conversation, "employeeId", owner)
  const circle: Circle = {
    people: people.filter((person) => person !== owner),
    groups: groups.map(({ id }) => id),
    conversations: talks.flatMap(({ id, state }) => ("agenda" in state ? [{ id, on: state.on }] : []))
  }
  return circle
})

/** Who reads what was opened, at this moment: whoever works here, is in the group or has the talk now, and nobody once its end has come. */
export const readersOf = Effect.fnUntraced(function* (grant: Pick<Grant, "to" | "until">, at: number) {
  const { id, kind } = grant.to
  const { one } = yield* Elsewhere
  if (!isLive(grant, at)) return []
  if (kind === "Person") return (yield* staff).includes(id) ? [id] : []
  if (kind === "Group") return yield* membersOf(id)
  const talk = yield* one(Conversation, id)
  return "agenda" in talk ? [talk.leaderId] : []
})
