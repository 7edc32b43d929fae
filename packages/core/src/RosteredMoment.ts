/**
 * RosteredMoment — time for each other in the roster: a session, a professional pause, work on a plan, or a talk.
 * Infrastructure is the condition; a moment that daily business takes gets another date.
 */
import { Schema } from "effect"
import * as Machine from "./Machine.ts"
import { refusal } from "./Refusal.ts"
import { Settings } from "./Settings.ts"
import { day, Day, Id, Instant, maybe, Minutes, People, Person, SchoolYear, startOf } from "./Vocabulary.ts"

const Type = Schema.Literals(["Session", "Pause", "PopWork", "Talk"])

// What it is about --------------------------------------------------------------

const when = { on: Day, start: Schema.String.check(Schema.isPattern(/^([01]\d|2[0-3]):[0-5]\d$/)), minutes: Minutes }
/** What a moment of work is about: a theme of staff policy, and a way of talking that stands on its own. */
const about = { themeId: maybe(Id), method: maybe(Id) }
const what = { ...about, type: Type, schoolYear: SchoolYear, groupId: maybe(Id), people: People, sponsor: Person, agenda: Schema.Array(Id) }
const moment = { ...what, ...when }
const displaced = { ...moment, displacedAt: Instant, rosterBefore: Instant, breached: Schema.Boolean }

// Why not -----------------------------------------------------------------------

export class MomentHasAgenda extends refusal(
  "MomentHasAgenda",
  "A professional pause has no agenda: no daily business there. Take the items off, or plan another kind of moment."
) {}
export class MomentWithoutPeople extends refusal(
  "MomentWithoutPeople",
  "A moment is for a group or for people, and this one names neither. Say for whom it is."
) {}
export class MomentNotOver extends refusal(
  "MomentNotOver",
  ({ on }) => `This moment is on ${on}, and that day has not come. Wait for it.`,
  { on: Day }
) {}
export class StillTimeToRoster extends refusal(
  "StillTimeToRoster",
  "There is still time to find another date. Wait until the term is over.",
  { until: Instant }
) {}

// Lifecycle ---------------------------------------------------------------------

const waiting = ["Displaced", "Breached"] as const

export const RosteredMomentLifecycle = Machine.lifecycle("RosteredMoment", {
  roles: { Colleague: "staff", Leader: "leaders", Sponsor: "sponsor", Participant: "participants" },
  foundBy: ["groupId", "people", "schoolYear"],
  seenBy: { Colleague: ["Facts"] },
  needs: { staff: People, leaders: People, participants: People, settings: Settings },
  states: {
    Proposed: moment,
    Rostered: moment,
    Held: moment,
    Displaced: displaced,
    /** Not given another date in time: the programme hears that, as a count. */
    Breached: displaced,
    Lost: displaced
  },
  events: {
    MomentProposed: { from: ["Start"], to: "Proposed", payload: moment },
    MomentRostered: { from: ["Proposed"], to: "Rostered" },
    MomentHeld: { from: ["Rostered"], to: "Held" },
    MomentDisplaced: { from: ["Rostered"], to: "Displaced", payload: { displacedAt: Instant, rosterBefore: Instant } },
    MomentReRostered: { from: waiting, to: "Rostered", payload: when },
    InfrastructureBreached: { from: ["Displaced"], to: "Breached" },
    MomentLost: { from: waiting, to: "Lost" }
  },
  commands: {
    Propose: {
      by: ["Colleague"],
      emits: ["MomentProposed"],
      refuses: [MomentHasAgenda, MomentWithoutPeople],
      payload: { ...when, ...about, type: Type, schoolYear: SchoolYear, groupId: maybe(Id), people: maybe(People), sponsor: Person, agenda: maybe(Schema.Array(Id)) }
    },
    Roster: { by: ["Sponsor", "Leader"], emits: ["MomentRostered"] },
    Hold: { by: ["Participant", "System"], emits: ["MomentHeld"], refuses: [MomentNotOver] },
    /** Daily business took the time. Whoever does that says so, and another date follows. */
    Displace: { by: ["Sponsor", "Leader"], emits: ["MomentDisplaced"], needs: ["settings"] },
    ReRoster: { by: ["Sponsor", "Leader"], emits: ["MomentReRostered"], payload: when },
    MarkBreach: { by: ["System"], emits: ["InfrastructureBreached"], refuses: [StillTimeToRoster] },
    GiveUp: { by: ["Sponsor", "Leader"], emits: ["MomentLost"] }
  }
})

// Rules -------------------------------------------------------------------------

export const RosteredMoment = Machine.make(RosteredMomentLifecycle, {
  decide: {
    Propose: (_, { agenda = [], people = [], ...moment }) =>
      moment.type === "Pause" && agenda.length > 0 ? new MomentHasAgenda()
        : moment.groupId === undefined && people.length === 0 ? new MomentWithoutPeople()
        : { ...moment, _tag: "MomentProposed", people, agenda },
    Roster: () => ({ _tag: "MomentRostered" }),
    Hold: ({ on }, _, { at }) => at < startOf(on) ? new MomentNotOver({ on }) : { _tag: "MomentHeld" },
    Displace: (_, __, { at, settings: { reRosterDays } }) =>
      ({ _tag: "MomentDisplaced", displacedAt: at, rosterBefore: at + reRosterDays * day }),
    ReRoster: (_, when) => ({ ...when, _tag: "MomentReRostered" }),
    MarkBreach: ({ rosterBefore: until }, _, { at }) =>
      at < until ? new StillTimeToRoster({ until }) : { _tag: "InfrastructureBreached" },
    GiveUp: () => ({ _tag: "MomentLost" })
  },
  evolve: {
    MomentProposed: (_, moment) => moment,
    MomentRostered: (moment) => moment,
    MomentHeld: (moment) => moment,
    MomentDisplaced: (moment, { displacedAt, rosterBefore }) => ({ ...moment, displacedAt, rosterBefore, breached: false }),
    MomentReRostered: (moment, { minutes, on, start }) => ({ ...moment, minutes, on, start }),
    InfrastructureBreached: (moment) => ({ ...moment, breached: true }),
    MomentLost: (moment) => moment
  }
})
