/** Facts as versions of this domain wrote them, kept for ever: `recorded/*.json`, one file a machine. */
import { encoded, histories } from "@groeikring/testkit"
import { Result, Schema } from "effect"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import * as Machine from "../src/Machine.ts"
import * as Upcast from "../src/Upcast.ts"
import { walksOf } from "./walks.ts"

type Any = Machine.Machine<Machine.Spec>
type Fact = Schema.Json & { readonly _tag: string }
/** One history as it was stored, and the state that it leads to. */
export interface Recording {
  readonly facts: ReadonlyArray<Fact>
  readonly state: Schema.Json
}

export const fileOf = (name: string) => join(import.meta.dirname, "recorded", `${name}.json`)
export const recorded = (name: string): ReadonlyArray<Recording> =>
  existsSync(fileOf(name)) ? (JSON.parse(readFileSync(fileOf(name), "utf8")) as ReadonlyArray<Recording>) : []

/** Recorded facts as the machine reads them today: upcast, replayed, and the state as JSON. Throws where it cannot. */
export const replayed = (machine: Any, { facts }: Pick<Recording, "facts">): Schema.Json => {
  const history = Schema.decodeSync(Schema.Array(Upcast.reading(machine)))(facts)
  return Result.getOrThrow(encoded(machine, "State", Result.getOrThrow(Machine.replay(machine, history))))
}

/** The events that no recording holds in the shape in which they are written today. */
export const unrecorded = (machine: Any, recordings: ReadonlyArray<Recording>): ReadonlyArray<string> => {
  const codec = Upcast.reading(machine)
  const held = recordings.flatMap(({ facts }) =>
    facts.filter((fact) => {
      const today = Schema.decodeResult(codec)(fact)
      return Result.isSuccess(today) && JSON.stringify(Schema.encodeUnknownSync(codec)(today.success)) === JSON.stringify(fact)
    })
  )
  return Object.keys(machine.spec.events).filter((event) => !held.some(({ _tag }) => _tag === event))
}

/** What is recorded, with a history for every event that was in none. What was recorded before stays as it was written. */
export const recording = (name: string, machine: Any): ReadonlyArray<Recording> => {
  const before = recorded(name).map((one) => ({ ...one, state: replayed(machine, one) }))
  const missing = unrecorded(machine, before)
  if (missing.length === 0) return before
  const codec = Upcast.reading(machine)
  const added = histories(machine, walksOf(name, machine))
    .filter((history) => history.some(({ _tag }) => missing.includes(_tag)))
    .map((history) => {
      const facts = history.map((event) => Schema.encodeUnknownSync(codec)(event) as Fact)
      return { facts, state: replayed(machine, { facts }) }
    })
  return [...before, ...added]
}
