/** The index: a lifecycle turned round, so that asking who may and what is possible is looking up. */
import { type CommandSpec, type Spec, system } from "./Spec.ts"
import { each, tagOf } from "./Table.ts"

/** Who asks (an opaque id) and when (whole minutes since 1970, UTC). */
export interface Asked {
  readonly actor: string
  readonly at: number
}

export type Holder = { readonly who: "Founder" | "System" | "State" | "Need"; readonly field: string }

/** What is asked of a lifecycle without its rules: who holds a role, what is on the menu. */
export interface Index {
  readonly roles: Readonly<Record<string, Holder>>
  readonly by: Readonly<Record<string, ReadonlyArray<Holder>>>
  readonly menus: Readonly<Record<string, ReadonlyArray<string>>>
}

export const indexOf = ({ commands, events, needs, roles, states }: Spec): Index => {
  const holders: Record<string, Holder> = {
    ...each(roles, (field): Holder => ({ who: field in needs ? "Need" : "State", field })),
    Founder: { who: "Founder", field: "" },
    System: { who: "System", field: "" }
  }
  return {
    roles: holders,
    by: each(commands, ({ by }) => by.map((role) => holders[role]!)),
    menus: each({ Start: {}, ...states }, (_, tag) =>
      Object.keys(commands).filter((command) => leaves(commands[command]!, events).includes(tag))
    )
  }
}

/** The states a command can be done in: those that one of its events leaves. */
export const leaves = ({ emits }: CommandSpec, events: Spec["events"]) => [
  ...new Set(emits.flatMap((event) => events[event]!.from))
]

export const isHeld = (by: ReadonlyArray<Holder>, state: object, context: Asked): boolean => {
  for (let n = 0; n < by.length; n++) if (holds(by[n]!, state, context)) return true
  return false
}

export const holds = ({ field, who }: Holder, state: object, context: Asked) => {
  if (who === "Founder") return tagOf(state) === "Start" && context.actor !== system
  if (who === "System") return context.actor === system
  const holders = (who === "Need" ? context : state)[field as never] as unknown
  return holders === context.actor || (Array.isArray(holders) && holders.includes(context.actor))
}
