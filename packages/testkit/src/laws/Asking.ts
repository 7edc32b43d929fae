/** Asking a rule: it may throw, and what it answers is looked at as JSON. */
import { Machine } from "@groeikring/core"
import { Result } from "effect"
import { said, shown } from "../Json.ts"
import type { Law } from "./Promises.ts"
import type { AnyMachine, Row, Tagged } from "./SecondReading.ts"

/** The facts, or the refusal. */
export type Answer = Result.Result<ReadonlyArray<Tagged>, Tagged>

/** Runs a rule. A throw becomes the promise it breaks. */
export const attempt = <A>(run: () => A): Result.Result<A, { readonly promise: Law; readonly because: string }> => {
  try {
    return Result.succeed(run())
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error)
    const promise =
      error instanceof Machine.BrokenRule
        ? "declared"
        : error instanceof TypeError && /read only|not extensible|Cannot delete/.test(because)
          ? "untouched"
          : "answers"
    return Result.fail({ promise, because: promise === "answers" ? `it threw ${String(error)}.` : because })
  }
}

/** Asks the machine whether a command may happen. */
export const ask = (machine: AnyMachine, state: Tagged, command: Tagged, context: Row) =>
  attempt((): Answer => Machine.decide(machine, state, command, context as never))

/** What stands in the way of a command whatever is told with it, where its machine says so. */
export const guardOf = ({ rules: { guard = {} } }: AnyMachine, tag: string) =>
  guard[tag] as ((state: Tagged, context: Row) => Tagged | undefined) | undefined

/** The JSON of an answer. */
export const shownAnswer = (machine: AnyMachine, answer: Answer) =>
  Result.isSuccess(answer) ? answer.success.map((event) => shown(machine, "Event", event)) : said(answer.failure)
