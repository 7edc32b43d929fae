/** How a request is answered: with JSON, or with a problem in the language of who asks. */
import type { Machine } from "@groeikring/core"
import { type Domain, type Glossary, type Refusal } from "@groeikring/core"
import type { School } from "@groeikring/storage"
import { Clock, Effect, type Layer, type Scope } from "effect"
import type { HttpServerRequest } from "effect/http"
import { HttpServerResponse } from "effect/http"
import { HttpApiBuilder, type HttpApiGroup } from "effect/http-api"
import type { Contract } from "./Contract.ts"
import type { WhoAsks } from "./Login.ts"
import type { Limits } from "./Limits.ts"
import { Viewer } from "./Login.ts"
import { languageFor } from "./Preference.ts"
import * as Problem from "./Problem.ts"

/** The words in which a problem is told, by the language of who asks. */
export interface Glossaries {
  readonly nl: Glossary.AnyGlossary
  readonly en: Glossary.AnyGlossary
}

/** What an answer is made from. */
export interface Desk {
  readonly api: Contract
  readonly domain: Domain.Domain
  readonly school: School["Service"]
  readonly glossaries: Glossaries
  /** The largest body that is read, in bytes. */
  readonly largestBody: number
  readonly limits: Limits
  /** Waits until the server stops: what does not end by itself ends then. */
  readonly over: Effect.Effect<void>
}

/** What came in. The contract says which of these there are. */
export interface Given {
  readonly request: HttpServerRequest.HttpServerRequest
  readonly params: { readonly id: string; readonly kind: string }
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly query: Readonly<Record<string, string | undefined>>
}

export type Response = HttpServerResponse.HttpServerResponse
export type Handler = (given: Given, viewer: Machine.Asked) => Effect.Effect<Response, Refusal.Refusal, Viewer | Scope.Scope>

export const json = (value: unknown, headers: Readonly<Record<string, string>> = {}, status = 200): Response =>
  HttpServerResponse.text(JSON.stringify(value), { contentType: "application/json", headers, status })

/** The words for who sent this. */
export const wordsFor = ({ en, nl }: Glossaries, { headers }: HttpServerRequest.HttpServerRequest): Glossary.AnyGlossary =>
  languageFor(headers["accept-language"]) === "nl" ? nl : en

/** The answers of one group of the contract, for people: each is asked by somebody, now. */
export const answers = (desk: Desk, group: string, table: Readonly<Record<string, Handler>>): Answers =>
  raw(
    desk,
    group,
    Object.fromEntries(
      Object.entries(table).map(([endpoint, handle]) => [
        endpoint,
        (given) =>
          Effect.gen(function* () {
            const { actor } = yield* Viewer
            yield* desk.limits.ask(actor)
            const at = Math.floor((yield* Clock.currentTimeMillis) / 60_000)
            return yield* handle(given, { actor, at })
          }).pipe(
            Effect.catch((refusal) =>
              Effect.succeed(Problem.respond(refusal, { words: wordsFor(desk.glossaries, given.request), machine: group }))
            )
          )
      ])
    )
  )

/** The answers of one group of the contract, whoever asks. */
export const raw = (
  { api }: Desk,
  group: string,
  table: Readonly<Record<string, (given: Given) => Effect.Effect<Response, never, Viewer | Scope.Scope>>>
): Answers =>
  // Which endpoints a derived contract has is known when it runs; that each has its answer is seen when the server starts.
  HttpApiBuilder.group(api, group, (handlers) =>
    Object.entries(table).reduce((all: any, [endpoint, handle]) => all.handleRaw(endpoint, handle), handlers)
  ) as never
export type Answers = Layer.Layer<HttpApiGroup.Service<"groeikring", string>, never, WhoAsks>
