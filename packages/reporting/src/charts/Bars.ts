/** Bars beside each other: what there is and what is needed, hours against a year task, needs over the measurements. */
import { scaleLinear } from "d3-scale"
import { type Figure, figure, type Language } from "../Document.ts"
import { number, inFigures } from "../Words.ts"
import { at, colours, drawing, faint, fitted, label, line } from "./Chart.ts"

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
const thick = 14

/** Draws bars that lie, so that there is room for words. */
export const bars = (language: Language, { about, caption, most, nothing, rows, series }: Bars): Figure => {
  const top = 34
  const group = series.length * (thick + 3) + 12
  const height = top + Math.max(1, rows.length) * group + 26
  const highest = most ?? Math.max(1, ...rows.flatMap(({ values }) => values.map((value) => value ?? 0)))
  const x = scaleLinear([0, highest], [name + 10, width - 56]).nice()
  const ticks = x.ticks(5)
  const legend = series.map(
    (one, n) =>
      `<rect x="${name + 10 + n * 150}" y="8" width="12" height="12" fill="${colours[n % colours.length]}"${n % 2 === 1 ? ' fill-opacity="0.75"' : ""}/>` +
      label({ x: name + 28 + n * 150, y: 18, text: fitted(one, 120) })
  )
  const drawn = rows.map(({ name: of, values }, n) => {
    const from = top + n * group
    return (
      label({ x: name, y: from + (series.length * (thick + 3)) / 2 + 4, text: fitted(of, name - 10), anchor: "end" }) +
      series
        .map((_, m) => {
          const value = values[m] ?? null
          const y = from + m * (thick + 3)
          return value === null
            ? label({ x: x(0) + 4, y: y + 11, text: "–", size: 11 })
            : `<rect x="${at(x(0))}" y="${at(y)}" width="${at(Math.max(0, x(value) - x(0)))}" height="${thick}" fill="${colours[m % colours.length]}"${m % 2 === 1 ? ' fill-opacity="0.75"' : ""}/>` +
                label({ x: x(Math.max(0, value)) + 5, y: y + 11, text: number(language, value), size: 11 })
        })
        .join("")
    )
  })
  const body = [
    ...(series.length > 1 ? legend : []),
    ...ticks.flatMap((tick) => [
      line(x(tick), top - 6, x(tick), height - 22, faint),
      label({ x: x(tick), y: height - 8, text: number(language, tick), anchor: "middle", size: 11 })
    ]),
    ...drawn
  ].join("")
  const alternative =
    rows.length === 0
      ? nothing
      : `${caption}: ${rows
          .map(
            ({ name: of, values }) =>
              `${of} ${series.map((one, n) => `${one} ${values[n] == null ? nothing : number(language, values[n])}`).join(", ")}`
          )
          .join("; ")}.`
  return figure({
    caption,
    alternative,
    svg: drawing(width, height, caption, alternative, body),
    ratio: width / height,
    data: {
      is: "Table",
      caption: inFigures(language, caption),
      columns: [{ head: about, width: 3 }, ...series.map((head) => ({ head, isNumber: true }))],
      rows: rows.map(({ name: of, values }) => [of, ...series.map((_, n) => values[n] ?? nothing)]),
      empty: nothing
    }
  })
}
