/** `groeikring store keys`: what opens the words of everybody, replaced or copied. */
import { SqliteBackup, SqliteVault } from "@groeikring/storage-sqlite"
import { Effect } from "effect"
import { Command } from "effect/cli"
import { act, acting } from "./Acting.ts"
import * as Front from "./Front.ts"
import * as Place from "./Place.ts"

const today = (at: number) => new Date(at * 60_000).toISOString().slice(0, 10)

export const keysCommand = (desk: Front.Desk) => {
  const { say } = desk
  const rotate = Command.make("rotate", acting(desk), ({ store, ...how }) =>
    act(
      desk,
      how,
      Effect.andThen(
        Place.mustBeFile(store),
        Effect.map(SqliteVault.rotate(store), (tenants) => ({ tenants }))
      ),
      {
        planned: { store: Place.shown(store) },
        plan: [
          say(
            "Een nieuwe hoofdsleutel komt in de plaats van de oude. Geen feit verandert, en wie bezig is werkt door.",
            "A new master key takes the place of the old one. No fact changes, and who is busy goes on."
          )
        ],
        report: ({ tenants }) => [say(`Vervangen voor: ${tenants.join(", ")}.`, `Replaced for: ${tenants.join(", ")}.`)]
      }
    )
  ).pipe(Command.withDescription(say("Vervangt de hoofdsleutel", "Replaces the master key")))
  const copy = Command.make("copy", acting(desk), ({ at, store, ...how }) =>
    act(desk, how, Effect.andThen(Place.mustBeFile(store), SqliteBackup.backupKeys(store, today(Front.momentOf(at)))), {
      planned: { store: Place.shown(store) },
      plan: [
        say(
          "Een kopie van de sleutels van vandaag komt ernaast. Zet haar waar de feiten niet zijn, en niet langer dan haar termijn.",
          "A copy of today's keys comes beside them. Keep it where the facts are not, and no longer than its term."
        )
      ],
      report: ({ file }) => [say(`${file} is gemaakt.`, `${file} is made.`)]
    })
  ).pipe(Command.withDescription(say("Maakt een kopie van de sleutels", "Makes a copy of the keys")))
  return Command.make("keys").pipe(
    Command.withDescription(say("De sleutels van ieders woorden", "The keys to everybody's words")),
    Command.withSubcommands([rotate, copy])
  )
}
