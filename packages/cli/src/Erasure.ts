/** `groeikring store erase`: the words of somebody become unreadable, for good. */
import { Erasing } from "@groeikring/storage"
import { SqliteBackup } from "@groeikring/storage-sqlite"
import { Effect } from "effect"
import { Command } from "effect/cli"
import { act, acting, person } from "./Acting.ts"
import { flags } from "./Flags.ts"
import * as Front from "./Front.ts"
import * as Place from "./Place.ts"

export const eraseCommand = (desk: Front.Desk) => {
  const { domain, say } = desk
  return Command.make(
    "erase",
    { ...acting(desk), as: flags(desk).as, person: person(desk) },
    Effect.fnUntraced(function* ({ as, at, person, store, ...how }) {
      const planned = yield* Place.inStore(store, Erasing.plan(domain, person))
      const moment = Front.momentOf(at)
      const copies = yield* Place.inFile(store, SqliteBackup.keysCopies, [])
      yield* act(desk, how, Place.inStore(store, Erasing.erase(domain, person, { actor: as, at: moment })), {
        planned,
        plan: [
          say(
            `De woorden van ${person} in ${planned.things.length} dingen worden onleesbaar, voorgoed, in elke kopie. De feiten blijven.`,
            `The words of ${person} in ${planned.things.length} things become unreadable, for good, in every copy. The facts stay.`
          ),
          ...planned.things.map(({ facts, id, machine }) => `  ${machine} ${id} (${facts})`),
          ...planned.held.map(({ id, machine, state }) =>
            say(`  ${machine} ${id} houdt dit tegen: ${state}`, `  ${machine} ${id} holds this: ${state}`)
          ),
          ...(copies.length === 0
            ? []
            : [
                say(
                  `${copies.length} kopieën van de sleutels openen ze nog tot hun termijn om is.`,
                  `${copies.length} copies of the keys still open them until their term is over.`
                )
              ])
        ],
        isGrave: true,
        report: ({ things }) => [
          say(
            `De woorden van ${person} in ${things.length} dingen zijn gewist, en dat is genoteerd.`,
            `The words of ${person} in ${things.length} things are erased, and that is noted.`
          )
        ]
      })
    })
  ).pipe(
    Command.withDescription(say("Wist de woorden van iemand die daarom vraagt", "Erases the words of somebody who asks for it")),
    Command.withExamples([{ command: "groeikring store erase --person p-femke --as p-privacy --dry-run" }])
  )
}
