/** The fonts of a document by their names, for who draws or writes without their files. What the first has no letter for, the next draws. */
export const fontFamilies = [
  "Atkinson Hyperlegible Next",
  "Noto Sans",
  "Noto Sans Hebrew",
  "Noto Sans Arabic",
  "Noto Emoji"
] as const
export const [fontFamily] = fontFamilies
