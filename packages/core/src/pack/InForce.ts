/** The days on which an entry of a pack holds. */

export interface Valid {
  readonly validFrom: string
  readonly validTo?: string
}
export type Days = readonly [from: string, to: string]
export const always = "9999-12-31"

/** The entries that hold on a day. */
export const inForce = <A extends Valid>(entries: ReadonlyArray<A>, day: string): ReadonlyArray<A> =>
  entries.filter(({ validFrom, validTo = always }) => validFrom <= day && day <= validTo)
