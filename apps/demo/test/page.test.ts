import axe from "axe-core"
import { gzipSync } from "node:zlib"
import type { Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import { season } from "./season.ts"

const school = season()

/** What axe finds wrong, as a list one can read. */
const faults = async (page: Page): Promise<ReadonlyArray<string>> => {
  // Not as a script of the page: its policy runs none but its own.
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const run = // Its source puts it there when it is evaluated.
      (
        globalThis as unknown as {
          readonly axe: {
            readonly run: (
              of: Document,
              options: object
            ) => Promise<{
              readonly violations: ReadonlyArray<{
                readonly id: string
                readonly nodes: ReadonlyArray<{ readonly html: string }>
              }>
            }>
          }
        }
      ).axe.run
    const { violations } = await run(document, { resultTypes: ["violations"] })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
  })
}
const scenes = ["", "mine", "circle", "circle/s6", "circle/s1", "group", "talks", "time", "school", "thing/PopGroup/g-midden"]

describe("the page", () => {
  it.each([
    ["nl", "light", "p-femke"],
    ["en", "dark", "p-femke"],
    ["en", "light", "p-hilde"],
    ["nl", "dark", "p-hilde"]
  ] as const)("has no fault that axe knows on any scene (%s, %s, %s)", async (language, theme, person) => {
    const { goes, page, wrong } = await school.window({ person, language, theme })
    for (const place of scenes) {
      await goes(place)
      expect([place, await faults(page)]).toEqual([place, []])
    }
    expect(wrong).toEqual([])
    await page.context().close()
  })

  it("asks less than 125 kB of script, as it is sent, before somebody reads what today brings", async () => {
    const context = await school.fresh()
    const page = await context.newPage()
    const scripts: Array<Promise<number>> = []
    page.on("response", (response) => {
      if (new URL(response.url()).pathname.endsWith(".js"))
        scripts.push(response.body().then((body) => gzipSync(body).byteLength))
    })
    await page.goto(`${school.url}/?person=p-femke`)
    await page.getByRole("heading", { name: "Dag Femke" }).waitFor()
    const sizes = await Promise.all(scripts)
    expect(sizes.length).toBeGreaterThan(0)
    expect(sizes.reduce((all, size) => all + size, 0)).toBeLessThan(125_000)
    await context.close()
  })

  it("is as wide as the window at 320 pixels, and at twice the size of everything", async () => {
    for (const [width, height] of [
      [320, 640],
      [640, 450]
    ] as const) {
      const { goes, page } = await school.window({ person: "p-femke", width, height })
      for (const place of scenes) {
        await goes(place)
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
        expect([width, place, overflow]).toEqual([width, place, 0])
      }
      await page.context().close()
    }
  })

  it("shows a scene that was entered while the school was away as soon as it is there again", async () => {
    const { page } = await school.window({ person: "p-femke" })
    await page.waitForResponse((response) => response.url().includes("/assets/Talks"))
    await page.waitForLoadState("networkidle")
    await school.shut()
    await page.getByRole("link", { name: "Gesprekken" }).first().click()
    await page.getByText("Even geduld").first().waitFor({ state: "attached" })
    await school.reopen()
    await page.getByRole("heading", { name: "Gesprekken" }).waitFor()
    const talk = page.getByRole("link", { name: /met Hilde/ })
    await talk.waitFor()
    // It comes with its styles.
    expect(await talk.evaluate((link) => getComputedStyle(link).textDecorationLine)).toBe("none")
    await page.context().close()
  })
})
