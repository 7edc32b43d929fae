/** The clock of a step, to the second and the same in every window. Nothing happens by itself when it is at its end. */
import { useEffect, useState } from "react"
import { schoolNow } from "../../clock.ts"
import { useHere } from "../../here.tsx"
import type { StepClock } from "../../house.ts"
import type { Session } from "./meeting.ts"

/** A step as the session knows it, in whole minutes. */
interface Minutes {
  readonly startedAt: number
  readonly paused: number
  readonly pausedAt: number | null
}
/** Of what happened while the house did not listen no more than the minute is known. */
const inMinutes = ({ paused, pausedAt, startedAt }: Minutes): StepClock => ({
  began: startedAt * 60_000,
  paused: paused * 60_000,
  pausedAt: pausedAt === null ? null : pausedAt * 60_000
})

/** The step, the parade, or the minutes for a plan after it; before that no clock is looked at. */
const minutesOf = ({ _tag, clock, paradeEndedAt }: Session): Minutes | undefined =>
  paradeEndedAt !== undefined
    ? { startedAt: paradeEndedAt, paused: 0, pausedAt: null }
    : clock !== undefined && (_tag === "Intervision" || _tag === "TipParade")
      ? { startedAt: clock.startedAt, paused: clock.paused, pausedAt: clock.pausedAt }
      : undefined

/** What runs now: a step, the parade, or the minutes for a plan. Nothing until the house has said it. */
export const useStepClock = (session: string, state: Session | undefined): StepClock | undefined => {
  const { line, person } = useHere()
  const [known, know] = useState<{ readonly of: string; readonly clock: StepClock }>()
  const minutes = state === undefined ? undefined : minutesOf(state)
  const of = minutes === undefined ? "" : [session, state?._tag, state?.step, ...Object.values(minutes)].join(" ")
  useEffect(() => {
    if (minutes === undefined) return
    let isOver = false
    const ask = async () => {
      const told = await exactly(session, person)
      if (!isOver) know({ of, clock: told ?? inMinutes(minutes) })
    }
    void ask()
    return () => {
      isOver = true
    }
    // What is asked again when the line comes back is the clock as well.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [of, person, line])
  return known?.of === of ? known.clock : undefined
}

/** The clock as the house has it; nothing when it does not say. */
const exactly = async (session: string, person: string): Promise<StepClock | undefined> => {
  try {
    const response = await fetch(`/house/clock/${encodeURIComponent(session)}`, { headers: { "groeikring-person": person } })
    return response.ok ? ((await response.json()) ?? undefined) : undefined
  } catch {
    return undefined
  }
}

/** Milliseconds that are left of so many minutes; below zero the time is over. */
export const left = ({ began, paused, pausedAt }: StepClock, minutes: number, now: number): number =>
  minutes * 60_000 - ((pausedAt ?? now) - began - paused)

/** The seconds that are left, told again exactly when there is one less. */
export const useSecondsLeft = (clock: StepClock | undefined, minutes: number): number | undefined => {
  const [, tick] = useState(0)
  const millis = clock === undefined ? undefined : left(clock, minutes, schoolNow())
  const stands = clock === undefined || clock.pausedAt !== null
  useEffect(() => {
    if (stands || millis === undefined) return
    const next = setTimeout(() => tick((n) => n + 1), (((millis % 1000) + 1000) % 1000) + 5)
    return () => clearTimeout(next)
  })
  return millis === undefined ? undefined : Math.ceil(millis / 1000) + 0
}

export const asClock = (seconds: number): string => {
  const whole = Math.abs(seconds)
  return `${seconds < 0 ? "+" : ""}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`
}
