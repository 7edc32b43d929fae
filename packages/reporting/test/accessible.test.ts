import axe from "axe-core"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Document } from "../src/Document.ts"
import { webFonts } from "../src/Fonts.ts"
import { html } from "../src/Html.ts"
import { opened } from "./browser.ts"
import { languages, samplesOf } from "./samples.ts"
import { inZwaluw, kinds } from "./zwaluw.ts"

let browser: Browser
let samples: ReadonlyMap<string, Document>
const pages = new Map<string, Page>()
const fonts = webFonts()
const looks = ["light", "dark"] as const

beforeAll(async () => {
  samples = await inZwaluw(samplesOf)
  browser = await opened()
  for (const colorScheme of looks) pages.set(colorScheme, await (await browser.newContext({ colorScheme })).newPage())
})
afterAll(() => browser?.close())

/** What axe finds wrong, each with the element it is about. */
const wrongWith = async (page: Page, text: string) => {
  await page.setContent(text)
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run())
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

describe("a page in HTML", () => {
  for (const kind of kinds) {
    it(`of ${kind} is accessible, in light and in dark`, async () => {
      const text = languages.map((language) => html(samples.get(`${kind}.${language}`)!, fonts))
      for (const look of looks) {
        for (const one of text) expect(await wrongWith(pages.get(look)!, one)).toEqual([])
      }
    })
  }

  it("would be refused with pale letters, or a picture without words", async () => {
    const wrong =
      '<html lang="nl"><title>t</title><main><h1>k</h1><p style="color:#aaa;background:#fff">bleek</p><img src="data:,"></main>'
    expect((await wrongWith(pages.get("light")!, wrong)).map((one) => one.split(":")[0])).toEqual(["color-contrast", "image-alt"])
  })

  it("asks for nothing outside itself", async () => {
    const page = await browser.newPage()
    const asked: Array<string> = []
    page.on("request", (request) => asked.push(request.url()))
    for (const document of samples.values()) await page.setContent(html(document, fonts), { waitUntil: "load" })
    expect(asked.filter((url) => !url.startsWith("data:"))).toEqual([])
    await page.close()
  })
})
