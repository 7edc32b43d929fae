/** The laws of one fact: what it carries, how it is stored, and where it leads. */
import { Machine } from "@groeikring/core"
import { Result } from "effect"
import { frozen } from "../Examples.ts"
import { attempt } from "./Asking.ts"
import { exactly } from "./Exact.ts"
import type { Breach } from "./Promises.ts"
import type { AnyMachine, Tagged } from "./SecondReading.ts"
import { storage } from "./Storage.ts"

/** What came of a fact: what is wrong with it, and the state it leads to, if any. */
export interface Happened {
  readonly wrong: ReadonlyArray<Breach>
  readonly state: Tagged | undefined
}
export type Happen = (state: Tagged, event: Tagged) => Happened

/** After this many facts on their way to storage and back, one more tells nothing new. */
const enough = 400

export const happening = (machine: AnyMachine): Happen => {
  const misfitOf = { Event: exactly(machine.Event.cases), State: exactly(machine.State.cases) }
  const changedBy = storage(machine)
  let stored = 0

  const carries = (event: Tagged): ReadonlyArray<Breach> => {
    const misfit = misfitOf.Event(event)
    if (misfit) return [["fact", `${event._tag}: ${misfit}.`]]
    const changed = stored++ < enough ? changedBy(event) : undefined
    return changed ? [["stored", changed]] : []
  }
  const leadsTo = (state: Tagged, event: Tagged): Happened => {
    const evolved = attempt(() => Machine.evolve(machine, state, frozen(event)))
    if (Result.isFailure(evolved))
      return { wrong: [[evolved.failure.promise, `${event._tag}: ${evolved.failure.because}`]], state: undefined }
    if (Result.isFailure(evolved.success)) return { wrong: [["history", evolved.success.failure.message]], state: undefined }
    const next: Tagged = frozen(evolved.success.success)
    const misfit = misfitOf.State(next)
    return { wrong: misfit ? [["state", `${next._tag} after ${event._tag}: ${misfit}.`]] : [], state: next }
  }
  return (state, event) => {
    const carried = carries(event)
    const led = leadsTo(state, event)
    return { wrong: [...carried, ...led.wrong], state: led.state }
  }
}
