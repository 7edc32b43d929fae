/** A school year on one sheet: the twelve months beside and under each other, with what happens in each. */
import type { Figure, Language } from "../Document.ts"
import { day, inBoth, perLanguage } from "../Words.ts"
import { dot, drawing, faint, fitted, label, legend } from "./Chart.ts"

export interface Moment {
  /** A calendar day, `2025-09-09`. */
  readonly on: string
  /** `15:30`. */
  readonly at: string
  /** Which of the kinds it is. */
  readonly kind: number
}
export interface Planner {
  readonly caption: string
  /** `2025-2026`. */
  readonly schoolYear: string
  readonly kinds: ReadonlyArray<string>
  readonly moments: ReadonlyArray<Moment>
  readonly empty: string
}

const words = inBoth({
  nl: { when: "wanneer", at: "hoe laat", kind: "soort", more: (n: number) => `en nog ${n}` },
  en: { when: "when", at: "what time", kind: "kind", more: (n: number) => `and ${n} more` }
})
const months = perLanguage((locale) => new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" }))
const days = perLanguage((locale) => new Intl.DateTimeFormat(locale, { weekday: "short", day: "numeric", timeZone: "UTC" }))
const [width, top, across, wide, high, gap] = [1160, 34, 4, 281, 188, 12]
/** So many stand in a month; of more there is said how many. */
const most = 9

/**
 * Draws the year from August to July.
 *
 * @example
 * ```ts
 * import { planner } from "@groeikring/reporting/charts"
 *
 * const { data } = planner("nl", {
 *   caption: "Tijd voor elkaar",
 *   schoolYear: "2025-2026",
 *   kinds: ["bijeenkomst"],
 *   moments: [{ on: "2025-09-09", at: "15:30", kind: 0 }],
 *   empty: "Er staat nog niets in."
 * })
 * data.rows // => [["9 september 2025", "bijeenkomst", "15:30"]]
 * ```
 */
export const planner = (language: Language, { caption, empty, kinds, moments, schoolYear }: Planner): Figure => {
  const said = words(language)
  const sorted = moments.toSorted((one, other) => (`${one.on} ${one.at}` < `${other.on} ${other.at}` ? -1 : 1))
  const first = Number(schoolYear.slice(0, 4))
  const drawn = Array.from({ length: 12 }, (_, n) => {
    const month = `${n < 5 ? first : first + 1}-${String(((n + 7) % 12) + 1).padStart(2, "0")}`
    const [x, y] = [(n % across) * (wide + gap), top + Math.floor(n / across) * (high + gap)]
    const all = sorted.filter(({ on }) => on.startsWith(month))
    const shown = all.length > most ? all.slice(0, most - 1) : all
    // Few stand wide apart in large letters; many closer together.
    const step = Math.min(22, (high - 46) / Math.max(1, Math.min(all.length, most)))
    const size = Math.min(13, step * 0.8)
    return [
      `<rect x="${x + 0.5}" y="${y + 0.5}" width="${wide - 1}" height="${high - 1}" rx="6" fill="#ffffff" stroke="${faint}"/>`,
      `<path d="M${x} ${y + 34}V${y + 6}a6 6 0 0 1 6 -6H${x + wide - 6}a6 6 0 0 1 6 6V${y + 34}Z" fill="${all.length === 0 ? "#f3f6f9" : "#dce8f2"}"/>`,
      label({ x: x + 12, y: y + 23, text: months[language].format(new Date(`${month}-01T00:00:00Z`)), size: 16, weight: 700 }),
      ...shown.flatMap(({ at, kind, on }, row) => {
        const line = y + 36 + (row + 0.8) * step
        const date = new Date(`${on}T00:00:00Z`)
        return [
          dot(x + 16, line - size / 3, kind, size * 0.4),
          label({ x: x + 30, y: line, text: days[language].format(date), size, weight: 700 }),
          label({ x: x + 92, y: line, text: fitted(`${at} ${kinds[kind] ?? ""}`, wide - 96, size), size })
        ]
      }),
      ...(shown.length === all.length
        ? []
        : [label({ x: x + 30, y: y + 36 + (shown.length + 0.8) * step, text: said.more(all.length - shown.length), size })])
    ].join("")
  })
  const alternative =
    sorted.length === 0
      ? empty
      : `${caption}: ${sorted.map(({ at, kind, on }) => `${day(language, on)} ${at} ${kinds[kind] ?? ""}`).join("; ")}.`
  return drawing(language, {
    caption,
    alternative,
    width,
    height: top + 3 * (high + gap),
    body: [legend(kinds, { mark: "dot", from: 0, until: width, top: 0 }).drawn, ...drawn].join(""),
    columns: [{ head: said.when, width: 2 }, { head: said.kind, width: 2 }, { head: said.at }],
    rows: sorted.map(({ at, kind, on }) => [day(language, on), kinds[kind] ?? "", at]),
    empty
  })
}
