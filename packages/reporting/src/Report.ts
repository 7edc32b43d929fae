/** Report — a kind of document: for whom it is, which facts it is made of, and how they are told. */
import { Refusal, Vocabulary } from "@groeikring/core"
import { Effect, Schema } from "effect"
import type { Document, Language } from "./Document.ts"
import { type Counter, type Eyes, eyesOf, type MachineName } from "./Eyes.ts"
import { type Saying, sayingOf } from "./Saying.ts"
import type { Sources } from "./Sources.ts"
import type { House } from "./Theme.ts"

type Both = { readonly nl: string; readonly en: string }

/** What a report says, before it is a document: its language, its school and its day are the same for all. */
type Contents = Pick<Document, "title" | "subtitle" | "body" | "isCards" | "isFolded" | "isPoster">

interface Parts<Model> {
  readonly name: Both
  /** For whom it is and what it is for, as `report list` says it. */
  readonly about: Both
  /** What the id names that is asked for: a thing of a machine, a school year, a person, or nothing. */
  readonly of: MachineName | "SchoolYear" | "Person" | "Nothing"
  /** Of which things of its machine: an objection is against an appraisal. Of all of them, unless told. */
  readonly suits?: (thing: Model) => boolean
  readonly read: (eyes: Eyes, id: string, sources: Sources) => Effect.Effect<Model, Refusal.Refusal>
  /** From what is seen to what is said. The same model gives the same document. */
  readonly tell: (model: Model, saying: Saying) => Contents
}

export interface Report {
  readonly name: Both
  readonly about: Both
  readonly of: Parts<unknown>["of"]
  readonly make: (asked: Asked) => Effect.Effect<Document, Refusal.Refusal>
  /** What this viewer can ask it about: ids of things they see, the school year it is, themselves, or nothing (an empty id). */
  readonly ids: (asked: Omit<Asked, "id" | "language" | "house">) => Effect.Effect<ReadonlyArray<string>, Refusal.Refusal>
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

export class NoSuchSchoolYear extends Refusal.refusal(
  "NoSuchSchoolYear",
  ({ given }) => `${given || "Nothing"} is not a school year. Write it as 2025-2026.`,
  { given: Schema.String }
) {}
const isSchoolYear = Schema.is(Vocabulary.SchoolYear)

/** What a report is about for this viewer when they do not say so; nothing when they must. */
export const usualFor = ({ of }: Pick<Report, "of">, { actor, at }: Eyes["viewer"]): string | undefined =>
  of === "Nothing"
    ? ""
    : of === "Person"
      ? actor
      : of === "SchoolYear"
        ? Vocabulary.schoolYearOf(Vocabulary.dateOf(at))
        : undefined

/** A kind of report. What its model is, is its own affair. */
export const report = <Model>({ about, name, of, read, suits, tell }: Parts<Model>): Report => ({
  name,
  about,
  of,
  ids: Effect.fnUntraced(function* ({ school, sources, viewer }) {
    if (of === "Nothing" || of === "Person" || of === "SchoolYear") return [usualFor({ of }, viewer)!]
    const ids = yield* school.list(of, viewer)
    if (suits === undefined) return ids
    return yield* Effect.filter(ids, (id) => Effect.map(read(eyesOf(school, viewer), id, sources), suits))
  }),
  make: Effect.fnUntraced(function* ({ house, id, language, school, sources, viewer }: Asked) {
    if (of === "SchoolYear" && !isSchoolYear(id)) return yield* Effect.fail(new NoSuchSchoolYear({ given: id }))
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
