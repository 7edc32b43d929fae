/** What the school makes of a thing to print or to keep. Nothing is in it that is not for who asks. */
import { useState } from "react"
import { capital, useHere, useNamed, useSay } from "./here.tsx"
import { Icon } from "./Icon.tsx"
import { useKnown } from "./knowing.ts"
import { Bones, Dialog } from "./parts.tsx"
import type { MachineName } from "./school.ts"

/** A form of a document, and how its file ends. */
interface Form {
  readonly type: string
  readonly name: string
  readonly end: string
}
/** Those that everybody knows, and those for who asks on. */
const known: ReadonlyArray<Form> = [
  { type: "application/pdf", name: "PDF", end: "pdf" },
  { type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", name: "Word", end: "docx" }
]
const others: ReadonlyArray<Form> = [
  { type: "text/html", name: "HTML", end: "html" },
  { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name: "Excel", end: "xlsx" },
  { type: "application/vnd.oasis.opendocument.text", name: "OpenDocument (odt)", end: "odt" },
  { type: "application/vnd.oasis.opendocument.spreadsheet", name: "OpenDocument (ods)", end: "ods" },
  { type: "text/csv", name: "CSV", end: "csv" },
  { type: "text/markdown", name: "Markdown", end: "md" },
  { type: "application/json", name: "JSON", end: "json" }
]

interface Asked {
  readonly kind: string
  readonly name: string
  readonly about: string
  readonly of: string
}

/** The reports there are of this, behind one button. */
export const Reports = ({
  id,
  of,
  only = () => true
}: {
  readonly of: MachineName | "SchoolYear" | "Person" | "Nothing"
  /** The thing; nothing for what the school knows by itself: this year, or whoever asks. */
  readonly id?: string
  /** Which of them make sense now. */
  readonly only?: (kind: string) => boolean
}) => {
  const { knowing, school } = useHere()
  const say = useSay()
  const [isOpen, open] = useState(false)
  const { value: reports } = useKnown(knowing, { name: "reports", ask: school.reports })
  const items = reports?.items.filter((one) => one.of === of && only(one.kind))
  if (items === undefined || items.length === 0) return null
  const title = say("Print of bewaar", "Print or keep")
  return (
    <>
      <button
        type="button"
        className="button small quiet"
        aria-label={`${title}: ${items.map(({ name }) => name).join(", ")}`}
        onClick={() => open(true)}
      >
        <Icon name="print" />
        {title}
      </button>
      {isOpen && (
        <Dialog title={title} onClose={() => open(false)}>
          <ul className="list">
            {items.map((one) => (
              <li key={one.kind}>
                <Report report={one} id={id} types={reports!.types} />
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  )
}

const Report = ({
  id,
  report,
  types
}: {
  readonly report: Asked
  readonly id: string | undefined
  readonly types: ReadonlyArray<string>
}) => {
  const { school } = useHere()
  const say = useSay()
  const named = useNamed()
  const [fault, wrong] = useState("")
  const [isBusy, busy] = useState(false)
  const [done, did] = useState("")
  const make = async ({ end, name, type }: Form) => {
    if (isBusy) return
    busy(true)
    wrong("")
    const answer = await school.report(report.kind, { type, ...(id !== undefined && { for: id }) })
    busy(false)
    if (!answer.ok) return wrong(named(answer.problem.detail))
    keep(answer.value, `${report.name}.${end}`)
    did(say(`Je hebt hem als ${name}. Kijk bij je downloads.`, `You have it as ${name}. Look in your downloads.`))
  }
  const buttons = (forms: ReadonlyArray<Form>) => (
    <div className="row">
      {forms
        .filter(({ type }) => types.includes(type))
        .map((form) => (
          <button
            type="button"
            className="button small"
            key={form.type}
            aria-label={`${form.name}: ${report.name}`}
            onClick={() => void make(form)}
          >
            {form.name}
          </button>
        ))}
    </div>
  )
  return (
    <div className="stack tight">
      <strong>{capital(report.name)}</strong>
      <p className="soft small">{report.about}</p>
      {buttons(known)}
      <details className="small">
        <summary>{say("In een andere vorm", "In another form")}</summary>
        {buttons(others)}
      </details>
      <div role="status">
        {isBusy && <Bones />}
        {done !== "" && !isBusy && <p className="small">{done}</p>}
      </div>
      {fault !== "" && (
        <p className="fault small" role="alert">
          {fault}
        </p>
      )}
    </div>
  )
}

/** Gives a file to the browser, which puts it where it puts files. */
const keep = (file: Blob, name: string) => {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
