/** A Node server of its own: the contract on a port, and the clock that lets the process rules do what is due. */
import * as NodeHttpServer from "@effect/platform-node/NodeHttpServer"
import { Effect, Layer } from "effect"
import { HttpServer } from "effect/http"
import { createServer, ServerResponse } from "node:http"
import { isLoopback, Login } from "./Login.ts"
import * as Server from "./Server.ts"
import { tending } from "./Tending.ts"

export interface Options extends Server.Options {
  /** 0 takes a port that is free. */
  readonly port: number
  /** The address to listen on. Only this machine unless told. */
  readonly host?: string
  /** How long others may take. Change it only for a line that is known to be slow. */
  readonly patience?: Partial<Patience>
}

/** In milliseconds. */
export interface Patience {
  /** To say what they want. */
  readonly headers: number
  /** To say all of it, body and all. */
  readonly request: number
  /** To read what they are told: whoever reads nothing for so long is not there. */
  readonly reading: number
  /** To ask again on the same line. More than what stands in front of the server takes for it, or that meets a line that is gone. */
  readonly idle: number
}
const usual: Patience = { headers: 10_000, request: 30_000, reading: 60_000, idle: 5_000 }

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
export const layer = ({ host = "127.0.0.1", patience, port, ...options }: Options) =>
  Layer.merge(Server.layer(options), tending).pipe(
    Layer.provideMerge(
      Layer.unwrap(
        Effect.map(Login, ({ loopbackOnly }) => {
          if (loopbackOnly && !isLoopback(host))
            throw new NotOnLoopback(
              `Whoever comes would be believed, so this listens on loopback and not on ${host}. Leave the address out, or give a login that proves who asks.`
            )
          return NodeHttpServer.layerServer(() => patientServer({ ...usual, ...patience }), {
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

/**
 * A text that is a whole answer goes out in one piece with its head. Node does so of itself, but not while it counts along
 * whether as much is said as the head says; and that much is always said, because the head was read off the text.
 */
class Whole extends ServerResponse {
  override end(chunk?: unknown, encoding?: unknown, done?: unknown): this {
    if (typeof chunk === "string" && !this.writableLength) this.strictContentLength = false
    return super.end(chunk as never, encoding as never, done as never)
  }
}

/** A server that waits for nobody longer than that. */
const patientServer = ({ headers, idle, reading, request }: Patience) =>
  createServer({
    ServerResponse: Whole,
    headersTimeout: headers,
    requestTimeout: request,
    keepAliveTimeout: idle,
    connectionsCheckingInterval: Math.min(5_000, headers / 2),
    maxHeaderSize: 16 * 1024
  }).setTimeout(reading)
