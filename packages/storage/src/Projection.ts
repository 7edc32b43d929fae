/**
 * A projection: rows that facts come to, declared as a table of fold clauses. Never a source: it can be made again from
 * the facts at any moment.
 */
import { Machine, Private } from "@groeikring/core"
import type { Schema } from "effect"
import type { AnyMachine, Event } from "./AnyMachine.ts"
import type { Fact, StreamName } from "./EventStore.ts"

/** What a clause is told besides the event: the thing it happened to, its version then, and when. No actor: a row is about things. */
export interface About {
  readonly id: string
  readonly version: number
  readonly at: number
}

/** What a fact changes: per key, the row from what it was (nothing when there was none) to what it is (nothing: it goes). */
export type Changes<R> = { readonly [key: string]: (row: R | undefined) => R | undefined }

/** One clause per event that matters, typed by the machine. Words in an event are sealed, and cannot get into a row. */
export type Folds<L extends Machine.Spec, R> = {
  readonly [E in Machine.Tag<L["events"]>]?: (event: Machine.EventOf<L, E>, about: About) => Changes<R>
}

/** The clauses for one machine. */
export interface Fold<R> {
  readonly machine: AnyMachine
  readonly clauses: Readonly<Record<string, ((event: Event, about: About) => Changes<R>) | undefined>>
}

export interface Projection<R> {
  /** Its rows lie under this name: a projection whose clauses changed needs to be rebuilt, or another name. */
  readonly name: string
  readonly row: Schema.Codec<R, Schema.Json>
  readonly foundBy: ReadonlyArray<string & keyof R>
  /** The thing whose row it is: who may see that one may see this. */
  readonly of: (key: string, row: R) => StreamName
  readonly folds: ReadonlyArray<Fold<R>>
}

/**
 * Declares a projection.
 *
 * **Gotchas** A row cannot hold private words: they would outlive their key. One that tries throws `BrokenRule` here.
 *
 * @example
 * ```ts
 * import { Domain, PopGroup, processes } from "@groeikring/core"
 * import { pack } from "@groeikring/pack-nl"
 * import { MemoryStore, Projection, School, Vault } from "@groeikring/storage"
 * import { Effect, Layer, Schema } from "effect"
 *
 * const groups = Projection.make(
 *   "groups of a year",
 *   { row: Schema.Struct({ year: Schema.String }), foundBy: ["year"], of: (id) => ({ machine: "PopGroup", id }) },
 *   (fold) => [
 *     fold(PopGroup, { GroupFormed: ({ schoolYear }, { id }) => ({ [id]: () => ({ year: schoolYear }) }) })
 *   ]
 * )
 * const school = School.layer({ domain: Domain.domain, packs: pack, processes }).pipe(
 *   Layer.provide(Layer.merge(MemoryStore.layer, Vault.layerMemory))
 * )
 * const program = Effect.gen(function* () {
 *   const { query, send } = yield* School
 *   const [joke, anneke] = [{ actor: "p-joke", at: 29_290_000 }, { actor: "p-anneke", at: 29_290_000 }]
 *   yield* send("Staff", "s", { _tag: "Open", school: "De Zwaluw" }, joke)
 *   yield* send("Staff", "s", { _tag: "Employ", person: "p-anneke", function: "Teacher", fte: 1 }, joke)
 *   yield* send("Staff", "s", { _tag: "Employ", person: "p-hilde", function: "Director", fte: 1 }, joke)
 *   yield* send("PopGroup", "g", { _tag: "Form", type: "Bouw", schoolYear: "2025-2026", sponsor: "p-hilde" }, anneke)
 *   const ofTheYear = { field: "year", value: "2025-2026" } as const
 *   return [yield* query(groups, anneke, ofTheYear), yield* query(groups, joke, ofTheYear)]
 * })
 * await Effect.runPromise(Effect.provide(program, school)) // => [[{ key: "g", row: { year: "2025-2026" } }], []]
 * ```
 */
export const make = <R>(
  name: string,
  shape: {
    readonly row: Schema.Codec<R, Schema.Json>
    readonly foundBy: ReadonlyArray<NoInfer<string & keyof R>>
    readonly of: (key: string, row: NoInfer<R>) => StreamName
  },
  folds: (fold: <L extends Machine.Spec>(machine: Machine.Machine<L>, clauses: Folds<L, R>) => Fold<R>) => ReadonlyArray<Fold<R>>
): Projection<R> => {
  if (Private.classesIn(shape.row).length > 0)
    throw new Machine.BrokenRule(`A row of "${name}" holds private words. Leave them where they are, and look them up there.`)
  return { name, ...shape, folds: folds((machine, clauses) => ({ machine, clauses }) as never) }
}

/** What this fact changes in the rows of a projection. */
export const changesOf = <R>(
  { folds }: Projection<R>,
  fact: Fact,
  eventOf: (machine: AnyMachine, fact: Fact) => Event
): ReadonlyArray<Changes<R>> =>
  folds.flatMap(({ clauses, machine }) => {
    if (machine.name !== fact.stream.machine) return []
    const event = eventOf(machine, fact)
    const { at, stream, version } = fact
    const changes = clauses[event._tag]?.(event, { id: stream.id, version, at })
    return changes === undefined ? [] : [changes]
  })
