/**
 * Staff — who works at a school, in which function, and who leads whom. Every rule about hierarchy, leaving and the
 * council is answered from here.
 */
import { Schema } from "effect"
import * as Machine from "./Machine.ts"
import { seenBy } from "./Privacy.ts"
import { refusal } from "./Refusal.ts"
import { Day, People, Person } from "./Vocabulary.ts"

const Function = Schema.Literals(["Teacher", "Director", "InternalCoach", "Administrative", "Hr", "Other"])
const Fte = Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1.2 }))

// What it is about --------------------------------------------------------------

const Post = Schema.Struct({ person: Person, function: Function, fte: Fte })
const Leaving = Schema.Struct({ person: Person, on: Day })
const school = {
  school: Schema.NonEmptyString,
  administrators: People,
  colleagues: People,
  posts: Schema.Array(Post),
  /** Per person, those who lead and appraise them. */
  leadersOf: Schema.Record(Person, People),
  /** The staff part of the council (PMR). */
  council: People,
  leaving: Schema.Array(Leaving)
}

// Why not -----------------------------------------------------------------------

export class WorksHereAlready extends refusal(
  "WorksHereAlready",
  ({ person }) => `${person} works here already. Change the post instead.`,
  { person: Person }
) {}
export class DoesNotWorkHere extends refusal(
  "DoesNotWorkHere",
  ({ person }) => `${person} does not work here. Employ them first, or check the id.`,
  { person: Person }
) {}
export class LeadsThemselves extends refusal(
  "LeadsThemselves",
  "Nobody leads themselves. Choose another leader."
) {}
export class LastAdministrator extends refusal(
  "LastAdministrator",
  "Somebody must keep this list, and this is the last who does. Make another administrator first."
) {}
export class NotLeavingYet extends refusal(
  "NotLeavingYet",
  ({ person }) => `${person} has no last day that has come. Wait for the day, or announce the leaving first.`,
  { person: Person }
) {}

// Lifecycle ---------------------------------------------------------------------

const who = { person: Person }

export const StaffLifecycle = Machine.lifecycle("Staff", {
  roles: { Administrator: "administrators", Colleague: "colleagues" },
  foundBy: ["colleagues"],
  seenBy: seenBy("Staff"),
  states: { Working: school },
  events: {
    SchoolOpened: { from: ["Start"], to: "Working", payload: { school: Schema.NonEmptyString, administrator: Person } },
    PersonEmployed: { from: ["Working"], to: "Same", payload: Post.fields },
    PostChanged: { from: ["Working"], to: "Same", payload: Post.fields },
    LeaderAppointed: { from: ["Working"], to: "Same", payload: { ...who, leader: Person } },
    LeadershipEnded: { from: ["Working"], to: "Same", payload: { ...who, leader: Person } },
    CouncilJoined: { from: ["Working"], to: "Same", payload: who },
    CouncilLeft: { from: ["Working"], to: "Same", payload: who },
    AdministratorMade: { from: ["Working"], to: "Same", payload: who },
    AdministratorRelieved: { from: ["Working"], to: "Same", payload: who },
    EmploymentEnding: { from: ["Working"], to: "Same", payload: Leaving.fields },
    EmploymentEnded: { from: ["Working"], to: "Same", payload: who }
  },
  commands: {
    Open: { by: ["Founder", "Administrator"], emits: ["SchoolOpened"], payload: { school: Schema.NonEmptyString } },
    Employ: { by: ["Administrator"], emits: ["PersonEmployed"], refuses: [WorksHereAlready], payload: Post.fields },
    ChangePost: { by: ["Administrator"], emits: ["PostChanged"], refuses: [DoesNotWorkHere], payload: Post.fields },
    AppointLeader: {
      by: ["Administrator"],
      emits: ["LeaderAppointed"],
      refuses: [DoesNotWorkHere, LeadsThemselves],
      payload: { ...who, leader: Person }
    },
    EndLeadership: {
      by: ["Administrator"],
      emits: ["LeadershipEnded"],
      refuses: [DoesNotWorkHere],
      payload: { ...who, leader: Person }
    },
    JoinCouncil: { by: ["Administrator"], emits: ["CouncilJoined"], refuses: [DoesNotWorkHere], payload: who },
    LeaveCouncil: { by: ["Administrator"], emits: ["CouncilLeft"], refuses: [DoesNotWorkHere], payload: who },
    MakeAdministrator: { by: ["Administrator"], emits: ["AdministratorMade"], refuses: [DoesNotWorkHere], payload: who },
    RelieveAdministrator: { by: ["Administrator"], emits: ["AdministratorRelieved"], refuses: [LastAdministrator], payload: who },
    AnnounceLeaving: { by: ["Administrator"], emits: ["EmploymentEnding"], refuses: [DoesNotWorkHere], payload: Leaving.fields },
    EndEmployment: { by: ["Administrator", "System"], emits: ["EmploymentEnded"], refuses: [NotLeavingYet], payload: { ...who, today: Day } }
  }
})

