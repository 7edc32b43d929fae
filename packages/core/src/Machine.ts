/**
 * A machine is declared once.
 *
 * Its **lifecycle** is data: who can hold which role, the states a thing can be
 * in, the events that move it between them, and the commands that ask for those
 * events. Its **rules** are functions: `decide` (may this happen, and what is the
 * fact?) and `evolve` (what is true after the fact?).
 *
 * One principle holds it together: *events carry the arrows*. A command is legal
 * exactly where one of the events it emits can happen. Legality is written in one
 * place, and the rest — handler types, errors, menus, endpoints, diagrams, test
 * walks — is derived from it.
 */
import { type JsonSchema, Result, Schema, SchemaAST, SchemaIssue } from "effect"
import { type Class, mapWords } from "./Private.ts"
import { type AnyRefusalClass, refusal } from "./Refusal.ts"

type Fields = Schema.Struct.Fields

// Lifecycle: the data ---------------------------------------------------------

/** The state before anything happened. Legal in `from`, drawn as `[*]`. */
export const Start = { _tag: "Start" } as const
export type Start = typeof Start

/** The actor behind commands of the process rules. No login may ever give out this id. */
export const system = "system"

/** A fact, and the arrow it draws. `to: "Same"` leaves the state where it is. */
export interface EventSpec<StateTag extends string = string> {
  readonly from: ReadonlyArray<StateTag | "Start">
  readonly to: StateTag | "Same"
  readonly payload?: Fields
  /** The domain promises that nobody knows who did this: what is stored names no actor. */
  readonly anonymous?: true
  /** The words in this stream can never be read again: their keys go with this fact (domain 5.3, C10). */
  readonly forgets?: true
}

/** A request: who may ask, the facts it may cause, what must be known, and the reasons it may be turned down. */
export interface CommandSpec<EventTag extends string = string, Role extends string = string, Need extends string = string> {
  readonly by: ReadonlyArray<Role | "Founder" | "System">
  readonly emits: ReadonlyArray<EventTag>
  readonly needs?: ReadonlyArray<Need>
  readonly refuses?: ReadonlyArray<AnyRefusalClass>
  readonly payload?: Asking
}

/** The fields of a command. The words by which every adapter says which thing, who, when and what, are not among them. */
type Asking = Fields & { readonly [Reserved in "machine" | "id" | "as" | "at" | "do" | "expect"]?: never }

/**
 * A role names the field that says who holds it: a field of the state, or a
 * need. Two roles hold everywhere: `Founder` is whoever asks while nothing
 * exists yet, `System` is no person. There is deliberately no `Anyone`.
 */
export interface Spec {
  readonly roles: Record<string, string>
  readonly needs: Fields
  readonly states: Record<string, Fields>
  readonly events: Record<string, EventSpec>
  readonly commands: Record<string, CommandSpec>
  /** The fields of a state by which other machines find this one, such as the group of a plan. */
  readonly foundBy: ReadonlyArray<string>
  /** While it is in one of these states nothing of it may be erased, whoever asks: somebody's right hangs on it. */
  readonly holds: ReadonlyArray<string>
  /** Who may read this at all, and words of which class. Who is not named sees nothing, not even that it exists. */
  readonly seenBy: Readonly<Record<string, ReadonlyArray<Seen>>>
}

/** What there is to see: the facts without words, and the words of a data class. */
export type Seen = "Facts" | Class

export interface Lifecycle<L extends Spec> {
  readonly name: string
  readonly spec: L
  readonly State: Union<L["states"]>
  readonly Event: Union<Payloads<L["events"]>>
  readonly Command: Union<Payloads<L["commands"]>>
  /** @internal */
  readonly index: Index
}

/** Declares a lifecycle. Pure data: safe to ship to a browser, a CLI, a docs build. */
export const lifecycle = <
  const S extends Record<string, Fields> & { readonly [Reserved in "Start" | "Same"]?: never },
  const E extends Record<string, EventSpec<Tag<S>>>,
  const C extends Record<string, CommandSpec<Tag<E>, Tag<R>, Tag<N>>>,
  const N extends Fields & { readonly [Reserved in "actor" | "at"]?: never } = {},
  const R extends Record<string, FieldName<S> | Tag<N>> & { readonly [Reserved in "Founder" | "System"]?: never } = {},
  const F extends ReadonlyArray<FieldName<S>> = [],
  const V extends { readonly [Role in Tag<R>]?: ReadonlyArray<Seen> } = {}
