/** Now and where somebody wants to be, as a web with an arm for each competence. */
import { lineRadial, curveLinearClosed } from "d3-shape"
import type { Figure, Language } from "../Document.ts"
import { inBoth } from "../Words.ts"
import { bars } from "./Bars.ts"
import { colours, drawing, faint, inLines, label, legend, line, path } from "./Chart.ts"

export interface Arm {
  readonly name: string
  /** From 0 to the most there is. */
  readonly now: number | null
  readonly goal: number | null
}
export interface Radar {
  readonly caption: string
  /** What an arm is, as the head of the first column. */
  readonly about: string
  /** The end of every arm: 5, unless told. */
  readonly most?: number
  readonly arms: ReadonlyArray<Arm>
}
const words = inBoth({
  nl: { now: "nu", goal: "doel", none: "nog niets gezegd" },
  en: { now: "now", goal: "goal", none: "not said yet" }
})
const [width, height, radius] = [640, 400, 138]
/** Words beside the web stand under each other; two lines of them are enough to know which arm it is. */
const besides = 178

/**
 * Draws the web; bars where it would have fewer than three arms, or more than can be read.
 *
 * @example
 * ```ts
 * import { radar } from "@groeikring/reporting/charts"
 *
 * const arms = ["plan", "teach", "listen"].map((name) => ({ name, now: 2, goal: 4 }))
 * radar("en", { caption: "Where I am", about: "competence", arms }).data.rows[0] // => ["plan", 2, 4]
 * ```
 */
export const radar = (language: Language, { about, arms, caption, most = 5 }: Radar): Figure => {
  const said = words(language)
  const asBars = bars(language, {
    caption,
    about,
    series: [said.now, said.goal],
    rows: arms.map(({ goal, name, now }) => ({ name, values: [now, goal] })),
    nothing: said.none,
    most
  })
  if (arms.length < 3 || arms.length > 12) return asBars
  const angle = (n: number) => (n * 2 * Math.PI) / arms.length
  const web = lineRadial<number>()
    .angle((_, n) => angle(n))
    .radius((value) => (value * radius) / most)
    .curve(curveLinearClosed)
  const body = [
    `<g transform="translate(${width / 2} ${height / 2 - 4})">`,
    ...Array.from({ length: most }, (_, n) => `<path d="${web(arms.map(() => n + 1)) ?? ""}" fill="none" stroke="${faint}"/>`),
    ...arms.map((_, n) => line(0, 0, radius * Math.sin(angle(n)), -radius * Math.cos(angle(n)))),
    path(web(arms.map(({ goal }) => goal ?? 0)), 1),
    path(web(arms.map(({ now }) => now ?? 0)), 0, `${colours[0]}33`),
    ...arms.map(({ name }, n) => {
      const x = (radius + 14) * Math.sin(angle(n))
      const y = -(radius + 14) * Math.cos(angle(n))
      const isAbove = Math.abs(x) < 12
      const anchor = isAbove ? ("middle" as const) : x > 0 ? ("start" as const) : ("end" as const)
      const rows = inLines(name, isAbove ? 2 * besides : Math.min(besides, width / 2 - Math.abs(x) - 6), 2)
      const first = isAbove && y < 0 ? y - (rows.length - 1) * 15 : y + 4 - (isAbove ? 0 : (rows.length - 1) * 7)
      return rows.map((text, row) => label({ x, y: first + row * 15, text, anchor })).join("")
    }),
    "</g>",
    legend([said.now, said.goal], { mark: "line", from: 240, until: width, top: height - 24 }).drawn
  ].join("")
  const { alternative, data } = asBars
  return drawing(language, { ...data, caption, alternative, width, height, body })
}
