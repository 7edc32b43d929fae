/**
 * RosteredMoment — time for each other in the roster: a session, a professional pause, work on a plan, or a talk.
 * Infrastructure is the condition; a moment that daily business takes gets another date.
 */
import { Schema } from "effect"
import { NoSuchThemeYet } from "./Gop.ts"
import { NoSuchMethod } from "./intervision/Refusals.ts"
import * as Machine from "./Machine.ts"
import { seenBy } from "./Privacy.ts"
import * as Private from "./Private.ts"
import { refusal } from "./Refusal.ts"
import { Settings } from "./Settings.ts"
import { day, Day, Id, Instant, maybe, Minutes, People, Person, SchoolYear, startOf, Time } from "./Vocabulary.ts"

const Type = Schema.Literals(["Session", "Pause", "PopWork", "Talk"])

// What it is about --------------------------------------------------------------

const when = { on: Day, start: Time, minutes: Minutes }
/** What a moment of work is about: a theme of staff policy, and a way of talking that stands on its own. */
const about = { themeId: maybe(Id), method: maybe(Id) }
/** What there is to talk about, for the whole team. */
const agenda = Schema.Array(Private.text({ class: "P4", max: 140, subject: "stream" }))
const what = { ...about, type: Type, schoolYear: SchoolYear, groupId: maybe(Id), people: People, sponsor: Person, agenda }
/** How often daily business took it, and how often it got another date in time. */
const moved = { displacements: maybe(Minutes), inTime: maybe(Minutes) }
const proposed = { ...what, ...when }
const moment = { ...proposed, ...moved }
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
  seenBy: seenBy("RosteredMoment"),
  needs: { staff: People, leaders: People, participants: People, methods: Schema.Array(Id), openThemes: Schema.Array(Id), settings: Settings },
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
    MomentProposed: { from: ["Start"], to: "Proposed", payload: proposed },
    MomentRostered: { from: ["Proposed"], to: "Rostered" },
    MomentHeld: { from: ["Rostered"], to: "Held" },
    MomentDisplaced: { from: ["Rostered"], to: "Displaced", payload: { displacedAt: Instant, rosterBefore: Instant } },
    InfrastructureBreached: { from: ["Displaced"], to: "Breached" },
    MomentReRostered: { from: waiting, to: "Rostered", payload: when },
    MomentLost: { from: waiting, to: "Lost" }
  },
  commands: {
    Propose: {
      by: ["Colleague"],
      emits: ["MomentProposed"],
      needs: ["methods", "openThemes"],
      refuses: [MomentHasAgenda, MomentWithoutPeople, NoSuchMethod, NoSuchThemeYet],
      payload: { ...when, ...about, type: Type, schoolYear: SchoolYear, groupId: maybe(Id), people: maybe(People), sponsor: Person, agenda: maybe(agenda) }
    },
    Roster: { by: ["Sponsor", "Leader"], emits: ["MomentRostered"] },
    Hold: { by: ["Participant", "System"], emits: ["MomentHeld"], refuses: [MomentNotOver] },
    /** Daily business took the time. Whoever does that says so, and another date follows. */
    Displace: { by: ["Sponsor", "Leader"], emits: ["MomentDisplaced"], needs: ["settings"] },
    /** Another date after the term is one as well; that it came too late stays. */
    ReRoster: { by: ["Sponsor", "Leader"], emits: ["InfrastructureBreached", "MomentReRostered"], payload: when },
    MarkBreach: { by: ["System"], emits: ["InfrastructureBreached"], refuses: [StillTimeToRoster] },
    GiveUp: { by: ["Sponsor", "Leader"], emits: ["MomentLost"] }
  }
})

// Rules -------------------------------------------------------------------------

export const RosteredMoment = Machine.make(RosteredMomentLifecycle, {
  decide: {
    Propose: (_, { agenda = [], people = [], ...moment }, { methods, openThemes }) =>
      moment.type === "Pause" && agenda.length > 0 ? new MomentHasAgenda()
        : moment.groupId === undefined && people.length === 0 ? new MomentWithoutPeople()
        : moment.method !== undefined && !methods.includes(moment.method) ? new NoSuchMethod()
        : moment.themeId !== undefined && !openThemes.includes(moment.themeId) ? new NoSuchThemeYet()
        : { ...moment, _tag: "MomentProposed", people, agenda },
    Roster: () => ({ _tag: "MomentRostered" }),
    Hold: ({ on }, _, { at }) => at < startOf(on) ? new MomentNotOver({ on }) : { _tag: "MomentHeld" },
    Displace: (_, __, { at, settings: { reRosterDays } }) =>
      ({ _tag: "MomentDisplaced", displacedAt: at, rosterBefore: at + reRosterDays * day }),
    ReRoster: (moment, when, { at }) =>
      moment._tag === "Displaced" && at >= moment.rosterBefore
        ? [{ _tag: "InfrastructureBreached" }, { ...when, _tag: "MomentReRostered" }]
        : { ...when, _tag: "MomentReRostered" },
    MarkBreach: ({ rosterBefore: until }, _, { at }) =>
      at < until ? new StillTimeToRoster({ until }) : { _tag: "InfrastructureBreached" },
    GiveUp: () => ({ _tag: "MomentLost" })
  },
  evolve: {
    MomentProposed: (_, moment) => moment,
    MomentRostered: (moment) => moment,
    MomentHeld: (moment) => moment,
    MomentDisplaced: (moment, { displacedAt, rosterBefore }) =>
      ({ ...moment, displacedAt, rosterBefore, breached: false, displacements: (moment.displacements ?? 0) + 1 }),
    MomentReRostered: (moment, { minutes, on, start }) =>
      ({ ...moment, minutes, on, start, inTime: (moment.inTime ?? 0) + (moment._tag === "Displaced" ? 1 : 0) }),
    InfrastructureBreached: (moment) => ({ ...moment, breached: true }),
    MomentLost: (moment) => moment
  }
})
