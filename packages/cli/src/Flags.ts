/** The flags that mean the same for every subcommand. */
import { Effect, Schema } from "effect"
import { Flag } from "effect/cli"
import { type Desk, minutesOf } from "./Front.ts"
import { usualStore } from "./Place.ts"

export const flags = ({ say }: Desk) => ({
  as: Flag.String("as").pipe(
    Flag.withDescription(say("De id van wie het vraagt", "The id of the person who asks")),
    Flag.withMetavar("PERSON")
  ),
  id: Flag.String("id").pipe(Flag.withDescription(say("De id van het ding", "The id of the thing")), Flag.withMetavar("ID")),
  at: Flag.String("at").pipe(
    Flag.withDescription(
      say(
        "Wanneer het gebeurt: een moment met een zone, zoals 2025-09-09T15:30:00+02:00. Anders nu",
        "When it happens: an instant with a zone, such as 2025-09-09T15:30:00+02:00. Now, unless told"
      )
    ),
    Flag.withMetavar("INSTANT"),
    Flag.withSchema(
      Schema.String.check(
        Schema.makeFilter(
          (text) =>
            minutesOf(text) !== undefined ||
            say(
              "een moment met een zone, zoals 2025-09-09T15:30:00+02:00",
              "an instant with a zone, such as 2025-09-09T15:30:00+02:00"
            )
        )
      )
    ),
    Flag.optional
  ),
  store: Flag.String("store").pipe(
    Flag.withAlias("s"),
    Flag.withDescription(
      say(
        "Het bestand van de school, of postgres://…; anders GROEIKRING_STORE, of groeikring.db",
        "The file of the school, or postgres://…; GROEIKRING_STORE, or groeikring.db, unless told"
      )
    ),
    Flag.withMetavar("FILE"),
    Flag.withDefault(Effect.sync(usualStore))
  ),
  format: Flag.Literals("format", ["text", "json"]).pipe(
    Flag.withDescription(
      say("Hoe het antwoord eruitziet. Op een scherm tekst, anders JSON", "How the answer looks. Text on a terminal, else JSON")
    ),
    Flag.optional
  ),
  lang: Flag.Literals("lang", ["nl", "en"]).pipe(
    Flag.withDescription(
      say("De taal van wat mensen lezen. Anders die van LANG", "The language of what people read. From LANG, unless told")
    ),
    Flag.optional
  )
})
