import { Domain, Machine } from "@groeikring/core"
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, expectTypeOf, it } from "vitest"
import { type Answer, Groeikring } from "../src/index.ts"

const folder = mkdtempSync(join(tmpdir(), "groeikring-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = new Date("2025-09-02T15:30:00+02:00")

const withStaff = async (file = ":memory:") => {
  const school = await Groeikring.open(file)
  const staff = school.as("p-joke").staff("de-zwaluw")
  await staff.open({ school: "obs De Zwaluw" }, { at })
  for (const person of ["p-anneke", "p-bram"]) await staff.employ({ person, function: "Teacher", fte: 1 }, { at })
  await staff.employ({ person: "p-hilde", function: "Director", fte: 1 }, { at })
  return school
}
const form = { type: "Bouw", schoolYear: "2025-2026", sponsor: "p-hilde" } as const
const terms = {
  confidentiality: "Wat hier gezegd wordt, blijft hier.",
  rhythm: { sessions: 8, sessionMinutes: 60 },
  intervisionMinutes: 30,
  papScope: "Everyone",
  rotation: "Draw",
  absenceRule: "CarryOver"
} as const

describe("a school without Effect", () => {
  it("answers with plain objects, private words as text for who may read them", async () => {
    const school = await withStaff()
    const group = school.as("p-anneke").popGroup("g")
    const formed = await group.form(form, { at })
    expect(formed).toMatchObject({ ok: true, version: 1, repeated: false, state: { _tag: "Forming", members: ["p-anneke"] } })
    await group.draftAgreement(terms, { at })
    expect(await group.show()).toMatchObject({
      ok: true,
      value: { state: { agreement: { confidentiality: terms.confidentiality } } }
    })
    const seen = await school.as("p-hilde").popGroup("g").show()
    expect(seen).toMatchObject({ ok: true, value: { state: { _tag: "Contracting", sponsor: "p-hilde" } } })
    expect(JSON.stringify(seen)).not.toContain("blijft hier")
    await school.close()
  })

  it("answers a refusal as a value to switch on, typed by the command", async () => {
    const school = await withStaff()
    const refused = await school
      .as("p-anneke")
      .popGroup("g")
      .form({ ...form, sponsor: "p-bram" }, { at })
    if (refused.ok) throw new Error("it must be refused")
    expectTypeOf(refused.refusal._tag).toEqualTypeOf<
      | "NotAllowed"
      | "IllegalCommand"
      | "InvalidCommand"
      | "Conflict"
      | "Forgotten"
      | "ClockWentBack"
      | "CommandIdTaken"
      | "SponsorIsNoLeader"
    >()
    expect(refused.refusal).toMatchObject({ _tag: "SponsorIsNoLeader", message: expect.stringContaining("Name a leader.") })
    expect(await school.as("p-bram").popGroup("g").sign()).toMatchObject({ ok: false, refusal: { _tag: "NotAllowed" } })
    await school.close()
  })

  it("says all that is wrong with an input from a program without types", async () => {
    const school = await withStaff()
    const wrong = (await school
      .as("p-anneke")
      .popGroup("g")
      .form({ type: "Klas", sponsor: 1 } as never, { at })) as Answer<Machine.Spec, "Form">
    expect(wrong).toMatchObject({
      ok: false,
      refusal: { _tag: "InvalidCommand", problems: [{ path: "type" }, { path: "schoolYear" }, { path: "sponsor" }] }
    })
    await school.close()
  })

  it("says what is possible and why not, and what happened, with dates", async () => {
    const school = await withStaff()
    const group = school.as("p-anneke").popGroup("g")
    await group.form(form, { at })
    const possible = await group.possible()
    expect(possible).toMatchObject({
      ok: true,
      value: {
        DraftAgreement: { can: true, asks: expect.arrayContaining(["intervisionMinutes"]) },
        Sign: { can: false, because: { _tag: "IllegalCommand" } }
      }
    })
    expect(await group.history()).toMatchObject({
      ok: true,
      value: [{ machine: "PopGroup", id: "g", version: 1, at, actor: "p-anneke", event: { _tag: "GroupFormed" } }]
    })
    expect(await school.as("p-bram").popGroup("g").history()).toMatchObject({ ok: false, refusal: { _tag: "NothingToSee" } })
    await school.close()
  })

  it("repeats nothing under the same command id, and refuses a version that is stale", async () => {
    const school = await withStaff()
    const group = school.as("p-anneke").popGroup("g")
    await group.form(form, { at, command: "once" })
    expect(await group.form(form, { at, command: "once" })).toMatchObject({ ok: true, version: 1, repeated: true })
    expect(await group.draftAgreement(terms, { at, expected: 0 })).toMatchObject({
      ok: false,
      refusal: { _tag: "Conflict", actual: 1 }
    })
    await school.close()
  })

  it("is followed from any point, until its reader stops", async () => {
    const school = await withStaff()
    const heard: Array<string> = []
    const reading = (async () => {
      for await (const { event } of school.follow({ as: "p-anneke" })) {
        heard.push(event._tag)
        if (event._tag === "GroupFormed") return
      }
    })()
    await school.as("p-anneke").popGroup("g").form(form, { at })
    await reading
    // From the day she works there: what was before is not hers.
    expect(heard).toEqual(["PersonEmployed", "PersonEmployed", "PersonEmployed", "GroupFormed"])
    await school.close()
  })

  it("is a file that is there the next time", async () => {
    const file = join(folder, "school.db")
    const school = await withStaff(file)
    await school.as("p-anneke").popGroup("g").form(form, { at })
    await school.close()
    const again = await Groeikring.open({ file })
    expect(await again.as("p-anneke").popGroup("g").show()).toMatchObject({ ok: true, value: { version: 1 } })
    await again.close()
  })

  it("throws when the file is no store, and only then", async () => {
    const file = join(folder, "lijstje.txt")
    writeFileSync(file, "melk, brood, krijt ".repeat(100))
    await expect(Groeikring.open(file)).rejects.toThrow("is not a database. Choose another file, or restore a copy.")
  })

  it("takes a registry with a machine of one's own, and types it", async () => {
    const lifecycle = Machine.lifecycle("Door", {
      states: { Open: {}, Shut: {} },
      events: { DoorOpened: { from: ["Start", "Shut"], to: "Open" }, DoorShut: { from: ["Open"], to: "Shut" } },
      commands: { Open: { by: ["Founder"], emits: ["DoorOpened"] }, Shut: { by: ["System"], emits: ["DoorShut"] } }
    })
    const Door = Machine.make(lifecycle, {
      decide: { Open: () => ({ _tag: "DoorOpened" }), Shut: () => ({ _tag: "DoorShut" }) },
      evolve: { DoorOpened: () => ({}), DoorShut: () => ({}) }
    })
    const school = await Groeikring.open({ file: ":memory:", domain: { ...Domain.domain, Door: Domain.entry(Door, {}) } })
    expect(await school.as("p-1").door("d").open()).toMatchObject({ ok: true, state: { _tag: "Open" } })
    // @ts-expect-error a door has no such command
    expect(school.as("p-1").door("d").knock).toBeUndefined()
    await school.close()
  })
})

it("speaks no Effect in its declarations", () => {
  const sources = readdirSync(join(import.meta.dirname, "../src")).map((name) =>
    readFileSync(join(import.meta.dirname, "../src", name), "utf8")
  )
  const exported = sources.flatMap((source) => source.match(/export (?:interface|type)[\s\S]*?\n}/g) ?? []).join("\n")
  expect(exported).not.toMatch(/\bEffect\b|\bLayer\b|\bStream\b/)
})
