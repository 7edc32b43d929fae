/**
 * A refusal as an HTTP problem (RFC 9457): which status it has, how it is described, and how it is sent.
 *
 * A problem carries what the refusal carries, and its words in the language of who asks. It never carries a stack, nor
 * anything a person wrote.
 */
import { Glossary, Refusal } from "@groeikring/core"
import { Cause, Effect, Schema } from "effect"
import { HttpServerResponse } from "effect/http"
import { HttpApiSchema } from "effect/http-api"
import { dutchFor, titleFor, wrongIn } from "./Dutch.ts"
import { kebab } from "./Path.ts"

// What only a server can say -------------------------------------------------------

export class NoSuchPage extends Refusal.refusal(
  "NoSuchPage",
  "There is nothing at this address. Look in /v1/openapi.json for what there is."
) {}
export class InvalidRequest extends Refusal.refusal(
  "InvalidRequest",
  ({ problems }) =>
    `The request cannot be read: ${problems.map(({ path, problem }) => `${path || "it"} ${problem}`).join("; ")}. Mend this and send it again.`,
  { problems: Schema.Array(Schema.Struct({ path: Schema.String, problem: Schema.String })) }
) {}
export class Unauthenticated extends Refusal.refusal(
  "Unauthenticated",
  "It is not clear who asks. Send a token that is valid now in the Authorization header."
) {}
export class ForeignPage extends Refusal.refusal(
  "ForeignPage",
  "A page of another server asks this with what your browser knows. Ask from a page of this server, or have that server put on the list."
) {}
export class TooMuch extends Refusal.refusal(
  "TooMuch",
  ({ bytes }) => `The body is larger than ${bytes} bytes. Send less at a time.`,
  { bytes: Schema.Int }
) {}
export class OutOfOrder extends Refusal.refusal(
  "OutOfOrder",
  "Something went wrong here, and it is not because of what you sent. Try again later; it was written down for who keeps this server."
) {}
export class NotReady extends Refusal.refusal(
  "NotReady",
  "The server cannot answer at the moment. Try again in a few seconds."
) {}

// Which status ---------------------------------------------------------------------

/** The status of every refusal that is not the rule of a machine. A rule of a machine is 422. */
const statuses: Readonly<Record<string, number>> = {
  InvalidCommand: 400,
  InvalidRequest: 400,
  NoSuchPosition: 400,
  Unauthenticated: 401,
  NotAllowed: 403,
  ReservedActor: 403,
  ForeignPage: 403,
  NothingToSee: 404,
  UnknownMachine: 404,
  NoSuchSuggestion: 404,
  NoSuchPage: 404,
  NoSuchWebhook: 404,
  NoSuchReport: 404,
  NotAcceptable: 406,
  IllegalCommand: 409,
  ClockWentBack: 409,
  Forgotten: 410,
  Conflict: 412,
  TooMuch: 413,
  TooOften: 429,
  OutOfOrder: 500,
  RulesGoRound: 500,
  NotReady: 503
}
export const statusOf = (tag: string): number => statuses[tag] ?? 422

// How it is described -----------------------------------------------------------------

const languages = ["en", "nl"] as const
const described = new Map<Refusal.AnyRefusalClass, Schema.Top>()

/** The schema of a refusal as a problem, under its status. */
export const schemaOf = (refusal: Refusal.AnyRefusalClass): Schema.Top => {
  const known = described.get(refusal)
  if (known !== undefined) return known
  const { problems, ...about } = refusal.fields
  const status = statusOf(refusal.tag)
  const schema = Schema.Struct({
    type: Schema.Literal(typeOf(refusal.tag)),
    title: Schema.Literals(languages.map((language) => titleOf(refusal.tag, { language }))),
    status: Schema.Literal(status),
    detail: Schema.String,
    code: Schema.Literal(refusal.tag),
    ...(Object.keys(about).length > 0 && { about: Schema.Struct(about) }),
    ...(problems !== undefined && { errors: Schema.Array(Schema.Struct({ pointer: Schema.String, detail: Schema.String })) })
  })
    .annotate({ identifier: `${refusal.tag}Problem` })
    .pipe(HttpApiSchema.status(status), HttpApiSchema.asJson({ contentType: "application/problem+json" }))
  described.set(refusal, schema)
  return schema
}

/** What kind of problem it is: a name, and no address to visit. */
const typeOf = (tag: string) => `urn:groeikring:problem:${kebab(tag)}`
/** What kind of problem it is in a few words, the same for every one of its kind. */
export const titleOf = (tag: string, { language }: Pick<Glossary.AnyGlossary, "language">): string => {
  if (language === "nl") return titleFor(tag, statusOf(tag))
  const words = kebab(tag).replaceAll("-", " ")
  return words.charAt(0).toUpperCase() + words.slice(1)
}

// How it is sent ---------------------------------------------------------------------

/** In which words. */
export interface Told {
  readonly words: Glossary.AnyGlossary
  readonly machine?: string
}

/** What a refusal is as JSON. */
interface Plain {
  readonly _tag: string
  readonly message: string
  readonly problems?: InvalidRequest["problems"]
}

/** The problem that a refusal is. */
export const problemOf = (refusal: Refusal.Refusal, { machine, words }: Told) => {
  const { _tag: code, message: _, problems, ...about } = JSON.parse(JSON.stringify(refusal)) as Plain
  const wrong = wrongIn(words)
  const own = words.language === "nl" ? dutchFor(refusal, wrong) : undefined
  return {
    type: typeOf(code),
    title: titleOf(code, words),
    status: statusOf(code),
    detail: own ?? Glossary.tell(words, refusal, machine),
    code,
    ...(Object.keys(about).length > 0 && { about }),
    ...(problems !== undefined && {
      errors: problems.map(({ path, problem }) => ({ pointer: pointerTo(path), detail: wrong(problem) }))
    })
  }
}
/** A JSON Pointer in the body, as a fragment (RFC 6901). */
const pointerTo = (path: string) => (path === "" ? "#" : `#/${path.split(".").map(escaped).join("/")}`)
const escaped = (name: string) => encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"))

export const respond = (refusal: Refusal.Refusal, told: Told) => {
  const problem = problemOf(refusal, told)
  return HttpServerResponse.text(JSON.stringify(problem), {
    status: problem.status,
    contentType: "application/problem+json",
    headers: {
      "content-language": told.words.language,
      ...(problem.status === 401 && { "www-authenticate": "Bearer" }),
      ...("seconds" in refusal && { "retry-after": String(refusal.seconds) })
    }
  })
}

/** What to say when an answer went wrong. What it was is for the log alone, and there without a word that came in. */
export const ofCause = Effect.fnUntraced(function* (cause: Cause.Cause<unknown>, told: Told) {
  const failure = Cause.squash(cause) as { readonly _tag?: string; readonly reason?: { readonly _tag: string } }
  if (failure.reason?._tag === "RouteNotFound") return respond(new NoSuchPage(), told)
  if (failure._tag === "HttpApiSchemaError")
    return respond(new InvalidRequest({ problems: [{ path: "", problem: "has a parameter that does not fit" }] }), told)
  // Whoever asked has gone: nothing went wrong here.
  if (!Cause.hasInterruptsOnly(cause)) yield* Effect.logError("An answer went wrong", cause)
  return respond(new OutOfOrder(), told)
})
