/**
 * A process is a table of reactions: a fact in one machine asks something of
 * another. What a reaction asks for is sent, or shown, by the shell; the same fact
 * asks for the same things under the same keys, so that doing it twice does it once.
 */
import { Effect } from "effect"
import type { Elsewhere } from "./Elsewhere.ts"
import type * as Machine from "./Machine.ts"
import type { Settings } from "./Settings.ts"

/** Something to send. `as` is whom it is sent for: the system unless a person already asked for it. */
export interface Send {
  readonly _tag: "Send"
  readonly machine: string
  readonly id: string
  readonly command: Machine.Tagged<string>
  readonly as: string
  /** Not before this moment (whole minutes since 1970, UTC). */
  readonly notBefore?: number
}

/** How long something stays open for somebody. */
export interface Open {
  readonly notBefore?: number
  readonly notAfter?: number
  /** Only as long as the thing it comes from is in one of these states. */
  readonly whileIn?: ReadonlyArray<string>
}

/** Something to show to one person, who sends it, changes it or lets it lie. It never becomes a fact by itself. */
export interface Suggest extends Open {
  readonly _tag: "Suggest"
  readonly machine: string
  readonly id: string
  readonly to: string
  readonly command: Machine.Tagged<string>
}

/** Something to tell one person. There is nothing to do with it. */
export interface Tell extends Open {
  readonly _tag: "Tell"
  readonly to: string
  readonly card: Card
}
/** The cards that a process can show: where to turn after a session was stopped, and a plan that wants trying or looking back on. */
export type Card = "Confidant" | "TryYourPlan" | "LookBackSoon"

export type Asked = Send | Suggest | Tell

/** What a reaction is told: the stream, the moment, the state the fact led to, and the settings of the school. */
export interface Happened<S> {
  readonly id: string
  readonly version: number
  readonly at: number
  readonly state: S
  readonly settings: Settings
}

export interface Reaction {
  readonly rule: string
  readonly machine: string
  readonly event: string
  readonly react: (event: never, happened: never) => Effect.Effect<ReadonlyArray<Asked>, never, Elsewhere>
}

/** The state an event leads to. */
type After<L extends Machine.Spec, E extends Machine.Tag<L["events"]>> = Happened<Machine.StateIn<L, Machine.To<L, E>>>

/** When this happens, then ask that. The event and the state it leads to are typed by the machine. */
export const on = <L extends Machine.Spec, E extends Machine.Tag<L["events"]>>(
  rule: string,
  machine: Machine.Lifecycle<L>,
  event: E,
  react: (event: Machine.EventOf<L, E>, happened: After<L, E>) => ReadonlyArray<Asked>
): Reaction => ({
  rule,
  machine: machine.name,
  event,
  react: (event, happened) => Effect.succeed(react(event, happened))
})

/** The same, for a rule that must know something from elsewhere to say whom it asks. */
export const onKnowing = <L extends Machine.Spec, E extends Machine.Tag<L["events"]>, K>(
  rule: string,
  machine: Machine.Lifecycle<L>,
  event: E,
  knows: (event: Machine.EventOf<L, E>, happened: After<L, E>) => Effect.Effect<K, never, Elsewhere>,
  react: (event: Machine.EventOf<L, E>, happened: After<L, E> & { readonly known: K }) => ReadonlyArray<Asked>
): Reaction => ({
  rule,
  machine: machine.name,
  event,
  react: (event: Machine.EventOf<L, E>, happened: After<L, E>) =>
    Effect.map(knows(event, happened), (known) => react(event, { ...happened, known }))
})

export const command = <L extends Machine.Spec>(
  machine: Machine.Lifecycle<L>,
  id: string,
  command: Machine.Command<L>,
  options: { readonly as?: string; readonly notBefore?: number } = {}
): Send => ({ _tag: "Send", machine: machine.name, id, command: command, as: "system", ...options })

export const suggestion = <L extends Machine.Spec>(
  machine: Machine.Lifecycle<L>,
  id: string,
  to: string,
  command: Machine.Command<L>,
  options: Open = {}
): Suggest => ({ _tag: "Suggest", machine: machine.name, id, to, command: command, ...options })

export const card = (to: string, card: Card, options: Open = {}): Tell => ({ _tag: "Tell", to, card, ...options })

/** Something a rule asked for, under the key that makes a retry harmless. */
export type Keyed = Asked & { readonly key: string; readonly rule: string }

/** What a fact asks for. */
export const reactions = Effect.fnUntraced(function* <L extends Machine.Spec>(
  table: ReadonlyArray<Reaction>,
  machine: Machine.Lifecycle<L>,
  event: Machine.Event<L>,
  happened: Happened<Machine.State<L>>
) {
  const rows = table.filter((row) => row.machine === machine.name && row.event === (event as Machine.Tagged<string>)._tag)
  const asked = yield* Effect.forEach(rows, ({ react, rule }) =>
    Effect.map(react(event as never, happened as never), (all) =>
      all.map((one): Keyed => ({ ...one, rule, key: keyOf(rule, `${machine.name}/${happened.id}@${happened.version}`, one) }))
    )
  )
  // A rule may ask the same of the same thing twice, with other words: each is its own.
  const times = new Map<string, number>()
  return asked.flat().map((one) => {
    const time = (times.get(one.key) ?? 0) + 1
    times.set(one.key, time)
    return time === 1 ? one : { ...one, key: `${one.key} #${time}` }
  })
})

const keyOf = (rule: string, fact: string, asked: Asked) =>
  asked._tag === "Tell"
    ? `${rule}: ${fact} > ${asked.to}/${asked.card}`
    : `${rule}: ${fact} > ${asked.machine}/${asked.id} ${asked.command._tag}`
