// Prints what documents cost: beside other ways to make the same one, a thousand at once, and the year of a board.
import { bars, heatMap, lines, planner, quadrant, radar, timeline } from "@groeikring/reporting/charts"
import { Document, houseOf, reports } from "@groeikring/reporting"
import { html } from "@groeikring/reporting/html"
import { PdfWriter } from "@groeikring/reporting/pdf"
import { layer as inWasm } from "@groeikring/reporting/pdf-in-wasm"
import { SpreadsheetWriter } from "@groeikring/reporting/spreadsheet"
import { WordWriter } from "@groeikring/reporting/word"
import { type Context, Effect, type Layer } from "effect"
import { spawnSync } from "node:child_process"
import { join } from "node:path"
import DrawnPdf from "pdfkit"
import { opened } from "../../packages/reporting/test/browser.ts"
import { at, inZwaluw, sources } from "../../packages/reporting/test/zwaluw.ts"
import { goal, line, row, table } from "./report.ts"
import { type Contender, median, race, ratio } from "./rounds.ts"

/** A thing of this many people and rows; smaller to look whether it runs. */
const people = Number(process.env["PEOPLE"] ?? 1200)
const rounds = Number(process.env["ROUNDS"] ?? 5)
const house = houseOf({ school: "obs De Zwaluw" })
const plan = await inZwaluw((school) =>
  reports.pop.make({ school, viewer: { actor: "p-femke", at }, id: "pop-femke", language: "nl", house, sources })
)

/** The same plan drawn by hand: words, headings and tables with lines, without tags and without an archive's standard. */
const byPdfkit = ({ body, title }: Document.Document): Promise<Uint8Array> => {
  const pdf = new DrawnPdf({ size: "A4", margin: 62, info: { Title: title } })
  const parts: Array<Buffer> = []
  const whole = new Promise<Uint8Array>((resolve) => {
    pdf.on("data", (part: Buffer) => parts.push(part))
    pdf.on("end", () => resolve(Buffer.concat(parts)))
  })
  const font = join(import.meta.dirname, "../../packages/reporting/node_modules/@expo-google-fonts/atkinson-hyperlegible-next")
  pdf.registerFont("plain", join(font, "400Regular/AtkinsonHyperlegibleNext_400Regular.ttf"))
  pdf.registerFont("bold", join(font, "700Bold/AtkinsonHyperlegibleNext_700Bold.ttf"))
  const written = (block: Document.Block): void => {
    if (block.is === "Section") {
      pdf.font("bold").fontSize(14).text(block.heading).font("plain").fontSize(10)
      block.body.forEach(written)
    } else if (block.is === "Paragraph")
      pdf.text(block.text.map((part) => (typeof part === "string" ? part : part.strong)).join(""))
    else if (block.is === "List") pdf.list([...block.items])
    else if (block.is === "Facts") block.rows.forEach(([term, value]) => pdf.text(`${term}: ${value}`))
    else if (block.is === "Table")
      pdf.table({ data: [block.columns.map(({ head }) => head), ...block.rows.map((cells) => cells.map(String))] })
    else if (block.is === "Note") pdf.text(block.text)
  }
  pdf.font("bold").fontSize(20).text(title).font("plain").fontSize(10)
  body.forEach(written)
  pdf.end()
  return whole
}

/** Writes the plan as often as it is told, with a writer that is loaded once. */
const writing = async <W>(
  name: string,
  writer: Context.Key<W, { readonly write: (document: Document.Document) => Effect.Effect<Uint8Array, unknown> }>,
  layer: Layer.Layer<W, unknown>
): Promise<Contender> => {
  const { write } = await Effect.runPromise(Effect.provide(writer, layer))
  return {
    name,
    run: async (times) => {
      for (let n = 0; n < times; n++) await Effect.runPromise(write({ ...plan, subtitle: `Collega ${n}` }))
    }
  }
}

const browser = await opened()
const page = await browser.newPage()
const [ours, wasm, byHand, chromium, word] = [
  "Groeikring: Typst, tagged, PDF/A-2a and PDF/UA-1",
  "the same in WebAssembly",
  "pdfkit by hand, no tags",
  "headless Chromium, from HTML",
  "Word alone (docx)"
] as const
const made = await race(
  [
    await writing(ours, PdfWriter, PdfWriter.layer),
    await writing(wasm, PdfWriter, inWasm),
    {
      name: byHand,
      run: async (times) => {
        for (let n = 0; n < times; n++) await byPdfkit({ ...plan, subtitle: `Collega ${n}` })
      }
    },
    {
      name: chromium,
      run: async (times) => {
        for (let n = 0; n < times; n++) {
          await page.setContent(html({ ...plan, subtitle: `Collega ${n}` }))
          await page.pdf({ format: "A4", tagged: true })
        }
      },
      close: () => browser.close()
    },
    await writing(word, WordWriter, WordWriter.layer)
  ],
  { rounds, slice: 0.4, warmUp: 1 }
)
table("One plan on paper", "a second", made)
for (const other of [wasm, byHand, chromium, word])
  line(`  ${ratio(made, ours, other).toFixed(2).padStart(14)} times as fast as ${other}`)

