/** The rules: functions, a clause for each command and for each event; and the machine that a lifecycle is with them. */
import type { Asked } from "./Index.ts"
import type { Lifecycle } from "./Lifecycle.ts"
import type { CommandOf, Emits, Event, EventOf, From, LegalIn, NeedsOf, RefusalOf, StateIn, To } from "./Parts.ts"
import { type Running, running } from "./Running.ts"
import type { Fields, Spec } from "./Spec.ts"
import { lazily, type NonEmpty, type Tag, type Untagged } from "./Table.ts"

/** What a clause is told besides state and command: who asks, when, and exactly the facts the command needs. */
export type Context<L extends Spec, C = Tag<L["commands"]>> = Asked & {
  readonly [N in NeedsOf<L, C> & keyof L["needs"]]: L["needs"][N]["Type"]
}

/** One clause per command. It sees only the states in which the command is legal. */
export type Decide<L extends Spec> = {
  readonly [C in Tag<L["commands"]>]: (
    state: StateIn<L, LegalIn<L, C>>,
    command: CommandOf<L, C>,
    context: Context<L, C>
  ) => EventOf<L, Emits<L, C>> | NonEmpty<EventOf<L, Emits<L, C>>> | RefusalOf<L, C>
}

/**
 * What stands in the way of a command whatever is told with it, for commands that ask for something: so that a form is not
 * opened in vain. `decide` has the last word, and never says yes where this says no.
 */
export type Guard<L extends Spec> = {
  readonly [C in Tag<L["commands"]>]?: (
    state: StateIn<L, LegalIn<L, C>>,
    context: Context<L, C>
  ) => RefusalOf<L, C> | undefined
}

/** One clause per event. It sees only the states the event leaves, and answers with the state it enters. */
export type Evolve<L extends Spec> = {
  readonly [E in Tag<L["events"]>]: (state: StateIn<L, From<L, E>>, event: EventOf<L, E>) => Untagged<StateIn<L, To<L, E>>>
}

/** Rows from an event shape that is no longer written to the event it is today; `Upcast.table` writes them. */
export type Upcasts<L extends Spec> = ReadonlyArray<{
  readonly tag: string
  readonly was: Fields
  readonly is: (old: never) => Event<L>
}>

export interface Rules<L extends Spec> {
  readonly decide: Decide<L>
  readonly evolve: Evolve<L>
  readonly guard?: Guard<L>
  /** What facts in an older shape mean today. */
  readonly upcasts?: Upcasts<L>
}

export interface Machine<L extends Spec> extends Lifecycle<L> {
  readonly rules: Rules<L>
  /** @internal */
  readonly run: Running
}

/** Gives a lifecycle its rules. */
export const make = <L extends Spec>(lifecycle: Lifecycle<L>, rules: NoInfer<Rules<L>>): Machine<L> =>
  lazily({ rules }, { run: () => running(lifecycle, rules) }, lifecycle)

/** The `decide` clauses of a lifecycle, for a machine whose rules do not fit on a few screens. */
export const deciding = <L extends Spec>(_lifecycle: Lifecycle<L>, clauses: Decide<L>): Decide<L> => clauses

/** The `guard` clauses of a lifecycle, for a machine whose rules do not fit on a few screens. */
export const guarding = <L extends Spec, const G extends Guard<L>>(_lifecycle: Lifecycle<L>, clauses: G & Guard<L>): G => clauses

/** The `evolve` clauses of a lifecycle, for a machine whose rules do not fit on a few screens. */
export const evolving = <L extends Spec>(_lifecycle: Lifecycle<L>, clauses: Evolve<L>): Evolve<L> => clauses
