import type { Domain, Glossary, Machine } from "@groeikring/core"
import { fields, refusals } from "./FieldsAndSteps.ts"

export const employeeCycle: Glossary.MachineWords<Machine.Of<typeof Domain.domain.EmployeeCycle.machine>> = {
  name: "Gesprekken van een jaar",
  states: {
    Open: "open",
    InYear: "loopt",
    Complete: "compleet",
    Incomplete: "er ontbrak iets"
  },
  commands: {
    Open: "het jaar van iemand openen",
    ScheduleDefaultTalks: "de gesprekken van het jaar klaarzetten",
    SkipTalk: "een gesprek overslaan",
    CloseYear: "het jaar afsluiten"
  },
  help: {
    Open: "De gesprekken van één medewerker in één schooljaar.",
    ScheduleDefaultTalks: "Die de regeling iedereen geeft.",
    SkipTalk: "Als jullie het allebei willen. De een stelt het voor, de ander stemt in.",
    CloseYear: "Was er een gesprek over het werk, en kwamen je eigen doelen aan bod?"
  },
  events: {
    EmployeeCycleOpened: "opende de gesprekken van een jaar",
    TalksScheduled: "zette de gesprekken van het jaar klaar",
    SkipProposed: "stelde voor een gesprek over te slaan",
    TalkSkipped: "stemde in met het overslaan van een gesprek",
    CycleCompleted: "sloot een compleet jaar af",
    CycleLeftIncomplete: "sloot een jaar af waarin iets ontbrak"
  },
  roles: {
    Employee: "de medewerker",
    Leader: "wie leidinggeeft aan deze medewerker"
  },
  fields: {
    ...fields,
    cycleId: "gesprekkencyclus",
    employeeId: "medewerker",
    from: "van",
    missing: "wat ontbrak",
    proposals: "voorstellen om over te slaan",
    skipped: "overgeslagen",
    talk: "gesprek",
    talks: "gesprekken"
  },
  choices: {
    type: {
      GoalSetting: "doelstellingengesprek",
      Pop: "POP-gesprek",
      Progress: "voortgangsgesprek",
      Performance: "functioneringsgesprek",
      Appraisal: "beoordelingsgesprek",
      Career: "loopbaangesprek"
    },
    missing: {
      TalkAboutWork: "een gesprek over het werk",
      PopGoals: "een moment voor je eigen doelen",
      DueTalks: "een gesprek dat op de rol stond"
    }
  },
  refusals: {
    NoSuchTalk: "Dit gesprek staat niet in dit jaar. Kies een van de gesprekken die er staan.",
    TalkSkippedAlready: "Dit gesprek slaan jullie al over. Je hoeft niets te doen.",
    SkipIsForTheOther: "Jij stelde voor om dit gesprek over te slaan, en de ander beslist. Wacht op de ander.",
    OneTalkAYear:
      "Dit is het laatste voortgangs- of functioneringsgesprek van het jaar, en iedereen heeft er een. Voer het, of sla een ander over.",
    NoRegulationRunning: refusals.NoRegulationRunning,
    YearNotOver: refusals.YearNotOver
  }
}
