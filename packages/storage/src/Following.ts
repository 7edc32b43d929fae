/**
 * What happens, told to everybody who listens.
 *
 * Whoever comes reads by themselves what they missed, page by page, until there is no more. From there on one reader goes
 * along for all of them, and reads each new fact once. Who listens too slowly goes back to reading by themselves.
 */
import type { Machine } from "@groeikring/core"
import { type Cause, Effect, type Fiber, Queue, Stream } from "effect"
import type { Heard } from "./Answers.ts"
import type { Checkpoint, EventStore, Fact } from "./EventStore.ts"
import type { Hearing, Hears } from "./Hearing.ts"

/** So many facts are read at a time by who reads by themselves. */
const page = 100
/** So many facts wait for somebody who does not come for them. */
const room = 100

interface Listener {
  readonly viewer: Machine.Asked
  readonly heard: Queue.Queue<Heard, Cause.Done>
  /** Where they stood when there was no more room for them. */
  left?: Checkpoint
}
/** The one reader, how far it is, and for whom it reads. */
interface Round {
  at: Checkpoint
  readonly listening: Set<Listener>
  reading?: Fiber.Fiber<void>
}

/** Long after they came, somebody sees what is theirs to see at that moment. */
const whoAt = ({ actor, at }: Machine.Asked, fact: Fact): Machine.Asked => ({ actor, at: Math.max(at, fact.at) })

/**
 * What comes to somebody who listens. That something went out of their sight is told of what happens while they listen: of
 * what was before nobody can say any more whether they saw it.
 */
const heardBy = Effect.fnUntraced(function* ({ lost, told }: Hears, viewer: Machine.Asked, fact: Fact) {
  const who = whoAt(viewer, fact)
  const heard: Heard | undefined = yield* told(who)
  return heard ?? (fact.at < viewer.at ? undefined : yield* lost(who))
})

export const following = (store: EventStore["Service"], hearing: () => Hearing) => {
  let round: Round | undefined
  /** Who came as far as a place where the reader is not, or not yet. */
  const waiting = new Map<Checkpoint, Set<Listener>>()

  const arriveAt = (here: Round, at: Checkpoint) => {
    here.at = at
    for (const one of waiting.get(at) ?? []) here.listening.add(one)
    waiting.delete(at)
  }
  const join = (one: Listener, from: Checkpoint) => {
    if (round?.at === from) round.listening.add(one)
    else waiting.set(from, (waiting.get(from) ?? new Set()).add(one))
  }
  const leave = (one: Listener, from: Checkpoint) => {
    const others = waiting.get(from)
    others?.delete(one)
    if (others?.size === 0) waiting.delete(from)
    round?.listening.delete(one)
    restIfAlone()
  }
  /** Nobody reads on when nobody listens. */
  const restIfAlone = () => {
    if (round === undefined || round.listening.size + waiting.size > 0) return
    round.reading?.interruptUnsafe()
    round = undefined
  }

  /** Has somebody read on by themselves, from where they are. */
  const letGo = (one: Listener, at: Checkpoint) => {
    one.left = at
    Queue.endUnsafe(one.heard)
  }

  /** Tells a fact to everybody who came as far as that. */
  const tell = Effect.fnUntraced(function* (here: Round, hear: Hearing, fact: Fact) {
    const hears = yield* hear(fact)
    for (const one of here.listening) {
      const heard = yield* heardBy(hears, one.viewer, fact)
      if (heard === undefined || Queue.offerUnsafe(one.heard, heard)) continue
      here.listening.delete(one)
      letGo(one, here.at)
    }
    arriveAt(here, fact.position)
    restIfAlone()
  })

  /** What breaks the reader breaks all who listen. Who comes next begins anew. */
  const breakDown = (here: Round, cause: Cause.Cause<never>) => {
    if (round !== here) return
    round = undefined
    for (const one of [here.listening, ...waiting.values()].flatMap((some) => [...some])) Queue.failCauseUnsafe(one.heard, cause)
    waiting.clear()
  }

  /** Begins to read, where nobody does. It is one step: nobody comes in between, and nobody leaves. */
  const begin = (at: Checkpoint) =>
    Effect.uninterruptible(
      Effect.suspend(() => {
        if (round !== undefined) return Effect.void
        const here: Round = { at, listening: new Set() }
        round = here
        arriveAt(here, at)
        // Who looked a moment ago may be behind it, and then the reader would never come by: they look again.
        for (const [place, others] of waiting) for (const one of others) letGo(one, place)
        waiting.clear()
        const hear = hearing()
        return store.follow(at).pipe(
          Stream.runForEach((fact) => tell(here, hear, fact)),
          Effect.catchCause((cause) => Effect.sync(() => breakDown(here, cause))),
          Effect.forkDetach,
          Effect.map((reading) => void (here.reading = reading))
        )
      })
    )

  /**
   * Where somebody begins who names a place: there; or at the end, when nothing is behind it. Such a place may be of no fact
   * that is here, as after a copy was put back, and the reader would never come by.
   */
  const beginning = Effect.fnUntraced(function* (after: Checkpoint) {
    const end = yield* store.end
    return (yield* store.readAll(after, 1)).length === 0 ? end : after
  })

  /** Everything that this viewer hears from here on. */
  const follow = (viewer: Machine.Asked, after: Checkpoint): Stream.Stream<Heard> =>
    Stream.unwrap(
      Effect.gen(function* () {
        let from = yield* beginning(after)
        let mine: Listener | undefined
        yield* Effect.addFinalizer(() => Effect.sync(() => mine && leave(mine, from)))

        const byThemselves = Effect.gen(function* () {
          const one: Listener = { viewer, heard: yield* Queue.dropping<Heard, Cause.Done>(room) }
          mine = one
          // First the place, and then the look: what is written in between comes by the one way or the other.
          join(one, from)
          const facts = yield* store.readAll(from, page)
          if (facts.length === 0) {
            yield* begin(from)
            return []
          }
          leave(one, from)
          mine = undefined
          const hear = hearing()
          const all: Array<Heard> = []
          for (const fact of facts) {
            const heard = yield* heardBy(yield* hear(fact), viewer, fact)
            if (heard !== undefined) all.push(heard)
            from = fact.position
          }
          return all
        })
        const withAll = (one: Listener): Effect.Effect<ReadonlyArray<Heard>> =>
          Effect.catch(Queue.takeAll(one.heard), () =>
            Effect.sync(() => {
              mine = undefined
              from = one.left!
              return []
            })
          )
        const next = Effect.suspend(() => (mine === undefined ? byThemselves : withAll(mine)))
        return Stream.flattenIterable(Stream.fromEffectRepeat(next))
      })
    )
  return follow
}
