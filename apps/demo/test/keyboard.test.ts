import type { Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import { answered } from "./browser.ts"
import { sees } from "./playing.ts"
import { season } from "./season.ts"

const school = season()
const { post } = school

/** Goes to it with the tabulator, from where the focus is, as far as once around. */
const to = async (page: Page, name: RegExp) => {
  for (let n = 0; n < 120; n++) {
    await page.keyboard.press("Tab")
    const focused = await page.evaluate(() => {
      const one = document.activeElement as HTMLElement | null
      return one === null || one === document.body
        ? ""
        : `${one.getAttribute("aria-label") ?? ""} ${one.textContent ?? ""} ${(one as HTMLInputElement).labels?.[0]?.textContent ?? ""}`.trim()
    })
    if (name.test(focused)) return
  }
  throw new Error(`no focus came to ${name}`)
}
const press = async (page: Page, name: RegExp) => {
  // What others do reaches the page a moment later; until then a button may stand there with the reason why not.
  await page.getByRole("button", { name, disabled: false }).or(page.getByRole("link", { name })).first().waitFor()
  await to(page, name)
  await page.keyboard.press("Enter")
  await answered(page)
}

describe("by keyboard alone", () => {
  it("leads a meeting from the door to the end, and hears each step", async () => {
    const { page, wrong } = await school.window({ person: "p-anneke" })
    await press(page, /Naar de kring/)
    await sees(page, "Wie komen er?")
    // The reader begins at the top of the new scene.
    await page.waitForFunction(() => document.activeElement?.id === "scene")
    await press(page, /Zo doen we het/)
    await press(page, /hardop gezegd/)
    await press(page, /Beginnen met terugkijken/)
    const { state } = (await (
      await fetch(`${school.url}/v1/intervisions/s6`, { headers: { "groeikring-person": "p-anneke" } })
    ).json()) as { readonly state: { readonly duePaps: ReadonlyArray<{ readonly pap: string; readonly owner: string }> } }
    for (const { owner, pap } of state.duePaps) await post(owner, "intervisions/s6/skip-pap-review", { pap })
    await post("p-esra", "intervisions/s6/offer-case", { caseGiver: "p-esra", question: "Hoe zeg ik nee?" })
    await press(page, /Deze nemen we/)
    await post("p-esra", "intervisions/s6/choose-method", { method: "five-steps" })
    await press(page, /^\s*Beginnen\s*$/)
    await sees(page, "stap 1 van 3")
    const said = page.locator("[aria-live=polite]").filter({ hasText: "Stap 1 van 3" })
    await said.waitFor({ state: "attached" })
    await press(page, /Volgende stap/)
    await sees(page, "stap 2 van 3")
    await to(page, /Vraag/)
    await page.keyboard.type("Wat wil je beschermen?")
    await press(page, /Op het blad/)
    await sees(page, "Wat wil je beschermen?")
    await press(page, /Volgende stap/)
    await sees(page, "stap 3 van 3")
    await press(page, /Naar de TIP-parade/)
    for (let n = 0; n < 20; n++) {
      const { state } = (await (
        await fetch(`${school.url}/v1/intervisions/s6`, { headers: { "groeikring-person": "p-anneke" } })
      ).json()) as { readonly state: { readonly order: ReadonlyArray<string>; readonly turn: number; readonly passes: number } }
      if (state.passes >= state.order.length) break
      const next = state.order[state.turn % state.order.length]!
      if (next === "p-anneke") {
        await sees(page, "Jij bent aan de beurt")
        await press(page, /Ik pas/)
        await page.getByRole("heading", { name: "Jij bent aan de beurt" }).waitFor({ state: "detached" })
      } else await post(next, "intervisions/s6/pass-turn")
    }
    await press(page, /De parade afronden/)
    await press(page, /De kring sluiten/)
    await sees(page, "Wat er was")
    expect(wrong).toEqual([])
    await page.context().close()
  })

  it("puts a competence where it belongs with the arrows, says where it is, and takes it back", async () => {
    const { page } = await school.window({ person: "p-femke", place: "mine" })
    await to(page, /^Organisatorisch competent: leuk 4 van 5, kan ik goed 3 van 5/)
    await page.keyboard.press("ArrowRight")
    await page.keyboard.press("ArrowUp")
    await page.getByText("Leuk 5 van 5, kan ik goed 4 van 5.").waitFor({ state: "attached" })
    await page.getByRole("button", { name: /Organisatorisch competent: leuk 5 van 5, kan ik goed 4 van 5/ }).waitFor()
    await page.getByRole("button", { name: "Ongedaan maken" }).first().click()
    await expect
      .poll(() => page.getByRole("button", { name: /Organisatorisch competent: leuk 4 van 5, kan ik goed 3 van 5/ }).count())
      .toBe(1)
    await page.context().close()
  })

  it("opens a dialog, keeps the focus in it, and gives it back", async () => {
    const { page } = await school.window({ person: "p-femke" })
    await press(page, /leerkracht groep 3/)
    const dialog = page.getByRole("dialog")
    await dialog.waitFor()
    for (let n = 0; n < 40; n++) await page.keyboard.press("Tab")
    await page.keyboard.press("Escape")
    await dialog.waitFor({ state: "detached" })
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain("Femke")
    await page.context().close()
  })

  it("tells a newcomer what it is for, once", async () => {
    const { page } = await school.window({ person: "p-femke", toured: false })
    await sees(page, "Elke leerkracht heeft een vraag")
    for (let n = 0; n < 4; n++) await press(page, /^Verder$/)
    await press(page, /Naar de kring/)
    await sees(page, "De kring van dinsdag 24 maart")
    await page.reload()
    await sees(page, "De kring van dinsdag 24 maart")
    expect(await page.getByRole("dialog").count()).toBe(0)
    await page.context().close()
  })
})
