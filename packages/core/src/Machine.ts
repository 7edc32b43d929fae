/**
 * A machine is declared once.
 *
 * Its **lifecycle** is data: who can hold which role, the states a thing can be
 * in, the events that move it between them, and the commands that ask for those
 * events. Its **rules** are functions: `decide` (may this happen, and what is the
 * fact?) and `evolve` (what is true after the fact?).
 *
 * One principle holds it together: *events carry the arrows*. A command is legal
 * exactly where one of the events it emits can happen. Legality is written in one
 * place, and the rest — handler types, errors, menus, endpoints, diagrams, test
 * walks — is derived from it.
 *
 * Its parts are in `machine/`, in this order: what a lifecycle is declared with, the lifecycle and its rules; what the
 * kernel refuses; running; reading what comes in; what is derived; and the types by which a lifecycle is read. The
 * index, which turns a lifecycle round so that running it is looking up, nobody outside needs.
 */
export { type CommandSpec, type EventSpec, type Seen, type Spec, Start, system, type Unsaid } from "./machine/Spec.ts"
export { type Lifecycle, lifecycle } from "./machine/Lifecycle.ts"
export {
  type Context,
  type Decide,
  deciding,
  type Evolve,
  evolving,
  type Guard,
  guarding,
  type Machine,
  make,
  type Rules,
  type Upcasts
} from "./machine/Rules.ts"

export { BrokenRule, IllegalCommand, ImpossibleEvent, NotAllowed } from "./machine/Refusals.ts"
export { decide, evolve, replay, type Step, step } from "./machine/Steps.ts"
export { commandFrom, InvalidCommand } from "./machine/Incoming.ts"

export { commandsFrom, isFor, seen } from "./machine/Menu.ts"
export { jsonSchemas, NeedsInput, possible, type Possibility, toMermaid } from "./machine/Derived.ts"

export type { Asked } from "./machine/Index.ts"
export type {
  Command,
  CommandOf,
  CommandsFrom,
  Each,
  Event,
  EventOf,
  Of,
  RefusalOf,
  Refusals,
  State,
  StateIn,
  To
} from "./machine/Parts.ts"
export type { NonEmpty, Tag, Tagged } from "./machine/Table.ts"
