/** A document as one HTML page: self-contained, light and dark, fit to print. Whatever a person wrote is escaped. */
import { encode } from "effect/encoding/Base64"
import type { Block, Document, Language, Table } from "./Document.ts"
import { foot, inCell, signLine } from "./Words.ts"

/** Text as it stands in HTML and XML, in an element or between quotes. What XML cannot hold is left out. */
export const escaped = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex -- these are the characters that XML has no way to write
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
    .replace(/[&<>"']/g, (character) => entities[character as keyof typeof entities])
const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" } as const

const style = `
:root{color-scheme:light dark;--ink:#15202b;--head:#123b5d;--line:#6f7a85;--band:#e6eef5;--ground:#fff;--card:#fff}
@media(prefers-color-scheme:dark){:root{--ink:#e9eef2;--head:#9cc7ea;--line:#8b98a5;--band:#22323f;--ground:#10171d}}
body{font:1rem/1.55 "Atkinson Hyperlegible Next","Atkinson Hyperlegible",system-ui,sans-serif;color:var(--ink);background:var(--ground);max-width:48rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}
h1,h2,h3,h4{color:var(--head);line-height:1.25}h1{margin-bottom:.2rem}.about{margin-top:0}.logo{max-height:3.5rem;float:right;background:#fff}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem}dt{font-weight:700}dd{margin:0}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;margin:1rem 0}caption{text-align:left;font-weight:700;padding-bottom:.3rem}
th,td{border:1px solid var(--line);padding:.3rem .5rem;text-align:left;vertical-align:top}thead th{background:var(--band)}tbody th{font-weight:600}.number{text-align:right;font-variant-numeric:tabular-nums}
figure{margin:1rem 0}figure svg{display:block;width:100%;height:auto;background:#fff;border-radius:.3rem}figcaption{margin-top:.3rem}
.note{border-left:.3rem solid var(--line);padding:.1rem .8rem;margin:1rem 0}
.signs{display:grid;grid-template-columns:1fr 1fr;gap:2rem;margin-top:2.5rem}.signs p{border-top:1px solid var(--line);padding-top:.3rem}
.cards{display:grid;grid-template-columns:1fr 1fr;gap:1rem}.cards>section{border:1px dashed var(--line);padding:.6rem .9rem;break-inside:avoid}
footer{margin-top:2.5rem;border-top:1px solid var(--line);font-size:.9rem}
@media print{body{margin:0;max-width:none}.break{break-before:page}tr,figure,.signs{break-inside:avoid}h2,h3,h4{break-after:avoid}thead{display:table-header-group}}
`.trim()

const tableOf = (language: Language, { caption, columns, empty, rows }: Table) => {
  if (rows.length === 0) return `<p><strong>${escaped(caption)}</strong>. ${escaped(empty)}</p>`
  const number = (n: number) => (columns[n]!.isNumber === true ? ' class="number"' : "")
  const heads = columns.map(({ head }, n) => `<th scope="col"${number(n)}>${escaped(head)}</th>`).join("")
  const lines = rows.map(
    (row) =>
      `<tr>${row
        .map((cell) => escaped(inCell(language, cell)))
        .map((cell, n) => (n === 0 ? `<th scope="row">${cell}</th>` : `<td${number(n)}>${cell}</td>`))
        .join("")}</tr>`
  )
  // A table that is wider than a telephone can be moved aside by keyboard as well.
  return (
    `<div class="scroll" role="region" tabindex="0" aria-label="${escaped(caption)}">` +
    `<table><caption>${escaped(caption)}</caption><thead><tr>${heads}</tr></thead><tbody>${lines.join("")}</tbody></table></div>`
  )
}

const inList = (tag: "ol" | "ul", items: ReadonlyArray<string>) =>
  `<${tag}>${items.map((item) => `<li>${escaped(item)}</li>`).join("")}</${tag}>`

const logoOf = ({ house: { logo }, school }: Document) =>
  logo === undefined
    ? ""
    : `<img class="logo" alt="${escaped(school)}" src="data:image/${logo.format === "svg" ? "svg+xml" : "png"};base64,${encode(logo.bytes)}">`

/** Writes a document as HTML. */
export const html = (document: Document): string => {
  const written = (block: Block, level: number): string => {
    switch (block.is) {
      case "Section":
        return `<section><h${level}>${escaped(block.heading)}</h${level}>${all(block.body, Math.min(level + 1, 6))}</section>`
      case "Paragraph":
        return `<p>${block.text
          .map((part) => (typeof part === "string" ? escaped(part) : `<strong>${escaped(part.strong)}</strong>`))
          .join("")}</p>`
      case "List":
        return block.items.length === 0 ? "" : inList(block.isOrdered === true ? "ol" : "ul", block.items)
      case "Facts":
        return block.rows.length === 0
          ? ""
          : `<dl>${block.rows.map(([term, value]) => `<dt>${escaped(term)}</dt><dd>${escaped(value)}</dd>`).join("")}</dl>`
      case "Table":
        return tableOf(document.language, block)
      case "Figure":
        return `<figure>${block.svg}<figcaption>${escaped(block.caption)}</figcaption></figure>${tableOf(document.language, block.data)}`
      case "Signatures":
        return `<div class="signs">${block.signs
          .map(({ name, signed }) => `<p>${escaped(name)}<br>${escaped(signed ?? signLine[document.language])}</p>`)
          .join("")}</div>`
      case "PageBreak":
        return '<div class="break"></div>'
      case "Note":
        return `<p class="note">${escaped(block.text)}</p>`
    }
  }
  const all = (body: ReadonlyArray<Block>, level: number) => body.map((block) => written(block, level)).join("\n")
  const { body, house, isCards, language, subtitle, title } = document
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escaped(title)}${subtitle === undefined ? "" : ` – ${escaped(subtitle)}`}</title><style>${style}:root{--head:${house.colour}}@media(prefers-color-scheme:dark){:root{--head:#9cc7ea}}</style></head>
<body><main>${logoOf(document)}<h1>${escaped(title)}</h1>${subtitle === undefined ? "" : `<p class="about">${escaped(subtitle)}</p>`}
${isCards === true ? `<div class="cards">${all(body, 2)}</div>` : all(body, 2)}
</main><footer><p>${escaped(foot(document))}</p></footer></body></html>
`
}
