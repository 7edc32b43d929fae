/** The server: the contract, answered by a school. */
import type { Domain } from "@groeikring/core"
import { School } from "@groeikring/storage"
import { Effect, Layer } from "effect"
import { HttpRouter, HttpServer, HttpServerRequest, HttpServerResponse } from "effect/http"
import { HttpApiBuilder } from "effect/http-api"
import { type Desk, type Glossaries, wordsFor } from "./Answer.ts"
import { apiVersion, contract } from "./Contract.ts"
import { eventAnswers } from "./Events.ts"
import { guarded, isPreflight, shared } from "./Guard.ts"
import { healthAnswers } from "./Health.ts"
import { type Allowance, limits, usual } from "./Limits.ts"
import { Login, Viewer, WhoAsks } from "./Login.ts"
import { machineAnswers } from "./Machines.ts"
import { meAnswers } from "./Me.ts"
import { docs } from "./Docs.ts"
import type { Contact } from "./Document.ts"
import * as Problem from "./Problem.ts"

export interface Options {
  /** The registry of machines. */
  readonly domain: Domain.Domain
  readonly glossaries: Glossaries
  /** Who keeps this server, as the contract says it. */
  readonly contact?: Contact
  /** The largest body that is read, in bytes. 64 KiB unless told. */
  readonly largestBody?: number
  /** What one person may ask in a while. */
  readonly allowance?: Allowance
  /** The origins of other servers whose pages may ask here. None unless told. */
  readonly origins?: ReadonlyArray<string>
}

/** The contract answered: one effect from a request to its response, which never fails. */
export const application = Effect.fnUntraced(function* ({
  allowance = usual,
  contact,
  domain,
  glossaries,
  largestBody = 64 * 1024,
  origins = []
}: Options) {
  const school = yield* School
  const login = yield* Login
  const api = contract(domain, { schemes: login.schemes, ...(contact !== undefined && { contact }) })
  const desk: Desk = { api, domain, school, glossaries, largestBody, limits: limits(allowance) }
  const told = (request: HttpServerRequest.HttpServerRequest) => ({ words: wordsFor(glossaries, request) })

  const answers = Layer.mergeAll(
    meAnswers(desk),
    eventAnswers(desk),
    healthAnswers(desk),
    ...Object.keys(domain).map((name) => machineAnswers(desk, name))
  )

  const whoAsks = Layer.succeed(WhoAsks, (handler) =>
    Effect.gen(function* () {
      const request = yield* HttpServerRequest.HttpServerRequest
      return yield* Effect.matchEffect(login.whoAsks(request), {
        onSuccess: (person) => Effect.provideService(handler, Viewer, person),
        onFailure: (refusal) => Effect.succeed(Problem.respond(refusal, told(request)))
      })
    })
  )

  const found = yield* HttpRouter.toHttpEffect(
    Layer.merge(HttpApiBuilder.layer(api), docs(api, domain)).pipe(
      Layer.provide(answers),
      Layer.provide(whoAsks),
      Layer.provide(HttpServer.layerServices)
    )
  )
  const answered = Effect.gen(function* () {
    const request = yield* HttpServerRequest.HttpServerRequest
    const response = isPreflight(request)
      ? HttpServerResponse.empty()
      : yield* Effect.catchCause(found, (cause) => Problem.ofCause(cause, told(request)))
    return shared(request, HttpServerResponse.setHeader(guarded(response), "api-version", apiVersion), origins)
  })
  return { answered }
})

/** Serves the contract on whatever HTTP server is there. */
export const layer = (options: Options): Layer.Layer<never, never, School | Login | HttpServer.HttpServer> =>
  Layer.effectDiscard(Effect.flatMap(application(options), ({ answered }) => HttpServer.serveEffect(answered)))
