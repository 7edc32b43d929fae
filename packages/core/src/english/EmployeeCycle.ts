import { type MachineWords, said } from "../Glossary.ts"
import type * as Machine from "../Machine.ts"
import type { EmployeeCycle } from "../EmployeeCycle.ts"
import { fields as shared } from "./FieldsAndSteps.ts"

export const employeeCycle: MachineWords<Machine.Of<typeof EmployeeCycle>> = {
  name: "Talks of a year",
  states: {
    Open: "open",
    InYear: "running",
    Complete: "complete",
    Incomplete: "something was missing"
  },
  commands: {
    Open: "open the year of somebody",
    ScheduleDefaultTalks: "schedule the talks of the year",
    SkipTalk: "skip a talk",
    CloseYear: "close the year"
  },
  help: {
    Open: "The talks of one employee in one school year.",
    ScheduleDefaultTalks: "Those that the regulation gives everybody.",
    SkipTalk: "When both of you want to. One of you proposes it, the other agrees.",
    CloseYear: "Was there a talk about the work, and one about your own goals?"
  },
  events: {
    EmployeeCycleOpened: "opened the talks of a year",
    TalksScheduled: "scheduled the talks of the year",
    SkipProposed: "proposed to skip a talk",
    TalkSkipped: "agreed to skip a talk",
    CycleCompleted: "closed a complete year",
    CycleLeftIncomplete: "closed a year in which something was missing"
  },
  roles: {
    Employee: "the employee",
    Leader: "who leads them"
  },
  fields: {
    ...shared,
    cycleId: "conversation cycle",
    employeeId: "employee",
    from: "from",
    missing: "what was missing",
    proposals: "proposals to skip",
    skipped: "skipped",
    talk: "talk",
    talks: "talks"
  },
  choices: {
    type: {
      GoalSetting: "goal-setting talk",
      Pop: "POP talk",
      Progress: "progress talk",
      Performance: "performance talk",
      Appraisal: "appraisal",
      Career: "career talk"
    },
    missing: {
      TalkAboutWork: "a talk about the work",
      PopGoals: "a moment for goals of your own",
      DueTalks: "a talk that was due"
    }
  },
  refusals: {
    NoSuchTalk: said,
    TalkSkippedAlready: said,
    SkipIsForTheOther: said,
    OneTalkAYear: said,
    NoRegulationRunning: said,
    YearNotOver: said
  }
}
