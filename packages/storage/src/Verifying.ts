/** Is a store whole? Every fact is read and replayed, and a digest says whether two stores hold the same. */
import type { Domain } from "@groeikring/core"
import { Effect, type Schema } from "effect"
import { createHash } from "node:crypto"
import { EventStore, type Fact } from "./EventStore.ts"
import { eachFact } from "./Reading.ts"
import { type Misfit, Replay } from "./Replaying.ts"

/** What a store holds. */
export interface Verified {
  readonly facts: number
  readonly streams: number
  /** The same for the same facts in the same order, whatever the store; sealed words are not part of it. */
  readonly digest: string
  /** What is wrong: nothing, when it is whole. */
  readonly problems: ReadonlyArray<Misfit>
}

/** A digest of facts in their order. */
export interface Digest {
  readonly add: (fact: Fact) => void
  readonly facts: () => number
  readonly sum: () => string
}
export const digesting = (): Digest => {
  const hash = createHash("sha256")
  let facts = 0
  return {
    add: ({ actor, at, causation, command, correlation, data, stream, type, version }) => {
      facts++
      const { id, machine } = stream
      hash.update(
        JSON.stringify([machine, id, version, type, sorted(data), actor ?? null, at, command, correlation, causation ?? null])
      )
    },
    facts: () => facts,
    sum: () => hash.copy().digest("hex")
  }
}
/** A store may keep the fields of an object in an order of its own. */
const sorted = (json: Schema.Json): Schema.Json =>
  Array.isArray(json)
    ? json.map(sorted)
    : typeof json === "object" && json !== null
      ? Object.fromEntries(
          Object.entries(json)
            .toSorted(([one], [other]) => (one < other ? -1 : 1))
            .map(([field, value]) => [field, sorted(value)])
        )
      : json

/** Replays every fact of a store. Changes nothing. */
export const verify = Effect.fnUntraced(function* (domain: Domain.Domain) {
  const store = yield* EventStore
  const replay = new Replay(domain)
  const digest = digesting()
  yield* eachFact(store, (fact) =>
    Effect.sync(() => {
      replay.pass(fact)
      digest.add(fact)
    })
  )
  const { problems, streams } = replay
  const verified: Verified = { facts: digest.facts(), streams, digest: digest.sum(), problems }
  return verified
})
