/**
 * The laws of a machine: what every machine promises, tried over arbitrary walks through its lifecycle.
 *
 * How that is done is in `laws/`: the promises and the settings of the walks; the lifecycle read a second time; the
 * laws of an answer, of a fact, of what is said to be possible, and of the machine as it stands; the walks themselves,
 * with what they remember; and how a broken promise is told.
 */
import type { Machine } from "@groeikring/core"
import { type AllWalks, walkAll } from "./laws/AllWalks.ts"
import { type AnyMachine, arrowsOf } from "./laws/SecondReading.ts"
import type { Told, Walks } from "./laws/Walks.ts"

export { promises } from "./laws/Promises.ts"
export type { Told, Walks } from "./laws/Walks.ts"

/**
 * Tries every promise on a machine and answers with what is wrong, each in a sentence; empty when all is well.
 *
 * **When to use** Once in the tests of every machine. The walks are the same in every run: their seed is the name.
 *
 * **Gotchas** A walk begins with nothing, at any point of a story in `starts`, or where another walk has been; it heads
 * for what nobody has done yet. What needs a special fact (a majority, an amount) it may never find: tell that
 * in `starts` or `facts`.
 *
 * @example
 * ```ts
 * import { Staff } from "@groeikring/core"
 * import { laws } from "@groeikring/testkit"
 *
 * laws(Staff) // => []
 * ```
 */
export const laws = <L extends Machine.Spec>(machine: Machine.Machine<L>, options: Walks<L> = {}): ReadonlyArray<string> =>
  walk(machine, options).problems

/**
 * A few histories in which every event happens that the walks came by: the stories, and what was walked on from them.
 *
 * **When to use** To keep facts of this version, so that a later one can be held to reading them.
 *
 * @example
 * ```ts
 * import { Staff } from "@groeikring/core"
 * import { histories } from "@groeikring/testkit"
 *
 * histories(Staff)[0]?.[0]?._tag // => "SchoolOpened"
 * ```
 */
export const histories = <L extends Machine.Spec>(
  machine: Machine.Machine<L>,
  options: Walks<L> = {}
): ReadonlyArray<ReadonlyArray<Machine.Event<L>>> => {
  const { shortest } = walk(machine, options)
  const told = new Set<string>()
  const kept: Array<ReadonlyArray<Machine.Event<L>>> = []
  // The longest first: it tells most of what the others do.
  for (const [event, history] of [...shortest].toSorted(([, one], [, other]) => other.length - one.length)) {
    if (told.has(event)) continue
    kept.push(history)
    for (const { _tag } of history) told.add(_tag)
  }
  return kept
}

/**
 * What was told on the walks and was let through: of each command a few, as different as they came.
 *
 * **When to use** As what `explore` tries, where there are too many commands to write them out.
 */
export const tellings = <L extends Machine.Spec>(machine: Machine.Machine<L>, options: Walks<L> = {}): ReadonlyArray<Told<L>> =>
  walk(machine, options).told as ReadonlyArray<Told<L>>

/** How much of a lifecycle the walks came by: its arrows, each a command and a fact that it causes from a state. */
export interface Coverage {
  readonly arrows: number
  readonly unwalked: ReadonlyArray<string>
}

/**
 * Counts the arrows of a machine, and names those that no command walked. A fact in `starts` is only told: it walks none.
 *
 * @example
 * ```ts
 * import { Staff } from "@groeikring/core"
 * import { coverage } from "@groeikring/testkit"
 *
 * coverage(Staff).unwalked // => []
 * ```
 */
export const coverage = <L extends Machine.Spec>(machine: Machine.Machine<L>, options: Walks<L> = {}): Coverage => ({
  arrows: arrowsOf(machine.spec).length,
  unwalked: walk(machine, options).unwalked
})

/** The walks are the same in every run, so those that were walked once are not walked again. */
const walk = <L extends Machine.Spec>(machine: Machine.Machine<L>, options: Walks<L>): AllWalks => {
  const known = walked.get(options)
  if (known?.machine === machine) return known.walks
  // The rules of one machine take only its own commands, so to the compiler they are no rules of just any machine.
  const walks = walkAll(machine as unknown as AnyMachine, options as Walks<Machine.Spec>)
  walked.set(options, { machine, walks })
  return walks
}
const walked = new WeakMap<object, { readonly machine: unknown; readonly walks: AllWalks }>()
