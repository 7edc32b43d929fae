/**
 * What is kept of webhooks, beside the facts they tell of: how far each has come, what waits for another try, what nobody
 * took, and what was done.
 *
 * Each webhook is a projection of its own. Its standing is a number that every change moves on, so of two processes that
 * change it at once one is first, and the other looks again. Where it goes and its secrets lie sealed.
 */
import type { Row, Rows, Vault } from "@groeikring/storage"
import { Effect, Schema } from "effect"

const list = "webhooks"
const bookOf = (id: string) => `webhook ${id}`

/** Why nothing is sent, when it is not. */
export const Status = Schema.Literals(["Sending", "Paused", "Gone", "TooManyDead"])
export type Status = typeof Status.Type

const Kept = Schema.Struct({
  owner: Schema.String,
  /** Milliseconds since 1970, as all moments here. */
  added: Schema.Int,
  status: Status,
  machines: Schema.optionalKey(Schema.Array(Schema.String)),
  /** The target and the secrets, sealed; and how often they were. */
  sealed: Schema.String,
  seals: Schema.Int,
  /** Up to where in the order of all facts it was told. */
  position: Schema.String,
  /** The number of the next message, of the next line in the log, and how many letters are dead. */
  next: Schema.Int,
  logged: Schema.Int,
  dead: Schema.Int,
  /** The process that sends its messages, until when. */
  holder: Schema.optionalKey(Schema.String),
  until: Schema.Int
})
export type Kept = typeof Kept.Type

const notice = {
  machine: Schema.String,
  id: Schema.String,
  type: Schema.String,
  position: Schema.String,
  at: Schema.Int
}
/** A message that waits: for its first try, for another, or for somebody who has it sent again. */
const Letter = Schema.Struct({ n: Schema.Int, notice: Schema.Struct(notice), tries: Schema.Int, due: Schema.Int })
export type Letter = typeof Letter.Type

/** One try, as the log keeps it. */
const Try = Schema.Struct({
  time: Schema.Int,
  n: Schema.Int,
  notice: Schema.Struct(notice),
  tries: Schema.Int,
  outcome: Schema.Literals(["Delivered", "Refused", "TargetNotAllowed", "Unreachable", "TimedOut"]),
  status: Schema.optionalKey(Schema.Int)
})
export type Try = typeof Try.Type

/** Where messages go, and what they are signed with: the newest secret first, the one before it until its moment. */
const Sealed = Schema.Struct({
  target: Schema.String,
  secrets: Schema.Array(Schema.Struct({ secret: Schema.String, until: Schema.optionalKey(Schema.Int) }))
})
export type Sealed = typeof Sealed.Type

export interface Opened {
  readonly id: string
  readonly revision: string
  readonly kept: Kept
  readonly open: Sealed
}

/** So many lines of the log are kept; the oldest makes room. */
const lines = 200

const decode = {
  kept: Schema.decodeUnknownSync(Kept),
  letter: Schema.decodeUnknownSync(Letter),
  try: Schema.decodeUnknownSync(Try),
  sealed: Schema.decodeUnknownSync(Schema.fromJsonString(Sealed))
}
const padded = (n: number) => String(n).padStart(12, "0")

type Kind = "waiting" | "dead" | "log"
const row = (kind: Kind, n: number, value: Row["value"]): Row => ({
  key: `${kind}/${padded(n)}`,
  value,
  links: { kind: [kind] }
})
export const waitingRow = (letter: Letter): Row => row("waiting", letter.n, letter)
export const deadRow = (letter: Letter): Row => row("dead", letter.n, letter)
export const logRow = (logged: number, one: Try): Row => row("log", logged % lines, one)
export const keyOf = (kind: Kind, { n }: Letter): string => `${kind}/${padded(n)}`

/** What a change writes; what it leaves out stays. */
export interface Change {
  readonly kept: Kept
  /** When where it goes or its secrets change. */
  readonly open?: Sealed
  readonly rows?: ReadonlyArray<Row>
  readonly gone?: ReadonlyArray<string>
}

