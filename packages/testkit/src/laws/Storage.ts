/** Facts go to storage as JSON text, and come back from it: those of today, sealed ones, and those of before. */
import { type Machine, Private, Upcast } from "@groeikring/core"
import { Result, Schema } from "effect"
import { isDeepStrictEqual } from "node:util"
import { isPlain } from "../Examples.ts"
import { shown, tagOf } from "../Json.ts"
import { attempt } from "./Asking.ts"
import { exactly, oneLine } from "./Exact.ts"
import type { AnyMachine, Tagged } from "./SecondReading.ts"

/** Writes a fact as JSON text and reads it again. Answers with what went wrong on the way. */
export const storage = (machine: AnyMachine) => {
  const codec: Schema.Codec<unknown, Schema.Json> = Upcast.reading(machine)
  const [write, read] = [Schema.encodeUnknownResult(codec), Schema.decodeUnknownResult(codec)]
  return (event: Tagged): string | undefined => {
    const written = write(event)
    if (Result.isFailure(written)) return `${event._tag} cannot be written: ${oneLine(written.failure)}.`
    const text = JSON.stringify(written.success)
    const again = read(JSON.parse(text))
    if (Result.isFailure(again)) return `${event._tag} cannot be read again from ${text}: ${oneLine(again.failure)}.`
    const rewritten = write(again.success)
    return Result.isSuccess(rewritten) && JSON.stringify(rewritten.success) === text && isAlike(again.success, event)
      ? undefined
      : `${event._tag} went in as ${JSON.stringify(shown(machine, "Event", event))} and came back as ${JSON.stringify(shown(machine, "Event", again.success))}.`
  }
}

/** The fact as a store writes it: its words are references, here to somebody with a long id. */
export const sealed = <A>(fact: A): A => {
  let part = 0
  const subject = "p-0192f3a4-7c1e-7b1a-9d55-3f2a9c1e8b77"
  return Private.mapWords(
    fact,
    (words) => new Private.Words(words, { class: words.class, subject, fact: 1234, part: part++, empty: words.isEmpty })
  )
}

/** The same, but that -0 is 0 in JSON. Private words are compared by what is written of them. */
const isAlike = (one: unknown, other: unknown): boolean =>
  one === other ||
  (Array.isArray(one) &&
    Array.isArray(other) &&
    one.length === other.length &&
    one.every((item, n) => isAlike(item, other[n]))) ||
  (isPlain(one) &&
    isPlain(other) &&
    isDeepStrictEqual(Object.keys(one).toSorted(), Object.keys(other).toSorted()) &&
    Object.keys(one).every((name) => isAlike(one[name], other[name]))) ||
  isDeepStrictEqual(one, other)

/** Reads a fact in an old shape. Answers with what went wrong. */
export const misread = (
  machine: AnyMachine,
  { is, tag, was }: Machine.Upcasts<Machine.Spec>[number],
  old: object
): string | undefined => {
  const written = Schema.encodeUnknownResult(
    Schema.toCodecJson(Schema.TaggedStruct(tag, was)) as unknown as Schema.Codec<unknown, Schema.Json>
  )({ _tag: tag, ...old })
  if (Result.isFailure(written)) return undefined
  const row = `The row ${tag} in \`upcasts\``
  const text = JSON.stringify(written.success)
  const meant = attempt(() => is({ _tag: tag, ...old } as never))
  if (Result.isFailure(meant)) return `${row} throws: ${meant.failure.because}`
  const misfit = exactly(machine.Event.cases)(meant.success)
  if (misfit) return `${row} answers no event of today: ${misfit}.`
  const read = Schema.decodeUnknownResult(Upcast.reading(machine))(JSON.parse(text))
  if (Result.isFailure(read)) return `${row} is not read from ${text}: ${oneLine(read.failure)}.`
  return isDeepStrictEqual(shown(machine, "Event", read.success), shown(machine, "Event", meant.success))
    ? undefined
    : `${row} is passed by: today's ${tagOf(read.success)} takes ${text} for itself. A changed meaning needs a new name.`
}