>(
  name: string,
  spec: {
    readonly roles?: R
    readonly needs?: N
    readonly states: S
    readonly events: E
    readonly commands: C
    readonly foundBy?: F
    readonly holds?: ReadonlyArray<NoInfer<Tag<S>>>
    readonly seenBy?: V
  }
): Lifecycle<{
  readonly roles: R
  readonly needs: N
  readonly states: S
  readonly events: E
  readonly commands: C
  readonly foundBy: F
  readonly holds: ReadonlyArray<Tag<S>>
  readonly seenBy: Record<string, ReadonlyArray<Seen>>
}> => {
  const whole = { roles: {}, needs: {}, foundBy: [], holds: [], seenBy: {}, ...spec }
  return lazily({ name, spec: whole as never }, {
    State: () => Schema.TaggedUnion(spec.states) as never,
    Event: () => Schema.TaggedUnion(payloads(spec.events)) as never,
    Command: () => Schema.TaggedUnion(payloads(spec.commands)) as never,
    index: () => indexOf(whole)
  })
}

// Machine: the rules ----------------------------------------------------------

/** Who asks (an opaque id) and when (whole minutes since 1970, UTC). */
export interface Asked {
  readonly actor: string
  readonly at: number
}

/** What a clause is told besides state and command: who asks, when, and exactly the facts the command needs. */
export type Context<L extends Spec, C = Tag<L["commands"]>> = Asked & {
  readonly [N in NeedsOf<L, C> & keyof L["needs"]]: L["needs"][N]["Type"]
}

/** One clause per command. It sees only the states in which the command is legal. */
export type Decide<L extends Spec> = {
  readonly [C in Tag<L["commands"]>]: (
    state: StateIn<L, LegalIn<L, C>>,
    command: CommandOf<L, C>,
    context: Context<L, C>
  ) => EventOf<L, Emits<L, C>> | NonEmpty<EventOf<L, Emits<L, C>>> | RefusalOf<L, C>
}

/** One clause per event. It sees only the states the event leaves, and answers with the state it enters. */
export type Evolve<L extends Spec> = {
  readonly [E in Tag<L["events"]>]: (state: StateIn<L, From<L, E>>, event: EventOf<L, E>) => Untagged<StateIn<L, To<L, E>>>
}

/** Rows from an event shape that is no longer written to the event it is today; `Upcast.table` writes them. */
export type Upcasts<L extends Spec> = ReadonlyArray<{
  readonly tag: string
  readonly was: Fields
  readonly is: (old: never) => Event<L>
}>

export interface Rules<L extends Spec> {
  readonly decide: Decide<L>
  readonly evolve: Evolve<L>
  /** What facts in an older shape mean today. */
  readonly upcasts?: Upcasts<L>
}

export interface Machine<L extends Spec> extends Lifecycle<L> {
  readonly rules: Rules<L>
  /** @internal */
  readonly run: Running
}

/** Gives a lifecycle its rules. */
export const make = <L extends Spec>(lifecycle: Lifecycle<L>, rules: NoInfer<Rules<L>>): Machine<L> =>
  lazily({ rules }, { run: () => running(lifecycle, rules) }, lifecycle)

/** The `decide` clauses of a lifecycle, for a machine whose rules do not fit on a few screens. */
export const deciding = <L extends Spec>(_lifecycle: Lifecycle<L>, clauses: Decide<L>): Decide<L> => clauses

/** The `evolve` clauses of a lifecycle, for a machine whose rules do not fit on a few screens. */
export const evolving = <L extends Spec>(_lifecycle: Lifecycle<L>, clauses: Evolve<L>): Evolve<L> => clauses

// Refusals, in the order they are given -----------------------------------------

/** The command is for others. Says nothing about the state, not even whether there is one. */
export class NotAllowed extends refusal(
  "NotAllowed",
  ({ by, command, machine }) => `${command} on this ${machine} is for: ${by.join(", ")}. Ask one of them to do it.`,
  { machine: Schema.String, command: Schema.String, by: Schema.Array(Schema.String) }
) {}

