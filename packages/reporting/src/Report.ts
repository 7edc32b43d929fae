/** Report — a kind of document: for whom it is, which facts it is made of, and how they are told. */
import { type Refusal, Vocabulary } from "@groeikring/core"
import { Effect } from "effect"
import type { Document, Language } from "./Document.ts"
import { type Counter, type Eyes, eyesOf, type MachineName } from "./Eyes.ts"
import { type Saying, sayingOf } from "./Saying.ts"
import type { Sources } from "./Sources.ts"
import type { House } from "./Theme.ts"

type Both = { readonly nl: string; readonly en: string }

/** What a report says, before it is a document: its language, its school and its day are the same for all. */
export type Told = Pick<Document, "title" | "subtitle" | "body" | "isCards">

interface Parts<Model> {
  readonly name: Both
  /** For whom it is and what it is for, as `report list` says it. */
  readonly about: Both
  /** What the id names that is asked for: a thing of a machine, a school year, a person, or nothing. */
  readonly of: MachineName | "SchoolYear" | "Person" | "Nothing"
  readonly read: (eyes: Eyes, id: string, sources: Sources) => Effect.Effect<Model, Refusal.Refusal>
  /** From what is seen to what is said. The same model gives the same document. */
  readonly tell: (model: Model, saying: Saying) => Told
}

export interface Report {
  readonly name: Both
  readonly about: Both
  readonly of: Parts<unknown>["of"]
  readonly make: (asked: Asked) => Effect.Effect<Document, Refusal.Refusal>
}

export interface Asked {
  readonly school: Counter
  /** Who reads it and when. */
  readonly viewer: Eyes["viewer"]
  /** The thing it is about; nothing for what is about no thing. */
  readonly id: string
  readonly language: Language
  readonly house: House
  readonly sources: Sources
}

/** A kind of report. What its model is, is its own affair. */
export const report = <Model>({ about, name, of, read, tell }: Parts<Model>): Report => ({
  name,
  about,
  of,
  make: Effect.fnUntraced(function* ({ house, id, language, school, sources, viewer }: Asked) {
    const model = yield* read(eyesOf(school, viewer), id, sources)
    const saying = sayingOf(language, house, sources)
    return {
      language,
      school: house.school,
      date: Vocabulary.dateOf(viewer.at),
      house,
      ...tell(model, saying)
    }
  })
})
