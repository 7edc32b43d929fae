/** A document as OpenDocument text (ODT): the open standard of the public sector, with heads, language and alternatives. */
import { strToU8, zipSync } from "fflate"
import type { Block, Document, Figure, Table } from "./Document.ts"
import { drawn } from "./Drawing.ts"
import { fontFamily } from "./Fonts.ts"
import { escaped } from "./Html.ts"
import { foot, inCell, page, signLine } from "./Words.ts"

const names = ["office", "text", "table", "style", "drawing", "meta", "manifest"] as const
const prefixes = { drawing: "draw" } as Readonly<Record<string, string>>
const spaces = [
  ...names.map((name) => `xmlns:${prefixes[name] ?? name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`),
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'office:version="1.3"'
].join(" ")
const xml = (root: string, inside: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><office:${root} ${spaces}>${inside}</office:${root}>`

/** Text with its spaces and line breaks, as OpenDocument writes them. */
const said = (text: string) =>
  escaped(text)
    .replaceAll("\t", "<text:tab/>")
    .replaceAll("\n", "<text:line-break/>")
    .replace(/ {2,}/g, (run) => ` <text:s text:c="${run.length - 1}"/>`)
const paragraph = (inside: string, style = "Text_20_body") => `<text:p text:style-name="${style}">${inside}</text:p>`
const strong = (text: string) => `<text:span text:style-name="Strong">${said(text)}</text:span>`

/** Writes a document as ODT. */
export const openDocument = (document: Document): Uint8Array => {
  const pictures: Record<string, [Uint8Array, { level: 0 }]> = {}
  let tables = 0
  const columns: Array<string> = []

  const tableOf = ({ caption, columns: heads, empty, rows }: Table) => {
    if (rows.length === 0) return paragraph(`${strong(`${caption}.`)} ${said(empty)}`)
    const name = `Table${++tables}`
    heads.forEach(({ width = 1 }, n) =>
      columns.push(
        `<style:style style:name="${name}.${n}" style:family="table-column"><style:table-column-properties style:rel-column-width="${Math.round(width * 1000)}*"/></style:style>`
      )
    )
    const cell = (inside: string, style: string) =>
      `<table:table-cell table:style-name="Cell" office:value-type="string">${paragraph(inside, style)}</table:table-cell>`
    const row = (cells: ReadonlyArray<string>) => `<table:table-row>${cells.join("")}</table:table-row>`
    const head = row(heads.map((column) => cell(said(column.head), "Table_20_Heading")))
    const lines = rows.map((one) =>
      row(
        one.map((value, n) =>
          cell(
            n === 0 ? strong(inCell(document.language, value)) : said(inCell(document.language, value)),
            heads[n]!.isNumber === true ? "Number" : "Text_20_body"
          )
        )
      )
    )
    return (
      paragraph(strong(caption), "Caption") +
      `<table:table table:name="${name}" table:style-name="Table">` +
      heads.map((_, n) => `<table:table-column table:style-name="${name}.${n}"/>`).join("") +
      `<table:table-header-rows>${head}</table:table-header-rows>${lines.join("")}</table:table>` +
      paragraph("")
    )
  }
  const figureOf = (figure: Figure) => {
    const name = `Pictures/${Object.keys(pictures).length + 1}.png`
    pictures[name] = [drawn(figure), { level: 0 }]
    return (
      paragraph(
        `<draw:frame draw:name="${name}" text:anchor-type="as-char" svg:width="15cm" svg:height="${(15 / figure.ratio).toFixed(2)}cm">` +
          `<draw:image xlink:href="${name}" xlink:type="simple" draw:mime-type="image/png"/>` +
          `<svg:title>${escaped(figure.caption)}</svg:title><svg:desc>${escaped(figure.alternative)}</svg:desc></draw:frame>`
      ) +
      paragraph(said(figure.caption)) +
      tableOf(figure.data)
    )
  }
  const written = (block: Block, depth: number): string => {
    switch (block.is) {
      case "Section": {
        const level = Math.min(depth, 3)
        const heading = `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">${said(block.heading)}</text:h>`
        return heading + block.body.map((inner) => written(inner, depth + 1)).join("")
      }
      case "Paragraph":
        return paragraph(block.text.map((part) => (typeof part === "string" ? said(part) : strong(part.strong))).join(""))
      case "List":
        return block.items.length === 0
          ? ""
          : block.isOrdered === true
            ? block.items.map((item, n) => paragraph(said(`${n + 1}. ${item}`))).join("")
            : `<text:list>${block.items.map((item) => `<text:list-item>${paragraph(said(item))}</text:list-item>`).join("")}</text:list>`
      case "Facts":
        return block.rows.map(([term, value]) => paragraph(`${strong(`${term}: `)}${said(value)}`)).join("")
      case "Table":
        return tableOf(block)
      case "Figure":
        return figureOf(block)
      case "Signatures":
        return block.signs
          .map(({ name, signed }) => paragraph(said(`${name}: ${signed ?? `…………………… (${signLine[document.language]})`}`)))
          .join("")
      case "PageBreak":
        return paragraph("", "Break")
      case "Note":
        return paragraph(said(block.text), "Note")
    }
  }
  const { body, date, language, school, subtitle, title } = document
  const text =
    paragraph(said(title), "Title") +
    (subtitle === undefined ? "" : paragraph(said(subtitle))) +
    body.map((block) => written(block, 1)).join("")
  const content = xml(
    "document-content",
    `<office:automatic-styles>${columns.join("")}${inText}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body>`
  )
  const meta = xml(
    "document-meta",
    `<office:meta><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(school)}</dc:creator><dc:language>${locale[language]}</dc:language><dc:date>${date}T00:00:00</dc:date></office:meta>`
  )
  const files = ["content.xml", "styles.xml", "meta.xml"]
  const entry = (path: string, type: string) =>
    `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`
  const manifest =
    '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">' +
    entry("/", mediaType) +
    files.map((file) => entry(file, "text/xml")).join("") +
    Object.keys(pictures)
      .map((name) => entry(name, "image/png"))
      .join("") +
    "</manifest:manifest>"
  return zipSync(
    {
      mimetype: [strToU8(mediaType), { level: 0 }],
      "content.xml": strToU8(content),
      "styles.xml": strToU8(stylesOf(document)),
      "meta.xml": strToU8(meta),
      "META-INF/manifest.xml": strToU8(manifest),
      ...pictures
    },
    { mtime: `${date}T12:00:00` }
  )
}

