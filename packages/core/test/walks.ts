/**
 * What the walks of `domain.test.ts` are told about each machine. A machine that is not named here walks as well, with
 * the settings of the pack. Tell a story in `starts` where chance does not come by itself, and `facts` that let it through.
 */
import { settings } from "@groeikring/pack-nl"
import { tell, type Walks, words } from "@groeikring/testkit"
import { domain } from "../src/Domain.ts"
import type * as Machine from "../src/Machine.ts"
import { PopGroup } from "../src/PopGroup.ts"
import { startOf } from "../src/Vocabulary.ts"
import { agreedBudget, budgetFacts, leftBudget, runningBudget } from "./budget.ts"
import {
  agreementAt, agreementKnown, asPlanner, asStaff, entryAt, entryKnown, frameworkAt, group, leader, open, popAt, popKnown, profileAt, profileKnown, propose, sbl, share, talk,
  weighed
} from "./growth.ts"
import { asMember, evaluation, gopAt, gopKnown, ground, proposeText, start, themeAt, themeKnown } from "./group.ts"
import { anneke, at as agreedAt, carla, dirk, femke, known, passedInRound, sessionAt, six } from "./session.ts"
import {
  bram, cycleKnown, entry, everybody, framework, goal, hilde, moment, objected, replacement, running, scheduled,
  talkAt, talkKnown, withdrawn, withheld, yearKnown
} from "./talk.ts"

type Domain = typeof domain

const terms = {
  confidentiality: words("P1", "Wat hier gezegd wordt, blijft hier.", "stream"),
  rhythm: { sessions: 8, sessionMinutes: 60 },
  intervisionMinutes: 30,
  papScope: "EveryoneOptional",
  rotation: "Volunteer",
  absenceRule: "CarryOver"
} as const
/** Three colleagues who signed, and have yet to begin. */
const signed: ReadonlyArray<Machine.Event<Machine.Of<typeof PopGroup>>> = [
  { _tag: "GroupFormed", type: "Bouw", schoolYear: "2025-2026", sponsor: "p-hilde", members: [anneke] },
  { _tag: "MemberJoined", person: "p-bram", enough: false },
  { _tag: "MemberJoined", person: carla, enough: true },
  { _tag: "AgreementDrafted", ...terms },
  ...[anneke, "p-bram", carla].map((person) => ({ _tag: "AgreementSigned", person }) as const)
]
const sessionMinutesAgreed = Object.fromEntries(six.map((person) => [person, 480]))
/** Three colleagues who formed a group, signed and began. */
const activated = () => {
  const known = { staff: six, leaders: ["p-hilde"], leadersOf: {}, openPaps: [], settings, sessionMinutesAgreed, sessionsRostered: 8, at: agreedAt }
  const [first, ...others] = [anneke, carla, dirk]
  const group = tell(PopGroup)
  group.does({ _tag: "Form", type: "Bouw", schoolYear: "2025-2026", sponsor: "p-hilde" }, { ...known, actor: first })
  for (const actor of others) group.does({ _tag: "Join" }, { ...known, actor })
  group.does({ _tag: "DraftAgreement", ...terms }, { ...known, actor: first })
  for (const actor of [first, ...others]) group.does({ _tag: "Sign" }, { ...known, actor })
  group.does({ _tag: "Activate" }, { ...known, actor: first })
  return group
}
/** Somebody brought something, and has left since. */
const leftGop = () => {
  const gop = gopAt("Draft")
  const source = { _tag: "Contribute", source: "van-een-ander", kind: "Theme", ref: "t-policy" } as const
  gop.does(source, asMember("p-oud", { groupMembers: ["p-oud"] }))
  return gop.history
}
/** A goal is shared with the group, which says something of it; then its share ends by itself, or by its owner. */
const sharedPop = (state: "Draft" | "Active", ends: "Lapse" | "UnshareGoal") => {
  const pop = popAt(state)
  const about = { goal: share.goal, grant: share.grant }
  pop.does({ _tag: "AskFeedback", goal: share.goal, groupId: group.id }, asPlanner(femke))
  pop.does({ _tag: "GiveFeedback", goal: share.goal, words: words("P0", "mooi begin", "ownerId") }, asPlanner(bram))
  if (ends === "Lapse") pop.does({ ...about, _tag: ends }, asPlanner("system", {}, startOf("2028-01-01")))
  else pop.does({ ...about, _tag: ends }, asPlanner(femke))
  return pop
}
/** A version that has a successor. */
const superseded = () => {
  const framework = frameworkAt("Published")
  framework.does({ _tag: "Supersede" }, asStaff("system", { successor: { framework: "sbl-2006-po", version: 2 } }))
  return framework
}
const aSession = sessionAt("Held").history

