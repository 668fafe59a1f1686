/**
 * The official document in Typst. Everything that it says comes as data in `sys.inputs`: what people wrote is shown, and never read as
 * code. It names the letters that the compiler brings with it, and no others.
 */
export const TEMPLATE = String.raw`#let report = json(bytes(sys.inputs.report))

#let ink = rgb("#1b1f24")
#let quiet = rgb("#4d5661")
#let accent = rgb("#1f3a5f")
#let hairline = 0.5pt + rgb("#b9c0c8")
#let tint = rgb("#f2f4f7")

#let letters = ("Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono")
#let even = ("DejaVu Sans Mono", "Libertinus Serif", "New Computer Modern")

#set document(
  title: report.title,
  author: report.authors,
  description: report.description,
  keywords: report.keywords,
  date: datetime(..report.date),
)
#set text(font: letters, fallback: false, size: 10.5pt, fill: ink, lang: report.lang, region: report.region, hyphenate: true)
#set par(justify: false, leading: 0.62em, spacing: 0.9em)
#set page(
  paper: "a4",
  margin: (top: 2.6cm, bottom: 2.5cm, x: 2.2cm),
  header: context if counter(page).get().first() > 1 {
    set text(size: 8.5pt, fill: quiet)
    grid(
      columns: (1fr, auto),
      column-gutter: 1em,
      box(height: 1.1em, clip: true, report.running), report.case,
    )
    v(-0.5em)
    line(length: 100%, stroke: hairline)
  },
  footer: context {
    set text(size: 8.5pt, fill: quiet)
    line(length: 100%, stroke: hairline)
    v(-0.5em)
    grid(
      columns: (1fr, auto),
      column-gutter: 1em,
      [#report.words.code #text(font: even, size: 8pt, report.code)],
      report.words.page.replace("{page}", str(counter(page).get().first())).replace("{pages}", str(counter(page).final().first())),
    )
  },
)

#show title: set text(size: 21pt, weight: "bold", fill: accent, hyphenate: false)
#show title: set par(leading: 0.45em)
#show heading.where(level: 1): it => block(above: 2em, below: 0.9em, sticky: true, width: 100%, {
  set text(size: 14.5pt, fill: accent)
  it.body
  v(-0.55em)
  line(length: 100%, stroke: 0.8pt + accent)
})
#show heading.where(level: 2): it => block(above: 1.3em, below: 0.7em, sticky: true, text(size: 11.5pt, fill: ink, it.body))
#show heading.where(level: 3): it => block(above: 1.1em, below: 0.6em, sticky: true, text(size: 10.5pt, fill: quiet, it.body))
#show outline.entry: set block(above: 0.55em)

// A text in its own language, where that is known: paragraphs of lines.
#let told(value) = {
  let lines = paragraph => paragraph.map(line => [#line]).join(linebreak())
  let paragraphs = value.paragraphs.map(lines)
  let body = if paragraphs.len() == 1 { paragraphs.first() } else { paragraphs.map(par).join() }
  if value.at("code", default: false) { text(font: even, size: 7.4pt, hyphenate: false, body) } else if "lang" in value {
    text(lang: value.lang, body)
  } else { body }
}

#let said(values) = if values.len() == 0 [] else { values.map(told).join(parbreak()) }

// What is known of a thing, as terms with what stands for each.
#let facts(rows) = block(above: 0.7em, below: 0.9em, grid(
  columns: (3.6cm, 1fr),
  column-gutter: 0.5cm,
  row-gutter: 0.62em,
  ..rows.map(row => (text(size: 9.5pt, fill: quiet, row.term), said(row.values))).flatten(),
))

#let listing(part) = {
  set text(size: 9pt)
  set par(leading: 0.5em, spacing: 0.6em)
  show table.cell.where(y: 0): set text(weight: "bold", fill: accent)
  show table: set block(above: 0.8em, below: 1.2em)
  table(
    columns: part.widths.map(width => width * 1fr),
    inset: (x: 0.45em, y: 0.5em),
    align: start + top,
    stroke: (x, y) => (bottom: if y == 0 { 0.8pt + accent } else { hairline }),
    table.header(..part.heads.map(head => [#head])),
    ..part.rows.map(cells => cells.map(said)).flatten(),
  )
}

#let noted(value) = block(width: 100%, fill: tint, inset: (x: 0.8em, y: 0.6em), above: 0.8em, below: 0.9em, radius: 2pt, told(value))

#let quoted(part) = {
  set text(size: 10.5pt)
  pad(left: 0.1em, block(above: 0.7em, below: 0.9em, inset: (left: 0.9em), stroke: (left: 1.6pt + rgb("#c7ced6")), width: 100%, told(part.value)))
}

#let shown(part) = {
  if part.kind == "prose" { block(above: 0.7em, below: 0.9em, told(part.value)) }
  else if part.kind == "facts" { facts(part.rows) }
  else if part.kind == "table" { listing(part) }
  else if part.kind == "note" { noted(part.value) }
  else if part.kind == "quote" { quoted(part) }
  else if part.kind == "heading" { heading(level: part.level, outlined: false, bookmarked: part.level == 2, told(part.value)) }
}

// The cover block.
#grid(
  columns: (1fr, auto),
  column-gutter: 1em,
  align: (start + horizon, end + horizon),
  text(size: 10pt, fill: quiet, tracking: 0.06em, upper(report.kind)), text(size: 10pt, fill: quiet, report.mark),
)
#v(-0.4em)
#line(length: 100%, stroke: 1.6pt + accent)
#v(0.6em)
#title(told(report.cover.title))
#v(-0.2em)
#text(size: 13pt, fill: quiet, told(report.cover.subject))
#v(0.4em)
#for value in report.cover.notes { noted(value) }
#grid(
  columns: (1fr, 4.3cm),
  column-gutter: 0.8cm,
  facts(report.cover.rows),
  block(width: 100%, inset: 0.35cm, stroke: hairline, radius: 2pt, {
    set align(center)
    set text(size: 8pt)
    set par(leading: 0.45em, spacing: 0.55em)
    image(bytes(report.qr.svg), format: "svg", width: 3.1cm, alt: report.qr.alt)
    text(fill: quiet, report.words.code)
    parbreak()
    text(font: even, weight: "bold", size: 7.6pt, hyphenate: false, report.code)
    parbreak()
    text(fill: quiet, report.words.scan)
  }),
)

#block(above: 1.6em, {
  set text(size: 10pt)
  outline(title: report.words.contents, depth: 1)
})

#for section in report.sections {
  heading(level: 1, section.title)
  for part in section.parts { shown(part) }
}
#for value in report.endNotes { noted(value) }
`;
