/** The house of a school on paper: its name, its colour, its logo, and what its people are called. */
import { type Result, Schema, type SchemaIssue } from "effect"

const Colour = Schema.String.check(Schema.isPattern(/^#[0-9a-fA-F]{6}$/))

/** What a small file says: `{ "school": "obs De Zwaluw", "colour": "#123b5d", "logo": "logo.svg", "names": { "p-femke": "Femke" } }`. */
export const Theme = Schema.Struct({
  school: Schema.NonEmptyString,
  /** Of headings, on white: a dark one. */
  colour: Schema.optionalKey(Colour),
  /** A PNG or SVG beside the file. */
  logo: Schema.optionalKey(Schema.NonEmptyString),
  /** A person is an id in every fact; this is what they are called on paper. */
  names: Schema.optionalKey(Schema.Record(Schema.String, Schema.NonEmptyString))
})
export type Theme = (typeof Theme)["Type"]

export interface Logo {
  readonly format: "png" | "svg"
  readonly bytes: Uint8Array
}
export interface House {
  readonly school: string
  readonly colour: string
  readonly logo?: Logo
  readonly nameOf: (person: string) => string
}

/** `p-femke` is Femke, where a school says nothing else. */
const nameIn = (person: string): string =>
  person
    .replace(/^p-/, "")
    .replace(/(^|-)(\p{L})/gu, (_, dash: string, letter: string) => `${dash ? " " : ""}${letter.toUpperCase()}`)

/** A house by its name alone, or with all that its theme says. */
export const houseOf = ({ colour = "#123b5d", names = {}, school }: Theme, logo?: Logo): House => ({
  school,
  colour,
  nameOf: (person) => (Object.hasOwn(names, person) ? names[person]! : nameIn(person)),
  ...(logo !== undefined && { logo })
})

const decode = Schema.decodeUnknownResult(Theme, { errors: "all", onExcessProperty: "error" })
/** Reads a theme; what is wrong with it comes back with its paths, all at once. */
export const themeFrom = (input: unknown): Result.Result<Theme, SchemaIssue.Issue | Schema.SchemaError> => decode(input)

const begins = (bytes: Uint8Array, signature: ReadonlyArray<number>) => signature.every((byte, n) => bytes[n] === byte)
/** What kind of picture this is, by what is in it; nothing when it is none that goes in every format. */
export const logoFrom = (bytes: Uint8Array): Logo | undefined => {
  if (begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return { format: "png", bytes }
  const text = new TextDecoder().decode(bytes.slice(0, 2000))
  return /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<svg[\s>]/.test(text) ? { format: "svg", bytes } : undefined
}
