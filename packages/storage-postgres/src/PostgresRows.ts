/** What projections keep, in the same database as the facts. */
import { type Links, type Row, type Rows, type Turn } from "@groeikring/storage"
import { Effect } from "effect"
import type { Database } from "./Database.ts"
import { pairsOf, texts } from "./Parameters.ts"

const standing = "SELECT standing FROM projections WHERE tenant = $1 AND projection = $2"
const rowUnder = (key: string) =>
  `LATERAL (SELECT key, value, links FROM projected_rows WHERE tenant = $1 AND projection = $2 AND key = ${key} LIMIT 1) r`
const get = `
  SELECT r.key, r.value, r.links FROM unnest($3::text[]) WITH ORDINALITY AS asked (key, n), ${rowUnder("asked.key")} ORDER BY n
`
const all = "SELECT key, value, links FROM projected_rows WHERE tenant = $1 AND projection = $2"
const found = `
  SELECT r.key, r.value, r.links FROM row_links l, ${rowUnder("l.key")}
  WHERE tenant = $1 AND projection = $2 AND field = $3 AND l.value = $4
`

/** Who is first moves the standing, and whoever is later finds that it moved: then nothing else is written. */
const turn = `
  WITH stood AS (
    INSERT INTO projections AS p (tenant, projection, standing) SELECT $1, $2, $4 WHERE $3 = ''
    ON CONFLICT (tenant, projection) DO UPDATE SET standing = excluded.standing WHERE p.standing = ''
    RETURNING true
  ), moved AS (
    UPDATE projections SET standing = $4 WHERE tenant = $1 AND projection = $2 AND standing = $3 AND $3 <> ''
    RETURNING true
  ), first AS (
    SELECT FROM stood UNION ALL SELECT FROM moved
  ), dropped AS (
    DELETE FROM projected_rows USING first WHERE tenant = $1 AND projection = $2 AND key = ANY ($5::text[])
  ), written AS (
    INSERT INTO projected_rows (tenant, projection, key, value, links)
    SELECT $1, $2, key, value::json, links::json FROM first, unnest($6::text[], $7::text[], $8::text[]) AS r (key, value, links)
    ON CONFLICT (tenant, projection, key) DO UPDATE SET value = excluded.value, links = excluded.links
  ), unlinked AS (
    DELETE FROM row_links l USING first
    WHERE tenant = $1 AND projection = $2 AND key = ANY ($5::text[] || $6::text[]) AND NOT EXISTS (
      SELECT FROM unnest($9::text[], $10::text[], $11::text[]) AS now (key, field, value)
      WHERE now.key = l.key AND now.field = l.field AND now.value = l.value
    )
  ), linked AS (
    INSERT INTO row_links (tenant, projection, key, field, value)
    SELECT $1, $2, key, field, value FROM first, unnest($9::text[], $10::text[], $11::text[]) AS now (key, field, value)
    ON CONFLICT DO NOTHING
  )
  SELECT FROM first
`

const rowOf = (row: ReadonlyArray<unknown>): Row => {
  const [key, value, links] = row as readonly [string, Row["value"], Links]
  return { key, value, links }
}

export const rowsIn = ({ persistently, run, tenant, transaction }: Database): Rows["Service"] => ({
  standing: (projection) => Effect.map(run(standing, [tenant, projection]), ([row]) => String(row?.[0] ?? "")),
  get: (projection, keys) => Effect.map(run(get, [tenant, projection, texts(keys)]), (rows) => rows.map(rowOf)),
  find: (projection, by) =>
    Effect.map(
      by === undefined ? run(all, [tenant, projection]) : run(found, [tenant, projection, by.field, by.value]),
      // PostgreSQL orders by code point.
      (rows) => rows.map(rowOf).toSorted((one, other) => (one.key < other.key ? -1 : 1))
    ),
  turn: (projection, turn_: Turn) => {
    const rows = [...new Map(turn_.rows.map((row) => [row.key, row])).values()]
    const written = new Set(rows.map(({ key }) => key))
    const links = rows.flatMap(({ key, links }) => pairsOf(links).map((pair) => [key, ...pair] as const))
    return Effect.map(
      run(turn, [
        tenant,
        projection,
        turn_.from,
        turn_.to,
        texts(turn_.gone.filter((key) => !written.has(key))),
        texts(rows.map(({ key }) => key)),
        texts(rows.map(({ value }) => JSON.stringify(value))),
        texts(rows.map(({ links }) => JSON.stringify(links))),
        texts(links.map(([key]) => key)),
        texts(links.map(([, field]) => field)),
        texts(links.map(([, , value]) => value))
      ]),
      ({ length }) => length > 0
    )
  },
  clear: (projection) =>
    persistently(() =>
      transaction(
        Effect.fnUntraced(function* (run) {
          // The standing first: whoever is on their way with a turn is waited for, and their rows are seen.
          for (const table of ["projections", "projected_rows", "row_links"])
            yield* run(`DELETE FROM ${table} WHERE tenant = $1 AND projection = $2`, [tenant, projection])
        })
      )
    )
})
