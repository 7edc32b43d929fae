import type { Domain, Glossary, Machine } from "@groeikring/core"
import { fields } from "./FieldsAndSteps.ts"

export const staff: Glossary.MachineWords<Machine.Of<typeof Domain.domain.Staff.machine>> = {
  name: "Team",
  states: {
    Working: "in bedrijf"
  },
  commands: {
    Open: "de school openen",
    Employ: "iemand aannemen",
    ChangePost: "een functie wijzigen",
    AppointLeader: "een leidinggevende aanwijzen",
    EndLeadership: "het leidinggeven beëindigen",
    JoinCouncil: "in de MR zetten",
    LeaveCouncil: "uit de MR halen",
    MakeAdministrator: "beheerder maken",
    RelieveAdministrator: "als beheerder vervangen",
    AnnounceLeaving: "een vertrek melden",
    EndEmployment: "uit dienst melden"
  },
  help: {
    Open: "Een school begint met een naam, en met iemand die het team bijhoudt.",
    Employ: "Er komt iemand werken: in welke functie, en voor welk deel van een volledige baan.",
    ChangePost: "Een andere functie, of meer of minder uren.",
    AppointLeader: "Wie deze collega leidt en beoordeelt.",
    EndLeadership: "Deze leidinggevende leidt en beoordeelt de collega niet meer.",
    JoinCouncil: "Deze collega zit in het personeelsdeel van de MR.",
    LeaveCouncil: "Deze collega zit niet meer in de MR.",
    MakeAdministrator: "Nog iemand die het team bijhoudt.",
    RelieveAdministrator: "Deze collega hoeft het team niet meer bij te houden.",
    AnnounceLeaving: "De laatste dag van een collega. Wat van die collega is, gaat mee.",
    EndEmployment: "De laatste dag is geweest."
  },
  events: {
    SchoolOpened: "opende de school",
    PersonEmployed: "zette een collega in het team",
    PostChanged: "wijzigde een functie",
    LeaderAppointed: "wees een leidinggevende aan",
    LeadershipEnded: "beëindigde het leidinggeven",
    CouncilJoined: "zette een collega in de MR",
    CouncilLeft: "haalde een collega uit de MR",
    AdministratorMade: "maakte een collega beheerder",
    AdministratorRelieved: "loste een beheerder af",
    EmploymentEnding: "meldde dat een collega weggaat",
    EmploymentEnded: "meldde een collega uit dienst"
  },
  roles: {
    Administrator: "de beheerder",
    Colleague: "een collega"
  },
  fields: {
    ...fields,
    administrator: "beheerder",
    administrators: "beheerders",
    colleagues: "collega’s",
    council: "personeelsdeel van de MR",
    fte: "deel van een volledige baan",
    function: "functie",
    leadersOf: "wie wie leidt",
    leaving: "wie weggaat",
    posts: "functies",
    school: "school",
    today: "vandaag"
  },
  choices: {
    function: {
      Teacher: "leerkracht",
      Director: "directeur",
      InternalCoach: "intern begeleider",
      Administrative: "administratief medewerker",
      Hr: "personeelszaken",
      Other: "anders"
    }
  },
  refusals: {
    WorksHereAlready: ({ person }) => `${person} werkt hier al. Wijzig dan de functie.`,
    DoesNotWorkHere: ({ person }) => `${person} werkt hier niet. Neem eerst aan, of controleer de naam.`,
    LeadsThemselves: "Niemand geeft leiding aan zichzelf. Kies iemand anders.",
    LastAdministrator: "Iemand moet dit bijhouden, en dit is de laatste die dat doet. Maak eerst iemand anders beheerder.",
    NotLeavingYet: ({ person }) => `De laatste dag van ${person} is er nog niet. Wacht tot die dag, of meld eerst het vertrek.`
  }
}
