import { describe, expect, it } from "vitest"
import { formsOf } from "../src/Form.ts"
import { domain } from "../src/Season.ts"
import { press } from "./browser.ts"
import { click } from "./playing.ts"
import { season } from "./season.ts"

const school = season()

describe("what was done", () => {
  it("is read off the lifecycle: what erases, what is the end, and what goes on", () => {
    const forms = formsOf(domain)
    expect(forms["PortfolioEntry"]!.commands["Delete"]!.lasts).toBe("Erased")
    expect(forms["Pap"]!.commands["Close"]!.lasts).toBe("Ended")
    expect(forms["Pap"]!.commands["Report"]!.lasts).toBeUndefined()
    expect(forms["PopGroup"]!.commands["Pause"]!.lasts).toBeUndefined()
  })

  it("is taken back: a goal that was shared, and a competence on the field", async () => {
    const { page, wrong } = await school.window({ person: "p-femke", place: "mine", height: 4000 })
    const undo = page.getByRole("button", { name: "Ongedaan maken" })
    const goal = page.locator(".goal", { hasText: "Ik geef instructie" })
    await click(goal, "Delen met mijn groep")
    await press(page.getByRole("dialog").locator("button[type=submit]"))
    await goal.getByText("de middenbouw").waitFor()
    await press(undo)
    await goal.getByText("de middenbouw").waitFor({ state: "detached" })

    const add = page.getByLabel("Een competentie erbij zetten")
    const competence = (await add.locator("option").nth(1).textContent())!
    await add.selectOption({ label: competence })
    const chip = page.getByRole("button", { name: `${competence}: leuk 3 van 5, kan ik goed 3 van 5` })
    await chip.waitFor()
    await press(undo.first())
    await chip.waitFor({ state: "detached" })
    await page.getByRole("button", { name: competence, exact: true }).waitFor()
    expect(wrong).toEqual([])
    await page.context().close()
  })

  it("says beforehand when it cannot be taken back", async () => {
    const { page } = await school.window({ person: "p-femke", place: "mine", height: 4000 })
    await press(page.getByRole("button", { name: "Weggooien" }).first())
    const said = page.getByRole("dialog").getByText("Wat gewist is, komt niet terug.")
    await said.waitFor()
    expect(await page.getByRole("button", { name: "Ongedaan maken" }).count()).toBe(0)
    await page.context().close()
  })
})
