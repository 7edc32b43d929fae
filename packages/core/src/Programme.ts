/**
 * Programme — growth by intervision in a school or several (domain 4.14): a pilot first, a kickoff with instruction and
 * practice, the infrastructure it stands on, and from one horizon to the next when the team looked back. POP, GOP, talks,
 * year task and themes hang together here (S1.8), in counts and ids alone.
 */
import { Schema } from "effect"
import * as Machine from "./Machine.ts"
import { seenBy } from "./Privacy.ts"
import { refusal } from "./Refusal.ts"
import { Day, Id, maybe, Minutes, People, SchoolYear } from "./Vocabulary.ts"

// What it is about --------------------------------------------------------------

/** What has to be there (S6.11): hours in the year task, moments in the roster, and a place for what comes of it. */
export const Part = Schema.Literals([
  "HoursAgreed",
  "SessionsRostered",
  "PausesRostered",
  "CycleConsented",
  "PortfolioOpen",
  "FrameworkPublished"
])
const Condition = Schema.Literals(["Missing", "Planned", "Present", "Breached"])
const Infrastructure = Schema.Struct({
  HoursAgreed: Condition,
  SessionsRostered: Condition,
  PausesRostered: Condition,
  CycleConsented: Condition,
  PortfolioOpen: Condition,
  FrameworkPublished: Condition
})
/** Within what an organisation can carry, people choose for themselves (S5.5). */
const Bounds = Schema.Struct({ themes: Schema.Array(Id), frameworks: Schema.Array(Id), minutes: maybe(Minutes), euros: maybe(Minutes) })
const Result = Schema.Literals(["Result1", "Result2", "Result3", "Result4"])
const Kickoff = Schema.Struct({ on: Day, instructionMinutes: Minutes, terms: Schema.Array(Id), practiceMinutes: Minutes, groupId: Id })
/** That it brings wellbeing is an assumption with a source, and no promise (S5.6). */
const Assumption = Schema.Struct({ claim: Schema.NonEmptyString, source: Schema.NonEmptyString })

const begun = {
  schoolYear: SchoolYear,
  /** A regional bureau that runs it for several schools (S0.2). */
  bureau: maybe(Schema.NonEmptyString),
  schools: Schema.NonEmptyArray(Id),
  bounds: Bounds,
  expectedResults: Schema.Array(Result),
  assumptions: Schema.Array(Assumption),
  /** The letter by which the council was informed. */
  informed: Schema.NonEmptyString
}
const programme = {
  ...begun,
  infrastructure: Infrastructure,
  breaches: Minutes,
  kickoff: Schema.NullOr(Kickoff),
  /** Pulses that the team talks about when it looks back. */
  agenda: Schema.Array(Id),
  evaluation: Schema.NullOr(Schema.NonEmptyString)
}

// Why not -----------------------------------------------------------------------

export class OneSchoolWithoutBureau extends refusal(
  "OneSchoolWithoutBureau",
  "A programme for several schools is run by a bureau, and this one names none. Name it, or begin with one school."
) {}
export class KickoffWithoutInstruction extends refusal(
  "KickoffWithoutInstruction",
  "A kickoff tells what it is about, in words that everybody knows afterwards. Give it time and terms."
) {}
export class KickoffWithoutPractice extends refusal(
  "KickoffWithoutPractice",
  "A kickoff ends with a first round in a group. Give it time."
) {}
export class KickoffHeld extends refusal("KickoffHeld", "The kickoff was held. Go on with the groups.") {}
export class NotEvaluated extends refusal(
  "NotEvaluated",
  "The team has not looked back on this part yet. Evaluate it together first."
) {}
export class NoActiveGroup extends refusal("NoActiveGroup", "No group is active yet, so nothing runs by itself. Start a group first.") {}
export class InfrastructureMissing extends refusal(
  "InfrastructureMissing",
  ({ parts }) => `The long term stands on what is there, and this is not: ${parts.join(", ")}. See to it first.`,
  { parts: Schema.NonEmptyArray(Part) }
) {}

// Lifecycle ---------------------------------------------------------------------

const running = ["Pilot", "MidTerm", "LongTerm"] as const

