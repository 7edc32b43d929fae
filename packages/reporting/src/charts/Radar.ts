/** Now and where somebody wants to be, as a web with an arm for each competence. */
import { lineRadial, curveLinearClosed } from "d3-shape"
import { type Figure, figure, type Language } from "../Document.ts"
import { inBoth } from "../Words.ts"
import { bars } from "./Bars.ts"
import { colours, dashes, drawing, faint, fitted, label, path } from "./Chart.ts"

export interface Arm {
  readonly name: string
  /** 1 to 5. */
  readonly now: number | null
  readonly goal: number | null
}
const words = inBoth({
  nl: { caption: "Nu en straks", about: "competentie", now: "nu", goal: "doel", none: "nog niets gezegd" },
  en: { caption: "Now and later", about: "competence", now: "now", goal: "goal", none: "not said yet" }
})
const [width, height, radius] = [600, 420, 140]

/** Draws the web; bars where it would have fewer than three arms, or more than can be read. */
export const radar = (language: Language, arms: ReadonlyArray<Arm>): Figure => {
  const said = words(language)
  const rows = arms.map(({ goal, name, now }) => ({ name, values: [now, goal] }))
  const asBars = bars(language, {
    caption: said.caption,
    about: said.about,
    series: [said.now, said.goal],
    rows,
    nothing: said.none,
    most: 5
  })
  if (arms.length < 3 || arms.length > 12) return asBars
  const angle = (n: number) => (n * 2 * Math.PI) / arms.length
  const web = lineRadial<number>()
    .angle((_, n) => angle(n))
    .radius((value) => (value * radius) / 5)
    .curve(curveLinearClosed)
  const body = [
    `<g transform="translate(${width / 2} ${height / 2 - 14})">`,
    ...[1, 2, 3, 4, 5].map((ring) => `<path d="${web(arms.map(() => ring)) ?? ""}" fill="none" stroke="${faint}"/>`),
    path(web(arms.map(({ goal }) => goal ?? 0)), 1),
    path(web(arms.map(({ now }) => now ?? 0)), 0, `${colours[0]}33`),
    ...arms.map(({ name }, n) => {
      const x = (radius + 14) * Math.sin(angle(n))
      const y = -(radius + 14) * Math.cos(angle(n))
      const anchor = Math.abs(x) < 12 ? ("middle" as const) : x > 0 ? ("start" as const) : ("end" as const)
      return label({ x, y: y + 4, text: fitted(name, 140), anchor })
    }),
    "</g>",
    ...[said.now, said.goal].map(
      (text, n) =>
        `<line x1="${200 + n * 120}" y1="${height - 14}" x2="${228 + n * 120}" y2="${height - 14}" stroke="${colours[n]}" stroke-width="2"${dashes[n] === "" ? "" : ` stroke-dasharray="${dashes[n]}"`}/>` +
        label({ x: 236 + n * 120, y: height - 10, text })
    )
  ].join("")
  const { alternative, caption, data } = asBars
  return figure({ caption, alternative, svg: drawing(width, height, caption, alternative, body), ratio: width / height, data })
}
