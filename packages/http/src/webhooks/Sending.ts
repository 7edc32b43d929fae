/** One message on its way: signed by the rules of Standard Webhooks, sent once, and what came of it. */
import { Clock, Effect } from "effect"
import { randomBytes } from "node:crypto"
import { request as requestPlain } from "node:http"
import { request as requestSecure } from "node:https"
import { isIP } from "node:net"
import { Webhook as Signer } from "standardwebhooks"
import { contentType } from "./CloudEvent.ts"
import { type Fence, type Pinned, pinned } from "./Target.ts"

/** What came of sending a message. */
export type Outcome =
  | { readonly _tag: "Delivered"; readonly status: number }
  /** The other side answered with something else than yes; `wait` is how many seconds it asked to wait. */
  | { readonly _tag: "Refused"; readonly status: number; readonly wait?: number }
  | { readonly _tag: "TargetNotAllowed" }
  | { readonly _tag: "Unreachable" }
  | { readonly _tag: "TimedOut" }

/** A secret as Standard Webhooks writes it: 32 random bytes. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString("base64")}`

export interface Message {
  /** The same for every try, so that the other side knows what it has already. */
  readonly id: string
  readonly body: string
}

/** The headers of a message: signed with every secret that is valid now, so that the other side may know either. */
export const signed = ({ body, id }: Message, secrets: ReadonlyArray<string>, now: number): Record<string, string> => {
  const at = new Date(Math.floor(now / 1000) * 1000)
  return {
    "webhook-id": id,
    "webhook-timestamp": String(at.getTime() / 1000),
    "webhook-signature": secrets.map((secret) => new Signer(secret).sign(id, at, body)).join(" ")
  }
}

/** Sends a message once. A redirect is an answer like any other, and is not followed. */
export const send = Effect.fnUntraced(function* (
  target: string,
  message: Message,
  secrets: ReadonlyArray<string>,
  fence: Fence
): Effect.fn.Return<Outcome> {
  const now = yield* Clock.currentTimeMillis
  return yield* pinned(target, fence).pipe(
    Effect.flatMap((where) => posted(where, message, signed(message, secrets, now))),
    Effect.orElseSucceed((): Outcome => ({ _tag: "TargetNotAllowed" })),
    Effect.timeoutOrElse({ duration: (fence.patience ?? 10) * 1000, orElse: () => Effect.succeed<Outcome>({ _tag: "TimedOut" }) })
  )
})

const posted = ({ address, url }: Pinned, { body }: Message, headers: Record<string, string>) =>
  Effect.callback<Outcome>((resume) => {
    const family = isIP(address)
    const sent = (url.protocol === "https:" ? requestSecure : requestPlain)(url, {
      method: "POST",
      // Asked is the address that was looked at. The name is still the one that the certificate must be of.
      lookup: (_host, options, answer) => (options.all ? answer(null, [{ address, family }]) : answer(null, address, family)),
      // No connection is kept, no proxy is asked.
      agent: false,
      headers: {
        ...headers,
        "content-type": contentType,
        "content-length": Buffer.byteLength(body),
        "user-agent": "Groeikring-Webhooks"
      }
    })
    sent.on("response", (response) => {
      const { headers, statusCode: status = 0 } = response
      const after = headers["retry-after"] ?? ""
      // What it says beyond that is not read: it may be endless.
      sent.destroy()
      resume(
        Effect.succeed(
          status >= 200 && status < 300
            ? { _tag: "Delivered", status }
            : { _tag: "Refused", status, ...(/^\d{1,6}$/.test(after) && { wait: Number(after) }) }
        )
      )
    })
    sent.on("error", () => resume(Effect.succeed({ _tag: "Unreachable" })))
    sent.end(body)
    return Effect.sync(() => void sent.destroy())
  })
