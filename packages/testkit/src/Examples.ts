/** Values to try a machine with: arbitrary ones of every schema, mixed with names that keep meeting each other. */
import { Arbitrary, Effect, Result, Schema } from "effect"

type Fields = Schema.Struct.Fields
type Row = Readonly<Record<string, unknown>>

/** A number from 0 up to, not including, `sides`. */
export type Dice = (sides: number) => number

/** Dice that fall the same way for the same name, in every run. */
export const dice = (name: string): Dice => {
  let seed = 2166136261
  for (const character of name) seed = Math.imul(seed ^ character.codePointAt(0)!, 16777619)
  return (sides) => {
    seed = (seed + 0x6d2b79f5) | 0
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }
}

export const pick = <A>(among: ReadonlyArray<A>, roll: Dice): A => among[roll(among.length)]!

/** Texts that are known already: those who walk, and whatever stands in the state. */
export interface Names {
  readonly people: ReadonlyArray<string>
  readonly texts: ReadonlyArray<string>
}
export const nobody: Names = { people: [], texts: [] }

/** What examples are made of besides chance. */
export interface Sources {
  /** Values by the name of their field. */
  readonly named: Readonly<Record<string, ReadonlyArray<unknown>>>
  readonly roll: Dice
  readonly seed: string
}

export interface Examples {
  /** One example of a row of fields. Text becomes one of these `names` now and then. */
  readonly row: (fields: Fields, names: Names, near?: Row) => Row
  /** Fields of which no example can be made. */
  readonly unknown: ReadonlySet<string>
}

interface Field {
  readonly pool: ReadonlyArray<{ readonly it?: unknown }>
  readonly fits: (value: unknown) => boolean
}

export const examples = ({ named, roll, seed }: Sources): Examples => {
  const fields = new Map<unknown, Field>()
  const unknown = new Set<string>()
  const fieldOf = (schema: Schema.Top): Field => {
    const made = fields.get(schema)
    if (made) return made
    const alone = Schema.Struct({ it: schema })
    // Also where every field may be left out, a field of another name is none.
    const read = Schema.decodeUnknownResult(Schema.toType(alone), { onExcessProperty: "error" })
    const is = (value: unknown) => Result.isSuccess(read(value))
    const sampled = Effect.runSync(Effect.result(Arbitrary.sampleEffect(Arbitrary.schema(alone), { count: 24, seed })))
    const field: Field = { pool: Result.isSuccess(sampled) ? sampled.success : [], fits: (it) => is({ it }) }
    fields.set(schema, field)
    return field
  }
  const example = (name: string, schema: Schema.Top, names: Names, near: Row): { readonly it?: unknown } => {
    const { fits, pool } = fieldOf(schema)
    const told = named[name]?.filter(fits) ?? []
    if (told.length > 0 && (pool.length === 0 || roll(3) === 0)) return { it: pick(told, roll) }
    if (pool.length === 0) {
      unknown.add(name)
      return {}
    }
    if (name in near && roll(3) === 0 && fits(near[name])) return { it: near[name] }
    const base = pick(pool, roll)
    if (!("it" in base) || names === nobody) return base
    const it = meeting(base.it, names, roll)
    return it === base.it || !fits(it) ? base : { it }
  }
  return {
    row: (fields, names, near = {}) => {
      const row: Record<string, unknown> = {}
      for (const [name, schema] of Object.entries(fields)) {
        const one = example(name, schema as Schema.Top, names, near)
        if ("it" in one) row[name] = one.it
      }
      return row
    },
    unknown
  }
}

const nameOf = ({ people, texts }: Names, roll: Dice) => pick(texts.length > 0 && roll(2) === 0 ? texts : people, roll)

/** The same value, with some of its text replaced by names that are known elsewhere. */
const meeting = (value: unknown, names: Names, roll: Dice): unknown => {
  if (typeof value === "string") return roll(4) > 0 ? nameOf(names, roll) : value
  if (Array.isArray(value)) {
    const texts = value.every((item) => typeof item === "string")
    return texts && roll(2) === 0
      ? [...names.people, ...names.texts].filter(() => roll(2) === 0)
      : value.map((item) => meeting(item, names, roll))
  }
  if (!isPlain(value)) return value
  const renamed = roll(4) === 0
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [renamed ? nameOf(names, roll) : name, meeting(inner, names, roll)])
  )
}

/** Every text in a value, private words left out. */
export const textsIn = (value: unknown, texts: Set<string> = new Set()): Set<string> => {
  if (typeof value === "string") texts.add(value)
  else if (Array.isArray(value)) for (const item of value) textsIn(item, texts)
  else if (isPlain(value)) for (const [name, inner] of Object.entries(value)) if (name !== "_tag") textsIn(inner, texts)
  return texts
}

/** A copy nobody can change: whoever tries is found out. */
export const frozen = <A>(value: A): A => {
  const walk = (value: unknown): unknown =>
    Array.isArray(value)
      ? Object.freeze(value.map(walk))
      : isPlain(value)
        ? Object.freeze(Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner)])))
        : value
  return walk(value) as A
}

/** A record of fields, also one without a prototype: those are among the arbitrary values. */
export const isPlain = (value: unknown): value is Row => {
  if (typeof value !== "object" || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
