/**
 * What the walks of `domain.test.ts` are told about each machine. A machine that is not named here walks as well, with
 * the settings of the pack. Tell a story in `starts` where chance does not come by itself, and `facts` that let it through.
 */
import { settings } from "@groeikring/pack-nl"
import { type Walks, words } from "@groeikring/testkit"
import { domain } from "../src/Domain.ts"
import type * as Machine from "../src/Machine.ts"
import type { PopGroup } from "../src/PopGroup.ts"
import { startOf } from "../src/Vocabulary.ts"
import { agreedBudget, budgetFacts, runningBudget } from "./budget.ts"
import {
  agreementAt, agreementKnown, asPlanner, entryAt, entryKnown, group, leader, open, popAt, popKnown, profileAt, profileKnown, propose, sbl, share, talk,
  weighed
} from "./growth.ts"
import { asMember, evaluation, gopAt, gopKnown, ground, proposeText, start, themeAt, themeKnown } from "./group.ts"
import { anneke, carla, dirk, femke, inRound, known, sessionAt, six } from "./session.ts"
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
  return pop.history
}
const aSession = sessionAt("Held").history

export const walks: { readonly [M in keyof Domain]?: Walks<Machine.Of<Domain[M]["machine"]>> } = {
  Pap: { facts: { papReviewOpen: true, nextSession: { id: "s2", on: "9999-12-31" } } },
  PopGroup: {
    facts: { sessionMinutesAgreed: Object.fromEntries(six.map((person) => [person, 480])) },
    examples: { rhythm: [terms.rhythm], intervisionMinutes: [30] },
    starts: [signed]
  },
  TimeBudget: { facts: budgetFacts, starts: [agreedBudget, runningBudget] },
  Intervision: {
    actors: six,
    facts: { ...known, reviewedPaps: ["pap-bram"], sessionsHeld: 3 },
    examples: {
      pap: ["pap-bram"],
      caseGiver: [femke, anneke],
      facilitator: [dirk],
      guardian: [carla],
      item: ["v1"],
      tips: [["t1"], []],
      to: [anneke, carla],
      method: ["incident"]
    },
    starts: [aSession, inRound().history]
  },
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
    starts: (["Draft", "Active", "InReview", "Renewed", "Completed", "Stopped", "Closed"] as const).map((state) => popAt(state).history)
      .concat((["Draft", "Active"] as const).flatMap((state) => [sharedPop(state, "Lapse"), sharedPop(state, "UnshareGoal")]))
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
    starts: [talkAt("Filed"), talkAt("Signed", "Career"), withheld(), objected(), withdrawn()].map(({ history }) => history)
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
