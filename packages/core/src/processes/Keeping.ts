/**
 * The process rules of keeping: what stands in the employer's file of somebody who left goes when its term is over, and
 * not while there may be an objection (domain 5.6). Rows of the one table.
 */
import { Conversation } from "../Conversation.ts"
import { talksOf } from "../needs/Conversation.ts"
import * as Process from "../Process.ts"
import { Staff } from "../Staff.ts"

const destroy = (id: string, keepUntil: number) => [
  Process.command(Conversation, id, { _tag: "Destroy" }, { notBefore: keepUntil })
]
/** What was held up by an objection, now that it is over. */
const destroyLate = (_: unknown, { id, state: { keepUntil } }: { readonly id: string; readonly state: { readonly keepUntil?: number } }) =>
  keepUntil === undefined ? [] : destroy(id, keepUntil)

const isAhead = (tag: string) => ["Planned", "AgendaOpen", "AgendaSet"].includes(tag)
const isGone = (tag: string) => ["Cancelled", "Destroyed", "Erased"].includes(tag)

/** Everything that follows from a term of keeping. */
export const keeping: ReadonlyArray<Process.Reaction> = [
  Process.onKnowing("P20 the term of a leaver's talks begins", Staff, "EmploymentEnded", [Process.sends(Conversation, "BeginRetention")],
    ({ person }) => talksOf(person),
    (_, { known }) =>
      known.flatMap(({ id, state: { _tag } }) =>
        isAhead(_tag) || isGone(_tag) ? [] : [Process.command(Conversation, id, { _tag: "BeginRetention" })])),
  // An agenda for a talk that will not be is kept for nothing.
  Process.onKnowing("P20 a leaver's talk that was to come is called off", Staff, "EmploymentEnded", [Process.sends(Conversation, "Cancel")],
    ({ person }) => talksOf(person),
    (_, { known }) =>
      known.flatMap(({ id, state: { _tag } }) => (isAhead(_tag) ? [Process.command(Conversation, id, { _tag: "Cancel" })] : []))),
  Process.on("P20 the report of a leaver's talk ends", Conversation, "RetentionBegun", [Process.sends(Conversation, "Destroy")], ({ keepUntil }, { id, state }) =>
    state._tag === "ObjectionOpen" ? destroy(id, Math.max(keepUntil, state.objectBefore)) : destroy(id, keepUntil)),
  Process.on("What an objection held up still ends", Conversation, "ObjectionDecided", [Process.sends(Conversation, "Destroy")], destroyLate),
  Process.on("What an objection held up still ends", Conversation, "ObjectionWithdrawn", [Process.sends(Conversation, "Destroy")], destroyLate)
]
