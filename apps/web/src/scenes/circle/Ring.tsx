/** The circle: who sits where, whose turn it is, and in the middle the clock. */
import type { CSSProperties } from "react"
import { useColleague, useSay } from "../../here.tsx"
import { Face } from "../../parts.tsx"
import type { StepClock } from "../../house.ts"
import { type Timed, turnOf } from "./meeting.ts"
import { asClock, useSecondsLeft } from "./stepclock.ts"

export const Ring = ({ clock: exact, me, meeting }: Timed) => {
  const { state } = meeting
  const { attendees, away = [], caseGiver, clock, facilitator, guardian } = state
  const say = useSay()
  const colleague = useColleague()
  const next = turnOf(state)
  const hasClock = clock !== undefined && (state._tag === "Intervision" || state._tag === "TipParade")
  const role = (person: string) =>
    [
      person === caseGiver && say("inbrenger", "case giver"),
      person === facilitator && say("leidt", "leads"),
      person === guardian && say("bewaakt de tijd", "keeps the time"),
      away.includes(person) && say("even eruit", "stepped out")
    ].filter((one) => one !== false)
  return (
    <div className="ring">
      <div className="middle">
        {hasClock ? (
          <Dial clock={exact} minutes={clock.planned + clock.extra} />
        ) : (
          <span className="soft small">{say(`${attendees.length} in de kring`, `${attendees.length} in the circle`)}</span>
        )}
      </div>
      <ul>
        {attendees.map((person, n) => (
          <li
            key={person}
            style={{ "--turn": `${n / attendees.length}turn` } as CSSProperties}
            className={`${person === next ? "turn" : ""} ${away.includes(person) ? "away" : ""} ${person === caseGiver ? "gives" : ""}`}
          >
            <span>
              <Face person={person} size="big" />
              <span className="name">
                {person === me ? say("jij", "you") : colleague(person).name}
                {person === next && <span className="hidden"> ({say("aan de beurt", "their turn")})</span>}
              </span>
              {role(person).length > 0 && <small>{role(person).join(", ")}</small>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

const Dial = ({ clock, minutes }: { readonly clock: StepClock | undefined; readonly minutes: number }) => {
  const say = useSay()
  const left = useSecondsLeft(clock, minutes)
  if (clock === undefined || left === undefined) return <div className="dial" />
  const share = Math.max(0, Math.min(1, left / Math.max(minutes * 60, 1)))
  const stands = clock.pausedAt !== null
  return (
    <div className={`dial ${left < 0 ? "over" : ""} ${stands ? "stands" : ""}`}>
      <svg viewBox="0 0 120 120" aria-hidden="true">
        <circle cx="60" cy="60" r="52" />
        <circle
          cx="60"
          cy="60"
          r="52"
          className="left"
          pathLength={1}
          strokeDasharray={`${share} 1`}
          transform="rotate(-90 60 60)"
        />
      </svg>
      <p role="timer" aria-live="off">
        <strong>{asClock(left)}</strong>
        <span>
          {stands ? say("time-out", "time-out") : left < 0 ? say("over de tijd", "over time") : say("nog te gaan", "to go")}
        </span>
      </p>
    </div>
  )
}
