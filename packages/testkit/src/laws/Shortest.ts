/** A broken promise is told by the shortest story that breaks it. */
import { Machine } from "@groeikring/core"
import { shown, tagOf } from "../Json.ts"
import type { Judge, Step } from "./Answer.ts"
import type { Found } from "./Journal.ts"
import type { Breach, Law } from "./Promises.ts"
import type { AnyMachine, Tagged } from "./SecondReading.ts"

/** What is wrong, and the story that leads there, without what it can do without. */
export const asShortStory = (machine: AnyMachine, judge: Judge, law: Law, found: Found): Breach => {
  const { detail, start, steps } = shortened(judge, law, found)
  const before = start.map(tagOf).join(", ")
  const last = steps.at(-1)
  const story = steps
    .slice(0, -1)
    .map(({ command, context }) => `${command._tag} by ${context.actor}`)
    .join(", ")
  return [
    law,
    [
      detail,
      ...(before ? [`After the facts ${before}.`] : []),
      ...(story ? [`After ${story}.`] : []),
      ...(last
        ? [`Told: ${JSON.stringify(shown(machine, "Command", last.command))} by ${last.context.actor} at ${last.context.at}.`]
        : [])
    ].join(" ")
  ]
}

/** Leaves out every step without which the promise is still broken. */
const shortened = (judge: Judge, law: Law, found: Found): Found => {
  if (breaks(judge, law, found.start, found.steps) === undefined) return found
  let best = found
  for (let n = found.steps.length - 2; n >= 0; n--) {
    const steps = best.steps.toSpliced(n, 1)
    const detail = breaks(judge, law, found.start, steps)
    if (detail !== undefined) best = { ...best, steps, detail }
  }
  return best
}

/** Walks the steps once more, until the promise is broken. */
const breaks = (judge: Judge, law: Law, start: ReadonlyArray<Tagged>, steps: ReadonlyArray<Step>): string | undefined => {
  let state: Tagged = Machine.Start
  for (const event of start) state = judge.fact(state, event).state ?? state
  for (const step of steps) {
    const judged = judge.command(state, step, true)
    const breach = judged.wrong.find(([other]) => other === law)
    if (breach) return breach[1]
    if (judged.stop) return undefined
    state = judged.state ?? state
  }
  return undefined
}
