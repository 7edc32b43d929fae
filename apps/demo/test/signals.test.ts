/** What somebody opens, asks and closes reaches who it is for while their page is open, and nobody has to load it again. */
import { connect } from "@groeikring/http/client"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest"
import { launch, press, windowOf } from "./browser.ts"
import { click, dialog, sees, sends } from "./playing.ts"
import { schoolFrom, serve, type Served } from "./served.ts"

const school = schoolFrom(inject("played"))
let served: Served
let browser: Browser
let femke: Page
let bram: Page
const wrong: Array<ReadonlyArray<string>> = []
const opens = async (person: string, place: string, width = 1280) => {
  const window = await windowOf(browser, served.url, { person, place, width, height: width < 500 ? 640 : 4000 })
  wrong.push(window.wrong)
  return window.page
}
const goes = (page: Page, place: string) => page.evaluate((place) => (location.hash = `#/${place}`), place)
const as = (person: string) => connect(served.url, { headers: { "groeikring-person": person } })
beforeAll(async () => {
  served = await serve(school.file)
  browser = await launch()
  ;[femke, bram] = await Promise.all([opens("p-femke", "mine"), opens("p-bram", "mine")])
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
  school.away()
})

describe("an open page", () => {
  const goal = "Mijn lessen beginnen rustig, ook na de pauze."
  const seen = () => bram.locator("section", { hasText: "Voor jou geopend" }).getByText("Een rustige start van de les.").count()

  it("loses what its owner closes, at once, and has it again when that is undone", async () => {
    await expect.poll(seen).toBe(1)
    await click(femke.locator(".goal", { hasText: goal }), "Sluiten")
    await expect.poll(seen).toBe(0)
    await click(femke, "Ongedaan maken")
    await expect.poll(seen).toBe(1)
  })

  it("lets a buddy say yes, who reads nothing of the plan", async () => {
    await click(femke, "Een ander maatje vragen")
    await dialog(femke).getByRole("combobox").selectOption("p-bram")
    await sends(femke)
    await goes(bram, "")
    await sees(bram, "vraagt je als maatje")
    expect(await bram.getByText("rood kaartje").count()).toBe(0)
    await click(bram.locator("li", { hasText: "vraagt je als maatje" }), "Ja, graag")
    await sees(bram, "Je bent nu het maatje van Femke.")
    await femke.locator(".pap dd", { hasText: /^Bram$/ }).waitFor()
    await bram.getByText("vraagt je als maatje").waitFor({ state: "detached" })
  })

  it("takes how a plan went without a word of what was learned", async () => {
    await click(femke, "Hoe het ging")
    await dialog(femke).getByRole("radio").first().check()
    await sends(femke)
    await sees(femke, "Hoe het ging")
  })

  it("says where a word can be given to who celebrated, and the word comes to them", async () => {
    const session = as("p-femke").intervision("s6")
    const answers = [
      await session.confirmAttendance(),
      await session.assignRoles({ facilitator: "p-anneke", guardian: "p-carla" }),
      await as("p-anneke").intervision("s6").open({ confidentialityShown: true }),
      await as("p-anneke").intervision("s6").startPapReview()
    ]
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true])
    await click(femke, "Besproken in de kring")
    await click(femke, "Vieren!")
    await sees(femke, "Gevierd. Daar mag je trots op zijn.")
    // Nobody hears what she does with her plan; who looks at what waits for them sees it.
    await goes(bram, "mine")
    await sees(bram, "Femke vierde een succes. Wat zag jij dat goed ging?")
    await click(bram, "Zeg het tegen Femke")
    await dialog(bram).getByRole("textbox").fill("Je wachtte, en toen werd het stil.")
    await sends(bram)
    await sees(femke, "Je wachtte, en toen werd het stil.")
  })

  it("offers a goal of one's own to the plan of the group, by its words", async () => {
    await goes(femke, "group")
    await click(femke, "Een nieuwe versie maken")
    await click(femke, "Iets inbrengen")
    await dialog(femke).getByRole("combobox").selectOption({ label: goal })
    await sends(femke)
    // In the words that she wrote for the group, and not in those of her plan.
    await sees(femke.getByLabel("Wat we inbrengen"), "Een rustige start van de les.")
  })

  it("lets somebody write on, when others did meanwhile what takes their button away", async () => {
    await click(femke, "Iets inbrengen")
    await dialog(femke)
      .getByLabel(/^iets wat goed ging/i)
      .check()
    const words = dialog(femke).getByLabel(/^In jouw woorden/)
    await words.fill("De stilte in de gang duurde een kwartier.")
    const plan = as("p-bram").gop("g-midden/2025-2026")
    const seen = await plan.show()
    const sources = seen.ok ? seen.value.state.sources.map(({ id }) => id) : []
    const goal = {
      id: "doel-samen",
      text: "We beginnen elke les hetzelfde.",
      sign: "Iedereen is snel bezig.",
      themes: [],
      actions: [],
      names: [],
      sources,
      offers: []
    }
    expect((await plan.proposeText({ goals: [goal] })).ok).toBe(true)
    await sees(femke, goal.text)
    await femke.getByRole("button", { name: "Iets inbrengen", includeHidden: true }).waitFor({ state: "detached" })
    expect(await words.inputValue()).toBe("De stilte in de gang duurde een kwartier.")
    await press(dialog(femke).locator("button[type=submit]"))
    await dialog(femke).getByRole("alert").waitFor()
    await click(dialog(femke), "Toch niet")
  })

  it("does not offer a kickoff again, and has every place in reach on a small phone", async () => {
    const hilde = await opens("p-hilde", "school")
    await sees(hilde, /Startbijeenkomst op/)
    expect(await hilde.getByRole("button", { name: "Houd de startbijeenkomst" }).count()).toBe(0)
    const phone = await opens("p-femke", "", 320)
    const places = await phone.locator(".dock a").all()
    const boxes = await Promise.all(places.map((place) => place.boundingBox()))
    expect(boxes.length).toBe(7)
    for (const box of boxes) {
      expect([box!.x >= 0, box!.x + box!.width <= 320, box!.y + box!.height <= 640]).toEqual([true, true, true])
      expect(box!.height).toBeGreaterThanOrEqual(44)
    }
    // Two rows, and not three.
    expect(new Set(boxes.map((box) => box!.y)).size).toBe(2)
  })

  it("went wrong in no window", () => expect(wrong.flat()).toEqual([]))
})
