/** `groeikring store verify` and `rebuild`: whether everything is whole, and what is derived from it made again. */
import { makeAgendaAgain, Rows } from "@groeikring/storage"
import { verify, type Verified } from "@groeikring/storage/node"
import { SqliteBackup } from "@groeikring/storage-sqlite"
import { Effect } from "effect"
import { Command } from "effect/cli"
import { act, acting } from "./Acting.ts"
import * as Front from "./Front.ts"
import * as Place from "./Place.ts"

/** A store that is not whole is told as it is, with an exit code for programs. */
export const verifyCommand = (desk: Front.Desk) => {
  const { domain, say } = desk
  return Command.make("verify", acting(desk), ({ store, ...how }) =>
    act(
      desk,
      how,
      Effect.gen(function* () {
        const damaged = yield* Place.inFile(store, SqliteBackup.check, [])
        const verified: Verified = yield* Place.inStore(store, verify(domain))
        const misfits = verified.problems.map(({ problem, stream, version }) => `${stream} ${version}: ${problem}`)
        return { ...verified, problems: [...damaged, ...misfits] }
      }),
      {
        planned: { store: Place.shown(store) },
        plan: [
          say(
            `${Place.shown(store)} wordt nagekeken en elk feit nagespeeld. Er verandert niets.`,
            `${Place.shown(store)} is checked and every fact replayed. Nothing changes.`
          )
        ],
        report: ({ digest, facts, streams }) => [
          say(`${facts} feiten van ${streams} dingen: heel.`, `${facts} facts of ${streams} things: whole.`),
          say(`Kenmerk ${digest.slice(0, 16)}.`, `Digest ${digest.slice(0, 16)}.`)
        ],
        wrong: ({ problems }) => ({
          found: problems,
          told: say(
            `${Place.shown(store)} is niet heel. Zet een kopie terug.`,
            `${Place.shown(store)} is not whole. Put a copy back.`
          )
        })
      }
    )
  ).pipe(
    Command.withDescription(say("Kijkt na of alles heel is", "Checks that everything is whole")),
    Command.withExamples([{ command: "groeikring store verify --store school.db" }])
  )
}

export const rebuildCommand = (desk: Front.Desk) => {
  const { say } = desk
  return Command.make("rebuild", acting(desk), ({ at, store, ...how }) =>
    act(
      desk,
      how,
      Effect.andThen(
        Place.inStore(store, Effect.flatMap(Rows, makeAgendaAgain)),
        Front.inSchool(desk, store, (school) => Effect.map(school.due(Front.momentOf(at)), (due) => ({ due: due.length })))
      ),
      {
        planned: { store: Place.shown(store), rebuilds: ["agenda"] },
        plan: [
          say(
            "Wat uit de feiten is afgeleid wordt opnieuw gemaakt: de agenda van de procesregels. Wat gedaan is blijft gedaan.",
            "What is derived from the facts is made again: the agenda of the process rules. What was done stays done."
          )
        ],
        report: ({ due }) => [say(`Opnieuw gemaakt; ${due} dingen wachten op tend.`, `Made again; ${due} things wait for tend.`)]
      }
    )
  ).pipe(
    Command.withDescription(say("Maakt opnieuw wat uit de feiten is afgeleid", "Makes again what is derived from the facts")),
    Command.withExamples([{ command: "groeikring store rebuild --store school.db" }])
  )
}
