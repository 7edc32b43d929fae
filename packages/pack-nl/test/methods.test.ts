import { Method } from "@groeikring/core"
import { Schema } from "effect"
import { describe, expect, it } from "vitest"
import { choices, methods, settings } from "../src/index.ts"

const strictly = { onExcessProperty: "error" } as const
const fitting = (minutes: number, asIs: boolean) =>
  methods
    .filter(
      (method) => Method.embed(method, minutes, settings.methodFit) !== undefined && method.innerMinutes <= minutes === asIs
    )
    .map(({ id }) => id)
    .toSorted()

describe("[S6.16, S7.2] the methods that ship", () => {
  it("are whole", () => {
    expect(Schema.decodeSync(Schema.Array(Method.Method), strictly)(methods)).toEqual(methods)
    expect(Schema.decodeSync(Schema.Array(Method.Choice), strictly)(choices)).toEqual(choices)
  })

  it("have minutes that add up, for the whole and for the inner part", () => {
    expect(methods.flatMap((method) => Method.flaws(method).map((flaw) => `${method.id}: ${flaw}`))).toEqual([])
  })

  it("are each another, with an occasion to choose them, a licence and a source", () => {
    expect(new Set(methods.map(({ id }) => id)).size).toBe(20)
    for (const { avoid, choose, licence, sources } of methods) {
      expect(choose).not.toEqual([])
      expect(avoid).not.toEqual([])
      expect(licence).not.toMatch(/restricted/i)
      expect(sources).not.toEqual([])
    }
  })

  it("leave out what its licence keeps, also its name", () => {
    expect(methods.filter(({ id, name }) => /heilsbron/i.test(`${id} ${name.nl} ${name.en}`))).toEqual([])
  })

  it("ask for a chosen module only where there are modules", () => {
    const asks = methods.filter(({ steps }) => steps.some(({ capture }) => capture === "ModuleChoice"))
    expect(asks.map(({ id, modules = [] }) => [id, modules.length])).toEqual([["tietze", 9]])
  })

  it("hold the slots of the deck in its order: review, case, intervision, tips, plan, portfolio", () => {
    const deck = methods.find(({ id }) => id === "pop-group-beerta")!
    expect(deck.steps.map(({ key, minutes }) => [key, minutes])).toEqual([
      ["Open", 3],
      ["PapReview", 7],
      ["Case", 5],
      ["Intervision", 30],
      ["TipParade", 10],
      ["Pap", 5],
      ["Portfolio", 0]
    ])
    expect(deck.steps.find(({ key }) => key === "Intervision")?.minutes).toBe(settings.intervisionMinutes.proposal)
    expect(deck.steps.find(({ key }) => key === "TipParade")?.minutes).toBe(settings.tipParadeMinutes)
    expect(deck.steps.find(({ key }) => key === "Pap")?.minutes).toBe(settings.papMinutes)
  })

  it("fit the minutes of a group as the table of the domain says", () => {
    expect(fitting(30, true)).toEqual(["incident", "tietze"])
    expect(fitting(30, false)).toEqual([
      "action-learning",
      "case-clinic",
      "five-steps",
      "gossip",
      "kollegiale-fallberatung-8",
      "learning-from-success",
      "nsrf-consultancy",
      "problem-core",
      "reflecting-team",
      "six-phases",
      "socratic-questions",
      "tuning"
    ])
    expect(fitting(45, true)).toEqual([
      "five-steps",
      "gossip",
      "incident",
      "kollegiale-fallberatung-8",
      "nsrf-consultancy",
      "reflecting-team",
      "six-phases",
      "tietze",
      "tuning"
    ])
    expect(fitting(45, false)).toEqual([
      "action-learning",
      "balint",
      "case-clinic",
      "learning-from-success",
      "problem-core",
      "socratic-questions",
      "u-procedure"
    ])
    expect(fitting(60, true)).toEqual([
      "action-learning",
      "balint",
      "case-clinic",
      "five-steps",
      "gossip",
      "incident",
      "kollegiale-fallberatung-8",
      "learning-from-success",
      "nsrf-consultancy",
      "problem-core",
      "reflecting-team",
      "six-phases",
      "socratic-questions",
      "tietze",
      "tuning"
    ])
    expect(fitting(60, false)).toEqual(["u-procedure"])
  })
})
