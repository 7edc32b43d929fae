/** The endpoints where people manage their webhooks, as a part of the contract. */
import { Effect, Schema } from "effect"
import { HttpApiEndpoint, HttpApiGroup, HttpApiSchema } from "effect/http-api"
import { answers, type Desk, type Given, json } from "../Answer.ts"
import { fieldsOf } from "../Asking.ts"
import { problemSchemas } from "../Contract.ts"
import { InvalidRequest, TooMuch } from "../Problem.ts"
import type { Beside } from "../Server.ts"
import { Status } from "./Ledger.ts"
import { TargetNotAllowed } from "./Target.ts"
import { NoSuchWebhook, TooManyWebhooks, Webhooks } from "./Webhooks.ts"

const shown = {
  id: Schema.String,
  target: Schema.String,
  machines: Schema.optionalKey(Schema.Array(Schema.String)),
  status: Status,
  position: Schema.String,
  waiting: Schema.Int,
  dead: Schema.Int
}
const Webhook = Schema.Struct(shown).annotate({ identifier: "Webhook" })
const Time = Schema.String.annotate({ format: "date-time" })
const Delivery = Schema.Struct({
  message: Schema.String,
  type: Schema.String,
  subject: Schema.String,
  position: Schema.String,
  tries: Schema.Int,
  time: Time,
  outcome: Schema.Literals(["Delivered", "Refused", "TargetNotAllowed", "Unreachable", "TimedOut", "Dead"]),
  status: Schema.optionalKey(Schema.Int)
}).annotate({ identifier: "Delivery" })
const Deliveries = Schema.Struct({ items: Schema.Array(Delivery) })

/** What is told about where, and from when on. */
const Wanted = Schema.Struct({
  target: Schema.String.annotate({ description: "Where messages go: an address that begins with https" }),
  machines: Schema.optionalKey(
    Schema.Array(Schema.String).annotate({ description: "Only what happens in these machines; all of them unless told" })
  ),
  after: Schema.optionalKey(
    Schema.String.annotate({ description: "The position behind which it begins; the beginning of everything unless told" })
  )
})
const Again = Schema.Struct({
  message: Schema.optionalKey(Schema.String.annotate({ description: "The dead letter to send again; all of them unless told" }))
})

const params = { id: Schema.NonEmptyString.check(Schema.isMaxLength(100)) }
const known = problemSchemas([NoSuchWebhook])
const told = problemSchemas([NoSuchWebhook, TooMuch])

const group = HttpApiGroup.make("Webhooks").add(
  HttpApiEndpoint.get("webhooks", "/webhooks", {
    success: Schema.Struct({ items: Schema.Array(Webhook) }),
    error: problemSchemas([])
  }),
  HttpApiEndpoint.post("addWebhook", "/webhooks", {
    payload: Wanted,
    success: Schema.Struct({ ...shown, secret: Schema.String }).pipe(HttpApiSchema.status(201)),
    error: problemSchemas([TargetNotAllowed, TooManyWebhooks, TooMuch])
  }),
  HttpApiEndpoint.get("webhook", "/webhooks/:id", { params, success: Webhook, error: known }),
  HttpApiEndpoint.post("rotateSecret", "/webhooks/:id/rotate-secret", {
    params,
    success: Schema.Struct({ secret: Schema.String, before: Time }),
    error: known
  }),
  HttpApiEndpoint.post("pauseWebhook", "/webhooks/:id/pause", { params, success: Webhook, error: known }),
  HttpApiEndpoint.post("resumeWebhook", "/webhooks/:id/resume", { params, success: Webhook, error: known }),
  HttpApiEndpoint.post("removeWebhook", "/webhooks/:id/remove", {
    params,
    success: Schema.Struct({ id: Schema.String }),
    error: known
  }),
  HttpApiEndpoint.get("deliveries", "/webhooks/:id/deliveries", { params, success: Deliveries, error: known }),
  HttpApiEndpoint.get("deadLetters", "/webhooks/:id/dead-letters", { params, success: Deliveries, error: known }),
  HttpApiEndpoint.post("redeliver", "/webhooks/:id/redeliver", {
    params,
    payload: Again,
    success: Schema.Struct({ messages: Schema.Int }),
    error: told
  })
)

