/** The store from the command line: a plan first, then the act, then a report. */
import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { basename, dirname } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { beforeAll, describe, expect, it } from "vitest"
import { freshStore } from "./folder.ts"
import { stories, type } from "./terminal.ts"

const at = "2026-01-10T12:00:00+01:00"
const text = ["--format", "text", "--lang", "nl"]
const json = (out: string) => JSON.parse(out) as Record<string, unknown>
/** A school with a history, of which each test has a copy. */
let played = ""
beforeAll(async () => {
  played = freshStore()
  await type(["play", ...stories, "--store", played])
})
const school = () => {
  const file = freshStore()
  for (const part of ["", ".keys", ".master"]) copyFileSync(played + part, file + part)
  return file
}
const store = (...args: ReadonlyArray<string>) => type(["store", ...args])
const pap = async (file: string) =>
  (await type(["pap", "history", "--id", "pap-femke-1", "--as", "p-femke", "--store", file])).out
const listOf = async (file: string, machine: string, as: string): Promise<ReadonlyArray<string>> =>
  JSON.parse((await type([machine, "list", "--as", as, "--store", file, "--format", "json"])).out)

describe("groeikring store", () => {
  it("moves a school to another store, words sealed, and says that both sides are the same", async () => {
    const [from, to, file] = [school(), freshStore(), `${freshStore()}.ndjson`]
    const planned = await store("export", "--store", from, "-o", file, "--dry-run")
    expect(json(planned.out)).toEqual({ ok: true, done: false, plan: { store: from, output: file, words: "Sealed" } })
    expect(existsSync(file)).toBe(false)
    const exported = json((await store("export", "--store", from, "-o", file)).out)
    expect(exported).toMatchObject({ ok: true, done: true, report: { problems: [] } })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const imported = json((await store("import", file, "--store", to)).out)
    const { digest, facts } = exported["report"] as { digest: string; facts: number }
    expect(facts).toBeGreaterThan(50)
    expect(imported).toMatchObject({ done: true, report: { facts, before: 0, digest, forgotten: 0, otherVersion: [] } })
    const again = await store("import", file, "--store", to, ...text)
    expect(again.out).toContain(`✓ ${facts} feiten, waarvan er ${facts} al stonden.`)
    expect((await store("export", "--store", from, "-o", file)).err).toContain("is there already. Choose another name")
  })

  it("puts words into a file for all to read only when that is said twice", async () => {
    const [from, to, file] = [school(), freshStore(), `${freshStore()}.ndjson`]
    const asked = await store("export", "--store", from, "-o", file, "--open-words", ...text)
    expect([asked.code, existsSync(file)]).toEqual([1, false])
    expect(asked.out).toContain("De woorden van mensen staan er leesbaar in")
    expect(asked.err).toContain("zeg het met --yes")
    expect((await store("export", "--store", from, "-o", file, "--open-words", "--yes")).code).toBe(0)
    expect((await store("import", file, "--store", to)).code).toBe(0)
    for (const machine of ["pap", "portfolio-entry", "pop-group"])
      for (const id of await listOf(from, machine, "p-femke")) {
        const show = async (where: string) =>
          (await type([machine, "show", "--id", id, "--as", "p-femke", "--store", where, "--format", "json"])).out
        expect(await show(to)).toBe(await show(from))
      }
  })

  it("makes a copy, checks it, and puts it back where there is nothing", async () => {
    const [file, copy] = [school(), freshStore()]
    expect((await store("backup", "--store", file, "-o", copy, ...text)).out).toContain("gemaakt, en heel")
    expect(existsSync(`${copy}.keys`)).toBe(false)
    expect((await store("restore", copy, "--store", file, "--lang", "nl")).err).toContain("is er al. Kies een andere naam")
    const back = freshStore()
    for (const part of [".keys", ".master"]) copyFileSync(file + part, back + part)
    const restored = await store("restore", copy, "--store", back)
    expect(json(restored.out)).toMatchObject({ done: true, report: { erased: 0 } })
    expect((await store("verify", "--store", back, "--format", "text")).out).toContain("things: whole.")
    writeFileSync(copy, readFileSync(copy).fill(0xee, 4096))
    expect((await store("restore", copy, "--store", freshStore())).code).toBe(3)
    expect((await store("verify", "--store", `${back}x`)).err).toContain("is not there.")
  })

  it("says of a copy, and of a store, that is not whole what is wrong with it", async () => {
    const [file, copy] = [school(), freshStore()]
    const db = new DatabaseSync(file, { enableForeignKeyConstraints: false })
    db.exec("DELETE FROM streams WHERE id = 'pap-femke-1'")
    db.close()
    const made = await store("backup", "--store", file, "-o", copy)
    expect([made.code, json(made.out)]).toMatchObject([3, { ok: false, done: true, report: { output: copy } }])
    const wrong = "a row of facts names no row of streams"
    const told = await store("backup", "--store", file, "-o", freshStore(), ...text)
    expect([told.code, told.out]).toEqual([3, expect.stringContaining(`✗ ${wrong}`)])
    expect(told.out).not.toContain("✓")
    expect(told.err).toContain("niet heel. Bewaar een eerdere kopie.")
    const verified = await store("verify", "--store", file, ...text)
    expect([verified.code, verified.out]).toEqual([3, expect.stringContaining(`✗ ${wrong}`)])
    expect(verified.out).not.toContain("✓")
  })

  it("erases the words of somebody, with a plan first, and once only", async () => {
    const file = school()
    const erase = ["erase", "--person", "p-femke", "--as", "p-privacy", "--store", file]
    const plan = await store(...erase, "--dry-run", ...text)
    expect(plan.out).toMatch(
      /De woorden van p-femke in \d+ dingen worden onleesbaar, voorgoed, in elke kopie\. De feiten blijven\./
    )
    expect((await store(...erase)).code).toBe(1)
    expect(json((await store(...erase, "--yes")).out)).toMatchObject({
      ok: true,
      done: true,
      report: { person: "p-femke", held: [] }
    })
    expect((await store("verify", "--store", file)).code).toBe(0)
    const own = `${freshStore()}.json`
    await store("person", "--person", "p-femke", "-o", own, "--store", file, "--yes", "--at", at)
    expect(readFileSync(own, "utf8")).toContain("p-femke")
  })

  it("gives somebody their own file: what is theirs and about them, words and all, in a shape that is told beside it", async () => {
    const [file, own] = [school(), `${freshStore()}.json`]
    expect((await store("person", "--person", "p-femke", "-o", own, "--store", file, "--yes", "--at", at)).code).toBe(0)
    const { things, ...about } = json(readFileSync(own, "utf8")) as { things: ReadonlyArray<{ machine: string; state?: object }> }
    expect(about).toEqual({ groeikring: "person", format: 1, person: "p-femke", at: "2026-01-10T11:00:00.000Z", readings: [] })
    expect(new Set(things.map(({ machine }) => machine))).toContain("Pap")
    expect(things.find(({ machine }) => machine === "Pap")?.state).toHaveProperty("situation")
    // Of what many share, only what names her.
    expect(things.find(({ machine }) => machine === "Staff")).not.toHaveProperty("state")
    expect(readFileSync(own, "utf8")).not.toContain('"p-joke","fte"')
    expect(json(readFileSync(`${own}.schema.json`, "utf8"))).toHaveProperty("schema")
  })

  it("makes nothing at all where one of the two files is there already, or where there is nothing to read", async () => {
    const [file, own, to] = [school(), `${freshStore()}.json`, freshStore()]
    writeFileSync(`${own}.schema.json`, "mine")
    const refused = await store("person", "--person", "p-femke", "-o", own, "--store", file, "--yes", "--at", at)
    expect([refused.code, existsSync(own), readFileSync(`${own}.schema.json`, "utf8")]).toEqual([3, false, "mine"])
    for (const from of [`${own}.nowhere`, dirname(own)]) {
      const { code, err } = await store("import", from, "--store", to)
      expect([from, code, err]).toEqual([from, 3, expect.stringMatching(/^\S+ is (not there|a folder and no file)\. .+\.\n$/)])
      expect([from, existsSync(to), existsSync(`${to}.keys`)]).toEqual([from, false, false])
    }
  })

  it("tells each person who read what is about them", async () => {
    const file = school()
    const readings = (person: string, ...more: ReadonlyArray<string>) =>
      type(["readings", "--as", person, "--at", at, "--store", file, ...more])
    expect((await readings("p-anneke", ...text)).out).toContain("Niemand anders las iets dat over jou gaat.")
    await type(["time-budget", "show", "--id", "jaartaak-anneke", "--as", "p-hilde", "--at", at, "--store", file])
    expect(json((await readings("p-anneke")).out)).toMatchObject([
      { viewer: "p-hilde", machine: "TimeBudget", id: "jaartaak-anneke" }
    ])
    expect((await readings("p-anneke", ...text)).out).toMatch(/Hilde\s+Jaartaak jaartaak-anneke/)
    expect(json((await readings("p-hilde")).out)).toEqual([])
  })

  it("does away with what has reached its term: what the rules say, and copies of the keys", async () => {
    const file = school()
    await store("keys", "copy", "--store", file, "--at", "2025-12-01T12:00:00+01:00")
    await store("keys", "copy", "--store", file, "--at", at)
    const copies = () => readdirSync(dirname(file)).filter((name) => name.startsWith(`${basename(file)}.keys.of-`))
    expect(copies()).toHaveLength(2)
    const plan = json((await store("retention", "run", "--store", file, "--dry-run", "--at", at)).out)
    expect(plan).toMatchObject({ done: false, plan: { keyCopies: [{ day: "2025-12-01" }] } })
    expect(copies()).toHaveLength(2)
    const done = json((await store("retention", "run", "--store", file, "--at", at)).out)
    expect(done).toMatchObject({ done: true, report: { expired: [{ day: "2025-12-01" }] } })
    const { due } = (plan as { plan: { due: ReadonlyArray<unknown> } }).plan
    expect((done as { report: { reacted: ReadonlyArray<unknown> } }).report.reacted.length).toBeGreaterThanOrEqual(due.length)
    expect(copies()).toEqual([`${basename(file)}.keys.of-2026-01-10`])
    expect((await store("retention", "run", "--store", file, "--at", at, ...text)).out).toContain("Er was niets te doen.")
  })

  it("replaces the master key, and makes again what is derived", async () => {
    const file = school()
    const before = await pap(file)
    expect(before).toContain("PapCommitted")
    const key = readFileSync(`${file}.master`, "utf8")
    expect((await store("keys", "rotate", "--store", file, ...text)).out).toContain("✓ Vervangen voor: school.")
    expect(readFileSync(`${file}.master`, "utf8")).not.toBe(key)
    expect(await pap(file)).toBe(before)
    const suggestions = async () => (await type(["suggestions", "--as", "p-femke", "--at", at, "--store", file])).out
    const open = await suggestions()
    expect((await store("rebuild", "--store", file, "--at", at)).code).toBe(0)
    expect(await suggestions()).toBe(open)
  })
})
