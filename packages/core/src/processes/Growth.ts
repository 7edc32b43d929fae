/**
 * The process rules of somebody's own growth: what an owner opened becomes a view for others and ends on time, what a
 * plan brought is suggested to its owner, and what was agreed goes on. Rows of the one table.
 */
import { Effect } from "effect"
import { type Applied, current, isIn, isSame } from "../Competence.ts"
import { CompetenceFramework } from "../CompetenceFramework.ts"
import { CompetenceProfile } from "../CompetenceProfile.ts"
import { Conversation } from "../Conversation.ts"
import { Elsewhere } from "../Elsewhere.ts"
import { Intervision } from "../Intervision.ts"
import { folderOf } from "../needs/Portfolio.ts"
import { membersOf } from "../needs/PopGroup.ts"
import { OtherView } from "../OtherView.ts"
import { Pap } from "../Pap.ts"
import { carriedOver, Pop } from "../Pop.ts"
import { PopAgreement } from "../PopAgreement.ts"
import { PortfolioEntry } from "../PortfolioEntry.ts"
import * as Process from "../Process.ts"
import { SharedView } from "../SharedView.ts"
import { TimeBudget } from "../TimeBudget.ts"
import { dateOf, day, startOf, week } from "../Vocabulary.ts"
import { withMore } from "./Time.ts"

const viewOf = (source: string, grant: string) => `${source}/${grant}`
const closeView = (source: string, grant: string) => [Process.command(SharedView, viewOf(source, grant), { _tag: "Close" })]

/** The views that are open of one thing. */
const viewsOf = Effect.fnUntraced(function* (_: unknown, { id }: { readonly id: string }) {
  const { all } = yield* Elsewhere
  return (yield* all(SharedView, "sourceId", id)).filter(({ state }) => state._tag === "Open")
})
type Views = Effect.Success<ReturnType<typeof viewsOf>>
const closeAll = (_: unknown, { known }: { readonly known: Views }) =>
  known.map(({ id }) => Process.command(SharedView, id, { _tag: "Close" }))

const opening: ReadonlyArray<Process.Reaction> = [
  Process.on("What is opened of a profile is a view, until its end", CompetenceProfile, "ViewGranted", [Process.sends(SharedView, "Open"), Process.sends(CompetenceProfile, "Lapse")],
    ({ id: grant, rows, to, until }, { id, state: { ownerId } }) => [
      Process.command(
        SharedView,
        viewOf(id, grant),
        { _tag: "Open", sourceType: "CompetenceProfile", sourceId: id, grant, to, until, rows, files: [] },
        { as: ownerId }
      ),
      Process.command(CompetenceProfile, id, { _tag: "Lapse", grant }, { notBefore: until })
    ]),
  Process.on("What is opened of a portfolio is a view, until its end", PortfolioEntry, "EntryGranted", [Process.sends(SharedView, "Open"), Process.sends(PortfolioEntry, "Lapse")],
    ({ files, id: grant, text, title, to, until }, { id, state: { ownerId } }) => [
      Process.command(
        SharedView,
        viewOf(id, grant),
        { _tag: "Open", sourceType: "PortfolioEntry", sourceId: id, grant, to, until, rows: [], title, text, files },
        { as: ownerId }
      ),
      Process.command(PortfolioEntry, id, { _tag: "Lapse", grant }, { notBefore: until })
    ]),
  Process.on("A shared goal is a view, until its end", Pop, "GoalShared", [Process.sends(SharedView, "Open"), Process.sends(Pop, "Lapse")],
    ({ goal, id: grant, text, to, until }, { id, state: { ownerId } }) => [
      Process.command(
        SharedView,
        viewOf(id, grant),
        { _tag: "Open", sourceType: "Pop", sourceId: id, part: goal, grant, to, until, rows: [], text, files: [] },
        { as: ownerId }
      ),
      Process.command(Pop, id, { _tag: "Lapse", goal, grant }, { notBefore: until })
    ]),
  Process.on("What is taken back is closed", CompetenceProfile, "ViewRevoked", [Process.sends(SharedView, "Close")], ({ grant }, { id }) => closeView(id, grant)),
  Process.on("What came to its end is closed", CompetenceProfile, "ViewLapsed", [Process.sends(SharedView, "Close")], ({ grant }, { id }) => closeView(id, grant)),
  Process.on("What is taken back is closed", PortfolioEntry, "GrantRevoked", [Process.sends(SharedView, "Close")], ({ grant }, { id }) => closeView(id, grant)),
  Process.on("What came to its end is closed", PortfolioEntry, "GrantLapsed", [Process.sends(SharedView, "Close")], ({ grant }, { id }) => closeView(id, grant)),
  Process.on("What is taken back is closed", Pop, "GoalUnshared", [Process.sends(SharedView, "Close")], ({ grant }, { id }) => closeView(id, grant)),
  Process.on("What came to its end is closed", Pop, "GoalShareLapsed", [Process.sends(SharedView, "Close")], ({ grant }, { id }) => closeView(id, grant)),
  Process.onKnowing("With a profile its views go", CompetenceProfile, "ProfileClosed", [Process.sends(SharedView, "Close")], viewsOf, closeAll),
  Process.onKnowing("With a profile its views go", CompetenceProfile, "ProfileErased", [Process.sends(SharedView, "Close")], viewsOf, closeAll),
  Process.onKnowing("With an entry its views go", PortfolioEntry, "EntryDeleted", [Process.sends(SharedView, "Close")], viewsOf, closeAll),
  Process.onKnowing("With a plan its views go", Pop, "PopClosed", [Process.sends(SharedView, "Close")], viewsOf, closeAll),
  Process.onKnowing("With a plan its views go", Pop, "PopErased", [Process.sends(SharedView, "Close")], viewsOf, closeAll),
  Process.onKnowing("With a profile go the views of others on it", CompetenceProfile, "ProfileErased", [Process.sends(OtherView, "TakeBack")],
    Effect.fnUntraced(function* (_, { state }) {
      const { all } = yield* Elsewhere
      return (yield* all(OtherView, "ownerId", state.ownerId)).filter(({ state }) => state._tag !== "TakenBack")
    }),
    (_, { known }) => known.map(({ id }) => Process.command(OtherView, id, { _tag: "TakeBack" })))
]

