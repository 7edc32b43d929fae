/** The six conversations on paper: each has a form of its own, and what was written takes the place of the form. */
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import type { Document, Language } from "../src/Document.ts"
import { write } from "../src/index.ts"
import { markdown } from "../src/Markdown.ts"
import { reports } from "../src/Reports.ts"
import { misprinted, paperOf } from "./paper.ts"
import { languages } from "./samples.ts"
import { at, house, sources } from "./zwaluw.ts"

const kinds = sources.packs.conversationTypes.map(({ id }) => id)

/** A talk that was held, as its employee sees it. */
const talk = (type: string, more: object = {}) => ({
  type,
  employeeId: "p-femke",
  leaderId: "p-hilde",
  schoolYear: "2025-2026",
  on: "2026-02-03",
  agenda: [],
  evidence: [],
  _tag: "Held",
  ...more
})
const reportOf = (state: { readonly _tag: string }, language: Language): Document =>
  Effect.runSync(
    reports["conversation-report"].make({
      school: {
        show: () => Effect.succeed({ state }),
        list: () => Effect.succeed([]),
        overview: () => Effect.die("a talk asks for none")
      },
      viewer: { actor: "p-femke", at },
      id: "gesprek",
      language,
      house,
      sources
    })
  )
const headings = ({ body }: Document) => body.flatMap((block) => (block.is === "Section" ? [block.heading] : []))
const questions = ({ body }: Document) =>
  body.flatMap((block) =>
    block.is === "Section"
      ? block.body.flatMap((inner, n) =>
          inner.is === "Paragraph" && block.body[n + 1]?.is === "Room" && typeof inner.text[0] === "object"
            ? [inner.text[0].strong]
            : []
        )
      : []
  )

describe("the report of a talk", () => {
  it("is of six kinds", () => expect(kinds.length).toBe(6))

  for (const language of languages) {
    it(`asks what belongs to its kind in ${language}, with room for the answers`, () => {
      const asked = kinds.map((kind) => questions(reportOf(talk(kind), language)))
      for (const three of asked) expect(three.length).toBe(3)
      expect(new Set(asked.flat()).size).toBe(3 * kinds.length)
    })

    it(`has a title, an aim and a head for its agreements of its own in ${language}`, () => {
      const made = kinds.map((kind) => reportOf(talk(kind), language))
      expect(new Set(made.map(({ title }) => title)).size).toBe(kinds.length)
      for (const [n, document] of made.entries())
        expect(markdown(document).toLowerCase()).toContain(sources.packs.conversationTypes[n]!.yields[language].toLowerCase())
      const own = made.map((document) =>
        headings(document).filter((head) => made.every((one) => one === document || !headings(one).includes(head)))
      )
      for (const heads of own) expect(heads.length).toBeGreaterThan(0)
    })
  }

  it("has a judgement in an appraisal alone, and says what it may lead to", () => {
    const judged = kinds.filter((kind) => headings(reportOf(talk(kind), "nl")).includes("Oordeel"))
    expect(judged).toEqual(["Appraisal"])
    expect(markdown(reportOf(talk("Appraisal"), "nl"))).toContain("het kan gevolgen hebben")
    for (const kind of ["GoalSetting", "Pop", "Progress", "Performance"])
      expect(markdown(reportOf(talk(kind), "nl"))).toContain("Dit gesprek heeft geen gevolgen voor je positie.")
  })

  it("shows what was written instead of the questions, and no room once it is signed", () => {
    const written = talk("Progress", {
      _tag: "Signed",
      text: "Het loopt.",
      agreements: [],
      signatures: [{ by: "p-femke", how: "Seen" }]
    })
    const document = reportOf(written, "nl")
    expect(questions(document)).toEqual([])
    expect(JSON.stringify(document)).not.toContain('"Room"')
    expect(markdown(document)).toContain("Het loopt.")
  })

  it("is printed without fault on two sides, and signed on the page that says for what", async () => {
    for (const kind of kinds) {
      const document = reportOf(talk(kind), "nl")
      const paper = await paperOf(await Effect.runPromise(write(document, "pdf")))
      expect([kind, misprinted(paper), paper.pages.length]).toEqual([kind, [], 2])
      const last = paper.pages
        .at(-1)!
        .written.map(({ text }) => text)
        .join(" ")
      expect(last).toContain("lazen we allebei")
      expect(last).toContain("Datum en handtekening")
    }
  })
})
