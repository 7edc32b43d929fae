/** The school that Femke grows in, and what the rules of growth ask for there. */
import { growth } from "../src/processes/Growth.ts"
import { asking, type Things } from "./asking.ts"
import { agreementAt, bram, entryAt, femke, frameworkAt, hilde, kees, popAt, profileAt, six } from "./growth.ts"

export const staff = {
  s: {
    _tag: "Working",
    colleagues: [...six, hilde, kees, "p-lies"],
    posts: [{ person: hilde, function: "Director", fte: 1 }, { person: kees, function: "Hr", fte: 1 }],
    leadersOf: { [femke]: [hilde], [bram]: [hilde] },
    council: ["p-lies"],
    leaving: []
  }
}
export const school: Things = {
  Staff: staff,
  PopGroup: { "g-midden": { _tag: "Active", members: six }, "g-oud": { _tag: "Dissolved", members: [femke, "p-oud"] } },
  Conversation: {
    voortgang: { _tag: "Planned", employeeId: femke, leaderId: hilde, on: "2026-01-27", agenda: [] },
    afgezegd: { _tag: "Cancelled", employeeId: femke, leaderId: hilde, on: "2026-02-27" }
  },
  Portfolio: { "map-femke": { _tag: "Open", ownerId: femke }, "map-oud": { _tag: "Erased", ownerId: femke } },
  CompetenceFramework: { sbl1: frameworkAt("Published").state, sbl2: frameworkAt("Draft").state },
  CompetenceProfile: { p1: profileAt("Shared").state, weg: { _tag: "Erased", ownerId: femke } },
  PortfolioEntry: { e1: entryAt("Granted").state },
  Pop: { "pop-1": popAt("Active").state, "pop-bram": popAt("Active").state },
  PopAgreement: { a1: agreementAt("Agreed").state }
}
export const ask = asking(growth, school)
/** The last fact of a story, and what it led to. */
export const lastOf = (story: { readonly history: ReadonlyArray<object>; readonly state: object }) => [story.history.at(-1)!, story.state] as const
