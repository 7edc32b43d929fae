/**
 * Personal access tokens: for a script that somebody runs, with no more in it than they choose.
 *
 * What is kept is a hash. Whoever reads the table cannot ask anything with it.
 */
import { Clock, Context, Effect, Layer } from "effect"
import { createHash, randomBytes } from "node:crypto"
import { Login } from "./Login.ts"
import { Unauthenticated } from "./Problem.ts"
import { bearerOf } from "./Token.ts"

/** What a token may be used for: to look, or to ask for commands as well. */
export type Scope = "Look" | "Ask"

export interface Kept {
  readonly id: string
  /** SHA-256 of the token. A token is 32 random bytes, so that nobody guesses it and it needs no slow hash. */
  readonly hash: string
  readonly person: string
  readonly scope: Scope
  /** Milliseconds since 1970. */
  readonly until: number
}

/** Where tokens are kept. */
export class AccessTokens extends Context.Service<
  AccessTokens,
  {
    readonly keep: (token: Kept) => Effect.Effect<void>
    readonly find: (hash: string) => Effect.Effect<Kept | undefined>
    readonly revoke: (person: string, id: string) => Effect.Effect<void>
    readonly of: (person: string) => Effect.Effect<ReadonlyArray<Kept>>
  }
>()("@groeikring/http/AccessTokens") {}

/** Tokens in memory: gone with the program. */
export const layerMemory: Layer.Layer<AccessTokens> = Layer.sync(AccessTokens, () => {
  const kept = new Map<string, Kept>()
  const of = (person: string) => [...kept.values()].filter((token) => token.person === person)
  return AccessTokens.of({
    keep: (token) => Effect.sync(() => void kept.set(token.hash, token)),
    find: (hash) => Effect.sync(() => kept.get(hash)),
    revoke: (person, id) =>
      Effect.sync(() => {
        for (const token of of(person)) if (token.id === id) kept.delete(token.hash)
      }),
    of: (person) => Effect.sync(() => of(person))
  })
})

const prefix = "gkr_"
const hashOf = (token: string) => createHash("sha256").update(token).digest("base64url")

/** Gives out a token. It is told this once, and never again. */
export const give = Effect.fnUntraced(function* (person: string, scope: Scope, days: number) {
  const tokens = yield* AccessTokens
  const now = yield* Clock.currentTimeMillis
  const token = prefix + randomBytes(32).toString("base64url")
  const id = randomBytes(9).toString("base64url")
  yield* tokens.keep({ id, hash: hashOf(token), person, scope, until: now + days * 86_400_000 })
  return { id, token }
})

/** Believes the tokens that were given out, and whatever the login beneath it believes. */
export const layer: Layer.Layer<Login, never, AccessTokens | Login> = Layer.effect(
  Login,
  Effect.gen(function* () {
    const tokens = yield* AccessTokens
    const other = yield* Login
    return Login.of({
      ...other,
      whoAsks: Effect.fnUntraced(function* (request) {
        const token = bearerOf(request.headers["authorization"])
        if (token === undefined || !token.startsWith(prefix)) return yield* other.whoAsks(request)
        const kept = yield* tokens.find(hashOf(token))
        const now = yield* Clock.currentTimeMillis
        const may = kept?.scope === "Ask" || request.method === "GET" || request.method === "HEAD"
        return kept !== undefined && now < kept.until && may
          ? { actor: kept.person, until: kept.until }
          : yield* Effect.fail(new Unauthenticated())
      }),
      schemes: { ...other.schemes, accessToken: { type: "http", scheme: "bearer", description: "A personal access token" } }
    })
  })
)
