/** `groeikring store export` and `import`: a school moves from one store to another, and both sides are replayed. */
import { Moving, verify } from "@groeikring/storage/node"
import { Effect, Stream } from "effect"
import { Command, Flag } from "effect/cli"
import { act, acting, file, output } from "./Acting.ts"
import { countingOf } from "./Bar.ts"
import type * as Front from "./Front.ts"
import { linesOf, mustBeFile, writeLines } from "./Lines.ts"
import * as Place from "./Place.ts"

/** Lines on their way, counted at the bottom of the terminal. */
const counted = <E, R>(lines: Stream.Stream<string, E, R>) => {
  const counting = countingOf()
  return lines.pipe(
    Stream.tap(() => Effect.sync(counting.next)),
    Stream.ensuring(Effect.sync(counting.clear))
  )
}

export const exportCommand = (desk: Front.Desk) => {
  const { domain, say } = desk
  return Command.make(
    "export",
    {
      ...acting(desk),
      output: output(desk),
      openWords: Flag.Boolean("open-words").pipe(
        Flag.withDescription(
          say("Zet de woorden van mensen leesbaar in het bestand", "Puts the words of people into the file for all to read")
        ),
        Flag.withDefault(false)
      )
    },
    ({ openWords, output, store, ...how }) =>
      act(
        desk,
        how,
        Place.inStore(
          store,
          Effect.andThen(
            writeLines(output, counted(Moving.exported(domain, { words: openWords ? "Opened" : "Sealed" }))),
            verify(domain)
          )
        ),
        {
          planned: { store: Place.shown(store), output, words: openWords ? "Opened" : "Sealed" },
          plan: [
            say(
              `Alle feiten van ${Place.shown(store)} gaan naar ${output}.`,
              `All facts of ${Place.shown(store)} go to ${output}.`
            ),
            openWords
              ? say(
                  "De woorden van mensen staan er leesbaar in: wie het bestand heeft, leest ze.",
                  "The words of people are in it for all to read: who has the file reads them."
                )
              : say("De woorden van mensen blijven verzegeld.", "The words of people stay sealed.")
          ],
          isGrave: openWords,
          report: ({ digest, facts, streams }) => [
            say(
              `${facts} feiten van ${streams} dingen, nagespeeld en heel.`,
              `${facts} facts of ${streams} things, replayed and whole.`
            ),
            say(`Kenmerk ${digest.slice(0, 16)}.`, `Digest ${digest.slice(0, 16)}.`)
          ]
        }
      )
  ).pipe(
    Command.withDescription(
      say("Schrijft de hele opslag als regels JSON, om te verhuizen", "Writes the whole store as lines of JSON, to move it")
    ),
    Command.withExamples([{ command: "groeikring store export --store school.db -o school.ndjson" }])
  )
}

export const importCommand = (desk: Front.Desk) => {
  const { domain, say } = desk
  return Command.make("import", { ...acting(desk), file: file(desk) }, ({ file, store, ...how }) =>
    act(
      desk,
      how,
      Effect.andThen(mustBeFile(file), Effect.provide(Moving.imported(domain, counted(linesOf(file))), Place.storeAt(store))),
      {
        planned: { file, store: Place.shown(store) },
        plan: [
          say(`Alle feiten van ${file} gaan naar ${Place.shown(store)}.`, `All facts of ${file} go to ${Place.shown(store)}.`),
          say(
            "Wat er al staat van een eerdere poging blijft staan; daarna wordt alles nagespeeld.",
            "What is there of an earlier attempt stays; after that everything is replayed."
          )
        ],
        report: ({ before, digest, facts, forgotten, otherVersion }) => [
          say(`${facts} feiten, waarvan er ${before} al stonden.`, `${facts} facts, of which ${before} were there.`),
          say(
            `Nagespeeld, en gelijk aan wat is uitgevoerd: ${digest.slice(0, 16)}.`,
            `Replayed, and the same as was exported: ${digest.slice(0, 16)}.`
          ),
          ...(forgotten === 0
            ? []
            : [
                say(
                  `Woorden in ${forgotten} feiten zijn hier gewist en bleven weg.`,
                  `Words in ${forgotten} facts were erased here and stayed away.`
                )
              ]),
          ...(otherVersion.length === 0
            ? []
            : [
                say(
                  `Van een andere versie, en gelezen: ${otherVersion.join(", ")}.`,
                  `Of another version, and read: ${otherVersion.join(", ")}.`
                )
              ])
        ]
      }
    )
  ).pipe(
    Command.withDescription(
      say("Leest een export in. Na een onderbreking gaat het verder", "Reads an export. After an interruption it goes on")
    ),
    Command.withExamples([{ command: "groeikring store import school.ndjson --store new.db" }])
  )
}
