/**
 * Who brings the messages of a webhook: reads what happened through the eyes of its owner, sends it, and tries again later
 * what was not taken.
 *
 * Of all processes on one store one at a time is the courier of a webhook, for as long as its turn lasts. What it did is
 * written after it was done, so a crash in between has a message sent twice and never lost: the id of a message is the same
 * then.
 */
import { EventStore, Rows, School, Vault } from "@groeikring/storage"
import { Clock, Effect, FiberMap, Layer, Random, Schedule } from "effect"
import { randomUUID } from "node:crypto"
import { cloudEvent, noticeOf } from "./CloudEvent.ts"
import { deadRow, keyOf, type Kept, ledger, type Letter, logRow, type Opened, waitingRow } from "./Ledger.ts"
import { type Outcome, send } from "./Sending.ts"
import type { Fence } from "./Target.ts"

export interface Options extends Fence {
  /** What this server calls itself in its messages: a URI. `urn:groeikring:` and the tenant, unless told. */
  readonly source?: string
  readonly retrying?: Retrying
  /** How long a courier rests when there is nothing to bring, in seconds: half a second unless told. */
  readonly rest?: number
}

/** How what was not taken is tried again: after `first` seconds, then four times as long each time, at most `longest`. */
export interface Retrying {
  readonly first: number
  readonly longest: number
  /** After so many tries a letter is dead. */
  readonly tries: number
}
/** Ten tries, over a day and more: a receiver may be away for a night. */
export const usual: Retrying = { first: 5, longest: 36_000, tries: 10 }

/** How long a courier has its turn, in milliseconds. Longer than a message may take. */
const turn = 60_000
/** So many messages at once. */
const together = 16
/** When so many wait for another try, what is new stays where it is: in the store. */
const window = 100
/** When so many letters are dead, nobody is listening. */
const tooManyDead = 500

/** How long to wait after so many tries, in milliseconds: a fifth more or less, so that not all come back at once. */
export const waitAfter = (tries: number, { first, longest }: Retrying, chance: number): number =>
  Math.min(longest, first * 4 ** (tries - 1)) * (0.8 + 0.4 * chance) * 1000

/** The message ids of a webhook: its own id, and the number of the message. */
export const messageId = (webhook: string, n: number): string => `msg_${webhook}_${n}`

/** Brings the messages of every webhook there is, and of those that come. */
export const layer = ({ rest = 0.5, retrying = usual, source, ...fence }: Options = {}): Layer.Layer<
  never,
  never,
  School | EventStore | Rows | Vault.Vault
