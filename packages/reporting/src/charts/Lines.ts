/** Lines through moments: how something grew over the years, or what a group needs over its measurements. */
import { scaleLinear } from "d3-scale"
import { line as lineThrough } from "d3-shape"
import type { Figure, Language } from "../Document.ts"
import { dayOf, number } from "../Words.ts"
import { colours, dot, drawing, ink, label, legend, line, named, path, ticks } from "./Chart.ts"

export interface Grown {
  readonly name: string
  /** Moments in whole minutes since 1970, oldest first. */
  readonly points: ReadonlyArray<{
    readonly at: number
    /** Nothing where it may not be shown: the line stops there, and goes on at the next. */
    readonly value: number | null
  }>
}
export interface Lines {
  readonly caption: string
  readonly about: string
  readonly when: string
  readonly level: string
  readonly empty: string
  /** Said in the table where a value may not be shown. */
  readonly hidden?: string
  readonly lines: ReadonlyArray<Grown>
  /** The lowest and the highest that can be said. */
  readonly between: readonly [number, number]
}

const width = 640
const [left, right, top, bottom] = [40, 620, 20, 214]

/**
 * Draws the lines, at most four of them: more cannot be told apart on paper. All of them are in the table.
 *
 * @example
 * ```ts
 * import { lines } from "@groeikring/reporting/charts"
 *
 * const { data } = lines("en", {
 *   caption: "How it grew",
 *   about: "need",
 *   when: "when",
 *   level: "level",
 *   empty: "Nothing yet.",
 *   hidden: "not shown",
 *   lines: [{ name: "autonomy", points: [{ at: 0, value: 3 }, { at: 1440, value: null }] }],
 *   between: [1, 5]
 * })
 * data.rows // => [["autonomy", "1 January 1970", 3], ["autonomy", "2 January 1970", "not shown"]]
 * ```
 */
export const lines = (
  language: Language,
  { about, between, caption, empty, hidden = "–", level, lines, when }: Lines
): Figure => {
  const drawn = lines.filter(({ points }) => points.length > 0).slice(0, colours.length)
  const moments = drawn.flatMap(({ points }) => points.map((point) => point.at))
  const [first, last] = moments.length === 0 ? [0, 1] : [Math.min(...moments), Math.max(...moments)]
  const x = scaleLinear([first, first === last ? first + 1 : last], [left + 12, right - 12])
  const y = scaleLinear([...between], [bottom, top])
  const levels = Array.from({ length: between[1] - between[0] + 1 }, (_, n) => between[0] + n)
  const through = lineThrough<Grown["points"][number]>(
    (point) => x(point.at),
    (point) => y(point.value ?? 0)
  ).defined(({ value }) => value !== null)
  const explained = legend(
    drawn.map(({ name }) => name),
    { mark: "line", from: left, until: right, top: bottom + 32 }
  )
  const height = bottom + 32 + explained.height
  const body = [
    ticks(levels, { of: y, say: String, left, right }),
    line(left, bottom, right, bottom, ink),
    ...(moments.length === 0
      ? []
      : [
          label({ x: left, y: bottom + 20, text: dayOf(language, first) }),
          ...(first === last ? [] : [label({ x: right, y: bottom + 20, text: dayOf(language, last), anchor: "end" })])
        ]),
    ...drawn.flatMap(({ points }, n) => [
      path(through([...points]), n),
      ...points.flatMap((point) => (point.value === null ? [] : [dot(x(point.at), y(point.value), n, 4)]))
    ]),
    explained.drawn
  ].join("")
  // To say a day takes longer than to draw it: each is said once.
  const told = lines.map(({ name, points }) => ({
    name,
    points: points.map((point) => ({ day: dayOf(language, point.at), value: point.value }))
  }))
  const alternative =
    moments.length === 0
      ? empty
      : `${caption}: ${told
          .filter(({ points }) => points.length > 0)
          .map(
            ({ name, points }) =>
              `${named(name)} ${points.map(({ day, value }) => `${value === null ? hidden : number(language, value)} (${day})`).join(", ")}`
          )
          .join("; ")}.`
  return drawing(language, {
    caption,
    alternative,
    width,
    height,
    body,
    columns: [
      { head: about, width: 3 },
      { head: when, width: 2 },
      { head: level, isNumber: true }
    ],
    rows: told.flatMap(({ name, points }) => points.map(({ day, value }) => [name, day, value ?? hidden])),
    empty
  })
}
