/** Those who come at the same moment take one turn at the disk, because to wait for the disk is what takes the time. */
import { Effect, type Scope } from "effect"
import type { DatabaseSync } from "node:sqlite"
import { transaction, unusable } from "./Database.ts"

/** A no, thrown by who wants nothing of what they did to stay. */
export class Undo<out R> {
  readonly refusal: R
  constructor(refusal: R) {
    this.refusal = refusal
  }
}

interface Waiting<A, B, R> {
  readonly asked: A
  readonly answer: (came: Effect.Effect<B, R>) => void
}

/**
 * Has `act` done in a turn: one transaction for all who came in the same round of the event loop, in the order in which they
 * came. Each sees what those before it did. What goes wrong with one undoes that one alone, and everybody hears only when
 * all of it is on the disk.
 */
export const turns = <A, B, R>(
  db: DatabaseSync,
  file: string,
  act: (asked: A) => B
): Effect.Effect<(asked: A) => Effect.Effect<B, R>, never, Scope.Scope> => {
  let waiting: Array<Waiting<A, B, R>> = []
  const [begin, keep, undo] = ["SAVEPOINT one", "RELEASE one", "ROLLBACK TO one"].map((sql) => db.prepare(sql))
  const wrong = (cause: unknown): Effect.Effect<never, R> =>
    cause instanceof Undo ? Effect.fail(cause.refusal as R) : Effect.die(unusable(file, cause))

  /** One among others. */
  const apart = (asked: A): Effect.Effect<B, R> => {
    begin!.run()
    try {
      const came = act(asked)
      keep!.run()
      return Effect.succeed(came)
    } catch (cause) {
      // A disk that is full undid everything itself.
      if (!db.isTransaction) throw cause
      undo!.run()
      keep!.run()
      return wrong(cause)
    }
  }
  const turn = () => {
    const all = waiting
    waiting = []
    try {
      const came = transaction(db, () =>
        all.length === 1 ? [Effect.succeed(act(all[0]!.asked))] : all.map(({ asked }) => apart(asked))
      )
      all.forEach(({ answer }, n) => answer(came[n]!))
    } catch (cause) {
      for (const { answer } of all) answer(wrong(cause))
    }
  }
  const next = () => {
    if (waiting.length > 0) turn()
  }
  // Who still waits when the file is closed is written.
  return Effect.as(
    Effect.addFinalizer(() => Effect.sync(next)),
    (asked) =>
      Effect.callback<B, R>((answer) => {
        const one = { asked, answer }
        if (waiting.push(one) === 1) setImmediate(next)
        return Effect.sync(() => {
          waiting = waiting.filter((other) => other !== one)
        })
      })
  )
}
