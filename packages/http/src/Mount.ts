/**
 * The contract inside a server of your own: a listener for Node, Express and what is like them, and a function from request
 * to response for Hono and what is like it.
 */
import * as NodeHttpServer from "@effect/platform-node/NodeHttpServer"
import type { School } from "@groeikring/storage"
import { Effect, Exit, Layer, Scope } from "effect"
import { HttpEffect } from "effect/http"
import type { IncomingMessage, ServerResponse } from "node:http"
import { Login } from "./Login.ts"
import { NotOnLoopback } from "./Node.ts"
import * as Server from "./Server.ts"
import { tending } from "./Tending.ts"

/** A school that is mounted. */
export interface Mounted {
  /** `createServer(node)`, or `app.use("/groeikring", node)`. */
  readonly node: (request: IncomingMessage, response: ServerResponse) => void
  /** `app.all("/groeikring/*", ({ req }) => web(req.raw))`. */
  readonly web: (request: Request) => Promise<Response>
  /** Ends the streams, the process rules and the store. Close your own server first, so that who is being answered is answered. */
  readonly close: () => Promise<void>
}

/**
 * Opens a school and answers for it, at the path `at` of your own server.
 *
 * **Gotchas** Mount it before anything that reads bodies, such as `express.json()`. The login of a demo is refused: whether
 * your server listens on loopback is not known here.
 *
 * @example
 * ```ts
 * import { Domain, english, processes } from "@groeikring/core"
 * import { Login, mount } from "@groeikring/http"
 * import { dutch, pack } from "@groeikring/pack-nl"
 * import { School } from "@groeikring/storage"
 * import { SqliteStore } from "@groeikring/storage-sqlite"
 * import { Layer } from "effect"
 *
 * const school = School.layer({ domain: Domain.domain, packs: pack, processes }).pipe(Layer.provide(SqliteStore.layer(":memory:")))
 * const login = Login.own(({ cookies }) => (cookies["session"] === "secret" ? "p-joke" : undefined))
 * const glossaries = { nl: dutch, en: english }
 * const { close, web } = await mount({ domain: Domain.domain, glossaries, at: "/groeikring" }, Layer.merge(school, login))
 *
 * const response = await web(new Request("http://localhost/groeikring/v1/me", { headers: { cookie: "session=secret" } }))
 * await response.json() // => { person: "p-joke", suggestions: [] }
 * await close()
 * ```
 */
export const mount = async (options: Server.Options, layers: Layer.Layer<School | Login>): Promise<Mounted> => {
  const scope = Scope.makeUnsafe()
  const opening = Effect.gen(function* () {
    const context = yield* Layer.buildWithScope(Layer.provideMerge(tending, layers), scope)
    return yield* Effect.provideContext(
      Effect.gen(function* () {
        if ((yield* Login).loopbackOnly)
          throw new NotOnLoopback(
            "Whoever comes would be believed, and it is not known here who can come. Give a login that proves who asks."
          )
        const { answered, end } = yield* Scope.provide(Server.application(options), scope)
        return {
          end,
          node: yield* NodeHttpServer.makeHandler(answered, { scope }),
          web: HttpEffect.toWebHandler(answered)
        }
      }),
      context
    )
  })
  const { end, ...opened } = await Effect.runPromise(Effect.onError(opening, () => Scope.close(scope, Exit.void)))
  return { ...opened, close: () => Effect.runPromise(Effect.andThen(end, Scope.close(scope, Exit.void))) }
}