/** The command exists, but not from here. Says what this actor can do instead. */
export class IllegalCommand extends refusal(
  "IllegalCommand",
  ({ command, machine, possible, state }) =>
    `Cannot ${command}: this ${machine} ${state === "Start" ? "does not exist yet" : `is ${state}`}. ` +
    `Possible now: ${possible.join(", ") || "nothing"}.`,
  { machine: Schema.String, state: Schema.String, command: Schema.String, possible: Schema.Array(Schema.String) }
) {}

/** The history contradicts the lifecycle: an event cannot follow the state before it. */
export class ImpossibleEvent extends refusal(
  "ImpossibleEvent",
  ({ event, machine, state }) =>
    `${event} cannot happen: this ${machine} is ${state}. The history is damaged or from another version; restore a copy.`,
  { machine: Schema.String, state: Schema.String, event: Schema.String }
) {}

/** A rule contradicts its own lifecycle. This is a bug in the machine, so it is thrown. */
export class BrokenRule extends Error {
  override readonly name = "BrokenRule"
}

// Running ---------------------------------------------------------------------

/**
 * What would happen? Nothing is stored, nothing changes. First who, then where, then the rule itself.
 *
 * **When to use** In a test, a simulation, or a page that asks "what if". To make it happen, send it to a store.
 *
 * **Gotchas** A rule that answers with a fact or a refusal its command does not declare throws `BrokenRule`.
 */
export const decide = <L extends Spec, C extends Tag<L["commands"]>>(
  machine: Machine<L>,
  state: State<L> | Start,
  command: Tagged<C> & CommandOf<L, C>,
  context: Context<L, C>
): Result.Result<NonEmpty<EventOf<L, Emits<L, C>>>, NotAllowed | IllegalCommand | RefusalOf<L, C>> => {
  const row = machine.run.commands[command._tag]!
  const from = tagOf(state)
  if (!isHeld(row.by, state, context) || !isIn(row.from, from)) return Result.fail(barred(machine, state, command._tag, context)!)
  const answer = row.decide(state, command, context)
  if (Array.isArray(answer)) {
    follow(machine, command._tag, from, answer)
    return Result.succeed(answer as unknown as NonEmpty<EventOf<L, Emits<L, C>>>)
  }
  const tag = tagOf(answer)
  if (tag !== row.only) {
    if (row.refuses.includes(tag)) return Result.fail(answer as RefusalOf<L, C>)
    follow(machine, command._tag, from, [answer])
  }
  return Result.succeed([answer as EventOf<L, Emits<L, C>>])
}

/** What is true after this fact? */
export const evolve = <L extends Spec>(
  machine: Machine<L>,
  state: State<L> | Start,
  event: Event<L>
): Result.Result<State<L>, ImpossibleEvent> => {
  const from = tagOf(state)
  const row = machine.run.events[tagOf(event)]
  return row === undefined || !isIn(row.from, from)
    ? Result.fail(new ImpossibleEvent({ machine: machine.name, state: from, event: tagOf(event) }))
    : Result.succeed(entered(row, from, state, event) as State<L>)
}

/** The state a history adds up to. */
export const replay = <L extends Spec>(
  machine: Machine<L>,
  history: Iterable<Event<L>>,
  from: State<L> | Start = Start
): Result.Result<State<L> | Start, ImpossibleEvent> => {
  let state = from
  for (const event of history) {
    const next = evolve(machine, state, event)
    if (Result.isFailure(next)) return Result.fail(next.failure)
    state = next.success
  }
  return Result.succeed(state)
}

/** What came of a command: the facts, and the state they lead to. */
export interface Step<L extends Spec, C> {
  readonly events: NonEmpty<EventOf<L, Emits<L, C & keyof L["commands"]>>>
  readonly state: State<L>
}

