import type { Domain, Glossary, Machine } from "@groeikring/core"
import { fields } from "./FieldsAndSteps.ts"

export const rosteredMoment: Glossary.MachineWords<Machine.Of<typeof Domain.domain.RosteredMoment.machine>> = {
  name: "Roostermoment",
  states: {
    Proposed: "voorgesteld",
    Rostered: "in het rooster",
    Held: "geweest",
    Displaced: "verdrongen",
    Breached: "geen nieuwe datum op tijd",
    Lost: "vervallen"
  },
  commands: {
    Propose: "een moment voorstellen",
    Roster: "inroosteren",
    Hold: "melden dat het er was",
    Displace: "laten wijken",
    ReRoster: "een nieuwe datum geven",
    MarkBreach: "melden dat het te laat is",
    GiveUp: "laten vervallen"
  },
  help: {
    Propose: "Tijd voor elkaar: een bijeenkomst, een pauze, werken aan een plan of een gesprek.",
    Roster: "Het heeft nu een plek in het rooster.",
    Hold: "Het is doorgegaan.",
    Displace: "Iets anders neemt deze tijd. Er moet een nieuwe datum komen.",
    ReRoster: "Op welke dag kan het wel?",
    MarkBreach: "Er kwam niet op tijd een nieuwe datum.",
    GiveUp: "Dit moment komt niet terug."
  },
  events: {
    MomentProposed: "stelde een moment voor",
    MomentRostered: "zette een moment in het rooster",
    MomentHeld: "meldde dat het moment er was",
    MomentDisplaced: "liet het moment wijken",
    MomentReRostered: "gaf het moment een nieuwe datum",
    InfrastructureBreached: "meldde dat er niet op tijd een nieuwe datum kwam",
    MomentLost: "liet het moment vervallen"
  },
  roles: {
    Colleague: "een collega",
    Leader: "een leidinggevende",
    Sponsor: "de opdrachtgever",
    Participant: "een deelnemer"
  },
  fields: {
    ...fields,
    method: "methode",
    themeId: "thema",
    breached: "te laat",
    displacements: "keren verdrongen",
    inTime: "keren op tijd een nieuwe datum",
    displacedAt: "verdrongen op",
    rosterBefore: "nieuwe datum vóór"
  },
  choices: {
    type: { Session: "bijeenkomst", Pause: "professionele pauze", PopWork: "werken aan je POP", Talk: "gesprek" }
  },
  refusals: {
    NoSuchMethod: "Deze methode staat niet in de bibliotheek. Kies er een uit de lijst.",
    NoSuchThemeYet: "Dat thema is er niet, of het gaat niet door. Kies een thema dat openstaat.",
    MomentHasAgenda:
      "Een professionele pauze heeft geen agenda: even geen dagelijkse regelzaken. Haal de punten eraf, of plan een ander soort moment.",
    MomentWithoutPeople: "Een moment is voor een groep of voor mensen, en hier staat niemand. Zeg voor wie het is.",
    MomentNotOver: ({ on }) => `Dit moment is op ${on}, en die dag is er nog niet. Wacht tot dan.`,
    StillTimeToRoster: "Er is nog tijd om een andere datum te vinden. Wacht tot de termijn voorbij is."
  }
}
