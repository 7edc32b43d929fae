/**
 * A refusal is a value that says no: a tag to switch on, the facts behind it, and
 * a message in two sentences, what happened and why, then what to do.
 *
 * It is not an `Error`. Nothing is thrown, so nothing has to look up a stack: that
 * lookup costs a hundred times the decision itself.
 */
import { Schema } from "effect"

type Fields = Schema.Struct.Fields
type Values<F extends Fields> = Schema.Struct<F>["Type"]

/** Any refusal, of whatever machine. */
export interface Refusal<out Tag extends string = string> {
  readonly _tag: Tag
  readonly message: string
}

/** The class of some refusal, whatever it carries. */
export interface AnyRefusalClass {
  new (...fields: never): Refusal
  readonly tag: string
  readonly fields: Fields
  readonly schema: Schema.Top
}

/** The class of one refusal. `fields` describes the facts it carries; `schema` describes it as JSON. */
export interface RefusalClass<Tag extends string = string, F extends Fields = Fields> {
  new (...fields: {} extends Values<F> ? [fields?: Values<F>] : [fields: Values<F>]): Refusal<Tag> & Values<F>
  readonly tag: Tag
  readonly fields: F
  readonly schema: Schema.Top
}

/**
 * Declares a refusal.
 *
 * @example
 * ```ts
 * import { Refusal } from "@groeikring/core"
 * import { Schema } from "effect"
 *
 * class CircleIsFull extends Refusal.refusal(
 *   "CircleIsFull",
 *   ({ max }) => `There are ${max} people in the circle already. Form a second circle.`,
 *   { max: Schema.Int }
 * ) {}
 *
 * new CircleIsFull({ max: 8 }).message // => "There are 8 people in the circle already. Form a second circle."
 * ```
 */
export const refusal = <const Tag extends string, const F extends Fields = {}>(
  tag: Tag,
  says: string | ((fields: Values<F>) => string),
  fields: F = {} as F
): RefusalClass<Tag, F> => {
  class Refused {
    static readonly tag = tag
    static readonly fields = fields
    static get schema(): Schema.Top {
      return Schema.TaggedStruct(tag, { ...fields, message: Schema.String })
    }
    readonly _tag = tag
    constructor(given?: Values<F>) {
      for (const name in given) (this as Record<string, unknown>)[name] = given[name]
    }
    get message(): string {
      return typeof says === "string" ? says : says(this as never)
    }
    toJSON() {
      return { ...this, message: this.message }
    }
  }
  return Refused as never
}
