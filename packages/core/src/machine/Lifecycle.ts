/** The lifecycle: it is declared here, once, and everything that needs no rules is read off it. */
import { Schema } from "effect"
import { indexOf, type Index } from "./Index.ts"
import type { CommandSpec, EventSpec, Fields, Seen, Spec, Unsaid } from "./Spec.ts"
import { type FieldName, lazily, type Payloads, payloads, type Tag, type Union } from "./Table.ts"

export interface Lifecycle<L extends Spec> {
  readonly name: string
  readonly spec: L
  readonly State: Union<L["states"]>
  readonly Event: Union<Payloads<L["events"]>>
  readonly Command: Union<Payloads<L["commands"]>>
  /** @internal */
  readonly index: Index
}

/** Declares a lifecycle. Pure data: safe to ship to a browser, a CLI, a docs build. */
export const lifecycle = <
  const S extends Record<string, Fields> & { readonly [Reserved in "Start" | "Same"]?: never },
  const E extends Record<string, EventSpec<Tag<S>>>,
  const C extends Record<string, CommandSpec<Tag<E>, Tag<R>, Tag<N>>>,
  const N extends Fields & { readonly [Reserved in "actor" | "at"]?: never } = {},
  const R extends Record<string, FieldName<S> | Tag<N>> & { readonly [Reserved in "Founder" | "System"]?: never } = {},
  const F extends ReadonlyArray<FieldName<S>> = [],
  const V extends { readonly [Role in Tag<R>]?: ReadonlyArray<Seen> } = {}
>(
  name: string,
  spec: {
    readonly roles?: R
    readonly needs?: N
    readonly states: S
    readonly events: E
    readonly commands: C
    readonly foundBy?: F
    readonly holds?: ReadonlyArray<NoInfer<Tag<S>>>
    readonly own?: ReadonlyArray<NoInfer<FieldName<S>>>
    readonly seenBy?: V
    readonly among?: NoInfer<Tag<R>>
    readonly unsaid?: Unsaid
  }
): Lifecycle<{
  readonly roles: R
  readonly needs: N
  readonly states: S
  readonly events: E
  readonly commands: C
  readonly foundBy: F
  readonly holds: ReadonlyArray<Tag<S>>
  readonly own: ReadonlyArray<FieldName<S>>
  readonly seenBy: Record<string, ReadonlyArray<Seen>>
  readonly among?: Tag<R>
  readonly unsaid?: Unsaid
}> => {
  const whole = { roles: {}, needs: {}, foundBy: [], holds: [], own: [], seenBy: {}, ...spec }
  return lazily({ name, spec: whole as never }, {
    State: () => Schema.TaggedUnion(spec.states) as never,
    Event: () => Schema.TaggedUnion(payloads(spec.events)) as never,
    Command: () => Schema.TaggedUnion(payloads(spec.commands)) as never,
    index: () => indexOf(whole)
  })
}
