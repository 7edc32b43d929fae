/** What every drawing shares: its frame, its colours and dashes, and how text is set in it. */
import { escaped } from "../Html.ts"

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
export const path = (d: string | null, n: number, fill = "none"): string =>
  `<path d="${d ?? ""}" fill="${fill}" stroke="${colours[n % colours.length]}" stroke-width="2"${
    dashes[n % dashes.length] === "" ? "" : ` stroke-dasharray="${dashes[n % dashes.length]}"`
  }/>`

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

/** A whole drawing, named and described for who cannot see it. */
export const drawing = (width: number, height: number, title: string, alternative: string, body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${width} ${at(height)}" width="${width}" height="${at(height)}" ` +
  `font-family="Atkinson Hyperlegible Next, system-ui, sans-serif"><title>${escaped(title)}</title><desc>${escaped(alternative)}</desc>` +
  `<rect width="${width}" height="${at(height)}" fill="#ffffff"/>${body}</svg>`
