/** Every way a machine can go, breadth first: for promises that chance might pass by. */
import { Machine } from "@groeikring/core"
import { Result } from "effect"
import { shown, tagOf } from "./Json.ts"
import type { Told } from "./Laws.ts"

export interface Exploration<L extends Machine.Spec> {
  /** What may be told in a state: a few commands, with the few values that make a difference. */
  readonly tries: (state: Machine.State<L> | Machine.Start, history: ReadonlyArray<Machine.Event<L>>) => ReadonlyArray<Told<L>>
  /** How many commands deep. */
  readonly depth: number
  /** Where to begin; with nothing, unless told otherwise. */
  readonly from?: ReadonlyArray<Machine.Event<L>>
  /** What must hold wherever it comes. */
  readonly holds?: (history: ReadonlyArray<Machine.Event<L>>, state: Machine.State<L> | Machine.Start) => boolean
  /** What of the past makes a difference to `holds`, besides the state it led to. */
  readonly minding?: (history: ReadonlyArray<Machine.Event<L>>) => unknown
}

/** A place, by the shortest history that leads there. */
export interface Way<L extends Machine.Spec> {
  readonly history: ReadonlyArray<Machine.Event<L>>
  readonly state: Machine.State<L> | Machine.Start
}

export interface Explored<L extends Machine.Spec> {
  /** How many different places were found. */
  readonly places: number
  /** Whether every place was gone on from; if not, some lie beyond `depth`. */
  readonly complete: boolean
  /** Where something ought to be possible, and nothing that was tried is. */
  readonly deadEnds: ReadonlyArray<Way<L>>
  /** Where `holds` does not. */
  readonly violations: ReadonlyArray<Way<L>>
}

/**
 * Goes every way.
 *
 * **When to use** For a machine whose promises are about order ("nothing leads back", "whoever paused can go on"), with
 * few people and few values: the number of places grows fast.
 *
 * **Gotchas** Two histories that lead to the same state are one place. When `holds` looks at the past, say in `minding`
 * at what.
 *
 * @example
 * ```ts
 * import { Staff } from "@groeikring/core"
 * import { explore } from "@groeikring/testkit"
 *
 * const asJoke = { actor: "p-joke", at: 0 }
 * const open = { command: { _tag: "Open", school: "De Zwaluw" }, context: asJoke } as const
 * explore(Staff, { depth: 2, tries: () => [open] }).deadEnds.map(({ state }) => state._tag) // => ["Working"]
 * ```
 */
export const explore = <L extends Machine.Spec>(machine: Machine.Machine<L>, of: Exploration<L>): Explored<L> => {
  const from = of.from ?? []
  const start: Way<L> = { history: from, state: Result.getOrThrow(Machine.replay(machine, from)) }
  const keyOf = ({ history, state }: Way<L>) => JSON.stringify([shown(machine, "State", state), of.minding?.(history) ?? null])
  const known = new Set([keyOf(start)])
  const deadEnds: Array<Way<L>> = []
  const violations: Array<Way<L>> = []
  const visit = (way: Way<L>) => {
    if (of.holds?.(way.history, way.state) === false) violations.push(way)
    return way
  }
  let edge: ReadonlyArray<Way<L>> = [visit(start)]
  for (let depth = 0; depth < of.depth && edge.length > 0; depth++) {
    const next: Array<Way<L>> = []
    for (const way of edge) {
      let isStuck = Machine.commandsFrom(machine, way.state).length > 0
      for (const { command, context } of of.tries(way.state, way.history)) {
        const step: Result.Result<Machine.Step<L, Machine.Tag<L["commands"]>>, unknown> = Machine.step(
          machine,
          way.state,
          command as never,
          context
        )
        if (Result.isFailure(step)) continue
        isStuck = false
        const events = step.success.events as ReadonlyArray<Machine.Event<L>>
        const there: Way<L> = { history: [...way.history, ...events], state: step.success.state }
        const key = keyOf(there)
        if (known.has(key)) continue
        known.add(key)
        next.push(visit(there))
      }
      if (isStuck) deadEnds.push(way)
    }
    edge = next
  }
  return {
    places: known.size,
    complete: edge.every(({ state }) => Machine.commandsFrom(machine, state).length === 0),
    deadEnds,
    violations
  }
}

/** The facts on a way, by name. */
export const wayOf = <L extends Machine.Spec>({ history }: Way<L>): string => history.map(tagOf).join(" > ")
