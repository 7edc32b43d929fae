/**
 * A school as it lies in somebody's hands: plain objects, typed from the registry. What is the same for a program on the same
 * machine and for one over a network stands here once.
 */
import type { Domain, Given, Machine, Shown } from "@groeikring/core"
import type { ClockWentBack, CommandIdTaken } from "./Answers.ts"
import type { Conflict } from "./EventStore.ts"
import type { Forgotten } from "./Vault.ts"

export type LifecycleOf<E> = E extends Domain.Entry<infer L> ? L : never
export type Tag<L extends Machine.Spec> = Machine.Tag<L["commands"]>
/** What a command is given: its fields, without its name. */
export type Payload<L extends Machine.Spec, C extends Tag<L>> = Given<Omit<Machine.CommandOf<L, C>, "_tag">>

/** Every refusal that a command can meet, by tag. */
export type RefusalTo<L extends Machine.Spec, C> =
  | Machine.NotAllowed
  | Machine.IllegalCommand
  | Machine.InvalidCommand
  | Conflict
  | ClockWentBack
  | CommandIdTaken
  | Forgotten
  | Machine.RefusalOf<L, C>

/** What came of a command: what happened, and what there is to see now. */
export interface Done<E, S> {
  readonly ok: true
  readonly version: number
  /** True when this was answered before under the same key; nothing new was written. */
  readonly repeated: boolean
  readonly events: ReadonlyArray<E>
  readonly state: S
}
/** The same for a machine. */
export type DoneWith<L extends Machine.Spec> = Done<Shown<Machine.Event<L>>, Shown<Machine.State<L>>>

/** The commands of a machine as methods, each with its answer. */
export type Commands<L extends Machine.Spec, Answers extends { readonly [C in Tag<L>]: unknown }, Asking> = {
  readonly [C in Tag<L> as Uncapitalize<C>]: (
    ...given: {} extends Payload<L, C> ? [payload?: Payload<L, C>, asking?: Asking] : [payload: Payload<L, C>, asking?: Asking]
  ) => Promise<Answers[C]>
}

/** What stands open for one command: what it would cause and what it still asks, or why not. */
export type Stands<Because> =
  | { readonly can: true; readonly events: ReadonlyArray<string>; readonly asks: ReadonlyArray<string> }
  | { readonly can: false; readonly because: Because }

/** A fact of one thing, as this person may know it. */
export interface Happened<E> {
  readonly version: number
  /** Where a reader stands after this fact. */
  readonly position: string
  readonly at: Date
  /** Not there where the domain promises that nobody knows. */
  readonly actor?: string
  readonly event: E
}
