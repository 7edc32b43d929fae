import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { freshStore, script } from "./folder.ts"
import { house } from "../src/index.ts"
import { dashed } from "../src/Output.ts"
import { ours } from "./buddies.ts"
import { spawned, stories, type } from "./terminal.ts"

const school = async () => {
  const store = freshStore()
  expect((await type(["play", ...stories, "--store", store])).code).toBe(0)
  return ["--store", store]
}
const json = (text: string): unknown => JSON.parse(text)

describe("subcommands read off the registry", () => {
  it("do what the machine does, with a flag for each field", async () => {
    const store = ["--store", freshStore()]
    const open = await type([
      "staff",
      "open",
      "--id",
      "s",
      "--as",
      "p-joke",
      "--at",
      "2025-08-25T09:00:00+02:00",
      "--school",
      "De Zwaluw",
      ...store
    ])
    expect([open.code, json(open.out)]).toMatchObject([
      0,
      { ok: true, version: 1, state: { _tag: "Working", school: "De Zwaluw" } }
    ])
    const employ = await type([
      "staff",
      "employ",
      "--id",
      "s",
      "--as",
      "p-joke",
      "--person",
      "p-femke",
      "--function",
      "Teacher",
      "--fte",
      "0.8",
      ...store
    ])
    expect(json(employ.out)).toMatchObject({ ok: true, events: [{ _tag: "PersonEmployed", fte: 0.8 }] })
  })

  it("take nested fields from a file or from standard input, and flags go first", async () => {
    const store = ["--store", freshStore()]
    await type(["staff", "open", "--id", "s", "--as", "p-joke", "--school", "De Zwaluw", ...store])
    const file = script({ person: "p-femke", function: "Teacher", fte: 1 })
    const fromFile = await type(["staff", "employ", "--id", "s", "--as", "p-joke", "--json", file, "--fte", "0.6", ...store])
    expect(json(fromFile.out)).toMatchObject({ ok: true, events: [{ person: "p-femke", fte: 0.6 }] })
    const input = JSON.stringify({ person: "p-dirk", function: "Teacher", fte: 1 })
    const fromInput = await spawned(["staff", "employ", "--id", "s", "--as", "p-joke", "--json", "-", ...store], { input })
    expect(json(fromInput.out)).toMatchObject({ ok: true, events: [{ person: "p-dirk" }] })
    expect((await type(["staff", "employ", "--id", "s", "--as", "p-joke", "--json", "nergens.json", ...store])).code).toBe(2)
  })

  it("warn for a name before words are sent, and send a letter instead when asked [C7]", async () => {
    const store = ["--store", freshStore()]
    const names = script("Noor, pupil", "mevrouw Bakker, parent")
    const add = [
      "pop",
      "write-intro",
      "--id",
      "pop-1",
      "--as",
      "p-femke",
      "--intro",
      "Noor hielp mij. Mevrouw Bakker zag het.",
      ...store,
      "--names",
      names
    ]
    await type([
      "pop",
      "start",
      "--id",
      "pop-1",
      "--as",
      "p-femke",
      "--json",
      script({ period: { from: "2025-09-01", until: "2027-08-31" }, intro: "wie ik ben" }),
      ...store
    ])
    const warned = await type(add)
    expect(warned.code).toBe(2)
    expect(json(warned.out)).toMatchObject({
      ok: false,
      warnings: [
        { path: "intro", said: "Noor", proposal: "pupil A" },
        { said: "Mevrouw Bakker", proposal: "parent A" }
      ]
    })
    expect(warned.err).toContain("Is this a name? “Noor” in intro. Better write: pupil A.")
    expect(warned.err).toContain("Nothing has been sent yet.")
    const show = () => type(["pop", "show", "--id", "pop-1", "--as", "p-femke", ...store])
    expect((await show()).out).toContain("wie ik ben")
    const dutch = await type([...add, "--lang", "nl"])
    expect(dutch.err).toContain("Staat hier een naam? “Noor” in intro. Schrijf liever: pupil A.")
    const sent = await type([...add, "--names-as", "letters"])
    expect([sent.code, sent.err]).toMatchObject([0, expect.stringContaining("pupil A")])
    expect((await show()).out).toContain("pupil A hielp mij. parent A zag het.")
    expect((await type([...add, "--names-as", "written"])).code).toBe(0)
    expect((await show()).out).toContain("Noor hielp mij.")
    expect((await type([...add.slice(0, -1), "nergens.txt"])).code).toBe(2)
  })

  it("show, tell the history, say what is possible and why not", async () => {
    const store = await school()
    const femke = ["--id", "pap-femke-2", "--as", "p-femke", ...store]
    expect(json((await type(["pap", "show", ...femke])).out)).toMatchObject({
      version: 7,
      state: { _tag: "Closed", newBehaviour: "ik teken één taak op het bord" }
    })
    const told = await type(["pap", "history", ...femke, "--format", "text", "--lang", "nl"])
    expect(told.lines[1]).toMatch(/7 okt 2025, 15:36 +Femke legde het actieplan vast/)
    const possible = await type([
      "pop-group",
      "possible",
      "--id",
      "g-midden",
      "--as",
      "p-femke",
      ...store,
      "--format",
      "text",
      "--lang",
      "nl"
    ])
    expect(possible.out).toContain("✓ leave             de groep verlaten")
    expect(possible.out).toContain("✗ sign              tekenen")
    expect(json((await type(["intervision", "list", "--as", "p-femke", ...store])).out)).toEqual([
      "s1",
      "s2",
      "s3",
      "s4",
      "s5",
      "s6",
      "s7",
      "s8"
    ])
    const others = await type(["pap", "show", "--id", "pap-femke-2", "--as", "p-hilde", ...store, "--lang", "nl"])
    expect(others).toMatchObject({
      code: 1,
      err: "Er is niets met de naam pap-femke-2 dat jij mag zien. Controleer de naam, of vraag het aan wie het is.\n"
    })
  })

  it("draw the lifecycle", async () => {
    const { lines } = await type(["pap", "diagram"])
    expect(lines[0]).toBe("stateDiagram-v2")
    expect(lines).toContain("  Draft --> Committed: Commit / PapCommitted")
  })

  it("say all that is missing at once, in the language asked for, and change nothing", async () => {
    const store = ["--store", freshStore()]
    const wrong = await type(["pap", "commit", "--id", "p", "--as", "p-femke", "--situation", "hoi", "--lang", "nl", ...store])
    expect(wrong.code).toBe(2)
    expect(wrong.err).toBe(
      "Dit klopt nog niet: newBehaviour ontbreekt; sign ontbreekt; firstOccasion ontbreekt. Verbeter het en stuur het opnieuw.\n"
    )
    expect(existsSync(store[1]!)).toBe(false)
  })

  it("refuse with exit code 1, in Dutch where the locale is Dutch", async () => {
    const store = await school()
    const refused = await type(["pop-group", "join", "--id", "g-midden", "--as", "p-hilde", ...store], {
      env: { LANG: "nl_NL.UTF-8" }
    })
    expect(refused.code).toBe(1)
    expect(json(refused.out)).toMatchObject({ ok: false, error: { _tag: "HierarchyInGroup" } })
    expect(refused.err).toMatch(/^In een POP-groep beoordeelt niemand een ander/)
  })
})

