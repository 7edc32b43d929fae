/**
 * The process rules of keeping: what stands in the employer's file of somebody who left goes when its term is over, and
 * not while there may be an objection (domain 5.6). Rows of the one table.
 */
import { Effect } from "effect"
import { Conversation } from "../Conversation.ts"
import { Elsewhere } from "../Elsewhere.ts"
import * as Process from "../Process.ts"
import { Staff } from "../Staff.ts"

const destroy = (id: string, keepUntil: number) => [
  Process.command(Conversation, id, { _tag: "Destroy" }, { notBefore: keepUntil })
]
/** What was held up by an objection, now that it is over. */
const destroyLate = (_: unknown, { id, state: { keepUntil } }: { readonly id: string; readonly state: { readonly keepUntil?: number } }) =>
  keepUntil === undefined ? [] : destroy(id, keepUntil)

/** Everything that follows from a term of keeping. */
export const keeping: ReadonlyArray<Process.Reaction> = [
  Process.onKnowing("P20 the term of a leaver's talks begins", Staff, "EmploymentEnded", [Process.sends(Conversation, "BeginRetention")],
    Effect.fnUntraced(function* ({ person }) {
      const { all } = yield* Elsewhere
      const gone = ["Planned", "AgendaOpen", "AgendaSet", "Cancelled", "Destroyed", "Erased"]
      return (yield* all(Conversation, "employeeId", person)).filter(({ state }) => !gone.includes(state._tag))
    }),
    (_, { known }) => known.map(({ id }) => Process.command(Conversation, id, { _tag: "BeginRetention" }))),
  Process.on("P20 the report of a leaver's talk ends", Conversation, "RetentionBegun", [Process.sends(Conversation, "Destroy")], ({ keepUntil }, { id, state }) =>
    state._tag === "ObjectionOpen" ? destroy(id, Math.max(keepUntil, state.objectBefore)) : destroy(id, keepUntil)),
  Process.on("What an objection held up still ends", Conversation, "ObjectionDecided", [Process.sends(Conversation, "Destroy")], destroyLate),
  Process.on("What an objection held up still ends", Conversation, "ObjectionWithdrawn", [Process.sends(Conversation, "Destroy")], destroyLate)
]
