/** What a school answers: plain objects, typed from the registry. */
import type { Domain, Machine, Refusal } from "@groeikring/core"
import type { ClockWentBack, CommandIdTaken, Conflict, NothingToSee, Vault } from "@groeikring/storage"
import type { Given, Shown } from "./Plain.ts"

/** How a command is asked, when the defaults do not do. */
export interface Asking {
  /** When it happens; now unless told. */
  readonly at?: Date
  /** An id of your choice that makes a retry safe: the same id is answered with the first result. */
  readonly command?: string
  /** The version you saw, to be refused with `Conflict` if anything happened since. */
  readonly expected?: number
}

type LifecycleOf<E> = E extends Domain.Entry<infer L> ? L : never
type Tag<L extends Machine.Spec, Part extends "commands" | "events"> = Machine.Tag<L[Part]>

/** Every refusal that a command can meet, by tag. */
export type RefusalTo<L extends Machine.Spec, C> =
  | Machine.NotAllowed
  | Machine.IllegalCommand
  | Machine.InvalidCommand
  | Conflict
  | ClockWentBack
  | CommandIdTaken
  | Vault.Forgotten
  | Machine.RefusalOf<L, C>

/** What came of a command: what happened, or the refusal as a value to switch on. */
export type Answer<L extends Machine.Spec, C> =
  | {
      readonly ok: true
      readonly events: ReadonlyArray<Shown<Machine.Event<L>>>
      readonly state: Shown<Machine.State<L>>
      readonly version: number
      /** True when the same command id was answered before; nothing new was written. */
      readonly repeated: boolean
      /** What the process rules did because of it. */
      readonly reactions: ReadonlyArray<Reaction>
    }
  | { readonly ok: false; readonly refusal: RefusalTo<L, C> }

export type Looked<A> = { readonly ok: true; readonly value: A } | { readonly ok: false; readonly refusal: NothingToSee }

export type Possibilities<L extends Machine.Spec> = {
  readonly [C in Tag<L, "commands">]:
    | { readonly can: true; readonly events: ReadonlyArray<string>; readonly asks: ReadonlyArray<string> }
    | { readonly can: false; readonly because: RefusalTo<L, C> }
}

/** One thing of a machine, in the hands of one person. */
export type Thing<L extends Machine.Spec> = {
  readonly [C in Tag<L, "commands"> as Uncapitalize<C>]: (
    ...given: {} extends Payload<L, C> ? [payload?: Payload<L, C>, asking?: Asking] : [payload: Payload<L, C>, asking?: Asking]
  ) => Promise<Answer<L, C>>
} & {
  readonly show: () => Promise<Looked<{ readonly version: number; readonly state: Shown<Machine.State<L>> }>>
  /** Each command: what it would cause, what it still asks, or why not. */
  readonly possible: () => Promise<Looked<Possibilities<L>>>
  readonly history: () => Promise<Looked<ReadonlyArray<Fact<Shown<Machine.Event<L>>>>>>
}
type Payload<L extends Machine.Spec, C extends Tag<L, "commands">> = Given<Omit<Machine.CommandOf<L, C>, "_tag">>

/** The machines of a school, in the hands of one person: `person.pap("p1")`. */
export type People<D extends Domain.Domain> = {
  readonly [K in keyof D & string as Uncapitalize<K>]: (id: string) => Thing<LifecycleOf<D[K]>>
}

/** A fact as one person may know it. */
export interface Fact<E = { readonly _tag: string }> {
  readonly machine: string
  readonly id: string
  readonly version: number
  /** Where a reader stands after this fact. */
  readonly position: string
  readonly at: Date
  /** Not there where the domain promises that nobody knows. */
  readonly actor?: string
  readonly event: E
}

export interface Reaction {
  readonly rule: string
  readonly machine: string
  readonly id: string
  readonly command: string
  readonly events: ReadonlyArray<string>
  readonly refusal?: Refusal.Refusal
}

export type { Suggestion } from "@groeikring/storage"
