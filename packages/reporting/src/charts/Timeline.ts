/** What happens in a school year, along one line from August to July. */
import { scaleLinear } from "d3-scale"
import { type Figure, figure, type Language } from "../Document.ts"
import { day, inBoth, inFigures } from "../Words.ts"
import { at, colours, drawing, faint, fitted, ink, label, line, widthOf } from "./Chart.ts"

export interface Happening {
  /** A calendar day, `2025-09-09`. */
  readonly on: string
  readonly what: string
  /** Which of the kinds it is. */
  readonly kind: number
}
export interface Timeline {
  readonly caption: string
  readonly schoolYear: string
  readonly kinds: ReadonlyArray<string>
  readonly happenings: ReadonlyArray<Happening>
  readonly empty: string
}

const words = inBoth({
  nl: { when: "wanneer", what: "wat", kind: "soort" },
  en: { when: "when", what: "what", kind: "kind" }
})
const month = {
  nl: new Intl.DateTimeFormat("nl-NL", { month: "short", timeZone: "UTC" }),
  en: new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" })
}
const [width, left, right] = [720, 20, 700]
const instant = (date: string) => Date.parse(`${date}T00:00:00Z`)

/** Draws the year, with each label in the first row where there is room for it. */
export const timeline = (language: Language, { caption, empty, happenings, kinds, schoolYear }: Timeline): Figure => {
  const [from, until] = [Number(schoolYear.slice(0, 4)), Number(schoolYear.slice(5))]
  const x = scaleLinear([instant(`${from}-08-01`), instant(`${until}-08-01`)], [left, right]).clamp(true)
  const sorted = happenings.toSorted((one, other) => (one.on < other.on ? -1 : 1))
  const ends: Array<number> = []
  const placed = sorted.map((happening) => {
    const text = fitted(happening.what, 130, 11)
    const start = Math.min(x(instant(happening.on)), right - widthOf(text, 11))
    const found = ends.findIndex((end) => end + 6 <= start)
    const row = found === -1 ? ends.length : found
    ends[row] = start + widthOf(text, 11)
    return { ...happening, text, start, row, dot: x(instant(happening.on)) }
  })
  const axis = 44 + Math.max(1, ends.length) * 22
  const months = Array.from({ length: 12 }, (_, n) => `${n < 5 ? from : until}-${String(((n + 7) % 12) + 1).padStart(2, "0")}-01`)
  const body = [
    ...kinds.map(
      (kind, n) =>
        `<circle cx="${left + 6 + n * 150}" cy="14" r="5" fill="${colours[n % colours.length]}"/>${label({ x: left + 18 + n * 150, y: 18, text: fitted(kind, 125) })}`
    ),
    line(left, axis, right, axis, ink, 2),
    ...months.flatMap((date) => [
      line(x(instant(date)), axis - 5, x(instant(date)), axis + 5, ink),
      label({ x: x(instant(date)) + 4, y: axis + 18, text: month[language].format(instant(date)), size: 11 })
    ]),
    ...placed.flatMap(({ dot, kind, row, start, text }) => {
      const y = axis - 22 - row * 22
      return [
        line(dot, y + 6, dot, axis, faint),
        `<circle cx="${at(dot)}" cy="${axis}" r="5" fill="${colours[kind % colours.length]}"/>`,
        label({ x: start, y, text, size: 11 })
      ]
    })
  ].join("")
  const alternative =
    sorted.length === 0 ? empty : `${caption}: ${sorted.map(({ on, what }) => `${day(language, on)} ${what}`).join("; ")}.`
  const said = words(language)
  return figure({
    caption,
    alternative,
    svg: drawing(width, axis + 30, caption, alternative, body),
    ratio: width / (axis + 30),
    data: {
      is: "Table",
      caption: inFigures(language, caption),
      columns: [
        { head: said.when, width: 2 },
        { head: said.what, width: 3 },
        { head: said.kind, width: 2 }
      ],
      rows: sorted.map(({ kind, on, what }) => [day(language, on), what, kinds[kind] ?? ""]),
      empty
    }
  })
}
