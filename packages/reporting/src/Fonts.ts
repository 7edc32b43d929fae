/** Atkinson Hyperlegible Next (OFL): made for who does not see well, with every letter of the languages of Europe. */
import { createRequire } from "node:module"
import { dirname, join } from "node:path"

const name = "@expo-google-fonts/atkinson-hyperlegible-next"
const weights = ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"]

export const fontFamily = "Atkinson Hyperlegible Next"
/** Where its files are; nothing is fetched. */
export const fontFiles = (): ReadonlyArray<string> => {
  const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
  return weights.map((weight) => join(folder, weight, `AtkinsonHyperlegibleNext_${weight}.ttf`))
}
