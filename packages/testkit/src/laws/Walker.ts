/** Walks through a machine: along the stories that are told, and on from where a walk has been. */
import { Machine } from "@groeikring/core"
import { Result } from "effect"
import { isDeepStrictEqual } from "node:util"
import { type Dice, frozen, pick } from "../Examples.ts"
import { shown, tagOf } from "../Json.ts"
import type { Judge, Step } from "./Answer.ts"
import { attempt } from "./Asking.ts"
import { blame, goalsOf, type Journal, noteDone, noteRefusal, type Place, remember } from "./Journal.ts"
import type { Breach } from "./Promises.ts"
import type { AnyMachine, Tagged } from "./SecondReading.ts"
import { later, type Teller } from "./Teller.ts"
import type { Told } from "./Walks.ts"

export interface Walker {
  readonly machine: AnyMachine
  readonly judge: Judge
  readonly journal: Journal
  readonly tell: Teller
  readonly roll: Dice
}

/** Before anything happened. */
export const beginning = (at: number): Place => ({ start: [], steps: [], history: [], state: Machine.Start, at })

/** Walks along facts: each point on the way is a place to walk on from. */
export const walkFacts = (
  { journal, judge, roll }: Walker,
  from: Place,
  facts: ReadonlyArray<Tagged>,
  title: string
): ReadonlyArray<Breach> => {
  const breaches: Array<Breach> = []
  let place = from
  for (const event of facts) {
    const { state, wrong } = judge.fact(place.state, event)
    for (const [law, detail] of wrong) breaches.push([law, `In \`${title}\`: ${detail}`])
    if (state === undefined) break
    place = { ...place, start: [...place.start, event], history: [...place.history, event], state }
    remember(journal, place, roll)
  }
  return breaches
}

/** Walks along commands: none of them may be refused. */
export const walkStory = (
  walker: Walker,
  from: Place,
  story: ReadonlyArray<Told<Machine.Spec>>,
  title: string
): ReadonlyArray<Breach> => {
  const breaches: Array<Breach> = []
  let place = from
  for (const step of story) {
    const there = take(walker, place, frozen(step), true)
    if (there?.history === place.history) breaches.push(["walked", `In \`${title}\` ${tagOf(step.command)} was refused.`])
    if (there === undefined) break
    place = there
  }
  return breaches
}

/** Walks on until everything was done, but for a third of the steps at least; and until there are no more of them. */
export const wander = (walker: Walker, most: number): void => {
  const { journal, machine, roll } = walker
  const { places } = journal
  for (let walked = 0; walked < most;) {
    const goals = goalsOf(journal, machine.spec)
    if (goals.length === 0 && walked > most / 3) break
    const toward = goals.length > 0 && roll(3) > 0 ? pick(goals, roll) : pick([...places.keys()], roll)
    walked += walkOn(walker, pick(places.get(toward)!, roll), 4 + roll(12))
  }
}

/** One walk from a place. Answers with the number of its steps. */
const walkOn = (walker: Walker, from: Place, length: number): number => {
  const { journal, machine, roll, tell } = walker
  let place = from
  for (let n = 0; n < length; n++) {
    const there = take(walker, place, tell(place.state, later(place.at, roll)), roll(6) === 0)
    if (there === undefined) return n + 1
    place = there
  }
  if (!addsUp(machine, place)) {
    const detail = `Told again, the same facts led to another ${place.state._tag}.`
    blame(journal, "history", { start: from.start, steps: place.steps, detail })
  }
  return length
}

/** One command further. Answers with nothing where the machine broke down. */
const take = ({ journal, judge, machine, roll }: Walker, place: Place, step: Step, look: boolean): Place | undefined => {
  const judged = judge.command(place.state, step, look)
  const steps = [...place.steps, step]
  for (const [law, detail] of judged.wrong) blame(journal, law, { start: place.start, steps, detail })
  if (judged.stop) return undefined
  if (judged.refused !== undefined) noteRefusal(journal, step.command._tag, judged.refused)
  if (judged.state === undefined) return { ...place, at: step.context.at }
  noteDone(journal, machine.spec, place.state._tag, step, judged)
  const history = [...place.history, ...judged.events]
  const there: Place = { start: place.start, steps, history, state: judged.state, at: step.context.at }
  remember(journal, there, roll)
  return there
}

/** Does the history, told from the beginning, lead to the same state? */
const addsUp = (machine: AnyMachine, { history, state }: Place): boolean => {
  const replayed = attempt(() => Machine.replay(machine, history))
  return (
    Result.isSuccess(replayed) &&
    Result.isSuccess(replayed.success) &&
    isDeepStrictEqual(shown(machine, "State", replayed.success.success), shown(machine, "State", state))
  )
}
