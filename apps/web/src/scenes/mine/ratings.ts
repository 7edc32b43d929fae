/** What somebody says of competences. */
import type { StateOf } from "../../school.ts"

export type Rating = NonNullable<StateOf<"CompetenceProfile">["ratings"]>[number]

export type Ref = Rating["ref"]

export const isSame = (one: Ref, other: Ref): boolean =>
  one.competence === other.competence && one.of?.framework === other.of?.framework && one.of?.version === other.of?.version

/** What is said now of each competence. */
export const currentOf = (ratings: ReadonlyArray<Rating>): ReadonlyArray<Rating> =>
  ratings
    .filter(({ ref }, n) => ratings.findIndex((other) => isSame(other.ref, ref)) === n)
    .map(({ ref }) => ratings.findLast((other) => isSame(other.ref, ref))!)
