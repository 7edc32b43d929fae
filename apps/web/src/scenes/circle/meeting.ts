/** A session as the contract shows it, and what can be read off it. */
import { refusalOf } from "../../Act.tsx"
import { useHere } from "../../here.tsx"
import type { StepClock } from "../../house.ts"
import type { StateOf, Thing } from "../../school.ts"

export type Meeting = Thing<"Intervision">
export type Session = StateOf<"Intervision">
type Step = NonNullable<Session["method"]>["steps"][number]

/** What is on the screen while the circle sits together. */
export interface Sitting {
  readonly meeting: Meeting
  readonly me: string
}
/** The same, with what runs now, to the second. */
export interface Timed extends Sitting {
  readonly clock: StepClock | undefined
}

export const stepOf = ({ method, step }: Session): Step | undefined => method?.steps[step ?? 0]

/** Round the circle, from the left of the case giver. */
const roundFrom = (circle: ReadonlyArray<string>, caseGiver: string | undefined) => {
  const seat = caseGiver === undefined ? -1 : circle.indexOf(caseGiver)
  return [...circle.slice(seat + 1), ...circle.slice(0, Math.max(seat, 0))]
}
/** Whose turn it is; nobody's where there is no round. */
export const turnOf = (session: Session): string | undefined => {
  const { _tag, attendees, away = [], caseGiver, order, turn = 0 } = session
  const circle =
    _tag === "TipParade"
      ? (order ?? [])
      : _tag === "Intervision" && stepOf(session)?.rules.includes("RoundRobin")
        ? roundFrom(attendees, caseGiver)
        : []
  for (let skipped = 0; skipped < circle.length; skipped++) {
    const one = circle[(turn + skipped) % circle.length]!
    if (!away.includes(one)) return one
  }
  return undefined
}

/** Does somebody listen in this step? Whose turn it is not, or whom a time-out holds up, does not. */
export const isListening = (meeting: Meeting): boolean =>
  !["NotYourTurn", "ClockStopped", undefined].includes(refusalOf(meeting, "CaptureItem")?._tag)

/** What is written on the sheet in this step; nothing where the frame of the meeting keeps it by itself. */
export const useCapture = (session: Session): string | undefined => {
  const { house } = useHere()
  const type = house.forms["Intervision"]?.commands["CaptureItem"]?.fields.find(({ name }) => name === "type")?.kind
  const capture = stepOf(session)?.capture
  return capture !== undefined && capture !== "PrivateNote" && type?.is === "choice" && type.of.includes(capture)
    ? capture
    : undefined
}

/** The parts of a meeting, in the order that no command can change. */
export const parts = ["Ready", "ReviewingPaps", "ChoosingCase", "Intervision", "TipParade", "PapWriting", "Closing"] as const
export const partOf = (tag: string): number =>
  tag === "Planned" || tag === "Opened" ? 0 : tag === "Held" ? parts.length : parts.indexOf(tag as (typeof parts)[number])
