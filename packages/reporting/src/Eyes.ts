/**
 * Eyes — a school as one viewer sees it. A report reads through these and through nothing else, so that what its viewer
 * may not see cannot be in it: not in a cell, not in an alternative text, not in a property of the file.
 */
import type { Domain, Machine, Overview, Private, Refusal } from "@groeikring/core"
import { Effect } from "effect"

/** What a report asks of a school. The counter of `@groeikring/storage` answers it, and so does anything of that shape. */
export interface Counter {
  readonly show: (
    machine: string,
    id: string,
    viewer: Machine.Asked
  ) => Effect.Effect<{ readonly state: { readonly _tag: string } }, Refusal.Refusal>
  readonly list: (machine: string, viewer: Machine.Asked) => Effect.Effect<ReadonlyArray<string>, Refusal.Refusal>
  readonly overview: <A>(overview: Overview.Overview<A>, id: string, viewer: Machine.Asked) => Effect.Effect<A, Refusal.Refusal>
}

type Machines = typeof Domain.domain
export type MachineName = keyof Machines
type StateOf<M extends MachineName> = Machines[M] extends Domain.Entry<infer L> ? Machine.State<L> : never

/** A value with its words opened. Whatever is in it may be missing: not for this viewer, or erased. */
export type AsSeen<A> = A extends Private.Words
  ? string
  : A extends string | number | boolean | null | undefined
    ? A
    : A extends ReadonlyArray<infer B>
      ? ReadonlyArray<AsSeen<B>>
      : { readonly [F in keyof A]?: AsSeen<A[F]> }
type FieldOf<S> = S extends unknown ? Exclude<keyof S, "_tag"> : never
type ValueOf<S, F extends PropertyKey> = S extends unknown ? (F extends keyof S ? S[F] : never) : never

/** A thing of a machine, whatever state it is in: where it stands, and what of it is seen. */
export type Thing<M extends MachineName> = { readonly id: string; readonly _tag: StateOf<M>["_tag"] } & {
  readonly [F in FieldOf<StateOf<M>>]?: AsSeen<Exclude<ValueOf<StateOf<M>, F>, undefined>>
}

export interface Eyes {
  readonly viewer: Machine.Asked
  /** One thing; the refusal tells when there is nothing to see. */
  readonly one: <M extends MachineName>(machine: M, id: string) => Effect.Effect<Thing<M>, Refusal.Refusal>
  /** Every thing of a machine that this viewer sees, in the order of its ids. */
  readonly all: <M extends MachineName>(machine: M) => Effect.Effect<ReadonlyArray<Thing<M>>, Refusal.Refusal>
  /** What is read over many things beside one of them: numbers that name nobody, and ids. */
  readonly overview: <A>(overview: Overview.Overview<A>, id: string) => Effect.Effect<A, Refusal.Refusal>
}

/** Looks at a school as somebody. */
export const eyesOf = ({ list, overview, show }: Counter, viewer: Machine.Asked): Eyes => {
  // What comes out of a machine has the shape of its states: the counter says so, and this is where it gets its type.
  const one = <M extends MachineName>(machine: M, id: string) =>
    Effect.map(show(machine, id, viewer), ({ state }) => ({ ...state, id }) as unknown as Thing<M>)
  const all = <M extends MachineName>(machine: M) =>
    Effect.flatMap(list(machine, viewer), (ids) => Effect.forEach(ids.toSorted(), (id) => one(machine, id)))
  return { viewer, one, all, overview: (asked, id) => overview(asked, id, viewer) }
}