const mediaType = "application/vnd.oasis.opendocument.text"
const locale = { nl: "nl-NL", en: "en-GB" } as const
const style = (name: string, family: string, inside: string, more = "") =>
  `<style:style style:name="${name}" style:family="${family}"${more}>${inside}</style:style>`
/** What only this text uses. */
const inText = [
  style("Strong", "text", '<style:text-properties fo:font-weight="bold"/>'),
  style("Number", "paragraph", '<style:paragraph-properties fo:text-align="end"/>', ' style:parent-style-name="Text_20_body"'),
  style("Break", "paragraph", '<style:paragraph-properties fo:break-before="page"/>', ' style:parent-style-name="Text_20_body"'),
  style(
    "Note",
    "paragraph",
    '<style:paragraph-properties fo:border-left="2pt solid #6f7a85" fo:padding-left="0.25cm"/>',
    ' style:parent-style-name="Text_20_body"'
  ),
  style("Table", "table", '<style:table-properties style:width="16.6cm" table:align="margins"/>'),
  style("Cell", "table-cell", '<style:table-cell-properties fo:border="0.5pt solid #6f7a85" fo:padding="0.1cm"/>')
].join("")

const stylesOf = (document: Document) => {
  const [country, speech] = [locale[document.language].slice(3), document.language]
  const heading = (level: number, size: number) =>
    style(
      `Heading_20_${level}`,
      "paragraph",
      `<style:paragraph-properties fo:margin-top="0.45cm" fo:margin-bottom="0.15cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="${size}pt" fo:font-weight="bold" fo:color="#123b5d"/>`,
      ` style:display-name="Heading ${level}" style:default-outline-level="${level}"`
    )
  return xml(
    "document-styles",
    "<office:styles>" +
      `<style:default-style style:family="paragraph"><style:text-properties fo:language="${speech}" fo:country="${country}" fo:font-family="${fontFamily}" fo:font-size="10.5pt"/></style:default-style>` +
      style(
        "Text_20_body",
        "paragraph",
        '<style:paragraph-properties fo:margin-bottom="0.15cm"/>',
        ' style:display-name="Text body"'
      ) +
      style("Title", "paragraph", '<style:text-properties fo:font-size="20pt" fo:font-weight="bold" fo:color="#123b5d"/>') +
      style("Caption", "paragraph", '<style:paragraph-properties fo:margin-top="0.25cm" fo:keep-with-next="always"/>') +
      style(
        "Table_20_Heading",
        "paragraph",
        '<style:text-properties fo:font-weight="bold"/>',
        ' style:display-name="Table Heading"'
      ) +
      [15, 12, 10.5].map((size, n) => heading(n + 1, size)).join("") +
      "</office:styles><office:automatic-styles>" +
      '<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2.2cm"/></style:page-layout>' +
      "</office:automatic-styles><office:master-styles>" +
      `<style:master-page style:name="Standard" style:page-layout-name="Page"><style:footer>${paragraph(
        `${said(foot(document))} · ${page[document.language]} <text:page-number/> / <text:page-count/>`
      )}</style:footer></style:master-page></office:master-styles>`
  )
}
