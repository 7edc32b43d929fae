/** What somebody with pencil and paper works out of the numbers that are shown of a group. */
import type { Anonymity } from "@groeikring/core"

/** Is what is asked a sum of differences of what is known? Rows of units; elimination as in school. */
const follows = (known: ReadonlyArray<ReadonlyArray<number>>, asked: ReadonlyArray<number>): boolean => {
  const rank = (rows: ReadonlyArray<ReadonlyArray<number>>) => {
    const left = rows.map((row) => [...row])
    let found = 0
    for (let column = 0; column < asked.length; column++) {
      const pivot = left.findIndex((row, n) => n >= found && Math.abs(row[column]!) > 1e-9)
      if (pivot === -1) continue
      ;[left[found], left[pivot]] = [left[pivot]!, left[found]!]
      for (let n = found + 1; n < left.length; n++) {
        const times = left[n]![column]! / left[found]![column]!
        left[n] = left[n]!.map((value, m) => value - times * left[found]![m]!)
      }
      found++
    }
    return found
  }
  return rank([...known, asked]) === rank(known)
}

/**
 * The parts of a group that can be worked out from what is shown and should not be: fewer people than `k`, or one unit
 * that is hidden. A group of one unit is not meant: its total is that unit.
 *
 * **When to use** In a test of whatever shows numbers of people: a screen, a report, a file. Tell it who answered, and
 * what was shown.
 *
 * @example
 * ```ts
 * import { workedOut } from "@groeikring/testkit"
 *
 * const school = [{ unit: "onder", answers: 3 }, { unit: "midden", answers: 5 }, { unit: "boven", answers: 9 }]
 * workedOut(school, { units: ["midden", "boven"], total: true }, 5) // => [["onder"]]
 * workedOut(school, { units: ["boven"], total: true }, 5) // => []
 * ```
 */
export const workedOut = (
  responses: ReadonlyArray<Pick<Anonymity.Response, "unit" | "answers">>,
  shown: Anonymity.Shown,
  k: number
): ReadonlyArray<ReadonlyArray<string>> => {
  const names = responses.map(({ unit }) => unit)
  const only = (some: ReadonlyArray<string>) => responses.map(({ answers, unit }) => (answers > 0 && some.includes(unit) ? 1 : 0))
  const known = [...shown.units.map((unit) => only([unit])), ...(shown.total ? [only(names)] : [])]
  const isWhole = shown.total && responses.filter(({ answers }) => answers > 0).length === 1
  if (isWhole) return []
  return Array.from({ length: 2 ** names.length - 1 }, (_, n) => n + 1).flatMap((choice) => {
    const some = names.filter((_, n) => (choice >> n) % 2 === 1)
    const people = responses.filter(({ unit }) => some.includes(unit)).reduce((all, { answers }) => all + answers, 0)
    const isSecret = people > 0 && (people < k || (some.length === 1 && !shown.units.includes(some[0]!)))
    return isSecret && follows(known, only(some)) ? [some] : []
  })
}
