import { Domain, type Machine, Private } from "@groeikring/core"
import { SqliteStore } from "@groeikring/storage-sqlite"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { Path } from "../src/index.ts"
import { as, heard } from "./asking.ts"
import { served } from "./served.ts"
import { type Line, linesOf } from "./stories.ts"

const folder = mkdtempSync(join(tmpdir(), "groeikring-"))
process.on("exit", () => rmSync(folder, { recursive: true, force: true }))

let now = Date.parse("2025-08-25T09:00:00+02:00")
const base = await served({
  now: () => now,
  store: SqliteStore.layer(join(folder, "school.db")),
  allowance: { burst: 100_000, perSecond: 1000, streams: 20 }
})
const script = linesOf("school", "story-1", "story-2")
const lines = script.filter((line): line is Line => "do" in line)
const played: Array<{ readonly line: Line; readonly came: string | undefined }> = []
for (const line of script) {
  if ("tend" in line) continue
  now = Date.parse(line.at)
  if ("take" in line) {
    const { status } = await as(base, line.as)("POST", "/v1/me/accept", { key: line.take })
    if (status !== 200) throw new Error(`${line.take} could not be taken: ${status}`)
    continue
  }
  const path = `/v1/${Path.collection(line.machine)}/${encodeURIComponent(line.id)}/${Path.kebab(line.do)}`
  const { body, status } = await as(base, line.as)("POST", path, line.fields)
  played.push({ line, came: status === 200 ? undefined : body.code })
}
const people = [...new Set(lines.map(({ as }) => as))]
const things = [...new Map(lines.map(({ id, machine }) => [`${machine}/${id}`, { machine, id }])).values()]

/** Whose a thing is: who began it. What is said to somebody in a thing of theirs is theirs from then on. */
const ownerOf = (line: Line) => lines.find(({ id, machine }) => machine === line.machine && id === line.id)!.as

/** The words of people in a script, and the machines they were said in. */
const wordsIn = (line: Line): ReadonlyArray<{ readonly klass: Private.Class; readonly text: string }> => {
  const { machine } = Domain.domain[line.machine as keyof typeof Domain.domain]
  const command = (machine.spec as Machine.Spec).commands[line.do]!
  return Object.entries(command.payload ?? {}).flatMap(([field, schema]) => {
    const value = line.fields[field]
    return Private.classesIn(schema as never).flatMap((klass) =>
      typeof value === "string" && value.length > 12 ? [{ klass, text: value }] : []
    )
  })
}

describe("the year of a school over HTTP", () => {
  it("goes as it goes at any other counter", () => {
    expect(
      played.filter(({ came, line }) => came !== line.expect).map(({ came, line }) => [line.do, line.as, line.expect, came])
    ).toEqual([])
  })

  it("shows by every endpoint what the table of who sees what says, to everybody who was there", async () => {
    const seen: Array<string> = []
    for (const person of people) {
      const ask = as(base, person)
      for (const { id, machine } of things) {
        const path = `/v1/${Path.collection(machine)}/${encodeURIComponent(id)}`
        const [thing, history] = [await ask("GET", path), await ask("GET", `${path}/history`)]
        const { items } = (await ask("GET", `/v1/${Path.collection(machine)}?limit=200`)).body
        const isListed = items.some((item: { readonly id: string }) => item.id === id)
        // One answer at every door: who does not see the thing sees nothing of it anywhere.
        expect([person, machine, id, thing.status, history.status, isListed]).toEqual([
          person,
          machine,
          id,
          ...(thing.status === 200 ? [200, 200, true] : [404, 404, false])
        ])
        if (thing.status === 200) seen.push(`${person} ${machine}`)
      }
    }
    const leader = "p-hilde"
    const coaching = ["Pap", "Intervision", "Pop", "Portfolio", "PortfolioEntry", "CompetenceProfile"]
    expect(seen.filter((one) => coaching.some((machine) => one === `${leader} ${machine}`))).toEqual([])
    expect(seen).toContain("p-femke Pap")
  })

  it("tells nobody by any endpoint the private words of another", async () => {
    const secrets = played
      .filter(({ came }) => came === undefined)
      .flatMap(({ line }) =>
        wordsIn(line)
          .filter(({ klass }) => klass === "P0")
          .map(({ text }) => ({ text, of: [line.as, ownerOf(line)] }))
      )
    expect(secrets.length).toBeGreaterThan(5)
    for (const person of people) {
      const ask = as(base, person)
      const answers = [await ask("GET", "/v1/me")]
      for (const { machine } of Object.values(Domain.domain))
        answers.push(await ask("GET", `/v1/${Path.collection(machine.name)}?limit=200`))
      for (const { id, machine } of things) {
        const path = `/v1/${Path.collection(machine)}/${encodeURIComponent(id)}`
        for (const end of ["", "/history", "/possible"]) answers.push(await ask("GET", path + end))
      }
      const told = JSON.stringify(answers.map(({ body }) => body))
      const ofOthers = secrets.filter(({ of }) => !of.includes(person))
      expect([person, ofOthers.filter(({ text }) => told.includes(JSON.stringify(text).slice(1, -1)))]).toEqual([person, []])
    }
  })

  it("is heard by its leader without anything of the coaching space", async () => {
    await as(base, "p-hilde")("POST", "/v1/staffs/last-of-all/open", { school: "the end of what there is to hear" })
    const events = await heard(base, "p-hilde", ({ data }) => data.id === "last-of-all")
    const machines = new Set(events.map(({ data }) => data.machine))
    for (const machine of ["Pap", "Intervision", "Pop", "Portfolio", "PortfolioEntry", "CompetenceProfile"])
      expect(machines).not.toContain(machine)
    expect(machines).toContain("Staff")
  })
})