describe("a mistake of a person", () => {
  it("in the command line is told in their language, without a stack", async () => {
    const dutch = await type(["pap", "comit", "--lang", "nl"])
    expect(dutch).toMatchObject({ code: 2, out: "" })
    expect(dutch.err).toContain('De opdracht "comit" is hier niet bekend.')
    const english = await type(["pap", "show", "--id", "p", "--as", "p", "--at", "gisteren", "--lang", "en"])
    expect(english.code).toBe(2)
    expect(english.err).toContain("an instant with a zone")
    expect(dutch.err + english.err).not.toMatch(/\n\s+at |Error:/)
  })

  it("in the name of the store is told with exit code 3, and begins no school there", async () => {
    const lost = freshStore()
    const look = ["pap", "show", "--id", "p", "--as", "p", "--store"]
    expect(await type([...look, lost])).toEqual({
      code: 3,
      out: "",
      err: `${lost} is not there. Check the name behind --store, or begin a school in it.\n`,
      lines: [""]
    })
    expect(existsSync(lost)).toBe(false)
    const inDutch = await type([...look, lost, "--lang", "nl"])
    expect(inDutch.err).toBe(`${lost} is er niet. Controleer de naam achter --store, of begin er een school in.\n`)
    const text = script("geen database")
    writeFileSync(text, "dit is geen database, maar een verhaal dat lang genoeg is om er een te kunnen zijn".repeat(20))
    expect(await type([...look, text, "--lang", "nl"])).toMatchObject({
      code: 3,
      err: `${text} is geen database. Kies een ander bestand, of zet een kopie terug.\n`
    })
    const nowhere = await type(["staff", "open", "--id", "s", "--as", "p", "--school", "S", "--store", "/nergens/school.db"])
    expect([nowhere.code, nowhere.err]).toEqual([3, expect.stringMatching(/^\/nergens\/school\.db\S* cannot be opened\. Check/)])
  })

  it("behind a flag is never a crash: not a bad moment, an unknown language, or a missing person", async () => {
    const wrong = await type(["pap", "show", "--lang", "fr", "--at", "2025-09-09"])
    expect([wrong.code, wrong.out]).toEqual([2, ""])
    expect(wrong.err).not.toMatch(/\n\s+at |Error:|bug/)
  })
})

