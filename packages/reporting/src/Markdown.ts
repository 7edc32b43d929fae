/** A document as Markdown: to read as it is, or to put on a page of one's own. Tables as GitHub writes them. */
import { Context, Layer } from "effect"
import type { Block, Document, Language, Table } from "./Document.ts"
import { figures, foot, inCell, signLine } from "./Words.ts"
import { inText, type Writing } from "./Writing.ts"

/** Text in which no character means anything to Markdown, and no line begins something. */
const plain = (text: string) =>
  text
    .replace(/([\\`*_[\]<>#|~&])/g, "\\$1")
    .replace(/^(\s*)([-+=]|\d+[.)])/gm, (_, space: string, begins: string) => `${space}${begins.replace(/([-+=.)])$/, "\\$1")}`)
/** In a table a line break would end the row. */
const cell = (text: string) => plain(text).replace(/\s*\n\s*/g, " ")
const lines = (text: string) => plain(text).replace(/\n+/g, "  \n")

/** Space is left outside: `**so **` would stress nothing. */
const stressed = (text: string) => cell(text).replace(/^(\s*)(.*?)(\s*)$/, "$1**$2**$3")

/** A caption that only says its heading again is left out. */
const tableOf = (language: Language, { caption, columns, empty, rows }: Table, under: string | undefined, shown = caption) =>
  rows.length === 0
    ? `${caption === under ? "" : `**${cell(shown)}.** `}${lines(empty)}`
    : [
        ...(caption === under ? [] : [`**${cell(shown)}**`, ""]),
        `| ${columns.map(({ head }) => cell(head)).join(" | ")} |`,
        `| ${columns.map(({ isNumber }) => (isNumber === true ? "--:" : "---")).join(" | ")} |`,
        ...rows.map((row) => `| ${row.map((one) => cell(inCell(language, one))).join(" | ")} |`)
      ].join("\n")

/**
 * Writes a document as Markdown. What a person wrote begins nothing and marks nothing.
 *
 * @example
 * ```ts
 * import { Document, houseOf } from "@groeikring/reporting"
 * import { markdown } from "@groeikring/reporting/markdown"
 *
 * const house = houseOf({ school: "obs De Zwaluw" })
 * const body = [Document.paragraph("# geen kop")]
 * const file = markdown({ language: "nl", title: "Blad", school: house.school, date: "2026-06-30", house, body })
 * file.split("\n")[2] // => "\\# geen kop"
 * ```
 */
export const markdown = (document: Document): string => {
  const written = (block: Block, level: number, under?: string): string => {
    switch (block.is) {
      case "Section":
        return [`${"#".repeat(Math.min(level, 6))} ${cell(block.heading)}`, ...all(block.body, level + 1, block.heading)].join(
          "\n\n"
        )
      case "Paragraph":
        return block.text.map((part) => (typeof part === "string" ? lines(part) : stressed(part.strong))).join("")
      case "List":
        return block.items.map((item, n) => `${block.isOrdered === true ? `${n + 1}.` : "-"} ${cell(item)}`).join("\n")
      case "Facts":
        return block.rows.map(([term, value]) => `- **${cell(term)}:** ${cell(value)}`).join("\n")
      case "Table":
        return tableOf(document.language, block, under)
      case "Figure":
        return [
          ...(block.caption === under ? [] : [`*${cell(block.caption)}*`]),
          `> ${cell(block.alternative)}`,
          tableOf(document.language, block.data, under, figures[document.language])
        ].join("\n\n")
      case "Signatures":
        return [
          lines(block.of),
          block.signs.map(({ name, signed }) => `- ${cell(name)}: ${cell(signed ?? signLine[document.language])}`).join("\n")
        ].join("\n\n")
      case "Room":
        return Array.from({ length: block.lines }, () => "…………………………").join("  \n")
      case "PageBreak":
        return "---"
      case "Note":
        return `> ${lines(block.text).replace(/\n/g, "\n> ")}`
    }
  }
  const all = (body: ReadonlyArray<Block>, level: number, under?: string) =>
    body.map((block) => written(block, level, under)).filter((text) => text !== "")
  const { body, subtitle, title } = document
  return `${[`# ${cell(title)}`, ...(subtitle === undefined ? [] : [lines(subtitle)]), ...all(body, 2, title), lines(foot(document))].join("\n\n")}\n`
}

/** Pages of Markdown. */
export class MarkdownWriter extends Context.Service<MarkdownWriter, Writing>()("@groeikring/reporting/MarkdownWriter") {
  static readonly layer = Layer.succeed(MarkdownWriter, inText(markdown))
}
