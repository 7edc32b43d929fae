/**
 * Who sees what: one table for the whole domain (domain 5.2), from which every read is filtered.
 *
 * A row is a kind of data, a column somebody who looks. Every machine keeps some rows, and every role of it looks as
 * one of the viewers; what a role sees follows from the two. A viewer sees nothing but what stands here.
 */
import type { Seen } from "./Machine.ts"

/** Everybody who looks. `Self` is whose it is; `Granted` is somebody to whom an owner opened it, until a date. */
export const viewers = [
  "Self",
  "Granted",
  "Attendee",
  "Member",
  "Colleague",
  "Leader",
  "Hr",
  "Pmr",
  "Ib",
  "Board",
  "Admin"
] as const
export type Viewer = (typeof viewers)[number]

/** The employer's side: nothing of the coaching space is for them (domain 5.3, C1). */
export const employers = ["Leader", "Hr", "Pmr", "Board", "Admin"] as const satisfies ReadonlyArray<Viewer>

/**
 * What the table says of one viewer: `Writes` sees it too; `Offers` writes and does not see; `Grant` sees only what the
 * owner opened, in a view of its own; `Counts` sees a number and never the thing; `OnAppeal` sees it while they decide
 * an objection.
 */
export type Mark = "Sees" | "Writes" | "Offers" | "Grant" | "Counts" | "OnAppeal" | "Never"

/** A kind of data: what there is of it to see, and for whom. Who is not named never sees it. */
export interface Row {
  readonly shows: ReadonlyArray<Seen>
  readonly marks: { readonly [V in Viewer]?: Exclude<Mark, "Never"> }
}

const everybody = { Colleague: "Sees", Leader: "Sees", Hr: "Sees", Pmr: "Sees", Ib: "Sees", Board: "Sees", Admin: "Sees" } as const

/** The table. An opinion without words, such as a rating or an outcome, is a fact of a row that shows facts to its owner alone. */
export const table = {
  WhoWorksHere: { shows: ["Facts"], marks: { ...everybody, Admin: "Writes" } },
  RulesAndFrameworks: { shows: ["Facts"], marks: everybody },
  RosteredMoments: { shows: ["Facts", "P4"], marks: everybody },
  Ratings: { shows: ["Facts", "P0"], marks: { Self: "Writes", Attendee: "Grant", Member: "Grant", Leader: "Grant" } },
  Recognitions: { shows: ["P0", "P2"], marks: { Self: "Sees", Attendee: "Offers", Member: "Offers" } },
  ViewsOfOthers: { shows: ["Facts", "P0"], marks: { Self: "Writes" } },
  Opened: { shows: ["Facts", "P2"], marks: { Self: "Writes", Granted: "Sees" } },
  CasesAndTips: { shows: ["P1"], marks: { Attendee: "Writes" } },
  Plans: { shows: ["Facts", "P0"], marks: { Self: "Writes" } },
  Attendance: {
    shows: ["Facts"],
    marks: { Attendee: "Sees", Member: "Sees", Leader: "Counts", Hr: "Counts", Pmr: "Counts", Board: "Counts" }
  },
  Goals: { shows: ["Facts", "P0"], marks: { Self: "Writes", Attendee: "Grant", Member: "Grant", Leader: "Grant" } },
  AgreedFacilities: { shows: ["Facts"], marks: { Self: "Writes", Leader: "Writes", Hr: "Sees" } },
  AgreedPartOfGoals: { shows: ["P3"], marks: { Self: "Writes", Leader: "Writes" } },
  Portfolios: {
    shows: ["Facts", "P0"],
    marks: { Self: "Writes", Attendee: "Grant", Member: "Grant", Leader: "Grant", Ib: "Grant" }
  },
  GroupAgreements: { shows: ["P1"], marks: { Attendee: "Writes", Member: "Writes" } },
  RhythmAndHours: {
    shows: ["Facts"],
    marks: { Attendee: "Sees", Member: "Writes", Leader: "Sees", Hr: "Sees", Pmr: "Sees", Ib: "Sees", Board: "Sees" }
  },
  GroupPlanDrafts: { shows: ["Facts", "P1", "P4"], marks: { Attendee: "Writes", Member: "Writes" } },
  AgreedGroupPlans: {
    shows: ["Facts", "P4"],
    marks: { Attendee: "Sees", Member: "Sees", Colleague: "Sees", Leader: "Sees", Hr: "Sees", Pmr: "Sees", Ib: "Sees", Board: "Sees" }
  },
  PolicyThemes: { shows: ["Facts", "P4"], marks: everybody },
  Programmes: { shows: ["Facts"], marks: everybody },
  /** Numbers that passed the k gate. */
  SafeNumbers: { shows: ["Facts"], marks: { ...everybody, Member: "Sees" } },
  /** Nobody's to read: only the gate counts them. */
  RawAnswers: { shows: ["Facts"], marks: {} },
  TalksOfTheYear: { shows: ["Facts"], marks: { Self: "Sees", Leader: "Sees" } },
  ReportsAndAppraisals: {
    shows: ["Facts", "P3"],
    marks: { Self: "Writes", Leader: "Writes", Hr: "Sees", Board: "OnAppeal" }
  },
  YearTasks: { shows: ["Facts", "P3"], marks: { Self: "Sees", Leader: "Writes", Hr: "Writes", Board: "Counts" } },
  /** Time that was booked says who was at which meeting, and who made a plan there. */
  TimeSpent: { shows: ["Own"], marks: { Self: "Sees" } }
} as const satisfies Record<string, Row>
export type Kind = keyof typeof table

