/** The answers with a document in them: which there are, and one of them in the format that is asked for. */
import type { Refusal } from "@groeikring/core"
import { Effect, Result } from "effect"
import { HttpServerResponse } from "effect/http"
import { type Answers, answers, type Desk, json, type Response } from "./Answer.ts"
import { languageFor, mediaType } from "./Preference.ts"
import { InvalidRequest } from "./Problem.ts"
import { NoSuchReport, NotAcceptable, type Publisher } from "./Publisher.ts"

/** What a document costs of what one person may ask, beside the asking itself. */
const price = 9

export const reportAnswers = (desk: Desk, { kinds, publish, types, usual }: Publisher): Answers =>
  answers(desk, "Reports", {
    reports: ({ request: { headers } }) => {
      const language = languageFor(headers["accept-language"])
      const items = kinds.map(({ about, kind, name, of }) => ({ kind, name: name[language], about: about[language], of }))
      return Effect.succeed(json({ items, types: Object.keys(types) }, { "content-language": language }))
    },
    report: Effect.fnUntraced(function* ({ params: { kind }, query, request: { headers } }, viewer) {
      const known = kinds.map((one) => one.kind)
      if (!known.includes(kind)) return yield* Effect.fail(new NoSuchReport({ kind, known }))
      const liked = (offered: ReadonlyArray<string>) => {
        const type = mediaType(headers["accept"], offered)
        return type === undefined ? Effect.fail(new NotAcceptable({ types: offered })) : Effect.succeed(type)
      }
      yield* liked(Object.keys(types))
      const id = query["for"] ?? usual(kind, viewer)
      if (id === undefined) return yield* Effect.fail(new InvalidRequest({ problems: [{ path: "for", problem: "is missing" }] }))
      yield* desk.limits.ask(viewer.actor, price)
      const language = languageFor(headers["accept-language"])
      /** What is liked best of what can be made here: not every machine has what a format needs. */
      const made: (offered: ReadonlyArray<string>) => Effect.Effect<Response, Refusal.Refusal> = Effect.fnUntraced(
        function* (offered) {
          const type = yield* liked(offered)
          const bytes = yield* Effect.result(publish({ school: desk.school, viewer, kind, id, language, type }))
          if (Result.isFailure(bytes)) {
            if (!(bytes.failure instanceof Error)) return yield* Effect.fail(bytes.failure)
            yield* Effect.logWarning(`No report can be made as ${type} here`, bytes.failure.message)
            return yield* made(offered.filter((one) => one !== type))
          }
          return HttpServerResponse.uint8Array(bytes.success, {
            contentType: type.startsWith("text/") ? `${type}; charset=utf-8` : type,
            headers: {
              "content-language": language,
              "content-disposition": `inline; filename="${fileName(kind, id, types[type]!)}"`,
              vary: "accept, accept-language"
            }
          })
        }
      )
      return yield* made(Object.keys(types))
    })
  })

/** A name that any disk takes: an id may hold anything. */
const fileName = (kind: string, id: string, end: string) =>
  `${kind}${id === "" ? "" : `-${id.replaceAll(/[^\w.-]+/g, "_").slice(0, 100)}`}.${end}`
