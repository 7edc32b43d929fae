/** A document as OpenDocument text (ODT): the open standard of the public sector, with heads, language and alternatives. */
import { Context, Effect, Layer } from "effect"
import { strToU8, zipSync } from "fflate"
import type { Block, Document, Figure, Signatures, Table } from "./Document.ts"
import { drawn, pictured, type Picture } from "./Drawing.ts"
import { stylesInText, stylesOf } from "./OpenDocumentStyles.ts"
import type { LogoUnreadable } from "./Theme.ts"
import { figures, foot, inCell, locale, logoOf, page, signLine } from "./Words.ts"
import type { Writing } from "./Writing.ts"
import { escaped } from "./Xml.ts"

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

const openDocument = (document: Document, logo: Picture | undefined): Uint8Array => {
  const pictures: Record<string, [Uint8Array, { level: 0 }]> = {}
  let tables = 0
  const columns: Array<string> = []

  const captionOf = (caption: string, under: string | undefined) =>
    caption === under ? "" : paragraph(strong(caption), "Caption")
  const pictureOf = (
    png: Uint8Array,
    size: { readonly width: number; readonly height: number },
    title: string,
    words: string
  ) => {
    const name = `Pictures/${Object.keys(pictures).length + 1}.png`
    pictures[name] = [png, { level: 0 }]
    return (
      `<draw:frame draw:name="${name}" text:anchor-type="as-char" svg:width="${size.width.toFixed(2)}cm" svg:height="${size.height.toFixed(2)}cm">` +
      `<draw:image xlink:href="${name}" xlink:type="simple" draw:mime-type="image/png"/>` +
      `<svg:title>${escaped(title)}</svg:title><svg:desc>${escaped(words)}</svg:desc></draw:frame>`
    )
  }
  const tableOf = ({ caption, columns: heads, empty, rows }: Table, under: string | undefined, shown = caption) => {
    if (rows.length === 0) return paragraph(`${caption === under ? "" : `${strong(`${shown}.`)} `}${said(empty)}`)
    const name = `Table${++tables}`
    heads.forEach(({ width = 1 }, n) =>
      columns.push(
        `<style:style style:name="${name}.${n}" style:family="table-column"><style:table-column-properties style:rel-column-width="${Math.round(width * 1000)}*"/></style:style>`
      )
    )
    const cell = (inside: string, style: string, look = "Cell") =>
      `<table:table-cell table:style-name="${look}" office:value-type="string">${paragraph(inside, style)}</table:table-cell>`
    const row = (cells: ReadonlyArray<string>) => `<table:table-row>${cells.join("")}</table:table-row>`
    const head = row(
      heads.map(({ head, isNumber }) => cell(said(head), isNumber === true ? "NumberHeading" : "Table_20_Heading", "Head"))
    )
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
      captionOf(shown, under) +
      `<table:table table:name="${name}" table:style-name="Table">` +
      heads.map((_, n) => `<table:table-column table:style-name="${name}.${n}"/>`).join("") +
      `<table:table-header-rows>${head}</table:table-header-rows>${lines.join("")}</table:table>` +
      paragraph("")
    )
  }
  const figureOf = (figure: Figure, under?: string) => {
    const width = document.isPoster === true ? 22.5 : 15
    return (
      paragraph(pictureOf(drawn(figure), { width, height: width / figure.ratio }, figure.caption, figure.alternative)) +
      captionOf(figure.caption, under) +
      tableOf(figure.data, under, figures[document.language])
    )
  }
  /** Two beside each other; a line stands above each name. */
  const signsOf = ({ signs }: Signatures) => {
    const empty = '<table:table-cell table:style-name="Bare"><text:p/></table:table-cell>'
    const cell = (sign: Signatures["signs"][number] | undefined) =>
      sign === undefined
        ? empty
        : `<table:table-cell table:style-name="Sign">${paragraph(said(`${sign.name}\n${sign.signed ?? signLine[document.language]}`), "Signer")}</table:table-cell>`
    const rows = Array.from(
      { length: Math.ceil(signs.length / 2) },
      (_, n) => `<table:table-row>${cell(signs[2 * n])}${empty}${cell(signs[2 * n + 1])}</table:table-row>`
    )
    return (
      paragraph("", "Signed") +
      `<table:table table:name="Signs${++tables}" table:style-name="Table"><table:table-column table:style-name="Half"/><table:table-column table:style-name="Gap"/><table:table-column table:style-name="Half"/>${rows.join("")}</table:table>`
    )
  }
  const written = (block: Block, depth: number, under?: string): string => {
    switch (block.is) {
      case "Section": {
        const level = Math.min(depth, 3)
        const heading = `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">${said(block.heading)}</text:h>`
        return heading + block.body.map((inner) => written(inner, depth + 1, block.heading)).join("")
      }
      case "Paragraph":
        return paragraph(block.text.map((part) => (typeof part === "string" ? said(part) : strong(part.strong))).join(""))
      case "List":
        return block.items.length === 0
          ? ""
          : `<text:list text:style-name="${block.isOrdered === true ? "Steps" : "Points"}">${block.items.map((item) => `<text:list-item>${paragraph(said(item))}</text:list-item>`).join("")}</text:list>`
      case "Facts":
        return block.rows.map(([term, value]) => paragraph(`${strong(`${term}: `)}${said(value)}`)).join("")
      case "Table":
        return tableOf(block, under)
      case "Figure":
        return figureOf(block, under)
      case "Signatures":
        return paragraph(said(block.of), "Signed") + signsOf(block)
      case "Room":
        return paragraph("", "Line").repeat(block.lines)
      case "PageBreak":
        return paragraph("", "Break")
      case "Note":
        return paragraph(said(block.text), "Note")
    }
  }
  const { body, date, isCards, language, school, subtitle, title } = document
  const text =
    paragraph(
      (logo === undefined
        ? ""
        : `${pictureOf(logo.png, { height: 1.3, width: 1.3 * Math.min(6, logo.ratio) }, school, logoOf(language, school))} `) +
        said(school)
    ) +
    paragraph(said(title), "Title") +
    (subtitle === undefined ? "" : paragraph(said(subtitle))) +
    body.map((block) => (isCards === true ? written(block, 1) + paragraph("", "Cut") : written(block, 1, title))).join("")
  const content = xml(
    "document-content",
    `<office:automatic-styles>${columns.join("")}${stylesInText}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body>`
  )
  const pages = `${page[language]} <text:page-number/> / <text:page-count/>`
  const styles = xml("document-styles", stylesOf(document, paragraph(`${said(foot(document))} · ${pages}`)))
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
      "styles.xml": strToU8(styles),
      "meta.xml": strToU8(meta),
      "META-INF/manifest.xml": strToU8(manifest),
      ...pictures
    },
    { mtime: `${date}T12:00:00` }
  )
}

const mediaType = "application/vnd.oasis.opendocument.text"
/** **Gotchas** A page in an older LibreOffice does not tell its borders from its text when it is made a PDF: use the PDF writer for that. */
export class OpenDocumentWriter extends Context.Service<OpenDocumentWriter, Writing<LogoUnreadable>>()(
  "@groeikring/reporting/OpenDocumentWriter"
) {
  static readonly layer = Layer.succeed(OpenDocumentWriter, {
    write: Effect.fn("OpenDocumentWriter.write")(function* (document: Document) {
      const { logo } = document.house
      const picture = logo === undefined ? undefined : yield* pictured(logo)
      return openDocument(document, picture)
    })
  })
}
