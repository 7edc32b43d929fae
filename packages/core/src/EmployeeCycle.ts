/**
 * EmployeeCycle — the conversations of one employee in one school year: which are due, which both agreed to skip, and at
 * the end whether there was a talk about the work, and a moment for goals of their own.
 */
import { Schema } from "effect"
import { isAboutWork, Kind, YearlyTalk } from "./conversation/Kinds.ts"
import { NoRegulationRunning } from "./conversation/Refusals.ts"
import { YearNotOver } from "./ConversationCycle.ts"
import * as Machine from "./Machine.ts"
import { seenBy } from "./Privacy.ts"
import { refusal } from "./Refusal.ts"
import { Day, daysIn, endOf, Id, People, Person, SchoolYear } from "./Vocabulary.ts"

/** A talk of the year, and between which days it is to be held. */
const Due = Schema.Struct({ id: Id, type: Kind, from: Day, until: Day })
const Proposal = Schema.Struct({ talk: Id, by: Person })
/** What the year went without: a talk about the work, a moment for goals of the employee's own, or a talk that was due. */
const Missing = Schema.Literals(["TalkAboutWork", "PopGoals", "DueTalks"])

// What it is about --------------------------------------------------------------

const whose = { employeeId: Person, schoolYear: SchoolYear, cycleId: Id }
const year = { ...whose, talks: Schema.Array(Due), skipped: Schema.Array(Id) }

// Why not -----------------------------------------------------------------------

export class NoSuchTalk extends refusal("NoSuchTalk", "There is no such talk in this year. Choose one of those that are due.") {}
export class TalkSkippedAlready extends refusal("TalkSkippedAlready", "This talk is skipped already. Nothing needs to be done.") {}
export class SkipIsForTheOther extends refusal(
  "SkipIsForTheOther",
  "You proposed to skip this talk, and the other side decides. Wait for them."
) {}
export class OneTalkAYear extends refusal(
  "OneTalkAYear",
  "This is the last progress or performance talk of the year, and everybody has one. Hold it, or skip another."
) {}

// Lifecycle ---------------------------------------------------------------------

export const EmployeeCycleLifecycle = Machine.lifecycle("EmployeeCycle", {
  roles: { Employee: "employeeId", Leader: "theirLeaders" },
  foundBy: ["employeeId", "schoolYear", "cycleId"],
  // Between the two. Others hear of it in numbers, if at all.
  seenBy: seenBy("EmployeeCycle"),
  needs: {
    /** Those who lead this employee now. */
    theirLeaders: People,
    staff: People,
    /** The regulation that runs in this school year, and the talks it gives everybody. */
    runningCycle: Schema.NullOr(Schema.Struct({ id: Id, talks: Schema.Array(YearlyTalk) })),
    /** The kinds of the talks that the employee had this school year, once for each. */
    heldTalks: Schema.Array(Kind),
    /** A goal of their own plan was on an agenda this year: which one is for the employee to decide. */
    popGoalsDiscussed: Schema.Boolean
  },
  states: {
    Open: whose,
    InYear: { ...year, proposals: Schema.Array(Proposal) },
    Complete: year,
    Incomplete: { ...year, missing: Schema.Array(Missing) }
  },
  events: {
    EmployeeCycleOpened: { from: ["Start"], to: "Open", payload: whose },
    TalksScheduled: { from: ["Open"], to: "InYear", payload: { talks: Schema.Array(Due) } },
    SkipProposed: { from: ["InYear"], to: "Same", payload: Proposal.fields },
    TalkSkipped: { from: ["InYear"], to: "Same", payload: { talk: Id } },
    CycleCompleted: { from: ["InYear"], to: "Complete" },
    CycleLeftIncomplete: { from: ["InYear"], to: "Incomplete", payload: { missing: Schema.Array(Missing) } }
  },
  commands: {
    Open: {
      by: ["System", "Leader"],
      emits: ["EmployeeCycleOpened"],
      needs: ["runningCycle"],
      refuses: [NoRegulationRunning],
      payload: { employeeId: Person, schoolYear: SchoolYear }
    },
    ScheduleDefaultTalks: {
      by: ["System", "Leader"],
      emits: ["TalksScheduled"],
      needs: ["runningCycle"],
      refuses: [NoRegulationRunning]
    },
    /** Both sides say so: the first proposes it, the second agrees. */
    SkipTalk: {
      by: ["Employee", "Leader"],
      emits: ["SkipProposed", "TalkSkipped"],
      refuses: [NoSuchTalk, TalkSkippedAlready, OneTalkAYear, SkipIsForTheOther],
      payload: { talk: Id }
    },
    /** After the year, or when the employee has left. */
    CloseYear: {
      by: ["System"],
      emits: ["CycleCompleted", "CycleLeftIncomplete"],
      needs: ["staff", "heldTalks", "popGoalsDiscussed"],
      refuses: [YearNotOver]
    }
  }
})

