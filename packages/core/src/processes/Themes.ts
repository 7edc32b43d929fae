/**
 * The process rules of what a group and a school learn together: shared goals become a group plan, what was agreed in it
 * becomes a text for the team, and a theme that the school adopts comes back to the groups as a possible focus. Whatever
 * crosses a border is an offer to whoever decides it. Rows of the one table.
 */
import { Effect } from "effect"
import { isSame } from "../Competence.ts"
import { Elsewhere } from "../Elsewhere.ts"
import { Gop, notYetConsented } from "../Gop.ts"
import { GopText } from "../GopText.ts"
import { isLive } from "../Grant.ts"
import { Intervision } from "../Intervision.ts"
import { IpbTheme } from "../IpbTheme.ts"
import { gopOf } from "../needs/Gop.ts"
import { membersOf } from "../needs/PopGroup.ts"
import { leaders } from "../needs/Staff.ts"
import { Pop } from "../Pop.ts"
import { PopGroup } from "../PopGroup.ts"
import * as Process from "../Process.ts"
import { SharedView } from "../SharedView.ts"
import { day, endOf, startOf } from "../Vocabulary.ts"

/** The drafts of the groups to which something was opened. */
const draftOf = Effect.fnUntraced(function* (groupId: string) {
  const gop = yield* gopOf(groupId)
  return gop?.state._tag === "Draft" ? [gop.id] : []
})
const buildAnew = (_: unknown, { known }: { readonly known: ReadonlyArray<string> }) =>
  known.map((id) => Process.command(Gop, id, { _tag: "BuildHaveNeedBoard" }))
const gopsWith = Effect.fnUntraced(function* (groupId: string, person: string) {
  const { all } = yield* Elsewhere
  return (yield* all(Gop, "groupId", groupId)).flatMap(({ id, state }) =>
    (state._tag === "Draft" || state._tag === "Proposed") && [...state.sources, ...state.offers].some(({ by }) => by === person)
      ? [{ id, person }]
      : [])
})
const letGo = (_: unknown, { known }: { readonly known: Effect.Success<ReturnType<typeof gopsWith>> }) =>
  known.map(({ id, person }) => Process.command(Gop, id, { _tag: "LetGo", person }))

const gathering: ReadonlyArray<Process.Reaction> = [
  Process.onKnowing("P14 what several want to learn can be a goal of the group", Pop, "GoalShared", [Process.suggests(Gop, "Open"), Process.suggests(Gop, "Contribute")],
    Effect.fnUntraced(function* ({ competence, to }, { at, state }) {
      const { all, one } = yield* Elsewhere
      const group = to.kind === "Group" ? yield* one(PopGroup, to.id) : undefined
      if (group?._tag !== "Active" || competence === undefined) return undefined
      const sharing = yield* Effect.forEach(group.members, (member) =>
        Effect.map(all(Pop, "ownerId", member), (pops) =>
          pops.some(({ state }) =>
            state._tag !== "Erased" && state.goals.some((goal) =>
              goal.competence !== undefined && isSame(goal.competence, competence)
                && goal.shares.some((share) => share.to.kind === "Group" && share.to.id === to.id && isLive(share, at))))))
      const gop = yield* gopOf(to.id, group.schoolYear)
      return { gop, members: group.members, sharers: sharing.filter((is) => is).length, year: group.schoolYear, owner: state.ownerId }
    }),
    ({ competence, goal, to }, { known, settings: { sharersAtLeast } }) =>
      known === undefined || competence === undefined || known.sharers < sharersAtLeast ? []
        : known.gop === undefined
        ? known.members.map((member) =>
          Process.suggestion(Gop, `${to.id}/${known.year}`, member, { _tag: "Open", groupId: to.id }))
        : known.gop.state._tag === "Draft"
        ? [Process.suggestion(Gop, known.gop.id, known.owner, { _tag: "Contribute", source: goal, kind: "PopGoal", ref: goal, competence })]
        : []),
  Process.on("A board shows what is open to the group", Gop, "GopOpened", [Process.sends(Gop, "BuildHaveNeedBoard")], (_, { id }) => [
    Process.command(Gop, id, { _tag: "BuildHaveNeedBoard" })
  ]),
  Process.onKnowing("A board shows what is open to the group", SharedView, "ViewOpened", [Process.sends(Gop, "BuildHaveNeedBoard")],
    (_, { state: { granteeId } }) => draftOf(granteeId), buildAnew),
  Process.onKnowing("A board shows what is open to the group", SharedView, "ViewClosed", [Process.sends(Gop, "BuildHaveNeedBoard")],
    (_, { state: { granteeId } }) => draftOf(granteeId), buildAnew),
  Process.onKnowing("P20 what a leaver brought to the group goes along", PopGroup, "MemberLeft", [Process.sends(Gop, "LetGo")],
    ({ person }, { id }) => gopsWith(id, person), letGo),
  Process.onKnowing("P20 what a leaver brought to the group goes along", PopGroup, "MemberRemoved", [Process.sends(Gop, "LetGo")],
    ({ person }, { id }) => gopsWith(id, person), letGo)
]

