/** The page and the contract behind one address of this machine. */
import * as NodeHttpServer from "@effect/platform-node/NodeHttpServer"
import { Login, Server } from "@groeikring/http"
import { pack } from "@groeikring/pack-nl"
import { houseOf, publisher } from "@groeikring/reporting"
import { School } from "@groeikring/storage"
import { Clock, Effect, Layer, Schedule } from "effect"
import { HttpServer, HttpServerRequest, HttpServerResponse } from "effect/http"
import { createServer } from "node:http"
import { told } from "./House.ts"
import { live } from "./Live.ts"
import { pageIn } from "./Page.ts"
import { groups, people } from "./People.ts"
import { domain, glossaries } from "./Season.ts"
import { stepClocks } from "./StepClock.ts"

/** What is printed calls people and groups by their names, as the page does. */
const reports = publisher(
  { packs: pack, glossaries },
  houseOf({
    school: "obs De Zwaluw",
    names: Object.fromEntries([...people.map(({ id, name }) => [id, name]), ...groups.map(({ id, name }) => [id, name.nl])])
  })
)

/** One person is a whole school here: somebody who tries all roles at once. */
const allowance = { burst: 2000, perSecond: 500, streams: 64 }

const answering = (folder: string, store: string) =>
  Layer.effectDiscard(
    Effect.gen(function* () {
      const { answered } = yield* Server.application({ domain, glossaries, reports, allowance })
      const page = pageIn(folder, told())
      const { listening, stop } = yield* live
      const clockOf = yield* stepClocks(store)
      yield* HttpServer.serveEffect(
        Effect.gen(function* () {
          const request = yield* HttpServerRequest.HttpServerRequest
          const path = request.url.split("?")[0]!
          if (path === "/live") return yield* listening
          if (path === "/house/now") {
            const now = yield* Clock.currentTimeMillis
            return HttpServerResponse.text(String(now), { headers: { "cache-control": "no-store" } })
          }
          const session = /^\/house\/clock\/([\w-]+)$/.exec(path)?.[1]
          if (session !== undefined) return yield* clockOf(session)
          return yield* (
            (request.method === "GET" || request.method === "HEAD" ? page(path, request.headers) : undefined) ?? answered
          )
        })
      )
      yield* Effect.addFinalizer(() => stop)
    })
  )

/** Lets the process rules do what is due, now and every half minute of the school. */
const tending = Layer.effectDiscard(
  Effect.gen(function* () {
    const school = yield* School
    const tend = Effect.flatMap(Clock.currentTimeMillis, (millis) => school.tend(Math.floor(millis / 60_000))).pipe(
      Effect.catchCause((cause) => Effect.logError("The process rules could not do what was due", cause))
    )
    yield* Effect.forkScoped(Effect.repeat(tend, Schedule.spaced("30 seconds")))
  })
)

/** Serves the page in this folder on a port, for the school in this file; a port that is taken is a defect. */
export const layer = (folder: string, port: number, store: string) =>
  Layer.merge(answering(folder, store), tending).pipe(
    Layer.provideMerge(
      NodeHttpServer.layerServer(() => createServer({ keepAliveTimeout: 5_000, maxHeaderSize: 16 * 1024 }), {
        host: "127.0.0.1",
        port,
        gracefulShutdownTimeout: "2 seconds"
      }).pipe(Layer.orDie)
    ),
    Layer.provide(Login.demo)
  )
