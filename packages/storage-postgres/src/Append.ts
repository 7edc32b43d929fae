/** Writing facts: what was expected of a stream is checked, and everything is written, in one statement. */
import { Conflict, meets, nameOf, type Write, type Written } from "@groeikring/storage"
import { Effect } from "effect"
import type { SqlError } from "effect/sql/SqlError"
import type { Run } from "./Database.ts"
import { pairsOf, texts } from "./Parameters.ts"
import { checkpointOf, type Position } from "./Position.ts"

/**
 * The facts of a stream, which is one row when it is as it was expected to be, and none when it is not: then nothing is
 * written. `own` is the number of the transaction, `pg_current_xact_id`; `ahead` is how far those numbers lag behind the ones
 * that were given out before the facts were moved to this server.
 *
 * What is looked up along the way is looked up in subqueries with a limit, for which there is one way: a join is planned by
 * what the server knows of its tables, and of a young table it knows nothing.
 */
const written = (transaction: string, place: string) => `
  own AS (
    SELECT pg_current_xact_id()::text::bigint + ahead AS own FROM tenants WHERE tenant = $1
  ), written AS (
    INSERT INTO facts (
      tenant, stream, version, transaction, place, at, type, data, boxes, actor, command, part, correlation, causation
    )
    SELECT
      $1, stream, $4::int + n, ${transaction}, ${place} + n,
      $6::int, type, data::json, boxes::json, actor, $7::text, n, $8::text, $9::text
    FROM stream CROSS JOIN own,
      unnest($10::text[], $11::text[], $12::text[], $13::text[]) WITH ORDINALITY AS f (type, data, boxes, actor, n)
    RETURNING transaction, place
  )
  SELECT transaction, place FROM written ORDER BY place DESC LIMIT 1
`
/** Where the transaction is: at its beginning, or behind what it wrote last. */
const here = ["coalesce($5::bigint, own)", "coalesce($18::bigint, 0)"] as const

/** A stream begins. */
const begin = `
  WITH stream AS (
    INSERT INTO streams (tenant, machine, id, version, links) VALUES ($1, $2, $3, $4::int + $14::int, $15)
    ON CONFLICT (tenant, machine, id) DO NOTHING
    RETURNING stream
  ), linked AS (
    INSERT INTO links (tenant, machine, field, value, stream)
    SELECT $1, $2, field, value, stream FROM stream, unnest($16::text[], $17::text[]) AS l (field, value)
  ), ${written(...here)}
`

/** A stream grows. Its links are touched only when they changed. */
const grown = (latest: string) => `
  WITH stream AS (
    UPDATE streams AS now SET version = $4::int + $14::int, links = $15
    WHERE tenant = $1 AND machine = $2 AND id = $3 AND version = $4::int AND (
      SELECT true FROM facts WHERE facts.tenant = $1 AND facts.stream = now.stream AND command = $7::text LIMIT 1
    ) IS NULL
    RETURNING stream, (SELECT links FROM streams WHERE tenant = $1 AND stream = now.stream) AS before${latest}
  ), relinked AS (
    SELECT stream, before FROM stream WHERE before <> $15
  ), gone AS (
    SELECT old.place
    FROM relinked, json_each(before::json) AS f (field, list), json_array_elements_text(list) AS v (value),
      LATERAL (
        SELECT ctid AS place FROM links
        WHERE tenant = $1 AND machine = $2 AND field = f.field AND links.value = v.value AND links.stream = relinked.stream
        LIMIT 1
      ) old
    WHERE (f.field, v.value) NOT IN (SELECT field, value FROM unnest($16::text[], $17::text[]) AS l (field, value))
  ), unlinked AS (
    DELETE FROM links WHERE tenant = $1 AND ctid = ANY (ARRAY (SELECT place FROM gone))
  ), linked AS (
    INSERT INTO links (tenant, machine, field, value, stream)
    SELECT $1, $2, field, value, stream FROM relinked, unnest($16::text[], $17::text[]) AS l (field, value)
    ON CONFLICT DO NOTHING
  ),
`
const grow = `${grown("")} ${written(...here)}`