const wrong = (problems: InvalidRequest["problems"]) => Effect.fail(new InvalidRequest({ problems }))

/** Reads a body that has only these fields. */
const read = Effect.fnUntraced(function* ({ request }: Given, { largestBody }: Desk, may: ReadonlyArray<string>) {
  const fields: Readonly<Record<string, unknown>> = { ...(yield* fieldsOf(request, largestBody)) }
  const extra = Object.keys(fields).filter((field) => !may.includes(field))
  return { fields, problems: extra.map((path) => ({ path, problem: "is not a field of this" })) }
})
const isText = (value: unknown) => typeof value === "string"

/** What is wanted, with all that is wrong with it. */
const wantedIn = Effect.fnUntraced(function* (given: Given, desk: Desk) {
  const { fields, problems } = yield* read(given, desk, ["target", "machines", "after"])
  const { after, machines, target } = fields
  const known = Object.keys(desk.domain)
  const all = [
    ...problems,
    ...(isText(target) ? [] : [{ path: "target", problem: target === undefined ? "is missing" : "should be string" }]),
    ...(machines === undefined || Array.isArray(machines) ? [] : [{ path: "machines", problem: "should be array" }]),
    ...(Array.isArray(machines) ? machines : []).flatMap((one: unknown, n) =>
      isText(one) && known.includes(one) ? [] : [{ path: `machines.${n}`, problem: "is no machine" }]
    ),
    ...(after === undefined || (isText(after) && (yield* desk.school.isCheckpoint(after)))
      ? []
      : [{ path: "after", problem: "should be a position as it was given" }])
  ]
  if (all.length > 0) return yield* wrong(all)
  return {
    target: target as string,
    ...(machines !== undefined && { machines: machines as ReadonlyArray<string> }),
    ...(after !== undefined && { after: after as string })
  }
})

/**
 * What a server offers beside the domain when its people may have webhooks: give it to `beside` of the options of a server.
 */
export const endpoints: Effect.Effect<Beside, never, Webhooks> = Effect.map(Webhooks, (webhooks): Beside => ({
  group: group as never,
  answers: (desk) =>
    answers(desk, "Webhooks", {
      webhooks: (_, { actor }) => Effect.map(webhooks.of(actor), (items) => json({ items })),
      addWebhook: Effect.fnUntraced(function* (given, { actor }) {
        const { secret, webhook } = yield* webhooks.add(actor, yield* wantedIn(given, desk))
        return json({ ...webhook, secret }, { location: `/v1/webhooks/${webhook.id}` }, 201)
      }),
      webhook: ({ params: { id } }, { actor }) => Effect.map(webhooks.show(actor, id), (one) => json(one)),
      rotateSecret: ({ params: { id } }, { actor }) => Effect.map(webhooks.rotate(actor, id), (one) => json(one)),
      pauseWebhook: ({ params: { id } }, { actor }) => Effect.map(webhooks.pause(actor, id), (one) => json(one)),
      resumeWebhook: ({ params: { id } }, { actor }) => Effect.map(webhooks.resume(actor, id), (one) => json(one)),
      removeWebhook: ({ params: { id } }, { actor }) => Effect.as(webhooks.remove(actor, id), json({ id })),
      deliveries: ({ params: { id } }, { actor }) => Effect.map(webhooks.deliveries(actor, id), (items) => json({ items })),
      deadLetters: ({ params: { id } }, { actor }) => Effect.map(webhooks.deadLetters(actor, id), (items) => json({ items })),
      redeliver: Effect.fnUntraced(function* (given, { actor }) {
        const { fields, problems } = yield* read(given, desk, ["message"])
        const { message } = fields
        const all = message === undefined || isText(message) ? problems : [{ path: "message", problem: "should be string" }]
        if (all.length > 0) return yield* wrong(all)
        const messages = yield* webhooks.redeliver(actor, given.params.id, message as string | undefined)
        return json({ messages })
      })
    })
}))
