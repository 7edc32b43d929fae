/** What every writer is: from a document to the bytes of a file. Each is a service of its own, with a layer of its own. */
import { Effect } from "effect"
import type { Document } from "./Document.ts"

export interface Writing<E = never> {
  readonly write: (document: Document) => Effect.Effect<Uint8Array, E>
}

/** A writer of a format that is text. */
export const inText = (write: (document: Document) => string): Writing => ({
  write: (document) => Effect.sync(() => new TextEncoder().encode(write(document)))
})
