/** Lines through the years: how something grew, each point a moment at which somebody said so. */
import { scaleLinear } from "d3-scale"
import { line as lineThrough } from "d3-shape"
import { type Figure, figure, type Language } from "../Document.ts"
import { dayOf, number, inFigures } from "../Words.ts"
import { at, colours, dashes, drawing, faint, fitted, ink, label, line, path } from "./Chart.ts"

export interface Grown {
  readonly name: string
  /** Moments in whole minutes since 1970, oldest first. */
  readonly points: ReadonlyArray<{ readonly at: number; readonly value: number }>
}
export interface Lines {
  readonly caption: string
  readonly about: string
  readonly when: string
  readonly level: string
  readonly empty: string
  readonly lines: ReadonlyArray<Grown>
  /** The lowest and the highest that can be said. */
  readonly between: readonly [number, number]
}

const [width, height] = [640, 300]
const [left, right, top, bottom] = [40, 620, 20, 214]

/** Draws the lines, at most four of them: more cannot be told apart on paper. All of them are in the table. */
export const lines = (language: Language, { about, between, caption, empty, level, lines, when }: Lines): Figure => {
  const drawn = lines.filter(({ points }) => points.length > 0).slice(0, colours.length)
  const moments = drawn.flatMap(({ points }) => points.map((point) => point.at))
  const [first, last] = moments.length === 0 ? [0, 1] : [Math.min(...moments), Math.max(...moments)]
  const x = scaleLinear([first, first === last ? first + 1 : last], [left + 12, right - 12])
  const y = scaleLinear([...between], [bottom, top])
  const levels = Array.from({ length: between[1] - between[0] + 1 }, (_, n) => between[0] + n)
  const through = lineThrough<Grown["points"][number]>(
    (point) => x(point.at),
    (point) => y(point.value)
  )
  const body = [
    ...levels.flatMap((one) => [
      line(left, y(one), right, y(one), faint),
      label({ x: left - 8, y: y(one) + 4, text: String(one), anchor: "end" })
    ]),
    line(left, bottom, right, bottom, ink),
    ...(moments.length === 0
      ? []
      : [
          label({ x: left, y: bottom + 20, text: dayOf(language, first) }),
          ...(first === last ? [] : [label({ x: right, y: bottom + 20, text: dayOf(language, last), anchor: "end" })])
        ]),
    ...drawn.flatMap(({ points }, n) => [
      path(through([...points]), n),
      ...points.map((point) => `<circle cx="${at(x(point.at))}" cy="${at(y(point.value))}" r="4" fill="${colours[n]}"/>`)
    ]),
    ...drawn.map(({ name }, n) => {
      const [lx, ly] = [left + (n % 2) * 290, bottom + 48 + Math.floor(n / 2) * 20]
      const dash = dashes[n] === "" ? "" : ` stroke-dasharray="${dashes[n]}"`
      return (
        `<line x1="${lx}" y1="${ly - 4}" x2="${lx + 28}" y2="${ly - 4}" stroke="${colours[n]}" stroke-width="2"${dash}/>` +
        label({ x: lx + 36, y: ly, text: fitted(name, 240) })
      )
    })
  ].join("")
  const alternative =
    moments.length === 0
      ? empty
      : `${caption}: ${lines
          .filter(({ points }) => points.length > 0)
          .map(
            ({ name, points }) =>
              `${name} ${points.map((point) => `${number(language, point.value)} (${dayOf(language, point.at)})`).join(", ")}`
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
      columns: [
        { head: about, width: 3 },
        { head: when, width: 2 },
        { head: level, isNumber: true }
      ],
      rows: lines.flatMap(({ name, points }) => points.map((point) => [name, dayOf(language, point.at), point.value])),
      empty
    }
  })
}
