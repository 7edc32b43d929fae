/** `groeikring store`: moving a store, keeping copies of it, and forgetting. The library does it; here it is asked and told. */
import { Agenda, Erasing, type EventStore, PersonalFile, personalFile, Rows, type Vault } from "@groeikring/storage"
import { Moving, verify, type Verified } from "@groeikring/storage/node"
import { SqliteBackup, SqliteStore, SqliteVault } from "@groeikring/storage-sqlite"
import { Effect, Schema, Stream } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { act, acting } from "./Acting.ts"
import { countingOf } from "./Bar.ts"
import { flags } from "./Flags.ts"
import * as Front from "./Front.ts"
import { linesOf, writeLines } from "./Lines.ts"
import { lastDayOf } from "./Term.ts"

type Store = EventStore | Rows | Vault.Vault

/** A store that must be there. */
const inStore = <A, E>(file: string, ask: Effect.Effect<A, E, Store>): Effect.Effect<A, E> =>
  Effect.andThen(Front.mustBeThere(file), Effect.provide(ask, SqliteStore.layer(file)))

const today = (at: number) => new Date(at * 60_000).toISOString().slice(0, 10)

const outputOf = ({ say }: Front.Desk) =>
  Flag.String("output").pipe(
    Flag.withAlias("o"),
    Flag.withDescription(say("Het bestand dat gemaakt wordt", "The file that is made")),
    Flag.withMetavar("FILE")
  )
const personOf = ({ say }: Front.Desk) =>
  Flag.String("person").pipe(
    Flag.withDescription(say("De id van de persoon", "The id of the person")),
    Flag.withMetavar("PERSON")
  )
const fileOf = ({ say }: Front.Desk) => Argument.String("file").pipe(Argument.withDescription(say("Het bestand", "The file")))

/** Lines on their way, counted at the bottom of the terminal. */
const counted = <E, R>(lines: Stream.Stream<string, E, R>) => {
  const counting = countingOf()
  return lines.pipe(
    Stream.tap(() => Effect.sync(counting.next)),
    Stream.ensuring(Effect.sync(counting.clear))
  )
}

