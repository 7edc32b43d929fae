/** Where a school lies: in a file, or in a database on a server. */
import { type EventStore, type Rows, StoreUnusable, type Vault } from "@groeikring/storage"
import { SqliteStore } from "@groeikring/storage-sqlite"
import { Effect, Layer } from "effect"
import { existsSync } from "node:fs"

/** The place of the school, when the line names none. */
export const usualStore = (): string => process.env["GROEIKRING_STORE"] || "groeikring.db"

const isAddress = (store: string) => /^postgres(ql)?:/.test(store)

/** A place as it may be told: an address without its password. */
export const shown = (store: string): string => (isAddress(store) ? store.replace(/:\/\/([^:@/]*):[^@]*@/, "://$1@") : store)

/**
 * The store in a file or at an address. The keys of a database lie in the one beside it, or in the one that
 * `GROEIKRING_KEYS` names.
 */
export const storeAt = (store: string): Layer.Layer<EventStore | Rows | Vault.Vault> =>
  isAddress(store)
    ? Layer.unwrap(
        // Loaded late: who has a file does not pay for it.
        Effect.map(
          Effect.promise(() => import("@groeikring/storage-postgres")),
          ({ PostgresStore }) => {
            const keys = process.env["GROEIKRING_KEYS"]
            return PostgresStore.layer(store, keys === undefined ? {} : { keys })
          }
        )
      )
    : SqliteStore.layer(store)

/** Nobody begins a school by a slip in the name of a file. A server says by itself that a database is not there. */
export const mustBeThere = (store: string): Effect.Effect<void> =>
  Effect.suspend(() =>
    store === ":memory:" || isAddress(store) || existsSync(store)
      ? Effect.void
      : Effect.die(new StoreUnusable(store, "is not there", "Check the name behind --store, or begin a school in it."))
  )

/** Asks a store that must be there. */
export const inStore = <A, E>(store: string, ask: Effect.Effect<A, E, EventStore | Rows | Vault.Vault>): Effect.Effect<A, E> =>
  Effect.andThen(mustBeThere(store), Effect.provide(ask, storeAt(store)))

/** What is done with files is done to a database by its server's own tools. */
export const noServer = (store: string): Effect.Effect<void> =>
  Effect.suspend(() =>
    isAddress(store)
      ? Effect.die(new StoreUnusable("The store", "is a database and no file", "Use the tools of its server, such as pg_dump."))
      : Effect.void
  )
export const mustBeFile = (store: string): Effect.Effect<void> => Effect.andThen(noServer(store), mustBeThere(store))

/** What only files have; a database has `otherwise`. */
export const inFile = <A>(store: string, ask: (file: string) => Effect.Effect<A>, otherwise: A): Effect.Effect<A> =>
  isAddress(store) ? Effect.succeed(otherwise) : ask(store)
