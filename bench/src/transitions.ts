/** Deciding and evolving, in memory. */
import { IllegalStateError } from "@event-driven-io/emmett"
import { Machine } from "@groeikring/core"
import { Result } from "effect"
import { assign, createActor, setup } from "xstate"
import { decideByHand, decideWithCare, draft, evolveByHand, Plan, script, type State } from "./Plan.ts"
import type { Contender } from "./rounds.ts"

const asked = { actor: "p-femke", at: 29_290_000 }
let kept: unknown

const kernel: Contender = {
  name: "the kernel: decide, then evolve",
  run: (times) => {
    let state: State = draft
    for (let n = 0; n < times; n++) {
      const step = n % script.length
      if (step === 0) state = draft
      const decided = Machine.decide(Plan, state, script[step]!, asked)
      if (Result.isSuccess(decided))
        for (const event of decided.success) state = Result.getOrThrow(Machine.evolve(Plan, state, event))
    }
    kept = state
  }
}
const byHand: Contender = {
  name: "a switch with events",
  run: (times) => {
    let state = draft
    for (let n = 0; n < times; n++) {
      const step = n % script.length
      if (step === 0) state = draft
      const decided = decideByHand(state, script[step]!)
      if (decided.ok) for (const event of decided.events) state = evolveByHand(state, event)
      else kept = decided.error
    }
    kept = state
  }
}
const withCare: Contender = {
  name: "a switch that also says who may and what is possible",
  run: (times) => {
    let state = draft
    for (let n = 0; n < times; n++) {
      const step = n % script.length
      if (step === 0) state = draft
      const decided = decideWithCare(state, script[step]!, asked.actor)
      if (decided.ok) for (const event of decided.events) state = evolveByHand(state, event)
      else kept = decided.error
    }
    kept = state
  }
}

const chart = setup({
  types: {},
  actions: { more: assign({ changes: ({ context }) => Number(context["changes"]) + 1 }) }
}).createMachine({
  id: "plan",
  initial: "Draft",
  context: { title: "", changes: 0, pauses: 0, owner: "p-femke" },
  states: {
    Draft: { on: { Activate: { target: "Active", actions: "more" } } },
    Active: { on: { Halt: { target: "Paused", actions: "more" }, Complete: { target: "Completed", actions: "more" } } },
    Paused: { on: { Resume: { target: "Active", actions: "more" } } },
    Completed: {}
  }
})
const xstate = (): Contender => {
  const actor = createActor(chart).start()
  actor.send({ type: "Activate" })
  // A live actor cannot be set back, so it goes round; one in five is not possible where it comes.
  const round = [
    { type: "Halt", by: "p-femke", reason: "vakantie" },
    { type: "Resume", by: "p-femke" },
    { type: "Halt", by: "p-femke", reason: "vakantie" },
    { type: "Resume", by: "p-femke" },
    { type: "Activate", by: "p-femke" }
  ] as const
  return {
    name: "XState 5 actor.send",
    run: (times) => {
      for (let n = 0; n < times; n++) actor.send(round[n % round.length]!)
      kept = actor.getSnapshot()
    }
  }
}

const emmett: Contender = {
  name: "an Emmett decider",
  run: (times) => {
    let state = draft
    for (let n = 0; n < times; n++) {
      const step = n % script.length
      if (step === 0) state = draft
      try {
        for (const event of decideOrThrow(state, script[step]!)) state = evolveByHand(state, event)
      } catch (error) {
        kept = error
      }
    }
    kept = state
  }
}
/** Emmett's way to turn a command down is to throw. */
const decideOrThrow = (state: State, command: (typeof script)[number]) => {
  const answer = decideByHand(state, command)
  if (!answer.ok) throw new IllegalStateError(`Cannot ${command._tag} in ${state._tag}`)
  return answer.events
}

export const transitions = () => [kernel, byHand, withCare, xstate(), emmett]
export const lastKept = () => kept
