/**
 * The process rules of somebody's own growth: what an owner opened becomes a view for others and ends on time, what a
 * plan brought is suggested to its owner, and what is a leaver's own goes along and goes away. Rows of the one table.
 */
import { Effect } from "effect"
import { type Applied, current, isIn } from "../Competence.ts"
import { CompetenceFramework } from "../CompetenceFramework.ts"
import { CompetenceProfile } from "../CompetenceProfile.ts"
import { Conversation } from "../Conversation.ts"
import { Elsewhere } from "../Elsewhere.ts"
import { OtherView } from "../OtherView.ts"
import { Pap } from "../Pap.ts"
import { carriedOver, Pop } from "../Pop.ts"
import { PopAgreement } from "../PopAgreement.ts"
import { Portfolio } from "../Portfolio.ts"
import { PortfolioEntry } from "../PortfolioEntry.ts"
import * as Process from "../Process.ts"
import { SharedView } from "../SharedView.ts"
import { Staff } from "../Staff.ts"
import { type BudgetLine, earmarked, TimeBudget } from "../TimeBudget.ts"
import { day, dateOf, startOf } from "../Vocabulary.ts"

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
  Process.on("What is opened of a profile is a view, until its end", CompetenceProfile, "ViewGranted",
    ({ id: grant, rows, to, until }, { id, state: { ownerId } }) => [
      Process.command(
        SharedView,
        viewOf(id, grant),
        { _tag: "Open", sourceType: "CompetenceProfile", sourceId: id, grant, to, until, rows, files: [] },
        { as: ownerId }
      ),
      Process.command(CompetenceProfile, id, { _tag: "Lapse", grant }, { notBefore: until })
    ]),
  Process.on("What is opened of a portfolio is a view, until its end", PortfolioEntry, "EntryGranted",
    ({ files, id: grant, text, title, to, until }, { id, state: { ownerId } }) => [
      Process.command(
        SharedView,
        viewOf(id, grant),
        { _tag: "Open", sourceType: "PortfolioEntry", sourceId: id, grant, to, until, rows: [], title, text, files },
        { as: ownerId }
      ),
      Process.command(PortfolioEntry, id, { _tag: "Lapse", grant }, { notBefore: until })
    ]),
  Process.on("A shared goal is a view, until its end", Pop, "GoalShared",
    ({ goal, id: grant, text, to, until }, { id, state: { ownerId } }) => [
      Process.command(
        SharedView,
        viewOf(id, grant),
        { _tag: "Open", sourceType: "Pop", sourceId: id, part: goal, grant, to, until, rows: [], text, files: [] },
        { as: ownerId }
      ),
      Process.command(Pop, id, { _tag: "Lapse", goal, grant }, { notBefore: until })
    ]),
  Process.on("What is taken back is closed", CompetenceProfile, "ViewRevoked", ({ grant }, { id }) => closeView(id, grant)),
  Process.on("What came to its end is closed", CompetenceProfile, "ViewLapsed", ({ grant }, { id }) => closeView(id, grant)),
  Process.on("What is taken back is closed", PortfolioEntry, "GrantRevoked", ({ grant }, { id }) => closeView(id, grant)),
  Process.on("What came to its end is closed", PortfolioEntry, "GrantLapsed", ({ grant }, { id }) => closeView(id, grant)),
  Process.on("What is taken back is closed", Pop, "GoalUnshared", ({ grant }, { id }) => closeView(id, grant)),
  Process.on("What came to its end is closed", Pop, "GoalShareLapsed", ({ grant }, { id }) => closeView(id, grant)),
  Process.onKnowing("With a profile its views go", CompetenceProfile, "ProfileClosed", viewsOf, closeAll),
  Process.onKnowing("With a profile its views go", CompetenceProfile, "ProfileErased", viewsOf, closeAll),
  Process.onKnowing("With an entry its views go", PortfolioEntry, "EntryDeleted", viewsOf, closeAll),
  Process.onKnowing("With a plan its views go", Pop, "PopClosed", viewsOf, closeAll),
  Process.onKnowing("With a plan its views go", Pop, "PopErased", viewsOf, closeAll),
  Process.onKnowing("With a profile go the views of others on it", CompetenceProfile, "ProfileErased",
    Effect.fnUntraced(function* (_, { state }) {
      const { all } = yield* Elsewhere
      return (yield* all(OtherView, "ownerId", state.ownerId)).filter(({ state }) => state._tag !== "TakenBack")
    }),
    (_, { known }) => known.map(({ id }) => Process.command(OtherView, id, { _tag: "TakeBack" })))
]

/** The folder of somebody, when it is open. */
const folderOf = Effect.fnUntraced(function* (owner: string) {
  const { all } = yield* Elsewhere
  return (yield* all(Portfolio, "ownerId", owner)).find(({ state }) => state._tag === "Open" || state._tag === "Exporting")?.id
})
const farther: { readonly [A in Applied]?: Applied } = { None: "Tried", Tried: "Practised" }

