/** A document as Markdown: to read as it is, or to put on a page of one's own. Tables as GitHub writes them. */
import type { Block, Document, Language, Table } from "./Document.ts"
import { foot, inCell, signLine } from "./Words.ts"

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

const tableOf = (language: Language, { caption, columns, empty, rows }: Table) =>
  rows.length === 0
    ? `**${cell(caption)}.** ${lines(empty)}`
    : [
        `**${cell(caption)}**`,
        "",
        `| ${columns.map(({ head }) => cell(head)).join(" | ")} |`,
        `| ${columns.map(({ isNumber }) => (isNumber === true ? "--:" : "---")).join(" | ")} |`,
        ...rows.map((row) => `| ${row.map((one) => cell(inCell(language, one))).join(" | ")} |`)
      ].join("\n")

/** Writes a document as Markdown. */
export const markdown = (document: Document): string => {
  const written = (block: Block, level: number): string => {
    switch (block.is) {
      case "Section":
        return [`${"#".repeat(Math.min(level, 6))} ${cell(block.heading)}`, ...all(block.body, level + 1)].join("\n\n")
      case "Paragraph":
        return block.text.map((part) => (typeof part === "string" ? lines(part) : stressed(part.strong))).join("")
      case "List":
        return block.items.map((item, n) => `${block.isOrdered === true ? `${n + 1}.` : "-"} ${cell(item)}`).join("\n")
      case "Facts":
        return block.rows.map(([term, value]) => `- **${cell(term)}:** ${cell(value)}`).join("\n")
      case "Table":
        return tableOf(document.language, block)
      case "Figure":
        return [`*${cell(block.caption)}*`, `> ${cell(block.alternative)}`, tableOf(document.language, block.data)].join("\n\n")
      case "Signatures":
        return block.signs.map(({ name, signed }) => `- ${cell(name)}: ${cell(signed ?? signLine[document.language])}`).join("\n")
      case "PageBreak":
        return "---"
      case "Note":
        return `> ${lines(block.text).replace(/\n/g, "\n> ")}`
    }
  }
  const all = (body: ReadonlyArray<Block>, level: number) =>
    body.map((block) => written(block, level)).filter((text) => text !== "")
  const { body, subtitle, title } = document
  return `${[`# ${cell(title)}`, ...(subtitle === undefined ? [] : [lines(subtitle)]), ...all(body, 2), lines(foot(document))].join("\n\n")}\n`
}
