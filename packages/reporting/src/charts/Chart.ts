/** What every drawing shares: its frame, its colours and dashes, and how text is set in it. */
import { type Figure, figure, type Language, sentence, type Table } from "../Document.ts"
import { fontFamilies } from "../FontFamilies.ts"
import { inFigures } from "../Words.ts"
import { escaped } from "../Xml.ts"

/** Told apart by light and dark as well as by colour; every second line is dashed. */
export const colours = ["#12507f", "#b34700", "#3f6f21", "#6b3fa0"] as const
export const dashes = ["", "6 3", "2 3", "9 3 2 3"] as const
export const ink = "#15202b"
export const faint = "#c3ccd4"

/** One decimal is finer than a dot on paper. */
export const at = (value: number): string => String(Math.round(value * 10) / 10)

export interface Label {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly anchor?: "start" | "middle" | "end"
  readonly size?: number
  readonly colour?: string
  readonly weight?: 400 | 700
}
export const label = ({ anchor = "start", colour = ink, size = 12, text, weight = 400, x, y }: Label): string =>
  `<text x="${at(x)}" y="${at(y)}" text-anchor="${anchor}" font-size="${size}" font-weight="${weight}" fill="${colour}">${escaped(text)}</text>`
export const line = (x1: number, y1: number, x2: number, y2: number, colour: string = faint, width = 1): string =>
  `<line x1="${at(x1)}" y1="${at(y1)}" x2="${at(x2)}" y2="${at(y2)}" stroke="${colour}" stroke-width="${width}"/>`
/** How the line of a series is drawn. */
const stroke = (n: number) => {
  const dash = dashes[n % dashes.length]
  return `stroke="${colours[n % colours.length]}" stroke-width="2"${dash === "" ? "" : ` stroke-dasharray="${dash}"`}`
}
export const path = (d: string | null, n: number, fill = "none"): string => `<path d="${d ?? ""}" fill="${fill}" ${stroke(n)}/>`
/** How the bar of a series is filled. */
export const filled = (n: number): string => `fill="${colours[n % colours.length]}"${n % 2 === 1 ? ' fill-opacity="0.75"' : ""}`
export const dot = (x: number, y: number, n: number, radius = 5): string =>
  `<circle cx="${at(x)}" cy="${at(y)}" r="${radius}" fill="${colours[n % colours.length]}"/>`

/** About how wide a text is: enough to keep labels apart. */
export const widthOf = (text: string, size = 12): number => [...text].length * size * 0.56
/** A text that fits in a width, with an ellipsis where it does not. The whole of it is in the table. */
export const fitted = (text: string, width: number, size = 12): string => {
  const most = Math.max(1, Math.floor(width / (size * 0.56)))
  const letters = [...text.replace(/\s+/g, " ")]
  return letters.length <= most
    ? letters.join("")
    : `${letters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`
}

/** A text over lines of a width, at most so many: the last ends in an ellipsis where there is more. */
export const inLines = (text: string, width: number, most: number, size = 12): ReadonlyArray<string> => {
  const lines: Array<string> = []
  const words = text.split(/\s+/).filter((word) => word !== "")
  for (const [n, word] of words.entries()) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`
    if (lines.length > 0 && widthOf(longer, size) <= width) lines[lines.length - 1] = longer
    else if (lines.length < most) lines.push(word)
    else {
      lines[lines.length - 1] = [lines.at(-1), ...words.slice(n)].join(" ")
      break
    }
  }
  return lines.map((one) => fitted(one, width, size))
}

/** A name before a bar or a row, over two lines where it is long, with its middle at a height. */
export const beside = (
  text: string,
  { width, x, y }: { readonly x: number; readonly y: number; readonly width: number }
): ReadonlyArray<string> => {
  const lines = inLines(text, width, 2)
  return lines.map((one, row) => label({ x, y: y + (row - (lines.length - 1) / 2) * 13, text: one, anchor: "end" }))
}

const marks = {
  bar: (x: number, y: number, n: number) => `<rect x="${at(x + 8)}" y="${at(y - 10)}" width="12" height="12" ${filled(n)}/>`,
  dot: (x: number, y: number, n: number) => dot(x + 14, y - 4, n),
  line: (x: number, y: number, n: number) =>
    `<line x1="${at(x)}" y1="${at(y - 4)}" x2="${at(x + 24)}" y2="${at(y - 4)}" ${stroke(n)}/>`
} as const

/** What each colour stands for, beside each other and under each other where there is no room. */
export const legend = (
  names: ReadonlyArray<string>,
  {
    from,
    mark,
    top,
    until
  }: { readonly from: number; readonly until: number; readonly top: number; readonly mark: keyof typeof marks }
): { readonly drawn: string; readonly height: number } => {
  let [x, y] = [from, top + 14]
  const drawn = names.map((name, n) => {
    const text = fitted(name, until - from - 30)
    const width = 30 + widthOf(text)
    if (x > from && x + width > until) [x, y] = [from, y + 20]
    const entry = marks[mark](x, y, n) + label({ x: x + 30, y, text })
    x += width + 18
    return entry
  })
  return { drawn: drawn.join(""), height: y + 6 - top }
}

/** A line for each tick of a scale, with its number at the end: across what lies, or along what stands. */
export const ticks = (
  values: ReadonlyArray<number>,
  {
    of,
    say,
    ...between
  }: {
    readonly of: (value: number) => number
    readonly say: (value: number) => string
  } & ({ readonly top: number; readonly bottom: number } | { readonly left: number; readonly right: number })
): string =>
  values
    .map((value) =>
      "top" in between
        ? line(of(value), between.top, of(value), between.bottom) +
          label({ x: of(value), y: between.bottom + 15, text: say(value), anchor: "middle", size: 11 })
        : line(between.left, of(value), between.right, of(value)) +
          label({ x: between.left - 8, y: of(value) + 4, text: say(value), anchor: "end", size: 11 })
    )
    .join("")

interface Drawn {
  readonly caption: string
  /** What it shows, for who cannot see it. */
  readonly alternative: string
  readonly width: number
  readonly height: number
  readonly body: string
  readonly columns: Table["columns"]
  readonly rows: Table["rows"]
  readonly empty: string
}
/** A name before what is said of it: where it is a sentence, it does not end there. */
export const named = (name: string): string => name.replace(/\s*[.!?…]+$/u, ":")

/** A whole drawing: named and described for who cannot see it, with its numbers as a table behind it. */
export const drawing = (
  language: Language,
  { alternative, body, caption, columns, empty, height, rows, width }: Drawn
): Figure => {
  const said = sentence(alternative)
  return figure({
    caption,
    alternative: said,
    svg:
      `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${width} ${at(height)}" width="${width}" height="${at(height)}" ` +
      `font-family="${fontFamilies.join(", ")}, system-ui, sans-serif">` +
      `<title>${escaped(caption)}</title><desc>${escaped(said)}</desc>` +
      `<rect width="${width}" height="${at(height)}" fill="#ffffff"/>${body}</svg>`,
    ratio: width / height,
    data: { is: "Table", caption: inFigures(language, caption), columns, rows, empty: sentence(empty) }
  })
}
