/**
 * Personal access tokens: for a script that somebody runs, with no more in it than they choose.
 *
 * What is kept is a hash. Whoever reads the table cannot ask anything with it.
 */
import { Rows } from "@groeikring/storage"
import { Clock, Context, Effect, Layer, Schema } from "effect"
import { createHash, randomBytes } from "node:crypto"
import { Login } from "./Login.ts"
import { Unauthenticated } from "./Problem.ts"
import { bearerOf } from "./Token.ts"

/** What a token may be used for: to look, or to ask for commands as well. */
export const Scope = Schema.Literals(["Look", "Ask"])
export type Scope = typeof Scope.Type

const Kept = Schema.Struct({
  id: Schema.String,
  /** SHA-256 of the token. A token is 32 random bytes, so that nobody guesses it and it needs no slow hash. */
  hash: Schema.String,
  person: Schema.String,
  scope: Scope,
  /** From when and until when it is believed, in milliseconds since 1970. */
  since: Schema.Int,
  until: Schema.Int
})
export type Kept = typeof Kept.Type

/** Where tokens are kept. */
export class AccessTokens extends Context.Service<
  AccessTokens,
  {
    readonly keep: (token: Kept) => Effect.Effect<void>
    readonly find: (hash: string) => Effect.Effect<Kept | undefined>
    /** From now on it is nobody's. Was there such a token? */
    readonly revoke: (person: string, id: string) => Effect.Effect<boolean>
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
      Effect.sync(() =>
        of(person)
          .filter((token) => token.id === id)
          .some(({ hash }) => kept.delete(hash))
      ),
    of: (person) => Effect.sync(() => of(person))
  })
})

const shelf = "access-tokens"
const decode = Schema.decodeUnknownSync(Kept)

/**
 * Tokens beside the facts, in the store of a school: every process that serves it believes the same ones, and none from the
 * moment it is revoked. They hold no word of a person, and do not move along with an export of the facts.
 */
export const layerStore: Layer.Layer<AccessTokens, never, Rows> = Layer.effect(
  AccessTokens,
  Effect.map(Rows, (rows) => {
    /** Changes what is there, as often as another process is first. */
    const turn = Effect.fnUntraced(function* (change: Pick<Parameters<typeof rows.turn>[1], "rows" | "gone">) {
      for (let from = yield* rows.standing(shelf); ; from = yield* rows.standing(shelf))
        if (yield* rows.turn(shelf, { from, to: String(Number(from) + 1), ...change })) return
    })
    const of = (person: string) =>
      Effect.map(rows.find(shelf, { field: "person", value: person }), (all) => all.map(({ value }) => decode(value)))
    return AccessTokens.of({
      keep: (token) => turn({ rows: [{ key: token.hash, value: token, links: { person: [token.person] } }], gone: [] }),
      find: (hash) => Effect.map(rows.get(shelf, [hash]), ([row]) => (row === undefined ? undefined : decode(row.value))),
      revoke: Effect.fnUntraced(function* (person, id) {
        const found = (yield* of(person)).find((token) => token.id === id)
        if (found === undefined) return false
        yield* turn({ rows: [], gone: [found.hash] })
        return true
      }),
      of
    })
  })
)

const prefix = "gkr_"
const hashOf = (token: string) => createHash("sha256").update(token).digest("base64url")

/** Gives out a token. It is told this once, and never again. */
export const give = Effect.fnUntraced(function* (person: string, scope: Scope, days: number) {
  const tokens = yield* AccessTokens
  const now = yield* Clock.currentTimeMillis
  const token = prefix + randomBytes(32).toString("base64url")
  const id = randomBytes(6).toString("hex")
  const until = now + days * 86_400_000
  yield* tokens.keep({ id, hash: hashOf(token), person, scope, since: now, until })
  return { id, token, until }
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
