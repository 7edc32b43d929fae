/** Story 3, played in windows: what is of the group stays there, and what is Bram's goes along only with Bram. */
import { readFileSync } from "node:fs"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { press } from "./browser.ts"
import { click, dialog, playing, sees, sends, textOf } from "./playing.ts"
import { yearOf } from "./year.ts"

const { at, close, goes, of, show, wrong, year } = playing(yearOf("school", "story-1", "story-2", "story-3"))
const talk = "talks/voortgang-bram"

describe("[S5.4] story 3 in windows", () => {
  beforeAll(() => year.after({ machine: "Conversation", id: "voortgang-bram", do: "Plan" }))
  afterAll(close)
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await show()
  })

  it("3.1 Hilde finds nothing of Femke's plan, on no scene; of the group she sees the hours, and no names of who said what", async () => {
    await at("2026-01-15T09:00:00+01:00")
    for (const place of ["", "mine", "circle", "circle/s2", "group", "talks", "time", "school", "thing/Pap/pap-femke-2"]) {
      const read = await textOf(await goes("hilde", place))
      expect([place, read]).not.toEqual([place, expect.stringMatching(/planbord|taak op het bord|bij de deur|stilteknuffel/)])
    }
    await sees(await goes("hilde", "circle/s2"), "Hier is voor jou niets te zien.")
    await sees(await goes("hilde", "group"), "Uren")
  })

  it("3.2 she puts the lesson visit on the agenda; his action plan cannot be put there", async () => {
    const page = await goes("hilde", talk)
    await click(page, "Punt toevoegen")
    await dialog(page).getByLabel("Tekst").fill("lesbezoek")
    await sends(page)
    await sees(page.locator(".agenda"), "lesbezoek")
    // It is late for the day that was written down; a talk is announced in time.
    await click(page, "Een andere dag kiezen")
    await dialog(page).locator("input[type=date]").fill("2026-02-16")
    await sends(page)
    await click(page, "Punt toevoegen")
    const kinds = () =>
      dialog(page)
        .locator("optgroup")
        .evaluateAll((all) => all.map((one) => (one as HTMLOptGroupElement).label))
    await expect.poll(kinds).toContain("De jaartaak")
    expect(await kinds()).not.toContain("Een actieplan")
    await click(dialog(page), "Toch niet")

    const bram = await goes("bram", talk)
    await click(bram, "Punt toevoegen")
    await dialog(bram).getByLabel("Tekst").fill("het actieplan uit de POP-groep")
    await dialog(bram)
      .getByLabel(/^Waarover/)
      .selectOption({ label: "ik zeg dat ik er morgen op terugkom" })
    await press(dialog(bram).locator("button[type=submit]"))
    await dialog(bram).getByRole("alert").waitFor()
    expect(await dialog(bram).getByRole("alert").innerText()).toMatch(/coachingsruimte/)
    await click(dialog(bram), "Toch niet")
  })

  it("3.3 Bram brings a goal and a piece of his folder; both sign; he takes it back, and the agreed words stay", async () => {
    const page = await goes("bram", talk)
    await press(page.getByText("Een doel uit mijn plan openen voor dit gesprek"))
    await click(page, "Openen")
    await sees(page, "Open voor dit gesprek, en daarna weer dicht.")
    await click(page, "Op tafel leggen")
    await sees(page, "Het ligt op tafel.")
    await press(page.getByText("Iets uit mijn map openen voor dit gesprek"))
    await click(page.locator("details", { hasText: "Iets uit mijn map" }), "Openen")
    await click(page, "Op tafel leggen")
    await click(page, "Zo is de agenda goed")
    const hilde = of("hilde")
    for (const words of ["Mijn groep 4 begint uit zichzelf.", "Nee gezegd"]) await sees(hilde, words)
    await click(hilde, "Zo is de agenda goed")
    await at("2026-02-16T16:00:00+01:00")
    await goes("hilde", talk)
    await click(hilde, "Het gesprek is geweest")
    await click(hilde, "Het verslag schrijven")
    await dialog(hilde).getByLabel("Tekst").fill("Bram wil dat zijn groep uit zichzelf begint.")
    for (const [n, by, what] of [
      [0, "de medewerker", "één klassenbezoek bij Dirk"],
      [1, "de werkgever", "2 uur vervanging"]
    ] as const) {
      await click(dialog(hilde), "Toevoegen")
      await press(dialog(hilde).getByLabel(by).nth(n))
      await dialog(hilde).getByLabel("Wat", { exact: true }).nth(n).fill(what)
    }
    await dialog(hilde)
      .getByLabel(/^Vóór/)
      .nth(1)
      .fill("2026-04-01")
    await dialog(hilde)
      .getByLabel(/^Minuten/)
      .nth(1)
      .fill("120")
    await sends(hilde)
    for (const page of [await goes("bram", talk), hilde]) {
      await click(page, "Tekenen voor akkoord")
      await sees(page, "Getekend voor akkoord.")
      await sees(page, /2 uur vervanging/)
      await sees(page, /één klassenbezoek bij Dirk/)
    }
    await goes("bram", "mine")
    await click(page.locator("article", { hasText: "Nee gezegd" }), "Sluiten")
    await sees(page, "Weer alleen van jou.")
    await expect.poll(() => hilde.getByText("Nee gezegd").count()).toBe(0)
    await sees(hilde, /2 uur vervanging/)
  })

  it("3.5 one performance talk is not enough to appraise", async () => {
    const page = await goes("hilde", "talks")
    await click(page, "Een gesprek plannen")
    await press(dialog(page).getByLabel("beoordelingsgesprek"))
    await dialog(page).getByLabel("Medewerker").selectOption("p-bram")
    await dialog(page).getByLabel("Dag").fill("2026-03-10")
    await press(dialog(page).locator("button[type=submit]"))
    await dialog(page).getByRole("alert").waitFor()
    expect(await dialog(page).getByRole("alert").innerText()).toMatch(/functioneringsgesprek/)
    await click(dialog(page), "Toch niet")
  })

  it("3.7 Anneke types the name of a child of her class, and takes the letter; the name goes nowhere", async () => {
    await year.before({ machine: "Intervision", id: "s5", do: "StopSafely" })
    await at("2026-02-17T15:52:00+01:00")
    const page = await goes("anneke", "mine")
    const sent: Array<string> = []
    page.on("request", (request) => sent.push(request.postData() ?? ""))
    await press(page.getByText("Namen uit mijn klas"))
    await page.getByLabel(/^Voornamen/).fill("Noor\nSem")
    await goes("anneke", "circle/s5")
    const words = page.getByLabel("De kern in één zin")
    await words.fill("Noor keek weg toen ik haar riep.")
    await sees(page, /Noor wordt leerling A/)
    await click(page, "Zet dat neer")
    await expect.poll(() => words.inputValue()).toBe("leerling A keek weg toen ik haar riep.")
    await click(page, "Opschrijven")
    await sees(page, "leerling A keek weg toen ik haar riep.")
    expect(sent.filter((body) => body.includes("leerling A")).length).toBe(1)
    expect(sent.filter((body) => body.includes("Noor"))).toEqual([])
  })

  it("3.8 what Femke takes along of herself is her own and what she said, and not what others thought of it", async () => {
    const page = await goes("femke", "circle/s4")
    await sees(page, "Je vertrouwt erop dat zij het kunnen.")
    await goes("femke", "mine")
    await click(page.locator(".card", { hasText: "Alles wat van jou bewaard is" }).last(), /^Print of bewaar/)
    await press(dialog(page).getByText("In een andere vorm"))
    const [file] = await Promise.all([page.waitForEvent("download"), click(dialog(page), /^Markdown: eigen gegevens/)])
    await click(dialog(page), "Sluiten")
    const read = readFileSync(await file.path(), "utf8")
    for (const own of ["één taak op het bord", "Ik teken één taak, sta bij de deur en zeg niets. Ze gaan zitten."])
      expect(read).toContain(own)
    for (const others of ["Je vertrouwt erop dat zij het kunnen.", "Wat had je op dat moment nodig?"])
      expect(read).not.toContain(others)
  })

  it("3.6 Esra stops: her case is gone at once, no reason is asked, and Hilde sees a meeting like any other", async () => {
    for (const name of ["esra", "dirk", "anneke"]) await goes(name, "circle/s5")
    await sees(of("dirk"), "Wat had je op dat moment nodig?")
    await click(of("esra"), "Veilig stoppen")
    // Nothing is asked: there is no field to fill in.
    expect(await dialog(of("esra")).locator("input, textarea, select").count()).toBe(0)
    await click(dialog(of("esra")), "Veilig stoppen")
    for (const name of ["esra", "dirk", "anneke"]) {
      await sees(of(name), /Deze kring is gestopt/)
      expect([name, await textOf(of(name))]).not.toEqual([name, expect.stringContaining("Wat had je op dat moment nodig?")])
    }
    await sees(await goes("esra", ""), /vertrouwenspersoon/)
    // Who stopped it stands nowhere, so all who were there read where they can go.
    await sees(await goes("dirk", ""), /vertrouwenspersoon/)
    expect(await textOf(await goes("hilde", ""))).not.toMatch(/vertrouwenspersoon/)
    await sees(await goes("hilde", "circle/s5"), "Hier is voor jou niets te zien.")
    for (const place of ["", "group", "time"])
      expect([place, await textOf(await goes("hilde", place))]).not.toEqual([place, expect.stringMatching(/gestopt|Esra stopte/)])
  })

  it("3.4 the two hours did not come: Bram and Hilde both see it", async () => {
    await year.end("story-3")
    await at("2026-04-02T08:00:00+02:00")
    for (const name of ["bram", "hilde"]) {
      await goes(name, talk)
      await sees(of(name), "niet gekomen")
    }
    await sees(await goes("dirk", talk), "Dit is een gesprek van twee anderen.")
  })

  it("3.9 there is nowhere for Kees to ask for a rating", async () => {
    for (const place of ["", "mine", "group", "talks", "time", "school", "thing/CompetenceProfile/profiel-femke"]) {
      const read = await textOf(await goes("kees", place))
      expect([place, read]).not.toEqual([place, expect.stringMatching(/Organisatorisch competent|kan ik goed \d/)])
    }
  })

  it("went wrong in no window", () => expect(wrong()).toEqual([]))
})
