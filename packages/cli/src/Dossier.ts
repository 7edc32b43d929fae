/** `groeikring store person`: somebody takes their own file along. */
import { PersonalFile, personalFile } from "@groeikring/storage"
import { Effect, Schema, Stream } from "effect"
import { Command } from "effect/cli"
import { act, acting, output, person } from "./Acting.ts"
import * as Front from "./Front.ts"
import { mustBeFree, writeLines } from "./Lines.ts"
import * as Place from "./Place.ts"

export const personCommand = (desk: Front.Desk) => {
  const { domain, say } = desk
  return Command.make(
    "person",
    { ...acting(desk), output: output(desk), person: person(desk) },
    ({ at, output, person, store, ...how }) => {
      const schema = `${output}.schema.json`
      return act(
        desk,
        how,
        Effect.andThen(
          Effect.andThen(Place.mustBeThere(store), mustBeFree(output, schema)),
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
