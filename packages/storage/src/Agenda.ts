/**
 * The agenda of the process rules: which facts suggest something to whom, and which ask for something that is not done yet.
 *
 * Whoever asks for their suggestions, and every tick of the clock, would read all facts without it. It holds places of
 * facts and no more: what they ask for is asked of the rules again at its moment.
 */
import { type Process, Vocabulary } from "@groeikring/core"
import { Effect, Schema } from "effect"
import type { Checkpoint, EventStore, Fact } from "./EventStore.ts"
import type { Row, Rows } from "./Rows.ts"

const name = "agenda"
/** For so many days, each is asked for by itself. */
const longest = 40
/** How many facts are read in one turn. */
const page = 500

const Place = Schema.Struct({ machine: Schema.String, id: Schema.String, version: Schema.Int })
export type Place = typeof Place.Type

/** What is kept beside the places: by which rules and settings they were made, and up to which day everything was done. */
const Cover = Schema.Struct({
  made: Schema.String,
  day: Schema.Int,
  /** Since the rules or the settings changed, the agenda is made again: up to here, only what was still to do is still to do. */
  again: Schema.optionalKey(Schema.Struct({ upTo: Schema.String, open: Schema.Array(Schema.String) }))
})
type Cover = typeof Cover.Type

const coverKey = "cover"
const coverRow = (value: Cover): Row => ({ key: coverKey, value, links: {} })
const keyOf = ({ stream: { id, machine }, version }: Fact) => `${machine}/${id}@${version}`
const dayOf = (at: number) => Math.floor(at / Vocabulary.day)
/** Due, whatever day it is. */
const now = "now"

/** What one fact asks for, when it is looked at: whom it suggests something to, and when what it sends is still to be done. */
export interface Entry {
  readonly to: ReadonlyArray<string>
  readonly waiting: ReadonlyArray<number>
}

/** Looks at a fact: `isDone` says of something to send that it was done before the agenda was made again. */
type Look = (fact: Fact, isDone: (send: Process.Send) => boolean) => Effect.Effect<Entry>

/** Where the agenda of a store stands: facts that were looked at, the day up to which all was done, and what was open then. */
export interface Standing {
  readonly upTo: Checkpoint
  readonly day: number
  readonly open: ReadonlyArray<string>
}
export const standingOf = Effect.fnUntraced(function* (rows: Rows["Service"]) {
  const [kept] = yield* rows.get(name, [coverKey])
  const { again, day } = kept === undefined ? { day: 0 } : coverOf(kept)
  const open = (yield* rows.find(name)).flatMap(({ key, links: { due = [] } }) =>
    due.includes(now) || due.includes(String(day)) ? [key] : []
  )
  const standing: Standing = {
    upTo: again?.upTo ?? (yield* rows.standing(name)),
    day,
    open: [...(again?.open ?? []), ...open]
  }
  return standing
})
/** Begins the agenda of a store whose facts were moved here: what was done or refused there is not asked for again here. */
export const takeOver = (rows: Rows["Service"], { day, open, upTo }: Standing): Effect.Effect<void> =>
  Effect.asVoid(
    rows.turn(name, {
      from: "",
      to: "",
      rows: [coverRow({ made: "elsewhere", day, again: { upTo, open: [...open] } })],
      gone: []
    })
  )

/** Has the agenda made again from nothing at its next use: what was done stays done, and what waits still waits. */
export const makeAgendaAgain = Effect.fnUntraced(function* (rows: Rows["Service"]) {
  yield* beganAgain(rows, yield* rows.standing(name), "")
})

/** Begins again from nothing, when it still stands there. What was open when it was begun before, and is not done, is open still. */
const beganAgain = Effect.fnUntraced(function* (rows: Rows["Service"], from: Checkpoint, made: string) {
  const { day, open, upTo } = yield* standingOf(rows)
  yield* rows.turn(name, {
    from,
    to: "",
    rows: [coverRow({ made, day, again: { upTo, open: [...open] } })],
    gone: (yield* rows.find(name)).flatMap(({ key }) => (key === coverKey ? [] : [key]))
  })
})

