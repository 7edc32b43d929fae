/** What a session is about: the small types and the groups of fields that its states share. */
import { Schema } from "effect"
import { ItemType, Step } from "../Method.ts"
import * as Private from "../Private.ts"
import { Day, Id, Instant, maybe, Minutes, People, Person } from "../Vocabulary.ts"

const OfCase = Private.text({ class: "P1", max: 280, subject: "caseGiver" })
const TipText = Private.text({ class: "P1", max: 140, subject: "caseGiver" })

export const DuePap = Schema.Struct({ pap: Id, owner: Person })
export const Offer = Schema.Struct({ caseGiver: Person, question: OfCase })
export const Item = Schema.Struct({ id: Id, type: ItemType, words: OfCase, by: Person, hidden: Schema.Boolean })
/** A note to yourself: nobody else ever reads it. */
export const Note = Schema.Struct({ id: Id, by: Person, words: Private.text({ class: "P0", max: 280, subject: "by" }) })
/** A tip has no author unless its author wants the name with it. */
export const Tip = Schema.Struct({ id: Id, words: TipText, by: maybe(Person) })
export const Snapshot = Schema.Struct({ id: Id, steps: Schema.Array(Step) })
export const Clock = Schema.Struct({
  startedAt: Instant,
  planned: Minutes,
  paused: Minutes,
  pausedAt: Schema.NullOr(Instant),
  extra: Minutes,
  overran: Schema.Boolean
})

export const moment = { on: Day, momentId: Id }
export const duties = { facilitator: Person, guardian: Person, scribe: maybe(Person) }
/**
 * What a session is about, as ids and never as what was said of it: the theme of staff policy (S1.2), and the competences
 * that the group says it touched (S8.4).
 */
const linked = { themeId: maybe(Id), competences: maybe(Schema.Array(Id)) }
export const planned = { groupId: Id, ...moment, ...linked, attendees: People, signedOff: People }
export const ready = { ...planned, ...duties }
export const running = {
  ...ready,
  openedAt: Instant,
  duePaps: Schema.Array(DuePap),
  papsBrought: Schema.Boolean,
  skipped: Schema.Array(Id),
  /** Who stepped out for a while; their turn passes them by. */
  away: People,
  clock: Clock
}
export const choosing = {
  ...running,
  offers: Schema.Array(Offer),
  caseGiver: maybe(Person),
  method: maybe(Snapshot),
  known: Schema.Array(Id)
}
export const inner = {
  ...running,
  caseGiver: Person,
  method: Snapshot,
  step: Minutes,
  turn: Minutes,
  items: Schema.Array(Item),
  notes: Schema.Array(Note)
}
export const content = {
  caseGiver: maybe(Person),
  methodId: maybe(Id),
  items: Schema.Array(Item),
  notes: Schema.Array(Note),
  tips: Schema.Array(Tip)
}
export const parade = { ...running, ...content, caseGiver: Person, order: People, turn: Minutes, passes: Minutes }
export const writing = { ...running, ...content, paradeEndedAt: Instant, chosen: Schema.Array(Id) }
/** What remains when the content is gone. */
export const facts = {
  ...linked,
  momentId: Id,
  groupId: Id,
  on: Day,
  attendees: People,
  facilitator: Person,
  minutes: Minutes,
  endedAt: Instant,
  paradeEndedAt: maybe(Instant),
  methodId: maybe(Id)
}