// Rules -------------------------------------------------------------------------

type Due = (typeof Due)["Type"]

/** The first and the last day of a month in a school year: before August it is in the second of the two years. */
const daysOf = (schoolYear: string, month: number) => {
  const year = month >= 8 ? schoolYear.slice(0, 4) : schoolYear.slice(5)
  const inMonth = `${year}-${String(month).padStart(2, "0")}`
  return { from: `${inMonth}-01`, until: `${inMonth}-${daysIn(Number(year), month)}` }
}

/** The talks of a year with their days, from the months in which a regulation has them: from the first of the first to the last of the last. */
export const dueTalks = (schoolYear: string, talks: ReadonlyArray<YearlyTalk>): ReadonlyArray<Due> =>
  talks.map(({ months, type }, n) => {
    const days = months.map((month) => daysOf(schoolYear, month))
    const nth = talks.slice(0, n + 1).filter((talk) => talk.type === type).length
    return {
      id: `${type}-${nth}`,
      type,
      from: days.map(({ from }) => from).toSorted()[0]!,
      until: days.map(({ until }) => until).toSorted().at(-1)!
    }
  })

const isWithoutOne = (talks: ReadonlyArray<Due>, skipped: ReadonlyArray<string>) =>
  !talks.some(({ id, type }) => isAboutWork(type) && !skipped.includes(id))
const times = (types: ReadonlyArray<Kind>, type: Kind) => types.filter((one) => one === type).length

export const EmployeeCycle = Machine.make(EmployeeCycleLifecycle, {
  decide: {
    Open: (_, { employeeId, schoolYear }, { runningCycle }) =>
      runningCycle === null
        ? new NoRegulationRunning({ schoolYear })
        : { _tag: "EmployeeCycleOpened", employeeId, schoolYear, cycleId: runningCycle.id },
    ScheduleDefaultTalks: ({ schoolYear }, _, { runningCycle }) =>
      runningCycle === null
        ? new NoRegulationRunning({ schoolYear })
        : { _tag: "TalksScheduled", talks: dueTalks(schoolYear, runningCycle.talks) },
    // A year has more than one leader now and then; they are one side.
    SkipTalk: ({ employeeId, proposals, skipped, talks }, { talk }, { actor }) => {
      const proposed = proposals.find((one) => one.talk === talk)
      return !talks.some(({ id }) => id === talk) ? new NoSuchTalk()
        : skipped.includes(talk) ? new TalkSkippedAlready()
        : isWithoutOne(talks, [...skipped, talk]) ? new OneTalkAYear()
        : proposed === undefined ? { _tag: "SkipProposed", talk, by: actor }
        : (proposed.by === employeeId) === (actor === employeeId) ? new SkipIsForTheOther()
        : { _tag: "TalkSkipped", talk }
    },
    CloseYear: ({ employeeId, schoolYear, skipped, talks }, _, { at, heldTalks, popGoalsDiscussed, staff }) => {
      const due = talks.filter(({ id }) => !skipped.includes(id)).map(({ type }) => type)
      const missing = [
        ...(heldTalks.some(isAboutWork) ? [] : ["TalkAboutWork" as const]),
        ...(popGoalsDiscussed ? [] : ["PopGoals" as const]),
        ...(due.every((type) => times(heldTalks, type) >= times(due, type)) ? [] : ["DueTalks" as const])
      ]
      return at < endOf(schoolYear) && staff.includes(employeeId) ? new YearNotOver({ schoolYear, until: endOf(schoolYear) })
        : missing.length === 0 ? { _tag: "CycleCompleted" }
        : { _tag: "CycleLeftIncomplete", missing }
    }
  },
  evolve: {
    EmployeeCycleOpened: (_, cycle) => cycle,
    TalksScheduled: (cycle, { talks }) => ({ ...cycle, talks, skipped: [], proposals: [] }),
    SkipProposed: (cycle, { by, talk }) => ({ ...cycle, proposals: [...cycle.proposals, { talk, by }] }),
    TalkSkipped: (cycle, { talk }) => ({
      ...cycle,
      skipped: [...cycle.skipped, talk],
      proposals: cycle.proposals.filter((one) => one.talk !== talk)
    }),
    CycleCompleted: (cycle) => cycle,
    CycleLeftIncomplete: (cycle, { missing }) => ({ ...cycle, missing })
  }
})
