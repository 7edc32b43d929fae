/** Checking values: does one fit its type, without anything over? */
import { Result, Schema } from "effect"
import { tagOf } from "../Json.ts"

/** What a schema has against a value, on one line. */
export const oneLine = ({ message }: Schema.SchemaError) => message.replaceAll(/\s*\n\s*/g, " ")

/** What is wrong with a value, read as exactly this type; nothing when it fits. */
export const exact = (schema: Schema.Top) => {
  const read = Schema.decodeUnknownResult(Schema.toType(schema), { onExcessProperty: "error" })
  return (value: unknown): string | undefined => {
    const result = read(value)
    return Result.isSuccess(result) ? undefined : oneLine(result.failure)
  }
}

/** The same, for a value of one of these cases, by its tag. */
export const exactly = (cases: Readonly<Record<string, Schema.Top>>) => {
  const checks = new Map<string, ReturnType<typeof exact>>()
  return (value: unknown): string | undefined => {
    const tag = tagOf(value)
    if (!Object.hasOwn(cases, tag)) return `there is no ${tag}`
    if (!checks.has(tag)) checks.set(tag, exact(cases[tag]!))
    return checks.get(tag)!(value)
  }
}
