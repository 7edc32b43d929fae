/** How the test kit looks at facts, states and refusals: as the JSON they are stored and sent as. */
import { type Machine, Private } from "@groeikring/core"
import { Result, Schema } from "effect"

/** Words of somebody, as they come in. */
export const words = <const C extends Private.Class>(klass: C, text: string, subject = "actor"): Private.Words<C> =>
  new Private.Words<C>({ class: klass, subject }, text)

type Part = "State" | "Event" | "Command"
type Encode = (value: unknown) => Result.Result<Schema.Json, Schema.SchemaError>
const encoders = new WeakMap<object, Encode>()
const encoder = (schema: Schema.Top): Encode => {
  const known = encoders.get(schema)
  if (known) return known
  const codec: unknown = Schema.toCodecJson(schema)
  const encode = Schema.encodeUnknownResult(codec as Schema.Codec<unknown, Schema.Json>)
  encoders.set(schema, encode)
  return encode
}

/** The JSON of a state, an event or a command: private words are the text inside. `Start` is only its name. */
export const encoded = <L extends Machine.Spec>(
  machine: Machine.Lifecycle<L>,
  part: Part,
  value: unknown
): Result.Result<Schema.Json, Schema.SchemaError> => {
  const tag = tagOf(value)
  const schema = (machine[part].cases as Readonly<Record<string, Schema.Top>>)[tag]
  return part === "State" && tag === "Start" ? Result.succeed({ _tag: "Start" }) : encoder(schema ?? machine[part])(value)
}

/** The JSON of a value, or what is wrong with it where it has none. */
export const shown = <L extends Machine.Spec>(machine: Machine.Lifecycle<L>, part: Part, value: unknown): Schema.Json => {
  const json = encoded(machine, part, value)
  return Result.isSuccess(json) ? json.success : { ...(value as object), "does not match its schema": json.failure.message }
}

/** The JSON of a refusal: its fields and its words. */
export const said = (refusal: unknown): Schema.Json => JSON.parse(JSON.stringify(refusal) ?? "null") as Schema.Json

export const tagOf = (value: unknown): string => (value as Machine.Tagged<string>)._tag