const exportCommand = (desk: Front.Desk) => {
  const { domain, say } = desk
  return Command.make(
    "export",
    {
      ...acting(desk),
      output: outputOf(desk),
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
        inStore(
          store,
          Effect.andThen(
            writeLines(output, counted(Moving.exported(domain, { words: openWords ? "Opened" : "Sealed" }))),
            verify(domain)
          )
        ),
        {
          planned: { store, output, words: openWords ? "Opened" : "Sealed" },
          plan: [
            say(`Alle feiten van ${store} gaan naar ${output}.`, `All facts of ${store} go to ${output}.`),
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

const importCommand = (desk: Front.Desk) => {
  const { domain, say } = desk
  return Command.make("import", { ...acting(desk), file: fileOf(desk) }, ({ file, store, ...how }) =>
    act(desk, how, Effect.provide(Moving.imported(domain, counted(linesOf(file))), SqliteStore.layer(store)), {
      planned: { file, store },
      plan: [
        say(`Alle feiten van ${file} gaan naar ${store}.`, `All facts of ${file} go to ${store}.`),
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
    })
  ).pipe(
    Command.withDescription(
      say("Leest een export in. Na een onderbreking gaat het verder", "Reads an export. After an interruption it goes on")
    ),
    Command.withExamples([{ command: "groeikring store import school.ndjson --store new.db" }])
  )
}

const backupCommand = (desk: Front.Desk) => {
  const { say } = desk
  return Command.make("backup", { ...acting(desk), output: outputOf(desk) }, ({ output, store, ...how }) =>
    act(
      desk,
      how,
      Effect.map(Effect.andThen(SqliteBackup.backup(store, output), SqliteBackup.check(output)), (problems) => ({
        output,
        problems
      })),
      {
        planned: { store, output },
        plan: [
          say(
            `De feiten van ${store} gaan als geheel naar ${output}; anderen werken door.`,
            `The facts of ${store} go to ${output} as a whole; others go on working.`
          ),
          say(
            "De sleutels gaan niet mee: zonder die opent een kopie niets.",
            "The keys do not go along: without them a copy opens nothing."
          )
        ],
        report: () => [say(`${output} is gemaakt, en heel.`, `${output} is made, and whole.`)]
      }
    )
  ).pipe(
    Command.withDescription(say("Maakt een kopie van de feiten", "Makes a copy of the facts")),
    Command.withExamples([{ command: "groeikring store backup --store school.db -o monday.db" }])
  )
}

const restoreCommand = (desk: Front.Desk) => {
  const { domain, say } = desk
  return Command.make("restore", { ...acting(desk), file: fileOf(desk) }, ({ file, store, ...how }) =>
    act(
      desk,
      how,
      Effect.andThen(
        SqliteBackup.restore(file, store),
        inStore(
          store,
          Effect.flatMap(Erasing.eraseAgain(domain), (erased) => Effect.map(verify(domain), ({ facts }) => ({ facts, erased })))
        )
      ),
      {
        planned: { file, store },
        plan: [
          say(
            `${file} wordt nagekeken en dan de opslag ${store}, die er nog niet mag zijn.`,
            `${file} is checked and then becomes the store ${store}, which must not be there yet.`
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

/** A store that is not whole is told as it is, with an exit code for programs. */
const verifyCommand = (desk: Front.Desk) => {
  const { domain, say } = desk
  return Command.make("verify", acting(desk), ({ store, ...how }) => {
    const found: { problems: ReadonlyArray<string> } = { problems: [] }
    return Effect.andThen(
      act(
        desk,
        how,
        Effect.gen(function* () {
          const problems = yield* SqliteBackup.check(store)
          const verified: Verified = yield* inStore(store, verify(domain))
          found.problems = [
            ...problems,
            ...verified.problems.map(({ problem, stream, version }) => `${stream} ${version}: ${problem}`)
          ]
          return { ...verified, problems: found.problems }
        }),
        {
          planned: { store },
          plan: [
            say(
              `${store} wordt nagekeken en elk feit nagespeeld. Er verandert niets.`,
              `${store} is checked and every fact replayed. Nothing changes.`
            )
          ],
          report: ({ digest, facts, problems, streams }) =>
            problems.length > 0
              ? problems
              : [
                  say(`${facts} feiten van ${streams} dingen: heel.`, `${facts} facts of ${streams} things: whole.`),
                  say(`Kenmerk ${digest.slice(0, 16)}.`, `Digest ${digest.slice(0, 16)}.`)
                ]
        }
      ),
      Effect.suspend(() => (found.problems.length > 0 ? Front.ended(Front.codes.unusable) : Effect.void))
    )
  }).pipe(
    Command.withDescription(say("Kijkt na of alles heel is", "Checks that everything is whole")),
    Command.withExamples([{ command: "groeikring store verify --store school.db" }])
  )
}

const rebuildCommand = (desk: Front.Desk) => {
  const { say } = desk
  return Command.make("rebuild", acting(desk), ({ at, store, ...how }) =>
    act(
      desk,
      how,
      Effect.andThen(
        inStore(store, Effect.flatMap(Rows, Agenda.makeAgain)),
        Front.inSchool(desk, store, (school) => Effect.map(school.due(Front.momentOf(at)), (due) => ({ due: due.length })))
      ),
      {
        planned: { store, rebuilds: ["agenda"] },
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

const eraseCommand = (desk: Front.Desk) => {
  const { domain, say } = desk
  return Command.make(
    "erase",
    { ...acting(desk), as: flags(desk).as, person: personOf(desk) },
    Effect.fnUntraced(function* ({ as, at, person, store, ...how }) {
      const planned = yield* inStore(store, Erasing.plan(domain, person))
      const moment = Front.momentOf(at)
      const copies = yield* SqliteBackup.keysCopies(store)
      yield* act(desk, how, inStore(store, Erasing.erase(domain, person, { actor: as, at: moment })), {
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

const personCommand = (desk: Front.Desk) => {
  const { domain, say } = desk
  return Command.make(
    "person",
    { ...acting(desk), output: outputOf(desk), person: personOf(desk) },
    ({ at, output, person, store, ...how }) => {
      const schema = `${output}.schema.json`
      return act(
        desk,
        how,
        Effect.andThen(
          Front.mustBeThere(store),
          Front.inSchool(desk, store, (school) =>
            Effect.gen(function* () {
              const file = yield* personalFile(school, domain, { actor: person, at: Front.momentOf(at) })
              yield* writeLines(output, Stream.succeed(JSON.stringify(file, undefined, 2)))
              yield* writeLines(schema, Stream.succeed(JSON.stringify(Schema.toJsonSchemaDocument(PersonalFile), undefined, 2)))
              return { things: file.things.length, facts: file.things.reduce((sum, { facts }) => sum + facts.length, 0) }
            })
          )
        ),
        {
          planned: { person, output, schema },
          plan: [
            say(
              `Alles wat ${person} mag zien en over ${person} gaat komt in ${output}, met de woorden.`,
              `All that ${person} may see and that is about ${person} comes into ${output}, words and all.`
            ),
            say(`De vorm ervan staat in ${schema}.`, `Its shape is told in ${schema}.`)
          ],
          isGrave: true,
          report: ({ facts, things }) => [say(`${facts} feiten over ${things} dingen.`, `${facts} facts about ${things} things.`)]
        }
      )
    }
  ).pipe(
    Command.withDescription(say("Geeft iemand het eigen dossier, als JSON", "Gives somebody their own file, as JSON")),
    Command.withExamples([{ command: "groeikring store person --person p-femke -o femke.json --yes" }])
  )
}

const retentionCommand = (desk: Front.Desk) => {
  const { retention, say } = desk
  const run = Command.make(
    "run",
    acting(desk),
    Effect.fnUntraced(function* ({ at, store, ...how }) {
      yield* Front.mustBeThere(store)
      const moment = Front.momentOf(at)
      const due = yield* Front.inSchool(desk, store, (school) => school.due(moment))
      const kept = retention.find(({ id }) => id === "key-copies")
      const before = kept === undefined ? undefined : lastDayOf(kept, moment)
      const copies = (yield* SqliteBackup.keysCopies(store)).filter(({ day }) => before !== undefined && day < before)
      yield* act(
        desk,
        how,
        Effect.gen(function* () {
          const reacted = yield* Front.inSchool(desk, store, (school) => school.tend(moment))
          const expired = before === undefined ? [] : yield* SqliteBackup.expireKeys(store, before)
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

const keysCommand = (desk: Front.Desk) => {
  const { say } = desk
  const rotate = Command.make("rotate", acting(desk), ({ store, ...how }) =>
    act(
      desk,
      how,
      Effect.andThen(
        Front.mustBeThere(store),
        Effect.map(SqliteVault.rotate(store), (tenants) => ({ tenants }))
      ),
      {
        planned: { store },
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
    act(desk, how, Effect.andThen(Front.mustBeThere(store), SqliteBackup.backupKeys(store, today(Front.momentOf(at)))), {
      planned: { store },
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

export const storeCommand = (desk: Front.Desk, description: string) =>
  Command.make("store").pipe(
    Command.withDescription(description),
    Command.withSubcommands([
      exportCommand(desk),
      importCommand(desk),
      backupCommand(desk),
      restoreCommand(desk),
      verifyCommand(desk),
      rebuildCommand(desk),
      eraseCommand(desk),
      personCommand(desk),
      retentionCommand(desk),
      keysCommand(desk)
    ])
  )
