/** What the page offers to choose from, and what it says of things, by whoever looks. */
import { describe, expect, it } from "vitest"
import { press } from "./browser.ts"
import { click, dialog, sees, sends, textOf } from "./playing.ts"
import { season } from "./season.ts"

const school = season()
const { post } = school

const looksAs = async (name: string, place: string, width = 1280) => {
  const { goes, page } = await school.window({ person: `p-${name}`, width })
  await goes(place)
  return page
}

describe("what there is to choose", () => {
  it("is a theme that goes on, and none that was taken in by another", async () => {
    await post("p-hilde", "ipb-themes/rust/raise", { text: "Rust in de gang", tags: ["rust"], origin: "Policy", credit: false })
    await post("p-femke", "ipb-themes/stilte/raise", { text: "Stilte op de trap", tags: ["rust"], origin: "Team", credit: false })
    const page = await looksAs("femke", "time")
    await click(page, "Een moment voorstellen")
    const themes = () =>
      dialog(page)
        .getByLabel(/^Thema/)
        .locator("option")
        .allTextContents()
    await expect.poll(themes).toEqual(["Kies …", "Klassenmanagement schoolbreed", "Rust in de gang", "Stilte op de trap"])
    await post("p-hilde", "ipb-themes/rust/merge", { other: "stilte" })
    await post("p-femke", "ipb-themes/rust/merge", { other: "stilte" })
    await expect.poll(themes).toEqual(["Kies …", "Klassenmanagement schoolbreed", "Rust in de gang"])
    await page.context().close()
  })

  it("is another theme, by its words, when two are to be one", async () => {
    await post("p-hilde", "ipb-themes/buiten/raise", { text: "Meer naar buiten", tags: [], origin: "Policy", credit: false })
    const page = await looksAs("hilde", "school")
    const theme = page.locator("article", { hasText: "Meer naar buiten" })
    await click(theme, "Samenvoegen")
    const others = dialog(page).locator("select option")
    await expect.poll(() => others.allTextContents()).toContain("Klassenmanagement schoolbreed")
    expect(await others.allTextContents()).not.toContain("Meer naar buiten")
    await page.context().close()
  })

  it("is what somebody did, by its words, when time is booked, and only until it is booked", async () => {
    const page = await looksAs("carla", "time")
    const talk = "Functioneringsgesprek met Hilde, donderdag 12 maart"
    await click(page, "Tijd boeken")
    await dialog(page).getByLabel("gesprekken").check()
    await dialog(page).getByLabel("Minuten").fill("60")
    await dialog(page).getByLabel("Waarbij het hoort").selectOption({ label: talk })
    await sends(page)
    await sees(page, "1 / 3 uur")
    await click(page, "Tijd boeken")
    const options = dialog(page).getByLabel("Waarbij het hoort").locator("option")
    await expect.poll(() => options.count()).toBeGreaterThan(1)
    expect(await options.allTextContents()).not.toContain(talk)
    await page.context().close()
  })

  it("is a group, a conversation or a colleague, when somebody opens something to others", async () => {
    const page = await looksAs("femke", "thing/Pop/pop-femke")
    await click(page, "Een doel delen")
    await dialog(page)
      .getByLabel(/^Doel/)
      .selectOption({ label: "Ik geef instructie aan een klein groepje terwijl de rest zelfstandig werkt." })
    await dialog(page)
      .getByLabel(/^Voor wie/)
      .selectOption({ label: "De middenbouw" })
    await dialog(page).getByLabel(/^Tot/).fill("2026-05-31")
    await dialog(page).getByLabel("Tekst").fill("Rekenen in een klein groepje.")
    await sends(page)
    await sees(page, /tekst: Ik geef instructie .*gedeeld met: de middenbouw/)
    await sees(await looksAs("dirk", "mine"), "open tot en met 31 mei 2026")
    await page.context().close()
  })

  it("is a goal of one's own when something is kept in the folder", async () => {
    const page = await looksAs("femke", "mine")
    await click(page, "Iets bewaren")
    const goals = dialog(page)
      .getByLabel(/^Doel uit je POP/)
      .locator("option")
    await expect.poll(() => goals.allTextContents()).toContain("Mijn lessen beginnen rustig, ook na de pauze.")
    await page.context().close()
  })
})

