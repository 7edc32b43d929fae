import { Effect, Result } from "effect"
import { createHash } from "node:crypto"
import { beforeAll, describe, expect, it } from "vitest"
import type { Document, Language } from "../src/Document.ts"
import { type Kind, markdown } from "../src/index.ts"
import { PdfWriter } from "../src/Pdf.ts"
import { typst } from "../src/Typst.ts"
import { everythingIn, idsOf, inZwaluw, kinds, lines, people, reportOf } from "./zwaluw.ts"

interface Made {
  readonly kind: Kind
  readonly id: string
  readonly viewer: string
  readonly document: Document
}

/** One of each kind, as whoever it is for. */
const samples = {
  pop: ["pop-femke", "p-femke"],
  pap: ["pap-femke-2", "p-femke"],
  "competence-profile": ["profiel-femke", "p-femke"],
  portfolio: ["map-bram", "p-bram"],
  "competence-file": ["map-bram", "p-bram"],
  "own-data": ["p-femke", "p-femke"],
  "working-agreement": ["g-midden", "p-femke"],
  "session-sheet": ["s1", "p-femke"],
  "year-poster": ["2025-2026", "p-femke"],
  "conversation-invitation": ["voortgang-bram", "p-bram"],
  "conversation-agenda": ["voortgang-bram", "p-bram"],
  "conversation-report": ["voortgang-bram", "p-bram"],
  "objection-slip": ["voortgang-bram", "p-bram"],
  "year-task": ["jaartaak-femke", "p-femke"],
  rostered: ["2025-2026", "p-hilde"],
  promises: ["2025-2026", "p-hilde"],
  "method-cards": ["", "p-femke"],
  glossary: ["", "p-femke"],
  "who-sees-what": ["", "p-femke"]
} as const satisfies Readonly<Record<Kind, readonly [id: string, viewer: string]>>

const languages = ["nl", "en"] as const satisfies ReadonlyArray<Language>
const golden = new Map<string, Document>()
let seen: ReadonlyArray<Made> = []

beforeAll(async () => {
  await inZwaluw((school) =>
    Effect.gen(function* () {
      for (const kind of kinds) {
        const [id, viewer] = samples[kind]
        for (const language of languages) golden.set(`${kind}.${language}`, yield* reportOf(school, kind, id, viewer, language))
      }
      const all: Array<Made> = []
      for (const kind of kinds) {
        for (const id of idsOf(kind)) {
          for (const viewer of people) {
            const made = yield* Effect.result(reportOf(school, kind, id, viewer, "nl"))
            if (Result.isSuccess(made)) all.push({ kind, id, viewer, document: made.success })
          }
        }
      }
      seen = all
    })
  )
}, 60_000)

describe("the year of De Zwaluw on paper", () => {
  for (const kind of kinds) {
    for (const language of languages) {
      it(`${kind} in ${language} says what it said before`, async () => {
        const name = `${kind}.${language}`
        await expect(markdown(golden.get(name)!)).toMatchFileSnapshot(`golden/${name}.md`)
      })
    }
  }

  it("is accessible: the compiler refuses a PDF/UA-1 that is not", { timeout: 60_000 }, async () => {
    const set = await typst()
    for (const document of golden.values())
      expect(new TextDecoder("latin1").decode(set(document, "ua-1").slice(0, 5))).toBe("%PDF-")
  })

  it("gives the same bytes of PDF for the same document", { timeout: 60_000 }, async () => {
    const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex")
    const twice = await Effect.runPromise(
      Effect.gen(function* () {
        const { write } = yield* PdfWriter
        return [hash(yield* write(golden.get("pop.nl")!)), hash(yield* write(golden.get("pop.nl")!))]
      }).pipe(Effect.provide(PdfWriter.layer))
    )
    expect(twice[0]).toBe(twice[1])
  })
})

/**
 * Words of people as they were written in the year, and who may ever read them (domain 5.2). A group reads what was said
 * among its members, two read their conversation, and what is somebody's own is theirs.
 */
const group = ["p-anneke", "p-bram", "p-carla", "p-dirk", "p-esra", "p-femke"]
/** Kees is HR, and reads what is in the file. What is recognised in somebody is theirs. */
const readersOf = (machine: string, id: string, as: string): ReadonlyArray<string> =>
  machine === "PopGroup" || machine === "Intervision"
    ? group
    : machine === "Conversation"
      ? ["p-bram", "p-hilde", "p-kees"]
      : id === "profiel-femke"
        ? ["p-femke"]
        : [as]
const textFields = [
  "intro",
  "text",
  "why",
  "situation",
  "newBehaviour",
  "sign",
  "learned",
  "title",
  "words",
  "question",
  "confidentiality"
]
const secrets = lines.flatMap(({ as = "", expect, id = "", machine = "", ...line }) =>
  expect !== undefined ||
  !["PopGroup", "Intervision", "Conversation", "Pop", "Pap", "PortfolioEntry", "CompetenceProfile"].includes(machine)
    ? []
    : textFields.flatMap((field) => {
        const text = line[field]
        return typeof text === "string" && text.length > 12 ? [{ text, readers: readersOf(machine, id, as), machine }] : []
      })
)

describe("nothing that a viewer may not see", () => {
  it("is in any report: not in a cell, an alternative, a drawing or a property [C1]", () => {
    expect(secrets.length).toBeGreaterThan(40)
    expect(seen.length).toBeGreaterThan(200)
    const leaks = seen.flatMap(({ document, id, kind, viewer }) => {
      const everything = everythingIn(document)
      return secrets
        .filter(({ readers, text }) => !readers.includes(viewer) && everything.includes(JSON.stringify(text).slice(1, -1)))
        .filter(({ text }) => !secrets.some((other) => other.text === text && other.readers.includes(viewer)))
        .map(({ machine, text }) => `${viewer} reads ${machine} in ${kind} ${id}: ${text}`)
    })
    expect(leaks).toEqual([])
  })

  it("is there for a stranger: only what is for everyone", () => {
    expect([...new Set(seen.filter(({ viewer }) => viewer === "p-stranger").map(({ kind }) => kind))].toSorted()).toEqual([
      "glossary",
      "method-cards",
      "own-data",
      "promises",
      "rostered",
      "who-sees-what",
      "year-poster"
    ])
    const strangers = seen.filter(({ kind, viewer }) => viewer === "p-stranger" && (kind === "promises" || kind === "rostered"))
    for (const { document } of strangers) expect(everythingIn(document)).not.toContain("p-")
  })

  it("and yet an owner reads their own words", () => {
    const pop = seen.find(({ id, kind, viewer }) => kind === "pop" && id === "pop-femke" && viewer === "p-femke")!
    expect(everythingIn(pop.document)).toContain("Mijn lessen beginnen rustig, ook na de pauze.")
  })

  it("what was purged of a meeting is said to be purged", () => {
    const sheet = seen.find(({ id, kind, viewer }) => kind === "session-sheet" && id === "s1" && viewer === "p-femke")!
    expect(markdown(sheet.document)).toContain("De woorden van deze bijeenkomst zijn gewist")
  })
})