/** Decide, then evolve: the one call an application makes. */
export const step = <L extends Spec, C extends Tag<L["commands"]>>(
  machine: Machine<L>,
  state: State<L> | Start,
  command: Tagged<C> & CommandOf<L, C>,
  context: Context<L, C>
): Result.Result<Step<L, C>, NotAllowed | IllegalCommand | RefusalOf<L, C>> => {
  const decided = decide<L, C>(machine, state, command, context)
  if (Result.isFailure(decided)) return Result.fail(decided.failure)
  let after = state
  for (const event of decided.success) after = Result.getOrThrow(evolve(machine, after, event as Event<L>))
  return Result.succeed({ events: decided.success, state: after })
}

// Reading what comes in --------------------------------------------------------

/** What is wrong with a command that came in, all of it at once: the path of each field, and what was expected there. */
export class InvalidCommand extends refusal(
  "InvalidCommand",
  ({ machine, problems }) =>
    `This is not a command of ${machine}: ${problems.map(({ path, problem }) => `${path || "it"} ${problem}`).join("; ")}. ` +
    "Mend these and send it again.",
  { machine: Schema.String, problems: Schema.Array(Schema.Struct({ path: Schema.String, problem: Schema.String })) }
) {}

/**
 * Reads a command from outside: JSON with a `_tag`. The only door for input, whatever the adapter.
 *
 * **Gotchas** Fields that the command does not know are a problem, not ignored: a misspelt optional field would
 * otherwise be lost without a word.
 */
export const commandFrom = <L extends Spec>(
  { Command, name, spec }: Lifecycle<L>,
  input: unknown
): Result.Result<Command<L>, InvalidCommand> => {
  const wrong = (problems: ReadonlyArray<{ readonly path: string; readonly problem: string }>) =>
    Result.fail(new InvalidCommand({ machine: name, problems }))
  const tag: unknown = typeof input === "object" && input !== null && "_tag" in input ? input._tag : undefined
  if (typeof tag !== "string" || !Object.hasOwn(spec.commands, tag)) {
    return wrong([{ path: "_tag", problem: `is not one of ${Object.keys(spec.commands).join(", ")}` }])
  }
  const codec: unknown = Schema.toCodecJson((Command.cases as Record<string, Schema.Top>)[tag]!)
  const read = Schema.decodeUnknownResult(codec as Schema.Decoder<unknown>)(input, { errors: "all", onExcessProperty: "error" })
  if (Result.isFailure(read)) return wrong(problemsOf(read.failure.issue))
  let forged = false
  mapWords(read.success, (words) => {
    forged ||= words.isSealed
    return words
  })
  return forged
    ? wrong([{ path: "", problem: "holds a reference to sealed words, which only a store may write" }])
    : Result.succeed(read.success as Command<L>)
}

const formatter = SchemaIssue.makeFormatterStandardSchemaV1()
const problemsOf = (issue: SchemaIssue.Issue) =>
  formatter(issue).issues.map(({ message, path = [] }) => ({ path: path.join("."), problem: sentence(message) }))
/** As it reads behind the name of a field: "situation is missing". */
const sentence = (message: string) =>
  message === "Missing key"
    ? "is missing"
    : message === "Expected no excess property"
      ? "is not a field of this"
      : `should be ${message.replace(/^Expected /, "")}`

// Deriving --------------------------------------------------------------------

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
export const seen = <L extends Spec>({ index, spec }: Lifecycle<L>, state: State<L> | Start, context: Asked): ReadonlySet<Seen> =>
  new Set(Object.entries(spec.seenBy).flatMap(([role, sees]) => (holds(index.roles[role]!, state, context) ? sees : [])))

/** Nothing stands in the way but what only the asker can tell. */
export class NeedsInput extends refusal("NeedsInput", ({ fields }) => `This can be done now. Tell ${fields.join(", ")}.`, {
  fields: Schema.Array(Schema.String)
}) {}

/** What `possible` says of one command. */
export type Possibility<L extends Spec, C> =
  | NonEmpty<EventOf<L, Emits<L, C & keyof L["commands"]>>>
  | NotAllowed
  | IllegalCommand
  | NeedsInput
  | RefusalOf<L, C>

