/** How the server knows who asks: the flags of an identity provider, read whole before anything is served. */
import type { Login, Token } from "@groeikring/http"
import type { Rows } from "@groeikring/storage"
import { Effect, Layer, Option, Result, Schema } from "effect"
import { Flag } from "effect/cli"
import { readFileSync } from "node:fs"
import * as Front from "./Front.ts"
import { complain } from "./Output.ts"

export const believing = ({ say }: Front.Desk) => ({
  demo: Flag.Boolean("demo").pipe(
    Flag.withDescription(
      say(
        "Gelooft wie zegt wie hij is, met de header Groeikring-Person. Alleen op dit apparaat",
        "Believes whoever says who they are, by the header Groeikring-Person. On this machine only"
      )
    ),
    Flag.withDefault(false)
  ),
  issuer: Flag.String("issuer").pipe(
    Flag.withDescription(
      say(
        "De identiteitsprovider van de school, zoals https://connect.surfconext.nl",
        "The identity provider of the school, such as https://connect.surfconext.nl"
      )
    ),
    Flag.withMetavar("URL"),
    Flag.optional
  ),
  audience: Flag.String("audience").pipe(
    Flag.withDescription(
      say(
        "Voor wie de tokens zijn: hoe de provider deze server noemt",
        "Whom the tokens are for: what the provider calls this server"
      )
    ),
    Flag.withMetavar("NAME"),
    Flag.optional
  ),
  jwks: Flag.String("jwks").pipe(
    Flag.withDescription(
      say(
        "De openbare sleutels van de provider: een https-adres of een bestand. Anders vertelt de provider waar ze zijn",
        "The public keys of the provider: an https address or a file. The provider tells where they are, unless told"
      )
    ),
    Flag.withMetavar("URL|FILE"),
    Flag.optional
  ),
  claims: Flag.String("claims").pipe(
    Flag.withDescription(
      say(
        "Welke claims zeggen wie iemand is: surfconext, entree, of een JSON-bestand met person en must",
        "Which claims say who somebody is: surfconext, entree, or a JSON file with person and must"
      )
    ),
    Flag.withMetavar("NAME|FILE"),
    Flag.withDefault("surfconext")
  ),
  people: Flag.String("people").pipe(
    Flag.withDescription(
      say(
        "Een JSON-bestand van pseudoniem naar persoon. Wie er niet in staat is niemand. Zonder is het pseudoniem de persoon",
        "A JSON file from pseudonym to person. Who is not in it is nobody. Without it the pseudonym is the person"
      )
    ),
    Flag.withMetavar("FILE"),
    Flag.optional
  )
})

export interface Given {
  readonly demo: boolean
  readonly issuer: Option.Option<string>
  readonly audience: Option.Option<string>
  readonly jwks: Option.Option<string>
  readonly claims: string
  readonly people: Option.Option<string>
}

const People = Schema.Record(Schema.String, Schema.NonEmptyString)
type Read<A> = Result.Result<A, string>

/** What is in a JSON file, or what is wrong with it. */
const inFile = <A>({ say }: Front.Desk, file: string, schema: Schema.Decoder<A>): Read<A> => {
  const text = Result.try({
    try: () => readFileSync(file, "utf8"),
    catch: () => say(`${file} kan niet worden gelezen. Controleer de naam.`, `${file} cannot be read. Check its name.`)
  })
  const value = Result.flatMap(text, (text) =>
    Result.try({
      try: (): unknown => JSON.parse(text),
      catch: () => say(`${file} is geen JSON. Controleer wat erin staat.`, `${file} is no JSON. Check what is in it.`)
    })
  )
  return Result.flatMap(value, (value) =>
    Result.mapError(Schema.decodeUnknownResult(schema)(value, { errors: "all", onExcessProperty: "error" }), (problem) =>
      say(
        `${file} klopt niet: ${String(problem)}. Verbeter het daar.`,
        `${file} does not fit: ${String(problem)}. Mend it there.`
      )
    )
  )
}

/**
 * The way to know who asks. Tokens that `groeikring token` gave out are believed as well, except in a demo. Whatever is
 * wrong with the flags is told at once.
 */
