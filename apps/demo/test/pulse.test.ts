/** A group measures how it goes: it says yes together, draws slips, and each answers with a code that is nobody's. */
import { connect } from "@groeikring/http/client"
import { describe, expect, it } from "vitest"
import { click, dialog, sees, sends } from "./playing.ts"
import { season } from "./season.ts"

const school = season()
const others = ["bram", "carla", "dirk", "esra", "femke"]

describe("[S8.9] a pulse of a group", () => {
  it("is asked for, agreed to by all, and answered once with the code of a slip", async () => {
    const window = (person: string) => school.window({ person, place: "school", height: 4000 })
    const [{ page: anneke, wrong }, { page: femke, wrong: wrongToo }] = await Promise.all([window("p-anneke"), window("p-femke")])
    await click(anneke, "Een puls voor de middenbouw")
    await sends(anneke)
    await sees(anneke, "Nog geen ja van Anneke, Bram, Carla, Dirk, Esra en Femke.")
    const running = anneke.locator(".card", { hasText: "Een puls in de maak" })
    await click(running, "ga akkoord als lid")
    await sees(anneke, "Nog geen ja van Bram, Carla, Dirk, Esra en Femke.")
    const as = (name: string) => connect(school.url, { headers: { "groeikring-person": `p-${name}` } })
    const all = await as("bram").pulse.list()
    const id = all.ok ? all.value.find(({ state }) => state._tag === "Designed")!.id : ""
    for (const name of others) expect([name, (await as(name).pulse(id).agree()).ok]).toEqual([name, true])
    await click(running, "open de puls")

    await click(anneke, "Briefjes trekken")
    const slips = anneke.locator(".slips code")
    await expect.poll(() => slips.count()).toBe(6)
    const codes = await slips.allInnerTexts()
    expect(new Set(codes).size).toBe(6)
    await anneke.emulateMedia({ media: "print" })
    expect(await anneke.locator("h1").isVisible()).toBe(false)
    expect(await slips.first().isVisible()).toBe(true)
    await anneke.emulateMedia({ media: "screen" })
    await anneke.keyboard.press("Escape")
    // They are drawn once.
    await anneke.getByRole("button", { name: "Briefjes trekken" }).waitFor({ state: "detached" })

    await click(femke, "Antwoord geven")
    const form = dialog(femke)
    expect(await form.getByRole("group").count()).toBe(12)
    await click(form, "Versturen")
    await sees(form, "Vul eerst de code van je briefje in.")
    await form.getByLabel("De code op je briefje").fill("geraden")
    await form
      .getByRole("group", { name: /zelf keuzes maken/ })
      .getByLabel("veel")
      .check()
    await form
      .getByRole("group", { name: /niet alleen voor/ })
      .getByLabel("helemaal", { exact: true })
      .check()
    await click(form, "Versturen")
    await sees(form, /hoort niet bij deze puls/)
    await form.getByLabel("De code op je briefje").fill(codes[0]!)
    await sends(femke)
    await sees(femke, "Niemand ziet welke antwoorden van jou zijn.")

    await click(femke, "Antwoord geven")
    await form.getByLabel("De code op je briefje").fill(codes[0]!)
    await form
      .getByRole("group", { name: /zelf keuzes maken/ })
      .getByLabel("veel")
      .check()
    await click(form, "Versturen")
    await sees(form, /Met deze code is al geantwoord/)
    expect([...wrong, ...wrongToo]).toEqual([])
  })
})
