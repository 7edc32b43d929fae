/** What a school answers: plain objects, typed from the registry. */
import type { Domain, Machine, Refusal, Shown } from "@groeikring/core"
import type { Hands, NothingToSee } from "@groeikring/storage"

/** How a command is asked, when the defaults do not do. */
export interface Asking {
  /** When it happens; now unless told. */
  readonly at?: Date
  /** An id of your choice that makes a retry safe: the same id is answered with the first result. */
  readonly command?: string
  /** The version you saw, to be refused with `Conflict` if anything happened since. */
  readonly expected?: number
}

/** Every refusal that a command can meet, by tag. */
export type RefusalTo<L extends Machine.Spec, C> = Hands.RefusalTo<L, C>

/** What came of a command: what happened, or the refusal as a value to switch on. */
export type Answer<L extends Machine.Spec, C> =
  | (Hands.DoneWith<L> & {
      /** What the process rules did because of it. */
      readonly reactions: ReadonlyArray<Reaction>
    })
  | { readonly ok: false; readonly refusal: RefusalTo<L, C> }

export type Looked<A> = { readonly ok: true; readonly value: A } | { readonly ok: false; readonly refusal: NothingToSee }

export type Possibilities<L extends Machine.Spec> = {
  readonly [C in Hands.Tag<L>]: Hands.Stands<RefusalTo<L, C>>
}

/** One thing of a machine, in the hands of one person. */
export type Thing<L extends Machine.Spec> = Hands.Commands<L, { readonly [C in Hands.Tag<L>]: Answer<L, C> }, Asking> & {
  readonly show: () => Promise<Looked<{ readonly version: number; readonly state: Shown<Machine.State<L>> }>>
  /** Each command: what it would cause, what it still asks, or why not. */
  readonly possible: () => Promise<Looked<Possibilities<L>>>
  readonly history: () => Promise<Looked<ReadonlyArray<Fact<Shown<Machine.Event<L>>>>>>
}

/** The machines of a school, in the hands of one person: `person.pap("p1")`. */
export type People<D extends Domain.Domain> = {
  readonly [K in keyof D & string as Uncapitalize<K>]: (id: string) => Thing<Hands.LifecycleOf<D[K]>>
}

/** Somebody read something that is about somebody else: who, what, and when first on that day. */
export interface Reading {
  readonly at: Date
  readonly viewer: string
  readonly machine: string
  readonly id: string
}

/** A fact as one person may know it. */
export interface Fact<E = { readonly _tag: string }> extends Hands.Happened<E> {
  readonly machine: string
  readonly id: string
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
