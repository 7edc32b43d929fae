/** The house of a school on paper: its name, its colour, its logo, and what its people are called. */
import { Data, type Result, Schema, type SchemaIssue } from "effect"

/** How bright a colour is to an eye (WCAG 2.2, relative luminance). */
const brightness = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((from) => Number.parseInt(colour.slice(from, from + 2), 16) / 255)
    .map((part) => (part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
/** Dark enough to read on white: 4.5 to 1 (WCAG 2.2, 1.4.3). */
const isReadable = (colour: string) => 1.05 / (brightness(colour) + 0.05) >= 4.5
const Colour = Schema.String.check(
  Schema.isPattern(/^#[0-9a-fA-F]{6}$/),
  Schema.makeFilter(
    (colour) =>
      !/^#[0-9a-fA-F]{6}$/.test(colour) ||
      isReadable(colour) ||
      "a colour that can be read on white: darker, until it differs by 4.5 to 1"
  )
)

/** What a small file says: `{ "school": "obs De Zwaluw", "colour": "#123b5d", "logo": "logo.svg", "names": { "p-femke": "Femke" } }`. */
export const Theme = Schema.Struct({
  school: Schema.NonEmptyString,
  /** Of headings, on white: a dark one. */
  colour: Schema.optionalKey(Colour),
  /** A PNG or SVG beside the file. */
  logo: Schema.optionalKey(Schema.NonEmptyString),
  /** Persons, groups and units are ids in every fact; this is what they are called on paper. */
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
  /** What a group, a unit or a school is called. */
  readonly called: (id: string) => string
}

/** `p-femke` is Femke, where a school says nothing else. */
const nameIn = (person: string): string =>
  person
    .replace(/^p-/, "")
    .replace(/(^|-)(\p{L})/gu, (_, dash: string, letter: string) => `${dash ? " " : ""}${letter.toUpperCase()}`)

/** `directie-en-ondersteuning` is read with spaces; a school year keeps its dash. */
const spaced = (id: string) => id.replace(/(?<=\p{L})-(?=\p{L})/gu, " ")

/**
 * A house by its name alone, or with all that its theme says.
 *
 * @example
 * ```ts
 * import { houseOf } from "@groeikring/reporting"
 *
 * const { nameOf } = houseOf({ school: "obs De Zwaluw", names: { "p-bram": "Bram de Wit" } })
 * nameOf("p-bram") // => "Bram de Wit"
 * nameOf("p-esra") // => "Esra"
 * ```
 */
export const houseOf = ({ colour = "#123b5d", names = {}, school }: Theme, logo?: Logo): House => ({
  school,
  colour,
  nameOf: (person) => (Object.hasOwn(names, person) ? names[person]! : nameIn(person)),
  called: (id) =>
    id
      .split("/")
      .map((part) => (Object.hasOwn(names, part) ? names[part]! : spaced(part)))
      .join(", "),
  ...(logo !== undefined && { logo })
})

const decode = Schema.decodeUnknownResult(Theme, { errors: "all", onExcessProperty: "error" })
/**
 * Reads a theme; what is wrong with it comes back with its paths, all at once.
 *
 * @example
 * ```ts
 * import { themeFrom } from "@groeikring/reporting"
 * import { Result } from "effect"
 *
 * Result.isSuccess(themeFrom({ school: "obs De Zwaluw", colour: "#123b5d" })) // => true
 * Result.isSuccess(themeFrom({ school: "", colour: "#ffee00" })) // => false
 * ```
 */
export const themeFrom = (input: unknown): Result.Result<Theme, SchemaIssue.Issue | Schema.SchemaError> => decode(input)

/** A file that is no picture, or only half of one. */
export class LogoUnreadable extends Data.TaggedError("LogoUnreadable")<{ readonly problem: string }> {
  override get message(): string {
    return `The logo is not a picture that can be used: ${this.problem}. Choose a whole PNG or SVG.`
  }
}
