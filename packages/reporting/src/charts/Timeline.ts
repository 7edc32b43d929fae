/** What happens along one line from August to July: in a school year, or through the years of a cycle. */
import { scaleLinear } from "d3-scale"
import type { Figure, Language } from "../Document.ts"
import { day, inBoth, perLanguage } from "../Words.ts"
import { dot, drawing, faint, fitted, ink, label, legend, line, widthOf } from "./Chart.ts"

export interface Happening {
  /** A calendar day, `2025-09-09`. */
  readonly on: string
  readonly what: string
  /** What is written by its dot; what it is, unless told. */
  readonly label?: string
  /** Which of the kinds it is. */
  readonly kind: number
}
export interface Timeline {
  readonly caption: string
  /** `2025-2026`, or the years of a cycle: `2024-2028`. */
  readonly schoolYear: string
  readonly kinds: ReadonlyArray<string>
  readonly happenings: ReadonlyArray<Happening>
  readonly empty: string
}

const words = inBoth({
  nl: { when: "wanneer", what: "wat", kind: "soort" },
  en: { when: "when", what: "what", kind: "kind" }
})
const month = perLanguage((locale) => new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" }))
const [width, left, right] = [720, 20, 700]
const instant = (date: string) => Date.parse(`${date}T00:00:00Z`)

/**
 * Draws the year, with each label in the first row where there is room for it.
 *
 * @example
 * ```ts
 * import { timeline } from "@groeikring/reporting/charts"
 *
 * const { data } = timeline("nl", {
 *   caption: "De cyclus",
 *   schoolYear: "2024-2028",
 *   kinds: ["voortgang"],
 *   happenings: [{ on: "2025-11-20", what: "gesprek met Hilde", kind: 0 }],
 *   empty: "Er staat nog niets in."
 * })
 * data.rows // => [["20 november 2025", "gesprek met Hilde", "voortgang"]]
 * ```
 */
export const timeline = (language: Language, { caption, empty, happenings, kinds, schoolYear }: Timeline): Figure => {
  const [from, until] = [Number(schoolYear.slice(0, 4)), Number(schoolYear.slice(5))]
  const x = scaleLinear([instant(`${from}-08-01`), instant(`${until}-08-01`)], [left, right]).clamp(true)
  const sorted = happenings.toSorted((one, other) => (one.on < other.on ? -1 : 1))
  const ends: Array<number> = []
  const placed = sorted.map((happening) => {
    const text = fitted(happening.label ?? happening.what, 130, 11)
    const start = Math.min(x(instant(happening.on)), right - widthOf(text, 11))
    const found = ends.findIndex((end) => end + 6 <= start)
    const row = found === -1 ? ends.length : found
    ends[row] = start + widthOf(text, 11)
    return { ...happening, text, start, row, spot: x(instant(happening.on)) }
  })
  const explained = legend(kinds, { mark: "dot", from: left - 9, until: right, top: 2 })
  const axis = explained.height + 22 + Math.max(1, ends.length) * 22
  // Months of a year; the years of a cycle by their first day.
  const marks =
    until - from === 1
      ? Array.from({ length: 12 }, (_, n) => {
          const on = `${n < 5 ? from : until}-${String(((n + 7) % 12) + 1).padStart(2, "0")}-01`
          return { on, text: month[language].format(instant(on)) }
        })
      : Array.from({ length: until - from }, (_, n) => ({ on: `${from + n}-08-01`, text: `${from + n}-${from + n + 1}` }))
  const body = [
    explained.drawn,
    line(left, axis, right, axis, ink, 2),
    ...marks.flatMap(({ on, text }) => [
      line(x(instant(on)), axis - 5, x(instant(on)), axis + 5, ink),
      label({ x: x(instant(on)) + 4, y: axis + 18, text, size: 11 })
    ]),
    ...placed.flatMap(({ kind, row, spot, start, text }) => {
      const y = axis - 22 - row * 22
      return [line(spot, y + 6, spot, axis, faint), dot(spot, axis, kind), label({ x: start, y, text, size: 11 })]
    })
  ].join("")
  const alternative =
    sorted.length === 0 ? empty : `${caption}: ${sorted.map(({ on, what }) => `${day(language, on)} ${what}`).join("; ")}.`
  const said = words(language)
  return drawing(language, {
    caption,
    alternative,
    width,
    height: axis + 30,
    body,
    columns: [
      { head: said.when, width: 2 },
      { head: said.what, width: 3 },
      { head: said.kind, width: 2 }
    ],
    rows: sorted.map(({ kind, on, what }) => [day(language, on), what, kinds[kind] ?? ""]),
    empty
  })
}
