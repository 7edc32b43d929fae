/**
 * The words of a language for everything that people read: exhaustive by type, so that a machine, a command, a field, a
 * choice or a refusal without words does not compile.
 */
import type * as Domain from "./Domain.ts"
import type * as Machine from "./Machine.ts"
import type { Unfit } from "./Method.ts"
import type { Words } from "./Private.ts"
import type { Card } from "./Process.ts"
import type { Refusal } from "./Refusal.ts"

/** The words for one machine. */
export interface MachineWords<L extends Machine.Spec> {
  readonly name: string
  readonly states: Machine.Each<L, "states", string>
  /** What somebody does: an imperative, as on a button. */
  readonly commands: Machine.Each<L, "commands", string>
  /** What a command is for, in one sentence: the help beside the button. */
  readonly help: Machine.Each<L, "commands", string>
  /** What somebody did, said after their name: "Femke …". */
  readonly events: Machine.Each<L, "events", string>
  readonly roles: Machine.Each<L, "roles", string>
  /** What a field holds, also those inside others: the label of an input, the head of a column. */
  readonly fields: { readonly [F in NamesIn<Said<L>>]: string }
  /** What can be chosen for a field, by the name of the field. */
  readonly choices: Choices<ChoicesIn<Said<L>>>
  readonly refusals: { readonly [R in Machine.Refusals<L> as R["_tag"]]: Telling<R> }
}

/** A refusal in words, or how to make them; `machine` is the machine that refused, where that is known. */
type Telling<R> = string | ((refusal: R, machine?: string) => string)

type General =
  | Machine.NotAllowed
  | Machine.IllegalCommand
  | Machine.InvalidCommand
  | Machine.ImpossibleEvent
  | Machine.NeedsInput

/** What a store can say. The core does not know stores, so here are their refusals by name, with what they carry. */
interface OfStores {
  readonly Conflict: { readonly stream: string; readonly expected: number | "Something"; readonly actual: number }
  readonly UnknownMachine: { readonly machine: string; readonly known: ReadonlyArray<string> }
  readonly NothingToSee: { readonly machine: string; readonly id: string }
  readonly ReservedActor: { readonly actor: string }
  readonly ClockWentBack: { readonly at: number; readonly last: number }
  readonly CommandIdTaken: { readonly command: string }
  readonly RulesGoRound: { readonly rule: string }
  readonly NoSuchSuggestion: { readonly key: string }
  readonly Unreadable: { readonly subject: string }
  readonly Forgotten: { readonly subject: string }
  readonly WordsHeld: {
    readonly person: string
    readonly by: ReadonlyArray<{ readonly machine: string; readonly id: string; readonly state: string }>
  }
  readonly DamagedExport: { readonly line: number; readonly problem: string }
  readonly OtherFacts: { readonly tenant: string }
  readonly StoreDamaged: { readonly stream: string; readonly version: number; readonly problem: string }
}

/** The words for a registry. */
export interface Glossary<D extends Domain.Domain = typeof Domain.domain> {
  readonly language: "nl" | "en"
  readonly machines: { readonly [K in keyof D]: D[K] extends Domain.Entry<infer L> ? MachineWords<L> : never }
  readonly roles: { readonly Founder: string; readonly System: string }
  readonly refusals: { readonly [R in General as R["_tag"]]: Telling<R> } & {
    readonly [Tag in keyof OfStores]: Telling<Refusal<Tag> & OfStores[Tag]>
  } & { readonly [tag: string]: Telling<never> }
  /** What is wrong with a field of what somebody sent, as it is said behind its name: "is missing". */
  readonly wrong: (problem: string) => string
  readonly cards: { readonly [C in Card]: string }
  /** Why a method does not fit: said after its name. */
  readonly unfit: { readonly [U in Unfit]: string }
}

/** Some glossary, also of a registry with machines of your own. */
export type AnyGlossary = Pick<Glossary, "language" | "roles" | "refusals" | "wrong" | "cards" | "unfit"> & {
  readonly machines: Readonly<Record<string, MachineWords<Machine.Spec> | undefined>>
}

// What there is to say --------------------------------------------------------------

/** Every state, fact and command of a machine, as what is in it. */
type Said<L extends Machine.Spec> =
  | L["states"][keyof L["states"]]
  | Payload<L["events"][keyof L["events"]]>
  | Payload<L["commands"][keyof L["commands"]]> extends infer Rows
  ? Rows extends object ? { readonly [F in keyof Rows]: TypeOf<Rows[F]> } : never
  : never
