/** Story 4, played in windows: from what each wants to learn to a plan of the group, and to a theme of the school. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { press } from "./browser.ts"
import { click, dialog, playing, sees, sends, textOf } from "./playing.ts"
import { livedYear } from "./year.ts"

const { at, close, goes, of, show, wrong, year } = playing(livedYear("school", "story-1", "story-2", "story-3", "story-4"))
const first = "In januari begint elke les in de middenbouw met dezelfde startroutine; Dirk laat het voordoen."
const agreed = "In januari heeft elke middenbouwgroep één zichtbare startroutine; Dirk laat het voordoen."
const no = "Niet elke les hoeft hetzelfde te beginnen. Eén routine die je ziet is genoeg."
const sign = "binnen drie minuten is iedereen bezig, ook bij een invaller"
const order = "Organisatorisch competent"

/** What each wants to learn, as it stands in their own plan. */
const goals = {
  carla: "In een gesprek met ouders houd ik het kort.",
  esra: "Ik blijf rustig als een ouder boos is.",
  femke: "Mijn lessen beginnen rustig, ook na de pauze.",
  anneke: "Mijn start loopt ook als ik er niet ben."
}

/** Somebody puts a sentence before the group. */
const proposes = async (name: string, text: string) => {
  const page = of(name)
  await click(page, "Een zin voorstellen")
  await page.getByLabel("Ons doel, in één zin").fill(text)
  await page.getByLabel("Waaraan zien we dat het lukt?").fill(sign)
  await page.getByLabel(/^Wat doen we ervoor/).fill("Dirk laat zijn start zien, ieder kijkt een keer mee")
  await page.getByLabel(/waar de school aan werkt/).selectOption({ label: "Klassenmanagement schoolbreed" })
  await click(page, /^Voorstellen$/)
}
const saysYes = (name: string) => click(of(name), "Ja, zo mag het naar buiten")

