/** The lifecycle read a second time, apart from the kernel: what the kernel is held against. */
import { Machine } from "@groeikring/core"
import { Schema } from "effect"
import { exact } from "./Exact.ts"

/** A machine, read as data: what holds for all of them asks for no types of one. */
export type AnyMachine = Machine.Machine<Machine.Spec>
export type Tagged = Machine.Tagged<string>
export type Row = Readonly<Record<string, unknown>> & { readonly actor?: unknown }

/** The states in which a command can be done: those that one of its facts leaves. */
export const leads = (spec: Machine.Spec, command: string): ReadonlyArray<string> =>
  spec.commands[command]!.emits.flatMap((event) => spec.events[event]!.from)

/** The commands that can be done in a state. */
export const menuOf = (spec: Machine.Spec, state: Tagged): ReadonlyArray<string> =>
  Object.keys(spec.commands).filter((command) => leads(spec, command).includes(state._tag))

/** Who of these hold a role. */
export const holdersOf = (
  spec: Machine.Spec,
  state: Tagged,
  role: string,
  context: Row,
  actors: ReadonlyArray<string>
): ReadonlyArray<string> => {
  if (role === "Founder") return state._tag === "Start" ? actors.filter((actor) => actor !== "system") : []
  if (role === "System") return [Machine.system]
  const field = spec.roles[role]!
  const held = (field in spec.needs ? context : (state as Row))[field]
  return isText(held) ? [held] : Array.isArray(held) ? held.filter(isText) : []
}

export const mayAsk = (spec: Machine.Spec, state: Tagged, command: string, context: Row) =>
  spec.commands[command]!.by.some((role) =>
    holdersOf(spec, state, role, context, [String(context.actor)]).includes(String(context.actor))
  )

/** The fields that only the asker can tell. */
export const requiredOf = ({ payload = {} }: Machine.CommandSpec) =>
  Object.keys(payload).filter((field) => exact(Schema.Struct({ [field]: payload[field]! }))({}) !== undefined)

/** A fact that a command causes, from a state it can happen in. */
export const arrow = (from: string, command: string, event: string) => `${from} -> ${command} / ${event}`

export const arrowsOf = ({ commands, events }: Machine.Spec) =>
  Object.entries(commands).flatMap(([command, { emits }]) =>
    emits.flatMap((event) => events[event]!.from.map((from) => arrow(from, command, event)))
  )

export const isText = (value: unknown): value is string => typeof value === "string"
