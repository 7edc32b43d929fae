/** What is asked at the counter of a school, and what it answers. */
import { type Domain, type Elsewhere, type Machine, type Overview, type Process, Refusal } from "@groeikring/core"
import { type Effect, Schema, type Stream } from "effect"
import type { Checkpoint } from "./EventStore.ts"
import type { Keyed } from "./Projecting.ts"
import type { Projection } from "./Projection.ts"
import type { Reading } from "./Readings.ts"

/** Who asks and when. */
export interface Asked extends Machine.Asked {
  /**
   * An id of the caller's choice that makes a retry safe, also by another process and after a crash: the same person who
   * sends the same command to the same thing under it again hears what came of it the first time.
   */
  readonly command?: string
  /** The version the caller saw, when it wants to be refused if anything happened since. */
  readonly expected?: number
}

/** A value as JSON, with every private word opened that this viewer may read, and the others left out. */
export type Seen = { readonly _tag: string; readonly [field: string]: Schema.Json }

/** What came of a command, right after it: what the process rules did next is in `reactions`. */
export interface Sent {
  readonly version: number
  readonly position: Checkpoint
  /** True when this command was answered before under the same id; nothing new was written. */
  readonly repeated: boolean
  readonly events: ReadonlyArray<Seen>
  readonly state: Seen
  /** What the process rules asked for because of it, and what came of that. */
  readonly reactions: ReadonlyArray<Reacted>
}
export interface Reacted {
  readonly rule: string
  readonly machine: string
  readonly id: string
  readonly command: string
  readonly events: ReadonlyArray<string>
  /** Why it did not happen, when it did not. */
  readonly refusal?: Refusal.Refusal
}

/** Something that the process rules want done, and that is not done yet. */
export interface Due {
  readonly rule: string
  readonly machine: string
  readonly id: string
  readonly command: string
}

export interface Shown {
  readonly version: number
  readonly state: Seen
}

/** One fact as this viewer may know it. No actor where the domain promises that nobody knows. */
export interface Told {
  readonly machine: string
  readonly id: string
  readonly version: number
  readonly position: Checkpoint
  readonly at: number
  readonly actor?: string
  readonly event: Seen
}

/**
 * Something of this thing went out of a viewer's sight by a fact that is not for them. It says nothing of that fact: what
 * they have of the thing is old, and of what hangs on it as well, so they ask again.
 */
export interface OutOfSight {
  readonly machine: string
  readonly id: string
  readonly position: Checkpoint
  readonly outOfSight: true
}
/** What comes to who listens. */
export type Heard = Told | OutOfSight
export const isTold = (heard: Heard): heard is Told => "event" in heard

/** What a viewer is told of some facts, and up to where that was. Nothing was left when it is where they began. */
export interface TellingPage {
  readonly facts: ReadonlyArray<Told>
  readonly upTo: Checkpoint
}

/** What stands open for one command: the facts it would cause, the fields still to tell, or why not. */
export type Possible =
  | { readonly can: true; readonly events: ReadonlyArray<string>; readonly asks: ReadonlyArray<string> }
  | { readonly can: false; readonly because: Refusal.Refusal }

/** What a process rule suggests to one person, who takes it, changes it or lets it lie. */
export interface Suggestion {
  readonly key: string
  readonly rule: string
  readonly machine: string
  readonly id: string
  /** Who asks it of them, or whom it is about, where a rule says so. */
  readonly from?: string
  /** The command that would be sent; none for a card, which only wants to be read. */
  readonly command?: Seen
  readonly card?: Process.Card
}

export class UnknownMachine extends Refusal.refusal(
  "UnknownMachine",
  ({ known, machine }) => `There is no machine ${machine}. Choose one of: ${known.join(", ")}.`,
  { machine: Schema.String, known: Schema.Array(Schema.String) }
) {}

/** Says nothing about whether it exists: to this viewer there is nothing. */
export class NothingToSee extends Refusal.refusal(
  "NothingToSee",
  ({ id, machine }) => `There is no ${machine} ${id} that you may see. Check the id, or ask the one whose it is.`,
  { machine: Schema.String, id: Schema.String }
) {}

/** The id belongs to the process rules, and no login may give it out. */
export class ReservedActor extends Refusal.refusal(
  "ReservedActor",
  ({ actor }) => `Nobody can act as "${actor}": that is the name of the process rules. Act as a person.`,
  { actor: Schema.String }
) {}

/** A stream does not go back in time. */
export class ClockWentBack extends Refusal.refusal(
  "ClockWentBack",
  "Something in this thing happened later than the moment you give. Give a later moment.",
  { at: Schema.Int, last: Schema.Int }
) {}

