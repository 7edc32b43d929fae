/** How a document looks on paper, in Typst. The document comes in as data, never as markup. */
export const template = `
#let doc = json("document.json")
#let navy = rgb(doc.colour)
#let line-grey = rgb("#6f7a85")
#let day = doc.date.split("-").map(int)
#set document(title: doc.title, author: doc.school, date: datetime(year: day.at(0), month: day.at(1), day: day.at(2)))
#set text(font: doc.fonts, fallback: false, size: 10pt, lang: doc.language, region: if doc.language == "nl" { "NL" } else { "GB" }, hyphenate: true)
#set par(leading: .62em)
#set page(
  paper: if doc.isPoster { "a3" } else { "a4" },
  flipped: doc.isPoster,
  margin: if doc.isCards { 0cm } else if doc.isPoster { 1.6cm } else { 2.2cm },
  footer: if not doc.isCards { context [#set text(8.5pt, fill: rgb("#3d4852")); #doc.foot #h(1fr) #doc.page #counter(page).display() / #counter(page).final().first()] }
)
#show heading: set text(fill: navy)
#show heading.where(level: 1): set text(14pt)
#show heading.where(level: 2): set text(11.5pt)
#show heading.where(level: 3): set text(10.5pt)
#show heading: it => block(above: 1.3em, below: .65em, sticky: true, it)
#show title: set text(if doc.isPoster { 34pt } else { 20pt }, fill: navy, hyphenate: false)
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.where(kind: table): set block(breakable: true)
#show figure.caption: it => align(left, strong(it.body))
#show figure.where(kind: table): it => { show figure.caption: block.with(sticky: true, below: .65em); it }
#show figure: set align(left)
#let shade(x, y) = if y == 0 { rgb("#e6eef5") }
#let runs(parts) = parts.map(part => if type(part) == dictionary { strong(part.strong) } else { text(part) }).join()
// A caption that only says its heading again is heard with the heading.
#let grid-table(b, caption) = if b.rows.len() == 0 { par[#if caption != none { strong(caption + ".") } #b.empty] } else {
  figure(kind: table, supplement: none, numbering: none, caption: if caption != none { text(caption) }, table(
    columns: b.columns.map(c => c.at("width", default: 1) * 1fr),
    stroke: .5pt + line-grey, fill: shade, inset: (x: 5pt, y: 4pt),
    align: (x, y) => if b.columns.at(x).at("isNumber", default: false) { right } else { left },
    // Heads that would fill a page are not said again on the next.
    table.header(repeat: b.columns.all(c => c.head.len() < 400), ..b.columns.map(c => strong(c.head))),
    ..b.rows.map(row => row.enumerate().map(((n, cell)) => if n == 0 { strong(text(cell)) } else { text(cell) })).flatten()
  ))
}
#let band(long, body) = if doc.isCards { body } else { block(width: 100%, breakable: long, inset: (x: 9pt, y: 8pt), radius: 3pt, fill: rgb("#f3f6f9"), body) }
#let facts(rows) = terms(separator: [: ], hanging-indent: 0pt, ..rows.map(row => terms.item(row.at(0), row.at(1))))
// Many facts stand in two columns.
#let beside(rows) = if rows.len() < 5 or doc.isCards { facts(rows) } else {
  let half = calc.ceil(rows.len() / 2)
  grid(columns: (1fr, 1fr), column-gutter: 12pt, facts(rows.slice(0, half)), facts(rows.slice(half)))
}
#let unless(under, caption) = if caption != under { caption }
#let render(b, depth, under: none) = {
  if b.is == "Section" { heading(level: depth, b.heading); for (n, inner) in b.body.enumerate() {
      // A question stands with the lines for its answer.
      let asks = inner.is == "Paragraph" and n + 1 < b.body.len() and b.body.at(n + 1).is == "Room"
      if asks { block(sticky: true, render(inner, depth + 1)) } else { render(inner, depth + 1, under: b.heading) }
    } }
  else if b.is == "Paragraph" { par(runs(b.text)) }
  else if b.is == "List" { if b.at("isOrdered", default: false) { enum(..b.items.map(item => text(item))) } else { list(..b.items.map(item => text(item))) } }
  else if b.is == "Facts" { block(above: 1em, below: 1.1em, band(b.rows.map(row => row.at(1).len()).sum(default: 0) > 1200, beside(b.rows))) }
  else if b.is == "Table" { grid-table(b, unless(under, b.caption)) }
  else if b.is == "Figure" {
    let wide = if doc.isPoster { 100% } else if b.ratio > 1.3 { calc.min(16.6cm, if b.ratio > 1.75 { 7cm } else { 9cm } * b.ratio) } else { 11.4cm }
    figure(image(bytes(b.svg), format: "svg", width: wide, alt: b.alternative), supplement: none, numbering: none, caption: unless(under, b.caption))
    if doc.isPoster { pagebreak() }
    grid-table(b.data, doc.figures)
  }
  else if b.is == "Signatures" {
    block(breakable: false, above: 1.6em, {
      par(b.of)
      v(1cm)
      grid(columns: (1fr, 1fr), column-gutter: 2cm, row-gutter: 1.5cm, ..b.signs.map(sign => block(breakable: false)[
        #line(length: 100%, stroke: .5pt)
        #sign.name \\ #text(8.5pt, sign.at("signed", default: doc.signLine))
      ]))
    })
  }
  else if b.is == "Room" { block(breakable: false, above: .4em, below: 1em, for _ in range(b.lines) { v(.75cm); line(length: 100%, stroke: .5pt + line-grey) }) }
  else if b.is == "PageBreak" { pagebreak(weak: true) }
  else if b.is == "Note" { block(inset: (left: 8pt, y: 3pt), stroke: (left: 2.5pt + line-grey), text(b.text)) }
}
// As large as fits on the card: what is on it is never cut off.
#let fitted(b) = layout(size => {
  for points in (14, 13, 12, 11, 10, 9, 8, 7, 6, 5) {
    let body = [#set text(points * 1pt); #render(b, 1)]
    if points == 5 or measure(block(width: size.width, body)).height <= 122mm { return body }
  }
})
#let card(b) = block(width: 105mm, height: 148.5mm, inset: 9mm, stroke: (paint: line-grey, thickness: .4pt, dash: "dashed"), breakable: false)[
  #fitted(b)
  #place(bottom + left, text(7.5pt, fill: rgb("#3d4852"), doc.foot))
]
// The lower half is folded back, and then the left half: so the inner two stand on their heads.
#let folded(cards) = {
  let (near, far, upper, lower) = (0mm, 105mm, 0mm, 148.5mm)
  place(top + left, dx: far, dy: upper, cards.at(0))
  place(top + left, dx: far, dy: lower, rotate(180deg, cards.at(1)))
  place(top + left, dx: near, dy: lower, rotate(180deg, cards.at(2)))
  place(top + left, dx: near, dy: upper, cards.at(3))
}
#if doc.isFolded { folded(doc.body.map(card)) } else if doc.isCards { grid(columns: (105mm, 105mm), ..doc.body.map(card)) } else {
  if "logo" in doc { place(top + right, image(read("logo", encoding: none), format: doc.logo, height: if doc.isPoster { 2.2cm } else { 1.3cm }, alt: doc.school)) }
  else { text(9pt, fill: rgb("#3d4852"), doc.school); v(-.2em) }
  title()
  if "subtitle" in doc { block(above: .7em, text(if doc.isPoster { 18pt } else { 11pt }, doc.subtitle)) }
  block(above: .8em, below: 1.2em, line(length: 100%, stroke: 1.2pt + navy))
  for (n, b) in doc.body.enumerate() {
    // What is signed for is read on the same page.
    let before = b.is in ("Note", "Paragraph") and n + 1 < doc.body.len() and doc.body.at(n + 1).is == "Signatures"
    if before { block(sticky: true, render(b, 1)) } else { render(b, 1, under: doc.title) }
  }
}
`
