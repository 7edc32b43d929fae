/** Bars beside each other: what there is and what is needed, hours against a year task, needs over the measurements. */
import { scaleLinear } from "d3-scale"
import type { Figure, Language } from "../Document.ts"
import { number } from "../Words.ts"
import { at, beside, drawing, filled, label, legend, named, ticks } from "./Chart.ts"

export interface Bars {
  readonly caption: string
  /** What a row is about, as the head of the first column. */
  readonly about: string
  readonly series: readonly [string, ...ReadonlyArray<string>]
  /** A number for each of the series; nothing where it is not shown. */
  readonly rows: ReadonlyArray<{ readonly name: string; readonly values: ReadonlyArray<number | null> }>
  /** Said in the table where there is nothing, and instead of an empty drawing. */
  readonly nothing: string
  /** The end of the axis; the highest value unless told. */
  readonly most?: number
}

const width = 640
const name = 200
/** Of three and more there is less room for each. */
const thickOf = (series: number) => (series > 2 ? 11 : 14)

/**
 * Draws bars that lie, so that there is room for words.
 *
 * @example
 * ```ts
 * import { bars } from "@groeikring/reporting/charts"
 *
 * const { alternative, data } = bars("nl", {
 *   caption: "Uren om te groeien",
 *   about: "werk",
 *   series: ["begroot", "gebruikt"],
 *   rows: [{ name: "scholing", values: [83, 20.5] }],
 *   nothing: "niets"
 * })
 * alternative // => "Uren om te groeien: scholing begroot 83, gebruikt 20,5."
 * data.rows // => [["scholing", 83, 20.5]]
 * ```
 */
export const bars = (language: Language, { about, caption, most, nothing, rows, series }: Bars): Figure => {
  const explained = legend(series.length > 1 ? series : [], { mark: "bar", from: 10, until: width - 10, top: 4 })
  const top = series.length > 1 ? explained.height + 16 : 14
  const thick = thickOf(series.length)
  const group = series.length * (thick + 3) + 12
  const height = top + Math.max(1, rows.length) * group + 26
  const highest = most ?? Math.max(1, ...rows.flatMap(({ values }) => values.map((value) => value ?? 0)))
  const x = scaleLinear([0, highest], [name + 10, width - 56]).nice()
  const isCounted = rows.every(({ values }) => values.every((value) => value === null || Number.isInteger(value)))
  const say = (value: number) => number(language, value)
  const drawn = rows.map(({ name: of, values }, n) => {
    const from = top + n * group
    return (
      beside(of, { x: name, y: from + (series.length * (thick + 3)) / 2 + 3, width: name - 10 }).join("") +
      series
        .map((_, m) => {
          const value = values[m] ?? null
          const y = from + m * (thick + 3)
          return value === null
            ? label({ x: x(0) + 4, y: y + thick / 2 + 4, text: "–", size: 11 })
            : `<rect x="${at(x(0))}" y="${at(y)}" width="${at(Math.max(0, x(value) - x(0)))}" height="${thick}" ${filled(m)}/>` +
                label({ x: x(Math.max(0, value)) + 5, y: y + thick / 2 + 4, text: say(value), size: 11 })
        })
        .join("")
    )
  })
  const body = [
    series.length > 1 ? explained.drawn : "",
    ticks(
      // Half a promise is none: what is counted has no marks between.
      x.ticks(5).filter((tick) => !isCounted || Number.isInteger(tick)),
      { of: x, say, top: top - 6, bottom: height - 23 }
    ),
    ...drawn
  ].join("")
  const alternative =
    rows.length === 0
      ? nothing
      : `${caption}: ${rows
          .map(
            ({ name: of, values }) =>
              `${named(of)} ${series.map((one, n) => `${one} ${values[n] == null ? nothing : number(language, values[n])}`).join(", ")}`
          )
          .join("; ")}.`
  return drawing(language, {
    caption,
    alternative,
    width,
    height,
    body,
    columns: [{ head: about, width: 3 }, ...series.map((head) => ({ head, isNumber: true }))],
    rows: rows.map(({ name: of, values }) => [of, ...series.map((_, n) => values[n] ?? nothing)]),
    empty: nothing
  })
}
