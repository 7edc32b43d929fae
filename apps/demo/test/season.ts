/** The school on the afternoon of 24 March, of which each file of tests has one of its own, and a browser to look at it. */
import type { Browser, BrowserContext } from "playwright-core"
import { afterAll, beforeAll, expect, inject } from "vitest"
import { launch, type Looking, type Window, windowOf } from "./browser.ts"
import { schoolFrom, serve, type Served } from "./served.ts"

export const season = () => {
  const school = schoolFrom(inject("played"))
  let served: Served
  let browser: Browser
  beforeAll(async () => {
    // One after the other: when a browser does not start, the school that is open is closed again.
    served = await serve(school.file)
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    await served?.stop()
    school.away()
  })
  return {
    get url(): string {
      return served.url
    },
    /** What somebody does meanwhile, in no window. */
    post: async (person: string, path: string, fields: object = {}): Promise<void> => {
      const response = await fetch(`${served.url}/v1/${path}`, {
        method: "POST",
        headers: { "groeikring-person": person, "content-type": "application/json", "idempotency-key": crypto.randomUUID() },
        body: JSON.stringify(fields)
      })
      expect([path, response.status]).toEqual([path, 200])
    },
    window: (looking: Looking): Promise<Window> => windowOf(browser, served.url, looking),
    /** A browser in which nobody looked before, to measure with. */
    fresh: (): Promise<BrowserContext> => browser.newContext(),
    shut: (): Promise<void> => served.stop(),
    /** Opens it again, where it was. */
    reopen: async (): Promise<void> => {
      served = await serve(school.file, { PORT: new URL(served.url).port })
    }
  }
}