export const walks: { readonly [M in keyof Domain]?: Walks<Machine.Of<Domain[M]["machine"]>> } = {
  Pap: { actors: ["p-femke", "p-bram"], facts: { papReviewOpen: true, nextSession: { id: "s2", on: "9999-12-31" } } },
  PopGroup: {
    facts: { sessionMinutesAgreed },
    examples: {
      rhythm: [terms.rhythm],
      intervisionMinutes: [30],
      rituals: [{ opening: words("P1", "Eerst koffie.", "stream"), celebration: words("P1", "De gong.", "stream") }]
    },
    starts: [signed],
    stories: [activated().told]
  },
  TimeBudget: { facts: { ...budgetFacts, staff: [] }, starts: [agreedBudget, runningBudget, leftBudget] },
  Intervision: {
    actors: six,
    facts: { ...known, reviewedPaps: ["pap-bram"], sessionsHeld: 3 },
    examples: {
      pap: ["pap-bram"],
      competence: ["sbl-4"],
      caseGiver: [femke, anneke],
      facilitator: [dirk],
      guardian: [carla],
      item: ["v1"],
      tips: [["t1"], []],
      to: [anneke, carla],
      method: ["incident"]
    },
    starts: [aSession],
    stories: [passedInRound().told]
  },
  CompetenceFramework: { facts: { lastRatedAt: null }, starts: [frameworkAt("Consulted").history, frameworkAt("Published").history, superseded().history] },
  CompetenceProfile: {
    actors: six,
    facts: { ...profileKnown, staff: [] },
    examples: { ref: [sbl("sbl-4")], to: [group, talk], shows: [[{ ref: sbl("sbl-4") }]] },
    starts: [profileAt("Shared").history]
  },
  PortfolioEntry: {
    facts: entryKnown,
    examples: { kind: ["Reflection", "Identity", "Success"], to: [leader, group], files: [[]] },
    starts: [entryAt("Granted").history, weighed().history],
    // What is confirmed is what was weighed.
    retell: (told, state) =>
      told.command._tag === "ConfirmGrant" && "weighed" in state && state.weighed !== undefined
        ? { ...told, command: { ...open, _tag: "ConfirmGrant", grant: state.weighed.id, to: state.weighed.to } }
        : told
  },
  Pop: {
    actors: six,
    facts: { ...popKnown, staff: [] },
    examples: { goal: ["rust"], groupId: ["g-midden"], to: [group, leader], grant: ["met-de-groep", "nog-een"] },
    stories: (["Draft", "Active", "InReview", "Renewed", "Completed", "Stopped", "Closed"] as const).map((state) => popAt(state).told)
      .concat((["Draft", "Active"] as const).flatMap((state) => [sharedPop(state, "Lapse").told, sharedPop(state, "UnshareGoal").told]))
  },
  PopAgreement: {
    actors: [...six, "p-hilde"],
    facts: { ...agreementKnown, staff: [] },
    examples: { facility: ["vervanging", "boek"], goals: [propose.goals] },
    starts: [agreementAt("Proposed").history, agreementAt("Agreed").history]
  },
  Gop: {
    actors: [...six, "p-hilde"],
    facts: gopKnown,
    examples: { goals: [proposeText.goals], deadlines: [[{ goal: start.id, before: "2026-01-31" }]], evaluation: [evaluation], person: ["p-oud"] },
    starts: [gopAt("Evaluated").history, gopAt("Consented").history, leftGop()]
  },
  IpbTheme: {
    actors: [...six, "p-hilde", "p-lies"],
    facts: themeKnown,
    examples: { from: [{ gopText: "gop-1", goals: [start.id] }], grounds: [[ground]], other: ["t-team"] },
    starts: [themeAt("Evaluated").history]
  },
  ConversationCycle: { actors: everybody, facts: cycleKnown, starts: [running().history] },
  EmployeeCycle: {
    actors: everybody,
    facts: { ...yearKnown, staff: [] },
    examples: { talk: ["Progress-1", "GoalSetting-1"] },
    starts: [scheduled().history]
  },
  Conversation: {
    actors: everybody,
    facts: { ...talkKnown, staff: [] },
    examples: {
      type: ["Progress", "Career", "Appraisal"],
      employeeId: [bram],
      leaderId: [hilde],
      on: ["2026-01-27"],
      kind: [entry.kind, goal.kind],
      ref: [entry.ref, goal.ref],
      present: [[bram, hilde]],
      agreements: [[], [replacement]],
      agreement: [replacement.id],
      framework: [framework]
    },
    at: moment("2026-01-05"),
    starts: [talkAt("Filed"), talkAt("Reported", "Appraisal"), talkAt("Signed", "Career"), withheld(), objected(), withdrawn()].map(({ history }) => history)
  },
  Pulse: {
    actors: six,
    facts: { hr: six, pmr: six, staff: six, leaders: six, members: six, answers: six.map(() => ({ unit: "midden", values: { q5: 4 } })), before: null },
    examples: { units: [[{ id: "midden", people: six }]], items: [[{ id: "q5", scale: "Result1" }]], instrument: ["pop-puls"] }
  },
  PulseAnswers: {
    actors: six,
    facts: {
      hr: six, members: six, invited: six,
      asked: { open: true, reported: true, items: ["q5"], units: [{ unit: "midden", people: 2 }] }
    },
    examples: { tokens: [[{ unit: "midden", tokens: ["a", "b"] }]], token: ["a", "b"], values: [{ q5: 4 }] }
  }
}

/** Every machine of the registry, by its name. */
export const machines: ReadonlyArray<readonly [string, Machine.Machine<Machine.Spec>]> = Object.entries(
  domain as unknown as Record<string, { readonly machine: Machine.Machine<Machine.Spec> }>
).map(([name, { machine }]) => [name, machine] as const)

/** The walks of one machine: what its author told, and what every school knows. */
export const walksOf = (name: string, { spec }: Machine.Machine<Machine.Spec>): Walks<Machine.Spec> => {
  const told = (walks as Readonly<Record<string, Walks<Machine.Spec>>>)[name] ?? {}
  return {
    ...told,
    facts: { ...("settings" in spec.needs && { settings }), ...told.facts },
    examples: { schoolYear: ["2025-2026"], ...told.examples }
  }
}
