/**
 * A process is a table of reactions: a fact in one machine asks something of
 * another. What a reaction asks for is sent, or shown, by the shell; the same fact
 * asks for the same things under the same keys, so that doing it twice does it once.
 */
import { Effect } from "effect"
import type { Elsewhere } from "./Elsewhere.ts"
import * as Machine from "./Machine.ts"
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

/** How something is shown to somebody. */
export interface Showing extends Open {
  /** Who asks it of them, or whom it is about: somebody of whom the one it is shown to knows that already. */
  readonly from?: string
}
/** Something to show to one person, who sends it, changes it or lets it lie. It never becomes a fact by itself. */
export interface Suggest extends Showing {
  readonly _tag: "Suggest"
  readonly machine: string
  readonly id: string
  readonly to: string
  readonly command: Machine.Tagged<string>
}

/** How a card is shown. */
export interface Telling extends Showing {
  /** Where somebody can do what it speaks of, when that is not the thing it comes from. */
  readonly at?: { readonly machine: string; readonly id: string }
}
/** Something to tell one person. It only wants to be read. */
export interface Tell extends Telling {
  readonly _tag: "Tell"
  readonly to: string
  readonly card: Card
}
/**
 * The cards that a process can show: where to turn after a session was stopped, a plan that wants trying or looking back
 * on, a success of somebody to say something nice about, a profile that is worth keeping as it is today, and a method that
 * a group chooses every time.
 */
export type Card = "Confidant" | "TryYourPlan" | "LookBackSoon" | "GiveRecognition" | "KeepQuadrant" | "TryAnotherMethod"

export type Asked = Send | Suggest | Tell

/** What a rule can ask for, declared beside it: nothing else comes of it, and the picture of the whole cycle is drawn from it. */
export type Ask =
  | { readonly _tag: "Send" | "Suggest"; readonly machine: string; readonly command: string }
  | { readonly _tag: "Tell"; readonly card: Card }

/** The rule sends this command for the system. */
export const sends = <L extends Machine.Spec>(machine: Machine.Lifecycle<L>, command: Machine.Tag<L["commands"]>): Ask =>
  ({ _tag: "Send", machine: machine.name, command })
/** The rule shows this command to a person. */
export const suggests = <L extends Machine.Spec>(machine: Machine.Lifecycle<L>, command: Machine.Tag<L["commands"]>): Ask =>
  ({ _tag: "Suggest", machine: machine.name, command })
/** The rule tells a person something. */
export const tells = (card: Card): Ask => ({ _tag: "Tell", card })

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
  readonly asks: ReadonlyArray<Ask>
  readonly react: (event: never, happened: never) => Effect.Effect<ReadonlyArray<Asked>, never, Elsewhere>
}

/** The state an event leads to. */
type After<L extends Machine.Spec, E extends Machine.Tag<L["events"]>> = Happened<Machine.StateIn<L, Machine.To<L, E>>>

/** When this happens, then ask that, out of what the rule can ask for. The event and the state it leads to are typed by the machine. */
export const on = <L extends Machine.Spec, E extends Machine.Tag<L["events"]>>(
  rule: string,
  machine: Machine.Lifecycle<L>,
  event: E,
  asks: ReadonlyArray<Ask>,
  react: (event: Machine.EventOf<L, E>, happened: After<L, E>) => ReadonlyArray<Asked>
): Reaction => ({
  rule,
  machine: machine.name,
  event,
  asks,
  react: (event, happened) => Effect.succeed(react(event, happened))
})

/** The same, for a rule that must know something from elsewhere to say whom it asks. */
export const onKnowing = <L extends Machine.Spec, E extends Machine.Tag<L["events"]>, K>(
  rule: string,
  machine: Machine.Lifecycle<L>,
  event: E,
  asks: ReadonlyArray<Ask>,
  knows: (event: Machine.EventOf<L, E>, happened: After<L, E>) => Effect.Effect<K, never, Elsewhere>,
  react: (event: Machine.EventOf<L, E>, happened: After<L, E> & { readonly known: K }) => ReadonlyArray<Asked>
): Reaction => ({
  rule,
  machine: machine.name,
  event,
  asks,
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
  options: Showing = {}
): Suggest => ({ _tag: "Suggest", machine: machine.name, id, to, command: command, ...options })

/** The same, where only the one it is shown to can say the rest: they fill in what it leaves out. */
export const invitation = <L extends Machine.Spec, C extends Machine.Tag<L["commands"]>>(
  machine: Machine.Lifecycle<L>,
  id: string,
  to: string,
  command: Machine.Tagged<C> & Partial<Machine.CommandOf<L, C>>,
  options: Showing = {}
): Suggest => ({ _tag: "Suggest", machine: machine.name, id, to, command, ...options })

export const card = (to: string, card: Card, options: Telling = {}): Tell => ({ _tag: "Tell", to, card, ...options })

/** What a rule did not say that it asks for is a mistake in the rule, and nothing of it is done. */
const declared = (rule: string, asks: ReadonlyArray<Ask>, one: Asked): Asked => {
  const isIn = asks.some((ask) =>
    ask._tag === "Tell"
      ? one._tag === "Tell" && ask.card === one.card
      : ask._tag === one._tag && ask.machine === one.machine && ask.command === one.command._tag
  )
  if (isIn) return one
  const what = one._tag === "Tell" ? one.card : `${one.machine} ${one.command._tag}`
  throw new Machine.BrokenRule(`The rule "${rule}" asks for ${what}, and does not say so. Name it beside the rule.`)
}

/** Something a rule asked for, under the key that makes a retry harmless. What is for a person has them in its key, so that it stays theirs whoever comes and goes. */
export type Keyed = Asked & { readonly key: string; readonly rule: string }

/** What a fact asks for. */
export const reactions = Effect.fnUntraced(function* <L extends Machine.Spec>(
  table: ReadonlyArray<Reaction>,
  machine: Machine.Lifecycle<L>,
  event: Machine.Event<L>,
  happened: Happened<Machine.State<L>>
) {
  const rows = table.filter((row) => row.machine === machine.name && row.event === (event as Machine.Tagged<string>)._tag)
  const asked = yield* Effect.forEach(rows, ({ asks, react, rule }) =>
    Effect.map(react(event as never, happened as never), (all) =>
      all.map((one): Keyed => ({ ...declared(rule, asks, one), rule, key: keyOf(rule, `${machine.name}/${happened.id}@${happened.version}`, one) }))
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
    : `${rule}: ${fact} > ${asked._tag === "Suggest" ? `${asked.to}: ` : ""}${asked.machine}/${asked.id} ${asked.command._tag}`
