/** What a compiler of Typst is handed: the template, the document as data, and a logo. */
import type { Block, Document, Language, Table } from "./Document.ts"
import { fontFamilies } from "./FontFamilies.ts"
import { template } from "./PdfTemplate.ts"
import { figures, foot, inCell, page, signLine } from "./Words.ts"

/** Sets a document on paper. The archive's standard is what a reader gets; `ua-1` refuses what is not accessible. */
export type Setting = (document: Document, standard: "a-2a" | "ua-1") => Uint8Array

/** What a compiler reads: how it is set, and what. */
export interface Manuscript {
  readonly template: string
  readonly data: Uint8Array
  readonly logo: Uint8Array
  /** In seconds since 1970. */
  readonly made: number
}

/** Everything that is read when a document is set. A letter that is not known becomes a question mark: an archive takes none. */
export const manuscriptOf = (document: Document, isKnown: (letter: string) => boolean): Manuscript => {
  const known = (field: string, value: unknown) => {
    if (typeof value !== "string") return value
    const text = [...value.toWellFormed()].map((one) => (isKnown(one) ? one : "?")).join("")
    return unbroken.has(field) ? text : breakable(text)
  }
  return {
    template,
    data: new TextEncoder().encode(JSON.stringify(asData(document), known)),
    logo: document.house.logo?.bytes ?? new Uint8Array(),
    made: Date.parse(`${document.date}T00:00:00Z`) / 1000
  }
}

/** A drawing, and what is heard of it, stand on no line. */
const unbroken: ReadonlySet<string> = new Set(["svg", "alternative"])
/** A word that no line can hold may end after every few letters. Dutch words are not that long, and are hyphenated. */
const breakable = (text: string): string => text.replaceAll(/\S{60,}/gu, (word) => parted(word).join("\u200b"))
/** Parts of four letters; what is drawn of several, such as a small picture, is a part by itself. */
const parted = (word: string): ReadonlyArray<string> => {
  const parts: Array<string> = []
  for (const { segment } of letters.segment(word)) {
    const last = parts.at(-1)
    if (last === undefined || last.length >= 4) parts.push(segment)
    else parts[parts.length - 1] = last + segment
  }
  return parts
}
const letters = new Intl.Segmenter("nl", { granularity: "grapheme" })

/** Letters that some font draws, and those that have no shape but mean something. What an archive never takes is not known. */
export const knownBy =
  (letters: ReadonlyArray<ReadonlySet<number>>): ((letter: string) => boolean) =>
  (letter) => {
    const code = letter.codePointAt(0)!
    return (
      letter === "\n" ||
      letter === "\t" ||
      isIn(shapeless, code) ||
      (!isIn(unprintable, code) && letters.some((known) => known.has(code)))
    )
  }
const isIn = (ranges: ReadonlyArray<readonly [from: number, until: number]>, code: number) =>
  ranges.some(([from, until]) => code >= from && code <= until)
/** Joiners, directions, and how the letter before is to be drawn. */
const shapeless = [
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2069],
  [0xfe00, 0xfe0f]
] as const
/** Some fonts say that they know these. */
const unprintable = [
  [0, 0x1f],
  [0x7f, 0x9f],
  [0xfeff, 0xfeff],
  [0xfffe, 0xffff]
] as const

/** What the template is told. */
const asData = ({ house, ...document }: Document) => ({
  ...document,
  fonts: fontFamilies,
  colour: house.colour,
  ...(house.logo !== undefined && { logo: house.logo.format }),
  body: document.body.map((block) => inWords(document.language, block)),
  isCards: document.isCards ?? false,
  isFolded: document.isFolded ?? false,
  isPoster: document.isPoster ?? false,
  figures: figures[document.language],
  foot: foot(document),
  page: page[document.language],
  signLine: signLine[document.language]
})
const inWords = (language: Language, block: Block): Block => {
  const table = (table: Table): Table => ({
    ...table,
    rows: table.rows.map((row) => row.map((cell) => inCell(language, cell)))
  })
  switch (block.is) {
    case "Section":
      return { ...block, body: block.body.map((inner) => inWords(language, inner)) }
    case "Table":
      return table(block)
    case "Figure":
      return { ...block, data: table(block.data) }
    default:
      return block
  }
}
