/** A story played by people: the year up to a line of its script by command, and from there on in windows, each of somebody else. */
import { writeFileSync } from "node:fs"
import type { Browser, Locator, Page } from "playwright-core"
import { expect } from "vitest"
import { launch, press, type Window, windowOf } from "./browser.ts"
import { serve, type Served } from "./served.ts"
import type { Year } from "./year.ts"

export const playing = (year: Year) => {
  const windows = new Map<string, Window>()
  let browser: Browser | undefined
  let served: Served | undefined

  /** The window of somebody, where they were last. */
  const of = (name: string): Page => {
    const window = windows.get(name)
    if (window === undefined) throw new Error(`${name} has no window.`)
    return window.page
  }
  return {
    year,
    of,
    /** Opens the school at this moment. Its clock goes on from there; nobody has a window yet. */
    at: async (moment: string) => {
      for (const { page } of windows.values()) await page.goto("about:blank")
      await served?.stop()
      writeFileSync(`${year.file}.clock`, String(Date.parse(moment)))
      served = await serve(year.file)
      browser ??= await launch()
    },
    /** Goes somewhere as somebody, each in a browser of their own. */
    goes: async (name: string, place: string): Promise<Page> => {
      const person = `p-${name}`
      const known = windows.get(name)
      if (known === undefined) windows.set(name, await windowOf(browser!, served!.url, { person, place }))
      else {
        const url = `${served!.url}/?person=${person}#/${place}`
        if (!known.page.url().startsWith(served!.url)) await known.page.goto(url)
      }
      await windows.get(name)!.goes(place)
      return of(name)
    },
    /** What went wrong in any window: nothing, when all is well. */
    wrong: () =>
      [...windows].flatMap(([name, { wrong }]) =>
        // An empty page, which stands there while the school is opened at another moment, keeps nothing.
        wrong.flatMap((one) => (one.includes("'localStorage' property") ? [] : [`${name}: ${one}`]))
      ),
    /** Shows every window, for who wants to know where a play stopped. */
    show: async () => {
      for (const [name, { page }] of windows) console.log(`=== ${name}\n${await page.locator("body").innerText().catch(String)}`)
    },
    close: async () => {
      await browser?.close()
      await served?.stop()
      await year.close()
    }
  }
}

/** What people do in a window: they press, and it is done before anybody does something else. */
export const click = (page: Page | Locator, name: string | RegExp) => press(page.getByRole("button", { name }).first())
export const sees = (page: Page | Locator, text: string | RegExp) => page.getByText(text).first().waitFor()
export const dialog = (page: Page): Locator => page.getByRole("dialog")
/** Sends the form that stands open, and sees it go. */
export const sends = async (page: Page) => {
  await press(dialog(page).locator("button[type=submit]"))
  await expect.poll(() => dialog(page).count()).toBe(0)
}
/** What stands on the page now. */
export const textOf = (page: Page): Promise<string> => page.locator("main").innerText()
