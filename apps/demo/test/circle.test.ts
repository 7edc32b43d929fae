import type { Page } from "playwright-core"
import { beforeAll, describe, expect, it } from "vitest"
import { press, type Window } from "./browser.ts"
import { click, sees } from "./playing.ts"
import { season } from "./season.ts"

const school = season()
const circle = ["anneke", "bram", "carla", "dirk", "esra", "femke"] as const
const windows = {} as Record<(typeof circle)[number], Window>
beforeAll(async () => {
  for (const name of circle) windows[name] = await school.window({ person: `p-${name}`, place: "circle/s6" })
})

const of = (name: (typeof circle)[number]): Page => windows[name].page
const all = (see: (page: Page) => Promise<unknown>) => Promise.all(circle.map((name) => see(of(name))))
/** The seconds that are left on the clock of a window. */
const clockOf = async (page: Page): Promise<number> => {
  const [minutes, seconds] = (await page.locator(".dial strong").innerText()).split(":").map(Number)
  return minutes! * 60 + seconds!
}
/** How many seconds the windows are apart. */
const apart = async (): Promise<number> => {
  const clocks = await Promise.all(circle.map((name) => clockOf(of(name))))
  return Math.max(...clocks) - Math.min(...clocks)
}
const script = `<img src=x onerror="document.title='broken in'"><script>alert(1)</script>`

