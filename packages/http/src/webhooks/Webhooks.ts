/** Webhooks as their owners know them: what they asked to be told where, and what became of it. */
import { Refusal } from "@groeikring/core"
import { EventStore, Rows, Vault } from "@groeikring/storage"
import { Clock, Context, Effect, Layer, Schema } from "effect"
import { randomBytes } from "node:crypto"
import { cloudEvent } from "./CloudEvent.ts"
import { messageId } from "./Courier.ts"
import { keyOf, ledger, type Letter, type Opened, type Status, type Try, waitingRow } from "./Ledger.ts"
import { newSecret } from "./Sending.ts"
import { type Fence, pinned, type TargetNotAllowed } from "./Target.ts"

/** Says nothing about whether it is somebody else's. */
export class NoSuchWebhook extends Refusal.refusal(
  "NoSuchWebhook",
  ({ id }) => `There is no webhook ${id} of yours. Ask for the list of your webhooks.`,
  { id: Schema.String }
) {}
export class TooManyWebhooks extends Refusal.refusal(
  "TooManyWebhooks",
  ({ most }) => `You have ${most} webhooks, and that is as many as there can be. Remove one first.`,
  { most: Schema.Int }
) {}
/** A text that no store of this kind gave out as the place of a fact. */
export class NoSuchPosition extends Refusal.refusal(
  "NoSuchPosition",
  ({ after }) =>
    `There is no position "${after}" in this store. Give one as it stands with a fact, or leave it out to begin at the beginning.`,
  { after: Schema.String }
) {}

/** So many may one person have. */
const most = 10
/** For so long the secret before the newest one is good, in hours. */
export const overlap = 24

export interface Webhook {
  readonly id: string
  readonly target: string
  /** The machines whose facts are told; every machine when it names none. */
  readonly machines?: ReadonlyArray<string>
  readonly status: Status
  /** Up to where in the order of all facts it was told. */
  readonly position: string
  /** How many messages wait for another try, and how many nobody took. */
  readonly waiting: number
  readonly dead: number
}

/** One message and what came of it last. */
export interface Delivery {
  /** The id under which it was sent each time: the header `webhook-id`. */
  readonly message: string
  readonly type: string
  readonly subject: string
  readonly position: string
  readonly tries: number
  /** When it was last tried. */
  readonly time: string
  readonly outcome: Try["outcome"] | "Dead"
  /** What the other side answered, when it answered. */
  readonly status?: number
}

/** What is asked for: `after` is the position behind which it begins, the beginning of everything unless told. */
export interface Wanted {
  readonly target: string
  readonly machines?: ReadonlyArray<string>
  readonly after?: string
}

/**
 * The webhooks of a school.
 *
 * **When to use** In a program of your own that manages them. Over HTTP and on the command line they are there already.
 *
 * **Gotchas** A secret is told once, when it is made. A webhook tells its owner what its owner may see, also when that
 * changes: who leaves hears nothing more.
 */
export class Webhooks extends Context.Service<
  Webhooks,
  {
    readonly add: (
      owner: string,
      wanted: Wanted
    ) => Effect.Effect<
      { readonly webhook: Webhook; readonly secret: string },
      TargetNotAllowed | TooManyWebhooks | NoSuchPosition
    >
    readonly of: (owner: string) => Effect.Effect<ReadonlyArray<Webhook>>
    readonly show: (owner: string, id: string) => Effect.Effect<Webhook, NoSuchWebhook>
    /** A new secret. The one before it is good for another day, and messages are signed with both. */
    readonly rotate: (
      owner: string,
      id: string
    ) => Effect.Effect<{ readonly secret: string; readonly before: string }, NoSuchWebhook>
    readonly pause: (owner: string, id: string) => Effect.Effect<Webhook, NoSuchWebhook>
    /** Goes on where it stopped: nothing that happened meanwhile is skipped. */
    readonly resume: (owner: string, id: string) => Effect.Effect<Webhook, NoSuchWebhook>
    readonly remove: (owner: string, id: string) => Effect.Effect<void, NoSuchWebhook>
    /** The last tries, the newest first. */
    readonly deliveries: (owner: string, id: string) => Effect.Effect<ReadonlyArray<Delivery>, NoSuchWebhook>
    /** What nobody took, in the order in which it happened. */
    readonly deadLetters: (owner: string, id: string) => Effect.Effect<ReadonlyArray<Delivery>, NoSuchWebhook>
    /** Has dead letters sent again: the one of this message, or all. Answers with how many. */
    readonly redeliver: (owner: string, id: string, message?: string) => Effect.Effect<number, NoSuchWebhook>
  }
>()("@groeikring/http/Webhooks") {}

const iso = (millis: number) => new Date(millis).toISOString()