const farther: { readonly [A in Applied]?: Applied } = { None: "Tried", Tried: "Practised" }

const harvest: ReadonlyArray<Process.Reaction> = [
  Process.onKnowing("P4 what a plan brought can be kept", Pap, "PapReviewed", [Process.suggests(PortfolioEntry, "AcceptSuggestion")],
    (_, { state }) => folderOf(state.ownerId),
    (_, { id, known, state }) =>
      known === undefined ? [] : [
        Process.suggestion(PortfolioEntry, `${id}/result`, state.ownerId, {
          _tag: "AcceptSuggestion",
          suggestedFrom: "Pap",
          portfolioId: known,
          kind: "PapResult",
          on: state.dueSession.on,
          title: state.situation,
          text: state.learned,
          attachments: [],
          competences: [],
          papRef: id,
          ...(state.popGoalRef !== undefined && { popGoalRef: state.popGoalRef })
        })
      ]),
  Process.onKnowing("P5 a plan may have brought a goal nearer", Pap, "PapReviewed", [Process.suggests(Pop, "SetProgress")],
    Effect.fnUntraced(function* (_, { at, state }) {
      const { all } = yield* Elsewhere
      return (yield* all(Pop, "ownerId", state.ownerId)).flatMap(({ id, state: pop }) =>
        pop._tag === "Draft" || pop._tag === "Active" || pop._tag === "InReview"
          // Whoever said since how far they are was not waiting for this.
          ? pop.goals.flatMap(({ id: goal, progress, progressAt = 0, standing }) =>
            goal === state.popGoalRef && standing === "Active" && progress < 4 && progressAt < at
              ? [{ id, goal, progress: progress + 1 }] : [])
          : [])
    }),
    (_, { known, state }) =>
      known.map(({ goal, id, progress }) =>
        Process.suggestion(Pop, id, state.ownerId, { _tag: "SetProgress", goal, progress }))),
  // A plan points at a competence by its name alone; it means the one of that name that its owner rated last.
  Process.onKnowing("P6 what was done at work counts", Pap, "PapReviewed", [Process.suggests(CompetenceProfile, "Rate")],
    Effect.fnUntraced(function* (_, { at, state: { competenceRef, outcome, ownerId } }) {
      const { all } = yield* Elsewhere
      if (outcome !== "DoneWorked" && outcome !== "DoneDifferently") return []
      return (yield* all(CompetenceProfile, "ownerId", ownerId)).flatMap(({ id, state }) =>
        state._tag === "Active" || state._tag === "Shared"
          // As it was when the plan was looked back on; whoever said since how far they apply it was not waiting for this.
          ? current(state.ratings.filter((one) => one.at <= at))
            .filter(({ ref }) => ref.competence === competenceRef)
            .toSorted((one, other) => other.at - one.at)
            .slice(0, 1)
            .flatMap(({ applied, ref }) =>
              farther[applied] !== undefined && current(state.ratings).some((now) => isSame(now.ref, ref) && now.applied === applied)
                ? [{ id, ref, applied: farther[applied] }] : [])
          : [])
    }),
    (_, { known, state }) =>
      known.map(({ applied, id, ref }) =>
        Process.suggestion(CompetenceProfile, id, state.ownerId, { _tag: "Rate", ref, applied }))),
  Process.onKnowing("P7 a success can be kept", Pap, "SuccessCelebrated", [Process.suggests(PortfolioEntry, "AcceptSuggestion")],
    (_, { state }) => folderOf(state.ownerId),
    (_, { id, known, state }) =>
      known === undefined ? [] : [
        Process.suggestion(PortfolioEntry, `${id}/success`, state.ownerId, {
          _tag: "AcceptSuggestion",
          suggestedFrom: "Pap",
          portfolioId: known,
          kind: "Success",
          on: state.dueSession.on,
          title: state.newBehaviour,
          text: state.learned,
          attachments: [],
          competences: [],
          papRef: id
        })
      ]),
  // Only where they sit together: whoever celebrates alone tells nobody.
  Process.onKnowing("P7 a success is worth a word of those who were there", Pap, "SuccessCelebrated", [Process.tells("GiveRecognition")],
    Effect.fnUntraced(function* (_, { id, state: { dueSession, groupId, ownerId } }) {
      const { all } = yield* Elsewhere
      // A plan that waited for a session that was stopped is looked back on in the one after it.
      const session = (yield* all(Intervision, "groupId", groupId)).find(({ id: one, state }) =>
        "duePaps" in state && (one === dueSession.id || state.duePaps.some(({ pap }) => pap === id)))?.state
      const profiles = yield* all(CompetenceProfile, "ownerId", ownerId)
      return {
        people: session === undefined || !("attendees" in session) ? [] : session.attendees.filter((person) => person !== ownerId),
        profile: profiles.find(({ state }) => state._tag !== "Closed" && state._tag !== "Erased")?.id
      }
    }),
    (_, { at, known: { people, profile }, state: { ownerId } }) =>
      people.map((person) =>
        Process.card(person, "GiveRecognition", {
          notAfter: at + week,
          from: ownerId,
          ...(profile !== undefined && { at: { machine: CompetenceProfile.name, id: profile } })
        }))),
  // Nobody but its owner sees a plan. Whoever is asked hears who asks, and nothing of what it is about.
  Process.on("Whoever is asked as a buddy says yes, or lets it lie", Pap, "BuddyAsked", [Process.suggests(Pap, "AcceptBuddy")], ({ peer }, { id, state }) => [
    Process.suggestion(Pap, id, peer, { _tag: "AcceptBuddy" }, { from: state.ownerId })
  ]),
  // To members of the group: the goal is open to them already, and what they see in it nobody can write for them.
  Process.onKnowing("Whoever is asked for feedback says what they see, or lets it lie", Pop, "FeedbackAsked", [Process.suggests(Pop, "GiveFeedback")],
    ({ groupId }) => membersOf(groupId),
    ({ goal }, { at, id, known, state: { ownerId } }) =>
      known.flatMap((member) =>
        member === ownerId ? [] : [
          Process.invitation(Pop, id, member, { _tag: "GiveFeedback", goal }, { from: ownerId, notAfter: at + 2 * week })
        ])),
  Process.on("Whoever is asked how they see somebody says so, or lets it lie", OtherView, "OtherViewAsked", [Process.suggests(OtherView, "Share")],
    ({ authorId, ownerId }, { id }) => [
      Process.invitation(OtherView, id, authorId, { _tag: "Share" }, { from: ownerId, whileIn: ["Asked"] })
    ]),
  Process.on("A profile is worth keeping when a plan is looked back on", Pop, "PopReviewOpened", [Process.tells("KeepQuadrant")], (_, { state: { ownerId } }) => [
    Process.card(ownerId, "KeepQuadrant", { whileIn: ["InReview"] })
  ]),
  Process.onKnowing("P11 what was kept shows what a competence is claimed by", PortfolioEntry, "EntryKept", [Process.suggests(CompetenceProfile, "Rate")],
    Effect.fnUntraced(function* (_, { state: { ownerId } }) {
      const { all } = yield* Elsewhere
      return (yield* all(CompetenceProfile, "ownerId", ownerId)).flatMap(({ id, state }) =>
        state._tag === "Active" || state._tag === "Shared" ? [{ id, ratings: current(state.ratings) }] : [])
    }),
    ({ competences }, { id: entry, known, state }) =>
      known.flatMap(({ id, ratings }) =>
        ratings
          .filter(({ evidence, ref }) => isIn(competences, ref) && !evidence.includes(entry))
          .map(({ evidence, ref }) =>
            Process.suggestion(CompetenceProfile, id, state.ownerId, { _tag: "Rate", ref, evidence: [...evidence, entry] })))),
  Process.onKnowing("An accepted recognition can be kept", CompetenceProfile, "RecognitionAccepted", [Process.suggests(PortfolioEntry, "AcceptSuggestion")],
    (_, { state }) => folderOf(state.ownerId),
    ({ recognition }, { at, id, known, state }) =>
      state.recognitions.flatMap(({ id: one, ref, words }) =>
        one !== recognition || known === undefined ? [] : [
          Process.suggestion(PortfolioEntry, `${id}/${one}`, state.ownerId, {
            _tag: "AcceptSuggestion",
            suggestedFrom: "Recognition",
            portfolioId: known,
            kind: "Recognition",
            on: dateOf(at),
            title: words,
            text: words,
            attachments: [],
            competences: ref === undefined ? [] : [ref]
          })
        ]))
]