// Each part goes on where the one before ended, as a meeting does.
describe("[S7.1-S7.15] a circle of six windows, each of somebody else", () => {
  it("says who comes, who leads, and what stays here", async () => {
    await click(of("femke"), "Ik kom")
    await all((page) => sees(page, "6 in de kring"))
    await of("femke").getByLabel("Gespreksleider").selectOption("p-anneke")
    await of("femke").getByLabel("Procesbewaker").selectOption("p-carla")
    await click(of("femke"), "Zo doen we het")
    await sees(of("bram"), "Anneke leidt vandaag en opent de kring.")
    await click(of("anneke"), /hardop gezegd/)
    await sees(of("dirk"), "Welkom in de kring")
    await click(of("anneke"), "Beginnen met terugkijken")
    await all((page) => sees(page, "Successen eerst"))
  })

  it("looks back first: a plan is told by its owner, and a case waits for it", async () => {
    const page = of("femke")
    await page.getByLabel("Een vraag uit je eigen werk").fill(`Hoe houd ik rust bij een klein groepje? ${script}`)
    await click(page, "Op tafel leggen")
    await sees(page, /Eerst de plannen/)
    await click(page, "Hoe het ging")
    await page.getByRole("dialog").getByRole("radio").first().check()
    await page.getByRole("dialog").getByRole("textbox").first().fill("het kaartje werkt, ook na de gym")
    await press(page.getByRole("dialog").locator("button[type=submit]"))
    await click(page, "Besproken in de kring")
    await click(page, "Vieren!")
    await click(page, "Dit plan is klaar")
    await sees(page, "Hierna staat het vast. Terugdraaien kan niet.")
    await press(page.getByRole("dialog").locator("button[type=submit]"))
    for (const name of ["bram", "carla", "dirk", "esra", "anneke"] as const) {
      const skip = of(name).getByRole("button", { name: "Vandaag sla ik over" })
      while ((await skip.count()) > 0) {
        const before = await skip.count()
        await press(skip.first())
        await expect.poll(() => skip.count()).toBe(before - 1)
      }
    }
    await click(page, "Op tafel leggen")
    await all((page) => sees(page, "Welke vraag nemen jullie?"))
  })

  it("shows script that somebody wrote as the words that it is", async () => {
    await all((page) => sees(page, /<script>alert\(1\)<\/script>/))
    expect(await of("bram").locator("blockquote img").count()).toBe(0)
    expect(await of("bram").title()).not.toContain("broken in")
  })

  it("takes one question and a method that fits, and begins when the one who leads says so", async () => {
    await click(of("bram"), "Deze nemen we")
    await press(of("femke").locator(".methods > li", { hasText: "Vijfstappenmethode" }).getByRole("button"))
    const began = Date.now()
    await click(of("anneke"), "Beginnen")
    await all((page) => sees(page, "stap 1 van 3"))
    await sees(of("femke"), "vertelt")
    // A step of whole minutes began at the click, and all windows say the same.
    const gone = (60 - ((await clockOf(of("anneke"))) % 60)) % 60
    expect(gone).toBeLessThanOrEqual((Date.now() - began) / 1000 + 1)
    await expect.poll(apart).toBeLessThanOrEqual(1)
  })

  it("puts what is asked on the sheet of all, and keeps a note to oneself from everybody else", async () => {
    await click(of("anneke"), "Volgende stap")
    await all((page) => sees(page, "stap 2 van 3"))
    await press(of("dirk").getByText("Notitie voor jezelf"))
    await of("dirk").getByLabel("Alleen jij kunt dit lezen").fill("Dit herken ik van mezelf.")
    await click(of("dirk"), "Bewaren")
    await sees(of("dirk"), "Dit herken ik van mezelf.")
    await of("bram").getByLabel("Vraag", { exact: true }).fill("Wanneer lukte het wel?")
    await click(of("bram"), "Op het blad")
    await all((page) => sees(page, "Wanneer lukte het wel?"))
    // What came after the note is there, and the note is not.
    expect(await of("femke").getByText("Dit herken ik van mezelf.").count()).toBe(0)
  })

  it("is written in silence, and shown together; the case giver listens and sees why", async () => {
    await click(of("anneke"), "Volgende stap")
    await all((page) => sees(page, "stap 3 van 3"))
    for (const [name, words] of [
      ["carla", "Je wilt overal tegelijk zijn."],
      ["esra", "De anderen weten niet wat ze mogen."]
    ] as const) {
      await of(name).getByLabel("De kern in één zin").fill(words)
      await click(of(name), "Opschrijven")
      await sees(of(name), "alleen jij ziet dit nog")
    }
    await sees(of("bram"), /schreven al iets op/)
    expect(await of("bram").getByText("Je wilt overal tegelijk zijn.").count()).toBe(0)
  })

  it("stands still for a time-out, lets somebody step out and come back, and hands over", async () => {
    await click(of("dirk"), "Time-out")
    await all((page) => sees(page, "De klok staat stil."))
    const stood = await clockOf(of("anneke"))
    await of("anneke").waitForTimeout(2500)
    expect(await clockOf(of("bram"))).toBe(stood)
    const went = Date.now()
    await click(of("esra"), "Verder gaan")
    await expect.poll(() => of("anneke").getByText("De klok staat stil.").count()).toBe(0)
    expect(stood - (await clockOf(of("anneke")))).toBeLessThanOrEqual((Date.now() - went) / 1000 + 1)
    await click(of("esra"), "Even eruit")
    await sees(of("anneke"), "even eruit")
    await click(of("esra"), "Ik ben er weer")
    await click(of("anneke"), "Leiden overdragen")
    await click(of("anneke").getByRole("dialog"), "Dirk")
    await sees(of("dirk"), "Jij leidt de stappen")
  })

  it("goes on where it was when the server comes back, and a window that was closed finds its place", async () => {
    const before = await clockOf(of("bram"))
    const asked = Date.now()
    await school.shut()
    const shut = Date.now()
    await of("bram").waitForTimeout(3000)
    await sees(of("bram"), /De verbinding is even weg/)
    const opened = Date.now()
    await school.reopen()
    await expect
      .poll(() =>
        of("bram")
          .getByText(/De verbinding is even weg/)
          .count()
      )
      .toBe(0)
    await of("carla").reload()
    await sees(of("carla"), "Je wilt overal tegelijk zijn.")
    // While the school was shut its clock stood still, and so did that of the step.
    await expect.poll(apart).toBeLessThanOrEqual(1)
    const open = shut - asked + (Date.now() - opened)
    expect(before - (await clockOf(of("bram")))).toBeLessThanOrEqual(open / 1000 + 1)
  })

  it("gives tips round the circle, in turn, without an author", async () => {
    await click(of("dirk"), "Naar de TIP-parade")
    await sees(of("femke"), "Jij luistert")
    await sees(of("femke"), /^Jij bracht de casus in, dus jij geeft geen tips\./)
    await press(of("bram").getByText("Wat er op het blad staat"))
    await sees(of("bram"), "Je wilt overal tegelijk zijn.")
    const tips = [
      "Ik zou een stoplicht ophangen.",
      "Je kunt de taak vooraf oefenen.",
      "Ik zou fluisteren.",
      "Je kunt een hulpkind kiezen.",
      "Ik zou klein beginnen."
    ]
    for (const [n, name] of (["anneke", "bram", "carla", "dirk", "esra"] as const).entries()) {
      await sees(of(name), "Jij bent aan de beurt")
      await of(name).getByLabel("Eén tip, in één zin").fill(tips[n]!)
      await click(of(name), "Tip geven")
      await sees(of("femke"), tips[n]!)
    }
    for (const name of ["anneke", "bram", "carla", "dirk", "esra"] as const) {
      await sees(of(name), "Jij bent aan de beurt")
      await click(of(name), "Ik pas")
    }
    await click(of("dirk"), "De parade afronden")
    await sees(of("femke"), "Welke tips neem je mee?")
  })

  it("lets the case giver take three tips at most, and write a plan in five minutes", async () => {
    const page = of("femke")
    const boxes = page.locator(".tips.choose input")
    for (const n of [0, 1, 2]) await boxes.nth(n).check()
    await boxes.nth(3).click({ force: true })
    await sees(page, /Leg er eerst een terug/)
    expect(await boxes.nth(3).isChecked()).toBe(false)
    await click(page, /Deze neem ik mee/)
    await sees(of("bram"), "Ik zou een stoplicht ophangen.")
    await click(page, "Mijn plan schrijven")
    for (const [label, words] of [
      [/situatie/i, "de rekenles na de gym"],
      [/anders doet/, "ik hang het stoplicht op"],
      [/merkt/, "ik word één keer gestoord"]
    ] as const)
      await page.getByLabel(label).first().fill(words)
    await page.locator("input[type=date]").fill("2026-03-26")
    await click(page, "Dit ga ik proberen")
    await sees(page, "ik hang het stoplicht op")
  })

  it("closes, and what remains is for those who were there", async () => {
    await click(of("dirk"), "De kring sluiten")
    await all((page) => sees(page, "Wat er was"))
    const hilde = await school.window({ person: "p-hilde", place: "circle/s6" })
    await sees(hilde.page, "Hier is voor jou niets te zien.")
    expect(await hilde.page.getByText("stoplicht").count()).toBe(0)
  })

  it("went wrong in no window, and asked nothing of another machine", () => {
    // While the server was away the browser said so; that is all.
    const away = /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|WebSocket connection|ERR_EMPTY_RESPONSE|Failed to fetch/
    for (const name of circle) expect([name, windows[name].wrong.filter((one) => !away.test(one))]).toEqual([name, []])
  })
})
