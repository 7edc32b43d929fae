/**
 * The process rules of the conversations: a cycle that starts gives everybody their year, a signed report goes to the
 * file, an appraisal becomes final when nobody objects, and a promise is missed when its day has gone by. Rows of the one
 * table; none of them goes from a conversation to the coaching space, or the other way (domain 4.15, P21).
 */
import { Effect } from "effect"
import { Conversation } from "../Conversation.ts"
import { ConversationCycle } from "../ConversationCycle.ts"
import { Elsewhere } from "../Elsewhere.ts"
import { EmployeeCycle } from "../EmployeeCycle.ts"
import * as Process from "../Process.ts"
import { SharedView } from "../SharedView.ts"
import { Staff } from "../Staff.ts"
import { day, endOf, startOf } from "../Vocabulary.ts"

const cycle: ReadonlyArray<Process.Reaction> = [
  Process.onKnowing("A cycle that starts gives everybody their year", ConversationCycle, "CycleStarted", [Process.sends(EmployeeCycle, "Open")],
    Effect.fnUntraced(function* () {
      const { every } = yield* Elsewhere
      return (yield* every(Staff)).flatMap(({ state }) =>
        state.colleagues.filter((person) => (state.leadersOf[person] ?? []).length > 0))
    }),
    (_, { id, known, state: { schoolYear } }) =>
      known.map((employeeId) =>
        Process.command(EmployeeCycle, `${id}/${employeeId}`, { _tag: "Open", employeeId, schoolYear }))),
  Process.on("A year begins with the talks that are due in it", EmployeeCycle, "EmployeeCycleOpened", [Process.sends(EmployeeCycle, "ScheduleDefaultTalks")], (_, { id }) => [
    Process.command(EmployeeCycle, id, { _tag: "ScheduleDefaultTalks" })
  ]),
  Process.on("A year of talks closes when it is over", EmployeeCycle, "TalksScheduled", [Process.sends(EmployeeCycle, "CloseYear")], (_, { id, state }) => [
    Process.command(EmployeeCycle, id, { _tag: "CloseYear" }, { notBefore: endOf(state.schoolYear) })
  ]),
  Process.on("A year of talks closes when it is over", ConversationCycle, "CycleEvaluated", [Process.sends(ConversationCycle, "Close")], (_, { id, state }) => [
    Process.command(ConversationCycle, id, { _tag: "Close" }, { notBefore: endOf(state.schoolYear) })
  ])
]

const report: ReadonlyArray<Process.Reaction> = [
  // Of a career talk the employee decides: see `AllowFiling`.
  Process.on("A signed report goes to the file", Conversation, "SigningCompleted", [Process.sends(Conversation, "File")], (_, { id, state }) =>
    state.type === "Career" ? [] : [Process.command(Conversation, id, { _tag: "File" })]),
  Process.on("A signed report goes to the file", Conversation, "FilingAllowed", [Process.sends(Conversation, "File")], (_, { id }) => [
    Process.command(Conversation, id, { _tag: "File" })
  ]),
  Process.on("A signed report goes to the file", Conversation, "AppraisalFinalised", [Process.sends(Conversation, "File")], (_, { id }) => [
    Process.command(Conversation, id, { _tag: "File" })
  ]),
  Process.on("An appraisal nobody objects to is final", Conversation, "ObjectionOpened", [Process.sends(Conversation, "Finalise")], ({ objectBefore }, { id }) => [
    Process.command(Conversation, id, { _tag: "Finalise" }, { notBefore: objectBefore })
  ]),
  Process.on("An appraisal nobody objects to is final", Conversation, "ObjectionWithdrawn", [Process.sends(Conversation, "Finalise")], (_, { id }) => [
    Process.command(Conversation, id, { _tag: "Finalise" })
  ]),
  Process.on("An objection that was decided makes it final", Conversation, "ObjectionDecided", [Process.sends(Conversation, "Finalise")], (_, { id }) => [
    Process.command(Conversation, id, { _tag: "Finalise" })
  ]),
  Process.on("A promise of the employer is missed when its day has gone by", Conversation, "SigningCompleted", [Process.sends(Conversation, "ReportMissed")],
    (_, { id, state: { agreements } }) =>
      agreements.flatMap(({ before, by, id: agreement }) =>
        by === "Employer" && before !== undefined
          ? [Process.command(Conversation, id, { _tag: "ReportMissed", agreement }, { notBefore: startOf(before) + day })]
          : []))
]

const table: ReadonlyArray<Process.Reaction> = [
  Process.onKnowing("What is no longer open leaves the table", SharedView, "ViewClosed", [Process.sends(Conversation, "DetachEvidence")],
    Effect.fnUntraced(function* (_, { state: { ownerId, part, sourceId } }) {
      const { all } = yield* Elsewhere
      const open = (yield* all(SharedView, "sourceId", sourceId)).flatMap(({ state }) =>
        state._tag === "Open" && state.part === part ? [state.granteeId] : [])
      return (yield* all(Conversation, "employeeId", ownerId)).flatMap(({ id, state }) =>
        state._tag === "AgendaOpen" || state._tag === "AgendaSet" || state._tag === "Held"
          ? state.evidence
            .filter(({ ref }) => ref === (part ?? sourceId) && ![id, state.leaderId].some((reader) => open.includes(reader)))
            .map((evidence) => ({ id, evidence }))
          : [])
    }),
    (_, { known }) =>
      known.map(({ evidence, id }) => Process.command(Conversation, id, { ...evidence, _tag: "DetachEvidence" })))
]

/** Everything that follows from the conversations. */
export const talks: ReadonlyArray<Process.Reaction> = [...cycle, ...report, ...table]
