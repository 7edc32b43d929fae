/** The server: the contract, answered by a school. */
import type { Domain } from "@groeikring/core"
import { School } from "@groeikring/storage"
import { Effect, Layer } from "effect"
import { HttpRouter, HttpServer, HttpServerRequest, HttpServerResponse } from "effect/http"
import { HttpApiBuilder } from "effect/http-api"
import { type Desk, type Glossaries, json, wordsFor } from "./Answer.ts"
import { apiVersion, contract } from "./Contract.ts"
import { eventAnswers } from "./Events.ts"
import { healthAnswers } from "./Health.ts"
import { Login, Viewer, WhoAsks } from "./Login.ts"
import { machineAnswers } from "./Machines.ts"
import { meAnswers } from "./Me.ts"
import * as Document from "./Document.ts"
import { version } from "./Path.ts"
import * as Problem from "./Problem.ts"

export interface Options {
  /** The registry of machines. */
  readonly domain: Domain.Domain
  readonly glossaries: Glossaries
  /** The largest body that is read, in bytes. 64 KiB unless told. */
  readonly largestBody?: number
}

/** The contract answered: one effect from a request to its response, which never fails. */
export const application = Effect.fnUntraced(function* ({ domain, glossaries, largestBody = 64 * 1024 }: Options) {
  const school = yield* School
  const login = yield* Login
  const api = contract(domain)
  const desk: Desk = { api, domain, school, glossaries, largestBody }
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

  const document = json(Document.document(api, login.schemes))
  const documents = HttpRouter.addAll([
    HttpRouter.route("GET", `${version}/openapi.json`, document),
    HttpRouter.route("GET", "/openapi.json", document)
  ])

  const found = yield* HttpRouter.toHttpEffect(
    Layer.merge(HttpApiBuilder.layer(api), documents).pipe(
      Layer.provide(answers),
      Layer.provide(whoAsks),
      Layer.provide(HttpServer.layerServices)
    )
  )
  const answered = Effect.gen(function* () {
    const request = yield* HttpServerRequest.HttpServerRequest
    const response = yield* Effect.catchCause(found, (cause) => Problem.ofCause(cause, told(request)))
    return HttpServerResponse.setHeaders(response, { "api-version": apiVersion, "cache-control": "no-store" })
  })
  return { answered }
})

/** Serves the contract on whatever HTTP server is there. */
export const layer = (options: Options): Layer.Layer<never, never, School | Login | HttpServer.HttpServer> =>
  Layer.effectDiscard(Effect.flatMap(application(options), ({ answered }) => HttpServer.serveEffect(answered)))