/** Every command with the facts it would cause, or the reason it cannot: why is this button grey? */
export const possible = <L extends Spec>(
  machine: Machine<L>,
  state: State<L> | Start,
  context: Context<L>
): { readonly [C in Tag<L["commands"]>]: Possibility<L, C> } =>
  Object.fromEntries(
    Object.entries(machine.spec.commands).map(([command, { payload = {} }]) => {
      const fields = Object.keys(payload).filter((field) => !SchemaAST.isOptional(payload[field]!.ast))
      const because = barred(machine, state, command, context)
      if (because) return [command, because]
      if (fields.length > 0) return [command, new NeedsInput({ fields })]
      return [command, Result.merge(decide(machine, state, { _tag: command } as never, context as never))]
    })
  ) as never

/** The lifecycle as a Mermaid state diagram; every arrow reads `Command / Event`. */
export const toMermaid = <L extends Spec>({ spec }: Lifecycle<L>): string => {
  const node = (tag: string) => (tag === "Start" ? "[*]" : tag)
  const arrows = Object.entries(spec.commands).flatMap(([command, { emits }]) =>
    emits.flatMap((event) => {
      const { from, to } = spec.events[event]!
      return from.map((tag) => ({ from: tag, to: to === "Same" ? tag : to, label: `${command} / ${event}` }))
    })
  )
  const ends = Object.keys(spec.states).filter((tag) => !arrows.some(({ from }) => from === tag))
  return [
    "stateDiagram-v2",
    ...arrows.map(({ from, label, to }) => `  ${node(from)} --> ${node(to)}: ${label}`),
    ...ends.map((tag) => `  ${tag} --> [*]`)
  ].join("\n")
}

/** JSON Schema (draft 2020-12) of every command a machine takes and every event it stores, by tag. */
export const jsonSchemas = <L extends Spec>({
  Command,
  Event
}: Lifecycle<L>): {
  readonly commands: Each<L, "commands", JsonSchema.Document<"draft-2020-12">>
  readonly events: Each<L, "events", JsonSchema.Document<"draft-2020-12">>
} => {
  const documents = (cases: Record<string, Schema.Top>) =>
    Object.fromEntries(
      Object.entries(cases).map(([tag, schema]) => [tag, Schema.toJsonSchemaDocument(schema, { onExcessProperty: "error" })])
    )
  return { commands: documents(Command.cases), events: documents(Event.cases) } as never
}

// Types: how a lifecycle is read ----------------------------------------------

/** The lifecycle behind a machine value: `Of<typeof Pap>`. */
export type Of<M> = M extends Lifecycle<infer L> ? L : never
export type State<L extends Spec> = Lifecycle<L>["State"]["Type"]
export type Event<L extends Spec> = Lifecycle<L>["Event"]["Type"]
export type Command<L extends Spec> = Lifecycle<L>["Command"]["Type"]
/** Every refusal that a rule of this machine can give. */
export type Refusals<L extends Spec> = { [C in Tag<L["commands"]>]: RefusalOf<L, C> }[Tag<L["commands"]>]
/** The refusals of one command's own rule. */
export type RefusalOf<L extends Spec, C> = C extends keyof L["commands"] ? RefusedBy<L["commands"][C]> : never

/** The commands legal in a state: `CommandsFrom<L, "Draft">` is `"Commit"`. */
export type CommandsFrom<L extends Spec, S> = {
  [C in Tag<L["commands"]>]: S extends LegalIn<L, C> ? C : never
}[Tag<L["commands"]>]

/** A table with an entry for every command, event or state: labels, permissions, icons. */
export type Each<L extends Spec, Part extends "roles" | "needs" | "states" | "events" | "commands", A> = {
  readonly [K in Tag<L[Part]>]: A
}

export type Tag<Table> = keyof Table & string
export type Tagged<T> = { readonly _tag: T }
export type StateIn<L extends Spec, K> = K extends "Start" ? Start : Value<L["states"], K>
export type EventOf<L extends Spec, K> = Value<Payloads<L["events"]>, K>
export type CommandOf<L extends Spec, K> = Value<Payloads<L["commands"]>, K>
export type To<L extends Spec, E extends keyof L["events"]> = Arrow<L, E>["to"] extends "Same" ? From<L, E> : Arrow<L, E>["to"]
export type NonEmpty<A> = readonly [A, ...Array<A>]

