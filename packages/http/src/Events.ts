/** What happens, as it happens: server-sent events, of which each viewer hears what is theirs to know. */
import { Effect, Schedule, Stream } from "effect"
import { HttpServerResponse } from "effect/http"
import { type Answers, answers, type Desk } from "./Answer.ts"

/** Whoever listens hears at least this, so that both sides know the line is there. */
const heartbeat = Stream.fromSchedule(Schedule.spaced("15 seconds")).pipe(Stream.map(() => ": still here\n\n"))

export const eventAnswers = (desk: Desk): Answers =>
  answers(desk, "Events", {
    events: ({ headers, query }, viewer) => {
      const facts = desk.school.follow(viewer, headers["last-event-id"] ?? query["after"] ?? "").pipe(
        Stream.orDie,
        Stream.map((fact) => `id: ${fact.position}\ndata: ${JSON.stringify(fact)}\n\n`)
      )
      const lines = Stream.concat(Stream.make(": welcome\n\n"), Stream.merge(facts, heartbeat))
      return Effect.succeed(
        HttpServerResponse.stream(Stream.encodeText(lines), {
          contentType: "text/event-stream",
          headers: { "x-accel-buffering": "no" }
        })
      )
    }
  })
