/** Femke's own growth, that people can step into: a profile, a portfolio, a plan and what was agreed on it. */
import { settings } from "@groeikring/pack-nl"
import { type Story, tell, words } from "@groeikring/testkit"
import type { Ref } from "../src/Competence.ts"
import { CompetenceFramework } from "../src/CompetenceFramework.ts"
import { CompetenceProfile } from "../src/CompetenceProfile.ts"
import type * as Machine from "../src/Machine.ts"
import { Pop } from "../src/Pop.ts"
import { PopAgreement } from "../src/PopAgreement.ts"
import { PortfolioEntry } from "../src/PortfolioEntry.ts"
import { at, bram, dirk, femke, six } from "./session.ts"

export const hilde = "p-hilde"
export const kees = "p-kees"
export const lies = "p-lies"
export const day = 24 * 60
/** The end of the day, at the school, that is thirty days after `at`: 9 October 2025. And of the last day of the plan. */
export const grantEnd = Date.UTC(2025, 9, 9, 22) / 60_000
export const planEnd = Date.UTC(2027, 7, 31, 22) / 60_000
export const sbl = (competence: string): Ref => ({ competence, of: { framework: "sbl-2006-po", version: 1 } })
export const own = (competence: string): Ref => ({ competence })
export const group = { kind: "Group", id: "g-midden" } as const
export const talk = { kind: "Conversation", id: "voortgang" } as const
export const leader = { kind: "Person", id: hilde } as const
/** Femke works here, is in a group with five others, has a talk planned, and is led by Hilde. */
const circle = {
  people: [...six, hilde, kees].filter((person) => person !== femke),
  groups: ["g-midden"],
  conversations: [{ id: "voortgang", on: "2026-01-27" }]
}

/** Who asks, and what is known then. */
type Known<M> = Omit<Machine.Context<Machine.Of<M>>, "actor" | "at">
const asking = <K extends object>(known: K) => (actor: string, more: Partial<K> = {}, moment = at) =>
  ({ ...known, ...more, actor, at: moment })

// A framework ------------------------------------------------------------------------

const both = (nl: string, en: string) => ({ nl, en })
export const described = (id: string, nl = "organiseren", functions: ReadonlyArray<string> = ["teacher"]) =>
  ({ id, name: both(nl, nl), kind: "Functional", behaviours: [], functions }) as const
export const frameworkKnown: Known<typeof CompetenceFramework> = {
  staff: [...six, lies],
  leaders: [hilde],
  hr: [kees],
  pmr: [lies],
  versionExists: false,
  predecessorCompetences: [],
  successor: null,
  lastRatedAt: null,
  settings
}
export const asStaff = asking(frameworkKnown)
export const draftFramework = {
  _tag: "Draft",
  framework: "sbl-2006-po",
  version: 1,
  name: both("SBL-competenties", "SBL competences"),
  basis: both("Wet BIO", "Wet BIO"),
  kind: "Functional",
  competences: [
    {
      ...described("sbl-4", "organisatorisch competent"),
      knowledge: [both("kent routines", "knows routines")],
      skills: [both("plant tijd en materiaal", "plans time and material")],
      attitudes: [both("blijft rustig", "stays calm")],
      behaviours: [both("houdt overzicht", "keeps overview")],
      personalityAspects: [both("wil en durft te sturen", "wants and dares to steer")],
      insights: [both("ziet wat een groep nodig heeft", "sees what a group needs")]
    },
    described("sbl-6", "samenwerken met de omgeving")
  ],
  validFrom: "2006-08-01",
  source: "Stb. 2005, 460",
  usedForAppraisal: false,
  replacedBy: []
} as const
export const frameworkAt = (state: "Draft" | "Consulted" | "Published") => {
  const framework = tell(CompetenceFramework)
  framework.does(draftFramework, asStaff(kees))
  if (state !== "Draft") framework.does({ _tag: "Submit" }, asStaff(kees))
  if (state === "Published") framework.does({ _tag: "Publish" }, asStaff(kees))
  return framework
}

// A profile --------------------------------------------------------------------------

export const profileKnown: Known<typeof CompetenceProfile> = {
  peers: six.filter((person) => person !== femke),
  staff: six,
  otherProfile: null,
  competenceIsPublished: true,
  circle,
  settings
}
export const asOwner = asking(profileKnown)
export const rate = { _tag: "Rate", ref: sbl("sbl-4"), fun: 4, skill: 3, learned: true } as const
export const offer = {
  _tag: "OfferRecognition",
  recognition: "r1",
  ref: sbl("sbl-4"),
  words: words("P0", "rustige stem, één opdracht tegelijk", "ownerId")
} as const
export const show = { _tag: "GrantView", grant: "voor-de-groep", to: group, shows: [{ ref: sbl("sbl-4") }] } as const
export const profileAt = (state: "Empty" | "Active" | "Shared" | "Closed"): Story<Machine.Of<typeof CompetenceProfile>> => {
  const profile = tell(CompetenceProfile)
  profile.does({ _tag: "Open" }, asOwner(femke))
  if (state === "Empty") return profile
  profile.does(rate, asOwner(femke))
  if (state === "Shared") profile.does(show, asOwner(femke))
  if (state === "Closed") profile.does({ _tag: "Close" }, asOwner("system", { staff: [] }))
  return profile
}

