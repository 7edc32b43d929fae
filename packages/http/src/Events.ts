/** What happens, as it happens: server-sent events, of which each viewer hears what is theirs to know. */
import { Clock, Effect, Schedule, Stream } from "effect"
import { HttpServerResponse } from "effect/http"
import { type Heard, isTold } from "@groeikring/storage"
import { type Answers, answers, type Desk } from "./Answer.ts"
import { Viewer } from "./Login.ts"
import { InvalidRequest } from "./Problem.ts"

/** Whoever listens hears at least this, so that both sides know the line is there. */
const heartbeat = Stream.fromSchedule(Schedule.spaced("15 seconds")).pipe(Stream.map(() => ": still here\n\n"))

/** What is told to many is the same thing, and is written out once. */
const written = new WeakMap<Heard, string>()
const lineOf = (heard: Heard) => {
  const kind = isTold(heard) ? "" : "event: out-of-sight\n"
  const line = written.get(heard) ?? `${kind}id: ${heard.position}\ndata: ${JSON.stringify(heard)}\n\n`
  written.set(heard, line)
  return line
}

export const eventAnswers = (desk: Desk): Answers =>
  answers(desk, "Events", {
    events: Effect.fnUntraced(function* ({ headers, query }, viewer) {
      const { until = Infinity } = yield* Viewer
      const now = yield* Clock.currentTimeMillis
      const after = headers["last-event-id"] ?? query["after"] ?? ""
      if (after !== "" && !(yield* desk.school.isCheckpoint(after)))
        return yield* Effect.fail(
          new InvalidRequest({ problems: [{ path: "after", problem: "should be a position as it was given" }] })
        )
      yield* desk.limits.listen(viewer.actor)
      const facts = desk.school.follow(viewer, after).pipe(Stream.orDie, Stream.map(lineOf))
      const lines = Stream.concat(Stream.make(": welcome\n\n"), Stream.merge(facts, heartbeat)).pipe(
        // Who may no longer ask may no longer listen.
        Stream.interruptWhen(until === Infinity ? desk.over : Effect.race(desk.over, Effect.sleep(until - now)))
      )
      return HttpServerResponse.stream(Stream.encodeText(lines), {
        contentType: "text/event-stream",
        headers: { "x-accel-buffering": "no" }
      })
    })
  })
