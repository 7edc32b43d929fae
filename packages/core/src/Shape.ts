/**
 * Shape — what a value is, as its schema declares it: a moment, a day, a person, a name of something. A number of minutes and
 * a moment look the same, and so do a name and a text; whoever puts a value in words asks here.
 */
import type { Schema, SchemaAST } from "effect"
import { Day, Id, Instant, Person, SchoolYear, Time } from "./Vocabulary.ts"

export type Kind = "Moment" | "Day" | "Time" | "Year" | "Person" | "Name" | "Other"
/** A declared value. Nothing is known of a value that is not declared. */
export type Shape = SchemaAST.AST | undefined

/** A schema that was made optional or nullable still has the checks of the one it was made of. */
const is = (shape: Shape, one: Schema.Top): boolean =>
  shape !== undefined &&
  ((shape.checks !== undefined && shape.checks === one.ast.checks) ||
    (shape._tag === "Union" && shape.types.some((type) => is(type, one))))

/**
 * What a declared value is.
 *
 * @example
 * ```ts
 * import { Pap, Shape } from "@groeikring/core"
 *
 * Shape.kindOf(Pap.spec.states.Committed.firstOccasion.ast) // => "Day"
 * Shape.kindOf(Pap.spec.states.Committed.ownerId.ast) // => "Person"
 * Shape.kindOf(Pap.spec.states.Committed.fromSession.ast) // => "Name"
 * ```
 */
export const kindOf = (shape: Shape): Kind =>
  is(shape, Instant) ? "Moment"
    : is(shape, Day) ? "Day"
    : is(shape, Time) ? "Time"
    : is(shape, SchoolYear) ? "Year"
    : is(shape, Person) ? "Person"
    : is(shape, Id) ? "Name"
    : "Other"

const among = (types: ReadonlyArray<SchemaAST.AST>, ask: (type: SchemaAST.AST) => Shape) =>
  types.map(ask).find((type) => type !== undefined)

/** What a field of a value is declared to be, or an entry of a record. */
export const fieldOf = (shape: Shape, field: string): Shape =>
  shape?._tag === "Objects"
    ? (shape.propertySignatures.find(({ name }) => name === field) ?? shape.indexSignatures[0])?.type
    : shape?._tag === "Union"
      ? among(shape.types, (type) => fieldOf(type, field))
      : undefined

/** What the items of a list are declared to be. */
export const itemsOf = (shape: Shape): Shape =>
  shape?._tag === "Arrays" ? shape.rest[0] : shape?._tag === "Union" ? among(shape.types, itemsOf) : undefined
