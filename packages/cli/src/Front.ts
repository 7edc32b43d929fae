/** What every subcommand shares: which school, who asks, when, and in which language and shape the answer comes. */
import type { Domain, Glossary, Pack, Process } from "@groeikring/core"
import type { Sources } from "@groeikring/reporting"
import { School } from "@groeikring/storage"
import { type Context, Data, Effect, Layer, Option } from "effect"
import { mustBeThere, storeAt } from "./Place.ts"

/** What the command line is made of: a registry of machines and what belongs to it. */
export interface House extends Sources {
  readonly domain: Domain.Domain
  readonly processes: ReadonlyArray<Process.Reaction>
  /** How long things are kept. */
  readonly retention: ReadonlyArray<Pack.Retention>
}

export type Language = "nl" | "en"

/** A house where somebody stands at the desk: the language they speak, and what they came for. */
export interface Desk extends House {
  readonly language: Language
  readonly words: Glossary.AnyGlossary
  /** Says it in the language of who asks. */
  readonly say: (nl: string, en: string) => string
  /** Is this subcommand named in what was typed? Any other is only a name and a purpose on a page of help. */
  readonly isAsked: (subcommand: string) => boolean
}

export const deskOf = (house: House, language: Language, isAsked: Desk["isAsked"] = () => true): Desk => ({
  ...house,
  language,
  words: house.glossaries[language],
  say: (nl, en) => (language === "nl" ? nl : en),
  isAsked
})

/** The exit codes, told in `--help`. */
export const codes = { done: 0, refused: 1, invalid: 2, unusable: 3, bug: 70, stopped: 130 } as const

/** The command is over, with this exit code. What there was to say has been said. */
export class Ended extends Data.TaggedError("Ended")<{ readonly code: number }> {}
export const ended = (code: number): Effect.Effect<never, Ended> => Effect.fail(new Ended({ code }))

const zoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/
/** An instant as ISO 8601 with a zone, in whole minutes since 1970; nothing when it is none. */
export const minutesOf = (instant: string): number | undefined => {
  const at = zoned.test(instant) ? Date.parse(instant) : Number.NaN
  return Number.isNaN(at) ? undefined : Math.floor(at / 60_000)
}

/** The language of the terminal. */
export const languageOf = (given: Option.Option<Language>): Language =>
  Option.getOrElse(given, () => {
    const locale = process.env["LC_ALL"] || process.env["LC_MESSAGES"] || process.env["LANG"] || ""
    return locale.toLowerCase().startsWith("nl") ? "nl" : "en"
  })
export const isJson = (given: Option.Option<"text" | "json">): boolean =>
  Option.getOrElse(given, () => (process.stdout.isTTY ? "text" : "json")) === "json"
export const momentOf = (given: Option.Option<string>): number =>
  Option.match(given, { onNone: () => Math.floor(Date.now() / 60_000), onSome: (text) => minutesOf(text)! })

/** The language that was asked for, also when the rest of the line could not be read. */
export const languageIn = (args: ReadonlyArray<string>): Language => {
  const at = args.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="))
  const asked = at < 0 ? undefined : (args[at]!.split("=")[1] ?? args[at + 1])
  return languageOf(asked === "nl" || asked === "en" ? Option.some(asked) : Option.none())
}
/** What a school is made of, without the words for it. */
export type Rooms = Omit<House, "glossaries" | "retention">
type Asking<A, E> = (school: Context.Service.Shape<typeof School>) => Effect.Effect<A, E>

/** The school in its place, for as long as the command takes. A new file is a new school. */
export const inSchool = <A, E>({ domain, packs, processes }: Rooms, store: string, ask: Asking<A, E>): Effect.Effect<A, E> =>
  Effect.flatMap(School, ask).pipe(Effect.provide(School.layer({ domain, packs, processes }).pipe(Layer.provide(storeAt(store)))))

/** The same for who only looks: nobody begins a school by a slip in the name of a file. */
export const lookingInSchool = <A, E>(house: Rooms, store: string, ask: Asking<A, E>): Effect.Effect<A, E> =>
  Effect.andThen(mustBeThere(store), inSchool(house, store, ask))
