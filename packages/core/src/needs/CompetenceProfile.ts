/** Where the needs of a competence profile come from. */
import { Effect } from "effect"
import { isIn } from "../Competence.ts"
import { CompetenceProfile, CompetenceProfileLifecycle } from "../CompetenceProfile.ts"
import { answers, Elsewhere, type Question } from "../Elsewhere.ts"
import type * as Machine from "../Machine.ts"
import { publishedCompetences } from "./CompetenceFramework.ts"
import { circleOf, peersOf } from "./Grant.ts"
import { settings } from "./Settings.ts"
import { staff } from "./Staff.ts"

type Asked = Question<Machine.Of<typeof CompetenceProfileLifecycle>>

const ownerOf = ({ state }: Asked) => (state._tag === "Start" ? undefined : state.ownerId)

export const CompetenceProfileNeeds = answers(CompetenceProfileLifecycle, {
  peers: (asked) => peersOf(ownerOf(asked)),
  staff,
  otherProfile: Effect.fnUntraced(function* ({ actor, id }) {
    const { all } = yield* Elsewhere
    const mine = yield* all(CompetenceProfile, "ownerId", actor)
    return mine.find((other) => other.id !== id && other.state._tag !== "Closed" && other.state._tag !== "Erased")?.id ?? null
  }),
  competenceIsPublished: ({ command }) =>
    Effect.map(publishedCompetences, (published) => command?._tag === "Rate" && isIn(published, command.ref)),
  circle: (asked) => circleOf(ownerOf(asked)),
  settings
})
