/** Timeline — what an owner kept, as a line over the years (S4.7). */
import { schoolYearOf, startOf } from "./Vocabulary.ts"

export interface Year<Entry> {
  readonly schoolYear: string
  readonly entries: ReadonlyArray<Entry>
}

/** Entries per school year, oldest first; of one day in the order in which they were given. */
export const byYear = <Entry extends { readonly on: string }>(entries: ReadonlyArray<Entry>): ReadonlyArray<Year<Entry>> => {
  const sorted = entries.toSorted((one, other) => startOf(one.on) - startOf(other.on))
  return [...new Set(sorted.map(({ on }) => schoolYearOf(on)))].map((schoolYear) => ({
    schoolYear,
    entries: sorted.filter(({ on }) => schoolYearOf(on) === schoolYear)
  }))
}