/** The rows a machine keeps, and as whom each of its roles looks. `Asker`: may ask something here, and sees nothing by it. */
export interface Place {
  readonly keeps: ReadonlyArray<Kind>
  readonly roles: Readonly<Record<string, Viewer | "Asker">>
}

/** The place of every machine in the table. */
export const places = {
  Staff: { keeps: ["WhoWorksHere"], roles: { Administrator: "Admin", Colleague: "Colleague" } },
  TimeBudget: { keeps: ["YearTasks", "TimeSpent"], roles: { Owner: "Self", Leader: "Leader", AnyLeader: "Asker", Hr: "Hr" } },
  // Leaders and whoever takes part are colleagues, and see it as such.
  RosteredMoment: {
    keeps: ["RosteredMoments"],
    roles: { Colleague: "Colleague", Leader: "Asker", Sponsor: "Asker", Participant: "Asker" }
  },
  PopGroup: {
    keeps: ["RhythmAndHours", "GroupAgreements"],
    roles: { Member: "Member", Colleague: "Asker", Leader: "Asker", Sponsor: "Leader" }
  },
  // What leaves the group is a thing of its own: of the plan itself nobody else sees that it is there.
  Gop: { keeps: ["GroupPlanDrafts"], roles: { Member: "Member", Contributor: "Asker", Leader: "Asker" } },
  GopText: { keeps: ["AgreedGroupPlans"], roles: { Colleague: "Colleague" } },
  IpbTheme: { keeps: ["PolicyThemes"], roles: { Colleague: "Colleague", Leader: "Asker", Hr: "Asker", Council: "Asker", Raiser: "Asker", OtherRaiser: "Asker" } },
  // Whoever leads, keeps the time or brings a case sees it as an attendee, and only as long as they are in the group.
  Intervision: {
    keeps: ["Attendance", "CasesAndTips"],
    roles: { Member: "Member", Attendee: "Attendee", Facilitator: "Asker", Guardian: "Asker", CaseGiver: "Asker" }
  },
  Pap: { keeps: ["Plans"], roles: { Owner: "Self", AskedBuddy: "Asker" } },
  CompetenceFramework: {
    keeps: ["RulesAndFrameworks"],
    roles: { Colleague: "Colleague", Leader: "Leader", Hr: "Hr", Pmr: "Pmr" }
  },
  FunctionProfile: { keeps: ["RulesAndFrameworks"], roles: { Colleague: "Colleague", Leader: "Leader", Hr: "Hr" } },
  CompetenceProfile: { keeps: ["Ratings", "Recognitions", "Opened"], roles: { Owner: "Self", Peer: "Member" } },
  // Whom a view is about sees it when its author opens it.
  OtherView: { keeps: ["ViewsOfOthers", "Opened"], roles: { Author: "Self", Owner: "Asker", SharedWith: "Granted" } },
  Portfolio: { keeps: ["Portfolios"], roles: { Owner: "Self" } },
  PortfolioEntry: { keeps: ["Portfolios", "Opened"], roles: { Owner: "Self" } },
  Pop: { keeps: ["Goals", "Opened"], roles: { Owner: "Self", Peer: "Member" } },
  PopAgreement: {
    keeps: ["AgreedFacilities", "AgreedPartOfGoals"],
    roles: { Owner: "Self", Leader: "Leader", PopOwner: "Asker", InvitedLeader: "Asker", OwnersLeader: "Asker", Hr: "Hr" }
  },
  SharedView: { keeps: ["Opened"], roles: { Owner: "Self", SourceOwner: "Asker", Reader: "Granted" } },
  ConversationCycle: {
    keeps: ["RulesAndFrameworks"],
    roles: { Colleague: "Colleague", Leader: "Leader", Hr: "Hr", Pmr: "Pmr" }
  },
  EmployeeCycle: { keeps: ["TalksOfTheYear"], roles: { Employee: "Self", Leader: "Leader" } },
  Programme: { keeps: ["Programmes"], roles: { Leader: "Leader", Colleague: "Colleague", Pmr: "Pmr" } },
  Pulse: {
    keeps: ["SafeNumbers"],
    roles: { Colleague: "Colleague", Leader: "Leader", Hr: "Hr", Pmr: "Pmr", Member: "Member" }
  },
  PulseAnswers: { keeps: ["RawAnswers"], roles: { Hr: "Asker", Member: "Asker", Invited: "Asker" } },
  // HR sees a report when it is in the file; before that they only ask.
  Conversation: {
    keeps: ["ReportsAndAppraisals"],
    roles: { Employee: "Self", Leader: "Leader", Decider: "Board", Hr: "Asker", FileReader: "Hr" }
  }
} as const satisfies Record<string, Place>

