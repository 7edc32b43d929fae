/** The vault of a tenant: wrapped keys in a database of their own, so that a copy of the facts opens nothing. */
import * as PgConnection from "@effect/sql-pg/PgConnection"
import { StoreUnusable, Vault } from "@groeikring/storage"
import { aead, masterKey } from "@groeikring/storage/node"
import { Effect, Layer, Redacted, type Scope } from "effect"
import { behind } from "./Behind.ts"
import { type Database, type Manners, open } from "./Database.ts"
import { addressOf, codeOf, placeOf } from "./Problem.ts"
import { fence } from "./Tables.ts"

/** Not that of the facts: also where both are in one database, a dump of the one has nothing of the other. */
const schema = "groeikring_keys"

const migrations = [
  `
  CREATE TABLE roots (tenant text COLLATE "C" PRIMARY KEY, wrapped bytea NOT NULL);
  CREATE TABLE keys (
    tenant text COLLATE "C" NOT NULL,
    machine text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    subject text COLLATE "C" NOT NULL,
    wrapped bytea NOT NULL,
    PRIMARY KEY (tenant, machine, id, subject)
  );
  CREATE INDEX keys_of_a_person ON keys (tenant, subject);
  CREATE TABLE forgotten_people (
    tenant text COLLATE "C" NOT NULL,
    subject text COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant, subject)
  );
  CREATE TABLE forgotten_streams (
    tenant text COLLATE "C" NOT NULL,
    machine text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant, machine, id)
  );
  ${fence(["roots", "keys", "forgotten_people", "forgotten_streams"])}
  `
]

const isForgotten = `(
  EXISTS (SELECT FROM forgotten_people WHERE tenant = $1 AND subject = $4)
  OR EXISTS (SELECT FROM forgotten_streams WHERE tenant = $1 AND machine = $2 AND id = $3)
)`
const find = `
  SELECT (SELECT wrapped FROM keys WHERE tenant = $1 AND machine = $2 AND id = $3 AND subject = $4), ${isForgotten}
`
const keep = `
  INSERT INTO keys (tenant, machine, id, subject, wrapped) SELECT $1, $2, $3, $4, $5 WHERE NOT ${isForgotten}
  ON CONFLICT DO NOTHING RETURNING wrapped
`
const forgetPerson = "INSERT INTO forgotten_people (tenant, subject) VALUES ($1, $2) ON CONFLICT DO NOTHING"
const dropOfPerson = "DELETE FROM keys WHERE tenant = $1 AND subject = $2 RETURNING true"
const forgetStream = "INSERT INTO forgotten_streams (tenant, machine, id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"
const dropOfStream = "DELETE FROM keys WHERE tenant = $1 AND machine = $2 AND id = $3 RETURNING true"

const root = "SELECT wrapped FROM roots WHERE tenant = $1"
const keepRoot = "INSERT INTO roots (tenant, wrapped) VALUES ($1, $2) ON CONFLICT DO NOTHING"
const replaceRoot = "UPDATE roots SET wrapped = $3 WHERE tenant = $1 AND wrapped = $2 RETURNING true"

const keysIn = Effect.fnUntraced(function* ({
  connection,
  persistently,
  place,
  run,
  tenant,
  transaction
}: Database): Effect.fn.Return<Vault.Keys["Service"], never, Scope.Scope> {
  /** What is deleted lies in the pages of its table until those are written anew. That may take longer than a statement may. */
  const sweep = yield* behind(
    Effect.gen(function* () {
      const { query } = yield* connection
      yield* query("SET statement_timeout = 0")
      yield* query("VACUUM (FULL) keys, roots")
    }).pipe(Effect.scoped, Effect.ignore),
    "1 second"
  )
  const look = ({ id, machine, subject }: Vault.Owner) =>
    Effect.map(run(find, [tenant, machine, id, subject]), (rows) => {
      const [[wrapped, isForgotten]] = rows as readonly [[Uint8Array | null, boolean]]
      return isForgotten ? ("Forgotten" as const) : (wrapped ?? undefined)
    })
  const rootNow = Effect.map(run(root, [tenant]), ([row]) => row?.[0] as Uint8Array | undefined)
  return {
    tenant,
    where: place,
    root: rootNow,
    keepRoot: (wrapped) =>
      Effect.andThen(
        run(keepRoot, [tenant, wrapped]),
        Effect.map(rootNow, (kept) => kept!)
      ),
    replaceRoot: (from, to) => Effect.flatMap(run(replaceRoot, [tenant, from, to]), ({ length }) => Effect.as(sweep, length > 0)),
    find: look,
    keep: Effect.fnUntraced(function* (owner, wrapped) {
      const [row] = yield* run(keep, [tenant, owner.machine, owner.id, owner.subject, wrapped])
      return row === undefined ? (yield* look(owner))! : wrapped
    }),
    forget: Effect.fnUntraced(function* (whose) {
      const [remember, drop, name] =
        "subject" in whose
          ? [forgetPerson, dropOfPerson, [whose.subject]]
          : [forgetStream, dropOfStream, [whose.stream.machine, whose.stream.id]]
      const { length } = yield* persistently(() =>
        transaction(
          Effect.fnUntraced(function* (run) {
            // Whoever is keeping a key just now is waited for, and whoever comes after hears that it is forgotten.
            yield* run("LOCK TABLE keys IN SHARE ROW EXCLUSIVE MODE")
            yield* run(remember, [tenant, ...name])
            return yield* run(drop, [tenant, ...name])
          })
        )
      )
      if (length > 0) yield* sweep
    })
  }
})