/** `made` says by which rules and settings the entries are made. */
export const agenda = (rows: Rows["Service"], store: EventStore["Service"], made: string) => {
  /** The cover as it is; nothing when it was replaced just now, because rules or settings changed. */
  const coverAt = Effect.fnUntraced(function* (standing: string) {
    const [kept] = yield* rows.get(name, [coverKey])
    const before = kept === undefined ? { made, day: 0 } : coverOf(kept)
    if (before.made === made) return before
    yield* beganAgain(rows, standing, made)
    return undefined
  })

  /**
   * Looks at every fact that was not looked at yet, in their order. `begin` is asked for each page of them. It runs after
   * nobody: what is written while it looks is for the next who asks, or whoever asks of a busy school would never hear.
   */
  const catchUp = Effect.fnUntraced(function* (begin: () => Look) {
    for (;;) {
      const from = yield* rows.standing(name)
      const cover = yield* coverAt(from)
      if (cover === undefined) continue
      const facts = yield* store.readAll(from, page)
      if (facts.length === 0) return
      const { again, ...settled } = cover
      let isOld = again !== undefined && again.upTo !== ""
      const look = begin()
      const entries: Array<Row> = []
      for (const fact of facts) {
        const isDone = isOld
          ? ({ notBefore = fact.at }: Process.Send) => dayOf(notBefore) <= cover.day && !again!.open.includes(keyOf(fact))
          : () => false
        entries.push(...rowOf(cover.day, fact, yield* look(fact, isDone)))
        if (fact.position === again?.upTo) isOld = false
      }
      // The cover goes along, so that whoever ticked meanwhile looks again at the days that were looked at here.
      const covered = coverRow(isOld ? cover : settled)
      // When another process took this turn, there is another one to take.
      const turned = yield* rows.turn(name, { from, to: facts.at(-1)!.position, rows: [...entries, covered], gone: [] })
      if (turned && facts.length < page) return
    }
  })

  /** The facts that suggest something to this person. */
  const suggesting = (person: string) =>
    Effect.map(rows.find(name, { field: "to", value: person }), (found) => found.map(placeOf))

  /** What is due from a day up to another. After a long time, and the first time, all of it is looked through instead. */
  const dueFrom = Effect.fnUntraced(function* (first: number, last: number) {
    const long = last - first > longest
    const days = Array.from({ length: long ? 0 : last - first + 1 }, (_, n) => String(first + n))
    const found = long
      ? (yield* rows.find(name)).filter(({ links: { due = [] } }) => due.some((day) => day === now || Number(day) <= last))
      : (yield* Effect.forEach([now, ...days], (value) => rows.find(name, { field: "due", value }))).flat()
    return new Map(found.map((row) => [row.key, row]))
  })

  /** Looks again at every fact that has something due at this moment, and keeps what is left of it. */
  const tick = Effect.fnUntraced(function* (
    at: number,
    factAt: (place: Place) => Effect.Effect<Fact>,
    look: (fact: Fact) => Effect.Effect<Entry>
  ) {
    for (let turned = false; !turned;) {
      const standing = yield* rows.standing(name)
      const cover = yield* coverAt(standing)
      if (cover === undefined) continue
      const today = Math.max(cover.day, dayOf(at))
      const due = yield* dueFrom(cover.day, today)
      const left: Array<Row> = []
      for (const row of due.values()) {
        const fact = yield* factAt(placeOf(row))
        left.push(...rowOf(today - 1, fact, yield* look(fact)))
      }
      const keys = new Set(left.map(({ key }) => key))
      turned = yield* rows.turn(name, {
        from: standing,
        to: standing,
        rows: [...left, coverRow({ ...cover, day: today })],
        gone: [...due.keys()].filter((key) => !keys.has(key))
      })
    }
  })

  /** The facts that have something due at this moment. */
  const dueAt = Effect.fnUntraced(function* (at: number) {
    const cover = (yield* coverAt(yield* rows.standing(name))) ?? { day: 0 }
    return [...(yield* dueFrom(cover.day, Math.max(cover.day, dayOf(at)))).values()].map(placeOf)
  })

  return { catchUp, dueAt, suggesting, tick }
}

const rowOf = (day: number, fact: Fact, { to, waiting }: Entry): ReadonlyArray<Row> => {
  const due = waiting.map((at) => (dayOf(at) <= day ? now : String(dayOf(at))))
  const { stream, version } = fact
  return to.length + due.length === 0
    ? []
    : [{ key: keyOf(fact), value: { ...stream, version }, links: { to: [...new Set(to)], due: [...new Set(due)] } }]
}
const placeOf = ({ value }: Row): Place => Schema.decodeUnknownSync(Place)(value)
const coverOf = ({ value }: Row): Cover => Schema.decodeUnknownSync(Cover)(value)
