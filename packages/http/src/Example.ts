/** An example of what a JSON Schema describes: the smallest that says something, and always the same. */

interface JsonSchema {
  readonly $ref?: string
  readonly enum?: ReadonlyArray<unknown>
  readonly const?: unknown
  readonly type?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: ReadonlyArray<string>
  readonly items?: JsonSchema
  readonly prefixItems?: ReadonlyArray<JsonSchema>
  readonly minItems?: number
  readonly anyOf?: ReadonlyArray<JsonSchema>
  readonly oneOf?: ReadonlyArray<JsonSchema>
  readonly allOf?: ReadonlyArray<JsonSchema>
  readonly pattern?: string
  readonly format?: string
  readonly maxLength?: number
  readonly minimum?: number
  readonly exclusiveMinimum?: number
}

/** Texts that have the shape of something: the first that fits a pattern is the example of it. */
const shapes = ["2026-01-14", "2025-2026", "15:30", "word", "1", "A", "P0"]

/** Does it name a thing, a person or a fact, rather than say something? */
const isName = (field: string) => /(^|[a-z])(id|ref|person|owner|by|for|group|session|next)s?$/i.test(field)

/** An example of a schema whose references are among `definitions`, by the last part of their name. */
export const exampleOf = (schema: JsonSchema, definitions: Readonly<Record<string, JsonSchema>>, field = "id"): unknown => {
  const of = (inner: JsonSchema, name = field) => exampleOf(inner, definitions, name)
  if (schema.$ref !== undefined) return of(definitions[schema.$ref.split("/").at(-1)!] ?? {})
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return schema.enum[0]
  const one = schema.anyOf?.[0] ?? schema.oneOf?.[0]
  if (one !== undefined) return of(one)
  const whole: JsonSchema = Object.assign({}, schema, ...(schema.allOf ?? []))
  const patterns = [schema, ...(schema.allOf ?? [])].flatMap(({ pattern }) => (pattern === undefined ? [] : [pattern]))
  switch (whole.type) {
    case "object":
      return Object.fromEntries(
        Object.entries(whole.properties ?? {})
          .filter(([name]) => whole.required?.includes(name))
          .map(([name, inner]) => [name, of(inner, name)])
      )
    case "array":
      return whole.prefixItems?.map((item) => of(item)) ?? ((whole.minItems ?? 0) > 0 ? [of(whole.items ?? {})] : [])
    case "string":
      if (whole.format === "date-time") return "2026-01-14T09:00:00Z"
      return patterns.length > 0
        ? shapes.find((shape) => patterns.every((pattern) => new RegExp(pattern, "u").test(shape)))
        : whole.maxLength !== undefined && whole.maxLength > 100
          ? "In my own words."
          : isName(field)
            ? `${field}-1`
            : field
    case "integer":
    case "number":
      return Math.max(whole.minimum ?? 0, (whole.exclusiveMinimum ?? -1) + 1, 0)
    case "boolean":
      return true
    // Anything will do, or anything but nothing.
    default:
      return {}
  }
}
