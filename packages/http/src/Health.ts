/** Is it there, and can it work? For whoever keeps the server, and asked by nobody in particular. */
import { Effect } from "effect"
import { type Answers, type Desk, json, raw, wordsFor } from "./Answer.ts"
import * as Problem from "./Problem.ts"

export const healthAnswers = (desk: Desk): Answers =>
  raw(desk, "Health", {
    health: () => Effect.succeed(json({ status: "ok" })),
    // It is ready when the store answers.
    ready: ({ request }) =>
      desk.school.wasSent(Object.keys(desk.domain)[0] ?? "", "ready", "ready").pipe(
        Effect.as(json({ status: "ready" })),
        Effect.catchCause(() =>
          Effect.succeed(Problem.respond(new Problem.NotReady(), { words: wordsFor(desk.glossaries, request) }))
        )
      )
  })
