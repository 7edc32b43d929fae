/** May this happen to the plan, and what is the fact? */
import { isIn } from "../Competence.ts"
import { YearNotOver } from "../ConversationCycle.ts"
import * as Machine from "../Machine.ts"
import { GrantMissing, NoWords } from "../Pop.ts"
import { endOf, unique } from "../Vocabulary.ts"
import { isShown } from "./Board.ts"
import { goalsOf, lacksOffer, lacksSource, lapsed, namedByAnother, notYetConsented } from "./Contributions.ts"
import { GopLifecycle } from "./Lifecycle.ts"
import * as No from "./Refusals.ts"

export const decide = Machine.deciding(GopLifecycle, {
  Open: (_, { groupId }, { activeIn, liveGop }) =>
    activeIn === null ? new No.GopGroupNotActive()
      : liveGop !== null ? new No.GopExists({ gop: liveGop })
      : { _tag: "GopOpened", groupId, schoolYear: activeIn },
  Contribute: ({ board, sources }, { source: id, ...brought }, { actor, openThemes, sharedGoals }) => {
    const { competence, kind, ref, text } = brought
    const isAmong = (ids: ReadonlyArray<string>) => ref !== undefined && ids.includes(ref)
    return sources.some((source) => source.id === id) ? new No.SourceExists()
      : kind === "PopGoal" && !isAmong(sharedGoals) ? new GrantMissing()
      : kind === "Theme" && !isAmong(openThemes) ? new No.NoSuchThemeYet()
      : kind === "HaveNeed" && !isShown(board, competence) ? new No.RowNotShown()
      : kind !== "Theme" && competence === undefined && text?.isEmpty !== false ? new No.NothingBrought()
      : { ...brought, _tag: "GoalContributed", id, by: actor }
  },
  WithdrawContribution: (gop, { source }, { actor }) =>
    gop.sources.some(({ by, id }) => id === source && by === actor)
      ? [
        { _tag: "ContributionWithdrawn", source },
        ...lapsed(goalsOf(gop), { ...gop, sources: gop.sources.filter(({ id }) => id !== source) })
      ]
      : new No.NoSuchSource(),
  OfferQuality: ({ offers }, { offer: id, ...offered }, { actor, talents }) =>
    offers.some((offer) => offer.id === id) ? new No.OfferExists()
      : offered.competence === undefined && offered.text?.isEmpty !== false ? new No.NothingBrought()
      : offered.competence !== undefined && !isIn(talents, offered.competence) ? new No.NotYourTalent()
      : { ...offered, _tag: "QualityOffered", id, by: actor },
  WithdrawOffer: (gop, { offer }, { actor }) =>
    gop.offers.some(({ by, id }) => id === offer && by === actor)
      ? [
        { _tag: "QualityWithdrawn", offer },
        ...lapsed(goalsOf(gop), { ...gop, offers: gop.offers.filter(({ id }) => id !== offer) })
      ]
      : new No.NoSuchOfferOfYours(),
  BuildHaveNeedBoard: (_, __, { board }) => ({ _tag: "HaveNeedBoardBuilt", rows: board }),
  ProposeText: (gop, { goals }) => {
    const unfounded = goals.filter((goal) => lacksSource(gop, goal)).map(({ id }) => id)
    const people = unique(goals.flatMap((goal) => namedByAnother(gop, goal)))
    return goals.length === 0 || goals.some(({ sign, text }) => text.isEmpty || sign.isEmpty) ? new NoWords()
      : unfounded.length > 0 ? new No.GoalWithoutSource({ goals: unfounded })
      : goals.some((goal) => lacksOffer(gop, goal)) ? new No.OfferNotMade()
      : people.length > 0 ? new No.NamedByAnother({ people })
      : { _tag: "GopProposed", goals }
  },
  Consent: ({ consented }, _, { actor }) =>
    consented.includes(actor) ? new No.ConsentedAlready() : { _tag: "GopConsented", by: actor },
  Object: (_, said, { actor }) => ({ ...said, _tag: "GopObjected", by: actor }),
  Reject: ({ objections }) => objections.length === 0 ? new No.NobodyObjects() : { _tag: "GopRejected" },
  Agree: (gop) => {
    const missing = notYetConsented(gop)
    return missing.length > 0 ? new No.ConsentIncomplete({ missing }) : { _tag: "GopAgreed" }
  },
  DiscussWithLeader: (_, { on }) => ({ _tag: "GopDiscussed", on }),
  Activate: (gop, { deadlines }) => {
    const without = gop.goals.filter(({ id }) => !deadlines.some(({ goal }) => goal === id)).map(({ id }) => id)
    return without.length > 0 ? new No.DeadlineMissing({ goals: without }) : { _tag: "GopActivated", deadlines }
  },
  Reopen: () => ({ _tag: "GopReopened" }),
  Evaluate: (_, { evaluation }) => evaluation.isEmpty ? new NoWords() : { _tag: "GopEvaluated", evaluation },
  Close: ({ _tag, schoolYear }, _, { actor, at }) =>
    actor !== Machine.system && _tag !== "Evaluated" ? new No.GopNotEvaluated()
      : actor === Machine.system && at < endOf(schoolYear) ? new YearNotOver({ schoolYear, until: endOf(schoolYear) })
      : { _tag: "GopClosed" },
  LetGo: (gop, { person }, { groupMembers }) => {
    const isTheirs = ({ by }: { readonly by: string }) => by === person
    const left = {
      sources: gop.sources.filter((one) => !isTheirs(one)),
      offers: gop.offers.filter((one) => !isTheirs(one))
    }
    const [first, ...more] = [
      ...gop.sources.filter(isTheirs).map(({ id }) => ({ _tag: "ContributionWithdrawn", source: id }) as const),
      ...gop.offers.filter(isTheirs).map(({ id }) => ({ _tag: "QualityWithdrawn", offer: id }) as const)
    ]
    return groupMembers.includes(person) ? new No.StillInGroup()
      : first === undefined ? new No.NoSuchSource()
      : [first, ...more, ...lapsed(goalsOf(gop), left)]
  }
})