export const layer = (fence: Fence = {}): Layer.Layer<Webhooks, never, EventStore | Rows | Vault.Vault> =>
  Layer.effect(
    Webhooks,
    Effect.gen(function* () {
      const store = yield* EventStore
      const book = ledger(yield* Rows, yield* Vault.Vault)

      const mine = Effect.fnUntraced(function* (owner: string, id: string) {
        const opened = yield* book.open(id)
        return opened?.kept.owner === owner ? opened : yield* Effect.fail(new NoSuchWebhook({ id }))
      })
      const shown = Effect.fnUntraced(function* ({ id, kept, open }: Opened) {
        const { dead, machines, position, status } = kept
        const { length: waiting } = yield* book.waiting(id)
        const webhook: Webhook = {
          id,
          target: open.target,
          ...(machines !== undefined && { machines }),
          status,
          position,
          waiting,
          dead
        }
        return webhook
      })
      const changed = Effect.fnUntraced(function* (owner: string, id: string, how: Parameters<typeof book.changed>[1]) {
        yield* mine(owner, id)
        const after = yield* book.changed(id, how)
        return after ?? (yield* Effect.fail(new NoSuchWebhook({ id })))
      })
      const stand = (status: Status) => (owner: string, id: string) =>
        Effect.flatMap(
          changed(owner, id, ({ kept }) => Effect.succeed({ kept: { ...kept, status } })),
          shown
        )
      const deliveryOf = (id: string, { n, notice, tries }: Letter | Try) => {
        const { subject, type } = cloudEvent("", notice)
        return { message: messageId(id, n), type, subject, position: notice.position, tries }
      }

      return Webhooks.of({
        add: Effect.fn("Webhooks.add")(function* (owner, { after = "", machines, target }) {
          if ((yield* book.ids(owner)).length >= most) return yield* Effect.fail(new TooManyWebhooks({ most }))
          if (after !== "" && !(yield* store.isCheckpoint(after))) return yield* Effect.fail(new NoSuchPosition({ after }))
          yield* pinned(target, fence)
          const id = randomBytes(12).toString("base64url")
          const secret = newSecret()
          const kept = {
            owner,
            added: yield* Clock.currentTimeMillis,
            status: "Sending",
            ...(machines !== undefined && machines.length > 0 && { machines }),
            position: after,
            next: 1,
            logged: 0,
            dead: 0,
            until: 0
          } as const
          yield* book.begin(id, kept, { target, secrets: [{ secret }] })
          return { webhook: yield* Effect.orDie(Effect.flatMap(mine(owner, id), shown)), secret }
        }),
        of: Effect.fn("Webhooks.of")(function* (owner) {
          const all = yield* Effect.forEach(yield* book.ids(owner), (id) => book.open(id))
          return yield* Effect.forEach(
            all.filter((opened) => opened !== undefined),
            shown
          )
        }),
        show: (owner, id) => Effect.flatMap(mine(owner, id), shown),
        rotate: Effect.fn("Webhooks.rotate")(function* (owner, id) {
          const secret = newSecret()
          const until = (yield* Clock.currentTimeMillis) + overlap * 3_600_000
          yield* changed(owner, id, ({ kept, open }) => {
            const [before] = open.secrets
            const secrets = [{ secret }, ...(before === undefined ? [] : [{ secret: before.secret, until }])]
            return Effect.succeed({ kept, open: { ...open, secrets } })
          })
          return { secret, before: iso(until) }
        }),
        pause: stand("Paused"),
        resume: stand("Sending"),
        remove: (owner, id) => Effect.andThen(mine(owner, id), book.end(id)),
        deliveries: Effect.fn("Webhooks.deliveries")(function* (owner, id) {
          yield* mine(owner, id)
          const log = (yield* book.log(id)).toSorted((one, other) => other.time - one.time || other.n - one.n)
          return log.map(({ outcome, status, time, ...one }): Delivery => ({
            ...deliveryOf(id, one as Try),
            time: iso(time),
            outcome,
            ...(status !== undefined && { status })
          }))
        }),
        deadLetters: Effect.fn("Webhooks.deadLetters")(function* (owner, id) {
          yield* mine(owner, id)
          return (yield* book.dead(id)).map((letter): Delivery => ({
            ...deliveryOf(id, letter),
            time: iso(letter.due),
            outcome: "Dead"
          }))
        }),
        redeliver: Effect.fn("Webhooks.redeliver")(function* (owner, id, message) {
          const now = yield* Clock.currentTimeMillis
          let count = 0
          yield* changed(
            owner,
            id,
            Effect.fnUntraced(function* ({ kept }) {
              const all = yield* book.dead(id)
              const again = all.filter(({ n }) => message === undefined || messageId(id, n) === message)
              count = again.length
              return {
                kept: { ...kept, dead: all.length - count },
                rows: again.map((letter) => waitingRow({ ...letter, tries: 0, due: now })),
                gone: again.map((letter) => keyOf("dead", letter))
              }
            })
          )
          return count
        })
      })
    })
  )
