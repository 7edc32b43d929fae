/**
 * The port of what projections keep: rows that can always be made again from the facts. The one thing that lies here and
 * cannot is who read what (`Readings`): it is no fact of the domain, and goes after its term.
 *
 * An adapter of `EventStore` is one of `Rows` as well, in the same place, so that rows and the checkpoint they belong to
 * are written together.
 */
import { Context, type Effect, type Schema } from "effect"
import type { Checkpoint, Links } from "./EventStore.ts"

/** One row of a projection: JSON under a key, found by its links. */
export interface Row {
  readonly key: string
  readonly value: Schema.Json
  readonly links: Links
}

/** What some facts come to: the projection stood at `from`, and stands at `to` with these rows. */
export interface Turn {
  readonly from: Checkpoint
  readonly to: Checkpoint
  /** Each in place of the row under its key. */
  readonly rows: ReadonlyArray<Row>
  readonly gone: ReadonlyArray<string>
}

/**
 * **When to use** Through a projection, which folds facts into rows. Directly only to write an adapter.
 *
 * **Gotchas** A row never holds a word of a person, sealed or not, so that there is nothing in it to erase.
 */
export class Rows extends Context.Service<
  Rows,
  {
    /** Where a projection stands in the order of all facts; empty when it has not begun. */
    readonly standing: (projection: string) => Effect.Effect<Checkpoint>
    /** The rows under these keys, in the order of the keys asked; a key without a row is left out. */
    readonly get: (projection: string, keys: ReadonlyArray<string>) => Effect.Effect<ReadonlyArray<Row>>
    /** The rows of a projection that are found by a link, or all of them, in the order of their keys (by code unit). */
    readonly find: (
      projection: string,
      by?: { readonly field: string; readonly value: string }
    ) => Effect.Effect<ReadonlyArray<Row>>
    /** Writes rows and standing, both or neither. `false` when the projection no longer stands at `from`: another process was first, and nothing is written. */
    readonly turn: (projection: string, turn: Turn) => Effect.Effect<boolean>
    /** Drops every row of a projection, and where it stood. */
    readonly clear: (projection: string) => Effect.Effect<void>
  }
>()("@groeikring/storage/Rows") {}
