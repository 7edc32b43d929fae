/** Pages that explain the contract: the document, its schemas, and a page to read it on that asks nothing of any other server. */
import type { Domain } from "@groeikring/core"
import { Effect, Layer } from "effect"
import { HttpRouter, HttpServerRequest, HttpServerResponse } from "effect/http"
import { HttpApiScalar, OpenApi } from "effect/http-api"
import { type Glossaries, json, wordsFor } from "./Answer.ts"
import type { Contract } from "./Contract.ts"
import { version } from "./Path.ts"
import { NoSuchPage, respond } from "./Problem.ts"
import { schemas } from "./Schemas.ts"

/** The page to read the contract on. */
export const explained = "/docs"

export const docs = (api: Contract, domain: Domain.Domain, glossaries: Glossaries) => {
  // Both take a second to write down, and nobody has to wait for that who does not read them.
  const document = once(() => json(OpenApi.fromApi(api)))
  const all = once(() => schemas(domain))
  return Layer.merge(
    HttpRouter.addAll([
      HttpRouter.route("GET", `${version}/openapi.json`, Effect.sync(document)),
      HttpRouter.route("GET", "/openapi.json", Effect.sync(document)),
      HttpRouter.route(
        "GET",
        `${version}/schemas`,
        Effect.sync(() => json({ items: Object.keys(all()) }))
      ),
      HttpRouter.route(
        "GET",
        `${version}/schemas/:name`,
        Effect.gen(function* () {
          const { name = "" } = yield* HttpRouter.params
          return Object.hasOwn(all(), name)
            ? HttpServerResponse.setHeader(json(all()[name]), "content-type", "application/schema+json")
            : respond(new NoSuchPage(), { words: wordsFor(glossaries, yield* HttpServerRequest.HttpServerRequest) })
        })
      )
    ]),
    HttpApiScalar.layer(api, { path: explained, scalar: { withDefaultFonts: false } })
  )
}

const once = <A>(make: () => A) => {
  let made: A | undefined
  return () => (made ??= make())
}
