/**
 * The clock of a circle to the second. A fact knows the minute in which it happened, and that is enough to keep; who sits
 * in a circle looks at a clock, wants seconds, and the same in every window, also when the school was shut in between.
 */
import { Login } from "@groeikring/http"
import { EventStore, School } from "@groeikring/storage"
import type { StepClock } from "@groeikring/web/house"
import { Clock, Effect, Stream } from "effect"
import { HttpServerRequest, HttpServerResponse } from "effect/http"
import { existsSync, readFileSync, writeFileSync } from "node:fs"

const begins = new Set(["IntervisionStarted", "StepStarted", "TipParadeStarted", "TipParadeEnded", "CaseWaived"])

/** How the clock stands after a fact; nothing when there is none. */
const after = (clock: StepClock | undefined, fact: string, now: number): StepClock | undefined => {
  if (begins.has(fact)) return { began: now, paused: 0, pausedAt: null }
  if (clock === undefined) return undefined
  if (fact === "TimeOutCalled") return { ...clock, pausedAt: now }
  return fact === "TimeOutEnded" ? { ...clock, pausedAt: null, paused: clock.paused + now - (clock.pausedAt ?? now) } : clock
}

/** Is this the clock of what the session does now? The session has it in whole minutes. */
const isOf = (clock: StepClock | undefined, state: object): boolean => {
  const { clock: step, paradeEndedAt } = state as {
    readonly clock?: { readonly startedAt: number; readonly pausedAt: number | null }
    readonly paradeEndedAt?: number
  }
  const began = paradeEndedAt ?? step?.startedAt
  return (
    clock !== undefined &&
    Math.floor(clock.began / 60_000) === began &&
    (clock.pausedAt === null) === (paradeEndedAt !== undefined || step?.pausedAt === null)
  )
}

const fileOf = (store: string) => `${store}.steps`
const keptIn = (store: string): Readonly<Record<string, StepClock>> =>
  existsSync(fileOf(store)) ? JSON.parse(readFileSync(fileOf(store), "utf8")) : {}

/** The clocks of the school in this file. */
export const stepClocks = Effect.fnUntraced(function* (store: string) {
  const { follow, readAll } = yield* EventStore
  const school = yield* School
  const login = yield* Login.Login
  const clocks = new Map(Object.entries(keptIn(store)))

  let head = ""
  for (let facts = yield* readAll(head, 1000); facts.length > 0; facts = yield* readAll(head, 1000)) head = facts.at(-1)!.position
  yield* Effect.forkScoped(
    Stream.runForEach(follow(head), ({ stream: { id, machine }, type }) =>
      Effect.map(Clock.currentTimeMillis, (now) => {
        const before = clocks.get(id)
        const clock = machine === "Intervision" ? after(before, type, now) : undefined
        if (clock === undefined || clock === before) return
        clocks.set(id, clock)
        writeFileSync(fileOf(store), JSON.stringify(Object.fromEntries(clocks)))
      })
    )
  )

  /** The clock of a session, for who may see it; nothing where nobody listened when its step began. */
  return (session: string) =>
    Effect.gen(function* () {
      const { actor } = yield* login.whoAsks(yield* HttpServerRequest.HttpServerRequest)
      const at = Math.floor((yield* Clock.currentTimeMillis) / 60_000)
      const { state } = yield* school.show("Intervision", session, { actor, at })
      // What was written a moment ago is heard in a moment.
      for (let n = 0; n < 20 && !isOf(clocks.get(session), state); n++) yield* Effect.sleep("25 millis")
      const clock = clocks.get(session)
      const told = JSON.stringify(isOf(clock, state) ? clock : null)
      return HttpServerResponse.text(told, { contentType: "application/json", headers: { "cache-control": "no-store" } })
    }).pipe(Effect.catch(() => Effect.succeed(HttpServerResponse.empty({ status: 404 }))))
})
