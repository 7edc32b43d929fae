/** A form drawn from the lifecycle: its labels, its help and its limits are those of the command. */
import { Names } from "@groeikring/core"
import { type FormEvent, useId, useMemo, useState } from "react"
import { Pupils } from "./ClassList.tsx"
import { FieldInput } from "./FieldInput.tsx"
import { useHere, useSay, useWords } from "./here.tsx"
import { emptyOf, isTold, valueOf } from "./filling.ts"
import type { Anything, CommandName, FieldsOf, MachineName } from "./school.ts"
import { useSend } from "./sending.ts"
import type { Undo } from "./undo.ts"

interface Filling<M extends MachineName> {
  readonly machine: M
  readonly thing: Filled
  readonly command: CommandName<M>
  /** What is known already, and not asked. */
  readonly given: object
  /** What stands there to begin with. */
  readonly suggested?: Readonly<Record<string, unknown>>
  readonly lead?: string
  readonly done?: string
  readonly undo?: Undo<M>
  readonly stops?: boolean
  readonly button?: string
  readonly onDone: () => void
  readonly onCancel?: () => void
}

/** What it is about: a thing, or the name of one that is not there yet. */
export type Filled = Pick<Anything, "id"> & Partial<Pick<Anything, "state">>

export const CommandForm = <M extends MachineName>({
  button,
  command,
  done,
  given,
  lead,
  machine,
  onCancel,
  onDone,
  stops = false,
  suggested = {},
  thing,
  undo
}: Filling<M>) => {
  const { house, person } = useHere()
  const say = useSay()
  const send = useSend()
  const words = useWords(machine)
  const id = useId()
  const form = house.forms[machine]!.commands[command]!
  const fields = form.fields.filter(({ name }) => !(name in given))
  const [filled, fill] = useState<Readonly<Record<string, unknown>>>(() =>
    Object.fromEntries(fields.map((field) => [field.name, suggested[field.name] ?? emptyOf(field, form.begins)]))
  )
  const [faults, fault] = useState<Readonly<Record<string, string>>>({})
  const [refusal, refuse] = useState("")
  const [isBusy, busy] = useState(false)

  /** A warning, never a wall: the name of a colleague in words that are about to be kept. */
  const suspected = useMemo(() => {
    const known = house.people.filter((one) => one.id !== person).map(({ name }) => ({ name, role: say("collega", "colleague") }))
    return Object.values(filled).flatMap((value) =>
      typeof value === "string" ? Names.suspected(value, known).map(({ said }) => said) : []
    )
  }, [filled, house, person, say])

  const written = Object.entries(filled).flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : []))

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const missing = fields.filter(
      (field) => field.optional !== true && field.nullable !== true && !isTold(field, filled[field.name])
    )
    const wrong = Object.fromEntries(missing.map(({ name }) => [name, say("Vul dit nog in.", "Fill this in.")]))
    fault(wrong)
    refuse("")
    if (missing.length > 0) {
      document.getElementById(`${id}${missing[0]!.name}`)?.focus()
      return
    }
    busy(true)
    const told = Object.fromEntries(
      fields.flatMap((field) => {
        const value = valueOf(field, filled[field.name])
        return value === undefined ? [] : [[field.name, value]]
      })
    )
    const failure = await send(
      machine,
      thing.id,
      command,
      // What is filled in has the shape of the form; whether it fits is for the school to say.
      { ...given, ...told } as Partial<FieldsOf<M, CommandName<M>>>,
      {
        quiet: true,
        ...(done !== undefined && { done }),
        ...(undo !== undefined && { undo })
      }
    )
    busy(false)
    if (failure === undefined) return onDone()
    fault(
      Object.fromEntries(
        (failure.errors ?? []).map(({ detail, pointer }) => [pointer.replace(/^#\//, "").split("/")[0] ?? "", detail])
      )
    )
    refuse(failure.detail)
  }

  return (
    <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
      {lead !== undefined && lead !== "" && <p className="soft">{lead}</p>}
      {form.lasts !== undefined && (
        <p>
          <strong>
            {form.lasts === "Erased"
              ? say("Wat gewist is, komt niet terug.", "What is erased does not come back.")
              : say("Hierna staat het vast. Terugdraaien kan niet.", "After this it stands. It cannot be undone.")}
          </strong>
        </p>
      )}
      {fields.map((field) => (
        <FieldInput
          key={field.name}
          id={`${id}${field.name}`}
          machine={machine}
          field={field}
          thing={thing}
          begins={form.begins}
          value={filled[field.name]}
          fault={faults[field.name]}
          onChange={(value) => fill((before) => ({ ...before, [field.name]: value }))}
        />
      ))}
      {suspected.length > 0 && (
        <p className="small soft" role="status">
          {say(
            `Er staat een naam in (${suspected.join(", ")}). Dat kan, maar meestal is “een collega” genoeg.`,
            `There is a name in it (${suspected.join(", ")}). That is allowed, but “a colleague” usually says enough.`
          )}
        </p>
      )}
      <Pupils
        texts={written.map(([, text]) => text)}
        onReplace={(texts) =>
          fill((before) => ({ ...before, ...Object.fromEntries(written.map(([name], n) => [name, texts[n]])) }))
        }
      />
      {refusal !== "" && (
        <p className="fault" role="alert">
          {refusal}
        </p>
      )}
      <div className="row">
        <button type="submit" className={`button ${stops ? "stop" : "main"}`} aria-busy={isBusy}>
          {button ?? words.command(command)}
        </button>
        {onCancel !== undefined && (
          <button type="button" className="button quiet" onClick={onCancel}>
            {say("Toch niet", "Never mind")}
          </button>
        )}
      </div>
    </form>
  )
}