type TagOf<A> = A extends Tagged<infer T> ? T : never
type Untagged<A> = A extends unknown ? Omit<A, "_tag"> : never
type FieldName<Table> = { [K in keyof Table]: Tag<Table[K]> }[keyof Table]
type Payloads<Table> = { readonly [K in keyof Table]: Table[K] extends { readonly payload: infer F extends Fields } ? F : {} }
type Member<Table, K extends string, F = Table[K & keyof Table]> = F extends Fields ? Schema.TaggedStruct<K, F> : never
type Union<Table> = Schema.TaggedUnion<{ readonly [K in Tag<Table>]: Member<Table, K> }>
type Value<Table, K> = K extends Tag<Table> ? Member<Table, K>["Type"] : never

type Arrow<L extends Spec, E extends keyof L["events"]> = L["events"][E]
type From<L extends Spec, E extends keyof L["events"]> = Arrow<L, E>["from"][number]
type Emits<L extends Spec, C extends keyof L["commands"]> = L["commands"][C]["emits"][number]
type LegalIn<L extends Spec, C extends keyof L["commands"]> = From<L, Emits<L, C>>
type NeedsOf<L extends Spec, C> = C extends keyof L["commands"]
  ? Listed<L["commands"][C], "needs"> | L["roles"][L["commands"][C]["by"][number] & keyof L["roles"]]
  : never
type RefusedBy<Row> = Row extends { readonly refuses: ReadonlyArray<infer R> }
  ? R extends new (...fields: never) => infer A
    ? A
    : never
  : never
type Listed<Row, Column extends string> = Row extends { readonly [K in Column]: ReadonlyArray<infer A> } ? A : never

// The index: a lifecycle turned round, so that running it is looking up -----------

type Holder = { readonly who: "Founder" | "System" | "State" | "Need"; readonly field: string }
type Clause = (state: unknown, input: unknown, context?: unknown) => unknown

/** What is asked of a lifecycle without its rules: who holds a role, what is on the menu. */
interface Index {
  readonly roles: Readonly<Record<string, Holder>>
  readonly by: Readonly<Record<string, ReadonlyArray<Holder>>>
  readonly menus: Readonly<Record<string, ReadonlyArray<string>>>
}

/** Everything one command or one event needs to run, found by its tag in one look. */
interface Running {
  readonly commands: Readonly<
    Record<
      string,
      {
        readonly by: ReadonlyArray<Holder>
        readonly from: ReadonlyArray<string>
        /** The one event it emits; nothing when there are more. */
        readonly only: string | undefined
        readonly refuses: ReadonlyArray<string>
        readonly decide: Clause
      }
    >
  >
  readonly events: Readonly<Record<string, EventRow>>
}
interface EventRow {
  readonly from: ReadonlyArray<string>
  readonly evolve: Clause
  /** The target, or nothing when the state stays where it is. */
  readonly to: string | undefined
  readonly fields: Declared
  readonly fieldsOf: Readonly<Record<string, Declared>>
}
/** The fields of a state, its tag among them, and how many of them are always there. */
interface Declared {
  readonly all: Readonly<Record<string, true>>
  readonly needed: number
}

