/** What the source asks of the whole, tried on every machine there is. */
import { describe, expect, it } from "vitest"
import { english } from "../src/English.ts"
import { processes } from "../src/Processes.ts"
import { endOf, schoolYearOf, startOf } from "../src/Vocabulary.ts"
import { machines } from "./walks.ts"

const fieldsOf = (of: object): ReadonlyArray<string> => Object.values(of).flatMap((row: { readonly payload?: object }) => Object.keys(row.payload ?? {}))

describe("everywhere", () => {
  it("[S0.3] whatever is agreed, formed or gone through belongs to a school year, from the first of August to the end of July", () => {
    expect(["2025-07-31", "2025-08-01", "2026-07-31", "2026-08-01"].map(schoolYearOf)).toEqual(["2024-2025", "2025-2026", "2025-2026", "2026-2027"])
    expect(endOf("2025-2026")).toBe(startOf("2026-08-01"))
    const inYear = machines.flatMap(([name, { spec }]) =>
      Object.values(spec.events).some(({ from, payload = {} }) => from.includes("Start") && "schoolYear" in payload) ? [name] : [])
    expect(inYear).toEqual([
      "TimeBudget", "RosteredMoment", "PopGroup", "Gop", "GopText", "ConversationCycle", "EmployeeCycle", "Conversation", "Pulse", "Programme"
    ])
    // What belongs to a group or a person goes on over the years, or is in the year of its group: a session, a plan, a folder.
    expect(machines.map(([name]) => name).filter((name) => !inYear.includes(name))).toEqual([
      "Staff", "Intervision", "Pap", "CompetenceFramework", "FunctionProfile", "CompetenceProfile", "OtherView", "Portfolio", "PortfolioEntry", "Pop",
      "PopAgreement", "SharedView", "IpbTheme", "PulseAnswers"
    ])
  })

  it("[S4.1] nothing forces: there is no fact of being late or failing with one's own growth, and what is told is an invitation", () => {
    const own = ["CompetenceProfile", "Pop", "Pap", "Portfolio", "PortfolioEntry", "OtherView"]
    const facts = machines.flatMap(([name, { spec }]) => (own.includes(name) ? Object.keys(spec.events) : []))
    expect(facts.filter((event) => /overdue|late|missed|failed|demanded|required/iu.test(event))).toEqual([])
    expect(Object.keys(english.cards)).toEqual(["Confidant", "TryYourPlan", "LookBackSoon", "GiveRecognition", "KeepQuadrant", "TryAnotherMethod"])
    // Whatever the rules tell or show of a plan or a profile is an invitation, and nobody is sent after it.
    const after = processes.filter(({ machine }) => own.includes(machine)).flatMap(({ asks }) => asks)
    expect(after.filter((ask) => ask._tag === "Send" && !["SharedView", "OtherView", "TimeBudget", ...own].includes(ask.machine))).toEqual([])
  })

  it("[S5.14] there is nothing to rank people by: no score, no grade, no average of a person in any state, fact or command", () => {
    const names = machines.flatMap(([name, { spec }]) =>
      [...Object.values(spec.states).flatMap((state) => Object.keys(state)), ...fieldsOf(spec.events), ...fieldsOf(spec.commands)].map((field) => [name, field] as const))
    expect(names.length).toBeGreaterThan(500)
    const ranking = names.filter(([, field]) => /score|grade|rank|average|mean$|means|percentile|best|worst/iu.test(field))
    // The one mean there is has passed the gate of a pulse, and is of a unit.
    expect([...new Set(ranking.map((pair) => pair.join(".")))]).toEqual(["Pulse.means"])
  })
})
