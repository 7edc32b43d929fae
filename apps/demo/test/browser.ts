/** The windows of a test: each of somebody, in a Chromium that comes along. */
import type { Browser, Locator, Page, Request } from "playwright-core"
import { join } from "node:path"
import { opened } from "../../../packages/reporting/test/browser.ts"

export const launch = (): Promise<Browser> => opened(join(import.meta.dirname, ".."))

declare global {
  /** How many commands this window asked, and has no answer to yet. */
  var asking: number
  /** Whether what was pressed last was still under the finger when it was let go. */
  var landed: boolean
}
/** Counts the commands that a window asks, from the click on. */
const countsCommands = () => {
  globalThis.asking = 0
  const { fetch } = globalThis
  globalThis.fetch = async (...asked) => {
    if ((asked[1]?.method ?? "GET") === "GET") return fetch(...asked)
    globalThis.asking++
    try {
      return await fetch(...asked)
    } finally {
      globalThis.asking--
    }
  }
}
/** Sees when what others do pushes a button from under the finger, between pressing it and letting go: then nothing happens. */
const seesSlips = () => {
  globalThis.landed = true
  let pressed: Node | undefined
  addEventListener(
    "mousedown",
    ({ target }) => {
      globalThis.landed = false
      pressed = (target as Element).closest("a, button, label, summary") ?? (target as Element)
    },
    true
  )
  addEventListener("click", ({ target }) => (globalThis.landed ||= pressed?.contains(target as Node) === true), true)
}
/** Presses it, again when it slipped away, and waits until it is done. */
export const press = async (button: Locator) => {
  const page = button.page()
  do await button.click()
  while (!(await page.evaluate(() => globalThis.landed)))
  await answered(page)
}
/** Waits until the school answered all that this window asked it to do: what others do next, they do after it. */
export const answered = async (where: Page | Locator) => {
  const page = "page" in where ? where.page() : where
  await page.waitForFunction(() => globalThis.asking === 0)
}

export interface Window {
  readonly page: Page
  /** What went wrong in it: errors of the page and of the policy, and requests to any other machine. */
  readonly wrong: ReadonlyArray<string>
  /** Goes to a place in it, and waits until all that the page asked for there has come. */
  readonly goes: (place: string) => Promise<void>
}
export interface Looking {
  readonly person: string
  readonly place?: string
  readonly language?: "nl" | "en"
  readonly theme?: "light" | "dark"
  readonly width?: number
  readonly height?: number
  readonly calm?: boolean
  readonly toured?: boolean
}

/** A window of somebody, with nothing of anybody else's in it. */
export const windowOf = async (
  browser: Browser,
  url: string,
  { calm = true, height = 900, language = "nl", person, place = "", theme = "light", toured = true, width = 1280 }: Looking
): Promise<Window> => {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: calm ? "reduce" : "no-preference" })
  // No test measures time: on a machine that has more to do a page takes what it takes.
  context.setDefaultTimeout(120_000)
  const page = await context.newPage()
  const wrong: Array<string> = []
  // A refusal is an answer; the browser writes each of them down.
  const isRefusal = /status of 4(04|09|12|22)/
  page.on("console", (message) => message.type() === "error" && !isRefusal.test(message.text()) && wrong.push(message.text()))
  page.on("pageerror", (error) => wrong.push(error.message))
  page.on("request", (request) => {
    if (!/^(http|ws):\/\/(localhost|127\.0\.0\.1):/.test(request.url()) && !/^(data|blob):/.test(request.url()))
      wrong.push(`went to ${request.url()}`)
  })
  const asked = new Set<Request>()
  page.on("request", (request) => asked.add(request))
  page.on("requestfinished", (request) => asked.delete(request))
  page.on("requestfailed", (request) => asked.delete(request))
  /** Everything has come when nothing is announced, nothing is under way, and what came last was drawn and asked no further. */
  const comes = async () => {
    do {
      await page.waitForFunction(
        () => document.querySelector(".bones, .scene[data-left]") === null && document.querySelector(".scene h1") !== null
      )
      while (asked.size > 0) await page.waitForTimeout(5)
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))))
    } while (asked.size > 0 || (await page.locator(".bones").count()) > 0)
  }
  await page.addInitScript(countsCommands)
  await page.addInitScript(seesSlips)
  await page.addInitScript(
    ([language, theme, toured]) => {
      localStorage.setItem("language", language!)
      localStorage.setItem("theme", theme!)
      if (toured === "yes") localStorage.setItem("toured", "yes")
    },
    [language, theme, toured ? "yes" : "no"]
  )
  await page.goto(`${url}/?person=${person}#/${place}`)
  await page.waitForSelector("h1")
  return {
    page,
    wrong,
    goes: async (place) => {
      await page.evaluate((hash) => {
        if (location.hash === hash) return
        // The scene that is left stands there a moment longer.
        document.querySelector(".scene")?.setAttribute("data-left", "")
        location.hash = hash
      }, `#/${place}`)
      await comes()
    }
  }
}
