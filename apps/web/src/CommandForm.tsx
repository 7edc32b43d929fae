/** A form drawn from the lifecycle: its labels, its help and its limits are those of the command. */
import { Names } from "@groeikring/core"
import { useId, useMemo, useState } from "react"
import { Pupils } from "./ClassList.tsx"
import { FieldInput } from "./FieldInput.tsx"
import { Form } from "./Form.tsx"
import { useHere, useSay, useWords } from "./here.tsx"
import { emptyOf, type Filled, isTold, valueOf } from "./filling.ts"
import type { CommandName, FieldsOf, MachineName } from "./school.ts"
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
  const words = useWords(machine)
  const id = useId()
  const form = house.forms[machine]!.commands[command]!
  const fields = form.fields.filter(({ name }) => !(name in given))
  const [filled, fill] = useState<Readonly<Record<string, unknown>>>(() =>
    Object.fromEntries(fields.map((field) => [field.name, suggested[field.name] ?? emptyOf(field)]))
  )
  const [faults, fault] = useState<Readonly<Record<string, string>>>({})

  /** A warning, never a wall: the name of a colleague in words that are about to be kept. */
  const suspected = useMemo(() => {
    const known = house.people.filter((one) => one.id !== person).map(({ name }) => ({ name, role: say("collega", "colleague") }))
    return Object.values(filled).flatMap((value) =>
      typeof value === "string" ? Names.suspected(value, known).map(({ said }) => said) : []
    )
  }, [filled, house, person, say])

  const written = Object.entries(filled).flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : []))

  /** What is told, as the contract wants it; nothing when something is missing, and the first of it is where one goes on. */
  const told = (): Partial<FieldsOf<M, CommandName<M>>> | undefined => {
    const missing = fields.filter(
      (field) => field.optional !== true && field.nullable !== true && !isTold(field, filled[field.name])
    )
    fault(Object.fromEntries(missing.map(({ name }) => [name, say("Vul dit nog in.", "Fill this in.")])))
    if (missing.length > 0) {
      document.getElementById(`${id}${missing[0]!.name}`)?.focus()
      return undefined
    }
    const values = Object.fromEntries(
      fields.flatMap((field) => {
        const value = valueOf(field, filled[field.name])
        return value === undefined ? [] : [[field.name, value]]
      })
    )
    // What is filled in has the shape of the form; whether it fits is for the school to say.
    return { ...given, ...values } as Partial<FieldsOf<M, CommandName<M>>>
  }

  return (
    <Form
      machine={machine}
      id={thing.id}
      command={command}
      fields={told}
      done={done}
      undo={undo}
      button={button ?? words.command(command)}
      look={stops ? "stop" : "main"}
      onDone={onDone}
      onRefused={({ errors = [] }) =>
        fault(Object.fromEntries(errors.map(({ detail, pointer }) => [pointer.replace(/^#\//, "").split("/")[0] ?? "", detail])))
      }
      onCancel={onCancel}
    >
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
          command={command}
          field={field}
          thing={thing}
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
    </Form>
  )
}
