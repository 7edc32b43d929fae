import { Domain, Glossary, Machine, type Refusal, english } from "@groeikring/core"
import { Effect, Arbitrary, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { dutch } from "../src/index.ts"

const specOf = ({ spec }: { readonly spec: Machine.Spec }) => spec
type AnyWords = Glossary.AnyGlossary["machines"][string] & object
const machines = Object.entries(Domain.domain).map(([name, { machine }]) => {
  const words = (glossary: Glossary.AnyGlossary): AnyWords => glossary.machines[name]!
  return { name, spec: specOf(machine), nl: words(dutch), en: words(english) }
})
const refusals = machines.flatMap(({ name, spec }) =>
  [...new Set(Object.values(spec.commands).flatMap(({ refuses = [] }) => refuses))].map((Class) => ({ name, Class }))
)
/** Every text of a language. */
const texts = (words: unknown): ReadonlyArray<string> =>
  typeof words === "string"
    ? [words]
    : typeof words === "object" && words !== null
      ? Object.entries(words).flatMap(([part, inner]) => (part === "language" ? [] : texts(inner)))
      : []

/** A refusal of which every field can be told apart in what it says. */
const example = (Class: Refusal.AnyRefusalClass) => {
  const given = Object.entries(Class.fields).map(([field, schema], n) => {
    const fits = Schema.is(Schema.toType(Schema.make<Schema.Decoder<unknown>>(schema.ast)))
    const plain = [[`p-${field}`], `p-${field}`, "2025-10-07", "2025-2026", 101 + n].find(fits)
    const any = () => Effect.runSync(Arbitrary.sampleEffect(Arbitrary.schema(schema as Schema.Top), { count: 1, seed: field }))[0]
    return [field, plain ?? any()] as const
  })
  const refusal = new (Class as unknown as new (fields: object) => Refusal.Refusal)(Object.fromEntries(given))
  return { refusal, given: given.map(([field, value]) => [field, String(value)] as const) }
}
const inTwoSentences = /^[\p{Lu}p\d“].*[^.!?][.!?] \p{Lu}.*[.!?]$/su

describe("the words of two languages", () => {
  it("are there for everything, without an empty one or a name of the code", () => {
    for (const glossary of [dutch, english])
      expect(texts(glossary).filter((text) => text.trim() !== text || text === "")).toEqual([])
    const untold = machines.flatMap(({ name, nl, spec }) =>
      (["states", "commands", "help", "events", "roles"] as const).flatMap((part) =>
        Object.keys(spec[part === "help" ? "commands" : part])
          .filter((tag) => nl[part][tag] === tag)
          .map((tag) => `${name} ${tag}`)
      )
    )
    expect(untold).toEqual([])
  })

  it("say what a command is for in whole sentences, and what somebody did as it is said after a name", () => {
    for (const { en, nl } of machines) {
      const help = [...Object.values(nl.help), ...Object.values(en.help)]
      expect(help.filter((text) => !/^[\p{Lu}].*[.!?]$/u.test(text))).toEqual([])
      const events = [...Object.values(nl.events), ...Object.values(en.events)]
      expect(events.filter((text) => !/^\p{Ll}.*[^.]$/u.test(text))).toEqual([])
    }
  })

  it("are Dutch as a teacher says it: je, and never u", () => {
    expect(texts(dutch).filter((text) => /\b(u|uw|dient|teneinde|middels|betreffende)\b/i.test(text))).toEqual([])
    for (const { Class, name } of refusals) {
      expect(Glossary.tell(dutch, example(Class).refusal, name)).not.toMatch(/\b(u|uw|dient)\b/i)
    }
  })

  it("say a refusal in two sentences: what happened and why, and what to do", () => {
    const wrong = refusals
      .map(({ Class, name }) => `${Class.tag}: ${Glossary.tell(dutch, example(Class).refusal, name)}`)
      .filter((told) => !inTwoSentences.test(told.slice(told.indexOf(" ") + 1)) || /undefined|\[object/.test(told))
    expect(wrong).toEqual([])
  })

  it("tell in Dutch every number and name that a refusal tells in English", () => {
    const lost = refusals.flatMap(({ Class, name }) => {
      const { given, refusal } = example(Class)
      const told = Glossary.tell(dutch, refusal, name)
      return given
        .filter(
          ([field, value]) =>
            refusal.message.includes(value) &&
            !told.includes(value) &&
            !(field in machines.find((one) => one.name === name)!.nl.choices)
        )
        .map(([field]) => `${Class.tag} ${field}`)
    })
    expect(lost).toEqual([])
  })

  it("tell a choice by its word, not by its code", () => {
    const exceeded = { _tag: "BudgetExceeded", message: "", purpose: "Pause", left: 15 }
    expect(Glossary.tell(dutch, exceeded, "TimeBudget")).toBe(
      "Voor professionele pauzes zijn nog 15 minuten over. Spreek eerst af om er tijd bij te zetten."
    )
    expect(Glossary.choice(dutch, "Pap", "outcome", "TriedNotWorked")).toBe("geprobeerd, en het werkte niet")
    expect(Glossary.choice(dutch, "Intervision", "rules", "NoAdvice")).toBe("Nog geen advies.")
    expect(Glossary.choice(dutch, "Intervision", "scope", "Group")).toBe("de groep")
    expect(Glossary.choice(dutch, "Pap", "outcome", "Unheard")).toBe("Unheard")
  })

  it("say who may, and that some things happen by themselves", () => {
    const told = (machine: string, command: string, by: ReadonlyArray<string>) =>
      Glossary.tell(dutch, new Machine.NotAllowed({ machine, command, by }))
    expect(told("Pap", "Commit", ["Owner"])).toBe("Dit is niet aan jou, maar aan de eigenaar. Vraag het daar.")
    expect(told("RosteredMoment", "GiveUp", ["Sponsor", "Leader"])).toBe(
      "Dit is niet aan jou, maar aan de opdrachtgever of een leidinggevende. Vraag het daar."
    )
    expect(told("TimeBudget", "Close", ["Leader", "Hr", "System"])).toBe(
      "Dit is niet aan jou, maar aan de leidinggevende of personeelszaken. Vraag het daar."
    )
    expect(told("Pap", "CarryOver", ["System"])).toBe("Dit gebeurt vanzelf, dus niemand hoeft het te doen. Wacht er even op.")
  })

  it("say what is possible instead, and what is still to be told", () => {
    const illegal = { machine: "PopGroup", command: "Activate", possible: ["Join", "Invite"] }
    expect(Glossary.tell(dutch, new Machine.IllegalCommand({ ...illegal, state: "Forming" }))).toBe(
      "Van start gaan kan nu niet, want dit staat op “in oprichting”. Wat nu wel kan: erbij komen, iemand uitnodigen."
    )
    expect(Glossary.tell(dutch, new Machine.IllegalCommand({ ...illegal, state: "Start", possible: [] }))).toBe(
      "Van start gaan kan nu niet, want dit bestaat nog niet. Wat nu wel kan: niets."
    )
    const needs = new Machine.NeedsInput({ fields: ["situation", "sign"] })
    expect(Glossary.tell(dutch, needs, "Pap")).toBe("Dit kan nu. Vertel erbij: situatie in je werk, waaraan je het merkt.")
    expect(Glossary.tell(dutch, needs)).toBe("Dit kan nu. Vertel erbij: situation, sign.")
  })

  it("know what a store can say", () => {
    const stores = [
      "Conflict",
      "UnknownMachine",
      "NothingToSee",
      "ReservedActor",
      "ClockWentBack",
      "CommandIdTaken",
      "RulesGoRound",
      "WordsHeld",
      "DamagedExport",
      "OtherFacts",
      "StoreDamaged"
    ]
    for (const tag of [...stores, "NoSuchSuggestion", "Unreadable", "Forgotten", "ImpossibleEvent"]) {
      const refusal = {
        _tag: tag,
        message: "English",
        known: [],
        by: [],
        rule: "r",
        id: "i",
        subject: "s",
        command: "c"
      }
      const told = Glossary.tell(dutch, refusal)
      expect([tag, told]).toEqual([tag, expect.stringMatching(inTwoSentences)])
    }
  })

  it("fall back on a refusal's own message for a machine of one's own", () => {
    expect(Glossary.tell(dutch, { _tag: "BuddyOfYourself", message: "A buddy is somebody else. Ask a colleague." })).toBe(
      "A buddy is somebody else. Ask a colleague."
    )
    expect(Glossary.word(dutch, "Diary", "fields", "weather")).toBe("weather")
  })
})