export const ProgrammeLifecycle = Machine.lifecycle("Programme", {
  roles: { Leader: "leaders", Colleague: "staff", Pmr: "pmr" },
  foundBy: ["schoolYear"],
  seenBy: seenBy("Programme"),
  needs: { leaders: People, staff: People, pmr: People, activeGroups: Schema.Int },
  states: { Pilot: programme, MidTerm: programme, LongTerm: programme, Embedded: programme, Stopped: programme },
  events: {
    PilotStarted: { from: ["Start"], to: "Pilot", payload: begun },
    KickoffHappened: { from: ["Pilot"], to: "Same", payload: Kickoff.fields },
    BoundsSet: { from: running, to: "Same", payload: { bounds: Bounds } },
    InfrastructureMarked: { from: running, to: "Same", payload: { part: Part, condition: Schema.Literals(["Missing", "Planned", "Present"]) } },
    BreachCounted: { from: running, to: "Same", payload: { part: Part } },
    MeasurementTabled: { from: running, to: "Same", payload: { pulse: Id } },
    PilotEvaluated: { from: ["Pilot"], to: "Same", payload: { document: Schema.NonEmptyString } },
    HorizonEvaluated: { from: ["MidTerm", "LongTerm"], to: "Same", payload: { document: Schema.NonEmptyString } },
    MidTermReached: { from: ["Pilot"], to: "MidTerm" },
    LongTermReached: { from: ["MidTerm"], to: "LongTerm" },
    ProgrammeEmbedded: { from: ["LongTerm"], to: "Embedded" },
    ProgrammeStopped: { from: running, to: "Stopped", payload: { reason: Schema.NonEmptyString } }
  },
  commands: {
    StartPilot: { by: ["Leader"], emits: ["PilotStarted"], refuses: [OneSchoolWithoutBureau], payload: begun },
    HoldKickoff: {
      by: ["Leader"],
      emits: ["KickoffHappened"],
      refuses: [KickoffHeld, KickoffWithoutInstruction, KickoffWithoutPractice],
      payload: Kickoff.fields
    },
    SetBounds: { by: ["Leader"], emits: ["BoundsSet"], payload: { bounds: Bounds } },
    MarkInfrastructure: {
      by: ["Leader", "System"],
      emits: ["InfrastructureMarked"],
      payload: { part: Part, condition: Schema.Literals(["Missing", "Planned", "Present"]) }
    },
    /** A moment got no other date in time. Which, and whose, is not said. */
    CountBreach: { by: ["System"], emits: ["BreachCounted"], payload: { part: Part } },
    TableMeasurement: { by: ["System"], emits: ["MeasurementTabled"], payload: { pulse: Id } },
    EvaluatePilot: { by: ["Colleague"], emits: ["PilotEvaluated"], payload: { document: Schema.NonEmptyString } },
    EvaluateHorizon: { by: ["Colleague"], emits: ["HorizonEvaluated"], payload: { document: Schema.NonEmptyString } },
    MoveHorizon: {
      by: ["Leader"],
      emits: ["MidTermReached", "LongTermReached", "ProgrammeEmbedded"],
      needs: ["activeGroups"],
      refuses: [NotEvaluated, NoActiveGroup, InfrastructureMissing]
    },
    Stop: { by: ["Leader"], emits: ["ProgrammeStopped"], payload: { reason: Schema.NonEmptyString } }
  }
})

// Rules -------------------------------------------------------------------------

const foundation = ["HoursAgreed", "CycleConsented"] as const
const nothingYet = {
  HoursAgreed: "Missing",
  SessionsRostered: "Missing",
  PausesRostered: "Missing",
  CycleConsented: "Missing",
  PortfolioOpen: "Missing",
  FrameworkPublished: "Missing"
} as const

const wasHeld = ({ kickoff }: { readonly kickoff: object | null }) => (kickoff === null ? undefined : new KickoffHeld())

export const Programme = Machine.make(ProgrammeLifecycle, {
  guard: { HoldKickoff: wasHeld },
  decide: {
    StartPilot: (_, { _tag, ...begun }) =>
      begun.schools.length > 1 && begun.bureau === undefined ? new OneSchoolWithoutBureau() : { ...begun, _tag: "PilotStarted" },
    HoldKickoff: (programme, { _tag, ...held }) =>
      wasHeld(programme)
        ?? (held.instructionMinutes === 0 || held.terms.length === 0 ? new KickoffWithoutInstruction()
        : held.practiceMinutes === 0 ? new KickoffWithoutPractice()
        : { ...held, _tag: "KickoffHappened" }),
    SetBounds: (_, { bounds }) => ({ _tag: "BoundsSet", bounds }),
    MarkInfrastructure: (_, { condition, part }) => ({ _tag: "InfrastructureMarked", part, condition }),
    CountBreach: (_, { part }) => ({ _tag: "BreachCounted", part }),
    TableMeasurement: (_, { pulse }) => ({ _tag: "MeasurementTabled", pulse }),
    EvaluatePilot: (_, { document }) => ({ _tag: "PilotEvaluated", document }),
    EvaluateHorizon: (_, { document }) => ({ _tag: "HorizonEvaluated", document }),
    MoveHorizon: (programme, _, { activeGroups }) => {
      if (programme.evaluation === null) return new NotEvaluated()
      if (programme._tag === "Pilot") return activeGroups === 0 ? new NoActiveGroup() : { _tag: "MidTermReached" }
      if (programme._tag === "LongTerm") return { _tag: "ProgrammeEmbedded" }
      const [first, ...more] = foundation.filter((part) => programme.infrastructure[part] !== "Present")
      return first === undefined ? { _tag: "LongTermReached" } : new InfrastructureMissing({ parts: [first, ...more] })
    },
    Stop: (_, { reason }) => ({ _tag: "ProgrammeStopped", reason })
  },
  evolve: {
    PilotStarted: (_, begun) => ({ ...begun, infrastructure: nothingYet, breaches: 0, kickoff: null, agenda: [], evaluation: null }),
    KickoffHappened: (programme, { _tag, ...kickoff }) => ({ ...programme, kickoff }),
    BoundsSet: (programme, { bounds }) => ({ ...programme, bounds }),
    InfrastructureMarked: (programme, { condition, part }) =>
      ({ ...programme, infrastructure: { ...programme.infrastructure, [part]: condition } }),
    BreachCounted: (programme, { part }) => ({
      ...programme,
      breaches: programme.breaches + 1,
      infrastructure: { ...programme.infrastructure, [part]: "Breached" }
    }),
    MeasurementTabled: (programme, { pulse }) =>
      ({ ...programme, agenda: [...programme.agenda.filter((other) => other !== pulse), pulse] }),
    PilotEvaluated: (programme, { document }) => ({ ...programme, evaluation: document, agenda: [] }),
    HorizonEvaluated: (programme, { document }) => ({ ...programme, evaluation: document, agenda: [] }),
    // Each horizon is looked back on by itself.
    MidTermReached: (programme) => ({ ...programme, evaluation: null }),
    LongTermReached: (programme) => ({ ...programme, evaluation: null }),
    ProgrammeEmbedded: (programme) => programme,
    ProgrammeStopped: (programme) => programme
  }
})