describe("help, completions and colour", () => {
  it("the help has every machine, the exit codes, and examples", async () => {
    const { code, out } = await type(["--help"])
    expect(code).toBe(0)
    for (const word of ["pop-group", "time-budget", "intervision", "play", "3 the store cannot be used"])
      expect(out).toContain(word)
    expect((await type(["pap", "commit", "--help"])).out).toContain("groeikring pap commit --id ID --as PERSON --situation")
    const dutch = await type(["pap", "commit", "--help", "--lang", "nl"])
    expect(dutch.out).toContain("Dit ga je proberen. Voor: de eigenaar.")
    expect(dutch.out).toMatch(/^ {2}--new-behaviour TEXT +wat je anders doet$/m)
    expect(dutch.out).not.toMatch(/^(FLAGS|USAGE|EXAMPLES)/m)
  })

  it("every command of every machine is there, and has its help", async () => {
    for (const [name, { machine }] of Object.entries(house.domain)) {
      const { out } = await type([dashed(name), "--help"])
      for (const command of [...Object.keys(machine.spec.commands).map(dashed), "show", "history", "possible", "diagram", "list"])
        expect(out).toMatch(new RegExp(`^ {2}${command} `, "m"))
    }
    const { out } = await type(["--completions", "zsh"])
    const commands = Object.values(house.domain).flatMap(({ machine }) => Object.keys(machine.spec.commands).map(dashed))
    for (const command of commands) expect(out).toContain(command)
  })

  it("a shell can complete all of it", async () => {
    for (const shell of ["bash", "zsh", "fish"]) expect((await type(["--completions", shell])).out).toContain("offer-case")
  })

  it("there is no colour where none is wanted", async () => {
    const { out } = await type(["methods", "--format", "text"], { env: { NO_COLOR: "1", FORCE_COLOR: "" } })
    expect(out).not.toContain("\u001b[")
  })
})

describe("methods", () => {
  it("that fit thirty minutes and six people come first, the others say why not", async () => {
    const rows = json((await type(["methods", "--minutes", "30", "--people", "6", "--lang", "nl"])).out) as ReadonlyArray<{
      readonly id: string
      readonly fits: boolean
      readonly obstacles: ReadonlyArray<string>
    }>
    expect(rows.filter(({ fits }) => fits).map(({ id }) => id)).toContain("incident")
    expect(rows.find(({ id }) => id === "ten-steps")).toMatchObject({ fits: false, obstacles: ["TooLong"] })
    expect(rows.find(({ id }) => id === "gossip")?.obstacles).toEqual(["NeedsTrust"])
    expect(rows.map(({ id }) => id)).not.toContain("heilsbronner-10")
  })
})

describe("a machine of one's own", () => {
  it("in one file and one line of a registry gets its commands, help, diagram and reference", async () => {
    const file = readFileSync(join(import.meta.dirname, "buddies.ts"), "utf8")
    expect(file).not.toMatch(/Command\.make|Flag\./)
    const store = ["--store", freshStore()]
    expect((await type(["--help"], { of: ours })).out).toMatch(/^ {2}buddies +Buddies: propose, agree$/m)
    expect((await type(["buddies", "propose", "--help"], { of: ours })).out).toContain("--to TEXT")
    expect((await type(["--completions", "bash"], { of: ours })).out).toContain("buddies")
    const proposed = await type(["buddies", "propose", "--id", "b", "--as", "p-femke", "--to", "p-bram", ...store], { of: ours })
    expect(json(proposed.out)).toMatchObject({ ok: true, state: { _tag: "Proposed", asker: "p-femke" } })
    const own = await type(["buddies", "propose", "--id", "c", "--as", "p-femke", "--to", "p-femke", ...store], { of: ours })
    expect(own).toMatchObject({ code: 1, err: "A buddy is somebody else. Ask a colleague.\n" })
    const shown = await type(["buddies", "show", "--id", "b", "--as", "p-bram", ...store, "--format", "text"], { of: ours })
    expect(shown.out).toBe("Buddies b: Proposed (1)\n  asker  p-femke\n  asks   p-bram\n")
    expect((await type(["buddies", "diagram"], { of: ours })).out).toContain("[*] --> Proposed: Propose / BuddiesProposed")
    expect((await type(["buddies", "reference"], { of: ours })).out).toContain(
      "| `Propose` | Founder, Asker | `to` | – | `BuddiesProposed` | `BuddyOfYourself` |"
    )
    const played = await type(
      ["play", script({ machine: "Buddies", id: "b", as: "p-bram", at: "2035-09-09T15:30:00+02:00", do: "Agree" }), ...store],
      { of: ours }
    )
    expect(json(played.lines[0]!)).toEqual({ line: 1, ok: true, events: ["BuddiesPaired"], state: "Paired" })
  })
})
