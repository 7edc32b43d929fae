/** Scripts: what is wrong with one is found before it runs, what it does is done once, and it is told as JSON or as a story. */
import { existsSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { house } from "../src/index.ts"
import { read } from "../src/Script.ts"
import { freshStore, script } from "./folder.ts"
import { spawned, stories, type } from "./terminal.ts"

const json = (text: string): unknown => JSON.parse(text)

describe("play", () => {
  const open = { machine: "Staff", id: "s", as: "p-joke", at: "2025-08-25T09:00:00+02:00", do: "Open", school: "De Zwaluw" }
  const employ = {
    machine: "Staff",
    id: "s",
    as: "p-joke",
    at: "2025-08-25T09:00:00+02:00",
    do: "Employ",
    person: "p-femke",
    function: "Teacher",
    fte: 1
  }

  it("tells of each line what came of it, and ends with a summary", async () => {
    const file = script(open, { ...open, expect: "IllegalCommand" }, employ)
    const played = await type(["play", file, "--store", freshStore()])
    expect(played.code).toBe(0)
    expect(played.lines.map(json)).toMatchObject([
      { line: 1, ok: true, events: ["SchoolOpened"], state: "Working" },
      { line: 2, ok: false, error: { tag: "IllegalCommand" }, expected: true },
      { line: 3, ok: true, events: ["PersonEmployed"], state: "Working" },
      { ok: true, lines: 3, repeated: 0, unexpected: 0 }
    ])
  })

  it("ends with 1 when a line did not go as expected, either way", async () => {
    const refused = await type(["play", script(open, open), "--store", freshStore()])
    expect([refused.code, json(refused.lines.at(-1)!)]).toMatchObject([1, { ok: false, unexpected: 1 }])
    const happened = await type(["play", script({ ...open, expect: "NotAllowed" }), "--store", freshStore()])
    expect([happened.code, happened.err]).toEqual([1, "Line 1: expected NotAllowed, but it happened.\n"])
  })

  it("runs nothing when anything is wrong, and says all of it with line and path", async () => {
    const store = freshStore()
    const file = script(
      open,
      "{",
      { ...employ, fte: 3, at: "gisteren" },
      { machine: "Staf", do: "Open", as: "p", at: open.at },
      []
    )
    const wrong = await type(["play", file, "--store", store])
    expect(wrong).toMatchObject({ code: 2, out: "" })
    expect(wrong.err.replaceAll(file, "FILE").trim().split("\n")).toEqual([
      "FILE:2 the line is not JSON",
      "FILE:3 at is not an instant with a zone, such as 2025-09-09T15:30:00+02:00",
      "FILE:3 fte should be a value between 0 and 1.2",
      "FILE:4 id is missing, or is not text",
      expect.stringMatching(/^FILE:4 machine is not one of Staff, /),
      "FILE:5 the line is not a JSON object"
    ])
    expect(existsSync(store)).toBe(false)
    const dutch = await type(["play", file, "--store", store, "--lang", "nl"])
    expect(dutch.err.replaceAll(file, "FILE").trim().split("\n").slice(0, 4)).toEqual([
      "FILE:2 de regel is geen JSON",
      "FILE:3 at is geen moment met een zone, zoals 2025-09-09T15:30:00+02:00",
      "FILE:3 fte moet een getal zijn van 0 tot en met 1.2",
      "FILE:4 id ontbreekt, of is geen tekst"
    ])
    const prose = await type(["play", script({ say: 1, extra: 2 }, { tend: "morgen" }), "--store", store])
    expect(
      prose.err
        .replaceAll(/\S+:(?=\d )/g, "")
        .trim()
        .split("\n")
    ).toEqual([
      "1 extra is not a field of this",
      "1 say is not text",
      "2 tend is not an instant with a zone, such as 2025-09-09T15:30:00+02:00"
    ])
    expect((await type(["play", "nergens.jsonl", "--store", store])).err).toBe(
      "nergens.jsonl cannot be read. Check its name and your permissions.\n"
    )
  })

  it("with --dry-run only checks", async () => {
    const store = freshStore()
    const asked = stories.flatMap((file) => readFileSync(file, "utf8").match(/^\{"(machine|take)"/gm))
    expect(json((await type(["play", ...stories, "--dry-run", "--store", store])).out)).toEqual({ ok: true, lines: asked.length })
    expect(existsSync(store)).toBe(false)
  })

  it("takes a suggestion for who it is for, once; a key that stands open for nobody is not as expected", async () => {
    const store = freshStore()
    expect((await type(["play", ...stories.slice(0, 2), "--store", store])).code).toBe(0)
    const story = readFileSync(stories[2]!, "utf8")
    const before = story.slice(0, story.indexOf('{"take": "P7'))
    const file = script(...before.trim().split("\n"))
    expect((await type(["play", ...stories.slice(0, 2), file, "--store", store])).code).toBe(0)
    const take = JSON.parse(/^\{"take": "P7.*$/m.exec(story)![0]) as object
    const kept = { line: 1, ok: true, events: ["EntryKept"], state: "Kept" }
    const took = async (line: object) => {
      const { code, lines } = await type(["play", script(line), "--store", store])
      return [code, json(lines[0]!)]
    }
    expect(await took(take)).toEqual([0, kept])
    expect(await took(take)).toEqual([0, { line: 1, ok: true, repeated: true }])
    expect(await took({ ...take, as: "p-dirk" })).toMatchObject([1, { ok: false, error: { tag: "NoSuchSuggestion" } }])
  })

  it("reads standard input", async () => {
    const played = await spawned(["play", "-", "--store", freshStore()], {
      input: `${JSON.stringify(open)}\n\n${JSON.stringify(employ)}\n`
    })
    expect(json(played.lines.at(-1)!)).toMatchObject({ ok: true, lines: 2 })
  })

  it("again repeats nothing: not what happened, and not what was refused on the way", async () => {
    const store = freshStore()
    const file = script(open, { ...open, expect: "IllegalCommand" }, employ)
    expect((await type(["play", file, "--store", store])).code).toBe(0)
    const again = await type(["play", file, "--store", store])
    expect([again.code, ...again.lines.map(json)]).toEqual([
      0,
      { line: 1, ok: true, repeated: true },
      { line: 2, ok: false, error: { tag: "IllegalCommand" }, repeated: true },
      { line: 3, ok: true, repeated: true },
      { ok: true, lines: 3, repeated: 2, unexpected: 0 }
    ])
  })

  it("of another script under the same name is not taken for a retry", async () => {
    const store = freshStore()
    const play = (line: object) => spawned(["play", "-", "--store", store], { input: JSON.stringify(line) })
    await play(open)
    await play(employ)
    const other = await play({ ...employ, person: "p-dirk" })
    expect(json(other.lines[0]!)).toMatchObject({ line: 1, ok: true, events: ["PersonEmployed"] })
  })

  it("keeps no words of people in the ids of its lines", () => {
    const line = { machine: "Pap", id: "p", as: "p-femke", at: open.at, do: "Commit", sign: "rust", firstOccasion: "2025-09-11" }
    const idOf = (words: object) => {
      const { lines, problems } = read(
        house.domain,
        "a.jsonl",
        JSON.stringify({ ...line, newBehaviour: "x", situation: "y", ...words })
      )
      expect(problems).toEqual([])
      return lines[0]?._tag === "Command" ? lines[0].command : undefined
    }
    expect(idOf({})).toMatch(/^a\.jsonl:1:[\w-]{10}$/)
    expect(idOf({ situation: "iets anders" })).toBe(idOf({}))
    expect(idOf({ firstOccasion: "2025-09-12" })).not.toBe(idOf({}))
  })

  it("of the stories goes as they say, once; a second run repeats nothing", async () => {
    const store = freshStore()
    const [first, second] = [
      await type(["play", ...stories, "--store", store]),
      await type(["play", ...stories, "--store", store])
    ]
    const events = (lines: ReadonlyArray<string>) =>
      lines.map((line) => (json(line) as { events?: ReadonlyArray<string> }).events ?? []).flat()
    expect([first.code, second.code]).toEqual([0, 0])
    expect(events(first.lines).length).toBeGreaterThan(200)
    expect(events(second.lines)).toEqual([])
    const refusals = first.lines
      .map((line) => (json(line) as { error?: { tag: string } }).error?.tag)
      .filter((tag) => tag !== undefined)
    expect(new Set(refusals)).toEqual(
      new Set([
        "HierarchyInGroup",
        "IntervisionMinutesUnset",
        "AgreementNotSigned",
        "NoTimeAgreed",
        "NotVoluntary",
        "FacilitatorIsCaseGiver",
        "MethodDoesNotFit",
        "AdviceBeforeTipParade",
        "CaseGiverMustListen",
        "NotYourTurn",
        "ParadeNotOver",
        "PapWithoutBehaviour",
        "PapDueAfterNextSession",
        "PapReviewFirst",
        "GoalWithoutMotivation",
        "IllegalCommand",
        "NotAllowed"
      ])
    )
  })

  it("as a story is in the language asked for", async () => {
    const dutch = await type(["play", ...stories, "--store", freshStore(), "--story", "--lang", "nl"])
    expect(dutch.out).toContain("Femke legde het actieplan vast")
    expect(dutch.out).toContain("→ Groeikring boekte tijd in de jaartaak (6×)")
    const english = await type(["play", ...stories, "--store", freshStore(), "--story", "--lang", "en"])
    expect(english.out).toContain("Femke committed to the action plan")
  })

  it("by two processes into one file at once: no line fails, and nothing is lost", async () => {
    const store = freshStore()
    expect((await type(["play", stories[0]!, "--store", store])).code).toBe(0)
    const people = (name: string) =>
      Array.from({ length: 40 }, (_, n) => ({ ...employ, id: "de-zwaluw", person: `p-${name}-${n}` }))
    const runs = await Promise.all(["a", "b"].map((name) => spawned(["play", script(...people(name)), "--store", store])))
    expect(runs.map(({ code, err }) => [code, err])).toEqual([
      [0, ""],
      [0, ""]
    ])
    const shown = json((await type(["staff", "show", "--id", "de-zwaluw", "--as", "p-joke", "--store", store])).out) as {
      readonly state: { readonly colleagues: ReadonlyArray<string> }
    }
    expect(shown.state.colleagues.filter((person) => /^p-[ab]-/.test(person))).toHaveLength(80)
  })
})
