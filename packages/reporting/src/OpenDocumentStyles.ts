/** How a text in OpenDocument looks. */
import type { Document } from "./Document.ts"
import { fontFamily } from "./FontFamilies.ts"
import { locale } from "./Words.ts"

const style = (name: string, family: string, inside: string, more = "") =>
  `<style:style style:name="${name}" style:family="${family}"${more}>${inside}</style:style>`
const listed = (name: string, kind: "bullet" | "number", mark: string) =>
  `<text:list-style style:name="${name}"><text:list-level-style-${kind} text:level="1" ${mark}>` +
  '<style:list-level-properties text:space-before="0.2cm" text:min-label-width="0.75cm"/>' +
  `</text:list-level-style-${kind}></text:list-style>`
/** What only the text of a document uses. */
export const stylesInText = [
  listed("Points", "bullet", 'text:bullet-char="•"'),
  listed("Steps", "number", 'style:num-format="1" style:num-suffix="."'),
  style("Strong", "text", '<style:text-properties fo:font-weight="bold"/>'),
  style("Number", "paragraph", '<style:paragraph-properties fo:text-align="end"/>', ' style:parent-style-name="Text_20_body"'),
  style("Break", "paragraph", '<style:paragraph-properties fo:break-before="page"/>', ' style:parent-style-name="Text_20_body"'),
  style(
    "NumberHeading",
    "paragraph",
    '<style:paragraph-properties fo:text-align="end"/>',
    ' style:parent-style-name="Table_20_Heading"'
  ),
  // Down to here a card stays in one piece, and here it is cut off.
  style(
    "Cut",
    "paragraph",
    '<style:paragraph-properties fo:margin-bottom="0.4cm" fo:border-bottom="0.5pt dashed #6f7a85" fo:keep-with-next="auto"/>',
    ' style:parent-style-name="Text_20_body"'
  ),
  style(
    "Note",
    "paragraph",
    '<style:paragraph-properties fo:border-left="2pt solid #6f7a85" fo:padding-left="0.25cm"/>',
    ' style:parent-style-name="Text_20_body"'
  ),
  style(
    "Signed",
    "paragraph",
    '<style:paragraph-properties fo:margin-top="0.6cm" fo:keep-with-next="always"/>',
    ' style:parent-style-name="Text_20_body"'
  ),
  style(
    "Signer",
    "paragraph",
    '<style:paragraph-properties fo:margin-bottom="1.1cm"/>',
    ' style:parent-style-name="Text_20_body"'
  ),
  style("Sign", "table-cell", '<style:table-cell-properties fo:border-top="0.5pt solid #6f7a85" fo:padding-top="0.1cm"/>'),
  style("Bare", "table-cell", '<style:table-cell-properties fo:border="none"/>'),
  style("Half", "table-column", '<style:table-column-properties style:rel-column-width="7900*"/>'),
  style("Gap", "table-column", '<style:table-column-properties style:rel-column-width="800*"/>'),
  style(
    "Line",
    "paragraph",
    '<style:paragraph-properties fo:margin-top="0.4cm" fo:border-bottom="0.5pt solid #6f7a85" style:join-border="false"/>',
    ' style:parent-style-name="Text_20_body"'
  ),
  style("Table", "table", '<style:table-properties style:width="16.6cm" table:align="margins"/>'),
  style("Cell", "table-cell", '<style:table-cell-properties fo:border="0.5pt solid #6f7a85" fo:padding="0.1cm"/>'),
  style(
    "Head",
    "table-cell",
    '<style:table-cell-properties fo:border="0.5pt solid #6f7a85" fo:padding="0.1cm" fo:background-color="#e6eef5"/>'
  )
].join("")

const sheet = ({ isPoster }: Document) =>
  isPoster === true
    ? 'fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape"'
    : 'fo:page-width="21cm" fo:page-height="29.7cm" style:print-orientation="portrait"'
/** What a document looks like: its page, its foot, and the styles that somebody who works on in it can choose. */
export const stylesOf = (document: Document, foot: string): string => {
  const [country, speech] = [locale[document.language].slice(3), document.language]
  const heading = (level: number, size: number) =>
    style(
      `Heading_20_${level}`,
      "paragraph",
      `<style:paragraph-properties fo:margin-top="0.45cm" fo:margin-bottom="0.15cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="${size}pt" fo:font-weight="bold" fo:color="${document.house.colour}"/>`,
      ` style:display-name="Heading ${level}" style:default-outline-level="${level}"`
    )
  return (
    "<office:styles>" +
    `<style:default-style style:family="paragraph"><style:text-properties fo:language="${speech}" fo:country="${country}" fo:font-family="${fontFamily}" fo:font-size="10.5pt"/></style:default-style>` +
    style(
      "Text_20_body",
      "paragraph",
      `<style:paragraph-properties fo:margin-bottom="0.15cm"${document.isCards === true ? ' fo:keep-together="always" fo:keep-with-next="always"' : ""}/>`,
      ' style:display-name="Text body"'
    ) +
    style(
      "Title",
      "paragraph",
      `<style:text-properties fo:font-size="20pt" fo:font-weight="bold" fo:color="${document.house.colour}"/>`
    ) +
    style("Caption", "paragraph", '<style:paragraph-properties fo:margin-top="0.25cm" fo:keep-with-next="always"/>') +
    style(
      "Table_20_Heading",
      "paragraph",
      '<style:text-properties fo:font-weight="bold"/>',
      ' style:display-name="Table Heading"'
    ) +
    [15, 12, 10.5].map((size, n) => heading(n + 1, size)).join("") +
    "</office:styles><office:automatic-styles>" +
    `<style:page-layout style:name="Page"><style:page-layout-properties ${sheet(document)} fo:margin="2.2cm"/><style:footer-style><style:header-footer-properties fo:margin-top="0.4cm"/></style:footer-style></style:page-layout>` +
    "</office:automatic-styles><office:master-styles>" +
    `<style:master-page style:name="Standard" style:page-layout-name="Page"><style:footer>${foot}</style:footer></style:master-page></office:master-styles>`
  )
}
