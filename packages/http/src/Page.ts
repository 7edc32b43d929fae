/** Lists come in pages. A cursor says where the next one begins, and means nothing to who holds it. */
import { Effect } from "effect"
import type { Given } from "./Answer.ts"
import { InvalidRequest } from "./Problem.ts"

/** How many there are on a page, unless told, and at most. */
export const usual = 50
export const most = 200

/** The place before `ids[n]`. */
export const cursor = (ids: ReadonlyArray<string>, n: number): string => btoa(encodeURIComponent(JSON.stringify([n, ids[n - 1]])))

/** Behind the one that came last; where it stood, when it is no longer there to see. */
const startOf = (ids: ReadonlyArray<string>, cursor: string): number | undefined => {
  try {
    const [n, last] = JSON.parse(decodeURIComponent(atob(cursor))) as [unknown, unknown]
    const at = ids.indexOf(last as string)
    return at >= 0 ? at + 1 : Number.isSafeInteger(n) ? Number(n) : undefined
  } catch {
    return undefined
  }
}

/** Which page is asked for. */
export const asked = (
  { query: { cursor, limit = String(usual) }, request }: Given,
  { foundBy, ids }: { readonly ids: ReadonlyArray<string>; readonly foundBy: ReadonlyArray<string> }
): Effect.Effect<{ readonly start: number; readonly limit: number }, InvalidRequest> => {
  const start = cursor === undefined ? 0 : startOf(ids, cursor)
  const size = /^\d{1,3}$/.test(limit) ? Number(limit) : 0
  // What is not understood would otherwise be left out of the question without a word.
  const unknown = [...new URL(request.url, "http://localhost").searchParams.keys()].filter(
    (name) => !["cursor", "limit", ...foundBy].includes(name)
  )
  const problems = [
    ...unknown.map((path) => ({ path, problem: "is not something to find this by" })),
    ...(start === undefined || start < 0 ? [{ path: "cursor", problem: "is not one that was given out" }] : []),
    ...(size < 1 || size > most ? [{ path: "limit", problem: `should be a number from 1 to ${most}` }] : [])
  ]
  return problems.length > 0 ? Effect.fail(new InvalidRequest({ problems })) : Effect.succeed({ start: start!, limit: size })
}