/** The keys of a tenant in a database: for a vault with a master key of your own, as of a key management service. */
export const keys = (url: string, manners: Manners = {}): Layer.Layer<Vault.Keys> =>
  Layer.effect(Vault.Keys, Effect.flatMap(open(url, schema, migrations, manners), keysIn))

/**
 * Keys in the database at `url`, the master key from the environment or in the file `master`.
 *
 * **When to use** With a store of facts of your own; `PostgresStore.layer` has this one in it.
 *
 * **Gotchas** Whoever has the facts, the keys and the master key reads everything: keep copies of the three apart. A
 * backup of the keys, or a log that the server archives, that was made before somebody was forgotten still opens their
 * words in any copy of the facts: keep those for a short time only.
 *
 * @example
 * ```ts no-run
 * import { Vault } from "@groeikring/storage"
 * import { PostgresVault } from "@groeikring/storage-postgres"
 * import { Effect } from "effect"
 *
 * const forgetFemke = Effect.flatMap(Vault.Vault, (vault) => vault.forget({ subject: "p-femke" }))
 * const keys = PostgresVault.layer("postgres://app@keys.example/school_keys", "/run/secrets/school.master")
 * await Effect.runPromise(Effect.provide(forgetFemke, keys))
 * ```
 */
export const layer = (url: string, master: string, manners: Manners = {}): Layer.Layer<Vault.Vault> =>
  over(keys(url, manners), master)

/** The same in a database beside that of the facts, named `…_keys`: made on first use, where the user may make one. */
export const beside = (facts: string, master: string, manners: Manners = {}): Layer.Layer<Vault.Vault> =>
  over(
    Layer.effect(
      Vault.Keys,
      Effect.suspend(() => {
        const address = addressOf(facts)
        address.pathname += "_keys"
        const name = decodeURIComponent(address.pathname.slice(1))
        const make = Effect.gen(function* () {
          const { query } = yield* PgConnection.make({ url: Redacted.make(facts) })
          yield* query(`CREATE DATABASE "${name.replaceAll('"', '""')}"`)
        }).pipe(
          Effect.scoped,
          // Of two processes that begin at once, one made it.
          Effect.catchIf(
            (error) => ["42P04", "23505"].includes(codeOf(error) ?? ""),
            () => Effect.void
          ),
          Effect.catchIf(
            (error) => codeOf(error) === "42501",
            () =>
              Effect.die(new StoreUnusable(placeOf(address.href), "is not there", `Create the database "${name}" for the keys.`))
          )
        )
        return Effect.flatMap(open(address.href, schema, migrations, manners, make), keysIn)
      })
    ),
    master
  )

const over = (keys: Layer.Layer<Vault.Keys>, master: string) => {
  const masterOf = Effect.flatMap(Vault.Keys, ({ root }) =>
    Effect.flatMap(root, (wrapped) => masterKey(master, wrapped === undefined))
  )
  return Layer.fresh(Vault.layer).pipe(
    Layer.provide(Layer.effect(Vault.MasterKey, masterOf)),
    Layer.provide(keys),
    Layer.provide(aead)
  )
}
