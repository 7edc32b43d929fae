/** JSON Schemas (draft 2020-12) of what a machine takes and tells, each by an id of its own. */
import type { Domain, Machine } from "@groeikring/core"
import { Schema } from "effect"
import { asksOfPeople, partsOf } from "./Contract.ts"
import { kebab } from "./Path.ts"

/** A schema as it is sent. */
export interface Exported {
  readonly $schema: "https://json-schema.org/draft/2020-12/schema"
  readonly $id: string
  readonly [keyword: string]: unknown
}

const exported = (name: string, schema: Schema.Top): readonly [string, Exported] => {
  const { definitions, schema: described } = Schema.toJsonSchemaDocument(schema, { onExcessProperty: "error" })
  return named(name, { ...described, ...(Object.keys(definitions).length > 0 && { $defs: definitions }) })
}
const named = (name: string, schema: object): readonly [string, Exported] => [
  name,
  { $schema: "https://json-schema.org/draft/2020-12/schema", $id: `urn:groeikring:schema:${name}`, ...schema }
]

/**
 * The schema of the body of every command, and of what there is to see of every machine, by name.
 *
 * @example
 * ```ts
 * import { Domain } from "@groeikring/core"
 * import { Schemas } from "@groeikring/http"
 *
 * const schemas = Schemas.schemas(Domain.domain)
 * schemas["pap.ask-buddy"]!["required"] // => ["peer"]
 * ```
 */
export const schemas = (domain: Domain.Domain): Readonly<Record<string, Exported>> =>
  Object.fromEntries(
    Object.values(domain).flatMap(({ machine }) => {
      const { Event, State } = partsOf(machine as never)
      const name = kebab(machine.name)
      return [
        exported(`${name}.state`, State),
        exported(`${name}.event`, Event),
        ...asksOfPeople(machine.spec as Machine.Spec).map(([tag, { payload = {} }]) =>
          Object.keys(payload).length > 0
            ? exported(`${name}.${kebab(tag)}`, Schema.Struct(payload))
            : named(`${name}.${kebab(tag)}`, { type: "object", additionalProperties: false })
        )
      ]
    })
  )
