/** Every report about everything, for everybody: nothing is in it that the table of who sees what does not open to them. */
import { Effect, Result } from "effect"
import { beforeAll, describe, expect, it } from "vitest"
import type { Document } from "../src/Document.ts"
import { formats, type Kind, reports, write } from "../src/index.ts"
import { canaryYear, columnsOf, hiddenFrom, isOpen, mayRead, words } from "./canaries.ts"
import { textsIn } from "./texts.ts"
import { everythingIn, idsOf, inYear, kinds, people, reportOf } from "./zwaluw.ts"

interface Made {
  readonly kind: Kind
  readonly id: string
  readonly viewer: string
  readonly document: Document | undefined
}
let all: ReadonlyArray<Made> = []
const made = () => all.flatMap((one) => (one.document === undefined ? [] : [{ ...one, document: one.document }]))
const canariesIn = (text: string) => [...new Set(text.match(/kanarie\d{4}/g))].map((word) => words.get(word)!)

beforeAll(async () => {
  await inYear(canaryYear, (school) =>
    Effect.gen(function* () {
      const asked: Array<Made> = []
      for (const kind of kinds) {
        for (const id of idsOf(kind)) {
          for (const viewer of people) {
            const document = yield* Effect.result(reportOf(school, kind, id, viewer, "nl"))
            asked.push({ kind, id, viewer, document: Result.isSuccess(document) ? document.success : undefined })
          }
        }
      }
      all = asked
    })
  )
})

/** Does the id stand here, and not as a part of another? */
const named = (id: string, text: string) =>
  text.includes(id) && new RegExp(`(^|[^\\p{L}\\d/-])${id}([^\\p{L}\\d/-]|$)`, "u").test(text)

describe("nothing that a viewer may not see", () => {
  it("is in any report: not in a cell, an alternative text or a drawing [C1]", () => {
    expect(words.size).toBeGreaterThan(100)
    expect(made().length).toBeGreaterThan(300)
    const read = made().flatMap(({ document, id, kind, viewer }) =>
      canariesIn(everythingIn(document)).map((canary) => ({ canary, viewer, where: `${kind} ${id}` }))
    )
    const leaks = read.flatMap(({ canary, viewer, where }) =>
      mayRead(canary, viewer) ? [] : [`${viewer} reads ${canary.class} of ${canary.machine} (${canary.line.do}) in ${where}`]
    )
    expect([...new Set(leaks)]).toEqual([])
    // There was something to find, of every class, for somebody.
    expect([...new Set(read.map(({ canary }) => canary.class))].toSorted()).toEqual(["P0", "P1", "P2", "P3", "P4"])
  })

  it("makes a report: who sees nothing of a thing gets none about it, and who sees it does [5.2]", () => {
    const wrong = all.flatMap(({ document, id, kind, viewer }) => {
      const { of } = reports[kind]
      if (of === "Nothing" || of === "SchoolYear" || of === "Person") return []
      const expected = isOpen(of, "Facts", columnsOf(viewer, of, id))
      return expected === (document !== undefined) ? [] : [`${viewer} ${expected ? "gets no" : "gets a"} ${kind} of ${id}`]
    })
    expect(wrong).toEqual([])
  })

  it("is named: no report tells that something is there that its reader sees nothing of [C5]", () => {
    const hidden = new Map(people.map((person) => [person, hiddenFrom(person)]))
    const told = made().flatMap(({ document, id, kind, viewer }) => {
      const everything = everythingIn(document)
      return hidden
        .get(viewer)!
        .filter((thing) => thing !== id && named(thing, everything))
        .map((thing) => `${viewer} hears of ${thing} in ${kind} ${id}`)
    })
    expect([...new Set(told)]).toEqual([])
  })

  it("is in what was purged: nobody reads what was said in a meeting whose sheet is wiped [C10]", () => {
    const wiped = made().flatMap(({ document, kind, viewer }) =>
      canariesIn(everythingIn(document))
        .filter(({ class: klass, id, machine }) => machine === "Intervision" && klass === "P1" && id === "s1")
        .map(({ line }) => `${viewer} reads ${line.do} in ${kind}`)
    )
    expect(wiped).toEqual([])
  })

  it("is for a stranger: they get what is for everyone, without anybody in it", () => {
    const strangers = made().filter(({ viewer }) => viewer === "p-stranger")
    expect([...new Set(strangers.map(({ kind }) => kind))].toSorted()).toEqual([
      "glossary",
      "method-cards",
      "own-data",
      "promises",
      "rostered",
      "who-sees-what",
      "year-poster"
    ])
    for (const { document } of strangers) expect(canariesIn(everythingIn(document))).toEqual([])
  })

  for (const format of formats) {
    it(`comes into a file of ${format}: not in a hidden sheet, a property or a picture`, async () => {
      // Of each kind what holds most words, and what the leader gets: a writer is told of no reader.
      const files = new Map<string, Made & { readonly document: Document }>()
      for (const one of made()) {
        const key = `${one.kind} ${one.viewer === "p-hilde"}`
        const known = files.get(key)
        if (
          known === undefined ||
          canariesIn(everythingIn(known.document)).length < canariesIn(everythingIn(one.document)).length
        )
          files.set(key, one)
      }
      const found: Array<string> = []
      let seen = 0
      for (const { document, kind, viewer } of files.values()) {
        const texts = await textsIn(await Effect.runPromise(write(document, format)), format)
        const inDocument = new Set(canariesIn(everythingIn(document)).map(({ word }) => word))
        for (const canary of canariesIn(texts)) {
          seen++
          if (!inDocument.has(canary.word) || !mayRead(canary, viewer)) found.push(`${viewer} reads ${canary.line.do} in ${kind}`)
        }
      }
      expect(found).toEqual([])
      expect(seen).toBeGreaterThan(format === "pdf" ? 0 : 20)
    })
  }
})
