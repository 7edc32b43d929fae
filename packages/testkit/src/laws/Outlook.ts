/** The law of what is said to be possible: `possible`, the menu and the roles, held against what a command really meets. */
import { Machine } from "@groeikring/core"
import { Result } from "effect"
import { isDeepStrictEqual } from "node:util"
import { said, tagOf } from "../Json.ts"
import { ask, attempt, guardOf, shownAnswer } from "./Asking.ts"
import type { Breach } from "./Promises.ts"
import { type AnyMachine, mayAsk, menuOf, requiredOf, type Row, type Tagged } from "./SecondReading.ts"

/** What is wrong, in sentences. */
type Wrong = ReadonlyArray<string>

export const outlook = (machine: AnyMachine) => {
  const { spec } = machine
  const required = new Map(Object.entries(spec.commands).map(([tag, command]) => [tag, requiredOf(command)]))

  /** The menu names exactly the commands that lead from here. */
  const menuIsRight = (state: Tagged, leading: ReadonlyArray<string>): Wrong => {
    const shown = Machine.commandsFrom(machine, state)
    return isDeepStrictEqual(shown.toSorted(), leading.toSorted())
      ? []
      : [`From ${state._tag} lead ${leading.join(", ") || "no commands"}; the menu says ${shown.join(", ") || "nothing"}.`]
  }

  /** A command is for exactly those who hold one of its roles. */
  const roleIsRight = (state: Tagged, tag: string, context: Row, isHolder: boolean): Wrong =>
    Machine.isFor(machine, state, tag, context as never) === isHolder
      ? []
      : [`\`isFor\` says that ${tag} is ${isHolder ? "not " : ""}for ${String(context.actor)} in ${state._tag}.`]

  /** Of a command is said what it would meet. */
  const foresightIsRight = (state: Tagged, tag: string, context: Row, answer: unknown): Wrong =>
    compared(
      state,
      tag,
      shownAnswer(machine, Array.isArray(answer) ? Result.succeed(answer) : Result.fail(answer as Tagged)),
      Result.match(ask(machine, state, { _tag: tag }, context), {
        onSuccess: (met) => shownAnswer(machine, met),
        onFailure: (threw) => threw
      })
    )

  /** Of a command that nothing else stands in the way of is said what has yet to be told. */
  const questionIsRight = (state: Tagged, tag: string, context: Row, answer: unknown): Wrong => {
    const no = guardOf(machine, tag)?.(state, context)
    return no === undefined
      ? compared(
          state,
          tag,
          { _tag: tagOf(answer), fields: (answer as Machine.NeedsInput).fields },
          { _tag: "NeedsInput", fields: required.get(tag)! }
        )
      : compared(state, tag, said(answer), said(no))
  }

  return (state: Tagged, context: Row): ReadonlyArray<Breach> => {
    const looked = attempt((): Readonly<Record<string, unknown>> => Machine.possible(machine, state, context as never))
    if (Result.isFailure(looked)) return [[looked.failure.promise, `\`possible\` in ${state._tag}: ${looked.failure.because}`]]
    const leading = menuOf(spec, state)
    const wrong = [...menuIsRight(state, leading)]
    for (const tag of Object.keys(spec.commands)) {
      const isHolder = mayAsk(spec, state, tag, context)
      wrong.push(...roleIsRight(state, tag, context, isHolder))
      const isAsked = isHolder && leading.includes(tag) && required.get(tag)!.length > 0
      const answer = looked.success[tag]
      wrong.push(...(isAsked ? questionIsRight(state, tag, context, answer) : foresightIsRight(state, tag, context, answer)))
    }
    return wrong.map((detail) => ["possible", detail])
  }
}

const compared = (state: Tagged, tag: string, says: unknown, meets: unknown): Wrong =>
  isDeepStrictEqual(says, meets)
    ? []
    : [`Of ${tag} in ${state._tag} it says ${JSON.stringify(says)}; what it meets is ${JSON.stringify(meets)}.`]
