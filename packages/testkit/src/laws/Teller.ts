/** Makes up what is told next: who asks what, and what is known of it elsewhere. */
import { Machine } from "@groeikring/core"
import { type Dice, type Examples, frozen, pick, textsIn } from "../Examples.ts"
import type { Step } from "./Answer.ts"
import { isNew, type Journal } from "./Journal.ts"
import { holdersOf, menuOf, type Tagged } from "./SecondReading.ts"
import type { Walks } from "./Walks.ts"

/** Tells a step from a state, at a moment. */
export type Teller = (state: Tagged, at: number) => Step

export const teller = (
  spec: Machine.Spec,
  { actors = ["p-anneke", "p-bram", "p-carla", "p-dirk"], facts: told = {}, retell }: Walks<Machine.Spec>,
  journal: Journal,
  make: Examples,
  roll: Dice
): Teller => {
  const facts = frozen(told)
  const tags = Object.keys(spec.commands)

  /** Mostly something new, mostly something that can be done at all. */
  const choose = (state: Tagged): string => {
    const menu = menuOf(spec, state)
    const wanted = menu.filter((tag) => isNew(journal, spec, state._tag, tag))
    return pick(roll(8) === 0 || menu.length === 0 ? tags : wanted.length > 0 && roll(4) > 0 ? wanted : menu, roll)
  }

  return (state, at) => {
    const names = { people: actors, texts: [...textsIn(state)].slice(-40) }
    const context: Record<string, unknown> & { actor: string; at: number } = {
      ...make.row(spec.needs, names, state),
      ...(roll(8) > 0 && facts),
      actor: pick([...actors, "p-nobody", Machine.system], roll),
      at
    }
    const tag = choose(state)
    const holders = spec.commands[tag]!.by.flatMap((role) => holdersOf(spec, state, role, context, actors))
    if (holders.length > 0 && roll(5) > 0) context.actor = pick(holders, roll)
    const command = { _tag: tag, ...make.row(spec.commands[tag]!.payload ?? {}, names, state) }
    return frozen(retell?.({ command, context }, state) ?? { command, context })
  }
}

/** Time goes on: a moment, an hour, days, now and then years. */
export const later = (at: number, roll: Dice) => at + pick([0, 0, 1, 5, 60, 1440, 10_080, 43_200, 525_600], roll)
