/** Something that is written down in a circle, in one sentence. */
import { type ReactNode, useId, useState } from "react"
import { Pupils } from "../../ClassList.tsx"
import { newName } from "../../filling.ts"
import { useSubmit } from "../../Form.tsx"
import { useSay } from "../../here.tsx"
import { Icon } from "../../Icon.tsx"
import type { CommandName } from "../../school.ts"

interface Writing {
  readonly id: string
  readonly command: CommandName<"Intervision">
  readonly label: ReactNode
  readonly help?: ReactNode
  readonly max: number
  readonly button: string
  /** The fields of the command around the words. */
  readonly fields: (name: string) => object
  readonly starts?: ReadonlyArray<string>
  readonly done?: string
  readonly quiet?: boolean
  readonly besides?: ReactNode
}

export const Words = ({ besides, button, command, done, fields, help, id, label, max, quiet = false, starts = [] }: Writing) => {
  const say = useSay()
  const input = useId()
  const [text, write] = useState("")
  const { fault, isBusy, submit } = useSubmit({
    machine: "Intervision",
    id,
    command,
    fields: () => ({ ...fields(newName()), words: text.trim() }),
    missing: text.trim() === "" ? say("Schrijf eerst iets op.", "Write something first.") : undefined,
    done,
    // What was written stays until it is kept.
    onDone: () => write("")
  })
  return (
    <form className="stack tight" noValidate onSubmit={submit}>
      <div className="field">
        <label htmlFor={input}>{label}</label>
        {starts.length > 0 && (
          <div className="row">
            {starts.map((start) => (
              <button
                type="button"
                className="button small"
                key={start}
                onClick={() => {
                  write((before) => (before.startsWith(start) ? before : `${start} ${before}`))
                  document.getElementById(input)?.focus()
                }}
              >
                {start} …
              </button>
            ))}
          </div>
        )}
        <textarea
          id={input}
          rows={2}
          maxLength={max}
          value={text}
          onChange={(event) => write(event.target.value)}
          aria-describedby={`${input}-help`}
          aria-invalid={fault !== ""}
        />
        <span className="help" id={`${input}-help`}>
          <span className={fault === "" ? "" : "fault"} role={fault === "" ? undefined : "alert"}>
            {fault === "" ? help : fault}
          </span>
          <span aria-hidden="true">
            {text.length} / {max}
          </span>
        </span>
      </div>
      <Pupils texts={[text]} onReplace={([replaced = ""]) => write(replaced)} />
      <div className="row">
        <button type="submit" className={`button ${quiet ? "" : "main"}`} aria-busy={isBusy}>
          {button}
        </button>
        {besides}
      </div>
    </form>
  )
}

/** Where nothing can be written for now, and why. */
export const Closed = ({ children, label }: { readonly label: string; readonly children: ReactNode }) => {
  const id = useId()
  return (
    <div className="field closed">
      <label htmlFor={id}>{label}</label>
      <textarea id={id} rows={2} disabled aria-describedby={`${id}-why`} value="" />
      <p className="help" id={`${id}-why`}>
        <Icon name="lock" />
        <span>{children}</span>
      </p>
    </div>
  )
}

/** A note to oneself: nobody else ever reads it. */
export const OwnNotes = ({
  id,
  notes
}: {
  readonly id: string
  readonly notes: ReadonlyArray<{ readonly id: string; readonly words?: string }>
}) => {
  const say = useSay()
  return (
    <details className="ownnotes">
      <summary>
        {say("Notitie voor jezelf", "Note to yourself")}
        {notes.length > 0 && <span className="tag">{notes.length}</span>}
      </summary>
      <div className="stack tight">
        {notes.map((note) => (
          <p className="quoted" key={note.id}>
            {note.words}
          </p>
        ))}
        <Words
          id={id}
          command="KeepNote"
          max={280}
          quiet
          label={say("Alleen jij kunt dit lezen", "Only you can read this")}
          button={say("Bewaren", "Keep")}
          fields={(note) => ({ note })}
        />
      </div>
    </details>
  )
}
