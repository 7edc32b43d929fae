/** What an answer tells a browser about how to handle it, and which pages of other servers may read it. */
import { HttpServerResponse, type HttpServerRequest } from "effect/http"
import { createHash } from "node:crypto"
import { apiVersion } from "./Contract.ts"
import { explained } from "./Docs.ts"

type Response = HttpServerResponse.HttpServerResponse
type Request = HttpServerRequest.HttpServerRequest

const nothing = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

/** The scripts that stand in a page of this server itself, by their hash: these run and no other. */
const hashes = new WeakMap<Uint8Array, string>()
const scriptsIn = (page: Uint8Array): string => {
  const known = hashes.get(page)
  if (known !== undefined) return known
  const all = [...new TextDecoder().decode(page).matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)]
    .map(([, script]) => `'sha256-${createHash("sha256").update(script!).digest("base64")}'`)
    .join(" ")
  hashes.set(page, all)
  return all
}

/** In a page with words of people, such as a report, nothing runs, whatever stands in it. */
const policyOf = ({ url }: Request, { body, headers }: Response): string => {
  if (body._tag !== "Uint8Array" || !headers["content-type"]?.startsWith("text/html")) return nothing
  const scripts = url.split("?")[0] === explained ? scriptsIn(body.body) : "'none'"
  return `${nothing}; script-src ${scripts}; style-src 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'`
}

/** What every answer says. */
const always = {
  "api-version": apiVersion,
  "cache-control": "no-store",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "strict-transport-security": "max-age=31536000; includeSubDomains",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY"
}
/** What a page of an origin on the list may know: it may ask, and read the answer. */
const allowed = {
  "access-control-allow-methods": "GET, POST",
  "access-control-allow-headers": "authorization, content-type, idempotency-key, if-match, if-none-match, last-event-id",
  "access-control-expose-headers": "api-version, etag, retry-after",
  "access-control-max-age": "600",
  "cross-origin-resource-policy": "cross-origin"
}

/** An answer as it goes out, with what a browser and the pages of other servers may do with it. */
export const guarded = (request: Request, response: Response, origins: ReadonlyArray<string>): Response => {
  const { origin } = request.headers
  const { vary } = response.headers
  return HttpServerResponse.setHeaders(response, {
    ...always,
    ...(origin !== undefined && origins.includes(origin) && { ...allowed, "access-control-allow-origin": origin }),
    "content-security-policy": policyOf(request, response),
    vary: vary === undefined ? "origin" : `${vary}, origin`
  })
}

/**
 * Does a page of another server ask for something to be done, by way of the browser of somebody who is signed in here? The
 * browser says so itself, and no page can make it say otherwise.
 */
export const isForeign = ({ headers, method }: Request, origins: ReadonlyArray<string>): boolean =>
  method !== "GET" &&
  method !== "HEAD" &&
  ["cross-site", "same-site"].includes(headers["sec-fetch-site"] ?? "") &&
  !origins.includes(headers["origin"] ?? "")

/** Does a browser ask whether it may ask? */
export const isPreflight = ({ headers, method }: Request): boolean =>
  method === "OPTIONS" && headers["access-control-request-method"] !== undefined