/** What the table says of one kind of data and one viewer. */
export const mark = (kind: Kind, viewer: Viewer): Mark => {
  const { marks }: Row = table[kind]
  return marks[viewer] ?? "Never"
}

/** The roles of a machine whose holder it is about: whose it is. None for what is of many. */
export const owners = (machine: string): ReadonlyArray<string> => {
  const { [machine]: place }: Readonly<Record<string, Place>> = places
  return Object.entries(place?.roles ?? {}).flatMap(([role, viewer]) => (viewer === "Self" ? [role] : []))
}

const opens: Readonly<Record<Mark, boolean>> = {
  Sees: true,
  Writes: true,
  OnAppeal: true,
  Offers: false,
  Grant: false,
  Counts: false,
  Never: false
}

/**
 * What every role of a machine sees, read off the table: the `seenBy` of its lifecycle.
 *
 * @example
 * ```ts
 * import { Privacy } from "@groeikring/core"
 *
 * Privacy.seenBy("PopGroup").Sponsor // => ["Facts"]
 * ```
 */
export const seenBy = <M extends keyof typeof places>(
  machine: M
): { readonly [R in keyof (typeof places)[M]["roles"]]?: ReadonlyArray<Seen> } => {
  const { keeps, roles }: Place = places[machine]
  const sees = (viewer: Viewer | "Asker") =>
    viewer === "Asker" ? [] : keeps.flatMap((kind) => (opens[mark(kind, viewer)] ? table[kind].shows : []))
  return Object.fromEntries(
    Object.entries(roles).flatMap(([role, viewer]) => {
      const seen = [...new Set(sees(viewer))]
      return seen.length === 0 ? [] : [[role, seen]]
    })
  ) as never
}

/**
 * The fields that say whose a thing is: those of the roles that look at what is their own. Who leads a meeting or brings
 * a case there does not own what the others say in it. A machine that is not in the table may be of any of its roles.
 *
 * @example
 * ```ts
 * import { Pap, Privacy } from "@groeikring/core"
 *
 * Privacy.ownerFields(Pap) // => ["ownerId"]
 * ```
 */
export const ownerFields = ({ name, spec }: { readonly name: string; readonly spec: { readonly roles: Readonly<Record<string, string>> } }): ReadonlyArray<string> => {
  const place: Place | undefined = (places as Readonly<Record<string, Place>>)[name]
  return Object.entries(spec.roles).flatMap(([role, field]) => (place === undefined || place.roles[role] === "Self" ? [field] : []))
}
