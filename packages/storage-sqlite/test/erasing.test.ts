/** What was erased is gone: from every byte on the disk, from what was said, and from the copies made before. */
import { Domain, processes } from "@groeikring/core"
import { pack } from "@groeikring/pack-nl"
import { Erasing, EventStore, type Rows, School, type Vault } from "@groeikring/storage"
import { Effect, Layer, Logger } from "effect"
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, dirname, join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { SqliteBackup, SqliteStore } from "../src/index.ts"
import { at } from "./school.ts"

const femke = { actor: "p-femke", at }
const officer = { actor: "p-privacy-officer", at: at + 10 }
const title = "toen Noor eindelijk lachte"
const text = "ik zat met de deur dicht te huilen om groep zes"
const entry = {
  _tag: "Draft",
  portfolioId: "f",
  kind: "Reflection",
  on: "2025-09-11",
  title,
  text,
  attachments: [],
  competences: []
}

let folder = ""
let temporary = ""
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "erasing-"))
  temporary = join(folder, "temporary")
  mkdirSync(temporary)
  process.env["SQLITE_TMPDIR"] = temporary
})
afterEach(() => delete process.env["SQLITE_TMPDIR"])

/** Runs something in a school on a file, and keeps every line that is logged while it runs, defects and all. */
const said: Array<string> = []
const logger = Logger.make(({ cause, message }) => void said.push(JSON.stringify([message, String(cause)])))
const inSchool = <A>(file: string, ask: Effect.Effect<A, unknown, School | EventStore | Rows | Vault.Vault>) =>
  Effect.runPromise(
    ask.pipe(
      Effect.tapCause(Effect.logError),
      Effect.orDie,
      Effect.provide([
        School.layer({ domain: Domain.domain, packs: pack, processes }).pipe(Layer.provideMerge(SqliteStore.layer(file))),
        Logger.layer([logger])
      ])
    )
  )
const ask = <A, E>(asked: (school: typeof School.Service) => Effect.Effect<A, E>) => Effect.flatMap(School, asked)
const writes = ask((school) =>
  Effect.gen(function* () {
    yield* school.send("Portfolio", "f", { _tag: "Open" }, femke)
    yield* school.send("PortfolioEntry", "e", entry, femke)
    // A refusal of a command that carries the words, and a defect while they are at hand.
    yield* Effect.tapError(Effect.flip(school.send("PortfolioEntry", "e", { ...entry, extra: 1 }, femke)), Effect.logInfo)
    yield* Effect.logInfo("kept", yield* school.show("Portfolio", "f", femke))
  })
)
const shows = ask((school) => Effect.map(school.show("PortfolioEntry", "e", femke), ({ state }) => state))
const erases = Erasing.erase(Domain.domain, "p-femke", officer)

/** Every byte under the folder, with the name of its file. */
const bytes = (under = folder): ReadonlyArray<readonly [string, Buffer]> =>
  readdirSync(under, { withFileTypes: true }).flatMap((found) => {
    const path = join(under, found.name)
    return found.isDirectory() ? bytes(path) : [[path, readFileSync(path)] as const]
  })
const wordsIn = (all: ReadonlyArray<readonly [string, Buffer]>) =>
  all.flatMap(([name, content]) =>
    [title, text].some((words) =>
      [words, Buffer.from(words).toString("base64").slice(4, 24), Buffer.from(words).toString("hex")].some((form) =>
        content.includes(form)
      )
    )
      ? [basename(name)]
      : []
  )

