/** May this happen in the session, and what is the fact? */
import * as Machine from "../Machine.ts"
import { embed } from "../Method.ts"
import { day } from "../Vocabulary.ts"
import { nextOf, orderFrom, ruleHolds, timeIsUp } from "./Floor.ts"
import { guard, isReviewed, mayNotCapture } from "./Guard.ts"
import { IntervisionLifecycle } from "./Lifecycle.ts"
import * as No from "./Refusals.ts"

export const decide = Machine.deciding(IntervisionLifecycle, {
  Plan: (_, session, { groupIsActive, momentIsRostered }) =>
    !groupIsActive ? new No.GroupNotActive()
      : !momentIsRostered ? new No.MomentNotRostered()
      : { ...session, _tag: "SessionPlanned" },
  ConfirmAttendance: (_, __, { actor }) => ({ _tag: "AttendanceConfirmed", person: actor }),
  SignOff: (_, __, { actor }) => ({ _tag: "SignedOff", person: actor }),
  LinkTheme: (_, { themeId }, { adoptedThemes }) =>
    adoptedThemes.includes(themeId) ? { _tag: "ThemeLinked", themeId } : new No.ThemeNotAdopted(),
  NameCompetence: ({ competences: named = [] }, { competence }, { competences }) =>
    !competences.includes(competence) ? new No.NoSuchCompetence()
      : named.includes(competence) ? new No.CompetenceNamedAlready()
      : { _tag: "CompetenceNamed", competence },
  AssignRoles: ({ attendees }, duties, { rotation, settings: { groupSize: { min } } }) => {
    const chosen = [duties.facilitator, duties.guardian, duties.scribe ?? duties.guardian]
    const next = rotation.find((person) => attendees.includes(person)) ?? duties.facilitator
    return attendees.length < min ? new No.TooFewPresent({ min })
      : !chosen.every((one) => attendees.includes(one)) ? new No.NotPresent()
      : duties.facilitator !== next ? new No.NotTheirTurnToFacilitate({ next })
      : { ...duties, _tag: "RolesAssigned" }
  },
  // Between the assigning of roles and the opening somebody may have signed off.
  Open: ({ attendees, facilitator, guardian }, _, { at, settings: { groupSize: { min } } }) =>
    attendees.length < min ? new No.TooFewPresent({ min })
      : ![facilitator, guardian].every((one) => attendees.includes(one)) ? new No.NotPresent()
      : { _tag: "SessionOpened", at },
  BringPaps: ({ attendees }, _, { openPaps }) =>
    ({ _tag: "PapsBrought", due: openPaps.filter(({ owner }) => attendees.includes(owner)) }),
  StartPapReview: ({ papsBrought }) => papsBrought ? { _tag: "PapReviewStarted" } : new No.PapsNotBroughtYet(),
  SkipPapReview: ({ duePaps }, { pap }, { actor }) =>
    duePaps.some((due) => due.pap === pap && due.owner === actor) ? { _tag: "PapReviewSkipped", pap } : new No.NotYourPap(),
  OfferCase: (session, offer, context) =>
    guard.OfferCase(session, context)
      ?? (offer.caseGiver !== context.actor ? new No.NotVoluntary()
        : offer.question.isEmpty ? new No.CaseWithoutQuestion()
        : { ...offer, _tag: "CaseOffered" }),
  WithdrawCase: ({ offers }, _, { actor }) =>
    offers.some(({ caseGiver }) => caseGiver === actor) ? { _tag: "CaseWithdrawn", caseGiver: actor } : new No.NoSuchOffer(),
  WaiveCase: (session, _, { at, reviewedPaps }) =>
    !isReviewed(session, reviewedPaps) ? new No.PapReviewFirst()
      : "offers" in session && session.offers.length > 0 ? new No.CaseOnTheTable()
      : { _tag: "CaseWaived", at },
  ChooseCase: ({ facilitator, offers }, { caseGiver }) =>
    !offers.some((offer) => offer.caseGiver === caseGiver) ? new No.NoSuchOffer()
      : caseGiver === facilitator ? new No.FacilitatorIsCaseGiver()
      : { _tag: "CaseChosen", caseGiver },
  MarkMethodKnown: (_, { method }) => ({ _tag: "MethodMarkedKnown", method }),
  ChooseMethod: (session, _, context) => {
    const { attendees, known } = session
    const { intervisionMinutes: minutes, method, safetyStopOpen, sessionsHeld, settings } = context
    const no = guard.ChooseMethod(session)
    if (no !== undefined) return no
    if (method === null) return new No.NoSuchMethod()
    const { group: { max, min }, id, innerMinutes, level, trust } = method
    const sessions = settings.sessionsBeforeHighTrust
    const steps = embed(method, minutes, settings.methodFit)
    return attendees.length < min || attendees.length > max ? new No.MethodNeedsOtherSize({ min, max })
      : trust === "High" && (sessionsHeld < sessions || safetyStopOpen) ? new No.MethodNeedsTrust({ sessions })
      : level === "Advanced" && !known.includes(id) ? new No.MethodNotKnown()
      : steps === undefined ? new No.MethodDoesNotFit({ innerMinutes, minutes })
      : { _tag: "MethodChosen", method: { id, steps } }
  },
  StartIntervision: ({ caseGiver, facilitator, method }, _, { at }) =>
    caseGiver === undefined ? new No.CaseNotChosen()
      : method === undefined ? new No.MethodNotChosen()
      : caseGiver === facilitator ? new No.FacilitatorIsCaseGiver()
      : { _tag: "IntervisionStarted", caseGiver, method, at },
  NextStep: ({ clock, method, step }, _, { at }) =>
    clock.pausedAt !== null ? new No.ClockStopped()
      : step === method.steps.length - 1 ? new No.NoStepsLeft()
      : [{ _tag: "StepEnded", step }, { _tag: "StepStarted", step: step + 1, at }],
  StepBack: ({ step }, _, { at }) =>
    step === 0 ? new No.FirstStep() : [{ _tag: "StepEnded", step }, { _tag: "StepStarted", step: step - 1, at }],
  ExtendStep: (session, { minutes }, { settings: { stepExtension } }) => {
    const max = Math.floor(session.clock.planned * stepExtension)
    return guard.ExtendStep(session)
      ?? (minutes > max ? new No.ExtensionTooLong({ max }) : { _tag: "StepExtended", minutes })
  },
  NoteOverrun: ({ clock }, _, { at }) =>
    timeIsUp(clock, at) && !clock.overran ? { _tag: "StepOverran" } : new No.StillInTime(),
  CaptureItem: (session, { item: id, type, words }, { actor }) =>
    type === "PrivateNote" ? new No.NoteIsPrivate() : mayNotCapture(session, actor, type) ?? {
      _tag: "ItemCaptured",
      id,
      type,
      words,
      by: actor,
      hidden: ruleHolds(session, "WriteSilentlyFirst")
    },
  KeepNote: (_, { note: id, words }, { actor }) => ({ _tag: "NoteKept", id, words, by: actor }),
  EndIntervision: ({ attendees, caseGiver, method, step }, _, { at, settings: { tipParadeMinutes: minutes } }) =>
    step < method.steps.length - 1 ? new No.StepsLeft() : [
      { _tag: "StepEnded", step },
      { _tag: "IntervisionEnded" },
      { _tag: "TipParadeStarted", order: orderFrom(attendees, caseGiver), minutes, at }
    ],
  OfferTip: (session, { named, tip: id, words }, context) =>
    guard.OfferTip(session, context) ?? { _tag: "TipOffered", id, words, ...(named === true && { by: context.actor }) },
  PassTurn: (session, _, { actor }) => {
    const order = session._tag === "TipParade" ? session.order : orderFrom(session.attendees, session.caseGiver)
    const next = nextOf(order, session.turn, session.away)
    return session.clock.pausedAt !== null ? new No.ClockStopped()
      : session._tag === "Intervision" && !ruleHolds(session, "RoundRobin") ? new No.NoRoundHere()
      : actor === session.caseGiver ? new No.CaseGiverMustListen()
      : actor !== next ? new No.NotYourTurn({ next })
      : { _tag: "TurnPassed" }
  },
  EndTipParade: ({ away, clock, order, passes }, _, { at }) =>
    passes < order.filter((person) => !away.includes(person)).length && !timeIsUp(clock, at)
      ? new No.ParadeNotOver()
      : { _tag: "TipParadeEnded", at },
  ChooseTips: ({ tips: given }, { tips }, { actor }) =>
    tips.every((tip) => given.some(({ id }) => id === tip)) ? { _tag: "TipsChosen", caseGiver: actor, tips } : new No.NoSuchTip(),
  Close: (session, { closingRound }, { at }) =>
    session._tag === "Closing" ? { _tag: "SessionHeld", at }
      : closingRound === true ? { _tag: "ClosingStarted" }
      : [{ _tag: "ClosingStarted" }, { _tag: "SessionHeld", at }],
  CallTimeOut: ({ clock }, _, { at }) => clock.pausedAt === null ? { _tag: "TimeOutCalled", at } : new No.ClockStopped(),
  EndTimeOut: ({ clock }, _, { at }) => clock.pausedAt === null ? new No.ClockRuns() : { _tag: "TimeOutEnded", at },
  StepOut: ({ facilitator }, _, { actor }) =>
    actor === facilitator ? new No.NoOneElseLeft() : { _tag: "SteppedOut", person: actor },
  ComeBack: (_, __, { actor }) => ({ _tag: "CameBack", person: actor }),
  HandOverFacilitation: (session, { to }) =>
    !session.attendees.includes(to) ? new No.NotPresent()
      : "caseGiver" in session && session.caseGiver === to ? new No.FacilitatorIsCaseGiver()
      : { _tag: "FacilitationHandedOver", to },
  StopSafely: (_, __, { at }) => ({ _tag: "SessionStopped", at }),
  RedactItem: ({ caseGiver, items }, { item }, { actor }) =>
    items.some(({ by, id }) => id === item && (by === actor || actor === caseGiver))
      ? { _tag: "ItemRedacted", item }
      : new No.NotYourItem(),
  Cancel: () => ({ _tag: "SessionCancelled" }),
  Postpone: () => ({ _tag: "SessionPostponed" }),
  Replan: (_, moment, { momentIsRostered }) =>
    momentIsRostered ? { ...moment, _tag: "SessionReplanned" } : new No.MomentNotRostered(),
  PurgeContent: ({ endedAt }, _, { at, nextSessionAt, settings: { sessionRetention: { afterNextSessionDays, atMostDays } } }) => {
    const latest = endedAt + atMostDays * day
    const until = nextSessionAt === null ? latest : Math.min(latest, nextSessionAt + afterNextSessionDays * day)
    return at < until ? new No.SessionStillKept({ until }) : { _tag: "SessionContentPurged" }
  }
})
