/** The port through which a server has documents to give, and what it says when it has not. */
import { type Machine, Refusal } from "@groeikring/core"
import type { School } from "@groeikring/storage"
import { type Effect, Schema } from "effect"

/** Who makes documents of what somebody sees. `publisher` of `@groeikring/reporting` is one; a server without has no reports. */
export interface Publisher {
  readonly kinds: ReadonlyArray<Kind>
  /** What asking for one may be refused with, beside what any look may. */
  readonly refuses: ReadonlyArray<Refusal.AnyRefusalClass>
  /** The media types there are, each with the end of a file name. The first is for who does not mind. */
  readonly types: Readonly<Record<string, string>>
  /** What a report is about for this viewer when they do not say so; nothing when they must. */
  readonly usual: (kind: string, viewer: Machine.Asked) => string | undefined
  /** An `Error` says that it cannot be made in this format here, while it can in another. */
  readonly publish: (asked: {
    readonly school: Pick<School["Service"], "show" | "list" | "overview">
    readonly viewer: Machine.Asked
    readonly kind: string
    readonly id: string
    readonly language: "nl" | "en"
    readonly type: string
  }) => Effect.Effect<Uint8Array, Refusal.Refusal | Error>
}
export interface Kind {
  readonly kind: string
  readonly name: Readonly<Record<"nl" | "en", string>>
  readonly about: Readonly<Record<"nl" | "en", string>>
  /** What it is about: a machine, a school year, a person, or nothing. */
  readonly of: string
}

export class NoSuchReport extends Refusal.refusal(
  "NoSuchReport",
  ({ kind, known }) => `There is no report ${kind}. Choose one of: ${known.join(", ")}.`,
  { kind: Schema.String, known: Schema.Array(Schema.String) }
) {}
export class NotAcceptable extends Refusal.refusal(
  "NotAcceptable",
  ({ types }) => `This is not made in a format that you accept. Ask for one of: ${types.join(", ")}.`,
  { types: Schema.Array(Schema.String) }
) {}