// Rules -------------------------------------------------------------------------

const without = (people: ReadonlyArray<string>, person: string) => people.filter((one) => one !== person)
const withOne = (people: ReadonlyArray<string>, person: string) => [...without(people, person), person]
const replacing = <A extends { readonly person: string }>(rows: ReadonlyArray<A>, row: A) => [
  ...rows.filter(({ person }) => person !== row.person),
  row
]

export const Staff = Machine.make(StaffLifecycle, {
  decide: {
    Open: (_, { school }, { actor }) => ({ _tag: "SchoolOpened", school, administrator: actor }),
    Employ: ({ colleagues }, post) =>
      colleagues.includes(post.person) ? new WorksHereAlready({ person: post.person }) : { ...post, _tag: "PersonEmployed" },
    ChangePost: ({ colleagues }, post) =>
      colleagues.includes(post.person) ? { ...post, _tag: "PostChanged" } : new DoesNotWorkHere({ person: post.person }),
    AppointLeader: ({ colleagues }, { leader, person }) =>
      !colleagues.includes(person) ? new DoesNotWorkHere({ person })
        : !colleagues.includes(leader) ? new DoesNotWorkHere({ person: leader })
        : person === leader ? new LeadsThemselves()
        : { _tag: "LeaderAppointed", person, leader },
    EndLeadership: ({ colleagues }, { leader, person }) =>
      colleagues.includes(person) ? { _tag: "LeadershipEnded", person, leader } : new DoesNotWorkHere({ person }),
    JoinCouncil: ({ colleagues }, { person }) =>
      colleagues.includes(person) ? { _tag: "CouncilJoined", person } : new DoesNotWorkHere({ person }),
    LeaveCouncil: ({ council }, { person }) =>
      council.includes(person) ? { _tag: "CouncilLeft", person } : new DoesNotWorkHere({ person }),
    MakeAdministrator: ({ colleagues }, { person }) =>
      colleagues.includes(person) ? { _tag: "AdministratorMade", person } : new DoesNotWorkHere({ person }),
    RelieveAdministrator: ({ administrators }, { person }) =>
      without(administrators, person).length === 0 ? new LastAdministrator() : { _tag: "AdministratorRelieved", person },
    AnnounceLeaving: ({ colleagues }, { on, person }) =>
      colleagues.includes(person) ? { _tag: "EmploymentEnding", person, on } : new DoesNotWorkHere({ person }),
    EndEmployment: ({ leaving }, { person, today }) =>
      leaving.some((one) => one.person === person && one.on <= today)
        ? { _tag: "EmploymentEnded", person }
        : new NotLeavingYet({ person })
  },
  evolve: {
    SchoolOpened: (_, { administrator, school }) =>
      ({ school, administrators: [administrator], colleagues: [], posts: [], leadersOf: {}, council: [], leaving: [] }),
    PersonEmployed: (staff, { _tag, ...post }) =>
      ({ ...staff, colleagues: withOne(staff.colleagues, post.person), posts: replacing(staff.posts, post) }),
    PostChanged: (staff, { _tag, ...post }) => ({ ...staff, posts: replacing(staff.posts, post) }),
    LeaderAppointed: (staff, { leader, person }) =>
      ({ ...staff, leadersOf: { ...staff.leadersOf, [person]: withOne(staff.leadersOf[person] ?? [], leader) } }),
    LeadershipEnded: (staff, { leader, person }) =>
      ({ ...staff, leadersOf: { ...staff.leadersOf, [person]: without(staff.leadersOf[person] ?? [], leader) } }),
    CouncilJoined: (staff, { person }) => ({ ...staff, council: withOne(staff.council, person) }),
    CouncilLeft: (staff, { person }) => ({ ...staff, council: without(staff.council, person) }),
    AdministratorMade: (staff, { person }) => ({ ...staff, administrators: withOne(staff.administrators, person) }),
    AdministratorRelieved: (staff, { person }) => ({ ...staff, administrators: without(staff.administrators, person) }),
    EmploymentEnding: (staff, { on, person }) => ({ ...staff, leaving: replacing(staff.leaving, { person, on }) }),
    // Whoever was led by the leaver has no leader until a new one is appointed.
    EmploymentEnded: (staff, { person }) => ({
      ...staff,
      colleagues: without(staff.colleagues, person),
      council: without(staff.council, person),
      posts: staff.posts.filter((post) => post.person !== person),
      leaving: staff.leaving.filter((one) => one.person !== person),
      leadersOf: Object.fromEntries(
        Object.entries(staff.leadersOf).flatMap(([led, by]) => led === person ? [] : [[led, without(by, person)]])
      )
    })
  }
})