const harvest: ReadonlyArray<Process.Reaction> = [
  Process.onKnowing("P4 what a plan brought can be kept", Pap, "PapReviewed",
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
  Process.onKnowing("P5 a plan may have brought a goal nearer", Pap, "PapReviewed",
    Effect.fnUntraced(function* (_, { state }) {
      const { all } = yield* Elsewhere
      return (yield* all(Pop, "ownerId", state.ownerId)).flatMap(({ id, state: pop }) =>
        pop._tag === "Draft" || pop._tag === "Active" || pop._tag === "InReview"
          ? pop.goals.flatMap(({ id: goal, progress, standing }) =>
            goal === state.popGoalRef && standing === "Active" && progress < 4 ? [{ id, goal, progress: progress + 1 }] : [])
          : [])
    }),
    (_, { known, state }) =>
      known.map(({ goal, id, progress }) =>
        Process.suggestion(Pop, id, state.ownerId, { _tag: "SetProgress", goal, progress }))),
  // A plan points at a competence by its name alone; it means the one of that name that its owner rated last.
  Process.onKnowing("P6 what was done at work counts", Pap, "PapReviewed",
    Effect.fnUntraced(function* (_, { state: { competenceRef, outcome, ownerId } }) {
      const { all } = yield* Elsewhere
      if (outcome !== "DoneWorked" && outcome !== "DoneDifferently") return []
      return (yield* all(CompetenceProfile, "ownerId", ownerId)).flatMap(({ id, state }) =>
        state._tag === "Active" || state._tag === "Shared"
          ? current(state.ratings)
            .filter(({ ref }) => ref.competence === competenceRef)
            .toSorted((one, other) => other.at - one.at)
            .slice(0, 1)
            .flatMap(({ applied, ref }) => (farther[applied] === undefined ? [] : [{ id, ref, applied: farther[applied] }]))
          : [])
    }),
    (_, { known, state }) =>
      known.map(({ applied, id, ref }) =>
        Process.suggestion(CompetenceProfile, id, state.ownerId, { _tag: "Rate", ref, applied }))),
  Process.onKnowing("P7 a success can be kept", Pap, "SuccessCelebrated",
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
  Process.onKnowing("P11 what was kept shows what a competence is claimed by", PortfolioEntry, "EntryKept",
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
  Process.onKnowing("An accepted recognition can be kept", CompetenceProfile, "RecognitionAccepted",
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
  Process.onKnowing("P12 what is open to a leader can be put on the table", Pop, "GoalShared",
    ({ to }, { state }) =>
      nextTalkOf(state.ownerId, ({ id, leaderId }) => to.kind === "Conversation" ? id === to.id : to.kind === "Person" && leaderId === to.id),
    ({ goal }, { known, state }) =>
      known.map(({ id }) => Process.suggestion(Conversation, id, state.ownerId, { _tag: "AttachEvidence", kind: "PopGoal", ref: goal }))),
  Process.onKnowing("P12 what is open to a leader can be put on the table", PortfolioEntry, "EntryGranted",
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

/** The year task with more time for work on a plan, taken from what nobody earmarked yet; nothing where there is no such time. */
const withPopWork = (lines: ReadonlyArray<BudgetLine>, minutes: number) => {
  const spare = ({ earmarks, minutes }: BudgetLine) => minutes - earmarks.reduce((sum, earmark) => sum + earmark.minutes, 0)
  const room = lines.findIndex((line) => line.line === "Professionalisation" && spare(line) >= minutes)
  return room === -1 ? undefined : lines.map((line, n) =>
    n !== room ? line : {
      ...line,
      earmarks: [
        ...line.earmarks.filter(({ purpose }) => purpose !== "PopWork"),
        { purpose: "PopWork" as const, minutes: minutes + earmarked([line], "PopWork") }
      ]
    })
}

const going: ReadonlyArray<Process.Reaction> = [
  Process.on("A plan that is renewed begins the next", Pop, "PopRenewed", ({ next, nextPeriod }, { id, state }) => [
    Process.command(Pop, next, {
      _tag: "StartNext",
      ownerId: state.ownerId,
      period: nextPeriod,
      intro: state.intro,
      renews: id,
      goals: carriedOver(state)
    })
  ]),
  Process.on("A plan is looked back on every year", Pop, "PopActivated", ({ at }, { id, settings, state }) => [
    Process.command(Pop, id, { _tag: "OpenReview" }, {
      notBefore: Math.min(at + settings.popReviewDays * day, startOf(state.period.until))
    })
  ]),
  Process.on("A plan is looked back on every year", Pop, "PopReviewClosed", (_, { at, id, settings, state }) => [
    Process.command(Pop, id, { _tag: "OpenReview" }, {
      notBefore: Math.min((state.reviewedAt ?? at) + settings.popReviewDays * day, startOf(state.period.until))
    })
  ]),
  // What a leader promised is in the agreements that are found by leader; here is the time for it.
  Process.onKnowing("P13 time that was promised is earmarked", PopAgreement, "AgreementReached",
    Effect.fnUntraced(function* (_, { state: { facilities, ownerId } }) {
      const { all } = yield* Elsewhere
      const minutes = facilities.reduce((sum, { amount, kind }) => (kind === "Minutes" ? sum + amount : sum), 0)
      return minutes === 0 ? [] : (yield* all(TimeBudget, "personId", ownerId)).flatMap(({ id, state }) => {
        const lines = state._tag === "InYear" ? withPopWork(state.lines, minutes) : undefined
        return lines === undefined ? [] : [{ id, lines }]
      })
    }),
    (_, { known, state }) =>
      known.map(({ id, lines }) => Process.suggestion(TimeBudget, id, state.leaderId, { _tag: "ProposeReallocation", lines }))),
  Process.on("A promise that is not kept is missed", PopAgreement, "AgreementReached", (_, { id, state }) => nextDue(id, state)),
  Process.on("A promise that is not kept is missed", PopAgreement, "FacilityDelivered", (_, { id, state }) => nextDue(id, state)),
  Process.on("A promise that is not kept is missed", PopAgreement, "FacilityBreached", (_, { id, state }) => nextDue(id, state)),
  Process.onKnowing("A published version follows the one before", CompetenceFramework, "FrameworkPublished",
    Effect.fnUntraced(function* (_, { state: { predecessor } }) {
      const { all } = yield* Elsewhere
      return predecessor === undefined ? [] : (yield* all(CompetenceFramework, "framework", predecessor.framework)).filter(
        ({ state }) => state._tag === "Published" && state.version === predecessor.version
      )
    }),
    (_, { known }) => known.map(({ id }) => Process.command(CompetenceFramework, id, { _tag: "Supersede" })))
]

const leaving: ReadonlyArray<Process.Reaction> = [
  Process.onKnowing("P20 who is about to leave can take a copy along", Staff, "EmploymentEnding",
    ({ person }) => folderOf(person),
    ({ person }, { known }) =>
      known === undefined ? [] : [
        Process.suggestion(Portfolio, known, person, { _tag: "Export", formats: ["Json", "Pdf"] })
      ]),
  Process.onKnowing("P20 what is a leaver's own is closed", Staff, "EmploymentEnded",
    Effect.fnUntraced(function* ({ person }) {
      const { all } = yield* Elsewhere
      return {
        profiles: (yield* all(CompetenceProfile, "ownerId", person)).filter(
          ({ state }) => state._tag !== "Closed" && state._tag !== "Erased"
        ),
        plans: (yield* all(Pop, "ownerId", person)).filter(({ state }) => state._tag !== "Closed" && state._tag !== "Erased"),
        folders: (yield* all(Portfolio, "ownerId", person)).filter(
          ({ state }) => state._tag !== "HandedOver" && state._tag !== "Erased"
        ),
        agreements: (yield* all(PopAgreement, "ownerId", person)).filter(({ state }) => state._tag !== "Destroyed")
      }
    }),
    (_, { known: { agreements, folders, plans, profiles } }) => [
      ...profiles.map(({ id }) => Process.command(CompetenceProfile, id, { _tag: "Close" })),
      ...plans.map(({ id }) => Process.command(Pop, id, { _tag: "Close" })),
      ...folders.map(({ id }) => Process.command(Portfolio, id, { _tag: "HandOver" })),
      ...agreements.map(({ id }) =>
        Process.command(PopAgreement, id, { _tag: "BeginRetention" }))
    ]),
  Process.on("P20 the file of a leaver ends", PopAgreement, "AgreementRetentionBegun", ({ keepUntil }, { id }) => [
    Process.command(PopAgreement, id, { _tag: "Destroy" }, { notBefore: keepUntil })
  ]),
  Process.on("P20 what is a leaver's own is erased", CompetenceProfile, "ProfileClosed", ({ at }, { id, settings }) => [
    Process.command(CompetenceProfile, id, { _tag: "Erase" }, { notBefore: at + settings.eraseAfterLeavingDays * day })
  ]),
  Process.on("P20 what is a leaver's own is erased", Pop, "PopClosed", ({ at }, { id, settings }) => [
    Process.command(Pop, id, { _tag: "Erase" }, { notBefore: at + settings.eraseAfterLeavingDays * day })
  ]),
  Process.on("P20 what is a leaver's own is erased", Portfolio, "PortfolioHandedOver", ({ at }, { id, settings }) => [
    Process.command(Portfolio, id, { _tag: "Erase" }, { notBefore: at + settings.eraseAfterLeavingDays * day })
  ]),
  Process.onKnowing("With a folder go its entries", Portfolio, "PortfolioErased",
    Effect.fnUntraced(function* (_, { id }) {
      const { all } = yield* Elsewhere
      return (yield* all(PortfolioEntry, "portfolioId", id)).filter(({ state }) => state._tag !== "Deleted")
    }),
    (_, { known }) => known.map(({ id }) => Process.command(PortfolioEntry, id, { _tag: "Delete" })))
]

/** Everything that follows from somebody's own growth. */
export const growth: ReadonlyArray<Process.Reaction> = [...opening, ...harvest, ...onTheTable, ...going, ...leaving]
