/**
 * Who asks, by a token that somebody else gave out: a JSON Web Token of the identity provider of a school.
 *
 * Which claim says who somebody is, is data: the tables of SURFconext and Entree are here, and a provider of one's own is
 * another table.
 */
import { Data, Effect, Layer, Schema } from "effect"
import { createLocalJWKSet, createRemoteJWKSet, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose"
import { isLoopback, Login } from "./Login.ts"
import { NotReady, Unauthenticated } from "./Problem.ts"

/** Which claims say who somebody is. What they may do is never in a token: roles are facts of the school. */
export const Claims = Schema.Struct({
  /** The claim with the lasting pseudonym of a person. Never a name or an address. */
  person: Schema.NonEmptyString,
  /** Claims that must hold one of these values, such as the kind of relation to the school. */
  must: Schema.Record(Schema.String, Schema.Array(Schema.NonEmptyString))
})
export type Claims = typeof Claims.Type

/** SURFconext: OpenID Connect, `sub` is a pseudonym per service, `eduperson_affiliation` is what somebody is at a school. */
export const surfconext: Claims = { person: "sub", must: { eduperson_affiliation: ["employee", "staff", "faculty"] } }
/** Entree Federatie (Kennisnet): `uid` is a pseudonym per service, and pupils come in by the same door. */
export const entree: Claims = { person: "uid", must: { eduPersonAffiliation: ["employee", "staff"] } }

/** The tables that ship, by name. */
export const tables: Readonly<Record<string, Claims>> = { surfconext, entree }

/** What a provider says of itself (OpenID Connect Discovery 1.0): where its public keys are. */
const decodeDiscovered = Schema.decodeEffect(
  Schema.fromJsonString(Schema.Struct({ issuer: Schema.String, jwks_uri: Schema.String }))
)

/** Is it safe to get keys from there: not to be read or changed on the way, or not leaving this machine? */
export const isSafe = ({ hostname, protocol }: URL): boolean =>
  protocol === "https:" || (protocol === "http:" && isLoopback(hostname))

/** A provider that does not say where its keys are, and why not. */
export class NoKeys extends Data.TaggedError("NoKeys")<{ readonly why: string }> {}

/** Asks a provider where its keys are. */
export const keysOf = Effect.fnUntraced(function* (issuer: string) {
  const response = yield* Effect.tryPromise({
    try: async () => {
      const response = await fetch(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`, {
        signal: AbortSignal.timeout(5000),
        redirect: "error"
      })
      return { status: response.status, text: await response.text() }
    },
    catch: () => new NoKeys({ why: "no answer" })
  })
  if (response.status !== 200) return yield* new NoKeys({ why: `status ${response.status}` })
  const said = yield* Effect.mapError(decodeDiscovered(response.text), () => new NoKeys({ why: "not an answer of a provider" }))
  if (said.issuer !== issuer) return yield* new NoKeys({ why: `it calls itself ${said.issuer}` })
  const url = URL.parse(said.jwks_uri)
  return url !== null && isSafe(url) ? url : yield* new NoKeys({ why: `its keys are not behind https: ${said.jwks_uri}` })
})

/** The public keys in a JSON Web Key Set. Throws when it is none. */
export const keysIn = (text: string): JWTVerifyGetKey => createLocalJWKSet(JSON.parse(text))

export interface Provider {
  readonly issuer: string
  /** Whom the token is for: this server. */
  readonly audience: string
  /** Where the public keys of the provider are, or the keys themselves. */
  readonly keys: URL | JWTVerifyGetKey
  readonly claims: Claims
}

/** What a token may be signed with: public keys only, so that nobody signs with what everybody may read. */
const algorithms = ["RS256", "PS256", "ES256", "EdDSA"]

/** The provider is out of reach, which is nothing that who asks can help. */
const isAway = (cause: unknown) => {
  const code = typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : ""
  return !/^ERR_(JW|JOSE_(ALG|NOT))/.test(code) || code === "ERR_JWKS_TIMEOUT"
}

/** Which person at this school a token speaks of. The id in the facts need not be the pseudonym of a provider. */
export type Directory = (pseudonym: string) => Effect.Effect<string | undefined>
const itself: Directory = (pseudonym) => Effect.succeed(pseudonym)

/**
 * Believes the tokens of one provider.
 *
 * **Gotchas** Every reason to turn a token down is the same problem to who sent it: a forger learns nothing. A provider that
 * is out of reach is no reason: then the server is not ready.
 */
export const layer = ({ audience, claims, issuer, keys }: Provider, directory: Directory = itself): Layer.Layer<Login> => {
  const key = keys instanceof URL ? createRemoteJWKSet(keys, { timeoutDuration: 5000 }) : keys
  return Layer.succeed(Login, {
    whoAsks: ({ headers }) =>
      Effect.gen(function* () {
        const token = bearerOf(headers["authorization"])
        if (token === undefined) return yield* Effect.fail(new Unauthenticated())
        const { payload } = yield* Effect.tryPromise({
          try: () => jwtVerify(token, key, { issuer, audience, algorithms, requiredClaims: ["exp"], clockTolerance: 5 }),
          catch: (cause) => (isAway(cause) ? new NotReady() : new Unauthenticated())
        })
        const pseudonym = payload[claims.person]
        const actor = typeof pseudonym === "string" && holds(payload, claims) ? yield* directory(pseudonym) : undefined
        if (actor === undefined || actor === "") return yield* Effect.fail(new Unauthenticated())
        return { actor, until: payload.exp! * 1000 }
      }),
    schemes: { bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" } }
  })
}

/** The token in an `Authorization` header. */
export const bearerOf = (header: string | undefined): string | undefined => /^Bearer ([\w.~+/=-]+)$/i.exec(header ?? "")?.[1]

const holds = (payload: JWTPayload, { must }: Claims) =>
  Object.entries(must).every(([claim, values]) => [payload[claim]].flat().some((value) => values.includes(String(value))))
