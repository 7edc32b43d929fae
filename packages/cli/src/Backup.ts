/** `groeikring store backup` and `restore`: a copy of the facts, which opens nothing without the keys. */
import { Erasing } from "@groeikring/storage"
import { verify } from "@groeikring/storage/node"
import { SqliteBackup } from "@groeikring/storage-sqlite"
import { Effect } from "effect"
import { Command } from "effect/cli"
import { act, acting, file, output } from "./Acting.ts"
import type * as Front from "./Front.ts"
import * as Place from "./Place.ts"

export const backupCommand = (desk: Front.Desk) => {
  const { say } = desk
  return Command.make("backup", { ...acting(desk), output: output(desk) }, ({ output, store, ...how }) =>
    act(
      desk,
      how,
      Effect.gen(function* () {
        yield* Place.mustBeFile(store)
        yield* SqliteBackup.backup(store, output)
        return { output, problems: yield* SqliteBackup.check(output) }
      }),
      {
        planned: { store: Place.shown(store), output },
        plan: [
          say(
            `De feiten van ${Place.shown(store)} gaan als geheel naar ${output}; anderen werken door.`,
            `The facts of ${Place.shown(store)} go to ${output} as a whole; others go on working.`
          ),
          say(
            "De sleutels gaan niet mee: zonder die opent een kopie niets.",
            "The keys do not go along: without them a copy opens nothing."
          )
        ],
        report: () => [say(`${output} is gemaakt, en heel.`, `${output} is made, and whole.`)],
        wrong: ({ problems }) => ({
          found: problems,
          told: say(
            `${output} is gemaakt, en niet heel. Bewaar een eerdere kopie.`,
            `${output} is made, and not whole. Keep an earlier copy.`
          )
        })
      }
    )
  ).pipe(
    Command.withDescription(say("Maakt een kopie van de feiten", "Makes a copy of the facts")),
    Command.withExamples([{ command: "groeikring store backup --store school.db -o monday.db" }])
  )
}

export const restoreCommand = (desk: Front.Desk) => {
  const { domain, say } = desk
  return Command.make("restore", { ...acting(desk), file: file(desk) }, ({ file, store, ...how }) =>
    act(
      desk,
      how,
      Effect.andThen(
        Effect.andThen(Place.noServer(store), SqliteBackup.restore(file, store)),
        Place.inStore(
          store,
          Effect.flatMap(Erasing.eraseAgain(domain), (erased) => Effect.map(verify(domain), ({ facts }) => ({ facts, erased })))
        )
      ),
      {
        planned: { file, store: Place.shown(store) },
        plan: [
          say(
            `${file} wordt nagekeken en dan de opslag ${Place.shown(store)}, die er nog niet mag zijn.`,
            `${file} is checked and then becomes the store ${Place.shown(store)}, which must not be there yet.`
          ),
          say("Wat gewist is, wordt opnieuw gewist.", "What was erased is erased again.")
        ],
        report: ({ erased, facts }) => [
          say(`${facts} feiten teruggezet.`, `${facts} facts restored.`),
          ...(erased === 0
            ? []
            : [say(`De woorden van ${erased} mensen opnieuw gewist.`, `The words of ${erased} people erased again.`)])
        ]
      }
    )
  ).pipe(
    Command.withDescription(say("Zet een kopie van de feiten terug", "Puts a copy of the facts back")),
    Command.withExamples([{ command: "groeikring store restore monday.db --store school.db" }])
  )
}
