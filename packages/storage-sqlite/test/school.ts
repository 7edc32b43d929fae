/** The domain on a file, with promises. */
import { Domain, processes } from "@groeikring/core"
import { pack } from "@groeikring/pack-nl"
import { type Counter, School } from "@groeikring/storage"
import { Effect, Layer } from "effect"
import { SqliteStore } from "../src/index.ts"

export const inSchool = <A>(file: string, ask: (school: Counter) => Effect.Effect<A, unknown>): Promise<A> =>
  Effect.runPromise(
    Effect.flatMap(School, ask).pipe(
      Effect.provide(
        School.layer({ domain: Domain.domain, packs: pack, processes }).pipe(Layer.provide(SqliteStore.layer(file)))
      ),
      Effect.orDie
    )
  )
export const at = 29_290_000
export const words = "wat hier gezegd wordt, blijft hier"
export const agreement = {
  _tag: "DraftAgreement",
  confidentiality: words,
  rhythm: { sessions: 8, sessionMinutes: 60 },
  intervisionMinutes: 30,
  papScope: "Everyone",
  rotation: "Draw",
  absenceRule: "CarryOver"
}
/** A school with Anneke and Hilde, and a group that Anneke formed. */
export const found = (school: Counter, group = "g") =>
  Effect.gen(function* () {
    const joke = { actor: "p-joke", at }
    yield* school.send("Staff", "s", { _tag: "Open", school: "De Zwaluw" }, { ...joke, command: "open" })
    for (const [person, post] of [
      ["p-anneke", "Teacher"],
      ["p-hilde", "Director"]
    ]) {
      yield* school.send(
        "Staff",
        "s",
        { _tag: "Employ", person, function: post, fte: 1 },
        { ...joke, command: `employ ${person}` }
      )
    }
    const form = { _tag: "Form", type: "Bouw", schoolYear: "2025-2026", sponsor: "p-hilde" }
    yield* school.send("PopGroup", group, form, { actor: "p-anneke", at, command: "form" })
    yield* school.send("PopGroup", group, agreement, { actor: "p-anneke", at, command: "agree" })
  })
