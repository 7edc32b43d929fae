/** What every form does: its command is sent once, however often somebody presses, and it says itself why it was refused. */
import { type FormEvent, type ReactNode, useRef, useState } from "react"
import { useSay } from "./here.tsx"
import type { CommandName, FieldsOf, MachineName, RefusalOf } from "./school.ts"
import { useSend } from "./sending.ts"
import type { Undo } from "./undo.ts"

interface Submitting<M extends MachineName, C extends CommandName<M>> {
  readonly machine: M
  readonly id: string
  readonly command: C
  /** What is told; nothing when something has to be told first, and that was said at its place. */
  readonly fields: () => Partial<FieldsOf<M, C>> | undefined
  /** What has to be told first. */
  readonly missing?: string | undefined
  readonly done?: string | undefined
  readonly undo?: Undo<M> | undefined
  /** Called when it happened. */
  readonly onDone?: () => void
  readonly onRefused?: (refusal: RefusalOf<M, C>) => void
}

/** Sends what a form asks, and tells what was wrong with it. */
export const useSubmit = <M extends MachineName, C extends CommandName<M>>({
  command,
  done,
  fields,
  id,
  machine,
  missing,
  onDone,
  onRefused,
  undo
}: Submitting<M, C>) => {
  const send = useSend()
  const [fault, wrong] = useState("")
  const [isBusy, busy] = useState(false)
  // The second press of a double one comes before anything is drawn.
  const isSending = useRef(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isSending.current) return
    const told = missing === undefined ? fields() : undefined
    wrong(missing ?? "")
    if (told === undefined) return
    isSending.current = true
    busy(true)
    const refusal = await send(machine, id, command, told, {
      quiet: true,
      ...(done !== undefined && { done }),
      ...(undo !== undefined && { undo })
    })
    isSending.current = false
    busy(false)
    if (refusal === undefined) return onDone?.()
    wrong(refusal.detail)
    onRefused?.(refusal)
  }
  return { fault, isBusy, submit: (event: FormEvent) => void submit(event) }
}

/** A form: what is asked, what was wrong with it, and the buttons. */
export const Form = <M extends MachineName, C extends CommandName<M>>({
  button,
  children,
  hint,
  isSent = false,
  look = "main",
  onCancel,
  ...submitting
}: Submitting<M, C> & {
  readonly button: ReactNode
  readonly look?: "main" | "stop" | ""
  /** What is good to know as long as nothing is wrong. */
  readonly hint?: string | undefined
  /** It was sent like this already. */
  readonly isSent?: boolean
  readonly onCancel?: (() => void) | undefined
  readonly children: ReactNode
}) => {
  const say = useSay()
  const { fault, isBusy, submit } = useSubmit({ ...submitting, ...(isSent && { fields: () => undefined }) })
  return (
    <form className="stack" noValidate onSubmit={submit}>
      {children}
      {fault !== "" ? (
        <p className="fault" role="alert">
          {fault}
        </p>
      ) : (
        hint !== undefined && <p className="soft">{hint}</p>
      )}
      <div className="row">
        <button type="submit" className={`button ${look}`} aria-busy={isBusy} aria-disabled={isSent}>
          {button}
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
