/** What is true of the session after the fact? */
import * as Machine from "../Machine.ts"
import { clockFrom, turnFrom } from "./Floor.ts"
import { IntervisionLifecycle } from "./Lifecycle.ts"

const without = (people: ReadonlyArray<string>, person: string) => people.filter((one) => one !== person)
const revealed = <A extends { readonly hidden: boolean }>(items: ReadonlyArray<A>) => items.map((item) => ({ ...item, hidden: false }))

export const evolve = Machine.evolving(IntervisionLifecycle, {
  SessionPlanned: (_, session) => ({ ...session, attendees: [], signedOff: [] }),
  AttendanceConfirmed: (session, { person }) => ({
    ...session,
    attendees: [...without(session.attendees, person), person],
    signedOff: without(session.signedOff, person)
  }),
  SignedOff: (session, { person }) => ({
    ...session,
    attendees: without(session.attendees, person),
    signedOff: [...without(session.signedOff, person), person]
  }),
  ThemeLinked: (session, { themeId }) => ({ ...session, themeId }),
  CompetenceNamed: (session, { competence }) => ({ ...session, competences: [...(session.competences ?? []), competence] }),
  RolesAssigned: (session, duties) => ({ ...session, ...duties }),
  SessionOpened: (session, { at }) =>
    ({ ...session, openedAt: at, duePaps: [], papsBrought: false, skipped: [], away: [], clock: clockFrom(at, 0) }),
  PapsBrought: (session, { due }) => ({ ...session, duePaps: due, papsBrought: true }),
  PapReviewStarted: (session) => session,
  PapReviewSkipped: (session, { pap }) => ({ ...session, skipped: [...session.skipped, pap] }),
  CaseOffered: (session, { caseGiver, question }) => {
    const before = session._tag === "ChoosingCase" ? session : { ...session, offers: [], known: [] }
    return { ...before, offers: [...before.offers.filter((offer) => offer.caseGiver !== caseGiver), { caseGiver, question }] }
  },
  CaseWithdrawn: ({ caseGiver: chosen, ...session }, { caseGiver }) => ({
    ...session,
    offers: session.offers.filter((offer) => offer.caseGiver !== caseGiver),
    ...(chosen !== undefined && chosen !== caseGiver && { caseGiver: chosen })
  }),
  CaseWaived: (session, { at }) => ({ ...session, items: [], notes: [], tips: [], chosen: [], paradeEndedAt: at }),
  CaseChosen: (session, { caseGiver }) => ({ ...session, caseGiver }),
  MethodMarkedKnown: (session, { method }) => ({ ...session, known: [...without(session.known, method), method] }),
  MethodChosen: (session, { method }) => ({ ...session, method }),
  IntervisionStarted: (session, { at, caseGiver, method }) =>
    ({ ...session, caseGiver, method, step: 0, turn: 0, items: [], notes: [], clock: clockFrom(at, method.steps[0]!.minutes) }),
  // What was written in silence is shown when the next step begins; a step back deletes nothing.
  StepStarted: (session, { at, step }) =>
    ({ ...session, step, turn: 0, items: revealed(session.items), clock: clockFrom(at, session.method.steps[step]!.minutes) }),
  StepEnded: (session) => session,
  StepOverran: (session) => ({ ...session, clock: { ...session.clock, overran: true } }),
  StepExtended: (session, { minutes }) => ({ ...session, clock: { ...session.clock, extra: minutes, overran: false } }),
  ItemCaptured: (session, { _tag, ...item }) => ({
    ...session,
    items: [...session.items, item],
    turn: item.by === session.caseGiver ? session.turn : session.turn + 1
  }),
  NoteKept: (session, { _tag, ...note }) => ({ ...session, notes: [...session.notes, note] }),
  IntervisionEnded: (session) => session,
  TipParadeStarted: (session, { at, minutes, order }) => ({
    ...session,
    methodId: session.method.id,
    items: revealed(session.items),
    order,
    turn: 0,
    passes: 0,
    tips: [],
    clock: clockFrom(at, minutes)
  }),
  TipOffered: (session, { _tag, ...tip }) => ({
    ...session,
    tips: [...session.tips, tip],
    turn: turnFrom(session.order, session.turn, session.away) + 1,
    passes: 0
  }),
  TurnPassed: (session) =>
    session._tag === "Intervision" ? { ...session, turn: session.turn + 1 } : {
      ...session,
      turn: turnFrom(session.order, session.turn, session.away) + 1,
      passes: session.passes + 1
    },
  TipParadeEnded: (session, { at }) => ({ ...session, chosen: [], paradeEndedAt: at }),
  TipsChosen: (session, { tips }) => ({ ...session, chosen: tips }),
  ClosingStarted: (session) => session,
  SessionHeld: (session, { at }) => ({ ...session, minutes: at - session.openedAt, endedAt: at }),
  TimeOutCalled: (session, { at }) => ({ ...session, clock: { ...session.clock, pausedAt: at } }),
  TimeOutEnded: (session, { at }) => ({
    ...session,
    clock: { ...session.clock, pausedAt: null, paused: session.clock.paused + at - (session.clock.pausedAt ?? at) }
  }),
  SteppedOut: (session, { person }) => ({ ...session, away: [...without(session.away, person), person] }),
  CameBack: (session, { person }) => ({ ...session, away: without(session.away, person) }),
  FacilitationHandedOver: (session, { to }) => ({ ...session, facilitator: to }),
  SessionStopped: (session, { at }) => ({ ...session, minutes: at - session.openedAt, endedAt: at }),
  ItemRedacted: (session, { item }) => ({ ...session, items: session.items.filter(({ id }) => id !== item) }),
  SessionCancelled: (session) => session,
  SessionPostponed: (session) => session,
  SessionReplanned: (session, moment) => ({ ...session, ...moment, attendees: [], signedOff: [] }),
  SessionContentPurged: (session) => session
})
