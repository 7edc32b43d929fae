/** How a document looks on paper, in Typst. The document comes in as data, never as markup. */
export const template = `
#let doc = json("document.json")
#let navy = rgb(doc.colour)
#let line-grey = rgb("#6f7a85")
#let day = doc.date.split("-").map(int)
#set document(title: doc.title, author: doc.school, date: datetime(year: day.at(0), month: day.at(1), day: day.at(2)))
#set text(font: "Atkinson Hyperlegible Next", size: 10pt, lang: doc.language, region: if doc.language == "nl" { "NL" } else { "GB" }, hyphenate: true)
#set par(leading: .62em)
#set page(
  paper: "a4",
  margin: if doc.isCards { 0cm } else { 2.2cm },
  footer: if not doc.isCards { context [#set text(8.5pt, fill: rgb("#3d4852")); #doc.foot #h(1fr) #doc.page #counter(page).display() / #counter(page).final().first()] }
)
#show heading: set text(fill: navy)
#show heading.where(level: 1): set text(14pt)
#show heading.where(level: 2): set text(11.5pt)
#show heading.where(level: 3): set text(10.5pt)
#show heading: it => block(above: 1.3em, below: .65em, sticky: true, it)
#show title: set text(20pt, fill: navy, hyphenate: false)
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.where(kind: table): set block(breakable: true)
#show figure.caption: it => align(left, strong(it.body))
#show figure: set align(left)
#let shade(x, y) = if y == 0 { rgb("#e6eef5") }
#let runs(parts) = parts.map(part => if type(part) == dictionary { strong(part.strong) } else { text(part) }).join()
#let grid-table(b) = if b.rows.len() == 0 { par[#strong(b.caption + ".") #b.empty] } else {
  figure(kind: table, supplement: none, numbering: none, caption: text(b.caption), table(
    columns: b.columns.map(c => c.at("width", default: 1) * 1fr),
    stroke: .5pt + line-grey, fill: shade, inset: 5pt,
    align: (x, y) => if b.columns.at(x).at("isNumber", default: false) { right } else { left },
    table.header(..b.columns.map(c => strong(c.head))),
    ..b.rows.map(row => row.enumerate().map(((n, cell)) => if n == 0 { strong(text(cell)) } else { text(cell) })).flatten()
  ))
}
#let render(b, depth) = {
  if b.is == "Section" { heading(level: depth, b.heading); for inner in b.body { render(inner, depth + 1) } }
  else if b.is == "Paragraph" { par(runs(b.text)) }
  else if b.is == "List" { if b.at("isOrdered", default: false) { enum(..b.items.map(item => text(item))) } else { list(..b.items.map(item => text(item))) } }
  else if b.is == "Facts" { terms(separator: [: ], hanging-indent: 0pt, ..b.rows.map(row => terms.item(row.at(0), row.at(1)))) }
  else if b.is == "Table" { grid-table(b) }
  else if b.is == "Figure" {
    figure(image(bytes(b.svg), format: "svg", width: if b.ratio > 1.3 { 100% } else { 12cm }, alt: b.alternative), supplement: none, numbering: none, caption: text(b.caption))
    grid-table(b.data)
  }
  else if b.is == "Signatures" {
    v(1.3cm)
    grid(columns: (1fr, 1fr), column-gutter: 2cm, row-gutter: 1.6cm, ..b.signs.map(sign => block(breakable: false)[
      #line(length: 100%, stroke: .5pt)
      #sign.name \\ #text(8.5pt, sign.at("signed", default: doc.signLine))
    ]))
  }
  else if b.is == "PageBreak" { pagebreak(weak: true) }
  else if b.is == "Note" { block(inset: (left: 8pt, y: 3pt), stroke: (left: 2.5pt + line-grey), text(b.text)) }
}
// As large as fits on the card: what is on it is never cut off.
#let fitted(b) = layout(size => {
  for points in (11, 10, 9, 8, 7, 6, 5) {
    let body = [#set text(points * 1pt); #render(b, 1)]
    if points == 5 or measure(block(width: size.width, body)).height <= 122mm { return body }
  }
})
#let card(b) = block(width: 105mm, height: 148.5mm, inset: 9mm, stroke: (paint: line-grey, thickness: .4pt, dash: "dashed"), breakable: false)[
  #fitted(b)
  #place(bottom + left, text(7.5pt, fill: rgb("#3d4852"), doc.foot))
]
#if doc.isCards { grid(columns: (105mm, 105mm), ..doc.body.map(card)) } else {
  if "logo" in doc { place(top + right, image(read("logo", encoding: none), format: doc.logo, height: 1.3cm, alt: doc.school)) }
  title()
  if "subtitle" in doc { par(text(11pt, doc.subtitle)) }
  for b in doc.body { render(b, 1) }
}
`
