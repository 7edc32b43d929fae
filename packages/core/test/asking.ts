/** A process rule is told a fact, in a school that knows some things. */
import { cao, methods, settings } from "@groeikring/pack-nl"
import { Effect } from "effect"
import { domain } from "../src/Domain.ts"
import { Elsewhere, type Found } from "../src/Elsewhere.ts"
import * as Machine from "../src/Machine.ts"
import { Words } from "../src/Private.ts"
import * as Process from "../src/Process.ts"
import { at } from "./growth.ts"

/** Of each machine the things there are, by id. */
export type Things = Readonly<Record<string, Readonly<Record<string, object>>>>
/** Nothing is sealed here. */
export const said = (words: Words) => Words.inside(words) as string
export const holds = (held: unknown, value: string) => held === value || (Array.isArray(held) && held.includes(value))

/** A school that knows these things, by id, and nothing else. */
export const knowing = (things: Things) => {
  const every = (machine: string) => Object.entries(things[machine] ?? {}).map(([id, state]) => ({ id, state }))
  return Elsewhere.of({
    packs: { methods, settings, cao },
    one: (machine, id) => Effect.succeed((things[machine.name]?.[id] ?? Machine.Start) as never),
    all: (machine, field, value) =>
      Effect.succeed(every(machine.name).filter(({ state }) => holds(state[field as never], value)) as unknown as ReadonlyArray<Found<never>>),
    read: (_, __, words) => Effect.succeed(said(words)),
    every: (machine) => Effect.succeed(every(machine.name) as unknown as ReadonlyArray<Found<never>>)
  })
}

/** What a table of rules asks for because of a fact, at the moment that these tests live at. */
export const asking =
  (rules: ReadonlyArray<Process.Reaction>, school: Things = {}) =>
  (machine: keyof typeof domain, id: string, event: object, state: object, things: Things = school) =>
    Effect.runPromise(
      Effect.provideService(
        Process.reactions(rules, domain[machine].machine as never, event as never, { id, version: 3, at, state: state as never, settings }),
        Elsewhere,
        knowing(things)
      )
    )

/** What a machine is told when somebody asks something of it, in a school that knows these things. The settings are left out. */
export const telling = async (
  machine: keyof typeof domain,
  question: { readonly id?: string; readonly actor: string; readonly state?: object; readonly command?: object; readonly at?: number },
  things: Things
) => {
  const asked = { id: "x", at, state: Machine.Start, command: undefined, ...question }
  const table = domain[machine].answers as Readonly<Record<string, Effect.Effect<unknown, never, Elsewhere> | ((question: object) => Effect.Effect<unknown, never, Elsewhere>)>>
  const answers = await Promise.all(Object.entries(table).map(async ([need, answer]) => {
    const effect = typeof answer === "function" ? answer(asked) : answer
    return [need, await Effect.runPromise(Effect.provideService(effect, Elsewhere, knowing(things)))] as const
  }))
  const { settings: _, ...facts } = Object.fromEntries(answers)
  return facts
}
