import { house, play, readScript } from "@groeikring/cli"
import type { Glossary } from "@groeikring/core"
import { houseOf, publisher } from "@groeikring/reporting"
import { School } from "@groeikring/storage"
import { SqliteStore } from "@groeikring/storage-sqlite"
import type { House } from "@groeikring/web/house"
import { Effect, Layer, Result } from "effect"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { people } from "../src/People.ts"
import { launch, type Window, windowOf } from "./browser.ts"
import { end, fields, forms, hostileHouse, hostileYear, markOf, words } from "./hostile.ts"
import { serve, type Served } from "./served.ts"

const folder = mkdtempSync(join(tmpdir(), "groeikring-"))
const file = join(folder, "school.db")
const marksIn = (text: string) =>
  [...text.matchAll(/(onerror=Ran\(\)>)?\[\[(\d+)\]\]/g)].map(([, script, n]) => ({ field: fields[Number(n)]!, script }))

// The school -------------------------------------------------------------------------------

/** Who looks, and in which language: two teachers, who leads the circle, two more, the coach, the leader, the board, the staff council, the office. */
const lookers = {
  femke: "nl",
  bram: "nl",
  dirk: "nl",
  carla: "nl",
  anneke: "en",
  iris: "en",
  hilde: "en",
  kees: "en",
  lies: "en",
  joke: "en"
} as const
type Looker = keyof typeof lookers
const names = Object.keys(lookers) as ReadonlyArray<Looker>
const scenes = ["", "mine", "circle", "group", "talks", "time", "school"]
const places = new Map<Looker, Array<string>>(names.map((name) => [name, [...scenes]]))
/** The fields of which somebody may read what was written. */
const readable = new Set<string>()
/** Reports as they are written, each by its kind, what it is about and for whom. */
const reports = new Map<string, string>()
const { kinds, publish } = publisher(
  { packs: house.packs, glossaries: house.glossaries },
  houseOf({
    school: markOf("House.school"),
    names: Object.fromEntries(people.map(({ id }) => [id, markOf("House.people.name")]))
  })
)

/** Plays the year, and answers with what came out otherwise. */
const played = Effect.gen(function* () {
  const school = yield* School
  const script = hostileYear.map((line) => JSON.stringify(line)).join("\n")
  const { lines, problems } = readScript(house.domain, "hostile", script)
  const wrong = problems.map(({ line, path, problem }) => `${line} ${path} ${problem}`)
  const nothing = () => {}
  const outcome: Parameters<typeof play>[2]["outcome"] = (asked, outcome) => {
    if (outcome._tag === "Known" || !outcome.expected) wrong.push(JSON.stringify([asked, outcome]))
  }
  yield* play(school, lines, { prose: nothing, tended: nothing, outcome }, "en")
  yield* school.tend(Math.floor(end / 60_000))
  return wrong
})

/** What each of them can see whole, on the page and in reports, as far as it shows something that nothing of its kind did. */
const reach = Effect.gen(function* () {
  const school = yield* School
  const known = new Set<string>()
  const isNew = (things: ReadonlyArray<string>) => {
    const unknown = things.filter((one) => !known.has(one))
    for (const one of unknown) known.add(one)
    return unknown.length > 0
  }
  for (const [name, reached] of places) {
    const language = lookers[name]
    const viewer = { actor: `p-${name}`, at: Math.floor(end / 60_000) }
    const report = Effect.fnUntraced(function* (of: string, id: string) {
      for (const { kind } of kinds.filter((one) => one.of === of)) {
        const written = yield* Effect.result(publish({ school, viewer, kind, id, language, type: "text/html" }))
        if (Result.isFailure(written)) continue
        const page = new TextDecoder().decode(written.success)
        if (isNew([kind, ...(page.match(/\[\[\d+\]\]/g) ?? []).map((mark) => `${kind} ${mark}`)]))
          reports.set(`${kind} ${id} ${name}`, page)
      }
    })
    if (name === "femke" || name === "hilde") {
      yield* report("Nothing", "")
      yield* report("SchoolYear", "2025-2026")
      yield* report("Person", viewer.actor)
    }
    for (const machine of Object.keys(house.domain)) {
      for (const id of yield* school.list(machine, viewer)) {
        const { state } = yield* school.show(machine, id, viewer)
        const written = marksIn(JSON.stringify(state)).map(({ field }) => field)
        for (const field of written) readable.add(field)
        if (!isNew([state._tag, ...written].map((one) => `${language} ${machine} ${one}`))) continue
        yield* report(machine, id)
        reached.push(`thing/${machine}/${encodeURIComponent(id)}`)
        if (machine === "Conversation") reached.push(`talks/${encodeURIComponent(id)}`)
      }
    }
    if ((yield* school.list("Intervision", viewer)).includes("s8")) reached.push("circle/s8", "circle/s1")
  }
})

// The page ---------------------------------------------------------------------------------

declare global {
  /** How often a script of a mark ran in the page. */
  var hits: number
}

let unexpected: ReadonlyArray<string> = []
let served: Served
let browser: Browser
let window: Window
/** What a script in a mark would do. */
const listening = () => Object.assign(globalThis, { hits: 0, Ran: () => globalThis.hits++ })