/**
 * A stream grows in a transaction that writes to several. Such a transaction has its number from the first of them, and may
 * come to the next behind one with a higher number. It then takes its place behind that one, under its number: nobody has
 * read so far, because nobody reads beyond a transaction that is not ready. The place is one layer deeper (40 bits up), and
 * in that layer each transaction has its own (20 bits up).
 */
const growAmongOthers = `
  ${grown(`,
    (SELECT transaction FROM facts WHERE tenant = $1 AND facts.stream = now.stream AND facts.version = $4::int LIMIT 1) AS latest,
    (SELECT place FROM facts WHERE tenant = $1 AND facts.stream = now.stream AND facts.version = $4::int LIMIT 1) AS latest_place`)}
  ${written(
    `CASE WHEN (latest, latest_place) > (${here.join()}) THEN latest ELSE ${here[0]} END`,
    `CASE WHEN (latest, latest_place) > (${here.join()})
      THEN (((latest_place >> 40) + 1) << 40) + ((own & 1048575) << 20) ELSE ${here[1]} END`
  )}
`

/** How far a stream is, and what a command wrote to it. */
const standing = `
  SELECT s.version, f.first, f.last, f.transaction, f.place
  FROM streams s, LATERAL (
    SELECT min(version) AS first, max(version) AS last, max(transaction) AS transaction, max(place) AS place
    FROM facts WHERE tenant = s.tenant AND stream = s.stream AND command = $4
  ) f
  WHERE s.tenant = $1 AND s.machine = $2 AND s.id = $3
`
type Standing =
  | readonly [version: number, first: number, last: number, transaction: bigint, place: bigint]
  | readonly [version: number, first: null]

export interface Appending {
  readonly tenant: string
  readonly write: Write
  /** In a transaction that writes to several streams: what it wrote last, if anything. */
  readonly among?: { readonly after: Position | undefined }
  /** A try before this one lost its connection: what it came to is unknown. */
  readonly isAgain: boolean
}

export const append = Effect.fnUntraced(function* (
  run: Run<SqlError>,
  { among, isAgain, tenant, write }: Appending
): Effect.fn.Return<Written, Conflict | SqlError> {
  const { at, causation, command, correlation, facts, links, stream } = write
  const { id, machine } = stream
  const pairs = pairsOf(links)
  for (let expected = write.expected; ;) {
    if (expected !== "Something") {
      const [row] = (yield* run(expected === 0 ? begin : among === undefined ? grow : growAmongOthers, [
        tenant,
        machine,
        id,
        expected,
        among?.after?.[0] ?? null,
        at,
        command,
        correlation === command ? null : correlation,
        causation ?? null,
        texts(facts.map(({ type }) => type)),
        texts(facts.map(({ data }) => JSON.stringify(data))),
        texts(facts.map(({ boxes }) => (Object.keys(boxes).length === 0 ? null : JSON.stringify(boxes)))),
        texts(facts.map(({ actor }) => actor ?? null)),
        facts.length,
        JSON.stringify(links),
        texts(pairs.map(([field]) => field)),
        texts(pairs.map(([, value]) => value)),
        among?.after?.[1] ?? null
      ])) as ReadonlyArray<Position>
      if (row !== undefined) return { version: expected + facts.length, position: checkpointOf(...row), repeated: false }
    }
    const [seen] = (yield* run(standing, [tenant, machine, id, command])) as ReadonlyArray<Standing>
    const [actual, first, last, transaction, latest] = seen ?? [0, null]
    // What stands where this would have put it is what the try that lost its connection wrote.
    if (first !== null)
      return {
        version: last,
        position: checkpointOf(transaction, latest),
        repeated: !(isAgain && write.expected === first - 1)
      }
    if (!meets(write.expected, actual))
      return yield* Effect.fail(new Conflict({ stream: nameOf(stream), expected: write.expected, actual }))
    expected = actual
  }
})
