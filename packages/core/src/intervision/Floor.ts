/** Who has the floor, and whose turn it is. */
import type { HardRule, ItemType } from "../Method.ts"
import * as No from "./Refusals.ts"
import type { Clock, Snapshot } from "./Session.ts"

type People = ReadonlyArray<string>

/** From the left of the case giver, round the circle. */
export const orderFrom = (circle: People, caseGiver: string): People => {
  const seat = circle.indexOf(caseGiver)
  return [...circle.slice(seat + 1), ...circle.slice(0, Math.max(seat, 0))]
}

/** The turn that comes, past those who stepped out. */
export const turnFrom = (order: People, turn: number, away: People): number => {
  for (let skipped = 0; skipped < order.length; skipped++) {
    if (!away.includes(order[(turn + skipped) % order.length]!)) return turn + skipped
  }
  return turn
}
export const nextOf = (order: People, turn: number, away: People): string => order[turnFrom(order, turn, away) % order.length]!

export const clockFrom = (at: number, planned: number): typeof Clock["Type"] =>
  ({ startedAt: at, planned, paused: 0, pausedAt: null, extra: 0, overran: false })
export const timeIsUp = ({ extra, paused, pausedAt, planned, startedAt }: typeof Clock["Type"], at: number): boolean =>
  (pausedAt ?? at) - startedAt - paused >= planned + extra

export interface Speaking {
  readonly attendees: People
  readonly away: People
  readonly caseGiver: string
  readonly facilitator: string
  readonly method: typeof Snapshot["Type"]
  readonly step: number
  readonly turn: number
}

export const ruleHolds = ({ method, step }: Pick<Speaking, "method" | "step">, ...some: ReadonlyArray<typeof HardRule["Type"]>): boolean =>
  some.some((rule) => method.steps[step]!.rules.includes(rule))

/** The hard rules of a step (domain 3.1), each as a reason or nothing: for what somebody would say, or for anything at all. */
export const mayNotSpeak = (session: Speaking, actor: string, type?: typeof ItemType["Type"]) => {
  const { caseGiver, floor } = session.method.steps[session.step]!
  const gives = actor === session.caseGiver
  // Where all are silent, they think; or they write, each for themselves, what is shown when the step is over.
  const writes = ruleHolds(session, "WriteSilentlyFirst")
  const listens = gives
    && (caseGiver === "Listens" || caseGiver === "Absent"
      || ruleHolds(session, "CaseGiverListens", "CaseGiverBackTurned", "CaseGiverOutsideCircle", "CaseGiverAbsentOrBackTurned"))
  const open = floor.includes("All")
    || (floor.includes("None") && writes)
    || floor.includes(gives ? "CaseGiver" : "Peer")
    || (floor.includes("Facilitator") && actor === session.facilitator)
  const next = nextOf(orderFrom(session.attendees, session.caseGiver), session.turn, session.away)
  return type === "Tip" ? new No.AdviceBeforeTipParade()
    : ruleHolds(session, "Silence") || (floor.includes("None") && !writes) ? new No.SilentStep()
    : listens ? new No.CaseGiverMustListen()
    : !gives && ruleHolds(session, "PeersSilent", "NoInterruption") ? new No.PeersMustListen()
    : !open ? new No.NotYourFloor()
    : !gives && ruleHolds(session, "RoundRobin") && actor !== next ? new No.NotYourTurn({ next })
    : undefined
}