beforeAll(async () => {
  const { domain, packs, processes } = house
  const layer = School.layer({ domain, packs, processes }).pipe(Layer.provide(SqliteStore.layer(file)))
  ;[unexpected, browser] = await Promise.all([Effect.runPromise(Effect.provide(Effect.tap(played, reach), layer)), launch()])
  writeFileSync(`${file}.clock`, String(end))
  served = await serve(file)
  window = await windowOf(browser, served.url, { person: "p-femke" })
  const { page } = window
  await page.addInitScript(listening)
  await page.route("**/house/house.json", async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, json: hostileHouse((await response.json()) as House) })
  })
  await page.reload()
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Becomes somebody else, as one does on the page. */
const becomes = async (page: Page, name: Looker) => {
  await page.locator(".side .switch").click()
  await page
    .locator(".people li > button")
    .nth(people.findIndex(({ id }) => id === `p-${name}`))
    .click()
  const other = page.locator(`.side button[lang=${lookers[name]}]`)
  if ((await other.count()) > 0) await other.click()
}
/** The fields whose marks stand on the page: each is whole, as it was written, and nothing came out of one. */
const look = async (page: Page, where: string): Promise<ReadonlyArray<string>> => {
  const { hits, made, text } = await page.evaluate(() => {
    const filled = [...document.querySelectorAll<HTMLInputElement>("input, textarea, option")].map(({ value }) => value)
    const told = [...document.querySelectorAll("[aria-label], [title], [alt]")].flatMap((one) =>
      ["aria-label", "title", "alt"].map((name) => one.getAttribute(name) ?? "")
    )
    return {
      hits: globalThis.hits,
      made: document.querySelectorAll(
        "img[src='x'], body script:not([src]), [onerror], [href^='javascript' i], [src^='javascript' i]"
      ).length,
      text: [document.title, document.body.textContent, ...filled, ...told].join("\n")
    }
  })
  expect({ where, made, hits }).toEqual({ where, made: 0, hits: 0 })
  const marks = marksIn(text)
  expect(marks.filter(({ script }) => script === undefined)).toEqual([])
  return marks.map(({ field }) => field)
}

const shown = new Set<string>()
const opened = new Set<string>()
const sees = async (page: Page, where: string) => {
  for (const field of await look(page, where)) shown.add(field)
}
const glossaries: Readonly<Record<"nl" | "en", Glossary.AnyGlossary>> = house.glossaries
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
/** Opens each form that nobody opened yet, with what stands in it to begin with and to choose from. */
const openForms = async (page: Page, place: string, language: "nl" | "en") => {
  const [, machine = ""] = place.split("/")
  const { commands: said = {} } = glossaries[language].machines[machine] ?? {}
  for (const [command, form] of Object.entries(forms[machine]?.commands ?? {})) {
    if (form.fields.length === 0 || opened.has(`${machine}.${command}`)) continue
    const button = page.locator("main .card").getByRole("button", { name: capital(said[command]!), exact: true, disabled: false })
    if ((await button.count()) === 0) continue
    await button.first().click()
    await page.getByRole("dialog").waitFor()
    opened.add(`${machine}.${command}`)
    await sees(page, `${place} ${command}`)
    await page.keyboard.press("Escape")
  }
}

describe("a school in which everything that somebody writes carries script", () => {
  it("has the same year, with script in every field for words", () => {
    expect(unexpected).toEqual([])
    // What follows from a grant is in the words of that grant.
    expect(words.filter((field) => !fields.includes(field) && !field.startsWith("SharedView.Open."))).toEqual([])
  })

  it.each(names)("shows it as text, and runs none of it, to %s", async (name) => {
    const { page } = window
    await becomes(page, name)
    for (const place of places.get(name)!) {
      await window.goes(place)
      await sees(page, `${name} ${place}`)
      if (place.startsWith("thing/")) await openForms(page, place, lookers[name])
    }
    // Nothing was against the policy of the page, and nothing was asked of another machine.
    expect(window.wrong).toEqual([])
  })

  it("showed whatever somebody may read, and opened the forms that are offered", () => {
    // What a part of a thing is called is for machines, and so is where a file or the text of a framework lies.
    const forMachines = /\.(file|grant|id|item|note|offer|tip)$|\.source$/
    expect([...readable].filter((field) => !shown.has(field) && !forMachines.test(field))).toEqual([])
    // What a person writes is for somebody. An objection to a plan goes when the plan is said again.
    expect(words.filter((field) => fields.includes(field) && !shown.has(field))).toEqual(["Gop.Object.text"])
    expect([...shown].filter((field) => field.startsWith("House."))).toHaveLength(6)
    expect(shown.size).toBeGreaterThan(150)
    expect(opened.size).toBeGreaterThan(50)
  })

  it("shows it as text in a report of every kind", async () => {
    expect(new Set([...reports.keys()].map((name) => name.split(" ")[0])).size).toBe(kinds.length)
    const context = await browser.newContext()
    const page = await context.newPage()
    const wrong: Array<string> = []
    page.on("request", (request) => wrong.push(request.url()))
    page.on("pageerror", ({ message }) => wrong.push(message))
    const reported = new Set<string>()
    for (const [name, written] of reports) {
      await page.setContent(written, { waitUntil: "domcontentloaded" })
      await page.evaluate(() => Object.assign(globalThis, { hits: 0 }))
      for (const field of await look(page, name)) reported.add(field)
    }
    // A script of one of them would have said that it knows no `Ran`.
    expect(wrong).toEqual([])
    expect(reported.size).toBeGreaterThan(95)
    await context.close()
  })

  it("would have been seen to run, and to be an element", async () => {
    const { page } = window
    await page.evaluate(
      (mark) => {
        document.querySelector("main")!.innerHTML = mark
      },
      markOf("by hand", 2000)
    )
    await expect(look(page, "by hand")).rejects.toThrow("by hand")
    await expect.poll(() => window.wrong.filter((one) => one.includes("script-src"))).not.toEqual([])
  })
})
