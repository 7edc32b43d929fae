/** Tables by name, and the tagged values that are read off them: a tag for each row, and the fields of that row. */
import type { Schema } from "effect"
import type { Fields } from "./Spec.ts"

/** The names of the rows. */
export type Tag<Table> = keyof Table & string
/** A value that says which row it belongs to. */
export type Tagged<T> = { readonly _tag: T }
export type TagOf<A> = A extends Tagged<infer T> ? T : never
export type Untagged<A> = A extends unknown ? Omit<A, "_tag"> : never
/** The names of the fields of all rows. */
export type FieldName<Table> = { [K in keyof Table]: Tag<Table[K]> }[keyof Table]
export type NonEmpty<A> = readonly [A, ...Array<A>]

/** The fields that a command or an event carries, by its name. */
export type Payloads<Table> = {
  readonly [K in keyof Table]: Table[K] extends { readonly payload: infer F extends Fields } ? F : {}
}
/** The schema of one row. */
export type Member<Table, K extends string, F = Table[K & keyof Table]> = F extends Fields ? Schema.TaggedStruct<K, F> : never
/** The schema of all rows. */
export type Union<Table> = Schema.TaggedUnion<{ readonly [K in Tag<Table>]: Member<Table, K> }>
/** What is in one row. */
export type Value<Table, K> = K extends Tag<Table> ? Member<Table, K>["Type"] : never

export const tagOf = (value: unknown) => (value as Tagged<string>)._tag

/** Inherits nothing: a tag such as `toString` finds no row. */
export const nothing: object = Object.create(null)

/** The table with every row changed. */
export const each = <A, B>(table: Readonly<Record<string, A>>, change: (row: A, key: string) => B): Record<string, B> => {
  const changed = Object.create(nothing) as Record<string, B>
  for (const [key, row] of Object.entries(table)) changed[key] = change(row, key)
  return changed
}

export const payloads = (table: Record<string, { readonly payload?: Fields }>) => each(table, ({ payload = {} }) => payload)

/** What is worked out only when somebody asks for it, once: a machine that nobody runs costs next to nothing to declare. */
export const lazily = <A extends object, B, C extends object = {}>(
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
