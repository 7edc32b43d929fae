import { type MachineWords, said } from "../Glossary.ts"
import type * as Machine from "../Machine.ts"
import type { RosteredMoment } from "../RosteredMoment.ts"
import { fields as shared } from "./FieldsAndSteps.ts"

export const rosteredMoment: MachineWords<Machine.Of<typeof RosteredMoment>> = {
  name: "Rostered moment",
  states: {
    Proposed: "proposed",
    Rostered: "in the roster",
    Held: "held",
    Displaced: "displaced",
    Breached: "not re-rostered in time",
    Lost: "lost"
  },
  commands: {
    Propose: "propose a moment",
    Roster: "put it in the roster",
    Hold: "mark as held",
    Displace: "displace it",
    ReRoster: "give it another date",
    MarkBreach: "mark as too late",
    GiveUp: "give it up"
  },
  help: {
    Propose: "Time for each other: a session, a pause, work on a plan, or a talk.",
    Roster: "It has its place in the roster now.",
    Hold: "It took place.",
    Displace: "Something else takes this time. Another date must follow.",
    ReRoster: "On which day can it be?",
    MarkBreach: "No new date came in time.",
    GiveUp: "This moment does not come back."
  },
  events: {
    MomentProposed: "proposed a moment",
    MomentRostered: "put a moment in the roster",
    MomentHeld: "noted that the moment was held",
    MomentDisplaced: "displaced the moment",
    MomentReRostered: "gave the moment another date",
    InfrastructureBreached: "noted that no other date came in time",
    MomentLost: "gave the moment up"
  },
  roles: {
    Colleague: "colleague",
    Leader: "a leader",
    Sponsor: "the sponsor",
    Participant: "participant"
  },
  fields: {
    ...shared,
    method: "method",
    themeId: "theme",
    breached: "too late",
    displacements: "times displaced",
    inTime: "times given another date in time",
    displacedAt: "displaced on",
    rosterBefore: "new date before"
  },
  choices: {
    type: { Session: "session", Pause: "professional pause", PopWork: "work on the POP", Talk: "talk" }
  },
  refusals: {
    NoSuchMethod: said,
    NoSuchThemeYet: said,
    MomentHasAgenda: said,
    MomentWithoutPeople: said,
    MomentNotOver: said,
    StillTimeToRoster: said
  }
}
