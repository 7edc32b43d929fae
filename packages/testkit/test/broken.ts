/** Machines that are broken on purpose, and which promises that breaks. */
import { Machine } from "@groeikring/core"
import type { Schema } from "effect"
import { laws, promises, type Walks } from "../src/index.ts"
import { Diary, DiaryLifecycle } from "./diary.ts"

type Promise = keyof typeof promises
export const { rules } = Diary

/** The promises that are broken, each once. */
export const broken = <L extends Machine.Spec>(machine: Machine.Machine<L>, walks?: Walks<L>): ReadonlyArray<Promise> => {
  const said = laws(machine, walks)
  return (Object.keys(promises) as ReadonlyArray<Promise>).filter((key) =>
    said.some((one) => one.startsWith(`${machine.name}: ${promises[key]}. `))
  )
}
/** A diary with some clauses replaced. What its types forbid is smuggled in. */
export const diary = (changed: { readonly decide?: object; readonly evolve?: object }) =>
  Machine.make(DiaryLifecycle, {
    decide: { ...rules.decide, ...changed.decide },
    evolve: { ...rules.evolve, ...changed.evolve }
  })
/** A diary that the kernel would run wrongly: one row of its index is damaged. */
export const damaged = (change: (run: typeof Diary.run) => Partial<(typeof Diary.run)["commands"][string]>) => ({
  ...Diary,
  run: {
    ...Diary.run,
    commands: { ...Diary.run.commands, Trust: { ...Diary.run.commands["Trust"]!, ...change(Diary.run) } }
  }
})

/** A shelf: one state, one event, and whatever is to be broken about them. */
export const shelf = <const F extends Schema.Struct.Fields>(fields: F) => {
  const lifecycle = Machine.lifecycle("Shelf", {
    states: { Standing: fields },
    events: { ShelfBuilt: { from: ["Start"], to: "Standing", payload: fields } },
    commands: { Build: { by: ["Founder"], emits: ["ShelfBuilt"], payload: fields } }
  })
  return Machine.make(lifecycle, {
    decide: { Build: (_: unknown, shelf: object) => ({ ...shelf, _tag: "ShelfBuilt" }) } as never,
    evolve: { ShelfBuilt: (_: unknown, shelf: object) => shelf } as never
  })
}
