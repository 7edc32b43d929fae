/**
 * Where a fact stands in the order of all facts: the transaction that wrote it, and its place in there.
 *
 * Transactions are numbered when they begin to write and not when they end, so a reader waits for whoever has a lower
 * number: below `pg_snapshot_xmin` nobody is still writing.
 */
import type { Checkpoint } from "@groeikring/storage"

export type Position = readonly [transaction: bigint, place: bigint]

export const checkpointOf = (transaction: bigint, place: bigint): Checkpoint => `${transaction}/${place}`

/** The largest number that PostgreSQL counts to. */
const last = 2n ** 63n - 1n

/** Has a text the form of a checkpoint, with numbers that PostgreSQL can read? */
export const isCheckpoint = (text: string): boolean =>
  /^\d{1,19}\/\d{1,19}$/.test(text) && text.split("/").every((number) => BigInt(number) <= last)

export const positionOf = (checkpoint: Checkpoint): Position => {
  if (checkpoint === "") return [0n, 0n]
  const [, transaction, place] =
    /^(\d+)\/(\d+)$/.exec(checkpoint) ?? fail(`"${checkpoint}" is no checkpoint of a store on PostgreSQL.`)
  return [BigInt(transaction!), BigInt(place!)]
}

/** Does this one come before that one in the order of all facts? */
export const isBefore = (one: Checkpoint, other: Checkpoint): boolean => {
  const [a, b] = [positionOf(one), positionOf(other)]
  return a[0] === b[0] ? a[1] < b[1] : a[0] < b[0]
}

const fail = (message: string): never => {
  throw new Error(message)
}
