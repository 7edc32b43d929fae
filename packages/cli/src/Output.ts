/** How answers look: calm, aligned text for people, one line of JSON for programs. */
import { Glossary, type Refusal, Shape, Vocabulary } from "@groeikring/core"
import type { Schema } from "effect"
import { styleText } from "node:util"
import type { Desk, Language } from "./Front.ts"

const colours = () => !process.env["NO_COLOR"] && process.env["TERM"] !== "dumb"
const styled = (style: Parameters<typeof styleText>[0], text: string, stream: NodeJS.WriteStream) =>
  colours() && stream.isTTY ? styleText(style, text, { validateStream: false }) : text

export const bold = (text: string): string => styled("bold", text, process.stdout)
export const dim = (text: string): string => styled("dim", text, process.stdout)
export const red = (text: string): string => styled("red", text, process.stdout)
export const green = (text: string): string => styled("green", text, process.stdout)

export const line = (text = ""): void => void process.stdout.write(`${text}\n`)
export const json = (value: unknown): void => line(JSON.stringify(value))
export const complain = (text: string): void => void process.stderr.write(`${text}\n`)

/** A name as it is typed: `PopGroup` is `pop-group`. */
export const dashed = (name: string): string => name.replace(/(?<=.)[A-Z]/g, (letter) => `-${letter}`).toLowerCase()

/** What went wrong, or was not allowed, in the words of who asked. */
export const tell = ({ words }: Desk, refusal: Refusal.Refusal, machine?: string): string =>
  Glossary.tell(words, refusal, machine)

/** What happened, in words. Events have names of their own over all machines, so the one that knows it will do. */
export const eventWord = ({ words }: Pick<Desk, "words">, event: string): string =>
  Object.keys(words.machines)
    .map((machine) => Glossary.word(words, machine, "events", event))
    .find((word) => word !== event) ?? event

// When ----------------------------------------------------------------------------

const timeZone = "Europe/Amsterdam"
const locales = { nl: "nl-NL", en: "en-GB" }
const said = (options: Intl.DateTimeFormatOptions) => {
  const made: Partial<Record<Language, Intl.DateTimeFormat>> = {}
  return (at: number, lang: Language): string =>
    (made[lang] ??= new Intl.DateTimeFormat(locales[lang], { timeZone, ...options })).format(at * 60_000)
}
/** A moment as people at the school say it. */
export const moment = said({ dateStyle: "medium", timeStyle: "short" })
export const clock = said({ timeStyle: "short" })
export const date = said({ dateStyle: "full" })
/** A calendar day has no zone: it is the same day everywhere. */
const day = said({ dateStyle: "medium", timeZone: "UTC" })

// Who and what ----------------------------------------------------------------------

/** `p-femke` is Femke: a person is an id in every fact, and this is all that a story needs. */
export const nameOf = (person: string): string =>
  person === "system"
    ? "Groeikring"
    : person
        .replace(/^p-/, "")
        .replace(/(^|-)(\p{L})/gu, (_, dash: string, letter: string) => `${dash ? " " : ""}${letter.toUpperCase()}`)

/** The fields of a state in the words of who asks: labels, choices and moments, as the machine declares them. */
export const listed = (
  { language, say, words }: Desk,
  machine: string,
  declared: Readonly<Record<string, Schema.Top>>,
  state: object
): string => {
  const value = (field: string, shape: Shape.Shape, it: unknown, indent: string): string => {
    if (it === null || it === undefined || it === "") return "–"
    if (typeof it === "boolean") return it ? say("ja", "yes") : say("nee", "no")
    if (typeof it === "number") return Shape.kindOf(shape) === "Moment" ? moment(it, language) : String(it)
    if (typeof it === "string") {
      return Shape.kindOf(shape) === "Day" ? day(Vocabulary.startOf(it), language) : Glossary.choice(words, machine, field, it)
    }
    if (Array.isArray(it)) {
      const items = it.map((one) => value(field, Shape.itemsOf(shape), one, `${indent}  `))
      return items.length === 0
        ? "–"
        : items.every((one) => !one.includes("\n"))
          ? items.join(", ")
          : items.map((one) => `\n${indent}- ${one.trimStart()}`).join("")
    }
    return rows((field) => Shape.fieldOf(shape, field), it, indent)
  }
  const rows = (shapeOf: (field: string) => Shape.Shape, of: object, indent: string): string => {
    const entries = Object.entries(of)
      .filter(([field]) => field !== "_tag")
      .map(
        ([field, it]) =>
          [Glossary.word(words, machine, "fields", field), value(field, shapeOf(field), it, `${indent}  `)] as const
      )
    const width = Math.max(0, ...entries.map(([label]) => label.length))
    return entries
      .map(([label, text]) => `\n${indent}${text.startsWith("\n") ? label + text : `${label.padEnd(width)}  ${text}`}`)
      .join("")
  }
  return rows((field) => declared[field]?.ast, state, "  ").slice(1)
}
