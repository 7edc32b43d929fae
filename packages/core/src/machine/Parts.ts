/** The parts of a lifecycle as types: its states, events and commands, and what each of them has to do with the others. */
import type { Lifecycle } from "./Lifecycle.ts"
import type { Spec, Start } from "./Spec.ts"
import type { Payloads, Tag, Value } from "./Table.ts"

/** The lifecycle behind a machine value: `Of<typeof Pap>`. */
export type Of<M> = M extends Lifecycle<infer L> ? L : never
/** Every state a thing can be in, once it exists. */
export type State<L extends Spec> = Lifecycle<L>["State"]["Type"]
/** Every fact. */
export type Event<L extends Spec> = Lifecycle<L>["Event"]["Type"]
/** Every request. */
export type Command<L extends Spec> = Lifecycle<L>["Command"]["Type"]

/** Every refusal that a rule of this machine can give. */
export type Refusals<L extends Spec> = { [C in Tag<L["commands"]>]: RefusalOf<L, C> }[Tag<L["commands"]>]

/** The refusals of one command's own rule. */
export type RefusalOf<L extends Spec, C> = C extends keyof L["commands"] ? RefusedBy<L["commands"][C]> : never

/** The commands legal in a state: `CommandsFrom<L, "Draft">` is `"Commit"`. */
export type CommandsFrom<L extends Spec, S> = {
  [C in Tag<L["commands"]>]: S extends LegalIn<L, C> ? C : never
}[Tag<L["commands"]>]

/** A table with an entry for every command, event or state: labels, permissions, icons. */
export type Each<L extends Spec, Part extends "roles" | "needs" | "states" | "events" | "commands", A> = {
  readonly [K in Tag<L[Part]>]: A
}

/** One of the states, by its name; `Start` is one of them here. */
export type StateIn<L extends Spec, K> = K extends "Start" ? Start : Value<L["states"], K>
/** One of the facts, by its name. */
export type EventOf<L extends Spec, K> = Value<Payloads<L["events"]>, K>
/** One of the requests, by its name. */
export type CommandOf<L extends Spec, K> = Value<Payloads<L["commands"]>, K>
/** The states a fact leads to. */
export type To<L extends Spec, E extends keyof L["events"]> = Arrow<L, E>["to"] extends "Same" ? From<L, E> : Arrow<L, E>["to"]

type Arrow<L extends Spec, E extends keyof L["events"]> = L["events"][E]
/** The states a fact leaves. */
export type From<L extends Spec, E extends keyof L["events"]> = Arrow<L, E>["from"][number]
/** The facts a command may cause. */
export type Emits<L extends Spec, C extends keyof L["commands"]> = L["commands"][C]["emits"][number]
/** The states a command is legal in: those that one of its facts leaves. */
export type LegalIn<L extends Spec, C extends keyof L["commands"]> = From<L, Emits<L, C>>
/** The facts from elsewhere that a command is told: what it needs, and who holds its roles. */
export type NeedsOf<L extends Spec, C> = C extends keyof L["commands"]
  ? Listed<L["commands"][C], "needs"> | L["roles"][L["commands"][C]["by"][number] & keyof L["roles"]]
  : never

type RefusedBy<Row> = Row extends { readonly refuses: ReadonlyArray<infer R> }
  ? R extends new (...fields: never) => infer A
    ? A
    : never
  : never

type Listed<Row, Column extends string> = Row extends { readonly [K in Column]: ReadonlyArray<infer A> } ? A : never
