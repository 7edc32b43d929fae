/** What is read off a machine: what is possible now, its diagram, its JSON Schema. */
import { type JsonSchema, Result, Schema, SchemaAST } from "effect"
import { refusal } from "../Refusal.ts"
import type { Lifecycle } from "./Lifecycle.ts"
import { barred } from "./Menu.ts"
import type { Each, Emits, EventOf, RefusalOf, State } from "./Parts.ts"
import type { IllegalCommand, NotAllowed } from "./Refusals.ts"
import type { Context, Machine } from "./Rules.ts"
import { decide } from "./Steps.ts"
import type { Spec, Start } from "./Spec.ts"
import type { NonEmpty, Tag } from "./Table.ts"

/** Nothing stands in the way but what only the asker can tell. */
export class NeedsInput extends refusal("NeedsInput", ({ fields }) => `This can be done now. Tell ${fields.join(", ")}.`, {
  fields: Schema.Array(Schema.String)
}) {}

/** What `possible` says of one command. */
export type Possibility<L extends Spec, C> =
  | NonEmpty<EventOf<L, Emits<L, C & keyof L["commands"]>>>
  | NotAllowed
  | IllegalCommand
  | NeedsInput
  | RefusalOf<L, C>

/** Every command with the facts it would cause, or the reason it cannot: why is this button grey? */
export const possible = <L extends Spec>(
  machine: Machine<L>,
  state: State<L> | Start,
  context: Context<L>
): { readonly [C in Tag<L["commands"]>]: Possibility<L, C> } => {
  const guard: { readonly [command: string]: ((state: never, context: never) => unknown) | undefined } = machine.rules.guard ?? {}
  return Object.fromEntries(
    Object.entries(machine.spec.commands).map(([command, { payload = {} }]) => {
      const fields = Object.keys(payload).filter((field) => !SchemaAST.isOptional(payload[field]!.ast))
      const because = barred(machine, state, command, context)
      if (because) return [command, because]
      // Who may, and where it is legal, is known here; and with that the types of what the clause is given.
      if (fields.length > 0) return [command, guard[command]?.(state as never, context as never) ?? new NeedsInput({ fields })]
      return [command, Result.merge(decide(machine, state, { _tag: command } as never, context as never))]
    })
  ) as never
}

/** The lifecycle as a Mermaid state diagram; every arrow reads `Command / Event`. */
export const toMermaid = <L extends Spec>({ spec }: Lifecycle<L>): string => {
  const node = (tag: string) => (tag === "Start" ? "[*]" : tag)
  const arrows = Object.entries(spec.commands).flatMap(([command, { emits }]) =>
    emits.flatMap((event) => {
      const { from, to } = spec.events[event]!
      return from.map((tag) => ({ from: tag, to: to === "Same" ? tag : to, label: `${command} / ${event}` }))
    })
  )
  const ends = Object.keys(spec.states).filter((tag) => !arrows.some(({ from }) => from === tag))
  return [
    "stateDiagram-v2",
    ...arrows.map(({ from, label, to }) => `  ${node(from)} --> ${node(to)}: ${label}`),
    ...ends.map((tag) => `  ${tag} --> [*]`)
  ].join("\n")
}

/** JSON Schema (draft 2020-12) of every command a machine takes and every event it stores, by tag. */
export const jsonSchemas = <L extends Spec>({
  Command,
  Event
}: Lifecycle<L>): {
  readonly commands: Each<L, "commands", JsonSchema.Document<"draft-2020-12">>
  readonly events: Each<L, "events", JsonSchema.Document<"draft-2020-12">>
} => {
  const documents = (cases: Record<string, Schema.Top>) =>
    Object.fromEntries(
      Object.entries(cases).map(([tag, schema]) => [tag, Schema.toJsonSchemaDocument(schema, { onExcessProperty: "error" })])
    )
  return { commands: documents(Command.cases), events: documents(Event.cases) } as never
}
