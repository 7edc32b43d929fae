import { type MachineWords, said } from "../Glossary.ts"
import type * as Machine from "../Machine.ts"
import type { Programme } from "../Programme.ts"
import { fields as shared } from "./FieldsAndSteps.ts"

export const programme: MachineWords<Machine.Of<typeof Programme>> = {
  name: "Programme",
  states: {
    Pilot: "pilot",
    MidTerm: "middle term",
    LongTerm: "long term",
    Embedded: "part of the school",
    Stopped: "stopped"
  },
  commands: {
    StartPilot: "start a pilot",
    HoldKickoff: "hold the kickoff",
    SetBounds: "set the bounds",
    MarkInfrastructure: "mark what is there",
    CountBreach: "count a breach",
    TableMeasurement: "put a pulse on the agenda",
    EvaluatePilot: "evaluate the pilot",
    EvaluateHorizon: "look back on this part",
    MoveHorizon: "go on to the next horizon",
    Stop: "stop"
  },
  help: {
    StartPilot: "First try it out and look back, and only then go on. The council is informed.",
    HoldKickoff: "What it is about, and a first round in a group.",
    SetBounds: "Within these bounds people choose for themselves.",
    MarkInfrastructure: "Are the hours, the moments and the rest there?",
    CountBreach: "A moment got no other date in time.",
    TableMeasurement: "The team talks about it when it looks back.",
    EvaluatePilot: "With the team: what did it bring?",
    EvaluateHorizon: "With the team: are we ready for the next part?",
    MoveHorizon: "When the team looked back, and what it takes is there.",
    Stop: "Nothing that people made for themselves is lost."
  },
  events: {
    PilotStarted: "started a pilot",
    KickoffHappened: "held the kickoff",
    BoundsSet: "set the bounds",
    InfrastructureMarked: "marked what is there",
    BreachCounted: "counted a breach",
    MeasurementTabled: "put a pulse on the agenda",
    PilotEvaluated: "evaluated the pilot",
    HorizonEvaluated: "looked back on this part",
    MidTermReached: "went on to the middle term",
    LongTermReached: "went on to the long term",
    ProgrammeEmbedded: "made it part of the school",
    ProgrammeStopped: "stopped the programme"
  },
  roles: {
    Leader: "a leader",
    Colleague: "a colleague",
    Pmr: "the staff part of the council"
  },
  fields: {
    ...shared,
    assumptions: "assumptions",
    bounds: "bounds",
    breaches: "breaches",
    bureau: "bureau",
    claim: "claim",
    condition: "how it stands",
    document: "document",
    euros: "euros",
    evaluation: "evaluation",
    expectedResults: "expected results",
    frameworks: "frameworks",
    informed: "letter to the council",
    infrastructure: "infrastructure",
    instructionMinutes: "minutes of instruction",
    kickoff: "kickoff",
    part: "part",
    practiceMinutes: "minutes of practice",
    pulse: "pulse",
    schools: "schools",
    terms: "terms",
    themes: "themes",
    HoursAgreed: "hours in the year task",
    SessionsRostered: "sessions in the roster",
    PausesRostered: "professional pauses in the roster",
    CycleConsented: "the conversation cycle",
    PortfolioOpen: "a portfolio for everybody",
    FrameworkPublished: "a framework of competences"
  },
  choices: {
    part: {
      HoursAgreed: "hours in the year task",
      SessionsRostered: "sessions in the roster",
      PausesRostered: "professional pauses in the roster",
      CycleConsented: "the conversation cycle",
      PortfolioOpen: "a portfolio for everybody",
      FrameworkPublished: "a framework of competences"
    },
    condition: {
      Missing: "missing",
      Planned: "planned",
      Present: "there"
    },
    expectedResults: {
      Result1: "self-confidence and pride",
      Result2: "responsible for one's own growth",
      Result3: "supporting each other",
      Result4: "joy in work"
    },
    HoursAgreed: {
      Missing: "missing",
      Planned: "planned",
      Present: "there",
      Breached: "not kept"
    },
    SessionsRostered: {
      Missing: "missing",
      Planned: "planned",
      Present: "there",
      Breached: "not kept"
    },
    PausesRostered: {
      Missing: "missing",
      Planned: "planned",
      Present: "there",
      Breached: "not kept"
    },
    CycleConsented: {
      Missing: "missing",
      Planned: "planned",
      Present: "there",
      Breached: "not kept"
    },
    PortfolioOpen: {
      Missing: "missing",
      Planned: "planned",
      Present: "there",
      Breached: "not kept"
    },
    FrameworkPublished: {
      Missing: "missing",
      Planned: "planned",
      Present: "there",
      Breached: "not kept"
    }
  },
  refusals: {
    OneSchoolWithoutBureau: said,
    KickoffHeld: said,
    KickoffWithoutInstruction: said,
    KickoffWithoutPractice: said,
    NotEvaluated: said,
    NoActiveGroup: said,
    InfrastructureMissing: said
  }
}
