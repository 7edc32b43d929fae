/** Appending and reading on one SQLite file, each in a folder of its own. */
import { EventStore, type Fact, type NewFact, nameOf } from "@groeikring/storage"
import { SqliteStore } from "@groeikring/storage-sqlite"
import { Effect, Exit, Layer, Scope } from "effect"
import { closeSync, fdatasyncSync, openSync, readFileSync, writeFileSync, writeSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import type { Contender } from "./rounds.ts"

const words =
  "Maandelijkse terugblik, met wat er gelukt is en wat er nog te doen staat voor de volgende bijeenkomst van de groep."
export const fact = (n: number): NewFact => ({
  type: n % 5 === 0 ? "PlanActivated" : "PlanChanged",
  data: {
    plan: "9b2f6a1e-7d1c",
    n,
    note: words,
    lines: [
      { key: "uren", value: 12 },
      { key: "dagen", value: 3 }
    ]
  },
  boxes: { "p-femke": "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4v" },
  actor: "p-femke"
})
let counted = 0

/** The least: a line in a file, on the disk. */
const line = (folder: string, batch: number): Contender => {
  const file = openSync(join(folder, "log"), "a")
  return {
    name: "a line and fdatasync",
    run: (times) => {
      for (let n = 0; n < times; n++) {
        const stream = `s${++counted}`
        const lines = Array.from({ length: batch }, (_, m) => JSON.stringify({ stream, version: m + 1, ...fact(n + m) }))
        writeSync(file, `${lines.join("\n")}\n`)
        fdatasyncSync(file)
      }
    },
    close: () => closeSync(file)
  }
}

/** `node:sqlite` by hand: one table with the same promises, and no more. */
const bare = (folder: string, batch: number): Contender => {
  const db = new DatabaseSync(join(folder, "bare.db"), { timeout: 5000 })
  db.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL")
  db.exec(`CREATE TABLE streams (stream TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE facts (position INTEGER PRIMARY KEY, stream TEXT NOT NULL, version INTEGER NOT NULL, command TEXT NOT NULL, type TEXT NOT NULL,
      data TEXT NOT NULL, meta TEXT NOT NULL, UNIQUE (stream, version)) STRICT;
    CREATE INDEX facts_of_a_command ON facts (stream, command)`)
  const begin = db.prepare("INSERT INTO streams VALUES (?, ?)")
  const insert = db.prepare("INSERT INTO facts (stream, version, command, type, data, meta) VALUES (?, ?, ?, ?, ?, ?)")
  return {
    name: "node:sqlite by hand",
    run: (times) => {
      for (let n = 0; n < times; n++) {
        const stream = `s${++counted}`
        db.exec("BEGIN IMMEDIATE")
        begin.run(stream, batch)
        for (let m = 0; m < batch; m++) {
          const { boxes, data, type } = fact(n + m)
          insert.run(stream, m + 1, `c${counted}`, type, JSON.stringify(data), JSON.stringify(boxes))
        }
        db.exec("COMMIT")
      }
    },
    close: () => db.close()
  }
}

const ours = async (folder: string) => {
  const scope = await Effect.runPromise(Scope.make())
  const context = await Effect.runPromise(Layer.buildWithScope(SqliteStore.facts(join(folder, "school.db")), scope))
  const store = await Effect.runPromise(Effect.provide(Effect.service(EventStore), context))
  return { store, close: () => Effect.runPromise(Scope.close(scope, Exit.void)) }
}
const oursAppending = async (folder: string, batch: number): Promise<Contender> => {
  const { close, store } = await ours(folder)
  return {
    name: "Groeikring on SQLite",
    run: (times) =>
      Effect.runPromise(
        Effect.gen(function* () {
          for (let n = 0; n < times; n++) {
            const id = `s${++counted}`
            yield* store.append({
              stream: { machine: "Plan", id },
              expected: 0,
              facts: Array.from({ length: batch }, (_, m) => fact(n + m)) as [NewFact, ...Array<NewFact>],
              at: 29_290_000,
              command: `c${counted}`,
              correlation: `c${counted}`,
              links: { owner: ["p-femke"] }
            })
          }
        }).pipe(Effect.orDie)
      ),
    close
  }
}

/** Emmett's SQLite store on one shared connection; nothing when its driver is not compiled here. */
const emmettStore = async (folder: string) => {
  try {
    const { getSQLiteEventStore, sqliteConnection } = await import("@event-driven-io/emmett-sqlite")
    const fileName = join(folder, "emmett.db")
    const connection = sqliteConnection({ fileName })
    await connection.command("PRAGMA synchronous=FULL")
    return getSQLiteEventStore({
      fileName,
      connectionOptions: { connection, singleton: true },
      schema: { autoMigration: "CreateOrUpdate" }
    } as never)
  } catch {
    return undefined
  }
}
const emmettEvent = (n: number) => ({ type: fact(n).type, data: fact(n).data as Record<string, unknown> })

export const appending = async (folder: string, batch = 1): Promise<ReadonlyArray<Contender>> => {
  const emmett = await emmettStore(folder)
  return [
    line(folder, batch),
    bare(folder, batch),
    await oursAppending(folder, batch),
    ...(emmett === undefined
      ? []
      : [
          {
            name: "Emmett on SQLite",
            run: async (times: number) => {
              for (let n = 0; n < times; n++) {
                const events = Array.from({ length: batch }, (_, m) => emmettEvent(n + m))
                await emmett.appendToStream(`s${++counted}`, events)
              }
            }
          }
        ])
  ]
}

const streams = 200
const length = 50
/** Reading streams of fifty facts and folding them. */
export const replaying = async (folder: string): Promise<ReadonlyArray<Contender>> => {
  const { close, store } = await ours(folder)
  const stream = (n: number) => ({ machine: "Plan", id: `s${n % streams}` })
  const emmett = await emmettStore(folder)
  const rows: Array<Fact> = []
  for (let n = 0; n < streams; n++) {
    const facts = Array.from({ length }, (_, m) => fact(m)) as [NewFact, ...Array<NewFact>]
    await Effect.runPromise(
      store.append({ stream: stream(n), expected: 0, facts, at: 1, command: `r${n}`, correlation: `r${n}`, links: {} })
    )
    rows.push(...(await Effect.runPromise(store.read(stream(n)))))
    await emmett?.appendToStream(
      nameOf(stream(n)),
      Array.from({ length }, (_, m) => emmettEvent(m))
    )
    writeFileSync(
      join(folder, `${n}.ndjson`),
      rows
        .splice(0)
        .map((row) => JSON.stringify(row))
        .join("\n")
    )
  }
  let folded = 0
  const fold = (facts: ReadonlyArray<{ readonly data: unknown }>) => {
    for (const { data } of facts) folded += (data as { n: number }).n
  }
  return [
    {
      name: "the same rows as NDJSON",
      run: (times) => {
        for (let n = 0; n < times; n++)
          fold(
            readFileSync(join(folder, `${n % streams}.ndjson`), "utf8")
              .split("\n")
              .map((row) => JSON.parse(row) as Fact)
          )
      }
    },
    {
      name: "Groeikring on SQLite",
      run: (times) =>
        Effect.runPromise(
          Effect.gen(function* () {
            for (let n = 0; n < times; n++) fold(yield* store.read(stream(n)))
          })
        ),
      close
    },
    ...(emmett === undefined
      ? []
      : [
          {
            name: "Emmett on SQLite",
            run: async (times: number) => {
              for (let n = 0; n < times; n++) fold((await emmett.readStream(nameOf(stream(n)))).events)
            }
          }
        ])
  ]
}
