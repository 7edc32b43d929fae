/** Who may do what, where: the menu of a state, who a command is for, what a viewer sees, and why not. */
import { type Asked, holds, isHeld } from "./Index.ts"
import type { Lifecycle } from "./Lifecycle.ts"
import type { CommandsFrom, State } from "./Parts.ts"
import { IllegalCommand, NotAllowed } from "./Refusals.ts"
import type { Seen, Spec, Start } from "./Spec.ts"
import { type Tag, type TagOf, tagOf } from "./Table.ts"

/** The commands legal from a state: a menu, a row of buttons, the next steps of a walk. */
export const commandsFrom = <L extends Spec, S extends State<L> | Start>(
  { index }: Lifecycle<L>,
  state: S
): ReadonlyArray<CommandsFrom<L, TagOf<S>>> => (index.menus[tagOf(state)] ?? []) as never

/** Does this actor hold one of the roles the command is for? */
export const isFor = <L extends Spec>(
  { index }: Lifecycle<L>,
  state: State<L> | Start,
  command: Tag<L["commands"]>,
  context: Asked
): boolean => isHeld(index.by[command]!, state, context)

/** What this viewer may see of a thing: nothing, its facts, and the words of which classes. */
export const seen = <L extends Spec>(
  { index, spec }: Lifecycle<L>,
  state: State<L> | Start,
  context: Asked
): ReadonlySet<Seen> => {
  const isHolding = (role: string) => holds(index.roles[role]!, state, context)
  return new Set(
    spec.among !== undefined && !isHolding(spec.among)
      ? []
      : Object.entries(spec.seenBy).flatMap(([role, sees]) => (isHolding(role) ? sees : []))
  )
}

/** Why this actor cannot do a command here, whatever its rule says; nothing when they can. */
export const barred = <L extends Spec>(
  machine: Lifecycle<L>,
  state: State<L> | Start,
  command: Tag<L["commands"]>,
  context: Asked
) => {
  if (!isFor(machine, state, command, context)) {
    return new NotAllowed({ machine: machine.name, command, by: machine.spec.commands[command]!.by })
  }
  const menu: ReadonlyArray<string> = commandsFrom(machine, state)
  if (menu.includes(command)) return undefined
  const possible = menu.filter((other) => isFor(machine, state, other, context))
  return new IllegalCommand({ machine: machine.name, state: tagOf(state), command, possible })
}
