import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { season } from "./season.ts"

const school = season()

const scenes = ["school", "", "mine", "circle/s1", "group", "talks/voortgang-femke", "time"]

/** Makes everything that the page of somebody offers to print or to keep, and tells what it was called. */
const kept = async (person: string, type: string): Promise<ReadonlyArray<string>> => {
  const { goes, page, wrong } = await school.window({ person, height: 3000 })
  const names = new Set<string>()
  for (const place of scenes) {
    await goes(place)
    const buttons = page.getByRole("button", { name: /^Print of bewaar/ })
    for (let n = 0; n < (await buttons.count()); n++) {
      await buttons.nth(n).click()
      const dialog = page.getByRole("dialog")
      for (const one of await dialog.getByRole("button", { name: new RegExp(`^${type}:`) }).all()) {
        const [file] = await Promise.all([page.waitForEvent("download"), one.click()])
        names.add(file.suggestedFilename())
        expect([
          file.suggestedFilename(),
          readFileSync(await file.path())
            .subarray(0, 4)
            .toString("latin1")
        ]).toEqual([file.suggestedFilename(), type === "PDF" ? "%PDF" : "PK\u0003\u0004"])
      }
      expect(await dialog.getByRole("alert").count()).toBe(0)
      await page.keyboard.press("Escape")
    }
  }
  expect(wrong).toEqual([])
  await page.context().close()
  return [...names].toSorted()
}

const own = ["PAP-kaart", "POP", "bekwaamheidsdossier", "competentieprofiel", "portfolio"]
const ofTheGroup = ["blad van een bijeenkomst", "samenwerkingsafspraak", "werkblad van het groepsplan"]
const ofAll = [
  "agenda van een gesprek",
  "checklist voorwaarden",
  "eigen gegevens (AVG)",
  "folder wie ziet wat",
  "groepsplan (GOP)",
  "ingeroosterd en gehouden",
  "jaarposter",
  "jaartaak",
  "methodekaarten",
  "personeelsbeleid",
  "programma-overzicht",
  "puls",
  "toezeggingen",
  "uitnodiging voor een gesprek",
  "woordenlijst"
]

describe("what one takes along", () => {
  it("is what is one’s own, the group’s and the school’s, for who teaches", async () => {
    expect(await kept("p-femke", "PDF")).toEqual([...own, ...ofTheGroup, ...ofAll].map((name) => `${name}.pdf`).toSorted())
  })

  it("is nothing of anybody’s own, nor of a group, for who leads", async () => {
    expect(await kept("p-hilde", "Word")).toEqual(ofAll.map((name) => `${name}.docx`))
  })
})
