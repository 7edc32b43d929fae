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
  /** What must never be let through. It is asked of every command that was. */
  readonly forbids?: (told: Told<L>, way: Way<L>) => boolean
  /** What of the past makes a difference to `holds`, besides the state it led to. */
  readonly minding?: (history: ReadonlyArray<Machine.Event<L>>) => unknown
  /** After how many places it stops looking; a hundred thousand, unless told otherwise. */
  readonly most?: number
}

/** A place, by the shortest history that leads there. */
export interface Way<L extends Machine.Spec> {
  readonly history: ReadonlyArray<Machine.Event<L>>
  readonly state: Machine.State<L> | Machine.Start
}

export interface Explored<L extends Machine.Spec> {
  /** How many different places were found. */
  readonly places: number
  /** How many commands were tried. */
  readonly tried: number
  /** How many commands it takes to come to the farthest of them. */
  readonly depth: number
  /** Whether every place was gone on from; if not, some lie beyond `depth`. */
  readonly complete: boolean
  /** Where something ought to be possible, and nothing that was tried is. */
  readonly deadEnds: ReadonlyArray<Way<L>>
  /** From where no way leads to a state where it ends. Known only of what is complete. */
  readonly stranded: ReadonlyArray<Way<L>>
  /** Where `holds` does not. */
  readonly violations: ReadonlyArray<Way<L>>
  /** What was let through and must not be, and where. */
  readonly forbidden: ReadonlyArray<Way<L> & { readonly told: Told<L> }>
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
  const most = of.most ?? 100_000
  const start: Way<L> = { history: from, state: Result.getOrThrow(Machine.replay(machine, from)) }
  const keyOf = ({ history, state }: Way<L>) => JSON.stringify([shown(machine, "State", state), of.minding?.(history) ?? null])
  const isEnd = ({ state }: Way<L>) => Machine.commandsFrom(machine, state).length === 0
  const known = new Map([[keyOf(start), 0]])
  const ways = [start]
  const cameFrom: Array<Array<number>> = [[]]
  const deadEnds: Array<Way<L>> = []
  const violations: Array<Way<L>> = []
  const forbidden: Array<Way<L> & { readonly told: Told<L> }> = []
  const visit = (way: Way<L>) => {
    if (of.holds?.(way.history, way.state) === false) violations.push(way)
  }
  visit(start)
  let tried = 0
  let depth = 0
  let edge: ReadonlyArray<number> = [0]
  for (; depth < of.depth && edge.length > 0 && ways.length < most; depth++) {
    const next: Array<number> = []
    for (const here of edge) {
      const way = ways[here]!
      let isStuck = !isEnd(way)
      if (ways.length >= most) break
      for (const told of of.tries(way.state, way.history)) {
        tried++
        const step: Result.Result<Machine.Step<L, Machine.Tag<L["commands"]>>, unknown> = Machine.step(
          machine,
          way.state,
          told.command as never,
          told.context
        )
        if (Result.isFailure(step)) continue
        isStuck = false
        if (of.forbids?.(told, way) === true) forbidden.push({ ...way, told })
        const events = step.success.events as ReadonlyArray<Machine.Event<L>>
        const there: Way<L> = { history: [...way.history, ...events], state: step.success.state }
        const key = keyOf(there)
        const place = known.get(key) ?? ways.length
        if (place === ways.length) {
          known.set(key, place)
          ways.push(there)
          cameFrom.push([])
          next.push(place)
          visit(there)
        }
        cameFrom[place]!.push(here)
      }
      if (isStuck) deadEnds.push(way)
    }
    edge = next
  }
  const complete = ways.length < most && edge.every((place) => isEnd(ways[place]!))
  const leads = new Set(ways.flatMap((way, place) => (isEnd(way) ? [place] : [])))
  for (const place of leads) for (const before of cameFrom[place]!) leads.add(before)
  const stranded = complete ? ways.filter((_, place) => !leads.has(place)) : []
  return { places: ways.length, tried, depth, complete, deadEnds, stranded, violations, forbidden }
}

/** The facts on a way, by name. */
export const wayOf = <L extends Machine.Spec>({ history }: Way<L>): string => history.map(tagOf).join(" > ")