const agreeing: ReadonlyArray<Process.Reaction> = [
  Process.on("A group plan is agreed when everybody whose it is said yes", Gop, "GopConsented", [Process.sends(Gop, "Agree")], (_, { id, state }) =>
    notYetConsented(state).length === 0 ? [Process.command(Gop, id, { _tag: "Agree" })] : []),
  Process.on("What a group agreed is a text for the team", Gop, "GopAgreed", [Process.sends(GopText, "Share")],
    (_, { id, state: { goals, groupId, schoolYear, version } }) => [
      Process.command(GopText, id, {
        _tag: "Share",
        gopId: id,
        groupId,
        schoolYear,
        version,
        goals: goals.map(({ offers: _offers, sources: _sources, ...goal }) => goal)
      })
    ]),
  // A goal that leans on a theme has its tags, so that the two can become one; what was raised already is not offered again.
  Process.onKnowing("P15 what a group agreed can be a theme of the school", GopText, "GopTextShared", [Process.suggests(IpbTheme, "Raise")],
    Effect.fnUntraced(function* ({ goals, groupId }, { id }) {
      const { every } = yield* Elsewhere
      const themes = yield* every(IpbTheme)
      const isRaised = (goal: string) =>
        themes.some(({ state: { gops } }) => gops.some(({ goals, gopText }) => gopText === id && goals.includes(goal)))
      const tagsOf = (leansOn: ReadonlyArray<string>) => [
        ...new Set(themes.flatMap(({ id, state: { tags } }) => (leansOn.includes(id) ? tags : [])))
      ]
      return {
        members: yield* membersOf(groupId),
        goals: goals.flatMap((goal) => isRaised(goal.id) ? [] : [{ ...goal, tags: tagsOf(goal.themes) }])
      }
    }),
    (_, { id, known: { goals, members } }) =>
      members.flatMap((member) =>
        goals.map(({ id: goal, tags, text }) =>
          Process.suggestion(IpbTheme, `${id}/${goal}`, member, {
            _tag: "Raise",
            origin: "Team",
            text,
            tags,
            from: { gopText: id, goals: [goal] },
            credit: false
          }, { whileIn: ["Standing"] })))),
  Process.on("A group plan ends with its school year", Gop, "GopOpened", [Process.sends(Gop, "Close")], ({ schoolYear }, { id }) => [
    Process.command(Gop, id, { _tag: "Close" }, { notBefore: endOf(schoolYear) })
  ]),
  Process.onKnowing("With a group plan its text is past", Gop, "GopClosed", [Process.sends(GopText, "End")],
    Effect.fnUntraced(function* (_, { id }) {
      const { all } = yield* Elsewhere
      return (yield* all(GopText, "gopId", id)).filter(({ state }) => state._tag === "Standing")
    }),
    (_, { known }) => known.map(({ id }) => Process.command(GopText, id, { _tag: "End" })))
]

/** Other themes, not yet adopted, with a tag in common; and everybody who can say that they are one. */
const alike = Effect.fnUntraced(function* (_: unknown, { id, state }: { readonly id: string; readonly state: { readonly tags: ReadonlyArray<string>; readonly raisers: ReadonlyArray<string> } }) {
  const { all } = yield* Elsewhere
  const found = yield* Effect.forEach(state.tags, (tag) => all(IpbTheme, "tags", tag))
  const others = new Map(found.flat().map((theme) => [theme.id, theme.state]))
  others.delete(id)
  const leading = yield* leaders
  return [...others].flatMap(([other, theme]) =>
    theme._tag === "Raised" || theme._tag === "UnderDiscussion"
      ? [{ other, people: [...new Set([...leading, ...state.raisers, ...theme.raisers])] }]
      : [])
})
const offerMerge = (_: unknown, { id, known }: { readonly id: string; readonly known: Effect.Success<ReturnType<typeof alike>> }) =>
  known.flatMap(({ other, people }) =>
    people.map((person) => Process.suggestion(IpbTheme, id, person, { _tag: "Merge", other }, { whileIn: ["Raised", "UnderDiscussion", "Adopted"] })))

const policy: ReadonlyArray<Process.Reaction> = [
  Process.onKnowing("P16 themes with the same tag can be one", IpbTheme, "ThemeRaised", [Process.suggests(IpbTheme, "Merge")], alike, offerMerge),
  Process.onKnowing("P16 themes with the same tag can be one", IpbTheme, "ThemeAdopted", [Process.suggests(IpbTheme, "Merge")], alike, offerMerge),
  Process.on("Two themes that are one go on as one", IpbTheme, "ThemesMerged", [Process.sends(IpbTheme, "TakeIn")], ({ other }, { id }) => [
    Process.command(IpbTheme, other, { _tag: "TakeIn", into: id })
  ]),
  // The next session of each group, to every member: whoever wants links it, and nobody has to bring a case.
  Process.onKnowing("P16 a theme can be the focus of a session", IpbTheme, "ThemeAdopted", [Process.suggests(Intervision, "LinkTheme")],
    Effect.fnUntraced(function* () {
      const { all, every } = yield* Elsewhere
      const groups = (yield* every(PopGroup)).filter(({ state }) => state._tag === "Active")
      const next = yield* Effect.forEach(groups, ({ id, state: { members } }) =>
        Effect.map(all(Intervision, "groupId", id), (sessions) =>
          sessions
            .flatMap(({ id, state }) => (state._tag === "Planned" || state._tag === "Ready" ? [{ id, on: state.on, members }] : []))
            .toSorted((one, other) => startOf(one.on) - startOf(other.on))
            .slice(0, 1)))
      return next.flat()
    }),
    (_, { id: themeId, known }) =>
      known.flatMap(({ id, members, on }) =>
        members.map((member) =>
          Process.suggestion(Intervision, id, member, { _tag: "LinkTheme", themeId }, {
            notAfter: startOf(on) + day,
            whileIn: ["Adopted", "Active"]
          }))))
]

/** Everything that follows from what a group and a school learn together. */
export const themes: ReadonlyArray<Process.Reaction> = [...gathering, ...agreeing, ...policy]
