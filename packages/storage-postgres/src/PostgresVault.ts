/** The vault of a tenant: wrapped keys in a database of their own, so that a copy of the facts opens nothing. */
import * as PgConnection from "@effect/sql-pg/PgConnection"
import { StoreUnusable, Vault } from "@groeikring/storage"
import { aead, masterKey, nextMasterKey, replaceMasterKey } from "@groeikring/storage/node"
import { Effect, Layer, Redacted, type Scope } from "effect"
import { behind } from "./Behind.ts"
import { type Database, type Manners, open } from "./Database.ts"
import { addressOf, codeOf, databaseOf, placeOf } from "./Problem.ts"
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
    }).pipe(
      Effect.scoped,
      Effect.ignore({
        log: "Warn",
        message:
          "Keys that were destroyed may still lie in the files of the server. They are swept with the next key that goes, or by VACUUM (FULL) of groeikring_keys.keys."
      })
    ),
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

/** How the keys of a tenant are opened: with 10 connections and a master key in a file, when nothing is said. */
export interface Opening extends Manners {
  /**
   * The file of the master key, where `GROEIKRING_MASTER_KEY` is not set: named after the database, `….master`, unless told.
   * Or a key management service in the place of both.
   */
  readonly masterKey?: string | Layer.Layer<Vault.MasterKey>
}

/**
 * Keys in the database at `url` (`postgres://user:password@host:port/database`).
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
 * const keys = PostgresVault.layer("postgres://app@keys.example/school_keys", { masterKey: "/run/secrets/school.master" })
 * await Effect.runPromise(Effect.provide(forgetFemke, keys))
 * ```
 */
export const layer = (url: string, opening: Opening = {}): Layer.Layer<Vault.Vault> =>
  over(url, open(url, schema, migrations, opening), opening)

/** The same in a database beside that of the facts, named `…_keys`: made on first use, where the user may make one. */
export const beside = (facts: string, opening: Opening = {}): Layer.Layer<Vault.Vault> =>
  over(
    facts,
    Effect.suspend(() => {
      const url = keysBeside(facts)
      return open(url, schema, migrations, opening, made(facts, url))
    }),
    opening
  )

/** The address of the database of the keys, when nobody says another. */
export const keysBeside = (facts: string): string => {
  const address = addressOf(facts)
  address.pathname += "_keys"
  return address.href
}

const over = (url: string, opened: ReturnType<typeof open>, { masterKey: master }: Opening) => {
  const given =
    master === undefined || typeof master === "string"
      ? Layer.effect(
          Vault.MasterKey,
          Effect.gen(function* () {
            const { root } = yield* Vault.Keys
            return yield* masterKey(master ?? `${databaseOf(url)}.master`, (yield* root) === undefined)
          })
        )
      : master
  return Layer.fresh(Vault.layer).pipe(
    Layer.provide(given),
    Layer.provide(Layer.effect(Vault.Keys, Effect.flatMap(opened, keysIn))),
    Layer.provide(aead)
  )
}

const made = (facts: string, url: string) => {
  const name = databaseOf(url)
  return Effect.gen(function* () {
    const { query } = yield* PgConnection.make({ url: Redacted.make(facts) })
    yield* query(`CREATE DATABASE "${name.replaceAll('"', '""')}"`)
  }).pipe(
    Effect.scoped,
    Effect.asVoid,
    // Of two processes that begin at once, one made it.
    Effect.catchIf(
      (error) => ["42P04", "23505"].includes(codeOf(error) ?? ""),
      () => Effect.void
    ),
    Effect.catchIf(
      (error) => codeOf(error) === "42501",
      () => Effect.die(new StoreUnusable(placeOf(url), "does not exist", "Create this database, for the keys."))
    )
  )
}

/**
 * Replaces the master key of these tenants: with the one in `GROEIKRING_NEXT_MASTER_KEY`, else with a fresh one beside the
 * file of the first. No fact changes, and who has the vault open goes on.
 *
 * **Gotchas** Name every tenant that the key is for: one tenant does not see who the others are. After a crash halfway, do
 * it again: until then either key opens the vault. With a key management service, ask `rotate` of the vault.
 */
export const rotate = (url: string, tenants: ReadonlyArray<string>, file = `${databaseOf(url)}.master`): Effect.Effect<void> =>
  Effect.gen(function* () {
    // Whom a slip of the pen stands for would be locked out, as the old master key goes.
    yield* Effect.forEach(tenants, (tenant) => hasRoot(url, tenant))
    const next = yield* nextMasterKey(file)
    yield* Effect.forEach(tenants, (tenant) =>
      Effect.flatMap(Vault.Vault, (vault) => vault.rotate(next)).pipe(Effect.provide(layer(url, { tenant, masterKey: file })))
    )
    yield* replaceMasterKey(file)
  }).pipe(Effect.provide(aead))

const hasRoot = (url: string, tenant: string) =>
  Effect.scoped(
    Effect.gen(function* () {
      const { run } = yield* open(url, schema, migrations, { tenant })
      const [row] = yield* run(root, [tenant])
      if (row === undefined)
        return yield* Effect.die(new StoreUnusable(`The tenant ${tenant}`, "is not there", "Check how it is numbered."))
    })
  )
