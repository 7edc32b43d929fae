/**
 * The process rules of a programme: a moment that daily business took gets another date or is counted, and what a pulse
 * shows goes to the table of the team. Rows of the one table.
 */
import { Effect } from "effect"
import { Elsewhere } from "../Elsewhere.ts"
import * as Process from "../Process.ts"
import { Programme } from "../Programme.ts"
import { isShownOutside, Pulse } from "../Pulse.ts"
import { PulseAnswers } from "../PulseAnswers.ts"
import { RosteredMoment } from "../RosteredMoment.ts"
import { dateOf, day, startOf, week } from "../Vocabulary.ts"

/** The programmes that run in a school year. */
const programmesOf = Effect.fnUntraced(function* (_: unknown, { state }: { readonly state: { readonly schoolYear: string } }) {
  const { all } = yield* Elsewhere
  const programmes = yield* all(Programme, "schoolYear", state.schoolYear)
  return programmes.flatMap(({ id, state }) => (state._tag === "Stopped" || state._tag === "Embedded" ? [] : [id]))
})
const purge = (id: string, from: number, days: number) => [
  Process.command(PulseAnswers, id, { _tag: "Purge" }, { notBefore: from + days * day })
]

/** Everything that follows from a programme and its pulses. */
export const programme: ReadonlyArray<Process.Reaction> = [
  Process.on("P18 a displaced moment asks for another date", RosteredMoment, "MomentDisplaced", [Process.suggests(RosteredMoment, "ReRoster")],
    ({ rosterBefore }, { id, state: { minutes, on, sponsor, start } }) => [
      Process.suggestion(
        RosteredMoment,
        id,
        sponsor,
        { _tag: "ReRoster", on: dateOf(startOf(on) + week), start, minutes },
        { notAfter: rosterBefore, whileIn: ["Displaced"] }
      )
    ]),
  Process.on("P18 what got no other date in time is a breach", RosteredMoment, "MomentDisplaced", [Process.sends(RosteredMoment, "MarkBreach")], ({ rosterBefore }, { id }) => [
    Process.command(RosteredMoment, id, { _tag: "MarkBreach" }, { notBefore: rosterBefore })
  ]),
  Process.onKnowing("P18 the programme hears of a breach as a count", RosteredMoment, "InfrastructureBreached", [Process.sends(Programme, "CountBreach")],
    programmesOf,
    (_, { known, state: { type } }) =>
      type === "Session" || type === "Pause"
        ? known.map((id) =>
            Process.command(Programme, id, { _tag: "CountBreach", part: type === "Session" ? "SessionsRostered" : "PausesRostered" })
          )
        : []),
  Process.onKnowing("P19 what a pulse shows is on the agenda of the team", Pulse, "MeasurementReported", [Process.sends(Programme, "TableMeasurement")], programmesOf,
    (_, { id: pulse, known, state }) =>
      isShownOutside(state) ? known.map((id) => Process.command(Programme, id, { _tag: "TableMeasurement", pulse })) : []),
  Process.on("A pulse closes after its last day", Pulse, "MeasurementOpened", [Process.sends(Pulse, "Close")], (_, { id, state: { closesOn } }) =>
    closesOn === undefined ? [] : [Process.command(Pulse, id, { _tag: "Close" }, { notBefore: startOf(closesOn) + day })]),
  Process.on("A closed pulse is reported, or is not", Pulse, "MeasurementClosed", [Process.sends(Pulse, "Report")], (_, { id }) => [
    Process.command(Pulse, id, { _tag: "Report" })
  ]),
  Process.on("The answers go some time after the report", Pulse, "MeasurementReported", [Process.sends(PulseAnswers, "Purge")], (_, { at, id, settings }) =>
    purge(id, at, settings.rawAnswersDays)),
  Process.on("The answers go where nothing could be shown", Pulse, "MeasurementSuppressed", [Process.sends(PulseAnswers, "Purge")], (_, { at, id, settings }) =>
    purge(id, at, settings.rawAnswersDays))
]
