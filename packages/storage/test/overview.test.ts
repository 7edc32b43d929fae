/** What is read over many things is for who sees the thing it is beside, and says nothing of anybody. */
import { overviews } from "@groeikring/core"
import { Effect } from "effect"
import { expect, it } from "vitest"
import { at, inSchool, refusalOf } from "./school.ts"

const as = (actor: string) => ({ actor, at })
const [joke, hilde, anneke] = [as("p-joke"), as("p-hilde"), as("p-anneke")]
const start = {
  _tag: "StartPilot",
  schoolYear: "2025-2026",
  schools: ["zwaluw"],
  bounds: { themes: [], frameworks: [] },
  expectedResults: ["Result1"],
  assumptions: [],
  informed: "brief"
}
const theme = { _tag: "Raise", text: "rust", tags: [], origin: "Team", credit: true }

it("an overview is told to whoever sees the programme, from what there is at that moment", () =>
  inSchool(
    Effect.fnUntraced(function* (school) {
      yield* school.send("Staff", "s", { _tag: "Open", school: "De Zwaluw" }, joke)
      yield* school.send("Staff", "s", { _tag: "Employ", person: "p-hilde", function: "Director", fte: 1 }, joke)
      yield* school.send("Staff", "s", { _tag: "Employ", person: "p-anneke", function: "Teacher", fte: 1 }, joke)
      yield* school.send("Programme", "loopt", start, hilde)
      yield* school.send("IpbTheme", "rust", theme, anneke)
      for (const viewer of [hilde, anneke]) {
        expect(yield* school.overview(overviews.IpbProgramme, "loopt", viewer)).toMatchObject({
          horizon: "Pilot",
          themes: [{ theme: "rust", state: "Raised", origins: ["Team"] }],
          plans: { _tag: "TooFew" },
          indicators: { schoolYear: "2025-2026", rhythm: { _tag: "NothingYet" }, hours: { _tag: "TooFew" } }
        })
      }
      const unseen = [as("p-stranger"), "loopt"] as const
      expect(yield* refusalOf(school.overview(overviews.ProgrammeIndicators, unseen[1], unseen[0]))).toMatchObject({
        _tag: "NothingToSee"
      })
      expect(yield* refusalOf(school.overview(overviews.ProgrammeIndicators, "geen", hilde))).toMatchObject({
        _tag: "NothingToSee"
      })
    })
  ))
