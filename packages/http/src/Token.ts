/**
 * Who asks, by a token that somebody else gave out: a JSON Web Token of the identity provider of a school.
 *
 * Which claim says who somebody is, is data: the tables of SURFconext and Entree are here, and a provider of one's own is
 * another table.
 */
import { Effect, Layer } from "effect"
import { createRemoteJWKSet, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose"
import { Login } from "./Login.ts"
import { Unauthenticated } from "./Problem.ts"

/** Which claims say who somebody is. */
export interface Claims {
  /** The claim with the lasting pseudonym of a person. Never a name or an address. */
  readonly person: string
  /** Claims that must hold one of these values, such as the kind of relation to the school. */
  readonly must: Readonly<Record<string, ReadonlyArray<string>>>
}

/** SURFconext: OpenID Connect, `sub` is a pseudonym per service, `eduperson_affiliation` is what somebody is at a school. */
export const surfconext: Claims = { person: "sub", must: { eduperson_affiliation: ["employee", "staff", "faculty"] } }
/** Entree Federatie (Kennisnet): `uid` is a pseudonym per service, and pupils come in by the same door. */
export const entree: Claims = { person: "uid", must: { eduPersonAffiliation: ["employee", "staff"] } }

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

/** Which person at this school a token speaks of. The id in the facts need not be the pseudonym of a provider. */
export type Directory = (pseudonym: string) => Effect.Effect<string | undefined>
const itself: Directory = (pseudonym) => Effect.succeed(pseudonym)

/**
 * Believes the tokens of one provider.
 *
 * **Gotchas** Every reason to turn a token down is the same problem to who sent it: a forger learns nothing.
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
          catch: () => new Unauthenticated()
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