const indexOf = ({ commands, events, needs, roles, states }: Spec): Index => {
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
const leaves = ({ emits }: CommandSpec, events: Spec["events"]) => [...new Set(emits.flatMap((event) => events[event]!.from))]

const running = <L extends Spec>({ index, spec }: Lifecycle<L>, rules: Rules<L>): Running => {
  const fieldsOf = each(spec.states, (fields): Declared => ({
    all: each({ _tag: {}, ...fields }, () => true as const),
    needed: 1 + Object.values(fields).filter(({ ast }) => !SchemaAST.isOptional(ast)).length
  }))
  return {
    commands: each(spec.commands, (command, tag) => ({
      by: index.by[tag]!,
      from: leaves(command, spec.events),
      only: command.emits.length === 1 ? command.emits[0]! : undefined,
      refuses: (command.refuses ?? []).map(({ tag }) => tag),
      decide: rules.decide[tag] as Clause
    })),
    events: each(spec.events, ({ from, to }, tag) => ({
      from,
      evolve: rules.evolve[tag] as Clause,
      to: to === "Same" ? undefined : to,
      fields: fieldsOf[to] ?? { all: {}, needed: 0 },
      fieldsOf
    }))
  }
}

/** What is worked out only when somebody asks for it, once: a machine that nobody runs costs next to nothing to declare. */
const lazily = <A extends object, B, C extends object = {}>(
  has: A,
  makes: { readonly [K in keyof B]: () => B[K] },
  and?: C
): A & B & C => {
  const whole = Object.defineProperties(has, Object.getOwnPropertyDescriptors(and ?? {}))
  for (const name in makes) {
    let made: B[typeof name] | undefined
    Object.defineProperty(whole, name, { enumerable: true, get: () => (made ??= makes[name]()) })
  }
  return whole as A & B & C
}
/** Inherits nothing: a tag such as `toString` finds no row. */
const nothing: object = Object.create(null)
/** The table with every row changed. */
const each = <A, B>(table: Readonly<Record<string, A>>, change: (row: A, key: string) => B): Record<string, B> => {
  const changed = Object.create(nothing) as Record<string, B>
  for (const [key, row] of Object.entries(table)) changed[key] = change(row, key)
  return changed
}
const payloads = (table: Record<string, { readonly payload?: Fields }>) => each(table, ({ payload = {} }) => payload)
const tagOf = (value: unknown) => (value as Tagged<string>)._tag
const isIn = (tags: ReadonlyArray<string>, tag: string) => tags[0] === tag || tags.includes(tag)

/** The state an event leads to, with only the fields it declares. */
const entered = (row: EventRow, from: string, state: unknown, event: unknown): object => {
  const answer = row.evolve(state, event) as { readonly _tag?: string }
  const tag = row.to ?? from
  const { all, needed } = row.to === undefined ? row.fieldsOf[from]! : row.fields
  let fields = answer._tag === undefined ? 1 : 0
  for (const _ in answer) fields++
  // What a clause must fill in is there, by type. So when there is no more than that, there is nothing to leave out.
  if (fields !== needed) for (const field in answer) if (all[field] !== true) return trimmed(answer, tag, all)
  return answer._tag === tag ? answer : { ...answer, _tag: tag }
}
const trimmed = (answer: object, tag: string, declared: Declared["all"]) => ({
  ...Object.fromEntries(Object.entries(answer).filter(([field]) => declared[field])),
  _tag: tag
})

const isHeld = (by: ReadonlyArray<Holder>, state: object, context: Asked): boolean => {
  for (let n = 0; n < by.length; n++) if (holds(by[n]!, state, context)) return true
  return false
}
const holds = ({ field, who }: Holder, state: object, context: Asked) => {
  if (who === "Founder") return tagOf(state) === "Start" && context.actor !== system
  if (who === "System") return context.actor === system
  const holders = (who === "Need" ? context : state)[field as never] as unknown
  return holders === context.actor || (Array.isArray(holders) && holders.includes(context.actor))
}

const barred = <L extends Spec>(machine: Machine<L>, state: State<L> | Start, command: Tag<L["commands"]>, context: Asked) => {
  if (!isFor(machine, state, command, context)) {
    return new NotAllowed({ machine: machine.name, command, by: machine.spec.commands[command]!.by })
  }
  const menu: ReadonlyArray<string> = commandsFrom(machine, state)
  if (menu.includes(command)) return undefined
  const possible = menu.filter((other) => isFor(machine, state, other, context))
  return new IllegalCommand({ machine: machine.name, state: tagOf(state), command, possible })
}

/** The facts a rule answers with are declared, and can happen one after the other; anything else is a bug in the rule. */
const follow = <L extends Spec>({ name, spec }: Machine<L>, command: string, state: string, events: ReadonlyArray<unknown>) => {
  let from = state
  for (const event of events) {
    const happened = tagOf(event)
    const arrow = spec.commands[command]!.emits.includes(happened) ? spec.events[happened] : undefined
    if (arrow === undefined)
      throw new BrokenRule(`${name}.decide.${command} answers ${happened}, which ${command} does not declare.`)
    if (!arrow.from.includes(from))
      throw new BrokenRule(`${name}.decide.${command} answers ${happened}, which cannot happen in ${from}.`)
    if (arrow.to !== "Same") from = arrow.to
  }
}