describe("what is said of a thing", () => {
  it("is in words, also where the thing holds a name of something", async () => {
    const page = await looksAs("femke", "thing/CompetenceFramework/sbl-2006-po")
    await sees(page, /voor welke functie: leerkracht/)
    const said = await textOf(page)
    expect(said).toContain("Organisatorisch competent; soort: functioneel")
    expect(said).not.toMatch(/\bteacher\b|sbl-2006-po/)
    await page.context().close()
  })

  it("is that a meeting was held, also when its words are gone", async () => {
    const page = await looksAs("femke", "circle")
    const september = page.getByRole("link", { name: /dinsdag 9 september/ })
    await sees(september, "geweest, woorden gewist")
    await page.context().close()
  })

  it("is who reads a report first, as it is for who looks", async () => {
    const yours = "Het verslag lees jij als eerste"
    const theirs = "Over wie het gaat, leest het verslag als eerste"
    for (const [name, says, says2] of [
      ["femke", yours, ""],
      ["joke", yours, ""],
      ["hilde", theirs, ""],
      ["kees", theirs, "Ligt het in het dossier, dan lees jij het ook."]
    ] as const) {
      const page = await looksAs(name, "talks")
      await sees(page, says)
      const lead = await page.locator(".scene > header p").innerText()
      expect([name, lead.includes(yours), lead.includes(theirs)]).toEqual([name, says === yours, says === theirs])
      expect(lead).toContain(says2)
      await page.context().close()
    }
  })

  it("is what runs and what is a draft, each in a place of its own", async () => {
    const page = await looksAs("hilde", "time")
    const runs = page.locator("section", { has: page.getByRole("heading", { name: "De jaartaken" }) })
    const drafts = page.locator("section", { has: page.getByRole("heading", { name: "In opzet" }) })
    await sees(drafts, "Een opzet telt nog niet mee. Tot die is afgesproken, blijft de jaartaak hierboven gelden.")
    expect(await runs.locator("article h3").allInnerTexts()).toEqual(["Anneke", "Bram", "Carla", "Dirk", "Esra", "Femke"])
    expect(await drafts.locator("article h3").allInnerTexts()).toEqual(["Carla"])
    await page.context().close()
  })

  it("fits: a competence by its whole name, and on a small screen by a number with the names below", async () => {
    const wide = await looksAs("femke", "mine")
    const chips = wide.locator(".chip")
    await expect.poll(() => chips.count()).toBe(7)
    expect(await chips.evaluateAll((all) => all.filter((chip) => chip.scrollWidth > chip.clientWidth).length)).toBe(0)
    expect(await wide.locator(".chipnames").isVisible()).toBe(false)
    await wide.context().close()
    const small = await looksAs("femke", "mine", 320)
    await expect.poll(() => small.locator(".chip").allInnerTexts()).toEqual(["1", "2", "3", "4", "5", "6", "7"])
    expect(await small.locator(".chipnames li").first().innerText()).toBe("Organisatorisch competent")
    await small.context().close()
  })
})

describe("minutes that go elsewhere", () => {
  it("are asked for beside what is left, sent once however often somebody presses, and move when the other wants it too", async () => {
    const hilde = await looksAs("hilde", "time")
    const sent: Array<string> = []
    hilde.on("request", (request) => request.method() === "POST" && sent.push(new URL(request.url()).pathname))
    await click(hilde.locator("article", { hasText: "Anneke" }), "Minuten verschuiven")
    const form = dialog(hilde)
    await form.getByLabel("Lesgeven").fill("56460")
    await sees(form, "60 minuten te veel.")
    await press(form.getByRole("button", { name: "Voorstellen" }))
    await sees(form.getByRole("alert"), "Haal eerst ergens 60 minuten af.")
    await form.getByLabel("Lesgeven").fill("56400")
    await sees(form, "Alles heeft een plek.")
    await form.getByLabel("Bijeenkomsten").fill("540")
    await form.getByLabel("Actieplannen").fill("60")
    await form.getByRole("button", { name: "Voorstellen" }).evaluate((button: HTMLElement) => {
      button.click()
      button.click()
    })
    await sees(hilde, "Jij stelt voor om minuten te verschuiven.")
    expect(sent).toEqual(["/v1/time-budgets/jaartaak-anneke/propose-reallocation"])

    const anneke = await looksAs("anneke", "time")
    await sees(anneke, "Hilde wil minuten verschuiven.")
    await sees(anneke, "Bijeenkomsten: van 8 naar 9 uur")
    await sees(anneke, "Actieplannen: van 2 naar 1 uur")
    await click(anneke, "de verschuiving aannemen")
    await sees(anneke, /\/ 9 uur/)
    await expect.poll(() => anneke.getByText("Hilde wil minuten verschuiven.").count()).toBe(0)
    await anneke.context().close()
    await hilde.context().close()
  })
})
