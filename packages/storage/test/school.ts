/** A school in memory, with a small machine of its own beside the domain. */
import { Domain, Elsewhere, Machine, Private, Process, processes, Refusal, Staff, Vocabulary } from "@groeikring/core"
import { pack } from "@groeikring/pack-nl"
import { Effect, Layer, Schema } from "effect"
import { type Counter, EventStore, MemoryStore, type Rows, School, Vault } from "../src/index.ts"

const Secret = Private.text({ class: "P0", max: 100, subject: "writer" })
const Shared = Private.text({ class: "P1", max: 100, subject: "stream" })

export class LetterIsSealed extends Refusal.refusal("LetterIsSealed", "A sealed letter stays as it is. Write another one.") {}

const letter = { writer: Vocabulary.Person, reader: Vocabulary.Person, words: Secret, note: Shared, pages: Schema.Int }
const LetterLifecycle = Machine.lifecycle("Letter", {
  roles: { Writer: "writer", Reader: "reader", Colleague: "staff" },
  needs: { staff: Vocabulary.People },
  foundBy: ["writer"],
  holds: ["Sealed"],
  seenBy: { Writer: ["Facts", "P1"], Reader: ["Facts"] },
  states: { Open: letter, Sealed: letter, Burnt: { writer: Vocabulary.Person, pages: Schema.Int } },
  events: {
    LetterWritten: { from: ["Start"], to: "Open", payload: letter },
    PageAdded: { from: ["Open"], to: "Same", payload: { words: Secret } },
    ScribbleMade: { from: ["Open"], to: "Same", payload: {}, anonymous: true },
    LetterClosed: { from: ["Open"], to: "Sealed" },
    LetterBurnt: { from: ["Open", "Sealed"], to: "Burnt", forgets: true }
  },
  commands: {
    Write: {
      by: ["Founder", "Writer"],
      emits: ["LetterWritten"],
      payload: { reader: Vocabulary.Person, words: Secret, note: Shared }
    },
    AddPage: { by: ["Writer"], emits: ["PageAdded"], refuses: [LetterIsSealed], payload: { words: Secret } },
    Scribble: { by: ["Writer", "Reader", "Colleague"], emits: ["ScribbleMade"] },
    Close: { by: ["Writer", "System"], emits: ["LetterClosed"] },
    Burn: { by: ["Writer"], emits: ["LetterBurnt"] }
  }
})
export const Letter = Machine.make(LetterLifecycle, {
  decide: {
    Write: (_, letter, { actor }) => ({ ...letter, _tag: "LetterWritten", writer: actor, pages: 1 }),
    AddPage: ({ pages }, { words }) => (pages > 2 ? new LetterIsSealed() : { _tag: "PageAdded", words }),
    Scribble: () => ({ _tag: "ScribbleMade" }),
    Close: () => ({ _tag: "LetterClosed" }),
    Burn: () => ({ _tag: "LetterBurnt" })
  },
  evolve: {
    LetterWritten: (_, letter) => letter,
    PageAdded: (letter, { words }) => ({ ...letter, words, pages: letter.pages + 1 }),
    ScribbleMade: (letter) => letter,
    LetterClosed: (letter) => letter,
    LetterBurnt: (letter) => letter
  }
})
const LetterNeeds = Elsewhere.answers(LetterLifecycle, {
  staff: Effect.gen(function* () {
    const { every } = yield* Elsewhere.Elsewhere
    return (yield* every(Staff)).flatMap(({ state }) => state.colleagues)
  })
})

export const domain = { ...Domain.domain, Letter: Domain.entry(Letter, LetterNeeds) }

/** Ten days after a letter is written it is closed; its reader is told to answer, and may copy its words. */
export const letterRules = [
  Process.on("a letter is closed after ten days", Letter, "LetterWritten", [Process.sends(Letter, "Close")], (_, { at, id }) => [
    Process.command(Letter, id, { _tag: "Close" }, { notBefore: at + 10 * Vocabulary.day })
  ]),
  Process.on(
    "a letter asks for an answer",
    Letter,
    "LetterWritten",
    [Process.suggests(Letter, "Write")],
    ({ note, reader, words }, { id }) => [
      Process.suggestion(Letter, `${id}/answer`, reader, { _tag: "Write", reader: "p-anne", words, note })
    ]
  )
]

export const at = 29_290_000
export const anne = { actor: "p-anne", at }
export const bram = { actor: "p-bram", at }
export const stranger = { actor: "p-stranger", at }
export const written = { _tag: "Write", reader: "p-bram", words: "niemand mag dit lezen", note: "dit wel" }

/** Runs something against a fresh school in memory; its refusals come back as values. */
export const inSchool = <A>(
  ask: (
    school: Counter,
    store: EventStore["Service"],
    vault: Vault.Vault["Service"]
  ) => Effect.Effect<A, unknown, EventStore | Rows | Vault.Vault>
) =>
  Effect.runPromise(
    Effect.gen(function* () {
      return yield* ask(yield* School, yield* EventStore, yield* Vault.Vault)
    }).pipe(
      Effect.provide(
        School.layer({ domain, packs: pack, processes: [...processes, ...letterRules] }).pipe(
          Layer.provideMerge(Layer.merge(MemoryStore.layer, Vault.layerMemory))
        )
      ),
      Effect.orDie
    )
  )

/** The refusal of something that must be refused. */
export const refusalOf = <A, E extends Refusal.Refusal>(effect: Effect.Effect<A, E>): Effect.Effect<E, A> => Effect.flip(effect)
