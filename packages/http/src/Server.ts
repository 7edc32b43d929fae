/** The server: the contract, answered by a school. */
import type { Domain } from "@groeikring/core"
import { School } from "@groeikring/storage"
import { Deferred, Effect, Layer } from "effect"
import { HttpRouter, HttpServer, HttpServerRequest, HttpServerResponse } from "effect/http"
import { HttpApiBuilder, type HttpApiGroup } from "effect/http-api"
import { type Answers, type Desk, type Glossaries, wordsFor } from "./Answer.ts"
import { contract } from "./Contract.ts"
import { eventAnswers } from "./Events.ts"
import { guarded, isForeign, isPreflight } from "./Guard.ts"
import { healthAnswers } from "./Health.ts"
import { type Allowance, limits, usual } from "./Limits.ts"
import { Login, Viewer, WhoAsks } from "./Login.ts"
import { machineAnswers } from "./Machines.ts"
import { meAnswers } from "./Me.ts"
import type { Publisher } from "./Publisher.ts"
import { reportAnswers } from "./Reports.ts"
import { docs } from "./Docs.ts"
import type { Contact } from "./Document.ts"
import * as Problem from "./Problem.ts"

/** A part of the contract that is not read off the domain, and how it is answered. */
export interface Beside {
  readonly group: HttpApiGroup.Top
  readonly answers: (desk: Desk) => Answers
}

export interface Options {
  /** The registry of machines. */
  readonly domain: Domain.Domain
  readonly glossaries: Glossaries
  /** Who keeps this server, as the contract says it. */
  readonly contact?: Contact
  /** The path of your own server at which it is mounted, such as `/groeikring`. At its root unless told. */
  readonly at?: string
  /** The largest body that is read, in bytes. 64 KiB unless told. */
  readonly largestBody?: number
  /** What one person may ask in a while. */
  readonly allowance?: Allowance
  /** The origins of other servers whose pages may ask here. None unless told. */
  readonly origins?: ReadonlyArray<string>
  /** What is offered beside the domain, such as the `endpoints` of `@groeikring/http/webhooks`. Nothing unless told. */
  readonly beside?: ReadonlyArray<Beside>
  /** Who makes documents: `publisher` of `@groeikring/reporting`. A server without has no reports. */
  readonly reports?: Publisher
}

/** The contract answered: one effect from a request to its response, which never fails; and one that ends what is listened to. */
export const application = Effect.fnUntraced(function* ({
  allowance = usual,
  at = "",
  beside = [],
  contact,
  domain,
  glossaries,
  largestBody = 64 * 1024,
  origins = [],
  reports
}: Options) {
  const school = yield* School
  const login = yield* Login
  const api = contract(domain, {
    at,
    beside: beside.map(({ group }) => group),
    schemes: login.schemes,
    reports,
    ...(contact !== undefined && { contact })
  })
  const over = yield* Deferred.make<void>()
  const desk: Desk = { api, domain, school, glossaries, largestBody, limits: limits(allowance), over: Deferred.await(over) }
  const told = (request: HttpServerRequest.HttpServerRequest) => ({ words: wordsFor(glossaries, request) })

  const answers = Layer.mergeAll(
    meAnswers(desk),
    eventAnswers(desk),
    healthAnswers(desk),
    ...(reports === undefined ? [] : [reportAnswers(desk, reports)]),
    ...Object.keys(domain).map((name) => machineAnswers(desk, name)),
    ...beside.map(({ answers }) => answers(desk))
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
    Layer.merge(HttpApiBuilder.layer(api), docs(api, domain, glossaries)).pipe(
      Layer.provide(answers),
      Layer.provide(whoAsks),
      Layer.provide(HttpServer.layerServices)
    )
  )
  const answered = Effect.gen(function* () {
    const came = yield* HttpServerRequest.HttpServerRequest
    // Some servers take off the path at which a part of them is mounted, and some do not.
    const request = at !== "" && came.url.startsWith(`${at}/`) ? came.modify({ url: came.url.slice(at.length) }) : came
    const response = isPreflight(request)
      ? HttpServerResponse.empty()
      : isForeign(request, origins)
        ? Problem.respond(new Problem.ForeignPage(), told(request))
        : yield* found.pipe(
            Effect.provideService(HttpServerRequest.HttpServerRequest, request),
            Effect.catchCause((cause) => Problem.ofCause(cause, told(request)))
          )
    return guarded(request, response, origins)
  })
  return { answered, end: Deferred.succeed(over, undefined) }
})

/** Serves the contract on whatever HTTP server is there. */
export const layer = (options: Options): Layer.Layer<never, never, School | Login | HttpServer.HttpServer> =>
  Layer.effectDiscard(
    Effect.gen(function* () {
      const { answered, end } = yield* application(options)
      yield* HttpServer.serveEffect(answered)
      // Before anybody waits for who is being answered: who listens is never done.
      yield* Effect.addFinalizer(() => end)
    })
  )
