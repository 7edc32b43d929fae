/** What a disk can do to a store, done to it by a real one. */
import { EventStore, Vault } from "@groeikring/storage"
import { Cause, Effect, Exit } from "effect"
import { spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { mkdirSync, readdirSync, statSync } from "node:fs"
import { dirname, join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { describe, expect, it } from "vitest"
import { attempt } from "../src/Database.ts"
import { SqliteStore, SqliteVault, StoreUnusable } from "../src/index.ts"
import { freshFile } from "./folder.ts"
import { found, inSchool, words } from "./school.ts"

const defectOf = async (effect: Effect.Effect<unknown>) => {
  const exit = await Effect.runPromiseExit(effect)
  const [reason] = Exit.isFailure(exit) ? exit.cause.reasons : []
  if (reason === undefined || !Cause.isDieReason(reason)) throw new Error("it must die")
  expect(reason.defect).toBeInstanceOf(StoreUnusable)
  return reason.defect as StoreUnusable
}
describe("a store that meets its disk", () => {
  it("is opened by many processes at the same moment, also where there was nothing yet", async () => {
    const folder = `${freshFile()}.many`
    mkdirSync(folder)
    const openers = Array.from({ length: 3 }, () => {
      const script = join(import.meta.dirname, "opener.ts")
      const child = spawn(process.execPath, ["--conditions=@groeikring/source", script, folder, "10", String(Date.now() + 2500)])
      let complaints = ""
      child.stderr.on("data", (text: Buffer) => (complaints += text.toString()))
      return once(child, "close").then(() => complaints)
    })
    expect(await Promise.all(openers)).toEqual(["", "", ""])
    // Of two that close at the same moment, each leaves the log to the other now and then.
    expect(readdirSync(folder).filter((file) => !/-(wal|shm)$/.test(file))).toHaveLength(30)
  })

  it("says that it is full, keeps what was written before, and goes on when there is room", async () => {
    const file = freshFile()
    const db = new DatabaseSync(file)
    db.exec("CREATE TABLE t (text TEXT); PRAGMA max_page_count=4")
    const full = await defectOf(attempt(file, () => db.prepare("INSERT INTO t VALUES (?)").run("x".repeat(100_000))))
    expect(full.message.replace(dirname(file), "…").replace(/school-\d+/, "school")).toMatchInlineSnapshot(
      `"…/school.db cannot grow: the disk is full. Make room and try again; what was written before is whole."`
    )
    db.exec("PRAGMA max_page_count=1000")
    db.prepare("INSERT INTO t VALUES (?)").run("x".repeat(100_000))
    db.close()
  })

  it("on a disk that fills up while it writes, keeps every fact it gave an answer for, and goes on when there is room", () => {
    const folder = `${freshFile()}.full`
    mkdirSync(folder)
    const script = join(import.meta.dirname, "full.ts")
    const mounted = `mount -t tmpfs -o size=800k none '${folder}' && exec '${process.execPath}' --conditions=@groeikring/source '${script}' '${folder}'`
    const { error, status, stderr, stdout } = spawnSync("unshare", ["--map-root-user", "--mount", "sh", "-c", mounted], {
      encoding: "utf8"
    })
    if (error !== undefined || /unshare:|mount:/.test(stderr)) {
      process.stdout.write("A small disk can be made on Linux alone, by who may make a namespace: this was not tried here.\n")
      return
    }
    expect([status, stderr]).toEqual([0, ""])
    expect(JSON.parse(stdout)).toEqual({
      problem: "…/school.db cannot grow: the disk is full. Make room and try again; what was written before is whole.",
      lost: 0,
      after: 1
    })
  })

  it("says that it cannot be written", async () => {
    const file = freshFile()
    await inSchool(file, found)
    const db = new DatabaseSync(file, { readOnly: true })
    const refused = await defectOf(attempt(file, () => db.exec("DELETE FROM facts")))
    expect(refused.problem).toBe("cannot be written")
    db.close()
  })

  it("says that it is damaged, and writes nothing more into it", async () => {
    const file = freshFile()
    await inSchool(file, found)
    const { open } = await import("node:fs/promises")
    const handle = await open(file, "r+")
    // Everything behind the first page, which holds the names of the tables.
    await handle.write(Buffer.alloc(statSync(file).size - 4096, 0xee), 0, undefined, 4096)
    await handle.close()
    const damaged = await defectOf(
      Effect.flatMap(EventStore, (store) => store.read({ machine: "Staff", id: "s" })).pipe(
        Effect.provide(SqliteStore.facts(file))
      )
    )
    expect(damaged.problem).toBe("is damaged")
  })

  it("of an older version is brought to this one, with everything in it", async () => {
    const file = freshFile()
    await inSchool(file, found)
    const db = new DatabaseSync(file)
    db.exec("DROP INDEX facts_of_a_command; DROP TABLE projections; DROP TABLE rows; DROP TABLE row_links; PRAGMA user_version=1")
    db.close()
    const state = await inSchool(file, (school) => school.show("PopGroup", "g", { actor: "p-anneke", at: 29_290_000 }))
    expect(state).toMatchObject({ state: { agreement: { confidentiality: words } } })
    const now = new DatabaseSync(file, { readOnly: true })
    expect(now.prepare("SELECT name FROM sqlite_schema WHERE name = 'facts_of_a_command'").get()).toBeDefined()
    now.close()
  })
})

describe("keys on a disk", () => {
  it("are behind the same mode in their log", async () => {
    const file = freshFile()
    await inSchool(file, (school) =>
      Effect.andThen(
        found(school),
        Effect.sync(() => {
          for (const part of [".keys", ".keys-wal", ".keys-shm", ".master"])
            expect(statSync(file + part).mode & 0o777).toBe(0o600)
        })
      )
    )
  })

  it("of two schools in one program stay apart", async () => {
    const [one, other] = [freshFile(), freshFile()]
    const box = { machine: "Plan", id: "a", subject: "p-anneke", type: "Told", version: 1 }
    const seal = Effect.flatMap(Vault.Vault, (vault) => vault.seal(box, [words]))
    const program = Effect.andThen(Effect.orDie(seal), Effect.provide(Effect.orDie(seal), SqliteVault.layer(other)))
    await Effect.runPromise(Effect.provide(program, SqliteVault.layer(one)))
    for (const file of [one, other]) {
      const keys = new DatabaseSync(`${file}.keys`, { readOnly: true })
      expect(keys.prepare("SELECT count(*) AS keys FROM keys").get()).toEqual({ keys: 1 })
      keys.close()
    }
  })

  it("say by their class what is wrong with the master key", async () => {
    const file = freshFile()
    await inSchool(file, found)
    const variable = "GROEIKRING_MASTER_KEY"
    const opening = Effect.scoped(Effect.provide(Effect.void, SqliteStore.layer(file)))
    process.env[variable] = Buffer.alloc(32, 7).toString("base64")
    expect(await defectOf(opening)).toBeInstanceOf(Vault.MasterKeyWrong)
    delete process.env[variable]
    const { rename } = await import("node:fs/promises")
    await rename(`${file}.master`, `${file}.elsewhere`)
    expect(await defectOf(opening)).toBeInstanceOf(Vault.MasterKeyMissing)
    await rename(`${file}.elsewhere`, `${file}.master`)
    await Effect.runPromise(opening)
  })
})
