/** Who asks: the port through which every way of signing in comes, and the one of a demo. */
import type { Refusal } from "@groeikring/core"
import { Context, Effect, Layer, Option } from "effect"
import type { HttpServerRequest } from "effect/http"
import { HttpApiMiddleware } from "effect/http-api"
import { Unauthenticated } from "./Problem.ts"

/** The person behind a request. */
export interface Person {
  readonly actor: string
  /** When what they showed is no longer worth anything (milliseconds since 1970). A stream ends then. */
  readonly until?: number
}

/** Who asks this request. */
export class Viewer extends Context.Service<Viewer, Person>()("@groeikring/http/Viewer") {}

/** A way to know who asks. */
export class Login extends Context.Service<
  Login,
  {
    readonly whoAsks: (request: HttpServerRequest.HttpServerRequest) => Effect.Effect<Person, Refusal.Refusal>
    /** How the contract describes it: security schemes of OpenAPI, by name. Any one of them will do. */
    readonly schemes: Readonly<Record<string, object>>
    /** It proves nothing, so it is for this machine alone. */
    readonly loopbackOnly?: true
  }
>()("@groeikring/http/Login") {}

/** What every endpoint about people stands behind. */
export class WhoAsks extends HttpApiMiddleware.Service<WhoAsks, { provides: Viewer }>()("@groeikring/http/WhoAsks") {}

/**
 * Believes whoever says who they are, by the header or cookie `groeikring-person`.
 *
 * **Gotchas** For a demo on your own machine and nothing else. A server does not start with this on any address but
 * loopback, and a request that comes by way of another machine, or under another name than localhost, is nobody's.
 */
export const demo: Layer.Layer<Login> = Layer.succeed(Login, {
  whoAsks: (request) => {
    const { cookies, headers } = request
    const actor = headers["groeikring-person"] ?? cookies["groeikring-person"]
    return actor !== undefined && actor !== "" && isFromHere(request)
      ? Effect.succeed({ actor })
      : Effect.fail(new Unauthenticated())
  },
  schemes: { demoPerson: { type: "apiKey", in: "header", name: "Groeikring-Person" } },
  loopbackOnly: true
})

/** Believes nobody: for who lays another way over it, such as access tokens alone. */
export const nobody: Layer.Layer<Login> = Layer.succeed(Login, {
  whoAsks: () => Effect.fail(new Unauthenticated()),
  schemes: {}
})

/** What your own product may look at to know who asks. */
export interface Request {
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly cookies: Readonly<Record<string, string | undefined>>
}

/**
 * Believes what your own product knows of a request: its session, or what its gateway says.
 *
 * **Gotchas** A header that your gateway sets proves nothing unless nobody can come here but by way of that gateway.
 */
export const own = (
  whoAsks: (request: Request) => string | undefined | Promise<string | undefined>,
  schemes: Login["Service"]["schemes"] = { session: { type: "apiKey", in: "cookie", name: "session" } }
): Layer.Layer<Login> =>
  Layer.succeed(Login, {
    whoAsks: ({ cookies, headers }) =>
      Effect.flatMap(
        Effect.promise(async () => whoAsks({ cookies, headers })),
        (actor) => (actor === undefined || actor === "" ? Effect.fail(new Unauthenticated()) : Effect.succeed({ actor }))
      ),
    schemes
  })

/** Is this address, or this name, only this machine? */
export const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || host === "[::1]" || /^(::ffff:)?127(\.\d{1,3}){3}$/.test(host)

const isFromHere = ({ headers, remoteAddress }: HttpServerRequest.HttpServerRequest) =>
  isLoopback(Option.getOrElse(remoteAddress, () => "")) &&
  isLoopback((headers["host"] ?? "").replace(/:\d+$/, "")) &&
  !forwarded.some((name) => name in headers)
/** What a proxy adds for who asks from elsewhere. */
const forwarded = ["forwarded", "x-forwarded-for", "x-real-ip"]
