/** Conversations of Bram with Hilde that people can step into, each kind from the planning to the file. */
import { settings } from "@groeikring/pack-nl"
import { type Story, tell, words } from "@groeikring/testkit"
import type { Kind } from "../src/conversation/Kinds.ts"
import { Conversation } from "../src/Conversation.ts"
import { ConversationCycle } from "../src/ConversationCycle.ts"
import { EmployeeCycle } from "../src/EmployeeCycle.ts"
import type * as Machine from "../src/Machine.ts"
import { startOf } from "../src/Vocabulary.ts"

export const [bram, hilde, iris, kees, lies] = ["p-bram", "p-hilde", "p-iris", "p-kees", "p-lies"] as const
export const everybody = [bram, hilde, iris, kees, lies]
export const system = "system"

type L = Machine.Of<typeof Conversation>
type Known<M> = Omit<Machine.Context<Machine.Of<M>>, "actor" | "at">

export const terms = settings.conversationTerms
export const framework = { framework: "bekwaamheidseisen-2017-po", version: 1 }
export const entry = { kind: "PortfolioEntry", ref: "start-rekenles" } as const
export const goal = { kind: "PopGoal", ref: "rust" } as const
export const talkKnown: Known<typeof Conversation> = {
  hr: [kees],
  staff: everybody,
  leadersOf: { [bram]: [hilde, iris] },
  regulation: { appraisals: true, terms },
  performanceTalks: 2,
  coaches: [],
  opened: [entry, goal],
  appraisalFrameworks: [framework],
  settings
}
/** At three in the afternoon of a day, UTC. */
export const moment = (day: string) => startOf(day) + 15 * 60
/** Who asks, on which day, and what is known then. */
export const as = (actor: string, day = "2026-01-05", more: Partial<typeof talkKnown> = {}) =>
  ({ ...talkKnown, ...more, actor, at: moment(day) })
export const p3 = (text: string) => words("P3", text, "employeeId")

export const plan = { _tag: "Plan", type: "Progress", employeeId: bram, leaderId: hilde, schoolYear: "2025-2026", on: "2026-01-27" } as const
export const visit = { _tag: "AddAgendaItem", item: "lesbezoek", text: p3("lesbezoek in groep 4") } as const
export const replacement = { id: "vervanging", by: "Employer", what: p3("2 uur vervanging"), before: "2026-04-01", minutes: 120 } as const
export const report = {
  _tag: "DraftReport",
  text: p3("Bram wil meer rust bij de start van de les."),
  agreements: [{ id: "bezoek", by: "Employee", what: p3("één klassenbezoek bij Dirk") }, replacement]
} as const
export const judgement = { _tag: "RecordJudgement", framework, text: p3("Bram voldoet aan wat van hem gevraagd wordt.") } as const

const writer = (type: Kind) => (type === "Pop" || type === "Career" ? bram : hilde)
type Station = "Planned" | "AgendaOpen" | "AgendaSet" | "Held" | "Reported" | "Signed" | "Filed"
const stations: ReadonlyArray<readonly [Station, (talk: Story<L>, type: Kind) => unknown]> = [
  ["Planned", (talk, type) => talk.does({ ...plan, type }, as(type === "Career" ? bram : hilde))],
  ["AgendaOpen", (talk) => talk.does(visit, as(hilde))],
  [
    "AgendaSet",
    (talk, type) => {
      if (type !== "Appraisal") talk.does({ _tag: "SetAgenda" }, as(bram, "2026-01-12"))
      talk.does({ _tag: "SetAgenda" }, as(hilde, "2026-01-12"))
    }
  ],
  ["Held", (talk) => talk.does({ _tag: "RecordHeld", present: [bram, hilde] }, as(hilde, "2026-01-27"))],
  [
    "Reported",
    (talk, type) => {
      if (type === "Appraisal") talk.does(judgement, as(hilde, "2026-02-03"))
      talk.does(type === "Appraisal" ? { ...report, agreements: [] } : report, as(writer(type), "2026-02-03"))
    }
  ],
  [
    "Signed",
    (talk) => {
      talk.does({ _tag: "Sign", how: "Agreed" }, as(bram, "2026-02-05"))
      talk.does({ _tag: "Sign", how: "Agreed" }, as(hilde, "2026-02-05"))
    }
  ],
  ["Filed", (talk) => talk.does({ _tag: "File" }, as(system, "2026-02-06"))]
]
/** A conversation of a kind as it is at a station. An appraisal that is signed can be objected to. */
export const talkAt = (station: Station, type: Kind = "Progress"): Story<L> => {
  const talk = tell(Conversation)
  for (const [name, go] of stations) {
    go(talk, type)
    if (name === station) return talk
  }
  throw new Error(`There is no station ${station}.`)
}
/** An appraisal that somebody outside decides on. */
export const objected = (): Story<L> => {
  const talk = talkAt("Signed", "Appraisal")
  talk.does({ _tag: "Object", objection: p3("Er is geen les bezocht.") }, as(bram, "2026-02-20"))
  talk.does({ _tag: "NameDecider", decider: iris }, as(kees, "2026-02-23"))
  return talk
}
/** An objection that its employee withdrew. */
export const withdrawn = (): Story<L> => {
  const talk = objected()
  talk.does({ _tag: "WithdrawObjection" }, as(bram, "2026-03-01"))
  return talk
}
/** A career talk of which the employee keeps everything to themselves, before there is a report. */
export const withheld = (): Story<L> => {
  const talk = talkAt("Held", "Career")
  talk.does({ _tag: "Withhold" }, as(bram, "2026-01-28"))
  return talk
}

// The regulation, and the year of one employee -----------------------------------------

export const cycleKnown: Known<typeof ConversationCycle> = {
  leaders: [hilde],
  hr: [kees],
  pmr: [lies],
  otherRegulation: null,
  settings
}
export const inCycle = (actor: string, day = "2025-08-20", more: Partial<typeof cycleKnown> = {}) =>
  ({ ...cycleKnown, ...more, actor, at: moment(day) })
export const propose = { _tag: "Propose", schoolYear: "2025-2026", document: "regeling-2025.pdf", appraisals: true } as const
export const running = () => {
  const cycle = tell(ConversationCycle)
  cycle.does(propose, inCycle(kees))
  cycle.does({ _tag: "Consent", document: "brief-pmr-12" }, inCycle(lies))
  cycle.does({ _tag: "Start" }, inCycle(hilde))
  return cycle
}

export const yearKnown: Known<typeof EmployeeCycle> = {
  theirLeaders: [hilde, iris],
  staff: everybody,
  runningCycle: { id: "regeling-2025", talks: settings.yearlyTalks },
  heldTalks: ["GoalSetting", "Progress", "Performance"],
  popGoalsDiscussed: true
}
export const inYear = (actor: string, day = "2025-08-25", more: Partial<typeof yearKnown> = {}) =>
  ({ ...yearKnown, ...more, actor, at: moment(day) })
export const openYear = { _tag: "Open", employeeId: bram, schoolYear: "2025-2026" } as const
export const scheduled = () => {
  const year = tell(EmployeeCycle)
  year.does(openYear, inYear(system))
  year.does({ _tag: "ScheduleDefaultTalks" }, inYear(system))
  return year
}
export const sign = (how: "Seen" | "Agreed") => ({ _tag: "Sign", how }) as const
