/** Means per unit and moment, dark where they are high. What may not be shown is a dash, in the drawing and in the table. */
import { scaleQuantize } from "d3-scale"
import type { Figure, Language } from "../Document.ts"
import { number } from "../Words.ts"
import { at, beside, drawing, inLines, ink, label, named } from "./Chart.ts"

export interface HeatMap {
  readonly caption: string
  readonly about: string
  readonly columns: readonly [string, ...ReadonlyArray<string>]
  /** Nothing where there were too few answers: how many there were is not said either. */
  readonly rows: ReadonlyArray<{ readonly name: string; readonly values: ReadonlyArray<number | null> }>
  readonly hidden: string
  readonly between: readonly [number, number]
}

const width = 640
const name = 190
const high = 30

/**
 * Draws the map.
 *
 * @example
 * ```ts
 * import { heatMap } from "@groeikring/reporting/charts"
 *
 * const { data } = heatMap("en", {
 *   caption: "Pulse",
 *   about: "about",
 *   columns: ["lower years", "upper years"],
 *   rows: [{ name: "autonomy", values: [3.5, null] }],
 *   hidden: "not shown",
 *   between: [1, 5]
 * })
 * data.rows // => [["autonomy", 3.5, "not shown"]]
 * ```
 */
export const heatMap = (language: Language, { about, between, caption, columns, hidden, rows }: HeatMap): Figure => {
  const height = 40 + Math.max(1, rows.length) * high
  const wide = (width - name - 10) / columns.length
  const shade = scaleQuantize([...between], ["#f2f6fa", "#cfe0ef", "#9fc3e0", "#4f8fc0", "#12507f"])
  const body = [
    ...columns.flatMap((head, n) => {
      const lines = inLines(head, wide - 6, 2, 11)
      return lines.map((text, row) =>
        label({ x: name + (n + 0.5) * wide, y: 27 - (lines.length - 1 - row) * 14, text, anchor: "middle", size: 11 })
      )
    }),
    ...rows.flatMap(({ name: of, values }, row) => [
      ...beside(of, { x: name - 8, y: 34 + row * high + 19, width: name - 16 }),
      ...columns.map((_, n) => {
        const value = values[n] ?? null
        const [x, y] = [name + n * wide, 34 + row * high]
        const fill = value === null ? "#ffffff" : shade(value)
        return (
          `<rect x="${at(x + 1)}" y="${at(y + 1)}" width="${at(wide - 2)}" height="${high - 2}" fill="${fill}" stroke="#c3ccd4"/>` +
          label({
            x: x + wide / 2,
            y: y + 19,
            text: value === null ? "–" : number(language, value),
            anchor: "middle",
            colour: fill === "#12507f" ? "#ffffff" : ink
          })
        )
      })
    ])
  ].join("")
  const cell = (value: number | null | undefined) => (value === null || value === undefined ? hidden : number(language, value))
  const alternative = `${caption}: ${rows.map(({ name: of, values }) => `${named(of)} ${columns.map((head, n) => `${head} ${cell(values[n])}`).join(", ")}`).join("; ") || hidden}.`
  return drawing(language, {
    caption,
    alternative,
    width,
    height,
    body,
    columns: [{ head: about, width: 2 }, ...columns.map((head) => ({ head, isNumber: true }))],
    rows: rows.map(({ name: of, values }) => [of, ...columns.map((_, n) => values[n] ?? hidden)]),
    empty: hidden
  })
}
