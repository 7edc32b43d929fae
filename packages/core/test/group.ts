/** What a group and a school learn together, that people can step into: a group plan, its text, and a theme. */
import { type Story, tell, words } from "@groeikring/testkit"
import { Gop } from "../src/Gop.ts"
import { IpbTheme } from "../src/IpbTheme.ts"
import type * as Machine from "../src/Machine.ts"
import { hilde, kees, lies, sbl } from "./growth.ts"
import { anneke, at, bram, dirk, femke, six } from "./session.ts"

type Known<M> = Omit<Machine.Context<Machine.Of<M>>, "actor" | "at">
const asking = <K extends object>(known: K) => (actor: string, more: Partial<K> = {}, moment = at) =>
  ({ ...known, ...more, actor, at: moment })

// A group plan -----------------------------------------------------------------------

export const row = { ref: sbl("sbl-4"), sharers: 4, have: 2, talent: 1, need: 2 }
export const gopKnown: Known<typeof Gop> = {
  groupMembers: six,
  sponsors: [hilde],
  activeIn: "2025-2026",
  liveGop: null,
  sharedGoals: ["rust"],
  openThemes: ["t-policy"],
  talents: [sbl("sbl-4")],
  board: [row]
}
export const asMember = asking(gopKnown)
export const contribute = { _tag: "Contribute", source: "van-anneke", kind: "PopGoal", ref: "rust", competence: sbl("sbl-4") } as const
export const offerHelp = { _tag: "OfferQuality", offer: "voordoen", competence: sbl("sbl-4") } as const
export const start = {
  id: "startroutine",
  text: words("P4", "In januari heeft elke middenbouwgroep één zichtbare startroutine; Dirk laat het voordoen.", "stream"),
  themes: [],
  actions: [words("P4", "bij elkaar kijken", "stream")],
  sign: words("P4", "iedereen is binnen drie minuten bezig", "stream"),
  names: [dirk],
  sources: ["van-anneke", "van-bram", "van-femke"],
  offers: ["voordoen"]
} as const
export const proposeText = { _tag: "ProposeText", goals: [start] } as const
export const contributors = [anneke, bram, femke, dirk]
export const evaluation = words("P4", "Vijf van de zes groepen beginnen rustig.", "stream")

/** The stations of a group plan, in order. */
export const gopAt = (
  state: "Opened" | "Draft" | "Proposed" | "Consented" | "Agreed" | "Active" | "Evaluated"
): Story<Machine.Of<typeof Gop>> => {
  const gop = tell(Gop)
  const stations: ReadonlyArray<readonly [string, () => unknown]> = [
    ["Opened", () => gop.does({ _tag: "Open", groupId: "g-midden" }, asMember(anneke))],
    ["Draft", () => {
      gop.does({ _tag: "BuildHaveNeedBoard" }, asMember("system"))
      gop.does(contribute, asMember(anneke))
      gop.does({ ...contribute, source: "van-bram" }, asMember(bram))
      gop.does({ ...contribute, source: "van-femke" }, asMember(femke))
      gop.does(offerHelp, asMember(dirk))
    }],
    ["Proposed", () => gop.does(proposeText, asMember(bram))],
    ["Consented", () => contributors.forEach((person) => gop.does({ _tag: "Consent" }, asMember(person)))],
    ["Agreed", () => gop.does({ _tag: "Agree" }, asMember("system"))],
    ["Active", () => gop.does({ _tag: "Activate", deadlines: [{ goal: start.id, before: "2026-01-31" }] }, asMember(bram))],
    ["Evaluated", () => gop.does({ _tag: "Evaluate", evaluation }, asMember(bram))]
  ]
  for (const [name, go] of stations) {
    go()
    if (name === state) break
  }
  return gop
}

// A theme ----------------------------------------------------------------------------

export const other = { origins: ["Team"], raisers: [anneke], credited: [anneke], gops: [{ gopText: "gop-1", goals: [start.id] }], tags: ["klassenmanagement"] } as const
export const themeKnown: Known<typeof IpbTheme> = {
  staff: [...six, hilde, kees, lies],
  leaders: [hilde],
  hr: [kees],
  pmr: [lies],
  agreedGop: { goals: [start.id], members: six },
  otherRaisers: [anneke],
  otherTheme: other,
  takenIn: true,
  knownGrounds: [{ kind: "GopText", ref: "gop-1" }]
}
export const asTeam = asking(themeKnown)
export const schoolWide = words("P4", "klassenmanagement schoolbreed", "stream")
export const raisePolicy = { _tag: "Raise", origin: "Policy", text: schoolWide, tags: ["klassenmanagement"], credit: true } as const
export const raiseTeam = { ...raisePolicy, origin: "Team", from: { gopText: "gop-1", goals: [start.id] } } as const
export const ground = { kind: "GopText", ref: "gop-1" } as const
export const themeAt = (
  state: "Raised" | "UnderDiscussion" | "Adopted" | "Active" | "Evaluated"
): Story<Machine.Of<typeof IpbTheme>> => {
  const theme = tell(IpbTheme)
  const stations: ReadonlyArray<readonly [string, () => unknown]> = [
    ["Raised", () => theme.does(raisePolicy, asTeam(hilde))],
    ["UnderDiscussion", () => theme.does({ _tag: "Discuss", on: "2026-02-03" }, asTeam(bram))],
    ["Adopted", () => theme.does({ _tag: "Adopt" }, asTeam(hilde))],
    ["Active", () => theme.does({ _tag: "Activate" }, asTeam(bram))],
    ["Evaluated", () => theme.does({ _tag: "Evaluate", evaluation, grounds: [ground] }, asTeam(bram))]
  ]
  for (const [name, go] of stations) {
    go()
    if (name === state) break
  }
  return theme
}
