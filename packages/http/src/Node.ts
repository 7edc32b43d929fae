/** A Node server of its own: the contract on a port, and the clock that lets the process rules do what is due. */
import * as NodeHttpServer from "@effect/platform-node/NodeHttpServer"
import { School } from "@groeikring/storage"
import { Clock, Effect, Layer, Schedule } from "effect"
import { HttpServer } from "effect/http"
import { createServer } from "node:http"
import { isLoopback, Login } from "./Login.ts"
import * as Server from "./Server.ts"

export interface Options extends Server.Options {
  /** 0 takes a port that is free. */
  readonly port: number
  /** The address to listen on. Only this machine unless told. */
  readonly host?: string
}

/** The server would believe anybody, and listen to everybody. */
export class NotOnLoopback extends Error {
  override readonly name = "NotOnLoopback"
}

/**
 * Serves a school.
 *
 * **Gotchas** A port that is taken, or a login that is for a demo alone on an address that is not loopback, is a defect
 * when the layer is built. When it is released no new request is taken, and those under way get the time to end.
 */
export const layer = ({ host = "127.0.0.1", port, ...options }: Options) =>
  Layer.merge(Server.layer(options), tending).pipe(
    Layer.provideMerge(
      Layer.unwrap(
        Effect.map(Login, ({ loopbackOnly }) => {
          if (loopbackOnly && !isLoopback(host))
            throw new NotOnLoopback(
              `Whoever comes would be believed, so this listens on loopback and not on ${host}. Leave the address out, or give a login that proves who asks.`
            )
          return NodeHttpServer.layerServer(() => createServer(limits), {
            host,
            port,
            gracefulShutdownTimeout: "10 seconds"
          }).pipe(Layer.orDie)
        })
      )
    )
  )

/** Where the server is, such as `http://127.0.0.1:4680`. */
export const address: Effect.Effect<string, never, HttpServer.HttpServer> = HttpServer.addressFormattedWith(Effect.succeed)

/** How long somebody may take to say what they want, and how much they may say before it. */
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16 * 1024
}

/** Lets the process rules do what is due, now and every minute. */
const tending = Layer.effectDiscard(
  Effect.gen(function* () {
    const school = yield* School
    const tend = Effect.flatMap(Clock.currentTimeMillis, (millis) => school.tend(Math.floor(millis / 60_000))).pipe(
      Effect.catchCause((cause) => Effect.logError("The process rules could not do what was due", cause))
    )
    yield* Effect.forkScoped(Effect.repeat(tend, Schedule.spaced("1 minute")))
  })
)
