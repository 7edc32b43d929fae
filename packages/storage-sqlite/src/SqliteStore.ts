/** The embedded store: a school in one SQLite file. */
import {
  Conflict,
  defaultTenant,
  EventStore,
  type Fact,
  type Links,
  meets,
  nameOf,
  Rows,
  type StreamName,
  type Vault,
  type Write,
  type Written
} from "@groeikring/storage"
import { Effect, Layer, PubSub, Stream } from "effect"
import type { DatabaseSync } from "node:sqlite"
import { attempt, open } from "./Database.ts"
import { rowsOf, tables } from "./SqliteRows.ts"
import * as SqliteVault from "./SqliteVault.ts"
import { turns, Undo } from "./Turns.ts"

// One row is one fact; `WITHOUT ROWID` tables are their own index. The order of rows is the order of commits: SQLite has one writer.
const migrations = [
  `
  CREATE TABLE tenants (tenant INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE streams (
    stream INTEGER PRIMARY KEY,
    tenant INTEGER NOT NULL REFERENCES tenants,
    machine TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    links TEXT NOT NULL,
    UNIQUE (tenant, machine, id)
  ) STRICT;
  CREATE TABLE facts (
    position INTEGER PRIMARY KEY,
    tenant INTEGER NOT NULL REFERENCES tenants,
    stream INTEGER NOT NULL REFERENCES streams,
    version INTEGER NOT NULL,
    type TEXT NOT NULL,
    data TEXT NOT NULL,
    boxes TEXT,
    actor TEXT,
    at INTEGER NOT NULL,
    command TEXT NOT NULL,
    correlation TEXT,
    causation TEXT,
    UNIQUE (stream, version)
  ) STRICT;
  CREATE INDEX facts_of_a_tenant ON facts (tenant);
  CREATE TABLE links (
    tenant INTEGER NOT NULL REFERENCES tenants,
    machine TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    stream INTEGER NOT NULL REFERENCES streams,
    PRIMARY KEY (tenant, machine, field, value, stream)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE checkpoints (
    tenant INTEGER NOT NULL REFERENCES tenants,
    reader TEXT NOT NULL,
    position TEXT NOT NULL,
    PRIMARY KEY (tenant, reader)
  ) STRICT, WITHOUT ROWID;
  `,
  // Without it every write looks for its command id among all facts of its stream.
  "CREATE INDEX facts_of_a_command ON facts (stream, command)",
  tables
]

/** The columns of a fact, in the order in which `factOf` reads them. */
const columns = "f.position, f.version, f.type, f.data, f.boxes, f.actor, f.at, f.command, f.correlation, f.causation"
type Row = readonly [
  position: number,
  version: number,
  type: string,
  data: string,
  boxes: string | null,
  actor: string | null,
  at: number,
  command: string,
  correlation: string | null,
  causation: string | null
]

const none: Fact["boxes"] = {}
const factOf = (stream: Fact["stream"], row: Row): Fact => {
  const [position, version, type, data, boxes, actor, at, command, correlation, causation] = row
  const fact: { -readonly [K in keyof Fact]: Fact[K] } = {
    stream,
    version,
    position: String(position),
    type,
    data: JSON.parse(data) as Fact["data"],
    boxes: boxes === null ? none : (JSON.parse(boxes) as Fact["boxes"]),
    at,
    command,
    correlation: correlation ?? command
  }
  if (actor !== null) fact.actor = actor
  if (causation !== null) fact.causation = causation
  return fact
}

/** The number under which a tenant lies in this file. */
const numberOf = (db: DatabaseSync, name: string) => {
  const known = () => db.prepare("SELECT tenant FROM tenants WHERE name = ?").get(name)?.["tenant"]
  if (known() === undefined) db.prepare("INSERT OR IGNORE INTO tenants (name) VALUES (?)").run(name)
  return Number(known())
}

