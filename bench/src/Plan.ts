/** A plan with five states, written four times: with the kernel, by hand, for XState and as an Emmett decider. */
import { Machine, Refusal } from "@groeikring/core"
import { Schema } from "effect"

const fields = { title: Schema.String, changes: Schema.Int, pauses: Schema.Int, owner: Schema.String }
const said = { by: Schema.String, on: Schema.String }
const why = { ...said, reason: Schema.String }

const lifecycle = Machine.lifecycle("Plan", {
  roles: { Owner: "owner" },
  states: { Draft: fields, Active: fields, Paused: fields, Completed: fields, Cancelled: fields },
  events: {
    Begun: { from: ["Start"], to: "Draft", payload: { owner: Schema.String } },
    Activated: { from: ["Draft"], to: "Active", payload: said },
    Halted: { from: ["Active"], to: "Paused", payload: why },
    Resumed: { from: ["Paused"], to: "Active", payload: said },
    Completed: { from: ["Active"], to: "Completed", payload: said },
    Cancelled: { from: ["Draft", "Active", "Paused"], to: "Cancelled", payload: why }
  },
  commands: {
    Begin: { by: ["Founder"], emits: ["Begun"] },
    Activate: { by: ["Owner"], emits: ["Activated"], payload: said },
    Halt: { by: ["Owner"], emits: ["Halted"], payload: why },
    Resume: { by: ["Owner"], emits: ["Resumed"], payload: said },
    Complete: { by: ["Owner"], emits: ["Completed"], payload: said },
    Cancel: { by: ["Owner"], emits: ["Cancelled"], payload: why }
  }
})
export const Plan = Machine.make(lifecycle, {
  decide: {
    Begin: (_, __, { actor }) => ({ _tag: "Begun", owner: actor }),
    Activate: (_, { by, on }) => ({ _tag: "Activated", by, on }),
    Halt: (_, { by, on, reason }) => ({ _tag: "Halted", by, on, reason }),
    Resume: (_, { by, on }) => ({ _tag: "Resumed", by, on }),
    Complete: (_, { by, on }) => ({ _tag: "Completed", by, on }),
    Cancel: (_, { by, on, reason }) => ({ _tag: "Cancelled", by, on, reason })
  },
  evolve: {
    Begun: (_, { owner }) => ({ title: "", changes: 0, pauses: 0, owner }),
    Activated: ({ changes, owner, pauses, title }) => ({ title, changes: changes + 1, pauses, owner }),
    Halted: ({ changes, owner, pauses, title }) => ({ title, changes: changes + 1, pauses: pauses + 1, owner }),
    Resumed: ({ changes, owner, pauses, title }) => ({ title, changes: changes + 1, pauses, owner }),
    Completed: ({ changes, owner, pauses, title }) => ({ title, changes: changes + 1, pauses, owner }),
    Cancelled: ({ changes, owner, pauses, title }) => ({ title, changes: changes + 1, pauses, owner })
  }
})

export type State = Exclude<Machine.State<Machine.Of<typeof Plan>>, { readonly _tag: "Start" }>
type Command = Machine.Command<Machine.Of<typeof Plan>>
type Event = Machine.Event<Machine.Of<typeof Plan>>

const base = { by: "p-femke", on: "2025-09-09" }
/** Five commands that can be done one after the other, and one that cannot. */
export const script = [
  { _tag: "Activate", ...base },
  { _tag: "Halt", ...base, reason: "vakantie" },
  { _tag: "Resume", ...base },
  { _tag: "Halt", ...base, reason: "vakantie" },
  { _tag: "Cancel", ...base, reason: "klaar ermee" },
  { _tag: "Complete", ...base }
] as const
export const draft: State = { _tag: "Draft", title: "", changes: 0, pauses: 0, owner: "p-femke" }

// By hand ---------------------------------------------------------------------------

type Answer = { readonly ok: true; readonly events: ReadonlyArray<Event> } | { readonly ok: false; readonly error: object }
const illegal = (state: State, command: Command): Answer => ({
  ok: false,
  error: { _tag: "IllegalCommand", state: state._tag, command: command._tag }
})

/** The least that a switch with events can do. */
export const decideByHand = (state: State, command: Command): Answer => {
  switch (command._tag) {
    case "Activate":
      return state._tag === "Draft"
        ? { ok: true, events: [{ _tag: "Activated", by: command.by, on: command.on }] }
        : illegal(state, command)
    case "Halt":
      return state._tag === "Active"
        ? { ok: true, events: [{ _tag: "Halted", by: command.by, on: command.on, reason: command.reason }] }
        : illegal(state, command)
    case "Resume":
      return state._tag === "Paused"
        ? { ok: true, events: [{ _tag: "Resumed", by: command.by, on: command.on }] }
        : illegal(state, command)
    case "Complete":
      return state._tag === "Active"
        ? { ok: true, events: [{ _tag: "Completed", by: command.by, on: command.on }] }
        : illegal(state, command)
    case "Cancel":
      return state._tag === "Draft" || state._tag === "Active" || state._tag === "Paused"
        ? { ok: true, events: [{ _tag: "Cancelled", by: command.by, on: command.on, reason: command.reason }] }
        : illegal(state, command)
    case "Begin":
      return illegal(state, command)
  }
}
export const evolveByHand = (state: State, event: Event): State => {
  const { changes, owner, pauses, title } = state
  switch (event._tag) {
    case "Activated":
      return { _tag: "Active", title, changes: changes + 1, pauses, owner }
    case "Halted":
      return { _tag: "Paused", title, changes: changes + 1, pauses: pauses + 1, owner }
    case "Resumed":
      return { _tag: "Active", title, changes: changes + 1, pauses, owner }
    case "Completed":
      return { _tag: "Completed", title, changes: changes + 1, pauses, owner }
    case "Cancelled":
      return { _tag: "Cancelled", title, changes: changes + 1, pauses, owner }
    case "Begun":
      return { _tag: "Draft", title: "", changes: 0, pauses: 0, owner: event.owner }
  }
}

/** The same switch with what the kernel also does: who may ask first, and a refusal that says what is possible now. */
export class Refused extends Refusal.refusal(
  "Refused",
  ({ command, state }) => `Cannot ${command} in ${state}. Do something else.`,
  {
    state: Schema.String,
    command: Schema.String,
    possible: Schema.Array(Schema.String)
  }
) {}
const menu: Record<State["_tag"], ReadonlyArray<string>> = {
  Draft: ["Activate", "Cancel"],
  Active: ["Halt", "Complete", "Cancel"],
  Paused: ["Resume", "Cancel"],
  Completed: [],
  Cancelled: []
}
export const decideWithCare = (state: State, command: Command, actor: string): Answer => {
  if (state.owner !== actor) return { ok: false, error: new Refused({ state: "", command: command._tag, possible: [] }) }
  const answer = decideByHand(state, command)
  return answer.ok
    ? answer
    : { ok: false, error: new Refused({ state: state._tag, command: command._tag, possible: menu[state._tag] }) }
}
