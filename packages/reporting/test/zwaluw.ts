/** The year of obs De Zwaluw in memory, for reports to be made of. */
import { Domain, english, processes } from "@groeikring/core"
import { dutch, pack } from "@groeikring/pack-nl"
import { MemoryStore, School, Vault } from "@groeikring/storage"
import { Effect, Layer, Result } from "effect"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { beyond } from "./beyond.ts"
import type { Document, Language } from "../src/Document.ts"
import { houseOf, type Kind, reports } from "../src/index.ts"

const layer = School.layer({ domain: Domain.domain, packs: pack, processes }).pipe(
  Layer.provide(Layer.merge(MemoryStore.layer, Vault.layerMemory))
)
const stories = join(import.meta.dirname, "../../../apps/demo/stories")
const minutes = (instant: string) => Math.floor(Date.parse(instant) / 60_000)

export interface Line {
  readonly machine?: string
  readonly id?: string
  readonly as?: string
  readonly at?: string
  readonly do?: string
  readonly expect?: string
  readonly take?: string
  readonly tend?: string
  readonly [field: string]: unknown
}
const told = (...names: ReadonlyArray<string>): ReadonlyArray<Line> =>
  names.flatMap((name) =>
    readFileSync(join(stories, `${name}.jsonl`), "utf8")
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => JSON.parse(line) as Line)
  )

/** At the end of the year. */
export const at = minutes("2026-06-30T12:00:00+02:00")
/** The last story goes on until 2028: of that, nothing is on paper yet. */
const isToldBy = (moment: number) => (line: Line) => minutes(line.at ?? line.tend ?? "2025-08-01T00:00:00Z") <= moment
export const lines = [
  ...told("school", "story-1", "story-2", "story-3", "story-4"),
  ...beyond,
  ...told("story-5").filter(isToldBy(at))
]
export const people = [
  "p-femke",
  "p-anneke",
  "p-bram",
  "p-carla",
  "p-dirk",
  "p-esra",
  "p-hilde",
  "p-iris",
  "p-joke",
  "p-kees",
  "p-lies",
  "p-stranger"
]
export const sources = { packs: pack, glossaries: { nl: dutch, en: english } }
export const house = houseOf({
  school: "obs De Zwaluw",
  names: { "g-midden": "POP-groep middenbouw", "de-zwaluw": "obs De Zwaluw" }
})

type Ask<A, E> = (school: School["Service"]) => Effect.Effect<A, E>
/** Plays the year, and answers what is asked of the school afterwards. */
export const inZwaluw = <A, E>(ask: Ask<A, E>): Promise<A> => inYear(lines, ask)
/** The same for a year that is told otherwise. */
export const inYear = <A, E>(
  year: ReadonlyArray<Line>,
  ask: Ask<A, E>,
  after: (school: School["Service"], line: Line) => Effect.Effect<void> = () => Effect.void
): Promise<A> =>
  Effect.runPromise(
    Effect.gen(function* () {
      const school = yield* School
      for (const line of year) {
        const { as = "", at = "", do: does, expect, id = "", machine, say: _, sayEn: __, take, tend, ...payload } = line
        if (tend !== undefined) yield* school.tend(minutes(tend))
        else if (take !== undefined) yield* school.accept(take, { actor: as, at: minutes(at) })
        else if (machine !== undefined) {
          const sent = yield* Effect.result(school.send(machine, id, { ...payload, _tag: does }, { actor: as, at: minutes(at) }))
          const refusal = Result.isFailure(sent) ? sent.failure._tag : undefined
          if (refusal !== expect) throw new Error(`${machine} ${id} ${does}: ${refusal} instead of ${expect}`)
          yield* after(school, line)
        }
      }
      return yield* ask(school)
    }).pipe(Effect.provide(layer))
  )

export const reportOf = (school: School["Service"], kind: Kind, id: string, actor: string, language: Language, as = house) =>
  reports[kind].make({ school, viewer: { actor, at }, id, language, house: as, sources })

/** Everything a kind can be about, whether or not this viewer may see it. */
export const idsOf = (kind: Kind): ReadonlyArray<string> => {
  const { of } = reports[kind]
  if (of === "Nothing") return [""]
  if (of === "SchoolYear") return ["2025-2026"]
  if (of === "Person") return people
  // What was refused from the beginning never was.
  return [
    ...new Set(
      lines.flatMap(({ expect, id, machine }) => (machine === of && id !== undefined && expect === undefined ? [id] : []))
    )
  ]
}
export const kinds = Object.keys(reports) as ReadonlyArray<Kind>

/** A document with all that a reader could meet in it, drawings and alternatives too. */
export const everythingIn = (document: Document): string => JSON.stringify(document)
