/** What a school promised, by the school year in which it is due. */
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { tablesOf } from "../src/Document.ts"
import { reports } from "../src/Reports.ts"
import { at, house, sources } from "./zwaluw.ts"

const agreement = {
  _tag: "InForce",
  ownerId: "p-femke",
  facilities: [
    { id: "f1", kind: "Minutes", amount: 90, goal: "g1", before: "2025-11-01" },
    { id: "f2", kind: "Money", amount: 12.5, goal: "g1", before: "2026-07-31" },
    { id: "f3", kind: "Room", amount: 2, goal: "g1", before: "2026-08-01" }
  ],
  delivered: ["f1"]
}
const promisesOf = (schoolYear: string) =>
  Effect.runSync(
    reports.promises.make({
      school: {
        show: () => Effect.succeed({ state: agreement }),
        list: (machine) => Effect.succeed(machine === "PopAgreement" ? ["a1"] : []),
        overview: () => Effect.die("promises ask for none")
      },
      viewer: { actor: "p-hilde", at },
      id: schoolYear,
      language: "nl",
      house,
      sources
    })
  )
const rowsOf = (schoolYear: string) => tablesOf(promisesOf(schoolYear).body).at(-1)!.rows

describe("the promises of a school year", () => {
  it("are those that are due in it, and in no other", () => {
    expect(rowsOf("2025-2026")).toEqual([
      ["Femke", "90 minuten", "1 november 2025", "nagekomen"],
      ["Femke", "€\u00a012,50", "31 juli 2026", "loopt nog"]
    ])
    expect(rowsOf("2026-2027")).toEqual([["Femke", "2 keer ruimte", "1 augustus 2026", "loopt nog"]])
    expect(rowsOf("2024-2025")).toEqual([])
  })
})
