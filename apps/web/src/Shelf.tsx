/** Everything of some kinds that one may see, each leading to the whole thing; and what can be begun. */
import { useState } from "react"
import { canDo } from "./Act.tsx"
import { newName } from "./filling.ts"
import { CommandForm } from "./CommandForm.tsx"
import { capital, useHere, useSay, useWords } from "./here.tsx"
import type { CommandName, MachineName } from "./school.ts"
import { usePossible, useThings } from "./things.ts"
import { useTitleOf } from "./titles.ts"
import { FormButton } from "./parts.tsx"
import { goTo, hrefTo } from "./place.ts"

export const Shelf = ({
  begin = {},
  machines,
  title
}: {
  readonly title?: string
  readonly machines: ReadonlyArray<MachineName>
  /** The command that begins one. */
  readonly begin?: { readonly [M in MachineName]?: CommandName<M> }
}) => {
  const say = useSay()
  return (
    <details className="card plain">
      <summary>{title ?? say("Alles bij elkaar", "Everything together")}</summary>
      <div className="stack">
        {machines.map((machine) => (
          <Kind key={machine} machine={machine} begin={begin[machine]} />
        ))}
      </div>
    </details>
  )
}

const Kind = <M extends MachineName>({ begin, machine }: { readonly machine: M; readonly begin: CommandName<M> | undefined }) => {
  const words = useWords(machine)
  const titleOf = useTitleOf()
  const things = useThings(machine)
  if (things === undefined || (things.length === 0 && begin === undefined)) return null
  return (
    <section aria-label={capital(words.name)}>
      <h3>{capital(words.name)}</h3>
      <ul className="shelf">
        {things.map((thing) => (
          <li key={thing.id}>
            <a href={hrefTo("thing", machine, thing.id)}>{titleOf(machine, thing)}</a>{" "}
            <span className="soft small">{words.state(thing.state._tag)}</span>
          </li>
        ))}
      </ul>
      {begin !== undefined && <Begin machine={machine} command={begin} />}
    </section>
  )
}

/** Begins something that is not there yet, where this person may. */
export const Begin = <M extends MachineName>({
  command,
  given = {},
  id: named,
  label,
  look = "",
  machine
}: {
  readonly machine: M
  readonly command: CommandName<M>
  readonly label?: string
  readonly given?: object
  readonly id?: string
  readonly look?: "main" | ""
}) => {
  const { house } = useHere()
  const words = useWords(machine)
  const [id] = useState(() => named ?? `${house.forms[machine]?.path ?? "thing"}-${newName()}`)
  const possible = usePossible(machine, id)
  return (
    <FormButton
      can={canDo(possible && { possible }, command)}
      label={label ?? words.command(command)}
      look={look}
      title={words.command(command)}
    >
      {(close) => (
        <CommandForm
          machine={machine}
          thing={{ id }}
          command={command}
          given={given}
          lead={words.help(command)}
          onDone={() => (close(), goTo("thing", machine, id))}
          onCancel={close}
        />
      )}
    </FormButton>
  )
}