export const loginFor = Effect.fnUntraced(function* (desk: Front.Desk, given: Given) {
  const { say } = desk
  const http = yield* Effect.promise(() => import("@groeikring/http"))
  const tokens = (login: Layer.Layer<Login.Login>): Layer.Layer<Login.Login, never, Rows> =>
    http.AccessToken.layer.pipe(Layer.provide(Layer.merge(login, http.AccessToken.layerStore)))

  const { audience, issuer, jwks, people } = given
  const provided = [issuer, audience, jwks, people].some(Option.isSome)
  const wrong: Array<string> = []
  if (given.demo && provided)
    wrong.push(
      say(
        "--demo gelooft iedereen, dus een provider hoort er niet bij. Laat een van de twee weg.",
        "--demo believes everybody, so a provider does not go with it. Leave one of the two out."
      )
    )
  if (given.demo && wrong.length === 0) return http.Login.demo
  if (!provided && !given.demo) return tokens(http.Login.nobody)

  if (Option.isNone(issuer))
    wrong.push(say("--issuer ontbreekt. Zeg wie de tokens uitgeeft.", "--issuer is missing. Say who gives out the tokens."))
  if (Option.isNone(audience))
    wrong.push(say("--audience ontbreekt. Zeg voor wie de tokens zijn.", "--audience is missing. Say whom the tokens are for."))
  const note = <A>(read: Read<A>): A | undefined => {
    if (Result.isSuccess(read)) return read.success
    wrong.push(read.failure)
    return undefined
  }
  const claims = Object.hasOwn(http.Token.tables, given.claims)
    ? http.Token.tables[given.claims]
    : note(inFile(desk, given.claims, http.Token.Claims))
  const map = Option.isSome(people) ? note(inFile(desk, people.value, People)) : undefined
  const keys = note(yield* keysFor(desk, http.Token, issuer, jwks))

  if (wrong.length > 0 || claims === undefined || keys === undefined) {
    for (const one of wrong) complain(one)
    return yield* Front.ended(Front.codes.invalid)
  }
  const provider = { issuer: Option.getOrThrow(issuer), audience: Option.getOrThrow(audience), keys, claims }
  return tokens(
    map === undefined
      ? http.Token.layer(provider)
      : http.Token.layer(provider, (pseudonym) => Effect.succeed(Object.hasOwn(map, pseudonym) ? map[pseudonym] : undefined))
  )
})

/** The keys that are named, or those that the provider says are its own. */
const keysFor = Effect.fnUntraced(function* (
  { say }: Front.Desk,
  { isSafe, keysIn, keysOf }: typeof Token,
  issuer: Option.Option<string>,
  jwks: Option.Option<string>
): Effect.fn.Return<Read<Token.Provider["keys"] | undefined>> {
  if (Option.isSome(jwks)) {
    const named = jwks.value
    const url = URL.parse(named)
    if (url !== null && /^https?:$/.test(url.protocol))
      return isSafe(url)
        ? Result.succeed(url)
        : Result.fail(
            say(
              `Langs --jwks ${url.href} kan iemand de sleutels veranderen. Geef een https-adres, of een op dit apparaat.`,
              `On the way from --jwks ${url.href} somebody could change the keys. Give an https address, or one on this machine.`
            )
          )
    return Result.try({
      try: () => keysIn(readFileSync(named, "utf8")),
      catch: () =>
        say(
          `--jwks ${named} is geen leesbare set openbare sleutels (JWKS). Controleer het bestand.`,
          `--jwks ${named} is no readable set of public keys (JWKS). Check the file.`
        )
    })
  }
  if (Option.isNone(issuer)) return Result.succeed(undefined)
  const url = URL.parse(issuer.value)
  if (url === null || !isSafe(url))
    return Result.fail(
      say(
        `--issuer ${issuer.value} is geen https-adres. Geef er een, of noem de sleutels met --jwks.`,
        `--issuer ${issuer.value} is no https address. Give one, or name the keys with --jwks.`
      )
    )
  return Result.mapError(yield* Effect.result(keysOf(issuer.value)), ({ why }) =>
    say(
      `--issuer ${issuer.value} zegt niet waar de sleutels zijn (${why}). Controleer het adres, of noem de sleutels met --jwks.`,
      `--issuer ${issuer.value} does not say where its keys are (${why}). Check the address, or name the keys with --jwks.`
    )
  )
})
