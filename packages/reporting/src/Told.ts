/** Told — a thing as its machine declares it, put in words: fields by their labels, and what is in them by what it is. */
import { Domain, Shape } from "@groeikring/core"
import { type Block, capital, facts, type Facts, section, table } from "./Document.ts"
import type { MachineName } from "./Eyes.ts"
import type { Saying } from "./Saying.ts"
import { inBoth } from "./Words.ts"

const words = inBoth({
  nl: { standing: "hoe het ervoor staat", yes: "ja", no: "nee", one: (label: string, n: number) => `${label} ${n}` },
  en: { standing: "where it stands", yes: "yes", no: "no", one: (label: string, n: number) => `${label} ${n}` }
})

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value)
const isNothing = (value: unknown) =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0)
/** A competence, by the framework it is in. */
const isRef = (value: Fields) =>
  typeof value["competence"] === "string" && Object.keys(value).every((key) => key === "competence" || key === "of")
/** Somebody, or a group or a conversation, to whom something was opened. */
const isGrantee = (value: Fields) =>
  typeof value["kind"] === "string" && typeof value["id"] === "string" && Object.keys(value).length === 2

interface Telling {
  readonly machine: MachineName
  readonly saying: Saying
}

/** A value on one line. */
const inline = (telling: Telling, field: string, shape: Shape.Shape, value: unknown): string => {
  const { machine, saying } = telling
  const said = words(saying.language)
  if (isNothing(value)) return "–"
  if (typeof value === "boolean") return value ? said.yes : said.no
  if (isAmount(shape, value)) return saying.number(value)
  if (typeof value === "number") return saying.dayOf(value)
  if (typeof value === "string") {
    const kind = Shape.kindOf(shape)
    if (kind === "Day") return saying.day(value)
    if (kind === "Person") return saying.nameOf(value)
    const chosen = saying.choice(machine, field, value)
    return chosen === value ? saying.known(value) : chosen
  }
  if (Array.isArray(value)) {
    const items = Shape.itemsOf(shape)
    const between = Shape.kindOf(items) === "Person" ? ", " : "; "
    return value.map((item) => inline(telling, field, items, item)).join(between)
  }
  if (!isFields(value)) return "–"
  if (isRef(value)) return saying.competence({ competence: String(value["competence"]) })
  if (isGrantee(value)) {
    const [kind, id] = [String(value["kind"]), String(value["id"])]
    return kind === "Person" ? saying.nameOf(id) : `${saying.choice(machine, "kind", kind)}: ${saying.called(id)}`
  }
  return entriesOf(value)
    .map(([name, inner]) => `${saying.field(machine, name)}: ${inline(telling, name, Shape.fieldOf(shape, name), inner)}`)
    .join(", ")
}
const isAmount = (shape: Shape.Shape, value: unknown): value is number =>
  typeof value === "number" && Shape.kindOf(shape) !== "Moment"
/** What is in a thing that is in another: the name by which the program knows it says nothing to a person. */
const entriesOf = (value: Fields) =>
  Object.entries(value).filter(([name, inner]) => name !== "id" && name !== "_tag" && !isNothing(inner))

/** A list of things: a table where they are alike and small, and otherwise one after the other. */
const several = (telling: Telling, field: string, shape: Shape.Shape, items: ReadonlyArray<Fields>): ReadonlyArray<Block> => {
  const { machine, saying } = telling
  const label = capital(saying.field(machine, field))
  const names = [...new Set(items.flatMap((item) => entriesOf(item).map(([name]) => name)))]
  const cell = (item: Fields, name: string) => inline(telling, name, Shape.fieldOf(shape, name), item[name])
  const isNumber = (name: string) =>
    items.every((item) => isNothing(item[name]) || isAmount(Shape.fieldOf(shape, name), item[name]))
  const [first, ...more] = names.map((name) => ({ head: saying.field(machine, name), ...(isNumber(name) && { isNumber: true }) }))
  if (first === undefined) return []
  return names.length <= widest
    ? [
        table({
          caption: label,
          columns: [first, ...more],
          // A spreadsheet reckons with what is a number.
          rows: items.map((item) =>
            names.map((name) => (isAmount(Shape.fieldOf(shape, name), item[name]) ? item[name] : cell(item, name)))
          ),
          empty: "–"
        })
      ]
    : items.map((item, n) =>
        section(
          words(saying.language).one(label, n + 1),
          facts(entriesOf(item).map(([name]) => [saying.field(machine, name), cell(item, name)]))
        )
      )
}
/** So many columns can still be read on paper. */
const widest = 6

const shapesOf = (machine: MachineName, tag: unknown): Readonly<Record<string, { readonly ast: NonNullable<Shape.Shape> }>> => {
  const states: Readonly<Record<string, ReturnType<typeof shapesOf>>> = Domain.domain[machine].machine.spec.states
  return typeof tag === "string" ? (states[tag] ?? {}) : {}
}

/**
 * Some fields of a thing, or of what is in it, as its machine calls them: for the facts at the head of a report. `_tag` is
 * where it stands. What is not there is left out.
 */
export const rowsOf = <T extends object>(
  machine: MachineName,
  thing: T,
  fields: ReadonlyArray<keyof T & string>,
  saying: Saying
): Facts["rows"] => {
  const values = thing as Fields
  const declared = shapesOf(machine, values["_tag"])
  return fields.flatMap((field) =>
    isNothing(values[field])
      ? []
      : field === "_tag"
        ? [[words(saying.language).standing, saying.state(machine, String(values[field]))] as const]
        : [[saying.field(machine, field), inline({ machine, saying }, field, declared[field]?.ast, values[field])] as const]
  )
}

/** A thing of a machine with all that is seen of it. What is empty is left out. */
export const told = (
  machine: MachineName,
  { _tag, ...fields }: { readonly _tag: string; readonly [field: string]: unknown },
  saying: Saying
): ReadonlyArray<Block> => {
  const telling = { machine, saying }
  const declared = shapesOf(machine, _tag)
  const single: Array<Facts["rows"][number]> = [[words(saying.language).standing, saying.state(machine, _tag)]]
  const lists: Array<Block> = []
  for (const [field, value] of Object.entries(fields)) {
    const shape = declared[field]?.ast
    if (isNothing(value)) continue
    if (Array.isArray(value) && value.every((item) => isFields(item) && !isRef(item)))
      lists.push(...several(telling, field, Shape.itemsOf(shape), value as ReadonlyArray<Fields>))
    else single.push([saying.field(machine, field), inline(telling, field, shape, value)])
  }
  return [facts(single), ...lists]
}
