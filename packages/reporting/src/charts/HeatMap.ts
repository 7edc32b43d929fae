/** Means per unit and moment, dark where they are high. What may not be shown is a dash, in the drawing and in the table. */
import { scaleQuantize } from "d3-scale"
import { type Figure, figure, type Language } from "../Document.ts"
import { number, inFigures } from "../Words.ts"
import { at, drawing, fitted, label } from "./Chart.ts"

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

/** Draws the map. */
export const heatMap = (language: Language, { about, between, caption, columns, hidden, rows }: HeatMap): Figure => {
  const height = 40 + Math.max(1, rows.length) * high
  const wide = (width - name - 10) / columns.length
  const shade = scaleQuantize([...between], ["#f2f6fa", "#cfe0ef", "#9fc3e0", "#4f8fc0", "#12507f"])
  const body = [
    ...columns.map((head, n) =>
      label({ x: name + (n + 0.5) * wide, y: 22, text: fitted(head, wide - 6, 11), anchor: "middle", size: 11 })
    ),
    ...rows.flatMap(({ name: of, values }, row) => [
      label({ x: name - 8, y: 40 + row * high + 19, text: fitted(of, name - 16), anchor: "end" }),
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
            colour: fill === "#12507f" || fill === "#4f8fc0" ? "#ffffff" : "#15202b"
          })
        )
      })
    ])
  ].join("")
  const cell = (value: number | null | undefined) => (value === null || value === undefined ? hidden : number(language, value))
  const alternative = `${caption}: ${rows.map(({ name: of, values }) => `${of} ${columns.map((head, n) => `${head} ${cell(values[n])}`).join(", ")}`).join("; ") || hidden}.`
  return figure({
    caption,
    alternative,
    svg: drawing(width, height, caption, alternative, body),
    ratio: width / height,
    data: {
      is: "Table",
      caption: inFigures(language, caption),
      columns: [{ head: about, width: 2 }, ...columns.map((head) => ({ head, isNumber: true }))],
      rows: rows.map(({ name: of, values }) => [of, ...columns.map((_, n) => values[n] ?? hidden)]),
      empty: hidden
    }
  })
}
