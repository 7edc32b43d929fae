/** A document as one HTML page: self-contained, light and dark, fit to print. Whatever a person wrote is escaped. */
import { encode } from "effect/encoding/Base64"
import { Context, Effect, Layer } from "effect"
import type { Block, Document, Language, Table } from "./Document.ts"
import { fontFamily } from "./FontFamilies.ts"
import { figures, foot, inCell, signLine } from "./Words.ts"
import { inText, type Writing } from "./Writing.ts"
import { escaped } from "./Xml.ts"

const style = `
:root{color-scheme:light dark;--ink:#15202b;--head:#123b5d;--line:#6f7a85;--band:#e6eef5;--ground:#fff;--card:#fff}
@media(prefers-color-scheme:dark){:root{--ink:#e9eef2;--head:#9cc7ea;--line:#8b98a5;--band:#22323f;--ground:#10171d}}
body{font:1rem/1.55 "${fontFamily}","Atkinson Hyperlegible",system-ui,sans-serif;color:var(--ink);background:var(--ground);max-width:48rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}
h1,h2,h3,h4{color:var(--head);line-height:1.25}h1{margin-bottom:.2rem}.about{margin-top:0}.logo{max-height:3.5rem;float:right;background:#fff}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem}dt{font-weight:700}dd{margin:0}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;margin:1rem 0}caption{text-align:left;font-weight:700;padding-bottom:.3rem}
th,td{border:1px solid var(--line);padding:.3rem .5rem;text-align:left;vertical-align:top}thead th{background:var(--band)}tbody th{font-weight:600}.number{text-align:right;font-variant-numeric:tabular-nums}
figure{margin:1rem 0}figure svg{display:block;width:100%;height:auto;background:#fff;border-radius:.3rem}figcaption{margin-top:.3rem}
.same{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.note{border-left:.3rem solid var(--line);padding:.1rem .8rem;margin:1rem 0}
.signed{margin-top:1.5rem}.room div{height:2rem;border-bottom:1px solid var(--line)}
.signs{display:grid;grid-template-columns:1fr 1fr;gap:2rem;margin-top:2.5rem}.signs p{border-top:1px solid var(--line);padding-top:.3rem}
.cards{display:grid;grid-template-columns:1fr 1fr;gap:1rem}.cards>section{border:1px dashed var(--line);padding:.6rem .9rem;break-inside:avoid}
footer{margin-top:2.5rem;border-top:1px solid var(--line);font-size:.9rem}
.poster{max-width:76rem}
@page{margin:18mm}
@media print{body{margin:0;max-width:none}.poster figure{break-after:page}.break{break-before:page}tr,figure,.signed,.room{break-inside:avoid}h2,h3,h4{break-after:avoid}thead{display:table-header-group}}
`.trim()

/** A caption that only says its heading again is there for who hears the table by itself. */
const same = (caption: string, under: string | undefined) => (caption === under ? ' class="same"' : "")

const tableOf = (language: Language, { caption, columns, empty, rows }: Table, under: string | undefined, shown = caption) => {
  if (rows.length === 0) return `<p>${caption === under ? "" : `<strong>${escaped(shown)}</strong>. `}${escaped(empty)}</p>`
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
    `<table><caption${same(caption, under)}>${escaped(shown)}</caption><thead><tr>${heads}</tr></thead><tbody>${lines.join("")}</tbody></table></div>`
  )
}

const inList = (tag: "ol" | "ul", items: ReadonlyArray<string>) =>
  `<${tag}>${items.map((item) => `<li>${escaped(item)}</li>`).join("")}</${tag}>`

const logoIn = ({ house: { logo }, school }: Document) =>
  logo === undefined
    ? ""
    : `<img class="logo" alt="${escaped(school)}" src="data:image/${logo.format === "svg" ? "svg+xml" : "png"};base64,${encode(logo.bytes)}">`

/** A font that goes along in the page, for the letters of its range. */
export interface WebFont {
  readonly range: string
  readonly bytes: Uint8Array
}
const faces = (fonts: ReadonlyArray<WebFont>) =>
  fonts
    .map(
      ({ bytes, range }) =>
        `@font-face{font-family:"${fontFamily}";font-weight:200 800;src:url(data:font/woff2;base64,${encode(bytes)}) format("woff2");unicode-range:${range}}`
    )
    .join("")

/**
 * Writes a document as HTML. Without fonts the page takes what its reader has.
 *
 * @example
 * ```ts
 * import { Document, houseOf } from "@groeikring/reporting"
 * import { html } from "@groeikring/reporting/html"
 *
 * const house = houseOf({ school: "obs De Zwaluw" })
 * const page = html({ language: "nl", title: "Hallo", school: house.school, date: "2026-06-30", house, body: [Document.paragraph("<b>")] })
 * page.includes("<p>&lt;b&gt;</p>") // => true
 * ```
 */
export const html = (document: Document, fonts: ReadonlyArray<WebFont> = []): string => {
  const written = (block: Block, level: number, under?: string): string => {
    switch (block.is) {
      case "Section":
        return `<section><h${level}>${escaped(block.heading)}</h${level}>${all(block.body, Math.min(level + 1, 6), block.heading)}</section>`
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
        return tableOf(document.language, block, under)
      case "Figure":
        return `<figure>${block.svg}<figcaption${same(block.caption, under)}>${escaped(block.caption)}</figcaption></figure>${tableOf(document.language, block.data, under, figures[document.language])}`
      case "Signatures":
        return `<div class="signed"><p>${escaped(block.of)}</p><div class="signs">${block.signs
          .map(({ name, signed }) => `<p>${escaped(name)}<br>${escaped(signed ?? signLine[document.language])}</p>`)
          .join("")}</div></div>`
      case "Room":
        return `<div class="room">${"<div></div>".repeat(block.lines)}</div>`
      case "PageBreak":
        return '<div class="break"></div>'
      case "Note":
        return `<p class="note">${escaped(block.text)}</p>`
    }
  }
  const all = (body: ReadonlyArray<Block>, level: number, under?: string) =>
    body.map((block) => written(block, level, under)).join("\n")
  const { body, house, isCards, isPoster, language, subtitle, title } = document
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escaped(title)}${subtitle === undefined ? "" : ` – ${escaped(subtitle)}`}</title><style>${faces(fonts)}${style}:root{--head:${house.colour}}@media(prefers-color-scheme:dark){:root{--head:#9cc7ea}}${isPoster === true ? "@page{size:landscape}" : ""}</style></head>
<body${isPoster === true ? ' class="poster"' : ""}><main>${logoIn(document)}<h1>${escaped(title)}</h1>${subtitle === undefined ? "" : `<p class="about">${escaped(subtitle)}</p>`}
${isCards === true ? `<div class="cards">${all(body, 2)}</div>` : all(body, 2, title)}
</main><footer><p>${escaped(foot(document))}</p></footer></body></html>
`
}

/** Pages with their font inside, so that they look the same wherever they are kept. */
export class HtmlWriter extends Context.Service<HtmlWriter, Writing>()("@groeikring/reporting/HtmlWriter") {
  static readonly layer = Layer.effect(
    HtmlWriter,
    Effect.promise(async () => {
      const { webFonts } = await import("./Fonts.ts")
      const fonts = webFonts()
      return inText((document) => html(document, fonts))
    })
  )
}
