/** The school as its client has it: which machines there are, what a thing of one holds, and what can be asked of it. */
import type { Domain, Given, Machine } from "@groeikring/core"
import type { Connection, Happened, Looked, Possibilities, Problem, ProblemWith, Seen } from "@groeikring/http/client"
import type { House } from "./house.ts"

type Registry = typeof Domain.domain
export type School = Connection<Registry>
export type MachineName = keyof Registry
type LifecycleOf<M extends MachineName> = Registry[M] extends Domain.Entry<infer L> ? L : never
export type CommandName<M extends MachineName> = Machine.Tag<LifecycleOf<M>["commands"]>
/** What a command is given, as plain values. */
export type FieldsOf<M extends MachineName, C> = Given<Omit<Machine.CommandOf<LifecycleOf<M>, C>, "_tag">>

/** Why a command was refused. */
export type RefusalOf<M extends MachineName, C> = Problem & ProblemWith<LifecycleOf<M>, C>

type NameIn<S> = S extends unknown ? keyof S : never
type FieldIn<S, K> = S extends unknown ? (K extends keyof S ? S[K] : undefined) : never
/** Any of these states at once: a field that not every state has may be missing. */
type AnyOf<S> = { readonly [K in NameIn<S>]: FieldIn<S, K> }
export type StateOf<M extends MachineName> = M extends unknown ? AnyOf<Seen<LifecycleOf<M>>["state"]> : never

/** What stands open for a command, or why not. */
export type Possible = NonNullable<Possibilities<Machine.Spec>[string]>
export type Possibles = Readonly<Record<string, Possible | undefined>>
/** A thing as somebody sees it in a list. */
export interface Listed<M extends MachineName> {
  readonly id: string
  readonly version: number
  readonly state: StateOf<M>
}
/** A thing as somebody sees it, and what they can do with it. */
export interface Thing<M extends MachineName> extends Listed<M> {
  readonly possible: Possibles
}
/** A thing of whatever machine: what it holds is read by name. */
export interface Anything {
  readonly id: string
  readonly state: { readonly _tag: string; readonly [field: string]: unknown }
  readonly possible?: Possibles
}
/** A fact of one thing. */
export type FactOf<M extends MachineName> = Happened<AnyOf<FactIn<M>>>
type FactIn<M extends MachineName> =
  Awaited<ReturnType<ReturnType<School[Uncapitalize<M>]>["history"]>> extends infer Answer
    ? Answer extends { readonly ok: true; readonly value: ReadonlyArray<Happened<infer E>> }
      ? E
      : never
    : never

export const isMachine = (house: House, name: string): name is MachineName => Object.hasOwn(house.forms, name)

/** The school did not answer. What was asked can be asked again. */
export const isAway = ({ _tag }: Problem): boolean => _tag === "Unreachable"

/** The things of a machine whose name is known when it runs. */
interface AnyThings {
  (id: string): {
    readonly show: () => Promise<unknown>
    readonly possible: () => Promise<Looked<Possibles, Problem>>
    readonly history: () => Promise<unknown>
  } & Readonly<
    Record<string, (fields: object) => Promise<{ readonly ok: true } | { readonly ok: false; readonly problem: Problem }>>
  >
  readonly list: () => Promise<unknown>
}
const initial = <S extends string>(name: S) => (name.charAt(0).toLowerCase() + name.slice(1)) as Uncapitalize<S>
export const thingsOf = (school: School, machine: MachineName): AnyThings =>
  // Each machine takes commands of its own, and which it is, is known when it runs: what is sent was typed by who sends it.
  school[initial(machine)] as unknown as AnyThings
/** A command in the mouth of the client: `AskBuddy` is `askBuddy`. */
export const saidOf = initial
