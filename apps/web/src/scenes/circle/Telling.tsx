/** What is said aloud of a meeting, for who does not see it: the step, the turn and the time. */
import { useEffect, useRef, useState } from "react"
import { useHere, useName, useSay, useWords } from "../../here.tsx"
import { stepOf, turnOf, type Timed } from "./meeting.ts"
import { useSecondsLeft } from "./stepclock.ts"

export const Telling = ({ clock: exact, me, meeting: { state } }: Timed) => {
  const { language } = useHere()
  const say = useSay()
  const name = useName()
  const words = useWords("Intervision")
  const [told, tell] = useState("")
  const [urgent, urge] = useState("")
  const step = stepOf(state)
  const next = turnOf(state)

  const where =
    state._tag === "Intervision" && step !== undefined
      ? say(
          `Stap ${(state.step ?? 0) + 1} van ${state.method!.steps.length}: ${step.name[language]}.`,
          `Step ${(state.step ?? 0) + 1} of ${state.method!.steps.length}: ${step.name[language]}.`
        )
      : words.state(state._tag)
  useEffect(() => tell(where), [where])
  useEffect(() => {
    if (next === undefined) return
    if (next === me) urge(say("Jij bent aan de beurt.", "It is your turn."))
    else tell(say(`${name(next)} is aan de beurt.`, `It is ${name(next)}’s turn.`))
    // oxlint-disable-next-line react/exhaustive-deps
  }, [next])

  // The time is told three times: half way, a minute before the end, and at the end.
  const clock = state._tag === "Intervision" || state._tag === "TipParade" ? state.clock : undefined
  const left = useSecondsLeft(clock === undefined ? undefined : exact, (clock?.planned ?? 0) + (clock?.extra ?? 0))
  const at =
    left === undefined || clock === undefined
      ? ""
      : left <= 0
        ? "over"
        : left <= 60
          ? "minute"
          : left <= (clock.planned + clock.extra) * 30
            ? "half"
            : "begin"
  const before = useRef(at)
  useEffect(() => {
    if (before.current === at || before.current === "") {
      before.current = at
      return
    }
    before.current = at
    if (at === "half") tell(say("De helft van de tijd is voorbij.", "Half of the time has passed."))
    if (at === "minute") tell(say("Nog een minuut.", "One minute left."))
    if (at === "over") tell(say("De tijd is om. Er stopt niets vanzelf.", "Time is up. Nothing stops by itself."))
    // oxlint-disable-next-line react/exhaustive-deps
  }, [at])
  const stands = state.clock?.pausedAt !== null && state.clock !== undefined
  const stood = useRef(stands)
  useEffect(() => {
    if (stood.current === stands) return
    stood.current = stands
    tell(
      stands
        ? say("Time-out: de klok staat stil.", "Time-out: the clock stands still.")
        : say("De klok loopt weer.", "The clock runs again.")
    )
    // oxlint-disable-next-line react/exhaustive-deps
  }, [stands])
  return (
    <>
      <p className="hidden" aria-live="polite">
        {told}
      </p>
      <p className="hidden" aria-live="assertive">
        {urgent}
      </p>
    </>
  )
}
