/** The answers about who asks: what the process rules suggest to them, who read what is about them, and taking a suggestion. */
import { Effect } from "effect"
import { type Answers, answers, type Desk, json } from "./Answer.ts"
import { fieldsOf } from "./Asking.ts"
import { came } from "./Machines.ts"
import { InvalidRequest } from "./Problem.ts"

export const meAnswers = (desk: Desk): Answers =>
  answers(desk, "Me", {
    me: (_, viewer) => Effect.map(desk.school.suggestions(viewer), (suggestions) => json({ person: viewer.actor, suggestions })),
    readings: (_, viewer) => Effect.map(desk.school.readings(viewer), (readings) => json({ person: viewer.actor, readings })),
    accept: Effect.fnUntraced(function* ({ request }, viewer) {
      const { key }: { readonly key?: unknown } = yield* fieldsOf(request, desk.largestBody)
      if (typeof key !== "string")
        return yield* Effect.fail(
          new InvalidRequest({ problems: [{ path: "key", problem: "should be the key of a suggestion" }] })
        )
      return came(yield* desk.school.accept(key, viewer))
    })
  })
