/**
 * Facts from elsewhere: where the needs of a machine come from.
 *
 * A rule never looks around. Its lifecycle names what it must be told (`needs`), and a table beside it says which
 * other machines know the answer. The shell asks, the rule is told.
 */
import { Context, type Effect } from "effect"
import type * as Machine from "./Machine.ts"
import type { Method } from "./Method.ts"
import type { Words } from "./Private.ts"
import type { Settings } from "./Settings.ts"
import type { CaoFacts } from "./TimeBudget.ts"

/** One thing of a machine: its id and the state it is in. */
export interface Found<L extends Machine.Spec> {
  readonly id: string
  readonly state: Machine.State<L>
}

/** The data that a school chose: what ships in a pack, versioned and with its sources. */
export interface Packs {
  readonly methods: ReadonlyArray<Method>
  readonly settings: Settings
  /** What the collective agreement says, per school year. */
  readonly cao: ReadonlyArray<CaoOfYear>
}
export interface CaoOfYear extends CaoFacts {
  readonly schoolYear: string
}

/** What the shell can look up. A store answers it; a test answers it from a table. */
export interface Lookups {
  /** The state of one thing; `Start` when there is none. */
  readonly one: <L extends Machine.Spec>(
    machine: Machine.Machine<L>,
    id: string
  ) => Effect.Effect<Machine.State<L> | Machine.Start>
  /** Every thing of a machine whose field holds this value. The field is one of its `foundBy`. */
  readonly all: <L extends Machine.Spec>(
    machine: Machine.Machine<L>,
    field: L["foundBy"][number],
    value: string
  ) => Effect.Effect<ReadonlyArray<Found<L>>>
  /** Every thing of a machine. */
  readonly every: <L extends Machine.Spec>(machine: Machine.Machine<L>) => Effect.Effect<ReadonlyArray<Found<L>>>
  /** What sealed words of one thing say, for a rule that counts and never tells; nothing where their key is gone. */
  readonly read: <L extends Machine.Spec>(
    machine: Machine.Machine<L>,
    id: string,
    words: Words
  ) => Effect.Effect<string | undefined>
  readonly packs: Packs
}
/** The service that looks up. */
export class Elsewhere extends Context.Service<Elsewhere, Lookups>()("@groeikring/core/Elsewhere") {}

/** Who asks what of which thing. There is no command when someone only wants to know what is possible. */
export interface Question<L extends Machine.Spec> extends Machine.Asked {
  readonly id: string
  readonly state: Machine.State<L> | Machine.Start
  readonly command: Machine.Command<L> | undefined
}

/** A table with, for every need of a machine, where its answer comes from. */
export type Answers<L extends Machine.Spec> = {
  readonly [N in Machine.Tag<L["needs"]>]: Answer<L, L["needs"][N]["Type"]>
}
/** An answer that depends on the question, or one that is the same for everybody who asks. */
export type Answer<L extends Machine.Spec, A> =
  | Effect.Effect<A, never, Elsewhere>
  | ((question: Question<L>) => Effect.Effect<A, never, Elsewhere>)

/** Declares where the needs of a machine come from: every need, and nothing else. */
export const answers = <L extends Machine.Spec>(_machine: Machine.Lifecycle<L>, table: Answers<L>): Answers<L> => table
