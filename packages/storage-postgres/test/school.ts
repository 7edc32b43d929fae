/** The domain on PostgreSQL, with promises. */
import { Domain, processes } from "@groeikring/core"
import { pack } from "@groeikring/pack-nl"
import { type Counter, School } from "@groeikring/storage"
import { Effect, Layer } from "effect"
import { PostgresStore } from "../src/index.ts"
import { master } from "./database.ts"

export const minute = 29_290_000
export const words = "wat hier gezegd wordt, blijft hier"
export const anneke = { actor: "p-anneke", at: minute }

export const inSchool = <A>(
  url: string,
  opening: PostgresStore.Opening,
  ask: (school: Counter) => Effect.Effect<A, unknown>
): Promise<A> =>
  Effect.runPromise(
    Effect.flatMap(School, ask).pipe(
      Effect.provide(
        School.layer({ domain: Domain.domain, packs: pack, processes }).pipe(
          Layer.provide(PostgresStore.layer(url, { masterKey: master, ...opening }))
        )
      ),
      Effect.orDie
    )
  )

/** A group that Anneke formed, with an agreement in which she has her say. */
export const found = Effect.fnUntraced(function* (school: Counter) {
  const joke = { actor: "p-joke", at: minute }
  yield* school.send("Staff", "s", { _tag: "Open", school: "De Zwaluw" }, joke)
  for (const [person, post] of [
    ["p-anneke", "Teacher"],
    ["p-hilde", "Director"]
  ])
    yield* school.send("Staff", "s", { _tag: "Employ", person, function: post, fte: 1 }, joke)
  const form = { _tag: "Form", type: "Bouw", schoolYear: "2025-2026", sponsor: "p-hilde" }
  yield* school.send("PopGroup", "g", form, anneke)
  const agreement = {
    _tag: "DraftAgreement",
    confidentiality: words,
    rhythm: { sessions: 8, sessionMinutes: 60 },
    intervisionMinutes: 30,
    papScope: "Everyone",
    rotation: "Draw",
    absenceRule: "CarryOver"
  }
  yield* school.send("PopGroup", "g", agreement, anneke)
})
