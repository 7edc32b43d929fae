import { type MachineWords, said } from "../Glossary.ts"
import type * as Machine from "../Machine.ts"
import type { Pulse } from "../Pulse.ts"
import { fields as shared } from "./FieldsAndSteps.ts"

export const pulse: MachineWords<Machine.Of<typeof Pulse>> = {
  name: "Pulse",
  states: {
    Designed: "designed",
    Consented: "agreed to",
    Open: "open",
    Closed: "closed",
    Reported: "reported",
    Suppressed: "too few answers to show"
  },
  commands: {
    Design: "design a pulse",
    Consent: "agree for the staff",
    Agree: "agree as a member",
    Open: "open it",
    Close: "close it",
    Report: "report what may be shown"
  },
  help: {
    Design: "Which questions, and who is invited. The smallest unit that is shown has five answers.",
    Consent: "The staff part of the council agrees in a letter: to a pulse of the school, or to what a group wants to show outside.",
    Agree: "A pulse of a group begins when all its members agree.",
    Open: "From now on everybody who is invited can answer once.",
    Close: "No more answers after this.",
    Report: "Only numbers that show nobody."
  },
  events: {
    MeasurementDesigned: "designed a pulse",
    MeasurementAgreed: "agreed to the pulse",
    OutsideAgreed: "agreed that it is shown outside the group",
    MeasurementConsented: "gave consent to the pulse",
    MeasurementOpened: "opened the pulse",
    MeasurementClosed: "closed the pulse",
    MeasurementReported: "reported the pulse",
    MeasurementSuppressed: "showed nothing: too few answers"
  },
  roles: {
    Colleague: "a colleague",
    Leader: "a leader",
    Hr: "human resources",
    Pmr: "the staff part of the council",
    Member: "a member of the group"
  },
  fields: {
    ...shared,
    agreed: "who agreed",
    answers: "answers",
    arrows: "arrows",
    closesOn: "last day to answer",
    consent: "letter of consent",
    document: "document",
    instrument: "questionnaire",
    items: "questions",
    licence: "licence",
    livingPop: "share whose POP lives",
    mean: "mean",
    means: "means",
    reportedOn: "reported on",
    reportOutside: "also shown outside the group",
    scale: "scale",
    trend: "direction",
    unit: "unit",
    units: "units"
  },
  choices: {
    scale: {
      Autonomy: "autonomy",
      Relatedness: "relatedness",
      Competence: "competence",
      SelfWorth: "self-worth",
      Result1: "self-confidence and pride",
      Result2: "responsible for one's own growth",
      Result3: "supporting each other",
      Result4: "joy in work",
      LivingPop: "a living POP"
    },
    trend: {
      Up: "up",
      Down: "down"
    },
    reason: {
      TooFewAnswers: "too few answers"
    }
  },
  refusals: {
    LicenceMissing: said,
    InTwoUnits: said,
    OutsideTheGroup: said,
    ConsentOfOthers: said
  }
}
