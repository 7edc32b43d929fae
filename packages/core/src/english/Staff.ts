import { type MachineWords, said } from "../Glossary.ts"
import type * as Machine from "../Machine.ts"
import type { Staff } from "../Staff.ts"
import { fields as shared } from "./FieldsAndSteps.ts"

export const staff: MachineWords<Machine.Of<typeof Staff>> = {
  name: "Staff",
  states: {
    Working: "at work"
  },
  commands: {
    Open: "open the school",
    Employ: "employ somebody",
    ChangePost: "change a post",
    AppointLeader: "appoint a leader",
    EndLeadership: "end the leadership",
    JoinCouncil: "add to the council",
    LeaveCouncil: "take out of the council",
    MakeAdministrator: "make an administrator",
    RelieveAdministrator: "relieve an administrator",
    AnnounceLeaving: "announce that somebody leaves",
    EndEmployment: "end the employment"
  },
  help: {
    Open: "A school begins with its name and the one who keeps the list.",
    Employ: "Somebody new works here: in which function, and how much of a full-time job.",
    ChangePost: "Another function, or more or fewer hours.",
    AppointLeader: "Who leads and appraises this colleague.",
    EndLeadership: "This leader no longer leads and appraises this colleague.",
    JoinCouncil: "This colleague is on the staff part of the council.",
    LeaveCouncil: "This colleague is no longer on the council.",
    MakeAdministrator: "Somebody else who keeps the list as well.",
    RelieveAdministrator: "This colleague no longer keeps the list.",
    AnnounceLeaving: "The last day of a colleague. What is theirs goes with them.",
    EndEmployment: "The last day has come."
  },
  events: {
    SchoolOpened: "opened the school",
    PersonEmployed: "added a colleague to the staff",
    PostChanged: "changed a post",
    LeaderAppointed: "appointed a leader",
    LeadershipEnded: "ended a leadership",
    CouncilJoined: "added a colleague to the council",
    CouncilLeft: "took a colleague out of the council",
    AdministratorMade: "made a colleague administrator",
    AdministratorRelieved: "relieved an administrator",
    EmploymentEnding: "announced that a colleague leaves",
    EmploymentEnded: "ended an employment"
  },
  roles: {
    Administrator: "administrator",
    Colleague: "colleague"
  },
  fields: {
    ...shared,
    administrator: "administrator",
    administrators: "administrators",
    colleagues: "colleagues",
    council: "staff council",
    fte: "part of a full-time job",
    function: "function",
    leadersOf: "who leads whom",
    leaving: "who leaves",
    posts: "posts",
    school: "school",
    today: "today"
  },
  choices: {
    function: {
      Teacher: "teacher",
      Director: "director",
      InternalCoach: "internal coach",
      Administrative: "administrative worker",
      Hr: "human resources",
      Other: "other"
    }
  },
  refusals: {
    WorksHereAlready: said,
    DoesNotWorkHere: said,
    LeadsThemselves: said,
    LastAdministrator: said,
    NotLeavingYet: said
  }
}
