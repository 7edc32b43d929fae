/** Running a machine: may this happen, what is true after it, and where does a history lead? */
import { Result } from "effect"
import { isHeld } from "./Index.ts"
import { barred } from "./Menu.ts"
import type { CommandOf, Emits, Event, EventOf, RefusalOf, State } from "./Parts.ts"
import { BrokenRule, type IllegalCommand, ImpossibleEvent, type NotAllowed } from "./Refusals.ts"
import type { Context, Machine } from "./Rules.ts"
import type { Declared, EventRow } from "./Running.ts"
import { type Spec, Start } from "./Spec.ts"
import { type NonEmpty, type Tag, type Tagged, tagOf } from "./Table.ts"

/**
 * What would happen? Nothing is stored, nothing changes. First who, then where, then the rule itself.
 *
 * **When to use** In a test, a simulation, or a page that asks "what if". To make it happen, send it to a store.
 *
 * **Gotchas** A rule that answers with a fact or a refusal its command does not declare throws `BrokenRule`.
 */
export const decide = <L extends Spec, C extends Tag<L["commands"]>>(
  machine: Machine<L>,
  state: State<L> | Start,
  command: Tagged<C> & CommandOf<L, C>,
  context: Context<L, C>
): Result.Result<NonEmpty<EventOf<L, Emits<L, C>>>, NotAllowed | IllegalCommand | RefusalOf<L, C>> => {
  const row = machine.run.commands[command._tag]!
  const from = tagOf(state)
  if (!isHeld(row.by, state, context) || !isIn(row.from, from)) return Result.fail(barred(machine, state, command._tag, context)!)
  const answer = row.decide(state, command, context)
  if (isList(answer)) {
    follow(machine, command._tag, from, answer)
    return Result.succeed(answer as NonEmpty<EventOf<L, Emits<L, C>>>)
  }
  const tag = tagOf(answer)
  if (tag !== row.only) {
    if (row.refuses.includes(tag)) return Result.fail(answer as RefusalOf<L, C>)
    follow(machine, command._tag, from, [answer])
  }
  return Result.succeed([answer as EventOf<L, Emits<L, C>>])
}

/** What is true after this fact? */
export const evolve = <L extends Spec>(
  machine: Machine<L>,
  state: State<L> | Start,
  event: Event<L>
): Result.Result<State<L>, ImpossibleEvent> => {
  const from = tagOf(state)
  const row = machine.run.events[tagOf(event)]
  return row === undefined || !isIn(row.from, from)
    ? Result.fail(new ImpossibleEvent({ machine: machine.name, state: from, event: tagOf(event) }))
    : Result.succeed(entered(row, from, state, event) as State<L>)
}

/** The state a history adds up to. */
export const replay = <L extends Spec>(
  machine: Machine<L>,
  history: Iterable<Event<L>>,
  from: State<L> | Start = Start
): Result.Result<State<L> | Start, ImpossibleEvent> => {
  let state = from
  for (const event of history) {
    const next = evolve(machine, state, event)
    if (Result.isFailure(next)) return Result.fail(next.failure)
    state = next.success
  }
  return Result.succeed(state)
}

/** What came of a command: the facts, and the state they lead to. */
export interface Step<L extends Spec, C> {
  readonly events: NonEmpty<EventOf<L, Emits<L, C & keyof L["commands"]>>>
  readonly state: State<L>
}

/** Decide, then evolve: the one call an application makes. */
export const step = <L extends Spec, C extends Tag<L["commands"]>>(
  machine: Machine<L>,
  state: State<L> | Start,
  command: Tagged<C> & CommandOf<L, C>,
  context: Context<L, C>
): Result.Result<Step<L, C>, NotAllowed | IllegalCommand | RefusalOf<L, C>> => {
  const decided = decide<L, C>(machine, state, command, context)
  if (Result.isFailure(decided)) return Result.fail(decided.failure)
  let after = state
  for (const event of decided.success) after = Result.getOrThrow(evolve(machine, after, event as Event<L>))
  return Result.succeed({ events: decided.success, state: after })
}

const isList = (answer: unknown): answer is NonEmpty<unknown> => Array.isArray(answer)

const isIn = (tags: ReadonlyArray<string>, tag: string) => tags[0] === tag || tags.includes(tag)

/** The state an event leads to, with only the fields it declares. */
const entered = (row: EventRow, from: string, state: unknown, event: unknown): object => {
  const answer = row.evolve(state, event) as { readonly _tag?: string }
  const tag = row.to ?? from
  const { all, needed } = row.to === undefined ? row.fieldsOf[from]! : row.fields
  let fields = answer._tag === undefined ? 1 : 0
  for (const _ in answer) fields++
  // What a clause must fill in is there, by type. So when there is no more than that, there is nothing to leave out.
  if (fields !== needed) for (const field in answer) if (all[field] !== true) return trimmed(answer, tag, all)
  return answer._tag === tag ? answer : { ...answer, _tag: tag }
}

const trimmed = (answer: object, tag: string, declared: Declared["all"]) => ({
  ...Object.fromEntries(Object.entries(answer).filter(([field]) => declared[field])),
  _tag: tag
})

/** The facts a rule answers with are declared, and can happen one after the other; anything else is a bug in the rule. */
const follow = <L extends Spec>({ name, spec }: Machine<L>, command: string, state: string, events: ReadonlyArray<unknown>) => {
  let from = state
  for (const event of events) {
    const happened = tagOf(event)
    const arrow = spec.commands[command]!.emits.includes(happened) ? spec.events[happened] : undefined
    if (arrow === undefined)
      throw new BrokenRule(`${name}.decide.${command} answers ${happened}, which ${command} does not declare.`)
    if (!arrow.from.includes(from))
      throw new BrokenRule(`${name}.decide.${command} answers ${happened}, which cannot happen in ${from}.`)
    if (arrow.to !== "Same") from = arrow.to
  }
}
