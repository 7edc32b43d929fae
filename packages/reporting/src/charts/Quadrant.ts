/** *Leuk × kan ik goed*: where somebody's competences lie. For its owner's eyes, and for whom they show it to. */
import { scaleLinear } from "d3-scale"
import type { Figure, Language } from "../Document.ts"
import { inBoth } from "../Words.ts"
import { at, colours, drawing, faint, fitted, ink, label, line, widthOf } from "./Chart.ts"

export interface Placed {
  readonly name: string
  /** 1 to 5; nothing while its owner says nothing. */
  readonly fun: number | null
  readonly skill: number | null
}

const words = inBoth({
  nl: {
    caption: "Leuk en goed",
    competence: "competentie",
    fun: "leuk",
    skill: "kan ik goed",
    none: "nog niets gezegd",
    quadrants: { talent: "talent", growth: "groeiruimte", routine: "routine", notMine: "niet mijn ding" },
    empty: "Er staat nog geen competentie in.",
    told: (placed: ReadonlyArray<string>) => `Competenties naar hoe leuk en hoe goed: ${placed.join("; ")}.`
  },
  en: {
    caption: "Fun and good",
    competence: "competence",
    fun: "fun",
    skill: "good at it",
    none: "not said yet",
    quadrants: { talent: "talent", growth: "room to grow", routine: "routine", notMine: "not my thing" },
    empty: "There is no competence in it yet.",
    told: (placed: ReadonlyArray<string>) => `Competences by how much fun and how good: ${placed.join("; ")}.`
  }
})

const size = 520
const [left, right, top, bottom] = [56, 500, 24, 456]
const height = 15

interface Spot {
  readonly x: number
  readonly y: number
}
interface Placing extends Spot {
  readonly text: string
  readonly width: number
}

/** Labels beside their dots, moved up or down until none lies on another. Those that find no room are left to the table. */
const placedApart = (dots: ReadonlyArray<Spot & { readonly name: string }>): ReadonlyArray<Placing | undefined> => {
  const taken: Array<Placing> = []
  const isFree = (box: Placing) =>
    box.y - height > top &&
    box.y < bottom - 2 &&
    taken.every(
      (other) => Math.abs(box.y - other.y) >= height || box.x >= other.x + other.width || other.x >= box.x + box.width
    ) &&
    dots.every(({ x, y }) => x + 6 < box.x || x - 6 > box.x + box.width || y + 6 < box.y - height + 3 || y - 6 > box.y + 2)
  return dots.map(({ name, x, y }) => {
    const text = fitted(name, 200, 11)
    const width = widthOf(text, 11)
    const sides = [x + 9, x - 9 - width].filter((side) => side > left && side + width < right)
    const steps = Array.from({ length: 40 }, (_, n) => (n % 2 === 0 ? 1 : -1) * Math.ceil(n / 2) * 5)
    const found = steps.flatMap((step) => sides.map((side) => ({ text, width, x: side, y: y + 4 + step }))).find(isFree)
    if (found !== undefined) taken.push(found)
    return found
  })
}

/**
 * Draws the quadrant. `threshold` is the level from which on something is fun, or is done well: 4 of 5 unless a board says otherwise.
 *
 * @example
 * ```ts
 * import { quadrant } from "@groeikring/reporting/charts"
 *
 * const { alternative } = quadrant("en", [{ name: "storytelling", fun: 5, skill: 4 }], 4)
 * alternative // => "Competences by how much fun and how good: storytelling: fun 5, good at it 4."
 * ```
 */
export const quadrant = (language: Language, placed: ReadonlyArray<Placed>, threshold: number): Figure => {
  const said = words(language)
  const x = scaleLinear([0.5, 5.5], [left, right])
  const y = scaleLinear([0.5, 5.5], [bottom, top])
  const middle = threshold - 0.5
  const known = placed.flatMap(({ fun, name, skill }) => (fun === null || skill === null ? [] : [{ name, fun, skill }]))
  // Several at the same place stand in a small ring around it.
  const dots = known.map(({ fun, name, skill }, n) => {
    const same = known.filter((other) => other.fun === fun && other.skill === skill)
    const turn = same.length === 1 ? 0 : (2 * Math.PI * same.indexOf(known[n]!)) / same.length
    const away = same.length === 1 ? 0 : 13
    return { name, x: x(skill) + away * Math.cos(turn), y: y(fun) - away * Math.sin(turn) }
  })
  const labels = placedApart(dots)
  const { growth, notMine, routine, talent } = said.quadrants
  const corner = (text: string, cx: number, cy: number, anchor: "start" | "end") =>
    label({ x: cx, y: cy, text, anchor, size: 13, colour: "#5b6772", weight: 700 })
  const body = [
    `<rect x="${at(x(middle))}" y="${top}" width="${at(right - x(middle))}" height="${at(y(middle) - top)}" fill="#e6eef5"/>`,
    line(x(middle), top, x(middle), bottom, faint, 1.5),
    line(left, y(middle), right, y(middle), faint, 1.5),
    line(left, bottom, right, bottom, ink),
    line(left, top, left, bottom, ink),
    ...[1, 2, 3, 4, 5].flatMap((tick) => [
      label({ x: x(tick), y: bottom + 18, text: String(tick), anchor: "middle" }),
      label({ x: left - 10, y: y(tick) + 4, text: String(tick), anchor: "end" })
    ]),
    label({ x: (left + right) / 2, y: bottom + 42, text: said.skill, anchor: "middle", size: 13, weight: 700 }),
    `<g transform="translate(16 ${at((top + bottom) / 2)}) rotate(-90)">${label({ x: 0, y: 4, text: said.fun, anchor: "middle", size: 13, weight: 700 })}</g>`,
    corner(growth, left + 8, top + 18, "start"),
    corner(talent, right - 8, top + 18, "end"),
    corner(notMine, left + 8, bottom - 8, "start"),
    corner(routine, right - 8, bottom - 8, "end"),
    ...dots.map(({ x: cx, y: cy }) => `<circle cx="${at(cx)}" cy="${at(cy)}" r="5" fill="${colours[0]}"/>`),
    ...labels.map((one) => (one === undefined ? "" : label({ x: one.x, y: one.y, text: one.text, size: 11 })))
  ].join("")
  const alternative =
    known.length === 0
      ? said.empty
      : said.told(known.map(({ fun, name, skill }) => `${name}: ${said.fun} ${fun}, ${said.skill} ${skill}`))
  return drawing(language, {
    caption: said.caption,
    alternative,
    width: size,
    height: size,
    body,
    columns: [
      { head: said.competence, width: 3 },
      { head: said.fun, isNumber: true },
      { head: said.skill, isNumber: true }
    ],
    rows: placed.map(({ fun, name, skill }) => [name, fun ?? said.none, skill ?? said.none]),
    empty: said.empty
  })
}
