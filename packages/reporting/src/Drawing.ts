/** A figure as a picture of dots, for writers whose readers know no SVG. */
import { Resvg } from "@resvg/resvg-js"
import type { Figure } from "./Document.ts"
import { fontFamily, fontFiles } from "./Fonts.ts"

/** Twelve hundred dots wide: sharp on paper. PNG. */
export const drawn = ({ svg }: Figure): Uint8Array =>
  new Resvg(svg, {
    background: "#ffffff",
    fitTo: { mode: "width", value: 1200 },
    font: { fontFiles: [...fontFiles()], loadSystemFonts: false, defaultFontFamily: fontFamily }
  })
    .render()
    .asPng()