// A portfolio ------------------------------------------------------------------------

export const entryKnown: Known<typeof PortfolioEntry> = {
  ownPortfolioIsOpen: true,
  leaders: [hilde],
  hr: [kees],
  circle,
  settings
}
export const asKeeper = asking(entryKnown)
export const content = {
  portfolioId: "map-femke",
  kind: "Success",
  on: "2025-11-18",
  title: words("P0", "de start van de rekenles lukt", "ownerId"),
  text: words("P0", "ik teken één taak op het bord", "ownerId"),
  attachments: [],
  competences: [sbl("sbl-4")]
} as const
export const open = {
  grant: "voor-hilde",
  to: talk,
  title: words("P2", "de start van de rekenles lukt", "ownerId"),
  text: words("P2", "één taak op het bord, en iedereen begint", "ownerId"),
  files: []
} as const
export const entryAt = (state: "Draft" | "Kept" | "Granted", kind: "Success" | "Reflection" = "Success") => {
  const entry = tell(PortfolioEntry)
  entry.does({ ...content, kind, _tag: state === "Draft" ? "Draft" : "Keep" }, asKeeper(femke))
  if (state === "Granted") entry.does({ ...open, _tag: "Grant", to: group }, asKeeper(femke))
  return entry
}

export const weighed = () => {
  const entry = entryAt("Kept", "Reflection")
  entry.does({ ...open, _tag: "Grant" }, asKeeper(femke))
  return entry
}

// A plan -----------------------------------------------------------------------------

export const popKnown: Known<typeof Pop> = {
  livePop: null,
  circle,
  leadersOf: { [femke]: [hilde] },
  groupMembers: six.filter((person) => person !== femke),
  groupsOfActor: ["g-midden"],
  staff: six,
  settings
}
export const asPlanner = asking(popKnown)
export const startPop = {
  _tag: "Start",
  period: { from: "2025-09-01", until: "2027-08-31" },
  intro: words("P0", "ik ben een leerkracht die rust zoekt", "ownerId")
} as const
export const goal = {
  goal: "rust",
  kind: "Competence",
  text: words("P0", "een rustige start van elke les", "ownerId"),
  why: words("P0", "ik ga er blijer van naar huis", "ownerId"),
  competence: sbl("sbl-4"),
  signs: [words("P0", "iedereen is binnen drie minuten bezig", "ownerId")],
  support: [words("P0", "Dirk laat het voordoen", "ownerId")],
  horizon: "2026-06-30"
} as const
export const share = {
  _tag: "ShareGoal",
  goal: "rust",
  grant: "met-de-groep",
  to: group,
  text: words("P2", "rustig beginnen", "ownerId")
} as const
export const popAt = (
  state: "Draft" | "Active" | "InReview" | "Renewed" | "Completed" | "Stopped" | "Closed"
): Story<Machine.Of<typeof Pop>> => {
  const pop = tell(Pop)
  pop.does(startPop, asPlanner(femke))
  pop.does({ _tag: "AddGoal", ...goal }, asPlanner(femke))
  if (state === "Draft") {
    pop.does({ ...share, until: at + day }, asPlanner(femke))
    return pop
  }
  if (state === "Closed") {
    pop.does({ _tag: "Close" }, asPlanner("system", { staff: [] }))
    return pop
  }
  pop.does({ _tag: "Activate" }, asPlanner(femke))
  pop.does(share, asPlanner(femke))
  if (state === "InReview" || state === "Renewed") pop.does({ _tag: "OpenReview" }, asPlanner(femke))
  if (state === "Renewed") pop.does(renew, asPlanner(femke))
  if (state === "Completed") pop.does({ _tag: "Complete" }, asPlanner(femke))
  if (state === "Stopped") pop.does({ _tag: "Stop" }, asPlanner(femke))
  return pop
}
export const renew = { _tag: "Renew", next: "pop-2", nextPeriod: { from: "2026-09-01", until: "2028-08-31" } } as const

export const agreementKnown: Known<typeof PopAgreement> = {
  staff: six,
  popOwner: bram,
  invitedLeaders: [hilde],
  ownersLeaders: [hilde],
  sharedGoals: [{ goal: "ouders", leader: hilde }],
  settings
}
export const asParty = asking(agreementKnown)
/** Two hours of replacement before the first of April, and money for a book. */
export const propose = {
  _tag: "Propose",
  popId: "pop-bram",
  leaderId: hilde,
  goals: [{ goal: "ouders", text: words("P3", "één klassenbezoek bij Dirk", "ownerId") }],
  facilities: [
    { id: "vervanging", goal: "ouders", kind: "Minutes", amount: 120, before: "2026-03-31" },
    { id: "boek", goal: "ouders", kind: "Money", amount: 35.5, before: "2026-06-30" }
  ]
} as const
export const agreementAt = (state: "Proposed" | "Agreed") => {
  const agreement = tell(PopAgreement)
  agreement.does(propose, asParty(bram))
  if (state === "Agreed") agreement.does({ _tag: "Accept" }, asParty(hilde))
  return agreement
}
export { at, bram, dirk, femke, six }
