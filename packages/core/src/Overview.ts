/**
 * Overview — what is read over many things at once and shown beside one of them: whoever sees that one may see it. Numbers
 * and ids of what is open to everybody; it holds no words and names nobody.
 */
import type { Effect, Schema } from "effect"
import type { Elsewhere, Found } from "./Elsewhere.ts"
import * as Machine from "./Machine.ts"
import { classesIn } from "./Private.ts"

export interface Overview<A> {
  readonly name: string
  /** The machine of the thing beside which it is shown. */
  readonly of: string
  readonly shape: Schema.Codec<A, Schema.Json>
  /** Of a thing that is there, at a moment. */
  readonly read: (thing: { readonly id: string; readonly state: never }, at: number) => Effect.Effect<A, never, Elsewhere>
}

/**
 * Declares an overview.
 *
 * **Gotchas** Its reader looks with nobody's eyes, so it is the reader that sees to it that no number shows a person: let
 * what counts people through `Indicators.ofPeople`. A shape that could hold private words throws `BrokenRule` here.
 */
export const make = <L extends Machine.Spec, A>(
  name: string,
  of: Machine.Lifecycle<L>,
  shape: Schema.Codec<A, Schema.Json>,
  read: (thing: Found<L>, at: number) => Effect.Effect<A, never, Elsewhere>
): Overview<A> => {
  if (classesIn(shape).length > 0)
    throw new Machine.BrokenRule(`The overview "${name}" holds private words. Leave them where they are, and look them up there.`)
  return { name, of: of.name, shape, read }
}
