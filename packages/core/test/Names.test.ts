import { describe, expect, it } from "vitest"
import { suspected, withProposals } from "../src/Names.ts"

const classList = ["Noor", "Sem", "Zoë", "Anne-Marie", "Finn de Vries", "Jan"].map((name) => ({ name, role: "leerling" }))
const known = [...classList, { name: "Mevrouw Bakker", role: "ouder" }]
const warned = (text: string) => suspected(text, known).map(({ proposal, said }) => `${said} > ${proposal}`)
const without = (text: string) => withProposals(text, suspected(text, known))

describe("a name that does not belong in somebody's entry", () => {
  it("gives a warning with a proposal, and the place where it stands", () =>
    expect(suspected("Vandaag las Noor voor.", known)).toEqual([
      { _tag: "NameSuspected", said: "Noor", from: 12, to: 16, proposal: "leerling A" }
    ]))

  it("is the same letter all through the text, of each role apart", () => {
    expect(warned("Sem hielp Noor. Sem lachte, mevrouw Bakker ook.")).toEqual([
      "Sem > leerling A", "Noor > leerling B", "Sem > leerling A", "mevrouw Bakker > ouder A"
    ])
  })

  it("is found with other capitals and accents, with a hyphen, and in more than one word", () => {
    expect(warned("zoe en ZOË en Zoë")).toEqual(["zoe > leerling A", "ZOË > leerling A", "Zoë > leerling A"])
    expect(warned("Anne-Marie en Finn de Vries")).toEqual(["Anne-Marie > leerling A", "Finn de Vries > leerling B"])
    expect(warned("Finn, de Vries")).toEqual([])
  })

  it("is found with the s of whose it is", () => {
    expect(without("Noors jas en Sem’s tas")).toBe("leerling A's jas en leerling B’s tas")
    expect(without("Jans werk; maar noors en jans zijn geen namen")).toBe("leerling A's werk; maar noors en jans zijn geen namen")
  })

  it("is not found inside other words", () => expect(warned("De noordkant, januari, en semantiek.")).toEqual([]))

  it("is A to Z, then AA", () => {
    const letters = "abcdefghijklmnopqrstuvwxyz".split("").map((one) => ({ name: `kind${one}`, role: "leerling" }))
    const all = [...letters, { name: "kindaa", role: "leerling" }, { name: "kindab", role: "leerling" }]
    expect(suspected(all.map(({ name }) => name).join(" "), all).slice(-3).map(({ proposal }) => proposal))
      .toEqual(["leerling Z", "leerling AA", "leerling AB"])
  })

  it("leaves every other word as it is, and is gone when every proposal is taken", () => {
    const texts = ["Noor, Sem en Zoë; en dan Noor weer.", "", "Niemand hier.", "Noor", "Anne-Marie's tekening van Jan"]
    for (const text of texts) {
      const taken = without(text)
      expect(suspected(taken, known)).toEqual([])
      for (const { from, said, to } of suspected(text, known)) expect(text.slice(from, to)).toBe(said)
    }
    expect(without("Niemand hier.")).toBe("Niemand hier.")
  })
})
