/** A machine of whatever domain: a store, and the counter before it, know none by name. */
import type { Machine } from "@groeikring/core"

type Spec = Machine.Spec
export type AnyMachine = Machine.Machine<Spec>
export type State = Machine.State<Spec> | Machine.Start
export type Event = Machine.Event<Spec>
export type Command = Machine.Command<Spec>

export const tagOf = (value: unknown): string => (value as Machine.Tagged<string>)._tag
