/** An act on a whole store: its plan is shown first, then it is done, then it is told what was done. */
import type { Refusal } from "@groeikring/core"
import { Effect, Result } from "effect"
import { Argument, Flag } from "effect/cli"
import { flags } from "./Flags.ts"
import * as Front from "./Front.ts"
import { complain, dim, green, json, line, red, tell } from "./Output.ts"

/** What will be done, as a value and in words, and how it is told when it is done. */
export interface Act<A> {
  readonly planned: object
  readonly plan: ReadonlyArray<string>
  /** It cannot be undone, or shows words of people: it is done only with `--yes`. */
  readonly isGrave?: boolean
  readonly report: (done: A) => ReadonlyArray<string>
  /** What was found to be wrong on the way, each by itself, and what that means. Then there is this in place of the report. */
  readonly wrong?: (done: A) => { readonly found: ReadonlyArray<string>; readonly told: string }
}

export interface How {
  readonly format: Parameters<typeof Front.isJson>[0]
  readonly dryRun: boolean
  readonly yes: boolean
}

/** The flags of every act. */
export const acting = (desk: Front.Desk) => {
  const { at, format, lang, store } = flags(desk)
  const { say } = desk
  return {
    at,
    format,
    lang,
    store,
    dryRun: Flag.Boolean("dry-run").pipe(
      Flag.withDescription(say("Vertelt alleen wat er zou gebeuren", "Only tells what would be done")),
      Flag.withDefault(false)
    ),
    yes: Flag.Boolean("yes").pipe(
      Flag.withDescription(
        say(
          "Doet ook wat niet terug te draaien is, of woorden van mensen laat zien",
          "Also does what cannot be undone, or shows words of people"
        )
      ),
      Flag.withDefault(false)
    )
  }
}

/** The file that an act makes. */
export const output = ({ say }: Front.Desk) =>
  Flag.String("output").pipe(
    Flag.withAlias("o"),
    Flag.withDescription(say("Het bestand dat gemaakt wordt", "The file that is made")),
    Flag.withMetavar("FILE")
  )
/** The file that an act reads. */
export const file = ({ say }: Front.Desk) =>
  Argument.String("file").pipe(Argument.withDescription(say("Het bestand", "The file")))
/** The person whom an act is about. */
export const person = ({ say }: Front.Desk) =>
  Flag.String("person").pipe(
    Flag.withDescription(say("De id van de persoon", "The id of the person")),
    Flag.withMetavar("PERSON")
  )

/** Shows the plan, runs the act unless only the plan is asked for or a yes is wanted, and reports. */
export const act = Effect.fnUntraced(function* <A>(
  desk: Front.Desk,
  { dryRun, format, yes }: How,
  run: Effect.Effect<A, Refusal.Refusal>,
  { isGrave = false, plan, planned, report, wrong }: Act<A>
) {
  const { say } = desk
  const isJson = Front.isJson(format)
  if (!isJson) for (const text of plan) line(dim(text))
  if (dryRun) return isJson ? json({ ok: true, done: false, plan: planned }) : undefined
  if (isGrave && !yes) {
    if (isJson) json({ ok: false, done: false, plan: planned })
    complain(
      say(
        "Er is nog niets gebeurd. Dit is niet terug te draaien, of laat woorden van mensen zien: zeg het met --yes.",
        "Nothing was done yet. This cannot be undone, or shows words of people: say so with --yes."
      )
    )
    return yield* Front.ended(Front.codes.refused)
  }
  const done = yield* Effect.result(run)
  if (Result.isFailure(done)) {
    if (isJson) json({ ok: false, done: false, plan: planned, error: done.failure })
    complain(tell(desk, done.failure))
    return yield* Front.ended(Front.codes.refused)
  }
  const { found = [], told = "" } = wrong?.(done.success) ?? {}
  const isWhole = found.length === 0
  if (isJson) json({ ok: isWhole, done: true, plan: planned, report: done.success })
  else if (isWhole) for (const text of report(done.success)) line(`${green("✓")} ${text}`)
  else for (const text of found) line(`${red("✗")} ${text}`)
  if (isWhole) return
  complain(told)
  return yield* Front.ended(Front.codes.unusable)
})
