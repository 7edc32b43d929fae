/** `groeikring token`: tokens for a script that somebody runs. What is kept of one is a hash; it is told once. */
import type { AccessToken } from "@groeikring/http"
import { Effect, Layer, Schema } from "effect"
import { Command, Flag } from "effect/cli"
import { flags } from "./Flags.ts"
import * as Front from "./Front.ts"
import { bold, complain, dim, green, json, line, moment } from "./Output.ts"
import * as Place from "./Place.ts"

/** The door is loaded when somebody comes to it, and a store must be there. */
const withTokens = <A, E>(
  store: string,
  ask: (door: typeof AccessToken) => Effect.Effect<A, E, AccessToken.AccessTokens>
): Effect.Effect<A, E> =>
  Effect.gen(function* () {
    yield* Place.mustBeThere(store)
    const { AccessToken: door } = yield* Effect.promise(() => import("@groeikring/http"))
    return yield* Effect.provide(ask(door), door.layerStore.pipe(Layer.provide(Place.storeAt(store))))
  })

const forOf = ({ say }: Front.Desk) =>
  Flag.String("for").pipe(
    Flag.withDescription(say("De id van wie het token gebruikt", "The id of the person who uses the token")),
    Flag.withMetavar("PERSON"),
    Flag.withSchema(Schema.NonEmptyString)
  )
const scopes = { look: "Look", ask: "Ask" } as const
const scopeWord = ({ say }: Front.Desk, scope: "Look" | "Ask") =>
  scope === "Look" ? say("kijken", "look") : say("kijken en vragen", "look and ask")
const minutes = (millis: number) => Math.floor(millis / 60_000)

const createCommand = (desk: Front.Desk) => {
  const { language, say } = desk
  const { format, lang, store } = flags(desk)
  return Command.make(
    "create",
    {
      for: forOf(desk),
      scope: Flag.Literals("scope", ["look", "ask"]).pipe(
        Flag.withDescription(
          say("Wat ermee kan: alleen kijken, of ook iets vragen", "What it may be used for: to look only, or to ask as well")
        ),
        Flag.withDefault("look" as const)
      ),
      days: Flag.Int("days").pipe(
        Flag.withDescription(say("Hoeveel dagen het geldt, hooguit 366", "For how many days it is valid, at most 366")),
        Flag.withSchema(Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 366 }))),
        Flag.withDefault(90)
      ),
      format,
      lang,
      store
    },
    Effect.fnUntraced(function* ({ days, for: person, format, scope, store }) {
      const { id, token, until } = yield* withTokens(store, ({ give }) => give(person, scopes[scope], days))
      if (Front.isJson(format))
        return json({ ok: true, id, token, person, scope: scopes[scope], until: new Date(until).toISOString() })
      line(`${green("✓")} ${bold(token)}`)
      line(
        dim(
          say(
            `Token ${id} van ${person}: ${scopeWord(desk, scopes[scope])}, tot ${moment(minutes(until), language)}. Bewaar het nu: het wordt nooit meer getoond.`,
            `Token ${id} of ${person}: ${scopeWord(desk, scopes[scope])}, until ${moment(minutes(until), language)}. Keep it now: it is never shown again.`
          )
        )
      )
    })
  ).pipe(
    Command.withDescription(say("Geeft iemand een token", "Gives somebody a token")),
    Command.withExamples([{ command: "groeikring token create --for p-femke --scope ask --days 30 --store school.db" }])
  )
}

const listCommand = (desk: Front.Desk) => {
  const { language, say } = desk
  const { format, lang, store } = flags(desk)
  return Command.make(
    "list",
    { for: forOf(desk), format, lang, store },
    Effect.fnUntraced(function* ({ for: person, format, store }) {
      const all = yield* withTokens(store, ({ AccessTokens }) => Effect.flatMap(AccessTokens, ({ of }) => of(person)))
      const now = Date.now()
      const listed = all
        .map(({ id, scope, since, until }) => ({ id, scope, since, until, isValid: now < until }))
        .toSorted((one, other) => one.since - other.since)
      if (Front.isJson(format))
        return json(
          listed.map(({ since, until, ...token }) => ({
            ...token,
            since: new Date(since).toISOString(),
            until: new Date(until).toISOString()
          }))
        )
      if (listed.length === 0) line(dim(say(`${person} heeft geen tokens.`, `${person} has no tokens.`)))
      for (const { id, isValid, scope, until } of listed) {
        const when = moment(minutes(until), language)
        line(
          `${bold(id)}  ${scopeWord(desk, scope)}  ${isValid ? say(`tot ${when}`, `until ${when}`) : say(`voorbij sinds ${when}`, `over since ${when}`)}`
        )
      }
    })
  ).pipe(
    Command.withDescription(
      say("Noemt de tokens van iemand, niet wat erin staat", "Names the tokens of somebody, not what is in them")
    ),
    Command.withExamples([{ command: "groeikring token list --for p-femke --store school.db" }])
  )
}

const revokeCommand = (desk: Front.Desk) => {
  const { say } = desk
  const { format, lang, store } = flags(desk)
  return Command.make(
    "revoke",
    {
      for: forOf(desk),
      id: Flag.String("id").pipe(Flag.withDescription(say("De id van het token", "The id of the token")), Flag.withMetavar("ID")),
      format,
      lang,
      store
    },
    Effect.fnUntraced(function* ({ for: person, format, id, store }) {
      const wasThere = yield* withTokens(store, ({ AccessTokens }) =>
        Effect.flatMap(AccessTokens, ({ revoke }) => revoke(person, id))
      )
      if (!wasThere) {
        if (Front.isJson(format)) json({ ok: false, id })
        complain(
          say(
            `${person} heeft geen token ${id}. Vraag met token list welke er zijn.`,
            `${person} has no token ${id}. Ask with token list which there are.`
          )
        )
        return yield* Front.ended(Front.codes.refused)
      }
      if (Front.isJson(format)) return json({ ok: true, id })
      line(`${green("✓")} ${say(`Token ${id} is van niemand meer.`, `Token ${id} is nobody's any more.`)}`)
    })
  ).pipe(
    Command.withDescription(
      say("Trekt een token in; het geldt vanaf nu niet meer", "Revokes a token; from now on it is nobody's")
    ),
    Command.withExamples([{ command: "groeikring token revoke --for p-femke --id ID --store school.db" }])
  )
}

export const tokenCommand = (desk: Front.Desk, description: string) =>
  Command.make("token").pipe(
    Command.withDescription(description),
    Command.withSubcommands([createCommand(desk), listCommand(desk), revokeCommand(desk)])
  )
