/** A plan on paper: each goal with how it stands, and those that are worked on drawn together. */
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import type { Block } from "../src/Document.ts"
import { reports } from "../src/Reports.ts"
import { at, house, sources } from "./zwaluw.ts"

const goal = (standing: string, n: number) => ({
  id: `g${n}`,
  kind: "Task",
  text: `Doel dat ${standing} is`,
  why: "Daarom.",
  signs: [],
  support: [],
  horizon: "2026-07-31",
  progress: n,
  standing,
  shares: []
})
const bodyOf = (...standings: ReadonlyArray<string>) =>
  Effect.runSync(
    reports.pop.make({
      school: {
        show: () => Effect.succeed({ state: { _tag: "Active", ownerId: "p-femke", goals: standings.map(goal) } }),
        list: () => Effect.succeed([]),
        overview: () => Effect.die("a plan asks for none")
      },
      viewer: { actor: "p-femke", at },
      id: "pop",
      language: "nl",
      house,
      sources
    })
  ).body
const inside = (body: ReadonlyArray<Block>): ReadonlyArray<Block> =>
  body.flatMap((block) => (block.is === "Section" ? [block, ...inside(block.body)] : [block]))

describe("a plan on paper", () => {
  const body = bodyOf("Active", "Deferred", "Achieved", "Dropped")

  it("says of each goal how it stands", () => {
    const rows = inside(body).flatMap((block) => (block.is === "Facts" ? block.rows : []))
    const standings = rows.filter(([term]) => term === "Hoe het ervoor staat").map(([, value]) => value)
    expect(standings).toEqual(["loopt", "mee bezig", "later", "bereikt", "losgelaten"])
  })

  it("draws where its owner is with what they work on or reached, and with nothing that they let go or put off", () => {
    const drawn = inside(body).flatMap((block) => (block.is === "Figure" ? block.data.rows : []))
    expect(drawn).toEqual([
      ["Doel dat Active is", 0, 4],
      ["Doel dat Achieved is", 2, 4]
    ])
    expect(inside(bodyOf("Dropped")).filter(({ is }) => is === "Figure")).toEqual([])
  })
})
