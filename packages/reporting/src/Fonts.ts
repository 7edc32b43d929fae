/**
 * Atkinson Hyperlegible Next (OFL): made for who does not see well. Behind it Noto (OFL), for letters that it has not: the
 * rest of Latin, Greek, Cyrillic, Hebrew, Arabic, and small pictures. They come with the package, so that the same document
 * looks the same everywhere: no font of the machine is asked.
 */
import { existsSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { fontFamilies } from "./FontFamilies.ts"

const styles: Readonly<Record<(typeof fontFamilies)[number], ReadonlyArray<string>>> = {
  "Atkinson Hyperlegible Next": ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"],
  "Noto Sans": ["400Regular", "700Bold"],
  "Noto Sans Hebrew": ["400Regular", "700Bold"],
  "Noto Sans Arabic": ["400Regular", "700Bold"],
  "Noto Emoji": ["400Regular"]
}

/** Where the files are that are here. What is for letters beyond those of Dutch and English may be left out of an installation. */
export const fontFiles = (): ReadonlyArray<string> => {
  const { resolve } = createRequire(import.meta.url)
  return fontFamilies.flatMap((family) => {
    try {
      const folder = dirname(resolve(`@expo-google-fonts/${family.toLowerCase().replaceAll(" ", "-")}/package.json`))
      return styles[family].map((style) => join(folder, style, `${family.replaceAll(" ", "")}_${style}.ttf`)).filter(existsSync)
    } catch {
      return []
    }
  })
}

/** The same letters for a browser: those of Dutch and English, and of the languages around them. */
export const webFonts = (): ReadonlyArray<{ readonly range: string; readonly bytes: Uint8Array }> => {
  const name = "@fontsource-variable/atkinson-hyperlegible-next"
  const folder = join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), "files")
  return Object.entries(ranges).map(([set, range]) => ({
    range,
    bytes: readFileSync(join(folder, `atkinson-hyperlegible-next-${set}-wght-normal.woff2`))
  }))
}
const ranges = {
  latin:
    "U+0-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+304,U+308,U+329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
  "latin-ext":
    "U+100-130,U+132-151,U+154-2BA,U+2BD-2C5,U+2C7-2CC,U+2CE-2D7,U+2DD-2FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0"
} as const
