import { Effect, Exit } from "effect"
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { afterEach, describe, expect, it } from "vitest"
import { SqliteStore, StoreUnusable } from "../src/index.ts"
import { freshFile } from "./folder.ts"
import { at, found, inSchool, words } from "./school.ts"

const anneke = { actor: "p-anneke", at }
const show = (file: string) => inSchool(file, (school) => school.show("PopGroup", "g", anneke))
const bytesOf = (file: string) =>
  readdirSync(dirname(file))
    .filter((name) => name.startsWith(basename(file)))
    .map((name) => ({ name, bytes: readFileSync(join(dirname(file), name)) }))

/** What is wrong with opening this file: what happened and why, and what to do. */
const problemOf = async (file: string) => {
  const exit = await Effect.runPromiseExit(Effect.scoped(Effect.provide(Effect.void, SqliteStore.layer(file))))
  if (Exit.isSuccess(exit)) return "nothing"
  const failure = exit.cause.reasons.map((reason) => ("defect" in reason ? reason.defect : reason))[0]
  expect(failure).toBeInstanceOf(StoreUnusable)
  return (failure as StoreUnusable).message.replaceAll(dirname(file), "…").replace(/school-\d+/g, "school")
}

describe("words on a disk", () => {
  it("are not in the bytes of any file of a school: facts, log, keys or master key", async () => {
    const file = freshFile()
    await inSchool(file, (school) =>
      Effect.gen(function* () {
        yield* found(school)
        // Before it closes, while the write-ahead log still holds everything.
        const files = bytesOf(file)
        expect(files.map(({ name }) => name.replace(/school-\d+/, "school"))).toEqual(
          expect.arrayContaining(["school.db", "school.db-wal", "school.db.keys", "school.db.keys-wal", "school.db.master"])
        )
        const whole = Buffer.concat(files.map(({ bytes }) => bytes))
        expect(whole.includes("AgreementDrafted")).toBe(true)
        expect(whole.includes(words)).toBe(false)
        expect(whole.includes(Buffer.from(words).toString("base64").slice(4, 20))).toBe(false)
      })
    )
    expect((await show(file)).state).toMatchObject({ agreement: { confidentiality: words } })
  })

  it("need the keys beside them: a copy of the facts alone opens nothing, and replay asks for no key", async () => {
    const file = freshFile()
    await inSchool(file, found)
    rmSync(`${file}.keys`)
    const { state } = await show(file)
    expect(state).toMatchObject({ _tag: "Contracting", agreement: { intervisionMinutes: 30 } })
    expect(JSON.stringify(state)).not.toContain(words)
    await inSchool(file, (school) => school.send("PopGroup", "g", { _tag: "Sign" }, anneke))
  })

  it("are gone from the bytes of the key file with their key", async () => {
    const file = freshFile()
    await inSchool(file, found)
    const keys = new DatabaseSync(`${file}.keys`, { readOnly: true })
    const wrapped = Buffer.from(keys.prepare("SELECT wrapped FROM keys").get()!["wrapped"] as Uint8Array)
    keys.close()
    const present = () => bytesOf(file).some(({ bytes }) => bytes.includes(wrapped.subarray(0, 16)))
    expect(present()).toBe(true)
    await inSchool(file, () => Effect.void)
    const { Vault } = await import("@groeikring/storage")
    const { SqliteVault } = await import("../src/index.ts")
    await Effect.runPromise(
      Effect.flatMap(Vault.Vault, (vault) => vault.forget({ stream: { machine: "PopGroup", id: "g" } })).pipe(
        Effect.provide(SqliteVault.layer(file))
      )
    )
    expect(present()).toBe(false)
    expect(JSON.stringify((await show(file)).state)).not.toContain(words)
  })

  it("are behind files that only their owner reads", async () => {
    const file = freshFile()
    await inSchool(file, found)
    for (const part of [".keys", ".master"]) expect(statSync(file + part).mode & 0o777).toBe(0o600)
  })
})

describe("a file that cannot be used says what is wrong and what to do", () => {
  const variable = "GROEIKRING_MASTER_KEY"
  afterEach(() => delete process.env[variable])

  it("not a database", async () => {
    const file = freshFile()
    writeFileSync(file, "dit is een boodschappenlijst, en geen database. ".repeat(50))
    expect(await problemOf(file)).toMatchInlineSnapshot(
      `"…/school.db is not a database. Choose another file, or restore a copy."`
    )
    expect(readdirSync(dirname(file)).filter((name) => name.startsWith(basename(file)))).toEqual([basename(file)])
  })

  it("no such folder", async () => {
    expect(await problemOf(join(dirname(freshFile()), "nergens", "school.db"))).toContain(
      "cannot be opened. Check that its folder exists"
    )
  })

  it("a newer version", async () => {
    const file = freshFile()
    await inSchool(file, found)
    const db = new DatabaseSync(file)
    db.exec("PRAGMA user_version=99")
    db.close()
    expect(await problemOf(file)).toMatchInlineSnapshot(
      `"…/school.db was written by a newer version. Update Groeikring, or open it with the version that wrote it."`
    )
  })

  it("a folder where a file should be", async () => {
    const file = freshFile()
    mkdirSync(file)
    expect(await problemOf(file)).toContain("cannot be opened")
  })

  it("locked for longer than five seconds", async () => {
    const file = freshFile()
    await inSchool(file, found)
    const other = new DatabaseSync(file)
    other.exec("BEGIN IMMEDIATE")
    const exit = await Effect.runPromiseExit(
      Effect.tryPromise(() => inSchool(file, (school) => school.send("PopGroup", "g", { _tag: "Sign" }, anneke)))
    )
    other.exec("ROLLBACK")
    other.close()
    expect(String(Exit.isFailure(exit) && exit.cause)).toContain("StoreUnusable")
  })

  it("the master key is missing", async () => {
    const file = freshFile()
    await inSchool(file, found)
    rmSync(`${file}.master`)
    expect(await problemOf(file)).toMatchInlineSnapshot(
      `"…/school.db.master is missing, and it is the key to the words of this school. Put it back, or set GROEIKRING_MASTER_KEY."`
    )
  })

  it("the master key is another, in the file or in the environment", async () => {
    const file = freshFile()
    await inSchool(file, found)
    process.env[variable] = Buffer.alloc(32, 7).toString("base64")
    expect(await problemOf(file)).toContain("was locked with another master key")
    process.env[variable] = "te kort"
    expect(await problemOf(file)).toContain("GROEIKRING_MASTER_KEY does not hold a master key. Give 32 bytes in base64.")
    delete process.env[variable]
    chmodSync(`${file}.master`, 0o600)
    writeFileSync(`${file}.master`, "geen sleutel")
    expect(await problemOf(file)).toContain("does not hold a master key. Put the right file back.")
  })

  it("but a master key from the environment needs no file", async () => {
    const file = freshFile()
    process.env[variable] = Buffer.alloc(32, 7).toString("base64")
    await inSchool(file, found)
    expect((await show(file)).state).toMatchObject({ agreement: { confidentiality: words } })
    expect(readdirSync(dirname(file))).not.toContain(`${basename(file)}.master`)
  })
})
