/** What is handed to a statement. */
import * as PgTypes from "@effect/sql-pg/PgTypes"
import type { Links } from "@groeikring/storage"
import { Result } from "effect"

/** Named as a list of text, also when there is nothing in it to tell the type by. */
export const texts = (values: ReadonlyArray<string | null>): PgTypes.Parameter =>
  Result.getOrThrow(PgTypes.array(values, PgTypes.OID.text))

/** Each field with each of its values, once. */
export const pairsOf = (links: Links): ReadonlyArray<readonly [field: string, value: string]> =>
  Object.entries(links).flatMap(([field, values]) => [...new Set(values)].map((value) => [field, value] as const))