const figures = {
  bars: () =>
    bars("nl", {
      caption: "c",
      about: "a",
      series: ["x", "y"],
      rows: thirty.map((name) => ({ name, values: [3, 4] })),
      nothing: "-"
    }),
  "heat map of 30 by 7": () =>
    heatMap("nl", {
      caption: "c",
      about: "a",
      columns: ["1", "2", "3", "4", "5", "6", "7"],
      rows: thirty.map((name, n) => ({ name, values: [1, 2, 3, 4, 5, null, n / 7] })),
      hidden: "-",
      between: [1, 5]
    }),
  "lines over ten years": () =>
    lines("nl", {
      caption: "c",
      about: "a",
      when: "w",
      level: "l",
      empty: "-",
      lines: thirty.map((name, n) => ({
        name,
        points: Array.from({ length: 10 }, (_, at) => ({ at: at * 525_600, value: (n % 5) + 1 }))
      })),
      between: [1, 5]
    }),
  "quadrant of 30": () =>
    quadrant(
      "nl",
      thirty.map((name, n) => ({ name, fun: (n % 5) + 1, skill: (n % 4) + 1 })),
      4
    ),
  radar: () => radar("nl", { caption: "c", about: "a", arms: thirty.slice(0, 10).map((name) => ({ name, now: 2, goal: 4 })) }),
  "planner of 40 moments": () =>
    planner("nl", {
      caption: "c",
      schoolYear: "2025-2026",
      kinds: ["a", "b"],
      moments: Array.from({ length: 40 }, (_, n) => ({
        on: `2025-${String(8 + (n % 5)).padStart(2, "0")}-${String((n % 27) + 1).padStart(2, "0")}`,
        at: "15:30",
        kind: n % 2
      })),
      empty: "-"
    }),
  "year of 40 moments": () =>
    timeline("nl", {
      caption: "c",
      schoolYear: "2025-2026",
      kinds: ["a", "b"],
      happenings: Array.from({ length: 40 }, (_, n) => ({
        on: `2025-${String(8 + (n % 5)).padStart(2, "0")}-${String((n % 27) + 1).padStart(2, "0")}`,
        what: `moment ${n}`,
        kind: n % 2
      })),
      empty: "-"
    })
} as const
const thirty = Array.from({ length: 30 }, (_, n) => `competentie nummer ${n + 1}`)
/** Seconds of processor for one, the median of rounds: what the clock says depends on who else is at work. */
const processorOf = async (times: number, run: () => unknown): Promise<number> => {
  await run()
  const taken: Array<number> = []
  for (let round = 0; round < rounds; round++) {
    const used = process.cpuUsage()
    for (let n = 0; n < times; n++) await run()
    const { system, user } = process.cpuUsage(used)
    taken.push((system + user) / 1e6 / times)
  }
  return median(taken)
}

line("\nCharts, in microseconds of processor")
const drawn: Array<number> = []
for (const [name, draw] of Object.entries(figures)) {
  await processorOf(100, draw)
  const taken = await processorOf(100, draw)
  drawn.push(taken)
  row(taken * 1e6, `µs  ${name}`)
}
goal("ms for the slowest chart", Math.max(...drawn) * 1000, 1, false)

const large: Document.Document = {
  ...plan,
  body: [
    Document.table({
      caption: "Alles",
      columns: [{ head: "wie" }, ...Array.from({ length: 19 }, (_, n) => ({ head: `kolom ${n + 1}`, isNumber: n % 2 === 0 }))],
      rows: Array.from({ length: 20_000 }, (_, r) => [
        `persoon ${r}`,
        ...Array.from({ length: 19 }, (_cell, n) => (n % 2 === 0 ? r * n : `waarde ${n}`))
      ]),
      empty: "-"
    })
  ]
}
const { write: sheet } = await Effect.runPromise(Effect.provide(SpreadsheetWriter, SpreadsheetWriter.layer))
line("\nA large table")
goal(
  "seconds of processor for XLSX of 20,000 rows by 20 columns",
  await processorOf(1, () => Effect.runPromise(sheet(large, "xlsx"))),
  2,
  false
)

/** In a process of its own, so that its memory is its own. */
const apart = (what: string, count: number) => {
  const { stderr, stdout } = spawnSync(
    process.execPath,
    ["--conditions=@groeikring/source", join(import.meta.dirname, "paper.ts"), what, String(count)],
    { encoding: "utf8", input: JSON.stringify(plan) }
  )
  if (stdout === "") throw new Error(stderr)
  return JSON.parse(stdout) as Readonly<Record<"bytes" | "files" | "peak" | "processor" | "seconds", number>>
}
const thousand = apart("plans", Math.min(1000, people))
line(`\n${thousand.files} plans as PDF, in a process of their own`)
row((thousand.processor / thousand.files) * 1000, "ms of processor each")
row(thousand.bytes / thousand.files, "bytes each")
row(thousand.files / thousand.seconds, "a second by the clock, beside whatever else ran")
goal("PDF a second of processor", thousand.files / thousand.processor, 25, true)
goal("MiB of memory at most", thousand.peak, 320, false)

const [quarter, year] = [apart("board", Math.ceil(people / 4)), apart("board", people)]
line(`\nThe year of a board: ${people} people, ${year.files} PDFs, read and set one by one`)
row((year.processor / year.files) * 1000, "ms of processor each")
row(year.seconds, "seconds by the clock, beside whatever else ran")
goal("minutes of processor", year.processor / 60, 10, false)
goal("times the memory of a quarter of it", year.peak / quarter.peak, 1.3, false)
