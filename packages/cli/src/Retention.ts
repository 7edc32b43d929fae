/** `groeikring store retention`: what has reached its term is done away with. */
import { SqliteBackup } from "@groeikring/storage-sqlite"
import { Effect } from "effect"
import { Command } from "effect/cli"
import { act, acting } from "./Acting.ts"
import * as Front from "./Front.ts"
import * as Place from "./Place.ts"
import { lastDayOf } from "./Term.ts"

export const retentionCommand = (desk: Front.Desk) => {
  const { retention, say } = desk
  const run = Command.make(
    "run",
    acting(desk),
    Effect.fnUntraced(function* ({ at, store, ...how }) {
      yield* Place.mustBeThere(store)
      const moment = Front.momentOf(at)
      const due = yield* Front.inSchool(desk, store, (school) => school.due(moment))
      const kept = retention.find(({ id }) => id === "key-copies")
      const before = kept === undefined ? undefined : lastDayOf(kept, moment)
      const copies = (yield* Place.inFile(store, SqliteBackup.keysCopies, [])).filter(
        ({ day }) => before !== undefined && day < before
      )
      yield* act(
        desk,
        how,
        Effect.gen(function* () {
          const reacted = yield* Front.inSchool(desk, store, (school) => school.tend(moment))
          const expired =
            before === undefined ? [] : yield* Place.inFile(store, (file) => SqliteBackup.expireKeys(file, before), [])
          return { reacted, expired }
        }),
        {
          planned: { due, keyCopies: copies },
          plan: [
            ...due.map(({ command, id, machine, rule }) => `${machine} ${id}: ${command} (${rule})`),
            ...copies.map(({ day, file }) =>
              say(`${file} van ${day} is voorbij de termijn`, `${file} of ${day} is past its term`)
            ),
            ...(due.length + copies.length === 0
              ? [say("Er is niets waarvan de termijn om is.", "Nothing has reached its term.")]
              : [])
          ],
          report: ({ expired, reacted }) => [
            ...reacted.map(
              ({ command, events, id, machine, refusal }) =>
                `${machine} ${id}: ${refusal?.message ?? (events.join(", ") || command)}`
            ),
            ...expired.map(({ file }) => say(`${file} is weg`, `${file} is gone`)),
            ...(reacted.length + expired.length === 0 ? [say("Er was niets te doen.", "There was nothing to do.")] : [])
          ]
        }
      )
    })
  ).pipe(
    Command.withDescription(say("Doet weg waarvan de termijn om is", "Does away with what has reached its term")),
    Command.withExamples([{ command: "groeikring store retention run --dry-run" }])
  )
  return Command.make("retention").pipe(
    Command.withDescription(say("Bewaartermijnen", "How long things are kept")),
    Command.withSubcommands([run])
  )
}
