/**
 * The port of a store: streams of facts that only grow.
 *
 * A store keeps JSON. It never meets a domain type, never decides, and never sees a private word that is not sealed.
 */
import { Refusal } from "@groeikring/core"
import { Context, type Effect, Schema, type Stream } from "effect"

/** A stream is one thing of one machine. */
export interface StreamName {
  readonly machine: string
  readonly id: string
}

/** The name of a stream as one word. */
export const nameOf = ({ id, machine }: StreamName): string => `${machine}/${id}`

/** Where a reader stands in the order of all facts. Opaque: only the store that gave it out can read it. Empty: before everything. */
export type Checkpoint = string

/** A fact to write. `actor` is left out where the domain promises that nobody knows who did it. */
export interface NewFact {
  readonly type: string
  readonly data: Schema.Json
  /** Sealed words, one box per subject whose words they are. Base64. */
  readonly boxes: Readonly<Record<string, string>>
  readonly actor?: string
}

/** A fact as it lies in the store. Versions count from 1 in each stream. */
export interface Fact extends NewFact {
  readonly stream: StreamName
  readonly version: number
  readonly position: Checkpoint
  /** When it happened: whole minutes since 1970-01-01T00:00Z. */
  readonly at: number
  /** The command that asked for it; a pseudonym of it where the fact has no author. */
  readonly command: string
  /** The first command of the chain that led to it: itself where the fact has no author. */
  readonly correlation: string
  /** The command whose facts made the process rules ask for it. */
  readonly causation?: string
}

/** What a write asks for. */
export interface Write {
  readonly stream: StreamName
  /** The version the writer saw: 0 where there was nothing. */
  readonly expected: number
  readonly facts: readonly [NewFact, ...Array<NewFact>]
  readonly at: number
  /** A retry under the same id is answered with the first result, and writes nothing. */
  readonly command: string
  readonly correlation: string
  readonly causation?: string
  /** The values by which other machines find this stream from now on, per field (`foundBy`). */
  readonly links: Readonly<Record<string, ReadonlyArray<string>>>
}

export interface Written {
  readonly version: number
  readonly position: Checkpoint
  /** True when this command was written before. */
  readonly repeated: boolean
}

/** Someone else wrote to the stream first. */
export class Conflict extends Refusal.refusal(
  "Conflict",
  ({ actual, expected, stream }) => `${stream} is at version ${actual}, not ${expected}. Read it again and retry.`,
  { stream: Schema.String, expected: Schema.Int, actual: Schema.Int }
) {}

/**
 * **When to use** Through `send`, which reads, decides, seals and writes. Directly only to follow facts or to write an adapter.
 *
 * **Gotchas** A broken disk or a lost connection is not a refusal: it is a defect of the effect (it dies).
 */
export class EventStore extends Context.Service<
  EventStore,
  {
    /** The facts of one stream after `version` (0: all), oldest first. */
    readonly read: (stream: StreamName, version?: number) => Effect.Effect<ReadonlyArray<Fact>>
    /** Writes all facts or none. */
    readonly append: (write: Write) => Effect.Effect<Written, Conflict>
    /** The facts that a command wrote, when it was written to this stream before; else none. */
    readonly writtenBy: (stream: StreamName, command: string) => Effect.Effect<ReadonlyArray<Fact>>
    /** Ids of the streams of a machine, in the order they began; with `field` and `value`: those that are found by it. */
    readonly find: (
      machine: string,
      by?: { readonly field: string; readonly value: string }
    ) => Effect.Effect<ReadonlyArray<string>>
    /** Facts of all streams in one order that never skips or repeats. */
    readonly readAll: (after: Checkpoint, limit: number) => Effect.Effect<ReadonlyArray<Fact>>
    /** Where a named reader stands; empty when it never read. */
    readonly checkpoint: (reader: string) => Effect.Effect<Checkpoint>
    readonly saveCheckpoint: (reader: string, at: Checkpoint) => Effect.Effect<void>
    /** Facts of all streams in the order of `readAll`, and then what happens from now on, also by other processes. Ends only when its reader stops. */
    readonly follow: (after: Checkpoint) => Stream.Stream<Fact>
  }
>()("@groeikring/storage/EventStore") {}
