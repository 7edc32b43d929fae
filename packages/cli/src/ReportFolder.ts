/** A folder of reports: filled one by one, stopped between two, and gone on with later. */
import type { Refusal } from "@groeikring/core"
import { Effect, Result } from "effect"
import { existsSync } from "node:fs"
import { barOf } from "./Bar.ts"
import * as Front from "./Front.ts"
import { complain, json, line, tell } from "./Output.ts"
import { folderAt } from "./WholeFile.ts"

export const fileName = (kind: string, id: string, format: string) =>
  `${id === "" ? kind : `${kind}-${id.replaceAll(/[^\p{L}\p{N}._-]+/gu, "_").slice(0, 120)}`}.${format}`

/** A report that is asked for, and the file it goes into. */
export interface Wanted {
  readonly kind: string
  readonly id: string
  readonly file: string
}

/** Fills a folder. What is there already stays as it is, so whoever stops it can go on later; what was refused is told. */
export const fillFolder = Effect.fnUntraced(function* (
  desk: Front.Desk,
  folder: string,
  wanted: ReadonlyArray<Wanted>,
  make: (wanted: Wanted) => Effect.Effect<void, Refusal.Refusal | Front.Ended>
) {
  yield* folderAt(folder)
  const bar = barOf(wanted.length)
  const refused: Array<{ readonly kind: string; readonly id: string; readonly why: string }> = []
  let [made, skipped, isStopped] = [0, 0, false]
  // The file that is being made is made; a second time ends it at once, and leaves no half file under a name.
  const stop = () => void (isStopped = true)
  process.once("SIGINT", stop)
  const fill = Effect.gen(function* () {
    for (const [n, one] of wanted.entries()) {
      bar.draw(n)
      if (existsSync(one.file)) skipped++
      else {
        const done = yield* Effect.result(make(one))
        if (Result.isSuccess(done)) made++
        else if (done.failure instanceof Front.Ended) return yield* done.failure
        else refused.push({ kind: one.kind, id: one.id, why: tell(desk, done.failure) })
      }
      // Whoever asks to stop is heard between two files.
      yield* Effect.promise(() => new Promise((resolve) => setImmediate(resolve)))
      if (isStopped) return
    }
  })
  yield* Effect.ensuring(
    fill,
    Effect.sync(() => {
      process.removeListener("SIGINT", stop)
      bar.clear()
    })
  )
  const left = wanted.length - made - skipped - refused.length
  for (const { id, kind, why } of refused) complain(`${kind} ${id}: ${why}`)
  if (process.stdout.isTTY)
    line(
      desk.say(
        `${made} gemaakt, ${skipped} stonden er al, ${refused.length} geweigerd, in ${folder}`,
        `${made} made, ${skipped} were there already, ${refused.length} refused, in ${folder}`
      )
    )
  else json({ ok: left === 0 && refused.length === 0, made, skipped, refused, left, folder })
  if (left > 0) {
    complain(
      desk.say(
        `Gestopt; er zijn er nog ${left} te maken. Vraag hetzelfde nog eens, dan gaat het verder.`,
        `Stopped; ${left} are still to be made. Ask for the same again, and it goes on.`
      )
    )
    return yield* Front.ended(Front.codes.stopped)
  }
  if (refused.length > 0) return yield* Front.ended(Front.codes.refused)
})
