/**
 * What happens, as it happens, for a page: a socket per window, and not a stream of server-sent events, because a browser
 * keeps no more than six of those open to one address and a circle may sit in six windows of one browser.
 */
import { Login } from "@groeikring/http"
import { EventStore, School, type Heard } from "@groeikring/storage"
import { Clock, Deferred, Effect, Stream } from "effect"
import { Headers, HttpServerRequest, HttpServerResponse } from "effect/http"

/** Whose page asks. A page of somebody else's has another origin, and hears nothing. */
const isOurs = ({ headers }: HttpServerRequest.HttpServerRequest) => headers["origin"] === `http://${headers["host"]}`

/** What is told to many windows is the same thing, and is written out once. */
const written = new WeakMap<Heard, string>()
const lineOf = (heard: Heard) => {
  const line = written.get(heard) ?? JSON.stringify(heard)
  written.set(heard, line)
  return line
}

export const live = Effect.gen(function* () {
  const { readAll } = yield* EventStore
  const school = yield* School
  const login = yield* Login.Login

  let known = ""
  /** Where the school is now: who opens a page knows what was before, and asks for what comes. */
  const head = Effect.gen(function* () {
    for (let facts = yield* readAll(known, 1000); facts.length > 0; facts = yield* readAll(known, 1000))
      known = facts.at(-1)!.position
    return known
  })
  yield* head

  const over = yield* Deferred.make<void>()

  /** The socket of one window: who it is and what it heard last are in the address. */
  const listening = Effect.gen(function* () {
    const request = yield* HttpServerRequest.HttpServerRequest
    const asked = new URL(request.url, "http://localhost").searchParams
    const named = request.modify({ headers: Headers.set(request.headers, "groeikring-person", asked.get("person") ?? "") })
    if (!isOurs(request)) return HttpServerResponse.empty({ status: 403 })
    const { actor } = yield* login.whoAsks(named)
    const at = Math.floor((yield* Clock.currentTimeMillis) / 60_000)
    const after = asked.get("after") || (yield* head)
    const socket = yield* request.upgrade
    const { pull } = yield* socket.reader
    const { write } = yield* socket.writer
    yield* write(JSON.stringify({ position: after }))
    const facts = school.follow({ actor, at }, after).pipe(Stream.runForEach((heard) => write(lineOf(heard))))
    // A window that closes ends the reading, and with it the telling. What it says itself is a sign of life.
    yield* Effect.raceAllFirst([facts, Effect.forever(Effect.flatMap(pull, () => write("{}"))), Deferred.await(over)])
    return HttpServerResponse.empty()
  }).pipe(
    Effect.scoped,
    Effect.catchCause(() => Effect.succeed(HttpServerResponse.empty({ status: 401 })))
  )
  /** Lets every window go: a server does not end while somebody holds a line. */
  const stop = Deferred.succeed(over, undefined)
  return { listening, stop }
})
