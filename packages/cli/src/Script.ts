/** A script: a line a command. Everything that is wrong with it is found before anything runs. */
import { type Domain, Machine } from "@groeikring/core"
import { Result } from "effect"
import { createHash } from "node:crypto"
import { minutesOf } from "./Front.ts"

/** A command of the script. `command` is its own id: running the script again repeats nothing. */
export interface CommandLine {
  readonly _tag: "Command"
  readonly line: number
  readonly machine: string
  readonly id: string
  readonly as: string
  readonly at: number
  readonly input: { readonly _tag: string }
  /** The refusal that the script expects here. */
  readonly expect: string | undefined
  readonly command: string
}
/** A sentence of the story, in two languages. */
export interface Prose {
  readonly _tag: "Prose"
  readonly line: number
  readonly nl: string
  readonly en: string
}
/** A moment at which the process rules do what is due. */
export interface Tending {
  readonly _tag: "Tending"
  readonly line: number
  readonly at: number
}
/** Somebody takes a suggestion of the process rules as it is. Its key is its own id: taking it again repeats nothing. */
export interface Taking {
  readonly _tag: "Taking"
  readonly line: number
  readonly key: string
  readonly as: string
  readonly at: number
}
export type ScriptLine = CommandLine | Prose | Tending | Taking

export interface Problem {
  readonly line: number
  readonly path: string
  readonly problem: string
}

/** Reads a script. `name` makes its command ids its own. */
export const read = (
  domain: Domain.Domain,
  name: string,
  text: string
): { readonly lines: ReadonlyArray<ScriptLine>; readonly problems: ReadonlyArray<Problem> } => {
  const problems: Array<Problem> = []
  const lines = text.split("\n").flatMap((written, n): ReadonlyArray<ScriptLine> => {
    if (written.trim() === "") return []
    const line = n + 1
    const before = problems.length
    const wrong = (path: string, problem: string): undefined => void problems.push({ line, path, problem })
    const made = lineFrom(domain, name, line, written, wrong)
    return made === undefined || problems.length > before ? [] : [made]
  })
  return { lines, problems }
}

/** Notes a problem; there is no line then. */
type Wrong = (path: string, problem: string) => undefined

const lineFrom = (domain: Domain.Domain, name: string, line: number, written: string, wrong: Wrong): ScriptLine | undefined => {
  let value: unknown
  try {
    value = JSON.parse(written)
  } catch {
    return wrong("", "is not JSON")
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return wrong("", "is not a JSON object")
  const fields = value as Record<string, unknown>
  return "say" in fields
    ? proseFrom(line, fields, wrong)
    : "tend" in fields
      ? tendingFrom(line, fields, wrong)
      : "take" in fields
        ? takingFrom(line, fields, wrong)
        : commandFrom(domain, name, line, fields, wrong)
}

const text = (path: string, value: unknown, wrong: Wrong): string => {
  if (typeof value === "string" && value !== "") return value
  wrong(path, "is missing, or is not text")
  return ""
}
const noMore = (others: object, wrong: Wrong) => Object.keys(others).forEach((field) => wrong(field, "is not a field of this"))

const proseFrom = (line: number, { say, sayEn = say, ...others }: Record<string, unknown>, wrong: Wrong): Prose | undefined => {
  noMore(others, wrong)
  if (typeof say !== "string") return wrong("say", "is not text")
  if (typeof sayEn !== "string") return wrong("sayEn", "is not text")
  return { _tag: "Prose", line, nl: say, en: sayEn }
}

const momentIn = (path: string, value: unknown, wrong: Wrong): number => {
  const moment = typeof value === "string" ? minutesOf(value) : undefined
  if (moment === undefined) wrong(path, "is not an instant with a zone, such as 2025-09-09T15:30:00+02:00")
  return moment ?? 0
}

const tendingFrom = (line: number, { tend, ...others }: Record<string, unknown>, wrong: Wrong): Tending => {
  noMore(others, wrong)
  return { _tag: "Tending", line, at: momentIn("tend", tend, wrong) }
}

const takingFrom = (line: number, { as, at, take, ...others }: Record<string, unknown>, wrong: Wrong): Taking => {
  noMore(others, wrong)
  return { _tag: "Taking", line, key: text("take", take, wrong), as: text("as", as, wrong), at: momentIn("at", at, wrong) }
}

const commandFrom = (
  domain: Domain.Domain,
  name: string,
  line: number,
  { as, at: when, do: asks, expect, id, machine: of, ...payload }: Record<string, unknown>,
  wrong: Wrong
): CommandLine | undefined => {
  const at = momentIn("at", when, wrong)
  if (expect !== undefined && typeof expect !== "string") return wrong("expect", "is not the name of a refusal")
  const [thing, person, machine, tag] = [
    text("id", id, wrong),
    text("as", as, wrong),
    text("machine", of, wrong),
    text("do", asks, wrong)
  ]
  if (machine === "" || tag === "") return undefined
  const entry = Object.hasOwn(domain, machine) ? domain[machine] : undefined
  if (entry === undefined) return wrong("machine", `is not one of ${Object.keys(domain).join(", ")}`)
  const input = { ...payload, _tag: tag }
  const decoded = Machine.commandFrom(entry.machine, input)
  if (Result.isFailure(decoded)) {
    for (const { path, problem } of decoded.failure.problems) wrong(path === "_tag" ? "do" : path, problem)
    return undefined
  }
  // A script with the same name may be another one, so what is asked is part of the id; not the words of people, which
  // JSON does not show: an id is never erased.
  const asked = JSON.stringify([machine, thing, person, at, decoded.success])
  const command = `${name}:${line}:${createHash("sha256").update(asked).digest("base64url").slice(0, 10)}`
  return { _tag: "Command", line, machine, id: thing, as: person, at, input, expect, command }
}

/** The same problem for who reads Dutch, where it is one of the script and not of a command in it. */
export const inDutch = (problem: string): string => {
  const [before, after] = Object.entries(dutch).find(([english]) => problem.startsWith(english)) ?? ["", ""]
  return after + problem.slice(before.length)
}
const dutch: Readonly<Record<string, string>> = {
  "is not JSON": "is geen JSON",
  "is not a JSON object": "is geen JSON-object",
  "is not an instant with a zone, such as": "is geen moment met een zone, zoals",
  "is missing, or is not text": "ontbreekt, of is geen tekst",
  "is not text": "is geen tekst",
  "is not the name of a refusal": "is niet de naam van een weigering"
}
