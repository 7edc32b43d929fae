/** What a server answers to a client: plain objects, typed from the registry, with every problem as a value. */
import type { Domain, Machine, Refusal, Shown } from "@groeikring/core"
import type { Hands, NoSuchSuggestion, NothingToSee, ReservedActor } from "@groeikring/storage"
import type { TooOften } from "./Limits.ts"
import type { NoSuchReport, NotAcceptable } from "./Publisher.ts"
import type { ForeignPage, InvalidRequest, NoSuchPage, NotReady, OutOfOrder, TooMuch, Unauthenticated } from "./Problem.ts"

/** A refusal as it came over the network: its tag, what it is about, and its words in the language that was asked for. */
export interface Problem<Tag extends string = string, About = unknown> {
  readonly _tag: Tag
  readonly type: string
  readonly title: string
  readonly status: number
  /** Two sentences: what happened and why, and what to do. */
  readonly detail: string
  readonly about?: About
  /** What is wrong with what was sent, all of it, each by a JSON Pointer. */
  readonly errors?: ReadonlyArray<{ readonly pointer: string; readonly detail: string }>
}

/** No answer came, or none that this server gives: the network is away, or something in between spoke for it. */
export type Unreachable = Problem<"Unreachable">

type ProblemOf<R> = R extends Refusal.Refusal<infer Tag> ? Problem<Tag, Shown<Omit<R, "_tag" | "message" | "problems">>> : never

/** What any question can meet. */
export type Anyhow = ProblemOf<Unauthenticated | TooOften | OutOfOrder | NotReady | InvalidRequest | NoSuchPage> | Unreachable
/** What a look at one thing can meet. */
export type Looking = Anyhow | ProblemOf<NothingToSee>
/** What any command can meet over a network, beside what it meets anywhere. */
type Asked = ReservedActor | ForeignPage | TooMuch
/** What this command can meet. */
export type ProblemWith<L extends Machine.Spec, C> = Anyhow | ProblemOf<Asked | Hands.RefusalTo<L, C>>
/** What taking a suggestion can meet. */
export type ProblemTaking = Anyhow | ProblemOf<Asked | Hands.RefusalTo<Machine.Spec, never> | NoSuchSuggestion> | Problem

/** A value, or why there is none. */
export type Looked<A, P = Looking> = { readonly ok: true; readonly value: A } | { readonly ok: false; readonly problem: P }

/** What came of a command. */
export interface Done<E, S> extends Hands.Done<E, S> {
  readonly position: string
}
export type Answer<L extends Machine.Spec, C> =
  | Done<Shown<Machine.Event<L>>, Shown<Machine.State<L>>>
  | { readonly ok: false; readonly problem: ProblemWith<L, C> }

/** How a command is asked, when the defaults do not do. */
export interface Asking {
  /** The key that makes a retry safe, when a retry of your own must be safe as well. One is made for every command. */
  readonly command?: string
  /** The version you saw, to be refused with `Conflict` if anything happened since; 0 when it should not be there yet. */
  readonly expected?: number
  readonly signal?: AbortSignal
}

/** What stands open for each command. One for the process rules alone is not told. */
export type Possibilities<L extends Machine.Spec> = { readonly [C in Hands.Tag<L>]?: Hands.Stands<ProblemWith<L, C>> }

/** A thing of a machine, as this person sees it. */
export interface Seen<L extends Machine.Spec> {
  readonly id: string
  readonly version: number
  readonly state: Shown<Machine.State<L>>
}

/** A fact of one thing, as this person may know it. */
export type Happened<E> = Hands.Happened<E>
/** A fact of whatever thing, as this person may know it. */
export interface Fact extends Happened<{ readonly _tag: string; readonly [field: string]: unknown }> {
  readonly machine: string
  readonly id: string
}

/** One thing: what can be asked of it, and what there is to see. */
export type Thing<L extends Machine.Spec> = Hands.Commands<L, { readonly [C in Hands.Tag<L>]: Answer<L, C> }, Asking> & {
  readonly show: () => Promise<Looked<Seen<L> & { readonly possible: Possibilities<L> }>>
  /** Each command, also before the thing exists. */
  readonly possible: () => Promise<Looked<Possibilities<L>, Anyhow>>
  readonly history: () => Promise<Looked<ReadonlyArray<Happened<Shown<Machine.Event<L>>>>>>
}

/** The things of one machine. */
export interface Things<L extends Machine.Spec> {
  (id: string): Thing<L>
  /** One page of what this person may see. */
  readonly page: (query?: Found<L> & Paging) => Promise<Looked<Page<L>, Anyhow>>
  /** All that this person may see, page after page. */
  readonly list: (query?: Found<L>) => Promise<Looked<ReadonlyArray<Seen<L>>, Anyhow>>
}
/** The fields that things of a machine are found by, such as the group of a plan. */
type Found<L extends Machine.Spec> = { readonly [F in L["foundBy"][number]]?: string }
interface Paging {
  /** The `next` of the page before. */
  readonly cursor?: string
  readonly limit?: number
}
export interface Page<L extends Machine.Spec> {
  readonly items: ReadonlyArray<Seen<L>>
  readonly next: string | null
}

/** The reports there are, in the language that is asked for. */
export interface Reports {
  readonly items: ReadonlyArray<{
    /** The name it is asked for by. */
    readonly kind: string
    readonly name: string
    readonly about: string
    /** What it is about: a machine, a school year, a person, or nothing. */
    readonly of: string
  }>
  readonly types: ReadonlyArray<string>
}
/** Which report is asked for. */
export interface ReportAsked {
  /** The thing, the school year or the person it is about; yourself and this year when left out. */
  readonly for?: string
  /** A media type, such as `application/pdf`. */
  readonly type?: string
  readonly signal?: AbortSignal
}
export type ReportProblem = Looking | ProblemOf<NoSuchReport | NotAcceptable> | Problem

/** Every machine, by its name in lower case: `school.popGroup("g1")`. */
export type Machines<D extends Domain.Domain> = {
  readonly [K in keyof D & string as Uncapitalize<K>]: Things<Hands.LifecycleOf<D[K]>>
}