> =>
  Layer.effectDiscard(
    Effect.gen(function* () {
      const school = yield* School
      const { tenant } = yield* EventStore
      const book = ledger(yield* Rows, yield* Vault.Vault)
      const from = source ?? `urn:groeikring:${encodeURIComponent(tenant)}`
      const me = randomUUID()
      const idle = rest * 1000

      /** Takes the turn of a webhook; nothing when it is somebody else's, or when nothing is to be sent. */
      const take = Effect.fnUntraced(function* (opened: Opened) {
        const now = yield* Clock.currentTimeMillis
        const { holder = me, status, until } = opened.kept
        if (status !== "Sending" || (holder !== me && until > now)) return undefined
        const taken = yield* book.change(opened, { kept: { ...opened.kept, holder: me, until: now + turn } })
        return taken && { taken, waiting: yield* book.waiting(opened.id) }
      })

      /** Looks at what is new, sends what is due, and writes down what came of it; `undefined` when there is nothing to do. */
      const round = (at: Opened, waiting: ReadonlyArray<Letter>) =>
        Effect.uninterruptibleMask((restore) =>
          Effect.gen(function* () {
            const { id, kept, open } = at
            const now = yield* Clock.currentTimeMillis
            const ready = waiting.filter(({ due }) => due <= now)
            const isRoom = ready.length < together && waiting.length < window
            const viewer = { actor: kept.owner, at: Math.floor(now / 60_000) }
            const news = isRoom ? yield* school.told(viewer, kept.position, together) : { facts: [], upTo: kept.position }
            const fresh = news.facts
              .filter(({ machine }) => kept.machines === undefined || kept.machines.includes(machine))
              .map((fact, n): Letter => ({ n: kept.next + n, notice: noticeOf(fact), tries: 0, due: now }))
            const sending = [...ready, ...fresh].slice(0, together)
            const secrets = open.secrets.filter(({ until = Infinity }) => until > now).map(({ secret }) => secret)
            // What came of it is written down whatever happens meanwhile: a message that arrived is not sent again.
            const outcomes = yield* restore(
              Effect.forEach(
                sending,
                ({ n, notice }) =>
                  send(open.target, { id: messageId(id, n), body: JSON.stringify(cloudEvent(from, notice)) }, secrets, fence),
                { concurrency: together }
              )
            )
            const came = yield* Effect.forEach(sending, (letter, n) => after(letter, outcomes[n]!, retrying))
            const done = yield* Clock.currentTimeMillis
            const later = [
              ...waiting.filter((letter) => !sending.includes(letter)),
              ...fresh.filter((letter) => !sending.includes(letter)),
              ...came.flatMap(({ letter, what }) => (what === "Waits" ? [letter] : []))
            ]
            const dead = came.flatMap(({ letter, what }) => (what === "Dead" ? [letter] : []))
            const isGone = outcomes.some((outcome) => outcome._tag === "Refused" && outcome.status === 410)
            const next: Kept = {
              ...kept,
              status: isGone ? "Gone" : kept.dead + dead.length >= tooManyDead ? "TooManyDead" : "Sending",
              position: news.upTo,
              next: kept.next + fresh.length,
              logged: kept.logged + sending.length,
              dead: kept.dead + dead.length,
              holder: me,
              until: done + turn
            }
            const known = new Set(waiting)
            const isNothing = sending.length === 0 && fresh.length === 0
            // That others saw something is worth no write, until the turn is to be renewed.
            if (isNothing && kept.until - now > turn / 2)
              return { at: { ...at, kept: { ...kept, position: news.upTo } }, waiting, rests: news.upTo === kept.position }
            const written = yield* book.change(at, {
              kept: next,
              rows: [
                ...later.filter((letter) => !known.has(letter)).map(waitingRow),
                ...dead.map(deadRow),
                ...sending.map(({ n, notice, tries }, i) => {
                  const outcome = outcomes[i]!
                  const line = { time: done, n, notice, tries: tries + 1, outcome: outcome._tag }
                  return logRow(kept.logged + i, "status" in outcome ? { ...line, status: outcome.status } : line)
                })
              ],
              gone: came.flatMap(({ letter, what }) => (what === "Waits" ? [] : [keyOf("waiting", letter)]))
            })
            return written && { at: written, waiting: later, rests: isNothing }
          })
        )

      /** Is the courier of a webhook until it is gone. */
      const courier = Effect.fnUntraced(function* (id: string) {
        for (;;) {
          const opened = yield* book.open(id)
          if (opened === undefined) return
          const held = yield* take(opened)
          if (held === undefined) {
            yield* Effect.sleep(idle * 4)
            continue
          }
          let waiting: ReadonlyArray<Letter> = held.waiting
          for (let at: Opened | undefined = held.taken; at !== undefined && at.kept.status === "Sending";) {
            const came: Effect.Success<ReturnType<typeof round>> = yield* round(at, waiting)
            at = came?.at
            waiting = came?.waiting ?? []
            if (came?.rests !== true) continue
            const now = yield* Clock.currentTimeMillis
            yield* Effect.sleep(Math.max(1, Math.min(idle, ...waiting.map(({ due }) => due - now))))
            // Its owner may have changed it, or a process that took the turn of one that was asleep.
            if (!(yield* book.isAt(came.at))) at = undefined
          }
        }
      })
      /** Gives the turn back, so that the next process need not wait for its end. */
      const giveBack = (id: string) =>
        book.changed(id, ({ kept }) => Effect.succeed({ kept: kept.holder === me ? { ...kept, until: 0 } : kept }))

      const couriers = yield* FiberMap.make<string>()
      const watch = Effect.gen(function* () {
        for (const id of yield* book.ids())
          yield* FiberMap.run(
            couriers,
            id,
            courier(id).pipe(
              Effect.catchCause((cause) => Effect.logError("The messages of a webhook could not be brought", cause)),
              Effect.ensuring(Effect.ignore(giveBack(id)))
            ),
            { onlyIfMissing: true }
          )
      }).pipe(Effect.catchCause((cause) => Effect.logError("The webhooks could not be looked up", cause)))
      yield* Effect.forkScoped(Effect.repeat(watch, Schedule.spaced(idle * 2)))
    })
  )

/** What becomes of a letter. */
const after = Effect.fnUntraced(function* (letter: Letter, outcome: Outcome, retrying: Retrying) {
  const tries = letter.tries + 1
  const now = yield* Clock.currentTimeMillis
  const tried = { ...letter, tries, due: now }
  if (outcome._tag === "Delivered") return { letter: tried, what: "Delivered" } as const
  const isOver = tries >= retrying.tries || (outcome._tag === "Refused" && outcome.status === 410)
  if (isOver) return { letter: tried, what: "Dead" } as const
  const asked = outcome._tag === "Refused" ? Math.min(outcome.wait ?? 0, 3600) * 1000 : 0
  const wait = Math.max(asked, waitAfter(tries, retrying, yield* Random.next))
  return { letter: { ...tried, due: now + Math.ceil(wait) }, what: "Waits" } as const
})
