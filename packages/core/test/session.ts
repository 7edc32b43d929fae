/** A session that people can step into: six colleagues, from the planning on, with the facts that let most things through. */
import { methods, settings } from "@groeikring/pack-nl"
import { type Story, tell, words } from "@groeikring/testkit"
import { Intervision } from "../src/Intervision.ts"
import type * as Machine from "../src/Machine.ts"

export const [anneke, bram, carla, dirk, esra, femke] = ["p-anneke", "p-bram", "p-carla", "p-dirk", "p-esra", "p-femke"] as const
export const six = [anneke, bram, carla, dirk, esra, femke]
export const at = 29_290_000

type L = Machine.Of<typeof Intervision>
export const known: Omit<Machine.Context<L>, "actor" | "at"> = {
  groupMembers: six,
  groupIsActive: true,
  momentIsRostered: true,
  rotation: [],
  openPaps: [],
  reviewedPaps: [],
  method: methods.find(({ id }) => id === "incident")!,
  intervisionMinutes: 30,
  sessionsHeld: 0,
  adoptedThemes: ["thema-rust"],
  competences: ["sbl-4"],
  safetyStopOpen: false,
  nextSessionAt: null,
  settings
}
/** Who asks, when (minutes after the beginning), and what is known then. */
export const as = (actor: string, minute = 0, more: Partial<typeof known> = {}) => ({ ...known, ...more, actor, at: at + minute })
export const plan = { _tag: "Plan", groupId: "g", on: "2025-09-09", momentId: "m1" } as const
export const question = words("P1", "Hoe krijg ik mijn groep 3 rustig aan het werk?", "caseGiver")
export const methodOf = (id: string) => methods.find((method) => method.id === id)!

/** The stations of a session, in order. */
const stations: ReadonlyArray<readonly [string, (session: Story<L>) => unknown]> = [
  ["Planned", (session) => session.does(plan, as(femke))],
  ["Confirmed", (session) => six.forEach((person) => session.does({ _tag: "ConfirmAttendance" }, as(person)))],
  ["Ready", (session) => session.does({ _tag: "AssignRoles", facilitator: dirk, guardian: carla }, as(dirk))],
  ["Opened", (session) => session.does({ _tag: "Open", confidentialityShown: true }, as(dirk))],
  [
    "Brought",
    (session) => session.does({ _tag: "BringPaps" }, as("system", 0, { openPaps: [{ pap: "pap-bram", owner: bram }, { pap: "pap-x", owner: "p-x" }] }))
  ],
  ["ReviewingPaps", (session) => session.does({ _tag: "StartPapReview" }, as(dirk))],
  ["Skipped", (session) => session.does({ _tag: "SkipPapReview", pap: "pap-bram" }, as(bram))],
  ["ChoosingCase", (session) => session.does({ _tag: "OfferCase", caseGiver: femke, question }, as(femke, 1))],
  ["Chosen", (session) => session.does({ _tag: "ChooseCase", caseGiver: femke }, as(anneke, 2))],
  ["Method", (session) => session.does({ _tag: "ChooseMethod", method: "incident" }, as(femke, 3))],
  ["Intervision", (session) => session.does({ _tag: "StartIntervision" }, as(dirk, 4))],
  ["Asked", (session) => session.does({ _tag: "CaptureItem", item: "v1", type: "Question", words: question }, as(bram, 5))],
  ["SecondStep", (session) => session.does({ _tag: "NextStep" }, as(dirk, 19))],
  ["TipParade", (session) => session.does({ _tag: "EndIntervision" }, as(dirk, 29))],
  ["Tipped", (session) => session.does({ _tag: "OfferTip", tip: "t1", words: words("P1", "Ik zou bij de deur gaan staan.", "caseGiver") }, as(anneke, 30))],
  ["PapWriting", (session) => session.does({ _tag: "EndTipParade" }, as(dirk, 39))],
  ["TipsChosen", (session) => session.does({ _tag: "ChooseTips", tips: ["t1"] }, as(femke, 40))],
  ["Closing", (session) => session.does({ _tag: "Close", closingRound: true }, as(dirk, 50))],
  ["Held", (session) => session.does({ _tag: "Close" }, as(dirk, 60))]
]

/** A session as it is at a station. */
export const sessionAt = (station: string): Story<L> => {
  const session = tell(Intervision)
  for (const [name, go] of stations) {
    go(session)
    if (name === station) return session
  }
  throw new Error(`There is no station ${station}.`)
}

/** A session in the step of a method in which everyone says something in turn. */
export const inRound = (): Story<L> => {
  const session = sessionAt("Chosen")
  const core = { method: methodOf("problem-core"), sessionsHeld: 3 }
  session.does({ _tag: "ChooseMethod", method: "problem-core" }, as(femke, 3, core))
  session.does({ _tag: "StartIntervision" }, as(dirk, 4))
  for (const minute of [5, 10, 15]) session.does({ _tag: "NextStep" }, as(dirk, minute))
  return session
}
/** The same, where the first in turn passes. */
export const passedInRound = (): Story<L> => {
  const session = inRound()
  session.does({ _tag: "PassTurn" }, as(anneke, 16))
  return session
}

export const capture = (type: "Question" | "Hypothesis" | "Tip" | "PrivateNote" | "CoreFormulation" | "WorkExperience", item = "i") =>
  ({ _tag: "CaptureItem", item, type, words: words("P1", "Waar sta jij dan?", "caseGiver") }) as const
export const tip = (id = "t") => ({ _tag: "OfferTip", tip: id, words: words("P1", "Ik zou bij de deur gaan staan.", "caseGiver") }) as const
export const offer = (caseGiver: string) => ({ _tag: "OfferCase", caseGiver, question }) as const
export const pass = { _tag: "PassTurn" } as const
