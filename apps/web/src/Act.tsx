/** A command as a button: it can be done, or it says why not. What still has to be told is asked in a form. */
import type { Problem } from "@groeikring/http/client"
import { type ReactNode, useId, useState } from "react"
import { CommandForm } from "./CommandForm.tsx"
import { useNamed, useHere, useWords } from "./here.tsx"
import { Icon, type IconName } from "./Icon.tsx"
import { Dialog } from "./parts.tsx"
import type { Anything, CommandName, FieldsOf, MachineName } from "./school.ts"
import { useSend } from "./sending.ts"
import type { Undo } from "./undo.ts"

interface Acting<M extends MachineName, C extends CommandName<M>> {
  readonly machine: M
  readonly thing: Anything
  readonly command: C
  /** What is told by itself, and not asked. */
  readonly fields?: Partial<FieldsOf<M, C>>
  /** Asks for what may be left out as well. Unless told, that is when nothing is told by itself. */
  readonly asksAll?: boolean
  /** What stands in the form to begin with. */
  readonly suggested?: Partial<FieldsOf<M, C>>
  readonly label?: ReactNode
  readonly icon?: IconName
  readonly look?: "main" | "quiet" | "stop" | ""
  readonly size?: "small" | ""
  readonly done?: string
  readonly undo?: Undo<M> | undefined
  /** Shown with the reason when it cannot be done. Unless told, that is when a rule forbids it, and not when it is somebody else’s or not its time. */
  readonly explain?: boolean
  /** Asks again before it happens. */
  readonly confirm?: string
  /** Called when it happened. */
  readonly then?: () => void
}

/** One of the commands of a thing, and how it looks. */
type Doing<M extends MachineName> = { readonly [C in CommandName<M>]: Omit<Acting<M, C>, "machine" | "thing"> }[CommandName<M>]

/** What can be done with a thing, one beside the other. */
export const Acts = <M extends MachineName>({
  all,
  machine,
  thing
}: Pick<Acting<M, CommandName<M>>, "machine" | "thing"> & { readonly all: ReadonlyArray<Doing<M>> }) =>
  all.map((one) => <Act key={`${one.command} ${JSON.stringify(one.fields)}`} machine={machine} thing={thing} {...one} />)

/** One of two about the same: what one would sooner say, and the other, quietly. */
export const Either = <M extends MachineName>({
  fields,
  machine,
  other,
  sooner,
  thing
}: Pick<Acting<M, CommandName<M>>, "fields" | "machine" | "thing"> & {
  readonly sooner: Pick<Doing<M>, "command" | "label">
  readonly other: Pick<Doing<M>, "command" | "label">
}) => {
  const asked = fields !== undefined && { fields }
  return (
    <span className="row">
      <Act machine={machine} thing={thing} size="small" look="main" {...asked} {...sooner} />
      <Act machine={machine} thing={thing} size="small" look="quiet" {...asked} {...other} />
    </span>
  )
}

export const canDo = (thing: Pick<Anything, "possible"> | undefined, command: string): boolean =>
  thing?.possible?.[command]?.can === true
/** The reason why something cannot be done, by its name and in its words. */
export const refusalOf = (thing: Pick<Anything, "possible"> | undefined, command: string): Problem | undefined => {
  const possible = thing?.possible?.[command]
  return possible === undefined || possible.can ? undefined : possible.because
}
export const whyNot = (thing: Pick<Anything, "possible"> | undefined, command: string): string | undefined =>
  refusalOf(thing, command)?.detail

/** Would it be theirs to do, and now, if no rule stood in the way? */
const isByRule = (thing: Pick<Anything, "possible">, command: string): boolean => {
  const refusal = refusalOf(thing, command)
  return refusal !== undefined && refusal._tag !== "NotAllowed" && refusal._tag !== "IllegalCommand"
}

export const Act = <M extends MachineName, C extends CommandName<M>>({
  asksAll,
  command,
  confirm,
  done,
  explain,
  fields,
  icon,
  label,
  look = "",
  machine,
  size = "",
  suggested,
  then,
  thing,
  undo
}: Acting<M, C>) => {
  const { house } = useHere()
  const send = useSend()
  const named = useNamed()
  const words = useWords(machine)
  const [isOpen, open] = useState(false)
  const [isBusy, busy] = useState(false)
  const reason = useId()
  const form = house.forms[machine]?.commands[command]
  if (form === undefined) return null
  const can = thing.possible === undefined || canDo(thing, command)
  if (!can && !(explain ?? isByRule(thing, command))) return null

  const text = label ?? words.command(command)
  const asks = form.fields.some(
    ({ name, optional }) => !(name in (fields ?? {})) && (optional !== true || (asksAll ?? fields === undefined))
  )
  const go = async () => {
    if (!can || isBusy) return
    // What lasts is said before it is done.
    if (asks || confirm !== undefined || form.lasts !== undefined) return open(true)
    busy(true)
    const failure = await send(machine, thing.id, command, fields, {
      ...(done !== undefined && { done }),
      ...(undo !== undefined && { undo })
    })
    busy(false)
    if (failure === undefined) then?.()
  }
  const classes = `button ${look} ${size}`
  const end = () => open(false)
  return (
    <>
      {can ? (
        <button type="button" className={classes} onClick={() => void go()} aria-busy={isBusy}>
          {icon !== undefined && <Icon name={icon} />}
          {text}
        </button>
      ) : (
        <span>
          <button type="button" className={classes} aria-disabled="true" aria-describedby={reason}>
            {icon !== undefined && <Icon name={icon} />}
            {text}
          </button>
          <span className="why" id={reason}>
            {named(whyNot(thing, command) ?? "")}
          </span>
        </span>
      )}
      {isOpen && (
        <Dialog title={words.command(command)} onClose={end}>
          <CommandForm
            machine={machine}
            thing={thing}
            command={command}
            given={fields ?? {}}
            {...(suggested !== undefined && { suggested })}
            lead={confirm ?? words.help(command)}
            {...(done !== undefined && { done })}
            {...(undo !== undefined && { undo })}
            stops={look === "stop"}
            onDone={() => {
              end()
              then?.()
            }}
            onCancel={end}
          />
        </Dialog>
      )}
    </>
  )
}
