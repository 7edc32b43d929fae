/**
 * Document — what a report says, by its meaning; how it looks is the matter of a writer.
 *
 * What a reader who cannot see it needs is a required field: a figure without an alternative, a table without a caption or
 * heads, a document without a title or a language does not compile. Headings have no level of their own: a section is as
 * deep as it lies, so no level can be skipped.
 */

import type { House } from "./Theme.ts"

export type Language = "nl" | "en"

export interface Document {
  readonly language: Language
  readonly title: string
  /** Whose it is or what it is about, under the title. */
  readonly subtitle?: string
  /** The name of the school: in the foot of every page, and among the properties of the file. */
  readonly school: string
  /** A calendar day, `2026-06-30`. Nothing else in the file tells when it was made. */
  readonly date: string
  /** The colour and the logo of the school. */
  readonly house: Pick<House, "colour" | "logo">
  readonly body: ReadonlyArray<Block>
  /** Cards to cut out, four on a page, instead of running text. */
  readonly isCards?: boolean
  /** Four cards on one sheet that is folded twice into a booklet; they stand in the order in which it is read. */
  readonly isFolded?: boolean
  /** For on the wall: its first figure on a sheet of its own, as large as it goes. What stands after it is on the next. */
  readonly isPoster?: boolean
}

export type Block = Section | Paragraph | List | Facts | Table | Figure | Signatures | Room | PageBreak | Note

export interface Section {
  readonly is: "Section"
  readonly heading: string
  readonly body: ReadonlyArray<Block>
}
/** Running text; a part may be stressed. */
export interface Paragraph {
  readonly is: "Paragraph"
  readonly text: ReadonlyArray<string | { readonly strong: string }>
}
export interface List {
  readonly is: "List"
  readonly items: ReadonlyArray<string>
  /** One after the other: numbered. */
  readonly isOrdered?: boolean
}
/** Terms with what belongs to them: a person, a period, a sum. */
export interface Facts {
  readonly is: "Facts"
  readonly rows: ReadonlyArray<readonly [term: string, value: string]>
}
export interface Column {
  readonly head: string
  /** Width beside the others; 1 unless told. */
  readonly width?: number
  readonly isNumber?: boolean
}
export interface Table {
  readonly is: "Table"
  readonly caption: string
  readonly columns: readonly [Column, ...ReadonlyArray<Column>]
  /** Each row is as long as there are columns; its first cell is its head. A number is written as its reader writes it. */
  readonly rows: ReadonlyArray<ReadonlyArray<Cell>>
  /** Said instead of an empty table. */
  readonly empty: string
}
export type Cell = string | number

/** A drawing, what it shows in words, and its numbers as a table. */
export interface Figure {
  readonly is: "Figure"
  readonly caption: string
  /** What somebody is told who cannot see it. */
  readonly alternative: string
  /** Self-contained SVG with a `viewBox`. */
  readonly svg: string
  /** Width over height. */
  readonly ratio: number
  readonly data: Table
}
/** What is signed for, and lines for a name and a date, one for each who signs, or when they signed. They stay together. */
export interface Signatures {
  readonly is: "Signatures"
  readonly of: string
  readonly signs: ReadonlyArray<{ readonly name: string; readonly signed?: string }>
}
/** Empty lines, for who writes by hand. */
export interface Room {
  readonly is: "Room"
  readonly lines: number
}
export interface PageBreak {
  readonly is: "PageBreak"
}
/** Something to know about this document: what was left out, what was purged, who may see it. */
export interface Note {
  readonly is: "Note"
  readonly text: string
}

// Short ways to say it --------------------------------------------------------------

export const section = (heading: string, ...body: ReadonlyArray<Block>): Section => ({ is: "Section", heading, body })
export const paragraph = (...text: Paragraph["text"]): Paragraph => ({ is: "Paragraph", text })
export const list = (items: List["items"]): List => ({ is: "List", items })
export const steps = (items: List["items"]): List => ({ is: "List", items, isOrdered: true })
/** At the beginning of a line. */
export const capital = (text: string): string => text.replace(/^(ij|\p{Ll})/u, (begins) => begins.toUpperCase())
/** A few words that stand by themselves, as a sentence. */
export const sentence = (text: string): string => capital(/[.!?…]$/u.test(text) ? text : `${text}.`)
/** Terms begin with a capital: each stands at the beginning of a line. */
export const facts = (rows: Facts["rows"]): Facts => ({ is: "Facts", rows: rows.map(([term, value]) => [capital(term), value]) })
export const table = (parts: Omit<Table, "is">): Table => ({ is: "Table", ...parts })
export const figure = (parts: Omit<Figure, "is">): Figure => ({ is: "Figure", ...parts })
export const note = (text: string): Note => ({ is: "Note", text })
export const signatures = (of: string, signs: Signatures["signs"]): Signatures => ({ is: "Signatures", of, signs })
export const room = (lines: number): Room => ({ is: "Room", lines })
export const pageBreak: PageBreak = { is: "PageBreak" }

/** Every table of a document in reading order, those behind figures too: what a spreadsheet is made of. */
export const tablesOf = (body: ReadonlyArray<Block>): ReadonlyArray<Table> =>
  body.flatMap((block) =>
    block.is === "Section" ? tablesOf(block.body) : block.is === "Table" ? [block] : block.is === "Figure" ? [block.data] : []
  )
