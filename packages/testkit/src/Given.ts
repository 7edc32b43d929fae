/** Given a history, when a command comes, then these facts: a test as a promise. */
import { Machine } from "@groeikring/core"
import { Result } from "effect"
import { AssertionError } from "node:assert/strict"
import { isDeepStrictEqual } from "node:util"
import { said, shown, tagOf } from "./Json.ts"

/** What was before: the facts so far, oldest first, or the one state they led to. */
export type Before<L extends Machine.Spec> = ReadonlyArray<Machine.Event<L>> | readonly [Machine.State<L> | Machine.Start]

/** What may come of a command: all its facts, in order, or the one refusal. */
export type After<L extends Machine.Spec, C extends Machine.Tag<L["commands"]>> =
  | Machine.Step<L, C>["events"]
  | readonly [Machine.NotAllowed | Machine.IllegalCommand | Machine.RefusalOf<L, C>]

export interface Given<L extends Machine.Spec> {
  /** The state the history adds up to. */
  readonly state: Machine.State<L> | Machine.Start
  /** Compares that state, whole. */
  readonly is: (state: Machine.State<L> | Machine.Start) => void
  readonly when: <C extends Machine.Tag<L["commands"]>>(
    command: Machine.Tagged<C> & Machine.CommandOf<L, C>,
    context: Machine.Context<L, C>
  ) => When<L, C>
}

export interface When<L extends Machine.Spec, C extends Machine.Tag<L["commands"]>> {
  /** Compares all facts, or the refusal, whole: fields, private words, and the sentences of a refusal. */
  readonly then: (...after: After<L, C>) => Then<L>
}

export interface Then<L extends Machine.Spec> {
  /** Compares the state afterwards, whole. */
  readonly is: (state: Machine.State<L> | Machine.Start) => void
}

/**
 * Begins a test of one decision.
 *
 * **When to use** For every rule: one test per refusal, one for what happens when nothing stands in the way. For a
 * longer story see `tell`.
 *
 * **Gotchas** Values are compared as JSON, so that private words differ when their text does. Nothing here needs a
 * test runner: what differs is thrown as an `AssertionError` with both values.
 *
 * @example
 * ```ts
 * import { Machine, Pap } from "@groeikring/core"
 * import { given } from "@groeikring/testkit"
 *
 * given(Pap, { _tag: "PapStarted", ownerId: "p-femke", groupId: "g", fromSession: "s1", tipRefs: [] })
 *   .when({ _tag: "MarkTried" }, { actor: "p-bram", at: 0 })
 *   .then(new Machine.NotAllowed({ machine: "Pap", command: "MarkTried", by: ["Owner"] }))
 * ```
 */
export const given = <L extends Machine.Spec>(machine: Machine.Machine<L>, ...before: Before<L>): Given<L> => {
  const state = stateOf(machine, before)
  const scene = tagOf(state) === "Start" ? `Given no ${machine.name} yet` : `Given a ${machine.name} that is ${tagOf(state)}`
  const compare = (headline: string, state: unknown, expected: unknown, caller: Function) =>
    same(
      `${headline}${tagOf(expected)}, ${tagOf(state) === tagOf(expected) ? "and it is, with other values" : `but it is ${tagOf(state)}`}`,
      shown(machine, "State", state),
      shown(machine, "State", expected),
      caller
    )
  return {
    state,
    is: function is(expected) {
      compare(`${scene}: it should be `, state, expected, is)
    },
    when: (command, context) => {
      const outcome: Outcome<L> = Machine.step(machine, state, command, context)
      const asked = `${scene}, when ${context.actor} asks to ${command._tag}`
      return {
        // The word is the language of the test; whoever awaits it by mistake gets a failure, not silence.
        // oxlint-disable-next-line unicorn/no-thenable
        then: function then(...after) {
          const expected = after.map((one) => (isEvent(machine, one) ? shown(machine, "Event", one) : said(one)))
          same(`${asked}, ${toldApart(machine, after, outcome)}`, cameOf(machine, outcome), expected, then)
          return {
            is: function is(wanted) {
              compare(`${asked}, it should become `, Result.isSuccess(outcome) ? outcome.success.state : state, wanted, is)
            }
          }
        }
      }
    }
  }
}

type Outcome<L extends Machine.Spec> = Result.Result<
  { readonly events: ReadonlyArray<unknown>; readonly state: Machine.State<L> },
  Machine.Tagged<string> & { readonly message: string }
>

/** One value that names a state is the state; everything else is history. */
const stateOf = <L extends Machine.Spec>(machine: Machine.Machine<L>, before: Before<L>): Machine.State<L> | Machine.Start => {
  const [first, ...more] = before
  if (first === undefined) return Machine.Start
  const tag = tagOf(first)
  const isState = tag === "Start" || (Object.hasOwn(machine.spec.states, tag) && !isEvent(machine, first))
  if (isState && more.length === 0) return first
  const replayed = Machine.replay(machine, before as ReadonlyArray<Machine.Event<L>>)
  if (Result.isSuccess(replayed)) return replayed.success
  throw new AssertionError({
    message: `What is given is no history of ${machine.name}: ${replayed.failure.message}`,
    actual: before.map(tagOf),
    stackStartFn: given
  })
}

const isEvent = <L extends Machine.Spec>(machine: Machine.Machine<L>, value: unknown) =>
  Object.hasOwn(machine.spec.events, tagOf(value))
const cameOf = <L extends Machine.Spec>(machine: Machine.Machine<L>, outcome: Outcome<L>) =>
  Result.isSuccess(outcome) ? outcome.success.events.map((event) => shown(machine, "Event", event)) : [said(outcome.failure)]

/** The headline of a failure: what was told, and what happened instead. */
const toldApart = <L extends Machine.Spec>(machine: Machine.Machine<L>, after: ReadonlyArray<unknown>, outcome: Outcome<L>) => {
  const told = after.map(tagOf).join(", ")
  const came = Result.isSuccess(outcome) ? outcome.success.events.map(tagOf).join(", ") : tagOf(outcome.failure)
  const happened = Result.isSuccess(outcome) ? `${came} happened` : `it was refused with ${came}: ${outcome.failure.message}`
  return after.every((one) => isEvent(machine, one))
    ? `${told} should happen, ${came === told ? "and it did, with other values" : `but ${happened}`}`
    : `it should be refused with ${told}, ${came === told ? "and it was, with other values" : `but ${happened}`}`
}

const same = (message: string, actual: unknown, expected: unknown, stackStartFn: Function) => {
  if (isDeepStrictEqual(actual, expected)) return
  throw new AssertionError({ message, actual, expected, operator: "then", stackStartFn })
}
