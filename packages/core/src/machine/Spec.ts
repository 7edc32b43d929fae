/** What a lifecycle is declared with: tables of roles, needs, states, events and commands. Data, and no more than that. */
import type { Schema } from "effect"
import type { Class } from "../Private.ts"
import type { AnyRefusalClass } from "../Refusal.ts"

export type Fields = Schema.Struct.Fields

/** The state before anything happened. Legal in `from`, drawn as `[*]`. */
export const Start = { _tag: "Start" } as const
export type Start = typeof Start

/** The actor behind commands of the process rules. No login may ever give out this id. */
export const system = "system"

/** A fact, and the arrow it draws. `to: "Same"` leaves the state where it is. */
export interface EventSpec<StateTag extends string = string> {
  readonly from: ReadonlyArray<StateTag | "Start">
  readonly to: StateTag | "Same"
  readonly payload?: Fields
  /** The domain promises that nobody knows who did this: what is stored names no actor. */
  readonly anonymous?: true
  /** The words in this stream can never be read again: their keys go with this fact (domain 5.3, C10). */
  readonly forgets?: true
  /** It takes back what a fact before it said under this name: nobody reads those words any more (domain 5.5). */
  readonly takesBack?: TakesBack
  /** It tells what only whose it is may know, although there are no words in it. */
  readonly own?: true
}

/** Which facts are taken back: those of `event` whose field `named` is what the fact that takes them back says as `by`. */
export interface TakesBack {
  readonly event: string
  readonly named: string
  readonly by: string
}

/** A request: who may ask, the facts it may cause, what must be known, and the reasons it may be turned down. */
export interface CommandSpec<EventTag extends string = string, Role extends string = string, Need extends string = string> {
  readonly by: ReadonlyArray<Role | "Founder" | "System">
  readonly emits: ReadonlyArray<EventTag>
  readonly needs?: ReadonlyArray<Need>
  readonly refuses?: ReadonlyArray<AnyRefusalClass>
  readonly payload?: Asking
}

/** The fields of a command. The words by which every adapter says which thing, who, when and what, are not among them. */
type Asking = Fields & { readonly [Reserved in "machine" | "id" | "as" | "at" | "do" | "expect"]?: never }

/**
 * A role names the field that says who holds it: a field of the state, or a
 * need. Two roles hold everywhere: `Founder` is whoever asks while nothing
 * exists yet, `System` is no person. There is deliberately no `Anyone`.
 */
export interface Spec {
  readonly roles: Record<string, string>
  readonly needs: Fields
  readonly states: Record<string, Fields>
  readonly events: Record<string, EventSpec>
  readonly commands: Record<string, CommandSpec>
  /** The fields of a state by which other machines find this one, such as the group of a plan. */
  readonly foundBy: ReadonlyArray<string>
  /** While it is in one of these states nothing of it may be erased, whoever asks: somebody's right hangs on it. */
  readonly holds: ReadonlyArray<string>
  /** The fields of a state that only whose it is may see, although there are no words in them. */
  readonly own: ReadonlyArray<string>
  /** Who may read this at all, and words of which class. Who is not named sees nothing, not even that it exists. */
  readonly seenBy: Readonly<Record<string, ReadonlyArray<Seen>>>
  /** The role without which nobody sees anything of it, whatever else they are: who leaves the group reads no further. */
  readonly among?: string
  /** Words that are written and not said yet: beside a field `while` that is true they are for whom `by` names alone. */
  readonly unsaid?: Unsaid
}

export interface Unsaid {
  readonly while: string
  readonly by: string
}

/** What there is to see: the facts without words, those among them that are somebody's own, and the words of a data class. */
export type Seen = "Facts" | "Own" | Class