describe("story 4 in windows", () => {
  beforeAll(() => year.before({ machine: "Pop", id: "pop-carla", do: "ShareGoal" }))
  afterAll(close)
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await show()
  })

  it("4.1 each opens one goal to the group, and one row, as long as they like", async () => {
    await at("2025-11-24T20:00:00+01:00")
    await Promise.all(
      Object.entries(goals).map(async ([name, goal]) => {
        const page = await goes(name, "mine")
        const card = page.locator(".goal", { hasText: goal })
        await click(card, "Delen met mijn groep")
        await sends(page)
        await sees(card, /de middenbouw, tot en met/)
      })
    )
    const page = of("femke")
    await press(page.getByRole("button", { name: /^Organisatorisch competent: leuk/ }))
    const row = page.locator(".picked-one")
    await click(row, "Sluiten")
    await sees(page, "Weer alleen van jou.")
    await click(row, "Deze aan mijn groep laten zien")
    await sees(row, /open voor de middenbouw tot en met/)
  })

  it("4.3 three goals are enough to suggest a plan of the group to who is in it, and Anneke takes it", async () => {
    const page = await goes("anneke", "")
    const offer = page.locator("li", { hasText: "een GOP beginnen" })
    await click(offer, "Ja, graag")
    await expect.poll(() => offer.count()).toBe(0)
  })

  it("[S1.5] 4.2 the board shows a row of four people, and never who; the row of two is not there", async () => {
    const board = (await goes("esra", "group")).locator("table.board")
    await sees(board, order)
    expect((await board.locator("tbody tr").allInnerTexts()).map((row) => row.split(/\s*\t\s*/))).toEqual([
      [order, "2", "1", "2"]
    ])
    expect(await board.innerText()).not.toMatch(/Anneke|Bram|Dirk|Femke|omgeving/)
    const page = of("esra")
    await click(page, "Iets inbrengen")
    await press(dialog(page).getByLabel("een rij van het bord"))
    // Of her own row there are two, so it cannot be chosen either.
    await expect.poll(() => dialog(page).getByLabel("Welk").locator("option").allInnerTexts()).toEqual(["Kies …", order])
    await click(dialog(page), "Toch niet")
  })

  it("[S4.6, S5.13] 4.3 Dirk is named once he offered it himself; Anneke objects and writes it anew; without Femke nothing goes out", async () => {
    const brings = async (name: string, goal: string) => {
      const page = await goes(name, "group")
      await click(page, "Iets inbrengen")
      await dialog(page).getByLabel("Welk").selectOption({ label: goal })
      await sends(page)
    }
    await Promise.all([
      brings("anneke", goals.anneke),
      brings("bram", "Mijn groep 4 begint uit zichzelf."),
      brings("femke", goals.femke),
      goes("dirk", "group"),
      goes("hilde", "group")
    ])
    const [bram, dirk, hilde] = [of("bram"), of("dirk"), of("hilde")]
    await proposes("bram", first)
    await bram.locator("form").getByRole("alert").waitFor()
    expect(await bram.locator("form").getByRole("alert").innerText()).toMatch(/Dirk/)

    await click(dirk, "Iets aanbieden")
    await dialog(dirk).getByRole("combobox").last().selectOption({ label: order })
    await dialog(dirk)
      .getByLabel(/^Tekst/i)
      .fill("Kom maar kijken hoe ik begin.")
    await sends(dirk)
    await sees(bram, /Kom maar kijken hoe ik begin/)
    await click(bram, /^Voorstellen$/)
    await sees(dirk, first)
    await saysYes("dirk")
    await click(of("anneke"), "Ik heb een bezwaar")
    await dialog(of("anneke")).getByRole("textbox").fill(no)
    await sends(of("anneke"))
    await sees(bram, no)

    await proposes("anneke", agreed)
    await Promise.all(
      ["anneke", "bram", "dirk"].map(async (name) => {
        await sees(of(name), agreed)
        await saysYes(name)
      })
    )
    await sees(bram, "Zonder Femke gaat er niets de groep uit.")
    await sees(bram, /nog niet zo: Femke/)
    await sees(hilde, "Uren")
    expect(await textOf(hilde)).not.toMatch(/startroutine|Kom maar kijken/)
    await sees(of("femke"), agreed)
    await saysYes("femke")
    await sees(of("femke"), "afgesproken")
  })

  it("4.4 Hilde reads the agreed words alone", async () => {
    const hilde = of("hilde")
    await sees(hilde, "Wat groepen met de school afspraken")
    await sees(hilde, agreed)
    expect(await textOf(hilde)).not.toMatch(/Niet elke les|Kom maar kijken|zeggen ja|Anneke:/)
    await click(of("anneke"), "met de leidinggevende bespreken")
    await dialog(of("anneke")).locator("input[type=date]").fill("2025-11-24")
    await sends(of("anneke"))
    await click(of("bram"), "aan de slag gaan")
    await dialog(of("bram")).locator("input[type=date]").fill("2026-01-30")
    await sends(of("bram"))
    await sees(of("femke"), "30 januari 2026")
  })

  it("[S1.3, S1.4] 4.4 what the group agreed becomes a theme of the school, one with that of Hilde, after the team talked about it", async () => {
    const theme = (name: string) => of(name).locator(".theme")
    const anneke = await goes("anneke", "")
    const offers = anneke.locator("li", { hasText: "een thema inbrengen" })
    await click(offers, "Ja, graag")
    await expect.poll(() => offers.count()).toBe(0)
    for (const name of ["hilde", "anneke"]) {
      const page = name === "hilde" ? await goes(name, "") : anneke
      const other = page.locator("li", { hasText: "Met een ander thema samenvoegen: Klassenmanagement schoolbreed" })
      await click(other, "Ja, graag")
      await expect.poll(() => other.count()).toBe(0)
    }
    await Promise.all(["hilde", "lies", "bram"].map((name) => goes(name, "school")))
    for (const origin of ["een beleidsvoorstel", "het team"]) await sees(theme("hilde"), origin)
    await sees(theme("hilde"), "dank aan Hilde")
    expect(await theme("hilde").count()).toBe(1)
    expect(await theme("hilde").getByRole("button", { name: "aannemen" }).count()).toBe(0)
    await click(theme("lies"), "in het team bespreken")
    await dialog(of("lies")).locator("input[type=date]").fill("2025-11-24")
    await sends(of("lies"))
    await click(theme("hilde"), "aannemen")
    for (const [name, need] of [
      ["hilde", "competentie"],
      ["bram", "relatie"]
    ] as const) {
      await click(theme(name), "aan een basisbehoefte koppelen")
      await press(dialog(of(name)).getByLabel(need, { exact: true }))
      await sends(of(name))
    }
    await sees(theme("lies"), "Helpt bij: competentie, relatie")
  })

  it("[S1.2] 4.4 and 4.5 the theme comes back to the group: for a meeting, and for an afternoon of its own", async () => {
    const femke = await goes("femke", "")
    await click(femke, /^Nog \d+ bekijken/)
    const offer = femke.locator("li", { hasText: "13 januari" })
    await click(offer, "Ja, graag")
    await expect.poll(() => offer.count()).toBe(0)
    await sees(await goes("bram", "circle/s4"), `thema: ${agreed}`)

    const anneke = await goes("anneke", "time")
    await click(anneke, "Een moment voorstellen")
    const form = dialog(anneke)
    await form.getByLabel(/^Dag/i).fill("2026-03-11")
    await form.getByLabel(/^Begin/i).fill("13:30")
    await form.getByLabel(/^Minuten/i).fill("120")
    await form.getByLabel(/^Thema/i).selectOption({ label: agreed })
    await form.getByLabel(/^Methode/i).selectOption({ label: "Socratisch gesprek / socratische intervisie" })
    await press(form.getByLabel("werken aan je POP"))
    await sends(anneke)
    const hilde = await goes("hilde", "time")
    const afternoon = hilde.locator(".moment", { hasText: "11 maart" })
    await click(afternoon, "In het rooster zetten")
    await sees(afternoon, /in het rooster/)
    await sees((await goes("anneke", "time")).locator(".moment", { hasText: "11 maart" }), /in het rooster/)
  })

  it("went wrong in no window", () => expect(wrong()).toEqual([]))
})
