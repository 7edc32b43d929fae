/** The board of what a group has and what it needs. */
import { current, isSame, quadrant, type Rating, type Ref, type Sharer } from "../Competence.ts"
import type { Settings } from "../Settings.ts"
import { unique } from "../Vocabulary.ts"
import type { Row } from "./Plan.ts"

/**
 * What a group has and what it needs, in counts per competence of a framework (S1.5). A row with too few sharers is not
 * made at all: it would tell who is meant. Only what was opened to the group counts.
 */
export const haveNeedBoard = (
  sharers: ReadonlyArray<Sharer>,
  settings: Pick<Settings, "ratingThreshold" | "sharersAtLeast">
): ReadonlyArray<Row> => {
  const said = sharers.flatMap(({ person, ratings }) =>
    current(ratings).flatMap((rating) => (rating.ref.of === undefined ? [] : [{ person, rating }])))
  const refs = said.map(({ rating }) => rating.ref).filter((ref, n, all) => all.findIndex((other) => isSame(other, ref)) === n)
  return refs.flatMap((ref) => {
    const mine = said.filter(({ rating }) => isSame(rating.ref, ref))
    const count = (is: (rating: Rating) => boolean) => mine.filter(({ rating }) => is(rating)).length
    const row = {
      ref,
      sharers: unique(mine.map(({ person }) => person)).length,
      have: count(({ skill }) => skill !== null && skill >= settings.ratingThreshold),
      talent: count((rating) => quadrant(rating, settings) === "Talent"),
      need: count((rating) => quadrant(rating, settings) === "Growth")
    }
    return row.sharers < settings.sharersAtLeast ? [] : [row]
  })
}

/** Does the board show this competence? */
export const isShown = (board: ReadonlyArray<Row>, ref: Ref | undefined): boolean =>
  ref !== undefined && board.some((row) => isSame(row.ref, ref))