type Payload<Row> = Row extends { readonly payload: infer Fields } ? Fields : never
type TypeOf<S> = S extends { readonly Type: infer A } ? A : never

/** A value with nothing inside that a reader could be told of. */
type Plain = string | number | boolean | null | undefined | Words

/** The names of the fields of a value, and of the values inside it. */
type NamesIn<A> = A extends Plain ? never
  : A extends ReadonlyArray<infer B> ? NamesIn<B>
  : string extends keyof A ? NamesIn<A[keyof A]>
  : { readonly [F in keyof A & string]-?: F | NamesIn<A[F]> }[keyof A & string]

/** The choices inside a value: pairs of the field and what can be chosen for it. */
type ChoicesIn<A, F extends string = never> = A extends string ? string extends A ? never : readonly [F, A]
  : A extends Plain ? never
  : A extends ReadonlyArray<infer B> ? ChoicesIn<B, F>
  : string extends keyof A ? ChoicesIn<A[keyof A], F>
  : { readonly [G in keyof A & string]-?: ChoicesIn<A[G], G> }[keyof A & string]
type Choices<Pairs extends readonly [string, string]> = {
  readonly [F in Pairs[0]]: { readonly [C in Extract<Pairs, readonly [F, string]>[1]]: string }
}

// Saying it ---------------------------------------------------------------------------

/** What a refusal says by itself, in English. */
export const said = (refusal: Refusal): string => refusal.message

const spoken = (words: Telling<never> | undefined, refusal: Refusal, machine?: string) =>
  typeof words === "function" ? words(refusal as never, machine) : words

/** A refusal in words; its own English message where the glossary has none. */
export const tell = (glossary: AnyGlossary, refusal: Refusal, machine?: string): string =>
  spoken(glossary.refusals[refusal._tag], refusal, machine) ??
  spoken(machine === undefined ? undefined : glossary.machines[machine]?.refusals[refusal._tag as never], refusal, machine) ??
  Object.values(glossary.machines)
    .map((words) => spoken(words?.refusals[refusal._tag as never], refusal, machine))
    .find((words) => words !== undefined) ??
  refusal.message

/** The word for a state, a command, an event, a role or a field; its own name where the glossary has none. */
export const word = (
  glossary: AnyGlossary,
  machine: string,
  part: "states" | "commands" | "help" | "events" | "roles" | "fields",
  name: string
): string => {
  const words: Readonly<Record<string, string>> | undefined = glossary.machines[machine]?.[part]
  return words?.[name] ?? (part === "roles" ? glossary.roles[name as "Founder"] : undefined) ?? name
}

/** The word for what was chosen for a field; its own name where the glossary has none. */
export const choice = (glossary: AnyGlossary, machine: string, field: string, chosen: string): string => {
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined = glossary.machines[machine]?.choices
  return words?.[field]?.[chosen] ?? chosen
}

/** A word and what a school calls it instead, each as it stands in a text. */
export type Called = ReadonlyArray<readonly [word: string, instead: string]>

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/**
 * A glossary in the words of a school: competence, quality and talent are one thing with three names (S2.12), and a school
 * says which. Whole words alone are exchanged; ids, choices and what people write stay as they are.
 *
 * @example
 * import { english, Glossary } from "@groeikring/core"
 *
 * const ours = Glossary.calling(english, [["competences", "talents"], ["competence", "talent"]])
 * Glossary.word(ours, "Pap", "fields", "competenceRef") // => "talent"
 */
export const calling = <G extends AnyGlossary>(glossary: G, called: Called): G => {
  if (called.length === 0) return glossary
  const pairs = called.flatMap(([word, instead]) => [[word, instead], [capital(word), capital(instead)]] as const)
  const pattern = new RegExp(`(?<![\\p{L}-])(?:${pairs.map(([word]) => word).join("|")})(?![\\p{L}-])`, "gu")
  const text = (said: string) => said.replace(pattern, (word) => pairs.find(([one]) => one === word)![1])
  const walk = (value: unknown): unknown =>
    typeof value === "string" ? text(value)
      : typeof value === "function" ? (...told: ReadonlyArray<never>) => text((value as (...told: ReadonlyArray<never>) => string)(...told))
      : typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]))
      : value
  // Every leaf is still a text or says one.
  return { ...(walk(glossary) as G), language: glossary.language }
}