const make = (db: DatabaseSync, tenant: number) => {
  /** Rows as arrays: no object is made only to be taken apart. */
  const rows = (sql: string) => {
    const statement = db.prepare(sql)
    statement.setReturnArrays(true)
    return statement
  }
  const statement = {
    stream: db.prepare(`SELECT stream, version, links FROM streams WHERE tenant = ${tenant} AND machine = ? AND id = ?`),
    begin: db.prepare(`INSERT INTO streams (tenant, machine, id, version, links) VALUES (${tenant}, ?, ?, ?, ?)`),
    grow: db.prepare("UPDATE streams SET version = ?, links = ? WHERE stream = ?"),
    fact: db.prepare(
      `INSERT INTO facts (tenant, stream, version, type, data, boxes, actor, at, command, correlation, causation) VALUES (${tenant}, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
    ),
    unlink: db.prepare(`DELETE FROM links WHERE tenant = ${tenant} AND machine = ? AND field = ? AND value = ? AND stream = ?`),
    link: db.prepare(`INSERT OR IGNORE INTO links (tenant, machine, field, value, stream) VALUES (${tenant}, ?, ?, ?, ?)`),
    writtenBy: rows(
      `SELECT ${columns} FROM streams s JOIN facts f USING (stream) WHERE s.tenant = ${tenant} AND s.machine = ? AND s.id = ? AND f.command = ? ORDER BY f.position`
    ),
    lastBy: db.prepare("SELECT version, position FROM facts WHERE stream = ? AND command = ? ORDER BY position DESC LIMIT 1"),
    read: rows(
      `SELECT ${columns} FROM streams s JOIN facts f USING (stream) WHERE s.tenant = ${tenant} AND s.machine = ? AND s.id = ? AND f.version > ? ORDER BY f.version`
    ),
    readAll: rows(
      `SELECT s.machine, s.id, ${columns} FROM facts f JOIN streams s USING (stream) WHERE f.tenant = ${tenant} AND f.position > ? ORDER BY f.position LIMIT ?`
    ),
    end: db.prepare(`SELECT max(position) AS position FROM facts WHERE tenant = ${tenant}`),
    ids: db.prepare(`SELECT id FROM streams WHERE tenant = ${tenant} AND machine = ? ORDER BY stream`),
    found: db.prepare(
      `SELECT id FROM links l JOIN streams s USING (stream) WHERE l.tenant = ${tenant} AND l.machine = ? AND l.field = ? AND l.value = ? ORDER BY l.stream`
    ),
    checkpoint: db.prepare(`SELECT position FROM checkpoints WHERE tenant = ${tenant} AND reader = ?`),
    saveCheckpoint: db.prepare(
      `INSERT INTO checkpoints (tenant, reader, position) VALUES (${tenant}, ?, ?) ON CONFLICT (tenant, reader) DO UPDATE SET position = excluded.position`
    )
  }
  const factsOf = ({ id, machine }: StreamName, rows: ReadonlyArray<unknown>) => {
    const stream = { machine, id }
    return rows.map((row) => factOf(stream, row as Row))
  }
  const factsOfAll = (rows: ReadonlyArray<unknown>) =>
    rows.map((row) => {
      const [machine, id, ...fact] = row as readonly [string, string, ...Row]
      return factOf({ machine, id }, fact)
    })

  const relink = (stream: number | bigint, machine: string, before: string, links: Links) => {
    const pairs = (links: Links) =>
      Object.entries(links).flatMap(([field, values]) => values.map((value) => [field, value] as const))
    const was = pairs(JSON.parse(before) as Links)
    const is = pairs(links)
    const has = (all: typeof is, [field, value]: (typeof is)[number]) => all.some(([f, v]) => f === field && v === value)
    for (const pair of was) if (!has(is, pair)) statement.unlink.run(machine, ...pair, stream)
    for (const pair of is) if (!has(was, pair)) statement.link.run(machine, ...pair, stream)
  }

  const append = ({ at, causation, command, correlation, expected, facts, links, stream: { id, machine } }: Write) => {
    const known = statement.stream.get(machine, id) as { stream: number; version: number; links: string } | undefined
    const before = known === undefined ? undefined : statement.lastBy.get(known.stream, command)
    if (before !== undefined) {
      return { version: Number(before["version"]), position: String(before["position"]), repeated: true }
    }
    const actual = known?.version ?? 0
    if (!meets(expected, actual)) return new Conflict({ stream: nameOf({ machine, id }), expected, actual })
    const version = actual + facts.length
    const json = JSON.stringify(links)
    const stream = known?.stream ?? statement.begin.run(machine, id, version, json).lastInsertRowid
    if (known !== undefined) statement.grow.run(version, json, stream)
    if (json !== (known?.links ?? "{}")) relink(stream, machine, known?.links ?? "{}", links)
    let position: number | bigint = 0
    facts.forEach(({ actor, boxes, data, type }, n) => {
      position = statement.fact.run(
        stream,
        actual + n + 1,
        type,
        JSON.stringify(data),
        Object.keys(boxes).length === 0 ? null : JSON.stringify(boxes),
        actor ?? null,
        at,
        command,
        correlation === command ? null : correlation,
        causation ?? null
      ).lastInsertRowid
    })
    return { version, position: String(position), repeated: false }
  }

  return { append, factsOf, factsOfAll, statement }
}

/** Only the facts, and the rows that are made from them. Their words are sealed by a vault: `layer` has both. */
export const facts = (file: string, { tenant = defaultTenant }: SqliteVault.Opening = {}): Layer.Layer<EventStore | Rows> =>
  Layer.unwrap(
    Effect.gen(function* () {
      const db = yield* open(file, migrations)
      const number = yield* attempt(file, () => numberOf(db, tenant))
      const { append, factsOf, factsOfAll, statement } = yield* attempt(file, () => make(db, number))
      const appended = yield* PubSub.sliding<void>(1)
      const readAll = (after: string, limit: number) =>
        attempt(file, () => factsOfAll(statement.readAll.all(after === "" ? 0 : Number(after), limit)))
      const written = yield* turns<ReadonlyArray<Write>, ReadonlyArray<Written>, Conflict>(db, file, (writes) =>
        writes.map((write) => {
          const one = append(write)
          if (one instanceof Conflict) throw new Undo(one)
          return one
        })
      )
      const appendAll = (writes: ReadonlyArray<Write>) => Effect.tap(written(writes), PubSub.publish(appended, undefined))

      const store = EventStore.of({
        tenant,
        read: (stream, version = 0) =>
          attempt(file, () => factsOf(stream, statement.read.all(stream.machine, stream.id, version))),
        append: (write) => Effect.map(appendAll([write]), ([written]) => written!),
        appendAll,
        writtenBy: (stream, command) =>
          attempt(file, () => factsOf(stream, statement.writtenBy.all(stream.machine, stream.id, command))),
        find: (machine, by) =>
          attempt(file, () =>
            (by === undefined ? statement.ids.all(machine) : statement.found.all(machine, by.field, by.value)).map(({ id }) =>
              String(id)
            )
          ),
        readAll,
        end: attempt(file, () => String(statement.end.get()!["position"] ?? "")),
        isCheckpoint: (text) => Effect.succeed(/^\d{1,15}$/.test(text)),
        checkpoint: (reader) => attempt(file, () => String(statement.checkpoint.get(reader)?.["position"] ?? "")),
        saveCheckpoint: (reader, at) => attempt(file, () => void statement.saveCheckpoint.run(reader, at)),
        follow: (after) =>
          Stream.unwrap(
            Effect.map(PubSub.subscribe(appended), (news) => {
              let seen = after
              const fresh = Effect.tap(
                Effect.suspend(() => readAll(seen, 500)),
                (facts) => Effect.sync(() => (seen = facts.at(-1)?.position ?? seen))
              )
              // Another process does not publish here: look at the file as well.
              const waited = Effect.race(PubSub.take(news), Effect.sleep("200 millis"))
              const next = Effect.flatMap(fresh, (facts) => (facts.length > 0 ? Effect.succeed(facts) : Effect.as(waited, facts)))
              return Stream.flattenIterable(Stream.fromEffectRepeat(next))
            })
          )
      })
      const rows = yield* attempt(file, () => rowsOf(file, db, number))
      return Layer.merge(Layer.succeed(EventStore, store), Layer.succeed(Rows, rows))
    })
  )

/**
 * A whole store: facts in `file`, keys in `file.keys`, and the master key from the environment or in `file.master`.
 *
 * **When to use** For one school on one machine, or for a few under a `tenant` each, with as many processes as there are.
 * `:memory:` keeps nothing.
 *
 * **Gotchas** What is wrong with a file is found when the layer is built, and is a defect: a `StoreUnusable` that says
 * what is the matter and what to do. SQLite waits with the whole thread, at most five seconds, while another process
 * writes. A network drive does not lock as SQLite needs.
 *
 * @example
 * ```ts
 * import { EventStore } from "@groeikring/storage"
 * import { SqliteStore } from "@groeikring/storage-sqlite"
 * import { Effect } from "effect"
 *
 * const program = Effect.flatMap(EventStore, (store) => store.readAll("", 100))
 * await Effect.runPromise(Effect.provide(program, SqliteStore.layer(":memory:"))) // => []
 * ```
 */
export const layer = (file: string, opening: SqliteVault.Opening = {}): Layer.Layer<EventStore | Rows | Vault.Vault> =>
  // The facts first: beside a file that is no store, no keys are made.
  SqliteVault.layer(file, opening).pipe(Layer.provideMerge(facts(file, opening)))
