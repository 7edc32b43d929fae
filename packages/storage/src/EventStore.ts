/**
 * The port of a store: streams of facts that only grow.
 *
 * A store keeps JSON. It never meets a domain type, never decides, and never sees a private word that is not sealed.
 */
import { Refusal } from "@groeikring/core"
import { Context, type Effect, Schema, type Stream } from "effect"

/** The school or the board whose store it is, in every key. A single school need not think of it. */
export const defaultTenant = "school"

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

/**
 * What must be true of a stream for a write to happen: it is at this version, so at 0 there is nothing yet; or there is
 * `"Something"`, at whatever version.
 */
export type Expected = number | "Something"

/** Does a stream at this version meet what was expected of it? */
export const meets = (expected: Expected, version: number): boolean =>
  expected === "Something" ? version > 0 : expected === version

/** The values by which a stream, or a row, is found, per field. */
export type Links = Readonly<Record<string, ReadonlyArray<string>>>

/** What a write asks for. */
export interface Write {
  readonly stream: StreamName
  readonly expected: Expected
  readonly facts: readonly [NewFact, ...Array<NewFact>]
  readonly at: number
  /** A retry under the same id is answered with the first result, and writes nothing. */
  readonly command: string
  readonly correlation: string
  readonly causation?: string
  /** By what other machines find this stream from now on (`foundBy`). */
  readonly links: Links
}

export interface Written {
  readonly version: number
  readonly position: Checkpoint
  /** True when this command was written before. */
  readonly repeated: boolean
}

/** Someone else wrote to the stream first, or nobody wrote to it yet. */
export class Conflict extends Refusal.refusal(
  "Conflict",
  ({ actual, expected, stream }) =>
    expected === "Something"
      ? `There is no ${stream} yet. Begin it first.`
      : `${stream} is at version ${actual}, not ${expected}. Read it again and retry.`,
  { stream: Schema.String, expected: Schema.Union([Schema.Int, Schema.Literal("Something")]), actual: Schema.Int }
) {}

/**
 * The facts of one tenant. What another tenant keeps in the same place is not there.
 *
 * **When to use** Through `send`, which reads, decides, seals and writes. Directly only to follow facts or to write an adapter.
 *
 * **Gotchas** A broken disk or a lost connection is not a refusal: it is a defect of the effect (it dies).
 */
export class EventStore extends Context.Service<
  EventStore,
  {
    readonly tenant: string
    /** The facts of one stream after `version` (0: all), oldest first. */
    readonly read: (stream: StreamName, version?: number) => Effect.Effect<ReadonlyArray<Fact>>
    /** Writes all facts or none. */
    readonly append: (write: Write) => Effect.Effect<Written, Conflict>
    /**
     * Writes to several streams, in this order: all of it or nothing. Each write sees those before it, and one that was
     * written before is answered with its first result while the others go on.
     */
    readonly appendAll: (writes: ReadonlyArray<Write>) => Effect.Effect<ReadonlyArray<Written>, Conflict>
    /** The facts that a command wrote, when it was written to this stream before; else none. */
    readonly writtenBy: (stream: StreamName, command: string) => Effect.Effect<ReadonlyArray<Fact>>
    /** Ids of the streams of a machine, in the order they began; with `field` and `value`: those that are found by it. */
    readonly find: (
      machine: string,
      by?: { readonly field: string; readonly value: string }
    ) => Effect.Effect<ReadonlyArray<string>>
    /** Facts of all streams in one order that never skips or repeats. */
    readonly readAll: (after: Checkpoint, limit: number) => Effect.Effect<ReadonlyArray<Fact>>
    /** Where the last fact stands that is there to read; empty when there is none. */
    readonly end: Effect.Effect<Checkpoint>
    /** Could this store have given out this place? It need not have; but one of another kind of store it never gives out. */
    readonly isCheckpoint: (text: string) => Effect.Effect<boolean>
    /** Where a named reader stands; empty when it never read. */
    readonly checkpoint: (reader: string) => Effect.Effect<Checkpoint>
    readonly saveCheckpoint: (reader: string, at: Checkpoint) => Effect.Effect<void>
    /** Facts of all streams in the order of `readAll`, and then what happens from now on, also by other processes. Ends only when its reader stops. */
    readonly follow: (after: Checkpoint) => Stream.Stream<Fact>
  }
>()("@groeikring/storage/EventStore") {}
