/** What a request asks: its body, the version its sender saw, and the key that makes a retry safe. */
import type { Machine } from "@groeikring/core"
import type { Asked } from "@groeikring/storage"
import { ByteSize, Effect } from "effect"
import { HttpIncomingMessage, type HttpServerRequest } from "effect/http"
import type { Given } from "./Answer.ts"
import { InvalidRequest, TooMuch } from "./Problem.ts"

const wrong = (path: string, problem: string) => Effect.fail(new InvalidRequest({ problems: [{ path, problem }] }))

/** The fields in a body: a JSON object, or nothing at all. */
export const fieldsOf = Effect.fnUntraced(function* (request: HttpServerRequest.HttpServerRequest, bytes: number) {
  if (Number(request.headers["content-length"] ?? 0) > bytes) return yield* Effect.fail(new TooMuch({ bytes }))
  const text = yield* request.text.pipe(
    Effect.provideService(HttpIncomingMessage.MaxBodySize, ByteSize.bytes(bytes)),
    Effect.mapError(() => new TooMuch({ bytes }))
  )
  if (text.trim() === "") return {}
  const body = yield* Effect.catch(
    Effect.try((): unknown => JSON.parse(text)),
    () => wrong("", "is not JSON")
  )
  if (typeof body !== "object" || body === null || Array.isArray(body)) return yield* wrong("", "should be an object")
  return "_tag" in body ? yield* wrong("_tag", "is said by the address, not in the body") : body
})

/** Who asks and when, under which key, and what they saw. */
export const askedWith = Effect.fnUntraced(function* (headers: Given["headers"], viewer: Machine.Asked) {
  const { "idempotency-key": command, "if-match": match, "if-none-match": none } = headers
  const seen = match === undefined ? undefined : /^"(\d{1,15})"$/.exec(match)?.[1]
  if (match !== undefined && seen === undefined) return yield* wrong("If-Match", "should be one ETag as it was given")
  if (none !== undefined && none !== "*") return yield* wrong("If-None-Match", "should be *")
  const asked: Asked = {
    ...viewer,
    ...(command !== undefined && { command }),
    ...(none !== undefined && { expected: 0 }),
    ...(seen !== undefined && { expected: Number(seen) })
  }
  return asked
})

/** The version of a thing as an entity tag. */
export const etag = (version: number): { readonly etag: string } => ({ etag: `"${version}"` })