export const ledger = (rows: Rows["Service"], vault: Vault.Vault["Service"]) => {
  const box = (id: string, version: number) => ({ machine: "Webhook", id, subject: `webhook ${id}`, type: "Webhook", version })

  const open = Effect.fnUntraced(function* (id: string): Effect.fn.Return<Opened | undefined> {
    // The standing first: whatever changes after it was read makes our own change come to nothing.
    const revision = yield* rows.standing(bookOf(id))
    const [found] = yield* rows.get(bookOf(id), ["webhook"])
    if (found === undefined) return undefined
    const kept = decode.kept(found.value)
    const words = yield* Effect.catch(vault.open(box(id, kept.seals), kept.sealed), () => Effect.undefined)
    return words === undefined ? undefined : { id, revision, kept, open: decode.sealed(words[0]) }
  })

  /** Writes a change when nobody was first; `undefined` when somebody was. */
  const change = Effect.fnUntraced(function* ({ id, open: before, revision }: Opened, change: Change) {
    const { gone = [], open = before } = change
    const seals = change.kept.seals + 1
    const kept =
      open === before
        ? change.kept
        : { ...change.kept, seals, sealed: yield* Effect.orDie(vault.seal(box(id, seals), [JSON.stringify(open)])) }
    const next = String(Number(revision) + 1)
    const rowsNow = [{ key: "webhook", value: kept, links: {} }, ...(change.rows ?? [])]
    const isFirst = yield* rows.turn(bookOf(id), { from: revision, to: next, rows: rowsNow, gone })
    const opened: Opened = { id, revision: next, kept, open }
    return isFirst ? opened : undefined
  })

  /** Changes what is there, as often as somebody else is first; nothing when it is not there. */
  const changed = Effect.fnUntraced(function* (id: string, how: (opened: Opened) => Effect.Effect<Change>) {
    for (;;) {
      const opened = yield* open(id)
      if (opened === undefined) return undefined
      const after = yield* change(opened, yield* how(opened))
      if (after !== undefined) return after
    }
  })

  const listed = Effect.fnUntraced(function* (turn: Pick<Parameters<typeof rows.turn>[1], "rows" | "gone">) {
    for (let from = yield* rows.standing(list); ; from = yield* rows.standing(list))
      if (yield* rows.turn(list, { from, to: String(Number(from) + 1), ...turn })) return
  })

  const of = (id: string, kind: Kind) => rows.find(bookOf(id), { field: "kind", value: kind })

  return {
    open,
    change,
    changed,
    /** Every webhook there is, or those of one person. */
    ids: (owner?: string) =>
      Effect.map(rows.find(list, owner === undefined ? undefined : { field: "owner", value: owner }), (all) =>
        all.map(({ key }) => key)
      ),
    /** Begins one. First its book and then its place in the list: what is listed is there. */
    begin: Effect.fnUntraced(function* (id: string, kept: Omit<Kept, "sealed" | "seals">, sealed: Sealed) {
      const nothing = { target: "", secrets: [] }
      const blank: Opened = { id, revision: "", kept: { ...kept, sealed: "", seals: 0 }, open: nothing }
      yield* change(blank, { kept: blank.kept, open: sealed })
      yield* listed({ rows: [{ key: id, value: {}, links: { owner: [kept.owner] } }], gone: [] })
    }),
    /** Ends one, with all that was kept of it. */
    end: Effect.fnUntraced(function* (id: string) {
      yield* listed({ rows: [], gone: [id] })
      yield* rows.clear(bookOf(id))
      yield* vault.forget({ stream: { machine: "Webhook", id } })
    }),
    isAt: ({ id, revision }: Opened) => Effect.map(rows.standing(bookOf(id)), (now) => now === revision),
    waiting: (id: string) => Effect.map(of(id, "waiting"), (all) => all.map(({ value }) => decode.letter(value))),
    dead: (id: string) => Effect.map(of(id, "dead"), (all) => all.map(({ value }) => decode.letter(value))),
    log: (id: string) => Effect.map(of(id, "log"), (all) => all.map(({ value }) => decode.try(value)))
  }
}