/** Conversations that are yet to come and have an agenda, the nearest first. */
const nextTalkOf = Effect.fnUntraced(function* (owner: string, fits: (talk: { readonly id: string; readonly leaderId: string }) => boolean) {
  const { all } = yield* Elsewhere
  return (yield* all(Conversation, "employeeId", owner))
    .flatMap(({ id, state }) =>
      (state._tag === "Planned" || state._tag === "AgendaOpen") && fits({ id, leaderId: state.leaderId }) ? [{ id, on: state.on }] : [])
    .toSorted((one, other) => startOf(one.on) - startOf(other.on))
    .slice(0, 1)
})

/** What an owner opened to a talk can be put on the table there; only the owner does that. */
const onTheTable: ReadonlyArray<Process.Reaction> = [
  Process.onKnowing("P12 what is open to a leader can be put on the table", Pop, "GoalShared", [Process.suggests(Conversation, "AttachEvidence")],
    ({ to }, { state }) =>
      nextTalkOf(state.ownerId, ({ id, leaderId }) => to.kind === "Conversation" ? id === to.id : to.kind === "Person" && leaderId === to.id),
    ({ goal }, { known, state }) =>
      known.map(({ id }) => Process.suggestion(Conversation, id, state.ownerId, { _tag: "AttachEvidence", kind: "PopGoal", ref: goal }))),
  Process.onKnowing("P12 what is open to a leader can be put on the table", PortfolioEntry, "EntryGranted", [Process.suggests(Conversation, "AttachEvidence")],
    ({ to }, { state }) => nextTalkOf(state.ownerId, ({ id }) => to.kind === "Conversation" && id === to.id),
    (_, { id: entry, known, state }) =>
      known.map(({ id }) => Process.suggestion(Conversation, id, state.ownerId, { _tag: "AttachEvidence", kind: "PortfolioEntry", ref: entry })))
]

