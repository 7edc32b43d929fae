/**
 * Grant — what an owner opens to somebody, until a day. Only the owner gives it, every grant has an end, and every grant
 * can be taken back (domain 5.3, C2 and C3).
 */
import { Schema } from "effect"
import { refusal } from "./Refusal.ts"
import type { Settings } from "./Settings.ts"
import { dateOf, Day, day, dayAt, Id, Instant, maybe, overAt, People, startOf } from "./Vocabulary.ts"

export const Grantee = Schema.Struct({ kind: Schema.Literals(["Person", "Group", "Conversation"]), id: Id })
export const Grant = Schema.Struct({ id: Id, to: Grantee, until: Instant })
/** What an owner says to give one; without an end it gets the one that is usual. */
export const giving = { grant: Id, to: Grantee, until: maybe(Instant) }
/** Everybody and everything that an owner can open something to. */
export const Circle = Schema.Struct({
  people: People,
  groups: Schema.Array(Id),
  conversations: Schema.Array(Schema.Struct({ id: Id, on: Day }))
})

export type Grantee = (typeof Grantee)["Type"]
export type Grant = (typeof Grant)["Type"]
export type Circle = (typeof Circle)["Type"]

// Why not -----------------------------------------------------------------------

export class GrantExists extends refusal(
  "GrantExists",
  ({ grant }) => `You opened something under the name ${grant} already. Choose another name.`,
  { grant: Id }
) {}
export class GrantEndsInThePast extends refusal(
  "GrantEndsInThePast",
  "What you open is open until a moment that has yet to come. Choose a later end."
) {}
export class NotInYourCircle extends refusal(
  "NotInYourCircle",
  "You can open this to a colleague, to a group of yours, or to a conversation of yours. Choose one of them."
) {}
export class NoSuchGrant extends refusal(
  "NoSuchGrant",
  "You did not open this, or it has ended already. Nothing needs to be done."
) {}
export class GrantNotOver extends refusal(
  "GrantNotOver",
  "This is open for a while yet, and until then only its owner takes it back. Wait for its end.",
  { until: Instant }
) {}

// Rules -------------------------------------------------------------------------

/** What is told of a school about how long something stays open there. */
type Usual = Pick<Settings, "grantDays" | "timeZone">

/** When a grant ends that names no end: at the end of the day that is so many days after the conversation it is for, or after today. */
const usualEnd = ({ id, kind }: Grantee, { conversations }: Circle, at: number, { grantDays, timeZone }: Usual) => {
  const talk = kind === "Conversation" ? conversations.find((one) => one.id === id) : undefined
  return overAt(dateOf(startOf(talk?.on ?? dayAt(at, timeZone)) + grantDays * day), timeZone)
}
const isInCircle = ({ id, kind }: Grantee, { conversations, groups, people }: Circle) =>
  kind === "Person" ? people.includes(id)
    : kind === "Group" ? groups.includes(id)
    : conversations.some((one) => one.id === id)

/** Why something cannot be opened like this; nothing when it can. */
export const mayNotGive = (
  { grant, to, until }: { readonly grant: string; readonly to: Grantee; readonly until: number },
  given: ReadonlyArray<Grant>,
  circle: Circle,
  at: number
) =>
  given.some(({ id }) => id === grant) ? new GrantExists({ grant })
    : !isInCircle(to, circle) ? new NotInYourCircle()
    : until <= at ? new GrantEndsInThePast()
    : undefined

/** What is asked for, with its end filled in. */
export const withEnd = <A extends { readonly to: Grantee; readonly until?: number }>(
  asked: A,
  circle: Circle,
  at: number,
  settings: Usual
) => ({ ...asked, until: asked.until ?? usualEnd(asked.to, circle, at, settings) })

/** Is it open at this moment? */
export const isLive = ({ until }: Pick<Grant, "until">, at: number): boolean => at < until

/** Why the system cannot end this grant; nothing when its end has come. */
export const mayNotLapse = (given: ReadonlyArray<Grant>, grant: string, at: number) => {
  const found = given.find(({ id }) => id === grant)
  return found === undefined ? new NoSuchGrant() : isLive(found, at) ? new GrantNotOver({ until: found.until }) : undefined
}
/** The grants without this one. */
export const without = (given: ReadonlyArray<Grant>, grant: string): ReadonlyArray<Grant> => given.filter(({ id }) => id !== grant)