describe("after somebody was erased", () => {
  it("their words are in no byte of facts, log, keys, copies, temporary files, or what was logged; and the facts stay", async () => {
    const file = join(folder, "school.db")
    await inSchool(file, writes)
    expect(await inSchool(file, shows)).toMatchObject({ title, text })
    const erasure = await inSchool(
      file,
      Effect.tap(erases, () =>
        Effect.sync(() => {
          // While it is open, so that the write-ahead logs are there too.
          expect(bytes().map(([name]) => basename(name))).toEqual(expect.arrayContaining(["school.db-wal", "school.db.keys-wal"]))
          expect(wordsIn(bytes())).toEqual([])
        })
      )
    )
    expect(erasure).toEqual({ person: "p-femke", held: [], things: [{ machine: "PortfolioEntry", id: "e", facts: 1 }] })
    await Effect.runPromise(SqliteBackup.backup(file, join(folder, "after.db")))
    await Effect.runPromise(SqliteBackup.backupKeys(file, "2025-09-12"))
    expect(wordsIn(bytes())).toEqual([])
    expect(said.join("\n")).toContain("kept")
    expect(wordsIn([["a note", Buffer.from(`Noor? ${text}`)]])).toEqual(["a note"])
    expect(wordsIn([["logged", Buffer.from(said.join("\n"))]])).toEqual([])
    // That something happened stays: the entry, and that its words were erased, by whom and when.
    expect(await inSchool(file, shows)).toEqual({
      _tag: "Draft",
      ownerId: "p-femke",
      portfolioId: "f",
      kind: "Reflection",
      on: "2025-09-11",
      attachments: [],
      competences: []
    })
    const facts = await inSchool(
      file,
      Effect.flatMap(EventStore, (store) => store.readAll("", 10))
    )
    expect(facts.map(({ type }) => type)).toEqual(["PortfolioOpened", "EntryDrafted", "WordsErased"])
    expect(facts[2]).toMatchObject({
      stream: { machine: "Erasure", id: "p-femke" },
      actor: officer.actor,
      at: officer.at,
      data: {}
    })
    // And nothing new is kept of who asked to be forgotten.
    const more = ask((school) => Effect.flip(school.send("PortfolioEntry", "e2", entry, femke)))
    expect(await inSchool(file, more)).toMatchObject({ _tag: "Forgotten" })
  })

  it("a copy of the facts from before opens nothing, once the copies of the keys have reached their term", async () => {
    const file = join(folder, "school.db")
    await inSchool(file, writes)
    const [before, keys] = [join(folder, "before.db"), await Effect.runPromise(SqliteBackup.backupKeys(file, "2025-09-11"))]
    await Effect.runPromise(SqliteBackup.backup(file, before))
    await inSchool(file, erases)
    const lastWeek = join(folder, "last-week.db")
    /** The copy of the facts, beside keys and with the master key. */
    const openedWith = (keysFile: string, name: string) => {
      const to = join(folder, name)
      copyFileSync(before, to)
      copyFileSync(keysFile, `${to}.keys`)
      copyFileSync(`${file}.master`, `${to}.master`)
      return inSchool(to, shows)
    }
    // The keys of today: nothing. The copy of the keys: all of it, and that is why it has a term.
    expect(JSON.stringify(await openedWith(`${file}.keys`, "a.db"))).not.toContain(title)
    expect(await openedWith(keys.file, "b.db")).toMatchObject({ title, text })
    expect(await Effect.runPromise(SqliteBackup.expireKeys(file, "2025-09-11"))).toEqual([])
    expect(await Effect.runPromise(SqliteBackup.expireKeys(file, "2025-09-12"))).toEqual([keys])
    expect(existsSync(keys.file)).toBe(false)
    expect(await Effect.runPromise(SqliteBackup.keysCopies(file))).toEqual([])
    await Effect.runPromise(SqliteBackup.restore(before, lastWeek))
    expect(existsSync(`${lastWeek}.keys`)).toBe(false)
    copyFileSync(`${file}.keys`, `${lastWeek}.keys`)
    copyFileSync(`${file}.master`, `${lastWeek}.master`)
    expect(JSON.stringify(await inSchool(lastWeek, shows))).not.toContain(title)
  })

  it("keys that are put back from a copy forget again what the facts say was forgotten", async () => {
    const file = join(folder, "school.db")
    await inSchool(file, writes)
    const keys = await Effect.runPromise(SqliteBackup.backupKeys(file, "2025-09-11"))
    await inSchool(file, erases)
    copyFileSync(keys.file, `${file}.keys`)
    expect(await inSchool(file, shows)).toMatchObject({ title })
    expect(await inSchool(file, Erasing.eraseAgain(Domain.domain))).toBe(1)
    expect(JSON.stringify(await inSchool(file, shows))).not.toContain(title)
  })
})

describe("a copy", () => {
  it("is whole and of one kind, made while others write, readable by its owner alone, and takes no name that is taken", async () => {
    const file = join(folder, "school.db")
    const to = join(folder, "copy.db")
    await inSchool(
      file,
      Effect.gen(function* () {
        yield* writes
        yield* SqliteBackup.backup(file, to)
        const { send } = yield* School
        yield* send("Portfolio", "g", { _tag: "Open" }, { ...femke, actor: "p-bram" })
      })
    )
    expect(await Effect.runPromise(SqliteBackup.check(to))).toEqual([])
    expect(statSync(to).mode & 0o777).toBe(0o600)
    expect(readdirSync(dirname(to)).filter((name) => name.startsWith("copy.db"))).toEqual(["copy.db"])
    await expect(Effect.runPromise(SqliteBackup.backup(file, to))).rejects.toThrow(
      "copy.db is there already. Choose another name"
    )
    await expect(Effect.runPromise(SqliteBackup.restore(to, file))).rejects.toThrow("school.db is there already.")
    await expect(Effect.runPromise(SqliteBackup.backup(`${file}x`, `${to}2`))).rejects.toThrow("school.dbx is not there.")
    const facts = (where: string) =>
      Effect.runPromise(
        Effect.flatMap(EventStore, (store) => store.readAll("", 10)).pipe(Effect.provide(SqliteStore.facts(where)))
      )
    expect(await facts(to)).toEqual((await facts(file)).slice(0, 2))
  })
})
