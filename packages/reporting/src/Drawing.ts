/** Figures and logos as pictures of dots, for writers whose readers know no SVG. */
import { Resvg } from "@resvg/resvg-js"
import { Effect } from "effect"
import type { Figure } from "./Document.ts"
import { fontFamily } from "./FontFamilies.ts"
import { fontFiles } from "./Fonts.ts"
import { type Logo, LogoUnreadable } from "./Theme.ts"

/** Twelve hundred dots wide: sharp on paper. PNG. */
export const drawn = ({ svg }: Figure): Uint8Array =>
  new Resvg(svg, {
    background: "#ffffff",
    fitTo: { mode: "width", value: 1200 },
    font: { fontFiles: [...fontFiles()], loadSystemFonts: false, defaultFontFamily: fontFamily }
  })
    .render()
    .asPng()

export interface Picture {
  readonly png: Uint8Array
  /** Width over height. */
  readonly ratio: number
}
/** A logo as PNG: one that is so already stays as it is. */
export const pictured = ({ bytes, format }: Logo): Effect.Effect<Picture, LogoUnreadable> =>
  Effect.try({
    try: () => {
      if (format === "svg") {
        const drawn = new Resvg(new TextDecoder().decode(bytes), {
          fitTo: { mode: "height", value: 240 },
          font: { loadSystemFonts: false }
        }).render()
        return { png: drawn.asPng(), ratio: drawn.width / drawn.height }
      }
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      return { png: bytes, ratio: view.getUint32(16) / view.getUint32(20) }
    },
    catch: () => new LogoUnreadable({ problem: "it cannot be drawn" })
  })
