/** What stands in a form, and what it becomes when it is sent. */
import type { Field } from "./house.ts"
import type { Anything } from "./school.ts"

/** What a form is about: a thing, or the name of one that is not there yet. */
export type Filled = Pick<Anything, "id"> & Partial<Pick<Anything, "state">>

/** One field of a form, and what is filled in. */
export interface Inputs {
  readonly id: string
  readonly machine: string
  readonly command: string
  readonly field: Field
  readonly thing: Filled
  /** What is filled in so far, as deep as the field is. */
  readonly value: unknown
  readonly fault?: string | undefined
  readonly onChange: (value: unknown) => void
}

/** What stands in an input of one line. */
export const lineOf = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? String(value) : "")

/** A name for something new. Nobody reads it. */
export const newName = (): string => crypto.randomUUID().slice(0, 8)

/** What a field begins with. */
export const emptyOf = (field: Field): unknown => {
  const { kind } = field
  switch (kind.is) {
    case "yes":
      return false
    case "list":
      return []
    case "record":
      return {}
    case "group":
      return field.optional === true || field.nullable === true
        ? undefined
        : Object.fromEntries(kind.of.map((inner) => [inner.name, emptyOf(inner)]))
    case "choice":
      return kind.of.length === 1 && field.optional !== true ? kind.of[0] : ""
    case "name":
      return field.isNew === true ? newName() : ""
    default:
      return ""
  }
}

/** Did somebody say something here? */
export const isTold = (field: Field, value: unknown): boolean => {
  const { kind } = field
  if (kind.is === "yes" || kind.is === "list" || kind.is === "record") return true
  if (kind.is === "group")
    return (
      typeof value === "object" &&
      value !== null &&
      kind.of.every(
        (inner) =>
          inner.optional === true || inner.nullable === true || isTold(inner, (value as Record<string, unknown>)[inner.name])
      )
    )
  return typeof value === "string" ? value.trim() !== "" : value !== undefined && value !== null
}

/** The value as the contract wants it; nothing when it is left out. */
export const valueOf = (field: Field, value: unknown): unknown => {
  const { kind } = field
  const absent = field.optional === true ? undefined : field.nullable === true ? null : undefined
  switch (kind.is) {
    case "yes":
      return value === true ? true : field.optional === true ? undefined : value
    case "number":
      return value === "" || value === undefined ? absent : Number(value)
    case "moment":
      return value === "" || value === undefined ? absent : Math.floor(Date.parse(String(value)) / 60_000)
    case "list":
      return (value as ReadonlyArray<unknown>).flatMap((one) => {
        const told = valueOf(kind.of, one)
        return told === undefined || told === "" ? [] : [told]
      })
    case "group": {
      if (typeof value !== "object" || value === null) return absent
      return Object.fromEntries(
        kind.of.flatMap((inner) => {
          const told = valueOf(inner, (value as Record<string, unknown>)[inner.name])
          return told === undefined ? [] : [[inner.name, told]]
        })
      )
    }
    case "choice":
      return value === "" || value === undefined ? absent : kind.of[0] === "true" && kind.of.length === 1 ? true : value
    default:
      return value === "" || value === undefined ? absent : value
  }
}