/** One after the other: the promise that is due first, of those that were neither kept nor missed. */
const nextDue = (
  id: string,
  { breached, delivered, facilities }: {
    readonly facilities: ReadonlyArray<{ readonly id: string; readonly before: string }>
    readonly delivered: ReadonlyArray<string>
    readonly breached: ReadonlyArray<string>
  }
) =>
  facilities
    .filter((facility) => !delivered.includes(facility.id) && !breached.includes(facility.id))
    .toSorted((one, other) => startOf(one.before) - startOf(other.before))
    .slice(0, 1)
    .map(({ before, id: facility }) =>
      Process.command(PopAgreement, id, { _tag: "ReportFacilityMissed", facility }, { notBefore: startOf(before) + day }))

const going: ReadonlyArray<Process.Reaction> = [
  Process.on("A plan that is renewed begins the next", Pop, "PopRenewed", [Process.sends(Pop, "StartNext")], ({ next, nextPeriod }, { id, state }) => [
    Process.command(Pop, next, {
      _tag: "StartNext",
      ownerId: state.ownerId,
      period: nextPeriod,
      intro: state.intro,
      renews: id,
      goals: carriedOver(state)
    })
  ]),
  Process.on("A plan is looked back on every year", Pop, "PopActivated", [Process.sends(Pop, "OpenReview")], ({ at }, { id, settings, state }) => [
    Process.command(Pop, id, { _tag: "OpenReview" }, {
      notBefore: Math.min(at + settings.popReviewDays * day, startOf(state.period.until))
    })
  ]),
  Process.on("A plan is looked back on every year", Pop, "PopReviewClosed", [Process.sends(Pop, "OpenReview")], (_, { at, id, settings, state }) => [
    Process.command(Pop, id, { _tag: "OpenReview" }, {
      notBefore: Math.min((state.reviewedAt ?? at) + settings.popReviewDays * day, startOf(state.period.until))
    })
  ]),
  // What a leader promised is in the agreements that are found by leader; here is the time for it.
  Process.onKnowing("P13 time that was promised is earmarked", PopAgreement, "AgreementReached", [Process.suggests(TimeBudget, "ProposeReallocation")],
    Effect.fnUntraced(function* (_, { state: { facilities, ownerId } }) {
      const { all } = yield* Elsewhere
      const minutes = facilities.reduce((sum, { amount, kind }) => (kind === "Minutes" ? sum + amount : sum), 0)
      return minutes === 0 ? [] : (yield* all(TimeBudget, "personId", ownerId)).flatMap(({ id, state }) => {
        const lines = state._tag === "InYear" ? withMore(state.lines, "PopWork", minutes) : undefined
        return lines === undefined ? [] : [{ id, lines }]
      })
    }),
    (_, { known, state }) =>
      known.map(({ id, lines }) => Process.suggestion(TimeBudget, id, state.leaderId, { _tag: "ProposeReallocation", lines }))),
  Process.onKnowing("P13 money that was promised is kept for it", PopAgreement, "AgreementReached", [Process.suggests(TimeBudget, "ReserveMoney")],
    Effect.fnUntraced(function* (_, { state: { ownerId } }) {
      const { all } = yield* Elsewhere
      return (yield* all(TimeBudget, "personId", ownerId)).flatMap(({ id, state }) => (state._tag === "InYear" ? [id] : []))
    }),
    (_, { id: agreement, known, state: { facilities, leaderId } }) =>
      known.flatMap((budget) =>
        facilities.flatMap(({ amount, id, kind }) =>
          kind === "Money"
            ? [Process.suggestion(TimeBudget, budget, leaderId, { _tag: "ReserveMoney", euros: amount, ref: `${agreement}/${id}` })]
            : []))),
  Process.on("A promise that is not kept is missed", PopAgreement, "AgreementReached", [Process.sends(PopAgreement, "ReportFacilityMissed")], (_, { id, state }) => nextDue(id, state)),
  Process.on("A promise that is not kept is missed", PopAgreement, "FacilityDelivered", [Process.sends(PopAgreement, "ReportFacilityMissed")], (_, { id, state }) => nextDue(id, state)),
  Process.on("A promise that is not kept is missed", PopAgreement, "FacilityBreached", [Process.sends(PopAgreement, "ReportFacilityMissed")], (_, { id, state }) => nextDue(id, state)),
  Process.onKnowing("A published version follows the one before", CompetenceFramework, "FrameworkPublished", [Process.sends(CompetenceFramework, "Supersede")],
    Effect.fnUntraced(function* (_, { state: { predecessor } }) {
      const { all } = yield* Elsewhere
      return predecessor === undefined ? [] : (yield* all(CompetenceFramework, "framework", predecessor.framework)).filter(
        ({ state }) => state._tag === "Published" && state.version === predecessor.version
      )
    }),
    (_, { known }) => known.map(({ id }) => Process.command(CompetenceFramework, id, { _tag: "Supersede" })))
]

/** Everything that follows from somebody's own growth. */
export const growth: ReadonlyArray<Process.Reaction> = [...opening, ...harvest, ...onTheTable, ...going]
