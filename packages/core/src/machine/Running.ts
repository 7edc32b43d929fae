/** The rules, turned round like the index: what a command or an event needs to run, found by its tag in one look. */
import { SchemaAST } from "effect"
import { type Holder, leaves } from "./Index.ts"
import type { Lifecycle } from "./Lifecycle.ts"
import type { Spec } from "./Spec.ts"
import { each } from "./Table.ts"

/** A clause as the lifecycle types it: for its own states and its own commands or events. */
type TypedClause = (state: never, input: never, context: never) => unknown
interface Clauses {
  readonly decide: Readonly<Record<string, TypedClause>>
  readonly evolve: Readonly<Record<string, TypedClause>>
}
/** A clause as it is found by its tag. It is only given what its lifecycle says it takes. */
type Clause = (state: unknown, input: unknown, context?: unknown) => unknown

export interface Running {
  readonly commands: Readonly<Record<string, CommandRow>>
  readonly events: Readonly<Record<string, EventRow>>
}

interface CommandRow {
  readonly by: ReadonlyArray<Holder>
  readonly from: ReadonlyArray<string>
  /** The one event it emits; nothing when there are more. */
  readonly only: string | undefined
  readonly refuses: ReadonlyArray<string>
  readonly decide: Clause
}

export interface EventRow {
  readonly from: ReadonlyArray<string>
  readonly evolve: Clause
  /** The target, or nothing when the state stays where it is. */
  readonly to: string | undefined
  readonly fields: Declared
  readonly fieldsOf: Readonly<Record<string, Declared>>
}

/** The fields of a state, its tag among them, and how many of them are always there. */
export interface Declared {
  readonly all: Readonly<Record<string, true>>
  readonly needed: number
}

export const running = <L extends Spec>({ index, spec }: Lifecycle<L>, rules: Clauses): Running => {
  const fieldsOf = each(spec.states, (fields): Declared => ({
    all: each({ _tag: {}, ...fields }, () => true as const),
    needed: 1 + Object.values(fields).filter(({ ast }) => !SchemaAST.isOptional(ast)).length
  }))
  return {
    commands: each(spec.commands, (command, tag) => ({
      by: index.by[tag]!,
      from: leaves(command, spec.events),
      only: command.emits.length === 1 ? command.emits[0]! : undefined,
      refuses: (command.refuses ?? []).map(({ tag }) => tag),
      decide: rules.decide[tag] as Clause
    })),
    events: each(spec.events, ({ from, to }, tag) => ({
      from,
      evolve: rules.evolve[tag] as Clause,
      to: to === "Same" ? undefined : to,
      fields: fieldsOf[to] ?? { all: {}, needed: 0 },
      fieldsOf
    }))
  }
}