/** A command id is for one command of one person in one thing. */
export class CommandIdTaken extends Refusal.refusal(
  "CommandIdTaken",
  ({ command }) => `Something else was asked under the id ${command} before. Choose another id, and keep it for a retry.`,
  { command: Schema.String }
) {}

/** The process rules keep asking each other. */
export class RulesGoRound extends Refusal.refusal(
  "RulesGoRound",
  ({ rule }) => `The process rules keep asking for more, and "${rule}" was one too many. Take the circle out of the rules.`,
  { rule: Schema.String }
) {}

/** Nothing stands open under that key for this person. */
export class NoSuchSuggestion extends Refusal.refusal(
  "NoSuchSuggestion",
  ({ key }) => `There is no open suggestion ${key} for you. Ask for your suggestions again.`,
  { key: Schema.String }
) {}

/** What a school is made of. */
export interface Options {
  readonly domain: Domain.Domain
  readonly packs: Elsewhere.Packs
  readonly processes: ReadonlyArray<Process.Reaction>
}

/** Everything a school can be asked. */
export interface Counter {
  /** Sends a command to one thing: reads the input, decides, seals, writes, and lets the process rules react. */
  readonly send: (machine: string, id: string, input: unknown, asked: Asked) => Effect.Effect<Sent, Refusal.Refusal>
  readonly show: (machine: string, id: string, viewer: Machine.Asked) => Effect.Effect<Shown, Refusal.Refusal>
  readonly possible: (
    machine: string,
    id: string,
    viewer: Machine.Asked
  ) => Effect.Effect<Readonly<Record<string, Possible>>, Refusal.Refusal>
  readonly history: (machine: string, id: string, viewer: Machine.Asked) => Effect.Effect<ReadonlyArray<Told>, Refusal.Refusal>
  /** The ids of a machine that this viewer may see; with `by`, those of which they see these values in fields that things are found by. */
  readonly list: (
    machine: string,
    viewer: Machine.Asked,
    by?: Readonly<Record<string, string>>
  ) => Effect.Effect<ReadonlyArray<string>, Refusal.Refusal>
  /** The rows of a projection that this viewer may see, as the facts have them now; with `by`, those that are found by it. */
  readonly query: <R>(
    projection: Projection<R>,
    viewer: Machine.Asked,
    by?: { readonly field: string & keyof R; readonly value: string }
  ) => Effect.Effect<ReadonlyArray<Keyed<R>>, Refusal.Refusal>
  /** What is read over many things beside one of them, for whoever sees that one: numbers that name nobody, and ids. */
  readonly overview: <A>(overview: Overview.Overview<A>, id: string, viewer: Machine.Asked) => Effect.Effect<A, Refusal.Refusal>
  /**
   * What happens from a checkpoint on (empty: from the beginning), as this viewer may see it; it does not end by itself.
   * While they listen they also hear what goes out of their sight. What went before that they are not told: who comes back
   * asks again what they show.
   */
  readonly follow: (viewer: Machine.Asked, after: Checkpoint) => Stream.Stream<Heard, Refusal.Refusal>
  /** One page of the same, for who keeps their own place and comes back: at most so many facts are read, seen or not. */
  readonly told: (viewer: Machine.Asked, after: Checkpoint, limit: number) => Effect.Effect<TellingPage>
  /** Could a checkpoint be one of this school? One that another kind of store gave out is not. */
  readonly isCheckpoint: (text: string) => Effect.Effect<boolean>
  /** What others read that is about this person, in the time for which that is kept: theirs alone to ask. */
  readonly readings: (person: Machine.Asked) => Effect.Effect<ReadonlyArray<Reading>>
  /** What the process rules suggest to a person and still stands open. */
  readonly suggestions: (person: Machine.Asked) => Effect.Effect<ReadonlyArray<Suggestion>>
  /** Takes a suggestion as it is. Who wants it otherwise sends a command of their own, under the key of the suggestion. */
  readonly accept: (key: string, asked: Asked) => Effect.Effect<Sent, Refusal.Refusal>
  /**
   * Was a command written under this id before? For whoever goes on where they stopped. Where facts have no author, only
   * who sent it can find it again: then say who that is.
   */
  readonly wasSent: (machine: string, id: string, command: string, actor?: string) => Effect.Effect<boolean>
  /** What `tend` would do at this moment. Changes nothing. */
  readonly due: (at: number) => Effect.Effect<ReadonlyArray<Due>>
  /** Lets the process rules do what is due at this moment: what was left by a crash, and what waited for its time. */
  readonly tend: (at: number) => Effect.Effect<ReadonlyArray<Reacted>>
}
